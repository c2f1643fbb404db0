#pragma once
/* Discounts in words: why a line costs what it costs, and what a rule does. */
#include "model/rules/pricing.h"

G_BEGIN_DECLS

const char *salon_discount_source_label (gint64 source);
const char *salon_reduce_kind_label (gint64 kind);
const char *salon_tier_label (gint64 tier_by);
const char *salon_promotion_state_label (gint64 state);
char *salon_price_rule_reduction (const SalonPriceRule *rule, const SalonCurrency *currency);
char *salon_price_rule_when (const SalonPriceRule *rule);
char *salon_price_rule_example (const SalonPriceRule *rule, SalonMoney price, const SalonCurrency *currency);
char *salon_pricing_why (const SalonPricedLine *line, const SalonPricingFacts *facts, const SalonCurrency *currency);

G_END_DECLS
