/* Giving lines back and taking a receipt back: receipts of their own, dated now, in the shift that is open now. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/client.h"
#include "model/entities/visit.h"
#include "model/rules/permission.h"
#include "model/rules/sale-totals.h"
#include "model/services/sale-post.h"
#include "model/services/sale.h"
#include "model/services/settings.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/sale-store.h"
#include "model/store/tx.h"

#define MOST_NOTE 500

/**
 * Return:
 * @sale: what is given back, or taken back
 * @before: (element-type SalonSale): what was given back of it already
 * @receipt: that is made
 * @drawer_id: where cash comes from
 */
typedef struct {
  SalonTx *tx;
  SalonSettings *settings;
  SalonSale *sale;
  GPtrArray *before;
  SalonSale *receipt;
  gint64 drawer_id;
} Return;

static void
return_free (Return *self)
{
  g_clear_pointer (&self->settings, salon_settings_free);
  g_clear_pointer (&self->sale, salon_sale_free);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->receipt, salon_sale_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Return, return_free)

static char *
money (Return *self, SalonMoney amount)
{
  return salon_money_format (amount, salon_settings_currency (self->settings));
}

/* The drawer of the sale if it is open, else the first one that is. */
static gboolean
find_drawer (Return *self, gint64 wanted, GError **error)
{
  gint64 *shift_id = &self->receipt->shift_id;

  self->drawer_id = wanted;
  if (wanted == 0 && !salon_sale_store_drawer_of (self->tx, self->sale->shift_id, &self->drawer_id, error))
    return FALSE;
  if (!salon_sale_store_open_shift (self->tx, &self->drawer_id, shift_id, error))
    return FALSE;
  if (*shift_id == 0 && wanted == 0) {
    self->drawer_id = 0;
    if (!salon_sale_store_open_shift (self->tx, &self->drawer_id, shift_id, error))
      return FALSE;
  }
  if (*shift_id != 0)
    return TRUE;
  salon_set_field_error (error, "drawer_id", _("The cash drawer is closed.  Open it first."));
  return FALSE;
}

static gboolean
check_kind (Return *self, GError **error)
{
  if (self->sale->kind != SALON_SALE_SALE) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("What was given back or taken back stays so.  Sell it again instead."));
    return FALSE;
  }
  for (guint i = 0; i < self->before->len; i++)
    if (((const SalonSale *) self->before->pdata[i])->kind == SALON_SALE_VOID) {
      salon_set_error (error, SALON_ERROR_CONFLICT, _("This receipt was taken back already."));
      return FALSE;
    }
  return TRUE;
}

static Return *
return_new (SalonTx *tx, gint64 sale_id, SalonSaleKind kind, const char *why, GError **error)
{
  g_autoptr (Return) self = g_new0 (Return, 1);

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_REFUND, error))
    return NULL;
  self->tx = tx;
  self->settings = salon_settings_load (tx, NULL, error);
  self->sale = self->settings != NULL ? salon_sale_store_get (tx, sale_id, error) : NULL;
  self->before = self->sale != NULL ? salon_sale_store_returns (tx, sale_id, error) : NULL;
  if (self->before == NULL || !check_kind (self, error))
    return NULL;
  self->receipt = salon_sale_new (kind);
  self->receipt->of_sale_id = sale_id;
  self->receipt->client_id = self->sale->client_id;
  self->receipt->visit_id = self->sale->visit_id;
  if (why != NULL && *why != '\0')
    self->receipt->note = salon_text_clean (why, MOST_NOTE);
  return g_steal_pointer (&self);
}

/* ---- what must still be there */

/* What is in an account after this, debit positive. */
static gboolean
balance_after (Return *self, gint64 subject_id, gint64 card, SalonMoney *balance, GError **error)
{
  if (!salon_ledger_store_client_balance (self->tx, SALON_ACCOUNT_CLIENT, card, balance, error))
    return FALSE;
  for (guint i = 0; i < self->receipt->payments->len; i++) {
    const SalonSalePayment *back = salon_sale_payment (self->receipt, i);

    if (back->method == SALON_PAY_ACCOUNT && back->subject_id == subject_id)
      *balance += back->amount;
  }
  for (guint i = 0; i < self->receipt->lines->len; i++) {
    const SalonSaleLine *line = salon_sale_line (self->receipt, i);

    if (line->kind == SALON_SALE_LINE_TOP_UP && line->subject_id == subject_id)
      *balance -= line->amount;
  }
  return TRUE;
}

static gboolean
check_account (Return *self, gint64 subject_id, GError **error)
{
  g_autoptr (SalonClient) client = NULL;
  g_autofree char *text = NULL;
  SalonMoney balance = 0;
  gint64 card = 0;

  if (!salon_ledger_store_present_card (self->tx, subject_id, &card, error)
      || !balance_after (self, subject_id, card, &balance, error))
    return FALSE;
  client = salon_repo_get (self->tx, salon_client_get_type (), card, error);
  if (client == NULL)
    return FALSE;
  if (balance <= client->credit_limit)
    return TRUE;
  text = money (self, balance - client->credit_limit);
  /* Translators: %s is an amount */
  salon_set_field_error (error, "lines", _("What was paid into the account was used already: %s is missing in it."), text);
  return FALSE;
}

/* Money that is taken out of an account again must be there. */
static gboolean
check_accounts (Return *self, GError **error)
{
  for (guint i = 0; i < self->receipt->lines->len; i++) {
    const SalonSaleLine *line = salon_sale_line (self->receipt, i);

    if (line->kind == SALON_SALE_LINE_TOP_UP && !check_account (self, line->subject_id, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- a part */

static SalonSaleLine *
line_of (Return *self, gint64 line_id)
{
  for (guint i = 0; i < self->sale->lines->len; i++)
    if (salon_sale_line (self->sale, i)->id == line_id)
      return salon_sale_line (self->sale, i);
  return NULL;
}

static gboolean
refuse_line (guint index, const char *field, GError **error, const char *text)
{
  g_autofree char *name = g_strdup_printf ("lines.%u.%s", index, field);

  salon_set_field_error (error, name, "%s", text);
  return FALSE;
}

static gboolean
add_part (Return *self, guint index, const SalonRefundLine *wanted, GError **error)
{
  SalonSaleLine *line = line_of (self, wanted->line_id);
  gint64 left = line != NULL ? line->quantity - line->returned_quantity : 0;
  gint64 quantity = wanted->quantity != 0 ? wanted->quantity : left;

  if (line == NULL)
    return refuse_line (index, "line_id", error, _("This line is on another receipt."));
  if (left <= 0)
    return refuse_line (index, "line_id", error, _("This was given back already."));
  if (quantity <= 0)
    return refuse_line (index, "quantity", error, _("The quantity must be more than nothing."));
  if (quantity > left)
    return refuse_line (index, "quantity", error, _("This is more than was paid for."));
  g_ptr_array_add (self->receipt->lines, salon_sale_line_part (line, quantity));
  line->returned_quantity += quantity; /* the same line may be named twice */
  return TRUE;
}

/* What was paid in this way, less what was given back in it. */
static SalonMoney
left_of (Return *self, SalonPayMethod method, gint64 subject_id)
{
  SalonMoney left = 0;

  for (guint i = 0; i < self->sale->payments->len; i++) {
    const SalonSalePayment *paid = salon_sale_payment (self->sale, i);

    if (paid->method == method && (method == SALON_PAY_CASH || paid->subject_id == subject_id))
      left += paid->amount;
  }
  for (guint k = 0; k < self->before->len; k++) {
    const SalonSale *before = self->before->pdata[k];

    for (guint i = 0; i < before->payments->len; i++) {
      const SalonSalePayment *back = salon_sale_payment (before, i);

      if (back->method == method && (method == SALON_PAY_CASH || back->subject_id == subject_id))
        left += back->amount;
    }
  }
  return left;
}

static void
pay_back (Return *self, SalonPayMethod method, gint64 subject_id, SalonMoney amount)
{
  SalonSalePayment payment = { method, subject_id, -amount, 0 };

  if (amount != 0)
    g_array_append_val (self->receipt->payments, payment);
}

/* What of the sale was due in cash, before rounding, and was not given back yet. */
static SalonMoney
due_in_cash (Return *self, SalonMoney *given_back)
{
  SalonMoney due = left_of (self, SALON_PAY_CASH, 0) - self->sale->rounding;

  *given_back = 0;
  for (guint k = 0; k < self->before->len; k++) {
    const SalonSale *before = self->before->pdata[k];

    due -= before->rounding;
    *given_back += before->rounding;
    for (guint i = 0; i < before->payments->len; i++)
      if (salon_sale_payment (before, i)->method == SALON_PAY_CASH)
        *given_back -= salon_sale_payment (before, i)->amount;
  }
  return due;
}

/* So much cash for what is due in cash; the difference is rounding.  It is rounded over all refunds of the receipt
 * together, so that in the end just what was paid has been given back. */
static gboolean
cash_for (Return *self, SalonMoney due, SalonMoney *cash)
{
  SalonMoney before = 0;
  SalonMoney most = due_in_cash (self, &before);
  SalonMoney left = left_of (self, SALON_PAY_CASH, 0);
  SalonMoney step = self->settings->cash_step;

  *cash = due == most ? left : CLAMP (salon_cash_round (before + due, step) - salon_cash_round (before, step), 0, left);
  return due <= most;
}

static gboolean
give_cash (Return *self, SalonMoney due, GError **error)
{
  SalonMoney cash = 0;
  g_autofree char *text = money (self, left_of (self, SALON_PAY_CASH, 0));

  if (!cash_for (self, due, &cash)) {
    /* Translators: %s is an amount */
    salon_set_field_error (error, "payments", _("Only %s was paid in cash, so no more can be given back in cash."), text);
    return FALSE;
  }
  pay_back (self, SALON_PAY_CASH, self->drawer_id, cash);
  self->receipt->rounding = due - cash;
  return TRUE;
}

/* As it was paid, the last payment first; cash comes last, because it is rounded. */
static gboolean
pay_back_as_paid (Return *self, SalonMoney due, GError **error)
{
  for (guint i = self->sale->payments->len; i > 0 && due > 0; i--) {
    const SalonSalePayment *paid = salon_sale_payment (self->sale, i - 1);
    gboolean again = FALSE;
    SalonMoney amount = 0;

    for (guint k = i; k < self->sale->payments->len; k++)
      again |= salon_sale_payment (self->sale, k)->method == paid->method
               && salon_sale_payment (self->sale, k)->subject_id == paid->subject_id;
    if (again || paid->method == SALON_PAY_CASH)
      continue;
    amount = CLAMP (left_of (self, paid->method, paid->subject_id), 0, due);
    pay_back (self, paid->method, paid->subject_id, amount);
    due -= amount;
  }
  return due == 0 || give_cash (self, due, error);
}

static gboolean
refuse_payment (guint index, const char *field, GError **error, const char *text)
{
  g_autofree char *name = g_strdup_printf ("payments.%u.%s", index, field);

  salon_set_field_error (error, name, "%s", text);
  return FALSE;
}

/* Into whose account it goes: back where it came from, or to the client. */
static gint64
account_for (Return *self, gint64 wanted)
{
  for (guint i = 0; i < self->sale->payments->len; i++)
    if (salon_sale_payment (self->sale, i)->method == SALON_PAY_ACCOUNT
        && (wanted == 0 || wanted == salon_sale_payment (self->sale, i)->subject_id))
      return salon_sale_payment (self->sale, i)->subject_id;
  return wanted == 0 || wanted == self->sale->client_id ? self->sale->client_id : 0;
}

static gboolean
pay_back_one (Return *self, guint index, const SalonPaymentRequest *wanted, SalonMoney *due, GError **error)
{
  SalonMoney amount = wanted->amount == SALON_PAY_REST ? *due : wanted->amount;
  gint64 account = account_for (self, wanted->subject_id);

  if (amount <= 0 && *due > 0)
    return refuse_payment (index, "amount", error, _("An amount must be more than nothing."));
  if (amount > *due && wanted->method != SALON_PAY_CASH)
    return refuse_payment (index, "amount", error, _("This is more than is to be given back."));
  switch (wanted->method) {
  case SALON_PAY_ACCOUNT:
    if (account == 0)
      return refuse_payment (index, "subject_id", error, _("Say who the client is: only a client has an account."));
    pay_back (self, SALON_PAY_ACCOUNT, account, amount);
    break;
  case SALON_PAY_CARD:
  case SALON_PAY_TRANSFER:
    if (amount > left_of (self, wanted->method, 0))
      return refuse_payment (index, "amount", error, _("This is more than was paid in this way."));
    pay_back (self, wanted->method, 0, amount);
    break;
  case SALON_PAY_CASH: /* rounded, when all else is known */
    break;
  case SALON_PAY_BONUS:
  case SALON_PAY_TICKET:
  case SALON_PAY_CERTIFICATE:
  default:
    return refuse_payment (index, "method", error, _("It cannot be given back in this way."));
  }
  *due -= wanted->method == SALON_PAY_CASH ? 0 : amount;
  return TRUE;
}

/* As it is said; what is said of cash is what is left of all else, rounded. */
static gboolean
pay_back_as_said (Return *self, const GArray *wanted, SalonMoney due, GError **error)
{
  SalonMoney cash = 0;
  SalonMoney rounded = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < wanted->len; i++) {
    const SalonPaymentRequest *payment = &g_array_index (wanted, SalonPaymentRequest, i);

    if (!pay_back_one (self, i, payment, &due, error))
      return FALSE;
    if (payment->method == SALON_PAY_CASH)
      cash = payment->amount == SALON_PAY_REST ? SALON_PAY_REST : cash + payment->amount;
  }
  if (due == 0 && cash <= 0)
    return TRUE;
  if (cash == SALON_PAY_REST || cash == due || (cash != 0 && cash_for (self, due, &rounded) && cash == rounded))
    return give_cash (self, due, error);
  text = money (self, due);
  /* Translators: %s is an amount */
  salon_set_field_error (error, "payments", _("%s is to be given back still."), text);
  return FALSE;
}

/**
 * salon_sale_refund:
 * @sale_id: (out): the receipt of the refund
 * @error: of the fields "lines.0.quantity", "payments.0.amount", "drawer_id" …
 *
 * Gives lines back, or parts of them, never more than was paid.  The visit stays checked out.
 */
gboolean
salon_sale_refund (SalonTx *tx, const SalonRefundRequest *request, gint64 *sale_id, GError **error)
{
  g_autoptr (Return) self = return_new (tx, request->sale_id, SALON_SALE_REFUND, request->note, error);
  SalonSaleTotals totals;

  if (self == NULL || !find_drawer (self, request->drawer_id, error))
    return FALSE;
  if (request->lines->len == 0) {
    salon_set_field_error (error, "lines", _("Say what is given back."));
    return FALSE;
  }
  for (guint i = 0; i < request->lines->len; i++)
    if (!add_part (self, i, &g_array_index (request->lines, SalonRefundLine, i), error))
      return FALSE;
  salon_sale_lines_sum (self->receipt->lines, &totals);
  if (request->payments->len > 0 ? !pay_back_as_said (self, request->payments, -totals.total, error)
                                 : !pay_back_as_paid (self, -totals.total, error))
    return FALSE;
  if (!check_accounts (self, error) || !salon_sale_post (tx, self->receipt, 0, error))
    return FALSE;
  *sale_id = self->receipt->id;
  return TRUE;
}

/* ---- the whole */

static gboolean
entry_of (Return *self, gint64 *entry_id, GError **error)
{
  g_autoptr (GArray) entries = salon_ledger_store_of_sale (self->tx, self->sale->id, error);

  if (entries == NULL)
    return FALSE;
  *entry_id = entries->len > 0 ? g_array_index (entries, gint64, 0) : 0;
  return TRUE;
}

static gboolean
write_void (Return *self, gint64 drawer_id, GError **error)
{
  SalonSale *receipt = self->receipt;
  gint64 entry_id = 0;

  if (self->before->len > 0) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("A part of it was given back already.  Give back the rest of it, too."));
    return FALSE;
  }
  if (!find_drawer (self, drawer_id, error) || !entry_of (self, &entry_id, error))
    return FALSE;
  for (guint i = 0; i < self->sale->lines->len; i++)
    g_ptr_array_add (receipt->lines, salon_sale_line_part (salon_sale_line (self->sale, i), salon_sale_line (self->sale, i)->quantity));
  for (guint i = 0; i < self->sale->payments->len; i++) {
    const SalonSalePayment *paid = salon_sale_payment (self->sale, i);

    pay_back (self, paid->method, paid->method == SALON_PAY_CASH ? self->drawer_id : paid->subject_id, paid->amount);
  }
  receipt->rounding = -self->sale->rounding;
  return check_accounts (self, error) && salon_sale_post (self->tx, receipt, entry_id, error);
}

/* It can be checked out again. */
static gboolean
unsettle_visit (Return *self, GError **error)
{
  g_autoptr (SalonVisit) visit = NULL;

  if (self->sale->visit_id == 0)
    return TRUE;
  visit = salon_repo_get (self->tx, salon_visit_get_type (), self->sale->visit_id, error);
  if (visit == NULL)
    return FALSE;
  visit->settled = 0;
  return salon_repo_update (self->tx, visit, error);
}

/**
 * salon_sale_void:
 * @sale_id: (out): the receipt that takes it back
 *
 * Takes a receipt back as a whole, as if it had not been; its visit is to be checked out again.
 */
gboolean
salon_sale_void (SalonTx *tx, const SalonVoidRequest *request, gint64 *sale_id, GError **error)
{
  g_autoptr (Return) self = return_new (tx, request->sale_id, SALON_SALE_VOID, request->note, error);

  if (self == NULL || !write_void (self, request->drawer_id, error) || !unsettle_visit (self, error))
    return FALSE;
  *sale_id = self->receipt->id;
  return TRUE;
}

/**
 * salon_sale_undo:
 * @sale_id: a receipt that the operation wrote that is taken back
 *
 * Takes the receipt back by a void dated now.  The visit goes back by its own row of the journal.
 *
 * Returns: %FALSE with %SALON_ERROR_CONFLICT for refunds and voids, which stay
 */
gboolean
salon_sale_undo (SalonTx *tx, gint64 sale_id, GError **error)
{
  g_autoptr (Return) self = return_new (tx, sale_id, SALON_SALE_VOID, NULL, error);

  return self != NULL && write_void (self, 0, error);
}

SALON_DEFINE_COMMAND (salon_command_sale_refund, "sale.refund", SALON_N ("Given back"), salon_sale_refund, SalonRefundRequest,
                      salon_refund_request_free)
SALON_DEFINE_COMMAND (salon_command_sale_void, "sale.void", SALON_N ("Receipt taken back"), salon_sale_void, SalonVoidRequest,
                      salon_void_request_free)
