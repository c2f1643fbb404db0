/* Heads that are chained by hash and never change, and payloads that may be emptied. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/digest.h"
#include "model/store/journal.h"
#include "model/store/stmt.h"

#define DIGEST_SIZE SALON_DIGEST_SIZE
#define SALT_SIZE   SALON_SALT_SIZE

#define SQL_LAST_CHAIN "SELECT chain FROM journal ORDER BY id DESC LIMIT 1"
#define SQL_HEAD                                                                                  \
  "INSERT INTO journal (operation_id, entity, entity_id, digest, chain) VALUES ($1, $2, $3, $4, $5)"
#define SQL_PAYLOAD "INSERT INTO journal_payload (journal_id, salt, before, after) VALUES ($1, $2, $3, $4)"
#define SQL_COLUMNS                                                                               \
  "SELECT j.id, j.operation_id, j.entity, j.entity_id, p.before, p.after"                         \
  "  FROM journal j LEFT JOIN journal_payload p ON p.journal_id = j.id "
#define SQL_OF_OPERATION SQL_COLUMNS "WHERE j.operation_id = $1 ORDER BY j.id DESC"
#define SQL_PAGE_OF_OPERATION SQL_COLUMNS "WHERE j.operation_id = $1 AND j.id < $2 ORDER BY j.id DESC LIMIT $3"
#define SQL_COUNT        "SELECT count (*) FROM journal WHERE operation_id = $1"
#define SQL_OF_ENTITY    SQL_COLUMNS "WHERE j.entity = $1 AND j.entity_id = $2 ORDER BY j.id DESC LIMIT $3"
#define SQL_CONCERNING                                                                            \
  SQL_COLUMNS "WHERE j.id IN (SELECT id FROM journal WHERE entity = $1 AND entity_id = $2 UNION"  \
              " SELECT journal_id FROM journal_owner WHERE entity = $1 AND entity_id = $2)"       \
              " ORDER BY j.id DESC LIMIT $3"
#define SQL_COUNT_CONCERNING                                                                      \
  "SELECT count (*) FROM (SELECT id FROM journal WHERE entity = $1 AND entity_id = $2 UNION"      \
  " SELECT journal_id FROM journal_owner WHERE entity = $1 AND entity_id = $2)"
#define SQL_OWNER                                                                                 \
  "INSERT INTO journal_owner (entity, entity_id, journal_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
#define SQL_OPERATION                                                                             \
  "SELECT o.id, o.name, o.user_id, o.at, o.undoes,"                                               \
  "       (SELECT u.id FROM operation u WHERE u.undoes = o.id)"                                   \
  "  FROM operation o WHERE o.id = $1"
#define SQL_CHECK                                                                                 \
  "SELECT j.id, j.operation_id, j.entity, j.entity_id, j.digest, j.chain, p.salt, p.before, p.after," \
  "       p.journal_id IS NOT NULL AND (p.before IS NOT NULL OR p.after IS NOT NULL)"             \
  "  FROM journal j LEFT JOIN journal_payload p ON p.journal_id = j.id ORDER BY j.id"

static void
digest_of (const guint8 *salt, const char *before, const char *after, guint8 *result)
{
  SalonDigest *digest = salon_digest_new ();

  salon_digest_add_bytes (digest, salt, SALT_SIZE);
  salon_digest_add_text (digest, before);
  salon_digest_add_text (digest, after);
  salon_digest_finish (digest, result);
}

static void
chain_of (const guint8 *previous, gint64 operation, const char *entity, gint64 id, const guint8 *payload, guint8 *chain)
{
  SalonDigest *digest = salon_digest_new ();

  salon_digest_add_bytes (digest, previous, DIGEST_SIZE);
  salon_digest_add_int (digest, operation);
  salon_digest_add_text (digest, entity);
  salon_digest_add_int (digest, id);
  salon_digest_add_bytes (digest, payload, DIGEST_SIZE);
  salon_digest_finish (digest, chain);
}

static gboolean
last_chain (SalonTx *tx, guint8 *chain, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_LAST_CHAIN, error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  memset (chain, 0, DIGEST_SIZE);
  if (salon_stmt_next (stmt, &failure)) {
    g_autoptr (GBytes) bytes = salon_stmt_dup_blob (stmt, 0);

    if (bytes != NULL && g_bytes_get_size (bytes) == DIGEST_SIZE)
      memcpy (chain, g_bytes_get_data (bytes, NULL), DIGEST_SIZE);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * salon_journal_head:
 *
 * Returns: (transfer full): the head of the chain now, hexadecimal: who wrote it down can prove later that nothing before
 *   was changed
 */
char *
salon_journal_head (SalonTx *tx, GError **error)
{
  guint8 chain[DIGEST_SIZE];
  GString *text = NULL;

  if (!last_chain (tx, chain, error))
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < DIGEST_SIZE; i++)
    g_string_append_printf (text, "%02x", chain[i]);
  return g_string_free (text, FALSE);
}

static gboolean
write_head (SalonTx *tx, const char *entity, gint64 entity_id, const guint8 *digest, const guint8 *chain, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_HEAD, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, salon_tx_operation (tx));
  salon_stmt_text (stmt, 2, entity);
  salon_stmt_int (stmt, 3, entity_id);
  salon_stmt_bytes (stmt, 4, digest, DIGEST_SIZE);
  salon_stmt_bytes (stmt, 5, chain, DIGEST_SIZE);
  return salon_stmt_run (stmt, error);
}

static gboolean
write_payload (SalonTx *tx, const guint8 *salt, const char *before, const char *after, GError **error)
{
  gint64 head = salon_tx_last_id (tx);
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PAYLOAD, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, head);
  salon_stmt_bytes (stmt, 2, salt, SALT_SIZE);
  salon_stmt_text (stmt, 3, before);
  salon_stmt_text (stmt, 4, after);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_journal_write:
 * @before: (nullable): JSON of the row before; %NULL for an insert
 * @after: (nullable): JSON of the row after; %NULL for a delete
 * @id: (out) (optional): of the row in the journal; 0 if none was written
 *
 * Called by the repository for each changed row.  Upkeep without an operation leaves no trace.
 */
gboolean
salon_journal_write (SalonTx *tx, const char *entity, gint64 entity_id, const char *before, const char *after,
                     gint64 *id, GError **error)
{
  guint8 salt[SALT_SIZE];
  guint8 digest[DIGEST_SIZE];
  guint8 previous[DIGEST_SIZE];
  guint8 chain[DIGEST_SIZE];

  if (id != NULL)
    *id = 0;
  if (salon_tx_operation (tx) == 0)
    return TRUE;
  if (!last_chain (tx, previous, error))
    return FALSE;
  salon_salt (salt);
  digest_of (salt, before, after, digest);
  chain_of (previous, salon_tx_operation (tx), entity, entity_id, digest, chain);
  if (!write_head (tx, entity, entity_id, digest, chain, error))
    return FALSE;
  if (id != NULL)
    *id = salon_tx_last_id (tx);
  return write_payload (tx, salt, before, after, error);
}

/**
 * salon_journal_add_owner: notes that a row of the journal concerns the owner of what was changed, too
 */
gboolean
salon_journal_add_owner (SalonTx *tx, gint64 journal_id, const char *entity, gint64 entity_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = NULL;

  if (journal_id == 0)
    return TRUE;
  stmt = salon_tx_prepare (tx, SQL_OWNER, error);
  if (stmt == NULL)
    return FALSE;
  salon_stmt_text (stmt, 1, entity);
  salon_stmt_int (stmt, 2, entity_id);
  salon_stmt_int (stmt, 3, journal_id);
  return salon_stmt_run (stmt, error);
}

static GPtrArray *
read_rows (SalonStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_journal_row_free);
  g_autoptr (GError) failure = NULL;

  while (salon_stmt_next (stmt, &failure)) {
    SalonJournalRow *row = g_new0 (SalonJournalRow, 1);

    row->id = salon_stmt_get_int (stmt, 0);
    row->operation_id = salon_stmt_get_int (stmt, 1);
    row->entity = salon_stmt_dup_text (stmt, 2);
    row->entity_id = salon_stmt_get_int (stmt, 3);
    row->before = salon_stmt_dup_text (stmt, 4);
    row->after = salon_stmt_dup_text (stmt, 5);
    g_ptr_array_add (rows, row);
  }
  if (failure == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * salon_journal_of_operation:
 *
 * Returns: (transfer full) (element-type SalonJournalRow): what @operation changed, last change first
 */
GPtrArray *
salon_journal_of_operation (SalonTx *tx, gint64 operation, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_OF_OPERATION, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, operation);
  return read_rows (stmt, error);
}

/**
 * salon_journal_page_of_operation:
 * @before: only rows older than this one; %G_MAXINT64 = from the last one on
 *
 * Returns: (transfer full) (element-type SalonJournalRow): the next @limit changes of @operation, last change first
 */
GPtrArray *
salon_journal_page_of_operation (SalonTx *tx, gint64 operation, gint64 before, guint limit, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PAGE_OF_OPERATION, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, operation);
  salon_stmt_int (stmt, 2, before);
  salon_stmt_int (stmt, 3, limit);
  return read_rows (stmt, error);
}

/**
 * salon_journal_count:
 * @n: (out): how many rows @operation changed, one changed twice counted twice
 */
gboolean
salon_journal_count (SalonTx *tx, gint64 operation, gint64 *n, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_COUNT, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, operation);
  return salon_stmt_read_int (stmt, n, error);
}

static GPtrArray *
read_of (SalonTx *tx, const char *sql, const char *entity, gint64 entity_id, guint limit, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_text (stmt, 1, entity);
  salon_stmt_int (stmt, 2, entity_id);
  salon_stmt_int (stmt, 3, limit);
  return read_rows (stmt, error);
}

/**
 * salon_journal_of_entity:
 *
 * Returns: (transfer full) (element-type SalonJournalRow): the newest @limit changes of one row
 */
GPtrArray *
salon_journal_of_entity (SalonTx *tx, const char *entity, gint64 entity_id, guint limit, GError **error)
{
  return read_of (tx, SQL_OF_ENTITY, entity, entity_id, limit, error);
}

/**
 * salon_journal_concerning:
 *
 * Returns: (transfer full) (element-type SalonJournalRow): the newest @limit changes of one row and of
 *   what belongs to it: of a client her phones, tags and visits, too
 */
GPtrArray *
salon_journal_concerning (SalonTx *tx, const char *entity, gint64 entity_id, guint limit, GError **error)
{
  return read_of (tx, SQL_CONCERNING, entity, entity_id, limit, error);
}

/**
 * salon_journal_count_concerning:
 * @n: (out): how often one row, and what belongs to it, was changed; it never becomes less
 */
gboolean
salon_journal_count_concerning (SalonTx *tx, const char *entity, gint64 entity_id, gint64 *n, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_COUNT_CONCERNING, error);
  GError *failure = NULL;

  *n = 0;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_text (stmt, 1, entity);
  salon_stmt_int (stmt, 2, entity_id);
  if (salon_stmt_next (stmt, &failure))
    *n = salon_stmt_get_int (stmt, 0);
  return salon_stmt_finish (failure, error);
}

/**
 * salon_journal_operation:
 *
 * Returns: (transfer full): the head of @operation; %SALON_ERROR_NOT_FOUND if there is none
 */
SalonOperationRow *
salon_journal_operation (SalonTx *tx, gint64 operation, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_OPERATION, error);
  g_autoptr (GError) failure = NULL;
  SalonOperationRow *row = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, operation);
  if (salon_stmt_next (stmt, &failure)) {
    row = g_new0 (SalonOperationRow, 1);
    row->id = salon_stmt_get_int (stmt, 0);
    row->name = salon_stmt_dup_text (stmt, 1);
    row->user_id = salon_stmt_get_int (stmt, 2);
    row->at = salon_stmt_get_int (stmt, 3);
    row->undoes = salon_stmt_get_int (stmt, 4);
    row->undone_by = salon_stmt_get_int (stmt, 5);
  } else if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
  } else {
    salon_set_error (error, SALON_ERROR_NOT_FOUND, _("This change is not in the log."));
  }
  return row;
}

static gboolean
bytes_are (GBytes *bytes, const guint8 *expected)
{
  return bytes != NULL && g_bytes_get_size (bytes) == DIGEST_SIZE
         && memcmp (g_bytes_get_data (bytes, NULL), expected, DIGEST_SIZE) == 0;
}

static gboolean
row_holds (SalonStmt *stmt, const guint8 *previous)
{
  g_autoptr (GBytes) digest = salon_stmt_dup_blob (stmt, 4);
  g_autoptr (GBytes) chain = salon_stmt_dup_blob (stmt, 5);
  g_autoptr (GBytes) salt = salon_stmt_dup_blob (stmt, 6);
  guint8 expected[DIGEST_SIZE];

  if (digest == NULL || g_bytes_get_size (digest) != DIGEST_SIZE)
    return FALSE;
  chain_of (previous, salon_stmt_get_int (stmt, 1), salon_stmt_get_text (stmt, 2), salon_stmt_get_int (stmt, 3),
            g_bytes_get_data (digest, NULL), expected);
  if (!bytes_are (chain, expected))
    return FALSE;
  if (salon_stmt_get_int (stmt, 9) == 0) /* the payload was erased */
    return TRUE;
  if (salt == NULL || g_bytes_get_size (salt) != SALT_SIZE)
    return FALSE;
  digest_of (g_bytes_get_data (salt, NULL), salon_stmt_get_text (stmt, 7), salon_stmt_get_text (stmt, 8), expected);
  return bytes_are (digest, expected);
}

/**
 * salon_journal_check:
 * @findings: (element-type utf8): gets a line for the first row that was tampered with
 *
 * Recomputes the chain over the whole journal.
 */
gboolean
salon_journal_check (SalonTx *tx, GPtrArray *findings, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_CHECK, error);
  g_autoptr (GError) failure = NULL;
  guint8 previous[DIGEST_SIZE] = { 0 };

  if (stmt == NULL)
    return FALSE;
  while (salon_stmt_next (stmt, &failure)) {
    g_autoptr (GBytes) chain = salon_stmt_dup_blob (stmt, 5);

    if (!row_holds (stmt, previous)) {
      g_ptr_array_add (findings, g_strdup_printf ("journal row %" G_GINT64_FORMAT " was changed",
                                                  salon_stmt_get_int (stmt, 0)));
      return TRUE;
    }
    memcpy (previous, g_bytes_get_data (chain, NULL), DIGEST_SIZE);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * salon_journal_row_free: frees one row
 */
void
salon_journal_row_free (SalonJournalRow *self)
{
  g_free (self->entity);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/**
 * salon_operation_row_free: frees one head
 */
void
salon_operation_row_free (SalonOperationRow *self)
{
  g_free (self->name);
  g_free (self);
}
