/* Discounts in words: why a line costs what it costs, and what a rule does. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "model/rules/pricing-text.h"

#define EVERY_DAY 0x7f

/**
 * salon_discount_source_label:
 *
 * Returns: (transfer none): why something costs less, in two or three words
 */
const char *
salon_discount_source_label (gint64 source)
{
  switch ((SalonDiscountSource) source) {
  case SALON_DISCOUNT_PERSONAL:
    return _("Personal discount");
  case SALON_DISCOUNT_CARD:
    return _("Discount of a card");
  case SALON_DISCOUNT_CATEGORY:
    return _("Discount of a category");
  case SALON_DISCOUNT_SEGMENT:
    return _("Discount of a segment");
  case SALON_DISCOUNT_TIER:
    return _("Accumulated discount");
  case SALON_DISCOUNT_BIRTHDAY:
    return C_("discount", "Birthday");
  case SALON_DISCOUNT_FIRST_VISIT:
    return C_("discount", "First visit");
  case SALON_DISCOUNT_HAPPY_HOURS:
    return C_("discount", "Happy hours");
  case SALON_DISCOUNT_CODE:
    return C_("discount", "Promo code");
  case SALON_DISCOUNT_PROMOTION:
    return C_("discount", "Promotion");
  case SALON_DISCOUNT_MANUAL:
    return C_("discount", "By hand");
  case SALON_DISCOUNT_NONE:
  default:
    return C_("discount", "None");
  }
}

/**
 * salon_reduce_kind_label:
 *
 * Returns: (transfer none): how much less is said how
 */
const char *
salon_reduce_kind_label (gint64 kind)
{
  switch ((SalonReduceKind) kind) {
  case SALON_REDUCE_AMOUNT:
    return C_("kind of discount", "Amount off each");
  case SALON_REDUCE_PRICE:
    return C_("kind of discount", "Price of each");
  case SALON_REDUCE_PERCENT:
  default:
    return C_("kind of discount", "Percent");
  }
}

/**
 * salon_tier_label:
 *
 * Returns: (transfer none): what a discount grows by
 */
const char *
salon_tier_label (gint64 tier_by)
{
  switch ((SalonTierBy) tier_by) {
  case SALON_TIER_SOLD:
    return C_("discount grows by", "Bought for");
  case SALON_TIER_PAID:
    return C_("discount grows by", "Paid");
  case SALON_TIER_VISITS:
    return C_("discount grows by", "Visits");
  case SALON_TIER_NONE:
  default:
    return C_("discount grows by", "Nothing");
  }
}

/**
 * salon_promotion_state_label:
 *
 * Returns: (transfer none): how far a client is with a promotion
 */
const char *
salon_promotion_state_label (gint64 state)
{
  switch ((SalonPromotionState) state) {
  case SALON_PROMOTION_OFFERED:
    return C_("promotion", "Offered");
  case SALON_PROMOTION_ACCEPTED:
    return C_("promotion", "Accepted");
  case SALON_PROMOTION_REFUSED:
    return C_("promotion", "Refused");
  case SALON_PROMOTION_USED:
    return C_("promotion", "Used");
  default:
    return "";
  }
}

/**
 * salon_price_rule_reduction:
 *
 * Returns: (transfer full): "10 % less", "5.00 € less each", "for 30.00 € each"
 */
char *
salon_price_rule_reduction (const SalonPriceRule *rule, const SalonCurrency *currency)
{
  g_autofree char *number = rule->kind == SALON_REDUCE_PERCENT ? salon_percent_format (rule->value)
                                                               : salon_money_format (rule->value, currency);

  switch ((SalonReduceKind) rule->kind) {
  case SALON_REDUCE_AMOUNT:
    return g_strdup_printf (_("%s less each"), number);
  case SALON_REDUCE_PRICE:
    return g_strdup_printf (_("for %s each"), number);
  case SALON_REDUCE_PERCENT:
  default:
    return g_strdup_printf (_("%s less"), number);
  }
}

static char *
weekdays_text (gint64 weekdays)
{
  const char *names[7] = { NULL };
  guint n = 0;

  for (int day = 1; day <= 7; day++)
    if (weekdays & (1 << (day - 1)))
      names[n++] = salon_weekday_short_name (day);
  return salon_text_join (names, n, ", ");
}

static char *
days_text (const SalonPriceRule *rule)
{
  g_autofree char *from = rule->from_day != 0 ? salon_day_format ((SalonDay) rule->from_day) : NULL;
  g_autofree char *to = rule->to_day != 0 ? salon_day_format ((SalonDay) rule->to_day) : NULL;

  if (from != NULL && to != NULL)
    return g_strdup_printf ("%s – %s", from, to);
  if (from != NULL)
    return g_strdup_printf (C_("validity", "from %s"), from);
  return to != NULL ? g_strdup_printf (C_("validity", "until %s"), to) : NULL;
}

/**
 * salon_price_rule_when:
 *
 * Returns: (transfer full) (nullable): "Mon, Tue · 10:00–14:00 · until 31 May 2026"; %NULL if it is always
 */
char *
salon_price_rule_when (const SalonPriceRule *rule)
{
  g_autofree char *days = rule->weekdays != 0 && rule->weekdays != EVERY_DAY ? weekdays_text (rule->weekdays) : NULL;
  g_autofree char *from = rule->to_min != 0 ? salon_minute_format ((int) rule->from_min) : NULL;
  g_autofree char *to = rule->to_min != 0 ? salon_minute_format ((int) rule->to_min) : NULL;
  g_autofree char *hours = from != NULL ? g_strdup_printf ("%s–%s", from, to) : NULL;
  g_autofree char *validity = days_text (rule);
  const char *parts[3] = { NULL };
  guint n = 0;

  if (days != NULL)
    parts[n++] = days;
  if (hours != NULL)
    parts[n++] = hours;
  if (validity != NULL)
    parts[n++] = validity;
  return n > 0 ? salon_text_join (parts, n, " · ") : NULL;
}

/**
 * salon_price_rule_example:
 * @price: of one, before the discount
 *
 * Returns: (transfer full): a sentence: "What costs 40.00 € then costs 36.00 €."
 */
char *
salon_price_rule_example (const SalonPriceRule *rule, SalonMoney price, const SalonCurrency *currency)
{
  g_autoptr (SalonPriceRule) alone = salon_price_rule_new ();
  g_autoptr (SalonPricing) pricing = salon_pricing_new ();
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (SalonPricedLine));
  SalonPricedLine line = { .kind = SALON_SALE_LINE_SERVICE, .quantity = 1000, .unit_price = price, .list_amount = price };
  g_autofree char *before = salon_money_format (price, currency);
  g_autofree char *after = NULL;

  alone->active = 1;
  alone->kind = rule->kind;
  alone->value = rule->value;
  g_ptr_array_add (pricing->rules, salon_pricing_rule_new (alone));
  g_array_append_val (lines, line);
  salon_pricing_apply (pricing, lines);
  after = salon_money_format (g_array_index (lines, SalonPricedLine, 0).amount, currency);
  return g_strdup_printf (_("What costs %s then costs %s."), before, after);
}

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *folded = salon_text_fold (a);
  g_autofree char *other = salon_text_fold (b);

  return g_str_equal (folded, other);
}

static char *
why_by_hand (const SalonPricedLine *line, const SalonCurrency *currency)
{
  gboolean is_percent = line->manual_bp != 0 && line->discount == salon_money_percent (line->list_amount, line->manual_bp);
  g_autofree char *number = is_percent && !line->of_whole ? salon_percent_format (line->manual_bp)
                                                          : salon_money_format (line->discount, currency);

  return g_strdup_printf (line->of_whole ? _("Taken off the whole receipt by hand; of this line %s") : _("Taken off by hand: %s"),
                          number);
}

/**
 * salon_pricing_why:
 * @facts: that the line was priced by
 *
 * Returns: (transfer full) (nullable): one line that says why it costs less: "Happy hours “Morning”: 20 % less"; %NULL if
 *   it does not
 */
char *
salon_pricing_why (const SalonPricedLine *line, const SalonPricingFacts *facts, const SalonCurrency *currency)
{
  const char *label = salon_discount_source_label (line->source);
  g_autofree char *number = NULL;
  g_autofree char *how = NULL;

  if (line->source == SALON_DISCOUNT_NONE)
    return NULL;
  if (line->source == SALON_DISCOUNT_MANUAL)
    return why_by_hand (line, currency);
  if (line->source == SALON_DISCOUNT_CARD && line->rule == NULL) {
    number = salon_percent_format (facts->card_bp);
    how = g_strdup_printf (_("%s less"), number);
    return g_strdup_printf (C_("why a price", "%s “%s”: %s"), label, facts->card_name != NULL ? facts->card_name : "", how);
  }
  if (line->rule == NULL) {
    number = salon_percent_format (facts->discount_bp);
    how = g_strdup_printf (_("%s less"), number);
    return g_strdup_printf (C_("why a price", "%s: %s"), label, how);
  }
  how = salon_price_rule_reduction (line->rule, currency);
  if (is_same_text (label, line->rule->name))
    return g_strdup_printf (C_("why a price", "%s: %s"), label, how);
  return g_strdup_printf (C_("why a price", "%s “%s”: %s"), label, line->rule->name, how);
}
