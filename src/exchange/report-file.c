#include "exchange/report-file.h"

#include "exchange/draft.h"
#include "exchange/report-text.h"
#include "exchange/report-xlsx.h"

#include <string.h>

static const struct {
  const char *word;
  const char *suffix;
  SalonExportFormat format;
} kinds[SALON_N_REPORT_FILES] = {
  [SALON_REPORT_FILE_XLSX] = { "xlsx", ".xlsx", SALON_EXPORT_XLSX }, [SALON_REPORT_FILE_PDF] = { "pdf", ".pdf", SALON_EXPORT_PDF },
  [SALON_REPORT_FILE_CSV] = { "csv", ".csv", SALON_EXPORT_CSV },     [SALON_REPORT_FILE_PNG] = { "png", ".png", SALON_EXPORT_PNG },
  [SALON_REPORT_FILE_SVG] = { "svg", ".svg", SALON_EXPORT_SVG },     [SALON_REPORT_FILE_JSON] = { "json", ".json", SALON_EXPORT_JSON },
  [SALON_REPORT_FILE_TEXT] = { "text", ".txt", SALON_EXPORT_TEXT },
};

/**
 * salon_report_file_word:
 *
 * Returns: (transfer none): what it is called on the command line: "xlsx"
 */
const char *
salon_report_file_word (SalonReportFile kind)
{
  return kinds[kind].word;
}

/**
 * salon_report_file_suffix:
 *
 * Returns: (transfer none): what the name of such a file ends with: ".xlsx"
 */
const char *
salon_report_file_suffix (SalonReportFile kind)
{
  return kinds[kind].suffix;
}

/**
 * salon_report_file_parse:
 * @kind: (out): what the word means
 *
 * Returns: whether there is such a word
 */
gboolean
salon_report_file_parse (const char *word, SalonReportFile *kind)
{
  for (guint i = 0; i < SALON_N_REPORT_FILES; i++)
    if (g_str_equal (kinds[i].word, word)) {
      *kind = (SalonReportFile) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * salon_report_file_by_name:
 * @kind: (out): what the end of the name says
 *
 * Returns: whether it is the name of a kind that can be written
 */
gboolean
salon_report_file_by_name (const char *path, SalonReportFile *kind)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < SALON_N_REPORT_FILES; i++)
    if (g_str_has_suffix (lower, kinds[i].suffix)) {
      *kind = (SalonReportFile) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * salon_report_file_is_drawn:
 *
 * Returns: whether the room "report" draws it; else salon_report_file_write() writes it
 */
gboolean
salon_report_file_is_drawn (SalonReportFile kind)
{
  return kind == SALON_REPORT_FILE_PDF || kind == SALON_REPORT_FILE_PNG || kind == SALON_REPORT_FILE_SVG;
}

/**
 * salon_report_file_is_text:
 *
 * Returns: whether a terminal can show it
 */
gboolean
salon_report_file_is_text (SalonReportFile kind)
{
  return kind != SALON_REPORT_FILE_XLSX && kind != SALON_REPORT_FILE_PDF && kind != SALON_REPORT_FILE_PNG;
}

/**
 * salon_report_file_is_table:
 *
 * Returns: whether the rows of the table are in it; in a picture is the chart alone
 */
gboolean
salon_report_file_is_table (SalonReportFile kind)
{
  return kind != SALON_REPORT_FILE_PNG && kind != SALON_REPORT_FILE_SVG;
}

/**
 * salon_report_file_export_format:
 *
 * Returns: what the log of exports calls it
 */
SalonExportFormat
salon_report_file_export_format (SalonReportFile kind)
{
  return kinds[kind].format;
}

/**
 * salon_report_file_keep:
 * @path: what is there is replaced when the new file is whole
 * @contents: of a file that was drawn
 *
 * Returns: %FALSE with a sentence that names the file; then there is none
 */
gboolean
salon_report_file_keep (const char *path, GBytes *contents, GCancellable *cancellable, GError **error)
{
  g_autoptr (SalonDraft) draft = NULL;
  gsize size = 0;
  const char *data = g_bytes_get_data (contents, &size);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  draft = salon_draft_new (path, error);
  return draft != NULL && salon_draft_write (draft, data, size, error) && salon_draft_finish (draft, error);
}

static char *
to_text (const SalonReportTable *table, SalonReportFile kind)
{
  switch (kind) {
  case SALON_REPORT_FILE_CSV:
    return salon_report_to_csv (table, ';');
  case SALON_REPORT_FILE_JSON:
    return salon_report_to_json (table);
  case SALON_REPORT_FILE_TEXT:
    return salon_report_to_text (table);
  case SALON_REPORT_FILE_XLSX:
  case SALON_REPORT_FILE_PDF:
  case SALON_REPORT_FILE_PNG:
  case SALON_REPORT_FILE_SVG:
  default:
    g_return_val_if_reached (g_strdup (""));
  }
}

/**
 * salon_report_file_write:
 * @kind: one that is not drawn
 * @path: what is there is replaced when the new file is whole
 * @cancellable: (nullable):
 *
 * Blocking, on any thread.
 *
 * Returns: %FALSE with a sentence that names the file, or %G_IO_ERROR_CANCELLED; then there is no file
 */
gboolean
salon_report_file_write (const SalonReportTable *table, SalonReportFile kind, const char *path, GCancellable *cancellable,
                         GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (kind == SALON_REPORT_FILE_XLSX)
    return salon_report_xlsx_write (table, path, cancellable, error);
  text = to_text (table, kind);
  bytes = g_bytes_new_static (text, strlen (text));
  return salon_report_file_keep (path, bytes, cancellable, error);
}
