/* Bonus: lots in the file, the balance in the ledger; what is used follows from the two by the rules. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/rules/bonus.h"
#include "model/rules/permission.h"
#include "model/services/bonus.h"
#include "model/services/ledger.h"
#include "model/services/merge.h"
#include "model/services/settings.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/ticket-store.h"
#include "model/store/tx.h"

#define MOST_AMOUNT  G_GINT64_CONSTANT (100000000000)
#define MOST_DAYS    3660
#define REASON_CHARS 400

static SalonBonusLotFacts *
lot_of (GArray *lots, gint64 id)
{
  for (guint i = 0; i < lots->len; i++) {
    SalonBonusLotFacts *lot = &g_array_index (lots, SalonBonusLotFacts, i);

    if (lot->id == id)
      return lot;
  }
  return NULL;
}

/* Each lot with what was taken back of it; @client_id is a present card. */
static GArray *
load_lots (SalonTx *tx, gint64 client_id, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, salon_bonus_lot_get_type (), "client_id", client_id, error);
  GArray *lots = NULL;

  if (rows == NULL)
    return NULL;
  lots = g_array_new (FALSE, FALSE, sizeof (SalonBonusLotFacts));
  for (guint i = 0; i < rows->len; i++) {
    const SalonBonusLot *row = rows->pdata[i];
    SalonBonusLotFacts lot = { salon_entity_get_id (row), row->amount,
                               row->expires_day != 0 ? (SalonDay) row->expires_day : SALON_DAY_NONE, 0 };

    if (row->of_lot_id == 0)
      g_array_append_val (lots, lot);
  }
  for (guint i = 0; i < rows->len; i++) {
    const SalonBonusLot *row = rows->pdata[i];
    SalonBonusLotFacts *lot = row->of_lot_id != 0 ? lot_of (lots, row->of_lot_id) : NULL;

    if (lot != NULL)
      lot->amount += row->amount;
  }
  return lots;
}

static gboolean
load (SalonTx *tx, gint64 client_id, GArray **lots, SalonMoney *balance, GError **error)
{
  gint64 present = 0;
  gint64 amount = 0;

  if (!salon_client_survivor (tx, client_id, &present, error)
      || !salon_ledger_store_client_balance (tx, SALON_ACCOUNT_BONUS, present, &amount, error))
    return FALSE;
  *balance = -amount;
  *lots = load_lots (tx, present, error);
  return *lots != NULL;
}

/**
 * salon_bonus_state_load:
 * @state: (out): what she has today
 */
gboolean
salon_bonus_state_load (SalonTx *tx, gint64 client_id, SalonBonusState *state, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  g_autoptr (GArray) lots = NULL;

  *state = (SalonBonusState){ .next_end = SALON_DAY_NONE };
  if (!load (tx, client_id, &lots, &state->balance, error))
    return FALSE;
  state->available = salon_bonus_available (lots, state->balance, today);
  for (guint i = 0; i < lots->len; i++) {
    const SalonBonusLotFacts *lot = &g_array_index (lots, SalonBonusLotFacts, i);

    if (lot->rest <= 0 || lot->expires_day == SALON_DAY_NONE || lot->expires_day < today)
      continue;
    if (state->next_end == SALON_DAY_NONE)
      state->next_end = lot->expires_day;
    if (state->next_end == lot->expires_day)
      state->next_amount += lot->rest;
  }
  return TRUE;
}

/**
 * salon_bonus_limit:
 * @bill: what is to be paid, after discount
 * @limit: (out): so much of it she may pay by bonus today
 */
gboolean
salon_bonus_limit (SalonTx *tx, gint64 client_id, SalonMoney bill, SalonMoney *limit, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  SalonBonusState state;

  if (settings == NULL || !salon_bonus_state_load (tx, client_id, &state, error))
    return FALSE;
  *limit = salon_bonus_payable (bill, settings->bonus_share_bp, state.available);
  return TRUE;
}

static void
post (SalonLedgerEntry *entry, SalonAccount account, gint64 subject_id, SalonMoney amount, gint64 client_id)
{
  SalonPosting *posting = salon_ledger_entry_add (entry, account, subject_id, amount);

  if (posting != NULL)
    posting->client_id = client_id;
}

/**
 * salon_bonus_pay:
 * @amount: less than 0 gives back what was paid so
 * @bill: what is to be paid in all, after discount: only a share of it may be paid by bonus
 *
 * Adds that bonus pays.
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION of field "payments" when so much may not be paid by bonus
 */
gboolean
salon_bonus_pay (SalonTx *tx, SalonLedgerEntry *entry, gint64 client_id, SalonMoney amount, SalonMoney bill, GError **error)
{
  SalonMoney limit = 0;

  if (amount > 0) {
    if (!salon_bonus_limit (tx, client_id, bill, &limit, error))
      return FALSE;
    if (amount + salon_ledger_entry_sum_of (entry, SALON_ACCOUNT_BONUS, client_id) > limit) {
      g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, NULL);
      g_autofree char *most = settings != NULL ? salon_money_format (limit, salon_settings_currency (settings)) : g_strdup ("");

      salon_set_field_error (error, "payments", _("At most %s of this can be paid by bonus."), most);
      return FALSE;
    }
  }
  post (entry, SALON_ACCOUNT_BONUS, client_id, amount, client_id);
  return TRUE;
}

static void
post_earned (SalonLedgerEntry *entry, gint64 client_id, SalonMoney amount)
{
  post (entry, SALON_ACCOUNT_BONUS, client_id, -amount, client_id);
  post (entry, SALON_ACCOUNT_BONUS_COST, 0, amount, client_id);
}

/**
 * salon_bonus_earn:
 * @paid_with_money: cash, card, transfer and account
 * @earned: (out): what she got; 0 when the salon gives no bonus
 *
 * Adds what a sale brings, as a lot of its own.
 */
gboolean
salon_bonus_earn (SalonTx *tx, SalonLedgerEntry *entry, gint64 client_id, gint64 sale_id, SalonMoney paid_with_money,
                  SalonMoney *earned, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  g_autoptr (SalonBonusLot) lot = salon_bonus_lot_new ();
  gint64 present = 0;

  *earned = 0;
  if (settings == NULL)
    return FALSE;
  *earned = client_id != 0 ? salon_bonus_earned (paid_with_money, settings->bonus_earn_bp) : 0;
  if (*earned == 0)
    return TRUE;
  if (!salon_client_survivor (tx, client_id, &present, error))
    return FALSE;
  lot->client_id = present;
  lot->amount = *earned;
  lot->day = salon_clock_today (salon_tx_clock (tx));
  lot->expires_day = settings->bonus_days > 0 ? lot->day + settings->bonus_days : 0;
  lot->sale_id = sale_id;
  post_earned (entry, present, *earned);
  return salon_repo_insert (tx, lot, error);
}

static gboolean
take_back (SalonTx *tx, SalonLedgerEntry *entry, const SalonBonusLot *lot, SalonMoney amount, GError **error)
{
  g_autoptr (SalonBonusLot) back = salon_bonus_lot_new ();

  if (amount == 0)
    return TRUE;
  back->client_id = lot->client_id;
  back->amount = -amount;
  back->day = salon_clock_today (salon_tx_clock (tx));
  back->of_lot_id = salon_entity_get_id (lot);
  post_earned (entry, lot->client_id, -amount);
  return salon_repo_insert (tx, back, error);
}

/**
 * salon_bonus_unearn:
 * @of_sale_id: the sale that is refunded or void
 * @paid_with_money: that was paid with money in it
 * @refunded_before: of that, by earlier refunds
 * @refunded_now: of that
 *
 * Takes back what it brought, even if it was used by now: the balance may fall below nothing then, and what she earns
 * next makes up for it.
 */
gboolean
salon_bonus_unearn (SalonTx *tx, SalonLedgerEntry *entry, gint64 of_sale_id, SalonMoney paid_with_money,
                    SalonMoney refunded_before, SalonMoney refunded_now, GError **error)
{
  g_autoptr (GPtrArray) lots = salon_repo_find (tx, salon_bonus_lot_get_type (), "sale_id", of_sale_id, error);

  for (guint i = 0; lots != NULL && i < lots->len; i++) {
    const SalonBonusLot *lot = lots->pdata[i];

    if (!take_back (tx, entry, lot, salon_bonus_taken_back (lot->amount, paid_with_money, refunded_before, refunded_now), error))
      return FALSE;
  }
  return lots != NULL;
}

/**
 * salon_bonus_of_sale:
 * @sale_id: also a refund or a void
 * @earned: (out): what it brought; less than 0: what it took back
 */
gboolean
salon_bonus_of_sale (SalonTx *tx, gint64 sale_id, SalonMoney *earned, GError **error)
{
  g_autoptr (GArray) entries = salon_ledger_store_of_sale (tx, sale_id, error);

  *earned = 0;
  for (guint i = 0; entries != NULL && i < entries->len; i++) {
    g_autoptr (SalonLedgerEntry) entry = salon_ledger_store_get (tx, g_array_index (entries, gint64, i), error);

    if (entry == NULL)
      return FALSE;
    *earned += salon_ledger_entry_sum_of (entry, SALON_ACCOUNT_BONUS_COST, 0);
  }
  return entries != NULL;
}

static gboolean
expire_of (SalonTx *tx, gint64 client_id, SalonDay today, gint64 *n, GError **error)
{
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_BONUS);
  g_autoptr (GArray) lots = NULL;
  SalonMoney balance = 0;
  SalonMoney overdue = 0;

  if (!load (tx, client_id, &lots, &balance, error))
    return FALSE;
  overdue = salon_bonus_overdue (lots, balance, today);
  if (overdue == 0)
    return TRUE;
  post_earned (entry, client_id, -overdue);
  (*n)++;
  return salon_ledger_write_unlogged (tx, entry, error);
}

/**
 * salon_bonus_expire:
 * @n: (inout): grows by the number of clients who lost bonus
 *
 * Takes away what ended before today.  Done by upkeep, once a day.
 */
gboolean
salon_bonus_expire (SalonTx *tx, gint64 *n, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  g_autoptr (GArray) clients = salon_bonus_store_overdue (tx, today, error);

  for (guint i = 0; clients != NULL && i < clients->len; i++)
    if (!expire_of (tx, g_array_index (clients, gint64, i), today, n, error))
      return FALSE;
  return clients != NULL;
}

/* ---- by hand */

/**
 * salon_bonus_load:
 * @request: the client
 *
 * Returns: (transfer full): what she has today
 */
SalonBonusState *
salon_bonus_load (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  SalonBonusState state;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error)
      || !salon_bonus_state_load (tx, request->id, &state, error))
    return NULL;
  return g_memdup2 (&state, sizeof state);
}

/**
 * salon_bonus_correction_new:
 *
 * Returns: (transfer full): a request
 */
SalonBonusCorrection *
salon_bonus_correction_new (gint64 client_id, SalonMoney amount, SalonDay last_day, const char *reason)
{
  SalonBonusCorrection *self = g_new0 (SalonBonusCorrection, 1);

  self->client_id = client_id;
  self->amount = amount;
  self->last_day = last_day;
  self->reason = g_strdup (reason);
  return self;
}

/**
 * salon_bonus_correction_free: frees a request
 */
void
salon_bonus_correction_free (SalonBonusCorrection *self)
{
  g_free (self->reason);
  g_free (self);
}

static gboolean
check_correction (SalonTx *tx, const SalonBonusCorrection *correction, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  g_autoptr (SalonSettings) settings = NULL;
  g_autofree char *has = NULL;
  SalonBonusState state;

  if (correction->amount == 0 || correction->amount > MOST_AMOUNT || correction->amount < -MOST_AMOUNT) {
    salon_set_field_error (error, "amount", _("Say how much: the amount is not possible."));
    return FALSE;
  }
  if (correction->amount > 0 && correction->last_day != SALON_DAY_NONE
      && (correction->last_day < today || correction->last_day - today > MOST_DAYS)) {
    salon_set_field_error (error, "last_day", _("The last day is today or later, at most ten years from now."));
    return FALSE;
  }
  settings = salon_settings_load (tx, NULL, error);
  if (settings == NULL || !salon_bonus_state_load (tx, correction->client_id, &state, error))
    return FALSE;
  if (correction->amount > 0 || -correction->amount <= state.available)
    return TRUE;
  has = salon_money_format (state.available, salon_settings_currency (settings));
  /* Translators: %s is an amount */
  salon_set_field_error (error, "amount", _("She has a bonus of only %s."), has);
  return FALSE;
}

/* What is given is a lot of its own; what is taken away uses up the lots that end first. */
static gboolean
add_lot (SalonTx *tx, gint64 client_id, const SalonBonusCorrection *correction, GError **error)
{
  g_autoptr (SalonBonusLot) lot = salon_bonus_lot_new ();

  if (correction->amount < 0)
    return TRUE;
  lot->client_id = client_id;
  lot->amount = correction->amount;
  lot->day = salon_clock_today (salon_tx_clock (tx));
  lot->expires_day = correction->last_day != SALON_DAY_NONE ? correction->last_day : 0;
  return salon_repo_insert (tx, lot, error);
}

/**
 * salon_bonus_correct:
 * @id: (out): the entry of the ledger
 *
 * Gives bonus or takes it away by hand, never more than she has.
 */
gboolean
salon_bonus_correct (SalonTx *tx, const SalonBonusCorrection *correction, gint64 *id, GError **error)
{
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_BONUS);
  gint64 present = 0;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_ACCOUNT_CORRECT, error)
      || !salon_client_survivor (tx, correction->client_id, &present, error) || !check_correction (tx, correction, error))
    return FALSE;
  entry->note = salon_text_clean_or_null (correction->reason, REASON_CHARS);
  if (entry->note == NULL) {
    salon_set_field_error (error, "reason", _("Say why."));
    return FALSE;
  }
  post_earned (entry, present, correction->amount);
  if (!add_lot (tx, present, correction, error) || !salon_ledger_write (tx, entry, error))
    return FALSE;
  *id = entry->id;
  return TRUE;
}

SALON_DEFINE_COMMAND (salon_command_bonus_correct, "bonus.correct", SALON_N ("Bonus corrected"), salon_bonus_correct,
                      SalonBonusCorrection, salon_bonus_correction_free)
SALON_DEFINE_QUERY (salon_query_bonus, "bonus.state", salon_bonus_load, SalonIdRequest, g_free, g_free)
