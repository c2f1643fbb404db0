#pragma once
/* An answer as it is read: the chart above, the table below, what there is to know below both. */
#include "gui/pages/reports/report-answer.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_CONTENT (salon_report_content_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportContent, salon_report_content, SALON, REPORT_CONTENT, GtkWidget)

GtkWidget *salon_report_content_new (void);
void salon_report_content_show (SalonReportContent *self, SalonReportAnswer *answer);
GtkWidget *salon_report_content_get_kinds (SalonReportContent *self);
void salon_report_content_blank (SalonReportContent *self);
void salon_report_content_refuse (SalonReportContent *self, const char *sentence);
void salon_report_content_focus_chart (SalonReportContent *self);
void salon_report_content_sort (SalonReportContent *self);
char *salon_report_content_copy (SalonReportContent *self);

G_END_DECLS
