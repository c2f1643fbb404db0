/* Clashes: written cases, and random ones against a model that counts minutes. */
#include "model/rules/interval.h"
#include "model/rules/overlap.h"

#define MINUTES 400

static const struct {
  const char *what;
  SalonBusy a;
  SalonBusy b;
  gboolean larger;
  gboolean sum;
} cases[] = {
  { "neighbours", { 600, 660 }, { 660, 720 }, FALSE, FALSE },
  { "one minute in common", { 600, 661 }, { 660, 720 }, TRUE, TRUE },
  { "same time", { 600, 660 }, { 600, 660 }, TRUE, TRUE },
  { "one within the other", { 600, 720 }, { 630, 640 }, TRUE, TRUE },
  { "far apart", { 600, 660 }, { 800, 900 }, FALSE, FALSE },
  { "buffer after is missing", { 600, 660, 0, 10 }, { 660, 720 }, TRUE, TRUE },
  { "buffer after is kept", { 600, 660, 0, 10 }, { 670, 720 }, FALSE, FALSE },
  { "buffer before is missing", { 600, 660 }, { 665, 720, 10, 0 }, TRUE, TRUE },
  { "buffer before is kept", { 600, 660 }, { 670, 720, 10, 0 }, FALSE, FALSE },
  { "the larger is kept, the sum is not", { 600, 660, 0, 10 }, { 675, 720, 15, 0 }, FALSE, TRUE },
  { "not even the larger is kept", { 600, 660, 0, 10 }, { 674, 720, 15, 0 }, TRUE, TRUE },
  { "the sum is kept", { 600, 660, 0, 10 }, { 685, 720, 15, 0 }, FALSE, FALSE },
  { "buffers on the far sides", { 600, 660, 60, 0 }, { 660, 720, 0, 60 }, FALSE, FALSE },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].what);
    g_assert_cmpint (salon_overlap_clash (&cases[i].a, &cases[i].b, SALON_BUFFERS_LARGER), ==,
                     cases[i].larger);
    g_assert_cmpint (salon_overlap_clash (&cases[i].b, &cases[i].a, SALON_BUFFERS_LARGER), ==,
                     cases[i].larger);
    g_assert_cmpint (salon_overlap_clash (&cases[i].a, &cases[i].b, SALON_BUFFERS_SUM), ==, cases[i].sum);
    g_assert_cmpint (salon_overlap_clash (&cases[i].b, &cases[i].a, SALON_BUFFERS_SUM), ==, cases[i].sum);
  }
}

static SalonBusy
random_busy (GRand *rand, gint64 id)
{
  gint64 from = g_rand_int_range (rand, 50, MINUTES - 150);

  return (SalonBusy){ from, from + g_rand_int_range (rand, 1, 90), g_rand_int_range (rand, 0, 4) * 5,
                      g_rand_int_range (rand, 0, 4) * 5, id };
}

/* Walks from the end of the earlier one to the start of the later one and counts the minutes. */
static gboolean
model_clash (const SalonBusy *a, const SalonBusy *b, SalonBufferRule rule)
{
  const SalonBusy *first = a->from <= b->from ? a : b;
  const SalonBusy *second = first == a ? b : a;
  int needed = rule == SALON_BUFFERS_SUM ? first->after + second->before : MAX (first->after, second->before);
  int empty = 0;

  for (gint64 minute = 0; minute < MINUTES; minute++) {
    gboolean in_first = first->from <= minute && minute < first->to;
    gboolean in_second = second->from <= minute && minute < second->to;

    if (in_first && in_second)
      return TRUE;
    empty += minute >= first->to && minute < second->from;
  }
  return empty < needed;
}

static void
test_random_pairs (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);

  for (int round = 0; round < 20000; round++) {
    SalonBusy a = random_busy (rand, 1);
    SalonBusy b = random_busy (rand, 2);
    SalonBufferRule rule = g_rand_boolean (rand) ? SALON_BUFFERS_SUM : SALON_BUFFERS_LARGER;

    g_assert_cmpint (salon_overlap_clash (&a, &b, rule), ==, model_clash (&a, &b, rule));
    g_assert_cmpint (salon_overlap_clash (&b, &a, rule), ==, model_clash (&a, &b, rule));
  }
}

static gboolean
covers (const SalonBusy *busy, gint64 minute)
{
  return busy->from - busy->before <= minute && minute < busy->to + busy->after;
}

/* The first minute that @wanted needs and that @capacity others take already, or -1. */
static gint64
model_full_minute (const SalonBusy *busy, guint n, int capacity, const SalonBusy *wanted)
{
  for (gint64 minute = 0; minute < MINUTES; minute++) {
    int present = 0;

    for (guint i = 0; i < n; i++)
      present += busy[i].id != wanted->id && covers (&busy[i], minute);
    if (covers (wanted, minute) && present >= capacity)
      return minute;
  }
  return -1;
}

static void
test_random_rooms (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);
  int n_refused = 0;

  for (int round = 0; round < 3000; round++) {
    SalonBusy busy[12] = { 0 };
    guint n = (guint) g_rand_int_range (rand, 0, 12);
    int capacity = g_rand_int_range (rand, 2, 5);
    SalonBusy wanted = random_busy (rand, 5);
    int found = -1;
    gint64 minute = -1;

    for (guint i = 0; i < n; i++)
      busy[i] = random_busy (rand, i + 1);
    found = salon_overlap_find_room (busy, n, capacity, &wanted, SALON_BUFFERS_LARGER);
    minute = model_full_minute (busy, n, capacity, &wanted);
    g_assert_cmpint (found >= 0, ==, minute >= 0);
    if (found < 0)
      continue;
    n_refused++;
    g_assert_cmpint (busy[found].id, !=, wanted.id);
    g_assert_true (salon_overlap_room_clash (&busy[found], &wanted, capacity, SALON_BUFFERS_LARGER));
  }
  g_assert_cmpint (n_refused, >, 300);
}

static void
test_room_for_two (void)
{
  const SalonBusy busy[] = { { 600, 660, 0, 0, 1 }, { 630, 690, 0, 10, 2 } };
  SalonBusy wanted = { 660, 720, 0, 0, 3 };

  g_assert_cmpint (salon_overlap_find_room (busy, 2, 2, &wanted, SALON_BUFFERS_LARGER), ==, -1);
  wanted.from = 659;
  g_assert_cmpint (salon_overlap_find_room (busy, 2, 2, &wanted, SALON_BUFFERS_LARGER), ==, 0);
  g_assert_cmpint (salon_overlap_find_room (busy, 2, 3, &wanted, SALON_BUFFERS_LARGER), ==, -1);
  wanted.id = 1;
  g_assert_cmpint (salon_overlap_find_room (busy, 2, 2, &wanted, SALON_BUFFERS_LARGER), ==, -1);
  wanted.id = 0;
  g_assert_cmpint (salon_overlap_find_room (busy, 2, 2, &wanted, SALON_BUFFERS_LARGER), ==, 0);
}

static void
test_which_one (void)
{
  const SalonBusy busy[] = { { 800, 860, 0, 0, 9 }, { 600, 660, 0, 0, 8 }, { 600, 650, 0, 0, 7 } };
  SalonBusy wanted = { 640, 900, 0, 0, 0 };

  g_assert_cmpint (salon_overlap_find (busy, 3, &wanted, SALON_BUFFERS_LARGER), ==, 2);
  wanted.from = 655;
  g_assert_cmpint (salon_overlap_find (busy, 3, &wanted, SALON_BUFFERS_LARGER), ==, 1);
  wanted.from = 660;
  g_assert_cmpint (salon_overlap_find (busy, 3, &wanted, SALON_BUFFERS_LARGER), ==, 0);
  wanted.id = 9;
  g_assert_cmpint (salon_overlap_find (busy, 3, &wanted, SALON_BUFFERS_LARGER), ==, -1);
}

static void
test_full (void)
{
  const SalonBusy busy[] = { { 600, 660, 10, 0, 1 }, { 630, 690, 0, 0, 2 }, { 660, 700, 0, 5, 3 } };
  g_autoptr (GArray) two = salon_overlap_full (busy, 3, 2, 0);
  g_autoptr (GArray) one = salon_overlap_full (busy, 3, 1, 0);
  g_autoptr (GArray) others = salon_overlap_full (busy, 3, 1, 1);

  g_assert_cmpuint (two->len, ==, 1);
  g_assert_cmpint (g_array_index (two, SalonInterval, 0).from, ==, 630);
  g_assert_cmpint (g_array_index (two, SalonInterval, 0).to, ==, 690);
  g_assert_cmpint (g_array_index (one, SalonInterval, 0).from, ==, 590);
  g_assert_cmpint (g_array_index (one, SalonInterval, 0).to, ==, 705);
  g_assert_cmpint (g_array_index (others, SalonInterval, 0).from, ==, 630);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overlap/cases", test_cases);
  g_test_add_func ("/overlap/random-pairs", test_random_pairs);
  g_test_add_func ("/overlap/random-rooms", test_random_rooms);
  g_test_add_func ("/overlap/room-for-two", test_room_for_two);
  g_test_add_func ("/overlap/which-one", test_which_one);
  g_test_add_func ("/overlap/full", test_full);
  return g_test_run ();
}
