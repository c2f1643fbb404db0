/* Statements and their cache.
 *
 * A statement is borrowed from the cache and given back by salon_stmt_free(), which resets it: an
 * unreset reader would pin the write-ahead log.  Who asks for a statement that is borrowed gets a
 * fresh one. */
#include "config.h"

#include <string.h>

#include "model/store/connection.h"
#include "model/store/stmt.h"

#define CACHE_SIZE   160
#define HASHED_BYTES 24

struct _SalonStmt {
  SalonDb *db;
  sqlite3_stmt *handle;
  char *sql;
  GList link; /* in the cache's order of use */
  int bind_error;
  gboolean cached;
  gboolean borrowed;
};

/**
 * salon_stmt_hash:
 * @sql: a text of a statement
 *
 * Statements are long, alike at their start and few: some bytes from everywhere and the length tell them apart.
 */
guint
salon_stmt_hash (gconstpointer sql)
{
  const char *text = sql;
  gsize length = strlen (text);
  gsize step = length / HASHED_BYTES + 1;
  guint hash = (guint) length;

  for (gsize i = 0; i < length; i += step)
    hash = hash * 33 + (guchar) text[i];
  return hash;
}

static void
destroy (SalonStmt *self)
{
  sqlite3_finalize (self->handle);
  g_free (self->sql);
  g_free (self);
}

static void
evict_oldest (SalonDb *db)
{
  for (GList *l = db->recent.tail; l != NULL; l = l->prev) {
    SalonStmt *oldest = l->data;

    if (oldest->borrowed)
      continue;
    g_queue_unlink (&db->recent, l);
    g_hash_table_remove (db->statements, oldest->sql);
    destroy (oldest);
    return;
  }
}

/* To SQLite "$2" is a name, numbered by where it comes first in the text; "?2" is the second value
 * wherever it stands.  No text in our SQL has a dollar before a digit. */
static char *
number_values (const char *sql)
{
  char *numbered = g_strdup (sql);

  for (char *p = numbered; *p != '\0'; p++)
    if (*p == '$' && g_ascii_isdigit (p[1]))
      *p = '?';
  return numbered;
}

static SalonStmt *
prepare (SalonDb *db, const char *sql, unsigned int flags, GError **error)
{
  g_autofree char *numbered = number_values (sql);
  sqlite3_stmt *handle = NULL;
  int code = sqlite3_prepare_v3 (db->handle, numbered, -1, flags, &handle, NULL);
  SalonStmt *self = NULL;

  if (code != SQLITE_OK) {
    salon_db_set_error (db, code, error);
    return NULL;
  }
  self = g_new0 (SalonStmt, 1);
  self->db = db;
  self->handle = handle;
  self->sql = g_strdup (sql);
  self->link.data = self;
  return self;
}

static void
note_bind (SalonStmt *self, int code)
{
  if (self->bind_error == SQLITE_OK)
    self->bind_error = code;
}

/**
 * salon_stmt_cache_clear: finalises what is not borrowed; for the close
 */
void
salon_stmt_cache_clear (SalonDb *db)
{
  GList *link = NULL;

  g_hash_table_remove_all (db->statements);
  while ((link = g_queue_pop_head_link (&db->recent)) != NULL) {
    SalonStmt *self = link->data;

    if (self->borrowed)
      self->cached = FALSE; /* whoever has it finalises it */
    else
      destroy (self);
  }
}

/**
 * salon_stmt_borrow:
 * @sql: one statement with $1, $2 …
 *
 * For the transaction alone; everybody else calls salon_tx_prepare().
 *
 * Returns: (transfer full): a statement ready to bind, from the cache where it is there
 */
SalonStmt *
salon_stmt_borrow (SalonDb *db, const char *sql, GError **error)
{
  SalonStmt *self = g_hash_table_lookup (db->statements, sql);

  salon_db_assert_owner (db);
  if (self != NULL && !self->borrowed) {
    g_queue_unlink (&db->recent, &self->link);
    g_queue_push_head_link (&db->recent, &self->link);
    self->borrowed = TRUE;
    return self;
  }
  if (self != NULL)
    return prepare (db, sql, 0, error);
  self = prepare (db, sql, SQLITE_PREPARE_PERSISTENT, error);
  if (self == NULL)
    return NULL;
  if (db->recent.length >= CACHE_SIZE)
    evict_oldest (db);
  self->cached = TRUE;
  self->borrowed = TRUE;
  g_hash_table_insert (db->statements, self->sql, self);
  g_queue_push_head_link (&db->recent, &self->link);
  return self;
}

/**
 * salon_stmt_make:
 * @sql: one statement with $1, $2 …
 *
 * Returns: (transfer full): a statement ready to bind, beside the cache
 */
SalonStmt *
salon_stmt_make (SalonDb *db, const char *sql, GError **error)
{
  salon_db_assert_owner (db);
  return prepare (db, sql, 0, error);
}

/**
 * salon_stmt_free: gives the statement back to the cache
 */
void
salon_stmt_free (SalonStmt *self)
{
  if (!self->cached) {
    destroy (self);
    return;
  }
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->bind_error = SQLITE_OK;
  self->borrowed = FALSE;
}

/**
 * salon_stmt_int: binds a number; @index counts from 1
 */
void
salon_stmt_int (SalonStmt *self, int index, gint64 value)
{
  note_bind (self, sqlite3_bind_int64 (self->handle, index, value));
}

/**
 * salon_stmt_int_or_null: binds a number, or NULL for 0
 */
void
salon_stmt_int_or_null (SalonStmt *self, int index, gint64 value)
{
  if (value != 0)
    salon_stmt_int (self, index, value);
  else
    salon_stmt_null (self, index);
}

/**
 * salon_stmt_text: binds a copy of a text, or NULL
 */
void
salon_stmt_text (SalonStmt *self, int index, const char *value)
{
  note_bind (self, sqlite3_bind_text (self->handle, index, value, -1, SQLITE_TRANSIENT));
}

/**
 * salon_stmt_blob: binds a copy of bytes, or NULL
 */
void
salon_stmt_blob (SalonStmt *self, int index, GBytes *value)
{
  gsize size = 0;
  gconstpointer data = value != NULL ? g_bytes_get_data (value, &size) : NULL;

  salon_stmt_bytes (self, index, data, size);
}

/**
 * salon_stmt_bytes: binds a copy of @size bytes, or NULL
 */
void
salon_stmt_bytes (SalonStmt *self, int index, const guint8 *data, gsize size)
{
  note_bind (self, sqlite3_bind_blob64 (self->handle, index, data, size, SQLITE_TRANSIENT));
}

/**
 * salon_stmt_null: binds NULL
 */
void
salon_stmt_null (SalonStmt *self, int index)
{
  note_bind (self, sqlite3_bind_null (self->handle, index));
}

/**
 * salon_stmt_next:
 *
 * Returns: %TRUE on a row; %FALSE at the end or with @error set
 */
gboolean
salon_stmt_next (SalonStmt *self, GError **error)
{
  int code = self->bind_error;

  salon_db_assert_owner (self->db);
  if (code == SQLITE_OK)
    code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    salon_db_set_error (self->db, code, error);
  return FALSE;
}

/**
 * salon_stmt_finish:
 * @failure: (nullable) (transfer full): what salon_stmt_next() said at the end of the rows
 *
 * Returns: whether all rows were read; %FALSE hands @failure over as @error
 */
gboolean
salon_stmt_finish (GError *failure, GError **error)
{
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * salon_stmt_read_ids:
 *
 * Returns: (transfer full) (element-type gint64): the first column of all rows; %NULL with @error
 */
GArray *
salon_stmt_read_ids (SalonStmt *self, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *failure = NULL;

  while (salon_stmt_next (self, &failure)) {
    gint64 id = salon_stmt_get_int (self, 0);

    g_array_append_val (ids, id);
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * salon_stmt_read_int:
 * @value: (out): the first column of the first row; 0 if there is none
 *
 * Returns: %FALSE with @error
 */
gboolean
salon_stmt_read_int (SalonStmt *self, gint64 *value, GError **error)
{
  GError *failure = NULL;

  *value = salon_stmt_next (self, &failure) ? salon_stmt_get_int (self, 0) : 0;
  return salon_stmt_finish (failure, error);
}

/**
 * salon_stmt_run:
 *
 * For statements whose rows nobody wants: runs to the end and resets, ready to bind again.
 *
 * Returns: %FALSE with @error
 */
gboolean
salon_stmt_run (SalonStmt *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (salon_stmt_next (self, &failure))
    ;
  salon_stmt_reset (self);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * salon_stmt_reset: ready to run again with the same values, or with others
 */
void
salon_stmt_reset (SalonStmt *self)
{
  sqlite3_reset (self->handle);
}

/**
 * salon_stmt_get_int:
 * @column: counts from 0
 *
 * Returns: the number; 0 for NULL
 */
gint64
salon_stmt_get_int (SalonStmt *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * salon_stmt_get_text:
 *
 * Returns: (transfer none) (nullable): the text, until the next step
 */
const char *
salon_stmt_get_text (SalonStmt *self, int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * salon_stmt_dup_text:
 *
 * Returns: (transfer full) (nullable): a copy of the text
 */
char *
salon_stmt_dup_text (SalonStmt *self, int column)
{
  return g_strdup (salon_stmt_get_text (self, column));
}

/**
 * salon_stmt_dup_blob:
 *
 * Returns: (transfer full) (nullable): a copy of the bytes
 */
GBytes *
salon_stmt_dup_blob (SalonStmt *self, int column)
{
  gconstpointer data = sqlite3_column_blob (self->handle, column);

  if (data == NULL)
    return NULL;
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->handle, column));
}

/**
 * salon_stmt_is_null:
 *
 * Returns: whether the column is NULL
 */
gboolean
salon_stmt_is_null (SalonStmt *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}
