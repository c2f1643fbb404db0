/* The fields of a category of goods. */
#include "model/entities/item-category.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonItemCategory, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Category of goods")),
  SALON_FIELD (SalonItemCategory, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonItemCategory, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonItemCategory, salon_item_category, "item-category", "item_category")
