#pragma once
/* Names at the right ends of lines and areas, moved apart where they would stand on each other.  For the files of charts only. */
#include "report/chart-axes.h"

G_BEGIN_DECLS

double salon_ends_margin (const SalonChartPlan *plan, const SalonTicks *ticks, gboolean with_values);
void salon_ends_add (SalonChartPlan *plan, const SalonFrame *frame, const double *x, const double *y, gboolean with_values);

G_END_DECLS
