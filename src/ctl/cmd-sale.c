/* sale, sale refund, sale void, sale list, sale show. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "ctl/ctl.h"
#include "model/entities/employee.h"
#include "model/entities/service.h"
#include "model/services/items.h"
#include "model/services/sale.h"
#include "model/services/settings.h"

static const char *const method_words[] = { "", "cash", "card", "transfer", "account", "bonus", "ticket", "certificate" };
static const char *const kind_words[] = { "", "sale", "refund", "void" };
static const char *const line_words[] = { "", "service", "item", "ticket", "certificate", "top-up", "tip" };

/* What a command works with: the salon is open. */
typedef struct {
  SalonCtl *ctl;
  const SalonCurrency *currency;
  GError *error;
} Desk;

static void
desk_open (Desk *desk, SalonCtl *ctl)
{
  g_autoptr (SalonSettings) settings = salon_session_query_sync (ctl->session, &salon_query_settings, NULL, NULL);

  desk->ctl = ctl;
  desk->error = NULL;
  desk->currency = settings != NULL ? salon_settings_currency (settings) : salon_currency_by_code ("EUR");
}

static int
desk_fail (Desk *desk)
{
  int status = salon_ctl_fail (desk->error);

  g_clear_error (&desk->error);
  return status;
}

static void
set_money (Desk *desk, SalonRecord *row, const char *key, SalonMoney amount)
{
  g_autofree char *text = salon_money_format_plain (amount, desk->currency);

  salon_record_set_text (row, key, text);
}

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
}

/* ---- what was typed */

/* "NAME=VALUE" in two; without "=" the value is %NULL. */
static char *
split (const char *text, char **value)
{
  const char *sign = strrchr (text, '=');

  *value = sign != NULL ? g_strdup (sign + 1) : NULL;
  return sign != NULL ? g_strndup (text, (gsize) (sign - text)) : g_strdup (text);
}

static gboolean
parse_quantity (Desk *desk, const char *text, gint64 *quantity)
{
  guint64 number = 0;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, 100000, &number, NULL)) {
    salon_set_field_error (&desk->error, "quantity", _("“%s” is no number of pieces."), text);
    return FALSE;
  }
  *quantity = (gint64) number * SALON_QUANTITY_ONE;
  return TRUE;
}

/* "BARCODE" or "BARCODE=PIECES"; words find, too, when only one thing fits. */
static gboolean
add_item (Desk *desk, SalonSaleRequest *sale, const char *text)
{
  g_autofree char *pieces = NULL;
  g_autofree char *wanted = split (text, &pieces);
  g_autoptr (SalonItemsRequest) request = salon_items_request_new (wanted, TRUE, 2);
  g_autoptr (GPtrArray) found = salon_session_query_sync (desk->ctl->session, &salon_query_items, request, &desk->error);
  SalonSaleLineRequest *line = NULL;

  if (found != NULL && found->len == 0) {
    g_ptr_array_unref (found);
    request->by_barcode = FALSE;
    found = salon_session_query_sync (desk->ctl->session, &salon_query_items, request, &desk->error);
  }
  if (found == NULL)
    return FALSE;
  if (found->len != 1) {
    salon_set_error (&desk->error, SALON_ERROR_NOT_FOUND,
                     found->len == 0 ? _("No goods are called “%s”.") : _("More than one thing is called “%s”."), wanted);
    return FALSE;
  }
  line = salon_sale_request_add (sale, SALON_SALE_LINE_ITEM, salon_entity_get_id (((SalonOfferedItem *) found->pdata[0])->item));
  return parse_quantity (desk, pieces, &line->quantity);
}

static gboolean
parse_money (Desk *desk, const char *text, SalonMoney *amount)
{
  if (text != NULL && *text != '\0')
    return salon_money_parse (text, desk->currency, amount, &desk->error);
  salon_set_field_error (&desk->error, "amount", _("Say how much."));
  return FALSE;
}

static gboolean
add_amount (Desk *desk, SalonSaleRequest *sale, SalonSaleLineKind kind, gint64 subject_id, const char *text)
{
  return parse_money (desk, text, &salon_sale_request_add (sale, kind, subject_id)->unit_price);
}

/* "Maria=5" */
static gboolean
add_tip (Desk *desk, SalonSaleRequest *sale, const char *text, int *status)
{
  g_autofree char *amount = NULL;
  g_autofree char *name = split (text, &amount);
  gint64 employee = salon_ctl_find_named (desk->ctl, salon_employee_get_type (), name, status);

  return employee != 0 && add_amount (desk, sale, SALON_SALE_LINE_TIP, employee, amount);
}

static gboolean
add_service (Desk *desk, SalonSaleRequest *sale, const char *name, gint64 employee_id, int *status)
{
  gint64 service = salon_ctl_find_named (desk->ctl, salon_service_get_type (), name, status);

  if (service != 0)
    salon_sale_request_add (sale, SALON_SALE_LINE_SERVICE, service)->employee_id = employee_id;
  return service != 0;
}

/* "cash", "card=10": all that is left, or an amount. */
static gboolean
parse_payment (Desk *desk, const char *text, SalonPaymentRequest *payment)
{
  g_autofree char *amount = NULL;
  g_autofree char *word = split (text, &amount);

  *payment = (SalonPaymentRequest){ .amount = SALON_PAY_REST };
  for (guint i = 1; i < G_N_ELEMENTS (method_words); i++)
    if (g_str_equal (word, method_words[i]))
      payment->method = (SalonPayMethod) i;
  if (payment->method == 0) {
    salon_set_field_error (&desk->error, "payments", _("“%s” is no way to pay."), word);
    return FALSE;
  }
  return amount == NULL || parse_money (desk, amount, &payment->amount);
}

static gboolean
parse_payments (Desk *desk, char **texts, GArray *payments)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++) {
    SalonPaymentRequest payment;

    if (!parse_payment (desk, texts[i], &payment))
      return FALSE;
    g_array_append_val (payments, payment);
  }
  return TRUE;
}

/* ---- what is answered */

static void
add_line_row (Desk *desk, GPtrArray *rows, const SalonSaleLine *line)
{
  SalonRecord *row = salon_record_new ();

  salon_record_set_int (row, "id", line->id);
  salon_record_set_text (row, "kind", line_words[line->kind]);
  salon_record_set_text (row, "text", line->text);
  salon_record_set_int (row, "quantity", line->quantity);
  set_money (desk, row, "price", line->unit_price);
  set_money (desk, row, "discount", line->discount);
  salon_record_set_text (row, "why", line->discount_text != NULL ? line->discount_text : "");
  set_money (desk, row, "amount", line->amount);
  salon_record_set_int (row, "vat_bp", line->vat_bp);
  set_money (desk, row, "vat", line->vat);
  g_ptr_array_add (rows, row);
}

static int
show_quote (Desk *desk, const SalonSaleRequest *request)
{
  g_autoptr (SalonSaleQuote) quote = salon_session_query_sync (desk->ctl->session, &salon_query_sale_quote, request, &desk->error);
  g_autoptr (GPtrArray) rows = rows_new ();

  if (quote == NULL)
    return desk_fail (desk);
  for (guint i = 0; i < quote->lines->len; i++)
    add_line_row (desk, rows, salon_sale_quote_line (quote, i)->line);
  salon_ctl_print (desk->ctl, rows);
  for (guint i = 0; i < quote->problems->len; i++)
    g_printerr ("salonctl: %s\n", ((const SalonSaleProblem *) quote->problems->pdata[i])->text);
  return quote->problems->len > 0 ? SALON_CTL_REFUSED : SALON_CTL_DONE;
}

static int
answer_receipt (Desk *desk, gint64 id)
{
  SalonIdRequest request = { id };
  g_autoptr (SalonReceipt) receipt = salon_session_query_sync (desk->ctl->session, &salon_query_receipt, &request, &desk->error);
  g_autoptr (GPtrArray) rows = rows_new ();
  SalonRecord *row = NULL;

  if (receipt == NULL)
    return desk_fail (desk);
  row = salon_record_new ();
  salon_record_set_int (row, "id", id);
  salon_record_set_int (row, "number", receipt->sale->number);
  set_money (desk, row, "total", receipt->sale->total);
  set_money (desk, row, "discount", receipt->sale->discount);
  set_money (desk, row, "vat", receipt->sale->vat);
  set_money (desk, row, "rounding", receipt->sale->rounding);
  set_money (desk, row, "change", receipt->change);
  g_ptr_array_add (rows, row);
  salon_ctl_print (desk->ctl, rows);
  return SALON_CTL_DONE;
}

static int
run (Desk *desk, const SalonCommand *command, gconstpointer request, const char *uuid)
{
  SalonDone done = { 0 };

  if (!salon_session_submit_sync (desk->ctl->session, command, request, uuid, &done, &desk->error))
    return desk_fail (desk);
  return answer_receipt (desk, done.id);
}

/* By which a form that is sent twice is known. */
static gboolean
check_uuid (const char *uuid, int *status)
{
  if (uuid == NULL || (strlen (uuid) >= 8 && strlen (uuid) <= 64))
    return TRUE;
  *status = salon_ctl_usage ("%s", _("A mark of a form has 8 to 64 letters: --uuid MARK."));
  return FALSE;
}

/* ---- sale */

/* What can be said of a sale; each is NULL when it was not. */
typedef struct {
  char *client;
  char *payer;
  char *visit;
  char *employee;
  char **services;
  char **items;
  char **tips;
  char *top_up;
  char *off;
  char *given;
  char *expect;
  char *note;
  char *uuid;
  char **payments;
  gboolean dry_run;
  gboolean accept;
} SaleOptions;

static void
sale_options_clear (SaleOptions *self)
{
  char **const texts[] = { &self->client, &self->payer,  &self->visit, &self->employee, &self->top_up,
                           &self->off,    &self->given, &self->expect, &self->note,     &self->uuid };
  char ***const lists[] = { &self->services, &self->items, &self->tips, &self->payments };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SaleOptions, sale_options_clear)

static gboolean
parse_sale_options (SaleOptions *self, int *argc, char ***argv, int *status)
{
  const GOptionEntry entries[] = {
    { "client", 0, 0, G_OPTION_ARG_STRING, &self->client, NULL, NULL },
    { "payer", 0, 0, G_OPTION_ARG_STRING, &self->payer, NULL, NULL },
    { "visit", 0, 0, G_OPTION_ARG_STRING, &self->visit, NULL, NULL },
    { "with", 0, 0, G_OPTION_ARG_STRING, &self->employee, NULL, NULL },
    { "service", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->services, NULL, NULL },
    { "item", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->items, NULL, NULL },
    { "tip", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->tips, NULL, NULL },
    { "top-up", 0, 0, G_OPTION_ARG_STRING, &self->top_up, NULL, NULL },
    { "off", 0, 0, G_OPTION_ARG_STRING, &self->off, NULL, NULL },
    { "given", 0, 0, G_OPTION_ARG_STRING, &self->given, NULL, NULL },
    { "expect", 0, 0, G_OPTION_ARG_STRING, &self->expect, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &self->note, NULL, NULL },
    { "uuid", 0, 0, G_OPTION_ARG_STRING, &self->uuid, NULL, NULL },
    { "pay", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->payments, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self->dry_run, NULL, NULL },
    { "accept", 0, 0, G_OPTION_ARG_NONE, &self->accept, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  return salon_ctl_parse (entries, argc, argv, status);
}

static SalonSaleRequest *
begin (Desk *desk, gint64 client_id, gint64 visit_id)
{
  SalonIdRequest visit = { visit_id };
  SalonSaleRequest *request = NULL;

  if (visit_id == 0)
    return salon_sale_request_new (client_id);
  request = salon_session_query_sync (desk->ctl->session, &salon_query_checkout, &visit, &desk->error);
  if (request != NULL && client_id != 0)
    request->client_id = client_id;
  return request;
}

/* Whose it is done by, for all services that are named. */
static gboolean
add_lines (Desk *desk, SalonSaleRequest *sale, const SaleOptions *options, int *status)
{
  gint64 employee = 0;

  if (options->employee != NULL) {
    employee = salon_ctl_find_named (desk->ctl, salon_employee_get_type (), options->employee, status);
    if (employee == 0)
      return FALSE;
  }
  for (guint i = 0; options->services != NULL && options->services[i] != NULL; i++)
    if (!add_service (desk, sale, options->services[i], employee, status))
      return FALSE;
  for (guint i = 0; options->items != NULL && options->items[i] != NULL; i++)
    if (!add_item (desk, sale, options->items[i]))
      return FALSE;
  for (guint i = 0; options->tips != NULL && options->tips[i] != NULL; i++)
    if (!add_tip (desk, sale, options->tips[i], status))
      return FALSE;
  return options->top_up == NULL || add_amount (desk, sale, SALON_SALE_LINE_TOP_UP, 0, options->top_up);
}

/* Cash that was handed over belongs to the payment in cash. */
static gboolean
add_given (Desk *desk, SalonSaleRequest *sale, const char *text)
{
  SalonMoney given = 0;

  if (text == NULL)
    return TRUE;
  if (!parse_money (desk, text, &given))
    return FALSE;
  for (guint i = 0; i < sale->payments->len; i++)
    if (g_array_index (sale->payments, SalonPaymentRequest, i).method == SALON_PAY_CASH)
      g_array_index (sale->payments, SalonPaymentRequest, i).given = given;
  return TRUE;
}

static gboolean
fill (Desk *desk, SalonSaleRequest *sale, const SaleOptions *options, int *status)
{
  sale->note = g_strdup (options->note);
  return add_lines (desk, sale, options, status)
         && (options->off == NULL || parse_money (desk, options->off, &sale->whole_discount))
         && (options->expect == NULL || parse_money (desk, options->expect, &sale->expected_total))
         && parse_payments (desk, options->payments, sale->payments) && add_given (desk, sale, options->given);
}

static gboolean
read_id (const char *text, gint64 *id)
{
  *id = 0;
  return text == NULL || salon_ctl_id (text, id);
}

static int
cmd_sale (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (SaleOptions) options = { 0 };
  g_autoptr (SalonSaleRequest) request = NULL;
  gint64 client_id = 0;
  gint64 visit_id = 0;
  gint64 payer_id = 0;
  int status = 0;
  Desk desk;

  if (!parse_sale_options (&options, &argc, &argv, &status))
    return status;
  if (argc > 0 || !read_id (options.client, &client_id) || !read_id (options.visit, &visit_id) || !read_id (options.payer, &payer_id))
    return salon_ctl_usage ("%s", _("Say what is sold and how it is paid: sale [--client ID] [--visit ID] [--item BARCODE] --pay cash."));
  if (!check_uuid (options.uuid, &status) || !salon_ctl_open (ctl, !options.dry_run, &status))
    return status;
  desk_open (&desk, ctl);
  request = begin (&desk, client_id, visit_id);
  if (request == NULL)
    return desk_fail (&desk);
  request->payer_id = payer_id;
  request->accept_alert = options.accept;
  if (!fill (&desk, request, &options, &status))
    return desk.error != NULL ? desk_fail (&desk) : status;
  return options.dry_run ? show_quote (&desk, request) : run (&desk, &salon_command_sale_complete, request, options.uuid);
}

/* ---- refund, void */

/* "LINE" or "LINE=PIECES" */
static gboolean
add_refund_line (Desk *desk, SalonRefundRequest *request, const char *text)
{
  g_autofree char *pieces = NULL;
  g_autofree char *line = split (text, &pieces);
  gint64 quantity = 0;
  gint64 id = 0;

  if (!salon_ctl_id (line, &id)) {
    salon_set_field_error (&desk->error, "lines", _("“%s” is no line of a receipt."), line);
    return FALSE;
  }
  if (!parse_quantity (desk, pieces, &quantity))
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
  Desk desk;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &id) || lines == NULL)
    return salon_ctl_usage ("%s", _("Say which lines of which receipt: sale refund ID --line LINE[=PIECES] [--pay METHOD]."));
  if (!check_uuid (uuid, &status) || !salon_ctl_open (ctl, TRUE, &status))
    return status;
  desk_open (&desk, ctl);
  request = salon_refund_request_new (id);
  request->note = g_strdup (note);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!add_refund_line (&desk, request, lines[i]))
      return desk_fail (&desk);
  if (!parse_payments (&desk, payments, request->payments))
    return desk_fail (&desk);
  return run (&desk, &salon_command_sale_refund, request, uuid);
}

static int
cmd_void (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = { { "note", 0, 0, G_OPTION_ARG_STRING, &note, NULL, NULL }, { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (SalonVoidRequest) request = NULL;
  gint64 id = 0;
  int status = 0;
  Desk desk;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &id))
    return salon_ctl_usage ("%s", _("Say which receipt: sale void ID [--note WHY]."));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  desk_open (&desk, ctl);
  request = salon_void_request_new (id, note);
  return run (&desk, &salon_command_sale_void, request, NULL);
}

/* ---- looking */

static int
cmd_show (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (SalonReceipt) receipt = NULL;
  g_autoptr (GPtrArray) rows = rows_new ();
  SalonIdRequest request = { 0 };
  int status = 0;
  Desk desk;

  if (argc != 1 || !salon_ctl_id (argv[0], &request.id))
    return salon_ctl_usage ("%s", _("Say which receipt: sale show ID."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  desk_open (&desk, ctl);
  receipt = salon_session_query_sync (ctl->session, &salon_query_receipt, &request, &desk.error);
  if (receipt == NULL)
    return desk_fail (&desk);
  for (guint i = 0; i < receipt->sale->lines->len; i++)
    add_line_row (&desk, rows, salon_sale_line (receipt->sale, i));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static void
add_receipt_row (Desk *desk, GPtrArray *rows, const SalonReceiptRow *receipt)
{
  SalonRecord *row = salon_record_new ();
  g_autofree char *day = salon_day_format_iso (receipt->day);

  salon_record_set_int (row, "id", receipt->id);
  salon_record_set_int (row, "number", receipt->number);
  salon_record_set_text (row, "kind", kind_words[receipt->kind]);
  salon_record_set_text (row, "day", day);
  salon_record_set_text (row, "client", receipt->client != NULL ? receipt->client : "");
  salon_record_set_text (row, "lines", receipt->lines != NULL ? receipt->lines : "");
  set_money (desk, row, "discount", receipt->discount);
  set_money (desk, row, "total", receipt->total);
  salon_record_set_int (row, "of", receipt->of_number);
  salon_record_set_int (row, "void", receipt->void_number);
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
  g_autoptr (GPtrArray) rows = rows_new ();
  int status = 0;
  Desk desk;

  if (!salon_ctl_parse (entries, &argc, &argv, &status) || !salon_ctl_day (ctl, day, &request.first_day, &status))
    return status;
  if (argc > 0 || !read_id (client, &request.client_id))
    return salon_ctl_usage ("%s", _("Say of whom or of which day: sale list [--client ID] [--day DATE]."));
  request.last_day = request.first_day;
  if (client != NULL && day == NULL) {
    request.first_day = G_MININT32;
    request.last_day = G_MAXINT32;
  }
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  desk_open (&desk, ctl);
  receipts = salon_session_query_sync (ctl->session, &salon_query_receipts, &request, &desk.error);
  if (receipts == NULL)
    return desk_fail (&desk);
  for (guint i = 0; i < receipts->len; i++)
    add_receipt_row (&desk, rows, receipts->pdata[i]);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

const SalonCtlCommand salon_ctl_sale_commands[] = {
  { "sale refund", "ID --line LINE[=PIECES] … [--pay METHOD[=AMOUNT]] [--note WHY]", SALON_N ("Gives lines of a receipt back"),
    cmd_refund },
  { "sale void", "ID [--note WHY]", SALON_N ("Takes a receipt back"), cmd_void },
  { "sale list", "[--client ID] [--day DATE]", SALON_N ("Receipts of a day or of a client"), cmd_list },
  { "sale show", "ID", SALON_N ("Lines of a receipt"), cmd_show },
  { "sale",
    "[--client ID] [--payer ID] [--visit ID] [--service NAME] [--with NAME] [--item BARCODE[=PIECES]] [--top-up AMOUNT]"
    " [--tip NAME=AMOUNT] [--off AMOUNT] --pay METHOD[=AMOUNT] … [--given AMOUNT] [--expect TOTAL] [--note TEXT] [--uuid UUID]"
    " [--dry-run]",
    SALON_N ("Sells, and checks a visit out"), cmd_sale },
  { NULL, NULL, NULL, NULL },
};
