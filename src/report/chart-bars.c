/* Upright bars side by side. */
#include "report/chart-bars.h"

#include "report/chart-columns.h"
#include "report/chart-kinds.h"
#include "report/chart-legend.h"

#define WIDEST 64.0
/* From so many categories on, names that are no sequence are read from top to bottom. */
#define MANY 6

/**
 * salon_bars_are_lying:
 *
 * Returns: whether there is one series whose many categories are no sequence
 */
gboolean
salon_bars_are_lying (const SalonChartPlan *plan)
{
  return plan->chart->kind == SALON_CHART_BARS && salon_columns_count (plan) == 1
         && salon_plan_n_categories (plan) >= MANY && !salon_plan_is_ordered (plan);
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

  for (guint i = 0; i < n_series; i++)
    for (guint j = 0; j < salon_plan_n_categories (plan); j++) {
      SalonChartValue value = salon_plan_value (plan, i, j);
      SalonBox box = box_of (plan, frame, columns, i, j);
      g_autofree char *text = salon_ticks_value_text (&frame->ticks, value.value);

      if (!value.is_empty && !salon_chart_series (plan->chart, i)->is_before)
        salon_scene_add_text (plan->scene, SALON_TEXT_VALUE, plan->palette.ink, text, box.x + box.width / 2,
                              value.value < 0 ? box.y + box.height + 2 : box.y - line - 2, 0.5);
    }
}

/**
 * salon_bars_add:
 * @n_series: the first ones
 *
 * Adds upright bars, each with its value if all of them have room.
 */
void
salon_bars_add (SalonChartPlan *plan, const SalonFrame *frame, guint n_series)
{
  guint n = MIN (n_series, salon_columns_count (plan));
  SalonColumns columns = salon_columns_make (plan, n, frame->slot, WIDEST * plan->scale);

  add_bars (plan, frame, &columns, n_series, TRUE);
  add_bars (plan, frame, &columns, n_series, FALSE);
  salon_axes_add_zero (plan, frame);
  if (labels_fit (plan, &frame->ticks, n_series, n == 1 ? frame->slot : columns.pitch))
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
  frame = salon_axes_frame (plan, &ticks, NULL, salon_scene_line_height (plan->scene, SALON_TEXT_VALUE) + 4, 0);
  salon_bars_add (plan, &frame, n);
}
