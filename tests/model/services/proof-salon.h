#pragma once
/* An invented salon with a stormy past, read row by row from its file by the test itself: what reports are counted once
 * more from.  Sales are taken from the receipts here, not from the ledger which reports read. */
#include <sqlite3.h>

#include "model/entities/report-fact.h"
#include "people-salon.h"

/**
 * ProofFact: one line of a source
 * @card: on which the client is today; 0 = nobody
 * @a: first amount: sold, price, paid, before discount, taken, sum of marks
 * @b: discount, minutes, …, discount, open, marks
 * @c: quantity, …, …, after discount, …, complaints
 * @d: minutes, …, …, …, …, resolved
 */
typedef struct {
  SalonDay day;
  int minute; /* -1 = not known */
  gint64 card;
  gint64 employee;
  gint64 room;
  gint64 user;
  gint64 kind;
  gint64 subject;
  gint64 visit;
  gint64 sale;
  gint64 state;
  gint64 origin;
  gint64 method;
  gint64 a, b, c, d;
} ProofFact;

#define PROOF_SOURCES 7

typedef struct {
  SalonFixture *fixture;
  sqlite3 *db;
  PeopleSalon people;  /* its clients are cards that are not merged, by id */
  GHashTable *by_card; /* id → PeopleClient */
  GHashTable *tops;    /* merged card → the card on which she is now */
  GHashTable *category; /* service → its category, and so on */
  GHashTable *zone;
  GHashTable *item_category;
  GHashTable *importance;
  GHashTable *groups[3];   /* card → GArray of the segments, categories, tags that she is in, each once */
  GArray *facts[PROOF_SOURCES]; /* of ProofFact, by SalonFactSource; hours from PROOF_HOURS_FROM on */
  GHashTable *sold_of; /* card → GArray of ProofFact: her sales */
  gint64 recency[4];   /* limits of marks */
  gint64 frequency[4];
  gint64 money[4];
  SalonDay today;
  int n_merged, n_archived, n_voided, n_refunded, n_open, n_given;
} ProofSalon;

typedef void (*ProofTake) (sqlite3_stmt *row, gpointer data);

ProofSalon *proof_salon_new (guint seed);
void proof_salon_free (ProofSalon *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProofSalon, proof_salon_free)
void proof_each (ProofSalon *self, const char *sql, ProofTake take, gpointer data);
gint64 proof_number (ProofSalon *self, const char *sql, ...) G_GNUC_PRINTF (2, 3);
gint64 proof_look_up (GHashTable *map, gint64 key);
const GArray *proof_groups (ProofSalon *self, gint64 card, const char *dimension);
PeopleClient *proof_client (ProofSalon *self, gint64 card);
gint64 proof_sold (ProofSalon *self, const PeopleClient *client, SalonDay from, SalonDay to);
SalonDay proof_local_day (gint64 at_us, int *minute);

/* Days, reckoned here. */
void proof_civil (SalonDay day, int *year, int *month, int *mday);
SalonDay proof_day (int year, int month, int mday);
SalonDay proof_months_later (SalonDay day, int months);
SalonDay proof_bucket (SalonDay day, const char *bucket);
SalonDay proof_bucket_end (SalonDay first, const char *bucket);
gboolean proof_is_time (const char *dimension);

/* One number of a table; G_MININT64 = empty. */
gint64 proof_cell (const SalonReportTable *table, const SalonReportRow *row, const char *column);
gint64 proof_ratio (gint64 part, gint64 factor, gint64 whole);
SalonReportTable *proof_run (ProofSalon *self, SalonReportSpec *spec);
