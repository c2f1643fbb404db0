/* Lying bars: one row a category, the longest on top, each with its value at its end.  Where there are more rows than lines
 * of text, the names are thinned out and an axis tells the values.
 *
 * Of a Pareto each row ends with how much of the whole it is together with those above it: these bars grow downwards, and
 * their ends draw the curve.  On a scale that does not begin at zero there are points instead of bars, and an axis. */
#include <math.h>
#include <stdlib.h>

#include "report/chart-columns.h"
#include "report/chart-kinds.h"
#include "report/chart-legend.h"
#include "report/chart-markers.h"

#define HIGHEST    34.0 /* of a row */
#define THICKEST   22.0 /* of a bar */
#define NAMES_PART 0.36 /* of the width, at most */
#define GAP        8.0
#define STEP       110.0 /* from one tick to the next, about */
#define MOST_STEPS 6
#define POINT      5.5
#define SHARE_BAR  110.0 /* how long all of it is */
#define SHARE_PART 0.2   /* of the width, at most */
#define WHOLE      10000 /* basis points */

typedef struct {
  SalonChartPlan *plan;
  SalonTicks ticks;
  SalonBox plot;
  double row;
  double low;
  double high;
  double share_x; /* where shares begin */
  double share_width; /* of all of it; 0 = there are none */
  guint *order; /* which category stands in each row */
  gboolean has_values;
  gboolean has_axis;
} Lying;

typedef struct {
  gint64 value;
  guint category;
} Key;

static int
compare_keys (const void *a, const void *b)
{
  const Key *one = a;
  const Key *other = b;

  if (one->value != other->value)
    return one->value > other->value ? -1 : 1;
  return one->category < other->category ? -1 : 1;
}

static guint
main_series (const SalonChartPlan *plan)
{
  for (guint i = 0; i < salon_plan_n_series (plan); i++)
    if (!salon_chart_series (plan->chart, i)->is_before)
      return i;
  return 0;
}

static gboolean
is_pareto (const SalonChartPlan *plan)
{
  return plan->chart->kind == SALON_CHART_PARETO;
}

/* Those that are bars; of a Pareto the others are shares. */
static guint
n_bars (const SalonChartPlan *plan)
{
  return is_pareto (plan) ? MIN (1, salon_plan_n_series (plan)) : salon_plan_n_series (plan);
}

static guint *
sort (SalonChartPlan *plan)
{
  guint n = salon_plan_n_categories (plan);
  g_autofree Key *keys = g_new0 (Key, n);
  guint *order = g_new0 (guint, n);

  for (guint i = 0; i < n; i++) {
    SalonChartValue value = salon_plan_value (plan, main_series (plan), i);

    keys[i] = (Key) { value.is_empty ? G_MININT64 : value.value, i };
    if (is_pareto (plan)) /* is sorted, and all others stand last */
      keys[i].value = 0;
  }
  qsort (keys, n, sizeof (Key), compare_keys);
  g_free (plan->places);
  plan->places = g_new0 (guint, n);
  for (guint i = 0; i < n; i++) {
    order[i] = keys[i].category;
    plan->places[keys[i].category] = i;
  }
  return order;
}

static double
widest_value (const Lying *self, gboolean negative)
{
  SalonChartPlan *plan = self->plan;
  double width = 0;

  for (guint i = 0; i < salon_plan_n_categories (plan); i++) {
    SalonChartValue value = salon_plan_value (plan, main_series (plan), i);
    g_autofree char *text = salon_ticks_value_text (&self->ticks, value.value);

    if (!value.is_empty && (value.value < 0) == negative)
      width = MAX (width, salon_scene_text_width (plan->scene, SALON_TEXT_VALUE, text) + GAP * plan->scale);
  }
  return width;
}

static double
widest_name (const SalonChartPlan *plan, double most)
{
  double width = 0;

  for (guint i = 0; i < salon_plan_n_categories (plan) && width < most; i++)
    width = MAX (width, salon_scene_text_width (plan->scene, SALON_TEXT_TICK, salon_plan_category (plan, i)));
  return MIN (width, most);
}

/* Without an axis nothing must end at a round value: the longest bar takes all of the width. */
static double
place (const Lying *self, double value)
{
  double part = salon_ticks_place (&self->ticks, value);

  if ((self->has_values || salon_plan_has_scale (self->plan)) && self->high > self->low)
    part = CLAMP ((value - self->low) / (self->high - self->low), 0, 1);
  return self->plot.x + self->plot.width * part;
}

static void
add_point (const Lying *self, const SalonBox *bar, guint series, guint category)
{
  SalonChartPlan *plan = self->plan;
  SalonChartValue value = salon_plan_value (plan, series, category);
  double radius = MIN (POINT * plan->scale, bar->height / 2);
  double x = bar->x + bar->width;
  double y = bar->y + bar->height / 2;
  SalonBox box = { x - radius, y - radius, 2 * radius, 2 * radius };
  SalonPaint stem = salon_palette_rule ((SalonInk) { salon_palette_colour (&plan->palette, plan->chart, series), 0.4 }, 2);

  salon_plan_set_mark (plan, series, category, &box, TRUE);
  if (value.is_empty)
    return;
  salon_scene_add_line (plan->scene, bar->x, y, x, y, &stem);
  salon_marker_add (plan, series, x, y, radius, value.is_incomplete);
}

static void
add_bar (const Lying *self, const SalonColumns *columns, guint series, guint row)
{
  SalonChartPlan *plan = self->plan;
  guint category = self->order[row];
  SalonChartValue value = salon_plan_value (plan, series, category);
  SalonPaint paint = salon_palette_paint (&plan->palette, plan->chart, series, value.is_incomplete);
  double zero = place (self, 0);
  double end = value.is_empty ? zero : place (self, (double) value.value);
  SalonBox box = { MIN (zero, end), self->plot.y + row * self->row, MAX (zero, end) - MIN (zero, end), 0 };
  double from = 0;

  salon_columns_span (columns, series, &from, &box.height);
  box.y += from;
  if (salon_plan_has_scale (plan)) {
    add_point (self, &box, series, category);
    return;
  }
  salon_plan_set_mark (plan, series, category, &box, FALSE);
  if (!value.is_empty && value.value != 0)
    salon_scene_add_rectangle (plan->scene, &box, &paint);
}

static void
add_value (const Lying *self, guint row)
{
  SalonChartPlan *plan = self->plan;
  SalonChartValue value = salon_plan_value (plan, main_series (plan), self->order[row]);
  g_autofree char *text = salon_ticks_value_text (&self->ticks, value.value);
  double gap = (GAP * 0.6 + (salon_plan_has_scale (plan) ? POINT : 0)) * plan->scale;
  double end = place (self, (double) value.value);
  double behind = end;

  if (value.is_empty)
    return;
  for (guint i = 0; i < n_bars (plan); i++) {
    SalonChartValue other = salon_plan_value (plan, i, self->order[row]);

    if (!other.is_empty && value.value >= 0)
      behind = MAX (behind, place (self, (double) other.value));
  }
  salon_scene_add_text (plan->scene, SALON_TEXT_VALUE, plan->palette.ink, text, value.value < 0 ? end - gap : behind + gap,
                        self->plot.y + (row + 0.5) * self->row
                            - salon_scene_line_height (plan->scene, SALON_TEXT_VALUE) / 2,
                        value.value < 0 ? 1 : 0);
}

/* How much all down to this row are of the whole. */
static void
add_share (const Lying *self, const SalonColumns *columns, guint row)
{
  SalonChartPlan *plan = self->plan;
  guint category = self->order[row];
  SalonChartValue value = salon_plan_value (plan, 1, category);
  SalonPaint paint = salon_palette_paint (&plan->palette, plan->chart, 1, FALSE);
  double part = value.is_empty ? 0 : CLAMP ((double) value.value / WHOLE, 0, 1);
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_VALUE);
  g_autofree char *text = salon_percent_format ((value.value + 50) / 100 * 100);
  SalonBox box = { self->share_x, self->plot.y + row * self->row, self->share_width * part, 0 };
  double from = 0;

  salon_columns_span (columns, 0, &from, &box.height);
  box.y += from;
  salon_plan_set_mark (plan, 1, category, &box, FALSE);
  if (value.is_empty)
    return;
  salon_scene_add_rectangle (plan->scene, &box, &paint);
  if (self->has_values)
    salon_scene_add_text (plan->scene, SALON_TEXT_VALUE, plan->palette.ink_2, text, plan->room.x + plan->room.width,
                          self->plot.y + (row + 0.5) * self->row - line / 2, 1);
}

static void
add_name (const Lying *self, guint row, double width)
{
  SalonChartPlan *plan = self->plan;
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_TICK);
  g_autofree char *name = salon_scene_shorten (plan->scene, SALON_TEXT_TICK,
                                               salon_plan_category (plan, self->order[row]), width + 0.5);

  salon_scene_add_text (plan->scene, SALON_TEXT_TICK, plan->palette.ink, name, plan->room.x + width,
                        self->plot.y + (row + 0.5) * self->row - line / 2, 1);
}

static void
add_axis (const Lying *self)
{
  SalonChartPlan *plan = self->plan;
  SalonPaint grid = salon_palette_rule (plan->palette.grid, 1);
  double bottom = self->plot.y + self->plot.height;

  for (guint i = 0; i <= self->ticks.n; i++) {
    double x = place (self, (double) salon_ticks_value (&self->ticks, i));
    g_autofree char *text = salon_ticks_text (&self->ticks, i);

    salon_scene_add_line (plan->scene, x, self->plot.y, x, bottom, &grid);
    salon_scene_add_text (plan->scene, SALON_TEXT_TICK, plan->palette.ink_2, text, x, bottom + 4 * plan->scale,
                          i == self->ticks.n ? 1 : 0.5);
  }
}

/* At the right edge, if the bars keep most of the room. */
static double
divide_shares (Lying *self, double taken)
{
  SalonChartPlan *plan = self->plan;
  double text = self->has_values ? salon_scene_text_width (plan->scene, SALON_TEXT_VALUE, "100\302\240%") + GAP * plan->scale : 0;
  double room = MIN (SHARE_BAR * plan->scale, plan->room.width * SHARE_PART);
  double width = text + room + 2 * GAP * plan->scale;

  if (!is_pareto (plan) || salon_plan_n_series (plan) < 2 || plan->room.width - taken < 2 * width)
    return 0;
  self->share_width = room;
  self->share_x = plan->room.x + plan->room.width - text - room;
  return width;
}

/* Names and values, or an axis; whatever the width leaves is for the bars. */
static double
divide (Lying *self)
{
  SalonChartPlan *plan = self->plan;
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_TICK);
  double names = widest_name (plan, plan->room.width * NAMES_PART);
  double left = 0;
  double right = 0;

  self->plot = plan->room;
  self->row = MIN (self->plot.height / salon_plan_n_categories (plan), HIGHEST * plan->scale);
  self->has_values = self->row >= line;
  if (self->has_values) {
    left = widest_value (self, TRUE);
    right = widest_value (self, FALSE);
  }
  if (!self->has_values || salon_plan_has_scale (plan)) {
    self->has_axis = self->plot.height > 3 * line;
    self->plot.height -= self->has_axis ? line + 4 * plan->scale : 0;
    self->row = MIN (self->plot.height / salon_plan_n_categories (plan), HIGHEST * plan->scale);
    self->plot.height = MIN (self->plot.height, self->row * salon_plan_n_categories (plan));
    self->has_values = self->has_values && self->row >= line;
  }
  if (plan->room.width - names - left - right < 60 * plan->scale)
    return 0;
  right += divide_shares (self, names + left + right);
  self->plot.x += names + GAP * plan->scale + left;
  self->plot.width -= names + GAP * plan->scale + left + right;
  return names;
}

static void
add_rows (const Lying *self, double names)
{
  SalonChartPlan *plan = self->plan;
  SalonColumns columns = salon_columns_make (plan, 1, self->row, THICKEST * plan->scale);
  SalonPaint axis = salon_palette_rule (plan->palette.axis, 1);
  guint n = salon_plan_n_categories (plan);
  guint every = (guint) MAX (ceil (salon_scene_line_height (plan->scene, SALON_TEXT_TICK) / self->row - 0.01), 1);
  double zero = place (self, 0);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n_bars (plan); i++)
      for (guint row = 0; row < n && salon_chart_series (plan->chart, i)->is_before == (pass == 0); row++)
        add_bar (self, &columns, i, row);
  salon_scene_add_line (plan->scene, zero, self->plot.y, zero, self->plot.y + n * self->row, &axis);
  for (guint row = 0; row < n && self->share_width > 0; row++)
    add_share (self, &columns, row);
  for (guint row = 0; row < n && names > 0; row += every) {
    add_name (self, row, names);
    if (self->has_values)
      add_value (self, row);
  }
}

/**
 * salon_lying_plan: lying bars
 */
void
salon_lying_plan (SalonChartPlan *plan)
{
  Lying self = { .plan = plan };
  g_autofree guint *order = sort (plan);
  gint64 low = 0;
  gint64 high = 0;
  double names = 0;

  self.order = order;
  salon_plan_range (plan, n_bars (plan), &low, &high);
  self.low = (double) low;
  self.high = (double) high;
  self.ticks = salon_ticks_make (low, high, salon_plan_unit (plan), plan->currency,
                                 salon_plan_steps (plan, plan->room.width, STEP, MOST_STEPS));
  salon_legend_add (plan, &self.ticks, SALON_LEGEND_FIELDS, NULL);
  names = divide (&self);
  if (self.has_axis)
    add_axis (&self);
  add_rows (&self, names);
}
