/* Marks by fixed limits: a mark does not change because others come more often. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/rfm.h"

/**
 * salon_rfm_of:
 * @n_visits: of all time; without any there are no marks
 * @days_since_visit: since the last one
 * @visits_12m: visit days of twelve months
 * @sold_12m: revenue of the same, in minor units
 *
 * Returns: the marks
 */
SalonRfm
salon_rfm_of (const SalonRfmLimits *limits, gint64 n_visits, gint64 days_since_visit, gint64 visits_12m, gint64 sold_12m)
{
  SalonRfm marks = { 1, 1, 1 };

  if (n_visits == 0)
    return (SalonRfm){ 0 };
  for (int i = SALON_RFM_LIMITS - 1; i >= 0; i--) {
    marks.recency = days_since_visit <= limits->recency_days[i] ? 5 - i : marks.recency;
    marks.frequency = visits_12m >= limits->visits[i] ? 5 - i : marks.frequency;
    marks.money = sold_12m >= limits->revenue[i] ? 5 - i : marks.money;
  }
  return marks;
}

/**
 * salon_rfm_limits_validate:
 *
 * Returns: whether a better mark asks for more
 */
gboolean
salon_rfm_limits_validate (const SalonRfmLimits *limits, GError **error)
{
  for (int i = 0; i < SALON_RFM_LIMITS; i++) {
    gboolean last = i + 1 == SALON_RFM_LIMITS;
    int recency = last ? G_MAXINT : limits->recency_days[i + 1];
    int visits = last ? 0 : limits->visits[i + 1];
    int revenue = last ? 0 : limits->revenue[i + 1];

    if (limits->recency_days[i] < 0 || limits->recency_days[i] >= recency) {
      salon_set_field_error (error, "rfm", _("For a better mark of recency the last visit must be less long ago."));
      return FALSE;
    }
    if (limits->visits[i] <= visits || limits->revenue[i] <= revenue) {
      salon_set_field_error (error, "rfm", _("For a better mark of frequency or money there must be more visits or more revenue."));
      return FALSE;
    }
  }
  return TRUE;
}
