/* Each change asks the salon anew what it comes to and drops the question before.  What was typed as a payment is kept apart
 * from the request: whether an amount of cash is a part or is handed over for the whole depends on what is due. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/pages/sale/sale-draft.h"

struct _SalonSaleDraft {
  GObject parent_instance;

  SalonSession *session;
  SalonSaleRequest *request;
  SalonSaleQuote *quote; /* NULL until there is an answer */
  GArray *pays;          /* SalonSalePay */
  GCancellable *cancellable;
  char *uuid;
  gboolean fresh; /* the quote is that of the request */
  gboolean wants_completing; /* as soon as the answer is there */
  gboolean completing;
};

G_DEFINE_FINAL_TYPE (SalonSaleDraft, salon_sale_draft, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, SIGNAL_QUOTED, SIGNAL_REFUSED, SIGNAL_COMPLETED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void ask (SalonSaleDraft *self);
static void submit (SalonSaleDraft *self);

/* ---- amounts */

static SalonSalePay *
pay_at (SalonSaleDraft *self, guint index)
{
  return &g_array_index (self->pays, SalonSalePay, index);
}

static SalonMoney
others_pay (SalonSaleDraft *self, guint but)
{
  SalonMoney sum = 0;

  for (guint i = 0; i < self->pays->len; i++)
    if (i != but && pay_at (self, i)->amount > 0 && !salon_money_add (sum, pay_at (self, i)->amount, &sum))
      return G_MAXINT64;
  return sum;
}

/* What the payment would have to be for nothing to be left; cash is rounded as the last answer rounded it. */
static SalonMoney
due_of (SalonSaleDraft *self, guint index)
{
  SalonMoney due = 0;

  if (self->quote == NULL)
    return 0;
  due = self->quote->totals.total - self->quote->by_ticket - others_pay (self, index);
  if (index < self->pays->len && pay_at (self, index)->method == SALON_PAY_CASH)
    due += self->quote->settlement.rounding;
  return MAX (due, 0);
}

static gboolean
is_handed_over (SalonSaleDraft *self, guint index)
{
  const SalonSalePay *pay = pay_at (self, index);

  return pay->method == SALON_PAY_CASH && pay->amount >= due_of (self, index);
}

/* Cash that is more than what is due pays the rest, and the change comes back from it. */
static SalonSaleRequest *
make_request (SalonSaleDraft *self)
{
  SalonSaleRequest *request = salon_sale_request_copy (self->request);

  g_array_set_size (request->payments, 0);
  for (guint i = 0; i < self->pays->len; i++) {
    const SalonSalePay *pay = pay_at (self, i);
    gboolean rest = pay->amount < 0 || is_handed_over (self, i);
    SalonPaymentRequest *payment = salon_sale_request_pay (request, pay->method, rest ? -1 : pay->amount);

    payment->subject_id = pay->subject_id;
    payment->given = rest && pay->amount > 0 ? pay->amount : 0;
  }
  return request;
}

/* ---- what the way itself limits */

/* What pays as much as it can follows the bill. */
static gboolean
follow_limits (SalonSaleDraft *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->pays->len && i < self->quote->payments->len; i++) {
    SalonSalePay *pay = pay_at (self, i);
    const SalonQuotePayment *quoted = self->quote->payments->pdata[i];
    SalonMoney amount = due_of (self, i);

    if (!pay->proposed || quoted->method != pay->method || quoted->most < 0)
      continue;
    amount = MIN (amount, quoted->most);
    changed = changed || amount != pay->amount;
    pay->amount = amount;
  }
  return changed;
}

/* ---- asking */

static void
take_quote (SalonSaleDraft *self, SalonSaleQuote *quote)
{
  g_autofree SalonMoney *was = g_new0 (SalonMoney, self->pays->len + 1);
  gboolean again = FALSE;

  for (guint i = 0; i < self->pays->len; i++)
    was[i] = is_handed_over (self, i);
  g_clear_pointer (&self->quote, salon_sale_quote_free);
  self->quote = quote;
  for (guint i = 0; i < self->pays->len; i++)
    again = again || (pay_at (self, i)->amount >= 0 && was[i] != is_handed_over (self, i));
  if (follow_limits (self) || again) {
    ask (self);
    return;
  }
  self->fresh = TRUE;
  g_signal_emit (self, signals[SIGNAL_QUOTED], 0);
  if (self->wants_completing)
    submit (self);
}

static void
on_quote (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSaleDraft) self = data;
  g_autoptr (GError) error = NULL;
  SalonSaleQuote *quote = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (quote != NULL) {
    take_quote (self, quote);
    return;
  }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->wants_completing = FALSE;
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error);
}

static void
ask (SalonSaleDraft *self)
{
  self->fresh = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  salon_session_query (self->session, &salon_query_sale_quote, SALON_LANE_INTERACTIVE, make_request (self), self->cancellable,
                       on_quote, g_object_ref (self));
}

/* ---- completing */

static void
on_completed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSaleDraft) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  self->completing = FALSE;
  if (!salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error);
    ask (self); /* prices may be others by now */
    return;
  }
  salon_sale_draft_clear (self);
  g_signal_emit (self, signals[SIGNAL_COMPLETED], 0, done.operation, done.id);
}

static void
refuse_left (SalonSaleDraft *self)
{
  g_autoptr (GError) error = NULL;

  salon_set_field_error (&error, "payments", _("Something is left to pay: choose how."));
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error);
}

/* The same operation however often it is asked for, and what is shown is what is paid. */
static void
submit (SalonSaleDraft *self)
{
  SalonSaleRequest *request = NULL;

  self->wants_completing = FALSE;
  if (self->completing)
    return;
  if (self->quote->settlement.left > 0) {
    refuse_left (self);
    return;
  }
  self->completing = TRUE;
  request = make_request (self);
  request->expected_total = self->quote->totals.total;
  for (guint i = 0; i < request->lines->len && i < self->quote->lines->len; i++)
    salon_sale_request_line (request, i)->seen_price = salon_sale_quote_line (self->quote, i)->today_price;
  salon_session_submit (self->session, &salon_command_sale_complete, request, self->uuid, NULL, on_completed,
                        g_object_ref (self));
}

/* Something else is asked for than before. */
static void
renew (SalonSaleDraft *self)
{
  g_free (self->uuid);
  self->uuid = salon_session_new_uuid ();
  self->wants_completing = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  ask (self);
}

/* ---- object */

static void
salon_sale_draft_finalize (GObject *object)
{
  SalonSaleDraft *self = SALON_SALE_DRAFT (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->request, salon_sale_request_free);
  g_clear_pointer (&self->quote, salon_sale_quote_free);
  g_array_unref (self->pays);
  g_free (self->uuid);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_draft_parent_class)->finalize (object);
}

static void
salon_sale_draft_class_init (SalonSaleDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_sale_draft_finalize;

  /**
   * SalonSaleDraft::changed: another thing is asked for; what it comes to is not known yet
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_SALE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  /**
   * SalonSaleDraft::quoted: what it comes to is known
   */
  signals[SIGNAL_QUOTED] = g_signal_new ("quoted", SALON_TYPE_SALE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  /**
   * SalonSaleDraft::refused:
   * @error: why it was not completed, with the field
   */
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", SALON_TYPE_SALE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_ERROR);

  /**
   * SalonSaleDraft::completed:
   * @operation: for Undo
   * @sale_id: the receipt
   */
  signals[SIGNAL_COMPLETED] = g_signal_new ("completed", SALON_TYPE_SALE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
}

static void
salon_sale_draft_init (SalonSaleDraft *self)
{
  self->pays = g_array_new (FALSE, FALSE, sizeof (SalonSalePay));
  self->request = salon_sale_request_new (0);
  self->uuid = salon_session_new_uuid ();
}

/**
 * salon_sale_draft_new:
 *
 * Returns: (transfer full): a sale of nothing to nobody
 */
SalonSaleDraft *
salon_sale_draft_new (SalonSession *session)
{
  SalonSaleDraft *self = g_object_new (SALON_TYPE_SALE_DRAFT, NULL);

  self->session = g_object_ref (session);
  return self;
}

/**
 * salon_sale_draft_is_empty:
 *
 * Returns: whether nothing is sold yet
 */
gboolean
salon_sale_draft_is_empty (SalonSaleDraft *self)
{
  return self->request->lines->len == 0;
}

/**
 * salon_sale_draft_is_fresh:
 *
 * Returns: whether the quote is that of what is asked at present
 */
gboolean
salon_sale_draft_is_fresh (SalonSaleDraft *self)
{
  return self->fresh;
}

/**
 * salon_sale_draft_get_request:
 *
 * Returns: (transfer none): what is asked for, without payments
 */
const SalonSaleRequest *
salon_sale_draft_get_request (SalonSaleDraft *self)
{
  return self->request;
}

/**
 * salon_sale_draft_get_quote:
 *
 * Returns: (transfer none) (nullable): the last answer
 */
const SalonSaleQuote *
salon_sale_draft_get_quote (SalonSaleDraft *self)
{
  return self->quote;
}

/**
 * salon_sale_draft_find_problem:
 * @field: as of the services: "lines.0.quantity"; what only begins so counts, too
 *
 * Returns: (transfer none) (nullable): what speaks against completing it
 */
const char *
salon_sale_draft_find_problem (SalonSaleDraft *self, const char *field)
{
  for (guint i = 0; self->quote != NULL && i < self->quote->problems->len; i++) {
    const SalonSaleProblem *problem = self->quote->problems->pdata[i];

    if (problem->field != NULL && g_str_has_prefix (problem->field, field))
      return problem->text;
  }
  return NULL;
}

/**
 * salon_sale_draft_add:
 *
 * One more of it.  What is there already, as it is sold by itself, becomes more instead of a second line.
 */
void
salon_sale_draft_add (SalonSaleDraft *self, SalonSaleLineKind kind, gint64 subject_id)
{
  for (guint i = 0; i < self->request->lines->len; i++) {
    SalonSaleLineRequest *line = salon_sale_request_line (self->request, i);

    if (line->kind == kind && line->subject_id == subject_id && line->visit_line_id == 0 && kind == SALON_SALE_LINE_ITEM) {
      line->quantity += SALON_QUANTITY_ONE;
      renew (self);
      return;
    }
  }
  salon_sale_request_add (self->request, kind, subject_id);
  renew (self);
}

/**
 * salon_sale_draft_get_line:
 *
 * Returns: (transfer none): to be changed in place; then call salon_sale_draft_changed()
 */
SalonSaleLineRequest *
salon_sale_draft_get_line (SalonSaleDraft *self, guint index)
{
  return salon_sale_request_line (self->request, index);
}

/**
 * salon_sale_draft_remove: takes a line out
 */
void
salon_sale_draft_remove (SalonSaleDraft *self, guint index)
{
  salon_sale_request_remove (self->request, index);
  if (self->request->lines->len == 0)
    g_array_set_size (self->pays, 0);
  renew (self);
}

/**
 * salon_sale_draft_changed: a line was changed
 */
void
salon_sale_draft_changed (SalonSaleDraft *self)
{
  renew (self);
}

/**
 * salon_sale_draft_set_client:
 * @client_id: 0 = somebody unknown
 *
 * What was to be paid by what the client before has is not paid so any more.
 */
void
salon_sale_draft_set_client (SalonSaleDraft *self, gint64 client_id)
{
  if (self->request->client_id == client_id)
    return;
  self->request->client_id = client_id;
  self->request->payer_id = 0;
  self->request->visit_id = 0;
  self->request->accept_alert = FALSE;
  for (guint i = self->request->lines->len; i > 0; i--) {
    salon_sale_request_line (self->request, i - 1)->visit_line_id = 0;
    salon_sale_request_line (self->request, i - 1)->ticket_id = 0;
  }
  for (guint i = self->pays->len; i > 0; i--)
    if (pay_at (self, i - 1)->method >= SALON_PAY_ACCOUNT)
      g_array_remove_index (self->pays, i - 1);
  renew (self);
}

/**
 * salon_sale_draft_set_discount: by hand on the whole
 */
void
salon_sale_draft_set_discount (SalonSaleDraft *self, SalonMoney discount)
{
  if (self->request->whole_discount == discount)
    return;
  self->request->whole_discount = discount;
  renew (self);
}

/**
 * salon_sale_draft_set_code:
 * @code: (nullable): promo code
 */
void
salon_sale_draft_set_code (SalonSaleDraft *self, const char *code)
{
  const char *said = code != NULL && *code != '\0' ? code : NULL;

  if (g_strcmp0 (self->request->code, said) == 0)
    return;
  g_free (self->request->code);
  self->request->code = g_strdup (said);
  renew (self);
}

/**
 * salon_sale_draft_accept_alert: what must not be forgotten of the client was read
 */
void
salon_sale_draft_accept_alert (SalonSaleDraft *self)
{
  if (self->request->accept_alert)
    return;
  self->request->accept_alert = TRUE;
  renew (self);
}

/**
 * salon_sale_draft_find_offer:
 * @line: index
 * @nth: from 0, the one to use first at the head
 *
 * Returns: (transfer none) (nullable): a season ticket that could pay for the line
 */
const SalonTicketOffer *
salon_sale_draft_find_offer (SalonSaleDraft *self, guint line, guint nth)
{
  for (guint i = 0; self->quote != NULL && i < self->quote->offers->len; i++) {
    const SalonTicketOffer *offer = self->quote->offers->pdata[i];

    if (offer->line == line && nth-- == 0)
      return offer;
  }
  return NULL;
}

/**
 * salon_sale_draft_use_tickets:
 *
 * Pays with season tickets whatever they can pay.
 *
 * Returns: whether there was something
 */
gboolean
salon_sale_draft_use_tickets (SalonSaleDraft *self)
{
  gboolean used = FALSE;

  for (guint i = 0; i < self->request->lines->len; i++) {
    const SalonTicketOffer *offer = salon_sale_draft_find_offer (self, i, 0);

    if (offer == NULL)
      continue;
    salon_sale_request_line (self->request, i)->ticket_id = offer->ticket_id;
    used = TRUE;
  }
  if (used)
    renew (self);
  return used;
}

/**
 * salon_sale_draft_take:
 * @request: (transfer full): instead of what was there
 */
void
salon_sale_draft_take (SalonSaleDraft *self, SalonSaleRequest *request)
{
  salon_sale_request_free (self->request);
  self->request = request;
  g_array_set_size (self->pays, 0);
  g_clear_pointer (&self->quote, salon_sale_quote_free);
  renew (self);
}

/**
 * salon_sale_draft_clear: back to a sale of nothing to nobody
 */
void
salon_sale_draft_clear (SalonSaleDraft *self)
{
  salon_sale_draft_take (self, salon_sale_request_new (0));
}

/**
 * salon_sale_draft_n_pays:
 *
 * Returns: in how many ways it is paid
 */
guint
salon_sale_draft_n_pays (SalonSaleDraft *self)
{
  return self->pays->len;
}

/**
 * salon_sale_draft_get_pay:
 *
 * Returns: (transfer none): one of them
 */
const SalonSalePay *
salon_sale_draft_get_pay (SalonSaleDraft *self, guint index)
{
  return pay_at (self, index);
}

/**
 * salon_sale_draft_get_due:
 *
 * Returns: what that payment would have to be for nothing to be left
 */
SalonMoney
salon_sale_draft_get_due (SalonSaleDraft *self, guint index)
{
  return due_of (self, index);
}

static int
index_of (SalonSaleDraft *self, SalonPayMethod method, gint64 subject_id)
{
  for (guint i = 0; i < self->pays->len; i++)
    if (pay_at (self, i)->method == method && pay_at (self, i)->subject_id == subject_id)
      return (int) i;
  return -1;
}

/* As much as an account or the bonus gives by itself; -1 = all that is due. */
static SalonMoney
proposed (SalonSaleDraft *self, SalonPayMethod method, SalonMoney due)
{
  SalonMoney most = due;

  if (method == SALON_PAY_ACCOUNT)
    most = self->quote->account > 0 ? self->quote->account : self->quote->account + self->quote->credit_limit;
  else if (method == SALON_PAY_BONUS)
    return MIN (due, self->quote->bonus_limit);
  return most < due && most > 0 ? most : -1;
}

/* What was to be the rest before stays the rest of what remains, or gives its place. */
static int
add_pay (SalonSaleDraft *self, SalonSalePay pay)
{
  int rest = -1;
  int index = 0;

  for (guint i = self->pays->len; i > 0 && rest < 0; i--)
    if (pay_at (self, i - 1)->amount < 0 || is_handed_over (self, i - 1))
      rest = (int) i - 1;
  if (pay.amount < 0)
    pay.amount = proposed (self, pay.method, due_of (self, rest >= 0 ? (guint) rest : G_MAXUINT));
  else
    pay.amount = MIN (pay.amount, due_of (self, rest >= 0 ? (guint) rest : G_MAXUINT));
  if (pay.amount < 0 && rest >= 0)
    g_array_remove_index (self->pays, (guint) rest);
  index = pay.amount >= 0 && rest >= 0 ? rest : (int) self->pays->len;
  g_array_insert_val (self->pays, (guint) index, pay);
  renew (self);
  return index;
}

/**
 * salon_sale_draft_pay:
 *
 * Pays what is left in that way; of an account no more than is on it, of the bonus no more than may be used.  What was
 * to be the rest before stays the rest of what remains, or gives its place.
 *
 * Returns: the index of the payment; -1 as long as it is not known what is left
 */
int
salon_sale_draft_pay (SalonSaleDraft *self, SalonPayMethod method)
{
  int index = index_of (self, method, 0);

  if (index >= 0 || self->quote == NULL)
    return index;
  return add_pay (self, (SalonSalePay){ method, 0, -1, method == SALON_PAY_BONUS });
}

/**
 * salon_sale_draft_pay_certificate:
 * @rest: what is left of it
 *
 * Pays with a gift certificate as much as it can.
 *
 * Returns: the index of the payment; -1 as long as it is not known what is left
 */
int
salon_sale_draft_pay_certificate (SalonSaleDraft *self, gint64 certificate_id, SalonMoney rest)
{
  int index = index_of (self, SALON_PAY_CERTIFICATE, certificate_id);

  if (index >= 0 || self->quote == NULL)
    return index;
  return add_pay (self, (SalonSalePay){ SALON_PAY_CERTIFICATE, certificate_id, rest, TRUE });
}

/**
 * salon_sale_draft_quoted_pay:
 *
 * Returns: (transfer none) (nullable): what the salon answered to that payment
 */
const SalonQuotePayment *
salon_sale_draft_quoted_pay (SalonSaleDraft *self, guint index)
{
  const SalonQuotePayment *quoted = NULL;

  if (!self->fresh || index >= self->quote->payments->len)
    return NULL;
  quoted = self->quote->payments->pdata[index];
  return quoted->method == pay_at (self, index)->method ? quoted : NULL;
}

/**
 * salon_sale_draft_set_pay:
 * @amount: -1 = the rest
 */
void
salon_sale_draft_set_pay (SalonSaleDraft *self, guint index, SalonMoney amount)
{
  if (pay_at (self, index)->amount == amount)
    return;
  for (guint i = 0; i < self->pays->len && amount < 0; i++)
    if (i != index && pay_at (self, i)->amount < 0)
      pay_at (self, i)->amount = due_of (self, i); /* one rest only */
  pay_at (self, index)->amount = amount;
  pay_at (self, index)->proposed = FALSE;
  renew (self);
}

/**
 * salon_sale_draft_unpay: not in that way
 */
void
salon_sale_draft_unpay (SalonSaleDraft *self, guint index)
{
  g_array_remove_index (self->pays, index);
  renew (self);
}

/**
 * salon_sale_draft_complete:
 *
 * Completes it, as soon as it is known what it comes to.  Answered by ::completed or ::refused.
 */
void
salon_sale_draft_complete (SalonSaleDraft *self)
{
  if (self->completing || salon_sale_draft_is_empty (self))
    return;
  if (self->fresh)
    submit (self);
  else
    self->wants_completing = TRUE;
}
