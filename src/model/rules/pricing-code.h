#pragma once
/* Promo codes: why one that was named takes nothing off. */
#include "model/rules/pricing.h"

G_BEGIN_DECLS

gboolean salon_pricing_check_code (const SalonPricing *self, const GArray *lines, GError **error);

G_END_DECLS
