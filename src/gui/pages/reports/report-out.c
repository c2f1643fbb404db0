/* The file is made beside the main thread: first it is asked whether the user may take it out, then where it shall be. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/executor.h"
#include "gui/pages/reports/report-out.h"
#include "gui/parts/notes.h"
#include "gui/parts/paper-out.h"
#include "gui/widgets/compat.h"
#include "model/services/report-leave.h"
#include "report/chart.h"
#include "report/report-paper.h"

#define PICTURE_WIDTH  960
#define PICTURE_HEIGHT 540
#define PICTURE_SCALE  2 /* pixels a unit */

typedef struct {
  GWeakRef from;
  SalonReportAnswer *answer;
  SalonReportFile kind;
  gboolean to_printer;
  char *salon;
  gint64 now; /* absolute wall minute */
  char *path;
  SalonPages *pages;
} Out;

static void
out_free (gpointer data)
{
  Out *self = data;

  g_weak_ref_clear (&self->from);
  g_object_unref (self->answer);
  g_free (self->salon);
  g_free (self->path);
  g_clear_pointer (&self->pages, salon_pages_unref);
  g_free (self);
}

/* ---- making it */

static GBytes *
draw (Out *self, GError **error)
{
  const SalonReportTable *table = self->answer->table;
  SalonChartLook look = { FALSE, 1, NULL };
  double height = salon_chart_best_height (table->chart, PICTURE_WIDTH, &look);

  height = MAX (height, PICTURE_HEIGHT);
  if (self->kind == SALON_REPORT_FILE_PNG)
    return salon_chart_to_png (table->chart, table->currency, PICTURE_WIDTH, height, &look, PICTURE_SCALE, error);
  return salon_chart_to_svg (table->chart, table->currency, PICTURE_WIDTH, height, &look, error);
}

static gboolean
make (Out *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (self->to_printer || self->kind == SALON_REPORT_FILE_PDF)
    self->pages = salon_report_paper (self->answer->table, self->salon, self->now);
  if (self->to_printer)
    return TRUE;
  if (!salon_report_file_is_drawn (self->kind))
    return salon_report_file_write (self->answer->table, self->kind, self->path, NULL, error);
  bytes = self->pages != NULL ? salon_pages_to_pdf (self->pages, error) : draw (self, error);
  return bytes != NULL && salon_report_file_keep (self->path, bytes, NULL, error);
}

static void
make_aside (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (make (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  Out *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = self->path != NULL ? g_filename_display_basename (self->path) : NULL;
  g_autofree char *text = NULL;

  if (from == NULL)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    salon_note_error (from, error);
    return;
  }
  if (self->to_printer) {
    salon_paper_print (from, self->pages, (SalonSaved){ NULL, NULL, NULL });
    return;
  }
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("The report is in “%s”."), name);
  salon_save_file_tell (from, text, self->path);
}

static void
begin (Out *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_made, NULL);

  g_task_set_task_data (task, self, out_free);
  salon_run_aside (task, make_aside);
}

/* ---- where to */

static void
on_file (GObject *source, GAsyncResult *result, gpointer data)
{
  Out *self = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL) {
    if (file != NULL && from != NULL) {
      salon_set_error (&error, SALON_ERROR_IO, _("Choose a folder of this computer."));
      salon_note_error (from, error);
    }
    out_free (self);
    return;
  }
  self->path = strchr (name, '.') != NULL ? g_steal_pointer (&path) : g_strconcat (path, salon_report_file_suffix (self->kind), NULL);
  begin (self);
}

static void
ask_file (Out *self, GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *day = salon_day_format_iso ((SalonDay) (self->now / SALON_MINUTES_A_DAY));
  g_autofree char *middle = g_strdup_printf ("%s-%s", self->answer->table->title, day);
  /* Translators: how a file is called: report-Sales-by-employee-2026-11-22.xlsx */
  g_autofree char *name = salon_save_file_name (C_ ("file name", "report"), middle, salon_report_file_suffix (self->kind));

  salon_compat_choose_file (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the report"), name, NULL,
                            on_file, self);
}

/* ---- whether one may */

static void
on_leave (GObject *source, GAsyncResult *result, gpointer data)
{
  Out *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSettings) settings = salon_session_query_finish (SALON_SESSION (source), result, &error);
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);

  if (settings == NULL || from == NULL) {
    if (from != NULL)
      salon_note_error (from, error);
    out_free (self);
    return;
  }
  self->salon = g_strdup (settings->name);
  if (self->to_printer)
    begin (self);
  else
    ask_file (self, from);
}

static void
start (GtkWidget *from, SalonSession *session, SalonReportAnswer *answer, SalonReportFile kind, gboolean to_printer)
{
  Out *self = g_new0 (Out, 1);
  gboolean names = FALSE;

  g_weak_ref_init (&self->from, from);
  self->answer = g_object_ref (answer);
  self->kind = kind;
  self->to_printer = to_printer;
  self->now = salon_clock_wall_minute (salon_session_clock (session));
  names = (to_printer || salon_report_file_is_table (kind)) && salon_report_names_people (answer->table);
  salon_session_query (session, &salon_query_report_leave, SALON_LANE_INTERACTIVE, salon_report_leave_new (names), NULL, on_leave, self);
}

/**
 * salon_report_out_save:
 * @from: any widget of the window
 *
 * Asks where the file shall be, writes it and tells where it is.  PNG and SVG are the chart alone: only of an answer that has
 * one.
 */
void
salon_report_out_save (GtkWidget *from, SalonSession *session, SalonReportAnswer *answer, SalonReportFile kind)
{
  start (from, session, answer, kind, FALSE);
}

/**
 * salon_report_out_print:
 * @from: any widget of the window
 *
 * Opens the print dialog.
 */
void
salon_report_out_print (GtkWidget *from, SalonSession *session, SalonReportAnswer *answer)
{
  start (from, session, answer, SALON_REPORT_FILE_PDF, TRUE);
}
