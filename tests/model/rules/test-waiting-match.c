/* Whose wish a free time meets, and who is asked first. */
#include "base/error.h"
#include "model/rules/waiting-match.h"

#define MONDAY      20255 /* 16 June 2025 */
#define AT(n, h, m) ((gint64) (MONDAY + (n)) * SALON_MINUTES_A_DAY + (h) * 60 + (m))

static SalonWaiting *
wish (int from_day, int to_day, int from_hour, int to_hour, gint64 weekdays, gint64 employee)
{
  SalonWaiting *waiting = salon_waiting_new ();

  waiting->client_id = 1;
  waiting->from_day = MONDAY + from_day;
  waiting->to_day = MONDAY + to_day;
  waiting->from_min = from_hour * 60;
  waiting->to_min = to_hour * 60;
  waiting->weekdays = weekdays;
  waiting->employee_id = employee;
  return waiting;
}

static void
test_suits (void)
{
  static const struct {
    gint64 employee, start, end;
    gboolean suits;
  } rows[] = {
    { 5, AT (0, 14, 0), AT (0, 15, 0), TRUE },
    { 5, AT (0, 17, 0), AT (0, 18, 0), TRUE },   /* over just in time */
    { 5, AT (0, 17, 15), AT (0, 18, 15), FALSE },
    { 5, AT (0, 13, 45), AT (0, 14, 45), FALSE },
    { 6, AT (0, 14, 0), AT (0, 15, 0), FALSE },  /* another master */
    { 5, AT (1, 14, 0), AT (1, 15, 0), FALSE },  /* Tuesday */
    { 5, AT (2, 14, 0), AT (2, 15, 0), TRUE },   /* Wednesday */
    { 5, AT (7, 14, 0), AT (7, 15, 0), TRUE },   /* the last day */
    { 5, AT (9, 14, 0), AT (9, 15, 0), FALSE },  /* a Wednesday after it */
    { 5, AT (-5, 14, 0), AT (-5, 15, 0), FALSE },
  };
  g_autoptr (SalonWaiting) waiting = wish (0, 7, 14, 18, 1 | 4, 5);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (salon_waiting_suits (waiting, rows[i].employee, rows[i].start, rows[i].end), ==, rows[i].suits);
  waiting->employee_id = 0;
  g_assert_true (salon_waiting_suits (waiting, 6, AT (0, 14, 0), AT (0, 15, 0)));
}

/* What is closed is what does not suit, minute by minute. */
static void
test_closed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);

  for (guint round = 0; round < 200; round++) {
    int from = g_rand_int_range (rand, -3, 5);
    int from_hour = g_rand_int_range (rand, 0, 20);
    g_autoptr (SalonWaiting) waiting = wish (from, from + g_rand_int_range (rand, 0, 9), from_hour,
                                             g_rand_int_range (rand, from_hour + 1, 25), g_rand_int_range (rand, 1, 128), 0);
    g_autoptr (GArray) closed = salon_waiting_closed (waiting, MONDAY, MONDAY + 6);

    for (guint k = 0; k < 100; k++) {
      gint64 start = AT (g_rand_int_range (rand, 0, 7), g_rand_int_range (rand, 0, 24), 15 * g_rand_int_range (rand, 0, 4));
      gint64 midnight = start - start % SALON_MINUTES_A_DAY;
      gint64 end = MIN (start + 15 * g_rand_int_range (rand, 1, 9), midnight + SALON_MINUTES_A_DAY);

      g_assert_cmpint (!salon_intervals_meet (closed, start, end), ==, salon_waiting_suits (waiting, 9, start, end));
    }
  }
}

static void
test_choose (void)
{
  static const struct {
    gint64 starts[4];
    guint n;
    gint64 length;
    int index;
  } rows[] = {
    { { AT (0, 14, 0), AT (0, 14, 45), AT (0, 15, 0), AT (0, 15, 15) }, 4, 45, 2 }, /* the first inside */
    { { AT (0, 14, 30), AT (0, 15, 30) }, 2, 60, 0 },                              /* none inside: the first that meets */
    { { AT (0, 14, 0), AT (0, 16, 0) }, 2, 60, -1 },                               /* both beside: they were free before */
    { { 0 }, 0, 60, -1 },
  };
  const SalonHole hole = { 5, AT (0, 15, 0), AT (0, 16, 0) };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gint64));

    g_array_append_vals (starts, rows[i].starts, rows[i].n);
    g_assert_cmpint (salon_waiting_choose (starts, rows[i].length, &hole), ==, rows[i].index);
  }
}

/* A before C before no class; then who has waited longer; then who was put down first. */
static void
test_order (void)
{
  const SalonWaitingRank in_order[] = { { 1, 500, 4 }, { 1, 600, 1 }, { 3, 100, 9 }, { 0, 50, 2 }, { 0, 60, 7 }, { 0, 60, 8 } };

  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    for (guint k = 0; k < G_N_ELEMENTS (in_order); k++) {
      int order = salon_waiting_compare (&in_order[i], &in_order[k]);

      g_assert_cmpint (CLAMP (order, -1, 1), ==, i < k ? -1 : (int) (i > k));
    }
}

static void
test_validate (void)
{
  static const struct {
    int from_day, to_day, from_hour, to_hour;
    gint64 weekdays;
    guint services;
    const char *field;
  } rows[] = {
    { 0, 7, 9, 18, 127, 1, NULL },         { 0, 0, 9, 18, 127, 8, NULL },
    { 0, 7, 9, 18, 127, 0, "service_ids" }, { 0, 7, 9, 18, 127, 9, "service_ids" },
    { 3, 2, 9, 18, 127, 1, "to_day" },      { -9, -1, 9, 18, 127, 1, "to_day" },
    { 0, 400, 9, 18, 127, 1, "to_day" },    { 0, 7, 18, 18, 127, 1, "to_min" },
    { 0, 7, 9, 18, 0, 1, "weekdays" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonWaiting) waiting = wish (rows[i].from_day, rows[i].to_day, rows[i].from_hour, rows[i].to_hour,
                                             rows[i].weekdays, 0);
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (salon_waiting_validate (waiting, rows[i].services, MONDAY, &error), ==, rows[i].field == NULL);
    if (error != NULL)
      g_assert_cmpstr (salon_error_get_field (error), ==, rows[i].field);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/waiting-match/suits", test_suits);
  g_test_add_func ("/waiting-match/closed", test_closed);
  g_test_add_func ("/waiting-match/choose", test_choose);
  g_test_add_func ("/waiting-match/order", test_order);
  g_test_add_func ("/waiting-match/validate", test_validate);
  return g_test_run ();
}
