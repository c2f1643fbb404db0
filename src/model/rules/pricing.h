#pragma once
/* What a basket costs: of all discounts that fit, the best for the client on each line; nothing is added up. */
#include "base/day.h"
#include "base/money.h"
#include "model/entities/enums.h"
#include "model/entities/price-rule.h"

G_BEGIN_DECLS

/**
 * SalonPricingTarget:
 * @id: of the category, service or item; 0 for all services and all goods
 */
typedef struct {
  SalonPriceTargetKind kind;
  gint64 id;
} SalonPricingTarget;

/**
 * SalonPricingRule:
 * @rule: who, when, how much, how often
 * @targets: (element-type SalonPricingTarget): empty = all services and goods
 * @used_by_client: on so many receipts of hers
 * @used_in_all: on so many receipts of everybody
 * @offered: she was offered it and did not refuse
 */
typedef struct {
  SalonPriceRule *rule;
  GArray *targets;
  guint used_by_client;
  guint used_in_all;
  gboolean offered;
} SalonPricingRule;

/**
 * SalonPricingFacts: of the client and the day
 * @day: of the sale
 * @minute: of that day
 * @client_id: 0 = nobody is named; then only rules that ask nothing of a client fit
 * @discount_bp: her personal discount
 * @card_bp: the highest discount of her cards
 * @card_name: (nullable): the kind of card that gives it
 * @category_ids: (nullable) (element-type gint64): that she has
 * @segment_ids: (nullable) (element-type gint64): that she is in
 * @sold: to her so far
 * @paid: by her so far
 * @visits: so far, today's left out
 * @first_visit: she has not been here before today
 * @birth_month: 0 = not said
 * @birth_mday: 0 = not said
 * @code: (nullable): that she named, as it was typed
 */
typedef struct {
  SalonDay day;
  int minute;
  gint64 client_id;
  int discount_bp;
  int card_bp;
  char *card_name;
  GArray *category_ids;
  GArray *segment_ids;
  SalonMoney sold;
  SalonMoney paid;
  gint64 visits;
  gboolean first_visit;
  int birth_month;
  int birth_mday;
  char *code;
} SalonPricingFacts;

/**
 * SalonPricing: everything that a price of one client on one day follows from
 * @rules: (element-type SalonPricingRule): in any order
 * @whole_discount: by hand off the whole receipt, instead of all other discounts if it is better; 0 = none
 * @manual_limit_bp: so much of the price who works may take off by hand
 */
typedef struct {
  SalonPricingFacts facts;
  GPtrArray *rules;
  SalonMoney whole_discount;
  int manual_limit_bp;
} SalonPricing;

/**
 * SalonPricedLine:
 * @kind: services, goods and (by hand only) season tickets can cost less, nothing else
 * @subject_id: the service or item
 * @category_id: of the service or item, 0 = none
 * @quantity: thousandths
 * @unit_price: before any discount
 * @list_amount: before any discount, for the whole quantity
 * @weekday: 1 = Monday, on which the service begins; 0 = the time of the sale
 * @minute: of the day at which the service begins, if @weekday is said
 * @no_discount: it never costs less: the item forbids it, or a ticket pays
 * @manual_bp: by hand
 * @manual_discount: by hand, off the whole line; with @manual_bp, the larger of the two
 * @discount: (out): never more than @list_amount
 * @amount: (out): what is left
 * @source: (out): why
 * @rule_id: (out): 0 for a personal discount and one by hand
 * @rule: (out) (nullable): the rule itself, as long as the SalonPricing lives
 * @of_whole: (out): it is a part of the discount on the whole receipt
 */
typedef struct {
  SalonSaleLineKind kind;
  gint64 subject_id;
  gint64 category_id;
  gint64 quantity;
  SalonMoney unit_price;
  SalonMoney list_amount;
  int weekday;
  int minute;
  gboolean no_discount;
  int manual_bp;
  SalonMoney manual_discount;

  SalonMoney discount;
  SalonMoney amount;
  SalonDiscountSource source;
  gint64 rule_id;
  const SalonPriceRule *rule;
  gboolean of_whole;
} SalonPricedLine;

SalonPricingRule *salon_pricing_rule_new (SalonPriceRule *rule);
void salon_pricing_rule_add_target (SalonPricingRule *self, SalonPriceTargetKind kind, gint64 id);
void salon_pricing_rule_free (SalonPricingRule *self);

SalonPricing *salon_pricing_new (void);
void salon_pricing_free (SalonPricing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonPricing, salon_pricing_free)

char *salon_pricing_code (const char *typed);
gboolean salon_pricing_rule_fits_client (const SalonPricingRule *self, const SalonPricingFacts *facts);
void salon_pricing_apply (const SalonPricing *self, GArray *lines);
gboolean salon_pricing_check_manual (const SalonPricing *self, const GArray *lines, GError **error);

G_END_DECLS
