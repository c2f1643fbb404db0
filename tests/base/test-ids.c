/* Lists of ids: what is in them, and their order at the ends of what a number can be. */
#include "base/ids.h"

static GArray *
ids_of (gint64 a, gint64 b, gint64 c)
{
  gint64 values[] = { a, b, c };
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (ids, values, G_N_ELEMENTS (values));
  return ids;
}

static void
test_contain (void)
{
  g_autoptr (GArray) ids = ids_of (7, G_MAXINT64, -1);

  g_assert_true (salon_ids_contain (ids, 7));
  g_assert_true (salon_ids_contain (ids, -1));
  g_assert_false (salon_ids_contain (ids, 0));
  salon_ids_add_new (ids, 7);
  g_assert_cmpuint (ids->len, ==, 3);
  salon_ids_add_new (ids, 0);
  g_assert_cmpuint (ids->len, ==, 4);
  g_assert_true (salon_ids_contain (ids, 0));
}

static void
test_order (void)
{
  g_autoptr (GArray) ids = ids_of (G_MAXINT64, 5, G_MININT64);

  g_array_sort (ids, salon_ids_compare);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, G_MININT64);
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, 5);
  g_assert_cmpint (g_array_index (ids, gint64, 2), ==, G_MAXINT64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ids/contain", test_contain);
  g_test_add_func ("/ids/order", test_order);
  return g_test_run ();
}
