#pragma once
/* What a figure was in another period, beside what it is now: the same columns and words in every report. */
#include "base/report-table.h"
#include "model/entities/report-spec.h"

G_BEGIN_DECLS

const char *salon_compare_heading (SalonCompare compare);
void salon_report_table_add_compared (SalonReportTable *table, guint column, SalonCompare compare);
void salon_report_row_set_compared (SalonReportRow *row, guint column, SalonReportUnit unit, const gint64 *now, const gint64 *before);
void salon_report_row_set_ratio (SalonReportRow *row, guint column, gint64 part, gint64 whole);

G_END_DECLS
