#pragma once
/* A report as an Excel file: the table, with its chart as one of Excel. */
#include "base/report-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean salon_report_xlsx_write (const SalonReportTable *table, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
