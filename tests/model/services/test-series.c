/* Visits that repeat: the plan, all of them booked at once, this one and all later. */
#include "base/error.h"
#include "model/entities/visit-series.h"
#include "model/services/series.h"
#include "small-salon.h"

#include <string.h>

#define IN(n, h, m)   (AT (h, m) + (gint64) (n) * 1440)

static const SalonRecurrence every_four_weeks = { SALON_RECURRENCE_WEEKS, 4, 3, 6 };

static GPtrArray *
plan (SmallSalon *s, const SalonSeriesRequest *request)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *dates = salon_session_query_sync (s->salon->session, &salon_query_series_plan, request, &error);

  g_assert_no_error (error);
  return dates;
}

static gint64
book (SmallSalon *s, const SalonSeriesRequest *request, SalonDone *done)
{
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (s->salon, &salon_command_series_book, request, done, &error);
  g_assert_no_error (error);
  return done->id;
}

static void
refused (SmallSalon *s, const SalonSeriesRequest *request, GQuark domain, int code, const char *part)
{
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_fixture_submit (s->salon, &salon_command_series_book, request, NULL, &error));
  g_assert_error (error, domain, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

static GArray *
visits_of (SmallSalon *s, gint64 visit_id)
{
  SalonIdRequest request = { visit_id };
  g_autoptr (GError) error = NULL;
  GArray *visits = salon_session_query_sync (s->salon->session, &salon_query_series_visits, &request, &error);

  g_assert_no_error (error);
  return visits;
}

static void
assert_visit (const GArray *visits, guint i, gint64 start, SalonVisitState state)
{
  g_assert_cmpuint (i, <, visits->len);
  g_assert_cmpint (g_array_index (visits, SalonSeriesVisit, i).start_min, ==, start);
  g_assert_cmpint (g_array_index (visits, SalonSeriesVisit, i).state, ==, state);
}

/* Nothing in the way: every four weeks at the same time. */
static void
test_free (SmallSalon *s, gconstpointer data)
{
  gint64 first = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (first, &every_four_weeks);
  g_autoptr (GPtrArray) dates = plan (s, request);
  g_autoptr (GArray) visits = NULL;
  SalonDone done = { 0 };

  g_assert_cmpuint (dates->len, ==, 6);
  for (guint i = 0; i < dates->len; i++) {
    const SalonSeriesDate *date = dates->pdata[i];

    g_assert_cmpint (date->number, ==, i + 1);
    g_assert_cmpint (date->wanted, ==, IN (28 * i, 11, 0));
    g_assert_cmpint (date->start, ==, date->wanted);
    g_assert_cmpint (date->length, ==, 60);
    g_assert_null (date->problem);
  }
  g_assert_cmpint (book (s, request, &done), ==, first);
  visits = visits_of (s, first);
  g_assert_cmpuint (visits->len, ==, 6);
  for (guint i = 0; i < 6; i++)
    assert_visit (visits, i, IN (28 * i, 11, 0), SALON_VISIT_BOOKED);
}

/* The second day is taken by Olga: the day after at the same hour; the clash is told with name, time and room. */
static void
test_clash (SmallSalon *s, gconstpointer data)
{
  gint64 first = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (first, &every_four_weeks);
  g_autoptr (GPtrArray) dates = NULL;
  g_autoptr (GArray) visits = NULL;
  const SalonSeriesDate *second = NULL;
  SalonDone done = { 0 };

  small_salon_book (s, s->olga, s->manicure, s->maria, s->room2, IN (28, 11, 30));
  dates = plan (s, request);
  second = dates->pdata[1];
  g_assert_cmpint (second->wanted, ==, IN (28, 11, 0));
  g_assert_cmpint (second->start, ==, IN (29, 11, 0));
  g_assert_nonnull (strstr (second->problem, "Maria is busy with Olga Petrova"));
  g_assert_nonnull (strstr (second->problem, "11:30–12:30, Room 2"));
  g_assert_null (strstr (second->problem, "nearest"));
  g_assert_cmpint (g_array_index (second->choices, gint64, 0), ==, IN (29, 11, 0));
  g_assert_cmpint (g_array_index (second->choices, gint64, 1), ==, IN (27, 11, 0));
  book (s, request, &done);
  visits = visits_of (s, first);
  g_assert_cmpuint (visits->len, ==, 6);
  assert_visit (visits, 1, IN (29, 11, 0), SALON_VISIT_BOOKED);
  assert_visit (visits, 2, IN (56, 11, 0), SALON_VISIT_BOOKED); /* not shifted by it */
}

/* What was agreed is repeated: the price of then, and another room where that one is taken. */
static void
test_copies (SmallSalon *s, gconstpointer data)
{
  const SalonRecurrence twice = { SALON_RECURRENCE_WEEKS, 1, 0, 2 };
  gint64 first = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (first, &twice);
  g_autoptr (GArray) visits = NULL;
  g_autoptr (SalonVisitLine) line = NULL;
  g_autoptr (SalonVisit) visit = NULL;
  SalonDone done = { 0 };

  small_salon_book (s, s->olga, s->manicure, s->jana, s->room1, IN (7, 11, 0));
  book (s, request, &done);
  visits = visits_of (s, first);
  line = small_salon_line (s, g_array_index (visits, SalonSeriesVisit, 1).visit_id);
  visit = small_salon_visit (s, g_array_index (visits, SalonSeriesVisit, 1).visit_id);
  g_assert_cmpint (line->room_id, ==, s->room2);
  g_assert_cmpint (line->employee_id, ==, s->maria);
  g_assert_cmpint (line->price, ==, 3000);
  g_assert_cmpint (visit->client_id, ==, s->irina);
  g_assert_cmpint (visit->source, ==, SALON_VISIT_SOURCE_PHONE);
}

/* One date left out, one changed by hand; a date that is none of the series is refused. */
static void
test_chosen (SmallSalon *s, gconstpointer data)
{
  gint64 first = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (first, &every_four_weeks);
  const gint64 starts[] = { IN (28 + 3, 15, 30), IN (84, 11, 0) };
  const gint64 too_far = IN (28 + 4, 11, 0);
  const gint64 twice = IN (29, 11, 0);
  g_autoptr (GArray) visits = NULL;
  SalonDone done = { 0 };

  request->starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "does not repeat");
  g_array_append_val (request->starts, too_far);
  refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "none of the days");
  g_array_set_size (request->starts, 0);
  g_array_append_vals (request->starts, starts, 2);
  g_array_append_val (request->starts, twice);
  refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "none of the days");
  g_array_set_size (request->starts, 2);
  book (s, request, &done);
  visits = visits_of (s, first);
  g_assert_cmpuint (visits->len, ==, 3);
  assert_visit (visits, 1, IN (31, 15, 30), SALON_VISIT_BOOKED);
  assert_visit (visits, 2, IN (84, 11, 0), SALON_VISIT_BOOKED);
  refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "repeats already");
}

/* A time that was free when it was looked at: nothing is done, and the day stands before the sentence. */
static void
test_taken_meanwhile (SmallSalon *s, gconstpointer data)
{
  gint64 first = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (first, &every_four_weeks);
  const gint64 starts[] = { IN (28, 11, 0), IN (56, 11, 0) };

  small_salon_book (s, s->olga, s->manicure, s->maria, s->room2, IN (56, 11, 0));
  request->starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (request->starts, starts, 2);
  refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH, "11:00: Maria is busy with Olga Petrova");
}

static void
test_without_end (SmallSalon *s, gconstpointer data)
{
  const SalonRecurrence endless = { SALON_RECURRENCE_WEEKS, 4, 3, 0 };
  gint64 first = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (first, &endless);

  refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "2 to 100");
}

/* While booking: the first visit and the others are one operation. */
static void
test_while_booking (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (0, &every_four_weeks);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) dates = NULL;
  g_autoptr (GArray) visits = NULL;
  g_autoptr (SalonVisit) visit = NULL;
  SalonDone done = { 0 };

  request->booking = salon_booking_request_new (0, SALON_VISIT_SOURCE_PHONE);
  request->booking->new_name = g_strdup ("Zaiga Ozola");
  request->booking->new_phone = g_strdup ("29777111");
  salon_booking_request_add (request->booking, s->manicure, s->maria, 0, AT (11, 0), FALSE);
  before = salon_fixture_dump (s->salon);
  dates = plan (s, request);
  g_assert_cmpuint (dates->len, ==, 6);
  book (s, request, &done);
  visits = visits_of (s, done.id);
  g_assert_cmpuint (visits->len, ==, 6);
  assert_visit (visits, 0, AT (11, 0), SALON_VISIT_BOOKED);
  assert_visit (visits, 5, IN (140, 11, 0), SALON_VISIT_BOOKED);
  visit = small_salon_visit (s, g_array_index (visits, SalonSeriesVisit, 5).visit_id);
  g_assert_cmpint (visit->client_id, >, s->olga);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

static void
test_undo (SmallSalon *s, gconstpointer data)
{
  gint64 first = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (first, &every_four_weeks);
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  SalonDone done = { 0 };
  SalonDone undone = { 0 };

  book (s, request, &done);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_visit_series_get_type ()), ==, 1);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, &undone, NULL));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (salon_fixture_undo (s->salon, undone.operation, NULL, NULL)); /* a redo */
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_visit_get_type ()), ==, 6);
}

/* This one alone is an ordinary cancellation; this and later leaves those before, and who has come. */
static void
test_cancel_later (SmallSalon *s, gconstpointer data)
{
  gint64 first = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (first, &every_four_weeks);
  g_autoptr (SalonStateRequest) cancel = NULL;
  g_autoptr (GArray) visits = NULL;
  g_autoptr (SalonVisit) last = NULL;
  SalonDone done = { 0 };

  book (s, request, &done);
  visits = visits_of (s, first);
  g_assert_true (small_salon_set_state (s, g_array_index (visits, SalonSeriesVisit, 4).visit_id, SALON_VISIT_CANCELLED, NULL, NULL,
                                        NULL));
  cancel = salon_state_request_new (g_array_index (visits, SalonSeriesVisit, 2).visit_id, SALON_VISIT_CANCELLED, "moves away");
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_series_cancel, cancel, &done, NULL));
  g_array_unref (g_steal_pointer (&visits));
  visits = visits_of (s, first);
  assert_visit (visits, 0, AT (11, 0), SALON_VISIT_BOOKED);
  assert_visit (visits, 1, IN (28, 11, 0), SALON_VISIT_BOOKED);
  for (guint i = 2; i < 6; i++)
    assert_visit (visits, i, IN (28 * i, 11, 0), SALON_VISIT_CANCELLED);
  last = small_salon_visit (s, g_array_index (visits, SalonSeriesVisit, 5).visit_id);
  g_assert_cmpstr (last->cancel_reason, ==, "moves away");
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  g_array_unref (g_steal_pointer (&visits));
  visits = visits_of (s, first);
  assert_visit (visits, 3, IN (84, 11, 0), SALON_VISIT_BOOKED);
  assert_visit (visits, 4, IN (112, 11, 0), SALON_VISIT_CANCELLED); /* it was before */
}

/* ---- the later ones follow */

static const SalonRecurrence weekly = { SALON_RECURRENCE_WEEKS, 1, 0, 4 };

/* Four visits on Mondays at 11. */
static GArray *
four_mondays (SmallSalon *s)
{
  gint64 first = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (first, &weekly);
  SalonDone done = { 0 };

  book (s, request, &done);
  return visits_of (s, first);
}

static gint64
id_at (const GArray *visits, guint index)
{
  return g_array_index (visits, SalonSeriesVisit, index).visit_id;
}

static void
move_to (SmallSalon *s, gint64 visit_id, gint64 start_min, gint64 employee_id, SalonDone *done)
{
  g_autoptr (SalonMoveRequest) move = salon_move_request_new (visit_id, start_min);
  g_autoptr (GError) error = NULL;

  move->employee_id = employee_id;
  salon_fixture_submit (s->salon, &salon_command_move, move, done, &error);
  g_assert_no_error (error);
}

static SalonSeriesFollow *
follow_plan (SmallSalon *s, gint64 visit_id)
{
  SalonIdRequest request = { visit_id };
  g_autoptr (GError) error = NULL;
  SalonSeriesFollow *follow = salon_session_query_sync (s->salon->session, &salon_query_series_follow, &request, &error);

  g_assert_no_error (error);
  return follow;
}

static const SalonSeriesFollower *
follower_at (const SalonSeriesFollow *follow, guint index)
{
  g_assert_cmpuint (index, <, follow->followers->len);
  return follow->followers->pdata[index];
}

static gboolean
try_follow (SmallSalon *s, const SalonSeriesFollow *follow, gboolean with_problems, SalonDone *done, GError **error)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SalonSeriesFollowRequest) request = salon_series_follow_request_new (follow->visit_id, chosen);

  for (guint i = 0; i < follow->followers->len; i++)
    if (with_problems || follower_at (follow, i)->problem == NULL)
      g_array_append_val (chosen, follower_at (follow, i)->visit_id);
  return salon_fixture_submit (s->salon, &salon_command_series_follow, request, done, error);
}

/* To another hour and to Jana: those before stay, those after go by the same distance; one Undo takes all of them back. */
static void
test_move_later (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GArray) visits = four_mondays (s);
  g_autoptr (GArray) after = NULL;
  g_autoptr (SalonSeriesFollow) follow = NULL;
  g_autoptr (SalonSeriesFollow) again = NULL;
  g_autoptr (SalonVisitLine) line = NULL;
  g_autofree char *before = NULL;
  g_autofree char *back = NULL;
  SalonDone done = { 0 };

  move_to (s, id_at (visits, 1), IN (8, 14, 30), s->jana, NULL);
  before = salon_fixture_dump (s->salon);
  follow = follow_plan (s, id_at (visits, 1));
  g_assert_cmpint (follow->distance, ==, 1440 + 210);
  g_assert_cmpuint (follow->followers->len, ==, 2);
  g_assert_cmpint (follower_at (follow, 0)->start_min, ==, IN (14, 11, 0));
  g_assert_cmpint (follower_at (follow, 0)->wanted, ==, IN (15, 14, 30));
  g_assert_null (follower_at (follow, 0)->problem);
  g_assert_true (try_follow (s, follow, FALSE, &done, NULL));
  after = visits_of (s, id_at (visits, 1));
  assert_visit (after, 0, AT (11, 0), SALON_VISIT_BOOKED);
  assert_visit (after, 1, IN (8, 14, 30), SALON_VISIT_BOOKED);
  assert_visit (after, 2, IN (15, 14, 30), SALON_VISIT_BOOKED);
  assert_visit (after, 3, IN (22, 14, 30), SALON_VISIT_BOOKED);
  line = small_salon_line (s, id_at (visits, 3));
  g_assert_cmpint (line->employee_id, ==, s->jana);
  again = follow_plan (s, id_at (visits, 1));
  g_assert_cmpuint (again->followers->len, ==, 0); /* they have followed */
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  back = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, back);
}

/* What is in the way is told before; who insists moves none. */
static void
test_clash_is_told (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GArray) visits = four_mondays (s);
  g_autoptr (GArray) after = NULL;
  g_autoptr (SalonSeriesFollow) follow = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *kept = NULL;

  small_salon_book (s, s->olga, s->manicure, s->maria, s->room2, IN (14, 14, 0));
  move_to (s, id_at (visits, 1), IN (7, 14, 0), 0, NULL);
  follow = follow_plan (s, id_at (visits, 1));
  g_assert_nonnull (strstr (follower_at (follow, 0)->problem, "Maria is busy with Olga Petrova"));
  g_assert_null (follower_at (follow, 1)->problem);
  before = salon_fixture_dump (s->salon);
  g_assert_false (try_follow (s, follow, TRUE, NULL, &error));
  g_assert_error (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH);
  g_assert_nonnull (strstr (error->message, ": Maria is busy with Olga Petrova"));
  kept = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, kept);
  g_assert_true (try_follow (s, follow, FALSE, NULL, NULL));
  after = visits_of (s, id_at (visits, 1));
  assert_visit (after, 2, IN (14, 11, 0), SALON_VISIT_BOOKED);
  assert_visit (after, 3, IN (21, 14, 0), SALON_VISIT_BOOKED);
}

/* Also into the places that they leave: two weeks later, where the third was cancelled. */
static void
test_into_own_places (SmallSalon *s, gconstpointer data)
{
  const SalonRecurrence six = { SALON_RECURRENCE_WEEKS, 1, 0, 6 };
  gint64 first = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (first, &six);
  g_autoptr (GArray) visits = NULL;
  g_autoptr (GArray) after = NULL;
  g_autoptr (SalonSeriesFollow) follow = NULL;
  SalonDone done = { 0 };

  book (s, request, &done);
  visits = visits_of (s, first);
  g_assert_true (small_salon_set_state (s, id_at (visits, 2), SALON_VISIT_CANCELLED, NULL, NULL, NULL));
  move_to (s, id_at (visits, 1), IN (14, 11, 0), 0, NULL);
  follow = follow_plan (s, id_at (visits, 1));
  g_assert_cmpuint (follow->followers->len, ==, 3);
  g_assert_true (try_follow (s, follow, TRUE, NULL, NULL));
  after = visits_of (s, first);
  for (guint i = 3; i < 6; i++)
    assert_visit (after, i, IN (7 * (i + 1), 11, 0), SALON_VISIT_BOOKED);
}

/* A later one that was moved by itself, and who has come, stay; what was taken back did not happen. */
static void
test_who_does_not_follow (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GArray) visits = four_mondays (s);
  g_autoptr (SalonSeriesFollow) nothing = follow_plan (s, id_at (visits, 0));
  g_autoptr (SalonSeriesFollow) follow = NULL;
  g_autoptr (SalonSeriesFollow) undone = NULL;
  g_autoptr (SalonSeriesFollow) alone = NULL;
  gint64 single = small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (15, 0));
  SalonDone done = { 0 };

  g_assert_cmpuint (nothing->followers->len, ==, 0);
  move_to (s, id_at (visits, 0), AT (12, 0), 0, &done);
  move_to (s, id_at (visits, 2), IN (15, 11, 0), 0, NULL);
  follow = follow_plan (s, id_at (visits, 0));
  g_assert_cmpuint (follow->followers->len, ==, 2);
  g_assert_cmpint (follower_at (follow, 0)->visit_id, ==, id_at (visits, 1));
  g_assert_cmpint (follower_at (follow, 1)->visit_id, ==, id_at (visits, 3));
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  undone = follow_plan (s, id_at (visits, 0));
  g_assert_cmpuint (undone->followers->len, ==, 0);
  move_to (s, single, AT (16, 0), 0, NULL);
  alone = follow_plan (s, single);
  g_assert_cmpuint (alone->followers->len, ==, 0);
}

/* The same for a visit that was cancelled, with its reason. */
static void
test_cancel_follows (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GArray) visits = four_mondays (s);
  g_autoptr (SalonSeriesFollow) follow = NULL;
  g_autoptr (SalonVisit) last = NULL;
  g_autoptr (GArray) after = NULL;

  g_assert_true (small_salon_set_state (s, id_at (visits, 1), SALON_VISIT_CANCELLED, "moves away", NULL, NULL));
  follow = follow_plan (s, id_at (visits, 1));
  g_assert_true (follow->cancelled);
  g_assert_cmpuint (follow->followers->len, ==, 2);
  g_assert_true (try_follow (s, follow, TRUE, NULL, NULL));
  after = visits_of (s, id_at (visits, 1));
  assert_visit (after, 0, AT (11, 0), SALON_VISIT_BOOKED);
  assert_visit (after, 3, IN (21, 11, 0), SALON_VISIT_CANCELLED);
  last = small_salon_visit (s, id_at (visits, 3));
  g_assert_cmpstr (last->cancel_reason, ==, "moves away");
}

/* Somebody else was quicker. */
static void
test_follow_too_late (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GArray) visits = four_mondays (s);
  g_autoptr (SalonSeriesFollow) follow = NULL;
  g_autoptr (GError) error = NULL;

  move_to (s, id_at (visits, 1), IN (7, 14, 0), 0, NULL);
  follow = follow_plan (s, id_at (visits, 1));
  g_assert_true (small_salon_set_state (s, id_at (visits, 3), SALON_VISIT_CANCELLED, NULL, NULL, NULL));
  g_assert_false (try_follow (s, follow, TRUE, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

/* A full calendar: whatever is proposed lies within the days that are allowed and can be booked as it is. */
static void
test_random (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20250616);

  for (guint i = 0; i < 500; i++) {
    g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->olga, s->manicure, s->maria, s->room2,
                                                                   IN (g_rand_int_range (rand, 0, 60), g_rand_int_range (rand, 9, 17),
                                                                       15 * g_rand_int_range (rand, 0, 4)));

    request->accept_warnings = TRUE;
    small_salon_try (s, request, NULL, NULL); /* some clash */
  }
  for (guint i = 0; i < 12; i++) {
    const SalonRecurrence recurrence = { SALON_RECURRENCE_WEEKS, g_rand_int_range (rand, 1, 4), g_rand_int_range (rand, 0, 4), 4 };
    g_autoptr (SalonSeriesRequest) request = salon_series_request_new (0, &recurrence);
    g_autoptr (GPtrArray) dates = NULL;

    request->booking = small_salon_request (s, s->irina, s->manicure, s->maria, 0, IN (g_rand_int_range (rand, 0, 20), 18, 0));
    request->booking->accept_warnings = TRUE;
    request->accept_warnings = FALSE;
    dates = plan (s, request);
    for (guint k = 1; k < dates->len; k++) {
      const SalonSeriesDate *date = dates->pdata[k];
      gint64 day = date->start / 1440;

      for (guint c = 0; c < date->choices->len; c++)
        g_assert_cmpint (ABS (g_array_index (date->choices, gint64, c) / 1440 - date->wanted / 1440), <=, recurrence.flexible_days);
      if (date->start == 0)
        continue;
      g_assert_cmpint (ABS (day - date->wanted / 1440), <=, recurrence.flexible_days);
      small_salon_book (s, s->irina, s->manicure, s->maria, 0, date->start); /* no warning, no clash */
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/series/free", test_free);
  ADD_TEST ("/series/clash", test_clash);
  ADD_TEST ("/series/copies", test_copies);
  ADD_TEST ("/series/chosen", test_chosen);
  ADD_TEST ("/series/taken-meanwhile", test_taken_meanwhile);
  ADD_TEST ("/series/without-end", test_without_end);
  ADD_TEST ("/series/while-booking", test_while_booking);
  ADD_TEST ("/series/undo", test_undo);
  ADD_TEST ("/series/cancel-later", test_cancel_later);
  ADD_TEST ("/series/move-later", test_move_later);
  ADD_TEST ("/series/clash-is-told", test_clash_is_told);
  ADD_TEST ("/series/into-own-places", test_into_own_places);
  ADD_TEST ("/series/who-does-not-follow", test_who_does_not_follow);
  ADD_TEST ("/series/cancel-follows", test_cancel_follows);
  ADD_TEST ("/series/follow-too-late", test_follow_too_late);
  ADD_TEST ("/series/random", test_random);
  return g_test_run ();
}
