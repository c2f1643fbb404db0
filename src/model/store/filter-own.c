/* Tests of the own fields of the salon.  The kind of the field is compared, too: one that was made anew as another kind
 * finds nobody. */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "model/store/filter-own.h"

#define CUSTOM_MATCHES_MAX 20000

#define SQL_VALUES "SELECT DISTINCT value FROM custom_value WHERE field_id = $1 AND value IS NOT NULL"

/* SQLite folds ASCII alone: the values of the field that contain the text are looked up here. */
static GStrv
values_with (SalonTx *tx, gint64 field_id, const char *text, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_VALUES, error);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autofree char *key = salon_text_search_key (text);
  GError *failure = NULL;
  guint n = 0;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, field_id);
  while (n < CUSTOM_MATCHES_MAX && salon_stmt_next (stmt, &failure)) {
    g_autofree char *value = salon_text_search_key (salon_stmt_get_text (stmt, 0));

    if (strstr (value, key) == NULL)
      continue;
    g_strv_builder_add (found, salon_stmt_get_text (stmt, 0));
    n++;
  }
  return salon_stmt_finish (failure, error) ? g_strv_builder_end (found) : NULL;
}

static const char *
custom_kinds (SalonFilterRelation relation)
{
  if (relation == SALON_FILTER_BETWEEN)
    return " = 2";
  if (relation == SALON_FILTER_DURING)
    return " = 3";
  return relation == SALON_FILTER_IS_SET ? " > 0" : " IN (1, 5)";
}

/**
 * salon_filter_own_write:
 * @test: of an own field
 *
 * Adds the test.
 */
gboolean
salon_filter_own_write (SalonFilterWriter *self, const SalonFilterTest *test, GError **error)
{
  g_auto (GStrv) values = NULL;

  if (test->relation == SALON_FILTER_CONTAINS) {
    values = values_with (self->tx, test->custom_id, test->text, error);
    if (values == NULL)
      return FALSE;
  }
  salon_sql_text_add (self->sql, "EXISTS (SELECT 1 FROM custom_value x JOIN custom_field f ON f.id = x.field_id"
                                 " WHERE x.client_id = s.client_id AND x.field_id = ");
  salon_sql_text_int (self->sql, test->custom_id);
  salon_sql_text_add (self->sql, " AND f.kind");
  salon_sql_text_add (self->sql, custom_kinds (test->relation));
  if (test->relation == SALON_FILTER_BETWEEN)
    salon_sql_text_add (self->sql, " AND CAST (round (CAST (x.value AS REAL) * 1000) AS INTEGER)");
  else if (test->relation == SALON_FILTER_DURING)
    salon_sql_text_add (self->sql, " AND CAST (x.value AS INTEGER)");
  else
    salon_sql_text_add (self->sql, " AND x.value");
  if (values != NULL)
    salon_filter_writer_words (self, values);
  else
    salon_filter_writer_comparison (self, test);
  salon_sql_text_add (self->sql, ")");
  return TRUE;
}
