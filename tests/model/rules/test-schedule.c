/* Working time of an employee and opening hours of the salon. */
#include "model/rules/schedule.h"

#define MONDAY ((SalonDay) 20255) /* 2025-06-16 */

static const SalonScheduleWeekly weekly[] = {
  { 1, 540, 1080 }, { 2, 540, 1080 }, { 3, 540, 720 }, { 3, 840, 1200 }, { 5, 1080, 1560 }, { 6, 0, 120 },
};
static const SalonScheduleWeekly lunch[] = { { 0, 780, 810 } };

static SalonScheduleInput
usual (void)
{
  return (SalonScheduleInput){ .weekly = weekly,
                               .n_weekly = G_N_ELEMENTS (weekly),
                               .weekly_breaks = lunch,
                               .n_weekly_breaks = G_N_ELEMENTS (lunch) };
}

/* The set as text: the minutes of @day and after, "540-780 810-1080". */
static char *
tell (const GArray *set, SalonDay day)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < set->len; i++) {
    const SalonInterval *interval = &g_array_index (set, SalonInterval, i);
    gint64 midnight = (gint64) day * SALON_MINUTES_A_DAY;

    g_string_append_printf (text, "%s%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            interval->from - midnight, interval->to - midnight);
  }
  return g_string_free (text, FALSE);
}

#define assert_working(input, day, expected)                                                                 \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autoptr (GArray) _set = salon_schedule_working (input, day, day);                                      \
    g_autofree char *_text = tell (_set, day);                                                               \
    g_assert_cmpstr (_text, ==, expected);                                                                   \
  }                                                                                                          \
  G_STMT_END

static void
test_week (void)
{
  SalonScheduleInput input = usual ();

  g_assert_cmpint (salon_day_weekday (MONDAY), ==, 1);
  assert_working (&input, MONDAY, "540-780 810-1080");
  assert_working (&input, MONDAY + 2, "540-720 840-1200");
  assert_working (&input, MONDAY + 3, "");
  assert_working (&input, MONDAY + 4, "1080-1560");
  assert_working (&input, MONDAY + 6, "");
}

/* Friday's shift to 02:00 and Saturday's first two hours are one stretch. */
static void
test_past_midnight (void)
{
  SalonScheduleInput input = usual ();
  g_autoptr (GArray) both = salon_schedule_working (&input, MONDAY + 4, MONDAY + 5);
  g_autofree char *text = tell (both, MONDAY + 4);

  g_assert_cmpstr (text, ==, "1080-1560");
}

static void
test_shift_replaces_the_week (void)
{
  const SalonScheduleDated shifts[] = {
    { MONDAY, 600, 700 }, { MONDAY, 720, 900 }, { MONDAY + 1, 0, 0 }, { MONDAY + 3, 1200, 1560 }
  };
  SalonScheduleInput input = usual ();

  input.shifts = shifts;
  input.n_shifts = G_N_ELEMENTS (shifts);
  assert_working (&input, MONDAY, "600-700 720-780 810-900");
  assert_working (&input, MONDAY + 1, "");
  assert_working (&input, MONDAY + 2, "540-720 840-1200");
  assert_working (&input, MONDAY + 3, "1200-1560");
  assert_working (&input, MONDAY + 7, "540-780 810-1080");
}

static void
test_breaks_add_up (void)
{
  const SalonScheduleDated breaks[] = { { MONDAY, 600, 615 }, { MONDAY, 770, 790 } };
  SalonScheduleInput input = usual ();

  input.breaks = breaks;
  input.n_breaks = G_N_ELEMENTS (breaks);
  assert_working (&input, MONDAY, "540-600 615-770 810-1080");
  assert_working (&input, MONDAY + 1, "540-780 810-1080");
}

static void
test_absences (void)
{
  const SalonScheduleAway absences[] = { { MONDAY + 1, MONDAY + 2, 0, 0 }, { MONDAY, MONDAY, 900, 1000 } };
  SalonScheduleInput input = usual ();

  input.absences = absences;
  input.n_absences = G_N_ELEMENTS (absences);
  assert_working (&input, MONDAY, "540-780 810-900 1000-1080");
  assert_working (&input, MONDAY + 1, "");
  assert_working (&input, MONDAY + 2, "");
  assert_working (&input, MONDAY + 7, "540-780 810-1080");
}

/* Away on Friday: all of Friday's shift to 02:00, nothing of Saturday's. */
static void
test_absence_takes_the_working_day (void)
{
  const SalonScheduleAway absences[] = { { MONDAY + 4, MONDAY + 4, 0, 0 } };
  SalonScheduleInput input = usual ();
  g_autoptr (SalonScheduleTimes) times = NULL;
  g_autofree char *working = NULL;
  g_autofree char *away = NULL;
  g_autofree char *closed = NULL;

  input.absences = absences;
  input.n_absences = 1;
  times = salon_schedule_times_new (&input, MONDAY + 4, MONDAY + 5);
  working = tell (times->working, MONDAY + 4);
  away = tell (times->away, MONDAY + 4);
  closed = tell (times->closed, MONDAY + 4);
  g_assert_cmpstr (working, ==, "1440-1560");
  g_assert_cmpstr (away, ==, "0-1560");
  g_assert_cmpstr (closed, ==, "");
}

static void
test_holiday_wins (void)
{
  const SalonScheduleAway holidays[] = { { MONDAY, MONDAY, 0, 0 }, { MONDAY + 1, MONDAY + 1, 960, 1440 } };
  const SalonScheduleDated shifts[] = { { MONDAY, 600, 700 } };
  SalonScheduleInput input = usual ();

  input.shifts = shifts;
  input.n_shifts = 1;
  input.holidays = holidays;
  input.n_holidays = 2;
  assert_working (&input, MONDAY, "");
  assert_working (&input, MONDAY + 1, "540-780 810-960");
}

/* Every minute of random plans: works exactly if hours have it and nothing takes it away. */
static gboolean
model_works (const SalonScheduleInput *input, SalonDay day, int minute)
{
  gboolean dated = FALSE;
  gboolean works = FALSE;

  for (guint i = 0; i < input->n_shifts; i++) {
    dated = dated || input->shifts[i].day == day;
    if (input->shifts[i].day == day && minute >= input->shifts[i].from && minute < input->shifts[i].to)
      works = TRUE;
  }
  for (guint i = 0; !dated && i < input->n_weekly; i++)
    if (input->weekly[i].weekday == salon_day_weekday (day) && minute >= input->weekly[i].from
        && minute < input->weekly[i].to)
      works = TRUE;
  for (guint i = 0; i < input->n_breaks; i++)
    if (input->breaks[i].day == day && minute >= input->breaks[i].from && minute < input->breaks[i].to)
      works = FALSE;
  for (guint i = 0; i < input->n_absences; i++) {
    const SalonScheduleAway *away = &input->absences[i];

    if (day >= away->first_day && day <= away->last_day
        && (away->from >= away->to || (minute >= away->from && minute < away->to)))
      works = FALSE;
  }
  return works;
}

static void
test_random_plans (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  for (int round = 0; round < 200; round++) {
    SalonScheduleWeekly hours[8];
    SalonScheduleDated shifts[4], breaks[4];
    SalonScheduleAway absences[2];
    SalonScheduleInput input = { hours, 8, shifts, 4, NULL, 0, breaks, 4, absences, 2 };

    for (int i = 0; i < 8; i++) {
      int from = g_rand_int_range (rand, 0, 1200);

      hours[i] = (SalonScheduleWeekly){ g_rand_int_range (rand, 1, 8), from,
                                        from + g_rand_int_range (rand, 0, 360) };
    }
    for (int i = 0; i < 4; i++) {
      int from = g_rand_int_range (rand, 0, 1200);

      shifts[i] = (SalonScheduleDated){ MONDAY + g_rand_int_range (rand, 0, 7), from,
                                        from + g_rand_int_range (rand, 0, 360) };
      from = g_rand_int_range (rand, 0, 1200);
      breaks[i] = (SalonScheduleDated){ MONDAY + g_rand_int_range (rand, 0, 7), from, from + 30 };
    }
    for (int i = 0; i < 2; i++) {
      SalonDay first = MONDAY + g_rand_int_range (rand, 0, 7);
      int from = g_rand_int_range (rand, 0, 1200);

      absences[i] = (SalonScheduleAway){ first, first + g_rand_int_range (rand, 0, 2), from,
                                         from + g_rand_int_range (rand, 0, 2) * 100 };
    }
    for (SalonDay day = MONDAY; day < MONDAY + 7; day++) {
      g_autoptr (GArray) working = salon_schedule_working (&input, day, day);

      for (int minute = 0; minute < SALON_SCHEDULE_LAST_MINUTE; minute++) {
        gint64 at = (gint64) day * SALON_MINUTES_A_DAY + minute;

        g_assert_cmpint (salon_intervals_contain (working, at, at + 1), ==,
                         model_works (&input, day, minute));
      }
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/week", test_week);
  g_test_add_func ("/schedule/past-midnight", test_past_midnight);
  g_test_add_func ("/schedule/shift-replaces-the-week", test_shift_replaces_the_week);
  g_test_add_func ("/schedule/breaks-add-up", test_breaks_add_up);
  g_test_add_func ("/schedule/absences", test_absences);
  g_test_add_func ("/schedule/absence-takes-the-working-day", test_absence_takes_the_working_day);
  g_test_add_func ("/schedule/holiday-wins", test_holiday_wins);
  g_test_add_func ("/schedule/random-plans", test_random_plans);
  return g_test_run ();
}
