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

/**
 * salon_inflow_unit_end:
 * @first_weekday: 1 = Monday … 7 = Sunday, for weeks
 *
 * Returns: the last day of the unit that @day lies in
 */
SalonDay
salon_inflow_unit_end (SalonDay day, SalonInflowUnit unit, int first_weekday)
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
 * salon_inflow_unit_start:
 * @first_weekday: 1 = Monday … 7 = Sunday, for weeks
 *
 * Returns: the first day of the unit that @day lies in
 */
SalonDay
salon_inflow_unit_start (SalonDay day, SalonInflowUnit unit, int first_weekday)
{
  SalonDay next = salon_inflow_unit_end (day, unit, first_weekday) + 1;

  switch (unit) {
  case SALON_INFLOW_WEEK:
    return next - 7;
  case SALON_INFLOW_MONTH:
    return salon_day_add_months (next, -1);
  case SALON_INFLOW_QUARTER:
    return salon_day_add_months (next, -3);
  case SALON_INFLOW_YEAR:
    return salon_day_add_months (next, -12);
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
    SalonInflowBucket bucket = { .first = day, .last = salon_inflow_unit_end (day, unit, first_weekday) };

    bucket.last = MIN (bucket.last, last);
    g_array_append_val (buckets, bucket);
    day = bucket.last + 1;
  }
  return buckets;
}

/**
 * salon_inflow_find:
 *
 * Returns: the index of the bucket that @day lies in, -1 = it lies before the first or after the last
 */
int
salon_inflow_find (const GArray *buckets, SalonDay day)
{
  guint low = 0;
  guint high = buckets->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    const SalonInflowBucket *bucket = &g_array_index (buckets, SalonInflowBucket, middle);

    if (day < bucket->first)
      high = middle;
    else if (day > bucket->last)
      low = middle + 1;
    else
      return (int) middle;
  }
  return -1;
}

static void
add_event_to (SalonInflowBucket *bucket, SalonInflowKind kind)
{
  bucket->n_new += kind == SALON_INFLOW_NEW;
  bucket->n_returned += kind == SALON_INFLOW_RETURNED;
  bucket->n_lost += kind == SALON_INFLOW_LOST;
}

/**
 * salon_inflow_add:
 * @buckets: (element-type SalonInflowBucket): get the client added; who is active is known after salon_inflow_close()
 * @events: (element-type SalonInflowEvent): the events of one client, at least up to the end of the last bucket
 */
void
salon_inflow_add (GArray *buckets, const GArray *events)
{
  SalonInflowBucket *first = (SalonInflowBucket *) (gpointer) buckets->data;

  for (guint i = 0; buckets->len > 0 && i < events->len; i++) {
    const SalonInflowEvent *event = &g_array_index (events, SalonInflowEvent, i);
    int at = event->day < first->first ? -1 : salon_inflow_find (buckets, event->day);

    if (at >= 0)
      add_event_to (&g_array_index (buckets, SalonInflowBucket, at), event->kind);
    else if (event->day < first->first)
      first->active_at_start += event->kind == SALON_INFLOW_LOST ? -1u : 1u;
  }
}

/**
 * salon_inflow_close:
 * @buckets: (element-type SalonInflowBucket): to which all clients were added, once; get the active ones of their days
 */
void
salon_inflow_close (GArray *buckets)
{
  for (guint i = 0; i < buckets->len; i++) {
    SalonInflowBucket *bucket = &g_array_index (buckets, SalonInflowBucket, i);

    if (i > 0)
      bucket->active_at_start = (bucket - 1)->active_at_end;
    bucket->active_at_end = bucket->active_at_start + bucket->n_new + bucket->n_returned - bucket->n_lost;
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
