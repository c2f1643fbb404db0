/* The fields of a category. */
#include "model/entities/category.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonCategory, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Category")),
  SALON_FIELD (SalonCategory, color, COLOR, SALON_FIELD_PLAIN, SALON_N ("Colour")),
  SALON_FIELD (SalonCategory, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonCategory, salon_category, "category", "category")
