/* The fields of a weekly break. */
#include "model/entities/weekly-break.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonWeeklyBreak, employee_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonWeeklyBreak, weekday, INT, SALON_FIELD_PLAIN, SALON_N ("Weekday")),
  SALON_FIELD (SalonWeeklyBreak, from_min, MINUTE, SALON_FIELD_PLAIN, SALON_N ("From")),
  SALON_FIELD (SalonWeeklyBreak, to_min, MINUTE, SALON_FIELD_REQUIRED, SALON_N ("To")),
  SALON_FIELD (SalonWeeklyBreak, note, TEXT, SALON_FIELD_PLAIN, SALON_N ("Note")),
};

SALON_DEFINE_ENTITY (SalonWeeklyBreak, salon_weekly_break, "weekly-break", "weekly_break")
