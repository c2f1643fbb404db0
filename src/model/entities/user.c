/* The fields of a user. */
#include "model/entities/user.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonUser, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Name")),
  SALON_FIELD (SalonUser, role, ENUM, SALON_FIELD_REQUIRED, SALON_N ("Role")),
  SALON_FIELD (SalonUser, employee_id, REF, SALON_FIELD_PLAIN, SALON_N ("Employee")),
  SALON_FIELD (SalonUser, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonUser, salon_user, "user", "app_user")
