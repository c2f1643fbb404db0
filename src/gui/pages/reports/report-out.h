#pragma once
/* A report leaves the window: as a file or on paper. */
#include "exchange/report-file.h"
#include "gui/pages/reports/report-answer.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_report_out_quick (GtkWidget *from, SalonSession *session, SalonReportAnswer *answer, SalonReportFile kind);
void salon_report_out_save (GtkWidget *from, SalonSession *session, SalonReportAnswer *answer, SalonReportFile kind);
void salon_report_out_print (GtkWidget *from, SalonSession *session, SalonReportAnswer *answer);

G_END_DECLS
