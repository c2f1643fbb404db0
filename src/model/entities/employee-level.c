/* The fields of a level. */
#include "model/entities/employee-level.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonEmployeeLevel, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Level")),
  SALON_FIELD (SalonEmployeeLevel, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonEmployeeLevel, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonEmployeeLevel, salon_employee_level, "employee-level", "employee_level")
