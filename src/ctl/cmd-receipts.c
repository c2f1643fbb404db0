/* sale refund, sale void, sale fiscal, sale list, sale show. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "ctl/till.h"
#include "model/entities/entity.h"
#include "model/services/fiscal.h"

static const char *const kind_words[] = { "", "sale", "refund", "void" };

/* "LINE" or "LINE=PIECES" */
static gboolean
add_refund_line (SalonTill *till, SalonRefundRequest *request, const char *text)
{
  g_autofree char *pieces = NULL;
  g_autofree char *line = salon_till_split (text, &pieces);
  gint64 quantity = 0;
  gint64 id = 0;

  if (!salon_ctl_id (line, &id)) {
    salon_set_field_error (&till->error, "lines", _("“%s” is no line of a receipt."), line);
    return FALSE;
  }
  if (!salon_till_quantity (till, pieces, &quantity))
    return FALSE;
  salon_refund_request_add (request, id, quantity);
  return TRUE;
}

static int
cmd_refund (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) payments = NULL;
  g_autofree char *note = NULL;
  g_autofree char *uuid = NULL;
  const GOptionEntry entries[] = {
    { "line", 0, 0, G_OPTION_ARG_STRING_ARRAY, &lines, NULL, NULL },
    { "pay", 0, 0, G_OPTION_ARG_STRING_ARRAY, &payments, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, NULL, NULL },
    { "uuid", 0, 0, G_OPTION_ARG_STRING, &uuid, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (SalonRefundRequest) request = NULL;
  gint64 id = 0;
  int status = 0;
  SalonTill till;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &id) || lines == NULL)
    return salon_ctl_usage ("%s", _("Say which lines of which receipt, and why: sale refund ID --line LINE[=PIECES] --note WHY."));
  if (!salon_till_check_uuid (uuid, &status) || !salon_ctl_open (ctl, TRUE, &status))
    return status;
  salon_till_open (&till, ctl);
  request = salon_refund_request_new (id, note);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!add_refund_line (&till, request, lines[i]))
      return salon_till_fail (&till);
  if (!salon_till_payments (&till, payments, request->payments))
    return salon_till_fail (&till);
  return salon_till_run (&till, &salon_command_sale_refund, request, uuid);
}

static int
cmd_void (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = { { "note", 0, 0, G_OPTION_ARG_STRING, &note, NULL, NULL }, { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (SalonVoidRequest) request = NULL;
  gint64 id = 0;
  int status = 0;
  SalonTill till;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &id))
    return salon_ctl_usage ("%s", _("Say which receipt, and why: sale void ID --note WHY."));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  salon_till_open (&till, ctl);
  request = salon_void_request_new (id, note);
  return salon_till_run (&till, &salon_command_sale_void, request, NULL);
}

static int
cmd_fiscal (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (SalonFiscalNumber) request = NULL;
  gint64 id = 0;
  int status = 0;

  if (argc != 2 || !salon_ctl_id (argv[0], &id))
    return salon_ctl_usage ("%s", _("Say which receipt and its number: sale fiscal ID NUMBER."));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  request = salon_fiscal_number_new (id, argv[1]);
  return salon_ctl_submit (ctl, &salon_command_sale_fiscal, request);
}

/* ---- looking */

static int
cmd_show (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (SalonReceipt) receipt = NULL;
  g_autoptr (GPtrArray) rows = salon_till_rows ();
  SalonIdRequest request = { 0 };
  int status = 0;
  SalonTill till;

  if (argc != 1 || !salon_ctl_id (argv[0], &request.id))
    return salon_ctl_usage ("%s", _("Say which receipt: sale show ID."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  salon_till_open (&till, ctl);
  receipt = salon_session_query_sync (ctl->session, &salon_query_receipt, &request, &till.error);
  if (receipt == NULL)
    return salon_till_fail (&till);
  for (guint i = 0; i < receipt->sale->lines->len; i++)
    salon_till_add_line (&till, rows, salon_sale_line (receipt->sale, i), salon_sale_line (receipt->sale, i)->discount_text);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static void
add_receipt_row (SalonTill *till, GPtrArray *rows, const SalonReceiptRow *receipt)
{
  SalonRecord *row = salon_record_new ();
  g_autofree char *day = salon_day_format_iso (receipt->day);

  salon_record_set_int (row, "id", receipt->id);
  salon_record_set_int (row, "number", receipt->number);
  salon_record_set_text (row, "kind", kind_words[receipt->kind]);
  salon_record_set_text (row, "day", day);
  salon_record_set_text (row, "client", receipt->client != NULL ? receipt->client : "");
  salon_record_set_text (row, "lines", receipt->lines != NULL ? receipt->lines : "");
  salon_till_set_money (till, row, "discount", receipt->discount);
  salon_till_set_money (till, row, "total", receipt->total);
  salon_record_set_int (row, "of", receipt->of_number);
  salon_record_set_int (row, "void", receipt->void_number);
  salon_record_set_text (row, "note", receipt->note != NULL ? receipt->note : "");
  g_ptr_array_add (rows, row);
}

static int
cmd_list (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *client = NULL;
  g_autofree char *day = NULL;
  const GOptionEntry entries[] = {
    { "client", 0, 0, G_OPTION_ARG_STRING, &client, NULL, NULL },
    { "day", 0, 0, G_OPTION_ARG_STRING, &day, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  SalonReceiptsRequest request = { .first_day = G_MININT32, .last_day = G_MAXINT32 };
  g_autoptr (GPtrArray) receipts = NULL;
  g_autoptr (GPtrArray) rows = salon_till_rows ();
  int status = 0;
  SalonTill till;

  if (!salon_ctl_parse (entries, &argc, &argv, &status) || !salon_ctl_day (ctl, day, &request.first_day, &status))
    return status;
  if (argc > 0 || !salon_till_id (client, &request.client_id))
    return salon_ctl_usage ("%s", _("Say of whom or of which day: sale list [--client ID] [--day DATE]."));
  request.last_day = request.first_day;
  if (client != NULL && day == NULL) {
    request.first_day = G_MININT32;
    request.last_day = G_MAXINT32;
  }
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  salon_till_open (&till, ctl);
  receipts = salon_session_query_sync (ctl->session, &salon_query_receipts, &request, &till.error);
  if (receipts == NULL)
    return salon_till_fail (&till);
  for (guint i = 0; i < receipts->len; i++)
    add_receipt_row (&till, rows, receipts->pdata[i]);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

const SalonCtlCommand salon_ctl_receipts_commands[] = {
  { "sale refund", "ID --line LINE[=PIECES] … [--pay METHOD[=AMOUNT]] --note WHY", SALON_N ("Gives lines of a receipt back"),
    cmd_refund },
  { "sale void", "ID --note WHY", SALON_N ("Takes a receipt back"), cmd_void },
  { "sale fiscal", "ID NUMBER", SALON_N ("Notes the number that the cash register gave a receipt"), cmd_fiscal },
  { "sale list", "[--client ID] [--day DATE]", SALON_N ("Receipts of a day or of a client"), cmd_list },
  { "sale show", "ID", SALON_N ("Lines of a receipt"), cmd_show },
  { NULL, NULL, NULL, NULL },
};
