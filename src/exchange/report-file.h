#pragma once
/* The kinds of files that a report leaves the program as, and writing them: whole or not at all. */
#include "base/report-table.h"
#include "model/entities/export-entry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  SALON_REPORT_FILE_XLSX,
  SALON_REPORT_FILE_PDF,
  SALON_REPORT_FILE_CSV,
  SALON_REPORT_FILE_PNG,
  SALON_REPORT_FILE_SVG,
  SALON_REPORT_FILE_JSON,
  SALON_REPORT_FILE_TEXT,
} SalonReportFile;

#define SALON_N_REPORT_FILES (SALON_REPORT_FILE_TEXT + 1)

const char *salon_report_file_word (SalonReportFile kind);
const char *salon_report_file_suffix (SalonReportFile kind);
gboolean salon_report_file_parse (const char *word, SalonReportFile *kind);
gboolean salon_report_file_by_name (const char *path, SalonReportFile *kind);
gboolean salon_report_file_is_drawn (SalonReportFile kind);
gboolean salon_report_file_is_text (SalonReportFile kind);
gboolean salon_report_file_is_table (SalonReportFile kind);
SalonExportFormat salon_report_file_export_format (SalonReportFile kind);
gboolean salon_report_file_write (const SalonReportTable *table, SalonReportFile kind, const char *path,
                                  GCancellable *cancellable, GError **error);
gboolean salon_report_file_keep (const char *path, GBytes *contents, GCancellable *cancellable, GError **error);

G_END_DECLS
