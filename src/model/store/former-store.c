/* Looks through all that was ever written of lines: for what is asked now and then, not while somebody waits. */
#include "config.h"

#include "model/store/former-store.h"
#include "model/store/stmt.h"

#define BEFORE(field) "json_extract (p.before, '$." field "')"
/* $1: the employee */
#define SQL_LINES                                                                                 \
  "SELECT " BEFORE ("visit_id") " AS visit, j.operation_id, " BEFORE ("service_id") ", " BEFORE ("start_min") ","       \
  " coalesce (" BEFORE ("work1_min") ", 0) + coalesce (" BEFORE ("gap_min") ", 0) + coalesce (" BEFORE ("work2_min") ", 0)" \
  " FROM journal j JOIN journal_payload p ON p.journal_id = j.id"                                 \
  " WHERE j.entity = 'visit-line' AND p.before IS NOT NULL AND " BEFORE ("employee_id") " = $1"   \
  " AND NOT EXISTS (SELECT 1 FROM visit_line n WHERE n.visit_id = " BEFORE ("visit_id") " AND n.employee_id = $1)" \
  " ORDER BY visit, j.id DESC"

/**
 * salon_former_store_lines:
 *
 * Returns: (transfer full) (nullable) (element-type SalonFormerLine): lines of the employee as they were before each change,
 *   of visits in which she has no line now, removed ones too; by visit, the newest change first
 */
GArray *
salon_former_store_lines (SalonTx *tx, gint64 employee_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_LINES, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SalonFormerLine));
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, employee_id);
  while (salon_stmt_next (stmt, &failure)) {
    SalonFormerLine line = { salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1), salon_stmt_get_int (stmt, 2),
                             salon_stmt_get_int (stmt, 3), 0 };

    line.end_min = line.start_min + salon_stmt_get_int (stmt, 4);
    g_array_append_val (lines, line);
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&lines) : NULL;
}
