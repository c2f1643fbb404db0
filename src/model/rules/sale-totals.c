/* What a sale comes to.  Prices include the tax; every division rounds in base/money. */
#include "config.h"

#include "model/rules/sale-totals.h"

/* ---- lines */

/**
 * salon_sale_line_price:
 * @line: its amounts follow from unit price and quantity, without a discount
 *
 * Returns: %FALSE when the quantity is not more than nothing or too large, the price negative, or the amount too large
 */
gboolean
salon_sale_line_price (SalonSaleLine *line)
{
  if (line->quantity <= 0 || line->quantity > SALON_SALE_MOST_QUANTITY || line->unit_price < 0
      || line->unit_price > SALON_SALE_MOST
      || !salon_money_mul_div (line->unit_price, line->quantity, SALON_QUANTITY_ONE, &line->list_amount)
      || line->list_amount > SALON_SALE_MOST)
    return FALSE;
  line->discount = 0;
  line->amount = line->list_amount;
  line->discount_source = SALON_DISCOUNT_NONE;
  line->discount_rule_id = 0;
  g_clear_pointer (&line->discount_text, g_free);
  return TRUE;
}

/**
 * salon_sale_line_take_off:
 * @discount: in the place of the one that it has; from nothing to the whole
 * @why: (nullable): what the receipt says
 */
void
salon_sale_line_take_off (SalonSaleLine *line, SalonMoney discount, SalonDiscountSource source, const char *why)
{
  g_return_if_fail (discount >= 0 && discount <= line->list_amount);
  line->discount = discount;
  line->amount = line->list_amount - discount;
  line->discount_source = discount > 0 ? source : SALON_DISCOUNT_NONE;
  line->discount_rule_id = 0;
  g_free (line->discount_text);
  line->discount_text = discount > 0 ? g_strdup (why) : NULL;
}

/* ---- tax */

/* What is sold with tax in it: not what is only owed to somebody from now on. */
static gboolean
is_taxed (const SalonSaleLine *line)
{
  return line->kind == SALON_SALE_LINE_SERVICE || line->kind == SALON_SALE_LINE_ITEM;
}

static int
compare_rates (gconstpointer a, gconstpointer b)
{
  return ((const SalonTaxRate *) b)->vat_bp - ((const SalonTaxRate *) a)->vat_bp;
}

static SalonTaxRate *
rate_of (GArray *rates, int vat_bp)
{
  SalonTaxRate rate = { .vat_bp = vat_bp };

  for (guint i = 0; i < rates->len; i++)
    if (g_array_index (rates, SalonTaxRate, i).vat_bp == vat_bp)
      return &g_array_index (rates, SalonTaxRate, i);
  g_array_append_val (rates, rate);
  return &g_array_index (rates, SalonTaxRate, rates->len - 1);
}

/**
 * salon_sale_lines_rates:
 * @lines: (element-type SalonSaleLine): whose tax is known
 *
 * Returns: (transfer full) (element-type SalonTaxRate): what was sold at each rate, highest first
 */
GArray *
salon_sale_lines_rates (const GPtrArray *lines)
{
  GArray *rates = g_array_new (FALSE, FALSE, sizeof (SalonTaxRate));

  for (guint i = 0; i < lines->len; i++) {
    const SalonSaleLine *line = lines->pdata[i];
    SalonTaxRate *rate = NULL;

    if (!is_taxed (line))
      continue;
    rate = rate_of (rates, line->vat_bp);
    rate->amount += line->amount;
    rate->vat += line->vat;
  }
  g_array_sort (rates, compare_rates);
  return rates;
}

static void
spread_tax (GPtrArray *lines, const SalonTaxRate *rate)
{
  g_autofree gint64 *weights = g_new0 (gint64, lines->len + 1);
  g_autofree SalonMoney *parts = g_new0 (SalonMoney, lines->len + 1);
  SalonMoney vat = 0;

  salon_money_mul_div (rate->amount, rate->vat_bp, 10000 + rate->vat_bp, &vat); /* less than the amount: it can be held */
  for (guint i = 0; i < lines->len; i++) {
    const SalonSaleLine *line = lines->pdata[i];

    weights[i] = is_taxed (line) && line->vat_bp == rate->vat_bp ? line->amount : 0;
  }
  if (vat > 0)
    salon_money_split (vat, weights, lines->len, parts);
  for (guint i = 0; i < lines->len; i++)
    if (weights[i] > 0)
      ((SalonSaleLine *) lines->pdata[i])->vat = parts[i];
}

/**
 * salon_sale_lines_tax:
 * @lines: (element-type SalonSaleLine): of one sale; each gets its tax
 *
 * The tax is rounded once for each rate of the receipt, and spread over its lines by largest remainder.
 */
void
salon_sale_lines_tax (GPtrArray *lines)
{
  g_autoptr (GArray) rates = NULL;

  for (guint i = 0; i < lines->len; i++) {
    SalonSaleLine *line = lines->pdata[i];

    line->vat = 0;
    if (!is_taxed (line))
      line->vat_bp = 0;
  }
  rates = salon_sale_lines_rates (lines);
  for (guint i = 0; i < rates->len; i++)
    spread_tax (lines, &g_array_index (rates, SalonTaxRate, i));
}

/**
 * salon_sale_lines_sum:
 * @lines: (element-type SalonSaleLine):
 * @totals: (out):
 *
 * Returns: %FALSE when it is more than can be sold at once
 */
gboolean
salon_sale_lines_sum (const GPtrArray *lines, SalonSaleTotals *totals)
{
  *totals = (SalonSaleTotals){ 0 };
  for (guint i = 0; i < lines->len; i++) {
    const SalonSaleLine *line = lines->pdata[i];

    if (!salon_money_add (totals->list, line->list_amount, &totals->list)
        || !salon_money_add (totals->discount, line->discount, &totals->discount)
        || !salon_money_add (totals->vat, line->vat, &totals->vat)
        || !salon_money_add (totals->total, line->amount, &totals->total))
      return FALSE;
  }
  return ABS (totals->list) <= SALON_SALE_MOST;
}

/* What the first @quantity of @of come to: the last part takes the rest, so that all parts sum to the whole. */
static SalonMoney
share (SalonMoney amount, gint64 quantity, gint64 of)
{
  SalonMoney part = 0;

  salon_money_mul_div (amount, quantity, of, &part); /* at most the amount itself */
  return part;
}

static SalonMoney
given_back (const SalonSaleLine *line, SalonMoney amount, gint64 quantity)
{
  return share (amount, line->returned_quantity, line->quantity)
         - share (amount, line->returned_quantity + quantity, line->quantity);
}

/**
 * salon_sale_line_part:
 * @line: that was sold
 * @quantity: thousandths, at most what was not given back yet
 *
 * Returns: (transfer full): the line that gives them back
 */
SalonSaleLine *
salon_sale_line_part (const SalonSaleLine *line, gint64 quantity)
{
  SalonSaleLine *part = salon_sale_line_copy (line);

  part->id = 0;
  part->of_line_id = line->id;
  part->quantity = -quantity;
  part->list_amount = given_back (line, line->list_amount, quantity);
  part->amount = given_back (line, line->amount, quantity);
  part->discount = part->list_amount - part->amount;
  part->vat = given_back (line, line->vat, quantity);
  part->ticket_units = given_back (line, line->ticket_units, quantity);
  part->returned_quantity = 0;
  part->returned_amount = 0;
  return part;
}

/* ---- payments */

/**
 * salon_cash_round:
 * @amount: an amount, also a negative one
 * @step: the smallest coin; 0 and 1 do not round
 *
 * Returns: the nearest amount that coins can make, halves away from zero
 */
SalonMoney
salon_cash_round (SalonMoney amount, SalonMoney step)
{
  SalonMoney coins = 0;

  if (step <= 1)
    return amount;
  salon_money_mul_div (amount, 1, step, &coins);
  return coins * step;
}

static SalonPayFault
check_payment (const SalonSalePayment *payment)
{
  if (payment->amount == 0 || payment->amount < SALON_PAY_REST || payment->given < 0)
    return SALON_PAY_FAULT_NOTHING;
  if (payment->amount > SALON_SALE_MOST || payment->given > SALON_SALE_MOST)
    return SALON_PAY_FAULT_HUGE;
  return payment->given > 0 && payment->method != SALON_PAY_CASH ? SALON_PAY_FAULT_NO_CHANGE : SALON_PAY_FAULT_NONE;
}

/* Payments while they are added up. */
typedef struct {
  GArray *payments;
  SalonMoney total;
  SalonMoney step;
  SalonMoney cash;
  SalonMoney other;
  SalonSalePayment *rest; /* the one that pays all that is left */
  SalonSalePayment *last_cash;
  guint at;
} Settling;

static SalonPayFault
add_up (Settling *self)
{
  for (self->at = 0; self->at < self->payments->len; self->at++) {
    SalonSalePayment *payment = &g_array_index (self->payments, SalonSalePayment, self->at);
    gboolean is_cash = payment->method == SALON_PAY_CASH;
    SalonPayFault fault = check_payment (payment);

    if (fault != SALON_PAY_FAULT_NONE)
      return fault;
    if (is_cash)
      self->last_cash = payment;
    if (payment->amount == SALON_PAY_REST) {
      if (self->rest != NULL)
        return SALON_PAY_FAULT_TWO_RESTS;
      self->rest = payment;
      continue;
    }
    *(is_cash ? &self->cash : &self->other) += payment->amount;
    if (!is_cash && self->other > self->total)
      return SALON_PAY_FAULT_TOO_MUCH;
  }
  self->at = 0;
  return SALON_PAY_FAULT_NONE;
}

static guint
index_of (const Settling *self, const SalonSalePayment *payment)
{
  return (guint) (payment - (const SalonSalePayment *) (gpointer) self->payments->data);
}

/* Says how much the payment of the rest is; of cash no more than was handed over. */
static SalonPayFault
fill_rest (Settling *self)
{
  SalonMoney due = self->total - self->other;
  SalonSalePayment *rest = self->rest;

  if (rest == NULL)
    return SALON_PAY_FAULT_NONE;
  self->at = index_of (self, rest);
  if (rest->method == SALON_PAY_CASH) {
    rest->amount = salon_cash_round (due, self->step) - self->cash;
    if (rest->given > 0)
      rest->amount = MIN (rest->amount, rest->given);
    self->cash += rest->amount;
  } else {
    rest->amount = due - self->cash;
    self->other += rest->amount;
  }
  return rest->amount < 0 ? SALON_PAY_FAULT_TOO_MUCH : SALON_PAY_FAULT_NONE;
}

/* Cash that settles the rest settles it rounded. */
static SalonPayFault
round_cash (Settling *self, SalonSettlement *settlement)
{
  SalonMoney due = self->total - self->other;
  SalonMoney rounded = salon_cash_round (due, self->step);

  settlement->left = due - self->cash;
  if (self->last_cash == NULL)
    return SALON_PAY_FAULT_NONE;
  self->at = index_of (self, self->last_cash);
  if (self->cash == due && self->last_cash->amount + rounded - due >= 0) {
    self->last_cash->amount += rounded - due;
    self->cash = rounded;
  }
  if (self->cash > rounded)
    return SALON_PAY_FAULT_TOO_MUCH;
  if (self->cash == rounded) {
    settlement->rounding = rounded - due;
    settlement->left = 0;
  }
  return SALON_PAY_FAULT_NONE;
}

static SalonPayFault
count_change (Settling *self, SalonSettlement *settlement)
{
  for (self->at = 0; self->at < self->payments->len; self->at++) {
    const SalonSalePayment *payment = &g_array_index (self->payments, SalonSalePayment, self->at);

    if (payment->method != SALON_PAY_CASH)
      continue;
    if (self->step > 1 && payment->amount % self->step != 0)
      return SALON_PAY_FAULT_COINS;
    if (payment->given == 0)
      continue;
    if (payment->given < payment->amount)
      return SALON_PAY_FAULT_GIVEN;
    settlement->change += payment->given - payment->amount;
  }
  return SALON_PAY_FAULT_NONE;
}

/**
 * salon_sale_settle:
 * @total: to be paid, not negative
 * @step: the smallest coin
 * @payments: (element-type SalonSalePayment): one of them may be %SALON_PAY_REST and gets its amount, which can be 0; cash
 *   that pays the whole rest is rounded
 * @settlement: (out): what they come to
 * @at: (out): the payment that something is wrong with
 *
 * Returns: what is wrong; %SALON_PAY_FAULT_NONE, also when something is left to pay
 */
SalonPayFault
salon_sale_settle (SalonMoney total, SalonMoney step, GArray *payments, SalonSettlement *settlement, guint *at)
{
  Settling self = { .payments = payments, .total = total, .step = step };
  SalonPayFault fault = add_up (&self);

  *settlement = (SalonSettlement){ .left = total };
  if (fault == SALON_PAY_FAULT_NONE)
    fault = fill_rest (&self);
  if (fault == SALON_PAY_FAULT_NONE)
    fault = round_cash (&self, settlement);
  if (fault == SALON_PAY_FAULT_NONE)
    fault = count_change (&self, settlement);
  settlement->paid = self.cash + self.other;
  *at = self.at;
  return fault;
}

/**
 * salon_sale_paid_with_money:
 * @sale: also a refund or a void
 *
 * Returns: what of its services, goods and season tickets was paid in cash, by card, by transfer and from the account: it
 *   earns bonus.  What is only owed from then on (top-ups, tips, certificates) is paid with money, too, and earns none
 */
SalonMoney
salon_sale_paid_with_money (const SalonSale *sale)
{
  SalonMoney sum = 0;

  for (guint i = 0; i < sale->lines->len; i++) {
    const SalonSaleLine *line = salon_sale_line (sale, i);

    if (is_taxed (line) || line->kind == SALON_SALE_LINE_TICKET)
      sum += line->amount;
  }
  for (guint i = 0; i < sale->payments->len; i++) {
    const SalonSalePayment *payment = salon_sale_payment (sale, i);

    if (!salon_pay_method_is_money (payment->method))
      sum -= payment->amount;
  }
  return sum;
}

/**
 * salon_pay_method_is_money:
 *
 * Returns: whether it is cash, card, transfer or the account
 */
gboolean
salon_pay_method_is_money (SalonPayMethod method)
{
  return method >= SALON_PAY_CASH && method <= SALON_PAY_ACCOUNT;
}
