#include "model/rules/rhythm.h"

static void
test_median (void)
{
  const SalonDay days[] = { 0, 1, 31, 61, 93, 200 }; /* 1 30 30 32 107 */

  g_assert_cmpint (salon_rhythm (days, G_N_ELEMENTS (days)), ==, 30);
  g_assert_cmpint (salon_rhythm (days + 1, 4), ==, 30); /* 30 30 32 */
  g_assert_cmpint (salon_rhythm (days + 2, 4), ==, 32); /* 30 32 107 */
}

static void
test_too_few (void)
{
  const SalonDay days[] = { 0, 10, 20 };

  g_assert_cmpint (salon_rhythm (days, 0), ==, 0);
  g_assert_cmpint (salon_rhythm (days, 1), ==, 0);
  g_assert_cmpint (salon_rhythm (days, 3), ==, 0);
}

static void
test_old_habits_are_forgotten (void)
{
  SalonDay days[40];

  for (int i = 0; i < 40; i++)
    days[i] = i < 27 ? i * 7 : days[i - 1] + 21;
  g_assert_cmpint (salon_rhythm (days, 40), ==, 21);
}

static void
test_even_number_takes_the_smaller (void)
{
  const SalonDay days[] = { 0, 10, 30, 60, 100 }; /* 10 20 30 40 */

  g_assert_cmpint (salon_rhythm (days, 5), ==, 20);
}

static void
test_due (void)
{
  g_assert_cmpint (salon_due_on (SALON_DAY_NONE, 30, 1000), ==, SALON_DUE_NEVER);
  g_assert_cmpint (salon_due_on (970, 0, 9000), ==, SALON_DUE_FRESH);
  g_assert_cmpint (salon_due_on (970, 30, 992), ==, SALON_DUE_FRESH);
  g_assert_cmpint (salon_due_on (970, 30, 993), ==, SALON_DUE_SOON);
  g_assert_cmpint (salon_due_on (970, 30, 1000), ==, SALON_DUE_SOON);
  g_assert_cmpint (salon_due_on (970, 30, 1001), ==, SALON_DUE_OVERDUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rhythm/median", test_median);
  g_test_add_func ("/rhythm/too-few", test_too_few);
  g_test_add_func ("/rhythm/old-habits-are-forgotten", test_old_habits_are_forgotten);
  g_test_add_func ("/rhythm/even-number", test_even_number_takes_the_smaller);
  g_test_add_func ("/rhythm/due", test_due);
  return g_test_run ();
}
