/* Sums by keys: by hand, and every row of random ones against a look through everything that was added. */
#include "model/rules/tally.h"

#include <string.h>

typedef struct {
  guint level;
  gint64 path[2];
  gint64 values[2];
} Expected;

static void
assert_rows (SalonTally *tally, const Expected *expected, guint n)
{
  g_autoptr (GPtrArray) rows = salon_tally_rows (tally);

  g_assert_cmpuint (rows->len, ==, n);
  for (guint i = 0; i < n; i++) {
    const SalonTallyRow *row = rows->pdata[i];

    g_assert_cmpuint (row->level, ==, expected[i].level);
    for (guint key = 0; key < row->level; key++)
      g_assert_cmpint (row->path[key], ==, expected[i].path[key]);
    g_assert_cmpint (row->values[0], ==, expected[i].values[0]);
    g_assert_cmpint (row->values[1], ==, expected[i].values[1]);
  }
}

static void
add (SalonTally *tally, gint64 first, gint64 second, gint64 left, gint64 right)
{
  const gint64 keys[] = { first, second };
  const gint64 values[] = { left, right };

  salon_tally_add (tally, keys, values);
}

/* By their numbers, 0 last; by the first sum where it is asked for. */
static void
test_groups (void)
{
  g_autoptr (SalonTally) tally = salon_tally_new (2, 2, FALSE);
  const Expected expected[] = { { 1, { 3 }, { 7, 70 } },   { 2, { 3, 5 }, { 5, 50 } }, { 2, { 3, 4 }, { 2, 20 } },
                                { 1, { 9 }, { 1, 1 } },    { 2, { 9, 2 }, { 1, 1 } },  { 1, { 0 }, { 30, 3 } },
                                { 2, { 0, 0 }, { 30, 3 } }, { 0, { 0 }, { 38, 74 } } };

  salon_tally_set_largest_first (tally, 1);
  add (tally, 3, 4, 1, 10);
  add (tally, 3, 5, 5, 50);
  add (tally, 3, 4, 1, 10);
  add (tally, 0, 0, 30, 3);
  add (tally, 9, 2, 1, 1);
  add (tally, 7, 7, 0, 0); /* nothing: no row */
  assert_rows (tally, expected, G_N_ELEMENTS (expected));
}

static void
test_nothing (void)
{
  g_autoptr (SalonTally) none = salon_tally_new (0, 2, FALSE);
  g_autoptr (SalonTally) empty = salon_tally_new (2, 2, FALSE);
  const Expected zero = { 0, { 0 }, { 0, 0 } };
  const Expected sum = { 0, { 0 }, { 3, 4 } };

  assert_rows (none, &zero, 1);
  assert_rows (empty, &zero, 1);
  add (none, 0, 0, 3, 4);
  assert_rows (none, &sum, 1);
}

/* What there was at the start and is at the end is not added up over time, but over groups. */
static void
test_steps (void)
{
  g_autoptr (SalonTally) tally = salon_tally_new (2, 2, FALSE);
  const gint64 steps[] = { 10, 20, 30 };
  const Expected expected[] = { { 1, { 10 }, { 5, 5 } },    { 2, { 10, 1 }, { 2, 2 } }, { 2, { 10, 2 }, { 3, 3 } },
                                { 1, { 20 }, { 0, 0 } },    { 1, { 30 }, { 9, 9 } },    { 2, { 30, 1 }, { 9, 9 } },
                                { 0, { 0 }, { 5, 9 } } };

  salon_tally_set_steps (tally, 0, steps, 3);
  salon_tally_set_way (tally, 0, SALON_TALLY_FIRST);
  salon_tally_set_way (tally, 1, SALON_TALLY_LAST);
  add (tally, 10, 1, 2, 2);
  add (tally, 10, 2, 3, 3);
  add (tally, 30, 1, 9, 9);
  assert_rows (tally, expected, 7);
}

/* What is there goes on into the steps in which nothing happens, by itself for each of the other keys. */
static void
test_run (void)
{
  g_autoptr (SalonTally) tally = salon_tally_new (2, 3, FALSE);
  const gint64 steps[] = { 10, 20, 30 };
  const gint64 signs[] = { 1, 1, 0 };
  const gint64 keys[][2] = { { 10, 1 }, { 30, 1 }, { 20, 2 } };
  const gint64 values[][3] = { { 4, 0, 0 }, { 0, -1, 0 }, { 0, 7, 0 } };
  const gint64 expected[][4] = { { 1, 10, 4, 4 },  { 2, 10, 4, 4 }, { 1, 20, 4, 11 }, { 2, 20, 4, 4 }, { 2, 20, 0, 7 },
                                 { 1, 30, 11, 10 }, { 2, 30, 4, 3 }, { 2, 30, 7, 7 },  { 0, 0, 4, 10 } };
  g_autoptr (GPtrArray) rows = NULL;

  salon_tally_set_steps (tally, 0, steps, 3);
  salon_tally_set_way (tally, 0, SALON_TALLY_FIRST);
  salon_tally_set_way (tally, 2, SALON_TALLY_LAST);
  for (int i = 0; i < 3; i++)
    salon_tally_add (tally, keys[i], values[i]);
  g_assert_false (salon_tally_run (tally, 0, 2, signs, 5));
  g_assert_true (salon_tally_run (tally, 0, 2, signs, 6));
  rows = salon_tally_rows (tally);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rows->len; i++) {
    const SalonTallyRow *row = rows->pdata[i];

    g_assert_cmpint (row->level, ==, expected[i][0]);
    g_assert_cmpint (row->path[0], ==, expected[i][1]);
    g_assert_cmpint (row->values[0], ==, expected[i][2]);
    g_assert_cmpint (row->values[2], ==, expected[i][3]);
  }
}

/* Somebody who is in two segments is one client. */
static void
test_overlaps (void)
{
  g_autoptr (SalonTally) tally = salon_tally_new (2, 2, FALSE);
  const Expected expected[] = { { 1, { 1 }, { 2, 2 } }, { 2, { 1, 5 }, { 2, 2 } }, { 2, { 1, 6 }, { 1, 1 } },
                                { 0, { 0 }, { 2, 2 } } };

  salon_tally_set_overlaps (tally, 1);
  add (tally, 1, 5, 1, 1);
  add (tally, 1, 6, 1, 1);
  add (tally, 1, SALON_TALLY_ALL, 1, 1);
  add (tally, 1, 5, 1, 1);
  add (tally, 1, SALON_TALLY_ALL, 1, 1);
  assert_rows (tally, expected, G_N_ELEMENTS (expected));
}

static void
test_top (void)
{
  g_autoptr (SalonTally) tally = salon_tally_new (1, 2, FALSE);
  g_autoptr (GPtrArray) rows = NULL;

  salon_tally_set_top (tally, 2);
  for (gint64 i = 1; i <= 5; i++)
    add (tally, i, 0, i * 10, 1);
  rows = salon_tally_rows (tally);
  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_cmpint (((SalonTallyRow *) rows->pdata[0])->path[0], ==, 5);
  g_assert_cmpint (((SalonTallyRow *) rows->pdata[1])->path[0], ==, 4);
  g_assert_true (((SalonTallyRow *) rows->pdata[2])->is_rest);
  g_assert_cmpuint (((SalonTallyRow *) rows->pdata[2])->level, ==, 1);
  g_assert_cmpint (((SalonTallyRow *) rows->pdata[2])->path[0], ==, SALON_TALLY_REST);
  g_assert_cmpint (((SalonTallyRow *) rows->pdata[2])->values[0], ==, 60);
  g_assert_cmpint (((SalonTallyRow *) rows->pdata[2])->values[1], ==, 3);
  g_assert_cmpint (((SalonTallyRow *) rows->pdata[3])->values[0], ==, 150);
}

/* Things with two plain keys and one that overlaps. */
typedef struct {
  gint64 keys[2];
  gboolean in[4];
  gint64 value;
} Thing;

static gint64
sum_of (const Thing *things, guint n, const SalonTallyRow *row)
{
  gint64 sum = 0;

  for (guint i = 0; i < n; i++) {
    gboolean fits = TRUE;

    for (guint key = 0; key < row->level; key++)
      fits = fits && (key == 1 ? things[i].in[row->path[1]] : things[i].keys[key / 2] == row->path[key]);
    sum += fits ? things[i].value : 0;
  }
  return sum;
}

static void
add_thing (SalonTally *tally, const Thing *thing)
{
  gint64 keys[3] = { thing->keys[0], SALON_TALLY_ALL, thing->keys[1] };

  salon_tally_add (tally, keys, &thing->value);
  for (keys[1] = 0; keys[1] < 4; keys[1]++)
    if (thing->in[keys[1]])
      salon_tally_add (tally, keys, &thing->value);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 50; round++) {
    g_autoptr (SalonTally) tally = salon_tally_new (3, 1, FALSE);
    g_autoptr (GPtrArray) rows = NULL;
    Thing things[40] = { 0 };
    guint n = (guint) g_rand_int_range (rand, 0, 40);

    salon_tally_set_overlaps (tally, 1);
    for (guint i = 0; i < n; i++) {
      things[i] = (Thing){ { g_rand_int_range (rand, 0, 4), g_rand_int_range (rand, -2, 2) }, { 0 }, g_rand_int_range (rand, 1, 9) };
      for (int k = 0; k < 4; k++)
        things[i].in[k] = g_rand_boolean (rand);
      add_thing (tally, &things[i]);
    }
    rows = salon_tally_rows (tally);
    for (guint i = 0; i < rows->len; i++) {
      const SalonTallyRow *row = rows->pdata[i];

      g_assert_cmpint (row->values[0], ==, sum_of (things, n, row));
      g_assert_true (row->level == 0 || row->values[0] > 0);
    }
  }
}

static void
add_before (SalonTally *tally, gint64 key, gint64 start, gint64 came, gint64 lost)
{
  const gint64 values[] = { start, came, lost, 0 };

  salon_tally_add_before (tally, &key, values);
}

static void
assert_sides (const SalonTallyRow *row, const gint64 *now, const gint64 *before)
{
  g_assert_cmpmem (row->values, 4 * sizeof *now, now, 4 * sizeof *now);
  g_assert_cmpmem (row->before, 4 * sizeof *before, before, 4 * sizeof *before);
}

/* Each side has its balance; a row stands where either has something. */
static void
test_sides (void)
{
  static const gint64 signs[] = { 1, 1, -1, 0 };
  const gint64 steps[] = { 10, 20, 30 };
  const gint64 first = 10, second = 20;
  g_autoptr (SalonTally) tally = salon_tally_new (1, 4, TRUE);
  g_autoptr (GPtrArray) rows = NULL;

  salon_tally_set_steps (tally, 0, steps, G_N_ELEMENTS (steps));
  salon_tally_set_way (tally, 0, SALON_TALLY_FIRST);
  salon_tally_set_way (tally, 3, SALON_TALLY_LAST);
  salon_tally_add (tally, &first, (const gint64[]){ 5, 0, 1, 0 });
  salon_tally_add (tally, &second, (const gint64[]){ 0, 2, 0, 0 });
  add_before (tally, 10, 7, 0, 0);
  add_before (tally, 30, 0, 1, 3);
  g_assert_true (salon_tally_run (tally, 0, 3, signs, 100));
  rows = salon_tally_rows (tally);
  g_assert_cmpuint (rows->len, ==, 4);
  assert_sides (rows->pdata[0], (const gint64[]){ 5, 0, 1, 4 }, (const gint64[]){ 7, 0, 0, 7 });
  assert_sides (rows->pdata[1], (const gint64[]){ 4, 2, 0, 6 }, (const gint64[]){ 7, 0, 0, 7 });
  assert_sides (rows->pdata[2], (const gint64[]){ 6, 0, 0, 6 }, (const gint64[]){ 7, 1, 3, 5 });
  assert_sides (rows->pdata[3], (const gint64[]){ 5, 2, 1, 6 }, (const gint64[]){ 7, 1, 3, 5 });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/groups", test_groups);
  g_test_add_func ("/tally/sides", test_sides);
  g_test_add_func ("/tally/nothing", test_nothing);
  g_test_add_func ("/tally/steps", test_steps);
  g_test_add_func ("/tally/run", test_run);
  g_test_add_func ("/tally/overlaps", test_overlaps);
  g_test_add_func ("/tally/top", test_top);
  g_test_add_func ("/tally/random", test_random);
  return g_test_run ();
}
