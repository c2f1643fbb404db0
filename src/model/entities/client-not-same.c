/* The fields of a pair that is no duplicate. */
#include "model/entities/client-not-same.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonClientNotSame, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonClientNotSame, other_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Not the same person as")),
  SALON_FIELD (SalonClientNotSame, at, INSTANT, SALON_FIELD_FIXED, NULL),
};

SALON_DEFINE_ENTITY (SalonClientNotSame, salon_client_not_same, "client-not-same", "client_not_same")
