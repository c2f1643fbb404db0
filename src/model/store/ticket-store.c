/* Sums over the ledger: season tickets, certificates, bonus and accounts of clients. */
#include "config.h"

#include "model/store/ticket-store.h"

/* The condition names what the partial index leaves out, so that the index serves.  5, 100 …: see SalonAccount. */
#define KEEPS         "account NOT BETWEEN 8 AND 11"
#define KEEPS_BALANCE " " KEEPS
#define SQL_SUMS                                                                                  \
  "SELECT account, sum (amount) FROM posting"                                                     \
  " WHERE account IN (5, 101, 102, 103) AND subject_id = $1 AND" KEEPS_BALANCE " GROUP BY account"
/* What was given back as a whole was no use. */
#define SQL_FIRST_USE                                                                             \
  "SELECT min (p.day) FROM posting p WHERE p.account = 102 AND p.subject_id = $1 AND p.amount > 0 AND p." KEEPS \
  "   AND p.amount > (SELECT coalesce (-sum (b.amount), 0) FROM sale_line l JOIN posting b ON b.sale_line_id = l.id" \
  "                    WHERE b.account = 102 AND b.subject_id = $1 AND b.amount < 0 AND b." KEEPS \
  "                      AND l.of_line_id = p.sale_line_id)"
#define SQL_USED                                                                                  \
  "SELECT l.subject_id, sum (p.amount) FROM posting p JOIN sale_line l ON l.id = p.sale_line_id AND l.kind = 1" \
  " WHERE p.account = 102 AND p.subject_id = $1 AND p.account NOT BETWEEN 8 AND 11 GROUP BY l.subject_id"
#define SQL_EXPIRY                                                                                \
  "SELECT coalesce (max (p.entry_id), 0) FROM posting p WHERE p.account = 103 AND p.subject_id = $1 AND p.amount > 0" \
  "   AND p.account NOT BETWEEN 8 AND 11"                                                        \
  "   AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = p.entry_id)"
#define SQL_FIND             "SELECT coalesce (max (id), 0) FROM ticket WHERE number = $1"
#define SQL_FIND_CERTIFICATE "SELECT coalesce (max (id), 0) FROM certificate WHERE number = $1 OR barcode = $1"
#define SQL_NEXT_CERTIFICATE "SELECT coalesce (max (id), 0) + 1 FROM certificate"
#define SQL_OVERDUE_CERTIFICATES                                                                  \
  "SELECT c.id FROM certificate c JOIN posting p ON p.account = 6 AND p.subject_id = c.id AND p.account NOT BETWEEN 8 AND 11" \
  " WHERE c.expires_day < $1 GROUP BY c.id HAVING sum (p.amount) <> 0"
#define SQL_OVERDUE_BONUS                                                                         \
  "SELECT DISTINCT client_id FROM bonus_lot WHERE expires_day < $1 AND amount > 0 ORDER BY client_id"
#define SQL_ROWS                                                                                  \
  "WITH RECURSIVE same (id) AS (SELECT $1 UNION SELECT c.id FROM client c JOIN same s ON c.merged_into_id = s.id)" \
  " SELECT e.id, e.kind, e.day, e.at, e.sale_id, sum (p.amount), e.note"                          \
  "   FROM posting p JOIN ledger_entry e ON e.id = p.entry_id"                                     \
  "  WHERE p.account = 4 AND p.subject_id IN same AND p.account NOT BETWEEN 8 AND 11 AND p.day <= $2 GROUP BY e.id HAVING sum (p.amount) <> 0 ORDER BY e.id"
#define SQL_ACCOUNT_SUMS                                                                          \
  "SELECT subject_id, sum (CASE WHEN day < $1 THEN amount ELSE 0 END),"                           \
  "       sum (CASE WHEN day >= $1 AND amount > 0 THEN amount ELSE 0 END),"                       \
  "       sum (CASE WHEN day >= $1 AND amount < 0 THEN -amount ELSE 0 END)"                       \
  "  FROM posting WHERE account = 4 AND day <= $2 AND" KEEPS_BALANCE " GROUP BY subject_id ORDER BY subject_id"

/* Of the account as a whole, not by its clients. */
#define SQL_OWED                                                                                  \
  "SELECT coalesce (-sum (amount), 0) FROM posting p JOIN ledger_entry e ON e.id = p.entry_id WHERE p.account = 4 AND e.day <= $1"

static gboolean
find (SalonTx *tx, const char *sql, const char *text, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_text (stmt, 1, text);
  return salon_stmt_read_int (stmt, id, error);
}

static GArray *
ids_before (SalonTx *tx, const char *sql, SalonDay today, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, today);
  return salon_stmt_read_ids (stmt, error);
}

static void
take_sum (SalonTicketSums *sums, gint64 account, gint64 amount)
{
  if (account == SALON_ACCOUNT_TICKET)
    sums->money = -amount;
  else if (account == SALON_ACCOUNT_UNITS_ISSUED)
    sums->issued = -amount;
  else if (account == SALON_ACCOUNT_UNITS_EXPIRED)
    sums->expired = amount;
  else
    sums->used = amount;
}

static gboolean
read_first_use (SalonTx *tx, gint64 ticket_id, SalonDay *first_use, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_FIRST_USE, error);
  gint64 day = 0;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, ticket_id);
  if (!salon_stmt_read_int (stmt, &day, error))
    return FALSE;
  *first_use = (SalonDay) day;
  return TRUE;
}

/**
 * salon_ticket_store_sums:
 * @sums: (out): all are 0 for a ticket that never was in the ledger
 */
gboolean
salon_ticket_store_sums (SalonTx *tx, gint64 ticket_id, SalonTicketSums *sums, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_SUMS, error);
  g_autoptr (GError) failure = NULL;

  *sums = (SalonTicketSums){ .first_use = SALON_DAY_NONE };
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, ticket_id);
  while (salon_stmt_next (stmt, &failure))
    take_sum (sums, salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1));
  if (!salon_stmt_finish (g_steal_pointer (&failure), error))
    return FALSE;
  return sums->used <= 0 || read_first_use (tx, ticket_id, &sums->first_use, error);
}

/**
 * salon_ticket_store_used:
 *
 * Returns: (transfer full) (element-type SalonTicketUsed): units used of each service
 */
GArray *
salon_ticket_store_used (SalonTx *tx, gint64 ticket_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_USED, error);
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (SalonTicketUsed));
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, ticket_id);
  while (salon_stmt_next (stmt, &failure)) {
    SalonTicketUsed one = { salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1) };

    g_array_append_val (used, one);
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error) ? g_steal_pointer (&used) : NULL;
}

/**
 * salon_ticket_store_expiry:
 * @entry_id: (out): the entry by which it expired and that stands; 0 = none
 */
gboolean
salon_ticket_store_expiry (SalonTx *tx, gint64 ticket_id, gint64 *entry_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_EXPIRY, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, ticket_id);
  return salon_stmt_read_int (stmt, entry_id, error);
}

/**
 * salon_ticket_store_find:
 * @ticket_id: (out): 0 if there is none with this number
 */
gboolean
salon_ticket_store_find (SalonTx *tx, const char *number, gint64 *ticket_id, GError **error)
{
  return find (tx, SQL_FIND, number, ticket_id, error);
}

/**
 * salon_certificate_store_find:
 * @code: number or barcode
 * @certificate_id: (out): 0 if there is none
 */
gboolean
salon_certificate_store_find (SalonTx *tx, const char *code, gint64 *certificate_id, GError **error)
{
  return find (tx, SQL_FIND_CERTIFICATE, code, certificate_id, error);
}

/**
 * salon_certificate_store_next:
 * @number: (out): of the next certificate
 */
gboolean
salon_certificate_store_next (SalonTx *tx, gint64 *number, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_NEXT_CERTIFICATE, error);

  return stmt != NULL && salon_stmt_read_int (stmt, number, error);
}

/**
 * salon_certificate_store_overdue:
 *
 * Returns: (transfer full) (element-type gint64): certificates that ended before @today and of which something is left
 */
GArray *
salon_certificate_store_overdue (SalonTx *tx, SalonDay today, GError **error)
{
  return ids_before (tx, SQL_OVERDUE_CERTIFICATES, today, error);
}

/**
 * salon_bonus_store_overdue:
 *
 * Returns: (transfer full) (element-type gint64): clients with lots that ended before @today, used up or not
 */
GArray *
salon_bonus_store_overdue (SalonTx *tx, SalonDay today, GError **error)
{
  return ids_before (tx, SQL_OVERDUE_BONUS, today, error);
}

/**
 * salon_account_row_free: frees a row
 */
void
salon_account_row_free (SalonAccountRow *self)
{
  g_free (self->note);
  g_free (self);
}

/**
 * salon_account_store_rows:
 * @to: the last day
 *
 * Returns: (transfer full) (element-type SalonAccountRow): what moved a client's account, also on cards that were merged
 *   into hers, in the order in which it was made
 */
GPtrArray *
salon_account_store_rows (SalonTx *tx, gint64 client_id, SalonDay to, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ROWS, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_account_row_free);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_int (stmt, 2, to);
  while (salon_stmt_next (stmt, &failure)) {
    SalonAccountRow *row = g_new0 (SalonAccountRow, 1);

    row->entry_id = salon_stmt_get_int (stmt, 0);
    row->kind = (SalonEntryKind) salon_stmt_get_int (stmt, 1);
    row->day = (SalonDay) salon_stmt_get_int (stmt, 2);
    row->at = salon_stmt_get_int (stmt, 3);
    row->sale_id = salon_stmt_get_int (stmt, 4);
    row->amount = salon_stmt_get_int (stmt, 5);
    row->note = salon_stmt_dup_text (stmt, 6);
    g_ptr_array_add (rows, row);
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * salon_account_store_sums:
 *
 * Returns: (transfer full) (element-type SalonAccountSums): every card whose account was moved up to @to
 */
GArray *
salon_account_store_sums (SalonTx *tx, SalonDay from, SalonDay to, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ACCOUNT_SUMS, error);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (SalonAccountSums));
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, from);
  salon_stmt_int (stmt, 2, to);
  while (salon_stmt_next (stmt, &failure)) {
    SalonAccountSums sums = { salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1), salon_stmt_get_int (stmt, 2),
                              salon_stmt_get_int (stmt, 3) };

    g_array_append_val (all, sums);
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error) ? g_steal_pointer (&all) : NULL;
}

/**
 * salon_account_store_owed:
 * @owed: (out): what the salon owes for all accounts of clients at the end of @to
 */
gboolean
salon_account_store_owed (SalonTx *tx, SalonDay to, SalonMoney *owed, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_OWED, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, to);
  return salon_stmt_read_int (stmt, owed, error);
}
