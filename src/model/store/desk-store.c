/* Queries behind the desk.  States 1 to 4 are open, 6 is cancelled (model/entities/enums.h). */
#include "config.h"

#include "model/store/desk-store.h"
#include "model/store/stmt.h"

/* $1: the visit or the day; $2: the employee or NULL; $3: the states up to this one, besides 7. */
#define SQL_SCOPE                                                                                 \
  " AND ($2 IS NULL OR EXISTS (SELECT 1 FROM visit_line o WHERE o.visit_id = v.id AND o.employee_id = $2))"
#define SQL_OF_DAY   " WHERE v.day = $1 AND (v.state <= $3 OR v.state = 7)" SQL_SCOPE
/* The three states are those of the index visit_to_settle. */
#define SQL_TO_PAY                                                                                \
  " WHERE v.day <= $1 AND v.settled = 0 AND v.state IN (3, 4, 5) AND v.state = $3" SQL_SCOPE
/* By two indexes: what was not finished in the last days, and what is not paid. */
#define SQL_UNFINISHED                                                                            \
  " WHERE v.id IN (SELECT id FROM visit WHERE day BETWEEN $4 AND $1 AND state <= 4"               \
  " UNION SELECT id FROM visit WHERE day <= $1 AND settled = 0 AND state IN (3, 4, 5) AND state = $3)" SQL_SCOPE
#define SQL_OF_VISIT " WHERE v.id = $1 AND (v.state <= $3 OR v.state = 7)" SQL_SCOPE
#define SQL_PHONE(column)                                                                         \
  "CASE WHEN c.first_name IS NULL AND c.surname IS NULL THEN"                                     \
  " (SELECT p." column " FROM client_phone p WHERE p.client_id = c.id ORDER BY p.position, p.id LIMIT 1) END"
#define SQL_VISITS_WITH(thumb)                                                                    \
  "SELECT v.id, v.client_id, v.day, v.start_min, v.end_min, v.state, v.note, v.cancel_reason,"    \
  " c.first_name, c.surname, " SQL_PHONE ("e164") ", " SQL_PHONE ("typed") ","                    \
  " c.birth_month, c.birth_mday, s.first_day, c.alert IS NOT NULL, " thumb ", v.series_id, v.late_min, v.settled" \
  " FROM visit v JOIN client c ON c.id = v.client_id"                                             \
  " LEFT JOIN client_stat s ON s.client_id = c.id"
#define SQL_VISITS SQL_VISITS_WITH ("f.thumb") " LEFT JOIN photo f ON f.id = c.photo_id"
#define SQL_VISITS_BETWEEN                                                                        \
  SQL_VISITS_WITH ("NULL")                                                                        \
  " WHERE v.day BETWEEN $1 AND $4 AND (v.state <= $3 OR v.state = 7)" SQL_SCOPE                   \
  " AND v.end_min > $5 AND v.start_min < $6"
#define SQL_LINES                                                                                 \
  "SELECT l.visit_id, l.start_min, l.start_min + l.work1_min + l.gap_min + l.work2_min,"          \
  " l.employee_id, l.room_id, l.price, s.name, e.first_name || coalesce (' ' || e.surname, ''), r.name, l.service_id, l.id" \
  " FROM visit v JOIN visit_line l ON l.visit_id = v.id JOIN service s ON s.id = l.service_id"    \
  " JOIN employee e ON e.id = l.employee_id LEFT JOIN room r ON r.id = l.room_id"
#define SQL_BY_START " ORDER BY v.start_min, v.id"
#define SQL_BY_LINE  " ORDER BY v.start_min, v.id, l.position, l.id"
#define SQL_OPEN                                                                                  \
  "SELECT count (*) FROM visit v WHERE v.day BETWEEN $1 AND $3 AND v.state <= 4" SQL_SCOPE
#define SQL_BIRTHDAYS                                                                             \
  "SELECT id FROM client WHERE birth_month = $1 AND birth_mday = $2 AND archived_at IS NULL ORDER BY id"

/**
 * salon_desk_visit_row_free:
 * @self: (transfer full):
 */
void
salon_desk_visit_row_free (SalonDeskVisitRow *self)
{
  g_free (self->note);
  g_free (self->cancel_reason);
  g_free (self->first_name);
  g_free (self->surname);
  g_free (self->phone_e164);
  g_free (self->phone_typed);
  g_clear_pointer (&self->thumb, g_bytes_unref);
  g_free (self);
}

/**
 * salon_desk_line_row_free:
 * @self: (transfer full):
 */
void
salon_desk_line_row_free (SalonDeskLineRow *self)
{
  g_free (self->service);
  g_free (self->employee);
  g_free (self->room);
  g_free (self);
}

/* The same for each scope. */
typedef struct {
  const char *of_visit;
  const char *of_day;
  const char *to_pay;
  const char *unfinished;
} Scoped;

static const char *
text_of (const SalonDeskScope *scope, const Scoped *sql)
{
  if (scope->visit_id != 0)
    return sql->of_visit;
  if (scope->unfinished_from != 0)
    return sql->unfinished;
  return scope->to_pay ? sql->to_pay : sql->of_day;
}

static SalonStmt *
prepare (SalonTx *tx, const SalonDeskScope *scope, const Scoped *sql, GError **error)
{
  const char *text = text_of (scope, sql);
  SalonStmt *stmt = salon_tx_prepare (tx, text, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, scope->visit_id != 0 ? scope->visit_id : scope->day);
  salon_stmt_int_or_null (stmt, 2, scope->employee_id);
  salon_stmt_int (stmt, 3, scope->with_cancelled ? 7 : 5);
  if (text == sql->unfinished)
    salon_stmt_int (stmt, 4, scope->unfinished_from);
  return stmt;
}

static SalonDeskVisitRow *
read_visit (SalonStmt *stmt)
{
  SalonDeskVisitRow *row = g_new0 (SalonDeskVisitRow, 1);

  row->visit_id = salon_stmt_get_int (stmt, 0);
  row->client_id = salon_stmt_get_int (stmt, 1);
  row->day = salon_stmt_get_int (stmt, 2);
  row->start_min = salon_stmt_get_int (stmt, 3);
  row->end_min = salon_stmt_get_int (stmt, 4);
  row->state = salon_stmt_get_int (stmt, 5);
  row->note = salon_stmt_dup_text (stmt, 6);
  row->cancel_reason = salon_stmt_dup_text (stmt, 7);
  row->first_name = salon_stmt_dup_text (stmt, 8);
  row->surname = salon_stmt_dup_text (stmt, 9);
  row->phone_e164 = salon_stmt_dup_text (stmt, 10);
  row->phone_typed = salon_stmt_dup_text (stmt, 11);
  row->birth_month = salon_stmt_get_int (stmt, 12);
  row->birth_mday = salon_stmt_get_int (stmt, 13);
  row->first_day = salon_stmt_is_null (stmt, 14) ? SALON_DAY_NONE : salon_stmt_get_int (stmt, 14);
  row->has_alert = salon_stmt_get_int (stmt, 15) != 0;
  row->thumb = salon_stmt_dup_blob (stmt, 16);
  row->series_id = salon_stmt_get_int (stmt, 17);
  row->late_min = salon_stmt_get_int (stmt, 18);
  row->settled = salon_stmt_get_int (stmt, 19) != 0;
  return row;
}

static SalonDeskLineRow *
read_line (SalonStmt *stmt)
{
  SalonDeskLineRow *row = g_new0 (SalonDeskLineRow, 1);

  row->visit_id = salon_stmt_get_int (stmt, 0);
  row->start_min = salon_stmt_get_int (stmt, 1);
  row->end_min = salon_stmt_get_int (stmt, 2);
  row->employee_id = salon_stmt_get_int (stmt, 3);
  row->room_id = salon_stmt_get_int (stmt, 4);
  row->price = salon_stmt_get_int (stmt, 5);
  row->service = salon_stmt_dup_text (stmt, 6);
  row->employee = salon_stmt_dup_text (stmt, 7);
  row->room = salon_stmt_dup_text (stmt, 8);
  row->service_id = salon_stmt_get_int (stmt, 9);
  row->line_id = salon_stmt_get_int (stmt, 10);
  return row;
}

/**
 * salon_desk_store_visits:
 *
 * Returns: (transfer full) (element-type SalonDeskVisitRow): by start
 */
GPtrArray *
salon_desk_store_visits (SalonTx *tx, const SalonDeskScope *scope, GError **error)
{
  const Scoped sql = { SQL_VISITS SQL_OF_VISIT SQL_BY_START, SQL_VISITS SQL_OF_DAY SQL_BY_START, SQL_VISITS SQL_TO_PAY SQL_BY_START,
                       SQL_VISITS SQL_UNFINISHED SQL_BY_START };
  g_autoptr (SalonStmt) stmt = prepare (tx, scope, &sql, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_desk_visit_row_free);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (rows, read_visit (stmt));
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * salon_desk_store_visits_between:
 *
 * Returns: (transfer full) (element-type SalonDeskVisitRow): what lies in the span, in no order, without thumbs
 */
GPtrArray *
salon_desk_store_visits_between (SalonTx *tx, const SalonBoardScope *scope, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_VISITS_BETWEEN, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_desk_visit_row_free);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, scope->from_min / SALON_MINUTES_A_DAY - 1);
  salon_stmt_int_or_null (stmt, 2, scope->employee_id);
  salon_stmt_int (stmt, 3, scope->with_cancelled ? 7 : 5);
  salon_stmt_int (stmt, 4, scope->to_min / SALON_MINUTES_A_DAY);
  salon_stmt_int (stmt, 5, scope->from_min);
  salon_stmt_int (stmt, 6, scope->to_min);
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (rows, read_visit (stmt));
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * salon_desk_store_lines:
 *
 * Returns: (transfer full) (element-type SalonDeskLineRow): of the same visits, in their order
 */
GPtrArray *
salon_desk_store_lines (SalonTx *tx, const SalonDeskScope *scope, GError **error)
{
  const Scoped sql = { SQL_LINES SQL_OF_VISIT SQL_BY_LINE, SQL_LINES SQL_OF_DAY SQL_BY_LINE, SQL_LINES SQL_TO_PAY SQL_BY_LINE,
                       SQL_LINES SQL_UNFINISHED SQL_BY_LINE };
  g_autoptr (SalonStmt) stmt = prepare (tx, scope, &sql, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_desk_line_row_free);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (rows, read_line (stmt));
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * salon_desk_store_count_open:
 * @employee_id: only visits with a line of hers; 0 = of everybody
 * @count: (out): visits from @from to @to that are neither done, cancelled nor missed
 */
gboolean
salon_desk_store_count_open (SalonTx *tx, SalonDay from, SalonDay to, gint64 employee_id, gint64 *count, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_OPEN, error);
  GError *failure = NULL;

  *count = 0;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, from);
  salon_stmt_int_or_null (stmt, 2, employee_id);
  salon_stmt_int (stmt, 3, to);
  if (salon_stmt_next (stmt, &failure))
    *count = salon_stmt_get_int (stmt, 0);
  return salon_stmt_finish (failure, error);
}

/**
 * salon_desk_store_birthdays:
 *
 * Returns: (transfer full) (element-type gint64): clients born on that day of the year
 */
GArray *
salon_desk_store_birthdays (SalonTx *tx, int month, int mday, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_BIRTHDAYS, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, month);
  salon_stmt_int (stmt, 2, mday);
  return salon_stmt_read_ids (stmt, error);
}
