#pragma once
/* The zone matrix: which zones (hair, hands, feet …) a client has cared for, and which are due. */
#include "base/day.h"

G_BEGIN_DECLS

/**
 * SalonZoneDue:
 * @SALON_ZONE_DUE_NEVER: she never had anything done there
 * @SALON_ZONE_DUE_DONE: done, and nothing to remind of
 * @SALON_ZONE_DUE_FRESH: done, the next time is far away
 * @SALON_ZONE_DUE_SOON: due within a week
 * @SALON_ZONE_DUE_NOW: due
 * @SALON_ZONE_DUE_LATE: due for more than half of its period
 *
 * What the colour of a cell tells.
 */
typedef enum {
  SALON_ZONE_DUE_NEVER,
  SALON_ZONE_DUE_DONE,
  SALON_ZONE_DUE_FRESH,
  SALON_ZONE_DUE_SOON,
  SALON_ZONE_DUE_NOW,
  SALON_ZONE_DUE_LATE,
} SalonZoneDue;

SalonZoneDue salon_zone_due (SalonDay last_day, int periodicity, SalonDay today);
SalonDay salon_zone_due_day (SalonDay last_day, int periodicity);

G_END_DECLS
