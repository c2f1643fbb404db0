/* Shifts, absences, breaks and holidays: written as one operation, refused with names where visits stand in the way. */
#include <string.h>

#include "base/error.h"
#include "model/entities/absence.h"
#include "model/entities/holiday.h"
#include "model/entities/shift-template.h"
#include "model/entities/shift.h"
#include "model/entities/weekly-break.h"
#include "model/entities/work-break.h"
#include "model/services/catalogue.h"
#include "model/services/roster.h"
#include "model/services/shifts.h"
#include "model/services/staff.h"
#include "model/services/stranded.h"
#include "small-salon.h"

static const SalonHours early = { 9 * 60, 15 * 60 };
static const SalonHours night = { 18 * 60, 26 * 60 };

static SalonDone
write_shifts (SmallSalon *s, SalonShiftsRequest *request)
{
  g_autoptr (SalonShiftsRequest) owned = request;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (s->salon, &salon_command_shifts_set, owned, &done, &error);
  g_assert_no_error (error);
  return done;
}

static SalonShiftsRequest *
one_day (gint64 employee_id, SalonDay day, SalonShiftWhat what, const SalonHours *part)
{
  SalonShiftsRequest *request = salon_shifts_request_new ();

  salon_shifts_request_add (request, employee_id, day, what, part, part != NULL ? 1 : 0);
  return request;
}

static SalonRoster *
load_roster (SmallSalon *s, SalonDay first, SalonDay last)
{
  SalonRosterRequest request = { first, last };
  g_autoptr (GError) error = NULL;
  SalonRoster *roster = salon_session_query_sync (s->salon->session, &salon_query_roster, &request, &error);

  g_assert_no_error (error);
  return roster;
}

/* One character a day of the first employee: w weekly, x shift, - day off, . nothing; upper case while she is away. */
static char *
days_of (const SalonRoster *roster, guint row)
{
  GString *text = g_string_new (NULL);

  for (guint d = 0; d < roster->n_days; d++) {
    const SalonRosterDay *day = salon_roster_day (roster, row, d);
    char c = day->what == SALON_SHIFT_HOURS ? 'x' : day->what == SALON_SHIFT_OFF ? '-' : day->n_parts > 0 ? 'w' : '.';

    g_string_append_c (text, day->absence != 0 ? g_ascii_toupper (c) : c);
  }
  return g_string_free (text, FALSE);
}

static void
assert_days (SmallSalon *s, SalonDay first, guint n, const char *expected)
{
  g_autoptr (SalonRoster) roster = load_roster (s, first, first + (SalonDay) n - 1);
  g_autofree char *days = days_of (roster, 0);

  g_assert_cmpstr (days, ==, expected);
}

/* A stroke is one operation, and one undo takes all of it back. */
static void
test_stroke (SmallSalon *s, gconstpointer data)
{
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  SalonShiftsRequest *request = salon_shifts_request_new ();
  SalonDone done = { 0 };

  for (SalonDay day = TODAY + 1; day <= TODAY + 5; day++)
    salon_shifts_request_add (request, s->maria, day, SALON_SHIFT_HOURS, &early, 1);
  salon_shifts_request_add (request, s->maria, TODAY + 6, SALON_SHIFT_OFF, NULL, 0);
  done = write_shifts (s, request);
  g_assert_cmpint (done.id, ==, 6);
  assert_days (s, TODAY, 8, "wxxxxx-w");
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

/* What is as it is wanted is not written again; of a day that is named twice the last counts. */
static void
test_same_again (SmallSalon *s, gconstpointer data)
{
  SalonShiftsRequest *twice = one_day (s->maria, TODAY + 1, SALON_SHIFT_OFF, NULL);

  g_assert_cmpint (write_shifts (s, one_day (s->maria, TODAY + 1, SALON_SHIFT_HOURS, &early)).id, ==, 1);
  g_assert_cmpint (write_shifts (s, one_day (s->maria, TODAY + 1, SALON_SHIFT_HOURS, &early)).id, ==, 0);
  salon_shifts_request_add (twice, s->maria, TODAY + 1, SALON_SHIFT_HOURS, &early, 1);
  g_assert_cmpint (write_shifts (s, twice).id, ==, 0);
  g_assert_cmpint (write_shifts (s, one_day (s->maria, TODAY + 1, SALON_SHIFT_WEEKLY, NULL)).id, ==, 1);
  assert_days (s, TODAY, 3, "www");
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_shift_get_type ()), ==, 0);
}

static void
test_parts (SmallSalon *s, gconstpointer data)
{
  const SalonHours parts[] = { { 600, 840 }, { 900, 1140 } };
  SalonShiftsRequest *request = salon_shifts_request_new ();
  g_autoptr (SalonRoster) roster = NULL;
  SalonRosterDay *day = NULL;

  salon_shifts_request_add (request, s->maria, TODAY + 1, SALON_SHIFT_HOURS, parts, 2);
  write_shifts (s, request);
  roster = load_roster (s, TODAY + 1, TODAY + 1);
  day = salon_roster_day (roster, 0, 0);
  g_assert_cmpuint (day->n_parts, ==, 2);
  g_assert_cmpint (day->parts[0].to, ==, 840);
  g_assert_cmpint (day->parts[1].from, ==, 900);
  g_assert_cmpint (day->minutes, ==, 480);
}

static void
test_refused (SmallSalon *s, gconstpointer data)
{
  static const struct {
    SalonHours part;
    const char *field;
  } rows[] = { { { 600, 540 }, "to_min" }, { { 600, 600 }, "to_min" }, { { 600, 1561 }, "to_min" }, { { 1440, 1500 }, "from_min" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonShiftsRequest) request = one_day (s->maria, TODAY + 1, SALON_SHIFT_HOURS, &early);
    g_autofree char *before = salon_fixture_dump (s->salon);
    g_autofree char *after = NULL;
    g_autoptr (GError) error = NULL;

    salon_shifts_request_add (request, s->maria, TODAY + 2, SALON_SHIFT_HOURS, &rows[i].part, 1);
    g_assert_false (salon_fixture_submit (s->salon, &salon_command_shifts_set, request, NULL, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_cmpstr (salon_error_get_field (error), ==, rows[i].field);
    after = salon_fixture_dump (s->salon);
    g_assert_cmpstr (before, ==, after);
  }
}

/* ---- visits in the way */

static void
assert_stranded (SmallSalon *s, const SalonCommand *command, gconstpointer request, gint64 employee_id, SalonDay day,
                 const char *text)
{
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  SalonStrandedSpan span = { 0 };

  g_assert_false (salon_fixture_submit (s->salon, command, request, NULL, &error));
  g_assert_error (error, SALON_STRANDED_ERROR, SALON_STRANDED_ERROR_VISITS);
  g_assert_cmpstr (error->message, ==, text);
  g_assert_true (salon_stranded_error_get_span (error, &span));
  g_assert_cmpint (span.employee_id, ==, employee_id);
  g_assert_cmpint (span.first_day, ==, day);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

#define TOMORROW(h, m) (AT (24 + (h), m))

static void
test_shift_over_visits (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonShiftsRequest) request = one_day (s->maria, TODAY + 1, SALON_SHIFT_HOURS, &early);
  g_autoptr (SalonShiftsRequest) off = one_day (s->maria, TODAY + 1, SALON_SHIFT_OFF, NULL);

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, TOMORROW (16, 0));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, TOMORROW (10, 0));
  assert_stranded (s, &salon_command_shifts_set, request, s->maria, TODAY + 1,
                   "1 visit would lie outside the working time:\nIrina Kalniņa: tomorrow 16:00–17:00, Maria");
  assert_stranded (s, &salon_command_shifts_set, off, s->maria, TODAY + 1,
                   "2 visits would lie outside the working time:\nOlga Petrova: tomorrow 10:00–11:00, Maria\n"
                   "Irina Kalniņa: tomorrow 16:00–17:00, Maria");
  request->keep_visits = TRUE;
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_shifts_set, request, NULL, NULL));
}

/* A visit that lay outside the hours before, or that is over, is nothing new. */
static void
test_not_stranded (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) late = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, TOMORROW (19, 0));
  gint64 cancelled = small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, TOMORROW (11, 0));

  late->accept_warnings = TRUE;
  g_assert_true (small_salon_try (s, late, NULL, NULL));
  g_assert_true (small_salon_set_state (s, cancelled, SALON_VISIT_CANCELLED, "ill", NULL, NULL));
  g_assert_cmpint (write_shifts (s, one_day (s->maria, TODAY + 1, SALON_SHIFT_OFF, NULL)).id, ==, 1);
  salon_fixture_add_visit (s->salon, s->irina, TODAY, 9 * 60, SALON_VISIT_ARRIVED, s->manicure, s->maria, s->room1);
  g_assert_cmpint (write_shifts (s, one_day (s->maria, TODAY, SALON_SHIFT_OFF, NULL)).id, ==, 1);
}

static SalonEmployeeDraft *
weekly_hours (SmallSalon *s, gint64 employee_id, int from_min, int to_min)
{
  g_autoptr (SalonEmployee) employee = salon_fixture_get (s->salon, salon_employee_get_type (), employee_id);
  SalonEmployeeDraft *draft = salon_employee_draft_new (employee, employee);

  draft->hours = g_array_new (FALSE, FALSE, sizeof (SalonHoursPart));
  for (int weekday = 1; weekday <= 7; weekday++) {
    SalonHoursPart part = { weekday, from_min, to_min };

    g_array_append_val (draft->hours, part);
  }
  return draft;
}

/* As far as visits are booked: what repeats every week is looked after for a year. */
static void
test_weekly_hours_over_visits (SmallSalon *s, gconstpointer data)
{
  SalonEmployeeDraft *draft = weekly_hours (s, s->maria, 9 * 60, 14 * 60);
  gint64 in_a_year = (gint64) (TODAY + 366) * 1440;
  g_autoptr (GError) error = NULL;

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, TOMORROW (14, 0));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, in_a_year + 13 * 60 + 30);
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, TOMORROW (13, 0)); /* ends when she does */
  assert_stranded (s, &salon_command_employee_save, draft, s->maria, TODAY + 1,
                   "2 visits would lie outside the working time:\nIrina Kalniņa: tomorrow 14:00–15:00, Maria\n"
                   "Olga Petrova: Wed 17 Jun 2026 13:30–14:30, Maria");
  draft->keep_visits = TRUE;
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_employee_save, draft, NULL, &error));
  g_assert_no_error (error);
  salon_employee_draft_free (draft);
}

/* Longer hours, hours of another, and the same once more do not ask. */
static void
test_weekly_hours_quietly (SmallSalon *s, gconstpointer data)
{
  const int hours[][2] = { { 8 * 60, 20 * 60 }, { 8 * 60, 20 * 60 }, { 9 * 60, 18 * 60 } };

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, TOMORROW (9, 0));
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, TOMORROW (17, 0));
  for (guint i = 0; i < G_N_ELEMENTS (hours); i++) {
    SalonEmployeeDraft *draft = weekly_hours (s, s->maria, hours[i][0], hours[i][1]);
    SalonEmployeeDraft *other = weekly_hours (s, s->jana, 10 * 60, (int) (12 + i) * 60);

    g_assert_true (salon_fixture_submit (s->salon, &salon_command_employee_save, draft, NULL, NULL));
    g_assert_true (salon_fixture_submit (s->salon, &salon_command_employee_save, other, NULL, NULL));
    salon_employee_draft_free (draft);
    salon_employee_draft_free (other);
  }
}

static SalonEntityDraft *
draft_of (gpointer entity)
{
  SalonEntityDraft *draft = salon_entity_draft_new (NULL, entity);

  g_object_unref (entity);
  return draft;
}

static void
check_entity (SmallSalon *s, gpointer entity, gint64 employee_id, const char *text)
{
  SalonEntityDraft *draft = draft_of (entity);
  SalonDone done = { 0 };
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;

  assert_stranded (s, &salon_command_catalogue_save, draft, employee_id, TODAY + 1, text);
  draft->keep_visits = TRUE;
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_catalogue_save, draft, &done, NULL));
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
  salon_entity_draft_free (draft);
}

static void
test_entities_over_visits (SmallSalon *s, gconstpointer data)
{
  const char *one = "1 visit would lie outside the working time:\nIrina Kalniņa: tomorrow 13:00–14:00, Maria";
  SalonAbsence *absence = salon_absence_new ();
  SalonHoliday *holiday = salon_holiday_new ();
  SalonWorkBreak *pause = salon_work_break_new ();
  SalonWeeklyBreak *weekly = salon_weekly_break_new ();

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, TOMORROW (13, 0));
  absence->employee_id = s->maria;
  absence->kind = SALON_ABSENCE_SICK;
  absence->first_day = absence->last_day = TODAY + 1;
  check_entity (s, absence, s->maria, one);
  holiday->name = g_strdup ("Līgo");
  holiday->first_day = TODAY;
  holiday->last_day = TODAY + 2;
  check_entity (s, holiday, s->maria, one);
  pause->employee_id = s->maria;
  pause->day = TODAY + 1;
  pause->from_min = 13 * 60 + 30;
  pause->to_min = 14 * 60 + 30;
  check_entity (s, pause, s->maria, one);
  weekly->employee_id = s->maria;
  weekly->weekday = salon_day_weekday (TODAY + 1);
  weekly->from_min = 12 * 60;
  weekly->to_min = 13 * 60 + 1;
  check_entity (s, weekly, s->maria, one);
}

/* A break beside the visit, on another day, or of somebody else is in nobody's way. */
static void
test_weekly_break (SmallSalon *s, gconstpointer data)
{
  SalonWeeklyBreak *weekly = salon_weekly_break_new ();
  SalonEntityDraft *draft = draft_of (weekly);
  g_autoptr (SalonRoster) roster = NULL;

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, TOMORROW (13, 0));
  weekly->employee_id = s->maria;
  weekly->from_min = 12 * 60;
  weekly->to_min = 13 * 60;
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_catalogue_save, draft, NULL, NULL));
  roster = load_roster (s, TODAY, TODAY + 6);
  for (guint d = 0; d < 7; d++) {
    g_assert_cmpint (salon_roster_day (roster, 0, d)->minutes, ==, 8 * 60);
    g_assert_cmpint (salon_roster_day (roster, 1, d)->minutes, ==, 10 * 60);
  }
  salon_entity_draft_free (draft);
}

/* ---- copies */

static void
test_copy_week (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SalonShiftsCopy) copy = NULL;
  SalonShiftsRequest *request = salon_shifts_request_new ();
  SalonDone done = { 0 };

  g_array_append_val (ids, s->maria);
  salon_shifts_request_add (request, s->maria, TODAY + 1, SALON_SHIFT_HOURS, &early, 1);
  salon_shifts_request_add (request, s->maria, TODAY + 3, SALON_SHIFT_OFF, NULL, 0);
  salon_shifts_request_add (request, s->maria, TODAY + 9, SALON_SHIFT_OFF, NULL, 0); /* goes: nothing is said a week before */
  write_shifts (s, request);
  copy = salon_shifts_copy_new (ids, TODAY + 7, TODAY + 13, 7);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_shifts_copy, copy, &done, NULL));
  g_assert_cmpint (done.id, ==, 3);
  assert_days (s, TODAY, 14, "wxw-wwwwxw-www");
}

static void
test_copy_month (SmallSalon *s, gconstpointer data)
{
  SalonDay july = salon_day_from_ymd (2025, 7, 1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SalonShiftsCopy) copy = salon_shifts_copy_new (ids, july, july + 30, 0);
  SalonShiftsRequest *request = salon_shifts_request_new ();

  g_array_append_val (copy->employee_ids, s->maria);
  /* Tuesday 24 June, a Sunday, the last day of June */
  salon_shifts_request_add (request, s->maria, salon_day_from_ymd (2025, 6, 24), SALON_SHIFT_HOURS, &early, 1);
  salon_shifts_request_add (request, s->maria, salon_day_from_ymd (2025, 6, 29), SALON_SHIFT_OFF, NULL, 0);
  salon_shifts_request_add (request, s->maria, salon_day_from_ymd (2025, 6, 30), SALON_SHIFT_HOURS, &night, 1);
  write_shifts (s, request);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_shifts_copy, copy, NULL, NULL));
  /* 22 and 29 July (five weeks on), 27 and 28 July */
  assert_days (s, july, 31, "wwwwwwwwwwwwwwwwwwwwwxwwww-xxww");
}

/* ---- the roster */

static void
test_roster (SmallSalon *s, gconstpointer data)
{
  gint64 third = salon_fixture_add_employee (s->salon, "Third");
  SalonAbsence *absence = salon_absence_new ();
  SalonHoliday *holiday = salon_holiday_new ();
  g_autoptr (SalonRoster) roster = NULL;
  const SalonRosterRow *row = NULL;

  absence->employee_id = s->jana;
  absence->kind = SALON_ABSENCE_TRAINING;
  absence->first_day = TODAY + 1;
  absence->last_day = TODAY + 2;
  salon_fixture_insert (s->salon, absence);
  holiday->name = g_strdup ("Jāņi");
  holiday->first_day = holiday->last_day = TODAY + 3;
  salon_fixture_insert (s->salon, holiday);
  write_shifts (s, one_day (s->maria, TODAY + 4, SALON_SHIFT_HOURS, &night));
  small_salon_book (s, s->irina, s->colour, s->maria, 0, TOMORROW (11, 0)); /* two parts of work, one visit */
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, TOMORROW (14, 0));
  roster = load_roster (s, TODAY, TODAY + 4);
  g_assert_cmpuint (roster->rows->len, ==, 3);
  g_assert_cmpint (roster->today, ==, TODAY);
  row = roster->rows->pdata[0];
  g_assert_cmpstr (row->name, ==, "Maria");
  g_assert_cmpint (row->minutes, ==, 3 * 540 + 480);
  g_assert_false (row->without_hours);
  g_assert_cmpuint (row->days[1].n_visits, ==, 2);
  g_assert_cmpuint (row->days[0].n_visits, ==, 0);
  g_assert_cmpint (row->days[3].minutes, ==, 0);
  g_assert_cmpint (row->days[4].minutes, ==, 480);
  row = roster->rows->pdata[1];
  g_assert_cmpint (row->days[1].absence, ==, SALON_ABSENCE_TRAINING);
  g_assert_cmpint (row->days[1].minutes, ==, 0);
  g_assert_cmpuint (row->days[1].n_parts, ==, 1);
  g_assert_cmpint (row->minutes, ==, 2 * 600);
  g_assert_cmpstr (roster->holidays[3]->name, ==, "Jāņi");
  g_assert_null (roster->holidays[2]);
  g_assert_cmpuint (roster->n_working[0], ==, 2);
  g_assert_cmpuint (roster->n_working[1], ==, 1);
  g_assert_cmpuint (roster->n_working[3], ==, 0);
  g_assert_cmpint (roster->minutes, ==, 3 * 540 + 480 + 1200);
  row = roster->rows->pdata[2];
  g_assert_true (row->without_hours);
  write_shifts (s, one_day (third, TODAY - 1, SALON_SHIFT_HOURS, &early)); /* over */
  write_shifts (s, one_day (third, TODAY + 40, SALON_SHIFT_OFF, NULL));
  g_clear_pointer (&roster, salon_roster_free);
  roster = load_roster (s, TODAY, TODAY);
  g_assert_true (((SalonRosterRow *) roster->rows->pdata[2])->without_hours);
  write_shifts (s, one_day (third, TODAY + 50, SALON_SHIFT_HOURS, &early));
  g_clear_pointer (&roster, salon_roster_free);
  roster = load_roster (s, TODAY, TODAY);
  g_assert_false (((SalonRosterRow *) roster->rows->pdata[2])->without_hours);
}

/* Hours after midnight belong to the day on which they begin, also at the edges of what is shown. */
static void
test_night (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonRoster) roster = NULL;

  write_shifts (s, one_day (s->maria, TODAY + 1, SALON_SHIFT_HOURS, &night));
  write_shifts (s, one_day (s->maria, TODAY + 2, SALON_SHIFT_OFF, NULL));
  roster = load_roster (s, TODAY + 2, TODAY + 2);
  g_assert_cmpint (salon_roster_day (roster, 0, 0)->minutes, ==, 0);
  g_clear_pointer (&roster, salon_roster_free);
  roster = load_roster (s, TODAY + 1, TODAY + 1);
  g_assert_cmpint (salon_roster_day (roster, 0, 0)->minutes, ==, 480);
  /* a booking up to 02:00 stands in it, and an absence of that day strands it */
  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, TOMORROW (25, 0));
  {
    g_autoptr (SalonShiftsRequest) shorter = one_day (s->maria, TODAY + 1, SALON_SHIFT_HOURS, &(SalonHours){ 18 * 60, 25 * 60 + 59 });

    assert_stranded (s, &salon_command_shifts_set, shorter, s->maria, TODAY + 2,
                     "1 visit would lie outside the working time:\nIrina Kalniņa: Wed 18 Jun 01:00–02:00, Maria");
  }
}

/* The nights in which the clocks jump: London jumps at 01:00, so a shift to 02:00 is an hour shorter or longer. */
static void
test_clock_jumps (void)
{
  static const struct {
    const char *zone;
    int year, month, mday;
    int minutes;
  } rows[] = {
    { "Europe/London", 2025, 3, 29, 420 },  { "Europe/London", 2025, 10, 25, 540 }, { "Europe/London", 2025, 6, 14, 480 },
    { "Europe/Riga", 2025, 3, 29, 480 },    { "Europe/Riga", 2025, 10, 25, 480 },   { "America/New_York", 2025, 3, 8, 480 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonClock) clock = salon_clock_new_at (TODAY, 600, rows[i].zone);
    gint64 midnight = (gint64) salon_day_from_ymd (rows[i].year, rows[i].month, rows[i].mday) * 1440;

    g_test_message ("%s %d-%02d-%02d", rows[i].zone, rows[i].year, rows[i].month, rows[i].mday);
    g_assert_cmpint (salon_roster_real_minutes (clock, midnight + night.from, midnight + night.to), ==, rows[i].minutes);
  }
}

static void
test_span (SmallSalon *s, gconstpointer data)
{
  static const SalonRosterRequest spans[] = { { TODAY, TODAY - 1 }, { TODAY, TODAY + 366 } };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_roster, &spans[i], &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  }
}

static void
test_template (SmallSalon *s, gconstpointer data)
{
  SalonShiftTemplate *kind = salon_shift_template_new ();
  SalonEntityDraft *draft = draft_of (kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRoster) roster = NULL;

  kind->name = g_strdup ("Early");
  kind->from_min = 900;
  kind->to_min = 540;
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_catalogue_save, draft, NULL, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "to_min");
  kind->from_min = 540;
  kind->to_min = 900;
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_catalogue_save, draft, NULL, NULL));
  roster = load_roster (s, TODAY, TODAY);
  g_assert_cmpuint (roster->templates->len, ==, 1);
  g_assert_cmpstr (((SalonShiftTemplate *) roster->templates->pdata[0])->name, ==, "Early");
  salon_entity_draft_free (draft);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/shifts/stroke", test_stroke);
  ADD_TEST ("/shifts/same-again", test_same_again);
  ADD_TEST ("/shifts/parts", test_parts);
  ADD_TEST ("/shifts/refused", test_refused);
  ADD_TEST ("/shifts/shift-over-visits", test_shift_over_visits);
  ADD_TEST ("/shifts/not-stranded", test_not_stranded);
  ADD_TEST ("/shifts/weekly-hours-over-visits", test_weekly_hours_over_visits);
  ADD_TEST ("/shifts/weekly-hours-quietly", test_weekly_hours_quietly);
  ADD_TEST ("/shifts/entities-over-visits", test_entities_over_visits);
  ADD_TEST ("/shifts/weekly-break", test_weekly_break);
  ADD_TEST ("/shifts/copy-week", test_copy_week);
  ADD_TEST ("/shifts/copy-month", test_copy_month);
  ADD_TEST ("/shifts/roster", test_roster);
  ADD_TEST ("/shifts/night", test_night);
  g_test_add_func ("/shifts/clock-jumps", test_clock_jumps);
  ADD_TEST ("/shifts/span", test_span);
  ADD_TEST ("/shifts/template", test_template);
  return g_test_run ();
}
