/* Inflow and outflow, from the visit days of each client by the status rule.
 *
 * A client is active while new or permanent.  Each event changes that for one client on one day, so that the balance
 * below the chart holds bucket by bucket. */
#include "model/rules/inflow.h"

static void
add_event (GArray *events, SalonDay day, SalonInflowKind kind)
{
  SalonInflowEvent event = { day, kind };

  g_array_append_val (events, event);
}

/**
 * salon_inflow_events:
 * @days: (array length=n_days): days of the client's visits that count, ascending, each once
 * @until: later days are not looked at
 * @events: (element-type SalonInflowEvent): gets the events appended, ascending
 */
void
salon_inflow_events (const SalonDay *days,
                     guint n_days,
                     const SalonStatusParams *params,
                     SalonDay until,
                     GArray *events)
{
  SalonDay lost_on = SALON_DAY_NONE;

  for (guint i = 0; i < n_days && days[i] <= until; i++) {
    if (i == 0)
      add_event (events, days[i], SALON_INFLOW_NEW);
    else if (lost_on != SALON_DAY_NONE && lost_on < days[i]) {
      add_event (events, lost_on, SALON_INFLOW_LOST);
      add_event (events, days[i], SALON_INFLOW_RETURNED);
    }
    lost_on = i + 1 >= (guint) params->least_visits ? salon_status_lost_on (days[i], params) : SALON_DAY_NONE;
  }
  if (lost_on != SALON_DAY_NONE && lost_on <= until)
    add_event (events, lost_on, SALON_INFLOW_LOST);
}

/* The last day of the unit that @day lies in. */
static SalonDay
end_of_unit (SalonDay day, SalonInflowUnit unit, int first_weekday)
{
  SalonDay month = salon_day_first_of_month (day);
  int month_number = 0;

  salon_day_to_ymd (day, NULL, &month_number, NULL);
  switch (unit) {
  case SALON_INFLOW_WEEK:
    return day + 6 - (salon_day_weekday (day) - first_weekday + 7) % 7;
  case SALON_INFLOW_MONTH:
    return salon_day_add_months (month, 1) - 1;
  case SALON_INFLOW_QUARTER:
    return salon_day_add_months (month, 3 - (month_number - 1) % 3) - 1;
  case SALON_INFLOW_YEAR:
    return salon_day_add_months (month, 13 - month_number) - 1;
  case SALON_INFLOW_DAY:
  default:
    return day;
  }
}

/**
 * salon_inflow_buckets:
 * @first: first day of the report
 * @last: last day of the report
 * @first_weekday: 1 = Monday … 7 = Sunday, for weeks
 *
 * Returns: (transfer full) (element-type SalonInflowBucket): empty buckets without gaps; the first and the last are cut
 *   where the report begins and ends
 */
GArray *
salon_inflow_buckets (SalonDay first, SalonDay last, SalonInflowUnit unit, int first_weekday)
{
  GArray *buckets = g_array_new (FALSE, FALSE, sizeof (SalonInflowBucket));

  for (SalonDay day = first; day <= last;) {
    SalonInflowBucket bucket = { .first = day, .last = end_of_unit (day, unit, first_weekday) };

    bucket.last = MIN (bucket.last, last);
    g_array_append_val (buckets, bucket);
    day = bucket.last + 1;
  }
  return buckets;
}

/**
 * salon_inflow_count:
 * @buckets: (element-type SalonInflowBucket): get the client added
 * @events: (element-type SalonInflowEvent): the events of one client, at least up to the end of the last bucket
 */
void
salon_inflow_count (GArray *buckets, const GArray *events)
{
  gboolean active = FALSE;
  guint next = 0;

  for (guint i = 0; i < buckets->len; i++) {
    SalonInflowBucket *bucket = &g_array_index (buckets, SalonInflowBucket, i);

    for (; next < events->len && g_array_index (events, SalonInflowEvent, next).day < bucket->first; next++)
      active = g_array_index (events, SalonInflowEvent, next).kind != SALON_INFLOW_LOST;
    bucket->active_at_start += active;
    for (; next < events->len && g_array_index (events, SalonInflowEvent, next).day <= bucket->last; next++) {
      SalonInflowKind kind = g_array_index (events, SalonInflowEvent, next).kind;

      active = kind != SALON_INFLOW_LOST;
      bucket->n_new += kind == SALON_INFLOW_NEW;
      bucket->n_returned += kind == SALON_INFLOW_RETURNED;
      bucket->n_lost += kind == SALON_INFLOW_LOST;
    }
    bucket->active_at_end += active;
  }
}

/**
 * salon_inflow_balances:
 *
 * Returns: whether the balance holds in each bucket and from each to the next
 */
gboolean
salon_inflow_balances (const GArray *buckets)
{
  for (guint i = 0; i < buckets->len; i++) {
    const SalonInflowBucket *bucket = &g_array_index (buckets, SalonInflowBucket, i);

    if (bucket->active_at_end + bucket->n_lost
        != bucket->active_at_start + bucket->n_new + bucket->n_returned)
      return FALSE;
    if (i > 0 && bucket->active_at_start != (bucket - 1)->active_at_end)
      return FALSE;
  }
  return TRUE;
}
