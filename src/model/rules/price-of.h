#pragma once
/* What a service costs with an employee of a level, and what part of a price is tax on a day. */
#include "base/day.h"
#include "base/money.h"
#include "model/entities/service-price.h"
#include "model/entities/service-variant.h"
#include "model/entities/service.h"
#include "model/entities/vat-rate-period.h"

G_BEGIN_DECLS

const SalonServicePrice *salon_level_price_find (const GPtrArray *prices, gint64 service_id, gint64 variant_id, gint64 level_id);
SalonMoney salon_price_of_level (const SalonService *service, const SalonServiceVariant *variant, gint64 level_id,
                                 const GPtrArray *prices);
char *salon_service_text (const SalonService *service, const SalonServiceVariant *variant);
int salon_vat_on (const GPtrArray *periods, gint64 vat_rate_id, SalonDay day);

G_END_DECLS
