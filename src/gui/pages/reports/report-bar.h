#pragma once
/* The settings of a report in two lines: which days, compared with what, of whom; by what, which numbers. */
#include "model/services/reports.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_BAR (salon_report_bar_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportBar, salon_report_bar, SALON, REPORT_BAR, GtkWidget)

GtkWidget *salon_report_bar_new (SalonSession *session);
void salon_report_bar_set (SalonReportBar *self, SalonReportSpec *spec);
void salon_report_bar_append (SalonReportBar *self, GtkWidget *control);
void salon_report_bar_step (SalonReportBar *self, int by);
void salon_report_bar_toggle_year (SalonReportBar *self);
void salon_report_bar_add_grouping (SalonReportBar *self);
void salon_report_bar_open_period (SalonReportBar *self);
gboolean salon_report_bar_mark (SalonReportBar *self, const GError *error);

G_END_DECLS
