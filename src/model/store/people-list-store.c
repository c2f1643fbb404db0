/* A list may have as many members as the salon has clients: they are counted, not loaded. */
#include "model/store/people-list-store.h"

#define SQL_COUNT "SELECT count (*) FROM people_list_member WHERE people_list_id = $1"
#define SQL_HAS   "SELECT count (*) FROM people_list_member WHERE people_list_id = $1 AND client_id = $2"

static gboolean
ask (SalonTx *tx, const char *sql, gint64 list_id, gint64 client_id, gint64 *n, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, list_id);
  if (client_id != 0)
    salon_stmt_int (stmt, 2, client_id);
  return salon_stmt_read_int (stmt, n, error);
}

/**
 * salon_people_list_store_count:
 * @n: (out): how many are on it
 */
gboolean
salon_people_list_store_count (SalonTx *tx, gint64 list_id, gint64 *n, GError **error)
{
  return ask (tx, SQL_COUNT, list_id, 0, n, error);
}

/**
 * salon_people_list_store_has:
 * @has: (out): whether the client is on it
 */
gboolean
salon_people_list_store_has (SalonTx *tx, gint64 list_id, gint64 client_id, gboolean *has, GError **error)
{
  gint64 n = 0;

  if (!ask (tx, SQL_HAS, list_id, client_id, &n, error))
    return FALSE;
  *has = n > 0;
  return TRUE;
}
