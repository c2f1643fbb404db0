/* The fields of an external id. */
#include "model/entities/external-id.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonExternalId, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonExternalId, origin, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Other program")),
  SALON_FIELD (SalonExternalId, value, TEXT, SALON_FIELD_REQUIRED | SALON_FIELD_PERSONAL, SALON_N ("Number in the other program")),
};

SALON_DEFINE_ENTITY (SalonExternalId, salon_external_id, "external-id", "external_id")
