/* The fields of what was said of a promotion. */
#include "model/entities/promotion-use.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonPromotionUse, price_rule_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonPromotionUse, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonPromotionUse, state, ENUM, SALON_FIELD_REQUIRED, SALON_N ("Promotion")),
  SALON_FIELD (SalonPromotionUse, day, DAY, SALON_FIELD_REQUIRED, SALON_N ("Day")),
};

SALON_DEFINE_ENTITY (SalonPromotionUse, salon_promotion_use, "promotion-use", "promotion_use")
