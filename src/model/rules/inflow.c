/* Inflow and outflow, from the visit days of each client by the status rule. */
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
 * salon_inflow_is_active:
 *
 * Returns: whether a client with this status is counted among the active ones
 */
gboolean
salon_inflow_is_active (SalonStatus status)
{
  return status == SALON_STATUS_NEW || status == SALON_STATUS_PERMANENT;
}
