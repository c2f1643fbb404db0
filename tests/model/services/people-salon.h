#pragma once
/* A salon of clients with random histories, and the same as plain rows, from which everything can be counted once more.
 *
 * Status and months are reckoned here day by day from the sentences of the rule, not by the code under test. */
#include "model/entities/report-spec.h"
#include "model/rules/status.h"
#include "model/services/reports.h"
#include "support/salon-fixture.h"

#define PEOPLE_MASTERS 3
#define PEOPLE_SOURCES 3

typedef struct {
  SalonDay day;
  SalonVisitState state;
  int order;          /* of the day */
  gint64 employee_id; /* 0 = without a line */
  gint64 price;
  SalonDay made;
} PeopleVisit;

typedef struct {
  gint64 id;
  gint64 source_id;
  int gender;
  int birth_year;
  int birth_month; /* 0 = not known */
  int birth_mday;
  SalonDay added;
  gboolean archived;
  int pin;
  GArray *visits; /* of PeopleVisit, by day and order */
} PeopleClient;

typedef struct {
  SalonFixture *salon;
  GPtrArray *clients; /* of PeopleClient */
  gint64 masters[PEOPLE_MASTERS];
  gint64 sources[PEOPLE_SOURCES];
  gint64 service;
  gint64 women;     /* segments */
  gint64 by_source; /* who came by the first source */
  SalonStatusParams params;
} PeopleSalon;

PeopleSalon *people_salon_new (GRand *rand, guint n_clients);
void people_salon_free (PeopleSalon *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PeopleSalon, people_salon_free)
PeopleClient *people_salon_add (PeopleSalon *self);
void people_client_visit (PeopleClient *client, SalonDay day, SalonVisitState state, gint64 employee_id, gint64 price, SalonDay made);
void people_salon_write (PeopleSalon *self);
void people_salon_set_params (PeopleSalon *self, const SalonStatusParams *params);

SalonReportSpec *people_spec (const char *report, SalonDay from, SalonDay to, const char *const *by);
SalonReportTable *people_run (PeopleSalon *self, SalonReportSpec *spec, GError **error);
GArray *people_behind (PeopleSalon *self, SalonReportSpec *spec, const SalonReportRow *row, const char *column);
gint64 people_value (const SalonReportTable *table, const SalonReportRow *row, const char *key);
gint64 people_value_or (const SalonReportTable *table, const SalonReportRow *row, const char *key, gint64 otherwise);

SalonDay people_months_before (SalonDay day, int months);
gboolean people_counts (const PeopleVisit *visit);
guint people_days (const PeopleClient *client, SalonDay from, SalonDay to);
SalonDay people_first_day (const PeopleClient *client, SalonDay until);
SalonStatus people_status (const PeopleSalon *self, const PeopleClient *client, SalonDay day);
gint64 people_first_master (const PeopleClient *client, SalonDay until);
gint64 people_sold (const PeopleClient *client, SalonDay from, SalonDay to);
gboolean people_is (const PeopleSalon *self, const PeopleClient *client, const char *dimension, gint64 value, SalonDay until);
