/* Names at the ends: the shortest way from a line to what it is.  Only where all of them have room, else a legend says it. */
#include "report/chart-ends.h"

#include <math.h>
#include <stdlib.h>

#define GAP  10.0
#define PART 0.3 /* of the width, at most */

typedef struct {
  guint series;
  double x; /* where the line ends */
  double y;
  double top; /* where the name stands */
} End;

static const SalonChartValue *
last_value (const SalonChartPlan *plan, guint series)
{
  for (guint i = salon_plan_n_categories (plan); i > 0; i--) {
    const SalonChartValue *value = salon_chart_value (plan->chart, series, i - 1);

    if (value != NULL && !value->is_empty)
      return value;
  }
  return NULL;
}

static char *
text_of (const SalonChartPlan *plan, const SalonTicks *ticks, guint series, gboolean with_values)
{
  const SalonChartValue *value = last_value (plan, series);
  g_autofree char *number = value != NULL && with_values ? salon_ticks_value_text (ticks, value->value) : NULL;
  const char *name = salon_plan_n_series (plan) > 1 ? salon_chart_series (plan->chart, series)->name : NULL;

  if (value == NULL)
    return g_strdup ("");
  if (number == NULL || name == NULL)
    return g_strdup (number != NULL ? number : name != NULL ? name : "");
  return g_strdup_printf ("%s  %s", name, number);
}

/**
 * salon_ends_margin:
 * @with_values: each name with the last value
 *
 * Returns: what the names need at the right of the plot; 0 if there is no room for them
 */
double
salon_ends_margin (const SalonChartPlan *plan, const SalonTicks *ticks, gboolean with_values)
{
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_NAME);
  double width = 0;

  if (line * salon_plan_n_series (plan) > plan->room.height * 0.7)
    return 0;
  for (guint i = 0; i < salon_plan_n_series (plan); i++) {
    g_autofree char *text = text_of (plan, ticks, i, with_values);

    width = MAX (width, salon_scene_text_width (plan->scene, SALON_TEXT_NAME, text));
  }
  width += 2 * GAP * plan->scale;
  return width <= plan->room.width * PART ? width : 0;
}

static int
compare_ends (const void *a, const void *b)
{
  const End *one = a;
  const End *other = b;

  if (one->y < other->y)
    return -1;
  return one->y > other->y ? 1 : one->series < other->series ? -1 : 1;
}

/* Down from the first, then up again from the lower edge. */
static void
move_apart (End *ends, guint n, double line, double top, double bottom)
{
  for (guint i = 0; i < n; i++)
    ends[i].top = MAX (ends[i].y - line / 2, i > 0 ? ends[i - 1].top + line : top);
  for (guint i = n; i > 0; i--)
    ends[i - 1].top = MIN (ends[i - 1].top, i < n ? ends[i].top - line : bottom - line);
}

static void
add_end (SalonChartPlan *plan, const SalonFrame *frame, const End *end, double x, gboolean with_values)
{
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_NAME);
  g_autofree char *text = text_of (plan, &frame->ticks, end->series, with_values);
  double middle = end->top + line / 2;

  if (fabs (middle - end->y) > line / 3 || x - end->x > 2 * GAP * plan->scale) {
    SalonPaint leader
        = salon_palette_rule ((SalonInk) { salon_palette_colour (&plan->palette, plan->chart, end->series), 0.7 }, 1);

    salon_scene_add_line (plan->scene, end->x + 4, end->y, x - 3, middle, &leader);
  }
  salon_scene_add_text (plan->scene, SALON_TEXT_NAME, salon_palette_name_ink (&plan->palette, plan->chart, end->series), text, x,
                        end->top, 0);
}

/**
 * salon_ends_add:
 * @x: (array): where each series ends
 * @y: (array): …; %NAN = it has no values
 */
void
salon_ends_add (SalonChartPlan *plan, const SalonFrame *frame, const double *x, const double *y, gboolean with_values)
{
  g_autofree End *ends = g_new0 (End, salon_plan_n_series (plan));
  guint n = 0;

  for (guint i = 0; i < salon_plan_n_series (plan); i++)
    if (!isnan (y[i]))
      ends[n++] = (End) { i, x[i], y[i], 0 };
  qsort (ends, n, sizeof (End), compare_ends);
  move_apart (ends, n, salon_scene_line_height (plan->scene, SALON_TEXT_NAME), plan->room.y,
              frame->plot.y + frame->plot.height + salon_scene_line_height (plan->scene, SALON_TEXT_NAME) / 2);
  for (guint i = 0; i < n; i++)
    add_end (plan, frame, &ends[i], frame->plot.x + frame->plot.width + GAP * plan->scale, with_values);
}
