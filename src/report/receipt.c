/* A receipt: what was sold and why at this price, the tax that is in it, how it was paid. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/entities/closing.h"
#include "report/receipt.h"

typedef struct {
  SalonSlip *slip;
  const SalonReceipt *receipt;
} Sheet;

static char *
money (const Sheet *sheet, SalonMoney amount)
{
  return salon_money_format (amount, sheet->receipt->currency);
}

static void
add_amount (const Sheet *sheet, SalonStyle style, const char *what, SalonMoney amount)
{
  g_autofree char *text = money (sheet, amount);

  salon_slip_add_line (sheet->slip, style, what, text);
}

static void
add_unless_none (const Sheet *sheet, const char *what, SalonMoney amount)
{
  if (amount != 0)
    add_amount (sheet, SALON_STYLE_BODY, what, amount);
}

/* ---- head */

static char *
title_text (const SalonSale *sale)
{
  switch (sale->kind) {
  case SALON_SALE_REFUND:
    return g_strdup_printf (_("Refund No. %d"), (int) sale->number);
  case SALON_SALE_VOID:
    return g_strdup_printf (_("Receipt taken back, No. %d"), (int) sale->number);
  case SALON_SALE_SALE:
  default:
    return g_strdup_printf (_("Receipt No. %d"), (int) sale->number);
  }
}

static void
add_number (const Sheet *sheet, SalonStyle style, const char *format, gint64 number)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strdup_printf ("%s%" G_GINT64_FORMAT "%s", parts[0], number, parts[1]);

  if (number != 0)
    salon_slip_add_text (sheet->slip, style, text);
}

static void
add_named (const Sheet *sheet, const char *format, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = name != NULL && *name != '\0' ? g_strconcat (parts[0], name, parts[1], NULL) : NULL;

  salon_slip_add_text (sheet->slip, SALON_STYLE_BODY, text);
}

static void
add_head (const Sheet *sheet, const char *title, gint64 made_at, gboolean is_copy)
{
  const SalonReceipt *receipt = sheet->receipt;
  g_autofree char *day = salon_day_format ((SalonDay) (made_at / SALON_MINUTES_A_DAY));
  g_autofree char *time = salon_minute_format ((int) (made_at % SALON_MINUTES_A_DAY));
  g_autofree char *when = g_strdup_printf ("%s, %s", day, time);

  if (is_copy)
    salon_slip_add_text (sheet->slip, SALON_STYLE_ALERT, C_ ("receipt", "Copy"));
  salon_slip_add_text (sheet->slip, SALON_STYLE_HEADING, title);
  /* Translators: the number of the receipt that is given back or taken back */
  add_number (sheet, SALON_STYLE_BODY, _("Of receipt No. %s"), receipt->of_number);
  /* Translators: the number of the receipt that took this one back */
  add_number (sheet, SALON_STYLE_ALERT, _("Taken back by No. %s"), receipt->void_number);
  salon_slip_add_text (sheet->slip, SALON_STYLE_BODY, when);
  add_named (sheet, _("Telephone: %s"), receipt->salon_phone);
  /* Translators: who sold it */
  add_named (sheet, _("Served by: %s"), receipt->seller);
  /* Translators: of a receipt */
  add_named (sheet, _("Client: %s"), receipt->client);
}

/* ---- lines */

/* "2 × 15,00 €", "0.5 × …"; nothing of one. */
static char *
quantity_text (const Sheet *sheet, const SalonSaleLine *line)
{
  gint64 quantity = ABS (line->quantity);
  g_autofree char *price = money (sheet, line->unit_price);
  g_autofree char *count = NULL;

  if (quantity == SALON_QUANTITY_ONE)
    return NULL;
  count = salon_decimal_format (quantity, 3, 0);
  return g_strdup_printf ("%s × %s", count, price);
}

static char *
discount_text (const Sheet *sheet, const SalonSaleLine *line)
{
  g_autofree char *before = money (sheet, line->list_amount);
  g_autofree char *off = money (sheet, -line->discount);

  if (line->discount == 0)
    return NULL;
  if (line->discount_text == NULL)
    /* Translators: the price before a discount, and the discount: "30,00 €, discount −3,00 €" */
    return g_strdup_printf (_("%1$s, discount %2$s"), before, off);
  /* Translators: the price before a discount, the discount, and why it is given */
  return g_strdup_printf (_("%1$s, discount %2$s: %3$s"), before, off, line->discount_text);
}

static void
add_line (const Sheet *sheet, const SalonSaleLine *line, const char *employee)
{
  g_autofree char *quantity = quantity_text (sheet, line);
  g_autofree char *discount = discount_text (sheet, line);

  add_amount (sheet, SALON_STYLE_BODY, line->text, line->amount);
  salon_slip_add_remark (sheet->slip, quantity);
  salon_slip_add_remark (sheet->slip, discount);
  salon_slip_add_remark (sheet->slip, employee);
}

static void
add_lines (const Sheet *sheet)
{
  const SalonReceipt *receipt = sheet->receipt;
  const GPtrArray *lines = receipt->sale->lines;

  salon_slip_begin_block (sheet->slip, C_ ("receipt", "Services and goods"));
  for (guint i = 0; i < lines->len; i++)
    add_line (sheet, lines->pdata[i], i < receipt->employees->len ? receipt->employees->pdata[i] : NULL);
}

/* ---- sums */

static void
add_totals (const Sheet *sheet)
{
  const SalonSale *sale = sheet->receipt->sale;

  salon_slip_begin_block (sheet->slip, C_ ("receipt", "Sum"));
  if (sale->discount != 0) {
    add_amount (sheet, SALON_STYLE_BODY, _("Before discount"), sale->list_total);
    add_amount (sheet, SALON_STYLE_BODY, C_ ("receipt", "Discount"), -sale->discount);
  }
  add_unless_none (sheet, _("Rounding of cash"), sale->rounding);
  add_amount (sheet, SALON_STYLE_STRONG, C_ ("receipt", "Total"), sale->total + sale->rounding);
}

static void
add_rates (const Sheet *sheet)
{
  const GArray *rates = sheet->receipt->rates;

  for (guint i = 0; i < rates->len; i++) {
    const SalonTaxRate *rate = &g_array_index (rates, SalonTaxRate, i);
    g_autofree char *percent = salon_percent_format (rate->vat_bp);
    g_autofree char *amount = money (sheet, rate->amount);
    /* Translators: a rate of tax, and of how much: "VAT 21% of 30,00 €" */
    g_autofree char *text = g_strdup_printf (_("VAT %1$s of %2$s"), percent, amount);

    if (i == 0)
      salon_slip_begin_block (sheet->slip, _("Tax that is in it"));
    add_amount (sheet, SALON_STYLE_BODY, text, rate->vat);
  }
}

static void
add_payments (const Sheet *sheet)
{
  const GArray *payments = sheet->receipt->sale->payments;

  if (payments->len > 0)
    salon_slip_begin_block (sheet->slip, sheet->receipt->sale->kind == SALON_SALE_SALE ? C_ ("receipt", "Paid") : _("Given back"));
  for (guint i = 0; i < payments->len; i++) {
    const SalonSalePayment *payment = &g_array_index (payments, SalonSalePayment, i);

    add_amount (sheet, SALON_STYLE_BODY, _(salon_pay_method_label (payment->method)), payment->amount);
    if (payment->given != 0 && payment->given != payment->amount)
      add_amount (sheet, SALON_STYLE_BODY, _("Cash received"), payment->given);
  }
  add_unless_none (sheet, C_ ("receipt", "Change"), sheet->receipt->change);
}

static void
add_end (const Sheet *sheet)
{
  const SalonSale *sale = sheet->receipt->sale;

  if (sale->kind == SALON_SALE_SALE)
    salon_slip_add_text (sheet->slip, SALON_STYLE_BODY, sale->note);
  else
    add_named (sheet, _("Why: %s"), sale->note);
  /* Translators: the number that the cash register gave to its own receipt */
  add_named (sheet, _("Cash register receipt: %s"), sale->fiscal_number);
}

/**
 * salon_report_receipt:
 * @logo: (nullable): the decoded one of @receipt
 * @made_at: when it was made, absolute wall minute
 * @is_copy: it was printed before
 *
 * Returns: (transfer full): on a roll one page, else A4 pages
 */
SalonPages *
salon_report_receipt (const SalonReceipt *receipt, cairo_surface_t *logo, SalonPaper paper, gint64 made_at, gboolean is_copy)
{
  g_autofree char *title = title_text (receipt->sale);
  g_autoptr (SalonSlip) slip = salon_slip_new (title);
  Sheet sheet = { slip, receipt };

  salon_slip_set_logo (slip, logo);
  add_head (&sheet, title, made_at, is_copy);
  add_lines (&sheet);
  add_totals (&sheet);
  add_rates (&sheet);
  add_payments (&sheet);
  add_end (&sheet);
  return salon_slip_finish (slip, paper, receipt->salon, _("This is not a fiscal document."));
}
