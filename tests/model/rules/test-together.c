/* What lies beside each other in one visit, by hand. */
#include "model/rules/together.h"

#define NAILS 1 /* kinds of rooms */
#define SPA   2

enum { NOWHERE, NAIL_ROOM, HALL };

static SalonTogetherLine
line (gint64 employee, gint64 room, gint64 wants, gint64 start, int minutes)
{
  return (SalonTogetherLine){ employee, room, wants, start, { .work1 = minutes }, TRUE };
}

/* A manicure in the nail room; whoever does a bath meanwhile may come there. */
static void
test_joins (void)
{
  SalonTogetherLine lines[] = { line (1, NAIL_ROOM, NAILS, 600, 60), line (2, NAIL_ROOM, SPA, 630, 45) };

  g_assert_true (salon_together_joins (lines, 2, 1, NAILS));
  lines[1].start = 660; /* after it */
  g_assert_false (salon_together_joins (lines, 2, 1, NAILS));
  lines[1].start = 659;
  g_assert_true (salon_together_joins (lines, 2, 1, NAILS));
  lines[1].start = 555; /* before it */
  g_assert_false (salon_together_joins (lines, 2, 1, NAILS));
  lines[1].start = 630;
  lines[0].room_id = HALL;
  g_assert_false (salon_together_joins (lines, 2, 1, NAILS));
}

/* The host must be where her own service is done: two strangers in a room do not make it right for each other. */
static void
test_joins_a_host (void)
{
  SalonTogetherLine lines[] = { line (1, HALL, NAILS, 600, 60), line (2, HALL, NAILS, 600, 60) };

  g_assert_false (salon_together_joins (lines, 2, 0, SPA));
  g_assert_false (salon_together_joins (lines, 2, 1, SPA));
  g_assert_false (salon_together_joins (lines, 1, 0, NAILS)); /* nor does she join herself */
}

static void
test_joins_only_along (void)
{
  SalonTogetherLine lines[] = { line (1, NAIL_ROOM, NAILS, 600, 60), line (2, NAIL_ROOM, SPA, 600, 60) };

  lines[0].along = FALSE;
  g_assert_false (salon_together_joins (lines, 2, 1, NAILS));
  lines[0].along = TRUE;
  lines[1].along = FALSE;
  g_assert_false (salon_together_joins (lines, 2, 1, NAILS));
}

static void
test_problem (void)
{
  SalonTogetherLine a = line (1, NAIL_ROOM, NAILS, 600, 60);
  SalonTogetherLine b = line (2, NAIL_ROOM, SPA, 630, 45);

  g_assert_cmpint (salon_together_problem (&a, &b), ==, 0);
  b.room_id = HALL;
  g_assert_cmpint (salon_together_problem (&a, &b), ==, SALON_SLOT_TWO_ROOMS);
  b.room_id = NOWHERE;
  g_assert_cmpint (salon_together_problem (&a, &b), ==, 0);
  b.along = FALSE;
  g_assert_cmpint (salon_together_problem (&a, &b), ==, SALON_SLOT_NOT_TOGETHER);
  g_assert_cmpint (salon_together_problem (&b, &a), ==, SALON_SLOT_NOT_TOGETHER);
  b.start = 660;
  g_assert_cmpint (salon_together_problem (&a, &b), ==, 0);
  b.start = 630;
  b.employee_id = 1; /* she cannot do both, which is more */
  g_assert_cmpint (salon_together_problem (&a, &b), ==, 0);
}

/* Colouring leaves her free from 10:30 to 11:10; buffers of neighbours count. */
static void
test_clash (void)
{
  SalonTogetherLine colour = line (1, NOWHERE, 0, 600, 30);
  SalonTogetherLine tidy = line (1, NOWHERE, 0, 630, 40);

  colour.shape.gap = 40;
  colour.shape.work2 = 20;
  g_assert_false (salon_together_clash (&colour, &tidy, SALON_BUFFERS_LARGER));
  tidy.shape.buffer_after = 5;
  g_assert_true (salon_together_clash (&colour, &tidy, SALON_BUFFERS_LARGER));
  tidy.employee_id = 2;
  g_assert_false (salon_together_clash (&colour, &tidy, SALON_BUFFERS_LARGER));
  tidy.employee_id = 1;
  tidy.start = 625;
  tidy.shape.buffer_after = 0;
  g_assert_true (salon_together_clash (&tidy, &colour, SALON_BUFFERS_SUM));
}

static void
test_goes_along (void)
{
  g_autoptr (SalonService) service = salon_service_new ();

  service->parallel = 0;
  g_assert_false (salon_service_goes_along (service));
  service->is_addon = 1;
  g_assert_true (salon_service_goes_along (service));
  service->is_addon = 0;
  service->parallel = 1;
  g_assert_true (salon_service_goes_along (service));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/together/joins", test_joins);
  g_test_add_func ("/together/joins-a-host", test_joins_a_host);
  g_test_add_func ("/together/joins-only-along", test_joins_only_along);
  g_test_add_func ("/together/problem", test_problem);
  g_test_add_func ("/together/clash", test_clash);
  g_test_add_func ("/together/goes-along", test_goes_along);
  return g_test_run ();
}
