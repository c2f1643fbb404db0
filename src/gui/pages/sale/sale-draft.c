/* Each change asks the salon anew what it comes to and drops the question before. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/pages/sale/sale-draft-private.h"

G_DEFINE_FINAL_TYPE (SalonSaleDraft, salon_sale_draft, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, SIGNAL_QUOTED, SIGNAL_REFUSED, SIGNAL_COMPLETED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void ask (SalonSaleDraft *self);
static void submit (SalonSaleDraft *self);

/* ---- asking */

static void
take_quote (SalonSaleDraft *self, SalonSaleQuote *quote)
{
  g_autofree SalonMoney *was = g_new0 (SalonMoney, self->pays->len + 1);
  gboolean again = FALSE;

  for (guint i = 0; i < self->pays->len; i++)
    was[i] = salon_sale_draft_is_handed_over (self, i);
  g_clear_pointer (&self->quote, salon_sale_quote_free);
  self->quote = quote;
  for (guint i = 0; i < self->pays->len; i++)
    again = again || (salon_sale_draft_pay_at (self, i)->amount >= 0 && was[i] != salon_sale_draft_is_handed_over (self, i));
  if (salon_sale_draft_follow_limits (self) || again) {
    ask (self);
    return;
  }
  self->fresh = TRUE;
  if (salon_sale_draft_use_ready (self))
    return;
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
  salon_session_query (self->session, &salon_query_sale_quote, SALON_LANE_INTERACTIVE, salon_sale_draft_make_request (self), self->cancellable,
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
  request = salon_sale_draft_make_request (self);
  request->expected_total = self->quote->totals.total;
  for (guint i = 0; i < request->lines->len && i < self->quote->lines->len; i++)
    salon_sale_request_line (request, i)->seen_price = salon_sale_quote_line (self->quote, i)->today_price;
  salon_session_submit (self->session, &salon_command_sale_complete, request, self->uuid, NULL, on_completed,
                        g_object_ref (self));
}

/**
 * salon_sale_draft_renew: something else is asked for than before
 */
void
salon_sale_draft_renew (SalonSaleDraft *self)
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
  g_ptr_array_unref (self->ready_tickets);
  g_ptr_array_unref (self->ready_certificates);
  g_free (self->uuid);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_draft_parent_class)->finalize (object);
}

static void
salon_sale_draft_class_init (SalonSaleDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_sale_draft_finalize;

  /**
   * SalonSaleDraft::changed: another thing is asked for, and what it comes to is not known yet; or something else is kept
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
  self->ready_tickets = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_ticket_view_free);
  self->ready_certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_certificate_view_free);
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
      salon_sale_draft_renew (self);
      return;
    }
  }
  salon_sale_request_add (self->request, kind, subject_id);
  salon_sale_draft_renew (self);
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
  salon_sale_draft_renew (self);
}

/**
 * salon_sale_draft_changed: a line was changed
 */
void
salon_sale_draft_changed (SalonSaleDraft *self)
{
  salon_sale_draft_renew (self);
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
    if (salon_sale_draft_pay_at (self, i - 1)->method >= SALON_PAY_ACCOUNT)
      g_array_remove_index (self->pays, i - 1);
  salon_sale_draft_renew (self);
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
  salon_sale_draft_renew (self);
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
  salon_sale_draft_renew (self);
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
  salon_sale_draft_renew (self);
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
    salon_sale_draft_renew (self);
  return used;
}

static void
drop_ready (SalonSaleDraft *self)
{
  g_ptr_array_set_size (self->ready_tickets, 0);
  g_ptr_array_set_size (self->ready_certificates, 0);
}

/**
 * salon_sale_draft_take:
 * @request: (transfer full): instead of what was there
 *
 * What was kept while nothing was sold yet is for this.
 */
void
salon_sale_draft_take (SalonSaleDraft *self, SalonSaleRequest *request)
{
  if (!salon_sale_draft_is_empty (self))
    drop_ready (self);
  salon_sale_request_free (self->request);
  self->request = request;
  g_array_set_size (self->pays, 0);
  g_clear_pointer (&self->quote, salon_sale_quote_free);
  salon_sale_draft_renew (self);
}

/**
 * salon_sale_draft_clear: back to a sale of nothing to nobody
 */
void
salon_sale_draft_clear (SalonSaleDraft *self)
{
  drop_ready (self);
  salon_sale_draft_take (self, salon_sale_request_new (0));
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
