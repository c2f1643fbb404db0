/* The sick-day helper: what it proposes, what it writes, what one undo takes back. */
#include "base/error.h"
#include "model/entities/absence.h"
#include "model/services/sick-day.h"
#include "model/store/repo.h"
#include "small-salon.h"

#define TOMORROW(h, m) (AT (24 + (h), m))

static SalonSickDay *
load_day (SmallSalon *s, gint64 employee_id, SalonDay first, SalonDay last)
{
  SalonSickRequest request = { employee_id, first, last };
  g_autoptr (GError) error = NULL;
  SalonSickDay *day = salon_session_query_sync (s->salon->session, &salon_query_sick_day, &request, &error);

  g_assert_no_error (error);
  return day;
}

static gboolean
set_matters (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", *(gint64 *) data, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++) {
    ((SalonVisitLine *) lines->pdata[i])->master_matters = 1;
    if (!salon_repo_update (tx, lines->pdata[i], error))
      return FALSE;
  }
  return lines != NULL;
}

static void
insist (SmallSalon *s, gint64 visit_id)
{
  salon_fixture_write (s->salon, set_matters, &visit_id);
}

static const SalonSickChoice *
proposal (const SalonSickDay *day, guint n)
{
  const SalonSickItem *item = day->items->pdata[n];

  return item->proposed >= 0 ? item->choices->pdata[item->proposed] : NULL;
}

/* Who does not insist stays at her time with another master; who does goes to her own on the next day. */
static void
test_proposals (SmallSalon *s, gconstpointer data)
{
  gint64 hers = small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, TOMORROW (14, 0));
  g_autoptr (SalonSickDay) day = NULL;
  const SalonSickItem *item = NULL;

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, TOMORROW (11, 0));
  insist (s, hers);
  day = load_day (s, s->maria, TODAY + 1, TODAY + 1);
  g_assert_cmpstr (day->employee, ==, "Maria");
  g_assert_cmpuint (day->items->len, ==, 2);
  item = day->items->pdata[0];
  g_assert_cmpstr (item->client, ==, "Irina Kalniņa");
  g_assert_cmpstr (item->phone, ==, "+371 29 123 456");
  g_assert_cmpstr (item->services, ==, "Manicure");
  g_assert_false (item->wants_her);
  g_assert_cmpint (proposal (day, 0)->start_min, ==, TOMORROW (11, 0));
  g_assert_cmpint (proposal (day, 0)->employee_id, ==, s->jana);
  item = day->items->pdata[1];
  g_assert_true (item->wants_her);
  g_assert_cmpint (proposal (day, 1)->start_min, ==, TOMORROW (24 + 14, 0));
  g_assert_cmpint (proposal (day, 1)->employee_id, ==, s->maria);
}

/* Two at the same time want the same other master: only one gets her. */
static void
test_no_clash (SmallSalon *s, gconstpointer data)
{
  gint64 third = small_salon_add_employee (s, "Third", 9 * 60, 18 * 60);
  g_autoptr (SalonSickDay) day = NULL;

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, TOMORROW (11, 0));
  small_salon_book (s, s->olga, s->polish, s->maria, s->room1, TOMORROW (12, 0));
  /* Jana is free only from 11:30 to 12:30, Third not at all that day */
  small_salon_book (s, salon_fixture_add_client (s->salon, "Anna", "20000001"), s->manicure, s->jana, s->room2, TOMORROW (10, 20));
  small_salon_book (s, salon_fixture_add_client (s->salon, "Zane", "20000002"), s->manicure, s->jana, s->room2, TOMORROW (12, 30));
  {
    SalonAbsence *absence = salon_absence_new ();

    absence->employee_id = third;
    absence->kind = SALON_ABSENCE_OTHER;
    absence->first_day = absence->last_day = TODAY + 1;
    salon_fixture_insert (s->salon, absence);
  }
  day = load_day (s, s->maria, TODAY + 1, TODAY + 1);
  g_assert_cmpint (proposal (day, 1)->employee_id, ==, s->jana);
  g_assert_cmpint (proposal (day, 1)->start_min, ==, TOMORROW (12, 0));
  g_assert_cmpint (proposal (day, 0)->employee_id, ==, s->maria);
  g_assert_cmpint (proposal (day, 0)->start_min, ==, TOMORROW (24 + 11, 0));
}

static SalonSickApply *
apply_of (const SalonSickDay *day)
{
  SalonSickApply *apply = salon_sick_apply_new (day->employee_id, day->first_day, day->last_day, SALON_ABSENCE_SICK);

  for (guint i = 0; i < day->items->len; i++)
    salon_sick_apply_add (apply, ((SalonSickItem *) day->items->pdata[i])->visit_id,
                          proposal (day, i) != NULL ? SALON_SICK_MOVE : SALON_SICK_LEAVE, proposal (day, i), NULL);
  return apply;
}

static void
test_apply_and_undo (SmallSalon *s, gconstpointer data)
{
  gint64 any = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, TOMORROW (11, 0));
  gint64 hers = small_salon_book (s, s->olga, s->colour, s->maria, 0, TOMORROW (14, 0));
  gint64 left = small_salon_book (s, s->irina, s->polish, s->maria, s->room1, TOMORROW (16, 0));
  gint64 off = small_salon_book (s, s->olga, s->polish, s->maria, s->room1, TOMORROW (17, 0));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (SalonSickDay) day = NULL;
  g_autoptr (SalonSickApply) apply = NULL;
  g_autoptr (GPtrArray) absences = NULL;
  g_autoptr (SalonVisitLine) line = NULL;
  g_autoptr (SalonVisit) visit = NULL;
  SalonDone done = { 0 };

  insist (s, hers);
  before = salon_fixture_dump (s->salon);
  day = load_day (s, s->maria, TODAY + 1, TODAY + 1);
  apply = apply_of (day);
  ((SalonSickStep *) apply->steps->pdata[2])->action = SALON_SICK_LEAVE;
  ((SalonSickStep *) apply->steps->pdata[3])->action = SALON_SICK_CANCEL;
  ((SalonSickStep *) apply->steps->pdata[3])->reason = g_strdup ("the master is ill");
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_sick_day, apply, &done, NULL));
  g_assert_cmpint (done.id, ==, 3);
  absences = salon_fixture_find (s->salon, salon_absence_get_type (), "employee_id", s->maria);
  g_assert_cmpuint (absences->len, ==, 1);
  g_assert_cmpint (((SalonAbsence *) absences->pdata[0])->kind, ==, SALON_ABSENCE_SICK);
  line = small_salon_line (s, any);
  g_assert_cmpint (line->employee_id, ==, s->jana);
  g_assert_cmpint (line->start_min, ==, TOMORROW (11, 0));
  visit = small_salon_visit (s, hers);
  g_assert_cmpint (visit->day, ==, TODAY + 2);
  g_assert_cmpint (visit->end_min - visit->start_min, ==, 90);
  g_object_unref (visit);
  visit = small_salon_visit (s, left);
  g_assert_cmpint (visit->start_min, ==, TOMORROW (16, 0));
  g_object_unref (visit);
  visit = small_salon_visit (s, off);
  g_assert_cmpint (visit->state, ==, SALON_VISIT_CANCELLED);
  g_assert_cmpstr (visit->cancel_reason, ==, "the master is ill");
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

/* What is left is there when the helper is opened again; the absence is not written twice. */
static void
test_again (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSickDay) day = NULL;
  g_autoptr (SalonSickApply) apply = NULL;

  insist (s, small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, TOMORROW (11, 0)));
  apply = salon_sick_apply_new (s->maria, TODAY + 1, TODAY + 3, SALON_ABSENCE_SICK);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_sick_day, apply, NULL, NULL));
  day = load_day (s, s->maria, TODAY + 1, TODAY + 1);
  g_assert_true (day->is_away);
  g_assert_cmpuint (day->items->len, ==, 1);
  /* she is away until TODAY + 3 */
  g_assert_cmpint (proposal (day, 0)->start_min, ==, TOMORROW (3 * 24 + 11, 0));
  g_clear_pointer (&apply, salon_sick_apply_free);
  apply = apply_of (day);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_sick_day, apply, NULL, NULL));
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_absence_get_type ()), ==, 1);
}

/* A line of another master of the visit stays at its time, or moves along when she is free. */
static void
test_two_masters (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, TOMORROW (11, 0));
  gint64 third = small_salon_add_employee (s, "Third", 9 * 60, 18 * 60);
  g_autoptr (SalonSickDay) day = NULL;
  const SalonSickItem *item = NULL;
  SalonDone done = { 0 };

  salon_booking_request_add (request, s->polish, s->jana, s->room1, TOMORROW (12, 0), FALSE);
  g_assert_true (small_salon_try (s, request, &done, NULL));
  day = load_day (s, s->maria, TODAY + 1, TODAY + 1);
  item = day->items->pdata[0];
  g_assert_cmpint (proposal (day, 0)->start_min, ==, TOMORROW (11, 0));
  g_assert_true (proposal (day, 0)->employee_id == s->jana || proposal (day, 0)->employee_id == third);
  for (guint i = 0; i < item->choices->len; i++) {
    const SalonSickChoice *choice = item->choices->pdata[i];
    const SalonSickLine *hers = &g_array_index (choice->lines, SalonSickLine, 0);
    const SalonSickLine *janas = &g_array_index (choice->lines, SalonSickLine, 1);

    g_assert_cmpint (janas->employee_id, ==, s->jana);
    g_assert_cmpint (janas->start_min - hers->start_min, ==, 60);
    g_assert_cmpint (janas->start_min % 1440, >=, 10 * 60); /* she comes at 10 */
  }
}

/* The other master is away on the next day: the visit goes to the day after. */
static void
test_other_master_is_away (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, TOMORROW (11, 0));
  SalonAbsence *absence = salon_absence_new ();
  g_autoptr (SalonSickDay) day = NULL;
  SalonDone done = { 0 };

  salon_booking_request_add (request, s->polish, s->jana, s->room1, TOMORROW (12, 0), FALSE);
  g_assert_true (small_salon_try (s, request, &done, NULL));
  insist (s, done.id);
  absence->employee_id = s->jana;
  absence->kind = SALON_ABSENCE_TRAINING;
  absence->first_day = absence->last_day = TODAY + 2;
  salon_fixture_insert (s->salon, absence);
  day = load_day (s, s->maria, TODAY + 1, TODAY + 1);
  g_assert_cmpint (proposal (day, 0)->start_min, ==, TOMORROW (48 + 11, 0));
}

/* Two choices that are in each other's way are refused as a whole. */
static void
test_clash_refused (SmallSalon *s, gconstpointer data)
{
  gint64 first = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, TOMORROW (11, 0));
  gint64 second = small_salon_book (s, s->olga, s->polish, s->maria, s->room1, TOMORROW (12, 0));
  g_autoptr (SalonSickApply) apply = salon_sick_apply_new (s->maria, TODAY + 1, TODAY + 1, SALON_ABSENCE_SICK);
  g_autoptr (SalonVisitLine) one = small_salon_line (s, first);
  g_autoptr (SalonVisitLine) other = small_salon_line (s, second);
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  SalonSickChoice choice = { .lines = g_array_new (FALSE, FALSE, sizeof (SalonSickLine)) };
  SalonSickLine place = { salon_entity_get_id (one), s->jana, s->room1, TOMORROW (15, 0) };

  g_array_append_val (choice.lines, place);
  salon_sick_apply_add (apply, first, SALON_SICK_MOVE, &choice, NULL);
  place = (SalonSickLine){ salon_entity_get_id (other), s->jana, s->room2, TOMORROW (15, 30) };
  g_array_index (choice.lines, SalonSickLine, 0) = place;
  salon_sick_apply_add (apply, second, SALON_SICK_MOVE, &choice, NULL);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_sick_day, apply, NULL, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
  g_array_unref (choice.lines);
}

static void
test_refused (SmallSalon *s, gconstpointer data)
{
  static const SalonSickRequest spans[] = { { 0, TODAY, TODAY - 1 }, { 0, TODAY, TODAY + SALON_SICK_MOST_DAYS } };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++) {
    SalonSickRequest request = { s->maria, spans[i].first_day, spans[i].last_day };
    g_autoptr (GError) error = NULL;

    g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_sick_day, &request, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_cmpstr (salon_error_get_field (error), ==, "last_day");
  }
}

/* A client who is here already stays today; what has begun is not asked about. */
static void
test_today (SmallSalon *s, gconstpointer data)
{
  gint64 here = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonSickDay) day = NULL;
  const SalonSickItem *item = NULL;

  salon_fixture_add_visit (s->salon, s->olga, TODAY, 9 * 60 + 30, SALON_VISIT_ARRIVED, s->polish, s->maria, s->room2);
  g_assert_true (small_salon_set_state (s, here, SALON_VISIT_ARRIVED, NULL, NULL, NULL));
  day = load_day (s, s->maria, TODAY, TODAY);
  g_assert_cmpuint (day->items->len, ==, 1);
  item = day->items->pdata[0];
  g_assert_cmpint (item->visit_id, ==, here);
  for (guint i = 0; i < item->choices->len; i++)
    g_assert_cmpint (((SalonSickChoice *) item->choices->pdata[i])->start_min / 1440, ==, TODAY);
}

/* ---- random days: what is proposed can be written, all of it at once */

static void
book_at_random (SmallSalon *s, GRand *rand, gint64 employee_id)
{
  const gint64 services[] = { s->manicure, s->polish, s->tidy, s->bath };
  gint64 service = services[g_rand_int_range (rand, 0, 4)];
  gint64 start = (gint64) (TODAY + g_rand_int_range (rand, 1, 4)) * 1440 + 540 + g_rand_int_range (rand, 0, 30) * 15;
  gint64 client = g_rand_boolean (rand) ? s->irina : s->olga;
  g_autoptr (SalonBookingRequest) request = salon_booking_request_new (client, SALON_VISIT_SOURCE_PHONE);
  SalonDone done = { 0 };

  salon_booking_request_add (request, service, employee_id, 0, start, g_rand_boolean (rand));
  if (g_rand_int_range (rand, 0, 3) == 0)
    salon_booking_request_add (request, s->polish, g_rand_boolean (rand) ? s->maria : s->jana, 0, start + 60, FALSE);
  small_salon_try (s, request, &done, NULL);
}

static void
check_random_day (SmallSalon *s, GRand *rand)
{
  SalonDay last = TODAY + 1 + g_rand_int_range (rand, 0, 2);
  g_autoptr (SalonSickDay) day = load_day (s, s->maria, TODAY + 1, last);
  g_autoptr (SalonSickApply) apply = apply_of (day);
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (s->salon, &salon_command_sick_day, apply, &done, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < day->items->len; i++)
    for (guint k = 0; proposal (day, i) != NULL && k < proposal (day, i)->lines->len; k++) {
      const SalonSickLine *line = &g_array_index (proposal (day, i)->lines, SalonSickLine, k);

      g_assert_true (line->employee_id != s->maria || line->start_min / 1440 > last);
    }
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

static void
test_random (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251116);
  gint64 third = small_salon_add_employee (s, "Third", 9 * 60, 18 * 60);

  for (guint i = 0; i < 60; i++) {
    for (guint k = 0; k < 3; k++)
      book_at_random (s, rand, g_rand_int_range (rand, 0, 3) == 0 ? third : g_rand_boolean (rand) ? s->maria : s->jana);
    check_random_day (s, rand);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/sick-day/proposals", test_proposals);
  ADD_TEST ("/sick-day/no-clash", test_no_clash);
  ADD_TEST ("/sick-day/apply-and-undo", test_apply_and_undo);
  ADD_TEST ("/sick-day/again", test_again);
  ADD_TEST ("/sick-day/two-masters", test_two_masters);
  ADD_TEST ("/sick-day/other-master-is-away", test_other_master_is_away);
  ADD_TEST ("/sick-day/clash-refused", test_clash_refused);
  ADD_TEST ("/sick-day/refused", test_refused);
  ADD_TEST ("/sick-day/today", test_today);
  ADD_TEST ("/sick-day/random", test_random);
  return g_test_run ();
}
