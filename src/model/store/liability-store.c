/* What the salon owes for season tickets and gift certificates, summed over the ledger. */
#include "config.h"

#include "model/store/liability-store.h"

/* $1 = the account, $2 and $3 the first and the last day.  What ends moves to breakage (16) in an entry of its own; so does
 * its way back.  The index of balances leaves four accounts out: the condition lets it serve. */
#define SUMS                                                                                      \
  "WITH sums AS (SELECT p.subject_id, -sum (p.amount) FILTER (WHERE p.day < $2) AS before,"       \
  "   -sum (p.amount) FILTER (WHERE p.day >= $2 AND p.amount < 0 AND b.entry_id IS NULL) AS credit," \
  "   sum (p.amount) FILTER (WHERE p.day >= $2 AND p.amount > 0 AND b.entry_id IS NULL) AS debit," \
  "   sum (p.amount) FILTER (WHERE p.day >= $2 AND b.entry_id IS NOT NULL) AS expired"            \
  "  FROM posting p LEFT JOIN posting b"                                                          \
  "    ON b.entry_id = p.entry_id AND b.account = 16 AND b.subject_id = p.subject_id AND b.amount = -p.amount" \
  " WHERE p.account = $1 AND p.account NOT BETWEEN 8 AND 11 AND p.day <= $3 GROUP BY p.subject_id)" \
  "SELECT s.subject_id, coalesce (s.before, 0), coalesce (s.credit, 0), coalesce (s.debit, 0), coalesce (s.expired, 0),"
#define MOVED " WHERE coalesce (s.before, 0) <> 0 OR s.credit <> 0 OR s.debit <> 0 OR s.expired <> 0 ORDER BY s.subject_id"
#define SQL_TICKETS                                                                               \
  SUMS " t.number, t.name, coalesce (t.client_id, 0),"                                            \
       " coalesce ((SELECT sum (u.amount) FROM posting u WHERE u.account = 100 AND u.subject_id = s.subject_id" \
       "   AND u.account NOT BETWEEN 8 AND 11 AND u.day <= $3), 0)"                              \
       "  FROM sums s JOIN ticket t ON t.id = s.subject_id" MOVED
#define SQL_CERTIFICATES                                                                          \
  SUMS " c.number, '', coalesce (c.client_id, 0), 0 FROM sums s JOIN certificate c ON c.id = s.subject_id" MOVED
/* Of the account as a whole, by its entries. */
#define SQL_OWED                                                                                  \
  "SELECT coalesce (-sum (p.amount), 0) FROM ledger_entry e JOIN posting p ON p.entry_id = e.id"  \
  " WHERE p.account = $1 AND e.day <= $2"

static void
row_free (gpointer data)
{
  SalonLiabilityRow *self = data;

  g_free (self->number);
  g_free (self->name);
  g_free (self);
}

static SalonLiabilityRow *
read_row (SalonStmt *stmt)
{
  SalonLiabilityRow *row = g_new0 (SalonLiabilityRow, 1);

  row->id = salon_stmt_get_int (stmt, 0);
  row->before = salon_stmt_get_int (stmt, 1);
  row->credit = salon_stmt_get_int (stmt, 2);
  row->debit = salon_stmt_get_int (stmt, 3);
  row->expired = salon_stmt_get_int (stmt, 4);
  row->number = salon_stmt_dup_text (stmt, 5);
  row->name = salon_stmt_dup_text (stmt, 6);
  row->client_id = salon_stmt_get_int (stmt, 7);
  row->units = salon_stmt_get_int (stmt, 8);
  return row;
}

/**
 * salon_liability_store_rows:
 * @account: %SALON_ACCOUNT_TICKET or %SALON_ACCOUNT_CERTIFICATE
 *
 * Returns: (transfer full) (element-type SalonLiabilityRow): all for which something was owed or moved, by id
 */
GPtrArray *
salon_liability_store_rows (SalonTx *tx, SalonAccount account, SalonDay from, SalonDay to, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, account == SALON_ACCOUNT_TICKET ? SQL_TICKETS : SQL_CERTIFICATES, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, account);
  salon_stmt_int (stmt, 2, from);
  salon_stmt_int (stmt, 3, to);
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (rows, read_row (stmt));
  return salon_stmt_finish (g_steal_pointer (&failure), error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * salon_liability_store_owed:
 * @owed: (out): what the ledger says of the account as a whole at the end of a day
 */
gboolean
salon_liability_store_owed (SalonTx *tx, SalonAccount account, SalonDay to, SalonMoney *owed, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_OWED, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, account);
  salon_stmt_int (stmt, 2, to);
  return salon_stmt_read_int (stmt, owed, error);
}
