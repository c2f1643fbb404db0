#pragma once
/* What was said to a client of a promotion, and what she said. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonPromotionUse, salon_promotion_use)

struct _SalonPromotionUse {
  SalonEntity parent;
  gint64 price_rule_id;
  gint64 client_id;
  gint64 state; /* SalonPromotionState, without SALON_PROMOTION_USED */
  gint64 day;
};

G_END_DECLS
