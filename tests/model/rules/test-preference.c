/* Preferred masters and services, places, rhythm, "as last time". */
#include "model/rules/preference.h"

#define TODAY         ((SalonDay) 20254) /* 2025-06-15 */
#define AT(day, hour) ((gint64) (TODAY + (day)) * 1440 + (hour) *60)

static void
assert_ranked (const SalonChoice *choices, guint n, const gint64 *expected, guint n_expected)
{
  g_autoptr (GArray) ranked = salon_preference_rank (choices, n, TODAY);

  g_assert_cmpmem (ranked->data, ranked->len * sizeof (gint64), expected, n_expected * sizeof (gint64));
  g_assert_cmpint (salon_preference_first (choices, n, TODAY), ==, n_expected > 0 ? expected[0] : 0);
}

static void
test_most_frequent (void)
{
  const SalonChoice choices[] = { { 7, AT (-10, 10) },  { 8, AT (-5, 10) },  { 7, AT (-300, 10) },
                                  { 9, AT (-200, 10) }, { 9, AT (-20, 10) }, { 0, AT (-1, 10) } };
  const gint64 expected[] = { 7, 9, 8 };

  assert_ranked (choices, G_N_ELEMENTS (choices), expected, 3);
  assert_ranked (choices, 0, NULL, 0);
}

/* The first of the twelve months counts, the day before it does not, tomorrow neither. */
static void
test_twelve_months (void)
{
  const SalonChoice choices[] = { { 7, AT (0, 23) },    { 8, AT (-365, 0) },  { 8, AT (-365, 1) },
                                  { 9, AT (-366, 23) }, { 9, AT (-366, 22) }, { 9, AT (-366, 21) },
                                  { 10, AT (1, 0) },    { 10, AT (1, 1) } };
  const gint64 expected[] = { 8, 7 };

  g_assert_cmpint (salon_preference_since (TODAY), ==, TODAY - 365);
  assert_ranked (choices, G_N_ELEMENTS (choices), expected, 2);
}

static void
test_newest_breaks_ties (void)
{
  const SalonChoice choices[] = { { 5, AT (-10, 9) }, { 6, AT (-10, 11) }, { 4, AT (-10, 9) } };
  const gint64 expected[] = { 6, 4, 5 };

  assert_ranked (choices, 3, expected, 3);
}

static void
test_places (void)
{
  const SalonMoney revenues[] = { 500, 0, 900, 500, -20, 100, 900, 0 };
  const guint expected[] = { 2, 0, 1, 2, 0, 3, 1, 0 };
  guint places[G_N_ELEMENTS (revenues)] = { 0 };

  salon_preference_places (revenues, G_N_ELEMENTS (revenues), places);
  g_assert_cmpmem (places, sizeof places, expected, sizeof expected);
  salon_preference_places (revenues, 0, places);
}

/* A place is one more than the number of different better revenues. */
static void
test_random_places (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (91);

  for (int round = 0; round < 200; round++) {
    SalonMoney revenues[40];
    guint places[40];
    guint n = (guint) g_rand_int_range (rand, 1, 40);

    for (guint i = 0; i < n; i++)
      revenues[i] = g_rand_int_range (rand, -3, 20);
    salon_preference_places (revenues, n, places);
    for (guint i = 0; i < n; i++) {
      guint better = 0;

      for (SalonMoney amount = revenues[i] + 1; amount < 20; amount++)
        for (guint k = 0; k < n; k++)
          if (revenues[k] == amount) {
            better++;
            break;
          }
      g_assert_cmpuint (places[i], ==, revenues[i] > 0 ? better + 1 : 0);
    }
  }
}

static void
test_rhythm (void)
{
  const SalonDay days[] = { 100, 121, 142, 300 };

  g_assert_cmpint (salon_preference_rhythm (30, days, 4, 28), ==, 30);
  g_assert_cmpint (salon_preference_rhythm (0, days, 4, 28), ==, 21);
  g_assert_cmpint (salon_preference_rhythm (0, days, 3, 28), ==, 28);
  g_assert_cmpint (salon_preference_rhythm (0, days, 3, 0), ==, 0);
  g_assert_cmpint (salon_preference_next_day (TODAY - 10, 21, TODAY), ==, TODAY + 11);
  g_assert_cmpint (salon_preference_next_day (TODAY - 100, 21, TODAY), ==, TODAY);
  g_assert_cmpint (salon_preference_next_day (TODAY - 10, 0, TODAY), ==, TODAY);
  g_assert_cmpint (salon_preference_next_day (SALON_DAY_NONE, 21, TODAY), ==, TODAY);
}

static void
test_last_time (void)
{
  const SalonPastLine lines[] = {
    { 1, AT (-90, 10), SALON_VISIT_DONE, 50, 3, 4, FALSE, FALSE, FALSE },
    { 2, AT (-30, 11), SALON_VISIT_DONE, 52, 4, 5, FALSE, TRUE, FALSE },
    { 2, AT (-30, 10), SALON_VISIT_DONE, 51, 3, 4, FALSE, FALSE, TRUE },
    { 2, AT (-30, 12), SALON_VISIT_DONE, 53, 3, 4, TRUE, FALSE, FALSE },
    { 3, AT (-20, 10), SALON_VISIT_CANCELLED, 50, 3, 4, FALSE, FALSE, FALSE },
    { 4, AT (-10, 10), SALON_VISIT_DONE, 53, 3, 4, TRUE, FALSE, FALSE },
    { 5, AT (5, 10), SALON_VISIT_BOOKED, 50, 3, 4, FALSE, FALSE, FALSE },
  };
  g_autoptr (GArray) again = salon_preference_last_time (lines, G_N_ELEMENTS (lines));
  g_autoptr (GArray) nothing = salon_preference_last_time (lines + 4, 3);
  const SalonLastTimeLine expected[] = { { 51, 3, 0 }, { 52, 0, 5 } };

  g_assert_cmpmem (again->data, again->len * sizeof (SalonLastTimeLine), expected, sizeof expected);
  g_assert_cmpuint (nothing->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preference/most-frequent", test_most_frequent);
  g_test_add_func ("/preference/twelve-months", test_twelve_months);
  g_test_add_func ("/preference/newest-breaks-ties", test_newest_breaks_ties);
  g_test_add_func ("/preference/places", test_places);
  g_test_add_func ("/preference/random-places", test_random_places);
  g_test_add_func ("/preference/rhythm", test_rhythm);
  g_test_add_func ("/preference/last-time", test_last_time);
  return g_test_run ();
}
