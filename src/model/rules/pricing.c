/* What a basket costs: of all discounts that fit, the best for the client on each line; nothing is added up.
 *
 * There are several ways to price a basket: with all rules that are not exclusive, line by line; with one exclusive rule
 * and nothing else; with a discount by hand on the whole.  The one that takes most off in all is taken. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/pricing.h"

#define WHOLE_BP   10000
#define THOUSANDTH 1000

/**
 * salon_pricing_rule_new:
 * @rule: (transfer none): is kept
 *
 * Returns: (transfer full): a rule for all services and goods that was never used
 */
SalonPricingRule *
salon_pricing_rule_new (SalonPriceRule *rule)
{
  SalonPricingRule *self = g_new0 (SalonPricingRule, 1);

  self->rule = g_object_ref (rule);
  self->targets = g_array_new (FALSE, FALSE, sizeof (SalonPricingTarget));
  return self;
}

/**
 * salon_pricing_rule_add_target:
 * @id: of the category, service or item; 0 for all services and all goods
 *
 * The rule is for these, too.
 */
void
salon_pricing_rule_add_target (SalonPricingRule *self, SalonPriceTargetKind kind, gint64 id)
{
  SalonPricingTarget target = { kind, id };

  g_array_append_val (self->targets, target);
}

/**
 * salon_pricing_rule_free: frees it
 */
void
salon_pricing_rule_free (SalonPricingRule *self)
{
  g_object_unref (self->rule);
  g_array_unref (self->targets);
  g_free (self);
}

/**
 * salon_pricing_new:
 *
 * Returns: (transfer full): without rules, for nobody
 */
SalonPricing *
salon_pricing_new (void)
{
  SalonPricing *self = g_new0 (SalonPricing, 1);

  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_pricing_rule_free);
  return self;
}

/**
 * salon_pricing_free: frees it
 */
void
salon_pricing_free (SalonPricing *self)
{
  g_clear_pointer (&self->facts.category_ids, g_array_unref);
  g_clear_pointer (&self->facts.segment_ids, g_array_unref);
  g_free (self->facts.code);
  g_free (self->facts.card_name);
  g_ptr_array_unref (self->rules);
  g_free (self);
}

/**
 * salon_pricing_code:
 * @typed: (nullable): a code as somebody types it
 *
 * Returns: (transfer full) (nullable): in capitals and without blanks; %NULL if nothing is left
 */
char *
salon_pricing_code (const char *typed)
{
  g_autofree char *capitals = typed != NULL ? g_utf8_strup (typed, -1) : NULL;
  GString *code = g_string_new (NULL);

  for (const char *p = capitals; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (code, g_utf8_get_char (p));
  return g_string_free (code, code->len == 0);
}

/* ---- whether a rule fits */

static gboolean
has_id (const GArray *ids, gint64 id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* Who was born on 29 February has it on the 28th in other years. */
static SalonDay
birthday_in (const SalonPricingFacts *facts, int year)
{
  return salon_day_from_ymd (year, facts->birth_month,
                             MIN (facts->birth_mday, salon_day_days_in_month (year, facts->birth_month)));
}

/* The year before and the year after may be nearer than this one's. */
static gboolean
is_near_birthday (const SalonPricingFacts *facts, gint64 days)
{
  int year = 0;
  int month = 0;
  int mday = 0;

  if (facts->birth_month == 0 || facts->birth_mday == 0)
    return FALSE;
  salon_day_to_ymd (facts->day, &year, &month, &mday);
  for (int i = -1; i <= 1; i++)
    if (ABS (birthday_in (facts, year + i) - facts->day) <= days)
      return TRUE;
  return FALSE;
}

static gboolean
has_reached (const SalonPriceRule *rule, const SalonPricingFacts *facts)
{
  switch ((SalonTierBy) rule->tier_by) {
  case SALON_TIER_SOLD:
    return facts->sold >= rule->tier_from;
  case SALON_TIER_PAID:
    return facts->paid >= rule->tier_from;
  case SALON_TIER_VISITS:
    return facts->visits >= rule->tier_from;
  case SALON_TIER_NONE:
  default:
    return TRUE;
  }
}

/* Whatever is asked of a client, nobody is none. */
static gboolean
asks_of_client (const SalonPriceRule *rule)
{
  return rule->category_id != 0 || rule->segment_id != 0 || rule->tier_by != SALON_TIER_NONE || rule->offered_only
         || rule->per_client > 0 || rule->source == SALON_DISCOUNT_BIRTHDAY || rule->source == SALON_DISCOUNT_FIRST_VISIT;
}

static gboolean
fits_who (const SalonPricingRule *self, const SalonPricingFacts *facts)
{
  const SalonPriceRule *rule = self->rule;

  if (!asks_of_client (rule))
    return TRUE;
  return facts->client_id != 0 && (rule->category_id == 0 || has_id (facts->category_ids, rule->category_id))
         && (rule->segment_id == 0 || has_id (facts->segment_ids, rule->segment_id)) && has_reached (rule, facts)
         && (!rule->offered_only || self->offered)
         && (rule->source != SALON_DISCOUNT_BIRTHDAY || is_near_birthday (facts, rule->birthday_days))
         && (rule->source != SALON_DISCOUNT_FIRST_VISIT || facts->first_visit);
}

static gboolean
fits_code (const SalonPriceRule *rule, const SalonPricingFacts *facts)
{
  g_autofree char *named = NULL;

  if (rule->code == NULL)
    return rule->source != SALON_DISCOUNT_CODE;
  named = salon_pricing_code (facts->code);
  return named != NULL && g_str_equal (named, rule->code);
}

/**
 * salon_pricing_rule_fits_client:
 *
 * Returns: whether the client can have it on that day: in use, in its days, she is who it is for, she named its code, and
 *   neither her share nor everybody's is used up.  Weekdays, hours and targets are asked of each line.
 */
gboolean
salon_pricing_rule_fits_client (const SalonPricingRule *self, const SalonPricingFacts *facts)
{
  const SalonPriceRule *rule = self->rule;

  return rule->active && !rule->archived && (rule->from_day == 0 || facts->day >= rule->from_day)
         && (rule->to_day == 0 || facts->day <= rule->to_day)
         && (rule->per_client == 0 || self->used_by_client < rule->per_client)
         && (rule->in_all == 0 || self->used_in_all < rule->in_all) && fits_code (rule, facts) && fits_who (self, facts);
}

static gboolean
fits_time (const SalonPriceRule *rule, const SalonPricedLine *line, const SalonPricingFacts *facts)
{
  gboolean has_time = line->weekday != 0;
  int weekday = has_time ? line->weekday : salon_day_weekday (facts->day);
  int minute = has_time ? line->minute : facts->minute;

  return (rule->weekdays == 0 || (rule->weekdays & (1 << (weekday - 1))) != 0)
         && (rule->to_min == 0 || (minute >= rule->from_min && minute < rule->to_min));
}

static gboolean
is_target (const SalonPricingTarget *target, const SalonPricedLine *line)
{
  gboolean is_service = line->kind == SALON_SALE_LINE_SERVICE;

  switch (target->kind) {
  case SALON_PRICE_TARGET_SERVICES:
    return is_service;
  case SALON_PRICE_TARGET_GOODS:
    return !is_service;
  case SALON_PRICE_TARGET_SERVICE_CATEGORY:
    return is_service && line->category_id == target->id;
  case SALON_PRICE_TARGET_ITEM_CATEGORY:
    return !is_service && line->category_id == target->id;
  case SALON_PRICE_TARGET_SERVICE:
    return is_service && line->subject_id == target->id;
  case SALON_PRICE_TARGET_ITEM:
    return !is_service && line->subject_id == target->id;
  default:
    return FALSE;
  }
}

static gboolean
is_for (const SalonPricingRule *self, const SalonPricedLine *line)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (is_target (&g_array_index (self->targets, SalonPricingTarget, i), line))
      return TRUE;
  return self->targets->len == 0;
}

/* ---- how much */

static gboolean
can_cost_less (const SalonPricedLine *line)
{
  return !line->no_discount && line->list_amount > 0
         && (line->kind == SALON_SALE_LINE_SERVICE || line->kind == SALON_SALE_LINE_ITEM || line->kind == SALON_SALE_LINE_TICKET);
}

/* Season tickets have their price by being tickets. */
static gboolean
can_follow_rules (const SalonPricedLine *line)
{
  return can_cost_less (line) && line->kind != SALON_SALE_LINE_TICKET;
}

static SalonMoney
reduction (const SalonPriceRule *rule, const SalonPricedLine *line)
{
  SalonMoney of_all = 0;

  if (rule->kind == SALON_REDUCE_PERCENT)
    return salon_money_percent (line->list_amount, (int) CLAMP (rule->value, 0, WHOLE_BP));
  if (!salon_money_mul_div (rule->value, line->quantity, THOUSANDTH, &of_all))
    of_all = line->list_amount;
  of_all = CLAMP (of_all, 0, line->list_amount);
  return rule->kind == SALON_REDUCE_AMOUNT ? of_all : line->list_amount - of_all;
}

static void
set_discount (SalonPricedLine *line, SalonMoney discount, SalonDiscountSource source, const SalonPriceRule *rule)
{
  line->discount = discount;
  line->amount = line->list_amount - discount;
  line->source = discount != 0 ? source : SALON_DISCOUNT_NONE;
  line->rule = discount != 0 ? rule : NULL;
  line->rule_id = line->rule != NULL ? salon_entity_get_id (line->rule) : 0;
}

/* Where two come to the same, the one of higher priority goes first, then the older; a personal discount counts as the
 * oldest of priority 0. */
static gboolean
goes_before (const SalonPriceRule *rule, const SalonPriceRule *other)
{
  gint64 priority = rule != NULL ? rule->priority : 0;
  gint64 other_priority = other != NULL ? other->priority : 0;

  if (priority != other_priority)
    return priority > other_priority;
  return (rule != NULL ? salon_entity_get_id (rule) : 0) < (other != NULL ? salon_entity_get_id (other) : 0);
}

static void
offer (SalonPricedLine *line, SalonMoney discount, SalonDiscountSource source, const SalonPriceRule *rule)
{
  if (discount > line->discount || (discount != 0 && discount == line->discount && goes_before (rule, line->rule)))
    set_discount (line, discount, source, rule);
}

static SalonMoney
by_hand (const SalonPricedLine *line)
{
  SalonMoney of_percent = salon_money_percent (line->list_amount, CLAMP (line->manual_bp, 0, WHOLE_BP));

  return MAX (of_percent, CLAMP (line->manual_discount, 0, line->list_amount));
}

/* ---- ways to price a basket */

static GArray *
at_list_price (const GArray *lines)
{
  GArray *basket = g_array_sized_new (FALSE, FALSE, sizeof (SalonPricedLine), lines->len);

  g_array_append_vals (basket, lines->data, lines->len);
  for (guint i = 0; i < basket->len; i++) {
    SalonPricedLine *line = &g_array_index (basket, SalonPricedLine, i);

    line->of_whole = FALSE;
    set_discount (line, 0, SALON_DISCOUNT_NONE, NULL);
  }
  return basket;
}

static void
offer_rule (const SalonPricing *self, const SalonPricingRule *rule, GArray *basket)
{
  for (guint i = 0; i < basket->len; i++) {
    SalonPricedLine *line = &g_array_index (basket, SalonPricedLine, i);

    if (can_follow_rules (line) && is_for (rule, line) && fits_time (rule->rule, line, &self->facts))
      offer (line, reduction (rule->rule, line), rule->rule->source, rule->rule);
  }
}

/* What is by hand comes last: it counts only where it takes off more than every rule. */
static GArray *
best_by_line (const SalonPricing *self, GPtrArray *fitting, const GArray *lines)
{
  GArray *basket = at_list_price (lines);
  int personal = self->facts.client_id != 0 ? CLAMP (self->facts.discount_bp, 0, WHOLE_BP) : 0;
  int of_card = self->facts.client_id != 0 ? CLAMP (self->facts.card_bp, 0, WHOLE_BP) : 0;

  for (guint i = 0; i < basket->len; i++) {
    SalonPricedLine *line = &g_array_index (basket, SalonPricedLine, i);

    if (!can_follow_rules (line))
      continue;
    offer (line, salon_money_percent (line->list_amount, personal), SALON_DISCOUNT_PERSONAL, NULL);
    offer (line, salon_money_percent (line->list_amount, of_card), SALON_DISCOUNT_CARD, NULL);
  }
  for (guint i = 0; i < fitting->len; i++)
    if (!((SalonPricingRule *) fitting->pdata[i])->rule->exclusive)
      offer_rule (self, fitting->pdata[i], basket);
  for (guint i = 0; i < basket->len; i++) {
    SalonPricedLine *line = &g_array_index (basket, SalonPricedLine, i);

    if (can_cost_less (line) && by_hand (line) > line->discount)
      set_discount (line, by_hand (line), SALON_DISCOUNT_MANUAL, NULL);
  }
  return basket;
}

static SalonMoney
sum_of (const GArray *basket, gboolean of_list)
{
  SalonMoney sum = 0;

  for (guint i = 0; i < basket->len; i++) {
    const SalonPricedLine *line = &g_array_index (basket, SalonPricedLine, i);

    if (!salon_money_add (sum, !of_list ? line->discount : can_cost_less (line) ? line->list_amount : 0, &sum))
      return G_MAXINT64;
  }
  return sum;
}

/* By largest remainder; no line gets more than it costs, since the whole is not more than all of them. */
static GArray *
spread (SalonMoney whole, const GArray *lines)
{
  GArray *basket = at_list_price (lines);
  SalonMoney most = sum_of (basket, TRUE);
  g_autofree gint64 *weights = g_new0 (gint64, basket->len + 1);
  g_autofree SalonMoney *parts = g_new0 (SalonMoney, basket->len + 1);

  if (most <= 0 || most == G_MAXINT64)
    return basket;
  for (guint i = 0; i < basket->len; i++) {
    const SalonPricedLine *line = &g_array_index (basket, SalonPricedLine, i);

    weights[i] = can_cost_less (line) ? line->list_amount : 0;
  }
  salon_money_split (MIN (whole, most), weights, basket->len, parts);
  for (guint i = 0; i < basket->len; i++) {
    SalonPricedLine *line = &g_array_index (basket, SalonPricedLine, i);

    set_discount (line, parts[i], SALON_DISCOUNT_MANUAL, NULL);
    line->of_whole = parts[i] != 0;
  }
  return basket;
}

static int
compare_rules (gconstpointer a, gconstpointer b)
{
  const SalonPricingRule *one = *(const SalonPricingRule *const *) a;
  const SalonPricingRule *other = *(const SalonPricingRule *const *) b;

  return goes_before (one->rule, other->rule) ? -1 : goes_before (other->rule, one->rule) ? 1 : 0;
}

static GPtrArray *
rules_that_fit (const SalonPricing *self)
{
  GPtrArray *fitting = g_ptr_array_new ();

  for (guint i = 0; i < self->rules->len; i++)
    if (salon_pricing_rule_fits_client (self->rules->pdata[i], &self->facts))
      g_ptr_array_add (fitting, self->rules->pdata[i]);
  g_ptr_array_sort (fitting, compare_rules);
  return fitting;
}

/* The earlier one stays where both come to the same. */
static GArray *
better (GArray *basket, GArray *other)
{
  GArray *worse = sum_of (other, FALSE) > sum_of (basket, FALSE) ? basket : other;
  GArray *best = worse == basket ? other : basket;

  g_array_unref (worse);
  return best;
}

/**
 * salon_pricing_apply:
 * @lines: (inout) (element-type SalonPricedLine): what is (out) of each is written
 *
 * Finds the best discount for the client: each line takes the one that takes most off it, rounded once for the line; an
 * exclusive rule, or a discount by hand on the whole receipt, instead of all others if it takes more off in all.  Where two
 * come to the same the rule of higher priority is named, then the older one; what is by hand only if it is more.
 * The order of the rules does not matter.  No line costs less than nothing.
 */
void
salon_pricing_apply (const SalonPricing *self, GArray *lines)
{
  g_autoptr (GPtrArray) fitting = rules_that_fit (self);
  g_autoptr (GArray) best = best_by_line (self, fitting, lines);

  for (guint i = 0; i < fitting->len; i++) {
    const SalonPricingRule *rule = fitting->pdata[i];
    GArray *alone = NULL;

    if (!rule->rule->exclusive)
      continue;
    alone = at_list_price (lines);
    offer_rule (self, rule, alone);
    best = better (best, alone);
  }
  if (self->whole_discount > 0)
    best = better (best, spread (self->whole_discount, lines));
  g_array_set_size (lines, 0);
  g_array_append_vals (lines, best->data, best->len);
}

/* ---- what is by hand */

static gboolean
refuse_more_than (int limit_bp, const char *field, GError **error)
{
  g_autofree char *limit = salon_percent_format (limit_bp);

  salon_set_field_error (error, field, _("By hand you may take off at most %s."), limit);
  return FALSE;
}

static gboolean
check_within (SalonMoney discount, SalonMoney price, int limit_bp, const char *field, GError **error)
{
  if (discount < 0) {
    salon_set_field_error (error, field, _("A discount cannot be less than nothing."));
    return FALSE;
  }
  if (discount > price) {
    salon_set_field_error (error, field, _("A discount cannot be more than the price."));
    return FALSE;
  }
  return discount <= salon_money_percent (price, CLAMP (limit_bp, 0, WHOLE_BP)) || refuse_more_than (limit_bp, field, error);
}

static gboolean
check_line (const SalonPricing *self, const SalonPricedLine *line, GError **error)
{
  if (line->manual_bp == 0 && line->manual_discount == 0)
    return TRUE;
  if (line->manual_bp < 0 || line->manual_bp > WHOLE_BP) {
    salon_set_field_error (error, "manual_bp", _("A discount must be between 0 and 100 percent."));
    return FALSE;
  }
  if (!can_cost_less (line)) {
    salon_set_field_error (error, line->manual_bp != 0 ? "manual_bp" : "manual_discount", _("There is no discount on this."));
    return FALSE;
  }
  if (line->manual_bp > self->manual_limit_bp)
    return refuse_more_than (self->manual_limit_bp, "manual_bp", error);
  return check_within (line->manual_discount, line->list_amount, self->manual_limit_bp, "manual_discount", error);
}

/**
 * salon_pricing_check_manual:
 * @lines: (element-type SalonPricedLine): with what is by hand
 * @error: %SALON_ERROR_VALIDATION of "manual_bp", "manual_discount" or "whole_discount"
 *
 * Returns: whether what is to be taken off by hand is possible, and within the limit of who works
 */
gboolean
salon_pricing_check_manual (const SalonPricing *self, const GArray *lines, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    if (!check_line (self, &g_array_index (lines, SalonPricedLine, i), error))
      return FALSE;
  return self->whole_discount == 0
         || check_within (self->whole_discount, sum_of (lines, TRUE), self->manual_limit_bp, "whole_discount", error);
}
