/* Pareto: bars, and how much of the whole they are together, on an axis of percent at the right. */
#include "report/chart-bars.h"
#include "report/chart-kinds.h"
#include "report/chart-legend.h"
#include "report/chart-lines.h"

#define WHOLE 10000 /* basis points */

/* The lines across belong to both axes, so that both have as many steps: five of 20 %, or four of 25 %. */
static SalonTicks
shared_ticks (const SalonChartPlan *plan, gint64 low, gint64 high, SalonTicks *right)
{
  SalonReportUnit unit = salon_plan_unit (plan);
  SalonTicks fives = salon_ticks_make (low, high, unit, plan->currency, 5);
  SalonTicks fours = salon_ticks_make (low, high, unit, plan->currency, 4);
  SalonTicks *best = (double) fours.step * 4 < (double) fives.step * 5 ? &fours : &fives;
  guint n = best == &fours ? 4 : 5;

  *right = salon_ticks_make (0, WHOLE, SALON_REPORT_PERCENT, NULL, 5);
  if (low < 0)
    return fives;
  best->n = n;
  right->n = n;
  right->step = WHOLE / n;
  return *best;
}

/**
 * salon_pareto_plan: bars of the first series, lines of the others
 */
void
salon_pareto_plan (SalonChartPlan *plan)
{
  gint64 low = 0;
  gint64 high = 0;
  gboolean has_line = salon_plan_n_series (plan) > 1;
  SalonTicks right = { 0 };
  SalonTicks ticks = { 0 };
  SalonFrame frame = { 0 };
  SalonFrame shares = { 0 };

  salon_plan_range (plan, 1, &low, &high);
  ticks = shared_ticks (plan, low, high, &right);
  salon_legend_add (plan, &ticks, SALON_LEGEND_PARETO, NULL);
  frame = salon_axes_frame (plan, &ticks, has_line ? &right : NULL, 10 * plan->scale, 0);
  salon_bars_add (plan, &frame, 1);
  shares = frame;
  shares.ticks = right;
  for (guint i = 1; i < salon_plan_n_series (plan); i++)
    salon_lines_add (plan, &shares, i, TRUE);
  salon_bars_add_values (plan, &frame, 1);
}
