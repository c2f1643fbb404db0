/* Upright bars side by side; on a scale that does not begin at zero points on stems. */
#include "report/chart-bars.h"

#include "report/chart-columns.h"
#include "report/chart-kinds.h"
#include "report/chart-legend.h"
#include "report/chart-markers.h"

#define WIDEST 64.0
#define POINT  5.0 /* radius of one that stands for a bar */
/* From so many categories on, names that are no sequence are read from top to bottom. */
#define MANY 6

/**
 * salon_bars_are_lying:
 *
 * Returns: whether there is one series, or a Pareto, whose many categories are no sequence
 */
gboolean
salon_bars_are_lying (const SalonChartPlan *plan)
{
  if (plan->chart->is_ordered || salon_plan_n_categories (plan) < MANY)
    return FALSE;
  if (plan->chart->kind == SALON_CHART_PARETO)
    return TRUE;
  return (plan->chart->kind == SALON_CHART_BARS || plan->chart->kind == SALON_CHART_STACKED) && salon_columns_count (plan) == 1;
}

static SalonBox
box_of (const SalonChartPlan *plan, const SalonFrame *frame, const SalonColumns *columns, guint series, guint category)
{
  SalonChartValue value = salon_plan_value (plan, series, category);
  double zero = salon_frame_y (frame, 0);
  double y = value.is_empty ? zero : salon_frame_y (frame, (double) value.value);
  double from = 0;
  double width = 0;

  salon_columns_span (columns, series, &from, &width);
  return (SalonBox) { salon_frame_x (frame, category) + from, MIN (y, zero), width, MAX (y, zero) - MIN (y, zero) };
}

/* The length of a bar would say how many times as much: of marks from 1 to 5 nobody can say that. */
static void
add_point (SalonChartPlan *plan, const SalonBox *bar, guint series, guint category)
{
  SalonChartValue value = salon_plan_value (plan, series, category);
  double radius = MIN (POINT * plan->scale, bar->width / 2);
  double x = bar->x + bar->width / 2;
  SalonBox box = { x - radius, bar->y - radius, 2 * radius, 2 * radius };
  SalonPaint stem = salon_palette_rule ((SalonInk) { salon_palette_colour (&plan->palette, plan->chart, series), 0.4 }, 2);

  salon_plan_set_mark (plan, series, category, &box, TRUE);
  if (value.is_empty)
    return;
  salon_scene_add_line (plan->scene, x, bar->y + bar->height, x, bar->y, &stem);
  salon_marker_add (plan, series, x, bar->y, radius, value.is_incomplete);
}

static void
add_bars (SalonChartPlan *plan, const SalonFrame *frame, const SalonColumns *columns, guint n_series, gboolean before)
{
  for (guint i = 0; i < n_series; i++) {
    if (salon_chart_series (plan->chart, i)->is_before != before)
      continue;
    for (guint j = 0; j < salon_plan_n_categories (plan); j++) {
      SalonChartValue value = salon_plan_value (plan, i, j);
      SalonPaint paint = salon_palette_paint (&plan->palette, plan->chart, i, value.is_incomplete);
      SalonBox box = box_of (plan, frame, columns, i, j);

      if (salon_plan_has_scale (plan)) {
        add_point (plan, &box, i, j);
        continue;
      }
      salon_plan_set_mark (plan, i, j, &box, FALSE);
      if (!value.is_empty && value.value != 0)
        salon_scene_add_rectangle (plan->scene, &box, &paint);
    }
  }
}

/* Every label has its place above its bar, or there are none at all. */
static gboolean
labels_fit (const SalonChartPlan *plan, const SalonTicks *ticks, guint n_series, double pitch)
{
  if (pitch < 12 * plan->scale)
    return FALSE;
  for (guint i = 0; i < n_series; i++)
    for (guint j = 0; j < salon_plan_n_categories (plan); j++) {
      g_autofree char *text = salon_ticks_value_text (ticks, salon_plan_value (plan, i, j).value);

      if (!salon_chart_series (plan->chart, i)->is_before
          && salon_scene_text_width (plan->scene, SALON_TEXT_VALUE, text) + 3 > pitch)
        return FALSE;
    }
  return TRUE;
}

static void
add_labels (SalonChartPlan *plan, const SalonFrame *frame, const SalonColumns *columns, guint n_series)
{
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_VALUE);
  double away = 2 + (salon_plan_has_scale (plan) ? POINT * plan->scale : 0);

  for (guint i = 0; i < n_series; i++)
    for (guint j = 0; j < salon_plan_n_categories (plan); j++) {
      SalonChartValue value = salon_plan_value (plan, i, j);
      SalonBox box = box_of (plan, frame, columns, i, j);
      g_autofree char *text = salon_ticks_value_text (&frame->ticks, value.value);

      /* no bar says that there is none: noughts in a row only disturb */
      if (!value.is_empty && value.value != 0 && !salon_chart_series (plan->chart, i)->is_before)
        salon_scene_add_text (plan->scene, SALON_TEXT_VALUE, plan->palette.ink, text, box.x + box.width / 2,
                              value.value < 0 ? box.y + box.height + 2 : box.y - line - away, 0.5);
    }
}

static SalonColumns
columns_of (const SalonChartPlan *plan, const SalonFrame *frame, guint n_series)
{
  return salon_columns_make (plan, MIN (n_series, salon_columns_count (plan)), frame->slot, WIDEST * plan->scale);
}

/**
 * salon_bars_add:
 * @n_series: the first ones
 *
 * Adds upright bars.
 */
void
salon_bars_add (SalonChartPlan *plan, const SalonFrame *frame, guint n_series)
{
  SalonColumns columns = columns_of (plan, frame, n_series);

  add_bars (plan, frame, &columns, n_series, TRUE);
  add_bars (plan, frame, &columns, n_series, FALSE);
  salon_axes_add_zero (plan, frame);
}

/**
 * salon_bars_add_values:
 * @n_series: the first ones
 *
 * Adds each value at its bar, if all of them have room.
 */
void
salon_bars_add_values (SalonChartPlan *plan, const SalonFrame *frame, guint n_series)
{
  SalonColumns columns = columns_of (plan, frame, n_series);

  if (labels_fit (plan, &frame->ticks, n_series, columns.n == 1 ? frame->slot : columns.pitch))
    add_labels (plan, frame, &columns, n_series);
}

/**
 * salon_bars_plan: upright bars
 */
void
salon_bars_plan (SalonChartPlan *plan)
{
  guint n = salon_plan_n_series (plan);
  gint64 low = 0;
  gint64 high = 0;
  SalonTicks ticks = { 0 };
  SalonFrame frame = { 0 };

  salon_plan_range (plan, n, &low, &high);
  ticks = salon_axes_ticks (plan, low, high);
  salon_legend_add (plan, &ticks, SALON_LEGEND_FIELDS, NULL);
  frame = salon_axes_frame (plan, &ticks, NULL,
                            salon_scene_line_height (plan->scene, SALON_TEXT_VALUE) + 4
                                + (salon_plan_has_scale (plan) ? POINT * plan->scale : 0),
                            0);
  salon_bars_add (plan, &frame, n);
  salon_bars_add_values (plan, &frame, n);
}
