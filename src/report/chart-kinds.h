#pragma once
/* One function a kind of chart: lays it out in the room of the plan and sets the mark of every value. */
#include "report/chart-plan.h"

G_BEGIN_DECLS

gboolean salon_bars_are_lying (const SalonChartPlan *plan);
void salon_bars_plan (SalonChartPlan *plan);
void salon_lying_plan (SalonChartPlan *plan);
void salon_stacked_plan (SalonChartPlan *plan);
void salon_lines_plan (SalonChartPlan *plan);
void salon_areas_plan (SalonChartPlan *plan);
void salon_fields_plan (SalonChartPlan *plan);
void salon_waterfall_plan (SalonChartPlan *plan);
void salon_pareto_plan (SalonChartPlan *plan);

G_END_DECLS
