#pragma once
/* What stands above a chart: the unit, and the names of the series with their colours.  For the files of charts only. */
#include "report/chart-plan.h"

G_BEGIN_DECLS

typedef enum {
  SALON_LEGEND_FIELDS,
  SALON_LEGEND_LINES,
  SALON_LEGEND_PARETO,   /* the first a field, the others lines */
  SALON_LEGEND_NO_NAMES, /* they stand elsewhere */
} SalonLegendKind;

void salon_legend_add (SalonChartPlan *plan, const SalonTicks *ticks, SalonLegendKind kind, const char *young);

G_END_DECLS
