#pragma once
/* Lines, alone or over the bars of another chart.  For the files of charts only. */
#include "report/chart-axes.h"

G_BEGIN_DECLS

void salon_lines_add (SalonChartPlan *plan, const SalonFrame *frame, guint series, gboolean with_halo);

G_END_DECLS
