/* Taking a receipt back, and what giving back a part of one shares with it: receipts of their own, dated now, in the shift
 * that is open now. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "model/entities/client.h"
#include "model/entities/visit.h"
#include "model/rules/permission.h"
#include "model/rules/sale-totals.h"
#include "model/services/cash-shift.h"
#include "model/services/sale-post.h"
#include "model/services/sale-return.h"
#include "model/services/tickets.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/sale-store.h"
#include "model/store/tx.h"

#define MOST_NOTE 500

/**
 * salon_return_free: frees it
 */
void
salon_return_free (SalonReturn *self)
{
  g_clear_pointer (&self->settings, salon_settings_free);
  g_clear_pointer (&self->sale, salon_sale_free);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->receipt, salon_sale_free);
  g_free (self);
}

/**
 * salon_return_money:
 *
 * Returns: (transfer full): the amount for a sentence
 */
char *
salon_return_money (SalonReturn *self, SalonMoney amount)
{
  return salon_money_format (amount, salon_settings_currency (self->settings));
}

/**
 * salon_return_find_drawer:
 * @wanted: 0 = that of the sale if it is open, else the first one that is
 */
gboolean
salon_return_find_drawer (SalonReturn *self, gint64 wanted, GError **error)
{
  gint64 *shift_id = &self->receipt->shift_id;

  self->drawer_id = wanted;
  if (wanted == 0 && !salon_sale_store_drawer_of (self->tx, self->sale->shift_id, &self->drawer_id, error))
    return FALSE;
  if (!salon_cash_shift_find (self->tx, self->drawer_id, shift_id, &self->drawer_id, error))
    return FALSE;
  return *shift_id != 0 || salon_cash_shift_now (self->tx, wanted, shift_id, &self->drawer_id, error);
}

static gboolean
check_kind (SalonReturn *self, GError **error)
{
  if (self->sale->kind != SALON_SALE_SALE) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("What was given back or taken back stays so. Sell it again instead."));
    return FALSE;
  }
  for (guint i = 0; i < self->before->len; i++)
    if (((const SalonSale *) self->before->pdata[i])->kind == SALON_SALE_VOID) {
      salon_set_error (error, SALON_ERROR_CONFLICT, _("This receipt was taken back already."));
      return FALSE;
    }
  return TRUE;
}

/* Years later somebody asks why. */
static gboolean
take_note (SalonReturn *self, const char *why, GError **error)
{
  self->receipt->note = salon_text_clean_or_null (why, MOST_NOTE);
  if (self->receipt->note != NULL)
    return TRUE;
  salon_set_field_error (error, "note", _("Say why."));
  return FALSE;
}

/**
 * salon_return_new:
 * @sale_id: of a sale that stands
 * @kind: refund or void
 * @why: must say something
 * @error: of the field "note"
 *
 * Returns: (transfer full): a receipt without lines
 */
SalonReturn *
salon_return_new (SalonTx *tx, gint64 sale_id, SalonSaleKind kind, const char *why, GError **error)
{
  g_autoptr (SalonReturn) self = g_new0 (SalonReturn, 1);

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
  return take_note (self, why, error) ? g_steal_pointer (&self) : NULL;
}

/* ---- what must still be there */

/* What is in an account after this, debit positive. */
static gboolean
balance_after (SalonReturn *self, gint64 subject_id, gint64 card, SalonMoney *balance, GError **error)
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
check_account (SalonReturn *self, gint64 subject_id, GError **error)
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
  text = salon_return_money (self, balance - client->credit_limit);
  /* Translators: %s is an amount */
  salon_set_field_error (error, "lines", _("What was paid into the account was used already: %s is missing in it."), text);
  return FALSE;
}

/**
 * salon_return_check:
 *
 * Money that is taken out of an account again must be there.
 */
gboolean
salon_return_check (SalonReturn *self, GError **error)
{
  for (guint i = 0; i < self->receipt->lines->len; i++) {
    const SalonSaleLine *line = salon_sale_line (self->receipt, i);

    if (line->kind == SALON_SALE_LINE_TOP_UP && !check_account (self, line->subject_id, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_return_pay_back:
 * @amount: positive; 0 adds nothing
 *
 * Adds a payment that gives back.
 */
void
salon_return_pay_back (SalonReturn *self, SalonPayMethod method, gint64 subject_id, SalonMoney amount)
{
  SalonSalePayment payment = { method, subject_id, -amount, 0 };

  if (amount != 0)
    g_array_append_val (self->receipt->payments, payment);
}

/* ---- the whole */

static gboolean
refuse (GError **error, const char *text)
{
  salon_set_error (error, SALON_ERROR_CONFLICT, "%s", text);
  return FALSE;
}

/**
 * salon_return_to_ticket:
 * @units: (inout): grows by what the lines of the receipt give back to the season ticket, thousandths
 * @worth: (inout): by what that is worth
 */
void
salon_return_to_ticket (SalonReturn *self, gint64 ticket_id, gint64 *units, SalonMoney *worth)
{
  for (guint i = 0; i < self->receipt->lines->len; i++) {
    const SalonSaleLine *line = salon_sale_line (self->receipt, i);

    if (line->ticket_id != ticket_id)
      continue;
    *units -= line->ticket_units;
    *worth -= line->amount;
  }
}

/* As if it had not been: nothing of it may have been used but by this receipt. */
static gboolean
check_ticket (SalonReturn *self, gint64 ticket_id, GError **error)
{
  g_autoptr (SalonTicketFacts) facts = salon_ticket_facts_load (self->tx, ticket_id, error);
  SalonMoney worth = 0;
  gint64 units = 0;

  if (facts == NULL)
    return FALSE;
  if (salon_ticket_state (facts, salon_clock_today (salon_tx_clock (self->tx))) == SALON_TICKET_EXPIRED)
    return refuse (error, _("The season ticket has expired since, so it cannot be taken back."));
  salon_return_to_ticket (self, ticket_id, &units, &worth);
  return salon_ticket_rest (facts) + units == facts->units
         || refuse (error, _("The season ticket was used already. Give it back: then what is left of it is paid back."));
}

static gboolean
check_certificate (SalonReturn *self, const SalonSaleLine *line, GError **error)
{
  gint64 balance = 0;

  if (!salon_ledger_store_balance (self->tx, SALON_ACCOUNT_CERTIFICATE, line->subject_id, &balance, error))
    return FALSE;
  return balance == -line->amount
         || refuse (error, _("The certificate was used already. Give it back: then what is left on it is paid back."));
}

static gboolean
check_line (SalonReturn *self, const SalonSaleLine *line, GError **error)
{
  switch (line->kind) {
  case SALON_SALE_LINE_TICKET:
    return check_ticket (self, line->subject_id, error);
  case SALON_SALE_LINE_CERTIFICATE:
    return check_certificate (self, line, error);
  case SALON_SALE_LINE_SERVICE:
    return line->ticket_id == 0 || salon_ticket_check_return (self->tx, line->ticket_id, error);
  case SALON_SALE_LINE_ITEM:
  case SALON_SALE_LINE_TOP_UP:
  case SALON_SALE_LINE_TIP:
  default:
    return TRUE;
  }
}

static gboolean
add_lines (SalonReturn *self, GError **error)
{
  for (guint i = 0; i < self->sale->lines->len; i++) {
    const SalonSaleLine *line = salon_sale_line (self->sale, i);

    g_ptr_array_add (self->receipt->lines, salon_sale_line_part (line, line->quantity));
  }
  for (guint i = 0; i < self->sale->lines->len; i++)
    if (!check_line (self, salon_sale_line (self->sale, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
entry_of (SalonReturn *self, gint64 *entry_id, GError **error)
{
  g_autoptr (GArray) entries = salon_ledger_store_of_sale (self->tx, self->sale->id, error);

  if (entries == NULL)
    return FALSE;
  *entry_id = entries->len > 0 ? g_array_index (entries, gint64, 0) : 0;
  return TRUE;
}

static gboolean
write_void (SalonReturn *self, gint64 drawer_id, GError **error)
{
  SalonSale *receipt = self->receipt;
  gint64 entry_id = 0;

  if (self->before->len > 0) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("A part of it was given back already. Give back the rest of it, too."));
    return FALSE;
  }
  if (!salon_return_find_drawer (self, drawer_id, error) || !entry_of (self, &entry_id, error) || !add_lines (self, error))
    return FALSE;
  for (guint i = 0; i < self->sale->payments->len; i++) {
    const SalonSalePayment *paid = salon_sale_payment (self->sale, i);

    salon_return_pay_back (self, paid->method, paid->method == SALON_PAY_CASH ? self->drawer_id : paid->subject_id, paid->amount);
  }
  receipt->rounding = -self->sale->rounding;
  return salon_return_check (self, error) && salon_sale_post (self->tx, receipt, entry_id, error);
}

/* It can be checked out again. */
static gboolean
unsettle_visit (SalonReturn *self, GError **error)
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
 * @error: of the fields "note", "drawer_id", "lines"
 *
 * Takes a receipt back as a whole, as if it had not been; its visit is to be checked out again.
 */
gboolean
salon_sale_void (SalonTx *tx, const SalonVoidRequest *request, gint64 *sale_id, GError **error)
{
  g_autoptr (SalonReturn) self = salon_return_new (tx, request->sale_id, SALON_SALE_VOID, request->note, error);

  if (self == NULL || !write_void (self, request->drawer_id, error) || !unsettle_visit (self, error))
    return FALSE;
  *sale_id = self->receipt->id;
  return TRUE;
}

/**
 * salon_undone_note:
 *
 * Returns: why a receipt was taken back that was undone at once
 */
const char *
salon_undone_note (void)
{
  return C_ ("receipt", "Undone");
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
  g_autoptr (SalonReturn) self = salon_return_new (tx, sale_id, SALON_SALE_VOID, salon_undone_note (), error);

  return self != NULL && write_void (self, 0, error);
}

SALON_DEFINE_COMMAND (salon_command_sale_void, "sale.void", SALON_N ("Receipt taken back"), salon_sale_void, SalonVoidRequest,
                      salon_void_request_free)
