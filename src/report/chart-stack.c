/* Sums of what is stacked: what is above zero goes up from it, what is below goes down.  What it is compared with is a stack
 * of its own. */
#include "report/chart-stack.h"

struct _SalonStack {
  guint n_categories;
  GArray *spans;  /* SalonStackSpan: categories within series */
  GArray *totals; /* gint64: of the series that are no comparison */
  gint64 low;
  gint64 high;
};

static void
stack_up (SalonStack *self, const SalonChartPlan *plan, guint category, gboolean before)
{
  gint64 up = 0;
  gint64 down = 0;

  for (guint i = 0; i < salon_plan_n_series (plan); i++) {
    SalonChartValue value = salon_plan_value (plan, i, category);
    gint64 size = value.is_empty ? 0 : value.value;
    gint64 *end = size < 0 ? &down : &up;
    SalonStackSpan *span = &g_array_index (self->spans, SalonStackSpan, i * self->n_categories + category);

    if (salon_chart_series (plan->chart, i)->is_before != before)
      continue;
    span->from = *end;
    *end = salon_plan_add (*end, size);
    span->to = *end;
  }
  self->low = MIN (self->low, down);
  self->high = MAX (self->high, up);
  if (!before)
    g_array_index (self->totals, gint64, category) = salon_plan_add (up, down);
}

/**
 * salon_stack_new:
 *
 * Returns: (transfer full): the sums of all values
 */
SalonStack *
salon_stack_new (const SalonChartPlan *plan)
{
  SalonStack *self = g_new0 (SalonStack, 1);

  self->n_categories = salon_plan_n_categories (plan);
  self->spans = g_array_new (FALSE, TRUE, sizeof (SalonStackSpan));
  self->totals = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (self->spans, self->n_categories * salon_plan_n_series (plan));
  g_array_set_size (self->totals, self->n_categories);
  for (guint i = 0; i < self->n_categories; i++) {
    stack_up (self, plan, i, FALSE);
    stack_up (self, plan, i, TRUE);
  }
  return self;
}

/**
 * salon_stack_free:
 * @self: (transfer full):
 */
void
salon_stack_free (SalonStack *self)
{
  g_array_unref (self->spans);
  g_array_unref (self->totals);
  g_free (self);
}

/**
 * salon_stack_span:
 *
 * Returns: where a value begins, on what lies under it, and where it ends
 */
SalonStackSpan
salon_stack_span (const SalonStack *self, guint series, guint category)
{
  return g_array_index (self->spans, SalonStackSpan, series * self->n_categories + category);
}

/**
 * salon_stack_range:
 * @low: (out): of the lowest stack, 0 if none goes down
 * @high: (out): of the highest
 */
void
salon_stack_range (const SalonStack *self, gint64 *low, gint64 *high)
{
  *low = self->low;
  *high = self->high;
}

/**
 * salon_stack_total:
 *
 * Returns: of all that is stacked there
 */
gint64
salon_stack_total (const SalonStack *self, guint category)
{
  return g_array_index (self->totals, gint64, category);
}
