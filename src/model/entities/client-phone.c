/* The fields of a client phone. */
#include "model/entities/client-phone.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonClientPhone, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonClientPhone, e164, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Phone")),
  SALON_FIELD (SalonClientPhone, typed, TEXT, SALON_FIELD_REQUIRED | SALON_FIELD_PERSONAL, SALON_N ("Phone as typed")),
  SALON_FIELD (SalonClientPhone, label, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Whose or which")),
  SALON_FIELD (SalonClientPhone, position, INT, SALON_FIELD_PLAIN, NULL),
};

SALON_DEFINE_ENTITY (SalonClientPhone, salon_client_phone, "client-phone", "client_phone")
