#pragma once
/* Derived values of clients: one row each, so that status today is a comparison of integers. */
#include "base/day.h"
#include "base/money.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonClientStat: days are %SALON_DAY_NONE when there is none; money in minor units
 */
typedef struct {
  gint64 client_id;
  gint64 visit_days;
  SalonDay first_day;
  SalonDay last_day;
  SalonDay lost_on;
  SalonDay permanent_until;
  SalonMoney sold;      /* by the ledger, and the price of what is done and not checked out yet */
  SalonMoney paid;      /* in cash, by card and by transfer, less what was given back, and before the ledger */
  gint64 no_shows;
  gint64 next_min;      /* absolute wall minute of the next booking; 0 = none */
  SalonDay rolling_day; /* the day of those below: they count up to the day before */
  SalonMoney sold_12m;
  gint64 top_place;     /* dense rank by sold_12m; 0 = not ranked */
  gint64 visits_12m;    /* visit days of the same twelve months */
  gint64 importance;    /* class by sold_12m, 1 = A … 3 = C; 0 = none.  A pin on the card wins over it */
  gint64 masters_seen;  /* salon_stat_mark() of everybody who did something at a counted visit, as bits */
  gint64 services_had;  /* salon_stat_mark() of every service of a counted visit, as bits */
  gint64 has;           /* SalonStatHas, as bits */
} SalonClientStat;

/* Bits of what a client has besides figures. */
typedef enum {
  SALON_STAT_HAS_PHONE = 1,
  SALON_STAT_HAS_NUMBER = 2, /* a phone that can be dialled */
  SALON_STAT_HAS_ONLINE = 4, /* a visit that was booked online, whatever became of it */
} SalonStatHas;

#define SALON_STAT_MARK_MAX 61 /* ids above share one bit */

gint64 salon_stat_mark (gint64 id);
gint64 salon_stat_marks (const gint64 *ids, guint n);
gboolean salon_stat_marks_are_own (const gint64 *ids, guint n);

/**
 * SalonRankCursor: how far the ranking went
 * @sold: revenue of the last client ranked
 * @client_id: the last client ranked
 * @place: her place
 * @above: revenue of all who have more than she
 * @done: revenue of all who were ranked
 * @total: revenue of all
 */
typedef struct {
  SalonMoney sold;
  gint64 client_id;
  gint64 place;
  SalonMoney above;
  SalonMoney done;
  SalonMoney total;
} SalonRankCursor;

gint64 salon_rank_class (const SalonRankCursor *cursor);

gboolean salon_stat_store_get (SalonTx *tx, gint64 client_id, SalonClientStat *stat, GError **error);
gboolean salon_stat_store_read (SalonTx *tx, const gint64 *client_ids, guint n, SalonClientStat *stats, GError **error);
gboolean salon_stat_store_look (SalonTx *tx, gint64 client_id, gint64 *has, GError **error);
gboolean salon_stat_store_put (SalonTx *tx, const SalonClientStat *stat, const char *name_key, gboolean archived,
                               GError **error);
gboolean salon_stat_store_put_next (SalonTx *tx, gint64 client_id, gint64 next_min, GError **error);
gboolean salon_stat_store_sum_money (SalonTx *tx, SalonClientStat *stat, GError **error);
gboolean salon_stat_store_put_money (SalonTx *tx, const SalonClientStat *stat, GError **error);
gboolean salon_stat_store_remove (SalonTx *tx, gint64 client_id, GError **error);
gboolean salon_stat_store_roll_sums (SalonTx *tx, SalonDay today, SalonDay from, gint64 after, guint limit, gint64 *last,
                                     GError **error);
gboolean salon_stat_store_roll_places (SalonTx *tx, SalonRankCursor *cursor, guint limit, guint *n, GError **error);
gboolean salon_stat_store_split (SalonTx *tx, SalonDay today, gint64 counts[4], GError **error);
GArray *salon_stat_store_clients (SalonTx *tx, gint64 after, guint limit, GError **error);

G_END_DECLS
