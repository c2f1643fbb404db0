#pragma once
/* What this PC remembers of reports: which was shown last, how each was set, how wide its columns were left; as
 * what a report left last, and into which folder. */
#include "model/entities/report-spec.h"
#include <gio/gio.h>

G_BEGIN_DECLS

SalonReportSpec *salon_report_memory_get (const char *report);
void salon_report_memory_put (const SalonReportSpec *spec);
char *salon_report_memory_last (void);
GVariant *salon_report_memory_get_columns (const char *report);
char *salon_report_memory_folder (void);
char *salon_report_memory_format (void);
void salon_report_memory_put_file (const char *path, const char *format);
void salon_report_memory_put_columns (const char *report, GVariant *layout);

G_END_DECLS
