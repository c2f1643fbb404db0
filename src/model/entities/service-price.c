/* The fields of a price of a level. */
#include "model/entities/service-price.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonServicePrice, service_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonServicePrice, variant_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonServicePrice, level_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Level")),
  SALON_FIELD (SalonServicePrice, price, MONEY, SALON_FIELD_PLAIN, SALON_N ("Price")),
};

SALON_DEFINE_ENTITY (SalonServicePrice, salon_service_price, "service-price", "service_price")
