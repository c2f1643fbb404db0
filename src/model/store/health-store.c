/* Each check is a query that finds the rows that ought not to be. */
#include "model/store/health-store.h"
#include "model/store/stmt.h"

#define MAX_FINDINGS_EACH 20

/* The journal since a moment, and the clients that it concerns. */
#define SQL_LATE "SELECT id FROM journal WHERE operation_id IN (SELECT id FROM operation WHERE at >= $1)"
#define SQL_TOUCHED                                                                               \
  "SELECT entity_id FROM journal WHERE id IN (" SQL_LATE ") AND entity = 'client'"                \
  " UNION SELECT entity_id FROM journal_owner WHERE journal_id IN (" SQL_LATE ") AND entity = 'client'" \
  " UNION SELECT v.client_id FROM journal_owner w JOIN visit v ON v.id = w.entity_id"             \
  "        WHERE w.journal_id IN (" SQL_LATE ") AND w.entity = 'visit'"
#define SQL_OTHERS                                                                                \
  "SELECT EXISTS (SELECT 1 FROM journal WHERE id IN (" SQL_LATE ") AND entity <> 'client' AND id NOT IN" \
  " (SELECT journal_id FROM journal_owner WHERE entity IN ('client', 'visit') AND journal_id IN (" SQL_LATE ")))"

/* Of all who were not touched: who brought more stands before who brought less. */
#define SQL_ORDER                                                                                 \
  "WITH ranked AS (SELECT client_id, sold_12m, top_place, importance, lag (sold_12m) OVER w AS sold," \
  "  lag (top_place) OVER w AS place, lag (importance) OVER w AS class FROM client_stat"          \
  "  WHERE sold_12m > 0 AND client_id NOT IN (" SQL_TOUCHED ") WINDOW w AS (ORDER BY sold_12m DESC, client_id))" \
  " SELECT 'client ' || client_id || ': TOP place ' || coalesce (top_place, 'none') || ' and class ' || importance ||" \
  "  ' do not fit behind place ' || place || ' and class ' || class FROM ranked WHERE sold IS NOT NULL AND"   \
  "  CASE WHEN sold_12m = sold THEN top_place IS NOT place OR importance <> class"                \
  "       ELSE coalesce (top_place, 0) <= place OR importance < class END LIMIT $2"

/* Nobody was touched: each place and class is just what the sums say. */
#define SQL_PLACES                                                                                \
  "WITH ranked AS (SELECT client_id, top_place, importance, dense_rank () OVER (ORDER BY sold_12m DESC) AS place," \
  "  coalesce (sum (sold_12m) OVER (ORDER BY sold_12m DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS above," \
  "  sum (sold_12m) OVER () AS total FROM client_stat WHERE sold_12m > 0),"                       \
  " made AS (SELECT client_id, top_place, importance, place,"                                     \
  "  CASE WHEN above * 100 < total * 80 THEN 1 WHEN above * 100 < total * 95 THEN 2 ELSE 3 END AS class FROM ranked" \
  "  UNION ALL SELECT client_id, top_place, importance, NULL, 0 FROM client_stat WHERE sold_12m <= 0)" \
  " SELECT 'client ' || client_id || ': TOP place and class are ' || coalesce (top_place, 'none') || ', ' || importance ||" \
  "  ' and ought to be ' || coalesce (place, 'none') || ', ' || class FROM made"                  \
  " WHERE top_place IS NOT place OR importance <> class ORDER BY client_id LIMIT $1"

static const char *const checks[] = {
  /* A visit without lines. */
  "SELECT 'visit ' || v.id || ' has no line' FROM visit v"
  " WHERE NOT EXISTS (SELECT 1 FROM visit_line l WHERE l.visit_id = v.id) LIMIT $1",
  /* A live visit whose lines take no time of their employees. */
  "SELECT 'line ' || l.id || ' takes no time' FROM visit_line l JOIN visit v ON v.id = l.visit_id"
  " WHERE v.state <= 5 AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.kind = 1 AND o.resource_id = l.employee_id"
  "   AND o.from_min = l.start_min AND o.line_id = l.id) LIMIT $1",
  /* Time taken by a visit that was cancelled or missed. */
  "SELECT 'visit ' || v.id || ' takes time though it is over' FROM occupancy o JOIN visit v ON v.id = o.visit_id"
  " WHERE v.state IN (6, 7) LIMIT $1",
  /* The head of a visit against its lines. */
  "SELECT 'visit ' || v.id || ' starts when none of its lines does' FROM visit v"
  " WHERE v.start_min <> (SELECT min (l.start_min) FROM visit_line l WHERE l.visit_id = v.id) LIMIT $1",
  /* Two visits at one time of one employee, none of which was allowed to. */
  "SELECT 'employee ' || a.resource_id || ': visits ' || a.visit_id || ' and ' || b.visit_id || ' overlap'"
  "  FROM occupancy a JOIN occupancy b ON b.kind = 1 AND b.resource_id = a.resource_id AND b.from_min >= a.from_min"
  "   AND b.from_min < a.to_min AND b.line_id <> a.line_id"
  " WHERE a.kind = 1 AND a.override = 0 AND b.override = 0 LIMIT $1",
  /* Plastic cards at a printer where nothing waits, and one of a kind given to somebody twice. */
  "SELECT 'card ' || c.number || ' is at a printer where nothing waits' FROM plastic_card c"
  " JOIN card_print p ON p.id = c.card_print_id WHERE c.state = 2 AND p.state <> 1 LIMIT $1",
  "SELECT 'client ' || client_id || ' has two cards of kind ' || card_kind_id || ' in use' FROM plastic_card"
  " WHERE state = 3 AND client_id IS NOT NULL GROUP BY client_id, card_kind_id HAVING count (*) > 1 LIMIT $1",
  /* Clients that cannot be found, and search entries of nobody. */
  "SELECT 'client ' || c.id || ' is not in the search index' FROM client c"
  " WHERE c.archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM client_search s WHERE s.client_id = c.id) LIMIT $1",
  "SELECT 'client ' || s.client_id || ' is archived but in the search index' FROM client_search s"
  "  JOIN client c ON c.id = s.client_id WHERE c.archived_at IS NOT NULL LIMIT $1",
};

static gboolean
read_findings (SalonStmt *stmt, GPtrArray *findings, GError **error)
{
  GError *failure = NULL;

  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (findings, salon_stmt_dup_text (stmt, 0));
  return salon_stmt_finish (failure, error);
}

static gboolean
run_check (SalonTx *tx, const char *sql, GPtrArray *findings, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, MAX_FINDINGS_EACH);
  return read_findings (stmt, findings, error);
}

/**
 * salon_health_store_check:
 * @findings: (element-type utf8): gets one line for each row that ought not to be
 *
 * Returns: %FALSE with @error when a check could not run
 */
gboolean
salon_health_store_check (SalonTx *tx, GPtrArray *findings, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (!run_check (tx, checks[i], findings, error))
      return FALSE;
  return TRUE;
}

/**
 * salon_health_store_touched:
 * @since: UTC microseconds
 * @others: (out): whether the log has something since that belongs to no client: a service, a setting, a rule
 *
 * Returns: (transfer full) (element-type gint64): the clients that were changed since, themselves or in what belongs to
 *   them
 */
GArray *
salon_health_store_touched (SalonTx *tx, gint64 since, gboolean *others, GError **error)
{
  g_autoptr (SalonStmt) rest = salon_tx_prepare (tx, SQL_OTHERS, error);
  g_autoptr (SalonStmt) stmt = NULL;
  gint64 found = 0;

  if (rest == NULL)
    return NULL;
  salon_stmt_int (rest, 1, since);
  if (!salon_stmt_read_int (rest, &found, error))
    return NULL;
  *others = found != 0;
  stmt = salon_tx_prepare (tx, SQL_TOUCHED, error);
  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, since);
  return salon_stmt_read_ids (stmt, error);
}

static gboolean
check_order (SalonTx *tx, gint64 since, GPtrArray *findings, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ORDER, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, since);
  salon_stmt_int (stmt, 2, MAX_FINDINGS_EACH);
  return read_findings (stmt, findings, error);
}

/**
 * salon_health_store_check_places:
 * @since: when the day began whose places they are
 * @untouched: whether nobody was changed since; else only those who were not are held against each other
 *
 * TOP places and classes, made again by the engine's own ranking.
 */
gboolean
salon_health_store_check_places (SalonTx *tx, gint64 since, gboolean untouched, GPtrArray *findings, GError **error)
{
  return untouched ? run_check (tx, SQL_PLACES, findings, error) : check_order (tx, since, findings, error);
}
