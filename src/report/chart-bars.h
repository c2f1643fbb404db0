#pragma once
/* Upright bars, alone or under the line of another chart.  For the files of charts only. */
#include "report/chart-axes.h"

G_BEGIN_DECLS

void salon_bars_add (SalonChartPlan *plan, const SalonFrame *frame, guint n_series);
void salon_bars_add_values (SalonChartPlan *plan, const SalonFrame *frame, guint n_series);

G_END_DECLS
