/* Shifts of cash drawers in the file.  A shift is written when it is opened and once more when it is closed; triggers see
 * to that.  The journal of changes keeps both by hand, since a count of nothing is not a count that is missing. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/record.h"
#include "model/store/cash-store.h"
#include "model/store/journal.h"

#define SQL_ADD                                                                                   \
  "INSERT INTO cash_shift (drawer_id, day, opened_at, opened_by_id, opening) VALUES ($1, $2, $3, $4, $5)"
#define SQL_NEXT_NUMBER "SELECT coalesce (max (number), 0) + 1 FROM cash_shift"
#define SQL_CLOSE                                                                                 \
  "UPDATE cash_shift SET number = $2, closed_at = $3, closed_by_id = $4, counted = $5, expected = $6, taken_out = $7," \
  " explanation = $8, chain = $9 WHERE id = $1"
#define NAME_OF(id) "coalesce ((SELECT name FROM app_user u WHERE u.id = " id "), '')"
#define SQL_GET                                                                                   \
  "SELECT id, drawer_id, day, opened_at, opened_by_id, opening, number, closed_at, closed_by_id, counted, expected," \
  " taken_out, explanation, chain, " NAME_OF ("opened_by_id") ", " NAME_OF ("closed_by_id") " FROM cash_shift WHERE id = $1"
#define SQL_FIRST_DRAWER                                                                          \
  "SELECT coalesce ((SELECT id FROM cash_drawer WHERE archived = 0 ORDER BY position, id LIMIT 1), 0)"
#define SQL_OPEN                                                                                  \
  "SELECT coalesce ((SELECT id FROM cash_shift WHERE drawer_id = $1 AND closed_at IS NULL), 0)"
#define SQL_FIRST_OPEN                                                                            \
  "SELECT coalesce ((SELECT s.id FROM cash_shift s JOIN cash_drawer d ON d.id = s.drawer_id"      \
  " WHERE s.closed_at IS NULL AND d.archived = 0 ORDER BY d.position, d.id LIMIT 1), 0)"
#define SQL_SUCCESSOR                                                                             \
  "SELECT coalesce ((SELECT n.id FROM cash_shift s JOIN cash_shift n ON n.drawer_id = s.drawer_id" \
  " WHERE s.id = $1 AND n.closed_at IS NULL), 0)"
#define SQL_CLOSED                                                                                \
  "SELECT id FROM cash_shift WHERE number IS NOT NULL AND ($1 = 0 OR closed_by_id = $1) AND day BETWEEN $2 AND $3" \
  " ORDER BY number DESC LIMIT $4"
#define SQL_SUMS                                                                                  \
  "SELECT e.kind, p.account, p.subject_id, sum (CASE WHEN p.amount > 0 THEN p.amount ELSE 0 END),"  \
  "       sum (CASE WHEN p.amount < 0 THEN -p.amount ELSE 0 END)"                                 \
  "  FROM ledger_entry e JOIN posting p ON p.entry_id = e.id WHERE e.shift_id = $1"               \
  " GROUP BY e.kind, p.account, p.subject_id ORDER BY e.kind, p.account, p.subject_id"
/* A float and what was taken out at the closing have no reason; 1 and 18: see SalonAccount. */
#define SQL_MOVES                                                                                 \
  "SELECT e.id, e.at, " NAME_OF ("e.user_id") ", p.amount, e.note FROM ledger_entry e JOIN posting p ON p.entry_id = e.id" \
  " WHERE e.shift_id = $1 AND p.account = 1 AND (e.note IS NOT NULL OR e.reverses_id IS NOT NULL)" \
  "   AND EXISTS (SELECT 1 FROM posting o WHERE o.entry_id = e.id AND o.account = 18) ORDER BY e.id"
#define SQL_RECEIPTS                                                                              \
  "SELECT count (*) FILTER (WHERE kind = 1), count (*) FILTER (WHERE kind <> 1), coalesce (sum (total), 0)," \
  "       coalesce (sum (discount), 0) FROM sale WHERE shift_id = $1"

/**
 * salon_cash_shift_free: frees a row
 */
void
salon_cash_shift_free (SalonCashShift *self)
{
  g_free (self->opened_by);
  g_free (self->closed_by);
  g_free (self->explanation);
  g_free (self->chain);
  g_free (self);
}

/* ---- writing */

static char *
opening_to_json (const SalonCashShift *shift)
{
  g_autoptr (SalonRecord) record = salon_record_new ();

  salon_record_set_int (record, "drawer_id", shift->drawer_id);
  salon_record_set_int (record, "day", shift->day);
  salon_record_set_int (record, "opening", shift->opening);
  return salon_record_to_json (record);
}

static char *
closing_to_json (const SalonCashShift *shift)
{
  g_autoptr (SalonRecord) record = salon_record_new ();

  salon_record_set_int (record, "drawer_id", shift->drawer_id);
  salon_record_set_int (record, "number", shift->number);
  salon_record_set_int (record, "counted", shift->counted);
  salon_record_set_int (record, "expected", shift->expected);
  salon_record_set_int (record, "taken_out", shift->taken_out);
  if (shift->explanation != NULL)
    salon_record_set_text (record, "explanation", shift->explanation);
  return salon_record_to_json (record);
}

/**
 * salon_cash_store_add:
 * @shift: gets its id here
 *
 * Opens a shift and notes it in the journal.
 */
gboolean
salon_cash_store_add (SalonTx *tx, SalonCashShift *shift, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ADD, error);
  g_autofree char *json = opening_to_json (shift);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, shift->drawer_id);
  salon_stmt_int (stmt, 2, shift->day);
  salon_stmt_int (stmt, 3, shift->opened_at);
  salon_stmt_int (stmt, 4, shift->opened_by_id);
  salon_stmt_int (stmt, 5, shift->opening);
  if (!salon_stmt_run (stmt, error))
    return FALSE;
  shift->id = salon_tx_last_id (tx);
  salon_tx_changed (tx, SALON_CASH_SHIFT, shift->id);
  return salon_journal_write (tx, SALON_CASH_SHIFT, shift->id, NULL, json, NULL, error);
}

static gboolean
next_number (SalonTx *tx, gint64 *number, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_NEXT_NUMBER, error);

  return stmt != NULL && salon_stmt_read_int (stmt, number, error);
}

/**
 * salon_cash_store_close:
 * @shift: all of it but the number and the chain's head, which it gets here
 *
 * Closes a shift and notes it in the journal.
 */
gboolean
salon_cash_store_close (SalonTx *tx, SalonCashShift *shift, GError **error)
{
  g_autoptr (SalonStmt) stmt = NULL;
  g_autofree char *before = opening_to_json (shift);
  g_autofree char *after = NULL;

  g_free (shift->chain);
  shift->chain = salon_journal_head (tx, error);
  if (shift->chain == NULL || !next_number (tx, &shift->number, error))
    return FALSE;
  stmt = salon_tx_prepare (tx, SQL_CLOSE, error);
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, shift->id);
  salon_stmt_int (stmt, 2, shift->number);
  salon_stmt_int (stmt, 3, shift->closed_at);
  salon_stmt_int (stmt, 4, shift->closed_by_id);
  salon_stmt_int (stmt, 5, shift->counted);
  salon_stmt_int (stmt, 6, shift->expected);
  salon_stmt_int (stmt, 7, shift->taken_out);
  salon_stmt_text (stmt, 8, shift->explanation);
  salon_stmt_text (stmt, 9, shift->chain);
  if (!salon_stmt_run (stmt, error))
    return FALSE;
  salon_tx_changed (tx, SALON_CASH_SHIFT, shift->id);
  after = closing_to_json (shift);
  return salon_journal_write (tx, SALON_CASH_SHIFT, shift->id, before, after, NULL, error);
}

/* ---- reading */

static SalonCashShift *
read_shift (SalonStmt *stmt)
{
  SalonCashShift *shift = g_new0 (SalonCashShift, 1);

  shift->id = salon_stmt_get_int (stmt, 0);
  shift->drawer_id = salon_stmt_get_int (stmt, 1);
  shift->day = (SalonDay) salon_stmt_get_int (stmt, 2);
  shift->opened_at = salon_stmt_get_int (stmt, 3);
  shift->opened_by_id = salon_stmt_get_int (stmt, 4);
  shift->opening = salon_stmt_get_int (stmt, 5);
  shift->number = salon_stmt_get_int (stmt, 6);
  shift->closed_at = salon_stmt_get_int (stmt, 7);
  shift->closed_by_id = salon_stmt_get_int (stmt, 8);
  shift->counted = salon_stmt_get_int (stmt, 9);
  shift->expected = salon_stmt_get_int (stmt, 10);
  shift->taken_out = salon_stmt_get_int (stmt, 11);
  shift->explanation = salon_stmt_dup_text (stmt, 12);
  shift->chain = salon_stmt_dup_text (stmt, 13);
  shift->opened_by = salon_stmt_dup_text (stmt, 14);
  shift->closed_by = salon_stmt_dup_text (stmt, 15);
  return shift;
}

/**
 * salon_cash_store_get:
 *
 * Returns: (transfer full): the shift; %NULL with %SALON_ERROR_NOT_FOUND
 */
SalonCashShift *
salon_cash_store_get (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_GET, error);
  g_autoptr (SalonCashShift) shift = NULL;
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, id);
  if (salon_stmt_next (stmt, &failure))
    shift = read_shift (stmt);
  salon_stmt_reset (stmt);
  if (!salon_stmt_finish (g_steal_pointer (&failure), error))
    return NULL;
  if (shift == NULL)
    salon_set_error (error, SALON_ERROR_NOT_FOUND, _("This shift of a cash drawer does not exist."));
  return g_steal_pointer (&shift);
}

static gboolean
read_id (SalonTx *tx, const char *sql, gint64 of, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return FALSE;
  if (of != 0)
    salon_stmt_int (stmt, 1, of);
  return salon_stmt_read_int (stmt, id, error);
}

/**
 * salon_cash_store_first_drawer:
 * @id: (out): the first drawer that is not in the archive; 0 = there is none
 */
gboolean
salon_cash_store_first_drawer (SalonTx *tx, gint64 *id, GError **error)
{
  return read_id (tx, SQL_FIRST_DRAWER, 0, id, error);
}

/**
 * salon_cash_store_open_shift:
 * @id: (out): the shift that goes on in a drawer; 0 = it is closed
 */
gboolean
salon_cash_store_open_shift (SalonTx *tx, gint64 drawer_id, gint64 *id, GError **error)
{
  return read_id (tx, SQL_OPEN, drawer_id, id, error);
}

/**
 * salon_cash_store_first_open:
 * @id: (out): the shift that goes on in the first drawer in which one does; 0 = all are closed
 */
gboolean
salon_cash_store_first_open (SalonTx *tx, gint64 *id, GError **error)
{
  return read_id (tx, SQL_FIRST_OPEN, 0, id, error);
}

/**
 * salon_cash_store_successor:
 * @id: (out): the shift that goes on now in the drawer of @shift_id; 0 = it is closed
 */
gboolean
salon_cash_store_successor (SalonTx *tx, gint64 shift_id, gint64 *id, GError **error)
{
  return read_id (tx, SQL_SUCCESSOR, shift_id, id, error);
}

/**
 * salon_cash_store_closed:
 * @user_id: who closed them; 0 = anybody
 * @from: first of the days to which they belong
 * @to: last of these
 * @limit: so many at most; -1 = all
 *
 * Returns: (transfer full) (element-type gint64): the shifts that are closed, newest first
 */
GArray *
salon_cash_store_closed (SalonTx *tx, gint64 user_id, SalonDay from, SalonDay to, int limit, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_CLOSED, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, user_id);
  salon_stmt_int (stmt, 2, from);
  salon_stmt_int (stmt, 3, to);
  salon_stmt_int (stmt, 4, limit);
  return salon_stmt_read_ids (stmt, error);
}

/* ---- what the ledger says */

/**
 * salon_cash_store_sums:
 *
 * Returns: (transfer full) (element-type SalonCashSum): what was moved in a shift, by kind of entry, account and subject
 */
GArray *
salon_cash_store_sums (SalonTx *tx, gint64 shift_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_SUMS, error);
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (SalonCashSum));
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, shift_id);
  while (salon_stmt_next (stmt, &failure)) {
    SalonCashSum sum = { (SalonEntryKind) salon_stmt_get_int (stmt, 0), (SalonAccount) salon_stmt_get_int (stmt, 1),
                         salon_stmt_get_int (stmt, 2), salon_stmt_get_int (stmt, 3), salon_stmt_get_int (stmt, 4) };

    g_array_append_val (sums, sum);
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error) ? g_steal_pointer (&sums) : NULL;
}

static void
clear_move (gpointer data)
{
  SalonCashMove *move = data;

  g_free (move->who);
  g_free (move->reason);
}

/**
 * salon_cash_store_moves:
 *
 * Returns: (transfer full) (element-type SalonCashMove): cash that was put in and taken out by hand, oldest first
 */
GArray *
salon_cash_store_moves (SalonTx *tx, gint64 shift_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_MOVES, error);
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (SalonCashMove));
  g_autoptr (GError) failure = NULL;

  g_array_set_clear_func (moves, clear_move);
  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, shift_id);
  while (salon_stmt_next (stmt, &failure)) {
    SalonCashMove move = { salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1), salon_stmt_dup_text (stmt, 2),
                           salon_stmt_get_int (stmt, 3), salon_stmt_dup_text (stmt, 4) };

    g_array_append_val (moves, move);
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error) ? g_steal_pointer (&moves) : NULL;
}

/**
 * salon_cash_store_receipts:
 * @closing: gets how many receipts there are and what they come to
 */
gboolean
salon_cash_store_receipts (SalonTx *tx, gint64 shift_id, SalonClosing *closing, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_RECEIPTS, error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, shift_id);
  if (salon_stmt_next (stmt, &failure)) {
    closing->n_sales = salon_stmt_get_int (stmt, 0);
    closing->n_refunds = salon_stmt_get_int (stmt, 1);
    closing->sold = salon_stmt_get_int (stmt, 2);
    closing->discount = salon_stmt_get_int (stmt, 3);
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error);
}
