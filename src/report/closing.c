/* The report of a shift of a cash drawer. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/closing.h"

typedef struct {
  SalonSlip *slip;
  const SalonClosing *closing;
  const SalonCurrency *currency;
} Sheet;

static char *
time_text (gint64 at)
{
  g_autofree char *day = salon_day_format ((SalonDay) (at / SALON_MINUTES_A_DAY));
  g_autofree char *time = salon_minute_format ((int) (at % SALON_MINUTES_A_DAY));

  return g_strdup_printf ("%s, %s", day, time);
}

static void
add_amount (const Sheet *sheet, SalonStyle style, const char *what, SalonMoney amount)
{
  g_autofree char *text = salon_money_format (amount, sheet->currency);

  salon_slip_add_line (sheet->slip, style, what, text);
}

static void
add_unless_none (const Sheet *sheet, const char *what, SalonMoney amount)
{
  if (amount != 0)
    add_amount (sheet, SALON_STYLE_BODY, what, amount);
}

static void
add_count (const Sheet *sheet, const char *what, gint64 n)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, n);

  salon_slip_add_line (sheet->slip, SALON_STYLE_BODY, what, text);
}

/* ---- head */

/**
 * salon_report_closing_title:
 *
 * Returns: (transfer full): what the report is called: "Closing report No. 12"
 */
char *
salon_report_closing_title (const SalonClosing *closing)
{
  if (closing->number == 0)
    return g_strdup (_("Intermediate report of the drawer"));
  /* Translators: of a cash drawer */
  return g_strdup_printf (_("Closing report No. %d"), (int) closing->number);
}

static void
add_when (const Sheet *sheet, const char *format, gint64 at, const char *who)
{
  g_autofree char *time = time_text (at);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strconcat (parts[0], time, parts[1], *who != '\0' ? ", " : "", who, NULL);

  salon_slip_add_text (sheet->slip, SALON_STYLE_BODY, text);
}

static void
add_head (const Sheet *sheet, const char *title)
{
  const SalonClosing *closing = sheet->closing;

  salon_slip_add_text (sheet->slip, SALON_STYLE_TITLE, title);
  salon_slip_add_text (sheet->slip, SALON_STYLE_HEADING, closing->drawer);
  /* Translators: of a cash drawer: day, time and who */
  add_when (sheet, _("Opened: %s"), closing->opened_at, closing->opened_by);
  if (closing->number != 0)
    /* Translators: of a cash drawer: day, time and who */
    add_when (sheet, _("Closed: %s"), closing->closed_at, closing->closed_by);
}

/* ---- what was sold */

static void
add_receipts (const Sheet *sheet)
{
  const SalonClosing *closing = sheet->closing;

  salon_slip_begin_block (sheet->slip, _("Receipts"));
  add_count (sheet, _("Sales"), closing->n_sales);
  add_count (sheet, _("Refunds and receipts taken back"), closing->n_refunds);
  add_unless_none (sheet, _("Discounts given"), closing->discount);
  if (!closing->is_blind)
    add_amount (sheet, SALON_STYLE_STRONG, _("Total less refunds"), closing->sold);
}

static void
add_methods (const Sheet *sheet)
{
  gboolean any = FALSE;

  for (SalonPayMethod method = SALON_PAY_METHOD_FIRST; method <= SALON_PAY_METHOD_LAST; method++) {
    const SalonClosingMethod *sum = &sheet->closing->methods[method];
    const char *label = _(salon_pay_method_label (method));
    /* Translators: a way of paying: "Cash: given back" */
    g_autofree char *back = g_strdup_printf (_("%s: given back"), label);

    if (sum->sold == 0 && sum->refunded == 0)
      continue;
    if (!any)
      salon_slip_begin_block (sheet->slip, _("How it was paid"));
    any = TRUE;
    add_amount (sheet, SALON_STYLE_BODY, label, sum->sold);
    add_unless_none (sheet, back, -sum->refunded);
  }
}

static void
add_taxes (const Sheet *sheet)
{
  const SalonClosing *closing = sheet->closing;

  if (closing->taxes->len == 0 && closing->tips == 0 && closing->rounding == 0)
    return;
  salon_slip_begin_block (sheet->slip, _("Included in it"));
  for (guint i = 0; i < closing->taxes->len; i++) {
    const SalonClosingTax *tax = &g_array_index (closing->taxes, SalonClosingTax, i);
    g_autofree char *percent = salon_percent_format (tax->rate_bp);
    /* Translators: a rate of tax: "VAT 21%" */
    g_autofree char *text = g_strdup_printf (_("VAT %s"), percent);

    add_amount (sheet, SALON_STYLE_BODY, text, tax->tax);
  }
  add_unless_none (sheet, _("Tips"), closing->tips);
  add_unless_none (sheet, _("Rounding of cash"), closing->rounding);
}

/* ---- cash */

static void
add_moves (const Sheet *sheet, gboolean in)
{
  const SalonClosing *closing = sheet->closing;

  for (guint i = 0; i < closing->moves->len; i++) {
    const SalonClosingMove *move = closing->moves->pdata[i];
    g_autofree char *amount = salon_money_format (ABS (move->amount), sheet->currency);
    g_autofree char *time = salon_minute_format ((int) (move->at % SALON_MINUTES_A_DAY));
    g_autofree char *text = g_strdup_printf ("%s  %s  %s", time, amount, move->reason);

    if ((move->amount > 0) == in)
      salon_slip_add_remark (sheet->slip, text);
  }
}

static void
add_movements (const Sheet *sheet)
{
  const SalonClosing *closing = sheet->closing;
  const SalonClosingMethod *cash = &closing->methods[SALON_PAY_CASH];

  add_amount (sheet, SALON_STYLE_BODY, _("Float"), closing->opening);
  if (!closing->is_blind)
    add_amount (sheet, SALON_STYLE_BODY, _("Paid in cash"), cash->sold);
  if (!closing->is_blind)
    add_unless_none (sheet, _("Given back in cash"), -cash->refunded);
  if (closing->cash_in != 0) {
    add_amount (sheet, SALON_STYLE_BODY, _("Cash in"), closing->cash_in);
    add_moves (sheet, TRUE);
  }
  if (closing->cash_out != 0) {
    add_amount (sheet, SALON_STYLE_BODY, _("Cash out"), -closing->cash_out);
    add_moves (sheet, FALSE);
  }
  add_unless_none (sheet, _("Tips paid out"), -closing->tips_paid);
  add_unless_none (sheet, _("Other cash"), closing->other_cash);
}

static void
add_count_of_cash (const Sheet *sheet)
{
  const SalonClosing *closing = sheet->closing;

  add_amount (sheet, SALON_STYLE_STRONG, _("Counted"), closing->counted);
  add_amount (sheet, salon_closing_difference (closing) != 0 ? SALON_STYLE_ALERT : SALON_STYLE_BODY, _("Difference"),
              salon_closing_difference (closing));
  salon_slip_add_remark (sheet->slip, closing->explanation);
  add_amount (sheet, SALON_STYLE_BODY, _("Taken out"), closing->taken_out);
  add_amount (sheet, SALON_STYLE_BODY, _("Stays in the drawer"), salon_closing_left (closing));
}

static void
add_cash (const Sheet *sheet)
{
  const SalonClosing *closing = sheet->closing;

  salon_slip_begin_block (sheet->slip, _("Cash in the drawer"));
  add_movements (sheet);
  if (!closing->is_blind)
    add_amount (sheet, SALON_STYLE_STRONG, _("Expected"), closing->expected);
  if (closing->number != 0)
    add_count_of_cash (sheet);
}

static void
add_end (const Sheet *sheet)
{
  const SalonClosing *closing = sheet->closing;
  g_autofree char *chain = NULL;

  if (closing->is_blind)
    salon_slip_add_text (sheet->slip, SALON_STYLE_BODY, _("What is expected is told when the cash has been counted."));
  if (closing->chain == NULL)
    return;
  /* Translators: a long number, by which can be proved later that nothing was changed */
  chain = g_strdup_printf (_("Seal of the log: %s"), closing->chain);
  salon_slip_add_text (sheet->slip, SALON_STYLE_SMALL, chain);
  salon_slip_add_text (sheet->slip, SALON_STYLE_BODY, _("Signature: ______________________"));
}

/**
 * salon_report_closing:
 * @printed_at: absolute wall minute
 *
 * Returns: (transfer full): on a roll one page, else A4 pages
 */
SalonPages *
salon_report_closing (const SalonClosing *closing, SalonPaper paper, gint64 printed_at)
{
  g_autofree char *title = salon_report_closing_title (closing);
  g_autofree char *time = time_text (printed_at);
  /* Translators: in the foot of a page; day and time */
  g_autofree char *foot = g_strdup_printf (_("Printed: %s"), time);
  g_autoptr (SalonSlip) slip = salon_slip_new (title);
  const SalonCurrency *currency = salon_currency_by_code (closing->currency);
  Sheet sheet = { slip, closing, currency != NULL ? currency : salon_currency_by_code ("EUR") };

  add_head (&sheet, title);
  add_receipts (&sheet);
  add_methods (&sheet);
  add_taxes (&sheet);
  add_cash (&sheet);
  add_end (&sheet);
  return salon_slip_finish (slip, paper, closing->salon, foot);
}
