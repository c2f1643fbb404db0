/* A bill while it is made: whose it is, which drawer, which visit, what is paid how. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/entities/visit-line.h"
#include "model/rules/client-name.h"
#include "model/rules/verbs.h"
#include "model/services/sale-bill.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/sale-store.h"
#include "model/store/tx.h"

#define MOST_PAYMENTS 50

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

static gboolean
find_client (SalonBill *self, gint64 id, const char *field, SalonClient **client, GError **error)
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
  self->quote->drawer_id = self->request->drawer_id;
  if (!salon_sale_store_open_shift (self->tx, &self->quote->drawer_id, &self->shift_id, error))
    return FALSE;
  if (self->shift_id != 0)
    return TRUE;
  self->quote->drawer_id = 0;
  refuse (self, "drawer_id", _("The cash drawer is closed.  Open it first."));
  return TRUE;
}

static gboolean
read_balance (SalonBill *self, SalonAccount account, const SalonClient *client, SalonMoney *balance, GError **error)
{
  if (!salon_ledger_store_client_balance (self->tx, account, salon_entity_get_id (client), balance, error))
    return FALSE;
  *balance = -*balance;
  return TRUE;
}

/* Her own account, or that of who pays for her. */
static gboolean
find_payer (SalonBill *self, GError **error)
{
  SalonSaleQuote *quote = self->quote;
  gint64 wanted = self->request->payer_id;

  if (self->client == NULL) {
    if (wanted != 0)
      refuse (self, "payer_id", _("Say who the client is."));
    return TRUE;
  }
  quote->client_name = salon_bill_client_name (self->client);
  quote->client_alert = g_strdup (self->client->alert);
  if (wanted != 0 && wanted != salon_entity_get_id (self->client) && wanted != self->client->payer_id) {
    refuse (self, "payer_id", _("This client does not pay for her."));
    return TRUE;
  }
  if (wanted == 0)
    wanted = self->client->payer_id != 0 ? self->client->payer_id : salon_entity_get_id (self->client);
  if (!find_client (self, wanted, "payer_id", &self->payer, error))
    return FALSE;
  if (self->payer == NULL)
    return TRUE;
  quote->payer_id = salon_entity_get_id (self->payer);
  quote->payer_name = salon_bill_client_name (self->payer);
  quote->credit_limit = self->payer->credit_limit;
  return read_balance (self, SALON_ACCOUNT_CLIENT, self->payer, &quote->account, error)
         && read_balance (self, SALON_ACCOUNT_BONUS, self->client, &quote->bonus, error);
}

/* ---- the visit */

static gboolean
is_hers (SalonBill *self, gboolean *hers, GError **error)
{
  gint64 card = 0;

  *hers = TRUE;
  if (self->client == NULL)
    return find_client (self, self->visit->client_id, "client_id", &self->client, error);
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
            n == 0 ? _("A service of the visit is not on the bill.  What was not done is taken out of the visit first.")
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

/* ---- payments */

static void
refuse_payment (SalonBill *self, guint index, const char *field, const char *text)
{
  salon_bill_refuse (self, g_strdup_printf ("payments.%u.%s", index, field), g_strdup (text));
}

static const char *
sentence_of (SalonPayFault fault)
{
  switch (fault) {
  case SALON_PAY_FAULT_NOTHING:
    return _("An amount must be more than nothing.");
  case SALON_PAY_FAULT_HUGE:
    return _("The amount is too large.");
  case SALON_PAY_FAULT_TOO_MUCH:
    return _("This is more than is left to pay.");
  case SALON_PAY_FAULT_NO_CHANGE:
    return _("Change is given from cash only.");
  case SALON_PAY_FAULT_GIVEN:
    return _("Less is handed over than is to be paid.");
  case SALON_PAY_FAULT_COINS:
    return _("There are no such small coins.");
  case SALON_PAY_FAULT_TWO_RESTS:
    return _("Only one payment can pay all that is left.");
  case SALON_PAY_FAULT_NONE:
  default:
    return NULL;
  }
}

static const char *
field_of (SalonPayFault fault, const SalonSalePayment *payment)
{
  return fault == SALON_PAY_FAULT_GIVEN || fault == SALON_PAY_FAULT_NO_CHANGE || payment->given < 0 ? "given" : "amount";
}

static gint64
subject_of (SalonBill *self, guint index, const SalonPaymentRequest *request)
{
  gint64 payer = self->quote->payer_id;

  if (request->method == SALON_PAY_CASH)
    return self->quote->drawer_id;
  if (request->method != SALON_PAY_ACCOUNT)
    return 0;
  if (payer == 0)
    refuse_payment (self, index, "subject_id", _("Say who the client is: only a client has an account."));
  else if (request->subject_id != 0 && request->subject_id != payer)
    refuse_payment (self, index, "subject_id", _("This client does not pay for her."));
  else if (self->payer->archived_at != 0)
    refuse_payment (self, index, "subject_id", _("This account is blocked, because the card of the client is in the archive."));
  return payer;
}

static void
take_payments (SalonBill *self)
{
  for (guint i = 0; i < self->request->payments->len; i++) {
    const SalonPaymentRequest *request = &g_array_index (self->request->payments, SalonPaymentRequest, i);
    SalonSalePayment payment = { request->method, subject_of (self, i, request), request->amount, request->given };

    if (request->method < SALON_PAY_CASH || request->method > SALON_PAY_ACCOUNT)
      refuse_payment (self, i, "method", _("It cannot be paid in this way."));
    g_array_append_val (self->payments, payment);
  }
}

/* What this sale itself pays into the account counts. */
static SalonMoney
topped_up (SalonBill *self, gint64 account_of)
{
  SalonMoney sum = 0;

  for (guint i = 0; i < self->lines->len; i++) {
    const SalonSaleLine *line = self->lines->pdata[i];

    if (line->kind == SALON_SALE_LINE_TOP_UP && line->subject_id == account_of)
      sum += line->amount;
  }
  return sum;
}

static void
check_account (SalonBill *self)
{
  SalonMoney left = self->quote->account + topped_up (self, self->quote->payer_id);
  g_autofree char *has = salon_bill_money (self, left);
  g_autofree char *limit = salon_bill_money (self, self->quote->credit_limit);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->payments->len; i++) {
    const SalonSalePayment *payment = &g_array_index (self->payments, SalonSalePayment, i);

    if (payment->method != SALON_PAY_ACCOUNT)
      continue;
    left -= payment->amount;
    if (left >= -self->quote->credit_limit)
      continue;
    text = self->quote->credit_limit == 0
               /* Translators: %s is an amount */
               ? g_strdup_printf (_("There is only %s in the account."), has)
               /* Translators: two amounts */
               : g_strdup_printf (_("There is %1$s in the account, and it may be overdrawn by at most %2$s."), has, limit);
    refuse_payment (self, i, "amount", text);
    return;
  }
}

/**
 * salon_bill_add_payments:
 *
 * Says what the payments come to.  That something is left to pay is no problem here.
 *
 * Returns: %FALSE only when the file cannot be read
 */
gboolean
salon_bill_add_payments (SalonBill *self, GError **error)
{
  SalonSaleQuote *quote = self->quote;
  SalonPayFault fault = SALON_PAY_FAULT_NONE;
  guint at = 0;

  if (!find_payer (self, error))
    return FALSE;
  if (self->request->payments->len > MOST_PAYMENTS) {
    refuse (self, "payments", _("There are too many payments."));
    return TRUE;
  }
  take_payments (self);
  fault = salon_sale_settle (quote->totals.total, self->settings->cash_step, self->payments, &quote->settlement, &at);
  if (fault != SALON_PAY_FAULT_NONE)
    refuse_payment (self, at, field_of (fault, &g_array_index (self->payments, SalonSalePayment, at)), sentence_of (fault));
  else
    check_account (self);
  quote->left_in_cash = salon_cash_round (quote->settlement.left, self->settings->cash_step);
  return TRUE;
}

/* ---- the bill */

static void
quote_line_free (gpointer data)
{
  SalonQuoteLine *self = data;

  g_clear_pointer (&self->line, salon_sale_line_free);
  g_free (self);
}

static void
offer_free (gpointer data)
{
  SalonTicketOffer *self = data;

  g_free (self->text);
  g_free (self);
}

static SalonSaleQuote *
quote_new (void)
{
  SalonSaleQuote *self = g_new0 (SalonSaleQuote, 1);

  self->lines = g_ptr_array_new_with_free_func (quote_line_free);
  self->rates = g_array_new (FALSE, FALSE, sizeof (SalonTaxRate));
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
  return find_client (self, self->request->client_id, "client_id", &self->client, error) && find_drawer (self, error)
         && salon_bill_add_visit (self, error) && salon_bill_add_lines (self, error) && salon_bill_add_payments (self, error);
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
  g_clear_pointer (&self->settings, salon_settings_free);
  g_clear_object (&self->client);
  g_clear_object (&self->payer);
  g_clear_object (&self->visit);
  g_clear_pointer (&self->visit_lines, g_ptr_array_unref);
  g_clear_error (&self->failure);
  g_free (self);
}
