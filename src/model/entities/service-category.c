/* The fields of a service category. */
#include "model/entities/service-category.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonServiceCategory, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Service category")),
  SALON_FIELD (SalonServiceCategory, color, COLOR, SALON_FIELD_PLAIN, SALON_N ("Colour")),
  SALON_FIELD (SalonServiceCategory, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonServiceCategory, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonServiceCategory, salon_service_category, "service-category", "service_category")
