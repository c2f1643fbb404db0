/* Queries about visits.  Counted is a visit that arrived, is in service or done. */
#include "config.h"

#include "model/store/stat-store.h"
#include "model/store/stmt.h"
#include "model/store/visit-store.h"

/* States 3 to 5: arrived, in service, done; 5: done; 1 and 2: booked and confirmed. */
#define MOST_BUFFER 360 /* minutes kept free before or after what is taken */
#define MOST_LENGTH 1440

#define SQL_CLEAR "DELETE FROM occupancy WHERE visit_id = $1"
#define SQL_ADD                                                                                   \
  "INSERT INTO occupancy (kind, resource_id, from_min, to_min, before_min, after_min, visit_id, line_id, override)" \
  " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
#define SQL_OCCUPANCY                                                                             \
  "SELECT from_min, to_min, before_min, after_min, visit_id, line_id, override"                   \
  "  FROM occupancy WHERE kind = $1 AND resource_id = $2 AND from_min >= $3 AND from_min < $4"    \
  "   AND to_min + after_min > $5 AND from_min - before_min < $6"                                 \
  " ORDER BY from_min, line_id"
#define SQL_OF_VISIT                                                                              \
  "SELECT from_min, to_min, before_min, after_min, visit_id, line_id, override, kind, resource_id" \
  "  FROM occupancy WHERE visit_id = $1 ORDER BY kind, resource_id, from_min, line_id"
#define SQL_RESOURCES_EMPLOYEE "SELECT id FROM employee ORDER BY position, id"
#define SQL_RESOURCES_ROOM     "SELECT id FROM room ORDER BY position, id"
#define SQL_COUNTED_DAYS                                                                          \
  "SELECT DISTINCT day FROM visit WHERE client_id = $1 AND state BETWEEN 3 AND 5 ORDER BY day"
#define SQL_COUNTED_LINES                                                                         \
  "SELECT l.employee_id, l.service_id FROM visit v JOIN visit_line l ON l.visit_id = v.id"        \
  " WHERE v.client_id = $1 AND v.state BETWEEN 3 AND 5"
#define SQL_COUNT_STATE "SELECT count (*) FROM visit WHERE client_id = $1 AND state = $2"
#define SQL_COUNT_DONE                                                                            \
  "SELECT count (DISTINCT l.visit_id) FROM visit_line l JOIN visit v ON v.id = l.visit_id"        \
  " WHERE l.employee_id = $1 AND l.start_min BETWEEN $2 AND $3 AND v.state = 5"
/* Without an order: the few bookings of a client are looked through, and the engine makes no table to sort them. */
#define SQL_NEXT                                                                                  \
  "SELECT id, start_min FROM visit WHERE client_id = $1 AND day >= $2 AND start_min >= $3 AND state IN (1, 2)"
#define SQL_LAST_COUNTED                                                                          \
  "SELECT id FROM visit WHERE client_id = $1 AND state BETWEEN 3 AND 5 ORDER BY day DESC, start_min DESC, id DESC LIMIT 1"
#define SQL_HABIT_BODY                                                                            \
  " , count (DISTINCT v.id), max (v.day) FROM visit v JOIN visit_line l ON l.visit_id = v.id"     \
  " WHERE v.client_id = $1 AND v.state BETWEEN 3 AND 5 AND v.day BETWEEN $2 AND $3"               \
  " GROUP BY 1 ORDER BY 2 DESC, 3 DESC, 1"
#define SQL_HABIT_EMPLOYEE "SELECT l.employee_id" SQL_HABIT_BODY
#define SQL_HABIT_SERVICE  "SELECT l.service_id" SQL_HABIT_BODY
#define SQL_IDS            "SELECT id FROM visit WHERE day BETWEEN $1 AND $2 ORDER BY start_min, id"
#define SQL_CLIENT_OVERLAPS                                                                       \
  "SELECT id FROM visit WHERE client_id = $1 AND day BETWEEN $2 AND $3 AND start_min < $5 AND end_min > $4" \
  " AND id <> $6 AND state <= 5 ORDER BY start_min, id"

/**
 * salon_visit_store_clear_occupancy: frees the time of a visit
 */
gboolean
salon_visit_store_clear_occupancy (SalonTx *tx, gint64 visit_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_CLEAR, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, visit_id);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_visit_store_add_occupancy:
 *
 * Returns: %FALSE with %SALON_ERROR_CONFLICT when the time is taken: the trigger refuses
 */
gboolean
salon_visit_store_add_occupancy (SalonTx *tx, const SalonOccupancy *row, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ADD, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, row->kind);
  salon_stmt_int (stmt, 2, row->resource_id);
  salon_stmt_int (stmt, 3, row->from_min);
  salon_stmt_int (stmt, 4, row->to_min);
  salon_stmt_int (stmt, 5, row->before_min);
  salon_stmt_int (stmt, 6, row->after_min);
  salon_stmt_int (stmt, 7, row->visit_id);
  salon_stmt_int (stmt, 8, row->line_id);
  salon_stmt_int (stmt, 9, row->override);
  return salon_stmt_run (stmt, error);
}

static SalonOccupancy
read_occupancy (SalonStmt *stmt)
{
  return (SalonOccupancy){
    .from_min = salon_stmt_get_int (stmt, 0),
    .to_min = salon_stmt_get_int (stmt, 1),
    .before_min = salon_stmt_get_int (stmt, 2),
    .after_min = salon_stmt_get_int (stmt, 3),
    .visit_id = salon_stmt_get_int (stmt, 4),
    .line_id = salon_stmt_get_int (stmt, 5),
    .override = salon_stmt_get_int (stmt, 6) != 0,
  };
}

/**
 * salon_visit_store_occupancy_of:
 * @from_min: absolute wall minute
 * @to_min: absolute wall minute
 * @rows: (element-type SalonOccupancy): gets, by start, all time of one employee or room that may
 *   touch [@from_min, @to_min), buffers included
 */
gboolean
salon_visit_store_occupancy_of (SalonTx *tx, SalonResourceKind kind, gint64 resource, gint64 from_min, gint64 to_min,
                                GArray *rows, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_OCCUPANCY, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, kind);
  salon_stmt_int (stmt, 2, resource);
  salon_stmt_int (stmt, 3, from_min - MOST_LENGTH - 2 * MOST_BUFFER);
  salon_stmt_int (stmt, 4, to_min + 2 * MOST_BUFFER);
  salon_stmt_int (stmt, 5, from_min - MOST_BUFFER);
  salon_stmt_int (stmt, 6, to_min + MOST_BUFFER);
  while (salon_stmt_next (stmt, &failure)) {
    SalonOccupancy row = read_occupancy (stmt);

    row.kind = kind;
    row.resource_id = resource;
    g_array_append_val (rows, row);
  }
  return salon_stmt_finish (failure, error);
}

/**
 * salon_visit_store_occupancy_of_visit:
 *
 * Returns: (transfer full) (element-type SalonOccupancy): the time that a visit takes; by kind,
 *   resource, start and line
 */
GArray *
salon_visit_store_occupancy_of_visit (SalonTx *tx, gint64 visit_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_OF_VISIT, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SalonOccupancy));
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, visit_id);
  while (salon_stmt_next (stmt, &failure)) {
    SalonOccupancy row = read_occupancy (stmt);

    row.kind = (SalonResourceKind) salon_stmt_get_int (stmt, 7);
    row.resource_id = salon_stmt_get_int (stmt, 8);
    g_array_append_val (rows, row);
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * salon_visit_store_occupancy:
 * @from_min: absolute wall minute
 * @to_min: absolute wall minute
 *
 * Returns: (transfer full) (element-type SalonOccupancy): all time of @kind that may touch
 *   [@from_min, @to_min), buffers included; by resource, then by start
 */
GArray *
salon_visit_store_occupancy (SalonTx *tx, SalonResourceKind kind, gint64 from_min, gint64 to_min, GError **error)
{
  const char *sql = kind == SALON_RESOURCE_EMPLOYEE ? SQL_RESOURCES_EMPLOYEE : SQL_RESOURCES_ROOM;
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);
  g_autoptr (GArray) resources = stmt != NULL ? salon_stmt_read_ids (stmt, error) : NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SalonOccupancy));

  if (resources == NULL)
    return NULL;
  for (guint i = 0; i < resources->len; i++)
    if (!salon_visit_store_occupancy_of (tx, kind, g_array_index (resources, gint64, i), from_min, to_min, rows, error))
      return NULL;
  return g_steal_pointer (&rows);
}

/**
 * salon_visit_store_counted_days:
 *
 * Returns: (transfer full) (element-type SalonDay): the client's visit days, ascending, each once
 */
GArray *
salon_visit_store_counted_days (SalonTx *tx, gint64 client_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_COUNTED_DAYS, error);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (SalonDay));
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, client_id);
  while (salon_stmt_next (stmt, &failure)) {
    SalonDay day = (SalonDay) salon_stmt_get_int (stmt, 0);

    g_array_append_val (days, day);
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&days) : NULL;
}

/**
 * salon_visit_store_marks:
 * @masters: (out): salon_stat_mark() of all employees of the client's counted visits
 * @services: (out): salon_stat_mark() of all services of the client's counted visits
 */
gboolean
salon_visit_store_marks (SalonTx *tx, gint64 client_id, gint64 *masters, gint64 *services, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_COUNTED_LINES, error);
  GError *failure = NULL;

  *masters = 0;
  *services = 0;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  while (salon_stmt_next (stmt, &failure)) {
    *masters |= salon_stat_mark (salon_stmt_get_int (stmt, 0));
    *services |= salon_stat_mark (salon_stmt_get_int (stmt, 1));
  }
  return salon_stmt_finish (failure, error);
}

/**
 * salon_visit_store_count_state:
 * @count: (out): the client's visits in @state
 */
gboolean
salon_visit_store_count_state (SalonTx *tx, gint64 client_id, gint64 state, gint64 *count, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_COUNT_STATE, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_int (stmt, 2, state);
  return salon_stmt_read_int (stmt, count, error);
}

/**
 * salon_visit_store_count_done:
 * @count: (out): visits with a done line of @employee_id on the days from @from to @to
 */
gboolean
salon_visit_store_count_done (SalonTx *tx, gint64 employee_id, SalonDay from, SalonDay to, gint64 *count, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_COUNT_DONE, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, employee_id);
  salon_stmt_int (stmt, 2, (gint64) from * SALON_MINUTES_A_DAY);
  salon_stmt_int (stmt, 3, ((gint64) to + 1) * SALON_MINUTES_A_DAY - 1);
  return salon_stmt_read_int (stmt, count, error);
}

/**
 * salon_visit_store_next:
 * @visit_id: (out): the client's next booked visit from @from_min on; 0 if none
 * @start_min: (out): absolute wall minute
 */
gboolean
salon_visit_store_next (SalonTx *tx, gint64 client_id, gint64 from_min, gint64 *visit_id, gint64 *start_min, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_NEXT, error);
  GError *failure = NULL;

  *visit_id = 0;
  *start_min = 0;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_int (stmt, 2, from_min / SALON_MINUTES_A_DAY);
  salon_stmt_int (stmt, 3, from_min);
  while (salon_stmt_next (stmt, &failure)) {
    gint64 id = salon_stmt_get_int (stmt, 0);
    gint64 start = salon_stmt_get_int (stmt, 1);

    if (*visit_id != 0 && (start > *start_min || (start == *start_min && id > *visit_id)))
      continue;
    *visit_id = id;
    *start_min = start;
  }
  return salon_stmt_finish (failure, error);
}

/**
 * salon_visit_store_last_counted:
 * @visit_id: (out): the client's newest counted visit; 0 if none
 */
gboolean
salon_visit_store_last_counted (SalonTx *tx, gint64 client_id, gint64 *visit_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_LAST_COUNTED, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  return salon_stmt_read_int (stmt, visit_id, error);
}

/**
 * salon_visit_store_habits:
 * @kind_or_service: %SALON_RESOURCE_EMPLOYEE for masters, 0 for services
 *
 * Returns: (transfer full) (element-type SalonHabit): what the client had from @from to @to, most
 *   frequent first, the newest first among equals
 */
GArray *
salon_visit_store_habits (SalonTx *tx, gint64 client_id, SalonResourceKind kind_or_service, SalonDay from, SalonDay to,
                          GError **error)
{
  const char *sql = kind_or_service == SALON_RESOURCE_EMPLOYEE ? SQL_HABIT_EMPLOYEE : SQL_HABIT_SERVICE;
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);
  g_autoptr (GArray) habits = g_array_new (FALSE, FALSE, sizeof (SalonHabit));
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_int (stmt, 2, from);
  salon_stmt_int (stmt, 3, to);
  while (salon_stmt_next (stmt, &failure)) {
    SalonHabit habit = { salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1),
                         (SalonDay) salon_stmt_get_int (stmt, 2) };

    g_array_append_val (habits, habit);
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&habits) : NULL;
}

/**
 * salon_visit_store_ids:
 *
 * Returns: (transfer full) (element-type gint64): visits of the days from @from to @to, by start
 */
GArray *
salon_visit_store_ids (SalonTx *tx, SalonDay from, SalonDay to, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_IDS, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, from);
  salon_stmt_int (stmt, 2, to);
  return salon_stmt_read_ids (stmt, error);
}

/**
 * salon_visit_store_client_overlaps:
 *
 * Returns: (transfer full) (element-type gint64): the client's other visits that meet [@from_min, @to_min)
 */
GArray *
salon_visit_store_client_overlaps (SalonTx *tx, gint64 client_id, gint64 from_min, gint64 to_min, gint64 except_visit,
                                   GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_CLIENT_OVERLAPS, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_int (stmt, 2, from_min / SALON_MINUTES_A_DAY - 1);
  salon_stmt_int (stmt, 3, to_min / SALON_MINUTES_A_DAY);
  salon_stmt_int (stmt, 4, from_min);
  salon_stmt_int (stmt, 5, to_min);
  salon_stmt_int (stmt, 6, except_visit);
  return salon_stmt_read_ids (stmt, error);
}
