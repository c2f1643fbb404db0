#pragma once
/* Pictures of charts as SVG. */
#include "report/chart.h"

G_BEGIN_DECLS

GBytes *salon_chart_svg_write (const SalonChartPicture *picture);

G_END_DECLS
