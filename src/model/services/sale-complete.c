/* What a sale would come to, and completing it: one operation, whole or not at all. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/visit-line.h"
#include "model/rules/permission.h"
#include "model/services/certificates.h"
#include "model/services/sale-bill.h"
#include "model/services/sale-post.h"
#include "model/services/tickets.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

#define MOST_NOTE 500

/**
 * salon_sale_quote:
 *
 * Returns: (transfer full): what the sale would come to, with all that speaks against it
 */
SalonSaleQuote *
salon_sale_quote (SalonTx *tx, const SalonSaleRequest *request, GError **error)
{
  g_autoptr (SalonBill) bill = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error))
    return NULL;
  bill = salon_bill_new (tx, request, error);
  return bill != NULL && salon_bill_offer_tickets (bill, error) ? g_steal_pointer (&bill->quote) : NULL;
}

/**
 * salon_sale_checkout:
 * @request: the visit
 *
 * Returns: (transfer full): the bill of a visit: all that was agreed, at the agreed price
 */
SalonSaleRequest *
salon_sale_checkout (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  g_autoptr (SalonVisit) visit = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  SalonSaleRequest *bill = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error))
    return NULL;
  visit = salon_repo_get (tx, salon_visit_get_type (), request->id, error);
  if (visit == NULL)
    return NULL;
  lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", request->id, error);
  if (lines == NULL)
    return NULL;
  bill = salon_sale_request_new (visit->client_id);
  bill->visit_id = request->id;
  for (guint i = 0; i < lines->len; i++) {
    const SalonVisitLine *visit_line = lines->pdata[i];
    SalonSaleLineRequest *line = salon_sale_request_add (bill, SALON_SALE_LINE_SERVICE, visit_line->service_id);

    line->visit_line_id = salon_entity_get_id (visit_line);
    line->variant_id = visit_line->variant_id;
    line->employee_id = visit_line->employee_id;
    line->seen_price = visit_line->price;
  }
  return bill;
}

/* ---- completing */

static gboolean
check (SalonBill *bill, GError **error)
{
  SalonMoney left = bill->quote->settlement.left;
  g_autofree char *text = NULL;

  if (bill->failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&bill->failure));
    return FALSE;
  }
  if (left == 0)
    return TRUE;
  text = salon_bill_money (bill, left);
  /* Translators: %s is an amount */
  salon_set_field_error (error, "payments", _("%s is left to pay."), text);
  return FALSE;
}

static SalonSale *
sale_of (SalonBill *bill)
{
  SalonSale *sale = salon_sale_new (SALON_SALE_SALE);

  sale->client_id = bill->client != NULL ? salon_entity_get_id (bill->client) : 0;
  sale->visit_id = bill->request->visit_id;
  sale->shift_id = bill->shift_id;
  sale->rounding = bill->quote->settlement.rounding;
  sale->note = salon_text_clean_or_null (bill->request->note, MOST_NOTE);
  for (guint i = 0; i < bill->quote->lines->len; i++) {
    SalonQuoteLine *quoted = bill->quote->lines->pdata[i];

    g_ptr_array_add (sale->lines, g_steal_pointer (&quoted->line));
  }
  g_array_append_vals (sale->payments, bill->payments->data, bill->payments->len);
  return sale;
}

/* What is sold gets its number, which the receipt says. */
static gboolean
issue_ticket (SalonBill *bill, const SalonSale *sale, guint index, GError **error)
{
  SalonTx *tx = bill->tx;
  SalonSaleLine *line = salon_sale_line (sale, index);
  SalonTicketIssue issue = { line->subject_id, sale->client_id, line->amount, salon_sale_request_line (bill->request, index)->number };
  g_autoptr (SalonTicket) ticket = NULL;
  g_autofree char *name = g_steal_pointer (&line->text);

  if (salon_ticket_issue (tx, &issue, &line->subject_id, error))
    ticket = salon_repo_get (tx, salon_ticket_get_type (), line->subject_id, error);
  if (ticket == NULL)
    return FALSE;
  /* Translators: on a receipt; %1$s is the name of a season ticket, %2$s its number */
  line->text = g_strdup_printf (_("%1$s, No. %2$s"), name, ticket->number);
  return TRUE;
}

static gboolean
issue_certificate (SalonBill *bill, const SalonSale *sale, guint index, GError **error)
{
  SalonSaleLine *line = salon_sale_line (sale, index);
  SalonCertificateIssue issue = { sale->client_id, line->amount, bill->settings->certificate_days,
                                  salon_sale_request_line (bill->request, index)->number };
  g_autoptr (SalonCertificate) certificate = NULL;
  g_autofree char *name = g_steal_pointer (&line->text);

  if (salon_certificate_issue (bill->tx, &issue, &line->subject_id, error))
    certificate = salon_repo_get (bill->tx, salon_certificate_get_type (), line->subject_id, error);
  if (certificate == NULL)
    return FALSE;
  line->text = g_strdup_printf (_("%1$s, No. %2$s"), name, certificate->number);
  return TRUE;
}

static gboolean
issue_sold (SalonBill *bill, const SalonSale *sale, GError **error)
{
  for (guint i = 0; i < sale->lines->len; i++) {
    SalonSaleLine *line = salon_sale_line (sale, i);

    if ((line->kind == SALON_SALE_LINE_TICKET && !issue_ticket (bill, sale, i, error))
        || (line->kind == SALON_SALE_LINE_CERTIFICATE && !issue_certificate (bill, sale, i, error)))
      return FALSE;
  }
  return TRUE;
}

/* What the bill named by its line has an id now. */
static void
name_sold_tickets (SalonSale *sale)
{
  for (guint i = 0; i < sale->lines->len; i++) {
    SalonSaleLine *line = salon_sale_line (sale, i);

    if (line->ticket_id < 0)
      line->ticket_id = salon_sale_line (sale, (guint) (-1 - line->ticket_id))->subject_id;
  }
  for (guint i = 0; i < sale->payments->len; i++) {
    SalonSalePayment *payment = &g_array_index (sale->payments, SalonSalePayment, i);

    if (payment->method == SALON_PAY_TICKET && payment->subject_id < 0)
      payment->subject_id = salon_sale_line (sale, (guint) (-1 - payment->subject_id))->subject_id;
  }
}

static gboolean
settle_visit (SalonBill *bill, GError **error)
{
  g_autoptr (SalonVisit) visit = NULL;

  if (bill->visit == NULL)
    return TRUE;
  visit = salon_visit_copy (bill->visit);
  visit->state = SALON_VISIT_DONE;
  visit->settled = 1;
  return salon_repo_update (bill->tx, visit, error);
}

/**
 * salon_sale_complete:
 * @sale_id: (out): the receipt
 * @error: the first of the problems that a quote tells, or that something is left to pay
 *
 * Writes the receipt, moves the money, and closes the visit that is checked out.
 */
gboolean
salon_sale_complete (SalonTx *tx, const SalonSaleRequest *request, gint64 *sale_id, GError **error)
{
  g_autoptr (SalonBill) bill = NULL;
  g_autoptr (SalonSale) sale = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error))
    return FALSE;
  bill = salon_bill_new (tx, request, error);
  if (bill == NULL || !check (bill, error))
    return FALSE;
  sale = sale_of (bill);
  if (!issue_sold (bill, sale, error))
    return FALSE;
  name_sold_tickets (sale);
  if (!salon_sale_post (tx, sale, 0, error) || !settle_visit (bill, error))
    return FALSE;
  *sale_id = sale->id;
  return TRUE;
}

SALON_DEFINE_QUERY (salon_query_sale_quote, "sale.quote", salon_sale_quote, SalonSaleRequest, salon_sale_request_free,
                    salon_sale_quote_free)
SALON_DEFINE_QUERY (salon_query_checkout, "sale.checkout", salon_sale_checkout, SalonIdRequest, g_free, salon_sale_request_free)
SALON_DEFINE_COMMAND (salon_command_sale_complete, "sale.complete", SALON_N ("Sold"), salon_sale_complete, SalonSaleRequest,
                      salon_sale_request_free)
