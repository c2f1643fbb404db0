/* Rows of jobs.  They are no data of the salon: not journalled, not undone. */
#include "model/store/job-store.h"

#include <string.h>

#define SQL_ADD                                                                                   \
  "INSERT INTO job (operation_id, kind, state, cursor, done, skipped, total, request)"            \
  " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
#define SQL_ADD_IDS "INSERT INTO job_items (operation_id, ids) VALUES ($1, $2)"
#define SQL_UPDATE                                                                                \
  "UPDATE job SET state = $2, cursor = $3, done = $4, skipped = $5, total = $6 WHERE operation_id = $1"
#define SQL_GET                                                                                   \
  "SELECT operation_id, kind, state, cursor, done, skipped, total, request FROM job WHERE operation_id = $1"
#define SQL_IDS     "SELECT ids FROM job_items WHERE operation_id = $1"
#define SQL_RUNNING "SELECT operation_id FROM job WHERE state = 1 ORDER BY operation_id"

/**
 * salon_job_row_free: frees a row
 */
void
salon_job_row_free (SalonJobRow *self)
{
  g_free (self->kind);
  g_free (self->request);
  g_free (self);
}

/* Ids as bytes that mean the same on every machine. */
static GBytes *
pack (const GArray *ids)
{
  gint64 *bytes = g_new (gint64, ids->len);

  for (guint i = 0; i < ids->len; i++)
    bytes[i] = GINT64_TO_LE (g_array_index (ids, gint64, i));
  return g_bytes_new_take (bytes, ids->len * sizeof (gint64));
}

static GArray *
unpack (GBytes *bytes)
{
  gsize size = 0;
  const gint64 *data = g_bytes_get_data (bytes, &size);
  guint n = (guint) (size / sizeof (gint64));
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  g_array_append_vals (ids, data, n);
  for (guint i = 0; i < n; i++)
    g_array_index (ids, gint64, i) = GINT64_FROM_LE (g_array_index (ids, gint64, i));
  return ids;
}

static gboolean
add_ids (SalonTx *tx, gint64 operation, const GArray *ids, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ADD_IDS, error);
  g_autoptr (GBytes) bytes = pack (ids);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, operation);
  salon_stmt_blob (stmt, 2, bytes);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_job_store_add:
 * @ids: (nullable) (element-type gint64): what was chosen when it began
 */
gboolean
salon_job_store_add (SalonTx *tx, const SalonJobRow *row, GArray *ids, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ADD, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, row->operation);
  salon_stmt_text (stmt, 2, row->kind);
  salon_stmt_int (stmt, 3, row->state);
  salon_stmt_int (stmt, 4, row->cursor);
  salon_stmt_int (stmt, 5, row->done);
  salon_stmt_int (stmt, 6, row->skipped);
  salon_stmt_int (stmt, 7, row->total);
  salon_stmt_text (stmt, 8, row->request);
  return salon_stmt_run (stmt, error) && (ids == NULL || add_ids (tx, row->operation, ids, error));
}

/**
 * salon_job_store_update: how far it has come
 */
gboolean
salon_job_store_update (SalonTx *tx, const SalonJobRow *row, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_UPDATE, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, row->operation);
  salon_stmt_int (stmt, 2, row->state);
  salon_stmt_int (stmt, 3, row->cursor);
  salon_stmt_int (stmt, 4, row->done);
  salon_stmt_int (stmt, 5, row->skipped);
  salon_stmt_int (stmt, 6, row->total);
  return salon_stmt_run (stmt, error);
}

static SalonJobRow *
read_row (SalonStmt *stmt)
{
  SalonJobRow *row = g_new0 (SalonJobRow, 1);

  row->operation = salon_stmt_get_int (stmt, 0);
  row->kind = salon_stmt_dup_text (stmt, 1);
  row->state = (SalonJobState) salon_stmt_get_int (stmt, 2);
  row->cursor = salon_stmt_get_int (stmt, 3);
  row->done = salon_stmt_get_int (stmt, 4);
  row->skipped = salon_stmt_get_int (stmt, 5);
  row->total = salon_stmt_get_int (stmt, 6);
  row->request = salon_stmt_dup_text (stmt, 7);
  return row;
}

/**
 * salon_job_store_get:
 * @row: (out) (transfer full) (nullable): %NULL when the operation is no job
 */
gboolean
salon_job_store_get (SalonTx *tx, gint64 operation, SalonJobRow **row, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_GET, error);
  GError *failure = NULL;

  *row = NULL;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, operation);
  if (salon_stmt_next (stmt, &failure))
    *row = read_row (stmt);
  return salon_stmt_finish (failure, error);
}

/**
 * salon_job_store_ids:
 *
 * Returns: (transfer full) (element-type gint64): what was chosen when the job began; none if it chose nothing
 */
GArray *
salon_job_store_ids (SalonTx *tx, gint64 operation, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_IDS, error);
  g_autoptr (GBytes) bytes = NULL;
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, operation);
  if (salon_stmt_next (stmt, &failure))
    bytes = salon_stmt_dup_blob (stmt, 0);
  if (!salon_stmt_finish (failure, error))
    return NULL;
  return bytes != NULL ? unpack (bytes) : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * salon_job_store_running:
 *
 * Returns: (transfer full) (element-type gint64): operations of jobs that did not come to their end, oldest first
 */
GArray *
salon_job_store_running (SalonTx *tx, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_RUNNING, error);

  return stmt != NULL ? salon_stmt_read_ids (stmt, error) : NULL;
}
