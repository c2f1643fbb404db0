#pragma once
/* A report as text: for a terminal, for a spreadsheet, for a program. */
#include "base/report-table.h"

G_BEGIN_DECLS

char *salon_report_to_text (const SalonReportTable *table);
char *salon_report_to_csv (const SalonReportTable *table, char delimiter);
char *salon_report_to_json (const SalonReportTable *table);

G_END_DECLS
