#pragma once
/* One report: its settings, its chart, its table. */
#include "model/entities/report-spec.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_VIEW (salon_report_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportView, salon_report_view, SALON, REPORT_VIEW, GtkWidget)

GtkWidget *salon_report_view_new (SalonSession *session);
void salon_report_view_show (SalonReportView *self, SalonReportSpec *spec, gint64 own, const char *name);
void salon_report_view_clear (SalonReportView *self);
gint64 salon_report_view_get_own (SalonReportView *self);
SalonReportSpec *salon_report_view_get_spec (SalonReportView *self);
gboolean salon_report_view_back (SalonReportView *self);
void salon_report_view_do (SalonReportView *self, const char *verb);

G_END_DECLS
