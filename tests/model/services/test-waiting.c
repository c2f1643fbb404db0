/* The waiting list: who is on it, who fits into what was set free, booking from it. */
#include "base/error.h"
#include "model/entities/absence.h"
#include "model/entities/client.h"
#include "model/entities/waiting-service.h"
#include "model/services/catalogue.h"
#include "model/services/waiting.h"
#include "model/store/repo.h"
#include "small-salon.h"

#include <string.h>

#define IN(n, h, m) (AT (h, m) + (gint64) (n) * 1440)

static SalonWaitingDraft *
wish (gint64 client, gint64 service, gint64 employee)
{
  SalonWaiting *waiting = salon_waiting_new ();
  SalonWaitingDraft *draft = NULL;

  waiting->client_id = client;
  waiting->employee_id = employee;
  waiting->from_day = TODAY;
  waiting->to_day = TODAY + 6;
  waiting->to_min = 24 * 60;
  waiting->weekdays = 127;
  draft = salon_waiting_draft_new (NULL, waiting, NULL);
  g_array_append_val (draft->wishes, ((SalonServiceWish){ service, 0 }));
  return draft;
}

static gint64
put_down (SmallSalon *s, SalonWaitingDraft *draft)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (s->salon, &salon_command_waiting_save, draft, &done, &error);
  g_assert_no_error (error);
  salon_waiting_draft_free (draft);
  return done.id;
}

static GPtrArray *
list (SmallSalon *s, SalonWaitingShow show)
{
  SalonWaitingRequest request = { show, 0, 0 };
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = salon_session_query_sync (s->salon->session, &salon_query_waiting_list, &request, &error);

  g_assert_no_error (error);
  return rows;
}

static GPtrArray *
matches_of_visit (SmallSalon *s, gint64 visit_id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SalonWaitingFreed) freed = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = NULL;

  g_array_append_val (ids, visit_id);
  freed = salon_waiting_freed_new (ids, NULL);
  rows = salon_session_query_sync (s->salon->session, &salon_query_waiting_matches, freed, &error);
  g_assert_no_error (error);
  return rows;
}

static const SalonWaitingRow *
row_at (GPtrArray *rows, guint i)
{
  g_assert_cmpuint (i, <, rows->len);
  return rows->pdata[i];
}

static void
assert_slot (const SalonWaitingRow *row, gint64 waiting_id, gint64 start, gint64 employee)
{
  g_assert_cmpint (salon_entity_get_id (row->waiting), ==, waiting_id);
  g_assert_nonnull (row->slot);
  g_assert_cmpint (row->slot->start_min, ==, start);
  g_assert_cmpint (row->slot->employee_id, ==, employee);
}

/* Maria has no free minute today, in both nail rooms at once. */
static void
fill_day (SmallSalon *s, gint64 employee, gint64 room, int from_hour, int to_hour)
{
  for (int hour = from_hour; hour < to_hour; hour++) {
    gint64 client = salon_fixture_add_client (s->salon, "Somebody", NULL);

    small_salon_book (s, client, s->manicure, employee, room, AT (hour, 0));
  }
}

/* ---- entries */

static void
test_entry (SmallSalon *s, gconstpointer data)
{
  gint64 id = put_down (s, wish (s->irina, s->manicure, s->maria));
  g_autoptr (GPtrArray) rows = list (s, SALON_WAITING_SHOW_OPEN);
  const SalonWaitingRow *row = row_at (rows, 0);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (row->client, ==, "Irina Kalniņa");
  g_assert_cmpstr (row->services, ==, "Manicure");
  g_assert_cmpstr (row->employee, ==, "Maria");
  g_assert_cmpstr (row->phone, ==, "+371 29 123 456");
  g_assert_cmpint (row->minutes, ==, 60);
  assert_slot (row, id, AT (10, 0), s->maria);
}

static void
test_refusals (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonWaitingDraft) draft = wish (s->irina, s->manicure, 0);
  g_autoptr (GError) error = NULL;

  draft->curr->to_day = TODAY - 1;
  draft->curr->from_day = TODAY - 1;
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_waiting_save, draft, NULL, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "to_day");
  g_clear_error (&error);
  draft->curr->to_day = TODAY;
  g_array_set_size (draft->wishes, 0);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_waiting_save, draft, NULL, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "service_ids");
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_waiting_get_type ()), ==, 0);
}

/* The day, the weekday and the hours that she wishes. */
static void
test_wishes (SmallSalon *s, gconstpointer data)
{
  SalonWaitingDraft *draft = wish (s->irina, s->manicure, 0);
  g_autoptr (GPtrArray) rows = NULL;
  gint64 id = 0;

  draft->curr->weekdays = 1 << 2; /* Wednesday */
  draft->curr->from_min = 17 * 60 + 30;
  draft->curr->to_min = 19 * 60;
  id = put_down (s, draft);
  rows = list (s, SALON_WAITING_SHOW_FITTING);
  assert_slot (row_at (rows, 0), id, IN (2, 17, 30), s->jana); /* Maria leaves at 18 */
}

/* Changed: other services replace the old ones; Undo brings them back. */
static void
test_change (SmallSalon *s, gconstpointer data)
{
  gint64 id = put_down (s, wish (s->irina, s->manicure, 0));
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  SalonWaiting *orig = salon_fixture_get (s->salon, salon_waiting_get_type (), id);
  g_autoptr (SalonWaitingDraft) draft = salon_waiting_draft_new (orig, salon_waiting_copy (orig), NULL);
  g_autoptr (GPtrArray) rows = NULL;
  SalonDone done = { 0 };

  draft->curr->employee_id = s->jana;
  g_array_append_val (draft->wishes, ((SalonServiceWish){ s->polish, 0 }));
  g_array_append_val (draft->wishes, ((SalonServiceWish){ s->manicure, 0 }));
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_waiting_save, draft, &done, NULL));
  rows = list (s, SALON_WAITING_SHOW_OPEN);
  g_assert_cmpstr (row_at (rows, 0)->services, ==, "Polish, Manicure");
  g_assert_cmpint (row_at (rows, 0)->minutes, ==, 90);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

static void
test_withdraw (SmallSalon *s, gconstpointer data)
{
  SalonIdRequest request = { put_down (s, wish (s->irina, s->manicure, 0)) };
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (salon_fixture_submit (s->salon, &salon_command_waiting_withdraw, &request, NULL, NULL));
  open = list (s, SALON_WAITING_SHOW_OPEN);
  all = list (s, SALON_WAITING_SHOW_ALL);
  g_assert_cmpuint (open->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_null (row_at (all, 0)->slot);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_waiting_withdraw, &request, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

/* ---- what was set free */

/* A visit is cancelled: who waits for this master, or for any, fits there; not who waits for another or cannot then. */
static void
test_cancelled (SmallSalon *s, gconstpointer data)
{
  SalonWaitingDraft *evening = wish (s->olga, s->manicure, 0);
  gint64 visit = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (15, 0));
  gint64 others[3] = { salon_fixture_add_client (s->salon, "Anna", NULL), salon_fixture_add_client (s->salon, "Berta", NULL),
                       salon_fixture_add_client (s->salon, "Cilda", NULL) };
  gint64 any = 0, hers = 0;
  g_autoptr (GPtrArray) rows = NULL;

  evening->curr->from_min = 19 * 60;
  put_down (s, evening);
  any = put_down (s, wish (others[0], s->manicure, 0));
  salon_fixture_set_time (s->salon, TODAY, 10 * 60 + 1);
  hers = put_down (s, wish (others[1], s->manicure, s->maria));
  put_down (s, wish (others[2], s->manicure, s->jana));
  rows = matches_of_visit (s, visit);
  g_assert_cmpuint (rows->len, ==, 0); /* it was made, nothing was set free */
  g_ptr_array_unref (g_steal_pointer (&rows));
  g_assert_true (small_salon_set_state (s, visit, SALON_VISIT_CANCELLED, NULL, NULL, NULL));
  rows = matches_of_visit (s, visit);
  g_assert_cmpuint (rows->len, ==, 2);
  assert_slot (row_at (rows, 0), any, AT (15, 0), s->maria);
  assert_slot (row_at (rows, 1), hers, AT (15, 0), s->maria);
}

/* Importance of the client before the time of waiting. */
static void
test_ranked (SmallSalon *s, gconstpointer data)
{
  gint64 visit = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (15, 0));
  SalonClient *vip = salon_client_new ();
  gint64 vip_id = 0, first = 0, second = 0;
  g_autoptr (GPtrArray) rows = NULL;

  vip->first_name = g_strdup ("Vita");
  vip->importance_pin = 1;
  vip_id = salon_fixture_insert (s->salon, vip);
  first = put_down (s, wish (s->olga, s->manicure, 0));
  salon_fixture_set_time (s->salon, TODAY, 10 * 60 + 5);
  second = put_down (s, wish (vip_id, s->manicure, 0));
  g_assert_true (small_salon_set_state (s, visit, SALON_VISIT_CANCELLED, NULL, NULL, NULL));
  rows = matches_of_visit (s, visit);
  g_assert_cmpuint (rows->len, ==, 2);
  assert_slot (row_at (rows, 0), second, AT (15, 0), s->maria);
  g_assert_cmpint (row_at (rows, 0)->importance, ==, 1);
  assert_slot (row_at (rows, 1), first, AT (15, 0), s->maria);
}

/* Whether the last change of a visit set free just this. */
static gboolean
check_hole (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  const gint64 *wanted = data; /* visit, employee, from, to */
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SalonWaitingFreed) freed = NULL;
  g_autoptr (GArray) holes = NULL;

  g_array_append_val (ids, wanted[0]);
  freed = salon_waiting_freed_new (ids, NULL);
  holes = salon_waiting_holes (tx, freed, error);
  g_assert_cmpuint (holes->len, ==, 1);
  g_assert_cmpint (g_array_index (holes, SalonHole, 0).employee_id, ==, wanted[1]);
  g_assert_cmpint (g_array_index (holes, SalonHole, 0).from, ==, wanted[2]);
  g_assert_cmpint (g_array_index (holes, SalonHole, 0).to, ==, wanted[3]);
  return TRUE;
}

/* Moved: the old place is free, not the part that it still takes. */
static void
test_moved (SmallSalon *s, gconstpointer data)
{
  gint64 visit = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (15, 0));
  g_autoptr (SalonMoveRequest) move = salon_move_request_new (visit, AT (15, 30));
  g_autoptr (GPtrArray) rows = NULL;
  gint64 half = 0;

  half = put_down (s, wish (s->olga, s->polish, s->maria));
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_move, move, NULL, NULL));
  salon_fixture_read (s->salon, check_hole, (gint64[]){ visit, s->maria, AT (15, 0), AT (15, 30) });
  rows = matches_of_visit (s, visit);
  assert_slot (row_at (rows, 0), half, AT (15, 0), s->maria);
}

static void
test_missed (SmallSalon *s, gconstpointer data)
{
  gint64 visit = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (10, 0));
  gint64 id = put_down (s, wish (s->olga, s->polish, 0));
  g_autoptr (GPtrArray) rows = NULL;

  salon_fixture_set_time (s->salon, TODAY, 10 * 60 + 20);
  g_assert_true (small_salon_set_state (s, visit, SALON_VISIT_NO_SHOW, NULL, NULL, NULL));
  rows = matches_of_visit (s, visit);
  assert_slot (row_at (rows, 0), id, AT (10, 30), s->maria); /* what is left of it */
}

/* The booking itself is taken back. */
static void
test_undone (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (15, 0));
  gint64 id = put_down (s, wish (s->olga, s->manicure, 0));
  g_autoptr (GPtrArray) rows = NULL;
  SalonDone done = { 0 };

  g_assert_true (small_salon_try (s, request, &done, NULL));
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  rows = matches_of_visit (s, done.id);
  assert_slot (row_at (rows, 0), id, AT (15, 0), s->maria);
}

static gboolean
remove_absence (SalonTx *tx, gpointer absence, gint64 *id, GError **error)
{
  return salon_repo_delete (tx, absence, error);
}

static void
test_absence (SmallSalon *s, gconstpointer data)
{
  SalonAbsence *absence = salon_absence_new ();
  g_autoptr (SalonAbsence) kept = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SalonWaitingFreed) freed = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 absence_id = 0, id = 0;

  absence->employee_id = s->maria;
  absence->kind = SALON_ABSENCE_SICK;
  absence->first_day = TODAY + 1;
  absence->last_day = TODAY + 2;
  absence_id = salon_fixture_insert (s->salon, absence);
  id = put_down (s, wish (s->olga, s->manicure, s->maria));
  kept = salon_fixture_get (s->salon, salon_absence_get_type (), absence_id);
  salon_fixture_write (s->salon, remove_absence, kept);
  g_array_append_val (ids, absence_id);
  freed = salon_waiting_freed_new (NULL, ids);
  rows = salon_session_query_sync (s->salon->session, &salon_query_waiting_matches, freed, NULL);
  g_assert_nonnull (rows);
  assert_slot (row_at (rows, 0), id, IN (1, 9, 0), s->maria);
}

/* ---- booking from it */

static void
test_book (SmallSalon *s, gconstpointer data)
{
  gint64 id = put_down (s, wish (s->olga, s->manicure, 0));
  SalonBookingRequest *booking = salon_booking_request_new (0, SALON_VISIT_SOURCE_PHONE);
  g_autoptr (SalonWaitingBooking) request = salon_waiting_booking_new (id, booking);
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autoptr (SalonWaiting) waiting = NULL;
  g_autoptr (SalonVisit) visit = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_booking_request_add (booking, s->manicure, s->maria, 0, AT (15, 0), TRUE);
  salon_fixture_submit (s->salon, &salon_command_waiting_book, request, &done, &error);
  g_assert_no_error (error);
  visit = small_salon_visit (s, done.id);
  g_assert_cmpint (visit->client_id, ==, s->olga);
  g_assert_cmpint (visit->start_min, ==, AT (15, 0));
  waiting = salon_fixture_get (s->salon, salon_waiting_get_type (), id);
  g_assert_cmpint (waiting->state, ==, SALON_WAITING_BOOKED);
  g_assert_cmpint (waiting->visit_id, ==, done.id);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_waiting_book, request, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
  rows = list (s, SALON_WAITING_SHOW_OPEN);
  g_assert_cmpuint (rows->len, ==, 1);
}

/* ---- against a search through everything */

/* Whether a visit would be booked just then, without warning and clash; nothing stays. */
static gboolean
could_be (SmallSalon *s, gint64 client, gint64 service, gint64 employee, gint64 start)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, client, service, employee, 0, start);
  SalonDone done = { 0 };

  if (!small_salon_try (s, request, &done, NULL))
    return FALSE;
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  return TRUE;
}

typedef struct {
  gint64 waiting;
  gint64 client;
  gint64 service;
  gint64 employee;
  int minutes;
  int from_hour;
  int to_hour;
} Wish;

/* The hole's employee at every quarter of an hour that touches the hole. */
static gboolean
fits_by_force (SmallSalon *s, const Wish *w, gint64 employee, gint64 from, gint64 to)
{
  if (w->employee != 0 && w->employee != employee)
    return FALSE;
  for (gint64 start = (from - w->minutes) / 15 * 15; start < to; start += 15)
    if (start + w->minutes > from && start >= AT (10, 0) && start >= AT (w->from_hour, 0) && start + w->minutes <= AT (w->to_hour, 0)
        && could_be (s, w->client, w->service, employee, start))
      return TRUE;
  return FALSE;
}

static void
test_brute_force (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31337);
  const gint64 services[] = { s->manicure, s->polish, s->tidy, s->bath };
  const int minutes[] = { 60, 30, 30, 45 };
  const gint64 employees[] = { 0, s->maria, s->jana };
  g_autoptr (GArray) visits = g_array_new (FALSE, FALSE, sizeof (gint64));
  Wish wishes[12];
  guint n_fit = 0, n_not = 0;

  for (guint i = 0; i < 60; i++) {
    gint64 client = salon_fixture_add_client (s->salon, "Somebody", NULL);
    g_autoptr (SalonBookingRequest) request = small_salon_request (s, client, services[g_rand_int_range (rand, 0, 4)],
                                                                   employees[g_rand_int_range (rand, 1, 3)], 0,
                                                                   AT (g_rand_int_range (rand, 10, 18), 15 * g_rand_int_range (rand, 0, 4)));
    SalonDone done = { 0 };

    if (small_salon_try (s, request, &done, NULL))
      g_array_append_val (visits, done.id);
  }
  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++) {
    guint service = (guint) g_rand_int_range (rand, 0, 4);
    Wish *w = &wishes[i];
    SalonWaitingDraft *draft = NULL;

    w->client = salon_fixture_add_client (s->salon, "Waits", NULL);
    w->service = services[service];
    w->minutes = minutes[service];
    w->employee = employees[g_rand_int_range (rand, 0, 3)];
    w->from_hour = g_rand_int_range (rand, 9, 15);
    w->to_hour = w->from_hour + g_rand_int_range (rand, 2, 6);
    draft = wish (w->client, w->service, w->employee);
    draft->curr->from_min = w->from_hour * 60;
    draft->curr->to_min = w->to_hour * 60;
    draft->curr->to_day = TODAY;
    w->waiting = put_down (s, draft);
  }
  for (guint v = 0; v < visits->len && v < 12; v++) {
    gint64 id = g_array_index (visits, gint64, v);
    g_autoptr (SalonVisitLine) line = small_salon_line (s, id);
    g_autoptr (SalonVisit) visit = small_salon_visit (s, id);
    g_autoptr (GPtrArray) rows = NULL;

    g_assert_true (small_salon_set_state (s, id, SALON_VISIT_CANCELLED, NULL, NULL, NULL));
    rows = matches_of_visit (s, id);
    for (guint i = 0; i < G_N_ELEMENTS (wishes); i++) {
      gboolean found = FALSE;
      gboolean fits = fits_by_force (s, &wishes[i], line->employee_id, visit->start_min, visit->end_min);

      for (guint k = 0; k < rows->len; k++)
        found |= salon_entity_get_id (row_at (rows, k)->waiting) == wishes[i].waiting;
      g_assert_cmpint (found, ==, fits);
      n_fit += fits;
      n_not += !fits;
    }
    g_assert_true (small_salon_set_state (s, id, SALON_VISIT_BOOKED, NULL, NULL, NULL));
  }
  g_assert_cmpuint (n_fit, >, 10);
  g_assert_cmpuint (n_not, >, 10);
}

/* A full day: nobody fits, and the list says so. */
static void
test_full (SmallSalon *s, gconstpointer data)
{
  SalonWaitingDraft *draft = wish (s->olga, s->manicure, s->maria);
  g_autoptr (GPtrArray) fitting = NULL;
  g_autoptr (GPtrArray) open = NULL;

  fill_day (s, s->maria, s->room1, 10, 18);
  draft->curr->to_day = TODAY;
  put_down (s, draft);
  fitting = list (s, SALON_WAITING_SHOW_FITTING);
  open = list (s, SALON_WAITING_SHOW_OPEN);
  g_assert_cmpuint (fitting->len, ==, 0);
  g_assert_cmpuint (open->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/waiting/entry", test_entry);
  ADD_TEST ("/waiting/refusals", test_refusals);
  ADD_TEST ("/waiting/wishes", test_wishes);
  ADD_TEST ("/waiting/change", test_change);
  ADD_TEST ("/waiting/withdraw", test_withdraw);
  ADD_TEST ("/waiting/full", test_full);
  ADD_TEST ("/waiting/cancelled", test_cancelled);
  ADD_TEST ("/waiting/ranked", test_ranked);
  ADD_TEST ("/waiting/moved", test_moved);
  ADD_TEST ("/waiting/missed", test_missed);
  ADD_TEST ("/waiting/undone", test_undone);
  ADD_TEST ("/waiting/absence", test_absence);
  ADD_TEST ("/waiting/book", test_book);
  ADD_TEST ("/waiting/brute-force", test_brute_force);
  return g_test_run ();
}
