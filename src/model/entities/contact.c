/* The fields of a contact. */
#include "model/entities/contact.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonContact, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonContact, kind, ENUM, SALON_FIELD_REQUIRED, SALON_N ("Kind of contact")),
  SALON_FIELD (SalonContact, outcome, ENUM, SALON_FIELD_OPTIONAL, SALON_N ("Outcome")),
  SALON_FIELD (SalonContact, at, INSTANT, SALON_FIELD_REQUIRED, SALON_N ("When")),
  SALON_FIELD (SalonContact, seconds, INT, SALON_FIELD_PLAIN, SALON_N ("Length in seconds")),
  SALON_FIELD (SalonContact, text, TEXT, SALON_FIELD_PERSONAL, SALON_N ("What was said")),
  SALON_FIELD (SalonContact, recording, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Recording")),
  SALON_FIELD (SalonContact, employee_id, REF, SALON_FIELD_PLAIN, SALON_N ("Employee")),
  SALON_FIELD (SalonContact, user_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonContact, visit_id, REF, SALON_FIELD_PLAIN, NULL),
};

SALON_DEFINE_ENTITY (SalonContact, salon_contact, "contact", "contact")
