/* Interval sets against a plain array of minutes. */
#include "model/rules/interval.h"

#define MINUTES 300

static GArray *
random_set (GRand *rand, gboolean *minutes)
{
  GArray *set = salon_intervals_new ();
  int n = g_rand_int_range (rand, 0, 12);

  for (int i = 0; i < n; i++) {
    int from = g_rand_int_range (rand, 0, MINUTES);
    int to = from + g_rand_int_range (rand, -3, 60);

    to = MIN (to, MINUTES);
    salon_intervals_add (set, from, to);
    for (int minute = from; minute < to; minute++)
      minutes[minute] = TRUE;
  }
  salon_intervals_normalize (set);
  return set;
}

static void
assert_is (const GArray *set, const gboolean *minutes)
{
  gint64 length = 0;

  for (int minute = 0; minute < MINUTES; minute++) {
    g_assert_cmpint (salon_intervals_contain (set, minute, minute + 1), ==, minutes[minute]);
    g_assert_cmpint (salon_intervals_meet (set, minute, minute + 1), ==, minutes[minute]);
    length += minutes[minute];
  }
  g_assert_cmpint (salon_intervals_length (set), ==, length);
  for (guint i = 0; i < set->len; i++) {
    const SalonInterval *interval = &g_array_index (set, SalonInterval, i);

    g_assert_cmpint (interval->from, <, interval->to);
    if (i > 0)
      g_assert_cmpint ((interval - 1)->to, <, interval->from);
  }
}

static void
test_operations (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int round = 0; round < 2000; round++) {
    gboolean one[MINUTES] = { FALSE };
    gboolean other[MINUTES] = { FALSE };
    gboolean in_any[MINUTES], in_both[MINUTES], in_one[MINUTES];
    g_autoptr (GArray) a = random_set (rand, one);
    g_autoptr (GArray) b = random_set (rand, other);
    g_autoptr (GArray) any = salon_intervals_union (a, b);
    g_autoptr (GArray) both = salon_intervals_intersect (a, b);
    g_autoptr (GArray) rest = salon_intervals_subtract (a, b);

    for (int minute = 0; minute < MINUTES; minute++) {
      in_any[minute] = one[minute] || other[minute];
      in_both[minute] = one[minute] && other[minute];
      in_one[minute] = one[minute] && !other[minute];
    }
    assert_is (a, one);
    assert_is (any, in_any);
    assert_is (both, in_both);
    assert_is (rest, in_one);
  }
}

static void
test_questions (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (int round = 0; round < 2000; round++) {
    gboolean minutes[MINUTES] = { FALSE };
    g_autoptr (GArray) set = random_set (rand, minutes);
    int from = g_rand_int_range (rand, 0, MINUTES - 1);
    int to = g_rand_int_range (rand, from + 1, MINUTES);
    gboolean all = TRUE;
    gboolean any = FALSE;

    for (int minute = from; minute < to; minute++) {
      all = all && minutes[minute];
      any = any || minutes[minute];
    }
    g_assert_cmpint (salon_intervals_contain (set, from, to), ==, all);
    g_assert_cmpint (salon_intervals_meet (set, from, to), ==, any);
    g_assert_true (salon_intervals_contain (set, from, from));
    g_assert_false (salon_intervals_meet (set, from, from));
  }
}

static void
test_touching_is_joined (void)
{
  g_autoptr (GArray) set = salon_intervals_new ();

  salon_intervals_add (set, 660, 720);
  salon_intervals_add (set, 600, 660);
  salon_intervals_add (set, 800, 800);
  salon_intervals_normalize (set);
  g_assert_cmpuint (set->len, ==, 1);
  g_assert_true (salon_intervals_contain (set, 600, 720));
  g_assert_false (salon_intervals_meet (set, 720, 721));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interval/operations", test_operations);
  g_test_add_func ("/interval/questions", test_questions);
  g_test_add_func ("/interval/touching-is-joined", test_touching_is_joined);
  return g_test_run ();
}
