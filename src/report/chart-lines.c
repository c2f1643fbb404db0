/* Lines: a gap where there is no value, dashed where the time is not over. */
#include "report/chart-lines.h"

#include <math.h>

#include "report/chart-ends.h"
#include "report/chart-kinds.h"
#include "report/chart-legend.h"
#include "report/chart-markers.h"

#define RADIUS   3.25
#define MANY     200
#define CORNER   1.4 /* how far a three-cornered point reaches */
#define HALO     6.0
#define DOT_SLOT 13.0 /* narrower ones have no points on their lines */
/* A line that moves within so small a part of its height is not drawn from zero. */
#define FLAT 0.25

static void
find_range (const SalonChartPlan *plan, gint64 *low, gint64 *high)
{
  gboolean is_first = TRUE;

  if (salon_plan_has_scale (plan)) {
    salon_plan_range (plan, salon_plan_n_series (plan), low, high);
    return;
  }
  for (guint i = 0; i < salon_plan_n_series (plan); i++)
    for (guint j = 0; j < salon_plan_n_categories (plan); j++) {
      SalonChartValue value = salon_plan_value (plan, i, j);

      if (value.is_empty)
        continue;
      *low = is_first ? value.value : MIN (*low, value.value);
      *high = is_first ? value.value : MAX (*high, value.value);
      is_first = FALSE;
    }
  if (*low > 0 && (*low == *high || (double) *high - (double) *low > FLAT * (double) *high))
    *low = 0;
  *high = MAX (*high, *low < 0 ? 0 : *low);
}

static double
x_of (const SalonFrame *frame, guint category)
{
  return salon_frame_x (frame, category) + frame->slot / 2;
}

/* Of the points in one column of pixels the first, the highest, the lowest and the last. */
static void
append_column (GArray *thin, const double *points, guint n)
{
  guint low = 0;
  guint high = 0;

  for (guint i = 1; i < n; i++) {
    low = points[2 * i + 1] < points[2 * low + 1] ? i : low;
    high = points[2 * i + 1] > points[2 * high + 1] ? i : high;
  }
  g_array_append_vals (thin, points, 2);
  g_array_append_vals (thin, points + 2 * MIN (low, high), 2);
  g_array_append_vals (thin, points + 2 * MAX (low, high), 2);
  g_array_append_vals (thin, points + 2 * (n - 1), 2);
}

/* More points than pixels look the same when they are thinned out. */
static GArray *
thin_out (const GArray *points)
{
  const double *p = (const double *) (gconstpointer) points->data;
  guint n = points->len / 2;
  GArray *thin = g_array_new (FALSE, FALSE, sizeof (double));
  guint from = 0;

  if (n < MANY || n < 4 * (p[2 * n - 2] - p[0])) {
    g_array_append_vals (thin, p, points->len);
    return thin;
  }
  for (guint i = 1; i <= n; i++)
    if (i == n || floor (p[2 * i]) > floor (p[2 * from])) {
      append_column (thin, p + 2 * from, i - from);
      from = i;
    }
  return thin;
}

static void
flush (SalonChartPlan *plan, GArray *points, guint series, gboolean is_dashed, gboolean is_halo)
{
  SalonPaint paint = salon_palette_line_paint (&plan->palette, plan->chart, series, is_dashed);

  if (is_halo)
    paint = salon_palette_rule ((SalonInk) { plan->palette.surface, 1 }, HALO);

  if (points->len >= 4) {
    g_autoptr (GArray) thin = thin_out (points);

    salon_scene_add_lines (plan->scene, (const double *) (gpointer) thin->data, thin->len / 2, FALSE, &paint);
  }
  g_array_set_size (points, 0);
}

/* A run ends at a gap, and where whole times are followed by one that is not over. */
static void
add_line (SalonChartPlan *plan, const SalonFrame *frame, guint series, gboolean is_halo)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean is_dashed = FALSE;

  for (guint i = 0; i < salon_plan_n_categories (plan); i++) {
    SalonChartValue value = salon_plan_value (plan, series, i);
    double at[2] = { x_of (frame, i), salon_frame_y (frame, (double) value.value) };

    if (value.is_empty) {
      flush (plan, points, series, is_dashed, is_halo);
      continue;
    }
    if (value.is_incomplete != is_dashed && points->len >= 2) {
      double last[2] = { g_array_index (points, double, points->len - 2), g_array_index (points, double, points->len - 1) };

      flush (plan, points, series, is_dashed, is_halo);
      g_array_append_vals (points, last, 2);
    }
    is_dashed = value.is_incomplete;
    g_array_append_vals (points, at, 2);
  }
  flush (plan, points, series, is_dashed, is_halo);
}

static gboolean
is_alone (const SalonChartPlan *plan, guint series, guint category)
{
  return (category == 0 || salon_plan_value (plan, series, category - 1).is_empty)
         && (category + 1 >= salon_plan_n_categories (plan) || salon_plan_value (plan, series, category + 1).is_empty);
}

/* As large as it can be there: a point at the edge of a tiny picture is small, too. */
static double
radius_at (const SalonChartPlan *plan, double x, double y, double radius)
{
  double beside = MIN (x, salon_scene_width (plan->scene) - x);
  double above = MIN (y, salon_scene_height (plan->scene) - y);

  return CLAMP (MIN (beside, above) / CORNER, 0, radius);
}

static void
add_points (SalonChartPlan *plan, const SalonFrame *frame, guint series)
{
  double largest = (salon_chart_series (plan->chart, series)->is_before ? 0.75 : 1) * RADIUS * plan->scale;
  gboolean has_points = frame->slot >= DOT_SLOT * plan->scale;

  for (guint i = 0; i < salon_plan_n_categories (plan); i++) {
    SalonChartValue value = salon_plan_value (plan, series, i);
    double x = x_of (frame, i);
    double y = value.is_empty ? frame->plot.y + frame->plot.height : salon_frame_y (frame, (double) value.value);
    double radius = radius_at (plan, x, y, largest);
    SalonBox box = { x - radius, y - radius, 2 * radius, 2 * radius };

    salon_plan_set_mark (plan, series, i, &box, TRUE);
    if (!value.is_empty && (has_points || is_alone (plan, series, i)))
      salon_marker_add (plan, series, x, y, radius, value.is_incomplete);
  }
}

static gboolean
is_valley (const SalonChartPlan *plan, guint category)
{
  gint64 here = salon_plan_value (plan, 0, category).value;
  guint n = salon_plan_n_categories (plan);
  SalonChartValue left = salon_plan_value (plan, 0, category > 0 ? category - 1 : MIN (1, n - 1));
  SalonChartValue right = salon_plan_value (plan, 0, category + 1 < n ? category + 1 : n > 1 ? n - 2 : 0);

  return !left.is_empty && !right.is_empty && left.value > here && right.value >= here;
}

/* The values of a single line stand at its points, if all of them have room. */
static void
add_values (SalonChartPlan *plan, const SalonFrame *frame)
{
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_VALUE);
  guint n = salon_plan_n_categories (plan);

  for (guint i = 0; i < n; i++) {
    g_autofree char *text = salon_ticks_value_text (&frame->ticks, salon_plan_value (plan, 0, i).value);

    if (salon_scene_text_width (plan->scene, SALON_TEXT_VALUE, text) + 10 > frame->slot)
      return;
  }
  for (guint i = 0; i < n; i++) {
    SalonChartValue value = salon_plan_value (plan, 0, i);
    double y = salon_frame_y (frame, (double) value.value);
    g_autofree char *text = salon_ticks_value_text (&frame->ticks, value.value);
    double away = (RADIUS + 3) * plan->scale;

    if (!value.is_empty)
      salon_scene_add_text (plan->scene, SALON_TEXT_VALUE, plan->palette.ink, text, x_of (frame, i),
                            is_valley (plan, i) ? y + away : y - away - line, 0.5);
  }
}

static void
add_ends (SalonChartPlan *plan, const SalonFrame *frame)
{
  guint n = salon_plan_n_series (plan);
  g_autofree double *x = g_new0 (double, n);
  g_autofree double *y = g_new0 (double, n);

  for (guint i = 0; i < n; i++) {
    y[i] = NAN;
    for (guint j = 0; j < salon_plan_n_categories (plan); j++) {
      SalonChartValue value = salon_plan_value (plan, i, j);

      if (!value.is_empty) {
        x[i] = x_of (frame, j);
        y[i] = salon_frame_y (frame, (double) value.value);
      }
    }
  }
  salon_ends_add (plan, frame, x, y, TRUE);
}

/**
 * salon_lines_add:
 * @with_halo: what lies under it keeps away from it
 *
 * Adds the line of one series, its points and marks.
 */
void
salon_lines_add (SalonChartPlan *plan, const SalonFrame *frame, guint series, gboolean with_halo)
{
  if (with_halo && frame->slot >= 1)
    add_line (plan, frame, series, TRUE);
  add_line (plan, frame, series, FALSE);
  add_points (plan, frame, series);
}

static void
add_lines (SalonChartPlan *plan, const SalonFrame *frame, gboolean before)
{
  for (guint i = 0; i < salon_plan_n_series (plan); i++)
    if (salon_chart_series (plan->chart, i)->is_before == before)
      salon_lines_add (plan, frame, i, FALSE);
}

/**
 * salon_lines_plan: lines
 */
void
salon_lines_plan (SalonChartPlan *plan)
{
  gint64 low = 0;
  gint64 high = 0;
  double margin = 0;
  gboolean is_single = salon_plan_n_series (plan) == 1;
  SalonTicks ticks = { 0 };
  SalonFrame frame = { 0 };

  find_range (plan, &low, &high);
  ticks = salon_axes_ticks (plan, low, high);
  margin = is_single ? 0 : salon_ends_margin (plan, &ticks, TRUE);
  salon_legend_add (plan, &ticks, margin > 0 ? SALON_LEGEND_NO_NAMES : SALON_LEGEND_LINES, NULL);
  frame = salon_axes_frame (plan, &ticks, NULL, salon_scene_line_height (plan->scene, SALON_TEXT_VALUE) + 6 * plan->scale, margin);
  add_lines (plan, &frame, TRUE);
  add_lines (plan, &frame, FALSE);
  if (margin > 0)
    add_ends (plan, &frame);
  if (is_single)
    add_values (plan, &frame);
}
