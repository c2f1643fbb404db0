/* Opens and closes cash drawers, and puts cash in and out.
 *
 * The account of a drawer in the ledger is what lies in it, also overnight: an opening posts what the float is more or less
 * than what stayed at the last closing, and what is expected at a closing is the balance. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "model/entities/cash-drawer.h"
#include "model/rules/permission.h"
#include "model/services/cash-shift.h"
#include "model/services/ledger.h"
#include "model/services/settings.h"
#include "model/store/cash-store.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

#define MOST_TEXT 500 /* characters of a reason or an explanation */

/* ---- drawers and shifts */

/* Named as the salon calls it, whatever language the window speaks. */
static const char *
default_name (const char *language)
{
  if (g_strcmp0 (language, "ru") == 0)
    return "Касса";
  return g_strcmp0 (language, "lv") == 0 ? "Kase" : "Cash drawer";
}

static gboolean
make_first (SalonTx *tx, gint64 *id, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  g_autoptr (SalonCashDrawer) drawer = salon_cash_drawer_new ();

  if (settings == NULL)
    return FALSE;
  drawer->name = g_strdup (default_name (settings->language));
  drawer->position = 1;
  if (!salon_repo_insert (tx, drawer, error))
    return FALSE;
  *id = salon_entity_get_id (drawer);
  return TRUE;
}

/* 0 = the first, which is made if there is none. */
static gboolean
find_drawer (SalonTx *tx, gint64 wanted, gint64 *id, GError **error)
{
  g_autoptr (SalonCashDrawer) drawer = NULL;

  *id = wanted;
  if (wanted == 0)
    return salon_cash_store_first_drawer (tx, id, error) && (*id != 0 || make_first (tx, id, error));
  drawer = salon_repo_get (tx, salon_cash_drawer_get_type (), wanted, error);
  if (drawer == NULL)
    return FALSE;
  if (drawer->archived == 0)
    return TRUE;
  salon_set_field_error (error, "drawer_id", _("This cash drawer is in the archive."));
  return FALSE;
}

/**
 * salon_cash_shift_find:
 * @drawer_id: 0 = the first drawer that is open
 * @shift_id: (out): the shift that goes on in it; 0 = it is closed
 * @in_drawer_id: (out): the drawer
 */
gboolean
salon_cash_shift_find (SalonTx *tx, gint64 drawer_id, gint64 *shift_id, gint64 *in_drawer_id, GError **error)
{
  g_autoptr (SalonCashShift) shift = NULL;

  *in_drawer_id = drawer_id;
  if (drawer_id != 0)
    return salon_cash_store_open_shift (tx, drawer_id, shift_id, error);
  if (!salon_cash_store_first_open (tx, shift_id, error))
    return FALSE;
  if (*shift_id == 0)
    return TRUE;
  shift = salon_cash_store_get (tx, *shift_id, error);
  if (shift != NULL)
    *in_drawer_id = shift->drawer_id;
  return shift != NULL;
}

/**
 * salon_cash_shift_now: the same where it must be open
 *
 * Returns: %FALSE with %SALON_ERROR_CONFLICT, of the field "drawer_id", if it is closed
 */
gboolean
salon_cash_shift_now (SalonTx *tx, gint64 drawer_id, gint64 *shift_id, gint64 *in_drawer_id, GError **error)
{
  if (!salon_cash_shift_find (tx, drawer_id, shift_id, in_drawer_id, error))
    return FALSE;
  if (*shift_id != 0)
    return TRUE;
  salon_set_field_error (error, "drawer_id", _("The cash drawer is closed. Open it first."));
  return FALSE;
}

/* ---- entries */

/* @from: where it comes from or goes to.  What belongs to an opening or closing is noted in the journal with that. */
static SalonLedgerEntry *
make_entry (gint64 shift_id, gint64 drawer_id, SalonAccount from, SalonMoney amount, const char *note)
{
  SalonLedgerEntry *entry = salon_ledger_entry_new (SALON_ENTRY_DRAWER);

  entry->shift_id = shift_id;
  entry->note = g_strdup (note);
  salon_ledger_entry_add (entry, SALON_ACCOUNT_CASH, drawer_id, amount);
  salon_ledger_entry_add (entry, from, drawer_id, -amount);
  return entry;
}

static gboolean
post (SalonTx *tx, const SalonCashShift *shift, SalonAccount from, SalonMoney amount, const char *note, GError **error)
{
  g_autoptr (SalonLedgerEntry) entry = NULL;

  if (amount == 0)
    return TRUE;
  entry = make_entry (shift->id, shift->drawer_id, from, amount, note);
  return salon_ledger_write_unlogged (tx, entry, error);
}

static gboolean
check_amount (SalonMoney amount, const char *field, const char *negative, GError **error)
{
  if (amount < 0)
    salon_set_field_error (error, field, "%s", negative);
  else if (amount > SALON_MONEY_MAX)
    salon_set_field_error (error, field, _("This amount is too large."));
  else
    return TRUE;
  return FALSE;
}

/* ---- opening */

static gboolean
refuse_second (SalonTx *tx, gint64 drawer_id, GError **error)
{
  gint64 open = 0;

  if (!salon_cash_store_open_shift (tx, drawer_id, &open, error))
    return FALSE;
  if (open != 0)
    salon_set_field_error (error, "drawer_id", _("This cash drawer is open already."));
  return open == 0;
}

/**
 * salon_cash_open:
 * @shift_id: (out): the new shift
 *
 * Opens a drawer with a float.  It has no Undo: a drawer that was opened is closed by a count.
 */
gboolean
salon_cash_open (SalonTx *tx, const SalonCashOpenRequest *request, gint64 *shift_id, GError **error)
{
  SalonClock *clock = salon_tx_clock (tx);
  g_autoptr (SalonCashShift) shift = g_new0 (SalonCashShift, 1);
  gint64 before = 0;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CASH_SHIFT, error)
      || !check_amount (request->opening, "opening", _("A float cannot be negative."), error)
      || !find_drawer (tx, request->drawer_id, &shift->drawer_id, error) || !refuse_second (tx, shift->drawer_id, error))
    return FALSE;
  shift->day = salon_clock_today (clock);
  shift->opened_at = salon_clock_now_us (clock);
  shift->opened_by_id = salon_tx_actor (tx)->user_id;
  shift->opening = request->opening;
  if (!salon_ledger_store_balance (tx, SALON_ACCOUNT_CASH, shift->drawer_id, &before, error)
      || !salon_cash_store_add (tx, shift, error)
      || !post (tx, shift, SALON_ACCOUNT_CASH_OTHER, shift->opening - before, NULL, error))
    return FALSE;
  *shift_id = shift->id;
  return TRUE;
}

/* ---- cash in and out */

static gboolean
check_move (const SalonCashMoveRequest *request, const char *reason, GError **error)
{
  if (request->amount == 0)
    salon_set_field_error (error, "amount", _("Say how much is put in or taken out."));
  else if (request->amount < -SALON_MONEY_MAX || request->amount > SALON_MONEY_MAX)
    salon_set_field_error (error, "amount", _("This amount is too large."));
  else if (reason == NULL)
    salon_set_field_error (error, "reason", _("Say what the cash is for."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_enough (SalonTx *tx, gint64 drawer_id, SalonMoney amount, GError **error)
{
  gint64 balance = 0;

  if (amount > 0)
    return TRUE;
  if (!salon_ledger_store_balance (tx, SALON_ACCOUNT_CASH, drawer_id, &balance, error))
    return FALSE;
  if (balance + amount < 0)
    salon_set_field_error (error, "amount", _("There is not so much cash in the drawer."));
  return balance + amount >= 0;
}

static char *
clean_or_null (const char *text)
{
  g_autofree char *clean = text != NULL ? salon_text_clean (text, MOST_TEXT) : NULL;

  return clean != NULL && *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

/**
 * salon_cash_move:
 * @entry_id: (out): the entry in the ledger
 *
 * Puts cash into a drawer that is open, or takes it out.  Undo reverses it in the shift that goes on then.
 */
gboolean
salon_cash_move (SalonTx *tx, const SalonCashMoveRequest *request, gint64 *entry_id, GError **error)
{
  g_autofree char *reason = clean_or_null (request->reason);
  g_autoptr (SalonLedgerEntry) entry = NULL;
  gint64 shift_id = 0, drawer_id = 0;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CASH_SHIFT, error)
      || !check_move (request, reason, error)
      || !salon_cash_shift_now (tx, request->drawer_id, &shift_id, &drawer_id, error)
      || !check_enough (tx, drawer_id, request->amount, error))
    return FALSE;
  entry = make_entry (shift_id, drawer_id, SALON_ACCOUNT_CASH_OTHER, request->amount, reason);
  if (!salon_ledger_write (tx, entry, error))
    return FALSE;
  *entry_id = entry->id;
  return TRUE;
}

/* ---- closing */

static SalonCashShift *
find_open (SalonTx *tx, gint64 wanted, GError **error)
{
  g_autoptr (SalonCashShift) shift = NULL;
  gint64 id = wanted, drawer_id = 0;

  if (wanted == 0 && !salon_cash_shift_now (tx, 0, &id, &drawer_id, error))
    return NULL;
  shift = salon_cash_store_get (tx, id, error);
  if (shift == NULL)
    return NULL;
  if (shift->number == 0)
    return g_steal_pointer (&shift);
  salon_set_error (error, SALON_ERROR_CONFLICT, _("This cash drawer was closed already."));
  return NULL;
}

static gboolean
compare_count (SalonTx *tx, SalonCashShift *shift, const SalonCashCloseRequest *request, gboolean *must_explain, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);

  if (settings == NULL || !check_amount (request->counted, "counted", _("What was counted cannot be negative."), error)
      || !salon_ledger_store_balance (tx, SALON_ACCOUNT_CASH, shift->drawer_id, &shift->expected, error))
    return FALSE;
  shift->counted = request->counted;
  *must_explain = ABS (shift->counted - shift->expected) > settings->cash_difference_limit;
  return TRUE;
}

/* The amount is told here: she has counted. */
static void
set_unexplained (SalonTx *tx, const SalonCashShift *shift, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, NULL);
  SalonMoney difference = shift->counted - shift->expected;
  g_autofree char *amount = settings != NULL ? salon_money_format (ABS (difference), salon_settings_currency (settings)) : NULL;

  if (difference < 0)
    salon_set_field_error (error, "explanation", _("%s is missing in the drawer. Count again, or explain it."), amount);
  else
    salon_set_field_error (error, "explanation", _("There is %s too much in the drawer. Count again, or explain it."), amount);
}

static gboolean
check_taken_out (const SalonCashCloseRequest *request, GError **error)
{
  if (!check_amount (request->taken_out, "taken_out", _("What is taken out cannot be negative."), error))
    return FALSE;
  if (request->taken_out <= request->counted)
    return TRUE;
  salon_set_field_error (error, "taken_out", _("More cannot be taken out than was counted."));
  return FALSE;
}

/* The entries come first: a shift that is closed takes none. */
static gboolean
finish (SalonTx *tx, SalonCashShift *shift, GError **error)
{
  shift->closed_at = salon_clock_now_us (salon_tx_clock (tx));
  shift->closed_by_id = salon_tx_actor (tx)->user_id;
  return post (tx, shift, SALON_ACCOUNT_OVER_SHORT, shift->counted - shift->expected, shift->explanation, error)
         && post (tx, shift, SALON_ACCOUNT_CASH_OTHER, -shift->taken_out, NULL, error)
         && salon_cash_store_close (tx, shift, error);
}

/**
 * salon_cash_close:
 * @shift_id: (out): the shift that was closed
 *
 * Closes a drawer by a count.  It has no Undo: the report has its number, and what was counted was counted.
 *
 * Returns: %FALSE with the field "explanation" when the difference is over the limit and nobody says why
 */
gboolean
salon_cash_close (SalonTx *tx, const SalonCashCloseRequest *request, gint64 *shift_id, GError **error)
{
  g_autoptr (SalonCashShift) shift = NULL;
  gboolean must_explain = FALSE;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CASH_SHIFT, error))
    return FALSE;
  shift = find_open (tx, request->shift_id, error);
  if (shift == NULL || !compare_count (tx, shift, request, &must_explain, error) || !check_taken_out (request, error))
    return FALSE;
  shift->explanation = clean_or_null (request->explanation);
  if (must_explain && shift->explanation == NULL) {
    set_unexplained (tx, shift, error);
    return FALSE;
  }
  shift->taken_out = request->taken_out;
  *shift_id = shift->id;
  return finish (tx, shift, error);
}

/**
 * salon_cash_count:
 * @request: what was counted; the rest of it does not matter
 *
 * Returns: (transfer full): what to tell who has counted
 */
SalonCashCount *
salon_cash_count (SalonTx *tx, const SalonCashCloseRequest *request, GError **error)
{
  g_autoptr (SalonCashShift) shift = NULL;
  SalonCashCount *self = NULL;
  gboolean must_explain = FALSE;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CASH_SHIFT, error))
    return NULL;
  shift = find_open (tx, request->shift_id, error);
  if (shift == NULL || !compare_count (tx, shift, request, &must_explain, error))
    return NULL;
  self = g_new0 (SalonCashCount, 1);
  self->shift_id = shift->id;
  self->expected = shift->expected;
  self->difference = shift->counted - shift->expected;
  self->must_explain = must_explain;
  return self;
}

SALON_DEFINE_COMMAND (salon_command_cash_open, "cash.open", SALON_N ("Cash drawer opened"), salon_cash_open,
                      SalonCashOpenRequest, g_free)
SALON_DEFINE_COMMAND (salon_command_cash_move, "cash.move", SALON_N ("Cash put in or taken out"), salon_cash_move,
                      SalonCashMoveRequest, salon_cash_move_request_free)
SALON_DEFINE_COMMAND (salon_command_cash_close, "cash.close", SALON_N ("Cash drawer closed"), salon_cash_close,
                      SalonCashCloseRequest, salon_cash_close_request_free)
SALON_DEFINE_QUERY (salon_query_cash_count, "cash.count", salon_cash_count, SalonCashCloseRequest,
                    salon_cash_close_request_free, salon_cash_count_free)
