/* Queries behind the waiting list and the list of requests.  State 1 is open and new (model/entities/enums.h). */
#include "config.h"

#include "model/store/stmt.h"
#include "model/store/waiting-store.h"

#define SQL_PHONE(column)                                                                         \
  "(SELECT p." column " FROM client_phone p WHERE p.client_id = c.id ORDER BY p.position, p.id LIMIT 1)"
#define SQL_LIST                                                                                  \
  "SELECT w.id, w.client_id, CASE WHEN c.importance_pin > 0 THEN c.importance_pin ELSE coalesce (s.importance, 0) END," \
  " c.first_name, c.surname, " SQL_PHONE ("e164") ", " SQL_PHONE ("typed") ", f.thumb"            \
  " FROM waiting w JOIN client c ON c.id = w.client_id LEFT JOIN client_stat s ON s.client_id = c.id" \
  " LEFT JOIN photo f ON f.id = c.photo_id"                                                       \
  " WHERE ($1 IS NULL OR w.client_id = $1) AND w.to_day >= $2 AND (w.state = 1 OR $3 = 1) ORDER BY w.id"
#define SQL_FIND_REQUEST "SELECT id FROM booking_request WHERE source = $1 AND external_id = $2"
#define SQL_REQUESTS                                                                              \
  "SELECT id FROM booking_request WHERE state = 1 OR $1 = 1 ORDER BY state, received_at DESC, id DESC LIMIT 500"

/**
 * salon_waiting_brief_free:
 * @self: (transfer full):
 */
void
salon_waiting_brief_free (SalonWaitingBrief *self)
{
  g_free (self->first_name);
  g_free (self->surname);
  g_free (self->phone_e164);
  g_free (self->phone_typed);
  g_clear_pointer (&self->thumb, g_bytes_unref);
  g_free (self);
}

static SalonWaitingBrief *
read_brief (SalonStmt *stmt)
{
  SalonWaitingBrief *brief = g_new0 (SalonWaitingBrief, 1);

  brief->id = salon_stmt_get_int (stmt, 0);
  brief->client_id = salon_stmt_get_int (stmt, 1);
  brief->importance = salon_stmt_get_int (stmt, 2);
  brief->first_name = salon_stmt_dup_text (stmt, 3);
  brief->surname = salon_stmt_dup_text (stmt, 4);
  brief->phone_e164 = salon_stmt_dup_text (stmt, 5);
  brief->phone_typed = salon_stmt_dup_text (stmt, 6);
  brief->thumb = salon_stmt_dup_blob (stmt, 7);
  return brief;
}

/**
 * salon_waiting_store_list:
 *
 * Returns: (transfer full) (nullable) (element-type SalonWaitingBrief): by id
 */
GPtrArray *
salon_waiting_store_list (SalonTx *tx, const SalonWaitingScope *scope, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_LIST, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_waiting_brief_free);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int_or_null (stmt, 1, scope->client_id);
  salon_stmt_int (stmt, 2, scope->from_day);
  salon_stmt_int (stmt, 3, scope->all);
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (rows, read_brief (stmt));
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * salon_waiting_store_find_request:
 * @id: (out): the request that this source calls so; 0 = none
 */
gboolean
salon_waiting_store_find_request (SalonTx *tx, const char *source, const char *external_id, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_FIND_REQUEST, error);
  g_autoptr (GArray) ids = NULL;

  *id = 0;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_text (stmt, 1, source);
  salon_stmt_text (stmt, 2, external_id);
  ids = salon_stmt_read_ids (stmt, error);
  if (ids != NULL && ids->len > 0)
    *id = g_array_index (ids, gint64, 0);
  return ids != NULL;
}

/**
 * salon_waiting_store_requests:
 * @all: those that were answered, too
 *
 * Returns: (transfer full) (nullable) (element-type gint64): requests, new ones first, of these the latest first
 */
GArray *
salon_waiting_store_requests (SalonTx *tx, gboolean all, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_REQUESTS, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, all);
  return salon_stmt_read_ids (stmt, error);
}
