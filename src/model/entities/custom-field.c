/* The fields of a custom field. */
#include "model/entities/custom-field.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonCustomField, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Name")),
  SALON_FIELD (SalonCustomField, kind, ENUM, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Kind")),
  SALON_FIELD (SalonCustomField, options, TEXT, SALON_FIELD_PLAIN, SALON_N ("Choices")),
  SALON_FIELD (SalonCustomField, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonCustomField, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonCustomField, salon_custom_field, "custom-field", "custom_field")
