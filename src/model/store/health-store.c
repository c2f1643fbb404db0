/* Each check is a query that finds the rows that ought not to be. */
#include "model/store/health-store.h"
#include "model/store/stmt.h"

#define MAX_FINDINGS_EACH 20

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
  /* Clients that cannot be found, and search entries of nobody. */
  "SELECT 'client ' || c.id || ' is not in the search index' FROM client c"
  " WHERE c.archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM client_search s WHERE s.client_id = c.id) LIMIT $1",
  "SELECT 'client ' || s.client_id || ' is archived but in the search index' FROM client_search s"
  "  JOIN client c ON c.id = s.client_id WHERE c.archived_at IS NOT NULL LIMIT $1",
};

static gboolean
run_check (SalonTx *tx, const char *sql, GPtrArray *findings, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, MAX_FINDINGS_EACH);
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (findings, salon_stmt_dup_text (stmt, 0));
  return salon_stmt_finish (failure, error);
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
