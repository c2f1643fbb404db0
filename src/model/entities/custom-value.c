/* The fields of a custom value. */
#include "model/entities/custom-value.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonCustomValue, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonCustomValue, field_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonCustomValue, value, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Value")),
};

SALON_DEFINE_ENTITY (SalonCustomValue, salon_custom_value, "custom-value", "custom_value")
