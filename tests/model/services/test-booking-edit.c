/* Changing what a visit consists of: all or nothing, undone as a whole, told line by line. */
#include "model/entities/employee-level.h"
#include "model/entities/employee.h"
#include "model/entities/service-price.h"
#include "model/entities/service.h"
#include "model/services/booking-edit.h"
#include "model/services/catalogue.h"
#include "model/services/client-panel.h"
#include "small-salon.h"

static GPtrArray *
lines_of (SmallSalon *s, gint64 visit)
{
  return salon_fixture_find (s->salon, salon_visit_line_get_type (), "visit_id", visit);
}

static SalonVisitEdit *
edit_of (SmallSalon *s, gint64 visit)
{
  g_autoptr (GPtrArray) lines = lines_of (s, visit);

  return salon_visit_edit_of_lines (visit, lines);
}

static SalonEditLine *
line_at (SalonVisitEdit *edit, guint i)
{
  return &g_array_index (edit->lines, SalonEditLine, i);
}

static void
add (SalonVisitEdit *edit, gint64 service, gint64 employee, gint64 room, gint64 start, guint addon_of)
{
  SalonEditLine line = { .service_id = service, .employee_id = employee, .room_id = room, .start_min = start,
                         .price = SALON_EDIT_SAME_PRICE, .addon_of = addon_of };

  g_array_append_val (edit->lines, line);
}

static gboolean
try_edit (SmallSalon *s, const SalonVisitEdit *edit, SalonDone *done, GError **error)
{
  return salon_fixture_submit (s->salon, &salon_command_visit_edit, edit, done, error);
}

static void
refused (SmallSalon *s, const SalonVisitEdit *edit, GQuark domain, int code, const char *part)
{
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (try_edit (s, edit, NULL, &error));
  g_assert_error (error, domain, code);
  if (strstr (error->message, part) == NULL)
    g_error ("\"%s\" is not in \"%s\"", part, error->message);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

static void
make_addon (SmallSalon *s, gint64 id)
{
  g_autoptr (SalonService) service = salon_fixture_get (s->salon, salon_service_get_type (), id);
  g_autoptr (SalonService) curr = salon_service_copy (service);
  SalonEntityDraft *draft = NULL;

  curr->is_addon = 1;
  draft = salon_entity_draft_new (service, curr);
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_catalogue_save, draft, NULL, NULL));
  salon_entity_draft_free (draft);
  salon_fixture_act_as (s->salon, SALON_ROLE_ADMINISTRATOR, 0);
}

/* A service more with another master, the first dearer and longer; then all of it undone at once. */
static void
test_more_and_undo (SmallSalon *s, gconstpointer data)
{
  gint64 visit = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonVisitEdit) edit = edit_of (s, visit);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (SalonVisit) after = NULL;
  const SalonVisitLine *first = NULL;
  const SalonVisitLine *second = NULL;
  SalonDone done = { 0 };

  line_at (edit, 0)->price = 3500;
  line_at (edit, 0)->work1_min = 75;
  line_at (edit, 0)->master_matters = TRUE;
  add (edit, s->polish, s->jana, SALON_EDIT_ANY_ROOM, AT (12, 15), 0);
  g_assert_true (try_edit (s, edit, &done, NULL));
  lines = lines_of (s, visit);
  g_assert_cmpuint (lines->len, ==, 2);
  first = lines->pdata[0];
  second = lines->pdata[1];
  g_assert_cmpint (first->price, ==, 3500);
  g_assert_cmpint (first->work1_min, ==, 75);
  g_assert_cmpint (first->master_matters, ==, 1);
  g_assert_cmpint (second->employee_id, ==, s->jana);
  g_assert_cmpint (second->room_id, ==, s->room1); /* that of the line before is free */
  g_assert_cmpint (second->price, ==, 1500);
  g_assert_cmpint (second->work1_min, ==, 30);
  after = small_salon_visit (s, visit);
  g_assert_cmpint (after->end_min, ==, AT (12, 45));
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  undone = lines_of (s, visit);
  g_assert_cmpuint (undone->len, ==, 1);
  g_assert_cmpint (((SalonVisitLine *) undone->pdata[0])->price, ==, 3000);
  g_assert_cmpint (((SalonVisitLine *) undone->pdata[0])->work1_min, ==, 60);
}

/* What is taken away frees its time, and comes back with the same id. */
static void
test_less (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonVisitEdit) edit = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gint64 gone = 0;
  gint64 olga = 0;

  salon_booking_request_add (request, s->polish, s->jana, s->room2, AT (12, 0), FALSE);
  g_assert_true (small_salon_try (s, request, &done, NULL));
  before = lines_of (s, done.id);
  gone = salon_entity_get_id (before->pdata[1]);
  edit = edit_of (s, done.id);
  g_array_remove_index (edit->lines, 1);
  g_assert_true (try_edit (s, edit, &done, NULL));
  after = lines_of (s, done.id);
  g_assert_cmpuint (after->len, ==, 1);
  olga = small_salon_book (s, s->olga, s->polish, s->jana, s->room2, AT (12, 0));
  g_assert_false (salon_fixture_undo (s->salon, done.operation, NULL, &error)); /* her time was given away */
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_true (small_salon_set_state (s, olga, SALON_VISIT_CANCELLED, "ill", NULL, NULL));
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  g_clear_pointer (&after, g_ptr_array_unref);
  after = lines_of (s, done.id);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpint (salon_entity_get_id (after->pdata[1]), ==, gone);
}

static void
test_addons (SmallSalon *s, gconstpointer data)
{
  gint64 visit = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonVisitEdit) alone = edit_of (s, visit);
  g_autoptr (SalonVisitEdit) with = edit_of (s, visit);
  g_autoptr (SalonVisitEdit) again = NULL;
  g_autoptr (SalonVisitEdit) orphan = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  make_addon (s, s->polish);
  add (alone, s->polish, s->maria, s->room1, AT (12, 0), 0);
  refused (s, alone, SALON_ERROR, SALON_ERROR_VALIDATION, "“Polish” is an add-on");
  add (with, s->polish, s->maria, s->room1, AT (12, 0), 1);
  g_assert_true (try_edit (s, with, NULL, NULL));
  lines = lines_of (s, visit);
  g_assert_cmpint (((SalonVisitLine *) lines->pdata[1])->parent_line_id, ==, salon_entity_get_id (lines->pdata[0]));
  again = edit_of (s, visit);
  g_assert_cmpuint (line_at (again, 1)->addon_of, ==, 1);
  g_assert_true (try_edit (s, again, NULL, NULL)); /* nothing is changed */
  orphan = edit_of (s, visit);
  g_array_remove_index (orphan->lines, 0);
  refused (s, orphan, SALON_ERROR, SALON_ERROR_VALIDATION, "not in the visit");
}

static void
test_refused (SmallSalon *s, gconstpointer data)
{
  gint64 visit = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonVisitEdit) none = salon_visit_edit_new (visit);
  g_autoptr (SalonVisitEdit) longer = edit_of (s, visit);
  g_autoptr (SalonVisitEdit) other = edit_of (s, visit);
  g_autoptr (SalonVisitEdit) gone = edit_of (s, visit);
  g_autoptr (SalonVisitEdit) same_hands = edit_of (s, visit);
  g_autoptr (SalonVisitEdit) over = edit_of (s, visit);

  small_salon_book (s, s->olga, s->manicure, s->maria, s->room2, AT (12, 0));
  refused (s, none, SALON_ERROR, SALON_ERROR_VALIDATION, "at least one service");
  line_at (longer, 0)->work1_min = 90;
  refused (s, longer, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH, "Olga");
  line_at (other, 0)->service_id = s->colour;
  line_at (other, 0)->employee_id = s->jana;
  refused (s, other, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_WARNING, "does not do “Colouring”");
  line_at (gone, 0)->line_id = 4711;
  refused (s, gone, SALON_ERROR, SALON_ERROR_CONFLICT, "changed meanwhile");
  add (same_hands, s->polish, s->maria, s->room1, AT (11, 30), 0);
  refused (s, same_hands, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH, "at the same time");
  g_assert_true (small_salon_set_state (s, visit, SALON_VISIT_CANCELLED, "ill", NULL, NULL));
  refused (s, over, SALON_ERROR, SALON_ERROR_VALIDATION, "is over");
}

/* Two at the client at once: only what allows it, in one place; who joins may come to a room that is not her kind. */
static void
test_at_the_same_time (SmallSalon *s, gconstpointer data)
{
  gint64 visit = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonVisitEdit) joins = edit_of (s, visit);
  g_autoptr (SalonVisitEdit) not_bath = edit_of (s, visit);
  g_autoptr (SalonVisitEdit) two_rooms = edit_of (s, visit);

  add (not_bath, s->bath, s->jana, s->hall, AT (11, 0), 0);
  refused (s, not_bath, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_WARNING, "“Manicure” and “Bath” are not done at the same time");
  add (two_rooms, s->polish, s->jana, s->room2, AT (11, 0), 0);
  refused (s, two_rooms, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_WARNING, "in two rooms");
  add (joins, s->polish, s->jana, s->room1, AT (11, 0), 0);
  g_assert_true (try_edit (s, joins, NULL, NULL));
}

/* Another time for all of it: the lines are found by their services. */
static void
test_match (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonVisitEdit) edit = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  SalonDone done = { 0 };

  salon_booking_request_add (request, s->polish, s->jana, s->room1, AT (12, 0), FALSE);
  g_assert_true (small_salon_try (s, request, &done, NULL));
  before = lines_of (s, done.id);
  edit = salon_visit_edit_new (done.id);
  add (edit, s->polish, s->maria, s->room2, AT (14, 0), 0);
  add (edit, s->manicure, s->jana, s->room2, AT (14, 30), 0);
  line_at (edit, 0)->line_id = SALON_EDIT_MATCH;
  line_at (edit, 1)->line_id = SALON_EDIT_MATCH;
  g_assert_true (try_edit (s, edit, &done, NULL));
  after = lines_of (s, done.id);
  g_assert_cmpuint (after->len, ==, 2);
  for (guint i = 0; i < 2; i++) {
    const SalonVisitLine *line = after->pdata[i];
    gboolean polish = line->service_id == s->polish;

    g_assert_cmpint (salon_entity_get_id (line), ==, salon_entity_get_id (before->pdata[polish ? 1 : 0]));
    g_assert_cmpint (line->start_min, ==, polish ? AT (14, 0) : AT (14, 30));
    g_assert_cmpint (line->employee_id, ==, polish ? s->maria : s->jana);
    g_assert_cmpint (line->position, ==, polish ? 0 : 1);
  }
}

/* The log says which service was taken away and what was changed. */
static void
test_log (SmallSalon *s, gconstpointer data)
{
  gint64 visit = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonVisitEdit) edit = edit_of (s, visit);
  g_autofree SalonIdRequest *request = salon_id_request_new (visit);
  g_autoptr (GPtrArray) log = NULL;
  gboolean price = FALSE;
  gboolean added = FALSE;

  line_at (edit, 0)->price = 3300;
  add (edit, s->polish, s->maria, s->room1, AT (12, 0), 0);
  g_assert_true (try_edit (s, edit, NULL, NULL));
  log = salon_session_query_sync (s->salon->session, &salon_query_visit_log, request, NULL);
  for (guint i = 0; i < log->len; i++) {
    const SalonLogEntry *entry = log->pdata[i];

    price = price || (entry->after != NULL && strstr (entry->after, "33.00") != NULL && strstr (entry->before, "30.00") != NULL);
    added = added || (entry->before == NULL && entry->after != NULL && g_str_has_prefix (entry->after, "Polish · Maria"));
  }
  g_assert_true (price);
  g_assert_true (added);
}

static gint64
price_of_first (SmallSalon *s, gint64 visit)
{
  g_autoptr (SalonVisitLine) line = small_salon_line (s, visit);

  return line->price;
}

/* Jana is of a level that takes 41.00 for a manicure, Maria of none: 30.00. */
static void
give_level (SmallSalon *s)
{
  SalonEmployeeLevel *level = salon_employee_level_new ();
  SalonServicePrice *price = salon_service_price_new ();
  g_autoptr (SalonEmployee) jana = salon_fixture_get (s->salon, salon_employee_get_type (), s->jana);
  g_autoptr (SalonEmployee) raised = salon_employee_copy (jana);
  SalonEntityDraft *draft = NULL;

  level->name = g_strdup ("Top");
  raised->level_id = salon_fixture_insert (s->salon, level);
  price->level_id = raised->level_id;
  price->service_id = s->manicure;
  price->price = 4100;
  salon_fixture_insert (s->salon, price);
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  draft = salon_entity_draft_new (jana, raised);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_catalogue_save, draft, NULL, NULL));
  salon_entity_draft_free (draft);
}

/* The price of the list follows to an employee of another level, by an edit and by a move; what was agreed stays. */
static void
test_level_price (SmallSalon *s, gconstpointer data)
{
  gint64 listed = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  gint64 agreed = small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (13, 0));
  g_autoptr (SalonVisitEdit) lower = edit_of (s, agreed);
  g_autoptr (SalonVisitEdit) edit = NULL;
  g_autoptr (SalonMoveRequest) back = salon_move_request_new (listed, AT (11, 0));
  g_autoptr (SalonMoveRequest) other = salon_move_request_new (agreed, AT (13, 0));

  give_level (s);
  line_at (lower, 0)->price = 2500;
  g_assert_true (try_edit (s, lower, NULL, NULL));
  edit = edit_of (s, listed);
  line_at (edit, 0)->employee_id = s->jana;
  line_at (edit, 0)->price = SALON_EDIT_SAME_PRICE;
  g_assert_true (try_edit (s, edit, NULL, NULL));
  g_assert_cmpint (price_of_first (s, listed), ==, 4100);
  back->employee_id = s->maria;
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_move, back, NULL, NULL));
  g_assert_cmpint (price_of_first (s, listed), ==, 3000);
  other->employee_id = s->jana;
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_move, other, NULL, NULL));
  g_assert_cmpint (price_of_first (s, agreed), ==, 2500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/booking-edit/more-and-undo", test_more_and_undo);
  ADD_TEST ("/booking-edit/less", test_less);
  ADD_TEST ("/booking-edit/addons", test_addons);
  ADD_TEST ("/booking-edit/refused", test_refused);
  ADD_TEST ("/booking-edit/at-the-same-time", test_at_the_same_time);
  ADD_TEST ("/booking-edit/match", test_match);
  ADD_TEST ("/booking-edit/level-price", test_level_price);
  ADD_TEST ("/booking-edit/log", test_log);
  return g_test_run ();
}
