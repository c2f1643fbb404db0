/* How a sale is paid.  What was typed as a payment is kept apart from the request: whether an amount of cash is a part or is
 * handed over for the whole depends on what is due. */
#include "config.h"

#include "gui/pages/sale/sale-draft-private.h"

/* ---- amounts */

/**
 * salon_sale_draft_pay_at:
 *
 * Returns: (transfer none): a payment, to be changed in place
 */
SalonSalePay *
salon_sale_draft_pay_at (SalonSaleDraft *self, guint index)
{
  return &g_array_index (self->pays, SalonSalePay, index);
}

static SalonMoney
others_pay (SalonSaleDraft *self, guint but)
{
  SalonMoney sum = 0;

  for (guint i = 0; i < self->pays->len; i++)
    if (i != but && salon_sale_draft_pay_at (self, i)->amount > 0 && !salon_money_add (sum, salon_sale_draft_pay_at (self, i)->amount, &sum))
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
  if (index < self->pays->len && salon_sale_draft_pay_at (self, index)->method == SALON_PAY_CASH)
    due += self->quote->settlement.rounding;
  return MAX (due, 0);
}

/**
 * salon_sale_draft_is_handed_over:
 *
 * Returns: whether the payment is cash for all that is due, from which change may come back
 */
gboolean
salon_sale_draft_is_handed_over (SalonSaleDraft *self, guint index)
{
  const SalonSalePay *pay = salon_sale_draft_pay_at (self, index);

  return pay->method == SALON_PAY_CASH && pay->amount >= due_of (self, index);
}

/**
 * salon_sale_draft_make_request:
 *
 * Cash that is more than what is due pays the rest, and the change comes back from it.
 *
 * Returns: (transfer full): what is asked for, with payments
 */
SalonSaleRequest *
salon_sale_draft_make_request (SalonSaleDraft *self)
{
  SalonSaleRequest *request = salon_sale_request_copy (self->request);

  g_array_set_size (request->payments, 0);
  for (guint i = 0; i < self->pays->len; i++) {
    const SalonSalePay *pay = salon_sale_draft_pay_at (self, i);
    gboolean rest = pay->amount < 0 || salon_sale_draft_is_handed_over (self, i);
    SalonPaymentRequest *payment = salon_sale_request_pay (request, pay->method, rest ? -1 : pay->amount);

    payment->subject_id = pay->subject_id;
    payment->given = rest && pay->amount > 0 ? pay->amount : 0;
  }
  return request;
}

/* ---- what the way itself limits */

/**
 * salon_sale_draft_follow_limits: what pays as much as it can follows the bill
 *
 * Returns: whether that changed something
 */
gboolean
salon_sale_draft_follow_limits (SalonSaleDraft *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->pays->len && i < self->quote->payments->len; i++) {
    SalonSalePay *pay = salon_sale_draft_pay_at (self, i);
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

/* ---- choosing */

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
  return salon_sale_draft_pay_at (self, index);
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
    if (salon_sale_draft_pay_at (self, i)->method == method && salon_sale_draft_pay_at (self, i)->subject_id == subject_id)
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
    if (salon_sale_draft_pay_at (self, i - 1)->amount < 0 || salon_sale_draft_is_handed_over (self, i - 1))
      rest = (int) i - 1;
  if (pay.amount < 0)
    pay.amount = proposed (self, pay.method, due_of (self, rest >= 0 ? (guint) rest : G_MAXUINT));
  else
    pay.amount = MIN (pay.amount, due_of (self, rest >= 0 ? (guint) rest : G_MAXUINT));
  if (pay.amount < 0 && rest >= 0)
    g_array_remove_index (self->pays, (guint) rest);
  index = pay.amount >= 0 && rest >= 0 ? rest : (int) self->pays->len;
  g_array_insert_val (self->pays, (guint) index, pay);
  salon_sale_draft_renew (self);
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
  return quoted->method == salon_sale_draft_pay_at (self, index)->method ? quoted : NULL;
}

/**
 * salon_sale_draft_set_pay:
 * @amount: -1 = the rest
 */
void
salon_sale_draft_set_pay (SalonSaleDraft *self, guint index, SalonMoney amount)
{
  if (salon_sale_draft_pay_at (self, index)->amount == amount)
    return;
  for (guint i = 0; i < self->pays->len && amount < 0; i++)
    if (i != index && salon_sale_draft_pay_at (self, i)->amount < 0)
      salon_sale_draft_pay_at (self, i)->amount = due_of (self, i); /* one rest only */
  salon_sale_draft_pay_at (self, index)->amount = amount;
  salon_sale_draft_pay_at (self, index)->proposed = FALSE;
  salon_sale_draft_renew (self);
}

/**
 * salon_sale_draft_unpay: not in that way
 */
void
salon_sale_draft_unpay (SalonSaleDraft *self, guint index)
{
  g_array_remove_index (self->pays, index);
  salon_sale_draft_renew (self);
}
