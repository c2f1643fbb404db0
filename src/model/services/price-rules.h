#pragma once
/* Rules of discounts: kept and listed; and all that the price of one client on one day follows from. */
#include "model/entities/price-rule.h"
#include "model/rules/pricing.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonPriceRuleDraft:
 * @orig: (nullable): as it was opened; %NULL makes a new one
 * @targets: (nullable) (element-type SalonPricingTarget): what it is for, empty = everything; %NULL leaves it
 */
typedef struct {
  SalonPriceRule *orig;
  SalonPriceRule *curr;
  GArray *targets;
} SalonPriceRuleDraft;

SalonPriceRuleDraft *salon_price_rule_draft_new (SalonPriceRule *orig, SalonPriceRule *curr, GArray *targets);
void salon_price_rule_draft_free (SalonPriceRuleDraft *self);
gboolean salon_price_rule_save (SalonTx *tx, const SalonPriceRuleDraft *draft, gint64 *id, GError **error);
gboolean salon_price_rule_archive (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);
GPtrArray *salon_price_rules_load (SalonTx *tx, gboolean count_all, GError **error);

extern const SalonCommand salon_command_price_rule_save;    /* SalonPriceRuleDraft */
extern const SalonCommand salon_command_price_rule_archive; /* SalonIdRequest */
extern const SalonQuery salon_query_price_rules;            /* nothing → GPtrArray of SalonPricingRule, by position */

/**
 * SalonPricingRequest:
 * @client_id: 0 = nobody is named
 * @code: (nullable): a promo code, as it was typed
 * @whole_discount: by hand off the whole receipt, 0 = none
 */
typedef struct {
  gint64 client_id;
  char *code;
  SalonMoney whole_discount;
} SalonPricingRequest;

SalonPricingRequest *salon_pricing_request_new (gint64 client_id, const char *code);
void salon_pricing_request_free (SalonPricingRequest *self);
SalonPricing *salon_pricing_load (SalonTx *tx, const SalonPricingRequest *request, GError **error);
gboolean salon_priced_line_load_time (SalonTx *tx, SalonPricedLine *line, gint64 visit_line_id, GError **error);
gboolean salon_priced_line_load (SalonTx *tx, SalonPricedLine *line, gint64 visit_line_id, GError **error);

/**
 * SalonPriceTestRequest: what a basket would cost
 * @lines: (element-type SalonPricedLine): with kind, subject and quantity; a unit price of -1 is the one of the list
 */
typedef struct {
  SalonPricingRequest pricing;
  GArray *lines;
} SalonPriceTestRequest;

/**
 * SalonPriceTestLine:
 * @why: (nullable): why it costs less
 */
typedef struct {
  char *name;
  char *why;
  SalonPricedLine line;
} SalonPriceTestLine;

SalonPriceTestRequest *salon_price_test_request_new (gint64 client_id, const char *code);
void salon_price_test_request_add (SalonPriceTestRequest *self, SalonSaleLineKind kind, gint64 subject_id, gint64 quantity);
void salon_price_test_request_free (SalonPriceTestRequest *self);
GPtrArray *salon_price_test (SalonTx *tx, const SalonPriceTestRequest *request, GError **error);

extern const SalonQuery salon_query_price_test; /* SalonPriceTestRequest → GPtrArray of SalonPriceTestLine */

G_END_DECLS
