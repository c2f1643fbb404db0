/* What the kinds of charts share. */
#include "report/chart-plan.h"

#include <string.h>

#define SCALE_STEPS 4

/**
 * salon_plan_n_series:
 *
 * Returns: how many there are
 */
guint
salon_plan_n_series (const SalonChartPlan *self)
{
  return self->chart->series->len;
}

/**
 * salon_plan_n_categories:
 *
 * Returns: how many there are
 */
guint
salon_plan_n_categories (const SalonChartPlan *self)
{
  return self->chart->categories->len;
}

/**
 * salon_plan_value:
 *
 * Returns: the value; an empty one where the series has none
 */
SalonChartValue
salon_plan_value (const SalonChartPlan *self, guint series, guint category)
{
  const SalonChartValue *value = salon_chart_value (self->chart, series, category);

  return value != NULL ? *value : (SalonChartValue) { .is_empty = TRUE, .row = -1, .column = -1 };
}

/**
 * salon_plan_category:
 *
 * Returns: (transfer none): what stands at the axis
 */
const char *
salon_plan_category (const SalonChartPlan *self, guint category)
{
  const char *label = self->chart->categories->pdata[category];

  return label != NULL ? label : "";
}

/**
 * salon_plan_is_empty:
 *
 * Returns: whether there is not a single value
 */
gboolean
salon_plan_is_empty (const SalonChartPlan *self)
{
  for (guint i = 0; i < salon_plan_n_series (self); i++)
    for (guint j = 0; j < salon_plan_n_categories (self); j++)
      if (!salon_plan_value (self, i, j).is_empty)
        return FALSE;
  return TRUE;
}

/**
 * salon_plan_has_scale:
 *
 * Returns: whether values are points on a scale that does not begin at zero, so that a bar would lie
 */
gboolean
salon_plan_has_scale (const SalonChartPlan *self)
{
  return self->chart->scale_high > self->chart->scale_low;
}

/**
 * salon_plan_steps:
 * @room: for the axis
 * @step: from one tick to the next, about
 * @most: …
 *
 * Returns: how many steps the axis should have; a scale with two ends has four whole ones, as from 1 to 5
 */
guint
salon_plan_steps (const SalonChartPlan *self, double room, double step, guint most)
{
  return salon_plan_has_scale (self) ? SCALE_STEPS : (guint) CLAMP (room / (step * self->scale), 2, most);
}

/**
 * salon_plan_range:
 * @n_series: of the first ones
 * @low: (out): the lowest value, or that with which its scale begins: 0, if nothing else is said
 * @high: (out): the highest value, or that with which its scale ends
 */
void
salon_plan_range (const SalonChartPlan *self, guint n_series, gint64 *low, gint64 *high)
{
  *low = self->chart->scale_low;
  *high = self->chart->scale_high;
  for (guint i = 0; i < MIN (n_series, salon_plan_n_series (self)); i++)
    for (guint j = 0; j < salon_plan_n_categories (self); j++) {
      SalonChartValue value = salon_plan_value (self, i, j);

      *low = value.is_empty ? *low : MIN (*low, value.value);
      *high = value.is_empty ? *high : MAX (*high, value.value);
    }
}

/**
 * salon_plan_add:
 *
 * Returns: the sum, at most what fits into 64 bits
 */
gint64
salon_plan_add (gint64 a, gint64 b)
{
  gint64 sum = 0;

  if (!__builtin_add_overflow (a, b, &sum))
    return sum;
  return a > 0 ? G_MAXINT64 : G_MININT64;
}

/**
 * salon_plan_set_mark:
 * @box: where the value is seen; of a point, around it
 */
void
salon_plan_set_mark (SalonChartPlan *self, guint series, guint category, const SalonBox *box, gboolean is_point)
{
  SalonChartValue value = salon_plan_value (self, series, category);
  SalonChartMark mark = { series, category,          value.row, value.column, value.is_empty, is_point,
                          box->x, box->y, MAX (box->width, 0), MAX (box->height, 0) };
  guint place = self->places != NULL ? self->places[category] : category;

  g_array_index (self->marks, SalonChartMark, place * salon_plan_n_series (self) + series) = mark;
}

/**
 * salon_plan_unit:
 *
 * Returns: what the first series is counted in
 */
SalonReportUnit
salon_plan_unit (const SalonChartPlan *self)
{
  return salon_plan_n_series (self) > 0 ? salon_chart_series (self->chart, 0)->unit : SALON_REPORT_COUNT;
}
