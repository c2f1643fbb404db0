/* A service in a variant wherever a visit comes from: free times, requests, the waiting list, as last time, series. */
#include "base/error.h"
#include "model/entities/service-variant.h"
#include "model/services/catalogue.h"
#include "model/services/requests.h"
#include "model/services/series.h"
#include "model/services/waiting.h"
#include "small-salon.h"

#define LONG_MINUTES 90 /* of a manicure of 60 */
#define LONG_PRICE   4500

/* Long nails: half an hour more than the manicure as such. */
static gint64
add_long (SmallSalon *s, gint64 service, const char *name)
{
  g_autoptr (SalonServiceVariant) variant = salon_service_variant_new ();
  SalonEntityDraft draft = { NULL, (SalonEntity *) variant, FALSE, FALSE };
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  variant->service_id = service;
  variant->name = g_strdup (name);
  variant->price = LONG_PRICE;
  variant->more_min = LONG_MINUTES - 60;
  salon_fixture_submit (s->salon, &salon_command_catalogue_save, &draft, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static void
archive (SmallSalon *s, gint64 variant_id)
{
  g_autoptr (SalonServiceVariant) orig = salon_fixture_get (s->salon, salon_service_variant_get_type (), variant_id);
  g_autoptr (SalonServiceVariant) curr = salon_service_variant_copy (orig);
  SalonEntityDraft draft = { (SalonEntity *) orig, (SalonEntity *) curr, FALSE, FALSE };
  g_autoptr (GError) error = NULL;

  curr->archived = 1;
  salon_fixture_submit (s->salon, &salon_command_catalogue_save, &draft, NULL, &error);
  g_assert_no_error (error);
}

static SalonSlotsRequest *
wanted (SmallSalon *s, gint64 variant, int minutes, int count)
{
  SalonSlotsRequest *request = salon_slots_request_new (s->manicure, s->maria, count);
  SalonSlotsItem *item = &g_array_index (request->items, SalonSlotsItem, 0);

  item->variant_id = variant;
  item->minutes = minutes;
  request->from_min = AT (0, 0);
  request->n_days = 1;
  return request;
}

static void
assert_line (SmallSalon *s, gint64 visit, gint64 variant, gint64 minutes, gint64 price)
{
  g_autoptr (SalonVisitLine) line = small_salon_line (s, visit);

  g_assert_cmpint (line->variant_id, ==, variant);
  g_assert_cmpint (line->work1_min, ==, minutes);
  g_assert_cmpint (line->price, ==, price);
}

/* ---- free times */

/* Maria works until 18: the last start leaves room for the whole of it. */
static void
test_slots (SmallSalon *s, gconstpointer data)
{
  const struct {
    gboolean variant;
    int minutes;
    gint64 last;
  } rows[] = {
    { FALSE, 0, AT (17, 0) },
    { TRUE, 0, AT (16, 30) },
    { TRUE, 60, AT (17, 0) }, /* a length that is said counts */
    { TRUE, 120, AT (16, 0) },
  };
  gint64 variant = add_long (s, s->manicure, "Long nails");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonSlotsRequest) request = wanted (s, rows[i].variant ? variant : 0, rows[i].minutes, 200);
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) slots = salon_session_query_sync (s->salon->session, &salon_query_slots, request, &error);
    const SalonFreeSlot *last = NULL;

    g_assert_no_error (error);
    last = slots->pdata[slots->len - 1];
    g_assert_cmpint (last->start_min, ==, rows[i].last);
    g_assert_cmpint (last->end_min, ==, AT (18, 0));
    g_assert_cmpint (g_array_index (last->lines, SalonBookingLine, 0).variant_id, ==, rows[i].variant ? variant : 0);
  }
}

static void
refuse_slots (SmallSalon *s, gint64 variant)
{
  g_autoptr (SalonSlotsRequest) request = wanted (s, variant, 0, 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_slots, request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, "variant_id");
}

static void
test_refused (SmallSalon *s, gconstpointer data)
{
  gint64 gone = add_long (s, s->manicure, "Long nails");

  archive (s, gone);
  refuse_slots (s, gone);
  refuse_slots (s, add_long (s, s->polish, "French"));
}

/* ---- requests */

static gint64
take (SmallSalon *s, const char *words)
{
  g_autoptr (SalonInquiryBatch) batch = NULL;
  SalonInquiry *inquiry = salon_inquiry_new ();
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  inquiry->name = g_strdup ("Ira");
  inquiry->service_words = g_strdup (words);
  inquiry->employee_id = s->maria;
  inquiry->start_min = AT (16, 30);
  batch = salon_inquiry_batch_new_one (inquiry);
  salon_fixture_submit (s->salon, &salon_command_inquiry_take, batch, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static void
test_request_words (SmallSalon *s, gconstpointer data)
{
  const struct {
    const char *words;
    gboolean manicure;
    gboolean long_nails;
  } rows[] = {
    { "Manicure, Long nails", TRUE, TRUE },   { "manicure, LONG", TRUE, TRUE },      { "manicure", TRUE, FALSE },
    { "Manicure, l", FALSE, FALSE } /* two begin so */, { "Manicure, purple", FALSE, FALSE }, { "Long nails", FALSE, FALSE },
    { "Manicure, old", FALSE, FALSE },        { "Polish, Long nails", FALSE, FALSE },
  };
  gint64 variant = add_long (s, s->manicure, "Long nails");
  gint64 old = add_long (s, s->manicure, "Old");

  add_long (s, s->manicure, "Lacquer");
  archive (s, old);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonInquiry) inquiry = salon_fixture_get (s->salon, salon_inquiry_get_type (), take (s, rows[i].words));

    g_assert_cmpstr (inquiry->service_words, ==, rows[i].words);
    g_assert_cmpint (inquiry->service_id, ==, rows[i].manicure ? s->manicure : 0);
    g_assert_cmpint (inquiry->variant_id, ==, rows[i].long_nails ? variant : 0);
  }
}

/* Half past four is free for the long one, and for nothing longer; it is booked as it was wished. */
static void
test_request_accepted (SmallSalon *s, gconstpointer data)
{
  gint64 variant = add_long (s, s->manicure, "Long nails");
  SalonInquiryListRequest request = { FALSE, take (s, "manicure, long") };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = salon_session_query_sync (s->salon->session, &salon_query_inquiry_list, &request, &error);
  g_autoptr (SalonInquiryAnswer) answer = salon_inquiry_answer_new (request.inquiry_id);
  const SalonInquiryRow *row = NULL;
  const SalonFreeSlot *slot = NULL;
  SalonDone done = { 0 };

  g_assert_no_error (error);
  row = rows->pdata[0];
  g_assert_cmpstr (row->service, ==, "Manicure, Long nails");
  g_assert_true (row->is_free);
  slot = row->slots->pdata[0];
  g_assert_cmpint (slot->end_min, ==, AT (18, 0));
  answer->booking = salon_booking_request_new (0, SALON_VISIT_SOURCE_ONLINE);
  g_array_append_vals (answer->booking->lines, slot->lines->data, slot->lines->len);
  salon_fixture_submit (s->salon, &salon_command_inquiry_accept, answer, &done, &error);
  g_assert_no_error (error);
  assert_line (s, done.id, variant, LONG_MINUTES, LONG_PRICE);
}

/* ---- the waiting list */

static SalonWaitingDraft *
wish (SmallSalon *s, gint64 variant)
{
  SalonWaiting *waiting = salon_waiting_new ();
  SalonWaitingDraft *draft = NULL;

  waiting->client_id = s->irina;
  waiting->employee_id = s->maria;
  waiting->from_day = waiting->to_day = TODAY;
  waiting->from_min = 16 * 60;
  waiting->to_min = 24 * 60;
  waiting->weekdays = SALON_WAITING_ALL_WEEKDAYS;
  draft = salon_waiting_draft_new (NULL, waiting, NULL);
  g_array_append_val (draft->wishes, ((SalonServiceWish){ s->manicure, variant }));
  return draft;
}

/* From four on there are two hours; with the first quarter taken the long one still fits, with three quarters no more. */
static void
test_waiting (SmallSalon *s, gconstpointer data)
{
  gint64 variant = add_long (s, s->manicure, "Long nails");
  g_autoptr (SalonWaitingDraft) draft = wish (s, variant);
  SalonWaitingRequest request = { SALON_WAITING_SHOW_OPEN, 0, 0 };
  g_autoptr (SalonWaitingBooking) booking = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  const SalonWaitingRow *row = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (s->salon, &salon_command_waiting_save, draft, &done, &error);
  g_assert_no_error (error);
  rows = salon_session_query_sync (s->salon->session, &salon_query_waiting_list, &request, &error);
  g_assert_no_error (error);
  row = rows->pdata[0];
  g_assert_cmpstr (row->services, ==, "Manicure, Long nails");
  g_assert_cmpint (row->minutes, ==, LONG_MINUTES);
  g_assert_cmpint (row->slot->start_min, ==, AT (16, 0));
  g_assert_cmpint (row->slot->end_min, ==, AT (17, 30));
  booking = salon_waiting_booking_new (done.id, salon_booking_request_new (0, SALON_VISIT_SOURCE_PHONE));
  g_array_append_vals (booking->booking->lines, row->slot->lines->data, row->slot->lines->len);
  salon_fixture_submit (s->salon, &salon_command_waiting_book, booking, &done, &error);
  g_assert_no_error (error);
  assert_line (s, done.id, variant, LONG_MINUTES, LONG_PRICE);
}

/* Busy until a quarter to five: an hour fits behind it, an hour and a half does not. */
static void
test_waiting_no_room (SmallSalon *s, gconstpointer data)
{
  gint64 variants[] = { 0, add_long (s, s->manicure, "Long nails") };

  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (15, 45));
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++) {
    g_autoptr (SalonWaitingDraft) draft = wish (s, variants[i]);
    SalonWaitingRequest request = { SALON_WAITING_SHOW_OPEN, 0, 0 };
    g_autoptr (GPtrArray) rows = NULL;
    SalonDone done = { 0 };

    g_assert_true (salon_fixture_submit (s->salon, &salon_command_waiting_save, draft, &done, NULL));
    request.waiting_id = done.id;
    rows = salon_session_query_sync (s->salon->session, &salon_query_waiting_list, &request, NULL);
    g_assert_cmpint (((SalonWaitingRow *) rows->pdata[0])->slot != NULL, ==, variants[i] == 0);
  }
}

/* Another variant of the same service is another wish; a variant of another service is none. */
static void
test_waiting_changed (SmallSalon *s, gconstpointer data)
{
  gint64 variant = add_long (s, s->manicure, "Long nails");
  g_autoptr (SalonWaitingDraft) first = wish (s, variant);
  g_autoptr (SalonWaitingDraft) again = wish (s, 0);
  SalonWaitingRequest request = { SALON_WAITING_SHOW_OPEN, 0, 0 };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  g_assert_true (salon_fixture_submit (s->salon, &salon_command_waiting_save, first, &done, NULL));
  again->orig = salon_fixture_get (s->salon, salon_waiting_get_type (), done.id);
  g_clear_object (&again->curr);
  again->curr = salon_waiting_copy (again->orig);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_waiting_save, again, NULL, NULL));
  rows = salon_session_query_sync (s->salon->session, &salon_query_waiting_list, &request, NULL);
  g_assert_cmpstr (((SalonWaitingRow *) rows->pdata[0])->services, ==, "Manicure");
  g_array_index (first->wishes, SalonServiceWish, 0).variant_id = add_long (s, s->polish, "French");
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_waiting_save, first, NULL, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "variant_id");
}

/* ---- the same again */

static gint64
book_long (SmallSalon *s, gint64 variant)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  g_array_index (request->lines, SalonBookingLine, 0).variant_id = variant;
  small_salon_try (s, request, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static void
assert_last_time (SmallSalon *s, const char *services, gint64 variant, int minutes)
{
  SalonIdRequest request = { s->irina };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonAsLastTime) last = salon_session_query_sync (s->salon->session, &salon_query_as_last_time, &request, &error);
  const SalonSlotsItem *item = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (last->services, ==, services);
  g_assert_cmpuint (last->items->len, ==, 1);
  item = &g_array_index (last->items, SalonSlotsItem, 0);
  g_assert_cmpint (item->service_id, ==, s->manicure);
  g_assert_cmpint (item->variant_id, ==, variant);
  g_assert_cmpint (item->minutes, ==, minutes);
  g_assert_cmpint (item->employee_id, ==, s->maria);
}

/* A variant that went is left out; the service stays. */
static void
test_as_last_time (SmallSalon *s, gconstpointer data)
{
  gint64 variant = add_long (s, s->manicure, "Long nails");
  gint64 visit = book_long (s, variant);
  SalonDone done = { 0 };

  g_assert_true (small_salon_set_state (s, visit, SALON_VISIT_ARRIVED, NULL, &done, NULL));
  assert_last_time (s, "Manicure, Long nails", variant, LONG_MINUTES);
  archive (s, variant);
  assert_last_time (s, "Manicure", 0, 0);
}

static void
test_series (SmallSalon *s, gconstpointer data)
{
  const SalonRecurrence twice = { SALON_RECURRENCE_WEEKS, 4, 0, 2 };
  gint64 variant = add_long (s, s->manicure, "Long nails");
  gint64 first = book_long (s, variant);
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (first, &twice);
  SalonIdRequest of = { first };
  g_autoptr (GArray) visits = NULL;
  gint64 start = AT (11, 0) + 28 * 1440;
  g_autoptr (GError) error = NULL;

  request->starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (request->starts, start);
  salon_fixture_submit (s->salon, &salon_command_series_book, request, NULL, &error);
  g_assert_no_error (error);
  visits = salon_session_query_sync (s->salon->session, &salon_query_series_visits, &of, &error);
  g_assert_cmpuint (visits->len, ==, 2);
  assert_line (s, g_array_index (visits, SalonSeriesVisit, 1).visit_id, variant, LONG_MINUTES, LONG_PRICE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/variants/slots", test_slots);
  ADD_TEST ("/variants/refused", test_refused);
  ADD_TEST ("/variants/request/words", test_request_words);
  ADD_TEST ("/variants/request/accepted", test_request_accepted);
  ADD_TEST ("/variants/waiting/booked", test_waiting);
  ADD_TEST ("/variants/waiting/no-room", test_waiting_no_room);
  ADD_TEST ("/variants/waiting/changed", test_waiting_changed);
  ADD_TEST ("/variants/as-last-time", test_as_last_time);
  ADD_TEST ("/variants/series", test_series);
  return g_test_run ();
}
