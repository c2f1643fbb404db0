/* Talks with a client and what she thought of the service, with names, in one query each.  The newest rows are chosen
 * by an index first; names are asked for of those alone. */
#include "config.h"

#include "model/store/contact-store.h"

/* Kinds 5 and 6: in person and notes.  $3: all kinds; $4: the user whose own contacts are always hers. */
#define SQL_CONTACTS                                                                              \
  "SELECT k.id, k.client_id, k.kind, k.outcome, k.at, k.seconds, k.text, k.recording, k.employee_id, k.user_id, k.visit_id," \
  "       coalesce (e.first_name, u.name)"                                                        \
  "  FROM (SELECT id FROM contact WHERE client_id = $1 AND ($3 = 1 OR kind >= 5 OR user_id = $4)" \
  "         ORDER BY at DESC, id DESC LIMIT $2) c"                                                \
  " CROSS JOIN contact k ON k.id = c.id"                                                          \
  "  LEFT JOIN employee e ON e.id = k.employee_id LEFT JOIN app_user u ON u.id = k.user_id"       \
  " ORDER BY k.at DESC, k.id DESC"
#define SQL_TELL_MARKS(chosen)                                                                    \
  "SELECT q.id, q.client_id, q.visit_id, q.contact_id, q.mark, q.complaint, q.text, q.employee_id, q.at, q.resolved_at," \
  "       q.resolution, coalesce (e.first_name, u.name), b.name, r.name,"                         \
  "       (SELECT group_concat (n, ', ') FROM (SELECT s.name AS n FROM visit_line l JOIN service s ON s.id = l.service_id" \
  "         WHERE l.visit_id = q.visit_id GROUP BY n ORDER BY min (l.position), min (l.id))), v.start_min" \
  "  FROM (" chosen ") c CROSS JOIN quality_mark q ON q.id = c.id"                                \
  "  LEFT JOIN employee e ON e.id = q.employee_id LEFT JOIN app_user u ON u.id = q.user_id"       \
  "  LEFT JOIN app_user b ON b.id = q.created_by_id LEFT JOIN app_user r ON r.id = q.resolved_by_id" \
  "  LEFT JOIN visit v ON v.id = q.visit_id ORDER BY q.at DESC, q.id DESC"
/* $3: only those about this employee; 0 = all. */
#define SQL_MARKS                                                                                 \
  SQL_TELL_MARKS ("SELECT id FROM quality_mark WHERE client_id = $1 AND ($3 = 0 OR employee_id = $3)" \
                  " ORDER BY at DESC, id DESC LIMIT $2")
#define SQL_VISIT_MARKS                                                                           \
  SQL_TELL_MARKS ("SELECT id FROM quality_mark WHERE visit_id = $1 AND ($3 = 0 OR employee_id = $3) LIMIT $2")

#define MAX_MARKS_OF_A_VISIT 20

static SalonToldContact *
read_contact (SalonStmt *stmt)
{
  SalonToldContact *contact = g_new0 (SalonToldContact, 1);

  contact->id = salon_stmt_get_int (stmt, 0);
  contact->client_id = salon_stmt_get_int (stmt, 1);
  contact->kind = salon_stmt_get_int (stmt, 2);
  contact->outcome = salon_stmt_get_int (stmt, 3);
  contact->at = salon_stmt_get_int (stmt, 4);
  contact->seconds = salon_stmt_get_int (stmt, 5);
  contact->text = salon_stmt_dup_text (stmt, 6);
  contact->recording = salon_stmt_dup_text (stmt, 7);
  contact->employee_id = salon_stmt_get_int (stmt, 8);
  contact->user_id = salon_stmt_get_int (stmt, 9);
  contact->visit_id = salon_stmt_get_int (stmt, 10);
  contact->who = salon_stmt_dup_text (stmt, 11);
  return contact;
}

static SalonToldMark *
read_mark (SalonStmt *stmt)
{
  SalonToldMark *mark = g_new0 (SalonToldMark, 1);

  mark->id = salon_stmt_get_int (stmt, 0);
  mark->client_id = salon_stmt_get_int (stmt, 1);
  mark->visit_id = salon_stmt_get_int (stmt, 2);
  mark->contact_id = salon_stmt_get_int (stmt, 3);
  mark->mark = salon_stmt_get_int (stmt, 4);
  mark->complaint = salon_stmt_get_int (stmt, 5) != 0;
  mark->text = salon_stmt_dup_text (stmt, 6);
  mark->employee_id = salon_stmt_get_int (stmt, 7);
  mark->at = salon_stmt_get_int (stmt, 8);
  mark->resolved_at = salon_stmt_get_int (stmt, 9);
  mark->resolution = salon_stmt_dup_text (stmt, 10);
  mark->about = salon_stmt_dup_text (stmt, 11);
  mark->by = salon_stmt_dup_text (stmt, 12);
  mark->resolved_by = salon_stmt_dup_text (stmt, 13);
  mark->services = salon_stmt_dup_text (stmt, 14);
  mark->visit_min = salon_stmt_get_int (stmt, 15);
  return mark;
}

/**
 * salon_contact_store_contacts:
 * @with_all: calls and messages, too; else notes, talks in person and what @own_user noted herself
 *
 * Returns: (transfer full) (element-type SalonToldContact): the newest @limit contacts, newest first
 */
GPtrArray *
salon_contact_store_contacts (SalonTx *tx, gint64 client_id, gboolean with_all, gint64 own_user, guint limit, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_CONTACTS, error);
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_told_contact_free);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_int (stmt, 2, limit);
  salon_stmt_int (stmt, 3, with_all);
  salon_stmt_int (stmt, 4, own_user);
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (contacts, read_contact (stmt));
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&contacts) : NULL;
}

static GPtrArray *
marks_of (SalonTx *tx, const char *sql, gint64 id, gint64 employee_id, guint limit, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_told_mark_free);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, id);
  salon_stmt_int (stmt, 2, limit);
  salon_stmt_int (stmt, 3, employee_id);
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (marks, read_mark (stmt));
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&marks) : NULL;
}

/**
 * salon_contact_store_marks:
 * @employee_id: only those about her; 0 = all
 *
 * Returns: (transfer full) (element-type SalonToldMark): the newest @limit marks that a client gave, newest first
 */
GPtrArray *
salon_contact_store_marks (SalonTx *tx, gint64 client_id, gint64 employee_id, guint limit, GError **error)
{
  return marks_of (tx, SQL_MARKS, client_id, employee_id, limit, error);
}

/**
 * salon_contact_store_visit_marks:
 * @employee_id: only those about her; 0 = all
 *
 * Returns: (transfer full) (element-type SalonToldMark): the marks of one visit, newest first
 */
GPtrArray *
salon_contact_store_visit_marks (SalonTx *tx, gint64 visit_id, gint64 employee_id, GError **error)
{
  return marks_of (tx, SQL_VISIT_MARKS, visit_id, employee_id, MAX_MARKS_OF_A_VISIT, error);
}
