/* The fields of a absence. */
#include "model/entities/absence.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonAbsence, employee_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonAbsence, kind, ENUM, SALON_FIELD_REQUIRED, SALON_N ("Kind")),
  SALON_FIELD (SalonAbsence, first_day, DAY, SALON_FIELD_REQUIRED, SALON_N ("First day")),
  SALON_FIELD (SalonAbsence, last_day, DAY, SALON_FIELD_REQUIRED, SALON_N ("Last day")),
  SALON_FIELD (SalonAbsence, note, TEXT, SALON_FIELD_PLAIN, SALON_N ("Note")),
};

SALON_DEFINE_ENTITY (SalonAbsence, salon_absence, "absence", "absence")
