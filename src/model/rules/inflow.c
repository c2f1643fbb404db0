/* Inflow and outflow, from the visit days of each client by the status rule. */
#include "model/rules/inflow.h"

static void
add_event (GArray *events, SalonDay day, SalonInflowKind kind)
{
  SalonInflowEvent event = { day, kind };

  g_array_append_val (events, event);
}

/* No month is shorter. */
#define LEAST_DAYS 28

/* The first day on which she is lost unless she comes again by then; SALON_DAY_NONE = she came in time, or cannot be lost.
 * The calendar is not asked where she comes again too soon for any calendar. */
static SalonDay
lost_after (const SalonDay *days, guint i, guint n_days, const SalonStatusParams *params)
{
  SalonDay lost_on = SALON_DAY_NONE;

  if (i + 1 < (guint) params->least_visits)
    return SALON_DAY_NONE;
  if (i + 1 < n_days && days[i + 1] <= days[i] + LEAST_DAYS * params->lost_after_months)
    return SALON_DAY_NONE;
  lost_on = salon_status_lost_on (days[i], params);
  return i + 1 < n_days && days[i + 1] <= lost_on ? SALON_DAY_NONE : lost_on;
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
  gboolean is_lost = FALSE;

  for (guint i = 0; i < n_days && days[i] <= until; i++) {
    SalonDay lost_on = lost_after (days, i, n_days, params);

    if (i == 0)
      add_event (events, days[i], SALON_INFLOW_NEW);
    else if (is_lost)
      add_event (events, days[i], SALON_INFLOW_RETURNED);
    is_lost = lost_on != SALON_DAY_NONE;
    if (is_lost && lost_on <= until)
      add_event (events, lost_on, SALON_INFLOW_LOST);
  }
}

/**
 * salon_inflow_is_active:
 * @days: (array length=n_days): as above
 *
 * By the rule of the status itself, without the events: one can be checked by the other.
 *
 * Returns: whether she is among the active ones on a day: came, and is not lost
 */
gboolean
salon_inflow_is_active (const SalonDay *days, guint n_days, const SalonStatusParams *params, SalonDay day)
{
  guint n = n_days;

  while (n > 0 && days[n - 1] > day)
    n--;
  if (n == 0 || n < (guint) params->least_visits || days[n - 1] >= day - LEAST_DAYS * params->lost_after_months)
    return n > 0;
  return days[n - 1] >= salon_day_add_months (day, -params->lost_after_months);
}
