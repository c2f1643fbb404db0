#pragma once
/* Which numbers a report shows: a drop-down of checks. */
#include "model/services/reports.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_MEASURES (salon_report_measures_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportMeasures, salon_report_measures, SALON, REPORT_MEASURES, GtkWidget)

GtkWidget *salon_report_measures_new (void);
void salon_report_measures_set (SalonReportMeasures *self, GArray *words, const char *const *chosen);
char **salon_report_measures_get (SalonReportMeasures *self);

G_END_DECLS
