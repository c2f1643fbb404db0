#pragma once
/* A chart on the screen: values on hover, by arrow keys, for screen readers; a press opens what stands behind one. */
#include "base/report-chart.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CHART_VIEW (salon_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonChartView, salon_chart_view, SALON, CHART_VIEW, GtkWidget)

GtkWidget *salon_chart_view_new (void);
void salon_chart_view_set_chart (SalonChartView *self, const SalonChart *chart, const SalonCurrency *currency, GObject *owner);
const char *salon_chart_view_get_told (SalonChartView *self);

G_END_DECLS
