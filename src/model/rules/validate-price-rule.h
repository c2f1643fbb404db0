#pragma once
/* Whether a rule of discounts can be kept. */
#include "model/entities/price-rule.h"

G_BEGIN_DECLS

gboolean salon_validate_price_rule (const SalonPriceRule *rule, GError **error);

G_END_DECLS
