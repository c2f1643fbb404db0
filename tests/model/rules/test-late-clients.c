/* Who is late, and whom it makes wait. */
#include "model/rules/late.h"

static void
test_late (void)
{
  static const struct {
    SalonVisitState state;
    gint64 late_min, now;
    gboolean late;
  } rows[] = {
    { SALON_VISIT_BOOKED, 0, 599, FALSE },     { SALON_VISIT_BOOKED, 0, 600, TRUE },  { SALON_VISIT_BOOKED, 0, 601, TRUE },
    { SALON_VISIT_CONFIRMED, 0, 700, TRUE },   { SALON_VISIT_BOOKED, 15, 614, FALSE }, { SALON_VISIT_BOOKED, 15, 615, TRUE },
    { SALON_VISIT_ARRIVED, 0, 700, FALSE },    { SALON_VISIT_DONE, 0, 700, FALSE },    { SALON_VISIT_CANCELLED, 0, 700, FALSE },
    { SALON_VISIT_IN_SERVICE, 0, 700, FALSE }, { SALON_VISIT_NO_SHOW, 0, 700, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (salon_visit_is_late (rows[i].state, 600, rows[i].late_min, rows[i].now), ==, rows[i].late);
}

static void
check_pushes (const SalonBusy *busy, guint n, gint64 minutes, const SalonLatePush *expected, guint n_expected)
{
  const SalonBusy work = { 600, 660, 0, 0, 1 };
  g_autoptr (GArray) pushes = salon_late_pushes (busy, n, &work, minutes, SALON_BUFFERS_LARGER);

  g_assert_cmpuint (pushes->len, ==, n_expected);
  for (guint i = 0; i < n_expected; i++) {
    g_assert_cmpint (g_array_index (pushes, SalonLatePush, i).visit_id, ==, expected[i].visit_id);
    g_assert_cmpint (g_array_index (pushes, SalonLatePush, i).minutes, ==, expected[i].minutes);
  }
}

/* The visit is from 10:00 to 11:00. */
static void
test_pushes (void)
{
  const SalonBusy day[] = { { 735, 765, 0, 0, 4 }, { 600, 660, 0, 0, 1 }, { 540, 600, 0, 0, 2 }, { 665, 725, 0, 10, 3 } };
  const SalonLatePush first[] = { { 3, 10 }, { 4, 10 } };
  const SalonLatePush both[] = { { 3, 25 }, { 4, 25 } };

  check_pushes (day, 4, 5, NULL, 0);    /* five minutes were free */
  check_pushes (day, 4, 15, first, 2);  /* the next waits 10, and makes the one after her wait: 10 minutes lie between */
  check_pushes (day, 4, 30, both, 2);
  check_pushes (day, 3, 30, NULL, 0);   /* without the next one there is time */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/late/state", test_late);
  g_test_add_func ("/late/pushes", test_pushes);
  return g_test_run ();
}
