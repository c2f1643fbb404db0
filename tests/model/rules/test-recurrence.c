/* Days of visits that repeat. */
#include "base/error.h"
#include "model/rules/recurrence.h"

#define YMD(year, month, mday) salon_day_from_ymd (year, month, mday)

static gboolean
is_workday (SalonDay day, gpointer data)
{
  return salon_day_weekday (day) <= 5;
}

static gboolean
is_never (SalonDay day, gpointer data)
{
  return FALSE;
}

static void
test_weeks (void)
{
  const SalonRecurrence every_three = { SALON_RECURRENCE_WEEKS, 3, 0, 4 };
  SalonDay days[4] = { 0 };

  salon_recurrence_days (&every_three, YMD (2025, 12, 20), NULL, NULL, days);
  g_assert_cmpint (days[0], ==, YMD (2025, 12, 20));
  g_assert_cmpint (days[1], ==, YMD (2026, 1, 10));
  g_assert_cmpint (days[2], ==, YMD (2026, 1, 31));
  g_assert_cmpint (days[3], ==, YMD (2026, 2, 21));
}

/* February does not shorten March. */
static void
test_months (void)
{
  const SalonRecurrence monthly = { SALON_RECURRENCE_MONTHS, 1, 0, 4 };
  SalonDay days[4] = { 0 };

  salon_recurrence_days (&monthly, YMD (2024, 1, 31), NULL, NULL, days);
  g_assert_cmpint (days[1], ==, YMD (2024, 2, 29));
  g_assert_cmpint (days[2], ==, YMD (2024, 3, 31));
  g_assert_cmpint (days[3], ==, YMD (2024, 4, 30));
}

/* 15 November 2025 is a Saturday: the Friday before is nearer than the Monday after; no first visit lies before "first". */
static void
test_give_or_take (void)
{
  const SalonRecurrence monthly = { SALON_RECURRENCE_MONTHS, 1, 2, 3 };
  SalonDay days[3] = { 0 };

  salon_recurrence_days (&monthly, YMD (2025, 10, 15), is_workday, NULL, days);
  g_assert_cmpint (days[0], ==, YMD (2025, 10, 15));
  g_assert_cmpint (days[1], ==, YMD (2025, 11, 14));
  g_assert_cmpint (days[2], ==, YMD (2025, 12, 15));
  salon_recurrence_days (&monthly, YMD (2025, 11, 16), is_workday, NULL, days);
  g_assert_cmpint (days[0], ==, YMD (2025, 11, 17));
  salon_recurrence_days (&monthly, YMD (2025, 11, 15), is_workday, NULL, days);
  g_assert_cmpint (days[0], ==, YMD (2025, 11, 17));
}

static void
test_impossible (void)
{
  const SalonRecurrence monthly = { SALON_RECURRENCE_MONTHS, 1, 5, 2 };
  SalonDay days[2] = { 0 };

  salon_recurrence_days (&monthly, YMD (2025, 10, 15), is_never, NULL, days);
  g_assert_cmpint (days[0], ==, SALON_DAY_NONE);
  g_assert_cmpint (days[1], ==, SALON_DAY_NONE);
}

static void
test_ascending (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (71);

  for (int round = 0; round < 2000; round++) {
    SalonRecurrence recurrence = { g_rand_boolean (rand) ? SALON_RECURRENCE_WEEKS : SALON_RECURRENCE_MONTHS,
                                   g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 0, 16),
                                   g_rand_int_range (rand, 2, 30) };
    SalonDay first = g_rand_int_range (rand, 19000, 22000);
    SalonDay days[30] = { 0 };

    if (!salon_recurrence_validate (&recurrence, NULL))
      continue;
    salon_recurrence_days (&recurrence, first, is_workday, NULL, days);
    for (int n = 0; n < recurrence.times; n++) {
      if (days[n] == SALON_DAY_NONE)
        continue;
      g_assert_true (is_workday (days[n], NULL));
      g_assert_cmpint (ABS (days[n] - salon_recurrence_day (&recurrence, first, n)), <=,
                       recurrence.flexible_days);
      if (n > 0 && days[n - 1] != SALON_DAY_NONE)
        g_assert_cmpint (days[n - 1], <, days[n]);
    }
  }
}

static void
test_refused (void)
{
  static const struct {
    SalonRecurrence recurrence;
    const char *field;
  } cases[] = {
    { { SALON_RECURRENCE_WEEKS, 0, 0, 3 }, "every" },
    { { SALON_RECURRENCE_WEEKS, 53, 0, 3 }, "every" },
    { { SALON_RECURRENCE_WEEKS, 1, 0, 0 }, "times" },
    { { SALON_RECURRENCE_WEEKS, 1, 0, 101 }, "times" },
    { { SALON_RECURRENCE_WEEKS, 1, -1, 3 }, "flexible_days" },
    { { SALON_RECURRENCE_WEEKS, 1, 4, 3 }, "flexible_days" },
    { { SALON_RECURRENCE_MONTHS, 1, 14, 3 }, "flexible_days" },
    { { SALON_RECURRENCE_MONTHS, 2, 16, 3 }, "flexible_days" },
    { { SALON_RECURRENCE_WEEKS, 1, 3, 3 }, NULL },
    { { SALON_RECURRENCE_MONTHS, 1, 13, 100 }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (salon_recurrence_validate (&cases[i].recurrence, &error), ==, cases[i].field == NULL);
    g_assert_cmpstr (salon_error_get_field (error), ==, cases[i].field);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recurrence/weeks", test_weeks);
  g_test_add_func ("/recurrence/months", test_months);
  g_test_add_func ("/recurrence/give-or-take", test_give_or_take);
  g_test_add_func ("/recurrence/impossible", test_impossible);
  g_test_add_func ("/recurrence/ascending", test_ascending);
  g_test_add_func ("/recurrence/refused", test_refused);
  return g_test_run ();
}
