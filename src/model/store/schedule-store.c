/* Hours, shifts, breaks, absences and holidays as plain rows: a look at two months of a large salon
 * reads thousands of them. */
#include "config.h"

#include "model/store/schedule-store.h"
#include "model/store/stmt.h"

/* $1 and $2: the first and the last employee; $3 and $4: the first and the last day. */
#define SQL_HOURS                                                                                 \
  "SELECT employee_id, weekday, weekday, from_min, to_min FROM work_hours"                        \
  " WHERE employee_id BETWEEN $1 AND $2 ORDER BY employee_id"
#define SQL_WEEKLY_BREAKS                                                                         \
  "SELECT employee_id, weekday, weekday, from_min, to_min FROM weekly_break"                      \
  " WHERE employee_id BETWEEN $1 AND $2 ORDER BY employee_id"
#define SQL_SHIFTS                                                                                \
  "SELECT employee_id, day, day, from_min, to_min FROM shift"                                     \
  " WHERE day BETWEEN $3 AND $4 AND employee_id BETWEEN $1 AND $2 ORDER BY employee_id, day"
/* The plus keeps to the index by day: the other one leads to all breaks that there ever were. */
#define SQL_BREAKS                                                                                \
  "SELECT employee_id, day, day, from_min, to_min FROM work_break"                                \
  " WHERE day BETWEEN $3 AND $4 AND +employee_id BETWEEN $1 AND $2 ORDER BY employee_id, day"
/* The pluses: few absences end later, whoever's, so the index by day is the one to take, and the few are sorted; of
 * one employee alone there are few, too. */
#define SQL_ABSENCES                                                                              \
  "SELECT employee_id, first_day, last_day, 0, 0 FROM absence"                                    \
  " WHERE last_day >= $3 AND first_day <= $4 AND +employee_id BETWEEN $1 AND $2 ORDER BY +employee_id"
#define SQL_ABSENCES_OF_ONE                                                                       \
  "SELECT employee_id, first_day, last_day, 0, 0 FROM absence"                                    \
  " WHERE employee_id = $1 AND +last_day >= $3 AND first_day <= $4"
#define SQL_HOLIDAYS                                                                              \
  "SELECT 0, first_day, last_day, 0, 0 FROM holiday WHERE last_day >= $1 AND first_day <= $2"

#define SQL_SERVICES_OF   "SELECT service_id FROM employee_service WHERE employee_id = $1"
#define SQL_EMPLOYEES_FOR "SELECT employee_id FROM employee_service WHERE service_id = $1"

static GArray *
read_rows (SalonStmt *stmt, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SalonScheduleRow));
  GError *failure = NULL;

  while (salon_stmt_next (stmt, &failure)) {
    SalonScheduleRow row = {
      .employee_id = salon_stmt_get_int (stmt, 0),
      .first = (int) salon_stmt_get_int (stmt, 1),
      .last = (int) salon_stmt_get_int (stmt, 2),
      .from = (int) salon_stmt_get_int (stmt, 3),
      .to = (int) salon_stmt_get_int (stmt, 4),
    };

    g_array_append_val (rows, row);
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&rows) : NULL;
}

static GArray *
load (SalonTx *tx, const char *sql, gint64 employee_id, gboolean dated, SalonDay first_day, SalonDay last_day,
      GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, employee_id != 0 ? employee_id : 1);
  salon_stmt_int (stmt, 2, employee_id != 0 ? employee_id : G_MAXINT64);
  if (dated) {
    salon_stmt_int (stmt, 3, first_day);
    salon_stmt_int (stmt, 4, last_day);
  }
  return read_rows (stmt, error);
}

static GArray *
load_holidays (SalonTx *tx, SalonDay first_day, SalonDay last_day, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_HOLIDAYS, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, first_day);
  salon_stmt_int (stmt, 2, last_day);
  return read_rows (stmt, error);
}

/**
 * salon_schedule_store_load:
 * @employee_id: 0 = everybody
 *
 * Returns: (transfer full): weekly hours and breaks, absences and holidays from @first_day to @last_day, without
 *   shifts and breaks
 */
SalonScheduleRows *
salon_schedule_store_load (SalonTx *tx, gint64 employee_id, SalonDay first_day, SalonDay last_day, GError **error)
{
  g_autoptr (SalonScheduleRows) rows = g_new0 (SalonScheduleRows, 1);

  rows->hours = load (tx, SQL_HOURS, employee_id, FALSE, first_day, last_day, error);
  if (rows->hours != NULL)
    rows->weekly_breaks = load (tx, SQL_WEEKLY_BREAKS, employee_id, FALSE, first_day, last_day, error);
  if (rows->weekly_breaks != NULL)
    rows->absences = load (tx, employee_id != 0 ? SQL_ABSENCES_OF_ONE : SQL_ABSENCES, employee_id, TRUE, first_day,
                           last_day, error);
  if (rows->absences != NULL)
    rows->holidays = load_holidays (tx, first_day, last_day, error);
  return rows->holidays != NULL ? g_steal_pointer (&rows) : NULL;
}

/**
 * salon_schedule_store_load_days:
 * @rows: gets the shifts and breaks from @first_day to @last_day, instead of those it had
 * @employee_id: 0 = everybody
 */
gboolean
salon_schedule_store_load_days (SalonTx *tx, SalonScheduleRows *rows, gint64 employee_id, SalonDay first_day,
                                SalonDay last_day, GError **error)
{
  g_clear_pointer (&rows->shifts, g_array_unref);
  g_clear_pointer (&rows->breaks, g_array_unref);
  rows->shifts = load (tx, SQL_SHIFTS, employee_id, TRUE, first_day, last_day, error);
  if (rows->shifts != NULL)
    rows->breaks = load (tx, SQL_BREAKS, employee_id, TRUE, first_day, last_day, error);
  return rows->breaks != NULL;
}

static GArray *
read_skills (SalonTx *tx, const char *sql, gint64 id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, id);
  return salon_stmt_read_ids (stmt, error);
}

/**
 * salon_schedule_store_services_of:
 *
 * Returns: (transfer full) (element-type gint64): the services that the employee does
 */
GArray *
salon_schedule_store_services_of (SalonTx *tx, gint64 employee_id, GError **error)
{
  return read_skills (tx, SQL_SERVICES_OF, employee_id, error);
}

/**
 * salon_schedule_store_employees_for:
 *
 * Returns: (transfer full) (element-type gint64): the employees who do the service
 */
GArray *
salon_schedule_store_employees_for (SalonTx *tx, gint64 service_id, GError **error)
{
  return read_skills (tx, SQL_EMPLOYEES_FOR, service_id, error);
}

/**
 * salon_schedule_rows_free:
 * @self: (transfer full):
 */
void
salon_schedule_rows_free (SalonScheduleRows *self)
{
  g_clear_pointer (&self->hours, g_array_unref);
  g_clear_pointer (&self->shifts, g_array_unref);
  g_clear_pointer (&self->breaks, g_array_unref);
  g_clear_pointer (&self->weekly_breaks, g_array_unref);
  g_clear_pointer (&self->absences, g_array_unref);
  g_clear_pointer (&self->holidays, g_array_unref);
  g_free (self);
}
