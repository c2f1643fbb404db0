/* What follows a service that gets longer, shorter or goes. */
#include "model/rules/visit-chain.h"

#define MOST 4

typedef struct {
  const char *name;
  SalonChainLink links[MOST]; /* minutes of a morning: 0 = ten o’clock; by no order */
  guint n;
  guint changed;
  gint64 end;
  gint64 shift;
  const char *follows; /* one sign for each link: f follows */
} Row;

static const Row rows[] = {
  /* hair 0–60, nails 60–120, brows 120–150 */
  { "longer", { { 0, 60 }, { 60, 120 }, { 120, 150 } }, 3, 0, 75, 15, ".ff" },
  { "shorter", { { 0, 60 }, { 60, 120 }, { 120, 150 } }, 3, 0, 30, -30, ".ff" },
  { "in the middle", { { 0, 60 }, { 60, 120 }, { 120, 150 } }, 3, 1, 100, -20, "..f" },
  { "the last", { { 0, 60 }, { 60, 120 }, { 120, 150 } }, 3, 2, 200, 50, "..." },
  { "the first goes", { { 0, 60 }, { 60, 120 }, { 120, 150 } }, 3, 0, 0, -60, ".ff" },
  { "one in the middle goes", { { 0, 60 }, { 60, 120 }, { 120, 150 } }, 3, 1, 60, -60, "..f" },
  { "as it is", { { 0, 60 }, { 60, 120 } }, 2, 0, 60, 0, ".f" },
  { "alone", { { 0, 60 } }, 1, 0, 45, -15, "." },
  /* the ten minutes between two stay */
  { "a pause stays", { { 0, 60 }, { 70, 120 } }, 2, 0, 45, -15, ".f" },
  { "what goes takes one pause along", { { 0, 60 }, { 70, 120 }, { 120, 150 } }, 3, 1, 70, -50, "..f" },
  /* hair 0–60 beside nails 0–45, then brows */
  { "beside, longer one shorter", { { 0, 60 }, { 0, 45 }, { 60, 90 } }, 3, 0, 30, -15, "..f" },
  { "beside, longer one goes", { { 0, 60 }, { 0, 45 }, { 60, 90 } }, 3, 0, 0, -15, "..f" },
  { "beside, longer one longer", { { 0, 60 }, { 0, 45 }, { 60, 90 } }, 3, 0, 80, 20, "..f" },
  { "beside, shorter one shorter", { { 0, 60 }, { 0, 45 }, { 60, 90 } }, 3, 1, 15, 0, "..f" },
  { "beside, shorter one becomes the longer", { { 0, 60 }, { 0, 45 }, { 60, 90 } }, 3, 1, 75, 15, "..f" },
  { "beside, shorter one goes", { { 0, 60 }, { 0, 45 }, { 60, 90 } }, 3, 1, 0, 0, "..f" },
  /* in no order */
  { "listed backwards", { { 120, 150 }, { 60, 120 }, { 0, 60 } }, 3, 2, 90, 30, "ff." },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;

  g_assert_cmpint (salon_chain_shift (row->links, row->n, row->changed, row->end), ==, row->shift);
  for (guint i = 0; i < row->n; i++)
    g_assert_cmpint (salon_chain_follows (row->links, row->changed, i), ==, row->follows[i] == 'f');
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/visit-chain/%s", rows[i].name);

    g_test_add_data_func (path, &rows[i], test_row);
  }
  return g_test_run ();
}
