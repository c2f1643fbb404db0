/* Which time a line takes of whom. */
#include "base/error.h"
#include "model/rules/timing.h"
#include <string.h>

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

/* ---- a length that is asked for */

static const struct {
  const char *name;
  SalonLineShape shape;
  int minutes;
  int work1; /* 0 = refused */
  int work2;
  const char *says;
} lengths[] = {
  { "as it is", { .work1 = 60 }, 0, 60, 0, NULL },
  { "longer", { .work1 = 60 }, 90, 90, 0, NULL },
  { "shorter", { .work1 = 60 }, 15, 15, 0, NULL },
  { "shortest", { .work1 = 60 }, 5, 5, 0, NULL },
  { "a day", { .work1 = 60 }, 1440, 1440, 0, NULL },
  { "odd as it is offered", { .work1 = 47 }, 47, 47, 0, NULL },
  { "odd otherwise", { .work1 = 47 }, 48, 0, 0, "by 5 minutes" },
  { "too short", { .work1 = 60 }, 4, 0, 0, "at least 5 minutes" },
  { "below nothing", { .work1 = 60 }, -30, 0, 0, "at least 5 minutes" },
  { "more than a day", { .work1 = 60 }, 1445, 0, 0, "at most a day" },
  { "with a pause, longer", { .work1 = 30, .gap = 40, .work2 = 20 }, 120, 30, 50, NULL },
  { "with a pause, shortest", { .work1 = 30, .gap = 40, .work2 = 20 }, 75, 30, 5, NULL },
  { "with a pause, too short", { .work1 = 30, .gap = 40, .work2 = 20 }, 70, 0, 0, "at least 75 minutes" },
  { "pause at the end", { .work1 = 30, .gap = 20 }, 60, 40, 0, NULL },
};

static void
test_fit (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
    SalonLineShape shape = lengths[i].shape;
    g_autoptr (GError) error = NULL;
    gboolean fits = salon_line_fit (&shape, lengths[i].minutes, &error);

    g_test_message ("%s", lengths[i].name);
    g_assert_cmpint (fits, ==, lengths[i].work1 != 0);
    if (fits) {
      g_assert_no_error (error);
      g_assert_cmpint (shape.work1, ==, lengths[i].work1);
      g_assert_cmpint (shape.work2, ==, lengths[i].work2);
      g_assert_cmpint (shape.gap, ==, lengths[i].shape.gap);
      continue;
    }
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_cmpstr (salon_error_get_field (error), ==, "minutes");
    g_assert_nonnull (strstr (error->message, lengths[i].says));
    g_assert_cmpmem (&shape, sizeof shape, &lengths[i].shape, sizeof shape);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timing/plain", test_plain);
  g_test_add_func ("/timing/with-gap", test_with_gap);
  g_test_add_func ("/timing/gap-at-the-end", test_gap_at_the_end);
  g_test_add_func ("/timing/fit", test_fit);
  g_test_add_func ("/timing/of-entities", test_of_entities);
  return g_test_run ();
}
