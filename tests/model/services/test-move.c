/* Moving: to another time, employee or room; what is refused stays where it was. */
#include "base/error.h"
#include "model/entities/room.h"
#include "small-salon.h"

static gboolean
move (SmallSalon *s, const SalonMoveRequest *request, SalonDone *done, GError **error)
{
  return salon_fixture_submit (s->salon, &salon_command_move, request, done, error);
}

static void
assert_moved (SmallSalon *s, const SalonMoveRequest *request)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (move (s, request, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_refused (SmallSalon *s, const SalonMoveRequest *request, GQuark domain, int code, const char *part)
{
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (move (s, request, NULL, &error));
  g_assert_error (error, domain, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

static void
test_time (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonMoveRequest) request = salon_move_request_new (id, AT (24 + 15, 30));
  g_autoptr (SalonVisit) visit = NULL;
  g_autoptr (SalonVisitLine) line = NULL;

  assert_moved (s, request);
  visit = small_salon_visit (s, id);
  line = small_salon_line (s, id);
  g_assert_cmpint (visit->day, ==, TODAY + 1);
  g_assert_cmpint (visit->start_min, ==, AT (24 + 15, 30));
  g_assert_cmpint (visit->end_min, ==, AT (24 + 16, 30));
  g_assert_cmpint (line->start_min, ==, AT (24 + 15, 30));
  g_assert_cmpint (line->employee_id, ==, s->maria);
  g_assert_cmpint (line->room_id, ==, s->room1);
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (11, 0));
}

/* A visit is not in its own way. */
static void
test_by_a_little (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonMoveRequest) request = salon_move_request_new (id, AT (11, 15));

  assert_moved (s, request);
}

static void
test_to_where_it_is (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (17, 0));
  g_autoptr (SalonMoveRequest) request = salon_move_request_new (id, AT (17, 0));
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;

  assert_moved (s, request);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

static void
test_employee_and_room (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonMoveRequest) request = salon_move_request_new (id, AT (11, 0));
  g_autoptr (SalonVisitLine) line = NULL;

  request->employee_id = s->jana;
  request->room_id = s->room2;
  assert_moved (s, request);
  line = small_salon_line (s, id);
  g_assert_cmpint (line->employee_id, ==, s->jana);
  g_assert_cmpint (line->room_id, ==, s->room2);
}

/* Of a visit of two masters only the lines of the one that is named go to another. */
static void
test_one_of_two (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonMoveRequest) to_third = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  gint64 third = small_salon_add_employee (s, "Third", 9 * 60, 18 * 60);
  SalonDone done = { 0 };

  salon_booking_request_add (request, s->polish, s->jana, s->room1, AT (11, 10), FALSE);
  g_assert_true (small_salon_try (s, request, &done, NULL));
  to_third = salon_move_request_new (done.id, AT (13, 0));
  to_third->from_employee_id = s->jana;
  to_third->employee_id = third;
  assert_moved (s, to_third);
  lines = salon_fixture_find (s->salon, salon_visit_line_get_type (), "visit_id", done.id);
  g_assert_cmpint (((SalonVisitLine *) lines->pdata[0])->employee_id, ==, s->maria);
  g_assert_cmpint (((SalonVisitLine *) lines->pdata[0])->start_min, ==, AT (13, 0));
  g_assert_cmpint (((SalonVisitLine *) lines->pdata[1])->employee_id, ==, third);
  g_assert_cmpint (((SalonVisitLine *) lines->pdata[1])->start_min, ==, AT (13, 10));
}

static void
test_clash (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonMoveRequest) request = salon_move_request_new (id, AT (14, 30));
  g_autoptr (SalonVisit) visit = NULL;

  small_salon_book (s, s->olga, s->manicure, s->maria, s->room2, AT (14, 0));
  assert_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH,
                  "Maria is busy with Olga Petrova: today 14:00–15:00, Room 2. "
                  "The nearest free times: today 15:00, today 15:15, today 15:30.");
  request->override_reason = g_strdup ("both agreed");
  assert_moved (s, request);
  visit = small_salon_visit (s, id);
  g_assert_cmpstr (visit->override_reason, ==, "both agreed");
  request->start_min = AT (16, 0);
  assert_moved (s, request);
  g_object_unref (g_steal_pointer (&visit));
  visit = small_salon_visit (s, id);
  g_assert_null (visit->override_reason);
}

/* The nearest times of a visit of two masters are free for both. */
static void
test_nearest_for_two (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));

  salon_booking_request_add (request, s->polish, s->jana, s->room1, AT (12, 0), FALSE);
  small_salon_book (s, s->olga, s->manicure, s->jana, s->room2, AT (12, 0));
  /* Jana is free from 13:00; then Maria may begin at 12:00, or at 10:30 and before */
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH,
                       "Jana is busy with Olga Petrova: today 12:00–13:00, Room 2. "
                       "The nearest free times: today 10:30, today 10:15, today 10:00.");
}

static void
test_warnings (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonMoveRequest) request = salon_move_request_new (id, AT (20, 0));

  request->room_id = 0;
  assert_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_WARNING,
                  "Maria does not work then: today 20:00–21:00.");
  assert_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_WARNING, "“Manicure” needs a room.");
  request->accept_warnings = TRUE;
  assert_moved (s, request);
}

static void
test_states (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonMoveRequest) request = salon_move_request_new (id, AT (24 + 11, 0));

  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_ARRIVED, NULL, NULL, NULL));
  assert_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "The client is here already");
  request->start_min = AT (11, 30);
  assert_moved (s, request);
  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_DONE, NULL, NULL, NULL));
  request->start_min = AT (12, 0);
  assert_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "The visit is over");
}

static void
test_bad_requests (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  gint64 spring = (gint64) salon_day_from_ymd (2026, 3, 29) * 1440;
  g_autoptr (SalonMoveRequest) request = salon_move_request_new (id, spring + 190);

  assert_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "There is no 03:10 on 29 March 2026");
  request->start_min = G_MAXINT64;
  assert_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "There is no such day");
  request->start_min = AT (12, 0);
  request->employee_id = 4711;
  assert_refused (s, request, SALON_ERROR, SALON_ERROR_NOT_FOUND, "");
  request->employee_id = 0;
  request->visit_id = 4711;
  assert_refused (s, request, SALON_ERROR, SALON_ERROR_NOT_FOUND, "");
  request->visit_id = id;
  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  assert_refused (s, request, SALON_ERROR, SALON_ERROR_PERMISSION, "");
}

static void
test_undo (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonMoveRequest) request = salon_move_request_new (id, AT (14, 0));
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *moved = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  SalonDone undo = { 0 };

  g_assert_true (move (s, request, &done, &error));
  moved = salon_fixture_dump (s->salon);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, &undo, &error));
  undone = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, undone);
  g_assert_true (salon_fixture_undo (s->salon, undo.operation, &undo, &error));
  redone = salon_fixture_dump (s->salon);
  g_assert_cmpstr (moved, ==, redone);

  small_salon_book (s, s->olga, s->manicure, s->jana, s->room1, AT (11, 30));
  g_assert_false (salon_fixture_undo (s->salon, undo.operation, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, "Room 1 is taken by Olga Petrova: today 11:30–12:30, with Jana.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/move/time", test_time);
  ADD_TEST ("/move/by-a-little", test_by_a_little);
  ADD_TEST ("/move/to-where-it-is", test_to_where_it_is);
  ADD_TEST ("/move/employee-and-room", test_employee_and_room);
  ADD_TEST ("/move/one-of-two", test_one_of_two);
  ADD_TEST ("/move/clash", test_clash);
  ADD_TEST ("/move/nearest-for-two", test_nearest_for_two);
  ADD_TEST ("/move/warnings", test_warnings);
  ADD_TEST ("/move/states", test_states);
  ADD_TEST ("/move/bad-requests", test_bad_requests);
  ADD_TEST ("/move/undo", test_undo);
  return g_test_run ();
}
