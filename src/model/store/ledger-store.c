/* The ledger in the file.  The head of an entry is written last: a trigger seals its postings then, if they balance. */
#include "config.h"

#include "base/clock.h"
#include "base/error.h"
#include "model/store/ledger-store.h"

#define SQL_NEXT_ID "SELECT coalesce (max (id), 0) + 1 FROM ledger_entry"
#define SQL_POST                                                                                  \
  "INSERT INTO posting (entry_id, position, account, subject_id, amount, day, client_id, employee_id, visit_line_id," \
  " sale_line_id, sold, discount) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
#define SQL_SEAL                                                                                  \
  "INSERT INTO ledger_entry (id, kind, day, at, operation_id, user_id, sale_id, shift_id, reverses_id, note)" \
  " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
#define SQL_HEAD                                                                                  \
  "SELECT id, kind, day, at, operation_id, user_id, sale_id, shift_id, reverses_id, note FROM ledger_entry WHERE id = $1"
#define SQL_POSTINGS                                                                              \
  "SELECT account, subject_id, amount, client_id, employee_id, visit_line_id, sale_line_id, sold, discount" \
  "  FROM posting WHERE entry_id = $1 ORDER BY position"
#define SQL_EACH                                                                                  \
  "SELECT e.id, p.position, e.kind, e.day, e.at, e.user_id, e.sale_id, e.shift_id, e.reverses_id, e.note, p.account,"  \
  "       p.subject_id, p.amount, p.client_id, p.employee_id, p.visit_line_id, p.sale_line_id, p.sold, p.discount" \
  "  FROM ledger_entry e JOIN posting p ON p.entry_id = e.id WHERE e.day BETWEEN $1 AND $2 ORDER BY e.id, p.position"
#define SQL_OF_SALE  "SELECT id FROM ledger_entry WHERE sale_id = $1 ORDER BY id"
#define SQL_REVERSAL "SELECT id FROM ledger_entry WHERE reverses_id = $1"

/* The condition names what the partial index leaves out, so that the index serves. */
#define KEEPS_BALANCE " account NOT BETWEEN 8 AND 11"
#define SQL_BALANCE                                                                               \
  "SELECT coalesce (sum (amount), 0) FROM posting WHERE account = $1 AND subject_id = $2 AND" KEEPS_BALANCE
/* Who was merged into a client brought the account along.  No join: the engine would make a filter of the whole table.
 * Few cards have others in them: only for those the cards are gathered, which costs more than the sum. */
#define SQL_CLIENT_BALANCE                                                                        \
  "SELECT CASE WHEN EXISTS (SELECT 1 FROM client WHERE merged_into_id = $2) THEN ("              \
  " WITH RECURSIVE same (id) AS (SELECT $2 UNION SELECT c.id FROM client c JOIN same s ON c.merged_into_id = s.id)" \
  " SELECT coalesce (sum (amount), 0) FROM posting WHERE account = $1 AND subject_id IN same AND" KEEPS_BALANCE \
  ") ELSE (" SQL_BALANCE ") END"
#define SQL_CLIENT_MOVED                                                                          \
  "WITH RECURSIVE same (id) AS (SELECT $2 UNION SELECT c.id FROM client c JOIN same s ON c.merged_into_id = s.id)" \
  " SELECT EXISTS (SELECT 1 FROM posting WHERE account = $1 AND subject_id IN same AND" KEEPS_BALANCE ")"
#define SQL_FIRST                                                                                 \
  "SELECT coalesce (min (entry_id), 0) FROM posting WHERE account = $1 AND subject_id = $2 AND" KEEPS_BALANCE
#define SQL_PRESENT_CARD                                                                          \
  "SELECT CASE WHEN (SELECT merged_into_id FROM client WHERE id = $1) IS NULL THEN $1 ELSE ("      \
  " WITH RECURSIVE up (id, into_id) AS (SELECT id, merged_into_id FROM client WHERE id = $1"      \
  " UNION SELECT c.id, c.merged_into_id FROM up JOIN client c ON c.id = up.into_id)"              \
  " SELECT coalesce ((SELECT id FROM up WHERE into_id IS NULL), $1)) END"
#define SQL_BALANCES                                                                              \
  "SELECT subject_id, sum (amount) FROM posting WHERE account = $1 AND" KEEPS_BALANCE             \
  " GROUP BY subject_id HAVING sum (amount) <> 0 ORDER BY subject_id"
#define TOTALS "sum (CASE WHEN amount > 0 THEN amount ELSE 0 END), sum (CASE WHEN amount < 0 THEN -amount ELSE 0 END)"
#define SQL_TRIAL "SELECT account, " TOTALS " FROM posting GROUP BY account ORDER BY account"
#define SQL_TRIAL_OF_SHIFT                                                                        \
  "SELECT p.account, " TOTALS " FROM ledger_entry e JOIN posting p ON p.entry_id = e.id"          \
  " WHERE e.shift_id = $1 GROUP BY p.account ORDER BY p.account"

/* As the step that brought the ledger posted what was there already: one entry a day. */
#define HISTORY_VISITS "v.state = 5 AND v.settled = 0 AND v.id > $1 AND v.day < $2"
#define SQL_POST_HISTORY                                                                          \
  "INSERT INTO posting (entry_id, position, account, subject_id, amount, day, client_id, employee_id, visit_line_id, sold)" \
  "SELECT $3 - 1 + dense_rank () OVER (ORDER BY v.day), row_number () OVER (PARTITION BY v.day ORDER BY l.id)," \
  "       8, l.service_id, -l.price, v.day, v.client_id, l.employee_id, l.id, l.price"            \
  "  FROM visit v JOIN visit_line l ON l.visit_id = v.id WHERE " HISTORY_VISITS " AND l.price <> 0"
#define SQL_POST_HISTORY_PAID                                                                     \
  "INSERT INTO posting (entry_id, position, account, subject_id, amount, day)"                    \
  "SELECT entry_id, 0, 17, 0, -sum (amount), day FROM posting WHERE entry_id >= $1 GROUP BY entry_id"
#define SQL_SEAL_HISTORY                                                                          \
  "INSERT INTO ledger_entry (id, kind, day, at, operation_id, user_id)"                           \
  "SELECT entry_id, 1, day, $2, $3, $4 FROM posting WHERE entry_id >= $1 AND position = 0"
#define SQL_SETTLE "UPDATE visit AS v SET settled = 1 WHERE " HISTORY_VISITS
#define SQL_HISTORY_OF_VISIT                                                                      \
  "SELECT p.subject_id, p.amount, p.client_id, p.employee_id, l.id, p.sold, v.day"                \
  "  FROM visit v JOIN visit_line l ON l.visit_id = v.id JOIN ledger_entry e ON e.day = v.day AND e.kind = 1" \
  "  JOIN posting p ON p.entry_id = e.id AND p.visit_line_id = l.id WHERE v.id = $1"

#define SQL_UNBALANCED                                                                            \
  "SELECT 'entry ' || entry_id || ' of the ledger does not balance' FROM posting"                 \
  " GROUP BY entry_id, account < 100 HAVING sum (amount) <> 0"
#define SQL_GAPS                                                                                  \
  "SELECT 'receipts have a gap before number ' || number FROM (SELECT number, lag (number, 1, 0) OVER (ORDER BY number) AS before" \
  "  FROM sale) WHERE number <> before + 1"                                                       \
  " UNION ALL SELECT 'closings have a gap before number ' || number FROM (SELECT number, lag (number, 1, 0)" \
  "  OVER (ORDER BY number) AS before FROM cash_shift WHERE number IS NOT NULL) WHERE number <> before + 1"
#define SQL_SALES_DIFFER                                                                          \
  "SELECT 'receipt ' || s.number || ' does not agree with its lines' FROM sale s"                 \
  " LEFT JOIN (SELECT sale_id, sum (list_amount) AS list, sum (discount) AS discount, sum (amount) AS amount, sum (vat) AS vat" \
  "              FROM sale_line GROUP BY sale_id) l ON l.sale_id = s.id"                          \
  " LEFT JOIN (SELECT sale_id, sum (amount) AS paid FROM sale_payment GROUP BY sale_id) p ON p.sale_id = s.id" \
  " WHERE s.list_total <> coalesce (l.list, 0) OR s.discount <> coalesce (l.discount, 0) OR s.total <> coalesce (l.amount, 0)" \
  "    OR s.vat <> coalesce (l.vat, 0) OR s.total + s.rounding <> coalesce (p.paid, 0)"

static void
bind_posting (SalonStmt *stmt, const SalonLedgerEntry *entry, guint position)
{
  const SalonPosting *posting = salon_ledger_entry_posting (entry, position);

  salon_stmt_int (stmt, 1, entry->id);
  salon_stmt_int (stmt, 2, position);
  salon_stmt_int (stmt, 3, posting->account);
  salon_stmt_int (stmt, 4, posting->subject_id);
  salon_stmt_int (stmt, 5, posting->amount);
  salon_stmt_int (stmt, 6, entry->day);
  salon_stmt_int_or_null (stmt, 7, posting->client_id);
  salon_stmt_int_or_null (stmt, 8, posting->employee_id);
  salon_stmt_int_or_null (stmt, 9, posting->visit_line_id);
  salon_stmt_int_or_null (stmt, 10, posting->sale_line_id);
  salon_stmt_int (stmt, 11, posting->sold);
  salon_stmt_int (stmt, 12, posting->discount);
}

static gboolean
write_postings (SalonTx *tx, const SalonLedgerEntry *entry, GError **error)
{
  for (guint i = 0; i < entry->postings->len; i++) {
    g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_POST, error);

    if (stmt == NULL)
      return FALSE;
    bind_posting (stmt, entry, i);
    if (!salon_stmt_run (stmt, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
seal (SalonTx *tx, const SalonLedgerEntry *entry, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_SEAL, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, entry->id);
  salon_stmt_int (stmt, 2, entry->kind);
  salon_stmt_int (stmt, 3, entry->day);
  salon_stmt_int (stmt, 4, entry->at);
  salon_stmt_int_or_null (stmt, 5, entry->operation_id);
  salon_stmt_int (stmt, 6, entry->user_id);
  salon_stmt_int_or_null (stmt, 7, entry->sale_id);
  salon_stmt_int_or_null (stmt, 8, entry->shift_id);
  salon_stmt_int_or_null (stmt, 9, entry->reverses_id);
  salon_stmt_text (stmt, 10, entry->note);
  return salon_stmt_run (stmt, error);
}

static gboolean
next_id (SalonTx *tx, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_NEXT_ID, error);

  return stmt != NULL && salon_stmt_read_int (stmt, id, error);
}

/**
 * salon_ledger_store_write:
 * @entry: gets its id here; day, time, operation and user are those that it says
 *
 * Returns: %FALSE when the engine refuses it
 */
gboolean
salon_ledger_store_write (SalonTx *tx, SalonLedgerEntry *entry, GError **error)
{
  return next_id (tx, &entry->id, error) && write_postings (tx, entry, error) && seal (tx, entry, error);
}

/* ---- reading */

static gboolean
read_postings (SalonTx *tx, SalonLedgerEntry *entry, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_POSTINGS, error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, entry->id);
  while (salon_stmt_next (stmt, &failure)) {
    SalonPosting posting = {
      .account = (SalonAccount) salon_stmt_get_int (stmt, 0),
      .subject_id = salon_stmt_get_int (stmt, 1),
      .amount = salon_stmt_get_int (stmt, 2),
      .client_id = salon_stmt_get_int (stmt, 3),
      .employee_id = salon_stmt_get_int (stmt, 4),
      .visit_line_id = salon_stmt_get_int (stmt, 5),
      .sale_line_id = salon_stmt_get_int (stmt, 6),
      .sold = salon_stmt_get_int (stmt, 7),
      .discount = salon_stmt_get_int (stmt, 8),
    };

    g_array_append_val (entry->postings, posting);
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error);
}

static SalonLedgerEntry *
read_head (SalonStmt *stmt)
{
  SalonLedgerEntry *entry = salon_ledger_entry_new ((SalonEntryKind) salon_stmt_get_int (stmt, 1));

  entry->id = salon_stmt_get_int (stmt, 0);
  entry->day = (SalonDay) salon_stmt_get_int (stmt, 2);
  entry->at = salon_stmt_get_int (stmt, 3);
  entry->operation_id = salon_stmt_get_int (stmt, 4);
  entry->user_id = salon_stmt_get_int (stmt, 5);
  entry->sale_id = salon_stmt_get_int (stmt, 6);
  entry->shift_id = salon_stmt_get_int (stmt, 7);
  entry->reverses_id = salon_stmt_get_int (stmt, 8);
  entry->note = salon_stmt_dup_text (stmt, 9);
  return entry;
}

/**
 * salon_ledger_store_get:
 *
 * Returns: (transfer full): the entry with its postings; %NULL with %SALON_ERROR_NOT_FOUND
 */
SalonLedgerEntry *
salon_ledger_store_get (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_HEAD, error);
  g_autoptr (SalonLedgerEntry) entry = NULL;
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, id);
  if (salon_stmt_next (stmt, &failure))
    entry = read_head (stmt);
  salon_stmt_reset (stmt);
  if (!salon_stmt_finish (g_steal_pointer (&failure), error))
    return NULL;
  if (entry == NULL) {
    salon_set_error (error, SALON_ERROR_NOT_FOUND, "There is no entry %" G_GINT64_FORMAT " in the ledger.", id);
    return NULL;
  }
  return read_postings (tx, entry, error) ? g_steal_pointer (&entry) : NULL;
}

/**
 * salon_ledger_store_of_sale:
 *
 * Returns: (transfer full) (element-type gint64): the entries of a receipt, oldest first
 */
GArray *
salon_ledger_store_of_sale (SalonTx *tx, gint64 sale_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_OF_SALE, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, sale_id);
  return salon_stmt_read_ids (stmt, error);
}

/**
 * salon_ledger_store_reversal:
 * @reversal_id: (out): the entry that takes @id back; 0 while it stands
 */
gboolean
salon_ledger_store_reversal (SalonTx *tx, gint64 id, gint64 *reversal_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_REVERSAL, error);
  g_autoptr (GArray) ids = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, id);
  ids = salon_stmt_read_ids (stmt, error);
  if (ids == NULL)
    return FALSE;
  *reversal_id = ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
  return TRUE;
}

static gboolean
read_balance (SalonTx *tx, const char *sql, SalonAccount account, gint64 subject_id, gint64 *amount, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, account);
  salon_stmt_int (stmt, 2, subject_id);
  return salon_stmt_read_int (stmt, amount, error);
}

/**
 * salon_ledger_store_balance:
 * @account: one that keeps a balance: none of revenue, discount and tax
 * @amount: (out): debit positive
 */
gboolean
salon_ledger_store_balance (SalonTx *tx, SalonAccount account, gint64 subject_id, gint64 *amount, GError **error)
{
  return read_balance (tx, SQL_BALANCE, account, subject_id, amount, error);
}

/**
 * salon_ledger_store_client_balance:
 * @account: whose subjects are clients
 * @amount: (out): debit positive; of the client and of all cards that were merged into hers
 */
gboolean
salon_ledger_store_client_balance (SalonTx *tx, SalonAccount account, gint64 client_id, gint64 *amount, GError **error)
{
  return read_balance (tx, SQL_CLIENT_BALANCE, account, client_id, amount, error);
}

/**
 * salon_ledger_store_first:
 * @account: one that keeps a balance
 * @entry_id: (out): the first entry that moved it; 0 = none did
 */
gboolean
salon_ledger_store_first (SalonTx *tx, SalonAccount account, gint64 subject_id, gint64 *entry_id, GError **error)
{
  return read_balance (tx, SQL_FIRST, account, subject_id, entry_id, error);
}

/**
 * salon_ledger_store_client_was_moved:
 * @account: whose subjects are clients
 * @moved: (out): whether it was ever moved for the client or for a card that was merged into hers
 */
gboolean
salon_ledger_store_client_was_moved (SalonTx *tx, SalonAccount account, gint64 client_id, gboolean *moved, GError **error)
{
  gint64 found = 0;

  if (!read_balance (tx, SQL_CLIENT_MOVED, account, client_id, &found, error))
    return FALSE;
  *moved = found != 0;
  return TRUE;
}

/**
 * salon_ledger_store_present_card:
 * @card_id: (out): the card that the client is on now: her own unless it was merged into another
 */
gboolean
salon_ledger_store_present_card (SalonTx *tx, gint64 client_id, gint64 *card_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PRESENT_CARD, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  return salon_stmt_read_int (stmt, card_id, error);
}

/**
 * salon_ledger_store_balances:
 *
 * Returns: (transfer full) (element-type SalonSubjectBalance): what is not nothing, by subject
 */
GArray *
salon_ledger_store_balances (SalonTx *tx, SalonAccount account, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_BALANCES, error);
  g_autoptr (GArray) balances = g_array_new (FALSE, FALSE, sizeof (SalonSubjectBalance));
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, account);
  while (salon_stmt_next (stmt, &failure)) {
    SalonSubjectBalance balance = { salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1) };

    g_array_append_val (balances, balance);
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error) ? g_steal_pointer (&balances) : NULL;
}

static GArray *
read_totals (SalonStmt *stmt, GError **error)
{
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (SalonAccountTotal));
  g_autoptr (GError) failure = NULL;

  while (salon_stmt_next (stmt, &failure)) {
    SalonAccountTotal total = { (SalonAccount) salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1),
                                salon_stmt_get_int (stmt, 2) };

    g_array_append_val (totals, total);
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error) ? g_steal_pointer (&totals) : NULL;
}

/**
 * salon_ledger_store_trial:
 *
 * Returns: (transfer full) (element-type SalonAccountTotal): every account that was ever moved
 */
GArray *
salon_ledger_store_trial (SalonTx *tx, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_TRIAL, error);

  return stmt == NULL ? NULL : read_totals (stmt, error);
}

/**
 * salon_ledger_store_trial_of_shift:
 *
 * Returns: (transfer full) (element-type SalonAccountTotal): what was moved in one shift of a drawer
 */
GArray *
salon_ledger_store_trial_of_shift (SalonTx *tx, gint64 shift_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_TRIAL_OF_SHIFT, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, shift_id);
  return read_totals (stmt, error);
}

static SalonLedgerRow
read_row (SalonStmt *stmt)
{
  return (SalonLedgerRow){
    .entry_id = salon_stmt_get_int (stmt, 0),
    .position = salon_stmt_get_int (stmt, 1),
    .kind = (SalonEntryKind) salon_stmt_get_int (stmt, 2),
    .day = (SalonDay) salon_stmt_get_int (stmt, 3),
    .at = salon_stmt_get_int (stmt, 4),
    .user_id = salon_stmt_get_int (stmt, 5),
    .sale_id = salon_stmt_get_int (stmt, 6),
    .shift_id = salon_stmt_get_int (stmt, 7),
    .reverses_id = salon_stmt_get_int (stmt, 8),
    .note = salon_stmt_get_text (stmt, 9),
    .posting = {
      .account = (SalonAccount) salon_stmt_get_int (stmt, 10),
      .subject_id = salon_stmt_get_int (stmt, 11),
      .amount = salon_stmt_get_int (stmt, 12),
      .client_id = salon_stmt_get_int (stmt, 13),
      .employee_id = salon_stmt_get_int (stmt, 14),
      .visit_line_id = salon_stmt_get_int (stmt, 15),
      .sale_line_id = salon_stmt_get_int (stmt, 16),
      .sold = salon_stmt_get_int (stmt, 17),
      .discount = salon_stmt_get_int (stmt, 18),
    },
  };
}

/**
 * salon_ledger_store_each:
 * @first: day
 * @last: day, inclusive
 * @func: (scope call): gets each posting in the order in which they were written; %FALSE ends it
 */
gboolean
salon_ledger_store_each (SalonTx *tx, SalonDay first, SalonDay last, SalonLedgerRowFunc func, gpointer data, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_EACH, error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, first);
  salon_stmt_int (stmt, 2, last);
  while (salon_stmt_next (stmt, &failure)) {
    SalonLedgerRow row = read_row (stmt);

    if (!func (&row, data, error)) {
      salon_stmt_reset (stmt);
      return FALSE;
    }
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error);
}

/* ---- what was done before there was a ledger, or in another program */

static gboolean
run_ints (SalonTx *tx, const char *sql, const gint64 *values, guint n, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    salon_stmt_int (stmt, (int) i + 1, values[i]);
  return salon_stmt_run (stmt, error);
}

static gboolean
seal_history (SalonTx *tx, gint64 first, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_SEAL_HISTORY, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, first);
  salon_stmt_int (stmt, 2, salon_clock_now_us (salon_tx_clock (tx)));
  salon_stmt_int_or_null (stmt, 3, salon_tx_operation (tx));
  salon_stmt_int (stmt, 4, salon_tx_actor (tx)->user_id);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_ledger_store_post_history:
 * @after_visit_id: visits with larger ids
 * @before: on days before this one
 *
 * Posts the done visits that nobody checked out as sold and paid on their days, one entry a day, and settles them.  The
 * figures of the clients are for the caller to renew.
 */
gboolean
salon_ledger_store_post_history (SalonTx *tx, gint64 after_visit_id, SalonDay before, GError **error)
{
  gint64 first = 0;

  if (!next_id (tx, &first, error))
    return FALSE;
  return run_ints (tx, SQL_POST_HISTORY, (gint64[]){ after_visit_id, before, first }, 3, error)
         && run_ints (tx, SQL_POST_HISTORY_PAID, (gint64[]){ first }, 1, error) && seal_history (tx, first, error)
         && run_ints (tx, SQL_SETTLE, (gint64[]){ after_visit_id, before }, 2, error);
}

/**
 * salon_ledger_store_history_of_visit:
 *
 * Returns: (transfer full): what the history says of one visit, as an entry of its own that balances and is not written;
 *   without postings when it says nothing
 */
SalonLedgerEntry *
salon_ledger_store_history_of_visit (SalonTx *tx, gint64 visit_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_HISTORY_OF_VISIT, error);
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_HISTORY);
  g_autoptr (GError) failure = NULL;
  SalonMoney paid = 0;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, visit_id);
  while (salon_stmt_next (stmt, &failure)) {
    SalonPosting *posting =
        salon_ledger_entry_add (entry, SALON_ACCOUNT_SERVICES, salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1));

    posting->client_id = salon_stmt_get_int (stmt, 2);
    posting->employee_id = salon_stmt_get_int (stmt, 3);
    posting->visit_line_id = salon_stmt_get_int (stmt, 4);
    posting->sold = salon_stmt_get_int (stmt, 5);
    entry->day = (SalonDay) salon_stmt_get_int (stmt, 6);
    paid -= posting->amount;
  }
  if (!salon_stmt_finish (g_steal_pointer (&failure), error))
    return NULL;
  salon_ledger_entry_add (entry, SALON_ACCOUNT_HISTORY, 0, paid);
  return g_steal_pointer (&entry);
}

/* ---- is it sound? */

static gboolean
collect (SalonTx *tx, const char *sql, GPtrArray *findings, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (findings, salon_stmt_dup_text (stmt, 0));
  return salon_stmt_finish (g_steal_pointer (&failure), error);
}

/**
 * salon_ledger_store_check:
 * @findings: (element-type utf8): gets a sentence for each entry, receipt or number that is not as it must be
 */
gboolean
salon_ledger_store_check (SalonTx *tx, GPtrArray *findings, GError **error)
{
  return collect (tx, SQL_UNBALANCED, findings, error) && collect (tx, SQL_GAPS, findings, error)
         && collect (tx, SQL_SALES_DIFFER, findings, error);
}
