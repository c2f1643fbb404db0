/* Colours of the zone matrix. */
#include "model/rules/zones.h"

#define LAST ((SalonDay) 20000)

static const struct {
  SalonDay last;
  int periodicity;
  int days_after;
  SalonZoneDue due;
} cases[] = {
  { SALON_DAY_NONE, 28, 0, SALON_ZONE_DUE_NEVER },
  { SALON_DAY_NONE, 0, 0, SALON_ZONE_DUE_NEVER },
  { LAST, 0, 500, SALON_ZONE_DUE_DONE },
  { LAST, -1, 500, SALON_ZONE_DUE_DONE },
  { LAST, 28, 0, SALON_ZONE_DUE_FRESH },
  { LAST, 28, 20, SALON_ZONE_DUE_FRESH },
  { LAST, 28, 21, SALON_ZONE_DUE_SOON },
  { LAST, 28, 27, SALON_ZONE_DUE_SOON },
  { LAST, 28, 28, SALON_ZONE_DUE_NOW },
  { LAST, 28, 42, SALON_ZONE_DUE_NOW },
  { LAST, 28, 43, SALON_ZONE_DUE_LATE },
  { LAST, 365, 357, SALON_ZONE_DUE_FRESH },
  { LAST, 365, 358, SALON_ZONE_DUE_SOON },
  { LAST, 8, 5, SALON_ZONE_DUE_FRESH },
  { LAST, 8, 6, SALON_ZONE_DUE_SOON },
  { LAST, 8, 8, SALON_ZONE_DUE_NOW },
  { LAST, 8, 13, SALON_ZONE_DUE_LATE },
  { LAST, 1, 0, SALON_ZONE_DUE_FRESH },
  { LAST, 1, 1, SALON_ZONE_DUE_NOW },
  { LAST, 28, -5, SALON_ZONE_DUE_FRESH },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("case %u", i);
    g_assert_cmpint (salon_zone_due (cases[i].last, cases[i].periodicity, LAST + cases[i].days_after), ==,
                     cases[i].due);
  }
}

static void
test_due_day (void)
{
  g_assert_cmpint (salon_zone_due_day (LAST, 28), ==, LAST + 28);
  g_assert_cmpint (salon_zone_due_day (LAST, 0), ==, SALON_DAY_NONE);
  g_assert_cmpint (salon_zone_due_day (SALON_DAY_NONE, 28), ==, SALON_DAY_NONE);
}

/* A cell only grows more urgent as days go by. */
static void
test_never_back (void)
{
  for (int periodicity = 1; periodicity < 400; periodicity++)
    for (int day = 0; day < 1000; day++)
      g_assert_cmpint (salon_zone_due (LAST, periodicity, LAST + day), <=,
                       salon_zone_due (LAST, periodicity, LAST + day + 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zones/cases", test_cases);
  g_test_add_func ("/zones/due-day", test_due_day);
  g_test_add_func ("/zones/never-back", test_never_back);
  return g_test_run ();
}
