/* How a bill is paid: by season tickets that its lines name, from whose account, by which certificate, with how much bonus.
 *
 * Certificates and bonus pay for what they are meant for: services and goods, certificates also season tickets.  What is
 * only owed from then on (top-ups, tips, certificates) is paid with money. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/bonus.h"
#include "model/services/bonus.h"
#include "model/services/certificates.h"
#include "model/services/sale-bill.h"
#include "model/services/tickets.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

#define MOST_PAYMENTS 50
#define NO_REQUEST    G_MAXUINT

/**
 * Paying: payments while they are made
 * @requests: (element-type guint): the index of the request of each payment; %NO_REQUEST = a season ticket
 * @due: what is to be paid besides all that is said in numbers
 * @by_bonus: so much more can be paid by bonus
 * @by_certificate: so much more can be paid by bonus and certificates together
 */
typedef struct {
  SalonBill *bill;
  GArray *requests;
  SalonMoney due;
  SalonMoney by_bonus;
  SalonMoney by_certificate;
} Paying;

static void
refuse_bill (SalonBill *self, const char *field, const char *text)
{
  salon_bill_refuse (self, g_strdup (field), g_strdup (text));
}

static void
refuse (Paying *self, guint index, const char *field, const char *text)
{
  salon_bill_refuse (self->bill, g_strdup_printf ("payments.%u.%s", index, field), g_strdup (text));
}

static guint
request_of (const Paying *self, guint payment)
{
  return g_array_index (self->requests, guint, payment);
}

/* ---- from whose account */

static gboolean
read_balances (SalonBill *self, GError **error)
{
  SalonSaleQuote *quote = self->quote;
  SalonBonusState bonus;

  if (!salon_ledger_store_client_balance (self->tx, SALON_ACCOUNT_CLIENT, quote->payer_id, &quote->account, error)
      || !salon_bonus_state_load (self->tx, salon_entity_get_id (self->client), &bonus, error))
    return FALSE;
  quote->account = -quote->account;
  quote->bonus = bonus.available;
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
      refuse_bill (self, "payer_id", _("Say who the client is."));
    return TRUE;
  }
  quote->client_name = salon_bill_client_name (self->client);
  quote->client_alert = g_strdup (self->client->alert);
  if (wanted != 0 && wanted != salon_entity_get_id (self->client) && wanted != self->client->payer_id) {
    refuse_bill (self, "payer_id", _("This client does not pay for her."));
    return TRUE;
  }
  if (wanted == 0)
    wanted = self->client->payer_id != 0 ? self->client->payer_id : salon_entity_get_id (self->client);
  if (!salon_bill_find_client (self, wanted, "payer_id", &self->payer, error))
    return FALSE;
  if (self->payer == NULL)
    return TRUE;
  quote->payer_id = salon_entity_get_id (self->payer);
  quote->payer_name = salon_bill_client_name (self->payer);
  quote->credit_limit = self->payer->credit_limit;
  return read_balances (self, error);
}

/* ---- what can be paid how */

static SalonMoney
sum_of (const SalonBill *self, gboolean with_tickets)
{
  SalonMoney sum = 0;

  for (guint i = 0; i < self->lines->len; i++) {
    const SalonSaleLine *line = self->lines->pdata[i];

    if (line->ticket_id == 0
        && (line->kind == SALON_SALE_LINE_SERVICE || line->kind == SALON_SALE_LINE_ITEM
            || (with_tickets && line->kind == SALON_SALE_LINE_TICKET)))
      sum += line->amount;
  }
  return sum;
}

/* A payment whose amount is said in a number. */
static gboolean
is_said (const SalonPaymentRequest *request)
{
  return request->amount > 0 && request->amount <= SALON_SALE_MOST;
}

static void
set_limits (Paying *self)
{
  SalonSaleQuote *quote = self->bill->quote;

  quote->bonus_limit = salon_bonus_payable (sum_of (self->bill, FALSE), self->bill->settings->bonus_share_bp, quote->bonus);
  self->by_bonus = quote->bonus_limit;
  self->by_certificate = sum_of (self->bill, TRUE);
  self->due = quote->totals.total - quote->by_ticket;
  for (guint i = 0; i < self->bill->request->payments->len; i++) {
    const SalonPaymentRequest *request = &g_array_index (self->bill->request->payments, SalonPaymentRequest, i);

    if (is_said (request))
      self->due -= request->amount;
  }
}

/* ---- payments */

static void
add (Paying *self, guint request, SalonPayMethod method, gint64 subject_id, SalonMoney amount, SalonMoney given)
{
  SalonSalePayment payment = { method, subject_id, amount, given };

  g_array_append_val (self->bill->payments, payment);
  g_array_append_val (self->requests, request);
}

/* They come first, so that nothing else pays for what they pay. */
static void
add_tickets (Paying *self)
{
  for (guint i = 0; i < self->bill->tickets->len; i++) {
    const SalonBillTicket *ticket = self->bill->tickets->pdata[i];

    if (ticket->worth > 0)
      add (self, NO_REQUEST, SALON_PAY_TICKET, ticket->id, ticket->worth, 0);
    self->bill->quote->by_ticket += ticket->worth;
  }
}

static SalonQuotePayment *
quote_payment (SalonBill *self, SalonPayMethod method, gint64 subject_id)
{
  SalonQuotePayment *payment = g_new0 (SalonQuotePayment, 1);

  payment->method = method;
  payment->subject_id = subject_id;
  payment->most = -1;
  g_ptr_array_add (self->quote->payments, payment);
  return payment;
}

static gint64
account_of (Paying *self, guint index, const SalonPaymentRequest *request)
{
  gint64 payer = self->bill->quote->payer_id;

  if (payer == 0)
    refuse (self, index, "subject_id", _("Say who the client is: only a client has an account."));
  else if (request->subject_id != 0 && request->subject_id != payer)
    refuse (self, index, "subject_id", _("This client does not pay for her."));
  else if (self->bill->payer->archived_at != 0)
    refuse (self, index, "subject_id", _("This account is blocked, because the card of the client is in the archive."));
  return payer;
}

/* So much as it can, if that is what was asked for; else it must be possible. */
static void
add_within (Paying *self, guint index, const SalonPaymentRequest *request, SalonQuotePayment *quote, const char *too_much)
{
  SalonMoney amount = request->amount;

  if (amount == SALON_PAY_REST) {
    amount = CLAMP (self->due, 0, quote->most);
    self->due -= amount;
  } else if (is_said (request) && amount > quote->most) {
    refuse (self, index, "amount", too_much);
  }
  if (is_said (request) || amount > 0)
    self->by_certificate -= amount;
  if (amount != 0 || request->amount == 0)
    add (self, index, request->method, quote->subject_id, amount, request->given);
}

static void
add_bonus (Paying *self, guint index, const SalonPaymentRequest *request)
{
  SalonBill *bill = self->bill;
  SalonQuotePayment *quote = quote_payment (bill, SALON_PAY_BONUS, bill->client != NULL ? salon_entity_get_id (bill->client) : 0);
  SalonMoney before = self->by_certificate;
  g_autofree char *most = NULL;
  g_autofree char *text = NULL;

  quote->most = CLAMP (MIN (self->by_bonus, self->by_certificate), 0, SALON_SALE_MOST);
  most = salon_bill_money (bill, quote->most);
  text = g_strdup_printf (_("At most %s of this can be paid by bonus."), most);
  if (bill->client == NULL)
    refuse (self, index, "subject_id", _("Say who the client is: only a client has bonus."));
  else if (request->subject_id != 0 && request->subject_id != quote->subject_id)
    refuse (self, index, "subject_id", _("Bonus can be used only by whose it is."));
  add_within (self, index, request, quote, text);
  self->by_bonus -= before - self->by_certificate;
}

/* What is on it, less what this bill takes already. */
static gboolean
rest_of (Paying *self, guint index, gint64 certificate_id, SalonMoney *rest, GError **error)
{
  g_autoptr (GError) failure = NULL;

  *rest = 0;
  if (!salon_certificate_check (self->bill->tx, certificate_id, rest, &failure)) {
    *rest = 0;
    if (!g_error_matches (failure, SALON_ERROR, SALON_ERROR_VALIDATION) && !g_error_matches (failure, SALON_ERROR, SALON_ERROR_NOT_FOUND)) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
    refuse (self, index, "subject_id",
            failure->code == SALON_ERROR_NOT_FOUND ? _("There is no such certificate.") : failure->message);
  }
  for (guint i = 0; i < self->bill->payments->len; i++) {
    const SalonSalePayment *payment = &g_array_index (self->bill->payments, SalonSalePayment, i);

    if (payment->method == SALON_PAY_CERTIFICATE && payment->subject_id == certificate_id)
      *rest -= MAX (payment->amount, 0);
  }
  *rest = MAX (*rest, 0);
  return TRUE;
}

static gboolean
add_certificate (Paying *self, guint index, const SalonPaymentRequest *request, GError **error)
{
  SalonBill *bill = self->bill;
  SalonQuotePayment *quote = quote_payment (bill, SALON_PAY_CERTIFICATE, request->subject_id);
  g_autoptr (SalonCertificate) certificate = NULL;
  g_autofree char *has = NULL;
  g_autofree char *text = NULL;
  SalonMoney rest = 0;

  if (!rest_of (self, index, request->subject_id, &rest, error))
    return FALSE;
  certificate = salon_repo_find_one (bill->tx, salon_certificate_get_type (), "id", request->subject_id, NULL);
  has = salon_bill_money (bill, rest);
  /* Translators: %1$s is the number of a gift certificate, %2$s an amount */
  if (certificate != NULL)
    quote->text = g_strdup_printf (_("Certificate %1$s: %2$s left"), certificate->number, has);
  quote->most = CLAMP (rest, 0, MAX (self->by_certificate, 0));
  text = quote->most < rest ? g_strdup (_("A certificate pays for services, goods and season tickets only."))
                            /* Translators: %s is an amount */
                            : g_strdup_printf (_("There is only %s left on this certificate."), has);
  add_within (self, index, request, quote, text);
  return TRUE;
}

static gboolean
add_request (Paying *self, guint index, const SalonPaymentRequest *request, GError **error)
{
  gint64 subject_id = 0;

  switch (request->method) {
  case SALON_PAY_BONUS:
    add_bonus (self, index, request);
    return TRUE;
  case SALON_PAY_CERTIFICATE:
    return add_certificate (self, index, request, error);
  case SALON_PAY_CASH:
    subject_id = self->bill->quote->drawer_id;
    break;
  case SALON_PAY_ACCOUNT:
    subject_id = account_of (self, index, request);
    break;
  case SALON_PAY_CARD:
  case SALON_PAY_TRANSFER:
    break;
  case SALON_PAY_TICKET:
    refuse (self, index, "method", _("A season ticket pays for a service: say with the service which one."));
    break;
  default:
    refuse (self, index, "method", _("It cannot be paid in this way."));
    break;
  }
  quote_payment (self->bill, request->method, subject_id);
  add (self, index, request->method, subject_id, request->amount, request->given);
  return TRUE;
}

static gboolean
add_requests (Paying *self, GError **error)
{
  const GArray *requests = self->bill->request->payments;

  for (guint i = 0; i < requests->len; i++)
    if (!add_request (self, i, &g_array_index (requests, SalonPaymentRequest, i), error))
      return FALSE;
  return TRUE;
}

/* ---- whether they can be */

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
check_account (Paying *paying)
{
  SalonBill *self = paying->bill;
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
    refuse (paying, request_of (paying, i), "amount", text);
    return;
  }
}

static void
settle (Paying *self)
{
  SalonBill *bill = self->bill;
  SalonSaleQuote *quote = bill->quote;
  guint at = 0;
  SalonPayFault fault = salon_sale_settle (quote->totals.total, bill->settings->cash_step, bill->payments, &quote->settlement, &at);

  if (fault == SALON_PAY_FAULT_NONE)
    check_account (self);
  else if (request_of (self, at) != NO_REQUEST)
    refuse (self, request_of (self, at), field_of (fault, &g_array_index (bill->payments, SalonSalePayment, at)), sentence_of (fault));
  else
    refuse_bill (bill, "payments", sentence_of (fault));
}

/* ---- what is shown of them */

static void
quote_ticket (SalonBill *self, const SalonSalePayment *payment)
{
  SalonQuotePayment *quote = quote_payment (self, payment->method, payment->subject_id);

  for (guint i = 0; i < self->tickets->len; i++) {
    const SalonBillTicket *ticket = self->tickets->pdata[i];

    if (ticket->id == payment->subject_id)
      quote->text = salon_ticket_text (ticket->ticket, ticket->facts, self->today, self->settings);
  }
  quote->amount = quote->most = payment->amount;
}

static void
quote_payments (Paying *self)
{
  SalonBill *bill = self->bill;
  SalonMoney earns = sum_of (bill, TRUE);

  for (guint i = 0; i < bill->payments->len; i++) {
    const SalonSalePayment *payment = &g_array_index (bill->payments, SalonSalePayment, i);

    if (request_of (self, i) == NO_REQUEST)
      quote_ticket (bill, payment);
    else
      ((SalonQuotePayment *) bill->quote->payments->pdata[request_of (self, i)])->amount = MAX (payment->amount, 0);
    if (payment->method == SALON_PAY_BONUS || payment->method == SALON_PAY_CERTIFICATE)
      earns -= MAX (payment->amount, 0);
  }
  if (bill->client != NULL)
    bill->quote->bonus_earned = salon_bonus_earned (earns, bill->settings->bonus_earn_bp);
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
  g_autoptr (GArray) requests = g_array_new (FALSE, FALSE, sizeof (guint));
  Paying paying = { .bill = self, .requests = requests };

  if (!find_payer (self, error))
    return FALSE;
  if (self->request->payments->len > MOST_PAYMENTS) {
    refuse_bill (self, "payments", _("There are too many payments."));
    return TRUE;
  }
  add_tickets (&paying);
  set_limits (&paying);
  if (!add_requests (&paying, error))
    return FALSE;
  settle (&paying);
  quote_payments (&paying);
  self->quote->left_in_cash = salon_cash_round (self->quote->settlement.left, self->settings->cash_step);
  return TRUE;
}
