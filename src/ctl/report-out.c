#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "ctl/report-out.h"
#include "exchange/report-text.h"
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

static gboolean
write_file (SalonCtl *ctl, const SalonReportTable *table, const SalonCtlReportOut *out, GError **error)
{
  SalonReportLeave request = { salon_report_file_is_table (out->kind) && salon_report_names_people (table) };
  g_autoptr (SalonSettings) settings = salon_session_query_sync (ctl->session, &salon_query_report_leave, &request, error);
  g_autoptr (GBytes) drawn = NULL;

  if (settings == NULL)
    return FALSE;
  if (!salon_report_file_is_drawn (out->kind))
    return salon_report_file_write (table, out->kind, out->path, NULL, error);
  drawn = draw (ctl, table, out, settings, error);
  return drawn != NULL && salon_report_file_keep (out->path, drawn, NULL, error);
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
  g_autoptr (GError) error = NULL;

  if (out->path == NULL)
    return out->kind == SALON_REPORT_FILE_SVG ? print_svg (table, out->is_dark) : print_text (table, out->kind);
  if (!write_file (ctl, table, out, &error))
    return salon_ctl_fail (error);
  print_written (ctl, table, out->path);
  return SALON_CTL_DONE;
}
