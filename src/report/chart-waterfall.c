/* A waterfall: what was there, what came and went, what is there now. */
#include "report/chart-axes.h"
#include "report/chart-columns.h"
#include "report/chart-kinds.h"
#include "report/chart-legend.h"

#define WIDEST 96.0

typedef struct {
  gint64 from;
  gint64 to;
} Step;

/* Each begins where the one before ended; a sum begins at zero. */
static Step *
steps_of (const SalonChartPlan *plan, gint64 *low, gint64 *high)
{
  guint n = salon_plan_n_categories (plan);
  Step *steps = g_new0 (Step, n);
  gint64 level = 0;

  for (guint i = 0; i < n; i++) {
    SalonChartValue value = salon_plan_value (plan, 0, i);

    steps[i].from = value.is_sum && !value.is_empty ? 0 : level;
    level = value.is_empty ? level : salon_plan_add (steps[i].from, value.value);
    steps[i].to = level;
    *low = MIN (*low, level);
    *high = MAX (*high, level);
  }
  return steps;
}

static SalonPaint
paint_of (const SalonChartPlan *plan, const SalonChartValue *value)
{
  if (value->is_sum)
    return salon_palette_paint (&plan->palette, plan->chart, 0, value->is_incomplete);
  return salon_palette_tone_paint (&plan->palette, value->value < 0 ? SALON_CHART_TONE_LOSS : SALON_CHART_TONE_GAIN,
                                   value->is_incomplete);
}

static SalonBox
box_of (const SalonFrame *frame, const SalonColumns *columns, const Step *step, guint category)
{
  double a = salon_frame_y (frame, (double) step->from);
  double b = salon_frame_y (frame, (double) step->to);
  double from = 0;
  double width = 0;

  salon_columns_span_of (columns, 0, FALSE, FALSE, &from, &width);
  return (SalonBox) { salon_frame_x (frame, category) + from, MIN (a, b), width, MAX (a, b) - MIN (a, b) };
}

static char *
label_of (const SalonTicks *ticks, const SalonChartValue *value)
{
  g_autofree char *text = salon_ticks_value_text (ticks, value->value);

  return g_strconcat (value->is_sum || value->value <= 0 ? "" : "+", text, NULL);
}

static gboolean
labels_fit (const SalonChartPlan *plan, const SalonFrame *frame)
{
  for (guint i = 0; i < salon_plan_n_categories (plan); i++) {
    SalonChartValue value = salon_plan_value (plan, 0, i);
    g_autofree char *text = label_of (&frame->ticks, &value);

    if (salon_scene_text_width (plan->scene, SALON_TEXT_VALUE, text) + 4 > frame->slot)
      return FALSE;
  }
  return TRUE;
}

/* From the end of a bar to the beginning of the next. */
static void
add_joins (SalonChartPlan *plan, const SalonFrame *frame, const SalonColumns *columns, const Step *steps)
{
  SalonPaint join = salon_palette_rule (plan->palette.axis, 1);

  for (guint i = 0; i + 1 < salon_plan_n_categories (plan); i++) {
    SalonBox box = box_of (frame, columns, &steps[i], i);
    SalonBox next = box_of (frame, columns, &steps[i + 1], i + 1);
    double y = salon_frame_y (frame, (double) steps[i].to);

    salon_scene_add_line (plan->scene, box.x + box.width, y, next.x, y, &join);
  }
}

static void
add_step (SalonChartPlan *plan, const SalonFrame *frame, const SalonColumns *columns, const Step *step, guint category,
          gboolean has_label)
{
  SalonChartValue value = salon_plan_value (plan, 0, category);
  SalonBox box = box_of (frame, columns, step, category);
  SalonPaint paint = paint_of (plan, &value);
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_VALUE);
  g_autofree char *text = label_of (&frame->ticks, &value);

  salon_plan_set_mark (plan, 0, category, &box, FALSE);
  if (value.is_empty)
    return;
  if (value.value != 0)
    salon_scene_add_rectangle (plan->scene, &box, &paint);
  if (has_label)
    salon_scene_add_text (plan->scene, SALON_TEXT_VALUE, plan->palette.ink, text, box.x + box.width / 2,
                          value.value < 0 && step->to < 0 ? box.y + box.height + 2 : box.y - line - 2, 0.5);
}

/**
 * salon_waterfall_plan: a waterfall of the first series
 */
void
salon_waterfall_plan (SalonChartPlan *plan)
{
  gint64 low = 0;
  gint64 high = 0;
  g_autofree Step *steps = steps_of (plan, &low, &high);
  SalonTicks ticks = salon_axes_ticks (plan, low, high);
  SalonFrame frame = { 0 };
  SalonColumns columns = { 0 };
  gboolean has_labels = FALSE;

  salon_legend_add (plan, &ticks, SALON_LEGEND_NO_NAMES, NULL);
  frame = salon_axes_frame (plan, &ticks, NULL, salon_scene_line_height (plan->scene, SALON_TEXT_VALUE) + 4, 0);
  columns = salon_columns_make (plan, 1, frame.slot, WIDEST * plan->scale);
  has_labels = labels_fit (plan, &frame);
  add_joins (plan, &frame, &columns, steps);
  for (guint i = 0; i < salon_plan_n_categories (plan); i++)
    add_step (plan, &frame, &columns, &steps[i], i, has_labels);
  salon_axes_add_zero (plan, &frame);
}
