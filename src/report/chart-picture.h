#pragma once
/* What a picture of a chart is made of, for those who write it to a file, and for tests. */
#include "report/chart-palette.h"
#include "report/chart.h"

G_BEGIN_DECLS

const SalonScene *salon_chart_picture_scene (const SalonChartPicture *self);
const SalonPalette *salon_chart_picture_palette (const SalonChartPicture *self);

G_END_DECLS
