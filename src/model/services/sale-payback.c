/* How something is given back: as it was paid, or as it is said, within what was paid in each way. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/sale-totals.h"
#include "model/services/sale-return.h"

/**
 * Payback:
 * @due: to be given back still
 * @by_bonus: of that, what bonus may have paid for: services and goods
 * @by_certificate: the same of certificates: season tickets, too
 */
typedef struct {
  SalonReturn *of;
  SalonMoney due;
  SalonMoney by_bonus;
  SalonMoney by_certificate;
} Payback;

/* ---- what is left of how it was paid */

/* What was paid in this way, less what was given back in it. */
static SalonMoney
left_of (SalonReturn *self, SalonPayMethod method, gint64 subject_id)
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

/* What of the sale was due in cash, before rounding, and was not given back yet. */
static SalonMoney
due_in_cash (SalonReturn *self, SalonMoney *given_back)
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
cash_for (SalonReturn *self, SalonMoney due, SalonMoney *cash)
{
  SalonMoney before = 0;
  SalonMoney most = due_in_cash (self, &before);
  SalonMoney left = left_of (self, SALON_PAY_CASH, 0);
  SalonMoney step = self->settings->cash_step;

  *cash = due == most ? left : CLAMP (salon_cash_round (before + due, step) - salon_cash_round (before, step), 0, left);
  return due <= most;
}

static gboolean
give_cash (SalonReturn *self, SalonMoney due, GError **error)
{
  SalonMoney cash = 0;
  g_autofree char *text = salon_return_money (self, left_of (self, SALON_PAY_CASH, 0));

  if (!cash_for (self, due, &cash)) {
    /* Translators: %s is an amount */
    salon_set_field_error (error, "payments", _("Only %s was paid in cash, so no more can be given back in cash."), text);
    return FALSE;
  }
  salon_return_pay_back (self, SALON_PAY_CASH, self->drawer_id, cash);
  self->receipt->rounding = due - cash;
  return TRUE;
}

/* ---- as it was paid */

static void
give (Payback *self, SalonPayMethod method, gint64 subject_id, SalonMoney amount)
{
  salon_return_pay_back (self->of, method, subject_id, amount);
  self->due -= amount;
  if (method == SALON_PAY_BONUS)
    self->by_bonus -= amount;
  if (method == SALON_PAY_BONUS || method == SALON_PAY_CERTIFICATE)
    self->by_certificate -= amount;
}

/* Whether a later payment was the same way. */
static gboolean
comes_again (SalonReturn *self, guint index)
{
  const SalonSalePayment *paid = salon_sale_payment (self->sale, index);

  for (guint k = index + 1; k < self->sale->payments->len; k++)
    if (salon_sale_payment (self->sale, k)->method == paid->method
        && salon_sale_payment (self->sale, k)->subject_id == paid->subject_id)
      return TRUE;
  return FALSE;
}

static void
give_back_by (Payback *self, SalonPayMethod method, SalonMoney most)
{
  for (guint i = self->of->sale->payments->len; i > 0; i--) {
    const SalonSalePayment *paid = salon_sale_payment (self->of->sale, i - 1);
    SalonMoney amount = 0;

    if (paid->method != method || comes_again (self->of, i - 1))
      continue;
    amount = CLAMP (left_of (self->of, method, paid->subject_id), 0, most);
    most -= amount;
    give (self, method, paid->subject_id, amount);
  }
}

/* Bonus and certificates first, for what they may pay; then the last payment first; cash comes last, because it is
 * rounded. */
static gboolean
pay_back_as_paid (Payback *self, GError **error)
{
  give_back_by (self, SALON_PAY_BONUS, MIN (self->by_bonus, self->due));
  give_back_by (self, SALON_PAY_CERTIFICATE, MIN (self->by_certificate, self->due));
  for (guint i = self->of->sale->payments->len; i > 0 && self->due > 0; i--) {
    const SalonSalePayment *paid = salon_sale_payment (self->of->sale, i - 1);

    if (paid->method == SALON_PAY_CASH || !salon_pay_method_is_money (paid->method) || comes_again (self->of, i - 1))
      continue;
    give (self, paid->method, paid->subject_id, CLAMP (left_of (self->of, paid->method, paid->subject_id), 0, self->due));
  }
  return self->due == 0 || give_cash (self->of, self->due, error);
}

/* ---- as it is said */

/* Whose bonus, which certificate: the one that paid, if it is not said. */
static gint64
subject_for (SalonReturn *self, const SalonPaymentRequest *wanted)
{
  for (guint i = 0; i < self->sale->payments->len; i++)
    if (salon_sale_payment (self->sale, i)->method == wanted->method && wanted->subject_id == 0)
      return salon_sale_payment (self->sale, i)->subject_id;
  return wanted->subject_id;
}

static SalonMoney
money_of (const SalonSalePayment *payment)
{
  return salon_pay_method_is_money (payment->method) ? payment->amount : 0;
}

static gboolean
refuse (guint index, const char *field, GError **error, const char *text)
{
  g_autofree char *name = g_strdup_printf ("payments.%u.%s", index, field);

  salon_set_field_error (error, name, "%s", text);
  return FALSE;
}

/* Into whose account it goes: back where it came from, or to the client. */
static gint64
account_for (SalonReturn *self, gint64 wanted)
{
  for (guint i = 0; i < self->sale->payments->len; i++)
    if (salon_sale_payment (self->sale, i)->method == SALON_PAY_ACCOUNT
        && (wanted == 0 || wanted == salon_sale_payment (self->sale, i)->subject_id))
      return salon_sale_payment (self->sale, i)->subject_id;
  return wanted == 0 || wanted == self->sale->client_id ? self->sale->client_id : 0;
}

/* So much can be given back as money: what was paid by bonus and certificate comes back as such. */
static SalonMoney
money_left (SalonReturn *self)
{
  SalonMoney left = -self->sale->rounding;

  for (guint i = 0; i < self->sale->payments->len; i++)
    left += money_of (salon_sale_payment (self->sale, i));
  for (guint k = 0; k < self->before->len; k++) {
    const SalonSale *before = self->before->pdata[k];

    left -= before->rounding;
    for (guint i = 0; i < before->payments->len; i++)
      left += money_of (salon_sale_payment (before, i));
  }
  for (guint i = 0; i < self->receipt->payments->len; i++)
    left += money_of (salon_sale_payment (self->receipt, i));
  return left;
}

static gboolean
into_account (Payback *self, guint index, const SalonPaymentRequest *wanted, SalonMoney amount, GError **error)
{
  gint64 account = account_for (self->of, wanted->subject_id);

  if (account == 0)
    return refuse (index, "subject_id", error, _("Say who the client is: only a client has an account."));
  if (amount > money_left (self->of))
    return refuse (index, "amount", error, _("This is more than was paid with money."));
  salon_return_pay_back (self->of, SALON_PAY_ACCOUNT, account, amount);
  return TRUE;
}

/* The same way back: bonus, certificate, card, transfer. */
static gboolean
same_way (Payback *self, guint index, const SalonPaymentRequest *wanted, SalonMoney amount, GError **error)
{
  gint64 subject_id = subject_for (self->of, wanted);
  SalonMoney most = left_of (self->of, wanted->method, subject_id);

  if (wanted->method == SALON_PAY_BONUS)
    most = MIN (most, self->by_bonus);
  if (wanted->method == SALON_PAY_CERTIFICATE)
    most = MIN (most, self->by_certificate);
  if (amount > most)
    return refuse (index, "amount", error, _("This is more than was paid in this way."));
  give (self, wanted->method, subject_id, amount);
  return TRUE;
}

static gboolean
pay_back_one (Payback *self, guint index, const SalonPaymentRequest *wanted, GError **error)
{
  SalonMoney amount = wanted->amount == SALON_PAY_REST ? self->due : wanted->amount;

  if (amount <= 0 && self->due > 0)
    return refuse (index, "amount", error, _("An amount must be more than nothing."));
  if (amount > self->due && wanted->method != SALON_PAY_CASH)
    return refuse (index, "amount", error, _("This is more than is to be given back."));
  switch (wanted->method) {
  case SALON_PAY_ACCOUNT:
    if (!into_account (self, index, wanted, amount, error))
      return FALSE;
    self->due -= amount;
    return TRUE;
  case SALON_PAY_CARD:
  case SALON_PAY_TRANSFER:
  case SALON_PAY_BONUS:
  case SALON_PAY_CERTIFICATE:
    return same_way (self, index, wanted, amount, error);
  case SALON_PAY_CASH: /* rounded, when all else is known */
    return TRUE;
  case SALON_PAY_TICKET:
  default:
    return refuse (index, "method", error, _("It cannot be given back in this way."));
  }
}

/* As it is said; what is said of cash is what is left of all else, rounded. */
static gboolean
pay_back_as_said (Payback *self, const GArray *wanted, GError **error)
{
  SalonMoney cash = 0;
  SalonMoney rounded = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < wanted->len; i++) {
    const SalonPaymentRequest *payment = &g_array_index (wanted, SalonPaymentRequest, i);

    if (!pay_back_one (self, i, payment, error))
      return FALSE;
    if (payment->method == SALON_PAY_CASH)
      cash = payment->amount == SALON_PAY_REST ? SALON_PAY_REST : cash + payment->amount;
  }
  if (self->due == 0 && cash <= 0)
    return TRUE;
  if (cash == SALON_PAY_REST || cash == self->due || (cash != 0 && cash_for (self->of, self->due, &rounded) && cash == rounded))
    return give_cash (self->of, self->due, error);
  text = salon_return_money (self->of, self->due);
  /* Translators: %s is an amount */
  salon_set_field_error (error, "payments", _("%s is to be given back still."), text);
  return FALSE;
}

/* ---- all together */

/* What a ticket paid for goes back to it. */
static void
give_to_tickets (Payback *self)
{
  SalonReturn *of = self->of;

  for (guint i = 0; i < of->receipt->lines->len; i++) {
    const SalonSaleLine *line = salon_sale_line (of->receipt, i);

    if (line->ticket_id != 0)
      give (self, SALON_PAY_TICKET, line->ticket_id, -line->amount);
  }
}

static void
add_up (Payback *self)
{
  for (guint i = 0; i < self->of->receipt->lines->len; i++) {
    const SalonSaleLine *line = salon_sale_line (self->of->receipt, i);
    gboolean is_sold = line->kind == SALON_SALE_LINE_SERVICE || line->kind == SALON_SALE_LINE_ITEM;

    self->due -= line->amount;
    if (is_sold && line->ticket_id == 0)
      self->by_bonus -= line->amount;
    if ((is_sold && line->ticket_id == 0) || line->kind == SALON_SALE_LINE_TICKET)
      self->by_certificate -= line->amount;
  }
}

/**
 * salon_return_pay:
 * @wanted: (element-type SalonPaymentRequest): how it is given back; empty = as it was paid
 *
 * Adds the payments that give back what the lines of the receipt come to.
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION of "payments" or "payments.0.amount" …
 */
gboolean
salon_return_pay (SalonReturn *self, const GArray *wanted, GError **error)
{
  Payback payback = { .of = self };

  add_up (&payback);
  give_to_tickets (&payback);
  return wanted->len > 0 ? pay_back_as_said (&payback, wanted, error) : pay_back_as_paid (&payback, error);
}
