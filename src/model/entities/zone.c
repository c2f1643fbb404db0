/* The fields of a zone. */
#include "model/entities/zone.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonZone, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Zone")),
  SALON_FIELD (SalonZone, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonZone, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonZone, salon_zone, "zone", "zone")
