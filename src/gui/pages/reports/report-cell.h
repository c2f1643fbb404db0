#pragma once
/* A cell of the table of an answer; a press on its number opens what stands behind it. */
#include "gui/pages/reports/report-rows.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_CELL (salon_report_cell_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportCell, salon_report_cell, SALON, REPORT_CELL, GtkWidget)

GtkWidget *salon_report_cell_new (void);
void salon_report_cell_show (SalonReportCell *self, SalonReportRowItem *item, guint column);
void salon_report_cell_set_least (SalonReportCell *self, int least);
guint salon_report_cell_get_column (SalonReportCell *self);
char *salon_report_cell_text (const SalonReportTable *table, guint row, guint column);
gboolean salon_report_is_number (const SalonReportTable *table, guint column);
gboolean salon_report_opens (const SalonReportTable *table, guint row, guint column);

G_END_DECLS
