/* The fields of an entry of the waiting list. */
#include "model/entities/waiting.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonWaiting, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_OWNER, SALON_N ("Client")),
  SALON_FIELD (SalonWaiting, employee_id, REF, SALON_FIELD_PLAIN, SALON_N ("Employee")),
  SALON_FIELD (SalonWaiting, from_day, DAY, SALON_FIELD_REQUIRED, SALON_N ("From day")),
  SALON_FIELD (SalonWaiting, to_day, DAY, SALON_FIELD_REQUIRED, SALON_N ("To day")),
  SALON_FIELD (SalonWaiting, from_min, MINUTE, SALON_FIELD_REQUIRED, SALON_N ("From time")),
  SALON_FIELD (SalonWaiting, to_min, MINUTE, SALON_FIELD_REQUIRED, SALON_N ("To time")),
  SALON_FIELD (SalonWaiting, weekdays, INT, SALON_FIELD_REQUIRED, SALON_N ("Weekdays")),
  SALON_FIELD (SalonWaiting, note, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Note")),
  SALON_FIELD (SalonWaiting, state, ENUM, SALON_FIELD_REQUIRED, SALON_N ("State")),
  SALON_FIELD (SalonWaiting, visit_id, REF, SALON_FIELD_PLAIN, SALON_N ("Visit")),
  SALON_FIELD (SalonWaiting, created_at, INSTANT, SALON_FIELD_FIXED, SALON_N ("Put down at")),
  SALON_FIELD (SalonWaiting, created_by_id, REF, SALON_FIELD_FIXED, SALON_N ("Put down by")),
};

SALON_DEFINE_ENTITY (SalonWaiting, salon_waiting, "waiting", "waiting")
