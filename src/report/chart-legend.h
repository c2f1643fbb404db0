#pragma once
/* What stands above a chart: the unit, and the names of the series with their colours.  For the files of charts only. */
#include "report/chart-plan.h"

G_BEGIN_DECLS

typedef enum {
  SALON_LEGEND_FIELDS,
  SALON_LEGEND_LINES,
  SALON_LEGEND_NONE, /* the names stand elsewhere */
} SalonLegendKind;

void salon_legend_add (SalonChartPlan *plan, const SalonTicks *ticks, SalonLegendKind kind);

G_END_DECLS
