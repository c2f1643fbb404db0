/* Bars side by side; a bar that is only there to be compared with stands half behind its own. */
#include "report/chart-columns.h"

/* How much of a slot stays empty, and of a bar's place if another stands behind it. */
#define SPARE  0.3
#define BEHIND 0.32

/**
 * salon_columns_make:
 * @n: how many bars stand side by side
 * @slot: of a category
 * @widest: no bar is wider
 *
 * Returns: where they stand: in the middle of the slot
 */
SalonColumns
salon_columns_make (const SalonChartPlan *plan, guint n, double slot, double widest)
{
  SalonColumns self = { .plan = plan, .n = MAX (n, 1) };
  double inner = slot < 4 ? slot * 0.94 : slot * (1 - SPARE);

  self.pitch = MIN (inner / self.n, widest);
  self.start = (slot - self.pitch * self.n) / 2;
  self.gap = self.n > 1 && self.pitch > 8 ? 2 : 0;
  return self;
}

/**
 * salon_columns_count:
 *
 * Returns: how many series are no comparison
 */
guint
salon_columns_count (const SalonChartPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < salon_plan_n_series (plan); i++)
    n += !salon_chart_series (plan->chart, i)->is_before;
  return MAX (n, 1);
}

/**
 * salon_columns_number:
 *
 * Returns: at which place a series stands: a comparison where the series before it does
 */
guint
salon_columns_number (const SalonChartPlan *plan, guint series)
{
  return salon_palette_number (plan->chart, series);
}

/**
 * salon_columns_has_before:
 *
 * Returns: whether something is only there to be compared with
 */
gboolean
salon_columns_has_before (const SalonChartPlan *plan)
{
  for (guint i = 0; i < salon_plan_n_series (plan); i++)
    if (salon_chart_series (plan->chart, i)->is_before)
      return TRUE;
  return FALSE;
}

/**
 * salon_columns_span_of:
 * @number: which place
 * @from: (out): from the beginning of the slot
 * @width: (out): of the bar
 */
void
salon_columns_span_of (const SalonColumns *self, guint number, gboolean is_before, gboolean has_before, double *from,
                       double *width)
{
  double behind = has_before ? self->pitch * BEHIND : 0;

  *from = self->start + self->pitch * number + self->gap / 2 + (is_before ? 0 : behind);
  *width = MAX (self->pitch - self->gap - behind, self->pitch * 0.2);
}

/**
 * salon_columns_span:
 * @from: (out): from the beginning of the slot
 * @width: (out): of the bar of @series
 */
void
salon_columns_span (const SalonColumns *self, guint series, double *from, double *width)
{
  guint number = salon_columns_number (self->plan, series);

  salon_columns_span_of (self, number, salon_chart_series (self->plan->chart, series)->is_before,
                         salon_columns_has_before (self->plan), from, width);
}
