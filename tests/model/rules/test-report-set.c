/* Pairs that were counted, beside a table of GLib: each is new once, and once again when all is forgotten. */
#include <glib.h>

#include "model/rules/report-set.h"

#define N_PAIRS  20000
#define N_ROUNDS 40

static guint64
any_number (void)
{
  return ((guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ()) >> g_test_rand_int_range (0, 63);
}

static char *
pair_key (guint64 a, guint64 b)
{
  return g_strdup_printf ("%" G_GINT64_MODIFIER "x:%" G_GINT64_MODIFIER "x", a, b);
}

static void
test_beside_a_table (void)
{
  g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SalonReportSet *set = salon_report_set_new ();

  for (guint i = 0; i < N_PAIRS; i++) {
    guint64 a = any_number () & 0xff;
    guint64 b = any_number () & 0xfff;
    g_autofree char *key = pair_key (a, b);
    gpointer kept = NULL;
    gboolean known = g_hash_table_lookup_extended (expected, key, NULL, &kept);
    guint32 stands = 0;

    g_assert_true (salon_report_set_find (set, a, b, &stands) == known);
    g_assert_true (salon_report_set_add (set, a, b, i, &stands) == !known);
    g_assert_cmpuint (stands, ==, known ? GPOINTER_TO_UINT (kept) : i);
    if (!known)
      g_hash_table_insert (expected, g_steal_pointer (&key), GUINT_TO_POINTER (i));
  }
  salon_report_set_free (set);
}

/* What was in it before is new again, whether it has grown meanwhile or not. */
static void
test_forget (void)
{
  SalonReportSet *set = salon_report_set_new ();
  guint32 stands = 0;

  for (guint round = 1; round <= N_ROUNDS; round++) {
    guint n = (guint) g_test_rand_int_range (0, 3000);

    for (guint i = 0; i < n; i++)
      g_assert_true (salon_report_set_add (set, i % 7, i, round, NULL));
    for (guint i = 0; i < n; i++) {
      g_assert_false (salon_report_set_add (set, i % 7, i, 0, &stands));
      g_assert_cmpuint (stands, ==, round);
    }
    salon_report_set_forget (set);
    for (guint i = 0; i < n; i++)
      g_assert_false (salon_report_set_find (set, i % 7, i, &stands));
  }
  salon_report_set_free (set);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-set/beside-a-table", test_beside_a_table);
  g_test_add_func ("/report-set/forget", test_forget);
  return g_test_run ();
}
