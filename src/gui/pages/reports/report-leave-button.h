#pragma once
/* The button by which a report leaves as a file: as the last time by one click, otherwise by its menu. */
#include "exchange/report-file.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_LEAVE_BUTTON (salon_report_leave_button_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportLeaveButton, salon_report_leave_button, SALON, REPORT_LEAVE_BUTTON, GtkWidget)

GtkWidget *salon_report_leave_button_new (void);
SalonReportFile salon_report_leave_button_get_kind (SalonReportLeaveButton *self);

G_END_DECLS
