/* Bars as long as their values, stacks as high as their sums, steps that join; each length computed anew from the values. */
#include "config.h"

#include <math.h>

#include "tests/report/chart-fixture.h"

#define N_CHARTS 300
#define NEAR     0.01

static const SalonCurrency *
euro (void)
{
  return salon_currency_by_code ("EUR");
}

static void
assert_near (double a, double b, double most)
{
  if (fabs (a - b) > most)
    g_error ("%.4f is not near %.4f", a, b);
}

/* Of a value in pixels: from the longest bar of all. */
static double
pixels_of_one (const SalonChart *chart, const SalonChartPicture *picture, gboolean is_lying)
{
  double longest = 0;
  gint64 most = 1;

  for (guint i = 0; i < salon_chart_picture_n_marks (picture); i++) {
    const SalonChartMark *mark = salon_chart_picture_mark (picture, i);
    gint64 value = ABS (test_chart_number (chart, mark->series, mark->category));

    if (value > most && !mark->is_point) {
      most = value;
      longest = is_lying ? mark->width : mark->height;
    }
  }
  return longest / (double) most;
}

static void
assert_lengths (const SalonChart *chart, const SalonChartPicture *picture, gboolean is_lying, guint n_series)
{
  double pixel = pixels_of_one (chart, picture, is_lying);

  for (guint i = 0; i < salon_chart_picture_n_marks (picture); i++) {
    const SalonChartMark *mark = salon_chart_picture_mark (picture, i);
    double value = (double) test_chart_number (chart, mark->series, mark->category);

    if (mark->series < n_series)
      assert_near (is_lying ? mark->width : mark->height, fabs (value) * pixel, NEAR);
  }
}

/* All bars touch one line, on the side that their sign tells. */
static void
assert_one_line (const SalonChart *chart, const SalonChartPicture *picture, gboolean is_lying)
{
  double zero = NAN;

  for (guint i = 0; i < salon_chart_picture_n_marks (picture); i++) {
    const SalonChartMark *mark = salon_chart_picture_mark (picture, i);
    gint64 value = test_chart_number (chart, mark->series, mark->category);
    double low = is_lying ? mark->x : mark->y + mark->height;
    double high = is_lying ? mark->x + mark->width : mark->y;
    double base = value < 0 ? high : low;

    if (value == 0)
      continue;
    if (isnan (zero))
      zero = base;
    assert_near (base, zero, NEAR);
  }
}

static void
test_bars (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_CHARTS; i++) {
    g_autoptr (SalonChart) chart
        = test_chart_random (rand, SALON_CHART_BARS, (guint) g_rand_int_range (rand, 2, 5), (guint) g_rand_int_range (rand, 1, 30), 1000000);
    g_autoptr (SalonChartPicture) picture = NULL;

    for (guint j = 0; j < chart->series->len; j++) /* several side by side never lie */
      ((SalonChartSeries *) chart->series->pdata[j])->is_before = FALSE;
    picture = salon_chart_picture_new (chart, euro (), 700, 400, NULL);
    assert_lengths (chart, picture, FALSE, chart->series->len);
    assert_one_line (chart, picture, FALSE);
  }
}

static void
test_lying (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint i = 0; i < N_CHARTS; i++) {
    guint n = (guint) g_rand_int_range (rand, 6, 60);
    g_autofree gint64 *values = g_new0 (gint64, n);
    g_autoptr (SalonChart) chart = NULL;
    g_autoptr (SalonChartPicture) picture = NULL;

    for (guint j = 0; j < n; j++)
      values[j] = g_rand_int_range (rand, i % 2 == 0 ? 0 : -500, 1000);
    chart = test_chart_of (SALON_CHART_BARS, SALON_REPORT_COUNT, values, n);
    picture = salon_chart_picture_new (chart, euro (), 700, 400, NULL);
    assert_lengths (chart, picture, TRUE, 1);
    assert_one_line (chart, picture, TRUE);
    for (guint j = 1; j < n; j++) { /* the longest on top, read from there */
      const SalonChartMark *above = salon_chart_picture_mark (picture, j - 1);
      const SalonChartMark *below = salon_chart_picture_mark (picture, j);

      g_assert_cmpint (values[above->category], >=, values[below->category]);
      g_assert_cmpfloat (above->y, <, below->y);
    }
  }
}

/* One on the other without a gap, each as high as its value: so a stack is as high as its sum. */
static void
assert_stack (const SalonChart *chart, const SalonChartPicture *picture, guint category, double pixel, gboolean up)
{
  double sum = 0;
  double height = 0;
  double end = NAN;

  for (guint i = 0; i < chart->series->len; i++) {
    const SalonChartMark *mark = test_chart_mark (picture, i, category);
    gint64 value = test_chart_number (chart, i, category);

    if (salon_chart_series (chart, i)->is_before || value == 0 || (value > 0) != up)
      continue;
    if (!isnan (end))
      assert_near (up ? mark->y + mark->height : mark->y, end, NEAR);
    end = up ? mark->y : mark->y + mark->height;
    sum += fabs ((double) value);
    height += mark->height;
  }
  assert_near (height, sum * pixel, NEAR * 4);
}

static void
test_stacks (SalonChartKind kind)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_CHARTS; i++) {
    g_autoptr (SalonChart) chart
        = test_chart_random (rand, kind, (guint) g_rand_int_range (rand, 1, 7), (guint) g_rand_int_range (rand, 1, 25), 1000000);
    g_autoptr (SalonChartPicture) picture = NULL;
    double pixel = 0;

    chart->is_ordered = TRUE; /* one series of names would lie */
    picture = salon_chart_picture_new (chart, euro (), 700, 400, NULL);
    pixel = pixels_of_one (chart, picture, FALSE);
    for (guint j = 0; j < chart->categories->len; j++) {
      assert_stack (chart, picture, j, pixel, TRUE);
      assert_stack (chart, picture, j, pixel, FALSE);
    }
  }
}

static void
test_stacked (void)
{
  test_stacks (SALON_CHART_STACKED);
}

static void
test_areas (void)
{
  test_stacks (SALON_CHART_AREAS);
}

/* Where a level stands, from the place of the one that is highest and the one that is lowest. */
static void
test_waterfall (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < N_CHARTS; i++) {
    g_autoptr (SalonChart) chart = test_chart_random (rand, SALON_CHART_WATERFALL, 1, (guint) g_rand_int_range (rand, 2, 14), 100000);
    g_autoptr (SalonChartPicture) picture = salon_chart_picture_new (chart, euro (), 700, 400, NULL);
    double pixel = pixels_of_one (chart, picture, FALSE);
    double end = NAN;
    double zero = NAN;
    gint64 level = 0;

    for (guint j = 0; j < chart->categories->len; j++) {
      const SalonChartValue *value = salon_chart_value (chart, 0, j);
      const SalonChartMark *mark = test_chart_mark (picture, 0, j);

      if (value == NULL || value->is_empty)
        continue;
      assert_near (mark->height, fabs ((double) value->value) * pixel, NEAR);
      if (isnan (zero)) /* the first of them begins on the line */
        zero = value->value < 0 ? mark->y : mark->y + mark->height;
      else
        assert_near (value->value < 0 ? mark->y : mark->y + mark->height, value->is_sum ? zero : end, NEAR);
      level = value->is_sum ? value->value : level + value->value;
      end = value->value < 0 ? mark->y + mark->height : mark->y;
      assert_near (end, zero - (double) level * pixel, NEAR);
    }
  }
}

/* All points of all lines lie on one scale. */
static void
test_lines (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < N_CHARTS; i++) {
    g_autoptr (SalonChart) chart
        = test_chart_random (rand, SALON_CHART_LINES, (guint) g_rand_int_range (rand, 1, 5), (guint) g_rand_int_range (rand, 2, 40), 100000);
    g_autoptr (SalonChartPicture) picture = salon_chart_picture_new (chart, euro (), 700, 400, NULL);
    const SalonChartMark *first = NULL;
    const SalonChartMark *other = NULL;
    double pixel = 0;

    for (guint j = 0; j < salon_chart_picture_n_marks (picture); j++) {
      const SalonChartMark *mark = salon_chart_picture_mark (picture, j);
      double y = mark->y + mark->height / 2;
      double value = (double) test_chart_number (chart, mark->series, mark->category);

      if (mark->is_empty)
        continue;
      g_assert_true (mark->is_point);
      if (first == NULL) {
        first = mark;
      } else if (other == NULL && fabs (value - (double) test_chart_number (chart, first->series, first->category)) > 30000) {
        other = mark;
        pixel = (y - first->y - first->height / 2)
                / (value - (double) test_chart_number (chart, first->series, first->category));
        g_assert_cmpfloat (pixel, <, 0);
      } else if (other != NULL) {
        assert_near (y, first->y + first->height / 2 + (value - (double) test_chart_number (chart, first->series, first->category)) * pixel, NEAR);
      }
    }
  }
}

static double
middle_of_text (const SalonChartPicture *picture, const char *text)
{
  const SalonScene *scene = salon_chart_picture_scene (picture);

  for (guint i = 0; i < salon_scene_n_shapes (scene); i++)
    if (g_strcmp0 (salon_scene_shape (scene, i)->text, text) == 0)
      return salon_scene_shape (scene, i)->box.y + salon_scene_shape (scene, i)->box.height / 2;
  g_error ("there is no “%s”", text);
}

static void
test_pareto (void)
{
  g_autoptr (SalonChart) chart = sample_chart (sample_n_charts () - 1, SAMPLE_ENGLISH);
  g_autoptr (SalonChartPicture) picture = NULL;
  guint n = chart->categories->len;
  double bottom = 0;
  double top = 0;

  g_assert_cmpstr (sample_name (sample_n_charts () - 1), ==, "pareto");
  chart->is_ordered = TRUE; /* such as slices of the clients */
  picture = salon_chart_picture_new (chart, euro (), 900, 420, NULL);
  bottom = test_chart_mark (picture, 0, 0)->y + test_chart_mark (picture, 0, 0)->height;
  top = test_chart_mark (picture, 1, n - 1)->y + test_chart_mark (picture, 1, n - 1)->height / 2;
  assert_near (top, middle_of_text (picture, "100\302\240%"), NEAR);
  assert_near (bottom, middle_of_text (picture, "0\302\240%"), NEAR);
  assert_lengths (chart, picture, FALSE, 1);
  for (guint i = 0; i < n; i++) { /* from nothing at the line to all of it at the top */
    const SalonChartMark *mark = test_chart_mark (picture, 1, i);

    assert_near (mark->y + mark->height / 2, bottom - (bottom - top) * (double) test_chart_number (chart, 1, i) / 10000, NEAR);
  }
}

/* Of goods or services: one row each, in the order in which they came, with its whole name; the ends of the shares draw the
 * curve. */
static void
test_lying_pareto (void)
{
  for (int language = SAMPLE_ENGLISH; language <= SAMPLE_LATVIAN; language++) {
    g_autoptr (SalonChart) chart = sample_chart (sample_n_charts () - 1, (SampleLanguage) language);
    g_autoptr (SalonChartPicture) picture = salon_chart_picture_new (chart, euro (), 700, 400, NULL);
    const SalonChartMark *last = test_chart_mark (picture, 1, chart->categories->len - 1);

    g_assert_cmpint (test_chart_number (chart, 1, chart->categories->len - 1), ==, 10000);
    assert_lengths (chart, picture, TRUE, 1);
    for (guint i = 0; i < chart->categories->len; i++) {
      const SalonChartMark *bar = test_chart_mark (picture, 0, i);
      const SalonChartMark *share = test_chart_mark (picture, 1, i);

      assert_near (share->x, last->x, NEAR);
      assert_near (share->width, last->width * (double) test_chart_number (chart, 1, i) / 10000, NEAR);
      assert_near (share->y, bar->y, NEAR);
      g_assert_cmpfloat (bar->x + bar->width, <, share->x);
      if (i > 0)
        g_assert_cmpfloat (bar->y, >, test_chart_mark (picture, 0, i - 1)->y);
      g_assert_cmpuint (test_chart_count_text (picture, chart->categories->pdata[i]), ==, 1);
    }
  }
}

/* Marks from 1 to 5 are points between the ends of their scale, not bars from zero. */
static void
test_points_on_a_scale (void)
{
  static const gint64 values[] = { 1000, 4500, 3000, 5000, 2000, 4400 };

  for (int is_ordered = 0; is_ordered < 2; is_ordered++) {
    g_autoptr (SalonChart) chart = test_chart_of (SALON_CHART_BARS, SALON_REPORT_QUANTITY, values, G_N_ELEMENTS (values));
    g_autoptr (SalonChartPicture) picture = NULL;
    double ends[2] = { 0 };

    chart->scale_low = 1000;
    chart->scale_high = 5000;
    chart->is_ordered = is_ordered;
    picture = salon_chart_picture_new (chart, NULL, 700, 400, NULL);
    for (guint i = 0; i < 2; i++) {
      const SalonChartMark *mark = test_chart_mark (picture, 0, i == 0 ? 0 : 3);

      ends[i] = is_ordered ? mark->y + mark->height / 2 : mark->x + mark->width / 2;
    }
    for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
      const SalonChartMark *mark = test_chart_mark (picture, 0, i);
      double middle = is_ordered ? mark->y + mark->height / 2 : mark->x + mark->width / 2;

      g_assert_true (mark->is_point);
      assert_near (middle, ends[0] + (ends[1] - ends[0]) * (double) (values[i] - 1000) / 4000, NEAR);
    }
    g_assert_cmpfloat (fabs (ends[1] - ends[0]), >, 250); /* the scale takes the room that there is */
    for (int tick = 1; tick <= 5; tick++) {
      g_autofree char *text = g_strdup_printf ("%d", tick);

      g_assert_cmpuint (test_chart_count_text (picture, text), >=, tick == 4 ? 1 : 2); /* at the axis, and at its point */
    }
  }
}

/* Who makes a chart says whether its categories follow each other; numbers in their names tell nothing. */
static void
test_order_is_declared (void)
{
  g_autoptr (SalonChart) chart = salon_chart_new (SALON_CHART_BARS, NULL);
  SalonChartSeries *series = salon_chart_add_series (chart, "Sold", SALON_REPORT_COUNT, SALON_CHART_TONE_NEXT);

  for (int i = 0; i < 7; i++) {
    g_autofree char *name = g_strdup_printf ("Cream %d ml", 50 * (i + 1));

    salon_chart_add_category (chart, name);
    salon_chart_series_add (series, 10 + 7 * i % 5, i, 1);
  }
  for (int is_ordered = 0; is_ordered < 2; is_ordered++) {
    g_autoptr (SalonChartPicture) picture = NULL;

    chart->is_ordered = is_ordered;
    picture = salon_chart_picture_new (chart, NULL, 700, 400, NULL);
    assert_lengths (chart, picture, !is_ordered, 1);
    assert_one_line (chart, picture, !is_ordered);
  }
}

/* The fields are all alike, and stand in rows and columns. */
static void
test_fields (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint i = 0; i < N_CHARTS / 3; i++) {
    g_autoptr (SalonChart) chart
        = test_chart_random (rand, i % 2 == 0 ? SALON_CHART_HEAT : SALON_CHART_COHORTS, (guint) g_rand_int_range (rand, 1, 14),
                             (guint) g_rand_int_range (rand, 1, 25), 10000);
    g_autoptr (SalonChartPicture) picture = salon_chart_picture_new (chart, euro (), 700, 400, NULL);
    const SalonChartMark *origin = test_chart_mark (picture, 0, 0);

    for (guint j = 0; j < salon_chart_picture_n_marks (picture); j++) {
      const SalonChartMark *mark = salon_chart_picture_mark (picture, j);

      assert_near (mark->width, origin->width, NEAR);
      assert_near (mark->height, origin->height, NEAR);
      assert_near (mark->y, test_chart_mark (picture, mark->series, 0)->y, NEAR);
      assert_near (mark->x, test_chart_mark (picture, 0, mark->category)->x, NEAR);
      if (mark->category > 0)
        g_assert_cmpfloat (mark->x, >=, test_chart_mark (picture, mark->series, mark->category - 1)->x + origin->width);
      if (mark->series > 0)
        g_assert_cmpfloat (mark->y, >=, test_chart_mark (picture, mark->series - 1, mark->category)->y + origin->height);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/chart/geometry/bars", test_bars);
  g_test_add_func ("/report/chart/geometry/lying", test_lying);
  g_test_add_func ("/report/chart/geometry/stacked", test_stacked);
  g_test_add_func ("/report/chart/geometry/areas", test_areas);
  g_test_add_func ("/report/chart/geometry/waterfall", test_waterfall);
  g_test_add_func ("/report/chart/geometry/lines", test_lines);
  g_test_add_func ("/report/chart/geometry/pareto", test_pareto);
  g_test_add_func ("/report/chart/geometry/lying-pareto", test_lying_pareto);
  g_test_add_func ("/report/chart/geometry/points-on-a-scale", test_points_on_a_scale);
  g_test_add_func ("/report/chart/geometry/order-is-declared", test_order_is_declared);
  g_test_add_func ("/report/chart/geometry/fields", test_fields);
  return g_test_run ();
}
