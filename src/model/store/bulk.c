/* Indexes and triggers cost more than the rows when millions are written: a draft takes them away and makes
 * them again when it is full, each in one pass over its table.
 *
 * This file belongs to the engine: it reads sqlite_schema. */
#include "config.h"

#include "model/store/bulk.h"
#include "model/store/connection.h"

/* Those that a constraint made have no text; they stay. */
#define SQL_OF_TABLE                                                                              \
  "SELECT format ('DROP %s %s', type, name), sql FROM sqlite_schema"                              \
  " WHERE tbl_name = $1 AND type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY rowid"

static gboolean
read_table (SalonTx *tx, const char *table, GPtrArray *drops, GPtrArray *aside, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_OF_TABLE, error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_text (stmt, 1, table);
  while (salon_stmt_next (stmt, &failure)) {
    g_ptr_array_add (drops, salon_stmt_dup_text (stmt, 0));
    g_ptr_array_add (aside, salon_stmt_dup_text (stmt, 1));
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
run_all (SalonTx *tx, GPtrArray *texts, GError **error)
{
  for (guint i = 0; i < texts->len; i++)
    if (!salon_db_exec (salon_tx_db (tx), texts->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * salon_bulk_put_aside:
 * @tables: (array zero-terminated=1)
 *
 * Takes the indexes and triggers of @tables away.  Only a draft may be without them: in any other file
 * nothing happens.  Whoever fills the draft proves afterwards what the triggers would have refused.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): what was taken away, for salon_bulk_put_back()
 */
GPtrArray *
salon_bulk_put_aside (SalonTx *tx, const char *const *tables, GError **error)
{
  g_autoptr (GPtrArray) drops = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) aside = g_ptr_array_new_with_free_func (g_free);

  for (; salon_tx_db (tx)->draft && *tables != NULL; tables++)
    if (!read_table (tx, *tables, drops, aside, error))
      return NULL;
  return run_all (tx, drops, error) ? g_steal_pointer (&aside) : NULL;
}

/**
 * salon_bulk_put_back:
 * @aside: (element-type utf8): from salon_bulk_put_aside(); empty afterwards
 *
 * Makes them again.
 */
gboolean
salon_bulk_put_back (SalonTx *tx, GPtrArray *aside, GError **error)
{
  gboolean ok = run_all (tx, aside, error);

  g_ptr_array_set_size (aside, 0);
  return ok;
}
