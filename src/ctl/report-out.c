#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "ctl/report-out.h"
#include "exchange/report-text.h"
#include "model/services/export-run.h"
#include "model/services/report-leave.h"
#include "report/report-paper.h"

static GBytes *
draw (SalonCtl *ctl, const SalonReportTable *table, const SalonCtlReportOut *out, const SalonSettings *settings, GError **error)
{
  g_autoptr (SalonPages) pages = NULL;

  if (!salon_report_file_is_table (out->kind))
    return salon_report_picture (table, out->kind == SALON_REPORT_FILE_SVG, out->is_dark, error);
  pages = salon_report_paper (table, settings->name, salon_clock_wall_minute (ctl->clock));
  return salon_pages_to_pdf (pages, error);
}

typedef struct {
  SalonCtl *ctl;
  const SalonReportTable *table;
  const SalonCtlReportOut *out;
  SalonSettings *settings;
} Making;

static gboolean
make (gpointer data, const char *path, GCancellable *cancellable, GError **error)
{
  const Making *making = data;
  const SalonCtlReportOut *out = making->out;
  g_autoptr (GBytes) drawn = NULL;

  if (!salon_report_file_is_drawn (out->kind))
    return salon_report_file_write (making->table, out->kind, path, cancellable, error);
  drawn = draw (making->ctl, making->table, out, making->settings, error);
  return drawn != NULL && salon_report_file_keep (path, drawn, cancellable, error);
}

/* What names clients goes through the log of exports, so the salon is opened once more, for writing. */
static gboolean
make_logged (SalonCtl *ctl, Making *making, int *status)
{
  const SalonCtlReportOut *out = making->out;
  SalonExportOrder *order = NULL;
  g_autoptr (GError) error = NULL;

  if (!salon_session_close (ctl->session, &error)) {
    *status = salon_ctl_fail (error);
    return FALSE;
  }
  g_clear_object (&ctl->session);
  if (!salon_ctl_open (ctl, TRUE, status))
    return FALSE;
  order = salon_export_order_new_report (making->table, out->spec, salon_report_file_export_format (out->kind), out->path);
  if (salon_export_make_sync (ctl->session, order, (SalonExportMaking){ make, making, NULL }, NULL, NULL, &error))
    return TRUE;
  *status = salon_ctl_fail (error);
  return FALSE;
}

static gboolean
write_file (SalonCtl *ctl, const SalonReportTable *table, const SalonCtlReportOut *out, int *status)
{
  SalonReportLeave request = { salon_report_file_is_table (out->kind) ? salon_report_names_people (table)
                                                                     : salon_report_chart_names_people (table) };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSettings) settings = salon_session_query_sync (ctl->session, &salon_query_report_leave, &request, &error);
  Making making = { ctl, table, out, settings };

  if (settings != NULL && request.names_people)
    return make_logged (ctl, &making, status);
  if (settings != NULL && make (&making, out->path, NULL, &error))
    return TRUE;
  *status = salon_ctl_fail (error);
  return FALSE;
}

static void
print_written (SalonCtl *ctl, const SalonReportTable *table, const char *path)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonRecord *row = salon_ctl_add_row (rows);
  g_autofree char *name = g_filename_display_name (path);

  salon_record_set_text (row, "file", name);
  salon_record_set_int (row, "rows", table->rows->len);
  salon_ctl_print (ctl, rows);
}

static int
print_svg (const SalonReportTable *table, gboolean is_dark)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = salon_report_picture (table, TRUE, is_dark, &error);

  if (svg == NULL)
    return salon_ctl_fail (error);
  fwrite (g_bytes_get_data (svg, NULL), 1, g_bytes_get_size (svg), stdout);
  return SALON_CTL_DONE;
}

static int
print_text (const SalonReportTable *table, SalonReportFile kind)
{
  g_autofree char *text = kind == SALON_REPORT_FILE_CSV    ? salon_report_to_csv (table, ';')
                          : kind == SALON_REPORT_FILE_JSON ? salon_report_to_json (table)
                                                           : salon_report_to_text (table);

  fputs (text, stdout);
  return SALON_CTL_DONE;
}

/**
 * salon_ctl_report_out:
 *
 * Returns: the exit status
 */
int
salon_ctl_report_out (SalonCtl *ctl, const SalonReportTable *table, const SalonCtlReportOut *out)
{
  int status = SALON_CTL_DONE;

  if (out->path == NULL)
    return out->kind == SALON_REPORT_FILE_SVG ? print_svg (table, out->is_dark) : print_text (table, out->kind);
  if (!write_file (ctl, table, out, &status))
    return status;
  print_written (ctl, table, out->path);
  return SALON_CTL_DONE;
}
