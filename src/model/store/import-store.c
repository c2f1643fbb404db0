/* What imports ask and keep. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/store/import-store.h"
#include "model/store/journal.h"

#define SQL_ADD                                                                                   \
  "INSERT INTO import_batch (operation_id, file_name, subject, strategy, origin, mapping, user_id, begun_at)" \
  " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
#define SQL_PROGRESS                                                                              \
  "UPDATE import_batch SET n_new = $2, n_updated = $3, n_duplicates = $4, n_rejected = $5, n_empty = $6," \
  " ended_at = $7 WHERE id = $1"
#define SQL_ROLLED_BACK "UPDATE import_batch SET rolled_back_at = $2, n_kept = $3 WHERE id = $1"
#define SQL_BATCH                                                                                 \
  "SELECT id, operation_id, file_name, subject, strategy, origin, mapping, user_id, begun_at, ended_at," \
  " n_new, n_updated, n_duplicates, n_rejected, n_empty, rolled_back_at, n_kept FROM import_batch "
#define SQL_BATCHES   SQL_BATCH "ORDER BY id DESC"
#define SQL_BATCH_OF  SQL_BATCH "WHERE operation_id = $1"
#define SQL_REMEMBER                                                                              \
  "INSERT INTO import_mapping (signature, mapping, used_at) VALUES ($1, $2, $3)"                  \
  " ON CONFLICT (signature) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at"
#define SQL_RECALL     "SELECT mapping FROM import_mapping WHERE signature = $1"
#define SQL_WITH_PHONE "SELECT DISTINCT client_id FROM client_phone WHERE e164 = $1 ORDER BY client_id LIMIT 20"
#define SQL_WITH_EMAIL "SELECT id FROM client WHERE email = $1 ORDER BY id LIMIT 20"
#define SQL_WITH_NAME  "SELECT client_id FROM client_stat WHERE archived = 0 AND name_key = $1 ORDER BY client_id LIMIT 50"
#define SQL_WITH_EXTERNAL_ID "SELECT client_id FROM external_id WHERE origin = $1 AND value = $2"
#define SQL_HAS_EXTERNAL_ID "SELECT 1 FROM external_id WHERE client_id = $1 AND origin = $2 LIMIT 1"
#define SQL_HAS_LINE                                                                              \
  "SELECT 1 FROM visit v JOIN visit_line l ON l.visit_id = v.id"                                  \
  " WHERE v.client_id = $1 AND v.day = $2 AND l.start_min = $3 AND l.service_id = $4 LIMIT 1"
#define SQL_TOUCHED                                                                               \
  "SELECT DISTINCT entity_id FROM journal WHERE operation_id = $1 AND entity = $2 UNION "         \
  "SELECT o.entity_id FROM journal j JOIN journal_owner o ON o.journal_id = j.id"                 \
  " WHERE j.operation_id = $1 AND o.entity = $2 ORDER BY 1"
#define SQL_CHANGES                                                                               \
  "SELECT j.id, j.entity, j.entity_id, p.before, p.after"                                         \
  "  FROM journal j LEFT JOIN journal_payload p ON p.journal_id = j.id"                           \
  " WHERE j.operation_id = $1"                                                                    \
  "   AND j.id IN (SELECT id FROM journal WHERE entity = $2 AND entity_id = $3 UNION"             \
  "                SELECT journal_id FROM journal_owner WHERE entity = $2 AND entity_id = $3)"    \
  " ORDER BY j.id DESC"
#define SQL_N_VISITS                                                                              \
  "SELECT count (*) FROM visit v WHERE v.client_id = $1 AND NOT EXISTS ("                         \
  "  SELECT 1 FROM journal j JOIN journal_payload p ON p.journal_id = j.id"                       \
  "   WHERE j.entity = 'visit' AND j.entity_id = v.id AND j.operation_id = $2 AND p.before IS NULL)"

/**
 * salon_import_batch_free: frees one
 */
void
salon_import_batch_free (SalonImportBatch *self)
{
  g_free (self->file_name);
  g_free (self->origin);
  g_free (self->mapping);
  g_free (self);
}

/**
 * salon_import_store_add:
 * @batch: gets its id
 */
gboolean
salon_import_store_add (SalonTx *tx, SalonImportBatch *batch, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ADD, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, batch->operation);
  salon_stmt_text (stmt, 2, batch->file_name);
  salon_stmt_int (stmt, 3, batch->subject);
  salon_stmt_int (stmt, 4, batch->strategy);
  salon_stmt_text (stmt, 5, batch->origin);
  salon_stmt_text (stmt, 6, batch->mapping);
  salon_stmt_int (stmt, 7, batch->user_id);
  salon_stmt_int (stmt, 8, batch->begun_at);
  if (!salon_stmt_run (stmt, error))
    return FALSE;
  batch->id = salon_tx_last_id (tx);
  salon_tx_changed (tx, "import", batch->id);
  return TRUE;
}

/**
 * salon_import_store_progress: writes the counts and the end of an import
 */
gboolean
salon_import_store_progress (SalonTx *tx, const SalonImportBatch *batch, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PROGRESS, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, batch->id);
  for (int i = 0; i < 5; i++)
    salon_stmt_int (stmt, i + 2, batch->counts[i]);
  salon_stmt_int_or_null (stmt, 7, batch->ended_at);
  salon_tx_changed (tx, "import", batch->id);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_import_store_rolled_back: writes when an import was rolled back, and how much was kept
 */
gboolean
salon_import_store_rolled_back (SalonTx *tx, const SalonImportBatch *batch, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ROLLED_BACK, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, batch->id);
  salon_stmt_int_or_null (stmt, 2, batch->rolled_back_at);
  salon_stmt_int (stmt, 3, batch->n_kept);
  salon_tx_changed (tx, "import", batch->id);
  return salon_stmt_run (stmt, error);
}

static SalonImportBatch *
read_batch (SalonStmt *stmt)
{
  SalonImportBatch *batch = g_new0 (SalonImportBatch, 1);

  batch->id = salon_stmt_get_int (stmt, 0);
  batch->operation = salon_stmt_get_int (stmt, 1);
  batch->file_name = salon_stmt_dup_text (stmt, 2);
  batch->subject = salon_stmt_get_int (stmt, 3);
  batch->strategy = salon_stmt_get_int (stmt, 4);
  batch->origin = salon_stmt_dup_text (stmt, 5);
  batch->mapping = salon_stmt_dup_text (stmt, 6);
  batch->user_id = salon_stmt_get_int (stmt, 7);
  batch->begun_at = salon_stmt_get_int (stmt, 8);
  batch->ended_at = salon_stmt_get_int (stmt, 9);
  for (int i = 0; i < 5; i++)
    batch->counts[i] = salon_stmt_get_int (stmt, 10 + i);
  batch->rolled_back_at = salon_stmt_get_int (stmt, 15);
  batch->n_kept = salon_stmt_get_int (stmt, 16);
  return batch;
}

/**
 * salon_import_store_batches:
 *
 * Returns: (transfer full) (element-type SalonImportBatch): all imports, the newest first
 */
GPtrArray *
salon_import_store_batches (SalonTx *tx, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_BATCHES, error);
  g_autoptr (GPtrArray) batches = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_import_batch_free);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (batches, read_batch (stmt));
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&batches) : NULL;
}

/**
 * salon_import_store_batch_of:
 * @batch: (out) (transfer full) (nullable): the import; %NULL if the operation is something else
 */
gboolean
salon_import_store_batch_of (SalonTx *tx, gint64 operation, SalonImportBatch **batch, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_BATCH_OF, error);
  GError *failure = NULL;

  *batch = NULL;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, operation);
  if (salon_stmt_next (stmt, &failure))
    *batch = read_batch (stmt);
  return salon_stmt_finish (failure, error);
}

/**
 * salon_import_store_remember: keeps what the columns of a sheet with these headings are
 */
gboolean
salon_import_store_remember (SalonTx *tx, const char *signature, const char *mapping, gint64 now, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_REMEMBER, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_text (stmt, 1, signature);
  salon_stmt_text (stmt, 2, mapping);
  salon_stmt_int (stmt, 3, now);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_import_store_recall:
 * @mapping: (out) (transfer full) (nullable): what was kept; %NULL if there was never such a sheet
 */
gboolean
salon_import_store_recall (SalonTx *tx, const char *signature, char **mapping, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_RECALL, error);
  GError *failure = NULL;

  *mapping = NULL;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_text (stmt, 1, signature);
  if (salon_stmt_next (stmt, &failure))
    *mapping = salon_stmt_dup_text (stmt, 0);
  return salon_stmt_finish (failure, error);
}

/* ---- whom a row is about */

static GArray *
ids_with (SalonTx *tx, const char *sql, const char *value, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_text (stmt, 1, value);
  return salon_stmt_read_ids (stmt, error);
}

/**
 * salon_import_store_with_phone:
 *
 * Returns: (transfer full) (element-type gint64): who has just this number, in the archive, too; at most 20
 */
GArray *
salon_import_store_with_phone (SalonTx *tx, const char *e164, GError **error)
{
  return ids_with (tx, SQL_WITH_PHONE, e164, error);
}

/**
 * salon_import_store_with_email:
 *
 * Returns: (transfer full) (element-type gint64): who has just this address, in the archive, too; at most 20
 */
GArray *
salon_import_store_with_email (SalonTx *tx, const char *email, GError **error)
{
  return ids_with (tx, SQL_WITH_EMAIL, email, error);
}

/**
 * salon_import_store_with_name:
 * @name_key: of the name as lists show it, see salon_text_collation_key()
 *
 * Returns: (transfer full) (element-type gint64): who is called so, but archived ones; at most 50
 */
GArray *
salon_import_store_with_name (SalonTx *tx, const char *name_key, GError **error)
{
  return ids_with (tx, SQL_WITH_NAME, name_key, error);
}

/**
 * salon_import_store_with_external_id:
 * @client_id: (out): 0 if nobody has it
 */
gboolean
salon_import_store_with_external_id (SalonTx *tx, const char *origin, const char *value, gint64 *client_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_WITH_EXTERNAL_ID, error);
  GError *failure = NULL;

  *client_id = 0;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_text (stmt, 1, origin);
  salon_stmt_text (stmt, 2, value);
  if (salon_stmt_next (stmt, &failure))
    *client_id = salon_stmt_get_int (stmt, 0);
  return salon_stmt_finish (failure, error);
}

/**
 * salon_import_store_has_external_id:
 * @has: (out): whether a client is known under some number in this other program
 */
gboolean
salon_import_store_has_external_id (SalonTx *tx, gint64 client_id, const char *origin, gboolean *has, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_HAS_EXTERNAL_ID, error);
  GError *failure = NULL;

  *has = FALSE;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_text (stmt, 2, origin);
  *has = salon_stmt_next (stmt, &failure);
  return salon_stmt_finish (failure, error);
}

/**
 * salon_import_store_has_line:
 * @start_min: absolute wall minute
 * @found: (out): whether the client has had this service at that time already
 */
gboolean
salon_import_store_has_line (SalonTx *tx, gint64 client_id, SalonDay day, gint64 start_min, gint64 service_id, gboolean *found,
                             GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_HAS_LINE, error);
  GError *failure = NULL;

  *found = FALSE;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_int (stmt, 2, day);
  salon_stmt_int (stmt, 3, start_min);
  salon_stmt_int (stmt, 4, service_id);
  *found = salon_stmt_next (stmt, &failure);
  return salon_stmt_finish (failure, error);
}

/* ---- what an import did */

/**
 * salon_import_store_touched:
 * @entity: "client"
 *
 * Returns: (transfer full) (element-type gint64): those of the kind that the operation made or changed, themselves or in
 *   what belongs to them
 */
GArray *
salon_import_store_touched (SalonTx *tx, gint64 operation, const char *entity, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_TOUCHED, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, operation);
  salon_stmt_text (stmt, 2, entity);
  return salon_stmt_read_ids (stmt, error);
}

/**
 * salon_import_store_changes:
 *
 * Returns: (transfer full) (element-type SalonJournalRow): what the operation did to one of a kind and to what belongs to
 *   it, the last change first
 */
GPtrArray *
salon_import_store_changes (SalonTx *tx, gint64 operation, const char *entity, gint64 id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_CHANGES, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_journal_row_free);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, operation);
  salon_stmt_text (stmt, 2, entity);
  salon_stmt_int (stmt, 3, id);
  while (salon_stmt_next (stmt, &failure)) {
    SalonJournalRow *row = g_new0 (SalonJournalRow, 1);

    row->id = salon_stmt_get_int (stmt, 0);
    row->operation_id = operation;
    row->entity = salon_stmt_dup_text (stmt, 1);
    row->entity_id = salon_stmt_get_int (stmt, 2);
    row->before = salon_stmt_dup_text (stmt, 3);
    row->after = salon_stmt_dup_text (stmt, 4);
    g_ptr_array_add (rows, row);
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * salon_import_store_n_visits:
 * @except_operation: what this one made does not count
 * @n: (out): how many visits a client has, of any state
 */
gboolean
salon_import_store_n_visits (SalonTx *tx, gint64 client_id, gint64 except_operation, gint64 *n, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_N_VISITS, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_int (stmt, 2, except_operation);
  return salon_stmt_read_int (stmt, n, error);
}
