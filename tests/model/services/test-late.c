/* A client who will be late: the visit moves if that is free, else it is said who waits. */
#include "base/error.h"
#include "model/services/late.h"
#include "small-salon.h"

#include <string.h>

static SalonLatePlan *
plan (SmallSalon *s, gint64 visit, int minutes)
{
  SalonLateRequest request = { visit, minutes, FALSE };
  g_autoptr (GError) error = NULL;
  SalonLatePlan *answer = salon_session_query_sync (s->salon->session, &salon_query_late_plan, &request, &error);

  g_assert_no_error (error);
  return answer;
}

static gboolean
note (SmallSalon *s, gint64 visit, int minutes, gboolean shift, SalonDone *done, GError **error)
{
  SalonLateRequest request = { visit, minutes, shift };

  return salon_fixture_submit (s->salon, &salon_command_late, &request, done, error);
}

static void
test_free (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonLatePlan) answer = plan (s, id, 15);
  g_autoptr (SalonVisit) visit = NULL;

  g_assert_true (answer->can_shift);
  g_assert_cmpint (answer->start_min, ==, AT (11, 15));
  g_assert_null (answer->pushes);
  g_assert_true (note (s, id, 15, TRUE, NULL, NULL));
  visit = small_salon_visit (s, id);
  g_assert_cmpint (visit->start_min, ==, AT (11, 15));
  g_assert_cmpint (visit->late_min, ==, 0);
}

/* The next one is at 12:00: she would wait, and the one after her, too. */
static void
test_pushes (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  gint64 anna = salon_fixture_add_client (s->salon, "Anna", NULL);
  g_autoptr (SalonLatePlan) answer = NULL;
  g_autoptr (SalonVisit) visit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SalonDone done = { 0 };

  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (12, 0));
  small_salon_book (s, anna, s->manicure, s->maria, s->room1, AT (13, 10));
  answer = plan (s, id, 15);
  g_assert_false (answer->can_shift);
  g_assert_nonnull (strstr (answer->problem, "Maria is busy with Olga Petrova: today 12:00–13:00, Room 1."));
  g_assert_cmpstr (answer->pushes, ==, "Olga Petrova at 12:00 would wait 15 minutes. Anna at 13:10 would wait 5 minutes.");
  before = salon_fixture_dump (s->salon);
  g_assert_false (note (s, id, 15, TRUE, NULL, &error));
  g_assert_error (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH);
  g_assert_true (note (s, id, 15, FALSE, &done, NULL));
  visit = small_salon_visit (s, id);
  g_assert_cmpint (visit->start_min, ==, AT (11, 0));
  g_assert_cmpint (visit->late_min, ==, 15);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refusals (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (10, 0));
  g_autoptr (GError) error = NULL;

  g_assert_false (note (s, id, 481, FALSE, NULL, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "late_min");
  g_clear_error (&error);
  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_ARRIVED, NULL, NULL, NULL));
  g_assert_false (note (s, id, 15, FALSE, NULL, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "state");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/late/free", test_free);
  ADD_TEST ("/late/pushes", test_pushes);
  ADD_TEST ("/late/refusals", test_refusals);
  return g_test_run ();
}
