/* Transactions and operations. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/store/connection.h"
#include "model/store/tx.h"

#define SQL_FIND_OPERATION "SELECT id, entity_id FROM operation WHERE uuid = $1"
#define SQL_NEW_OPERATION                                                                         \
  "INSERT INTO operation (uuid, name, user_id, at, undoes) VALUES ($1, $2, $3, $4, $5)"
#define SQL_BEGIN_READ  "BEGIN"
#define SQL_BEGIN_WRITE "BEGIN IMMEDIATE"
#define SQL_COMMIT      "COMMIT"
#define SQL_ROLLBACK    "ROLLBACK"
#define SQL_ANSWER "UPDATE operation SET entity_id = $2 WHERE id = $1"

struct _SalonTx {
  SalonDb *db;
  SalonTxOptions options;
  char *where; /* file and line of the outermost BEGIN */
  SalonChangeSet *changes;
  SalonChangeSet *stale; /* what the derive function has to look at */
  gint64 operation;
  gint64 repeat_answer;
  gboolean repeat;
  int savepoints;
  GHashTable *settings; /* as they were read; NULL = not yet, or changed since */
};

static gboolean
run (SalonDb *db, const char *sql, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_stmt_borrow (db, sql, error);

  return stmt != NULL && salon_stmt_run (stmt, error);
}

static void
end (SalonTx *self)
{
  g_assert (sqlite3_get_autocommit (self->db->handle));
  self->db->tx = NULL;
  salon_change_set_unref (self->changes);
  salon_change_set_unref (self->stale);
  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_free (self->where);
  g_free (self);
}

static gboolean
find_repeat (SalonTx *self, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (self, SQL_FIND_OPERATION, error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_text (stmt, 1, self->options.uuid);
  if (salon_stmt_next (stmt, &failure)) {
    self->repeat = TRUE;
    self->operation = salon_stmt_get_int (stmt, 0);
    self->repeat_answer = salon_stmt_get_int (stmt, 1);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
note_operation (SalonTx *self, GError **error)
{
  g_autoptr (SalonStmt) stmt = NULL;

  if (!find_repeat (self, error))
    return FALSE;
  if (self->repeat)
    return TRUE;
  stmt = salon_tx_prepare (self, SQL_NEW_OPERATION, error);
  if (stmt == NULL)
    return FALSE;
  salon_stmt_text (stmt, 1, self->options.uuid);
  salon_stmt_text (stmt, 2, self->options.name);
  salon_stmt_int (stmt, 3, self->options.actor.user_id);
  salon_stmt_int (stmt, 4, salon_clock_now_us (self->options.clock));
  salon_stmt_int_or_null (stmt, 5, self->options.undoes);
  if (!salon_stmt_run (stmt, error))
    return FALSE;
  self->operation = salon_tx_last_id (self);
  return TRUE;
}

/**
 * salon_tx_begin_at:
 * @where: file and line of the caller; use the macro salon_tx_begin()
 *
 * Begins the outermost transaction of @db.  A write transaction with a uuid is an operation: if one
 * with this uuid was committed before, the transaction is a repeat (see salon_tx_is_repeat()).  One that
 * goes on with an operation adds to what that changed.
 *
 * Returns: (transfer full) (nullable): ended by salon_tx_commit() or salon_tx_rollback()
 */
SalonTx *
salon_tx_begin_at (SalonDb *db, const SalonTxOptions *options, const char *where, GError **error)
{
  SalonTx *self = NULL;

  salon_db_assert_owner (db);
  if (db->tx != NULL)
    g_error ("A transaction begun at %s is still open at %s", db->tx->where, where);
  g_assert (options->mode == SALON_TX_READ || db->role == SALON_DB_WRITER);
  if (!run (db, options->mode == SALON_TX_WRITE ? SQL_BEGIN_WRITE : SQL_BEGIN_READ, error))
    return NULL;
  self = g_new0 (SalonTx, 1);
  self->db = db;
  self->options = *options;
  self->where = g_strdup (where);
  self->changes = salon_change_set_new ();
  self->stale = salon_change_set_new ();
  self->operation = options->operation;
  db->tx = self;
  if (options->mode == SALON_TX_READ || options->uuid == NULL || options->operation != 0 || note_operation (self, error))
    return self;
  salon_tx_rollback (self);
  return NULL;
}

/**
 * salon_tx_commit:
 * @self: (transfer full): gone afterwards, also on failure
 * @changes: (out) (optional) (transfer full): what changed
 *
 * Brings derived values up to date, then commits.  A failed COMMIT is an error and rolls back.
 */
gboolean
salon_tx_commit (SalonTx *self, SalonChangeSet **changes, GError **error)
{
  gboolean writes = self->options.mode == SALON_TX_WRITE;

  g_assert (self->savepoints == 0);
  if ((writes && self->db->derive != NULL && salon_change_set_size (self->changes) > 0
       && !self->db->derive (self, error))
      || !run (self->db, SQL_COMMIT, error)) {
    salon_tx_rollback (self);
    return FALSE;
  }
  if (changes != NULL)
    *changes = salon_change_set_ref (self->changes);
  end (self);
  return TRUE;
}

/**
 * salon_tx_rollback:
 * @self: (transfer full): gone afterwards
 */
void
salon_tx_rollback (SalonTx *self)
{
  if (!sqlite3_get_autocommit (self->db->handle))
    run (self->db, SQL_ROLLBACK, NULL);
  end (self);
}

/**
 * salon_tx_savepoint: begins a nested part that can fail alone
 */
gboolean
salon_tx_savepoint (SalonTx *self, GError **error)
{
  if (!salon_db_exec (self->db, "SAVEPOINT part", error))
    return FALSE;
  self->savepoints++;
  return TRUE;
}

/**
 * salon_tx_release: ends the innermost nested part and keeps it
 */
gboolean
salon_tx_release (SalonTx *self, GError **error)
{
  g_assert (self->savepoints > 0);
  self->savepoints--;
  return salon_db_exec (self->db, "RELEASE part", error);
}

/**
 * salon_tx_rollback_to: ends the innermost nested part and takes it back
 */
gboolean
salon_tx_rollback_to (SalonTx *self, GError **error)
{
  g_assert (self->savepoints > 0);
  self->savepoints--;
  salon_tx_keep_settings (self, NULL);
  return salon_db_exec (self->db, "ROLLBACK TO part; RELEASE part", error);
}

/**
 * salon_tx_keep_settings:
 * @settings: (nullable) (element-type utf8 utf8): as they were read; %NULL = they are to be read again
 *
 * One use case asks for the settings many times.
 */
void
salon_tx_keep_settings (SalonTx *self, GHashTable *settings)
{
  g_clear_pointer (&self->settings, g_hash_table_unref);
  if (settings != NULL)
    self->settings = g_hash_table_ref (settings);
}

/**
 * salon_tx_kept_settings:
 *
 * Returns: (transfer none) (nullable) (element-type utf8 utf8): what was kept
 */
GHashTable *
salon_tx_kept_settings (SalonTx *self)
{
  return self->settings;
}

/**
 * salon_tx_prepare:
 * @sql: one statement with $1, $2 …; a constant of the file
 *
 * Returns: (transfer full): a statement ready to bind, from the connection's cache
 */
SalonStmt *
salon_tx_prepare (SalonTx *self, const char *sql, GError **error)
{
  return salon_stmt_borrow (self->db, sql, error);
}

/**
 * salon_tx_prepare_once:
 * @sql: one statement with $1, $2 … that was put together
 *
 * Returns: (transfer full): a statement ready to bind that the cache does not keep
 */
SalonStmt *
salon_tx_prepare_once (SalonTx *self, const char *sql, GError **error)
{
  return salon_stmt_make (self->db, sql, error);
}

/**
 * salon_tx_db:
 *
 * Returns: (transfer none): the connection
 */
SalonDb *
salon_tx_db (SalonTx *self)
{
  return self->db;
}

/**
 * salon_tx_actor:
 *
 * Returns: (transfer none): who does it
 */
const SalonActor *
salon_tx_actor (SalonTx *self)
{
  return &self->options.actor;
}

/**
 * salon_tx_clock:
 *
 * Returns: (transfer none): the only source of time
 */
SalonClock *
salon_tx_clock (SalonTx *self)
{
  return self->options.clock;
}

/**
 * salon_tx_operation:
 *
 * Returns: id of the operation; 0 for reading and upkeep
 */
gint64
salon_tx_operation (SalonTx *self)
{
  return self->operation;
}

/**
 * salon_tx_is_repeat:
 * @entity_id: (out) (optional): what the operation answered the first time
 *
 * Returns: whether an operation with this uuid was committed before: nothing is to be done again
 */
gboolean
salon_tx_is_repeat (SalonTx *self, gint64 *entity_id)
{
  if (entity_id != NULL)
    *entity_id = self->repeat_answer;
  return self->repeat;
}

/**
 * salon_tx_set_answer: keeps what the operation answers, for a repeat
 */
gboolean
salon_tx_set_answer (SalonTx *self, gint64 entity_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = NULL;

  if (self->operation == 0 || entity_id == 0)
    return TRUE;
  stmt = salon_tx_prepare (self, SQL_ANSWER, error);
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, self->operation);
  salon_stmt_int (stmt, 2, entity_id);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_tx_changed: notes that @id of @topic changed; announced after the COMMIT
 */
void
salon_tx_changed (SalonTx *self, const char *topic, gint64 id)
{
  salon_change_set_add (self->changes, topic, id);
}

/**
 * salon_tx_changes:
 *
 * Returns: (transfer none): what was noted so far
 */
const SalonChangeSet *
salon_tx_changes (SalonTx *self)
{
  return self->changes;
}

/**
 * salon_tx_note_stale:
 * @what: a word of the derive function's own
 *
 * Notes that derived values of @id are out of date; nobody else is told.
 */
void
salon_tx_note_stale (SalonTx *self, const char *what, gint64 id)
{
  salon_change_set_add (self->stale, what, id);
}

/**
 * salon_tx_stale:
 *
 * Returns: (transfer none): what was noted by salon_tx_note_stale()
 */
const SalonChangeSet *
salon_tx_stale (SalonTx *self)
{
  return self->stale;
}

/**
 * salon_tx_last_id:
 *
 * Returns: id of the row inserted last
 */
gint64
salon_tx_last_id (SalonTx *self)
{
  return sqlite3_last_insert_rowid (self->db->handle);
}

/**
 * salon_tx_n_affected:
 *
 * Returns: how many rows the last statement changed
 */
gint64
salon_tx_n_affected (SalonTx *self)
{
  return sqlite3_changes64 (self->db->handle);
}
