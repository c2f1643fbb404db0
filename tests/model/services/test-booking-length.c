/* A booking of another length than the service has: free times, what is written, and that it stays when the visit moves. */
#include "base/error.h"
#include "model/services/booking-edit.h"
#include "model/services/series.h"
#include "small-salon.h"

static SalonBookingRequest *
request_of (SmallSalon *s, gint64 service, gint64 start_min, int minutes)
{
  SalonBookingRequest *request = small_salon_request (s, s->irina, service, s->maria, 0, start_min);

  g_array_index (request->lines, SalonBookingLine, 0).minutes = minutes;
  return request;
}

static gint64
book (SmallSalon *s, gint64 service, gint64 start_min, int minutes)
{
  g_autoptr (SalonBookingRequest) request = request_of (s, service, start_min, minutes);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  small_salon_try (s, request, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static GPtrArray *
find (SmallSalon *s, const SalonSlotsRequest *request)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *slots = salon_session_query_sync (s->salon->session, &salon_query_slots, request, &error);

  g_assert_no_error (error);
  return slots;
}

static void
assert_span (SmallSalon *s, gint64 visit_id, gint64 from, gint64 to)
{
  g_autoptr (SalonVisit) visit = small_salon_visit (s, visit_id);

  g_assert_cmpint (visit->start_min, ==, from);
  g_assert_cmpint (visit->end_min, ==, to);
}

/* ---- what is written */

static void
test_written (SmallSalon *s, gconstpointer data)
{
  gint64 plain = book (s, s->manicure, AT (10, 0), 90);
  gint64 with_pause = book (s, s->colour, AT (12, 0), 120);
  g_autoptr (SalonVisitLine) line = small_salon_line (s, plain);
  g_autoptr (SalonVisitLine) coloured = small_salon_line (s, with_pause);

  assert_span (s, plain, AT (10, 0), AT (11, 30));
  g_assert_cmpint (line->work1_min, ==, 90);
  g_assert_cmpint (line->price, ==, 3000);
  assert_span (s, with_pause, AT (12, 0), AT (14, 0));
  g_assert_cmpint (coloured->work1_min, ==, 30);
  g_assert_cmpint (coloured->gap_min, ==, 40);
  g_assert_cmpint (coloured->work2_min, ==, 50);
}

static void
test_refused (SmallSalon *s, gconstpointer data)
{
  const struct {
    gint64 service;
    int minutes;
    const char *says;
  } rows[] = {
    { s->manicure, 3, "at least 5 minutes" },
    { s->manicure, 62, "by 5 minutes" },
    { s->manicure, 1500, "at most a day" },
    { s->colour, 60, "at least 75 minutes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonBookingRequest) request = request_of (s, rows[i].service, AT (10, 0), rows[i].minutes);
    g_autoptr (SalonSlotsRequest) slots = salon_slots_request_new (rows[i].service, s->maria, 1);
    g_autoptr (GError) error = NULL;

    small_salon_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, rows[i].says);
    g_array_index (slots->items, SalonSlotsItem, 0).minutes = rows[i].minutes;
    g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_slots, slots, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  }
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_visit_get_type ()), ==, 0);
}

/* What is longer runs into who comes next. */
static void
test_clash (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = request_of (s, s->manicure, AT (10, 0), 65);

  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (11, 0));
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH, "Maria");
  g_array_index (request->lines, SalonBookingLine, 0).minutes = 0;
  g_assert_true (small_salon_try (s, request, NULL, NULL));
}

/* ---- free times */

/* Between 10:00 and 11:15 there is room for an hour, for 75 minutes just so, and for 80 no more. */
static void
test_slots (SmallSalon *s, gconstpointer data)
{
  const struct {
    int minutes;
    gint64 first;
  } rows[] = { { 0, AT (10, 0) }, { 75, AT (10, 0) }, { 80, AT (12, 15) }, { 30, AT (10, 0) } };

  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (9, 0));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (11, 15));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonSlotsRequest) request = salon_slots_request_new (s->manicure, s->maria, 1);
    g_autoptr (GPtrArray) slots = NULL;
    const SalonFreeSlot *slot = NULL;

    request->from_min = AT (10, 0);
    g_array_index (request->items, SalonSlotsItem, 0).minutes = rows[i].minutes;
    slots = find (s, request);
    slot = slots->pdata[0];
    g_assert_cmpint (slot->start_min, ==, rows[i].first);
    g_assert_cmpint (slot->end_min - slot->start_min, ==, rows[i].minutes != 0 ? rows[i].minutes : 60);
    g_assert_cmpint (g_array_index (slot->lines, SalonBookingLine, 0).minutes, ==, rows[i].minutes);
  }
}

/* The second of two begins when the first, which is longer, is over; what is offered is what is booked. */
static void
test_slots_of_two (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSlotsRequest) request = salon_slots_request_new (s->manicure, s->maria, 1);
  g_autoptr (SalonBookingRequest) booking = salon_booking_request_new (s->irina, SALON_VISIT_SOURCE_PHONE);
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GError) error = NULL;
  const SalonFreeSlot *slot = NULL;
  SalonDone done = { 0 };

  salon_slots_request_add (request, s->polish, s->maria, FALSE);
  request->from_min = AT (10, 0);
  g_array_index (request->items, SalonSlotsItem, 0).minutes = 85;
  slots = find (s, request);
  slot = slots->pdata[0];
  g_assert_cmpint (slot->end_min - slot->start_min, ==, 115);
  g_array_append_vals (booking->lines, slot->lines->data, slot->lines->len);
  g_assert_true (small_salon_try (s, booking, &done, &error));
  assert_span (s, done.id, slot->start_min, slot->end_min);
}

/* ---- afterwards */

static void
test_stays_when_moved (SmallSalon *s, gconstpointer data)
{
  gint64 visit = book (s, s->manicure, AT (10, 0), 90);
  g_autoptr (SalonMoveRequest) move = salon_move_request_new (visit, AT (14, 0));
  g_autoptr (SalonVisitEdit) edit = salon_visit_edit_new (visit);
  SalonEditLine line = { SALON_EDIT_MATCH, s->manicure, s->maria, s->room1, AT (15, 0), 0, 0, 0, SALON_EDIT_SAME_PRICE, FALSE, FALSE, 0 };
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (s->salon, &salon_command_move, move, NULL, &error);
  g_assert_no_error (error);
  assert_span (s, visit, AT (14, 0), AT (15, 30));
  g_array_append_val (edit->lines, line);
  salon_fixture_submit (s->salon, &salon_command_visit_edit, edit, NULL, &error);
  g_assert_no_error (error);
  assert_span (s, visit, AT (15, 0), AT (16, 30));
}

/* For a visit that gets another time, 75 minutes between two others are too few: it was agreed to be longer. */
static void
test_slots_of_a_visit (SmallSalon *s, gconstpointer data)
{
  gint64 visit = book (s, s->manicure, AT (15, 0), 90);
  g_autoptr (SalonSlotsRequest) request = salon_slots_request_new (s->manicure, s->maria, 1);
  g_autoptr (GPtrArray) slots = NULL;

  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (9, 0));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (11, 15));
  request->from_min = AT (10, 0);
  request->visit_id = visit;
  slots = find (s, request);
  g_assert_cmpint (((SalonFreeSlot *) slots->pdata[0])->start_min, ==, AT (12, 15));
  g_assert_cmpint (((SalonFreeSlot *) slots->pdata[0])->end_min, ==, AT (13, 45));
}

static void
test_series (SmallSalon *s, gconstpointer data)
{
  const SalonRecurrence weekly = { SALON_RECURRENCE_WEEKS, 1, 0, 3 };
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (0, &weekly);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  request->booking = request_of (s, s->manicure, AT (14, 0), 90);
  salon_fixture_submit (s->salon, &salon_command_series_book, request, &done, &error);
  g_assert_no_error (error);
  lines = salon_fixture_find (s->salon, salon_visit_line_get_type (), "work1_min", 90);
  g_assert_cmpuint (lines->len, ==, 3);
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpint (((SalonVisitLine *) lines->pdata[i])->start_min, ==, AT (14, 0) + (gint64) i * 7 * 1440);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, &error));
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_visit_get_type ()), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/booking-length/written", test_written);
  ADD_TEST ("/booking-length/refused", test_refused);
  ADD_TEST ("/booking-length/clash", test_clash);
  ADD_TEST ("/booking-length/slots", test_slots);
  ADD_TEST ("/booking-length/slots-of-two", test_slots_of_two);
  ADD_TEST ("/booking-length/stays-when-moved", test_stays_when_moved);
  ADD_TEST ("/booking-length/slots-of-a-visit", test_slots_of_a_visit);
  ADD_TEST ("/booking-length/series", test_series);
  return g_test_run ();
}
