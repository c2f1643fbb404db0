/* One statement for each question: the condition of the filter over client and client_stat. */
#include "config.h"

#include <string.h>

#include "model/store/filter-store.h"

#define SQL_FROM " FROM client c JOIN client_stat s ON s.client_id = c.id WHERE "

#define SQL_STATUS                                                                                \
  "CASE WHEN s.visit_days = 0 THEN 0 WHEN s.lost_on <= @today THEN 3 WHEN s.permanent_until >= @today THEN 2 ELSE 1 END"
#define SQL_CLASS "CASE WHEN c.importance_pin > 0 THEN c.importance_pin ELSE s.importance END"
#define SQL_NEXT                                                                                  \
  "CASE WHEN s.next_min IS NULL OR s.next_min >= @now THEN s.next_min ELSE"                       \
  " (SELECT min (v.start_min) FROM visit v WHERE v.client_id = c.id AND v.day >= @today AND v.start_min >= @now" \
  "   AND v.state IN (1, 2)) END"
#define SQL_FIRST_PHONE                                                                           \
  "(SELECT coalesce (p.e164, p.typed) FROM client_phone p WHERE p.client_id = c.id ORDER BY p.position, p.id LIMIT 1)"

/* By what an order goes, the first word first.  Words that may be missing stand last both ways if @missing_last. */
typedef struct {
  const char *words[4];
  gboolean missing_last;
} Order;

static const Order orders[] = {
  [SALON_CLIENT_ORDER_VISITS] = { { "s.visit_days" }, FALSE },
  [SALON_CLIENT_ORDER_NAME] = { { "s.name_key" }, FALSE },
  [SALON_CLIENT_ORDER_SOLD] = { { "s.sold" }, FALSE },
  [SALON_CLIENT_ORDER_LAST_VISIT] = { { "s.last_day" }, FALSE },
  [SALON_CLIENT_ORDER_ADDED] = { { "c.created_at" }, FALSE },
  [SALON_CLIENT_ORDER_IMPORTANCE] = { { "4 - nullif (" SQL_CLASS ", 0)", "CASE WHEN c.importance_pin > 0 THEN 1 ELSE 0 END",
                                        "s.sold_12m" }, TRUE },
  [SALON_CLIENT_ORDER_FREQUENCY] = { { "CASE WHEN s.visit_days > 1 THEN (s.last_day - s.first_day) / (s.visit_days - 1) END" },
                                     TRUE },
  [SALON_CLIENT_ORDER_NEXT_VISIT] = { { SQL_NEXT }, TRUE },
  [SALON_CLIENT_ORDER_FIRST_VISIT] = { { "s.first_day" }, TRUE },
  [SALON_CLIENT_ORDER_NO_SHOWS] = { { "s.no_shows" }, TRUE },
  [SALON_CLIENT_ORDER_SOLD_12M] = { { "s.sold_12m" }, TRUE },
  [SALON_CLIENT_ORDER_TOP_PLACE] = { { "s.top_place" }, TRUE },
  [SALON_CLIENT_ORDER_DISCOUNT] = { { "nullif (c.discount_bp, 0)" }, TRUE },
  [SALON_CLIENT_ORDER_STATUS] = { { SQL_STATUS }, TRUE },
  [SALON_CLIENT_ORDER_PHONE] = { { SQL_FIRST_PHONE }, TRUE },
  [SALON_CLIENT_ORDER_EMAIL] = { { "c.email" }, TRUE },
  [SALON_CLIENT_ORDER_AGE] = { { "@year - c.birth_year - CASE WHEN c.birth_month * 100 + c.birth_mday > @mday THEN 1 ELSE 0 END" },
                               TRUE },
  [SALON_CLIENT_ORDER_BIRTHDAY] = { { "c.birth_month * 100 + c.birth_mday" }, TRUE },
  [SALON_CLIENT_ORDER_GENDER] = { { "c.gender" }, TRUE },
  [SALON_CLIENT_ORDER_SOURCE] = { { "(SELECT o.name FROM source o WHERE o.id = c.source_id)" }, TRUE },
};

static void
add_order (SalonSqlText *sql, const SalonFilterScope *scope, SalonClientOrder which, gboolean descending)
{
  const Order *order = &orders[which];
  const char *direction = descending ? " DESC" : "";

  salon_sql_text_add (sql, " ORDER BY ");
  for (guint i = 0; i < G_N_ELEMENTS (order->words) && order->words[i] != NULL; i++) {
    salon_filter_sql_expression (sql, scope, order->words[i]);
    salon_sql_text_add (sql, direction);
    salon_sql_text_add (sql, order->missing_last ? " NULLS LAST, " : ", ");
  }
  /* The id of the table whose index gives the order. */
  salon_sql_text_add (sql, which == SALON_CLIENT_ORDER_ADDED ? "c.id" : "s.client_id");
  salon_sql_text_add (sql, direction);
}

/**
 * salon_filter_store_ids:
 * @filter: (nullable): %NULL = everybody
 * @descending: the largest, newest, last first; in the orders from "importance" on who has no such value is last both ways
 *
 * Returns: (transfer full) (element-type gint64): everyone who fits, in this order
 */
GArray *
salon_filter_store_ids (SalonTx *tx, const SalonFilter *filter, const SalonFilterScope *scope, SalonClientOrder order,
                        gboolean descending, GError **error)
{
  g_autoptr (SalonSqlText) sql = salon_sql_text_new ();
  g_autoptr (SalonStmt) stmt = NULL;

  g_return_val_if_fail ((guint) order < G_N_ELEMENTS (orders), NULL);
  salon_sql_text_add (sql, "SELECT s.client_id" SQL_FROM);
  if (!salon_filter_sql_condition (sql, tx, filter, scope, error))
    return NULL;
  add_order (sql, scope, order, descending);
  stmt = salon_sql_text_prepare (sql, tx, error);
  return stmt != NULL ? salon_stmt_read_ids (stmt, error) : NULL;
}

static GArray *
read_ids (SalonSqlText *sql, SalonTx *tx, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_sql_text_prepare (sql, tx, error);

  return stmt != NULL ? salon_stmt_read_ids (stmt, error) : NULL;
}

/**
 * salon_filter_store_range:
 *
 * Returns: (transfer full) (element-type gint64): who fits of the clients with @after < id ≤ @to, ascending
 */
GArray *
salon_filter_store_range (SalonTx *tx, const SalonFilter *filter, const SalonFilterScope *scope, gint64 after, gint64 to,
                          GError **error)
{
  g_autoptr (SalonSqlText) sql = salon_sql_text_new ();

  salon_sql_text_add (sql, "SELECT c.id" SQL_FROM "c.id > ");
  salon_sql_text_int (sql, after);
  salon_sql_text_add (sql, " AND c.id <= ");
  salon_sql_text_int (sql, to);
  salon_sql_text_add (sql, " AND ");
  if (!salon_filter_sql_condition (sql, tx, filter, scope, error))
    return NULL;
  salon_sql_text_add (sql, " ORDER BY c.id");
  return read_ids (sql, tx, error);
}

/**
 * salon_filter_store_due:
 * @filter: of a rule
 * @category_id: that the rule gives
 * @ids: (nullable) (element-type gint64): of whom; %NULL = everybody
 *
 * Returns: (transfer full) (element-type gint64): the first @limit clients who fit and have not the category, or have it
 *   by the rule and fit no more
 */
GArray *
salon_filter_store_due (SalonTx *tx, const SalonFilter *filter, const SalonFilterScope *scope, gint64 category_id,
                        const GArray *ids, guint limit, GError **error)
{
  g_autoptr (SalonSqlText) sql = salon_sql_text_new ();

  salon_sql_text_add (sql, "SELECT c.id" SQL_FROM);
  if (ids != NULL) {
    salon_sql_text_add (sql, "c.id");
    salon_sql_text_in (sql, (const gint64 *) (gconstpointer) ids->data, ids->len);
    salon_sql_text_add (sql, " AND ");
  }
  salon_sql_text_add (sql, "CASE WHEN (");
  if (!salon_filter_sql_condition (sql, tx, filter, scope, error))
    return NULL;
  salon_sql_text_add (sql, ") THEN NOT EXISTS (SELECT 1 FROM client_category k WHERE k.client_id = c.id AND k.category_id = ");
  salon_sql_text_int (sql, category_id);
  salon_sql_text_add (sql, ") ELSE EXISTS (SELECT 1 FROM client_category k WHERE k.client_id = c.id AND k.by_rule = 1"
                           " AND k.category_id = ");
  salon_sql_text_int (sql, category_id);
  salon_sql_text_add (sql, ") END ORDER BY c.id LIMIT ");
  salon_sql_text_int (sql, limit);
  return read_ids (sql, tx, error);
}

/**
 * salon_filter_store_split:
 * @counts: (out caller-allocates): how many fit, by #SalonStatus
 *
 * One pass over the clients.
 */
gboolean
salon_filter_store_split (SalonTx *tx, const SalonFilter *filter, const SalonFilterScope *scope,
                          gint64 counts[SALON_N_STATUSES], GError **error)
{
  g_autoptr (SalonSqlText) sql = salon_sql_text_new ();
  g_autoptr (SalonStmt) stmt = NULL;
  GError *failure = NULL;

  memset (counts, 0, SALON_N_STATUSES * sizeof *counts);
  salon_sql_text_add (sql, "SELECT ");
  salon_filter_sql_expression (sql, scope, SQL_STATUS);
  salon_sql_text_add (sql, ", count (*)" SQL_FROM);
  if (!salon_filter_sql_condition (sql, tx, filter, scope, error))
    return FALSE;
  salon_sql_text_add (sql, " GROUP BY 1");
  stmt = salon_sql_text_prepare (sql, tx, error);
  if (stmt == NULL)
    return FALSE;
  while (salon_stmt_next (stmt, &failure))
    counts[salon_stmt_get_int (stmt, 0) & 3] = salon_stmt_get_int (stmt, 1);
  return salon_stmt_finish (failure, error);
}
