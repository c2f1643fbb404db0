/* The fields of a wished service. */
#include "model/entities/waiting-service.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonWaitingService, waiting_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonWaitingService, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonWaitingService, service_id, REF, SALON_FIELD_REQUIRED, SALON_N ("Service")),
  SALON_FIELD (SalonWaitingService, variant_id, REF, SALON_FIELD_PLAIN, SALON_N ("Variant")),
};

SALON_DEFINE_ENTITY (SalonWaitingService, salon_waiting_service, "waiting-service", "waiting_service")
