/* The visits of an employee as a calendar: which, from when to when, under which name, and without phones unless asked. */
#include "base/error.h"
#include "model/services/employee-calendar.h"
#include "small-salon.h"

static SalonCalendar *
load (SmallSalon *s, gint64 employee_id, gint64 from, gint64 to, gboolean with_phones)
{
  g_autofree SalonCalendarRequest *request = salon_calendar_request_new (employee_id, from, to, with_phones);
  g_autoptr (GError) error = NULL;
  SalonCalendar *calendar = salon_session_query_sync (s->salon->session, &salon_query_employee_calendar, request, &error);

  g_assert_no_error (error);
  return calendar;
}

static void
refused (SmallSalon *s, gint64 from, gint64 to, const char *field)
{
  g_autofree SalonCalendarRequest *request = salon_calendar_request_new (s->maria, from, to, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_employee_calendar, request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
}

/* Her part of a visit of two masters, from its first minute to its last; the room, the note. */
static void
test_event (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) both = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (12, 0));
  g_autoptr (SalonCalendar) calendar = NULL;
  const SalonCalendarEvent *event = NULL;

  both->note = g_strdup ("bride");
  salon_booking_request_add (both, s->polish, s->jana, s->room1, AT (13, 0), FALSE);
  salon_booking_request_add (both, s->polish, s->maria, s->room2, AT (13, 30), FALSE);
  g_assert_true (small_salon_try (s, both, NULL, NULL));
  calendar = load (s, s->maria, TODAY, TODAY, FALSE);
  g_assert_cmpstr (calendar->name, ==, "Maria");
  g_assert_cmpstr (calendar->zone, ==, "Europe/Riga");
  g_assert_cmpint (calendar->made_at, ==, salon_clock_now_us (s->salon->clock));
  g_assert_cmpuint (calendar->events->len, ==, 1);
  event = calendar->events->pdata[0];
  g_assert_cmpint (event->start, ==, AT (12, 0));
  g_assert_cmpint (event->end, ==, AT (14, 0));
  g_assert_cmpstr (event->summary, ==, "Irina Kalniņa: Manicure, Polish");
  g_assert_cmpstr (event->place, ==, "Room 1, Room 2");
  g_assert_cmpstr (event->details, ==, "bride");
  g_assert_false (event->cancelled);
}

/* The name is that of the visit and the employee, whatever happens to the visit; it differs from all others. */
static void
test_names (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (12, 0));
  g_autoptr (SalonCalendar) before = load (s, s->maria, TODAY, TODAY + 7, FALSE);
  g_autoptr (SalonCalendar) moved = NULL;
  g_autoptr (SalonCalendar) after = NULL;
  g_autofree char *uid = g_strdup (((SalonCalendarEvent *) before->events->pdata[0])->uid);
  SalonMoveRequest move = { .visit_id = id, .start_min = AT (36, 0), .room_id = -1 };
  SalonDone done = { 0 };
  const SalonCalendarEvent *first = NULL;

  g_assert_nonnull (strchr (uid, '@'));
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_move, &move, &done, NULL));
  salon_fixture_reopen (s->salon);
  moved = load (s, s->maria, TODAY, TODAY + 7, FALSE);
  g_assert_cmpuint (moved->events->len, ==, 1);
  first = moved->events->pdata[0];
  g_assert_cmpstr (first->uid, ==, uid);
  g_assert_cmpint (first->start, ==, AT (36, 0));
  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_CANCELLED, "ill", NULL, NULL));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (37, 0));
  after = load (s, s->maria, TODAY, TODAY + 7, FALSE);
  g_assert_cmpuint (after->events->len, ==, 2);
  first = after->events->pdata[0];
  g_assert_cmpstr (first->uid, ==, uid);
  g_assert_true (first->cancelled);
  g_assert_cmpstr (((SalonCalendarEvent *) after->events->pdata[1])->uid, !=, uid);
}

static void
test_span (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonCalendar) week = NULL;
  g_autoptr (SalonCalendar) ahead = NULL;
  g_autoptr (SalonCalendar) jana = NULL;

  salon_fixture_add_visit (s->salon, s->irina, TODAY - 1, 600, SALON_VISIT_DONE, s->manicure, s->maria, 0);
  salon_fixture_add_visit (s->salon, s->irina, TODAY, 23 * 60 + 30, SALON_VISIT_BOOKED, s->manicure, s->maria, 0);
  salon_fixture_add_visit (s->salon, s->irina, TODAY + 7, 600, SALON_VISIT_BOOKED, s->manicure, s->maria, 0);
  salon_fixture_add_visit (s->salon, s->irina, TODAY + 8, 600, SALON_VISIT_BOOKED, s->manicure, s->maria, 0);
  week = load (s, s->maria, TODAY, TODAY + 7, FALSE);
  ahead = load (s, s->maria, SALON_DAY_NONE, SALON_DAY_NONE, FALSE);
  jana = load (s, s->jana, SALON_DAY_NONE, SALON_DAY_NONE, FALSE);
  g_assert_cmpuint (week->events->len, ==, 2);
  g_assert_cmpint (((SalonCalendarEvent *) week->events->pdata[0])->end, ==, AT (24, 30));
  g_assert_cmpuint (ahead->events->len, ==, 3);
  g_assert_cmpuint (jana->events->len, ==, 0);
  refused (s, TODAY, TODAY - 1, "to");
  refused (s, TODAY, TODAY + 20 * 366, "to");
  refused (s, TODAY, SALON_DAY_MAX + 1, "to");
}

/* Phones are left out unless they are asked for, and then for who may see them; a client without a name is called by her
 * phone only then, too. */
static void
test_phones (SmallSalon *s, gconstpointer data)
{
  gint64 nameless = salon_fixture_add_client (s->salon, NULL, "29333222");
  g_autoptr (SalonCalendar) without = NULL;
  g_autoptr (SalonCalendar) with = NULL;
  g_autoptr (SalonCalendar) master = NULL;
  const SalonCalendarEvent *event = NULL;

  small_salon_book (s, nameless, s->manicure, s->maria, s->room1, AT (12, 0));
  without = load (s, s->maria, TODAY, TODAY, FALSE);
  with = load (s, s->maria, TODAY, TODAY, TRUE);
  event = without->events->pdata[0];
  g_assert_cmpstr (event->summary, ==, "Client without a name: Manicure");
  g_assert_null (event->details);
  event = with->events->pdata[0];
  g_assert_cmpstr (event->summary, ==, "+371 29 333 222: Manicure");
  g_assert_cmpstr (event->details, ==, "+371 29 333 222");
  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  master = load (s, s->maria, TODAY, TODAY, TRUE);
  event = master->events->pdata[0];
  g_assert_cmpstr (event->summary, ==, "Client without a name: Manicure");
  g_assert_null (event->details);
}

/* ---- what is hers no more */

static void
give_to (SmallSalon *s, gint64 visit_id, gint64 employee_id, gint64 start_min, SalonDone *done)
{
  g_autoptr (SalonMoveRequest) request = salon_move_request_new (visit_id, start_min);
  g_autoptr (GError) error = NULL;

  request->employee_id = employee_id;
  request->accept_warnings = TRUE;
  salon_fixture_submit (s->salon, &salon_command_move, request, done, &error);
  g_assert_no_error (error);
}

static const SalonCalendarEvent *
only_event (SalonCalendar *calendar, gboolean cancelled)
{
  const SalonCalendarEvent *event = NULL;

  g_assert_cmpuint (calendar->events->len, ==, 1);
  event = calendar->events->pdata[0];
  g_assert_cmpint (event->cancelled, ==, cancelled);
  return event;
}

/* Maria's phone takes it out, Jana's has it; when it comes back it stands in Maria's again. */
static void
test_given_away (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (36, 0));
  g_autoptr (SalonCalendar) before = load (s, s->maria, TODAY, TODAY + 7, FALSE);
  g_autoptr (SalonCalendar) jana_before = load (s, s->jana, TODAY, TODAY + 7, FALSE);
  g_autoptr (SalonCalendar) away = NULL;
  g_autoptr (SalonCalendar) at_jana = NULL;
  g_autoptr (SalonCalendar) back = NULL;
  g_autoptr (SalonCalendar) earlier = NULL;
  const SalonCalendarEvent *had = only_event (before, FALSE);
  const SalonCalendarEvent *lost = NULL;

  g_assert_cmpuint (jana_before->events->len, ==, 0);
  give_to (s, id, s->jana, AT (38, 0), NULL);
  away = load (s, s->maria, TODAY, TODAY + 7, FALSE);
  at_jana = load (s, s->jana, TODAY, TODAY + 7, FALSE);
  lost = only_event (away, TRUE);
  g_assert_cmpstr (lost->uid, ==, had->uid);
  g_assert_cmpint (lost->revision, >, had->revision);
  g_assert_cmpint (lost->start, ==, AT (36, 0));
  g_assert_cmpint (lost->end, ==, AT (37, 0));
  g_assert_cmpstr (lost->summary, ==, "Irina Kalniņa: Manicure");
  g_assert_cmpstr (only_event (at_jana, FALSE)->uid, !=, had->uid);
  earlier = load (s, s->maria, TODAY, TODAY, FALSE);
  g_assert_cmpuint (earlier->events->len, ==, 0);
  give_to (s, id, s->maria, AT (40, 0), NULL);
  back = load (s, s->maria, TODAY, TODAY + 7, FALSE);
  g_assert_cmpstr (only_event (back, FALSE)->uid, ==, had->uid);
  g_assert_cmpint (only_event (back, FALSE)->start, ==, AT (40, 0));
  g_assert_cmpint (only_event (back, FALSE)->revision, >, lost->revision);
}

/* It stood at 12, then at 14, and went from there. */
static void
test_last_time_counts (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (36, 0));
  g_autoptr (SalonCalendar) away = NULL;

  give_to (s, id, s->maria, AT (38, 0), NULL);
  give_to (s, id, s->jana, AT (40, 0), NULL);
  away = load (s, s->maria, TODAY, TODAY + 7, FALSE);
  g_assert_cmpint (only_event (away, TRUE)->start, ==, AT (38, 0));
}

/* Who keeps a part of the visit has the event of that part: nothing is cancelled. */
static void
test_part_is_kept (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) both = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (36, 0));
  g_autoptr (SalonMoveRequest) move = NULL;
  g_autoptr (SalonCalendar) all = NULL;
  g_autoptr (SalonCalendar) kept = NULL;
  SalonDone done = { 0 };

  salon_booking_request_add (both, s->polish, s->jana, s->room1, AT (37, 0), FALSE);
  g_assert_true (small_salon_try (s, both, &done, NULL));
  move = salon_move_request_new (done.id, AT (36, 0));
  move->from_employee_id = s->jana;
  move->employee_id = s->maria;
  move->accept_warnings = TRUE;
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_move, move, &done, NULL));
  all = load (s, s->maria, TODAY, TODAY + 7, FALSE);
  g_assert_cmpint (only_event (all, FALSE)->end, ==, AT (37, 30));
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  kept = load (s, s->maria, TODAY, TODAY + 7, FALSE);
  g_assert_cmpint (only_event (kept, FALSE)->end, ==, AT (37, 0));
}

/* A booking that was taken back is nowhere in the salon, but may be in her phone. */
static void
test_taken_back (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (36, 0));
  g_autoptr (SalonCalendar) before = NULL;
  g_autoptr (SalonCalendar) after = NULL;
  SalonDone done = { 0 };

  g_assert_true (small_salon_try (s, request, &done, NULL));
  before = load (s, s->maria, TODAY, TODAY + 7, FALSE);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  after = load (s, s->maria, TODAY, TODAY + 7, FALSE);
  g_assert_cmpstr (only_event (after, TRUE)->uid, ==, only_event (before, FALSE)->uid);
  g_assert_cmpstr (only_event (after, TRUE)->summary, ==, "Manicure");
  g_assert_cmpint (only_event (after, TRUE)->revision, >, only_event (before, FALSE)->revision);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/employee-calendar/event", test_event);
  ADD_TEST ("/employee-calendar/names", test_names);
  ADD_TEST ("/employee-calendar/span", test_span);
  ADD_TEST ("/employee-calendar/phones", test_phones);
  ADD_TEST ("/employee-calendar/given-away", test_given_away);
  ADD_TEST ("/employee-calendar/last-time-counts", test_last_time_counts);
  ADD_TEST ("/employee-calendar/part-is-kept", test_part_is_kept);
  ADD_TEST ("/employee-calendar/taken-back", test_taken_back);
  return g_test_run ();
}
