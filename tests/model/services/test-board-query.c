/* The board as it is read: who is on it, what flags say, midnight, the nights when the clocks change, a month. */
#include "base/error.h"
#include "model/entities/absence.h"
#include "model/entities/client.h"
#include "model/entities/employee.h"
#include "model/entities/holiday.h"
#include "model/entities/room.h"
#include "model/entities/shift.h"
#include "model/entities/work-hours.h"
#include "model/services/board.h"
#include "model/store/repo.h"
#include "model/store/stmt.h"
#include "model/store/tx.h"
#include "small-salon.h"

static SalonBoard *
load_days (SmallSalon *s, SalonDay day, int n_days, gint64 employee, gboolean with_cancelled)
{
  g_autofree SalonBoardRequest *request = salon_board_request_new (day, n_days, employee, with_cancelled);
  g_autoptr (GError) error = NULL;
  SalonBoard *board = salon_session_query_sync (s->salon->session, &salon_query_board, request, &error);

  g_assert_no_error (error);
  return board;
}

static SalonBoard *
load (SmallSalon *s, SalonDay day)
{
  return load_days (s, day, 1, 0, FALSE);
}

/* "Maria: 10:00-11:00 Irina, …; Jana: …": the columns with their blocks, minutes from the first day. */
static char *
tell (const SalonBoard *board, SalonBoardView view, gint64 employee)
{
  g_autoptr (GArray) columns = salon_board_columns (board, view, employee);
  g_autoptr (GArray) blocks = salon_board_blocks (board, columns, TRUE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++) {
    const SalonBoardColumn *column = &g_array_index (columns, SalonBoardColumn, i);
    gboolean is_room = column->kind == SALON_RESOURCE_ROOM;

    g_string_append_printf (text, "%s%s:", i > 0 ? "; " : "",
                            is_room ? salon_board_find_room (board, column->resource_id)->name
                                    : salon_board_find_employee (board, column->resource_id)->name);
    for (guint k = 0; k < blocks->len; k++) {
      const SalonBoardBlock *block = &g_array_index (blocks, SalonBoardBlock, k);
      const SalonBoardVisit *visit = salon_board_find_visit (board, block->visit_id);
      int start = (int) (block->start - (gint64) board->first_day * 1440);
      int end = (int) (block->end - (gint64) board->first_day * 1440);

      if (block->column == i)
        g_string_append_printf (text, " %d:%02d-%d:%02d %.4s", start / 60, start % 60, end / 60, end % 60, visit->client);
    }
  }
  return g_string_free (text, FALSE);
}

#define assert_told(call, expected)                                                                                \
  G_STMT_START                                                                                                     \
  {                                                                                                                \
    g_autofree char *_text = call;                                                                                 \
    g_assert_cmpstr (_text, ==, expected);                                                                         \
  }                                                                                                                \
  G_STMT_END

static gint64
book_two (SmallSalon *s, gint64 start)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->olga, s->manicure, s->maria, s->room1, start);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_booking_request_add (request, s->polish, s->jana, s->room2, start + 60, FALSE);
  small_salon_try (s, request, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static void
test_day (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBoard) board = NULL;
  const SalonBoardLine *line = NULL;
  gint64 visit = 0;

  small_salon_book (s, s->irina, s->colour, s->maria, 0, AT (10, 0));
  visit = book_two (s, AT (14, 0));
  board = load (s, SALON_DAY_NONE);
  g_assert_cmpint (board->first_day, ==, TODAY);
  g_assert_cmpint (board->today, ==, TODAY);
  g_assert_cmpint (board->step, ==, 15);
  g_assert_cmpuint (board->visits->len, ==, 2);
  assert_told (tell (board, SALON_BOARD_EMPLOYEES, 0),
               "Maria: 10:00-10:30 Irin 11:10-11:30 Irin 14:00-15:00 Olga; Jana: 15:00-15:30 Olga");
  assert_told (tell (board, SALON_BOARD_ROOMS, 0), "Room 1: 14:00-15:00 Olga; Room 2: 15:00-15:30 Olga; Hall:");
  line = salon_board_find_visit (board, visit)->lines->pdata[1];
  g_assert_cmpstr (line->service, ==, "Polish");
  g_assert_cmpint (line->price, ==, 1500);
  g_assert_cmpint (line->room_id, ==, s->room2);
  g_assert_cmpint (salon_board_find_room (board, s->hall)->capacity, ==, 3);
  g_assert_cmpint (salon_board_find_room (board, s->room2)->cleanup, ==, 10);
  g_assert_cmpuint (salon_board_find_employee (board, s->maria)->services->len, ==, 5);
  g_assert_cmpuint (salon_board_find_employee (board, s->jana)->services->len, ==, 4);
  g_assert_cmpint (salon_board_find_service (board, s->colour)->shape.gap, ==, 40);
  g_assert_cmpint (board->from_minute, ==, 9 * 60);
  g_assert_cmpint (board->to_minute, ==, 20 * 60);
}

/* Who does not work has no column, but for a visit of hers. */
static void
test_away (SmallSalon *s, gconstpointer data)
{
  SalonAbsence *absence = salon_absence_new ();
  g_autoptr (SalonBoard) before = NULL;
  g_autoptr (SalonBoard) after = NULL;

  absence->employee_id = s->jana;
  absence->kind = SALON_ABSENCE_SICK;
  absence->first_day = absence->last_day = TODAY;
  salon_fixture_insert (s->salon, absence);
  before = load (s, TODAY);
  assert_told (tell (before, SALON_BOARD_EMPLOYEES, 0), "Maria:");
  salon_fixture_add_visit (s->salon, s->irina, TODAY, 12 * 60, SALON_VISIT_BOOKED, s->manicure, s->jana, s->room1);
  after = load (s, TODAY);
  assert_told (tell (after, SALON_BOARD_EMPLOYEES, 0), "Maria:; Jana: 12:00-13:00 Irin");
  g_assert_cmpuint (salon_board_find_employee (after, s->jana)->times->working->len, ==, 1); /* of the day before */
}

static gboolean
update (SalonTx *tx, gpointer entity, gint64 *id, GError **error)
{
  return salon_repo_update (tx, entity, error);
}

/* One who left is there with the visit that she still has, and takes no other. */
static void
test_left (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonEmployee) jana = salon_fixture_get (s->salon, salon_employee_get_type (), s->jana);
  g_autoptr (SalonBoard) board = NULL;
  SalonBoardMove move = { .start = AT (16, 0), .employee_id = s->jana, .room_id = -1, .minutes = 30 };
  g_autoptr (GArray) problems = NULL;

  salon_fixture_add_visit (s->salon, s->irina, TODAY, 12 * 60, SALON_VISIT_BOOKED, s->manicure, s->jana, s->room1);
  jana->archived = 1;
  salon_fixture_write (s->salon, update, jana);
  board = load (s, TODAY);
  assert_told (tell (board, SALON_BOARD_EMPLOYEES, 0), "Maria:; Jana: 12:00-13:00 Irin");
  problems = salon_board_check (board, &move);
  g_assert_true (salon_slot_problems_forbid (problems));
}

static void
test_cancelled (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonBoard) without = NULL;
  g_autoptr (SalonBoard) with = NULL;

  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_CANCELLED, "ill", NULL, NULL));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (11, 30));
  without = load (s, TODAY);
  with = load_days (s, TODAY, 1, 0, TRUE);
  assert_told (tell (without, SALON_BOARD_EMPLOYEES, 0), "Maria: 11:30-12:30 Olga; Jana:");
  assert_told (tell (with, SALON_BOARD_EMPLOYEES, 0), "Maria: 11:00-12:00 Irin 11:30-12:30 Olga; Jana:");
  g_assert_cmpstr (salon_board_find_visit (with, id)->reason, ==, "ill");
  g_assert_cmpfloat (salon_board_load (with, &(SalonBoardColumn){ SALON_RESOURCE_EMPLOYEE, s->maria, TODAY }), <, 0.12);
}

/* ---- flags */

static guint
flags_at (SmallSalon *s, gint64 visit, SalonDay day, int minute)
{
  g_autoptr (SalonBoard) board = NULL;

  salon_fixture_set_time (s->salon, day, minute);
  board = load (s, TODAY);
  return salon_board_find_visit (board, visit)->flags;
}

static void
test_late (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));

  g_assert_cmpuint (flags_at (s, id, TODAY, 11 * 60 + 9), ==, SALON_BOARD_FLAG_NEW_CLIENT);
  g_assert_true (flags_at (s, id, TODAY, 11 * 60 + 10) & SALON_BOARD_FLAG_LATE);
  g_assert_false (flags_at (s, id, TODAY, 12 * 60) & SALON_BOARD_FLAG_LATE); /* its time is over */
  g_assert_false (flags_at (s, id, TODAY + 1, 11 * 60 + 20) & SALON_BOARD_FLAG_LATE);
  small_salon_set_setting (s, "booking.late_min", "30");
  g_assert_false (flags_at (s, id, TODAY, 11 * 60 + 29) & SALON_BOARD_FLAG_LATE);
  g_assert_true (flags_at (s, id, TODAY, 11 * 60 + 30) & SALON_BOARD_FLAG_LATE);
  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_ARRIVED, NULL, NULL, NULL));
  g_assert_false (flags_at (s, id, TODAY, 11 * 60 + 30) & SALON_BOARD_FLAG_LATE);
  g_assert_false (flags_at (s, id, TODAY, 11 * 60 + 30) & SALON_BOARD_FLAG_UNPAID);
  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_DONE, NULL, NULL, NULL));
  g_assert_true (flags_at (s, id, TODAY, 11 * 60 + 30) & SALON_BOARD_FLAG_UNPAID);
}

/* That it is one of a series, and that the master matters. */
static gboolean
join_series (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  static const char *const statements[] = {
    "INSERT INTO visit_series (client_id, unit, every, times, first_day, created_at) SELECT client_id, 1, 4, 6, day, 1 FROM visit WHERE id = $1",
    "UPDATE visit SET series_id = (SELECT max (id) FROM visit_series) WHERE id = $1",
    "UPDATE visit_line SET master_matters = 1 WHERE visit_id = $1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++) {
    g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, statements[i], error);

    salon_stmt_int (stmt, 1, *(const gint64 *) data);
    if (!salon_stmt_run (stmt, error))
      return FALSE;
  }
  return TRUE;
}

static void
test_series (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonBoard) board = NULL;
  const SalonBoardVisit *visit = NULL;

  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  salon_fixture_write (s->salon, join_series, &id);
  board = load (s, TODAY);
  visit = salon_board_find_visit (board, id);
  g_assert_true (visit->flags & SALON_BOARD_FLAG_SERIES);
  g_assert_true (((SalonBoardLine *) visit->lines->pdata[0])->master_matters);
}

static void
test_flags (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonClient) olga = salon_fixture_get (s->salon, salon_client_get_type (), s->olga);
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->olga, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonBoard) board = NULL;
  SalonDone done = { 0 };
  gint64 plain = 0;

  olga->birth_month = 6;
  olga->birth_mday = 16;
  olga->alert = g_strdup ("acetone");
  salon_fixture_write (s->salon, update, olga);
  salon_fixture_add_visit (s->salon, s->irina, TODAY - 10, 600, SALON_VISIT_DONE, s->manicure, s->maria, s->room1);
  plain = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  request->note = g_strdup ("bride");
  request->override_reason = g_strdup ("sisters");
  request->accept_alert = TRUE;
  g_assert_true (small_salon_try (s, request, &done, NULL));
  board = load (s, TODAY);
  g_assert_cmpuint (salon_board_find_visit (board, plain)->flags, ==, 0);
  g_assert_cmpuint (salon_board_find_visit (board, done.id)->flags, ==,
                    SALON_BOARD_FLAG_NEW_CLIENT | SALON_BOARD_FLAG_BIRTHDAY | SALON_BOARD_FLAG_ALERT | SALON_BOARD_FLAG_NOTE
                        | SALON_BOARD_FLAG_OVERRIDE);
  g_assert_cmpstr (salon_board_find_visit (board, done.id)->note, ==, "bride");
}

/* ---- midnight */

static void
add_shift (SmallSalon *s, gint64 employee, SalonDay day, int from, int to)
{
  SalonShift *shift = salon_shift_new ();

  shift->employee_id = employee;
  shift->day = day;
  shift->from_min = from;
  shift->to_min = to;
  salon_fixture_insert (s->salon, shift);
}

/* A shift to 02:00: its visits stand at the foot of the evening, and at the head of the next day. */
static void
test_midnight (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBoard) evening = NULL;
  g_autoptr (SalonBoard) morning = NULL;
  g_autoptr (SalonBoard) both = NULL;

  add_shift (s, s->maria, TODAY, 14 * 60, 26 * 60);
  add_shift (s, s->maria, TODAY + 1, 14 * 60, 22 * 60);
  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (23, 30));
  small_salon_book (s, s->olga, s->polish, s->maria, s->room1, AT (24 + 1, 30));
  evening = load (s, TODAY);
  assert_told (tell (evening, SALON_BOARD_EMPLOYEES, 0), "Maria: 23:30-24:30 Irin 25:30-26:00 Olga; Jana:");
  g_assert_cmpint (evening->to_minute, ==, 26 * 60);
  morning = load (s, TODAY + 1);
  assert_told (tell (morning, SALON_BOARD_EMPLOYEES, 0), "Maria: 0:00-0:30 Irin 1:30-2:00 Olga; Jana:");
  g_assert_cmpint (morning->from_minute, ==, 0);
  both = load_days (s, TODAY, 2, 0, FALSE);
  assert_told (tell (both, SALON_BOARD_DAYS, s->maria), "Maria: 23:30-24:30 Irin 25:30-26:00 Olga; Maria:");
}

/* ---- nights when the clocks change: 30 March 2025 leaves out 03:00 to 04:00, 26 October has it twice */

static void
check_night (SmallSalon *s, SalonDay day, gboolean is_spring)
{
  gint64 midnight = (gint64) day * 1440;
  g_autoptr (SalonBoard) board = NULL;
  SalonBoardMove move = { .start = midnight + 210, .employee_id = s->maria, .room_id = -1, .minutes = 30 };
  g_autoptr (GArray) problems = NULL;
  g_autofree char *text = NULL;

  salon_fixture_set_time (s->salon, day, 60);
  salon_fixture_add_visit (s->salon, s->irina, day, 150, SALON_VISIT_BOOKED, s->manicure, s->maria, s->room1);
  salon_fixture_add_visit (s->salon, s->olga, day, 22 * 60, SALON_VISIT_BOOKED, s->manicure, s->maria, s->room1);
  board = load (s, day);
  assert_told (tell (board, SALON_BOARD_EMPLOYEES, 0), "Maria: 2:30-3:30 Irin 22:00-23:00 Olga; Jana:");
  g_assert_cmpint (board->from_minute, ==, 120);
  g_assert_cmpint (board->to_minute, ==, 23 * 60);
  problems = salon_board_check (board, &move);
  g_assert_cmpint (salon_slot_problems_forbid (problems), ==, is_spring);
  g_assert_cmpuint (board->jumps->len, ==, is_spring ? 1 : 0);
  if (!is_spring)
    return;
  text = salon_board_problem_text (board, &g_array_index (problems, SalonSlotProblem, 0));
  g_assert_cmpstr (text, ==, "There is no 03:30 on 30 March 2025, because the clocks go forward. The next time is 04:00.");
}

static void
test_spring (SmallSalon *s, gconstpointer data)
{
  check_night (s, salon_day_from_ymd (2025, 3, 30), TRUE);
}

static void
test_autumn (SmallSalon *s, gconstpointer data)
{
  check_night (s, salon_day_from_ymd (2025, 10, 26), FALSE);
}

/* ---- who may see what */

static void
test_master (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBoard) own = NULL;
  g_autoptr (SalonBoard) asked = NULL;

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  small_salon_book (s, s->olga, s->manicure, s->jana, s->room2, AT (12, 0));
  book_two (s, AT (14, 0));
  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->jana);
  own = load (s, TODAY);
  g_assert_cmpuint (own->visits->len, ==, 2);
  assert_told (tell (own, SALON_BOARD_EMPLOYEES, 0), "Jana: 12:00-13:00 Olga 15:00-15:30 Olga");
  asked = load_days (s, TODAY, 1, s->maria, FALSE);
  assert_told (tell (asked, SALON_BOARD_EMPLOYEES, 0), "Jana: 12:00-13:00 Olga 15:00-15:30 Olga");
}

static void
test_one_employee (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBoard) board = NULL;

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  small_salon_book (s, s->olga, s->manicure, s->jana, s->room2, AT (24 + 12, 0));
  board = load_days (s, TODAY, 7, s->jana, FALSE);
  g_assert_cmpuint (board->visits->len, ==, 1);
  g_assert_cmpuint (board->employees->len, ==, 1);
  assert_told (tell (board, SALON_BOARD_DAYS, s->jana), "Jana:; Jana: 36:00-37:00 Olga; Jana:; Jana:; Jana:; Jana:; Jana:");
}

static void
refused (SmallSalon *s, gint64 day, int n_days, const char *field)
{
  g_autofree SalonBoardRequest *request = salon_board_request_new (day, n_days, 0, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_board, request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
  g_clear_error (&error);
  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_board_month, request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
}

static void
test_bad_days (SmallSalon *s, gconstpointer data)
{
  refused (s, TODAY, 0, "n_days");
  refused (s, TODAY, 32, "n_days");
  refused (s, G_MAXINT64, 1, "first_day");
  refused (s, G_MININT64, 1, "first_day");
}

/* ---- a month */

static GArray *
month (SmallSalon *s, SalonDay day, int n_days, gint64 employee)
{
  g_autofree SalonBoardRequest *request = salon_board_request_new (day, n_days, employee, FALSE);
  g_autoptr (GError) error = NULL;
  GArray *days = salon_session_query_sync (s->salon->session, &salon_query_board_month, request, &error);

  g_assert_no_error (error);
  return days;
}

static void
assert_day (const GArray *days, guint i, gint64 working, gint64 booked, gint64 visits)
{
  const SalonBoardMonthDay *day = &g_array_index (days, SalonBoardMonthDay, i);

  g_assert_cmpint (day->working, ==, working);
  g_assert_cmpint (day->booked, ==, booked);
  g_assert_cmpint (day->visits, ==, visits);
}

/* Weekdays 9:00 to 20:00: the 20th is a holiday, the 21st and 22nd a weekend. */
static void
test_month (SmallSalon *s, gconstpointer data)
{
  SalonHoliday *holiday = salon_holiday_new ();
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) jana = NULL;
  gint64 gone = 0;

  for (int weekday = 1; weekday <= 5; weekday++) {
    SalonWorkHours *hours = salon_work_hours_new ();

    hours->weekday = weekday;
    hours->from_min = 9 * 60;
    hours->to_min = 20 * 60;
    salon_fixture_insert (s->salon, hours);
  }
  holiday->name = g_strdup ("Midsummer");
  holiday->first_day = holiday->last_day = TODAY + 4;
  salon_fixture_insert (s->salon, holiday);
  small_salon_book (s, s->irina, s->colour, s->maria, 0, AT (10, 15));
  book_two (s, AT (14, 0));
  gone = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (24 + 12, 0));
  g_assert_true (small_salon_set_state (s, gone, SALON_VISIT_CANCELLED, NULL, NULL, NULL));
  all = month (s, TODAY, 7, 0);
  jana = month (s, TODAY, 7, s->jana);
  g_assert_cmpuint (all->len, ==, 7);
  assert_day (all, 0, 540 + 600, 50 + 60 + 30, 2);
  assert_day (all, 1, 540 + 600, 0, 0);
  assert_day (all, 4, 0, 0, 0);
  assert_day (jana, 0, 600, 30, 1);
  g_assert_false (g_array_index (all, SalonBoardMonthDay, 0).closed);
  g_assert_true (g_array_index (all, SalonBoardMonthDay, 4).closed);
  g_assert_true (g_array_index (all, SalonBoardMonthDay, 4).holiday);
  g_assert_true (g_array_index (all, SalonBoardMonthDay, 5).closed);
  g_assert_false (g_array_index (all, SalonBoardMonthDay, 5).holiday);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/board-query/day", test_day);
  ADD_TEST ("/board-query/away", test_away);
  ADD_TEST ("/board-query/left", test_left);
  ADD_TEST ("/board-query/cancelled", test_cancelled);
  ADD_TEST ("/board-query/late", test_late);
  ADD_TEST ("/board-query/flags", test_flags);
  ADD_TEST ("/board-query/series", test_series);
  ADD_TEST ("/board-query/midnight", test_midnight);
  ADD_TEST ("/board-query/spring", test_spring);
  ADD_TEST ("/board-query/autumn", test_autumn);
  ADD_TEST ("/board-query/master", test_master);
  ADD_TEST ("/board-query/one-employee", test_one_employee);
  ADD_TEST ("/board-query/bad-days", test_bad_days);
  ADD_TEST ("/board-query/month", test_month);
  return g_test_run ();
}
