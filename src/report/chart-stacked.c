/* Stacked bars. */
#include "report/chart-axes.h"
#include "report/chart-columns.h"
#include "report/chart-kinds.h"
#include "report/chart-legend.h"
#include "report/chart-stack.h"

#define WIDEST 64.0

typedef struct {
  SalonChartPlan *plan;
  const SalonStack *stack;
  SalonFrame frame;
  SalonColumns columns;
  gboolean has_before;
} Stacked;

static SalonBox
box_of (const Stacked *self, guint series, guint category)
{
  SalonStackSpan span = salon_stack_span (self->stack, series, category);
  double a = salon_frame_y (&self->frame, (double) span.from);
  double b = salon_frame_y (&self->frame, (double) span.to);
  double from = 0;
  double width = 0;

  salon_columns_span_of (&self->columns, 0, salon_chart_series (self->plan->chart, series)->is_before, self->has_before, &from,
                         &width);
  return (SalonBox) { salon_frame_x (&self->frame, category) + from, MIN (a, b), width, MAX (a, b) - MIN (a, b) };
}

/* A line of the ground parts it from its neighbours. */
static void
part (const SalonChartPlan *plan, SalonPaint *paint, const SalonBox *box)
{
  paint->radius = 0;
  if (paint->line.alpha > 0 || box->width < 6 || box->height < 3)
    return;
  paint->line = (SalonInk) { plan->palette.surface, 1 };
  paint->line_width = 1;
}

static void
add_bars (const Stacked *self, gboolean before)
{
  SalonChartPlan *plan = self->plan;

  for (guint j = 0; j < salon_plan_n_categories (plan); j++)
    for (guint i = 0; i < salon_plan_n_series (plan); i++) {
      SalonChartValue value = salon_plan_value (plan, i, j);
      SalonPaint paint = salon_palette_paint (&plan->palette, plan->chart, i, value.is_incomplete);
      SalonBox box = box_of (self, i, j);

      if (salon_chart_series (plan->chart, i)->is_before != before)
        continue;
      part (plan, &paint, &box);
      salon_plan_set_mark (plan, i, j, &box, FALSE);
      if (!value.is_empty && value.value != 0)
        salon_scene_add_rectangle (plan->scene, &box, &paint);
    }
}

static gboolean
has_room (const Stacked *self, guint series, guint category)
{
  SalonChartPlan *plan = self->plan;
  SalonChartValue value = salon_plan_value (plan, series, category);
  SalonBox box = box_of (self, series, category);
  g_autofree char *text = salon_ticks_value_text (&self->frame.ticks, value.value);

  return !value.is_empty && value.value != 0 && !salon_chart_series (plan->chart, series)->is_before
         && box.height >= salon_scene_line_height (plan->scene, SALON_TEXT_VALUE) + 2
         && box.width >= salon_scene_text_width (plan->scene, SALON_TEXT_VALUE, text) + 5;
}

/* Inside of its bar, on a ground of its colour where that has a texture. */
static void
add_inner_label (const Stacked *self, guint series, guint category)
{
  SalonChartPlan *plan = self->plan;
  SalonChartValue value = salon_plan_value (plan, series, category);
  SalonPaint paint = salon_palette_paint (&plan->palette, plan->chart, series, value.is_incomplete);
  SalonBox box = box_of (self, series, category);
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_VALUE);
  g_autofree char *text = salon_ticks_value_text (&self->frame.ticks, value.value);
  double width = salon_scene_text_width (plan->scene, SALON_TEXT_VALUE, text);
  SalonBox ground = { box.x + (box.width - width) / 2 - 2, box.y + (box.height - line) / 2, width + 4, line };
  SalonPaint plain = { .fill = paint.fill, .radius = 2 };

  if (paint.texture != SALON_TEXTURE_NONE)
    salon_scene_add_rectangle (plan->scene, &ground, &plain);
  salon_scene_add_text (plan->scene, SALON_TEXT_VALUE, salon_palette_ink_on (&plan->palette, paint.fill.rgb), text,
                        box.x + box.width / 2, ground.y, 0.5);
}

/* A few values here and there would only disturb. */
static void
add_inner_labels (const Stacked *self)
{
  SalonChartPlan *plan = self->plan;
  guint n = salon_plan_n_series (plan) * salon_plan_n_categories (plan);
  g_autofree gboolean *room = g_new0 (gboolean, MAX (n, 1));
  guint fit = 0;
  guint all = 0;

  for (guint i = 0; i < n; i++) {
    SalonChartValue value = salon_plan_value (plan, i % salon_plan_n_series (plan), i / salon_plan_n_series (plan));

    room[i] = self->frame.slot > 12 && has_room (self, i % salon_plan_n_series (plan), i / salon_plan_n_series (plan));
    fit += room[i];
    all += !value.is_empty && value.value != 0;
  }
  for (guint i = 0; i < n && 2 * fit >= all; i++)
    if (room[i])
      add_inner_label (self, i % salon_plan_n_series (plan), i / salon_plan_n_series (plan));
}

static gboolean
totals_fit (const Stacked *self)
{
  gint64 low = 0;
  gint64 high = 0;

  salon_stack_range (self->stack, &low, &high);
  if (low < 0 || salon_columns_count (self->plan) < 2)
    return FALSE;
  for (guint i = 0; i < salon_plan_n_categories (self->plan); i++) {
    g_autofree char *text = salon_ticks_value_text (&self->frame.ticks, salon_stack_total (self->stack, i));

    if (salon_scene_text_width (self->plan->scene, SALON_TEXT_VALUE, text) + 3 > self->frame.slot)
      return FALSE;
  }
  return TRUE;
}

static void
add_totals (const Stacked *self)
{
  SalonChartPlan *plan = self->plan;
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_VALUE);

  for (guint i = 0; i < salon_plan_n_categories (plan); i++) {
    gint64 total = salon_stack_total (self->stack, i);
    g_autofree char *text = salon_ticks_value_text (&self->frame.ticks, total);
    SalonBox box = box_of (self, 0, i);

    if (total != 0)
      salon_scene_add_text (plan->scene, SALON_TEXT_VALUE, plan->palette.ink, text, box.x + box.width / 2,
                            salon_frame_y (&self->frame, (double) total) - line - 2, 0.5);
  }
}

/**
 * salon_stacked_plan: stacked bars
 */
void
salon_stacked_plan (SalonChartPlan *plan)
{
  g_autoptr (SalonStack) stack = salon_stack_new (plan);
  Stacked self = { .plan = plan, .stack = stack };
  SalonTicks ticks = { 0 };
  gint64 low = 0;
  gint64 high = 0;

  salon_stack_range (stack, &low, &high);
  self.has_before = salon_columns_has_before (plan);
  ticks = salon_axes_ticks (plan, low, high);
  salon_legend_add (plan, &ticks, SALON_LEGEND_FIELDS, NULL);
  self.frame = salon_axes_frame (plan, &ticks, NULL, salon_scene_line_height (plan->scene, SALON_TEXT_VALUE) + 4, 0);
  self.columns = salon_columns_make (plan, 1, self.frame.slot, WIDEST * plan->scale);
  add_bars (&self, TRUE);
  add_bars (&self, FALSE);
  salon_axes_add_zero (plan, &self.frame);
  add_inner_labels (&self);
  if (totals_fit (&self))
    add_totals (&self);
}
