/* Which discount a line gets, by examples. */
#include "base/error.h"
#include "model/rules/pricing-text.h"

#define MONDAY  20409 /* 17 November 2025 */
#define ITEM_ID 30

static SalonPriceRule *
add_rule (SalonPricing *pricing, gint64 id, SalonDiscountSource source, SalonReduceKind kind, gint64 value)
{
  g_autoptr (SalonPriceRule) rule = salon_price_rule_new ();
  SalonPricingRule *priced = NULL;

  salon_entity_set_id (rule, id);
  rule->name = g_strdup_printf ("Rule %d", (int) id);
  rule->source = source;
  rule->active = 1;
  rule->kind = kind;
  rule->value = value;
  priced = salon_pricing_rule_new (rule);
  g_ptr_array_add (pricing->rules, priced);
  return priced->rule;
}

static SalonPricing *
pricing_of (gint64 client_id, int discount_bp)
{
  SalonPricing *pricing = salon_pricing_new ();

  pricing->facts.day = MONDAY;
  pricing->facts.minute = 12 * 60;
  pricing->facts.client_id = client_id;
  pricing->facts.discount_bp = discount_bp;
  pricing->manual_limit_bp = 1000;
  return pricing;
}

static void
add_line (GArray *lines, SalonSaleLineKind kind, gint64 subject_id, SalonMoney amount)
{
  SalonPricedLine line = { .kind = kind, .subject_id = subject_id, .quantity = 1000, .unit_price = amount, .list_amount = amount };

  g_array_append_val (lines, line);
}

static GArray *
cut_and_shampoo (void)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (SalonPricedLine));

  add_line (lines, SALON_SALE_LINE_SERVICE, 5, 4000);
  add_line (lines, SALON_SALE_LINE_ITEM, ITEM_ID, 1250);
  return lines;
}

static SalonPricedLine *
line_at (GArray *lines, guint i)
{
  return &g_array_index (lines, SalonPricedLine, i);
}

static void
expect (GArray *lines, guint i, SalonMoney discount, SalonDiscountSource source)
{
  g_assert_cmpint (line_at (lines, i)->discount, ==, discount);
  g_assert_cmpint (line_at (lines, i)->source, ==, source);
}

static void
test_best_per_line (void)
{
  g_autoptr (SalonPricing) pricing = pricing_of (1, 500);
  g_autoptr (GArray) lines = cut_and_shampoo ();

  add_rule (pricing, 1, SALON_DISCOUNT_PROMOTION, SALON_REDUCE_PERCENT, 2000);
  salon_pricing_rule_add_target (pricing->rules->pdata[0], SALON_PRICE_TARGET_SERVICES, 0);
  salon_pricing_apply (pricing, lines);
  expect (lines, 0, 800, SALON_DISCOUNT_PROMOTION); /* 20 % and 5 % are not 25 % */
  expect (lines, 1, 63, SALON_DISCOUNT_PERSONAL);   /* 62.5 cents */
  g_assert_cmpint (line_at (lines, 0)->rule_id, ==, 1);
  g_assert_cmpint (line_at (lines, 1)->rule_id, ==, 0);
}

static void
test_kinds (void)
{
  g_autoptr (SalonPricing) pricing = pricing_of (0, 0);
  g_autoptr (GArray) lines = cut_and_shampoo ();
  SalonPriceRule *rule = add_rule (pricing, 1, SALON_DISCOUNT_PROMOTION, SALON_REDUCE_AMOUNT, 300);

  line_at (lines, 1)->quantity = 3000;
  line_at (lines, 1)->list_amount = 3750;
  salon_pricing_apply (pricing, lines);
  expect (lines, 0, 300, SALON_DISCOUNT_PROMOTION);
  expect (lines, 1, 900, SALON_DISCOUNT_PROMOTION);
  rule->kind = SALON_REDUCE_PRICE;
  rule->value = 1000;
  salon_pricing_apply (pricing, lines);
  expect (lines, 0, 3000, SALON_DISCOUNT_PROMOTION);
  expect (lines, 1, 750, SALON_DISCOUNT_PROMOTION);
  rule->value = 2000; /* the shampoo is cheaper than that */
  salon_pricing_apply (pricing, lines);
  expect (lines, 1, 0, SALON_DISCOUNT_NONE);
}

static void
test_ties (void)
{
  g_autoptr (SalonPricing) pricing = pricing_of (1, 1000);
  g_autoptr (GArray) lines = cut_and_shampoo ();
  SalonPriceRule *second = add_rule (pricing, 2, SALON_DISCOUNT_PROMOTION, SALON_REDUCE_PERCENT, 1000);

  add_rule (pricing, 1, SALON_DISCOUNT_PROMOTION, SALON_REDUCE_PERCENT, 1000);
  line_at (lines, 0)->manual_bp = 1000;
  salon_pricing_apply (pricing, lines);
  expect (lines, 0, 400, SALON_DISCOUNT_PERSONAL);
  pricing->facts.discount_bp = 0;
  salon_pricing_apply (pricing, lines);
  g_assert_cmpint (line_at (lines, 0)->rule_id, ==, 1);
  second->priority = 1;
  salon_pricing_apply (pricing, lines);
  g_assert_cmpint (line_at (lines, 0)->rule_id, ==, 2);
}

static void
test_ties_of_exclusive (void)
{
  g_autoptr (SalonPricing) pricing = pricing_of (0, 0);
  g_autoptr (GArray) lines = cut_and_shampoo ();
  SalonPriceRule *last = NULL;

  for (gint64 id = 3; id > 0; id--) {
    last = add_rule (pricing, id, SALON_DISCOUNT_PROMOTION, SALON_REDUCE_PERCENT, 1000);
    last->exclusive = 1;
  }
  salon_pricing_apply (pricing, lines);
  g_assert_cmpint (line_at (lines, 0)->rule_id, ==, 1);
  last->priority = -1;
  salon_pricing_apply (pricing, lines);
  g_assert_cmpint (line_at (lines, 0)->rule_id, ==, 2);
}

static void
test_exclusive (void)
{
  g_autoptr (SalonPricing) pricing = pricing_of (1, 1000);
  g_autoptr (GArray) lines = cut_and_shampoo ();
  SalonPriceRule *alone = add_rule (pricing, 1, SALON_DISCOUNT_PROMOTION, SALON_REDUCE_PERCENT, 1300);

  alone->exclusive = 1;
  salon_pricing_rule_add_target (pricing->rules->pdata[0], SALON_PRICE_TARGET_SERVICE, 5);
  salon_pricing_apply (pricing, lines); /* 520 alone is less than 400 + 125 */
  expect (lines, 0, 400, SALON_DISCOUNT_PERSONAL);
  alone->value = 1400; /* 560 */
  salon_pricing_apply (pricing, lines);
  expect (lines, 0, 560, SALON_DISCOUNT_PROMOTION);
  expect (lines, 1, 0, SALON_DISCOUNT_NONE);
}

static void
test_forbidden (void)
{
  g_autoptr (SalonPricing) pricing = pricing_of (1, 1000);
  g_autoptr (GArray) lines = cut_and_shampoo ();
  g_autoptr (GError) error = NULL;

  line_at (lines, 0)->no_discount = TRUE;
  add_line (lines, SALON_SALE_LINE_CERTIFICATE, 1, 5000);
  add_line (lines, SALON_SALE_LINE_TICKET, 1, 9000);
  salon_pricing_apply (pricing, lines);
  expect (lines, 0, 0, SALON_DISCOUNT_NONE);
  expect (lines, 1, 125, SALON_DISCOUNT_PERSONAL);
  expect (lines, 2, 0, SALON_DISCOUNT_NONE);
  expect (lines, 3, 0, SALON_DISCOUNT_NONE);
  line_at (lines, 3)->manual_discount = 900;
  g_assert_true (salon_pricing_check_manual (pricing, lines, NULL));
  salon_pricing_apply (pricing, lines);
  expect (lines, 3, 900, SALON_DISCOUNT_MANUAL);
  line_at (lines, 0)->manual_discount = 1;
  g_assert_false (salon_pricing_check_manual (pricing, lines, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "manual_discount");
}

static void
test_whole (void)
{
  g_autoptr (SalonPricing) pricing = pricing_of (1, 0);
  g_autoptr (GArray) lines = cut_and_shampoo ();
  g_autofree char *why = NULL;

  pricing->whole_discount = 500; /* of 52.50: 380.95 and 119.05 */
  salon_pricing_apply (pricing, lines);
  expect (lines, 0, 381, SALON_DISCOUNT_MANUAL);
  expect (lines, 1, 119, SALON_DISCOUNT_MANUAL);
  g_assert_true (line_at (lines, 0)->of_whole);
  why = salon_pricing_why (line_at (lines, 0), &pricing->facts, salon_currency_by_code ("EUR"));
  g_assert_cmpstr (why, ==, "Taken off the whole receipt by hand; of this line 3.81\302\240€");
  pricing->facts.discount_bp = 1000; /* 525 is better */
  salon_pricing_apply (pricing, lines);
  expect (lines, 0, 400, SALON_DISCOUNT_PERSONAL);
  g_assert_false (line_at (lines, 0)->of_whole);
}

static void
test_hours (void)
{
  g_autoptr (SalonPricing) pricing = pricing_of (0, 0);
  g_autoptr (GArray) lines = cut_and_shampoo ();
  SalonPriceRule *rule = add_rule (pricing, 1, SALON_DISCOUNT_HAPPY_HOURS, SALON_REDUCE_PERCENT, 1000);

  rule->weekdays = 1; /* Mondays */
  rule->from_min = 10 * 60;
  rule->to_min = 12 * 60;
  line_at (lines, 0)->weekday = 1;
  line_at (lines, 0)->minute = 11 * 60 + 59;
  salon_pricing_apply (pricing, lines); /* sold at noon */
  expect (lines, 0, 400, SALON_DISCOUNT_HAPPY_HOURS);
  expect (lines, 1, 0, SALON_DISCOUNT_NONE);
  line_at (lines, 0)->minute = 12 * 60;
  salon_pricing_apply (pricing, lines);
  expect (lines, 0, 0, SALON_DISCOUNT_NONE);
  line_at (lines, 0)->weekday = 2;
  line_at (lines, 0)->minute = 11 * 60;
  salon_pricing_apply (pricing, lines);
  expect (lines, 0, 0, SALON_DISCOUNT_NONE);
  pricing->facts.minute = 10 * 60;
  salon_pricing_apply (pricing, lines);
  expect (lines, 1, 125, SALON_DISCOUNT_HAPPY_HOURS);
}

static gboolean
has_birthday_discount (SalonPricing *pricing, int year, int month, int mday)
{
  g_autoptr (GArray) lines = cut_and_shampoo ();

  pricing->facts.day = salon_day_from_ymd (year, month, mday);
  salon_pricing_apply (pricing, lines);
  return line_at (lines, 0)->source == SALON_DISCOUNT_BIRTHDAY;
}

static void
test_birthday (void)
{
  g_autoptr (SalonPricing) pricing = pricing_of (1, 0);

  add_rule (pricing, 1, SALON_DISCOUNT_BIRTHDAY, SALON_REDUCE_PERCENT, 1000)->birthday_days = 3;
  pricing->facts.birth_month = 2;
  pricing->facts.birth_mday = 29;
  g_assert_true (has_birthday_discount (pricing, 2025, 2, 25));
  g_assert_false (has_birthday_discount (pricing, 2025, 2, 24));
  g_assert_true (has_birthday_discount (pricing, 2025, 3, 3));
  g_assert_false (has_birthday_discount (pricing, 2025, 3, 4));
  g_assert_false (has_birthday_discount (pricing, 2024, 2, 25));
  g_assert_true (has_birthday_discount (pricing, 2024, 3, 3));
  pricing->facts.birth_month = 1;
  pricing->facts.birth_mday = 2;
  g_assert_true (has_birthday_discount (pricing, 2025, 12, 30));
  g_assert_false (has_birthday_discount (pricing, 2025, 12, 29));
  pricing->facts.birth_month = 12;
  pricing->facts.birth_mday = 31;
  g_assert_true (has_birthday_discount (pricing, 2026, 1, 3));
  pricing->facts.client_id = 0;
  g_assert_false (has_birthday_discount (pricing, 2026, 1, 3));
}

static void
test_code_and_limits (void)
{
  g_autoptr (SalonPricing) pricing = pricing_of (1, 0);
  SalonPriceRule *rule = add_rule (pricing, 1, SALON_DISCOUNT_CODE, SALON_REDUCE_PERCENT, 1000);
  SalonPricingRule *priced = pricing->rules->pdata[0];

  g_assert_false (salon_pricing_rule_fits_client (priced, &pricing->facts)); /* no code at all */
  rule->code = g_strdup ("ОСЕНЬ25");
  pricing->facts.code = g_strdup (" осень 25");
  g_assert_true (salon_pricing_rule_fits_client (priced, &pricing->facts));
  rule->per_client = 2;
  priced->used_by_client = 1;
  g_assert_true (salon_pricing_rule_fits_client (priced, &pricing->facts));
  priced->used_by_client = 2;
  g_assert_false (salon_pricing_rule_fits_client (priced, &pricing->facts));
  rule->per_client = 0;
  rule->in_all = 5;
  priced->used_in_all = 5;
  g_assert_false (salon_pricing_rule_fits_client (priced, &pricing->facts));
  rule->in_all = 6;
  rule->to_day = MONDAY - 1;
  g_assert_false (salon_pricing_rule_fits_client (priced, &pricing->facts));
  rule->to_day = MONDAY;
  rule->from_day = MONDAY;
  g_assert_true (salon_pricing_rule_fits_client (priced, &pricing->facts));
  g_assert_null (salon_pricing_code (" \t"));
}

static void
expect_refused (SalonPricing *pricing, GArray *lines, const char *field)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_pricing_check_manual (pricing, lines, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
}

static void
test_by_hand (void)
{
  g_autoptr (SalonPricing) pricing = pricing_of (1, 0);
  g_autoptr (GArray) lines = cut_and_shampoo ();

  line_at (lines, 0)->manual_bp = 1000;
  pricing->whole_discount = 525;
  g_assert_true (salon_pricing_check_manual (pricing, lines, NULL));
  pricing->whole_discount = 526;
  expect_refused (pricing, lines, "whole_discount");
  pricing->whole_discount = -1;
  expect_refused (pricing, lines, "whole_discount");
  pricing->whole_discount = 0;
  line_at (lines, 0)->manual_bp = 1001;
  expect_refused (pricing, lines, "manual_bp");
  line_at (lines, 0)->manual_bp = 10001;
  pricing->manual_limit_bp = 10000;
  expect_refused (pricing, lines, "manual_bp");
  line_at (lines, 0)->manual_bp = 0;
  line_at (lines, 0)->manual_discount = 4001;
  expect_refused (pricing, lines, "manual_discount");
  line_at (lines, 0)->manual_discount = G_MININT64;
  expect_refused (pricing, lines, "manual_discount");
}

static void
test_texts (void)
{
  const SalonCurrency *euro = salon_currency_by_code ("EUR");
  g_autoptr (SalonPricing) pricing = pricing_of (1, 750);
  g_autoptr (GArray) lines = cut_and_shampoo ();
  SalonPriceRule *rule = add_rule (pricing, 1, SALON_DISCOUNT_HAPPY_HOURS, SALON_REDUCE_AMOUNT, 500);
  g_autofree char *by_rule = NULL;
  g_autofree char *personal = NULL;
  g_autofree char *when = NULL;
  g_autofree char *example = salon_price_rule_example (rule, 4000, euro);

  salon_pricing_rule_add_target (pricing->rules->pdata[0], SALON_PRICE_TARGET_SERVICES, 0);
  salon_pricing_apply (pricing, lines);
  by_rule = salon_pricing_why (line_at (lines, 0), &pricing->facts, euro);
  personal = salon_pricing_why (line_at (lines, 1), &pricing->facts, euro);
  g_assert_cmpstr (by_rule, ==, "Happy hours “Rule 1”: 5.00\302\240€ less each");
  g_assert_cmpstr (personal, ==, "Personal discount: 7.5\302\240% less");
  g_assert_cmpstr (example, ==, "What costs 40.00\302\240€ then costs 35.00\302\240€.");
  rule->weekdays = 3;
  rule->to_min = 12 * 60;
  when = salon_price_rule_when (rule);
  g_assert_cmpstr (when, ==, "Mon, Tue · 00:00–12:00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pricing/best-per-line", test_best_per_line);
  g_test_add_func ("/pricing/kinds", test_kinds);
  g_test_add_func ("/pricing/ties", test_ties);
  g_test_add_func ("/pricing/ties-of-exclusive", test_ties_of_exclusive);
  g_test_add_func ("/pricing/exclusive", test_exclusive);
  g_test_add_func ("/pricing/forbidden", test_forbidden);
  g_test_add_func ("/pricing/whole", test_whole);
  g_test_add_func ("/pricing/hours", test_hours);
  g_test_add_func ("/pricing/birthday", test_birthday);
  g_test_add_func ("/pricing/code-and-limits", test_code_and_limits);
  g_test_add_func ("/pricing/by-hand", test_by_hand);
  g_test_add_func ("/pricing/texts", test_texts);
  return g_test_run ();
}
