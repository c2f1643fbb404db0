/* One reading of an index or a table each, without an order: reports put rows together by client themselves. */
#include "config.h"

#include "model/store/report-people-store.h"

/* What the ledger says was sold, and the price of what is done and not checked out yet. */
#define SQL_SOLD                                                                                  \
  "SELECT client_id, day, sold FROM posting WHERE client_id IS NOT NULL AND sold <> 0 AND day BETWEEN $1 AND $2" \
  " UNION ALL SELECT v.client_id, v.day, l.price FROM visit v JOIN visit_line l ON l.visit_id = v.id" \
  " WHERE v.settled = 0 AND v.state IN (3, 4, 5) AND v.state = 5 AND v.day BETWEEN $1 AND $2"
/* How many of all days with visits these are, in percent. */
#define SQL_SHARE                                                                                 \
  "SELECT 100 * max (min ($2, b) - max ($1, a) + 1, 0) / (b - a + 1)"                             \
  " FROM (SELECT coalesce ((SELECT min (day) FROM visit), 0) AS a, coalesce ((SELECT max (day) FROM visit), 0) AS b)"
#define MASTERS                                                                                   \
  " WHERE v.day BETWEEN $1 AND $2 AND v.state BETWEEN 3 AND 5"
#define SQL_MASTERS                                                                               \
  "SELECT v.client_id, v.day, l.employee_id, l.start_min - v.day * 1440"                           \
  " FROM visit v INDEXED BY visit_day CROSS JOIN visit_line l ON l.visit_id = v.id" MASTERS
#define SQL_MASTERS_OF_MOST                                                                       \
  "SELECT v.client_id, v.day, l.employee_id, l.start_min - v.day * 1440"                           \
  " FROM visit_line l NOT INDEXED CROSS JOIN visit v ON v.id = l.visit_id" MASTERS
#define SQL_MADE "SELECT client_id, day, created_at FROM visit INDEXED BY visit_day WHERE day BETWEEN $1 AND $2"
#define SQL_MADE_OF_MOST "SELECT client_id, day, created_at FROM visit NOT INDEXED WHERE day BETWEEN $1 AND $2"
#define SQL_BOOKINGS                                                                              \
  "SELECT client_id, day, min (start_min) FROM visit WHERE day >= $1 AND start_min >= $2 AND state IN (1, 2) GROUP BY client_id"
#define SQL_PINS "SELECT id, 0, importance_pin FROM client WHERE importance_pin > 0 AND merged_into_id IS NULL"

static GArray *
read_rows (SalonTx *tx, const char *sql, const gint64 *values, guint n, gboolean has_minute, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SalonPeopleRow));
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  for (guint i = 0; i < n; i++)
    salon_stmt_int (stmt, (int) i + 1, values[i]);
  while (salon_stmt_next (stmt, &failure)) {
    SalonPeopleRow row = { .client_id = salon_stmt_get_int (stmt, 0),
                           .day = (SalonDay) salon_stmt_get_int (stmt, 1),
                           .minute = has_minute ? (int) salon_stmt_get_int (stmt, 3) : 0,
                           .value = salon_stmt_get_int (stmt, 2) };

    g_array_append_val (rows, row);
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&rows) : NULL;
}

/* So many visits are read faster from the table itself than one by one by the index of days. */
static gboolean
is_most (SalonTx *tx, const gint64 days[2], gboolean *most, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_SHARE, error);
  gint64 share = 0;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, days[0]);
  salon_stmt_int (stmt, 2, days[1]);
  if (!salon_stmt_read_int (stmt, &share, error))
    return FALSE;
  *most = share >= 50;
  return TRUE;
}

/**
 * salon_people_store_sold:
 *
 * Returns: (transfer full) (element-type SalonPeopleRow): what was sold to whom on which day, minor units, less refunds;
 *   several rows of one client and day are added up
 */
GArray *
salon_people_store_sold (SalonTx *tx, SalonDay from, SalonDay to, GError **error)
{
  return read_rows (tx, SQL_SOLD, (gint64[]){ from, to }, 2, FALSE, error);
}

/**
 * salon_people_store_masters:
 *
 * Returns: (transfer full) (element-type SalonPeopleRow): employees of counted visits with the minute, the same one perhaps
 *   several times a day
 */
GArray *
salon_people_store_masters (SalonTx *tx, SalonDay from, SalonDay to, GError **error)
{
  const gint64 days[] = { from, to };
  gboolean are_most = FALSE;

  if (!is_most (tx, days, &are_most, error))
    return NULL;
  return read_rows (tx, are_most ? SQL_MASTERS_OF_MOST : SQL_MASTERS, days, 2, TRUE, error);
}

/**
 * salon_people_store_made:
 *
 * Returns: (transfer full) (element-type SalonPeopleRow): when (UTC µs) each visit from that day on was written down,
 *   whatever became of it
 */
GArray *
salon_people_store_made (SalonTx *tx, SalonDay from, GError **error)
{
  const gint64 days[] = { from, SALON_DAY_MAX };
  gboolean are_most = FALSE;

  if (!is_most (tx, days, &are_most, error))
    return NULL;
  return read_rows (tx, are_most ? SQL_MADE_OF_MOST : SQL_MADE, days, 2, FALSE, error);
}

/**
 * salon_people_store_bookings:
 * @from_min: absolute wall minute, mostly now
 *
 * Returns: (transfer full) (element-type SalonPeopleRow): the next booking of everybody who has one, as absolute wall minute
 */
GArray *
salon_people_store_bookings (SalonTx *tx, gint64 from_min, GError **error)
{
  return read_rows (tx, SQL_BOOKINGS, (gint64[]){ from_min / SALON_MINUTES_A_DAY, from_min }, 2, FALSE, error);
}

/**
 * salon_people_store_pins:
 *
 * Returns: (transfer full) (element-type SalonPeopleRow): classes that were given by hand, 1 = A … 3 = C
 */
GArray *
salon_people_store_pins (SalonTx *tx, GError **error)
{
  return read_rows (tx, SQL_PINS, NULL, 0, FALSE, error);
}
