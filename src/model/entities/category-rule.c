/* The fields of a category rule. */
#include "model/entities/category-rule.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonCategoryRule, category_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Category")),
  SALON_FIELD (SalonCategoryRule, filter, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Filter")),
  SALON_FIELD (SalonCategoryRule, active, BOOL, SALON_FIELD_PLAIN, SALON_N ("Active")),
};

SALON_DEFINE_ENTITY (SalonCategoryRule, salon_category_rule, "category-rule", "category_rule")
