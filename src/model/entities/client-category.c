/* The fields of a client category. */
#include "model/entities/client-category.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonClientCategory, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonClientCategory, category_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonClientCategory, by_rule, BOOL, SALON_FIELD_PLAIN, NULL),
};

SALON_DEFINE_ENTITY (SalonClientCategory, salon_client_category, "client-category", "client_category")
