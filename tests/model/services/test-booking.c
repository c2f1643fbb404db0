/* Booking: what is written, what is refused and with which words, what one key accepts. */
#include "base/error.h"
#include "model/entities/absence.h"
#include "model/entities/client-phone.h"
#include "model/entities/client.h"
#include "model/entities/employee.h"
#include "model/entities/holiday.h"
#include "model/entities/service.h"
#include "model/entities/shift.h"
#include "model/services/merge.h"
#include "model/store/repo.h"
#include "small-salon.h"

/* ---- what is written */

static void
test_written (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->colour, s->maria, 0, AT (11, 0));
  g_autoptr (SalonVisit) visit = small_salon_visit (s, id);
  g_autoptr (SalonVisitLine) line = small_salon_line (s, id);

  g_assert_cmpint (visit->client_id, ==, s->irina);
  g_assert_cmpint (visit->state, ==, SALON_VISIT_BOOKED);
  g_assert_cmpint (visit->source, ==, SALON_VISIT_SOURCE_PHONE);
  g_assert_cmpint (visit->day, ==, TODAY);
  g_assert_cmpint (visit->start_min, ==, AT (11, 0));
  g_assert_cmpint (visit->end_min, ==, AT (12, 30));
  g_assert_cmpint (visit->created_at, ==, salon_clock_now_us (s->salon->clock));
  g_assert_cmpint (visit->created_by_id, ==, salon_session_actor (s->salon->session)->user_id);
  g_assert_null (visit->override_reason);
  g_assert_cmpint (line->work1_min, ==, 30);
  g_assert_cmpint (line->gap_min, ==, 40);
  g_assert_cmpint (line->work2_min, ==, 20);
  g_assert_cmpint (line->price, ==, 8000);
}

static gboolean
raise_price (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  SalonService *service = data;

  service->price = 9900;
  return salon_repo_update (tx, service, error);
}

static void
test_price_stays (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonService) service = salon_fixture_get (s->salon, salon_service_get_type (), s->manicure);
  g_autoptr (SalonVisitLine) line = NULL;

  salon_fixture_write (s->salon, raise_price, service);
  line = small_salon_line (s, id);
  g_assert_cmpint (line->price, ==, 3000);
}

static void
test_several_lines (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonVisit) visit = NULL;
  SalonDone done = { 0 };

  /* hair and nails at once, two masters, one chair; then polish by the first */
  salon_booking_request_add (request, s->polish, s->jana, s->room1, AT (11, 15), TRUE);
  salon_booking_request_add (request, s->polish, s->maria, s->room1, AT (12, 0), FALSE);
  request->note = g_strdup ("  window seat \n");
  g_assert_true (small_salon_try (s, request, &done, &error));
  g_assert_no_error (error);
  visit = small_salon_visit (s, done.id);
  g_assert_cmpint (visit->start_min, ==, AT (11, 0));
  g_assert_cmpint (visit->end_min, ==, AT (12, 30));
  g_assert_cmpstr (visit->note, ==, "window seat");
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_visit_line_get_type ()), ==, 3);
}

static void
test_half_open (SmallSalon *s, gconstpointer data)
{
  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (12, 0));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (10, 0));
}

/* While the colour works, the master is free. */
static void
test_gap_is_free (SmallSalon *s, gconstpointer data)
{
  small_salon_book (s, s->irina, s->colour, s->maria, 0, AT (11, 0));
  small_salon_book (s, s->olga, s->polish, s->maria, s->room1, AT (11, 30));
}

static void
test_new_client (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, 0, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonVisit) visit = NULL;
  g_autoptr (SalonClient) client = NULL;
  g_autoptr (GPtrArray) phones = NULL;
  SalonDone done = { 0 };

  request->new_name = g_strdup ("Anna Bērziņa");
  request->new_phone = g_strdup ("29 777 888");
  g_assert_true (small_salon_try (s, request, &done, &error));
  g_assert_no_error (error);
  visit = small_salon_visit (s, done.id);
  client = salon_fixture_get (s->salon, salon_client_get_type (), visit->client_id);
  g_assert_cmpstr (client->first_name, ==, "Anna");
  g_assert_cmpstr (client->surname, ==, "Bērziņa");
  phones = salon_fixture_find (s->salon, salon_client_phone_get_type (), "client_id", visit->client_id);
  g_assert_cmpuint (phones->len, ==, 1);
  g_assert_cmpstr (((SalonClientPhone *) phones->pdata[0])->e164, ==, "+37129777888");

  /* one Undo takes back both */
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, &error));
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_client_get_type ()), ==, 2);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_visit_get_type ()), ==, 0);
}

/* A refused booking leaves no client behind. */
static void
test_new_client_refused (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, 0, s->manicure, s->maria, s->room1, AT (11, 0));

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  request->new_phone = g_strdup ("29777888");
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH, "Maria");
  g_clear_pointer (&request->new_phone, g_free);
  g_array_index (request->lines, SalonBookingLine, 0).start_min = AT (13, 0);
  small_salon_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "name or a phone");
}

static void
test_room_is_found (SmallSalon *s, gconstpointer data)
{
  gint64 first = small_salon_book (s, s->irina, s->manicure, s->maria, 0, AT (11, 0));
  gint64 second = small_salon_book (s, s->olga, s->manicure, s->jana, 0, AT (11, 30));
  g_autoptr (SalonVisitLine) one = small_salon_line (s, first);
  g_autoptr (SalonVisitLine) other = small_salon_line (s, second);

  g_assert_cmpint (one->room_id, ==, s->room1);
  g_assert_cmpint (other->room_id, ==, s->room2);
}

/* ---- clashes */

static void
test_employee_clash (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->olga, s->manicure, s->maria, s->room2, AT (11, 30));

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH,
                       "Maria is busy with Irina Kalniņa: today 11:00–12:00, Room 1. "
                       "The nearest free times: today 12:00, today 12:15, today 12:30.");
}

static void
test_room_clash (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->olga, s->manicure, s->jana, s->room1, AT (11, 0));

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH,
                       "Room 1 is taken by Irina Kalniņa: today 11:00–12:00, with Maria. "
                       "The nearest free times: today 11:00 (Room 2), today 10:45 (Room 2), today 11:15 (Room 2).");
}

static void
test_clash_with_nameless (SmallSalon *s, gconstpointer data)
{
  gint64 nameless = salon_fixture_add_client (s->salon, NULL, "29333222");
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->olga, s->manicure, s->maria, s->room1, AT (11, 0));

  small_salon_book (s, nameless, s->manicure, s->maria, s->room1, AT (11, 0));
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH, "Maria is busy with +371 29 333 222: today 11:00–12:00, Room 1. The nearest");
}

/* Between neighbours the larger buffer counts, by setting the sum: pedicure needs 5 before and 10 after. */
static void
test_buffers (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->olga, s->tidy, s->maria, s->room1, AT (11, 35));

  small_salon_book (s, s->irina, s->tidy, s->maria, s->room1, AT (11, 0));
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH, "Irina");
  g_array_index (request->lines, SalonBookingLine, 0).start_min = AT (11, 40);
  small_salon_set_setting (s, "booking.buffers", "sum");
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH, "Irina");
  small_salon_set_setting (s, "booking.buffers", "larger");
  g_assert_true (small_salon_try (s, request, NULL, NULL));
}

static void
test_room_for_three (SmallSalon *s, gconstpointer data)
{
  gint64 others[3];
  g_autoptr (SalonBookingRequest) request = NULL;

  for (int i = 0; i < 3; i++) {
    g_autofree char *name = g_strdup_printf ("Master %d", i);

    others[i] = small_salon_add_employee (s, name, 9 * 60, 18 * 60);
  }
  small_salon_book (s, s->irina, s->bath, others[0], s->hall, AT (11, 0));
  small_salon_book (s, s->olga, s->bath, others[1], s->hall, AT (11, 15));
  small_salon_book (s, salon_fixture_add_client (s->salon, "Third", NULL), s->bath, others[2], s->hall, AT (11, 30));
  request = small_salon_request (s, salon_fixture_add_client (s->salon, "Fourth", NULL), s->bath, s->maria, s->hall, AT (11, 40));
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH, "Hall is taken by");
  g_array_index (request->lines, SalonBookingLine, 0).start_min = AT (11, 45);
  g_assert_true (small_salon_try (s, request, NULL, NULL));
}

static void
test_own_lines (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));

  salon_booking_request_add (request, s->polish, s->maria, s->room1, AT (11, 30), FALSE);
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH,
                       "Maria cannot do “Manicure” and “Polish” at the same time.");
}

static void
test_override (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->olga, s->manicure, s->maria, s->room2, AT (11, 30));
  gint64 first = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonVisit) visit = NULL;
  SalonDone done = { 0 };

  request->override_reason = g_strdup (" \n");
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH, "Irina");
  g_free (request->override_reason);
  request->override_reason = g_strdup ("assistant helps ");
  g_assert_true (small_salon_try (s, request, &done, &error));
  g_assert_no_error (error);
  visit = small_salon_visit (s, done.id);
  g_assert_cmpstr (visit->override_reason, ==, "assistant helps");

  /* neither of the two is in the way of what happens to the other */
  g_assert_true (small_salon_set_state (s, first, SALON_VISIT_ARRIVED, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (small_salon_set_state (s, done.id, SALON_VISIT_CONFIRMED, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* A reason without a clash is not kept: the trigger goes on protecting the time. */
static void
test_override_without_clash (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonVisit) visit = NULL;
  SalonDone done = { 0 };

  request->override_reason = g_strdup ("just in case");
  g_assert_true (small_salon_try (s, request, &done, NULL));
  visit = small_salon_visit (s, done.id);
  g_assert_null (visit->override_reason);
}

/* ---- warnings */

/* Refused with a warning that says @part; accepted by one key. */
static void
assert_warning (SmallSalon *s, SalonBookingRequest *request, const char *part)
{
  g_autoptr (GError) error = NULL;

  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_WARNING, part);
  request->accept_warnings = TRUE;
  g_assert_true (small_salon_try (s, request, NULL, &error));
  g_assert_no_error (error);
}

static void
test_outside_shift (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (17, 30));

  assert_warning (s, request, "Maria does not work then: today 17:30–18:30.");
}

static void
test_without_shift (SmallSalon *s, gconstpointer data)
{
  gint64 id = salon_fixture_add_employee (s->salon, "Zoe");
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->polish, id, s->room1, AT (12, 0));

  salon_fixture_add_skill (s->salon, id, s->polish);
  assert_warning (s, request, "Zoe does not work then: today 12:00–12:30.");
}

static void
test_absence (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (12 + 24, 0));
  SalonAbsence *absence = salon_absence_new ();

  absence->employee_id = s->maria;
  absence->kind = SALON_ABSENCE_SICK;
  absence->first_day = TODAY + 1;
  absence->last_day = TODAY + 3;
  salon_fixture_insert (s->salon, absence);
  assert_warning (s, request, "Maria is away: tomorrow.");
}

static void
test_holiday (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (12 + 48, 0));
  SalonHoliday *holiday = salon_holiday_new ();

  holiday->name = g_strdup ("Feast");
  holiday->first_day = TODAY + 2;
  holiday->last_day = TODAY + 2;
  salon_fixture_insert (s->salon, holiday);
  assert_warning (s, request, "The salon is closed: Wed 18 Jun.");
}

static void
test_not_her_service (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->colour, s->jana, 0, AT (12, 0));

  assert_warning (s, request, "Jana does not do “Colouring”.");
}

static void
test_wrong_room (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->hall, AT (12, 0));

  assert_warning (s, request, "“Hall” is not the kind of room for “Manicure”.");
}

static void
test_client_elsewhere (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->polish, s->jana, s->room2, AT (11, 15));
  g_autoptr (SalonBookingRequest) next = small_salon_request (s, s->irina, s->polish, s->jana, s->room2, AT (12, 0));

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  assert_warning (s, request, "The client has another visit then: today 11:00–12:00.");
  g_assert_true (small_salon_try (s, next, NULL, NULL));
}

/* All at once, a clash before warnings, warnings before the alert. */
static void
test_order_of_questions (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->olga, s->colour, s->jana, s->room1, AT (19, 30));
  SalonClient *careful = salon_client_new ();
  g_autoptr (GError) error = NULL;

  small_salon_book (s, s->irina, s->manicure, s->jana, s->room2, AT (19, 0));
  careful->first_name = g_strdup ("Careful");
  careful->alert = g_strdup ("Allergy: acetone");
  request->client_id = salon_fixture_insert (s->salon, careful);
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH, "Jana is busy with Irina");
  request->override_reason = g_strdup ("she insists");
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_WARNING,
                       "Jana does not work then: today 20:40–21:00. Jana does not do “Colouring”.");
  request->accept_warnings = TRUE;
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_ALERT, "Allergy: acetone");
  request->accept_alert = TRUE;
  g_assert_true (small_salon_try (s, request, NULL, &error));
  g_assert_no_error (error);
}

/* A shift over midnight: the visit belongs to the day on which it begins. */
static void
test_night_shift (SmallSalon *s, gconstpointer data)
{
  SalonShift *shift = salon_shift_new ();
  g_autoptr (SalonBookingRequest) late = small_salon_request (s, s->olga, s->manicure, s->maria, s->room1, AT (25, 30));
  g_autoptr (SalonVisit) visit = NULL;
  gint64 id = 0;

  shift->employee_id = s->maria;
  shift->day = TODAY;
  shift->from_min = 18 * 60;
  shift->to_min = 26 * 60;
  salon_fixture_insert (s->salon, shift);
  id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (23, 30));
  visit = small_salon_visit (s, id);
  g_assert_cmpint (visit->day, ==, TODAY);
  g_assert_cmpint (visit->end_min, ==, AT (24, 30));
  assert_warning (s, late, "Maria does not work then: tomorrow 01:30–02:30.");
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (24, 30));
}

/* ---- who and when */

static void
test_permission (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  before = salon_fixture_dump (s->salon);
  g_assert_false (small_salon_try (s, request, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

static void
test_repeat (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  SalonDone first = { 0 };
  SalonDone again = { 0 };

  g_assert_true (salon_session_submit_sync (s->salon->session, &salon_command_book, request, "draft-0001", &first, NULL));
  g_assert_true (salon_session_submit_sync (s->salon->session, &salon_command_book, request, "draft-0001", &again, NULL));
  g_assert_true (again.repeated);
  g_assert_cmpint (again.id, ==, first.id);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_visit_get_type ()), ==, 1);
}

typedef struct {
  const char *what;
  gint64 start_min;
  const char *part;
} BadTime;

static void
test_bad_times (SmallSalon *s, gconstpointer data)
{
  const gint64 spring = (gint64) salon_day_from_ymd (2026, 3, 29) * 1440;
  const BadTime times[] = {
    { "31 June", (gint64) salon_day_from_ymd (2025, 6, 31) * 1440 + 600, "There is no such day" },
    { "before 1990", (gint64) salon_day_from_ymd (1989, 12, 31) * 1440 + 1439, "from 1990 to 2100" },
    { "after 2100", (gint64) salon_day_from_ymd (2101, 1, 1) * 1440, "from 1990 to 2100" },
    { "the largest number", G_MAXINT64, "There is no such day" },
    { "the smallest number", G_MININT64, "There is no such day" },
    { "zero", 0, "There is no such day" },
    { "in the spring gap", spring + 3 * 60 + 30, "There is no 03:30 on 29 March 2026, because the clocks go forward. The next time is 04:00." },
    { "the gap begins", spring + 3 * 60, "The next time is 04:00." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, times[i].start_min);
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", times[i].what);
    request->accept_warnings = TRUE;
    small_salon_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, times[i].part);
    small_salon_try (s, request, NULL, &error);
    g_assert_cmpstr (salon_error_get_field (error), ==, "start_min");
  }
}

/* Beside the gap, and in autumn when an hour comes twice, there is nothing wrong. */
static void
test_good_times (SmallSalon *s, gconstpointer data)
{
  const gint64 spring = (gint64) salon_day_from_ymd (2026, 3, 29) * 1440;
  const gint64 autumn = (gint64) salon_day_from_ymd (2025, 10, 26) * 1440;
  const gint64 times[] = { spring + 120, spring + 240, autumn + 180, autumn + 200 };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->polish, s->maria, s->room1, times[i]);
    g_autoptr (GError) error = NULL;

    request->accept_warnings = TRUE;
    request->override_reason = g_strdup ("test");
    small_salon_try (s, request, NULL, &error);
    g_assert_no_error (error);
  }
}

static void
test_bad_requests (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) empty = salon_booking_request_new (s->irina, SALON_VISIT_SOURCE_PHONE);
  g_autoptr (SalonBookingRequest) no_service = small_salon_request (s, s->irina, 0, s->maria, 0, AT (11, 0));
  g_autoptr (SalonBookingRequest) no_master = small_salon_request (s, s->irina, s->manicure, 0, 0, AT (11, 0));
  g_autoptr (SalonBookingRequest) gone = small_salon_request (s, s->irina, 4711, s->maria, 0, AT (11, 0));
  g_autoptr (SalonBookingRequest) no_client = small_salon_request (s, 4711, s->manicure, s->maria, 0, AT (11, 0));
  g_autoptr (SalonBookingRequest) too_long = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonBookingRequest) no_source = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));

  small_salon_refused (s, empty, SALON_ERROR, SALON_ERROR_VALIDATION, "at least one service");
  small_salon_refused (s, no_service, SALON_ERROR, SALON_ERROR_VALIDATION, "Choose a service");
  small_salon_refused (s, no_master, SALON_ERROR, SALON_ERROR_VALIDATION, "Choose an employee");
  small_salon_refused (s, gone, SALON_ERROR, SALON_ERROR_NOT_FOUND, "not there any more");
  small_salon_refused (s, no_client, SALON_ERROR, SALON_ERROR_NOT_FOUND, "not there any more");
  salon_booking_request_add (too_long, s->manicure, s->maria, s->room1, AT (35, 0), FALSE);
  small_salon_refused (s, too_long, SALON_ERROR, SALON_ERROR_VALIDATION, "longer than a day");
  no_source->source = (SalonVisitSource) 17;
  small_salon_refused (s, no_source, SALON_ERROR, SALON_ERROR_VALIDATION, "");
}

static gboolean
archive (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  SalonEntity *entity = data;
  const SalonField *field = salon_entity_info_find (salon_entity_info (entity), "archived");

  if (field == NULL)
    field = salon_entity_info_find (salon_entity_info (entity), "archived_at");
  salon_entity_put_int (entity, field, 1);
  return salon_repo_update (tx, entity, error);
}

static void
test_archived (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonClient) client = salon_fixture_get (s->salon, salon_client_get_type (), s->irina);
  g_autoptr (SalonService) service = salon_fixture_get (s->salon, salon_service_get_type (), s->manicure);
  g_autoptr (SalonEmployee) employee = salon_fixture_get (s->salon, salon_employee_get_type (), s->maria);

  salon_fixture_write (s->salon, archive, client);
  small_salon_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "in the archive");
  salon_fixture_write (s->salon, archive, employee);
  small_salon_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "Maria does not work here any more.");
  salon_fixture_write (s->salon, archive, service);
  small_salon_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "“Manicure” is not offered any more.");
}

/* ---- undo */

static void
test_undo_and_redo (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = salon_fixture_dump (s->salon);
  g_autofree char *booked = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  SalonDone done = { 0 };
  SalonDone undo = { 0 };

  g_assert_true (small_salon_try (s, request, &done, &error));
  booked = salon_fixture_dump (s->salon);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, &undo, &error));
  g_assert_no_error (error);
  undone = salon_fixture_dump (s->salon);
  g_assert_cmpstr (undone, ==, empty);
  g_assert_true (salon_fixture_undo (s->salon, undo.operation, NULL, &error));
  g_assert_no_error (error);
  redone = salon_fixture_dump (s->salon);
  g_assert_cmpstr (redone, ==, booked);
  small_salon_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH, "Irina");
}

/* The time was given to another meanwhile: the sentence says to whom. */
static void
test_redo_into_taken_time (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  SalonDone undo = { 0 };

  g_assert_true (small_salon_try (s, request, &done, &error));
  g_assert_true (salon_fixture_undo (s->salon, done.operation, &undo, &error));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room2, AT (11, 30));
  g_assert_false (salon_fixture_undo (s->salon, undo.operation, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, "Maria is busy with Olga Petrova: today 11:30–12:30, Room 2.");
}

/* A card that is still open in some window may have been merged meanwhile. */
static void
test_merged_client (SmallSalon *s, gconstpointer data)
{
  SalonMergeRequest request = { s->irina, s->olga, NULL };
  g_autoptr (SalonVisit) visit = NULL;

  g_assert_true (salon_fixture_submit (s->salon, &salon_command_client_merge, &request, NULL, NULL));
  visit = small_salon_visit (s, small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (15, 0)));
  g_assert_cmpint (visit->client_id, ==, s->irina);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/booking/merged-client", test_merged_client);
  ADD_TEST ("/booking/written", test_written);
  ADD_TEST ("/booking/price-stays", test_price_stays);
  ADD_TEST ("/booking/several-lines", test_several_lines);
  ADD_TEST ("/booking/half-open", test_half_open);
  ADD_TEST ("/booking/gap-is-free", test_gap_is_free);
  ADD_TEST ("/booking/new-client", test_new_client);
  ADD_TEST ("/booking/new-client-refused", test_new_client_refused);
  ADD_TEST ("/booking/room-is-found", test_room_is_found);
  ADD_TEST ("/booking/employee-clash", test_employee_clash);
  ADD_TEST ("/booking/room-clash", test_room_clash);
  ADD_TEST ("/booking/clash-with-nameless", test_clash_with_nameless);
  ADD_TEST ("/booking/buffers", test_buffers);
  ADD_TEST ("/booking/room-for-three", test_room_for_three);
  ADD_TEST ("/booking/own-lines", test_own_lines);
  ADD_TEST ("/booking/override", test_override);
  ADD_TEST ("/booking/override-without-clash", test_override_without_clash);
  ADD_TEST ("/booking/outside-shift", test_outside_shift);
  ADD_TEST ("/booking/without-shift", test_without_shift);
  ADD_TEST ("/booking/absence", test_absence);
  ADD_TEST ("/booking/holiday", test_holiday);
  ADD_TEST ("/booking/not-her-service", test_not_her_service);
  ADD_TEST ("/booking/wrong-room", test_wrong_room);
  ADD_TEST ("/booking/client-elsewhere", test_client_elsewhere);
  ADD_TEST ("/booking/order-of-questions", test_order_of_questions);
  ADD_TEST ("/booking/night-shift", test_night_shift);
  ADD_TEST ("/booking/permission", test_permission);
  ADD_TEST ("/booking/repeat", test_repeat);
  ADD_TEST ("/booking/bad-times", test_bad_times);
  ADD_TEST ("/booking/good-times", test_good_times);
  ADD_TEST ("/booking/bad-requests", test_bad_requests);
  ADD_TEST ("/booking/archived", test_archived);
  ADD_TEST ("/booking/undo-and-redo", test_undo_and_redo);
  ADD_TEST ("/booking/redo-into-taken-time", test_redo_into_taken_time);
  return g_test_run ();
}
