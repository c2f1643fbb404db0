#pragma once
/* The list of all reports by group, with a search; the own ones first. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_INDEX (salon_report_index_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportIndex, salon_report_index, SALON, REPORT_INDEX, GtkWidget)

GtkWidget *salon_report_index_new (void);
void salon_report_index_clear_own (SalonReportIndex *self);
void salon_report_index_add_own (SalonReportIndex *self, gint64 id, const char *name);
void salon_report_index_choose (SalonReportIndex *self, const char *report, gint64 own);

G_END_DECLS
