/* Which free time is taken for a date of a series, and how a distance is said. */
#include "base/error.h"
#include "model/rules/series.h"

#define DAY(n)      ((gint64) (20000 + (n)) * SALON_MINUTES_A_DAY)
#define AT(n, h, m) (DAY (n) + (h) * 60 + (m))

static void
check_choice (const gint64 *starts, guint n, gint64 wanted, int flexible, gint64 expected)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (gint64));
  int index = -1;

  g_array_append_vals (array, starts, n);
  index = salon_series_choose (array, wanted, flexible);
  if (expected == 0)
    g_assert_cmpint (index, ==, -1);
  else
    g_assert_cmpint (g_array_index (array, gint64, index), ==, expected);
}

static void
test_choice (void)
{
  const gint64 exact[] = { AT (0, 9, 0), AT (0, 10, 0), AT (1, 10, 0) };
  const gint64 hour_kept[] = { AT (0, 10, 15), AT (2, 10, 0), AT (-2, 10, 0), AT (-3, 10, 0) };
  const gint64 later_first[] = { AT (-1, 10, 0), AT (1, 10, 0) };
  const gint64 other_time[] = { AT (1, 9, 45), AT (0, 12, 0), AT (0, 8, 30), AT (1, 10, 15) };
  const gint64 later_time[] = { AT (0, 9, 45), AT (0, 10, 15) };
  const gint64 too_far[] = { AT (4, 10, 0), AT (-4, 10, 0) };

  check_choice (exact, 3, AT (0, 10, 0), 3, AT (0, 10, 0));
  check_choice (hour_kept, 4, AT (0, 10, 0), 3, AT (2, 10, 0));
  check_choice (hour_kept, 4, AT (0, 10, 0), 1, AT (0, 10, 15));
  check_choice (later_first, 2, AT (0, 10, 0), 1, AT (1, 10, 0));
  check_choice (other_time, 4, AT (0, 10, 0), 1, AT (0, 8, 30)); /* 90 minutes away, not 120 */
  check_choice (later_time, 2, AT (0, 10, 0), 0, AT (0, 10, 15));
  check_choice (too_far, 2, AT (0, 10, 0), 3, 0);
  check_choice (too_far, 0, AT (0, 10, 0), 3, 0);
}

/* Whatever is free: nothing further away than was allowed, and what is taken comes first when it is sorted. */
static void
test_choice_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);

  for (guint round = 0; round < 2000; round++) {
    g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gint64));
    int flexible = g_rand_int_range (rand, 0, 6);
    gint64 wanted = AT (0, g_rand_int_range (rand, 8, 20), 0);
    int n = g_rand_int_range (rand, 0, 12);
    gboolean some = FALSE;
    gint64 taken = 0;
    int index = -1;

    for (int i = 0; i < n; i++) {
      int day = g_rand_int_range (rand, -7, 8);
      gint64 start = AT (day, g_rand_int_range (rand, 8, 20), 15 * g_rand_int_range (rand, 0, 4));

      some |= ABS (day) <= flexible;
      g_array_append_val (starts, start);
    }
    index = salon_series_choose (starts, wanted, flexible);
    g_assert_cmpint (index >= 0, ==, some);
    if (!some)
      continue;
    taken = g_array_index (starts, gint64, index);
    g_assert_cmpint (ABS (taken / SALON_MINUTES_A_DAY - wanted / SALON_MINUTES_A_DAY), <=, flexible);
    for (guint i = starts->len; i > 0; i--)
      if (ABS (g_array_index (starts, gint64, i - 1) / SALON_MINUTES_A_DAY - wanted / SALON_MINUTES_A_DAY) > flexible)
        g_array_remove_index (starts, i - 1);
    salon_series_sort (starts, wanted);
    g_assert_cmpint (g_array_index (starts, gint64, 0), ==, taken);
  }
}

static void
test_number_of_day (void)
{
  const SalonRecurrence monthly = { SALON_RECURRENCE_WEEKS, 4, 3, 4 };

  g_assert_cmpint (salon_series_number_of (&monthly, 1000, 1028), ==, 1);
  g_assert_cmpint (salon_series_number_of (&monthly, 1000, 1025), ==, 1);
  g_assert_cmpint (salon_series_number_of (&monthly, 1000, 1024), ==, 0);
  g_assert_cmpint (salon_series_number_of (&monthly, 1000, 1059), ==, 2);
  g_assert_cmpint (salon_series_number_of (&monthly, 1000, 1060), ==, 0);
  g_assert_cmpint (salon_series_number_of (&monthly, 1000, 1084), ==, 3);
  g_assert_cmpint (salon_series_number_of (&monthly, 1000, 1112), ==, 0); /* four times, not five */
  g_assert_cmpint (salon_series_number_of (&monthly, 1000, 1000), ==, 0); /* the first is booked already */
  g_assert_cmpint (salon_series_wanted (&monthly, AT (0, 10, 30), 2), ==, AT (56, 10, 30));
}

static void
test_every (void)
{
  static const struct {
    const char *text;
    SalonRecurrenceUnit unit;
    int every;
  } good[] = { { "4w", SALON_RECURRENCE_WEEKS, 4 }, { "2M", SALON_RECURRENCE_MONTHS, 2 }, { "3", SALON_RECURRENCE_WEEKS, 3 } };
  static const char *const bad[] = { "", "w", "4d", "4 weeks", "-1w", "99999999w" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    SalonRecurrence recurrence = { 0 };

    g_assert_true (salon_series_parse_every (good[i].text, &recurrence, NULL));
    g_assert_cmpint (recurrence.unit, ==, good[i].unit);
    g_assert_cmpint (recurrence.every, ==, good[i].every);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    SalonRecurrence recurrence = { 0 };
    g_autoptr (GError) error = NULL;

    g_assert_false (salon_series_parse_every (bad[i], &recurrence, &error));
    g_assert_cmpstr (salon_error_get_field (error), ==, "every");
  }
}

/* Without an end it is refused, and the limit is named. */
static void
test_end (void)
{
  static const struct {
    int every, flexible, times;
    const char *field;
    const char *part;
  } bad[] = {
    { 4, 3, 0, "times", "2 to 100" },
    { 4, 3, 1, "times", "2 to 100" },
    { 4, 3, 101, "times", "2 to 100" },
    { 0, 0, 6, "every", "1 to 52" },
    { 1, 4, 6, "flexible_days", "half" },
  };
  const SalonRecurrence good = { SALON_RECURRENCE_WEEKS, 4, 3, 6 };

  g_assert_true (salon_series_validate (&good, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    const SalonRecurrence recurrence = { SALON_RECURRENCE_WEEKS, bad[i].every, bad[i].flexible, bad[i].times };
    g_autoptr (GError) error = NULL;

    g_assert_false (salon_series_validate (&recurrence, &error));
    g_assert_cmpstr (salon_error_get_field (error), ==, bad[i].field);
    g_assert_nonnull (g_strstr_len (error->message, -1, bad[i].part));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/choice", test_choice);
  g_test_add_func ("/series/choice-random", test_choice_random);
  g_test_add_func ("/series/number-of-day", test_number_of_day);
  g_test_add_func ("/series/every", test_every);
  g_test_add_func ("/series/end", test_end);
  return g_test_run ();
}
