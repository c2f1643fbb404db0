#pragma once
/* A button that asks for a name and then does something. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_NAME (salon_report_name_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportName, salon_report_name, SALON, REPORT_NAME, GtkWidget)

GtkWidget *salon_report_name_new (const char *label, const char *what, const char *verb);
void salon_report_name_set_usual (SalonReportName *self, const char *name);
void salon_report_name_add (SalonReportName *self, GtkWidget *below);
void salon_report_name_open (SalonReportName *self);
void salon_report_name_close (SalonReportName *self);
char *salon_report_name_get (SalonReportName *self);

G_END_DECLS
