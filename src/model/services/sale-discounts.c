/* The discounts of a bill: what the rules give, what is taken off by hand and whether it may be, and why each price. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/permission.h"
#include "model/rules/pricing-code.h"
#include "model/rules/pricing-text.h"
#include "model/services/price-rules.h"
#include "model/services/sale-bill.h"
#include "model/store/tx.h"

static const SalonQuoteLine *
quoted (const SalonBill *self, guint index)
{
  return self->quote->lines->pdata[index];
}

/* ---- what the rules are asked */

/* What cannot be sold has been refused: it costs what it costs. */
static gboolean
load_line (SalonBill *self, guint index, SalonPricedLine *priced, GError **error)
{
  const SalonSaleLineRequest *request = salon_sale_request_line (self->request, index);
  const SalonSaleLine *line = quoted (self, index)->line;
  g_autoptr (GError) failure = NULL;

  *priced = (SalonPricedLine){
    .kind = line->kind,
    .subject_id = line->subject_id,
    .quantity = line->quantity,
    .unit_price = line->unit_price,
    .category_id = quoted (self, index)->category_id,
    .list_amount = line->list_amount,
    .amount = line->list_amount,
    .no_discount = quoted (self, index)->no_discount,
    .manual_bp = request->manual_bp,
    .manual_discount = request->manual_discount,
  };
  if (salon_priced_line_load_time (self->tx, priced, line->visit_line_id, &failure))
    return TRUE;
  priced->no_discount = TRUE;
  if (g_error_matches (failure, SALON_ERROR, SALON_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static GArray *
load_lines (SalonBill *self, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (SalonPricedLine));

  for (guint i = 0; i < self->quote->lines->len; i++) {
    SalonPricedLine line;

    if (!load_line (self, i, &line, error))
      return NULL;
    g_array_append_val (lines, line);
  }
  return g_steal_pointer (&lines);
}

/* ---- what is by hand */

static gboolean
may_by_hand (SalonBill *self, const char *field)
{
  g_autoptr (GError) failure = NULL;

  if (salon_permission_check (salon_tx_actor (self->tx), SALON_PERMISSION_SELL_DISCOUNT, &failure))
    return TRUE;
  salon_bill_problem (self, field, g_steal_pointer (&failure));
  return FALSE;
}

/* What is refused takes nothing off. */
static void
check_line_by_hand (SalonBill *self, const SalonPricing *pricing, guint index, SalonPricedLine *line)
{
  SalonPricing of_line = *pricing;
  g_autoptr (GArray) alone = g_array_new (FALSE, TRUE, sizeof (SalonPricedLine));
  g_autoptr (GError) failure = NULL;
  g_autofree char *field = NULL;

  if (line->manual_bp == 0 && line->manual_discount == 0)
    return;
  of_line.whole_discount = 0;
  g_array_append_val (alone, *line);
  field = g_strdup_printf ("lines.%u.%s", index, line->manual_bp != 0 ? "manual_bp" : "manual_discount");
  if (may_by_hand (self, field)) {
    if (salon_pricing_check_manual (&of_line, alone, &failure))
      return;
    salon_bill_refuse (self, g_strdup_printf ("lines.%u.%s", index, salon_error_get_field (failure)), g_strdup (failure->message));
  }
  line->manual_bp = 0;
  line->manual_discount = 0;
}

static void
check_whole_by_hand (SalonBill *self, SalonPricing *pricing, const GArray *lines)
{
  g_autoptr (GArray) without = g_array_copy ((GArray *) lines);
  g_autoptr (GError) failure = NULL;

  if (pricing->whole_discount == 0)
    return;
  for (guint i = 0; i < without->len; i++) {
    g_array_index (without, SalonPricedLine, i).manual_bp = 0;
    g_array_index (without, SalonPricedLine, i).manual_discount = 0;
  }
  if (may_by_hand (self, "whole_discount")) {
    if (salon_pricing_check_manual (pricing, without, &failure))
      return;
    salon_bill_problem (self, "whole_discount", g_steal_pointer (&failure));
  }
  pricing->whole_discount = 0;
}

/* A lower price by hand takes off by hand, too: together with what else is, it stays within the limit. */
static void
check_price_by_hand (SalonBill *self, const SalonPricing *pricing, guint index, const SalonPricedLine *line)
{
  const SalonQuoteLine *quote = quoted (self, index);
  SalonMoney today = 0;
  SalonMoney off = 0;
  g_autofree char *limit = NULL;

  if (line->unit_price >= quote->today_price || quote->line->ticket_id != 0
      || !salon_money_mul_div (quote->today_price, line->quantity, SALON_QUANTITY_ONE, &today))
    return;
  off = today - line->list_amount
        + MAX (salon_money_percent (line->list_amount, CLAMP (line->manual_bp, 0, 10000)), line->manual_discount);
  if (off <= salon_money_percent (today, pricing->manual_limit_bp))
    return;
  limit = salon_percent_format (pricing->manual_limit_bp);
  salon_bill_refuse (self, g_strdup_printf ("lines.%u.unit_price", index),
                     g_strdup_printf (_("By hand you may take off at most %s."), limit));
}

static void
check_by_hand (SalonBill *self, SalonPricing *pricing, GArray *lines)
{
  for (guint i = 0; i < lines->len; i++) {
    check_line_by_hand (self, pricing, i, &g_array_index (lines, SalonPricedLine, i));
    check_price_by_hand (self, pricing, i, &g_array_index (lines, SalonPricedLine, i));
  }
  check_whole_by_hand (self, pricing, lines);
}

/* ---- why */

static char *
why_without_discount (SalonBill *self, const SalonQuoteLine *quote)
{
  g_autofree char *today = NULL;

  if (quote->line->kind != SALON_SALE_LINE_SERVICE && quote->line->kind != SALON_SALE_LINE_ITEM
      && quote->line->kind != SALON_SALE_LINE_TICKET)
    return NULL;
  if (quote->line->unit_price != quote->today_price) {
    today = salon_bill_money (self, quote->today_price);
    /* Translators: why something costs what it costs; %s is a price */
    return g_strdup_printf (_("The price was set by hand; else it is %s"), today);
  }
  return g_strdup (quote->line->visit_line_id != 0 ? _("The price that was agreed when it was booked") : _("The price of the list"));
}

static void
take_off (SalonBill *self, const SalonPricing *pricing, guint index, const SalonPricedLine *priced)
{
  SalonQuoteLine *quote = self->quote->lines->pdata[index];
  g_autofree char *why = salon_pricing_why (priced, &pricing->facts, self->currency);

  if (quote->line->ticket_id != 0)
    return;
  salon_sale_line_take_off (quote->line, priced->discount, priced->source, why);
  quote->line->discount_rule_id = priced->rule_id;
  quote->why = why != NULL ? g_steal_pointer (&why) : why_without_discount (self, quote);
}

static void
check_code (SalonBill *self, const SalonPricing *pricing, const GArray *lines)
{
  GError *failure = NULL;

  if (!salon_pricing_check_code (pricing, lines, &failure))
    salon_bill_problem (self, "code", failure);
}

/**
 * salon_bill_discount:
 *
 * Takes off each line the best that the client can have; what speaks against what is by hand, or against the promo code,
 * becomes a problem.
 *
 * Returns: %FALSE only when the file cannot be read
 */
gboolean
salon_bill_discount (SalonBill *self, GError **error)
{
  SalonPricingRequest request = { self->client != NULL ? salon_entity_get_id (self->client) : 0, self->request->code,
                                  self->request->whole_discount };
  g_autoptr (SalonPricing) pricing = salon_pricing_load (self->tx, &request, error);
  g_autoptr (GArray) lines = pricing != NULL ? load_lines (self, error) : NULL;

  if (lines == NULL)
    return FALSE;
  check_by_hand (self, pricing, lines);
  check_code (self, pricing, lines);
  salon_pricing_apply (pricing, lines);
  for (guint i = 0; i < lines->len; i++)
    take_off (self, pricing, i, &g_array_index (lines, SalonPricedLine, i));
  return TRUE;
}
