/* The fields of what a rule of discounts is for. */
#include "model/entities/price-rule-target.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonPriceRuleTarget, price_rule_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonPriceRuleTarget, kind, ENUM, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonPriceRuleTarget, service_category_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonPriceRuleTarget, item_category_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonPriceRuleTarget, service_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonPriceRuleTarget, item_id, REF, SALON_FIELD_FIXED, NULL),
};

SALON_DEFINE_ENTITY (SalonPriceRuleTarget, salon_price_rule_target, "price-rule-target", "price_rule_target")
