/* The queue of a day: who, when, with whom, and whose birthday it is. */
#include "base/error.h"
#include "model/entities/client.h"
#include "model/entities/stored-photo.h"
#include "model/services/clients.h"
#include "model/services/desk.h"
#include "model/store/repo.h"
#include "small-salon.h"

static SalonDeskDay *
load (SmallSalon *s, SalonDay day, gboolean with_cancelled)
{
  g_autofree SalonDeskRequest *request = salon_desk_request_new (day, with_cancelled);
  g_autoptr (GError) error = NULL;
  SalonDeskDay *answer = salon_session_query_sync (s->salon->session, &salon_query_desk_day, request, &error);

  g_assert_no_error (error);
  return answer;
}

static void
test_empty (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonDeskDay) answer = load (s, SALON_DAY_NONE, FALSE);

  g_assert_cmpint (answer->day, ==, TODAY);
  g_assert_cmpuint (answer->visits->len, ==, 0);
  g_assert_cmpint (answer->n_open, ==, 0);
}

static void
test_queue (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) both = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (12, 0));
  g_autoptr (SalonDeskDay) answer = NULL;
  const SalonDeskVisit *first = NULL;
  const SalonDeskVisit *second = NULL;
  gint64 nameless = salon_fixture_add_client (s->salon, NULL, "29333222");

  both->note = g_strdup ("bride");
  salon_booking_request_add (both, s->polish, s->jana, s->room1, AT (12, 15), FALSE);
  salon_booking_request_add (both, s->polish, s->jana, s->room2, AT (13, 0), FALSE);
  g_assert_true (small_salon_try (s, both, NULL, NULL));
  small_salon_book (s, nameless, s->colour, s->maria, 0, AT (10, 0));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (24 + 10, 0));
  answer = load (s, TODAY, FALSE);
  g_assert_cmpuint (answer->visits->len, ==, 2);
  first = answer->visits->pdata[0];
  second = answer->visits->pdata[1];
  g_assert_cmpstr (first->client, ==, "+371 29 333 222");
  g_assert_cmpint (first->start_min, ==, AT (10, 0));
  g_assert_cmpint (first->end_min, ==, AT (11, 30));
  g_assert_cmpstr (first->services, ==, "Colouring");
  g_assert_null (first->rooms);
  g_assert_cmpint (first->price, ==, 8000);
  g_assert_true (first->is_new);
  g_assert_cmpstr (second->client, ==, "Irina Kalniņa");
  g_assert_cmpstr (second->services, ==, "Manicure, Polish, Polish");
  g_assert_cmpstr (second->employees, ==, "Maria, Jana");
  g_assert_cmpstr (second->rooms, ==, "Room 1, Room 2");
  g_assert_cmpint (second->price, ==, 6000);
  g_assert_cmpstr (second->note, ==, "bride");
  g_assert_cmpint (second->state, ==, SALON_VISIT_BOOKED);
}

/* The visits of a list in their order. */
static void
expect_visits (SmallSalon *s, const SalonQuery *query, const gint64 *ids, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) visits = salon_session_query_sync (s->salon->session, query, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (visits->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (((SalonDeskVisit *) visits->pdata[i])->visit_id, ==, ids[i]);
}

static void
go_on (SmallSalon *s, gint64 days)
{
  salon_clock_set_fixed (s->salon->clock, salon_clock_now_us (s->salon->clock) + days * 24 * 60 * 60 * G_USEC_PER_SEC);
}

/* Before a day is closed: what was done and not paid however long ago, and what was left open in the last 14 days. */
static void
test_unfinished (SmallSalon *s, gconstpointer data)
{
  gint64 missed = small_salon_book (s, s->olga, s->manicure, s->jana, s->room2, AT (10, 0));
  gint64 booked = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (12, 0));
  gint64 done = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (14, 0));
  gint64 arrived = small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (16, 0));
  gint64 tomorrow = small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (24 + 10, 0));
  const gint64 today[] = { booked, done, arrived };
  const gint64 two_weeks_later[] = { booked, done, arrived, tomorrow };
  const gint64 after[] = { done, tomorrow };

  g_assert_true (small_salon_set_state (s, missed, SALON_VISIT_NO_SHOW, NULL, NULL, NULL));
  g_assert_true (small_salon_set_state (s, done, SALON_VISIT_DONE, NULL, NULL, NULL));
  g_assert_true (small_salon_set_state (s, arrived, SALON_VISIT_ARRIVED, NULL, NULL, NULL));
  expect_visits (s, &salon_query_desk_unfinished, today, G_N_ELEMENTS (today));
  expect_visits (s, &salon_query_desk_to_pay, &done, 1);
  go_on (s, 14);
  expect_visits (s, &salon_query_desk_unfinished, two_weeks_later, G_N_ELEMENTS (two_weeks_later));
  go_on (s, 1);
  expect_visits (s, &salon_query_desk_unfinished, after, G_N_ELEMENTS (after));
}

static void
test_cancelled (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (12, 0));
  gint64 missed = small_salon_book (s, s->olga, s->manicure, s->jana, s->room2, AT (10, 0));
  g_autoptr (SalonDeskDay) without = NULL;
  g_autoptr (SalonDeskDay) with = NULL;

  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_CANCELLED, "ill", NULL, NULL));
  g_assert_true (small_salon_set_state (s, missed, SALON_VISIT_NO_SHOW, NULL, NULL, NULL));
  without = load (s, TODAY, FALSE);
  with = load (s, TODAY, TRUE);
  g_assert_cmpuint (without->visits->len, ==, 1);
  g_assert_cmpint (((SalonDeskVisit *) without->visits->pdata[0])->visit_id, ==, missed);
  g_assert_cmpuint (with->visits->len, ==, 2);
  g_assert_cmpstr (((SalonDeskVisit *) with->visits->pdata[1])->cancel_reason, ==, "ill");
}

static void
test_open_and_new (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonDeskDay) answer = NULL;

  salon_fixture_add_visit (s->salon, s->irina, TODAY - 1, 600, SALON_VISIT_DONE, s->manicure, s->maria, 0);
  salon_fixture_add_visit (s->salon, s->irina, TODAY - 2, 600, SALON_VISIT_ARRIVED, s->manicure, s->maria, 0);
  salon_fixture_add_visit (s->salon, s->olga, TODAY - 3, 600, SALON_VISIT_BOOKED, s->manicure, s->maria, 0);
  salon_fixture_add_visit (s->salon, s->olga, TODAY - 60, 600, SALON_VISIT_BOOKED, s->manicure, s->maria, 0);
  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (12, 0));
  answer = load (s, TODAY, FALSE);
  g_assert_cmpint (answer->n_open, ==, 2);
  g_assert_false (((SalonDeskVisit *) answer->visits->pdata[0])->is_new);
  g_assert_true (((SalonDeskVisit *) answer->visits->pdata[1])->is_new);
}

typedef struct {
  gint64 client;
  int month, mday;
} Birth;

static gboolean
set_birth (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  const Birth *birth = data;
  g_autoptr (SalonClient) client = salon_repo_get (tx, salon_client_get_type (), birth->client, error);

  client->birth_month = birth->month;
  client->birth_mday = birth->mday;
  client->alert = g_strdup ("Allergy");
  return salon_repo_update (tx, client, error);
}

static guint
n_birthdays (SmallSalon *s, SalonDay day)
{
  g_autofree SalonDeskRequest *request = salon_desk_request_new (day, FALSE);
  g_autoptr (GPtrArray) rows = salon_session_query_sync (s->salon->session, &salon_query_desk_birthdays, request, NULL);

  return rows->len;
}

/* 29 February is kept on the 28th in other years. */
static void
test_birthdays (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonDeskDay) answer = NULL;
  Birth today = { s->irina, 6, 16 };
  Birth leap = { s->olga, 2, 29 };
  const SalonDeskVisit *visit = NULL;

  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, (gint64) salon_day_from_ymd (2026, 2, 28) * 1440 + 600);
  salon_fixture_write (s->salon, set_birth, &today);
  salon_fixture_write (s->salon, set_birth, &leap);
  g_assert_cmpuint (n_birthdays (s, SALON_DAY_NONE), ==, 1);
  g_assert_cmpuint (n_birthdays (s, TODAY + 1), ==, 0);
  g_assert_cmpuint (n_birthdays (s, salon_day_from_ymd (2028, 2, 29)), ==, 1);
  g_assert_cmpuint (n_birthdays (s, salon_day_from_ymd (2028, 2, 28)), ==, 0);
  g_assert_cmpuint (n_birthdays (s, salon_day_from_ymd (2026, 2, 28)), ==, 1);
  answer = load (s, salon_day_from_ymd (2026, 2, 28), FALSE);
  visit = answer->visits->pdata[0];
  g_assert_true (visit->birthday);
  g_assert_true (visit->has_alert);
}

static gboolean
add_photo (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  g_autoptr (SalonStoredPhoto) photo = salon_stored_photo_new ();
  g_autoptr (SalonClient) client = salon_repo_get (tx, salon_client_get_type (), *(gint64 *) data, error);

  photo->thumb = g_bytes_new ("jpeg", 4);
  photo->view = g_bytes_new ("larger", 6);
  photo->width = photo->height = 1;
  if (!salon_repo_insert (tx, photo, error))
    return FALSE;
  client->photo_id = salon_entity_get_id (photo);
  return salon_repo_update (tx, client, error);
}

static void
test_thumb (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonDeskDay) answer = NULL;
  g_autoptr (GBytes) expected = g_bytes_new ("jpeg", 4);

  salon_fixture_write (s->salon, add_photo, &s->irina);
  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  answer = load (s, TODAY, FALSE);
  g_assert_true (g_bytes_equal (((SalonDeskVisit *) answer->visits->pdata[0])->thumb, expected));
}

/* A master sees the visits with a line of hers. */
static void
test_master (SmallSalon *s, gconstpointer data)
{
  gint64 hers = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  gint64 others = small_salon_book (s, s->olga, s->manicure, s->jana, s->room2, AT (11, 0));
  SalonIdRequest request = { hers };
  g_autoptr (SalonDeskDay) answer = NULL;
  g_autoptr (SalonDeskVisit) visit = NULL;
  g_autoptr (GError) error = NULL;

  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  answer = load (s, TODAY, FALSE);
  g_assert_cmpuint (answer->visits->len, ==, 1);
  visit = salon_session_query_sync (s->salon->session, &salon_query_desk_visit, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpint (visit->visit_id, ==, hers);
  request.id = others;
  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_desk_visit, &request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/desk/empty", test_empty);
  ADD_TEST ("/desk/queue", test_queue);
  ADD_TEST ("/desk/cancelled", test_cancelled);
  ADD_TEST ("/desk/unfinished", test_unfinished);
  ADD_TEST ("/desk/open-and-new", test_open_and_new);
  ADD_TEST ("/desk/birthdays", test_birthdays);
  ADD_TEST ("/desk/thumb", test_thumb);
  ADD_TEST ("/desk/master", test_master);
  return g_test_run ();
}
