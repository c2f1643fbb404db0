/* Return, retention and rebooking: by hand, and against a search through every day. */
#include "model/rules/cohort.h"

#define YMD(year, month, mday) salon_day_from_ymd (year, month, mday)

static void
test_cell (void)
{
  SalonCohortCell cell = { 0 };

  g_assert_true (salon_cohort_cell_is_empty (&cell));
  g_assert_false (salon_cohort_cell_is_incomplete (&cell));
  g_assert_cmpint (salon_cohort_cell_rate (&cell, FALSE), ==, 0);
  salon_cohort_cell_add (&cell, SALON_COHORT_FUTURE, TRUE);
  g_assert_true (salon_cohort_cell_is_empty (&cell));
  g_assert_true (salon_cohort_cell_is_incomplete (&cell));
  salon_cohort_cell_add (&cell, SALON_COHORT_OPEN, TRUE);
  g_assert_cmpint (salon_cohort_cell_rate (&cell, TRUE), ==, 10000);
  salon_cohort_cell_add (&cell, SALON_COHORT_OVER, TRUE);
  salon_cohort_cell_add (&cell, SALON_COHORT_OVER, FALSE);
  salon_cohort_cell_add (&cell, SALON_COHORT_OVER, FALSE);
  g_assert_cmpint (salon_cohort_cell_rate (&cell, TRUE), ==, 3333);
  g_assert_cmpint (salon_cohort_cell_rate (&cell, FALSE), ==, 5000);
}

static void
test_half_up (void)
{
  const SalonCohortCell two_of_three = { .over = 3, .over_hits = 2 };
  const SalonCohortCell one_of_eight_hundred = { .over = 800, .over_hits = 1 };

  g_assert_cmpint (salon_cohort_cell_rate (&two_of_three, TRUE), ==, 6667);
  g_assert_cmpint (salon_cohort_cell_rate (&one_of_eight_hundred, TRUE), ==, 13);
}

/* The last of the days counts, the day after it does not. */
static void
test_returned (void)
{
  const SalonDay days[] = { YMD (2024, 1, 1), YMD (2024, 1, 31), YMD (2024, 3, 1) };

  g_assert_true (salon_cohort_returned (days, 3, 1, 30));
  g_assert_false (salon_cohort_returned (days, 3, 1, 29));
  g_assert_true (salon_cohort_returned (days, 3, 2, 60)); /* there is a 29 February */
  g_assert_false (salon_cohort_returned (days, 3, 2, 59));
  g_assert_false (salon_cohort_returned (days, 3, 3, 10000));
  g_assert_false (salon_cohort_returned (days, 1, 1, 10000));
  g_assert_false (salon_cohort_returned (NULL, 0, 1, 30));
  g_assert_cmpint (salon_cohort_return_time (days[0], 30, YMD (2024, 1, 31)), ==, SALON_COHORT_OVER);
  g_assert_cmpint (salon_cohort_return_time (days[0], 30, YMD (2024, 1, 30)), ==, SALON_COHORT_OPEN);
}

static void
test_months (void)
{
  const SalonDay days[] = { YMD (2023, 12, 31), YMD (2024, 1, 1), YMD (2024, 2, 29), YMD (2024, 12, 1) };
  const gboolean came[] = { TRUE, TRUE, TRUE, FALSE, FALSE, FALSE, FALSE, FALSE, FALSE, FALSE, FALSE, FALSE, TRUE };
  SalonCohortMonths months = { { 0 } };

  salon_cohort_months_of (&months, days[0]);
  for (int i = 0; i < (int) G_N_ELEMENTS (came); i++)
    g_assert_cmpint (salon_cohort_came_in_month (&months, days, 4, i), ==, came[i]);
  g_assert_false (salon_cohort_came_in_month (&months, NULL, 0, 0));
  g_assert_cmpint (salon_cohort_months_between (days[0], days[1]), ==, 1);
  g_assert_cmpint (salon_cohort_months_between (days[0], days[3]), ==, 12);
  g_assert_cmpint (salon_cohort_months_between (days[3], days[0]), ==, -12);
  g_assert_cmpint (salon_cohort_month_time (&months, 2, YMD (2024, 1, 31)), ==, SALON_COHORT_FUTURE);
  g_assert_cmpint (salon_cohort_month_time (&months, 2, YMD (2024, 2, 1)), ==, SALON_COHORT_OPEN);
  g_assert_cmpint (salon_cohort_month_time (&months, 2, YMD (2024, 2, 28)), ==, SALON_COHORT_OPEN);
  g_assert_cmpint (salon_cohort_month_time (&months, 2, YMD (2024, 2, 29)), ==, SALON_COHORT_OVER);
}

static void
test_rebooked (void)
{
  const SalonRebooking all[] = { { YMD (2024, 3, 1), YMD (2024, 2, 10) },  /* made at the visit of 10 February */
                                 { YMD (2024, 2, 10), YMD (2024, 1, 1) },  /* made long before */
                                 { YMD (2024, 1, 10), YMD (2024, 1, 10) },
                                 { YMD (2024, 4, 1), YMD (2024, 3, 6) } }; /* by telephone, five days after */
  const SalonDay days[] = { YMD (2024, 1, 10), YMD (2024, 2, 10), YMD (2024, 3, 1), YMD (2024, 4, 1) };
  SalonDay soonest[4] = { 0 };
  g_autoptr (GArray) visits = g_array_new (FALSE, FALSE, sizeof (SalonRebooking));

  g_array_append_vals (visits, all, 4);
  salon_cohort_rebooked (visits, days, 4, soonest);
  g_assert_cmpint (soonest[0], ==, days[0]);
  g_assert_cmpint (soonest[1], ==, days[1]);
  g_assert_cmpint (soonest[2], ==, YMD (2024, 3, 6));
  g_assert_cmpint (soonest[3], ==, SALON_DAY_NONE);
}

/* Every day is looked at, by the sentences at the head of the rules. */
static void
check_random_client (GRand *rand, SalonCohortMonths *months)
{
  SalonDay days[12];
  guint n = (guint) g_rand_int_range (rand, 1, 12);
  SalonDay until = YMD (2025, 6, 15) + g_rand_int_range (rand, -200, 200);
  guint more = (guint) g_rand_int_range (rand, 1, 4);
  int within = g_rand_int_range (rand, 1, 200);
  guint later = 0;

  days[0] = YMD (2023, 12, 20) + g_rand_int_range (rand, 0, 120);
  for (guint i = 1; i < n; i++)
    days[i] = days[i - 1] + g_rand_int_range (rand, 1, 60);
  for (SalonDay day = days[0] + 1; day <= days[0] + within; day++)
    for (guint i = 1; i < n; i++)
      later += days[i] == day;
  g_assert_cmpint (salon_cohort_returned (days, n, more, within), ==, later >= more);

  salon_cohort_months_of (months, days[0]);
  for (int month = 0; month <= SALON_COHORT_MONTHS; month++) {
    gboolean came = FALSE;
    gboolean begun = FALSE;
    gboolean over = FALSE;

    for (SalonDay day = days[0] - 31; day < YMD (2026, 12, 31); day++) {
      int year = 0, of_year = 0, first_year = 0, first_month = 0;

      salon_day_to_ymd (day, &year, &of_year, NULL);
      salon_day_to_ymd (days[0], &first_year, &first_month, NULL);
      if (year * 12 + of_year - first_year * 12 - first_month != month)
        continue;
      begun = begun || day <= until;
      over = day <= until;
      for (guint i = 0; i < n; i++)
        came = came || days[i] == day;
    }
    g_assert_cmpint (salon_cohort_came_in_month (months, days, n, month), ==, came);
    g_assert_cmpint (salon_cohort_month_time (months, month, until), ==,
                     over ? SALON_COHORT_OVER : begun ? SALON_COHORT_OPEN : SALON_COHORT_FUTURE);
  }
}

static void
check_random_rebooking (GRand *rand)
{
  g_autoptr (GArray) visits = g_array_new (FALSE, FALSE, sizeof (SalonRebooking));
  g_autoptr (GArray) copy = NULL;
  SalonDay days[8];
  SalonDay soonest[8];
  guint n = (guint) g_rand_int_range (rand, 0, 8);

  for (guint i = 0; i < n; i++)
    days[i] = (i > 0 ? days[i - 1] : 20000) + g_rand_int_range (rand, 1, 30);
  for (int i = g_rand_int_range (rand, 0, 15); i > 0; i--) {
    SalonDay day = 20000 + g_rand_int_range (rand, 0, 200);
    SalonRebooking visit = { day, day - g_rand_int_range (rand, 0, 60) };

    g_array_append_val (visits, visit);
  }
  copy = g_array_copy (visits);
  salon_cohort_rebooked (visits, days, n, soonest);
  for (guint i = 0; i < n; i++) {
    SalonDay expected = SALON_DAY_NONE;

    for (SalonDay by = days[i]; by < days[i] + 400 && expected == SALON_DAY_NONE; by++)
      for (guint k = 0; k < copy->len && expected == SALON_DAY_NONE; k++) {
        const SalonRebooking *visit = &g_array_index (copy, SalonRebooking, k);

        if (visit->day > days[i] && visit->made <= by)
          expected = by;
      }
    g_assert_cmpint (soonest[i], ==, expected);
  }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2024);
  SalonCohortMonths months = { { 0 } };

  for (int i = 0; i < 60; i++) {
    check_random_client (rand, &months);
    check_random_rebooking (rand);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cohort/cell", test_cell);
  g_test_add_func ("/cohort/half-up", test_half_up);
  g_test_add_func ("/cohort/returned", test_returned);
  g_test_add_func ("/cohort/months", test_months);
  g_test_add_func ("/cohort/rebooked", test_rebooked);
  g_test_add_func ("/cohort/random", test_random);
  return g_test_run ();
}
