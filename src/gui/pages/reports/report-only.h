#pragma once
/* What a report is narrowed to: some employees, services, sources. */
#include "model/services/reports.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_ONLY_EDIT (salon_report_only_edit_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportOnlyEdit, salon_report_only_edit, SALON, REPORT_ONLY_EDIT, GtkWidget)

GtkWidget *salon_report_only_edit_new (SalonSession *session);
void salon_report_only_edit_set (SalonReportOnlyEdit *self, const SalonReportSpec *spec, GArray *words);
SalonReportSpec *salon_report_only_edit_apply (SalonReportOnlyEdit *self, const SalonReportSpec *spec);

G_END_DECLS
