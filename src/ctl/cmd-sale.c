/* sale, ticket sell. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "ctl/till.h"
#include "model/entities/employee.h"
#include "model/entities/service.h"
#include "model/services/items.h"
#include "model/services/tickets.h"

/* "BARCODE" or "BARCODE=PIECES"; words find, too, when only one thing fits. */
static gboolean
add_item (SalonTill *till, SalonSaleRequest *sale, const char *text)
{
  g_autofree char *pieces = NULL;
  g_autofree char *wanted = salon_till_split (text, &pieces);
  g_autoptr (SalonItemsRequest) request = salon_items_request_new (wanted, TRUE, 2);
  g_autoptr (GPtrArray) found = salon_session_query_sync (till->ctl->session, &salon_query_items, request, &till->error);
  SalonSaleLineRequest *line = NULL;

  if (found != NULL && found->len == 0) {
    g_ptr_array_unref (found);
    request->by_barcode = FALSE;
    found = salon_session_query_sync (till->ctl->session, &salon_query_items, request, &till->error);
  }
  if (found == NULL)
    return FALSE;
  if (found->len != 1) {
    salon_set_error (&till->error, SALON_ERROR_NOT_FOUND,
                     found->len == 0 ? _("No goods are called “%s”.") : _("More than one thing is called “%s”."), wanted);
    return FALSE;
  }
  line = salon_sale_request_add (sale, SALON_SALE_LINE_ITEM, salon_entity_get_id (((SalonOfferedItem *) found->pdata[0])->item));
  return salon_till_quantity (till, pieces, &line->quantity);
}

static gboolean
add_amount (SalonTill *till, SalonSaleRequest *sale, SalonSaleLineKind kind, gint64 subject_id, const char *text)
{
  return salon_till_money (till, text, &salon_sale_request_add (sale, kind, subject_id)->unit_price);
}

/* "Maria=5" */
static gboolean
add_tip (SalonTill *till, SalonSaleRequest *sale, const char *text, int *status)
{
  g_autofree char *amount = NULL;
  g_autofree char *name = salon_till_split (text, &amount);
  gint64 employee = salon_ctl_find_named (till->ctl, salon_employee_get_type (), name, status);

  return employee != 0 && add_amount (till, sale, SALON_SALE_LINE_TIP, employee, amount);
}

static gboolean
add_service (SalonTill *till, SalonSaleRequest *sale, const char *name, gint64 employee_id, int *status)
{
  gint64 service = salon_ctl_find_named (till->ctl, salon_service_get_type (), name, status);

  if (service != 0)
    salon_sale_request_add (sale, SALON_SALE_LINE_SERVICE, service)->employee_id = employee_id;
  return service != 0;
}

static gboolean
add_ticket (SalonTill *till, SalonSaleRequest *sale, const char *name, int *status)
{
  gint64 kind = salon_ctl_find_named (till->ctl, salon_ticket_kind_get_type (), name, status);

  if (kind != 0)
    salon_sale_request_add (sale, SALON_SALE_LINE_TICKET, kind);
  return kind != 0;
}

/* ---- season tickets that pay */

/* The ticket with the number pays for every service. */
static gboolean
use_ticket (SalonTill *till, SalonSaleRequest *sale, const char *number)
{
  g_autoptr (SalonTicketsRequest) request = salon_tickets_request_new (0);
  g_autoptr (GPtrArray) found = NULL;

  request->number = g_strdup (number);
  found = salon_session_query_sync (till->ctl->session, &salon_query_tickets, request, &till->error);
  if (found == NULL)
    return FALSE;
  if (found->len == 0) {
    salon_set_field_error (&till->error, "ticket_id", _("There is no season ticket with the number “%s”."), number);
    return FALSE;
  }
  for (guint i = 0; i < sale->lines->len; i++)
    if (salon_sale_request_line (sale, i)->kind == SALON_SALE_LINE_SERVICE)
      salon_sale_request_line (sale, i)->ticket_id = salon_entity_get_id (((const SalonTicketView *) found->pdata[0])->ticket);
  return TRUE;
}

/* Each service is paid by the ticket that is proposed for it, as long as one is. */
static gboolean
use_tickets (SalonTill *till, SalonSaleRequest *sale)
{
  for (guint i = 0; i < sale->lines->len; i++) {
    g_autoptr (SalonSaleQuote) quote = salon_session_query_sync (till->ctl->session, &salon_query_sale_quote, sale, &till->error);
    const SalonTicketOffer *offer = NULL;

    if (quote == NULL)
      return FALSE;
    if (quote->offers->len == 0)
      return TRUE;
    offer = quote->offers->pdata[0];
    salon_sale_request_line (sale, offer->line)->ticket_id = offer->ticket_id;
  }
  return TRUE;
}

static int
show_quote (SalonTill *till, const SalonSaleRequest *request)
{
  g_autoptr (SalonSaleQuote) quote = salon_session_query_sync (till->ctl->session, &salon_query_sale_quote, request, &till->error);
  g_autoptr (GPtrArray) rows = salon_till_rows ();

  if (quote == NULL)
    return salon_till_fail (till);
  for (guint i = 0; i < quote->lines->len; i++)
    salon_till_add_line (till, rows, salon_sale_quote_line (quote, i)->line, salon_sale_quote_line (quote, i)->why);
  salon_ctl_print (till->ctl, rows);
  for (guint i = 0; i < quote->problems->len; i++)
    g_printerr ("salonctl: %s\n", ((const SalonSaleProblem *) quote->problems->pdata[i])->text);
  return quote->problems->len > 0 ? SALON_CTL_REFUSED : SALON_CTL_DONE;
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
  char **tickets;
  char **certificates;
  char *ticket;
  char *code;
  char *top_up;
  char *off;
  char *given;
  char *expect;
  char *note;
  char *uuid;
  char **payments;
  gboolean use_tickets;
  gboolean dry_run;
  gboolean accept;
} SaleOptions;

static void
sale_options_clear (SaleOptions *self)
{
  char **const texts[] = { &self->client, &self->payer,  &self->visit, &self->employee, &self->top_up,
                           &self->off,    &self->given,  &self->expect, &self->note,    &self->uuid,
                           &self->ticket, &self->code };
  char ***const lists[] = { &self->services, &self->items,        &self->tips,
                            &self->tickets,  &self->certificates, &self->payments };

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
    { "ticket", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->tickets, NULL, NULL },
    { "certificate", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->certificates, NULL, NULL },
    { "use-ticket", 0, 0, G_OPTION_ARG_STRING, &self->ticket, NULL, NULL },
    { "use-tickets", 0, 0, G_OPTION_ARG_NONE, &self->use_tickets, NULL, NULL },
    { "code", 0, 0, G_OPTION_ARG_STRING, &self->code, NULL, NULL },
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
begin (SalonTill *till, gint64 client_id, gint64 visit_id)
{
  SalonIdRequest visit = { visit_id };
  SalonSaleRequest *request = NULL;

  if (visit_id == 0)
    return salon_sale_request_new (client_id);
  request = salon_session_query_sync (till->ctl->session, &salon_query_checkout, &visit, &till->error);
  if (request != NULL && client_id != 0)
    request->client_id = client_id;
  return request;
}

/* Whose it is done by, for all services that are named. */
static gboolean
add_services (SalonTill *till, SalonSaleRequest *sale, const SaleOptions *options, int *status)
{
  gint64 employee = 0;

  if (options->employee != NULL) {
    employee = salon_ctl_find_named (till->ctl, salon_employee_get_type (), options->employee, status);
    if (employee == 0)
      return FALSE;
  }
  for (guint i = 0; options->services != NULL && options->services[i] != NULL; i++)
    if (!add_service (till, sale, options->services[i], employee, status))
      return FALSE;
  return TRUE;
}

static gboolean
add_lines (SalonTill *till, SalonSaleRequest *sale, const SaleOptions *options, int *status)
{
  if (!add_services (till, sale, options, status))
    return FALSE;
  for (guint i = 0; options->items != NULL && options->items[i] != NULL; i++)
    if (!add_item (till, sale, options->items[i]))
      return FALSE;
  for (guint i = 0; options->tickets != NULL && options->tickets[i] != NULL; i++)
    if (!add_ticket (till, sale, options->tickets[i], status))
      return FALSE;
  for (guint i = 0; options->certificates != NULL && options->certificates[i] != NULL; i++)
    if (!add_amount (till, sale, SALON_SALE_LINE_CERTIFICATE, 0, options->certificates[i]))
      return FALSE;
  for (guint i = 0; options->tips != NULL && options->tips[i] != NULL; i++)
    if (!add_tip (till, sale, options->tips[i], status))
      return FALSE;
  return options->top_up == NULL || add_amount (till, sale, SALON_SALE_LINE_TOP_UP, 0, options->top_up);
}

/* Cash that was handed over belongs to the payment in cash. */
static gboolean
add_given (SalonTill *till, SalonSaleRequest *sale, const char *text)
{
  SalonMoney given = 0;

  if (text == NULL)
    return TRUE;
  if (!salon_till_money (till, text, &given))
    return FALSE;
  for (guint i = 0; i < sale->payments->len; i++)
    if (g_array_index (sale->payments, SalonPaymentRequest, i).method == SALON_PAY_CASH)
      g_array_index (sale->payments, SalonPaymentRequest, i).given = given;
  return TRUE;
}

static gboolean
fill (SalonTill *till, SalonSaleRequest *sale, const SaleOptions *options, int *status)
{
  sale->note = g_strdup (options->note);
  sale->code = g_strdup (options->code);
  sale->accept_alert = options->accept;
  return add_lines (till, sale, options, status) && (options->ticket == NULL || use_ticket (till, sale, options->ticket))
         && (!options->use_tickets || use_tickets (till, sale))
         && (options->off == NULL || salon_till_money (till, options->off, &sale->whole_discount))
         && (options->expect == NULL || salon_till_money (till, options->expect, &sale->expected_total))
         && salon_till_payments (till, options->payments, sale->payments) && add_given (till, sale, options->given);
}

static int
sell (SalonCtl *ctl, const SaleOptions *options, gint64 client_id, gint64 visit_id, gint64 payer_id)
{
  g_autoptr (SalonSaleRequest) request = NULL;
  int status = 0;
  SalonTill till;

  if (!salon_till_check_uuid (options->uuid, &status) || !salon_ctl_open (ctl, !options->dry_run, &status))
    return status;
  salon_till_open (&till, ctl);
  request = begin (&till, client_id, visit_id);
  if (request == NULL)
    return salon_till_fail (&till);
  request->payer_id = payer_id;
  if (!fill (&till, request, options, &status))
    return till.error != NULL ? salon_till_fail (&till) : status;
  return options->dry_run ? show_quote (&till, request) : salon_till_run (&till, &salon_command_sale_complete, request, options->uuid);
}

static int
cmd_sale (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (SaleOptions) options = { 0 };
  gint64 client_id = 0;
  gint64 visit_id = 0;
  gint64 payer_id = 0;
  int status = 0;

  if (!parse_sale_options (&options, &argc, &argv, &status))
    return status;
  if (argc > 0 || !salon_till_id (options.client, &client_id) || !salon_till_id (options.visit, &visit_id)
      || !salon_till_id (options.payer, &payer_id))
    return salon_ctl_usage ("%s", _("Say what is sold and how it is paid: sale [--client ID] [--visit ID] [--item BARCODE] --pay cash."));
  return sell (ctl, &options, client_id, visit_id, payer_id);
}

/* A sale of one season ticket. */
static int
cmd_ticket_sell (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (SaleOptions) options = { 0 };
  g_autoptr (GStrvBuilder) tickets = g_strv_builder_new ();
  gint64 client_id = 0;
  gint64 payer_id = 0;
  int status = 0;

  if (!parse_sale_options (&options, &argc, &argv, &status))
    return status;
  if (argc != 1 || options.visit != NULL || !salon_till_id (options.client, &client_id) || !salon_till_id (options.payer, &payer_id))
    return salon_ctl_usage ("%s", _("Say which kind, to whom and how it is paid: ticket sell NAME --client ID --pay METHOD."));
  g_strv_builder_add (tickets, argv[0]);
  if (options.tickets != NULL)
    g_strv_builder_addv (tickets, (const char **) options.tickets);
  g_strfreev (options.tickets);
  options.tickets = g_strv_builder_end (tickets);
  return sell (ctl, &options, client_id, 0, payer_id);
}

const SalonCtlCommand salon_ctl_sale_commands[] = {
  { "ticket sell", "NAME [--client ID] --pay METHOD[=AMOUNT] …", SALON_N ("Sells a season ticket"), cmd_ticket_sell },
  { "sale",
    "[--client ID] [--payer ID] [--visit ID] [--service NAME] [--with NAME] [--item BARCODE[=PIECES]] [--top-up AMOUNT]"
    " [--tip NAME=AMOUNT] [--ticket NAME] [--certificate AMOUNT] [--use-ticket NUMBER | --use-tickets] [--code CODE]"
    " [--off AMOUNT] --pay METHOD[=AMOUNT] | certificate:NUMBER[=AMOUNT] … [--given AMOUNT] [--expect TOTAL] [--accept]"
    " [--note TEXT] [--uuid UUID] [--dry-run]",
    SALON_N ("Sells, and checks a visit out"), cmd_sale },
  { NULL, NULL, NULL, NULL },
};
