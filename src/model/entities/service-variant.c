/* The fields of a variant. */
#include "model/entities/service-variant.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonServiceVariant, service_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonServiceVariant, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Variant")),
  SALON_FIELD (SalonServiceVariant, price, MONEY, SALON_FIELD_PLAIN, SALON_N ("Price")),
  SALON_FIELD (SalonServiceVariant, more_min, DURATION, SALON_FIELD_PLAIN, SALON_N ("Longer by")),
  SALON_FIELD (SalonServiceVariant, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonServiceVariant, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonServiceVariant, salon_service_variant, "service-variant", "service_variant")
