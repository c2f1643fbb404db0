/* Lanes of overlapping blocks. */
#include "model/rules/schedule-layout.h"
#include <string.h>

#define MOST 60

static void
assert_place (const SalonLayoutPlace *place, guint lane, guint n_lanes, guint span)
{
  g_assert_cmpuint (place->lane, ==, lane);
  g_assert_cmpuint (place->n_lanes, ==, n_lanes);
  g_assert_cmpuint (place->span, ==, span);
}

static void
test_alone (void)
{
  const SalonLayoutItem items[] = { { 1, 1, 600, 660 }, { 2, 1, 660, 720 }, { 3, 2, 600, 660 } };
  SalonLayoutPlace places[3];

  salon_schedule_layout (items, 3, places);
  for (int i = 0; i < 3; i++)
    assert_place (&places[i], 0, 1, 1);
  salon_schedule_layout (items, 0, places);
}

static void
test_side_by_side (void)
{
  const SalonLayoutItem items[] = {
    { 1, 1, 600, 660 }, { 2, 1, 630, 720 }, { 3, 1, 660, 700 }, { 4, 1, 720, 730 }
  };
  SalonLayoutPlace places[4];

  salon_schedule_layout (items, 4, places);
  assert_place (&places[0], 0, 2, 1);
  assert_place (&places[1], 1, 2, 1);
  assert_place (&places[2], 0, 2, 1);
  assert_place (&places[3], 0, 1, 1);
}

/* Three at 10:00, then one that hangs on by the long one: it may fill two lanes. */
static void
test_span (void)
{
  const SalonLayoutItem items[] = {
    { 1, 1, 600, 720 }, { 2, 1, 600, 630 }, { 3, 1, 600, 620 }, { 4, 1, 640, 700 }
  };
  SalonLayoutPlace places[4];

  salon_schedule_layout (items, 4, places);
  assert_place (&places[0], 0, 3, 1);
  assert_place (&places[1], 1, 3, 1);
  assert_place (&places[2], 2, 3, 1);
  assert_place (&places[3], 1, 3, 2);
}

static void
test_no_length (void)
{
  const SalonLayoutItem items[] = { { 1, 1, 600, 600 }, { 2, 1, 600, 500 }, { 3, 1, 601, 602 } };
  SalonLayoutPlace places[3];

  salon_schedule_layout (items, 3, places);
  assert_place (&places[0], 0, 2, 1);
  assert_place (&places[1], 1, 2, 1);
  assert_place (&places[2], 0, 1, 1);
}

static gboolean
overlap (const SalonLayoutItem *a, const SalonLayoutItem *b)
{
  return a->column == b->column && a->start < b->end && b->start < a->end;
}

static guint
random_items (GRand *rand, SalonLayoutItem *items)
{
  guint n = (guint) g_rand_int_range (rand, 1, MOST);
  int columns = g_rand_int_range (rand, 1, 4);
  int day = g_rand_int_range (rand, 30, 900);

  for (guint i = 0; i < n; i++) {
    gint64 start = g_rand_int_range (rand, 0, day);

    items[i] = (SalonLayoutItem){ i + 1, g_rand_int_range (rand, 0, columns), start,
                                  start + g_rand_int_range (rand, 1, 120) };
  }
  return n;
}

/* The lane next to the right of @i that is taken while it lasts, or the number of lanes: by asking all. */
static guint
model_next_lane (const SalonLayoutItem *items, const SalonLayoutPlace *places, guint n, guint i)
{
  guint next = places[i].n_lanes;

  for (guint k = 0; k < n; k++)
    if (k != i && overlap (&items[i], &items[k]) && places[k].lane > places[i].lane)
      next = MIN (next, places[k].lane);
  return next;
}

/* How many blocks at most overlap at one minute in what hangs together with @i. */
static guint
model_lanes (const SalonLayoutItem *items, guint n, guint i)
{
  gboolean in[MOST] = { FALSE };
  gboolean grown = TRUE;
  guint most = 0;

  in[i] = TRUE;
  while (grown) {
    grown = FALSE;
    for (guint a = 0; a < n; a++)
      for (guint b = 0; b < n; b++)
        if (in[a] && !in[b] && overlap (&items[a], &items[b]))
          in[b] = grown = TRUE;
  }
  for (guint a = 0; a < n; a++) {
    guint present = 0;

    for (guint b = 0; in[a] && b < n; b++)
      present += in[b] && items[b].start <= items[a].start && items[a].start < items[b].end;
    most = MAX (most, present);
  }
  return most;
}

static void
test_random_boards (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (81);

  for (int round = 0; round < 1000; round++) {
    SalonLayoutItem items[MOST];
    SalonLayoutPlace places[MOST];
    guint n = random_items (rand, items);

    salon_schedule_layout (items, n, places);
    for (guint i = 0; i < n; i++) {
      g_assert_cmpuint (places[i].n_lanes, ==, model_lanes (items, n, i));
      g_assert_cmpuint (places[i].lane, <, places[i].n_lanes);
      g_assert_cmpuint (places[i].lane + places[i].span, ==, model_next_lane (items, places, n, i));
      for (guint k = 0; k < i; k++)
        if (overlap (&items[i], &items[k]))
          g_assert_cmpuint (places[i].lane, !=, places[k].lane);
    }
  }
}

static void
test_order_does_not_matter (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (82);

  for (int round = 0; round < 300; round++) {
    SalonLayoutItem items[MOST], mixed[MOST];
    SalonLayoutPlace places[MOST], mixed_places[MOST];
    guint n = random_items (rand, items);

    memcpy (mixed, items, n * sizeof (SalonLayoutItem));
    for (guint i = n; i-- > 1;) {
      guint k = (guint) g_rand_int_range (rand, 0, (int) i + 1);
      SalonLayoutItem swapped = mixed[i];

      mixed[i] = mixed[k];
      mixed[k] = swapped;
    }
    salon_schedule_layout (items, n, places);
    salon_schedule_layout (mixed, n, mixed_places);
    for (guint i = 0; i < n; i++) {
      const SalonLayoutPlace *place = &places[mixed[i].id - 1];

      assert_place (&mixed_places[i], place->lane, place->n_lanes, place->span);
    }
  }
}

/* Half stand beside each other all day long, half follow each other in a chain: the worst for spreading. */
static void
test_large (void)
{
  const guint n = 20000;
  g_autofree SalonLayoutItem *items = g_new (SalonLayoutItem, n);
  g_autofree SalonLayoutPlace *places = g_new (SalonLayoutPlace, n);
  gint64 begin = 0;

  for (guint i = 0; i < n; i++)
    items[i] = i % 2 == 0 ? (SalonLayoutItem){ i, 1, 0, 2 } : (SalonLayoutItem){ i, 1, i, i + 3 };
  begin = g_get_monotonic_time ();
  salon_schedule_layout (items, n, places);
  g_test_message ("%u blocks: %.1f ms", n, (double) (g_get_monotonic_time () - begin) / 1000);
  g_assert_cmpuint (places[0].n_lanes, ==, n / 2 + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule-layout/alone", test_alone);
  g_test_add_func ("/schedule-layout/side-by-side", test_side_by_side);
  g_test_add_func ("/schedule-layout/span", test_span);
  g_test_add_func ("/schedule-layout/no-length", test_no_length);
  g_test_add_func ("/schedule-layout/random-boards", test_random_boards);
  g_test_add_func ("/schedule-layout/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/schedule-layout/large", test_large);
  return g_test_run ();
}
