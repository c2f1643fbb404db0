/* Rows of the log of exports, and the parts of their files. */
#include "config.h"

#include "model/store/export-store.h"

#define SQL_ADD                                                                                   \
  "INSERT INTO export_log (at, user_id, kind, format, ticked, filter, told, columns, n_rows, file_name, title, spec)" \
  " VALUES ($1, $2, CASE WHEN $11 IS NULL THEN 'clients' ELSE 'report' END, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
#define SQL_COMPLETE                                                                              \
  "UPDATE export_log SET n_rows = $2, size = $3, sha256 = $4, complete = 1 WHERE id = $1"
#define SQL_COLUMNS                                                                               \
  "SELECT id, at, user_id, format, ticked, filter, told, columns, n_rows, file_name, size, sha256, complete," \
  "       removed_at, removed_by_id, title, spec FROM export_log "
#define SQL_GET         SQL_COLUMNS "WHERE id = $1"
#define SQL_LIST        SQL_COLUMNS "ORDER BY id DESC LIMIT $1"
#define SQL_LIST_OF     SQL_COLUMNS "WHERE user_id = $2 ORDER BY id DESC LIMIT $1"
#define SQL_REMOVE      "DELETE FROM export_log WHERE id = $1"
#define SQL_SET_REMOVED "UPDATE export_log SET removed_at = $2, removed_by_id = $3 WHERE id = $1"
#define SQL_DUE                                                                                   \
  "SELECT id FROM export_log WHERE removed_at IS NULL AND (format <> 7 OR complete = 0)"          \
  " AND at < CASE complete WHEN 1 THEN $1 ELSE $2 END ORDER BY at LIMIT 1"
#define SQL_ADD_PART    "INSERT INTO export_file (export_id, part, data) VALUES ($1, $2, $3)"
#define SQL_PART        "SELECT data FROM export_file WHERE export_id = $1 AND part = $2"
#define SQL_DROP_PARTS                                                                            \
  "DELETE FROM export_file WHERE rowid IN"                                                        \
  " (SELECT rowid FROM export_file WHERE export_id = $1 ORDER BY part DESC LIMIT $2)"

/**
 * salon_export_store_add:
 * @entry: gets its id; what only a complete one has is left out
 */
gboolean
salon_export_store_add (SalonTx *tx, SalonExportEntry *entry, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ADD, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, entry->at);
  salon_stmt_int (stmt, 2, entry->user_id);
  salon_stmt_int (stmt, 3, entry->format);
  salon_stmt_int (stmt, 4, entry->ticked);
  salon_stmt_text (stmt, 5, entry->filter);
  salon_stmt_text (stmt, 6, entry->told);
  salon_stmt_text (stmt, 7, entry->columns);
  salon_stmt_int (stmt, 8, entry->n_rows);
  salon_stmt_text (stmt, 9, entry->file_name);
  salon_stmt_text (stmt, 10, entry->title);
  salon_stmt_text (stmt, 11, entry->spec);
  if (!salon_stmt_run (stmt, error))
    return FALSE;
  entry->id = salon_tx_last_id (tx);
  return TRUE;
}

/**
 * salon_export_store_complete:
 * @entry: with the rows, the size and the digest of the file
 *
 * From now on the row does not change any more, but that the file is removed.
 */
gboolean
salon_export_store_complete (SalonTx *tx, const SalonExportEntry *entry, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_COMPLETE, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, entry->id);
  salon_stmt_int (stmt, 2, entry->n_rows);
  salon_stmt_int (stmt, 3, entry->size);
  salon_stmt_text (stmt, 4, entry->sha256);
  return salon_stmt_run (stmt, error);
}

static SalonExportEntry *
read_entry (SalonStmt *stmt)
{
  SalonExportEntry *entry = g_new0 (SalonExportEntry, 1);

  entry->id = salon_stmt_get_int (stmt, 0);
  entry->at = salon_stmt_get_int (stmt, 1);
  entry->user_id = salon_stmt_get_int (stmt, 2);
  entry->format = (SalonExportFormat) salon_stmt_get_int (stmt, 3);
  entry->ticked = salon_stmt_get_int (stmt, 4) != 0;
  entry->filter = salon_stmt_dup_text (stmt, 5);
  entry->told = salon_stmt_dup_text (stmt, 6);
  entry->columns = salon_stmt_dup_text (stmt, 7);
  entry->n_rows = salon_stmt_get_int (stmt, 8);
  entry->file_name = salon_stmt_dup_text (stmt, 9);
  entry->size = salon_stmt_get_int (stmt, 10);
  entry->sha256 = salon_stmt_dup_text (stmt, 11);
  entry->complete = salon_stmt_get_int (stmt, 12) != 0;
  entry->removed_at = salon_stmt_get_int (stmt, 13);
  entry->removed_by_id = salon_stmt_get_int (stmt, 14);
  entry->title = salon_stmt_dup_text (stmt, 15);
  entry->spec = salon_stmt_dup_text (stmt, 16);
  return entry;
}

/**
 * salon_export_store_get:
 * @entry: (out) (transfer full) (nullable): %NULL when there is none
 */
gboolean
salon_export_store_get (SalonTx *tx, gint64 id, SalonExportEntry **entry, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_GET, error);
  GError *failure = NULL;

  *entry = NULL;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, id);
  if (salon_stmt_next (stmt, &failure))
    *entry = read_entry (stmt);
  return salon_stmt_finish (failure, error);
}

/**
 * salon_export_store_list:
 * @user_id: only what this user exported; -1 = all
 *
 * Returns: (transfer full) (element-type SalonExportEntry): the newest @limit, newest first
 */
GPtrArray *
salon_export_store_list (SalonTx *tx, gint64 user_id, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_export_entry_free);
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, user_id >= 0 ? SQL_LIST_OF : SQL_LIST, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, limit);
  if (user_id >= 0)
    salon_stmt_int (stmt, 2, user_id);
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (entries, read_entry (stmt));
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&entries) : NULL;
}

/**
 * salon_export_store_remove: takes away a row that is not complete and keeps no parts
 */
gboolean
salon_export_store_remove (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_REMOVE, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, id);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_export_store_set_removed:
 * @user_id: who removed the file; 0 = its time was over
 */
gboolean
salon_export_store_set_removed (SalonTx *tx, gint64 id, gint64 at, gint64 user_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_SET_REMOVED, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, id);
  salon_stmt_int (stmt, 2, at);
  salon_stmt_int_or_null (stmt, 3, user_id);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_export_store_due:
 * @kept_since: files of older exports need not be kept any more, UTC microseconds; paper has none
 * @begun_since: older exports that are not complete were broken off
 * @id: (out): the oldest such export; 0 = none
 */
gboolean
salon_export_store_due (SalonTx *tx, gint64 kept_since, gint64 begun_since, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_DUE, error);
  GError *failure = NULL;

  *id = 0;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, kept_since);
  salon_stmt_int (stmt, 2, begun_since);
  if (salon_stmt_next (stmt, &failure))
    *id = salon_stmt_get_int (stmt, 0);
  return salon_stmt_finish (failure, error);
}

/* ---- files */

/**
 * salon_export_store_add_part:
 * @part: counted from 0
 * @data: 1 to %SALON_EXPORT_PART_SIZE bytes
 */
gboolean
salon_export_store_add_part (SalonTx *tx, gint64 id, gint64 part, GBytes *data, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ADD_PART, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, id);
  salon_stmt_int (stmt, 2, part);
  salon_stmt_blob (stmt, 3, data);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_export_store_part:
 * @data: (out) (transfer full) (nullable): %NULL behind the last part
 */
gboolean
salon_export_store_part (SalonTx *tx, gint64 id, gint64 part, GBytes **data, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PART, error);
  GError *failure = NULL;

  *data = NULL;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, id);
  salon_stmt_int (stmt, 2, part);
  if (salon_stmt_next (stmt, &failure))
    *data = salon_stmt_dup_blob (stmt, 0);
  return salon_stmt_finish (failure, error);
}

/**
 * salon_export_store_drop_parts:
 * @limit: so many at most
 * @n: (out): how many went
 */
gboolean
salon_export_store_drop_parts (SalonTx *tx, gint64 id, guint limit, guint *n, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_DROP_PARTS, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, id);
  salon_stmt_int (stmt, 2, limit);
  if (!salon_stmt_run (stmt, error))
    return FALSE;
  *n = (guint) salon_tx_n_affected (tx);
  return TRUE;
}
