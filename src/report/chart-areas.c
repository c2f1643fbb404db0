/* Stacked areas: bands from one category to the next. */
#include "report/chart-ends.h"
#include "report/chart-kinds.h"
#include "report/chart-legend.h"
#include "report/chart-stack.h"

#include <math.h>

#define THINNEST 6.0
/* With narrower slots an edge is drawn by columns of pixels. */
#define DENSE 0.5

typedef struct {
  SalonChartPlan *plan;
  const SalonStack *stack;
  SalonFrame frame;
} Areas;

static double
x_of (const Areas *self, guint category)
{
  return salon_frame_x (&self->frame, category) + self->frame.slot / 2;
}

static double
y_of (const Areas *self, guint series, guint category, gboolean upper)
{
  SalonStackSpan span = salon_stack_span (self->stack, series, category);

  return salon_frame_y (&self->frame, (double) (upper ? span.to : span.from));
}

/* The highest and the lowest of those that share a column of pixels, in their turn: more would look the same, and a filled
 * edge that goes up and down four times within a pixel takes long.  Bands that touch are thinned alike. */
static void
append_column (const Areas *self, GArray *points, guint series, gboolean upper, guint from, guint to)
{
  guint low = from;
  guint high = from;

  for (guint i = from; i <= to; i++) {
    low = y_of (self, series, i, upper) < y_of (self, series, low, upper) ? i : low;
    high = y_of (self, series, i, upper) > y_of (self, series, high, upper) ? i : high;
  }
  for (guint turn = 0; turn < (low == high ? 1 : 2); turn++) {
    guint at = turn == 0 ? MIN (low, high) : MAX (low, high);
    const double point[] = { x_of (self, at), y_of (self, series, at, upper) };

    g_array_append_vals (points, point, 2);
  }
}

static void
append_edge (const Areas *self, GArray *points, guint series, gboolean upper, guint from, guint to)
{
  gboolean is_dense = self->frame.slot < DENSE;

  for (guint i = from; i <= to;) {
    guint last = i;

    while (is_dense && last < to && floor (x_of (self, last + 1)) <= floor (x_of (self, i)))
      last++;
    append_column (self, points, series, upper, i, last);
    i = last + 1;
  }
}

static void
append_reversed (GArray *points, const GArray *edge)
{
  for (guint i = edge->len; i >= 2; i -= 2)
    g_array_append_vals (points, &g_array_index (edge, double, i - 2), 2);
}

/* From category @from up to @to, along its outer edge and back along its inner one. */
static void
add_band (const Areas *self, guint series, guint from, guint to, gboolean is_incomplete)
{
  SalonChartPlan *plan = self->plan;
  SalonPaint paint = salon_palette_paint (&plan->palette, plan->chart, series, is_incomplete);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) inner = g_array_new (FALSE, FALSE, sizeof (double));

  if (from == to) { /* a value alone is a narrow field */
    double half = MIN (self->frame.slot / 2, THINNEST);
    double x = x_of (self, from);
    const double field[] = { x - half, y_of (self, series, from, TRUE),  x + half, y_of (self, series, from, TRUE),
                             x + half, y_of (self, series, from, FALSE), x - half, y_of (self, series, from, FALSE) };

    g_array_append_vals (points, field, G_N_ELEMENTS (field));
  } else {
    append_edge (self, points, series, TRUE, from, to);
    append_edge (self, inner, series, FALSE, from, to);
    append_reversed (points, inner);
  }
  paint.line = is_incomplete ? (SalonInk) { paint.texture_ink.rgb, 0 } : (SalonInk) { plan->palette.surface, 1 };
  paint.line_width = 1;
  if (self->frame.slot < 1) { /* nobody sees them, and they take long */
    paint.line.alpha = 0;
    paint.texture = SALON_TEXTURE_NONE;
  }
  salon_scene_add_lines (plan->scene, (const double *) (gpointer) points->data, points->len / 2, TRUE, &paint);
}

/* Bands end at gaps, and where the time is not over. */
static void
add_bands (const Areas *self, guint series)
{
  SalonChartPlan *plan = self->plan;
  guint n = salon_plan_n_categories (plan);
  guint from = 0;

  while (from < n) {
    guint to = from;
    gboolean is_incomplete = FALSE;

    if (salon_plan_value (plan, series, from).is_empty) {
      from++;
      continue;
    }
    is_incomplete = to + 1 < n && salon_plan_value (plan, series, to + 1).is_incomplete;
    while (to + 1 < n && !salon_plan_value (plan, series, to + 1).is_empty
           && salon_plan_value (plan, series, to + 1).is_incomplete == is_incomplete)
      to++;
    add_band (self, series, from, to, is_incomplete);
    from = to + 1 < n && to > from && !salon_plan_value (plan, series, to + 1).is_empty ? to : to + 1;
  }
}

static void
set_marks (const Areas *self, guint series)
{
  double width = self->frame.slot;

  for (guint i = 0; i < salon_plan_n_categories (self->plan); i++) {
    double a = y_of (self, series, i, FALSE);
    double b = y_of (self, series, i, TRUE);
    double thin = MIN (THINNEST, width);
    SalonBox box = { x_of (self, i) - thin / 2, MIN (a, b), thin, MAX (a, b) - MIN (a, b) };

    salon_plan_set_mark (self->plan, series, i, &box, FALSE);
  }
}

static void
add_series (const Areas *self, gboolean before)
{
  for (guint i = 0; i < salon_plan_n_series (self->plan); i++)
    if (salon_chart_series (self->plan->chart, i)->is_before == before) {
      add_bands (self, i);
      set_marks (self, i);
    }
}

/* In the middle of the last value of each band. */
static void
add_ends (const Areas *self)
{
  guint n = salon_plan_n_series (self->plan);
  g_autofree double *x = g_new0 (double, n);
  g_autofree double *y = g_new0 (double, n);

  for (guint i = 0; i < n; i++) {
    y[i] = NAN;
    for (guint j = 0; j < salon_plan_n_categories (self->plan); j++)
      if (!salon_plan_value (self->plan, i, j).is_empty) {
        x[i] = x_of (self, j);
        y[i] = (y_of (self, i, j, FALSE) + y_of (self, i, j, TRUE)) / 2;
      }
  }
  salon_ends_add (self->plan, &self->frame, x, y, FALSE);
}

/**
 * salon_areas_plan: stacked areas
 */
void
salon_areas_plan (SalonChartPlan *plan)
{
  g_autoptr (SalonStack) stack = salon_stack_new (plan);
  Areas self = { .plan = plan, .stack = stack };
  SalonTicks ticks = { 0 };
  gint64 low = 0;
  gint64 high = 0;
  double margin = 0;

  salon_stack_range (stack, &low, &high);
  ticks = salon_axes_ticks (plan, low, high);
  margin = salon_plan_n_series (plan) > 1 ? salon_ends_margin (plan, &ticks, FALSE) : 0;
  salon_legend_add (plan, &ticks, margin > 0 ? SALON_LEGEND_NO_NAMES : SALON_LEGEND_FIELDS, NULL);
  self.frame = salon_axes_frame (plan, &ticks, NULL, 0, margin);
  add_series (&self, TRUE);
  add_series (&self, FALSE);
  salon_axes_add_zero (plan, &self.frame);
  if (margin > 0)
    add_ends (&self);
}
