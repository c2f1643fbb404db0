/* Charts of any kind with any values, and what their pictures are measured with. */
#include "tests/report/chart-fixture.h"

#include <math.h>

#include "tests/report/report-fixture.h"

static const SalonReportUnit units[] = { SALON_REPORT_COUNT,    SALON_REPORT_MONEY, SALON_REPORT_PERCENT, SALON_REPORT_MINUTES,
                                         SALON_REPORT_QUANTITY, SALON_REPORT_DAYS };

static SalonChartValue
random_value (GRand *rand, gint64 most, int row, int column)
{
  SalonChartValue value = { .row = row, .column = column };
  double part = g_rand_double_range (rand, -0.4, 1);

  value.value = g_rand_int_range (rand, 0, 12) == 0 ? 0 : (gint64) (part * (double) most);
  value.is_empty = g_rand_int_range (rand, 0, 9) == 0;
  value.is_incomplete = g_rand_int_range (rand, 0, 9) == 0;
  value.is_sum = g_rand_int_range (rand, 0, 5) == 0;
  return value;
}

static char *
random_category (GRand *rand, int language, guint i)
{
  switch (g_rand_int_range (rand, 0, 4)) {
  case 0:
    return g_strdup_printf ("%u", i);
  case 1:
    return g_strdup_printf ("%u. gada mēnesis", 2000 + i / 12);
  default:
    return salon_test_name (rand, language, (guint) g_rand_int_range (rand, 1, 40));
  }
}

/**
 * test_chart_random: with gaps, zeros, values that are not over, and, now and then, a series to be compared with
 */
SalonChart *
test_chart_random (GRand *rand, SalonChartKind kind, guint n_series, guint n_categories, gint64 most)
{
  int language = g_rand_int_range (rand, 0, 3);
  gboolean is_time = g_rand_boolean (rand);
  SalonReportUnit unit = units[g_rand_int_range (rand, 0, G_N_ELEMENTS (units))];
  g_autofree char *title = salon_test_name (rand, language, 8);
  SalonChart *chart = salon_chart_new (kind, g_rand_boolean (rand) ? title : NULL);

  chart->is_ordered = is_time || g_rand_boolean (rand);
  for (guint i = 0; i < n_categories; i++) {
    g_autofree char *label = is_time ? g_strdup_printf ("%s %u", (const char *[]) { "май", "июнь", "сентябрь" }[i % 3], 1990 + i / 3)
                                     : random_category (rand, language, i);

    salon_chart_add_category (chart, label);
  }
  for (guint i = 0; i < n_series; i++) {
    g_autofree char *name = salon_test_name (rand, language, (guint) g_rand_int_range (rand, 1, 30));
    SalonChartSeries *series = salon_chart_add_series (chart, name, unit, (SalonChartTone) g_rand_int_range (rand, 0, 5));
    guint n = g_rand_int_range (rand, 0, 8) == 0 ? n_categories / 2 : n_categories;

    series->is_before = i > 0 && g_rand_int_range (rand, 0, 4) == 0;
    for (guint j = 0; j < n; j++) {
      SalonChartValue value = random_value (rand, most, (int) j, (int) i + 1);

      salon_chart_series_add_value (series, &value);
    }
  }
  return chart;
}

/**
 * test_chart_of: one series with names that are no sequence
 */
SalonChart *
test_chart_of (SalonChartKind kind, SalonReportUnit unit, const gint64 *values, guint n)
{
  SalonChart *chart = salon_chart_new (kind, NULL);
  SalonChartSeries *series = salon_chart_add_series (chart, "Clients", unit, SALON_CHART_TONE_NEXT);

  for (guint i = 0; i < n; i++) {
    g_autofree char *label = g_strdup_printf ("name %c%c", 'a' + i / 26 % 26, 'a' + i % 26);

    salon_chart_add_category (chart, label);
    salon_chart_series_add (series, values[i], (int) i, 1);
  }
  return chart;
}

/**
 * test_chart_mark: the mark of a value, by looking at each
 */
const SalonChartMark *
test_chart_mark (const SalonChartPicture *picture, guint series, guint category)
{
  for (guint i = 0; i < salon_chart_picture_n_marks (picture); i++) {
    const SalonChartMark *mark = salon_chart_picture_mark (picture, i);

    if (mark->series == series && mark->category == category)
      return mark;
  }
  g_error ("no mark of series %u, category %u", series, category);
}

/**
 * test_chart_number: the value, 0 where there is none
 */
gint64
test_chart_number (const SalonChart *chart, guint series, guint category)
{
  const SalonChartValue *value = salon_chart_value (chart, series, category);

  return value == NULL || value->is_empty ? 0 : value->value;
}

static void
assert_point (const SalonScene *scene, const SalonShape *shape, double x, double y)
{
  const double edge = 0.02;

  if (!isfinite (x) || !isfinite (y) || x < -edge || y < -edge || x > salon_scene_width (scene) + edge
      || y > salon_scene_height (scene) + edge)
    g_error ("shape %d stands at %.2f, %.2f, outside of %.0f × %.0f", shape->kind, x, y, salon_scene_width (scene),
             salon_scene_height (scene));
}

/**
 * test_chart_assert_inside: every corner of every shape, and every mark, is within the picture
 */
void
test_chart_assert_inside (const SalonChartPicture *picture)
{
  const SalonScene *scene = salon_chart_picture_scene (picture);

  for (guint i = 0; i < salon_scene_n_shapes (scene); i++) {
    const SalonShape *shape = salon_scene_shape (scene, i);
    const double *p = shape->points;

    if (shape->kind == SALON_SHAPE_TEXT) {
      assert_point (scene, shape, shape->box.x, shape->box.y);
      assert_point (scene, shape, shape->box.x + shape->box.width, shape->box.y + shape->box.height);
    } else if (shape->kind == SALON_SHAPE_RECTANGLE) {
      assert_point (scene, shape, p[0], p[1]);
      assert_point (scene, shape, p[0] + p[2], p[1] + p[3]);
    } else if (shape->kind == SALON_SHAPE_DOT) {
      assert_point (scene, shape, p[0] - p[2], p[1] - p[3]);
      assert_point (scene, shape, p[0] + p[2], p[1] + p[3]);
    } else {
      for (guint j = 0; j < shape->n_points; j++)
        assert_point (scene, shape, p[2 * j], p[2 * j + 1]);
    }
  }
}

/**
 * test_chart_assert_apart: no text stands on another
 */
void
test_chart_assert_apart (const SalonChartPicture *picture)
{
  const SalonScene *scene = salon_chart_picture_scene (picture);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < salon_scene_n_shapes (scene); i++)
    if (salon_scene_shape (scene, i)->kind == SALON_SHAPE_TEXT)
      g_ptr_array_add (texts, (gpointer) salon_scene_shape (scene, i));
  for (guint i = 0; i < texts->len; i++)
    for (guint j = i + 1; j < texts->len; j++) {
      const SalonShape *a = texts->pdata[i];
      const SalonShape *b = texts->pdata[j];

      if (a->box.x < b->box.x + b->box.width && b->box.x < a->box.x + a->box.width && a->box.y < b->box.y + b->box.height
          && b->box.y < a->box.y + a->box.height)
        g_error ("“%s” and “%s” stand on each other", a->text, b->text);
    }
}

/**
 * test_chart_assert_marks: each value has one mark, with its place in the table, inside of the picture
 */
void
test_chart_assert_marks (const SalonChart *chart, const SalonChartPicture *picture)
{
  const SalonScene *scene = salon_chart_picture_scene (picture);
  guint n = chart->series->len * chart->categories->len;
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);

  g_assert_cmpuint (salon_chart_picture_n_marks (picture), ==, n);
  for (guint i = 0; i < n; i++) {
    const SalonChartMark *mark = salon_chart_picture_mark (picture, i);
    const SalonChartValue *value = salon_chart_value (chart, mark->series, mark->category);
    guint at = mark->series * chart->categories->len + mark->category;

    g_assert_cmpuint (at, <, n);
    g_assert_false (seen[at]);
    seen[at] = TRUE;
    g_assert_cmpint (mark->row, ==, value != NULL ? value->row : -1);
    g_assert_cmpint (mark->column, ==, value != NULL ? value->column : -1);
    g_assert_cmpint (mark->is_empty, ==, value == NULL || value->is_empty);
    g_assert_true (isfinite (mark->x) && isfinite (mark->y) && mark->width >= 0 && mark->height >= 0);
    g_assert_cmpfloat (mark->x, >=, -0.02);
    g_assert_cmpfloat (mark->y, >=, -0.02);
    g_assert_cmpfloat (mark->x + mark->width, <=, salon_scene_width (scene) + 0.02);
    g_assert_cmpfloat (mark->y + mark->height, <=, salon_scene_height (scene) + 0.02);
  }
}

/**
 * test_chart_count_text: how often a text stands in the picture, whole
 */
guint
test_chart_count_text (const SalonChartPicture *picture, const char *text)
{
  const SalonScene *scene = salon_chart_picture_scene (picture);
  guint n = 0;

  for (guint i = 0; i < salon_scene_n_shapes (scene); i++)
    n += g_strcmp0 (salon_scene_shape (scene, i)->text, text) == 0;
  return n;
}
