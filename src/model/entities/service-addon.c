/* The fields of an add-on of a service. */
#include "model/entities/service-addon.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonServiceAddon, service_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonServiceAddon, addon_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
};

SALON_DEFINE_ENTITY (SalonServiceAddon, salon_service_addon, "service-addon", "service_addon")
