/* The fields of a work break. */
#include "model/entities/work-break.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonWorkBreak, employee_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonWorkBreak, day, DAY, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Day")),
  SALON_FIELD (SalonWorkBreak, from_min, MINUTE, SALON_FIELD_PLAIN, SALON_N ("From")),
  SALON_FIELD (SalonWorkBreak, to_min, MINUTE, SALON_FIELD_REQUIRED, SALON_N ("To")),
  SALON_FIELD (SalonWorkBreak, note, TEXT, SALON_FIELD_PLAIN, SALON_N ("Note")),
};

SALON_DEFINE_ENTITY (SalonWorkBreak, salon_work_break, "work-break", "work_break")
