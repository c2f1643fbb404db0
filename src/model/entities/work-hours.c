/* The fields of a work hours. */
#include "model/entities/work-hours.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonWorkHours, employee_id, REF, SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonWorkHours, weekday, INT, SALON_FIELD_REQUIRED, SALON_N ("Weekday")),
  SALON_FIELD (SalonWorkHours, from_min, MINUTE, SALON_FIELD_PLAIN, SALON_N ("From")),
  SALON_FIELD (SalonWorkHours, to_min, MINUTE, SALON_FIELD_REQUIRED, SALON_N ("To")),
};

SALON_DEFINE_ENTITY (SalonWorkHours, salon_work_hours, "work-hours", "work_hours")
