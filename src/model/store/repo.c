/* The generic repository: SQL made once from the field tables.
 *
 * Texts that are empty and references and optional numbers that are 0 are NULL in the table. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/store/connection.h"
#include "model/store/journal.h"
#include "model/store/repo.h"
#include "model/store/stmt.h"

enum { SQL_SELECT, SQL_INSERT, SQL_UPDATE, SQL_DELETE, SQL_ORDER, N_SQL };

static char *
join_columns (const SalonEntityInfo *info, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? separator : "", info->fields[i].column);
  return g_string_free (text, FALSE);
}

static char *
insert_sql (const SalonEntityInfo *info, const char *columns)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s (id, %s) VALUES ($1", info->table, columns);
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", $%u", i + 2);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static char *
update_sql (const SalonEntityInfo *info)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE %s SET ", info->table);
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, "%s%s = $%u", i > 0 ? ", " : "", info->fields[i].column, i + 2);
  g_string_append (sql, " WHERE id = $1");
  return g_string_free (sql, FALSE);
}

static const char *
sql_of (SalonDb *db, const SalonEntityInfo *info, int which)
{
  GStrv texts = g_hash_table_lookup (db->repo_sql, info);

  if (texts == NULL) {
    g_autofree char *columns = join_columns (info, ", ");

    texts = g_new0 (char *, N_SQL + 1);
    texts[SQL_SELECT] = g_strdup_printf ("SELECT id, %s FROM %s ", columns, info->table);
    texts[SQL_INSERT] = insert_sql (info, columns);
    texts[SQL_UPDATE] = update_sql (info);
    texts[SQL_DELETE] = g_strdup_printf ("DELETE FROM %s WHERE id = $1", info->table);
    texts[SQL_ORDER] = g_strdup (salon_entity_info_find (info, "position") != NULL ? "ORDER BY position, id" : "ORDER BY id");
    g_hash_table_insert (db->repo_sql, (gpointer) info, texts);
  }
  return texts[which];
}

static void
bind_field (SalonStmt *stmt, int index, SalonEntity *entity, const SalonField *field)
{
  if (field->kind == SALON_FIELD_TEXT)
    salon_stmt_text (stmt, index, salon_entity_get_text (entity, field));
  else if (field->kind == SALON_FIELD_BLOB)
    salon_stmt_blob (stmt, index, salon_entity_get_blob (entity, field));
  else if (field->kind == SALON_FIELD_REF || (field->flags & SALON_FIELD_OPTIONAL) != 0)
    salon_stmt_int_or_null (stmt, index, salon_entity_get_int (entity, field));
  else
    salon_stmt_int (stmt, index, salon_entity_get_int (entity, field));
}

static void
bind_all (SalonStmt *stmt, SalonEntity *entity)
{
  const SalonEntityInfo *info = salon_entity_info (entity);

  salon_stmt_int_or_null (stmt, 1, salon_entity_get_id (entity));
  for (guint i = 0; i < info->n_fields; i++)
    bind_field (stmt, (int) i + 2, entity, &info->fields[i]);
}

static SalonEntity *
read_row (SalonStmt *stmt, GType type)
{
  SalonEntity *entity = g_object_new (type, NULL);
  const SalonEntityInfo *info = salon_entity_info (entity);

  salon_entity_set_id (entity, salon_stmt_get_int (stmt, 0));
  for (guint i = 0; i < info->n_fields; i++) {
    const SalonField *field = &info->fields[i];
    int column = (int) i + 1;

    if (field->kind == SALON_FIELD_TEXT) {
      salon_entity_take_text (entity, field, salon_stmt_dup_text (stmt, column));
    } else if (field->kind == SALON_FIELD_BLOB) {
      g_autoptr (GBytes) bytes = salon_stmt_dup_blob (stmt, column);

      salon_entity_put_blob (entity, field, bytes);
    } else {
      salon_entity_put_int (entity, field, salon_stmt_get_int (stmt, column));
    }
  }
  return entity;
}

static GPtrArray *
read_all (SalonStmt *stmt, GType type, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;

  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (rows, read_row (stmt, type));
  if (failure == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Columns come from field tables, never from outside: an unknown one is a mistake in the program. */
static const char *
column_of (const SalonEntityInfo *info, const char *column)
{
  const SalonField *field = salon_entity_info_find (info, column);

  if (g_str_equal (column, "id"))
    return column;
  if (field == NULL)
    g_error ("%s has no column %s", info->table, column);
  return field->column;
}

static gboolean
is_reference (const SalonEntityInfo *info, const char *column)
{
  const SalonField *field = salon_entity_info_find (info, column);

  return field != NULL && field->kind == SALON_FIELD_REF;
}

/**
 * salon_repo_get:
 *
 * Returns: (transfer full) (nullable): the row; %SALON_ERROR_NOT_FOUND if it is gone
 */
gpointer
salon_repo_get (SalonTx *tx, GType type, gint64 id, GError **error)
{
  const SalonEntityInfo *info = salon_entity_type_info (type);
  g_autofree char *sql = g_strconcat (sql_of (salon_tx_db (tx), info, SQL_SELECT), "WHERE id = $1", NULL);
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, id);
  rows = read_all (stmt, type, error);
  if (rows == NULL)
    return NULL;
  if (rows->len == 1)
    return g_object_ref (rows->pdata[0]);
  salon_set_error (error, SALON_ERROR_NOT_FOUND, _("It is not there any more; somebody may have removed it."));
  return NULL;
}

/**
 * salon_repo_find:
 * @column: a column of numbers; 0 finds those without
 *
 * Returns: (transfer full) (element-type SalonEntity): the rows, by position and id
 */
GPtrArray *
salon_repo_find (SalonTx *tx, GType type, const char *column, gint64 value, GError **error)
{
  const SalonEntityInfo *info = salon_entity_type_info (type);
  SalonDb *db = salon_tx_db (tx);
  const char *test = value == 0 && is_reference (info, column) ? "IS NULL" : "= $1";
  g_autofree char *sql = g_strdup_printf ("%s WHERE %s %s %s", sql_of (db, info, SQL_SELECT), column_of (info, column),
                                          test, sql_of (db, info, SQL_ORDER));
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return NULL;
  if (*test == '=')
    salon_stmt_int (stmt, 1, value);
  return read_all (stmt, type, error);
}

/**
 * salon_repo_find_one:
 *
 * Returns: (transfer full) (nullable): the first row with @value in @column; %NULL without @error if none
 */
gpointer
salon_repo_find_one (SalonTx *tx, GType type, const char *column, gint64 value, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, type, column, value, error);

  return rows != NULL && rows->len > 0 ? g_object_ref (rows->pdata[0]) : NULL;
}

/**
 * salon_repo_all:
 *
 * Returns: (transfer full) (element-type SalonEntity): every row, by position and id
 */
GPtrArray *
salon_repo_all (SalonTx *tx, GType type, GError **error)
{
  const SalonEntityInfo *info = salon_entity_type_info (type);
  SalonDb *db = salon_tx_db (tx);
  g_autofree char *sql = g_strconcat (sql_of (db, info, SQL_SELECT), sql_of (db, info, SQL_ORDER), NULL);
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  return stmt != NULL ? read_all (stmt, type, error) : NULL;
}

/**
 * salon_repo_between:
 *
 * Returns: (transfer full) (element-type SalonEntity): the rows with @from ≤ @column ≤ @to, by
 *   position and id
 */
GPtrArray *
salon_repo_between (SalonTx *tx, GType type, const char *column, gint64 from, gint64 to, GError **error)
{
  const SalonEntityInfo *info = salon_entity_type_info (type);
  SalonDb *db = salon_tx_db (tx);
  g_autofree char *sql = g_strdup_printf ("%s WHERE %s BETWEEN $1 AND $2 %s", sql_of (db, info, SQL_SELECT),
                                          column_of (info, column), sql_of (db, info, SQL_ORDER));
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, from);
  salon_stmt_int (stmt, 2, to);
  return read_all (stmt, type, error);
}

/* Always the same text, so that it is prepared once: places that are not needed are NULL, which nothing equals. */
static char *
any_sql (SalonDb *db, const SalonEntityInfo *info, const char *column)
{
  GString *sql = g_string_new (sql_of (db, info, SQL_SELECT));

  g_string_append_printf (sql, "WHERE %s IN (", column_of (info, column));
  for (guint i = 1; i <= SALON_REPO_MOST_VALUES; i++)
    g_string_append_printf (sql, "%s$%u", i > 1 ? ", " : "", i);
  g_string_append_printf (sql, ") %s", sql_of (db, info, SQL_ORDER));
  return g_string_free (sql, FALSE);
}

/**
 * salon_repo_find_any:
 * @column: a column of numbers, or "id"
 * @values: (array length=n): at most %SALON_REPO_MOST_VALUES
 *
 * For lists that are worked off page by page: one statement for a page.
 *
 * Returns: (transfer full) (element-type SalonEntity): the rows that have one of @values, by position and id
 */
GPtrArray *
salon_repo_find_any (SalonTx *tx, GType type, const char *column, const gint64 *values, guint n, GError **error)
{
  g_autofree char *sql = any_sql (salon_tx_db (tx), salon_entity_type_info (type), column);
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  g_return_val_if_fail (n <= SALON_REPO_MOST_VALUES, NULL);
  if (stmt == NULL)
    return NULL;
  for (guint i = 0; i < SALON_REPO_MOST_VALUES; i++)
    if (i < n)
      salon_stmt_int (stmt, (int) i + 1, values[i]);
    else
      salon_stmt_null (stmt, (int) i + 1);
  return read_all (stmt, type, error);
}

static gboolean
run_bound (SalonTx *tx, SalonEntity *entity, int which, GError **error)
{
  const SalonEntityInfo *info = salon_entity_info (entity);
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql_of (salon_tx_db (tx), info, which), error);

  if (stmt == NULL)
    return FALSE;
  if (which == SQL_DELETE)
    salon_stmt_int (stmt, 1, salon_entity_get_id (entity));
  else
    bind_all (stmt, entity);
  if (!salon_stmt_run (stmt, error))
    return FALSE;
  if (which == SQL_INSERT)
    salon_entity_set_id (entity, salon_tx_last_id (tx));
  return TRUE;
}

/* The topic of "client_id" is "client", of "service_category_id" "service-category". */
static gboolean
note_owner (SalonTx *tx, SalonEntity *entity, const SalonField *field, gint64 journal_id, GError **error)
{
  gint64 id = salon_entity_get_int (entity, field);
  g_autofree char *topic = NULL;

  if (id == 0)
    return TRUE;
  topic = g_strndup (field->column, strlen (field->column) - strlen ("_id"));
  salon_tx_changed (tx, g_strdelimit (topic, "_", '-'), id);
  return salon_journal_add_owner (tx, journal_id, topic, id, error);
}

static gboolean
note_owners (SalonTx *tx, SalonEntity *entity, gint64 journal_id, GError **error)
{
  const SalonEntityInfo *info = salon_entity_info (entity);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & SALON_FIELD_OWNER) != 0
        && !note_owner (tx, entity, &info->fields[i], journal_id, error))
      return FALSE;
  return TRUE;
}

/* @old is given when a row was updated: it may have had another owner. */
static gboolean
log_change (SalonTx *tx, SalonEntity *entity, SalonEntity *old, const char *before, const char *after, GError **error)
{
  const SalonEntityInfo *info = salon_entity_info (entity);
  SalonWatchFunc watch = salon_tx_db (tx)->watch;
  gint64 journal_id = 0;

  if (watch != NULL)
    watch (tx, before == NULL ? NULL : old != NULL ? old : entity, after != NULL ? entity : NULL);
  salon_tx_changed (tx, info->name, salon_entity_get_id (entity));
  return salon_journal_write (tx, info->name, salon_entity_get_id (entity), before, after, &journal_id, error)
         && note_owners (tx, entity, journal_id, error)
         && (old == NULL || note_owners (tx, old, journal_id, error));
}

/**
 * salon_repo_insert:
 * @entity: gets its id; an id that it has already is used
 */
gboolean
salon_repo_insert (SalonTx *tx, gpointer entity, GError **error)
{
  g_autofree char *after = salon_entity_to_json (entity);

  return run_bound (tx, entity, SQL_INSERT, error) && log_change (tx, entity, NULL, NULL, after, error);
}

/**
 * salon_repo_update:
 *
 * Writes all fields of a row that exists.  Writes nothing when nothing differs.
 */
gboolean
salon_repo_update (SalonTx *tx, gpointer entity, GError **error)
{
  g_autoptr (SalonEntity) old = salon_repo_get (tx, G_OBJECT_TYPE (entity), salon_entity_get_id (entity), error);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (old == NULL)
    return FALSE;
  if (salon_entity_equal (old, entity))
    return TRUE;
  before = salon_entity_to_json (old);
  after = salon_entity_to_json (entity);
  return run_bound (tx, entity, SQL_UPDATE, error) && log_change (tx, entity, old, before, after, error);
}

/**
 * salon_repo_update_draft:
 * @orig: what the editor was opened with
 * @curr: what it holds now
 *
 * Writes only the fields in which @curr differs from @orig.  If such a field was changed by somebody
 * else meanwhile, the answer is %SALON_ERROR_CONFLICT and nothing is written.
 */
gboolean
salon_repo_update_draft (SalonTx *tx, gpointer orig, gpointer curr, GError **error)
{
  g_autoptr (SalonEntity) now = salon_repo_get (tx, G_OBJECT_TYPE (curr), salon_entity_get_id (orig), error);
  const SalonEntityInfo *info = salon_entity_info (curr);

  if (now == NULL)
    return FALSE;
  for (guint i = 0; i < info->n_fields; i++) {
    const SalonField *field = &info->fields[i];

    if (salon_entity_field_equal (orig, curr, field))
      continue;
    if (!salon_entity_field_equal (orig, now, field) && !salon_entity_field_equal (curr, now, field)) {
      salon_set_error (error, SALON_ERROR_CONFLICT,
                       _("“%s” was changed meanwhile. Your text was kept; look at the new value and save again."),
                       field->label != NULL ? _(field->label) : field->name);
      return FALSE;
    }
    if (field->kind == SALON_FIELD_TEXT)
      salon_entity_put_text (now, field, salon_entity_get_text (curr, field));
    else if (field->kind == SALON_FIELD_BLOB)
      salon_entity_put_blob (now, field, salon_entity_get_blob (curr, field));
    else
      salon_entity_put_int (now, field, salon_entity_get_int (curr, field));
  }
  return salon_repo_update (tx, now, error);
}

/**
 * salon_repo_delete:
 *
 * Removes a row; %SALON_ERROR_CONFLICT when something refers to it.
 */
gboolean
salon_repo_delete (SalonTx *tx, gpointer entity, GError **error)
{
  g_autofree char *before = salon_entity_to_json (entity);

  return run_bound (tx, entity, SQL_DELETE, error) && log_change (tx, entity, NULL, before, NULL, error);
}

static SalonEntity *
from_json (GType type, gint64 id, const char *json, GError **error)
{
  g_autoptr (SalonEntity) entity = g_object_new (type, NULL);

  salon_entity_set_id (entity, id);
  return salon_entity_from_json (entity, json, error) ? g_steal_pointer (&entity) : NULL;
}

/* Compared as rows: a field that came with a later version stands in no older JSON. */
static gboolean
check_expected (SalonTx *tx, GType type, gint64 id, const char *expected, GError **error)
{
  g_autoptr (SalonEntity) now = salon_repo_get (tx, type, id, NULL);
  g_autoptr (SalonEntity) then = NULL;

  if (expected != NULL) {
    then = from_json (type, id, expected, error);
    if (then == NULL)
      return FALSE;
  }
  if (now == NULL ? then == NULL : then != NULL && salon_entity_equal (now, then))
    return TRUE;
  salon_set_error (error, SALON_ERROR_CONFLICT, _("It was changed again since, so this change cannot be undone."));
  return FALSE;
}

/**
 * salon_repo_restore:
 * @expected: (nullable): JSON that the row must have now; %NULL = it must not exist
 * @wanted: (nullable): JSON that it gets; %NULL = it is removed
 *
 * One step of an undo.
 *
 * Returns: %FALSE with %SALON_ERROR_CONFLICT when the row is not as expected
 */
gboolean
salon_repo_restore (SalonTx *tx, GType type, gint64 id, const char *expected, const char *wanted, GError **error)
{
  g_autoptr (SalonEntity) entity = NULL;

  if (!check_expected (tx, type, id, expected, error))
    return FALSE;
  entity = from_json (type, id, wanted != NULL ? wanted : expected, error);
  if (entity == NULL)
    return FALSE;
  if (wanted == NULL)
    return salon_repo_delete (tx, entity, error);
  return expected == NULL ? salon_repo_insert (tx, entity, error) : salon_repo_update (tx, entity, error);
}

/**
 * salon_repo_load:
 * @entity: gets its id; an id that it has already is used
 *
 * Inserts without a word in the journal and without announcing it: for filling an empty salon with made
 * up people.  The caller brings derived values up to date.
 */
gboolean
salon_repo_load (SalonTx *tx, gpointer entity, GError **error)
{
  return run_bound (tx, entity, SQL_INSERT, error);
}

/**
 * salon_repo_reload: changes what salon_repo_load() wrote, as silently
 */
gboolean
salon_repo_reload (SalonTx *tx, gpointer entity, GError **error)
{
  return run_bound (tx, entity, SQL_UPDATE, error);
}
