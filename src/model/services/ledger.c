/* Writes entries of the ledger: when and by whom, balanced, and noted in the journal of changes. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/entities/client.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/permission.h"
#include "model/services/derive.h"
#include "model/services/ledger.h"
#include "model/store/cash-store.h"
#include "model/store/journal.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

/**
 * salon_ledger_note_client:
 * @client_id: of a card, perhaps merged into another since: the figures are those of that card
 *
 * Notes that money was moved for her: her figures are summed again at the end of the transaction.
 */
gboolean
salon_ledger_note_client (SalonTx *tx, gint64 client_id, GError **error)
{
  gint64 present = 0;

  if (!salon_ledger_store_present_card (tx, client_id, &present, error))
    return FALSE;
  salon_derive_note_money (tx, present);
  return TRUE;
}

static gboolean
note_clients (SalonTx *tx, const SalonLedgerEntry *entry, GError **error)
{
  gint64 known = 0;

  for (guint i = 0; i < entry->postings->len; i++) {
    gint64 client_id = salon_ledger_entry_posting (entry, i)->client_id;

    if (client_id == 0 || client_id == known)
      continue;
    known = client_id;
    if (!salon_ledger_note_client (tx, client_id, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_ledger_write_unlogged:
 * @entry: gets its id, operation, user and time here, and today as its day unless it says a day
 *
 * Writes an entry whose cause is noted in the journal itself: that of a receipt.
 *
 * Returns: %FALSE if it does not balance
 */
gboolean
salon_ledger_write_unlogged (SalonTx *tx, SalonLedgerEntry *entry, GError **error)
{
  SalonClock *clock = salon_tx_clock (tx);

  if (!salon_ledger_entry_check (entry, error))
    return FALSE;
  entry->operation_id = salon_tx_operation (tx);
  entry->user_id = salon_tx_actor (tx)->user_id;
  entry->at = salon_clock_now_us (clock);
  if (entry->day == 0)
    entry->day = salon_clock_today (clock);
  if (!salon_ledger_store_write (tx, entry, error) || !note_clients (tx, entry, error))
    return FALSE;
  salon_tx_changed (tx, SALON_LEDGER_ENTRY, entry->id);
  return TRUE;
}

/**
 * salon_ledger_write:
 * @entry: see salon_ledger_write_unlogged()
 *
 * Writes an entry and notes it in the journal; Undo of the operation reverses it.
 */
gboolean
salon_ledger_write (SalonTx *tx, SalonLedgerEntry *entry, GError **error)
{
  g_autofree char *text = salon_ledger_entry_to_text (entry);
  g_autofree char *json = g_strdup_printf ("{\"kind\":%d,\"postings\":\"%s\"}", entry->kind, text);

  return salon_ledger_write_unlogged (tx, entry, error)
         && salon_journal_write (tx, SALON_LEDGER_ENTRY, entry->id, NULL, json, NULL, error);
}

/* Cash comes back into the shift that goes on now. */
static gboolean
choose_shift (SalonTx *tx, SalonLedgerEntry *reversal, GError **error)
{
  gint64 id = 0;

  if (reversal->shift_id == 0)
    return TRUE;
  if (!salon_cash_store_successor (tx, reversal->shift_id, &id, error))
    return FALSE;
  if (id == 0) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("The cash drawer is closed, so this cannot be undone now. Open it first."));
    return FALSE;
  }
  reversal->shift_id = id;
  return TRUE;
}

/* Whether what is taken from an account is still there: it may be overdrawn down to its credit limit. */
static gboolean
check_account (SalonTx *tx, gint64 client_id, gint64 taken, GError **error)
{
  g_autoptr (SalonClient) client = NULL;
  gint64 present = 0;
  gint64 balance = 0;

  if (!salon_ledger_store_present_card (tx, client_id, &present, error)
      || !salon_ledger_store_client_balance (tx, SALON_ACCOUNT_CLIENT, present, &balance, error))
    return FALSE;
  client = salon_repo_get (tx, salon_client_get_type (), present, error);
  if (client == NULL)
    return FALSE;
  if (balance + taken <= client->credit_limit)
    return TRUE;
  salon_set_error (error, SALON_ERROR_CONFLICT, _("What came into the account was used since, so this cannot be undone."));
  return FALSE;
}

/* What was brought in by mistake must be there still: units of a ticket, money on a certificate. */
static gboolean
check_rest (SalonTx *tx, const SalonPosting *posting, GError **error)
{
  gint64 balance = 0;

  if (!salon_ledger_store_balance (tx, posting->account, posting->subject_id, &balance, error))
    return FALSE;
  balance += posting->amount;
  if (posting->account == SALON_ACCOUNT_CERTIFICATE ? balance <= 0 : balance >= 0)
    return TRUE;
  salon_set_error (error, SALON_ERROR_CONFLICT, _("Some of it was used since, so this cannot be undone."));
  return FALSE;
}

/* Bonus that was brought in or given by hand; what a sale brought is taken back with it, used or not. */
static gboolean
check_bonus (SalonTx *tx, const SalonLedgerEntry *given, GError **error)
{
  for (guint i = 0; given->kind == SALON_ENTRY_BONUS && i < given->postings->len; i++) {
    const SalonPosting *posting = salon_ledger_entry_posting (given, i);
    gint64 present = 0;
    gint64 balance = 0;

    if (posting->account != SALON_ACCOUNT_BONUS || posting->amount >= 0)
      continue;
    if (!salon_ledger_store_present_card (tx, posting->subject_id, &present, error)
        || !salon_ledger_store_client_balance (tx, SALON_ACCOUNT_BONUS, present, &balance, error))
      return FALSE;
    if (balance > posting->amount) {
      salon_set_error (error, SALON_ERROR_CONFLICT, _("Some of it was used since, so this cannot be undone."));
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
check_accounts (SalonTx *tx, const SalonLedgerEntry *entry, GError **error)
{
  for (guint i = 0; i < entry->postings->len; i++) {
    const SalonPosting *posting = salon_ledger_entry_posting (entry, i);

    if ((posting->account == SALON_ACCOUNT_CERTIFICATE || posting->account == SALON_ACCOUNT_TICKET_UNITS)
        && !check_rest (tx, posting, error))
      return FALSE;
    if (posting->account == SALON_ACCOUNT_CLIENT && posting->amount > 0
        && !check_account (tx, posting->subject_id, posting->amount, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_ledger_reverse:
 *
 * Takes an entry back by one of its own.  A reversal can be reversed in turn, each entry once.  Of an entry that moved
 * cash the drawer must be open: what is taken back belongs to the shift that goes on now.
 *
 * Returns: %FALSE with %SALON_ERROR_CONFLICT if it was taken back already, the drawer is closed, or a client's account
 *   would fall below its credit limit
 */
gboolean
salon_ledger_reverse (SalonTx *tx, gint64 entry_id, GError **error)
{
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_store_get (tx, entry_id, error);
  g_autoptr (SalonLedgerEntry) reversal = NULL;
  gint64 before = 0;

  if (entry == NULL || !salon_ledger_store_reversal (tx, entry_id, &before, error))
    return FALSE;
  if (before != 0) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("This was taken back already."));
    return FALSE;
  }
  reversal = salon_ledger_entry_reversed (entry);
  return choose_shift (tx, reversal, error) && check_bonus (tx, entry, error) && check_accounts (tx, reversal, error)
         && salon_ledger_write (tx, reversal, error);
}

/**
 * salon_ledger_add_history:
 * @visit_id: of a done visit of which a list of another program tells; it is settled already
 *
 * Posts what was done as sold and paid on the day of the visit.
 */
gboolean
salon_ledger_add_history (SalonTx *tx, gint64 visit_id, GError **error)
{
  g_autoptr (SalonVisit) visit = salon_repo_get (tx, salon_visit_get_type (), visit_id, error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_HISTORY);
  SalonMoney paid = 0;

  if (visit == NULL)
    return FALSE;
  lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", visit_id, error);
  if (lines == NULL)
    return FALSE;
  entry->day = (SalonDay) visit->day;
  for (guint i = 0; i < lines->len; i++) {
    const SalonVisitLine *line = lines->pdata[i];
    SalonPosting *posting = salon_ledger_entry_add (entry, SALON_ACCOUNT_SERVICES, line->service_id, -line->price);

    if (posting == NULL)
      continue;
    *posting = (SalonPosting){ .account = SALON_ACCOUNT_SERVICES, .subject_id = line->service_id, .amount = -line->price,
                               .client_id = visit->client_id, .employee_id = line->employee_id,
                               .visit_line_id = salon_entity_get_id (line), .sold = line->price };
    paid += line->price;
  }
  if (paid == 0)
    return TRUE;
  salon_ledger_entry_add (entry, SALON_ACCOUNT_HISTORY, 0, paid);
  return salon_ledger_write (tx, entry, error);
}

/**
 * salon_ledger_remove_history:
 * @visit_id: a visit that goes, as if it had not been
 *
 * Takes back what the history says of one visit, on the day on which it stands there.
 */
gboolean
salon_ledger_remove_history (SalonTx *tx, gint64 visit_id, GError **error)
{
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_store_history_of_visit (tx, visit_id, error);
  g_autoptr (SalonLedgerEntry) reversal = NULL;

  if (entry == NULL || entry->postings->len == 0)
    return entry != NULL;
  reversal = salon_ledger_entry_reversed (entry);
  reversal->day = entry->day;
  return salon_ledger_write (tx, reversal, error);
}

/* ---- the trial balance */

/**
 * salon_trial_balance_free: frees a trial balance
 */
void
salon_trial_balance_free (SalonTrialBalance *self)
{
  g_array_unref (self->accounts);
  g_free (self);
}

/**
 * salon_trial_balance:
 *
 * Returns: (transfer full): what every account has come to
 */
SalonTrialBalance *
salon_trial_balance (SalonTx *tx, gconstpointer nothing, GError **error)
{
  g_autoptr (GArray) accounts = NULL;
  SalonTrialBalance *self = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CASH_REPORT, error))
    return NULL;
  accounts = salon_ledger_store_trial (tx, error);
  if (accounts == NULL)
    return NULL;
  self = g_new0 (SalonTrialBalance, 1);
  self->accounts = g_steal_pointer (&accounts);
  for (guint i = 0; i < self->accounts->len; i++) {
    const SalonAccountTotal *total = &g_array_index (self->accounts, SalonAccountTotal, i);
    gint64 *sum = salon_account_is_units (total->account) ? &self->units : &self->money;

    *sum += total->debit - total->credit;
  }
  return self;
}

SALON_DEFINE_QUERY (salon_query_trial_balance, "ledger.trial-balance", salon_trial_balance, void, NULL, salon_trial_balance_free)
