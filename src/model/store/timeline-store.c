/* What was and what is to come of one client, with names, in one query each. */
#include "config.h"

#include "model/store/stmt.h"
#include "model/store/timeline-store.h"

/* Each name once, in the order of the lines. */
#define NAMES_OF(table, name)                                                                     \
  "(SELECT group_concat (n, ', ') FROM (SELECT " name " AS n FROM visit_line l JOIN " table       \
  "  WHERE l.visit_id = v.id GROUP BY n ORDER BY min (l.position), min (l.id)))"
/* The names are asked for when the visits are chosen: beside an order they would be asked for of all. */
#define SQL_TELL(chosen, order)                                                                         \
  "SELECT v.id, v.start_min, v.state, "                                                           \
  NAMES_OF ("service x ON x.id = l.service_id", "x.name") ", "                                    \
  NAMES_OF ("employee x ON x.id = l.employee_id", "x.first_name") ", "                            \
  NAMES_OF ("room x ON x.id = l.room_id", "x.name") ", v.note, "                                  \
  "(SELECT coalesce (sum (l.price), 0) FROM visit_line l WHERE l.visit_id = v.id)"                \
  "  FROM (SELECT id FROM visit WHERE client_id = $1 " chosen " LIMIT $2) c"                      \
  " CROSS JOIN visit v ON v.id = c.id ORDER BY " order
#define SQL_VISITS SQL_TELL ("ORDER BY day DESC, start_min DESC, id DESC", "v.start_min DESC, v.id DESC")
/* States 1 and 2: booked and confirmed. */
#define SQL_UPCOMING                                                                              \
  SQL_TELL ("AND day >= $3 AND start_min >= $4 AND state IN (1, 2) ORDER BY day, start_min, id", \
            "v.start_min, v.id")
#define SQL_COUNT    "SELECT count (*) FROM visit WHERE client_id = $1"
#define SQL_TAGS                                                                                  \
  "SELECT t.id, t.name, 0, 0, NULL FROM client_tag c JOIN tag t ON t.id = c.tag_id"               \
  " WHERE c.client_id = $1 ORDER BY c.id"
#define SQL_CATEGORIES                                                                            \
  "SELECT t.id, t.name, t.color, 0, NULL FROM client_category c JOIN category t ON t.id = c.category_id" \
  " WHERE c.client_id = $1 ORDER BY c.id"
/* States 3 to 5 count: arrived, in service, done. */
#define SQL_HAD                                                                                   \
  "count (DISTINCT v.id) AS n, max (v.day) AS last FROM visit v JOIN visit_line l ON l.visit_id = v.id "
#define SQL_WITHIN                                                                                \
  " WHERE v.client_id = $1 AND v.day BETWEEN $2 AND $3 AND v.state BETWEEN 3 AND 5 AND x.archived = 0" \
  " GROUP BY x.id ORDER BY n DESC, last DESC, x.id LIMIT $4"
#define SQL_MASTERS  "SELECT x.id, x.first_name, x.color, " SQL_HAD "JOIN employee x ON x.id = l.employee_id" SQL_WITHIN
#define SQL_SERVICES                                                                              \
  "SELECT x.id, x.name, coalesce (g.color, 0), " SQL_HAD "JOIN service x ON x.id = l.service_id"  \
  " LEFT JOIN service_category g ON g.id = x.service_category_id" SQL_WITHIN
#define SQL_ZONE_DAYS                                                                             \
  "SELECT s.zone_id, v.day, coalesce (min (nullif (s.periodicity_days, 0)), 0)"                   \
  "  FROM visit v JOIN visit_line l ON l.visit_id = v.id JOIN service s ON s.id = l.service_id"   \
  " WHERE v.client_id = $1 AND v.day <= $2 AND v.state BETWEEN 3 AND 5 AND s.zone_id IS NOT NULL" \
  " GROUP BY s.zone_id, v.day ORDER BY s.zone_id, v.day"

static SalonToldVisit *
read_visit (SalonStmt *stmt)
{
  SalonToldVisit *visit = g_new0 (SalonToldVisit, 1);

  visit->visit_id = salon_stmt_get_int (stmt, 0);
  visit->start_min = salon_stmt_get_int (stmt, 1);
  visit->state = salon_stmt_get_int (stmt, 2);
  visit->services = salon_stmt_dup_text (stmt, 3);
  visit->employees = salon_stmt_dup_text (stmt, 4);
  visit->rooms = salon_stmt_dup_text (stmt, 5);
  visit->note = salon_stmt_dup_text (stmt, 6);
  visit->price = salon_stmt_get_int (stmt, 7);
  return visit;
}

static GPtrArray *
read_visits (SalonStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_told_visit_free);
  GError *failure = NULL;

  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (visits, read_visit (stmt));
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&visits) : NULL;
}

static SalonToldThing *
read_thing (SalonStmt *stmt)
{
  SalonToldThing *thing = g_new0 (SalonToldThing, 1);

  thing->id = salon_stmt_get_int (stmt, 0);
  thing->name = salon_stmt_dup_text (stmt, 1);
  thing->color = salon_stmt_get_int (stmt, 2);
  thing->count = salon_stmt_get_int (stmt, 3);
  thing->last_day = salon_stmt_is_null (stmt, 4) ? SALON_DAY_NONE : (SalonDay) salon_stmt_get_int (stmt, 4);
  return thing;
}

static GPtrArray *
read_things (SalonStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_told_thing_free);
  GError *failure = NULL;

  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (things, read_thing (stmt));
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&things) : NULL;
}

/**
 * salon_told_visit_free: frees one
 */
void
salon_told_visit_free (SalonToldVisit *self)
{
  g_free (self->services);
  g_free (self->employees);
  g_free (self->rooms);
  g_free (self->note);
  g_free (self);
}

/**
 * salon_told_thing_free: frees one
 */
void
salon_told_thing_free (SalonToldThing *self)
{
  g_free (self->name);
  g_free (self);
}

/**
 * salon_timeline_store_visits:
 *
 * Returns: (transfer full) (element-type SalonToldVisit): the newest @limit visits of all states, newest first
 */
GPtrArray *
salon_timeline_store_visits (SalonTx *tx, gint64 client_id, guint limit, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_VISITS, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_int (stmt, 2, limit);
  return read_visits (stmt, error);
}

/**
 * salon_timeline_store_upcoming:
 * @from_min: absolute wall minute
 *
 * Returns: (transfer full) (element-type SalonToldVisit): the next @limit visits booked or confirmed, by start
 */
GPtrArray *
salon_timeline_store_upcoming (SalonTx *tx, gint64 client_id, gint64 from_min, guint limit, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_UPCOMING, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_int (stmt, 2, limit);
  salon_stmt_int (stmt, 3, from_min / SALON_MINUTES_A_DAY);
  salon_stmt_int (stmt, 4, from_min);
  return read_visits (stmt, error);
}

/**
 * salon_timeline_store_count:
 * @n: (out): the client's visits of all states
 */
gboolean
salon_timeline_store_count (SalonTx *tx, gint64 client_id, gint64 *n, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_COUNT, error);
  GError *failure = NULL;

  *n = 0;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  if (salon_stmt_next (stmt, &failure))
    *n = salon_stmt_get_int (stmt, 0);
  return salon_stmt_finish (failure, error);
}

static GPtrArray *
things_of (SalonTx *tx, const char *sql, gint64 client_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, client_id);
  return read_things (stmt, error);
}

/**
 * salon_timeline_store_tags:
 *
 * Returns: (transfer full) (element-type SalonToldThing): in the order in which they were given
 */
GPtrArray *
salon_timeline_store_tags (SalonTx *tx, gint64 client_id, GError **error)
{
  return things_of (tx, SQL_TAGS, client_id, error);
}

/**
 * salon_timeline_store_categories:
 *
 * Returns: (transfer full) (element-type SalonToldThing): in the order in which they were given
 */
GPtrArray *
salon_timeline_store_categories (SalonTx *tx, gint64 client_id, GError **error)
{
  return things_of (tx, SQL_CATEGORIES, client_id, error);
}

static GPtrArray *
habits_of (SalonTx *tx, const char *sql, gint64 client_id, SalonDay from, SalonDay to, guint limit, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_int (stmt, 2, from);
  salon_stmt_int (stmt, 3, to);
  salon_stmt_int (stmt, 4, limit);
  return read_things (stmt, error);
}

/**
 * salon_timeline_store_masters:
 *
 * Returns: (transfer full) (element-type SalonToldThing): the @limit employees whom she had most often from @from to
 *   @to, the newest first among equals; without those who left
 */
GPtrArray *
salon_timeline_store_masters (SalonTx *tx, gint64 client_id, SalonDay from, SalonDay to, guint limit, GError **error)
{
  return habits_of (tx, SQL_MASTERS, client_id, from, to, limit, error);
}

/**
 * salon_timeline_store_services:
 *
 * Returns: (transfer full) (element-type SalonToldThing): as salon_timeline_store_masters(), of services
 */
GPtrArray *
salon_timeline_store_services (SalonTx *tx, gint64 client_id, SalonDay from, SalonDay to, guint limit, GError **error)
{
  return habits_of (tx, SQL_SERVICES, client_id, from, to, limit, error);
}

/**
 * salon_timeline_store_zone_days:
 *
 * Returns: (transfer full) (element-type SalonZoneDay): her counted days up to @to, by zone, then ascending
 */
GArray *
salon_timeline_store_zone_days (SalonTx *tx, gint64 client_id, SalonDay to, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ZONE_DAYS, error);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (SalonZoneDay));
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_int (stmt, 2, to);
  while (salon_stmt_next (stmt, &failure)) {
    SalonZoneDay day = { salon_stmt_get_int (stmt, 0), (SalonDay) salon_stmt_get_int (stmt, 1),
                         (int) salon_stmt_get_int (stmt, 2) };

    g_array_append_val (days, day);
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&days) : NULL;
}
