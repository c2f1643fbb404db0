/* The fields of a shift. */
#include "model/entities/shift.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonShift, employee_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonShift, day, DAY, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Day")),
  SALON_FIELD (SalonShift, from_min, MINUTE, SALON_FIELD_PLAIN, SALON_N ("From")),
  SALON_FIELD (SalonShift, to_min, MINUTE, SALON_FIELD_PLAIN, SALON_N ("To")),
};

SALON_DEFINE_ENTITY (SalonShift, salon_shift, "shift", "shift")
