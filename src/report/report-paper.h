#pragma once
/* A report on paper: title and period, the chart, the table over as many pages as it needs, the notes; or the chart alone. */
#include "base/day.h"
#include "base/report-table.h"
#include "report/pages.h"

G_BEGIN_DECLS

SalonPages *salon_report_paper (const SalonReportTable *table, const char *salon, gint64 printed_at);
GBytes *salon_report_picture (const SalonReportTable *table, gboolean as_svg, gboolean is_dark, GError **error);

G_END_DECLS
