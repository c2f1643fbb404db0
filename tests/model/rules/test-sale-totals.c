/* What a sale comes to: tax once for each rate, discounts that sum exactly, coins, change.
 *
 * Rounding is tried in full with SALON_TEST_FULL=1: 1 to 100,000 cents × 1 to 100 % × 1 to 7 lines; else a sample. */
#include "model/rules/pricing.h"
#include "model/rules/sale-totals.h"

static GPtrArray *
lines_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) salon_sale_line_free);
}

static SalonSaleLine *
add (GPtrArray *lines, SalonSaleLineKind kind, SalonMoney price, gint64 quantity, int vat_bp)
{
  SalonSaleLine *line = salon_sale_line_new (kind, 1);

  line->unit_price = price;
  line->quantity = quantity;
  line->vat_bp = vat_bp;
  g_assert_true (salon_sale_line_price (line));
  g_ptr_array_add (lines, line);
  return line;
}

static void
test_price (void)
{
  g_autoptr (GPtrArray) lines = lines_new ();
  SalonSaleLine *line = add (lines, SALON_SALE_LINE_ITEM, 999, 2500, 2100);

  g_assert_cmpint (line->list_amount, ==, 2498); /* 24.975 */
  line->quantity = 0;
  g_assert_false (salon_sale_line_price (line));
  line->quantity = -1000;
  g_assert_false (salon_sale_line_price (line));
  line->quantity = 1000;
  line->unit_price = -1;
  g_assert_false (salon_sale_line_price (line));
  line->unit_price = SALON_SALE_MOST;
  g_assert_true (salon_sale_line_price (line));
  line->quantity = 1001;
  g_assert_false (salon_sale_line_price (line));
  line->unit_price = G_MAXINT64;
  g_assert_false (salon_sale_line_price (line));
}

/* 3 × 0.99 at 21 %: 2.97 × 21 / 121 = 0.5155, so 0.52 once, not 3 × 0.17 = 0.51.  Tips have none. */
static void
test_tax (void)
{
  g_autoptr (GPtrArray) lines = lines_new ();
  g_autoptr (GArray) rates = NULL;
  SalonSaleTotals totals;

  for (int i = 0; i < 3; i++)
    add (lines, SALON_SALE_LINE_ITEM, 99, 1000, 2100);
  add (lines, SALON_SALE_LINE_SERVICE, 1000, 1000, 1200);
  add (lines, SALON_SALE_LINE_TIP, 500, 1000, 2100);
  salon_sale_lines_tax (lines);
  g_assert_true (salon_sale_lines_sum (lines, &totals));
  g_assert_cmpint (totals.total, ==, 1797);
  g_assert_cmpint (totals.vat, ==, 52 + 107);
  g_assert_cmpint (((SalonSaleLine *) lines->pdata[0])->vat, ==, 18);
  g_assert_cmpint (((SalonSaleLine *) lines->pdata[2])->vat, ==, 17);
  g_assert_cmpint (((SalonSaleLine *) lines->pdata[4])->vat, ==, 0);
  rates = salon_sale_lines_rates (lines);
  g_assert_cmpuint (rates->len, ==, 2);
  g_assert_cmpint (g_array_index (rates, SalonTaxRate, 0).vat_bp, ==, 2100);
  g_assert_cmpint (g_array_index (rates, SalonTaxRate, 0).amount, ==, 297);
  g_assert_cmpint (g_array_index (rates, SalonTaxRate, 1).vat, ==, 107);
}

/* Off the whole, by hand, as a sale does it. */
static void
take_off_whole (GPtrArray *lines, SalonMoney off)
{
  g_autoptr (SalonPricing) pricing = salon_pricing_new ();
  g_autoptr (GArray) priced = g_array_new (FALSE, TRUE, sizeof (SalonPricedLine));

  pricing->whole_discount = off;
  for (guint i = 0; i < lines->len; i++) {
    const SalonSaleLine *line = lines->pdata[i];
    SalonPricedLine one = { .kind = line->kind, .quantity = line->quantity, .list_amount = line->list_amount };

    g_array_append_val (priced, one);
  }
  salon_pricing_apply (pricing, priced);
  for (guint i = 0; i < lines->len; i++)
    salon_sale_line_take_off (lines->pdata[i], g_array_index (priced, SalonPricedLine, i).discount, SALON_DISCOUNT_MANUAL, "why");
}

/* One amount, one percentage, so many lines: all that is spread sums to what it was. */
static void
try_rounding (SalonMoney amount, int percent, guint n)
{
  g_autoptr (GPtrArray) lines = lines_new ();
  SalonSaleTotals totals;
  SalonMoney off = (amount * percent + 50) / 100;
  SalonMoney given_back = 0;
  SalonMoney vat_back = 0;

  for (guint i = 0; i < n; i++)
    add (lines, SALON_SALE_LINE_ITEM, amount / n + (i < amount % n ? 1 : 0), 1000, i % 2 == 0 ? 2100 : 1200);
  take_off_whole (lines, off);
  salon_sale_lines_tax (lines);
  g_assert_true (salon_sale_lines_sum (lines, &totals));
  g_assert_cmpint (totals.list, ==, amount);
  g_assert_cmpint (totals.discount, ==, off);
  g_assert_cmpint (totals.total, ==, amount - off);
  for (guint i = 0; i < n; i++) {
    SalonSaleLine *line = lines->pdata[i];

    g_assert_cmpint (line->discount, >=, 0);
    g_assert_cmpint (line->amount, >=, 0);
    g_assert_cmpint (line->vat, >=, 0);
    g_assert_cmpint (line->vat, <=, line->amount);
    for (int part = 0; part < 3; part++) { /* given back in three parts */
      g_autoptr (SalonSaleLine) back = salon_sale_line_part (line, part < 2 ? 333 : 334);

      g_assert_cmpint (back->amount, ==, back->list_amount - back->discount);
      g_assert_cmpint (back->amount, <=, 0);
      given_back += back->amount;
      vat_back += back->vat;
      line->returned_quantity -= back->quantity;
    }
  }
  g_assert_cmpint (given_back, ==, -totals.total);
  g_assert_cmpint (vat_back, ==, -totals.vat);
}

static void
test_rounding (void)
{
  if (g_getenv ("SALON_TEST_FULL") == NULL) {
    for (int i = 0; i < 20000; i++)
      try_rounding (g_test_rand_int_range (1, 100001), g_test_rand_int_range (1, 101), (guint) g_test_rand_int_range (1, 8));
    return;
  }
  for (SalonMoney amount = 1; amount <= 100000; amount++)
    for (int percent = 1; percent <= 100; percent++)
      for (guint n = 1; n <= 7; n++)
        try_rounding (amount, percent, n);
}

static void
test_coins (void)
{
  const struct {
    SalonMoney amount, step, rounded;
  } cases[] = {
    { 1002, 0, 1002 },  { 1002, 1, 1002 },  { 1002, 5, 1000 },    { 1003, 5, 1005 },    { 1007, 5, 1005 },  { 1008, 5, 1010 },
    { 1004, 10, 1000 }, { 1005, 10, 1010 }, { 2, 5, 0 },          { 3, 5, 5 },          { 0, 5, 0 },        { -1002, 5, -1000 },
    { -1003, 5, -1005 }, { 12345, 50, 12350 }, { 12324, 50, 12300 }, { 12325, 50, 12350 }, { 7, 10, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (salon_cash_round (cases[i].amount, cases[i].step), ==, cases[i].rounded);
}

typedef struct {
  SalonMoney total;
  SalonMoney step;
  SalonSalePayment payments[3]; /* up to one without a method */
  SalonPayFault fault;
  guint at;
  SalonMoney paid, rounding, left, change;
} Case;

#define CASH(amount, given) { SALON_PAY_CASH, 0, amount, given }
#define CARD(amount)        { SALON_PAY_CARD, 0, amount, 0 }

static const Case cases[] = {
  { 1000, 0, { CASH (1000, 0) }, 0, 0, 1000, 0, 0, 0 },
  { 1000, 0, { CASH (SALON_PAY_REST, 2000) }, 0, 0, 1000, 0, 0, 1000 },
  { 1000, 0, { CARD (300), CASH (SALON_PAY_REST, 1000) }, 0, 0, 1000, 0, 0, 300 },
  { 1000, 0, { CASH (500, 0), CARD (SALON_PAY_REST) }, 0, 0, 1000, 0, 0, 0 },
  { 1000, 0, { CARD (400) }, 0, 0, 400, 0, 600, 0 },
  { 1000, 0, { CASH (SALON_PAY_REST, 600) }, 0, 0, 600, 0, 400, 0 },
  { 1002, 5, { CASH (SALON_PAY_REST, 0) }, 0, 0, 1000, -2, 0, 0 },
  { 1003, 5, { CASH (SALON_PAY_REST, 2000) }, 0, 0, 1005, 2, 0, 995 },
  { 1002, 5, { CASH (1002, 0) }, 0, 0, 1000, -2, 0, 0 },
  { 1002, 5, { CASH (1000, 0) }, 0, 0, 1000, -2, 0, 0 },
  { 1002, 5, { CARD (1002) }, 0, 0, 1002, 0, 0, 0 },
  { 1002, 5, { CARD (501), CASH (SALON_PAY_REST, 0) }, 0, 0, 1001, -1, 0, 0 },
  { 1002, 5, { CASH (500, 0), CARD (502) }, 0, 0, 1002, 0, 0, 0 },
  { 2, 5, { CASH (SALON_PAY_REST, 0) }, 0, 0, 0, -2, 0, 0 },
  { 0, 5, { CASH (SALON_PAY_REST, 0) }, 0, 0, 0, 0, 0, 0 },
  { 1002, 10, { CASH (SALON_PAY_REST, 0) }, 0, 0, 1000, -2, 0, 0 },
  { 1000, 0, { CASH (0, 0) }, SALON_PAY_FAULT_NOTHING, 0 },
  { 1000, 0, { CASH (-500, 0) }, SALON_PAY_FAULT_NOTHING, 0 },
  { 1000, 0, { CASH (500, -1) }, SALON_PAY_FAULT_NOTHING, 0 },
  { 1000, 0, { CASH (1001, 0) }, SALON_PAY_FAULT_TOO_MUCH, 0 },
  { 1000, 0, { CARD (600), CARD (401) }, SALON_PAY_FAULT_TOO_MUCH, 1 },
  { 1000, 0, { CASH (600, 0), CASH (401, 0) }, SALON_PAY_FAULT_TOO_MUCH, 1 },
  { 1000, 0, { CASH (600, 0), { SALON_PAY_CARD, 0, 400, 500 } }, SALON_PAY_FAULT_NO_CHANGE, 1 },
  { 1000, 0, { CASH (1000, 900) }, SALON_PAY_FAULT_GIVEN, 0 },
  { 1002, 5, { CASH (501, 0), CARD (100) }, SALON_PAY_FAULT_COINS, 0 },
  { 1000, 0, { CASH (SALON_PAY_REST, 0), CARD (SALON_PAY_REST) }, SALON_PAY_FAULT_TWO_RESTS, 1 },
  { 1000, 0, { CARD (SALON_SALE_MOST + 1) }, SALON_PAY_FAULT_HUGE, 0 },
};

static void
test_settle (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Case *c = &cases[i];
    g_autoptr (GArray) payments = g_array_new (FALSE, FALSE, sizeof (SalonSalePayment));
    SalonSettlement settlement;
    guint at = 0;

    for (guint k = 0; k < G_N_ELEMENTS (c->payments) && c->payments[k].method != 0; k++)
      g_array_append_val (payments, c->payments[k]);
    g_test_message ("case %u", i);
    g_assert_cmpint (salon_sale_settle (c->total, c->step, payments, &settlement, &at), ==, c->fault);
    if (c->fault != SALON_PAY_FAULT_NONE) {
      g_assert_cmpuint (at, ==, c->at);
      continue;
    }
    g_assert_cmpint (settlement.paid, ==, c->paid);
    g_assert_cmpint (settlement.rounding, ==, c->rounding);
    g_assert_cmpint (settlement.left, ==, c->left);
    g_assert_cmpint (settlement.change, ==, c->change);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sale-totals/price", test_price);
  g_test_add_func ("/sale-totals/tax", test_tax);
  g_test_add_func ("/sale-totals/rounding", test_rounding);
  g_test_add_func ("/sale-totals/coins", test_coins);
  g_test_add_func ("/sale-totals/settle", test_settle);
  return g_test_run ();
}
