#pragma once
/* The table of an answer: sorted by its heads, its total always in view. */
#include "gui/pages/reports/report-answer.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_GRID (salon_report_grid_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportGrid, salon_report_grid, SALON, REPORT_GRID, GtkWidget)

GtkWidget *salon_report_grid_new (void);
void salon_report_grid_show (SalonReportGrid *self, SalonReportAnswer *answer, GVariant *layout);
GVariant *salon_report_grid_get_layout (SalonReportGrid *self);
char *salon_report_grid_copy (SalonReportGrid *self);
void salon_report_grid_sort (SalonReportGrid *self);
gboolean salon_report_grid_get_current (SalonReportGrid *self, guint *row, guint *column);

G_END_DECLS
