#pragma once
/* The points of lines: each series has a form of its own.  For the files of charts only. */
#include "report/chart-plan.h"

G_BEGIN_DECLS

void salon_marker_add (SalonChartPlan *plan, guint series, double x, double y, double radius, gboolean is_incomplete);

G_END_DECLS
