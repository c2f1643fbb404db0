#pragma once
/* The chart of a report in an Excel file, over a sheet with what it shows.  For the writer of reports alone. */
#include "base/report-chart.h"
#include "exchange/xlsx-out.h"

G_BEGIN_DECLS

/**
 * SalonXlsxPlace:
 * @sheet: on which the chart stands
 * @row: of its upper left corner
 * @column: …
 * @title: above the chart
 */
typedef struct {
  lxw_worksheet *sheet;
  lxw_row_t row;
  lxw_col_t column;
  const char *title;
} SalonXlsxPlace;

char *salon_report_xlsx_number_format (SalonReportUnit unit, const SalonCurrency *currency);
double salon_report_xlsx_value (gint64 value, SalonReportUnit unit, const SalonCurrency *currency);
lxw_error salon_report_xlsx_chart (SalonXlsxOut *out, const SalonChart *chart, const char *sheet_name,
                                   const SalonCurrency *currency, const SalonXlsxPlace *place);

G_END_DECLS
