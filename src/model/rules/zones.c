/* The zone matrix: one client should come for as many zones as possible, so each zone shows when it is due. */
#include "model/rules/zones.h"

#define SOON_DAYS 7

/**
 * salon_zone_due_day:
 * @last_day: when something was done there last, or %SALON_DAY_NONE
 * @periodicity: after how many days it is due again (see salon_preference_rhythm()); 0 = never
 *
 * Returns: the day on which it is due, or %SALON_DAY_NONE
 */
SalonDay
salon_zone_due_day (SalonDay last_day, int periodicity)
{
  return last_day == SALON_DAY_NONE || periodicity <= 0 ? SALON_DAY_NONE : last_day + periodicity;
}

/**
 * salon_zone_due:
 * @last_day: when something was done there last, or %SALON_DAY_NONE
 * @periodicity: after how many days it is due again; 0 = never
 *
 * With a short period "soon" is its last quarter at most.
 *
 * Returns: how the cell of the matrix is coloured
 */
SalonZoneDue
salon_zone_due (SalonDay last_day, int periodicity, SalonDay today)
{
  SalonDay due = salon_zone_due_day (last_day, periodicity);

  if (last_day == SALON_DAY_NONE)
    return SALON_ZONE_DUE_NEVER;
  if (due == SALON_DAY_NONE)
    return SALON_ZONE_DUE_DONE;
  if (today < due - MIN (SOON_DAYS, periodicity / 4))
    return SALON_ZONE_DUE_FRESH;
  if (today < due)
    return SALON_ZONE_DUE_SOON;
  return today <= due + periodicity / 2 ? SALON_ZONE_DUE_NOW : SALON_ZONE_DUE_LATE;
}
