#pragma once
/* Inflow and outflow: who became a client, who came back and who was lost in each week, month or year. */
#include "model/rules/status.h"

G_BEGIN_DECLS

typedef enum {
  SALON_INFLOW_NEW,      /* first visit */
  SALON_INFLOW_RETURNED, /* a visit while lost */
  SALON_INFLOW_LOST,     /* the first day on which she is lost */
} SalonInflowKind;

typedef struct {
  SalonDay day;
  SalonInflowKind kind;
} SalonInflowEvent;

typedef enum {
  SALON_INFLOW_DAY,
  SALON_INFLOW_WEEK,
  SALON_INFLOW_MONTH,
  SALON_INFLOW_QUARTER,
  SALON_INFLOW_YEAR,
} SalonInflowUnit;

/**
 * SalonInflowBucket:
 * @first: first day
 * @last: last day
 * @active_at_start: clients new or permanent on the day before @first
 * @n_new: first visits
 * @n_returned: visits while lost
 * @n_lost: clients whose first day as lost it was
 * @active_at_end: clients new or permanent on @last
 * @n_cards: cards of clients that were made
 *
 * Always: active_at_end = active_at_start + n_new + n_returned - n_lost.
 */
typedef struct {
  SalonDay first;
  SalonDay last;
  guint active_at_start;
  guint n_new;
  guint n_returned;
  guint n_lost;
  guint active_at_end;
  guint n_cards;
} SalonInflowBucket;

void salon_inflow_events (const SalonDay *days,
                          guint n_days,
                          const SalonStatusParams *params,
                          SalonDay until,
                          GArray *events);
GArray *salon_inflow_buckets (SalonDay first, SalonDay last, SalonInflowUnit unit, int first_weekday);
SalonDay salon_inflow_unit_start (SalonDay day, SalonInflowUnit unit, int first_weekday);
SalonDay salon_inflow_unit_end (SalonDay day, SalonInflowUnit unit, int first_weekday);
int salon_inflow_find (const GArray *buckets, SalonDay day);
void salon_inflow_add (GArray *buckets, const GArray *events);
void salon_inflow_close (GArray *buckets);
gboolean salon_inflow_balances (const GArray *buckets);

G_END_DECLS
