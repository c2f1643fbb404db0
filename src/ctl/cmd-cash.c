/* shift open, in, out, close, report, closings: the cash drawer. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "base/durable.h"
#include "ctl/ctl.h"
#include "model/entities/entity.h"
#include "model/services/cash-shift.h"
#include "report/closing.h"

static gboolean
read_amount (SalonCtl *ctl, const char *text, SalonMoney *amount, int *status)
{
  g_autoptr (GError) error = NULL;

  *amount = 0;
  if (text == NULL || salon_money_parse (text, salon_ctl_currency (ctl), amount, &error))
    return TRUE;
  *status = salon_ctl_fail (error);
  return FALSE;
}

static int
run_command (SalonCtl *ctl, const SalonCommand *command, gconstpointer request, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonDone done = { 0 };

  if (!salon_session_submit_sync (ctl->session, command, request, NULL, &done, &error))
    return salon_ctl_fail (error);
  salon_record_set_int (salon_ctl_add_row (rows), key, done.id);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
cmd_open (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *opening = NULL;
  const GOptionEntry entries[] = { { "float", 0, 0, G_OPTION_ARG_STRING, &opening, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autofree SalonCashOpenRequest *request = NULL;
  SalonMoney amount = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 0 || opening == NULL)
    return salon_ctl_usage ("%s", _("Say what was counted into the drawer: shift open --float AMOUNT."));
  if (!salon_ctl_open (ctl, TRUE, &status) || !read_amount (ctl, opening, &amount, &status))
    return status;
  request = salon_cash_open_request_new (0, amount);
  return run_command (ctl, &salon_command_cash_open, request, "shift");
}

/* The sign is in the word, so a negative amount is no amount. */
static int
move (SalonCtl *ctl, int argc, char **argv, int sign)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = { { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (SalonCashMoveRequest) request = NULL;
  SalonMoney amount = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say how much and why: shift in|out AMOUNT --reason TEXT."));
  if (!salon_ctl_open (ctl, TRUE, &status) || !read_amount (ctl, argv[0], &amount, &status))
    return status;
  request = salon_cash_move_request_new (0, amount > 0 ? sign * amount : 0, reason);
  return run_command (ctl, &salon_command_cash_move, request, "entry");
}

static int
cmd_in (SalonCtl *ctl, int argc, char **argv)
{
  return move (ctl, argc, argv, 1);
}

static int
cmd_out (SalonCtl *ctl, int argc, char **argv)
{
  return move (ctl, argc, argv, -1);
}

static int
cmd_close (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *counted = NULL;
  g_autofree char *taken_out = NULL;
  g_autofree char *explanation = NULL;
  const GOptionEntry entries[] = { { "counted", 0, 0, G_OPTION_ARG_STRING, &counted, NULL, NULL },
                                   { "take-out", 0, 0, G_OPTION_ARG_STRING, &taken_out, NULL, NULL },
                                   { "explain", 0, 0, G_OPTION_ARG_STRING, &explanation, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (SalonCashCloseRequest) request = salon_cash_close_request_new (0, 0, 0, NULL);
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  request->explanation = g_strdup (explanation);
  if (argc > 0 || counted == NULL)
    return salon_ctl_usage ("%s", _("Say what was counted: shift close --counted AMOUNT [--explain TEXT] [--take-out AMOUNT]."));
  if (!salon_ctl_open (ctl, TRUE, &status) || !read_amount (ctl, counted, &request->counted, &status)
      || !read_amount (ctl, taken_out, &request->taken_out, &status))
    return status;
  return run_command (ctl, &salon_command_cash_close, request, "shift");
}

/* ---- reports */

static void
set_time (SalonRecord *row, const char *key, gint64 at)
{
  g_autofree char *text = at != 0 ? salon_ctl_wall_text (at) : g_strdup ("");

  salon_record_set_text (row, key, text);
}

static void
fill_head (SalonRecord *row, const SalonClosing *closing)
{
  salon_record_set_int (row, "shift", closing->shift_id);
  salon_record_set_int (row, "number", closing->number);
  salon_record_set_text (row, "drawer", closing->drawer);
  set_time (row, "opened", closing->opened_at);
  salon_record_set_text (row, "opened-by", closing->opened_by);
  set_time (row, "closed", closing->closed_at);
  salon_record_set_text (row, "closed-by", closing->closed_by != NULL ? closing->closed_by : "");
}

static void
fill_count (SalonRecord *row, const SalonClosing *closing, const SalonCurrency *currency)
{
  salon_ctl_set_money (row, "expected", closing->expected, currency);
  salon_ctl_set_money (row, "counted", MAX (closing->counted, 0), currency);
  salon_ctl_set_money (row, "difference", salon_closing_difference (closing), currency);
  salon_ctl_set_money (row, "taken-out", closing->taken_out, currency);
  salon_record_set_text (row, "explanation", closing->explanation != NULL ? closing->explanation : "");
}

static void
fill_methods (SalonRecord *row, const SalonClosing *closing, const SalonCurrency *currency)
{
  static const char *const words[] = { "", "cash", "card", "transfer", "account", "bonus", "ticket", "certificate" };

  for (SalonPayMethod method = SALON_PAY_METHOD_FIRST; method <= SALON_PAY_METHOD_LAST; method++) {
    g_autofree char *back = g_strconcat (words[method], "-back", NULL);

    salon_ctl_set_money (row, words[method], closing->methods[method].sold, currency);
    salon_ctl_set_money (row, back, closing->methods[method].refunded, currency);
  }
}

static void
fill_taxes (SalonRecord *row, const SalonClosing *closing, const SalonCurrency *currency)
{
  for (guint i = 0; i < closing->taxes->len; i++) {
    const SalonClosingTax *tax = &g_array_index (closing->taxes, SalonClosingTax, i);
    g_autofree char *key = g_strdup_printf ("vat-%" G_GINT64_FORMAT, tax->rate_bp);

    salon_ctl_set_money (row, key, tax->tax, currency);
  }
}

static void
print_report (SalonCtl *ctl, const SalonClosing *closing)
{
  const SalonCurrency *currency = salon_currency_by_code (closing->currency);
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonRecord *row = salon_ctl_add_row (rows);

  fill_head (row, closing);
  salon_record_set_int (row, "sales", closing->n_sales);
  salon_record_set_int (row, "refunds", closing->n_refunds);
  salon_ctl_set_money (row, "sold", closing->sold, currency);
  salon_ctl_set_money (row, "discount", closing->discount, currency);
  fill_methods (row, closing, currency);
  fill_taxes (row, closing, currency);
  salon_ctl_set_money (row, "tips", closing->tips, currency);
  salon_ctl_set_money (row, "rounding", closing->rounding, currency);
  salon_ctl_set_money (row, "float", closing->opening, currency);
  salon_ctl_set_money (row, "in", closing->cash_in, currency);
  salon_ctl_set_money (row, "out", closing->cash_out, currency);
  salon_ctl_set_money (row, "tips-paid", closing->tips_paid, currency);
  salon_ctl_set_money (row, "other-cash", closing->other_cash, currency);
  fill_count (row, closing, currency);
  salon_record_set_text (row, "chain", closing->chain != NULL ? closing->chain : "");
  salon_ctl_print (ctl, rows);
}

static int
write_pdf (SalonCtl *ctl, const SalonClosing *closing, const char *path, SalonPaper paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonPages) pages = salon_report_closing (closing, paper, salon_clock_wall_minute (ctl->clock));
  g_autoptr (GBytes) pdf = salon_pages_to_pdf (pages, &error);
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();

  if (pdf == NULL || !salon_durable_write (path, pdf, &error))
    return salon_ctl_fail (error);
  salon_record_set_int (salon_ctl_add_row (rows), "pages", salon_pages_count (pages));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static SalonClosing *
find_closing (SalonCtl *ctl, gint64 shift_id, int *status)
{
  SalonIdRequest request = { shift_id };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonClosing) closing =
      salon_session_query_sync (ctl->session, shift_id != 0 ? &salon_query_closing : &salon_query_cash_shift, &request, &error);

  if (closing != NULL && closing->shift_id == 0)
    salon_set_error (&error, SALON_ERROR_NOT_FOUND, _("The cash drawer is closed. Say which shift: shift report --shift ID."));
  if (error == NULL)
    return g_steal_pointer (&closing);
  *status = salon_ctl_fail (error);
  return NULL;
}

static gboolean
is_word (const char *text, const char *word)
{
  return g_strcmp0 (text, word) == 0;
}

static int
cmd_report (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *shift = NULL;
  g_autofree char *format = NULL;
  g_autofree char *path = NULL;
  gboolean roll = FALSE;
  const GOptionEntry entries[] = { { "shift", 0, 0, G_OPTION_ARG_STRING, &shift, NULL, NULL },
                                   { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
                                   { "roll", 0, 0, G_OPTION_ARG_NONE, &roll, NULL, NULL },
                                   { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (SalonClosing) closing = NULL;
  gint64 shift_id = 0;
  gboolean pdf = FALSE;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  pdf = is_word (format, "pdf");
  if (argc > 0 || (shift != NULL && !salon_ctl_id (shift, &shift_id)) || pdf != (path != NULL)
      || (format != NULL && !pdf && !is_word (format, "text") && !is_word (format, "json")))
    return salon_ctl_usage ("%s", _("Say of which shift and how: shift report [--shift ID] [--format text|json|pdf] [-o FILE] [--roll]."));
  if (!salon_ctl_open (ctl, FALSE, &status) || (closing = find_closing (ctl, shift_id, &status)) == NULL)
    return status;
  if (pdf)
    return write_pdf (ctl, closing, path, roll ? SALON_PAPER_ROLL : SALON_PAPER_A4);
  ctl->json = ctl->json || is_word (format, "json");
  print_report (ctl, closing);
  return SALON_CTL_DONE;
}

static int
cmd_closings (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) closings = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  int status = 0;

  if (argc > 0)
    return salon_ctl_usage ("%s", _("The list of closings takes nothing more: shift closings."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  closings = salon_session_query_sync (ctl->session, &salon_query_closings, NULL, &error);
  if (closings == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < closings->len; i++) {
    const SalonClosing *closing = closings->pdata[i];
    SalonRecord *row = salon_ctl_add_row (rows);

    fill_head (row, closing);
    fill_count (row, closing, salon_currency_by_code (closing->currency));
  }
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

const SalonCtlCommand salon_ctl_cash_commands[] = {
  { "shift open", "--float AMOUNT", SALON_N ("Opens the cash drawer with what was counted into it"), cmd_open },
  { "shift in", "AMOUNT --reason TEXT", SALON_N ("Puts cash into the drawer"), cmd_in },
  { "shift out", "AMOUNT --reason TEXT", SALON_N ("Takes cash out of the drawer"), cmd_out },
  { "shift close", "--counted AMOUNT [--explain TEXT] [--take-out AMOUNT]", SALON_N ("Closes the cash drawer by a count"), cmd_close },
  { "shift report", "[--shift ID] [--format text|json|pdf] [-o FILE] [--roll]",
    SALON_N ("Tells what a shift of the cash drawer came to"), cmd_report },
  { "shift closings", "", SALON_N ("Lists the closings of the cash drawer"), cmd_closings },
  { NULL, NULL, NULL, NULL },
};
