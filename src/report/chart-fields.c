/* Heat maps and cohort triangles: categories across, series down, the stronger the more. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/chart-categories.h"
#include "report/chart-kinds.h"
#include "report/chart-legend.h"

#define HIGHEST    52.0
#define WIDEST     150.0
#define NAMES_PART 0.3
#define GAP        8.0
#define SEAM       1.0
#define SCALE_STEPS 6
#define SCALE_STEP  18.0

typedef struct {
  SalonChartPlan *plan;
  SalonTicks ticks; /* how values are written */
  SalonBox plot;
  double slot;
  double row;
  double names;
  double most; /* what is strongest */
} Fields;

/* In a cohort all are there at its beginning: that tells nothing, and would make all others pale. */
static guint
first_category (const SalonChartPlan *plan)
{
  return plan->chart->kind == SALON_CHART_COHORTS && salon_plan_n_categories (plan) > 1 ? 1 : 0;
}

static void
find_most (Fields *self)
{
  SalonChartPlan *plan = self->plan;
  gint64 low = 0;
  gint64 high = 0;

  for (guint i = 0; i < salon_plan_n_series (plan); i++)
    for (guint j = 0; j < salon_plan_n_categories (plan); j++) {
      SalonChartValue value = salon_plan_value (plan, i, j);

      if (value.is_empty)
        continue;
      low = MIN (low, value.value);
      high = MAX (high, value.value);
      if (j >= first_category (plan))
        self->most = MAX (self->most, fabs ((double) value.value));
    }
  self->ticks = salon_ticks_make (low, high, salon_plan_unit (plan), plan->currency, 5);
}

static gboolean
has_young (const SalonChartPlan *plan)
{
  for (guint i = 0; i < salon_plan_n_series (plan); i++)
    for (guint j = 0; j < salon_plan_n_categories (plan); j++)
      if (salon_plan_value (plan, i, j).is_empty && salon_plan_value (plan, i, j).is_incomplete)
        return TRUE;
  return FALSE;
}

static double
part_of (const Fields *self, gint64 value)
{
  return self->most > 0 ? CLAMP ((double) value / self->most, -1, 1) : 0;
}

static SalonBox
box_of (const Fields *self, guint series, guint category)
{
  double seam = MIN (SEAM, MIN (self->slot, self->row) / 8);

  return (SalonBox) { self->plot.x + category * self->slot + seam, self->plot.y + series * self->row + seam,
                      self->slot - 2 * seam, self->row - 2 * seam };
}

static gboolean
values_fit (const Fields *self)
{
  SalonChartPlan *plan = self->plan;
  double widest = 0;

  if (self->row < salon_scene_line_height (plan->scene, SALON_TEXT_VALUE) + 2 || self->slot < 10 * plan->scale)
    return FALSE;
  for (guint i = 0; i < salon_plan_n_series (plan); i++)
    for (guint j = 0; j < salon_plan_n_categories (plan); j++) {
      SalonChartValue value = salon_plan_value (plan, i, j);
      g_autofree char *text = salon_ticks_value_text (&self->ticks, value.value);

      if (!value.is_empty)
        widest = MAX (widest, salon_scene_text_width (plan->scene, SALON_TEXT_VALUE, text));
    }
  return widest + 6 <= self->slot;
}

static void
add_field (const Fields *self, guint series, guint category, gboolean with_value)
{
  SalonChartPlan *plan = self->plan;
  SalonChartValue value = salon_plan_value (plan, series, category);
  SalonBox box = box_of (self, series, category);
  SalonPaint paint = salon_palette_heat_paint (&plan->palette, part_of (self, value.value), value.is_incomplete);
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_VALUE);
  g_autofree char *text = with_value ? salon_ticks_value_text (&self->ticks, value.value) : NULL;

  salon_plan_set_mark (plan, series, category, &box, FALSE);
  if (value.is_empty)
    paint = salon_palette_missing_paint (&plan->palette, value.is_incomplete);
  salon_scene_add_rectangle (plan->scene, &box, &paint);
  if (with_value && !value.is_empty)
    salon_scene_add_text (plan->scene, SALON_TEXT_VALUE, salon_palette_ink_on (&plan->palette, paint.fill.rgb), text,
                          box.x + box.width / 2, box.y + (box.height - line) / 2, 0.5);
}

static void
add_names (const Fields *self)
{
  SalonChartPlan *plan = self->plan;
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_TICK);
  guint every = (guint) MAX (ceil (line / self->row - 0.01), 1);

  for (guint i = 0; i < salon_plan_n_series (plan) && self->names > 0; i += every) {
    g_autofree char *name = salon_scene_shorten (plan->scene, SALON_TEXT_TICK, salon_chart_series (plan->chart, i)->name,
                                                 self->names + 0.5);

    salon_scene_add_text (plan->scene, SALON_TEXT_TICK, plan->palette.ink_2, name, plan->room.x + self->names,
                          self->plot.y + (i + 0.5) * self->row - line / 2, 1);
  }
}

static double
widest_name (const SalonChartPlan *plan)
{
  double width = 0;

  for (guint i = 0; i < salon_plan_n_series (plan); i++)
    width = MAX (width, salon_scene_text_width (plan->scene, SALON_TEXT_TICK, salon_chart_series (plan->chart, i)->name));
  return MIN (width, plan->room.width * NAMES_PART);
}

/* From pale to strong, with the value at each end, at the right of the row above. */
static void
add_scale (const Fields *self, double y)
{
  SalonChartPlan *plan = self->plan;
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_TICK);
  double step = SCALE_STEP * plan->scale;
  g_autofree char *most = salon_ticks_value_text (&self->ticks, (gint64) self->most);
  double right = plan->room.x + plan->room.width - salon_scene_text_width (plan->scene, SALON_TEXT_TICK, most);
  double left = right - 6 * plan->scale - SCALE_STEPS * step;
  SalonBox all = { left - 20 * plan->scale, y, plan->room.x + plan->room.width - left, line };

  if (!salon_scene_is_free (plan->scene, &all) || self->most <= 0)
    return;
  for (guint i = 0; i < SCALE_STEPS; i++) {
    SalonPaint paint = salon_palette_heat_paint (&plan->palette, (double) i / (SCALE_STEPS - 1), FALSE);
    SalonBox box = { left + i * step, y + line * 0.15, step, line * 0.7 };

    paint.radius = 0;
    salon_scene_add_rectangle (plan->scene, &box, &paint);
  }
  salon_scene_add_text (plan->scene, SALON_TEXT_TICK, plan->palette.ink_2, most, right, y, 0);
  salon_scene_add_text (plan->scene, SALON_TEXT_TICK, plan->palette.ink_2, "0", left - 6 * plan->scale, y, 1);
}

/* Names at the left and below; what is left is for the fields. */
static void
divide (Fields *self)
{
  SalonChartPlan *plan = self->plan;
  guint n = MAX (salon_plan_n_categories (plan), 1);
  g_autoptr (SalonCategories) categories = NULL;
  double below = 0;

  self->names = widest_name (plan);
  if (plan->room.width - self->names < 80 * plan->scale || plan->room.height < 60 * plan->scale)
    self->names = 0;
  self->plot = plan->room;
  self->plot.x += self->names > 0 ? self->names + GAP * plan->scale : 0;
  self->plot.width = MIN (plan->room.x + plan->room.width - self->plot.x, n * WIDEST * plan->scale);
  self->slot = self->plot.width / n;
  if (self->names > 0) {
    plan->room.width = self->plot.x + self->plot.width - plan->room.x;
    categories = salon_categories_fit (plan, self->plot.width);
    below = salon_categories_height (categories);
  }
  self->plot.height = MIN (MAX (plan->room.height - below, plan->room.height / 10), HIGHEST * plan->scale * salon_plan_n_series (plan));
  self->row = self->plot.height / MAX (salon_plan_n_series (plan), 1);
  if (categories != NULL)
    salon_categories_add (categories, self->plot.x, self->plot.y + self->plot.height - 2 * plan->scale);
}

/**
 * salon_fields_plan: a heat map or a cohort triangle
 */
void
salon_fields_plan (SalonChartPlan *plan)
{
  Fields self = { .plan = plan };
  double top = plan->room.y;
  double width = plan->room.width;
  gboolean with_values = FALSE;

  find_most (&self);
  /* Translators: in the legend of a chart of cohorts: hatched fields are months that have not passed since */
  salon_legend_add (plan, &self.ticks, SALON_LEGEND_NO_NAMES, has_young (plan) ? C_ ("chart legend", "too early to say") : NULL);
  divide (&self);
  with_values = values_fit (&self);
  for (guint i = 0; i < salon_plan_n_series (plan); i++)
    for (guint j = 0; j < salon_plan_n_categories (plan); j++)
      add_field (&self, i, j, with_values);
  add_names (&self);
  plan->room.width = width;
  if (!with_values && plan->room.y > top)
    add_scale (&self, top);
}
