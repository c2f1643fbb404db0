/* account show, transfer, correct, terms, report. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl.h"
#include "model/entities/entity.h"
#include "model/services/account.h"
#include "model/services/settings.h"

static const char *const kind_words[] = { "",       "history", "sale",  "refund", "void",    "account",
                                          "drawer", "ticket",  "bonus", "tips",   "reversal" };

static gboolean
parse_amount (SalonCtl *ctl, const char *text, SalonMoney *amount, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSettings) settings = salon_session_query_sync (ctl->session, &salon_query_settings, NULL, &error);

  if (settings != NULL && salon_money_parse (text, salon_settings_currency (settings), amount, &error))
    return TRUE;
  *status = salon_ctl_fail (error);
  return FALSE;
}

/* From the beginning of time to today, unless it is said. */
static gboolean
parse_period (SalonCtl *ctl, int *argc, char ***argv, SalonAccountPeriod *period, int *status)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  if (!salon_ctl_parse (entries, argc, argv, status) || !salon_ctl_day (ctl, to, &period->to, status))
    return FALSE;
  period->from = SALON_DAY_MIN;
  return from == NULL || salon_ctl_day (ctl, from, &period->from, status);
}

static void
set_day (SalonRecord *row, SalonDay day)
{
  g_autofree char *text = salon_day_format_iso (day);

  salon_record_set_text (row, "day", text);
}

static int
cmd_show (SalonCtl *ctl, int argc, char **argv)
{
  SalonAccountPeriod period = { 0 };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
  g_autoptr (SalonAccountStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!parse_period (ctl, &argc, &argv, &period, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &period.client_id))
    return salon_ctl_usage ("%s", _("Say whose: account show CLIENT [--from DATE] [--to DATE]."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  statement = salon_session_query_sync (ctl->session, &salon_query_account_statement, &period, &error);
  if (statement == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < statement->lines->len; i++) {
    const SalonAccountLine *line = statement->lines->pdata[i];
    SalonRecord *row = salon_record_new ();

    set_day (row, line->day);
    salon_record_set_text (row, "kind", kind_words[line->kind]);
    salon_record_set_int (row, "amount", line->amount);
    salon_record_set_int (row, "balance", line->balance);
    salon_record_set_text (row, "note", line->note != NULL ? line->note : "");
    g_ptr_array_add (rows, row);
  }
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static SalonRecord *
report_row (const SalonAccountReportLine *line, const char *name)
{
  SalonRecord *row = salon_record_new ();

  salon_record_set_int (row, "client_id", line->client_id);
  salon_record_set_text (row, "client", name);
  salon_record_set_int (row, "opening", line->opening);
  salon_record_set_int (row, "in", line->in);
  salon_record_set_int (row, "out", line->out);
  salon_record_set_int (row, "closing", line->closing);
  return row;
}

static int
cmd_report (SalonCtl *ctl, int argc, char **argv)
{
  SalonAccountPeriod period = { 0 };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
  g_autoptr (SalonAccountReport) report = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!parse_period (ctl, &argc, &argv, &period, &status))
    return status;
  if (argc > 0)
    return salon_ctl_usage ("%s", _("Say of which time: account report [--from DATE] [--to DATE]."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  report = salon_session_query_sync (ctl->session, &salon_query_account_report, &period, &error);
  if (report == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < report->lines->len; i++) {
    const SalonAccountReportLine *line = report->lines->pdata[i];

    g_ptr_array_add (rows, report_row (line, line->name != NULL ? line->name : ""));
  }
  g_ptr_array_add (rows, report_row (&report->total, _("Total")));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
cmd_transfer (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (SalonAccountMove) move = NULL;
  gint64 from = 0, to = 0;
  int status = 0;

  if (argc != 4 || !salon_ctl_id (argv[0], &from) || !salon_ctl_id (argv[1], &to))
    return salon_ctl_usage ("%s", _("Say from whom to whom: account transfer CLIENT CLIENT AMOUNT REASON."));
  move = salon_account_move_new (from, to, 0, argv[3]);
  if (!salon_ctl_open (ctl, TRUE, &status) || !parse_amount (ctl, argv[2], &move->amount, &status))
    return status;
  return salon_ctl_submit (ctl, &salon_command_account_transfer, move);
}

static int
cmd_correct (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (SalonAccountMove) move = NULL;
  gint64 client = 0;
  int status = 0;

  if (argc != 3 || !salon_ctl_id (argv[0], &client))
    return salon_ctl_usage ("%s", _("Say what is added to whose account: account correct CLIENT AMOUNT REASON."));
  move = salon_account_move_new (client, 0, 0, argv[2]);
  if (!salon_ctl_open (ctl, TRUE, &status) || !parse_amount (ctl, argv[1], &move->amount, &status))
    return status;
  return salon_ctl_submit (ctl, &salon_command_account_correct, move);
}

static int
cmd_terms (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *payer = NULL;
  g_autofree char *limit = NULL;
  const GOptionEntry entries[] = {
    { "payer", 0, 0, G_OPTION_ARG_STRING, &payer, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_STRING, &limit, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autofree SalonAccountTerms *terms = salon_account_terms_new (0, 0, 0);
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &terms->client_id) || (payer != NULL && !salon_ctl_id (payer, &terms->payer_id)))
    return salon_ctl_usage ("%s", _("Say on what terms: account terms CLIENT [--payer CLIENT] [--limit AMOUNT]."));
  if (!salon_ctl_open (ctl, TRUE, &status) || (limit != NULL && !parse_amount (ctl, limit, &terms->credit_limit, &status)))
    return status;
  return salon_ctl_submit (ctl, &salon_command_account_terms, terms);
}

const SalonCtlCommand salon_ctl_account_commands[] = {
  { "account show", "CLIENT [--from DATE] [--to DATE]", SALON_N ("Shows what moved an account"), cmd_show },
  { "account report", "[--from DATE] [--to DATE]", SALON_N ("Lists all accounts: opening, in, out, closing"), cmd_report },
  { "account transfer", "CLIENT CLIENT AMOUNT REASON", SALON_N ("Moves money from one account to another"), cmd_transfer },
  { "account correct", "CLIENT AMOUNT REASON", SALON_N ("Adds to an account, or takes from it, without money"), cmd_correct },
  { "account terms", "CLIENT [--payer CLIENT] [--limit AMOUNT]",
    SALON_N ("Says who pays for a client, and how far she may owe; what is not said goes"), cmd_terms },
  { NULL, NULL, NULL, NULL },
};
