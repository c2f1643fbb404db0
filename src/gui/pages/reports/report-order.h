#pragma once
/* In which order the rows of an answer stand when they are sorted by a column. */
#include "base/report-table.h"

G_BEGIN_DECLS

/* As the report has them. */
#define SALON_REPORT_UNSORTED (-1)

GArray *salon_report_order (const SalonReportTable *table, int column, gboolean descending);

G_END_DECLS
