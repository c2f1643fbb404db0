/* Which time a line takes of whom. */
#include "model/rules/timing.h"

static void
assert_busy (const SalonBusy *busy, gint64 from, gint64 to, int before, int after)
{
  g_assert_cmpint (busy->from, ==, from);
  g_assert_cmpint (busy->to, ==, to);
  g_assert_cmpint (busy->before, ==, before);
  g_assert_cmpint (busy->after, ==, after);
  g_assert_cmpint (busy->id, ==, 7);
}

static void
test_plain (void)
{
  SalonLineShape shape = { .work1 = 60, .buffer_before = 5, .buffer_after = 10, .cleanup = 15 };
  SalonLineLayout layout = { 0 };

  salon_line_layout (&shape, 600, 7, &layout);
  g_assert_cmpuint (layout.n_work, ==, 1);
  assert_busy (&layout.work[0], 600, 660, 5, 10);
  assert_busy (&layout.room, 600, 660, 5, 25);
  g_assert_cmpint (layout.end, ==, 660);
}

static void
test_with_gap (void)
{
  SalonLineShape shape = { 30, 40, 20, 5, 10, 15 };
  SalonLineLayout layout = { 0 };

  salon_line_layout (&shape, 600, 7, &layout);
  g_assert_cmpint (salon_line_length (&shape), ==, 90);
  g_assert_cmpuint (layout.n_work, ==, 2);
  assert_busy (&layout.work[0], 600, 630, 5, 0);
  assert_busy (&layout.work[1], 670, 690, 0, 10);
  assert_busy (&layout.room, 600, 690, 5, 25);
  g_assert_cmpint (layout.start, ==, 600);
  g_assert_cmpint (layout.end, ==, 690);
}

/* The client sits on after the work; the employee has gone. */
static void
test_gap_at_the_end (void)
{
  SalonLineShape shape = { 30, 20, 0, 5, 10, 0 };
  SalonLineLayout layout = { 0 };

  salon_line_layout (&shape, 600, 7, &layout);
  g_assert_cmpuint (layout.n_work, ==, 1);
  assert_busy (&layout.work[0], 600, 630, 5, 10);
  assert_busy (&layout.room, 600, 650, 5, 10);
  g_assert_cmpint (layout.end, ==, 650);
}

static void
test_of_entities (void)
{
  g_autoptr (SalonService) service = salon_service_new ();
  g_autoptr (SalonVisitLine) line = salon_visit_line_new ();
  SalonLineShape shapes[2] = { 0 };

  service->work1_min = line->work1_min = 30;
  service->gap_min = line->gap_min = 40;
  service->work2_min = line->work2_min = 20;
  service->buffer_before_min = line->buffer_before_min = 5;
  service->buffer_after_min = line->buffer_after_min = 10;
  salon_line_shape_of_service (service, &shapes[0]);
  salon_line_shape_of_visit_line (line, &shapes[1]);
  for (int i = 0; i < 2; i++) {
    g_assert_cmpint (salon_line_length (&shapes[i]), ==, 90);
    g_assert_cmpint (shapes[i].work1, ==, 30);
    g_assert_cmpint (shapes[i].work2, ==, 20);
    g_assert_cmpint (shapes[i].buffer_before, ==, 5);
    g_assert_cmpint (shapes[i].buffer_after, ==, 10);
    g_assert_cmpint (shapes[i].cleanup, ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timing/plain", test_plain);
  g_test_add_func ("/timing/with-gap", test_with_gap);
  g_test_add_func ("/timing/gap-at-the-end", test_gap_at_the_end);
  g_test_add_func ("/timing/of-entities", test_of_entities);
  return g_test_run ();
}
