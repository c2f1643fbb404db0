/* What a shift of a cash drawer came to: read from the ledger, whether it goes on or is closed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/entities/cash-drawer.h"
#include "model/rules/permission.h"
#include "model/services/cash-shift.h"
#include "model/services/settings.h"
#include "model/store/cash-store.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

/* Of the list at the drawer; reports tell of all. */
#define MOST_CLOSINGS 366

static gint64
wall_minute (SalonTx *tx, gint64 utc_us)
{
  int minute = 0;
  SalonDay day = salon_clock_day_of (salon_tx_clock (tx), utc_us, &minute);

  return (gint64) day * SALON_MINUTES_A_DAY + minute;
}

/* ---- figures */

/* By which method something is paid that moves this account; 0 = it is no method. */
static SalonPayMethod
method_of (SalonAccount account)
{
  static const SalonPayMethod methods[] = {
    [SALON_ACCOUNT_CASH] = SALON_PAY_CASH,         [SALON_ACCOUNT_CARD_TERMINAL] = SALON_PAY_CARD,
    [SALON_ACCOUNT_TRANSFER] = SALON_PAY_TRANSFER, [SALON_ACCOUNT_CLIENT] = SALON_PAY_ACCOUNT,
    [SALON_ACCOUNT_TICKET] = SALON_PAY_TICKET,     [SALON_ACCOUNT_CERTIFICATE] = SALON_PAY_CERTIFICATE,
    [SALON_ACCOUNT_BONUS] = SALON_PAY_BONUS,
  };

  return (guint) account < G_N_ELEMENTS (methods) ? methods[account] : 0;
}

static void
add_tax (SalonClosing *closing, gint64 rate_bp, SalonMoney tax)
{
  SalonClosingTax row = { rate_bp, tax };

  for (guint i = 0; i < closing->taxes->len; i++) {
    SalonClosingTax *known = &g_array_index (closing->taxes, SalonClosingTax, i);

    if (known->rate_bp == rate_bp) {
      known->tax += tax;
      return;
    }
  }
  g_array_append_val (closing->taxes, row);
}

/* A debit of an account of payment pays for a sale, a credit sells a top-up or a ticket; of a refund it is the opposite. */
static void
take_receipt_sum (SalonClosing *closing, const SalonCashSum *sum)
{
  SalonPayMethod method = method_of (sum->account);

  if (method != 0 && sum->kind == SALON_ENTRY_SALE)
    closing->methods[method].sold += sum->debit;
  else if (method != 0)
    closing->methods[method].refunded += sum->credit;
  else if (sum->account == SALON_ACCOUNT_VAT)
    add_tax (closing, sum->subject_id, sum->credit - sum->debit);
  else if (sum->account == SALON_ACCOUNT_TIPS)
    closing->tips += sum->credit - sum->debit;
  else if (sum->account == SALON_ACCOUNT_ROUNDING)
    closing->rounding += sum->credit - sum->debit;
}

static void
take_sum (SalonClosing *closing, const SalonCashSum *sum)
{
  if (sum->kind == SALON_ENTRY_SALE || sum->kind == SALON_ENTRY_REFUND || sum->kind == SALON_ENTRY_VOID)
    take_receipt_sum (closing, sum);
  else if (sum->account == SALON_ACCOUNT_CASH && sum->kind == SALON_ENTRY_TIPS)
    closing->tips_paid += sum->credit - sum->debit;
  else if (sum->account == SALON_ACCOUNT_CASH && sum->kind != SALON_ENTRY_DRAWER)
    closing->other_cash += sum->debit - sum->credit;
}

static int
compare_taxes (gconstpointer a, gconstpointer b)
{
  gint64 one = ((const SalonClosingTax *) a)->rate_bp;
  gint64 other = ((const SalonClosingTax *) b)->rate_bp;

  return (one < other) - (one > other);
}

/* What takes cash in or out back is an entry of another kind, but the same. */
static gboolean
take_moves (SalonTx *tx, SalonClosing *closing, GError **error)
{
  g_autoptr (GArray) moves = salon_cash_store_moves (tx, closing->shift_id, error);

  for (guint i = 0; moves != NULL && i < moves->len; i++) {
    const SalonCashMove *move = &g_array_index (moves, SalonCashMove, i);

    salon_closing_add_move (closing, wall_minute (tx, move->at), move->amount, move->who,
                            move->reason != NULL ? move->reason : _("Undone"));
    if (move->reason == NULL)
      closing->other_cash -= move->amount;
  }
  return moves != NULL;
}

static gboolean
take_figures (SalonTx *tx, SalonClosing *closing, GError **error)
{
  g_autoptr (GArray) sums = salon_cash_store_sums (tx, closing->shift_id, error);

  if (sums == NULL)
    return FALSE;
  for (guint i = 0; i < sums->len; i++)
    take_sum (closing, &g_array_index (sums, SalonCashSum, i));
  g_array_sort (closing->taxes, compare_taxes);
  return take_moves (tx, closing, error) && salon_cash_store_receipts (tx, closing->shift_id, closing, error);
}

/* ---- head */

static gboolean
take_drawer (SalonTx *tx, SalonClosing *closing, gint64 drawer_id, GError **error)
{
  g_autoptr (SalonCashDrawer) drawer = salon_repo_get (tx, salon_cash_drawer_get_type (), drawer_id, error);

  if (drawer == NULL)
    return FALSE;
  closing->drawer_id = drawer_id;
  closing->drawer = g_strdup (drawer->name);
  return TRUE;
}

static void
name_salon (SalonClosing *closing, const SalonSettings *settings)
{
  closing->salon = g_strdup (settings->name);
  closing->currency = g_strdup (salon_settings_currency (settings)->code);
}

static gboolean
take_salon (SalonTx *tx, SalonClosing *closing, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);

  if (settings == NULL)
    return FALSE;
  name_salon (closing, settings);
  return TRUE;
}

static void
take_shift (SalonTx *tx, SalonClosing *closing, const SalonCashShift *shift)
{
  closing->shift_id = shift->id;
  closing->day = shift->day;
  closing->opened_at = wall_minute (tx, shift->opened_at);
  closing->opened_by = g_strdup (shift->opened_by);
  closing->opening = shift->opening;
  if (shift->number == 0)
    return;
  closing->number = shift->number;
  closing->closed_at = wall_minute (tx, shift->closed_at);
  closing->closed_by = g_strdup (shift->closed_by);
  closing->counted = shift->counted;
  closing->expected = shift->expected;
  closing->taken_out = shift->taken_out;
  closing->explanation = g_strdup (shift->explanation);
  closing->chain = g_strdup (shift->chain);
}

/* Who must count blindly could count by these. */
static void
hide (SalonClosing *closing)
{
  closing->is_blind = TRUE;
  closing->expected = 0;
  closing->sold = 0;
  closing->methods[SALON_PAY_CASH] = (SalonClosingMethod){ 0, 0 };
}

static SalonClosing *
load (SalonTx *tx, const SalonCashShift *shift, GError **error)
{
  g_autoptr (SalonClosing) closing = salon_closing_new ();
  gboolean sees_all = salon_permissions_have (salon_actor_permissions (salon_tx_actor (tx)), SALON_PERMISSION_CASH_REPORT);

  take_shift (tx, closing, shift);
  if (!take_salon (tx, closing, error) || !take_drawer (tx, closing, shift->drawer_id, error)
      || !take_figures (tx, closing, error))
    return NULL;
  if (shift->number == 0 && !salon_ledger_store_balance (tx, SALON_ACCOUNT_CASH, shift->drawer_id, &closing->expected, error))
    return NULL;
  if (shift->number == 0 && !sees_all)
    hide (closing);
  return g_steal_pointer (&closing);
}

/* ---- public functions */

/* Of a drawer that is closed: what lies in it is proposed as the float. */
static SalonClosing *
load_closed_drawer (SalonTx *tx, gint64 drawer_id, GError **error)
{
  g_autoptr (SalonClosing) closing = salon_closing_new ();

  if (!take_salon (tx, closing, error))
    return NULL;
  if (drawer_id == 0 && !salon_cash_store_first_drawer (tx, &drawer_id, error))
    return NULL;
  if (drawer_id == 0) {
    closing->drawer = g_strdup (_("Cash drawer"));
    return g_steal_pointer (&closing);
  }
  if (!take_drawer (tx, closing, drawer_id, error)
      || !salon_ledger_store_balance (tx, SALON_ACCOUNT_CASH, drawer_id, &closing->opening, error))
    return NULL;
  closing->opening = MAX (closing->opening, 0);
  return g_steal_pointer (&closing);
}

/**
 * salon_cash_shift_present:
 * @drawer: 0 = the first that is open
 *
 * Returns: (transfer full): the intermediate report of the shift that goes on; without a shift when the drawer is closed
 */
SalonClosing *
salon_cash_shift_present (SalonTx *tx, const SalonIdRequest *drawer, GError **error)
{
  g_autoptr (SalonCashShift) shift = NULL;
  gint64 id = 0;
  gboolean ok = FALSE;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CASH_SHIFT, error))
    return NULL;
  ok = drawer->id == 0 ? salon_cash_store_first_open (tx, &id, error)
                       : salon_cash_store_open_shift (tx, drawer->id, &id, error);
  if (!ok)
    return NULL;
  if (id == 0)
    return load_closed_drawer (tx, drawer->id, error);
  shift = salon_cash_store_get (tx, id, error);
  return shift != NULL ? load (tx, shift, error) : NULL;
}

/* What others counted is the owner's to see. */
static gboolean
may_see (SalonTx *tx, const SalonCashShift *shift, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);

  if (!salon_permission_check (actor, SALON_PERMISSION_CASH_SHIFT, error))
    return FALSE;
  if (shift->number == 0 || shift->closed_by_id == actor->user_id
      || salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_CASH_REPORT))
    return TRUE;
  salon_set_error (error, SALON_ERROR_PERMISSION, _("Only the owner may see what others counted."));
  return FALSE;
}

/**
 * salon_closing_load:
 * @shift: of a drawer, going on or closed
 *
 * Returns: (transfer full): its report
 */
SalonClosing *
salon_closing_load (SalonTx *tx, const SalonIdRequest *shift, GError **error)
{
  g_autoptr (SalonCashShift) row = salon_cash_store_get (tx, shift->id, error);

  return row != NULL && may_see (tx, row, error) ? load (tx, row, error) : NULL;
}

/* What was counted, and how many receipts there were: no figures of the ledger. */
static SalonClosing *
load_row (SalonTx *tx, gint64 shift_id, const SalonSettings *settings, GError **error)
{
  g_autoptr (SalonCashShift) shift = salon_cash_store_get (tx, shift_id, error);
  g_autoptr (SalonClosing) closing = NULL;

  if (shift == NULL)
    return NULL;
  closing = salon_closing_new ();
  take_shift (tx, closing, shift);
  name_salon (closing, settings);
  if (!take_drawer (tx, closing, shift->drawer_id, error) || !take_moves (tx, closing, error)
      || !salon_cash_store_receipts (tx, shift_id, closing, error))
    return NULL;
  return g_steal_pointer (&closing);
}

/* At most @limit of them; -1 = all. */
static gboolean
each_closing (SalonTx *tx, SalonDay from, SalonDay to, int limit, SalonTakeClosing take, gpointer data, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);
  gboolean sees_all = salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_CASH_REPORT);
  g_autoptr (SalonSettings) settings = NULL;
  g_autoptr (GArray) ids = NULL;

  if (!salon_permission_check (actor, SALON_PERMISSION_CASH_SHIFT, error))
    return FALSE;
  settings = salon_settings_load (tx, NULL, error);
  ids = settings != NULL ? salon_cash_store_closed (tx, sees_all ? 0 : actor->user_id, from, to, limit, error) : NULL;
  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    SalonClosing *closing = load_row (tx, g_array_index (ids, gint64, i), settings, error);

    if (closing == NULL)
      return FALSE;
    take (closing, data);
  }
  return ids != NULL;
}

/**
 * salon_closings_each:
 * @from: first day
 * @to: last day
 * @take: is given each closed shift of these days, newest first: of everybody, or one's own; without what the ledger says of
 *   methods, tax, tips, rounding and moves of cash, for which salon_closing_load() asks
 */
gboolean
salon_closings_each (SalonTx *tx, SalonDay from, SalonDay to, SalonTakeClosing take, gpointer data, GError **error)
{
  return each_closing (tx, from, to, -1, take, data, error);
}

static void
keep_closing (SalonClosing *closing, gpointer data)
{
  g_ptr_array_add (data, closing);
}

/**
 * salon_closings_list:
 *
 * Returns: (transfer full) (element-type SalonClosing): the newest closed shifts, as salon_closings_each() tells them
 */
GPtrArray *
salon_closings_list (SalonTx *tx, gconstpointer nothing, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_closing_free);

  return each_closing (tx, SALON_DAY_MIN, SALON_DAY_MAX, MOST_CLOSINGS, keep_closing, list, error) ? g_steal_pointer (&list) : NULL;
}

SALON_DEFINE_QUERY (salon_query_cash_shift, "cash.shift", salon_cash_shift_present, SalonIdRequest, g_free, salon_closing_free)
SALON_DEFINE_QUERY (salon_query_closing, "cash.closing", salon_closing_load, SalonIdRequest, g_free, salon_closing_free)
SALON_DEFINE_QUERY (salon_query_closings, "cash.closings", salon_closings_list, void, NULL, g_ptr_array_unref)
