/* States: every step that exists and every step that does not, by whom, and what happens to the time. */
#include "base/error.h"
#include "model/entities/client.h"
#include "model/entities/room.h"
#include "model/rules/verbs.h"
#include "model/store/repo.h"
#include "small-salon.h"

/* All 7 × 7 steps: the service allows what the rule allows. */
static void
test_all_steps (SmallSalon *s, gconstpointer data)
{
  int hour = 0;

  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  for (int from = SALON_VISIT_STATE_FIRST; from <= SALON_VISIT_STATE_LAST; from++)
    for (int to = SALON_VISIT_STATE_FIRST; to <= SALON_VISIT_STATE_LAST; to++, hour++) {
      gint64 id = salon_fixture_add_visit (s->salon, s->irina, TODAY - 1 - hour / 20, hour % 20 * 65, (SalonVisitState) from,
                                           s->manicure, s->maria, s->room1);
      gboolean may = from == to || salon_visit_state_may_become ((SalonVisitState) from, (SalonVisitState) to);
      g_autoptr (SalonVisit) visit = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (small_salon_set_state (s, id, (SalonVisitState) to, NULL, NULL, &error), ==, may);
      visit = small_salon_visit (s, id);
      g_assert_cmpint (visit->state, ==, may ? to : from);
    }
}

static void
test_cancel (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonVisit) visit = NULL;
  g_autoptr (SalonVisit) again = NULL;

  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_CANCELLED, " fell ill ", NULL, NULL));
  visit = small_salon_visit (s, id);
  g_assert_cmpint (visit->state, ==, SALON_VISIT_CANCELLED);
  g_assert_cmpstr (visit->cancel_reason, ==, "fell ill");
  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_BOOKED, NULL, NULL, NULL));
  again = small_salon_visit (s, id);
  g_assert_null (again->cancel_reason);
}

static void
test_cancelled_frees_time (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonVisit) visit = NULL;

  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_CANCELLED, NULL, NULL, NULL));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (11, 0));
  g_assert_false (small_salon_set_state (s, id, SALON_VISIT_BOOKED, NULL, NULL, &error));
  g_assert_error (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH);
  g_assert_true (g_str_has_prefix (error->message, "Maria is busy with Olga Petrova: today 11:00–12:00, Room 1."));
  g_clear_error (&error);
  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_BOOKED, "both agreed", NULL, &error));
  g_assert_no_error (error);
  visit = small_salon_visit (s, id);
  g_assert_cmpstr (visit->override_reason, ==, "both agreed");
}

/* She came after all: her time must still be free. */
static void
test_no_show_arrives (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (10, 0));
  g_autoptr (GError) error = NULL;

  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_NO_SHOW, NULL, NULL, NULL));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room2, AT (10, 15));
  g_assert_false (small_salon_set_state (s, id, SALON_VISIT_ARRIVED, NULL, NULL, &error));
  g_assert_error (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH);
}

static void
test_undo_of_cancel (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_CANCELLED, NULL, &done, NULL));
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, &error));
  undone = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, undone);

  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_CANCELLED, NULL, &done, NULL));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room2, AT (11, 30));
  g_assert_false (salon_fixture_undo (s->salon, done.operation, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, "Maria is busy with Olga Petrova: today 11:30–12:30, Room 2.");
}

/* What was changed again since cannot be undone. */
static void
test_changed_again (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_CONFIRMED, NULL, &done, NULL));
  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_ARRIVED, NULL, NULL, NULL));
  g_assert_false (salon_fixture_undo (s->salon, done.operation, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

static void
test_future (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (24 + 11, 0));
  g_autoptr (GError) error = NULL;

  g_assert_false (small_salon_set_state (s, id, SALON_VISIT_ARRIVED, NULL, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, "state");
  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_CONFIRMED, NULL, NULL, NULL));
}

static void
assert_denied (SmallSalon *s, gint64 id, SalonVisitState state)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (small_salon_set_state (s, id, state, NULL, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
}

/* A master says how far her own visits are, and neither cancels nor touches those of others. */
static void
test_master (SmallSalon *s, gconstpointer data)
{
  gint64 hers = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (10, 0));
  gint64 others = small_salon_book (s, s->olga, s->manicure, s->jana, s->room2, AT (10, 0));
  g_autoptr (SalonBookingRequest) shared = small_salon_request (s, s->olga, s->manicure, s->maria, s->room1, AT (12, 0));
  SalonDone done = { 0 };

  salon_booking_request_add (shared, s->polish, s->jana, s->room1, AT (13, 0), FALSE);
  g_assert_true (small_salon_try (s, shared, &done, NULL));
  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  g_assert_true (small_salon_set_state (s, hers, SALON_VISIT_ARRIVED, NULL, NULL, NULL));
  g_assert_true (small_salon_set_state (s, hers, SALON_VISIT_DONE, NULL, NULL, NULL));
  assert_denied (s, others, SALON_VISIT_ARRIVED);
  assert_denied (s, done.id, SALON_VISIT_ARRIVED);
  salon_fixture_act_as (s->salon, SALON_ROLE_ADMINISTRATOR, 0);
  g_assert_true (small_salon_set_state (s, hers, SALON_VISIT_IN_SERVICE, NULL, NULL, NULL));
  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  assert_denied (s, hers, SALON_VISIT_CANCELLED);
}

static gboolean
raise_cleanup (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  ((SalonRoom *) data)->cleanup_min = 15;
  return salon_repo_update (tx, data, error);
}

/* Neighbours of before a longer cleanup do not stand in each other's way. */
static void
test_longer_cleanup (SmallSalon *s, gconstpointer data)
{
  gint64 first = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (10, 0));
  g_autoptr (SalonRoom) room = salon_fixture_get (s->salon, salon_room_get_type (), s->room1);
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->olga, s->polish, s->jana, s->room1, AT (12, 0));
  g_autoptr (GError) error = NULL;

  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (11, 0));
  salon_fixture_write (s->salon, raise_cleanup, room);
  g_assert_true (small_salon_set_state (s, first, SALON_VISIT_ARRIVED, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (small_salon_try (s, request, NULL, &error));
  g_assert_no_error (error);
  g_array_index (request->lines, SalonBookingLine, 0).start_min = AT (12, 40);
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH, "Room 1 is taken");
}

static void
test_gone (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (small_salon_set_state (s, 4711, SALON_VISIT_ARRIVED, NULL, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/visit-state/all-steps", test_all_steps);
  ADD_TEST ("/visit-state/cancel", test_cancel);
  ADD_TEST ("/visit-state/cancelled-frees-time", test_cancelled_frees_time);
  ADD_TEST ("/visit-state/no-show-arrives", test_no_show_arrives);
  ADD_TEST ("/visit-state/undo-of-cancel", test_undo_of_cancel);
  ADD_TEST ("/visit-state/changed-again", test_changed_again);
  ADD_TEST ("/visit-state/future", test_future);
  ADD_TEST ("/visit-state/master", test_master);
  ADD_TEST ("/visit-state/longer-cleanup", test_longer_cleanup);
  ADD_TEST ("/visit-state/gone", test_gone);
  return g_test_run ();
}
