/* Queries about clients.  Lists leave out the archive; each order is one index of client_stat. */
#include "config.h"

#include "model/store/client-store.h"
#include "model/store/stmt.h"

#define SQL_BY_VISITS     "SELECT client_id FROM client_stat WHERE archived = 0 ORDER BY visit_days, client_id"
#define SQL_BY_VISITS_D   "SELECT client_id FROM client_stat WHERE archived = 0 ORDER BY visit_days DESC, client_id DESC"
#define SQL_BY_NAME       "SELECT client_id FROM client_stat WHERE archived = 0 ORDER BY name_key, client_id"
#define SQL_BY_NAME_D     "SELECT client_id FROM client_stat WHERE archived = 0 ORDER BY name_key DESC, client_id DESC"
#define SQL_BY_SOLD       "SELECT client_id FROM client_stat WHERE archived = 0 ORDER BY sold, client_id"
#define SQL_BY_SOLD_D     "SELECT client_id FROM client_stat WHERE archived = 0 ORDER BY sold DESC, client_id DESC"
#define SQL_BY_LAST       "SELECT client_id FROM client_stat WHERE archived = 0 ORDER BY last_day, client_id"
#define SQL_BY_LAST_D     "SELECT client_id FROM client_stat WHERE archived = 0 ORDER BY last_day DESC, client_id DESC"
#define SQL_BY_ADDED      "SELECT id FROM client WHERE archived_at IS NULL ORDER BY created_at, id"
#define SQL_BY_ADDED_D    "SELECT id FROM client WHERE archived_at IS NULL ORDER BY created_at DESC, id DESC"
#define SQL_BRIEF                                                                                 \
  "SELECT c.first_name, c.surname, c.patronymic, p.e164, p.typed, f.thumb, c.created_at, c.archived_at," \
  "       c.alert IS NOT NULL, c.email, c.gender, c.birth_year, c.birth_month, c.birth_mday, c.discount_bp," \
  "       c.importance_pin, c.source_id"                                                          \
  "  FROM client c"                                                                               \
  "  LEFT JOIN client_phone p ON p.id = (SELECT q.id FROM client_phone q WHERE q.client_id = c.id" \
  "                                       ORDER BY q.position, q.id LIMIT 1)"                     \
  "  LEFT JOIN photo f ON f.id = c.photo_id WHERE c.id = $1"
#define SQL_CATEGORIES                                                                            \
  "SELECT k.id, k.name, k.color FROM client_category x JOIN category k ON k.id = x.category_id"   \
  " WHERE x.client_id = $1 ORDER BY k.name, k.id"
#define SQL_PROMOTIONS                                                                            \
  "SELECT DISTINCT k.id, k.name, 0 FROM promotion_use x JOIN price_rule k ON k.id = x.price_rule_id WHERE x.client_id = $1" \
  " ORDER BY k.name, k.id"
#define SQL_TAGS                                                                                  \
  "SELECT k.id, k.name, 0 FROM client_tag x JOIN tag k ON k.id = x.tag_id WHERE x.client_id = $1 ORDER BY k.name, k.id"
#define SQL_SOURCE "SELECT name FROM source WHERE id = $1"
#define SQL_WITH_PHONE                                                                            \
  "SELECT DISTINCT p.client_id FROM client_phone p JOIN client_stat s ON s.client_id = p.client_id" \
  " WHERE p.e164 = $1 AND s.archived = 0 ORDER BY s.last_day DESC, p.client_id DESC LIMIT $2"
#define SQL_WITH_EMAIL                                                                            \
  "SELECT c.id FROM client c JOIN client_stat s ON s.client_id = c.id"                            \
  " WHERE c.email = $1 AND s.archived = 0 ORDER BY s.last_day DESC, c.id DESC LIMIT $2"
#define SQL_EACH_DAYS                                                                             \
  "SELECT s.client_id, v.day, v.state FROM client_stat s LEFT JOIN visit v ON v.client_id = s.client_id" \
  " WHERE s.archived = 0 ORDER BY s.client_id, v.day"

static const char *const orders[][2] = {
  [SALON_CLIENT_ORDER_VISITS] = { SQL_BY_VISITS, SQL_BY_VISITS_D },
  [SALON_CLIENT_ORDER_NAME] = { SQL_BY_NAME, SQL_BY_NAME_D },
  [SALON_CLIENT_ORDER_SOLD] = { SQL_BY_SOLD, SQL_BY_SOLD_D },
  [SALON_CLIENT_ORDER_LAST_VISIT] = { SQL_BY_LAST, SQL_BY_LAST_D },
  [SALON_CLIENT_ORDER_ADDED] = { SQL_BY_ADDED, SQL_BY_ADDED_D },
};

/**
 * salon_client_store_ids:
 * @order: up to %SALON_CLIENT_ORDER_LAST_INDEXED
 * @descending: the largest, newest, last first; the exact reverse of the other way
 *
 * Returns: (transfer full) (element-type gint64): all clients but archived ones
 */
GArray *
salon_client_store_ids (SalonTx *tx, SalonClientOrder order, gboolean descending, GError **error)
{
  g_autoptr (SalonStmt) stmt = NULL;

  g_return_val_if_fail (order <= SALON_CLIENT_ORDER_LAST_INDEXED, NULL);
  stmt = salon_tx_prepare (tx, orders[order][descending ? 1 : 0], error);

  return stmt != NULL ? salon_stmt_read_ids (stmt, error) : NULL;
}

static SalonClientBrief *
read_brief (SalonStmt *stmt, gint64 id)
{
  SalonClientBrief *brief = g_new0 (SalonClientBrief, 1);

  brief->id = id;
  brief->first_name = salon_stmt_dup_text (stmt, 0);
  brief->surname = salon_stmt_dup_text (stmt, 1);
  brief->patronymic = salon_stmt_dup_text (stmt, 2);
  brief->e164 = salon_stmt_dup_text (stmt, 3);
  brief->typed = salon_stmt_dup_text (stmt, 4);
  brief->thumb = salon_stmt_dup_blob (stmt, 5);
  brief->created_at = salon_stmt_get_int (stmt, 6);
  brief->archived_at = salon_stmt_get_int (stmt, 7);
  brief->has_alert = salon_stmt_get_int (stmt, 8) != 0;
  brief->email = salon_stmt_dup_text (stmt, 9);
  brief->gender = salon_stmt_get_int (stmt, 10);
  brief->birth_year = salon_stmt_get_int (stmt, 11);
  brief->birth_month = salon_stmt_get_int (stmt, 12);
  brief->birth_mday = salon_stmt_get_int (stmt, 13);
  brief->discount_bp = salon_stmt_get_int (stmt, 14);
  brief->importance_pin = salon_stmt_get_int (stmt, 15);
  brief->source_id = salon_stmt_get_int (stmt, 16);
  return brief;
}

/**
 * salon_client_store_brief:
 * @brief: (out) (transfer full) (nullable): %NULL if there is no such client
 */
gboolean
salon_client_store_brief (SalonTx *tx, gint64 id, SalonClientBrief **brief, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_BRIEF, error);
  GError *failure = NULL;

  *brief = NULL;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, id);
  if (salon_stmt_next (stmt, &failure))
    *brief = read_brief (stmt, id);
  return salon_stmt_finish (failure, error);
}

/**
 * salon_client_brief_free: frees one
 */
void
salon_client_brief_free (SalonClientBrief *self)
{
  g_free (self->first_name);
  g_free (self->surname);
  g_free (self->patronymic);
  g_free (self->e164);
  g_free (self->typed);
  g_free (self->email);
  g_clear_pointer (&self->thumb, g_bytes_unref);
  g_free (self);
}

/**
 * salon_client_label_free: frees one
 */
void
salon_client_label_free (SalonClientLabel *self)
{
  g_free (self->name);
  g_free (self);
}

static GPtrArray *
read_labels (SalonTx *tx, const char *sql, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_client_label_free);
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, id);
  while (salon_stmt_next (stmt, &failure)) {
    SalonClientLabel *label = g_new0 (SalonClientLabel, 1);

    label->id = salon_stmt_get_int (stmt, 0);
    label->name = salon_stmt_dup_text (stmt, 1);
    label->color = salon_stmt_get_int (stmt, 2);
    g_ptr_array_add (labels, label);
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&labels) : NULL;
}

/**
 * salon_client_store_categories:
 *
 * Returns: (transfer full) (element-type SalonClientLabel): the categories of a client, by name
 */
GPtrArray *
salon_client_store_categories (SalonTx *tx, gint64 id, GError **error)
{
  return read_labels (tx, SQL_CATEGORIES, id, error);
}

/**
 * salon_client_store_tags:
 *
 * Returns: (transfer full) (element-type SalonClientLabel): the tags of a client, by name
 */
GPtrArray *
salon_client_store_tags (SalonTx *tx, gint64 id, GError **error)
{
  return read_labels (tx, SQL_TAGS, id, error);
}

/**
 * salon_client_store_promotions:
 *
 * Returns: (transfer full) (element-type SalonClientLabel): the promotions of which something was said to a client, by name
 */
GPtrArray *
salon_client_store_promotions (SalonTx *tx, gint64 id, GError **error)
{
  return read_labels (tx, SQL_PROMOTIONS, id, error);
}

/**
 * salon_client_store_source:
 * @source_id: 0 = none
 * @name: (out) (transfer full) (nullable): what it is called
 */
gboolean
salon_client_store_source (SalonTx *tx, gint64 source_id, char **name, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_SOURCE, error);
  GError *failure = NULL;

  *name = NULL;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, source_id);
  if (salon_stmt_next (stmt, &failure))
    *name = salon_stmt_dup_text (stmt, 0);
  return salon_stmt_finish (failure, error);
}

static GArray *
ids_with (SalonTx *tx, const char *sql, const char *value, guint limit, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_text (stmt, 1, value);
  salon_stmt_int (stmt, 2, limit);
  return salon_stmt_read_ids (stmt, error);
}

/**
 * salon_client_store_with_phone:
 *
 * Returns: (transfer full) (element-type gint64): who has just this number, the latest visitor first
 */
GArray *
salon_client_store_with_phone (SalonTx *tx, const char *e164, guint limit, GError **error)
{
  return ids_with (tx, SQL_WITH_PHONE, e164, limit, error);
}

/**
 * salon_client_store_with_email:
 * @email: normalised
 *
 * Returns: (transfer full) (element-type gint64): who has just this address, the latest visitor first
 */
GArray *
salon_client_store_with_email (SalonTx *tx, const char *email, guint limit, GError **error)
{
  return ids_with (tx, SQL_WITH_EMAIL, email, limit, error);
}

static void
add_day (GArray *days, SalonDay day)
{
  if (days->len == 0 || g_array_index (days, SalonDay, days->len - 1) != day)
    g_array_append_val (days, day);
}

/**
 * salon_client_store_each_days:
 * @func: called once for each client, by id
 *
 * One pass over all visits; may be cancelled between two rows.  Counted is a visit that arrived, is in service or
 * done (states 3 to 5); several on one day are one.
 */
gboolean
salon_client_store_each_days (SalonTx *tx, SalonVisitDaysFunc func, gpointer data, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_EACH_DAYS, error);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (SalonDay));
  GError *failure = NULL;
  gint64 client = 0;

  if (stmt == NULL)
    return FALSE;
  while (salon_stmt_next (stmt, &failure)) {
    gint64 id = salon_stmt_get_int (stmt, 0);
    gint64 state = salon_stmt_get_int (stmt, 2);

    if (id != client && client != 0)
      func (client, (const SalonDay *) (gpointer) days->data, days->len, data);
    if (id != client)
      g_array_set_size (days, 0);
    client = id;
    if (state >= 3 && state <= 5)
      add_day (days, (SalonDay) salon_stmt_get_int (stmt, 1));
  }
  if (failure == NULL && client != 0)
    func (client, (const SalonDay *) (gpointer) days->data, days->len, data);
  return salon_stmt_finish (failure, error);
}
