/* A bill while it is made: whose it is, which drawer, which visit. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/entities/visit-line.h"
#include "model/rules/client-name.h"
#include "model/rules/verbs.h"
#include "model/services/cash-shift.h"
#include "model/services/sale-bill.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/sale-store.h"
#include "model/store/tx.h"

/* ---- problems */

static void
problem_free (gpointer data)
{
  SalonSaleProblem *self = data;

  g_free (self->field);
  g_free (self->text);
  g_free (self);
}

/**
 * salon_bill_problem:
 * @failure: (transfer full): what speaks against completing it
 */
void
salon_bill_problem (SalonBill *self, const char *field, GError *failure)
{
  SalonSaleProblem *problem = g_new0 (SalonSaleProblem, 1);

  problem->field = g_strdup (field);
  problem->text = g_strdup (failure->message);
  g_ptr_array_add (self->quote->problems, problem);
  if (self->failure == NULL)
    self->failure = failure;
  else
    g_error_free (failure);
}

/**
 * salon_bill_refuse:
 * @field: (transfer full): as in services/sale.h
 * @text: (transfer full): a whole sentence
 */
void
salon_bill_refuse (SalonBill *self, char *field, char *text)
{
  GError *failure = NULL;

  salon_set_field_error (&failure, field, "%s", text);
  salon_bill_problem (self, field, failure);
  g_free (field);
  g_free (text);
}

static void
refuse (SalonBill *self, const char *field, const char *text)
{
  salon_bill_refuse (self, g_strdup (field), g_strdup (text));
}

/**
 * salon_bill_money:
 *
 * Returns: (transfer full): the amount for a sentence
 */
char *
salon_bill_money (SalonBill *self, SalonMoney amount)
{
  return salon_money_format (amount, self->currency);
}

/**
 * salon_bill_client_name:
 *
 * Returns: (transfer full): how a client without a name is called, too
 */
char *
salon_bill_client_name (const SalonClient *client)
{
  return salon_client_name (client->first_name, client->surname, C_ ("client", "without a name"));
}

/* ---- who, where */

/**
 * salon_bill_find_client:
 * @id: 0 = nobody
 * @field: where it is said that there is no such client
 * @client: (inout): her present card
 *
 * Returns: %FALSE only when the file cannot be read
 */
gboolean
salon_bill_find_client (SalonBill *self, gint64 id, const char *field, SalonClient **client, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 card = id;

  if (id == 0)
    return TRUE;
  if (!salon_ledger_store_present_card (self->tx, id, &card, error))
    return FALSE;
  *client = salon_repo_find_one (self->tx, salon_client_get_type (), "id", card, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (*client == NULL)
    refuse (self, field, _("There is no such client."));
  return TRUE;
}

static gboolean
find_drawer (SalonBill *self, GError **error)
{
  if (!salon_cash_shift_find (self->tx, self->request->drawer_id, &self->shift_id, &self->quote->drawer_id, error))
    return FALSE;
  if (self->shift_id != 0)
    return TRUE;
  self->quote->drawer_id = 0;
  refuse (self, "drawer_id", _("The cash drawer is closed. Open it first."));
  return TRUE;
}

/* ---- the visit */

static gboolean
is_hers (SalonBill *self, gboolean *hers, GError **error)
{
  gint64 card = 0;

  *hers = TRUE;
  if (self->client == NULL)
    return salon_bill_find_client (self, self->visit->client_id, "client_id", &self->client, error);
  if (!salon_ledger_store_present_card (self->tx, self->visit->client_id, &card, error))
    return FALSE;
  *hers = card == salon_entity_get_id (self->client);
  return TRUE;
}

static void
check_visit_state (SalonBill *self)
{
  const SalonVisit *visit = self->visit;
  SalonVisitSelection selection = { (SalonVisitState) visit->state, (SalonDay) visit->day, self->today, FALSE };
  GError *failure = NULL;

  if (visit->settled)
    refuse (self, "visit_id", _("The visit has been checked out already."));
  else if (visit->state != SALON_VISIT_DONE
           && !salon_visit_state_check (&selection, SALON_VISIT_DONE, salon_actor_permissions (salon_tx_actor (self->tx)), &failure)) {
    salon_bill_refuse (self, g_strdup ("visit_id"), g_strdup (failure->message));
    g_error_free (failure);
  }
}

/* All that was done is on the bill, and nothing twice. */
static void
check_whole_visit (SalonBill *self)
{
  for (guint i = 0; i < self->visit_lines->len; i++) {
    guint n = 0;

    for (guint k = 0; k < self->request->lines->len; k++)
      n += salon_sale_request_line (self->request, k)->visit_line_id == salon_entity_get_id (self->visit_lines->pdata[i]);
    if (n == 1)
      continue;
    refuse (self, "lines",
            n == 0 ? _("A service of the visit is not on the bill. What was not done is taken out of the visit first.")
                   : _("A service of the visit is on the bill twice."));
    return;
  }
}

/* An allergy must have been read by who checks the visit out. */
static void
check_alert (SalonBill *self)
{
  if (self->client != NULL && self->client->alert != NULL && !self->request->accept_alert)
    refuse (self, "accept_alert", self->client->alert);
}

/**
 * salon_bill_add_visit:
 *
 * Finds the visit that is checked out, and whose it is.
 *
 * Returns: %FALSE only when the file cannot be read
 */
gboolean
salon_bill_add_visit (SalonBill *self, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean hers = TRUE;

  if (self->request->visit_id == 0)
    return TRUE;
  self->visit = salon_repo_find_one (self->tx, salon_visit_get_type (), "id", self->request->visit_id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (self->visit == NULL) {
    refuse (self, "visit_id", _("There is no such visit any more."));
    return TRUE;
  }
  self->visit_lines = salon_repo_find (self->tx, salon_visit_line_get_type (), "visit_id", self->request->visit_id, error);
  if (self->visit_lines == NULL || !is_hers (self, &hers, error))
    return FALSE;
  if (!hers)
    refuse (self, "client_id", _("The visit is that of another client."));
  check_visit_state (self);
  check_whole_visit (self);
  check_alert (self);
  return TRUE;
}

/* ---- the bill */

static void
quote_line_free (gpointer data)
{
  SalonQuoteLine *self = data;

  g_clear_pointer (&self->line, salon_sale_line_free);
  g_free (self->why);
  g_free (self);
}

static void
offer_free (gpointer data)
{
  SalonTicketOffer *self = data;

  g_free (self->text);
  g_free (self);
}

static void
quote_payment_free (gpointer data)
{
  SalonQuotePayment *self = data;

  g_free (self->text);
  g_free (self);
}

static SalonSaleQuote *
quote_new (void)
{
  SalonSaleQuote *self = g_new0 (SalonSaleQuote, 1);

  self->lines = g_ptr_array_new_with_free_func (quote_line_free);
  self->rates = g_array_new (FALSE, FALSE, sizeof (SalonTaxRate));
  self->payments = g_ptr_array_new_with_free_func (quote_payment_free);
  self->offers = g_ptr_array_new_with_free_func (offer_free);
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  return self;
}

/**
 * salon_sale_quote_free: frees a quote
 */
void
salon_sale_quote_free (SalonSaleQuote *self)
{
  g_ptr_array_unref (self->lines);
  g_array_unref (self->rates);
  g_ptr_array_unref (self->payments);
  g_ptr_array_unref (self->offers);
  g_ptr_array_unref (self->problems);
  g_free (self->client_name);
  g_free (self->client_alert);
  g_free (self->payer_name);
  g_free (self);
}

/**
 * salon_sale_quote_line:
 *
 * Returns: (transfer none): the line at @index
 */
const SalonQuoteLine *
salon_sale_quote_line (const SalonSaleQuote *self, guint index)
{
  g_return_val_if_fail (index < self->lines->len, NULL);
  return self->lines->pdata[index];
}

static gboolean
fill (SalonBill *self, GError **error)
{
  return salon_bill_find_client (self, self->request->client_id, "client_id", &self->client, error) && find_drawer (self, error)
         && salon_bill_add_visit (self, error) && salon_bill_add_lines (self, error)
         && salon_bill_add_payments (self, error);
}

/**
 * salon_bill_new:
 * @request: (transfer none): outlives the bill
 *
 * Returns: (transfer full): the bill with all that speaks against it; %NULL only when the file cannot be read
 */
SalonBill *
salon_bill_new (SalonTx *tx, const SalonSaleRequest *request, GError **error)
{
  g_autoptr (SalonBill) self = g_new0 (SalonBill, 1);

  self->tx = tx;
  self->request = request;
  self->today = salon_clock_today (salon_tx_clock (tx));
  self->quote = quote_new ();
  self->lines = g_ptr_array_new ();
  self->payments = g_array_new (FALSE, TRUE, sizeof (SalonSalePayment));
  self->vat = g_hash_table_new (NULL, NULL);
  self->minutes = g_array_new (FALSE, TRUE, sizeof (int));
  self->tickets = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_bill_ticket_free);
  self->settings = salon_settings_load (tx, NULL, error);
  if (self->settings == NULL)
    return NULL;
  self->currency = salon_settings_currency (self->settings);
  return fill (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * salon_bill_free: frees a bill
 */
void
salon_bill_free (SalonBill *self)
{
  g_clear_pointer (&self->quote, salon_sale_quote_free);
  g_ptr_array_unref (self->lines);
  g_array_unref (self->payments);
  g_hash_table_unref (self->vat);
  g_array_unref (self->minutes);
  g_ptr_array_unref (self->tickets);
  g_clear_pointer (&self->settings, salon_settings_free);
  g_clear_object (&self->client);
  g_clear_object (&self->payer);
  g_clear_object (&self->visit);
  g_clear_pointer (&self->visit_lines, g_ptr_array_unref);
  g_clear_error (&self->failure);
  g_free (self);
}
