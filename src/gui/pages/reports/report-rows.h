#pragma once
/* The rows of an answer as the model of a table. */
#include "gui/pages/reports/report-answer.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_ROW_ITEM (salon_report_row_item_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportRowItem, salon_report_row_item, SALON, REPORT_ROW_ITEM, GObject)

/**
 * SalonReportRowItem:
 * @row: of the table of @answer
 */
struct _SalonReportRowItem {
  GObject parent_instance;

  SalonReportAnswer *answer;
  guint row;
};

#define SALON_TYPE_REPORT_ROWS (salon_report_rows_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportRows, salon_report_rows, SALON, REPORT_ROWS, GObject)

SalonReportRowItem *salon_report_row_item_new (SalonReportAnswer *answer, guint row);
SalonReportRows *salon_report_rows_new (SalonReportAnswer *answer, GArray *order);

G_END_DECLS
