/* Statements whose shape depends on what is asked.  They are not kept in the cache of statements: there are too many
 * shapes, and they would push out those that are used for each row of a list. */
#include "config.h"

#include "model/store/sql-text.h"

typedef struct {
  char *text; /* NULL = the number */
  gint64 number;
} Value;

struct _SalonSqlText {
  GString *sql;
  GArray *values; /* Value */
};

static void
value_clear (gpointer data)
{
  g_free (((Value *) data)->text);
}

/**
 * salon_sql_text_new:
 *
 * Returns: (transfer full): an empty statement
 */
SalonSqlText *
salon_sql_text_new (void)
{
  SalonSqlText *self = g_new0 (SalonSqlText, 1);

  self->sql = g_string_new (NULL);
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  g_array_set_clear_func (self->values, value_clear);
  return self;
}

/**
 * salon_sql_text_free: frees it
 */
void
salon_sql_text_free (SalonSqlText *self)
{
  g_string_free (self->sql, TRUE);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * salon_sql_text_add:
 * @sql: a constant of the program, without values
 */
void
salon_sql_text_add (SalonSqlText *self, const char *sql)
{
  g_string_append (self->sql, sql);
}

/**
 * salon_sql_text_insert:
 * @place: in bytes
 * @sql: a constant of the program; values keep their numbers
 */
void
salon_sql_text_insert (SalonSqlText *self, gsize place, const char *sql)
{
  g_string_insert (self->sql, (gssize) place, sql);
}

static void
add_value (SalonSqlText *self, char *text, gint64 number)
{
  Value value = { text, number };

  g_array_append_val (self->values, value);
  g_string_append_printf (self->sql, "$%u", self->values->len);
}

/**
 * salon_sql_text_int: a number that is bound here
 */
void
salon_sql_text_int (SalonSqlText *self, gint64 value)
{
  add_value (self, NULL, value);
}

/**
 * salon_sql_text_text: a text that is bound here
 */
void
salon_sql_text_text (SalonSqlText *self, const char *value)
{
  add_value (self, g_strdup (value), 0);
}

/**
 * salon_sql_text_in:
 * @values: (array length=n): may be none
 *
 * Adds " IN (…)" with the numbers bound.
 */
void
salon_sql_text_in (SalonSqlText *self, const gint64 *values, guint n)
{
  salon_sql_text_add (self, " IN (");
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      salon_sql_text_add (self, ", ");
    salon_sql_text_int (self, values[i]);
  }
  salon_sql_text_add (self, ")");
}

/**
 * salon_sql_text_peek:
 *
 * Returns: (transfer none): the statement as it is by now
 */
const char *
salon_sql_text_peek (const SalonSqlText *self)
{
  return self->sql->str;
}

/**
 * salon_sql_text_prepare:
 *
 * Returns: (transfer full): the statement with its values bound
 */
SalonStmt *
salon_sql_text_prepare (SalonSqlText *self, SalonTx *tx, GError **error)
{
  SalonStmt *stmt = salon_tx_prepare_once (tx, self->sql->str, error);

  for (guint i = 0; stmt != NULL && i < self->values->len; i++) {
    const Value *value = &g_array_index (self->values, Value, i);

    if (value->text != NULL)
      salon_stmt_text (stmt, (int) i + 1, value->text);
    else
      salon_stmt_int (stmt, (int) i + 1, value->number);
  }
  return stmt;
}
