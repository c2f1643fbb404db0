/* The chart of a report. */
#include "gui/parts/chart-view.h"

struct _SalonChartView {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SalonChartView, salon_chart_view, GTK_TYPE_WIDGET)
static void salon_chart_view_class_init (SalonChartViewClass *klass)
{
  g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_UINT, G_TYPE_UINT);
}
static void salon_chart_view_init (SalonChartView *self) { }
GtkWidget *salon_chart_view_new (void) { return g_object_new (SALON_TYPE_CHART_VIEW, NULL); }
void salon_chart_view_set_chart (SalonChartView *self, const SalonChart *chart, const SalonCurrency *currency, GObject *owner) { }
const char *salon_chart_view_get_told (SalonChartView *self) { return NULL; }
