/* One statement for each question: the condition of the filter over client_stat and client. */
#include "config.h"

#include <string.h>

#include "model/store/filter-order.h"
#include "model/store/filter-store.h"

#define SQL_STATUS                                                                                \
  "CASE WHEN s.visit_days = 0 THEN 0 WHEN s.lost_on <= @today THEN 3 WHEN s.permanent_until >= @today THEN 2 ELSE 1 END"

/* The figures lie together and are read in the order of their ids, whatever the planner knows of the salon; the card is
 * looked up beside them by those questions alone that are about it.  An index would lead through the cards, phones and
 * visits in another order than they lie in: only one that leaves few clients is worth that. */
#define SQL_FIGURES    " FROM client_stat s"
#define SQL_IN_ORDER   " NOT INDEXED"
#define SQL_WITH_CARDS " CROSS JOIN client c ON c.id = s.client_id"

/* ---- from where */

typedef struct {
  SalonSqlText *sql;
  SalonFilterUse use;
  gsize place; /* of the tables in the statement */
} Question;

static void
add_from (Question *self)
{
  self->place = strlen (salon_sql_text_peek (self->sql));
  salon_sql_text_add (self->sql, " WHERE ");
}

static gboolean
asks_card (const char *sql)
{
  for (const char *p = strstr (sql, "c."); p != NULL; p = strstr (p + 1, "c."))
    if (p > sql && !g_ascii_isalnum (p[-1]) && p[-1] != '_')
      return TRUE;
  return FALSE;
}

/* The statement is whole: now it is known what it reads. */
static SalonStmt *
prepare (Question *self, SalonTx *tx, GError **error)
{
  const char *sql = salon_sql_text_peek (self->sql);
  gboolean with_cards = asks_card (sql);
  gboolean in_order = !self->use.by_index && (with_cards || strstr (sql, "EXISTS") != NULL);
  g_autofree char *from = g_strconcat (SQL_FIGURES, in_order ? SQL_IN_ORDER : "", with_cards ? SQL_WITH_CARDS : "", NULL);

  salon_sql_text_insert (self->sql, self->place, from);
  return salon_sql_text_prepare (self->sql, tx, error);
}

static GArray *
read_ids (Question *self, SalonTx *tx, GError **error)
{
  g_autoptr (SalonStmt) stmt = prepare (self, tx, error);

  return stmt != NULL ? salon_stmt_read_ids (stmt, error) : NULL;
}

/* ---- */

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
  gboolean everybody = salon_filter_is_everybody (filter);
  Question question = { sql, { TRUE, FALSE }, 0 };

  salon_sql_text_add (sql, "SELECT s.client_id");
  salon_filter_order_add_words (sql, scope, order, everybody);
  add_from (&question);
  if (!salon_filter_sql_condition (sql, tx, filter, scope, &question.use, error))
    return NULL;
  stmt = prepare (&question, tx, error);
  return stmt != NULL ? salon_filter_order_read (tx, stmt, order, everybody, descending, error) : NULL;
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
  Question question = { sql, { FALSE, FALSE }, 0 };

  salon_sql_text_add (sql, "SELECT s.client_id");
  add_from (&question);
  salon_sql_text_add (sql, "s.client_id > ");
  salon_sql_text_int (sql, after);
  salon_sql_text_add (sql, " AND s.client_id <= ");
  salon_sql_text_int (sql, to);
  salon_sql_text_add (sql, " AND ");
  if (!salon_filter_sql_condition (sql, tx, filter, scope, &question.use, error))
    return NULL;
  salon_sql_text_add (sql, " ORDER BY s.client_id");
  return read_ids (&question, tx, error);
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
  Question question = { sql, { ids == NULL, FALSE }, 0 };

  salon_sql_text_add (sql, "SELECT s.client_id");
  add_from (&question);
  if (ids != NULL) {
    salon_sql_text_add (sql, "s.client_id");
    salon_sql_text_in (sql, (const gint64 *) (gconstpointer) ids->data, ids->len);
    salon_sql_text_add (sql, " AND ");
  }
  salon_sql_text_add (sql, "CASE WHEN (");
  if (!salon_filter_sql_condition (sql, tx, filter, scope, &question.use, error))
    return NULL;
  salon_sql_text_add (sql, ") THEN NOT EXISTS (SELECT 1 FROM client_category k WHERE k.client_id = s.client_id AND k.category_id = ");
  salon_sql_text_int (sql, category_id);
  salon_sql_text_add (sql, ") ELSE EXISTS (SELECT 1 FROM client_category k WHERE k.client_id = s.client_id AND k.by_rule = 1"
                           " AND k.category_id = ");
  salon_sql_text_int (sql, category_id);
  salon_sql_text_add (sql, ") END ORDER BY s.client_id LIMIT ");
  salon_sql_text_int (sql, limit);
  return read_ids (&question, tx, error);
}

/**
 * salon_filter_store_split:
 * @counts: (out caller-allocates): how many fit, by #SalonStatus
 *
 * One pass over the clients; counted here, since the engine would sort them by status first.
 */
gboolean
salon_filter_store_split (SalonTx *tx, const SalonFilter *filter, const SalonFilterScope *scope,
                          gint64 counts[SALON_N_STATUSES], GError **error)
{
  g_autoptr (SalonSqlText) sql = salon_sql_text_new ();
  g_autoptr (SalonStmt) stmt = NULL;
  GError *failure = NULL;
  Question question = { sql, { TRUE, FALSE }, 0 };

  memset (counts, 0, SALON_N_STATUSES * sizeof *counts);
  salon_sql_text_add (sql, "SELECT ");
  salon_filter_writer_expression (sql, scope, SQL_STATUS);
  add_from (&question);
  if (!salon_filter_sql_condition (sql, tx, filter, scope, &question.use, error))
    return FALSE;
  stmt = prepare (&question, tx, error);
  if (stmt == NULL)
    return FALSE;
  while (salon_stmt_next (stmt, &failure))
    counts[salon_stmt_get_int (stmt, 0) & 3]++;
  return salon_stmt_finish (failure, error);
}
