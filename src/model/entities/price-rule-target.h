#pragma once
/* What a rule of discounts is for. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonPriceRuleTarget, salon_price_rule_target)

struct _SalonPriceRuleTarget {
  SalonEntity parent;
  gint64 price_rule_id;
  gint64 kind; /* SalonPriceTargetKind; one of the ids follows from it */
  gint64 service_category_id;
  gint64 item_category_id;
  gint64 service_id;
  gint64 item_id;
};

G_END_DECLS
