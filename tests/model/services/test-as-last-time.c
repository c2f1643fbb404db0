/* As last time: which services, with whom, and when. */
#include "base/error.h"
#include "model/entities/employee.h"
#include "model/entities/service.h"
#include "model/store/repo.h"
#include "small-salon.h"

static SalonAsLastTime *
ask (SmallSalon *s, gint64 client)
{
  SalonIdRequest request = { client };
  g_autoptr (GError) error = NULL;
  SalonAsLastTime *answer = salon_session_query_sync (s->salon->session, &salon_query_as_last_time, &request, &error);

  g_assert_no_error (error);
  return answer;
}

static gint64
visit (SmallSalon *s, SalonDay day, gint64 service, gint64 employee)
{
  return salon_fixture_add_visit (s->salon, s->irina, day, 700, SALON_VISIT_DONE, service, employee, 0);
}

static void
assert_service (const SalonAsLastTime *answer, gint64 service)
{
  g_assert_cmpuint (answer->service_ids->len, ==, 1);
  g_assert_cmpint (g_array_index (answer->service_ids, gint64, 0), ==, service);
}

static gboolean
archive (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  salon_entity_put_int (data, salon_entity_info_find (salon_entity_info (data), "archived"), 1);
  return salon_repo_update (tx, data, error);
}

static gboolean
set_periodicity (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  ((SalonService *) data)->periodicity_days = 21;
  return salon_repo_update (tx, data, error);
}

static void
change (SmallSalon *s, GType type, gint64 id, SalonFixtureFunc func)
{
  g_autoptr (SalonEntity) entity = salon_fixture_get (s->salon, type, id);

  salon_fixture_write (s->salon, func, entity);
}

static void
test_nothing_known (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonAsLastTime) answer = ask (s, s->irina);

  g_assert_cmpuint (answer->service_ids->len, ==, 0);
  g_assert_cmpstr (answer->services, ==, "");
  g_assert_cmpint (answer->employee_id, ==, 0);
  g_assert_null (answer->employee);
  g_assert_cmpint (answer->suggested_day, ==, TODAY);
}

/* The newest counted visit, not a cancelled or a future one. */
static void
test_last_visit (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) both = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (10, 0));
  g_autoptr (SalonAsLastTime) answer = NULL;
  SalonDone done = { 0 };

  visit (s, TODAY - 50, s->bath, s->jana);
  salon_booking_request_add (both, s->polish, s->maria, s->room1, AT (11, 0), FALSE);
  g_assert_true (small_salon_try (s, both, &done, NULL));
  g_assert_true (small_salon_set_state (s, done.id, SALON_VISIT_ARRIVED, NULL, NULL, NULL));
  small_salon_book (s, s->irina, s->bath, s->jana, s->hall, AT (24 + 12, 0));
  salon_fixture_add_visit (s->salon, s->irina, TODAY - 2, 800, SALON_VISIT_CANCELLED, s->bath, s->jana, 0);
  answer = ask (s, s->irina);
  g_assert_cmpuint (answer->service_ids->len, ==, 2);
  g_assert_cmpint (g_array_index (answer->service_ids, gint64, 0), ==, s->manicure);
  g_assert_cmpint (g_array_index (answer->service_ids, gint64, 1), ==, s->polish);
  g_assert_cmpstr (answer->services, ==, "Manicure, Polish");
  g_assert_cmpint (answer->employee_id, ==, s->maria);
  g_assert_cmpstr (answer->employee, ==, "Maria");
}

static void
test_service_is_gone (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonAsLastTime) answer = NULL;

  visit (s, TODAY - 90, s->polish, s->jana);
  visit (s, TODAY - 60, s->polish, s->jana);
  visit (s, TODAY - 40, s->bath, s->jana);
  visit (s, TODAY - 30, s->manicure, s->maria);
  change (s, salon_service_get_type (), s->manicure, archive);
  answer = ask (s, s->irina);
  assert_service (answer, s->polish);
  g_assert_cmpint (answer->employee_id, ==, s->maria);
}

static void
test_master_is_gone (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonAsLastTime) answer = NULL;
  g_autoptr (SalonAsLastTime) nobody = NULL;

  visit (s, TODAY - 60, s->polish, s->jana);
  visit (s, TODAY - 30, s->manicure, s->maria);
  change (s, salon_employee_get_type (), s->maria, archive);
  answer = ask (s, s->irina);
  assert_service (answer, s->manicure);
  g_assert_cmpint (answer->employee_id, ==, s->jana);
  change (s, salon_employee_get_type (), s->jana, archive);
  nobody = ask (s, s->irina);
  assert_service (nobody, s->manicure);
  g_assert_cmpint (nobody->employee_id, ==, 0);
}

static void
test_master_does_it_no_more (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonAsLastTime) answer = NULL;

  visit (s, TODAY - 30, s->colour, s->jana);
  answer = ask (s, s->irina);
  assert_service (answer, s->colour);
  g_assert_cmpint (answer->employee_id, ==, 0);
}

/* 20, 30, 40 days: the median of three intervals. */
static void
test_learned_rhythm (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonAsLastTime) answer = NULL;

  change (s, salon_service_get_type (), s->manicure, set_periodicity);
  visit (s, TODAY - 100, s->manicure, s->maria);
  visit (s, TODAY - 80, s->manicure, s->maria);
  visit (s, TODAY - 50, s->manicure, s->maria);
  visit (s, TODAY - 10, s->manicure, s->maria);
  answer = ask (s, s->irina);
  g_assert_cmpint (answer->suggested_day, ==, TODAY - 10 + 30);
}

static void
test_periodicity (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonAsLastTime) soon = NULL;
  g_autoptr (SalonAsLastTime) late = NULL;

  change (s, salon_service_get_type (), s->manicure, set_periodicity);
  visit (s, TODAY - 10, s->manicure, s->maria);
  soon = ask (s, s->irina);
  g_assert_cmpint (soon->suggested_day, ==, TODAY - 10 + 21);
  salon_fixture_set_time (s->salon, TODAY + 60, 600);
  late = ask (s, s->irina);
  g_assert_cmpint (late->suggested_day, ==, TODAY + 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/as-last-time/nothing-known", test_nothing_known);
  ADD_TEST ("/as-last-time/last-visit", test_last_visit);
  ADD_TEST ("/as-last-time/service-is-gone", test_service_is_gone);
  ADD_TEST ("/as-last-time/master-is-gone", test_master_is_gone);
  ADD_TEST ("/as-last-time/master-does-it-no-more", test_master_does_it_no_more);
  ADD_TEST ("/as-last-time/learned-rhythm", test_learned_rhythm);
  ADD_TEST ("/as-last-time/periodicity", test_periodicity);
  return g_test_run ();
}
