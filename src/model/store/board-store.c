/* Queries behind the board.  States 1 to 5 hold time, 6 is cancelled, 7 missed (model/entities/enums.h). */
#include "config.h"

#include "model/store/board-store.h"
#include "model/store/stmt.h"

/* $1 and $2: the days on which a visit may begin; $3 and $4: the span; $5: the employee or NULL; $6: the states up to
 * this one, besides 7. */
#define SQL_LINES                                                                                 \
  "SELECT l.visit_id, l.id, l.service_id, l.employee_id, l.room_id, l.start_min, l.work1_min, l.gap_min, l.work2_min," \
  " l.buffer_before_min, l.buffer_after_min, l.price, l.any_master, v.override_reason IS NOT NULL," \
  " l.position, l.master_matters"                                                                                   \
  " FROM visit v JOIN visit_line l ON l.visit_id = v.id"                                          \
  " WHERE v.day BETWEEN $1 AND $2 AND v.end_min > $3 AND v.start_min < $4 AND (v.state <= $6 OR v.state = 7)" \
  " AND ($5 IS NULL OR EXISTS (SELECT 1 FROM visit_line o WHERE o.visit_id = v.id AND o.employee_id = $5))"
#define SQL_EMPLOYEES                                                                             \
  "SELECT e.id, e.first_name || coalesce (' ' || e.surname, ''), e.color, e.bookable = 1 AND e.archived = 0," \
  " CASE WHEN e.archived = 0 THEN (SELECT p.thumb FROM photo p WHERE p.id = e.photo_id) END"      \
  " FROM employee e ORDER BY e.position, e.id"
#define SQL_SKILLS "SELECT employee_id, service_id FROM employee_service ORDER BY employee_id, service_id"
#define SQL_SUMS                                                                                  \
  "SELECT v.day, sum (l.work1_min + l.work2_min), count (DISTINCT v.id)"                          \
  " FROM visit v JOIN visit_line l ON l.visit_id = v.id"                                          \
  " WHERE v.day BETWEEN $1 AND $2 AND v.state <= 5 AND ($3 IS NULL OR l.employee_id = $3)"        \
  " GROUP BY v.day ORDER BY v.day"

static void
employee_row_free (gpointer data)
{
  SalonBoardEmployeeRow *row = data;

  g_free (row->name);
  g_clear_pointer (&row->thumb, g_bytes_unref);
  g_free (row);
}

static SalonBoardLineRow
read_line (SalonStmt *stmt)
{
  SalonBoardLineRow row = { 0 };

  row.visit_id = salon_stmt_get_int (stmt, 0);
  row.line_id = salon_stmt_get_int (stmt, 1);
  row.service_id = salon_stmt_get_int (stmt, 2);
  row.employee_id = salon_stmt_get_int (stmt, 3);
  row.room_id = salon_stmt_get_int (stmt, 4);
  row.start_min = salon_stmt_get_int (stmt, 5);
  row.work1_min = salon_stmt_get_int (stmt, 6);
  row.gap_min = salon_stmt_get_int (stmt, 7);
  row.work2_min = salon_stmt_get_int (stmt, 8);
  row.buffer_before_min = salon_stmt_get_int (stmt, 9);
  row.buffer_after_min = salon_stmt_get_int (stmt, 10);
  row.price = salon_stmt_get_int (stmt, 11);
  row.any_master = salon_stmt_get_int (stmt, 12) != 0;
  row.override = salon_stmt_get_int (stmt, 13) != 0;
  row.position = salon_stmt_get_int (stmt, 14);
  row.master_matters = salon_stmt_get_int (stmt, 15) != 0;
  return row;
}

/* Quicker than to have them sorted with all that is in them. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const SalonBoardLineRow *one = a;
  const SalonBoardLineRow *other = b;

  if (one->visit_id != other->visit_id)
    return one->visit_id < other->visit_id ? -1 : 1;
  if (one->position != other->position)
    return one->position < other->position ? -1 : 1;
  return (one->line_id > other->line_id) - (one->line_id < other->line_id);
}

/**
 * salon_board_store_lines:
 *
 * Returns: (transfer full) (element-type SalonBoardLineRow): of the visits of the span, by visit, then in their order
 */
GArray *
salon_board_store_lines (SalonTx *tx, const SalonBoardScope *scope, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_LINES, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SalonBoardLineRow));
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, scope->from_min / SALON_MINUTES_A_DAY - 1);
  salon_stmt_int (stmt, 2, scope->to_min / SALON_MINUTES_A_DAY);
  salon_stmt_int (stmt, 3, scope->from_min);
  salon_stmt_int (stmt, 4, scope->to_min);
  salon_stmt_int_or_null (stmt, 5, scope->employee_id);
  salon_stmt_int (stmt, 6, scope->with_cancelled ? 7 : 5);
  while (salon_stmt_next (stmt, &failure)) {
    SalonBoardLineRow row = read_line (stmt);

    g_array_append_val (rows, row);
  }
  g_array_sort (rows, compare_lines);
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * salon_board_store_employees:
 *
 * Returns: (transfer full) (element-type SalonBoardEmployeeRow): all, also those who left, in the order of the staff
 */
GPtrArray *
salon_board_store_employees (SalonTx *tx, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_EMPLOYEES, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (employee_row_free);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  while (salon_stmt_next (stmt, &failure)) {
    SalonBoardEmployeeRow *row = g_new0 (SalonBoardEmployeeRow, 1);

    row->id = salon_stmt_get_int (stmt, 0);
    row->name = salon_stmt_dup_text (stmt, 1);
    row->color = salon_stmt_get_int (stmt, 2);
    row->bookable = salon_stmt_get_int (stmt, 3) != 0;
    row->thumb = salon_stmt_dup_blob (stmt, 4);
    g_ptr_array_add (rows, row);
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * salon_board_store_skills:
 *
 * Returns: (transfer full) (element-type SalonBoardSkill): who does what, by employee and service
 */
GArray *
salon_board_store_skills (SalonTx *tx, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_SKILLS, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SalonBoardSkill));
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  while (salon_stmt_next (stmt, &failure)) {
    SalonBoardSkill row = { salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1) };

    g_array_append_val (rows, row);
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * salon_board_store_sums:
 * @employee_id: only her work; 0 = everybody's
 *
 * Returns: (transfer full) (element-type SalonBoardDaySum): what is booked, by day; days without a visit are missing
 */
GArray *
salon_board_store_sums (SalonTx *tx, SalonDay first_day, SalonDay last_day, gint64 employee_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_SUMS, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SalonBoardDaySum));
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, first_day);
  salon_stmt_int (stmt, 2, last_day);
  salon_stmt_int_or_null (stmt, 3, employee_id);
  while (salon_stmt_next (stmt, &failure)) {
    SalonBoardDaySum row = { (SalonDay) salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1),
                             salon_stmt_get_int (stmt, 2) };

    g_array_append_val (rows, row);
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&rows) : NULL;
}
