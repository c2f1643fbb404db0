/* A report leaves in steps: whether the user may take it out, where to, then it is made beside the main thread.  One that names
 * clients goes through the log of exports, which keeps its file. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "base/executor.h"
#include "gui/pages/reports/report-memory.h"
#include "gui/pages/reports/report-out.h"
#include "gui/parts/notes.h"
#include "gui/parts/paper-out.h"
#include "gui/widgets/compat.h"
#include "model/services/export-paper.h"
#include "model/services/export-run.h"
#include "model/services/report-leave.h"
#include "report/report-paper.h"

#define KEY_OF_BUSY "salon-report-leaves"

typedef enum {
  QUICK, /* into the folder of the last time, under a name of its own */
  ASK,   /* wherever the user says */
  PRINT,
} Way;

typedef struct {
  GWeakRef from;
  SalonSession *session;
  SalonReportAnswer *answer;
  SalonReportFile kind;
  Way way;
  char *salon;
  gint64 now; /* absolute wall minute */
  char *path;
  SalonPages *pages;
} Out;

static void
out_free (gpointer data)
{
  Out *self = data;
  g_autoptr (GObject) from = g_weak_ref_get (&self->from);

  if (from != NULL)
    g_object_set_data (from, KEY_OF_BUSY, NULL);
  g_weak_ref_clear (&self->from);
  g_object_unref (self->session);
  g_object_unref (self->answer);
  g_free (self->salon);
  g_free (self->path);
  g_clear_pointer (&self->pages, salon_pages_unref);
  g_free (self);
}

/* Says why, and ends. */
static void
give_up (Out *self, const GError *error)
{
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);

  if (from != NULL)
    salon_note_error (from, error);
  out_free (self);
}

/* ---- a file */

static GBytes *
draw (const Out *self, GError **error)
{
  const SalonReportTable *table = self->answer->table;
  g_autoptr (SalonPages) pages = NULL;

  if (!salon_report_file_is_table (self->kind))
    return salon_report_picture (table, self->kind == SALON_REPORT_FILE_SVG, FALSE, error);
  pages = salon_report_paper (table, self->salon, self->now);
  return salon_pages_to_pdf (pages, error);
}

static gboolean
make (gpointer data, const char *path, GCancellable *cancellable, GError **error)
{
  const Out *self = data;
  g_autoptr (GBytes) drawn = NULL;

  if (!salon_report_file_is_drawn (self->kind))
    return salon_report_file_write (self->answer->table, self->kind, path, cancellable, error);
  drawn = draw (self, error);
  return drawn != NULL && salon_report_file_keep (path, drawn, cancellable, error);
}

static void
tell (Out *self)
{
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autofree char *name = g_filename_display_basename (self->path);
  /* Translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_("The report is in “%s”."), name);

  salon_report_memory_put_file (self->path, salon_report_file_word (self->kind));
  salon_save_file_tell (from, text, self->path);
  out_free (self);
}

static void
on_logged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (salon_export_finish (SALON_SESSION (source), result, NULL, &error))
    tell (data);
  else
    give_up (data, error);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    tell (data);
  else
    give_up (data, error);
}

static void
make_aside (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Out *self = data;
  GError *error = NULL;

  if (make (data, self->path, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
names_people (const Out *self)
{
  const SalonReportTable *table = self->answer->table;

  if (self->way != PRINT && !salon_report_file_is_table (self->kind))
    return salon_report_chart_names_people (table);
  return salon_report_names_people (table);
}

static void
make_file (Out *self)
{
  if (names_people (self)) {
    salon_export_start_made (self->session,
                             salon_export_order_new_report (self->answer->table, self->answer->spec,
                                                            salon_report_file_export_format (self->kind), self->path),
                             (SalonExportMaking){ make, self, NULL }, NULL, on_logged, self);
  } else {
    g_autoptr (GTask) task = g_task_new (NULL, NULL, on_made, self);

    g_task_set_task_data (task, self, NULL);
    salon_run_aside (task, make_aside);
  }
}

/* ---- where to */

static char *
suggested_name (const Out *self)
{
  g_autofree char *day = salon_day_format_iso ((SalonDay) (self->now / SALON_MINUTES_A_DAY));
  g_autofree char *middle = g_strdup_printf ("%s-%s", self->answer->table->title, day);

  /* Translators: how a file is called: report-Sales-by-employee-2026-11-22.xlsx */
  return salon_save_file_name (C_ ("file name", "report"), middle, salon_report_file_suffix (self->kind));
}

static void
on_file (GObject *source, GAsyncResult *result, gpointer data)
{
  Out *self = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL) {
    out_free (self);
    return;
  }
  if (path == NULL) {
    salon_set_error (&error, SALON_ERROR_IO, _("Choose a folder of this computer."));
    give_up (self, error);
    return;
  }
  salon_report_file_by_name (name, &self->kind);
  self->path = strchr (name, '.') != NULL ? g_steal_pointer (&path) : g_strconcat (path, salon_report_file_suffix (self->kind), NULL);
  make_file (self);
}

static void
ask_file (Out *self, GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *name = suggested_name (self);
  g_autofree char *folder = salon_report_memory_folder ();

  salon_compat_save_file_in (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Save the report"), folder, name, on_file, self);
}

/* A name in the folder of the last time that no file has yet. */
static gboolean
find_path (Out *self, GError **error)
{
  g_autofree char *folder = salon_report_memory_folder ();
  g_autofree char *name = suggested_name (self);
  const char *suffix = salon_report_file_suffix (self->kind);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (suffix));

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR)) {
    g_autofree char *shown = g_filename_display_name (folder);

    salon_set_error (error, SALON_ERROR_IO, _("The folder “%s” is not there any more: save it somewhere else (Ctrl+Shift+E)."), shown);
    return FALSE;
  }
  self->path = g_build_filename (folder, name, NULL);
  for (int i = 2; g_file_test (self->path, G_FILE_TEST_EXISTS); i++) {
    g_autofree char *other = g_strdup_printf ("%s-%d%s", stem, i, suffix);

    g_free (self->path);
    self->path = g_build_filename (folder, other, NULL);
  }
  return TRUE;
}

/* ---- paper */

static void
on_printed (gpointer data)
{
  SalonExportPaper **paper = data;

  salon_export_end_paper (g_steal_pointer (paper), TRUE);
}

/* The dialog was closed, or no printer took it. */
static void
paper_free (gpointer data)
{
  SalonExportPaper **paper = data;

  if (*paper != NULL)
    salon_export_end_paper (*paper, FALSE);
  g_free (paper);
}

static void
on_paper_begun (GObject *source, GAsyncResult *result, gpointer data)
{
  Out *self = data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;
  SalonExportPaper *paper = salon_export_begin_paper_finish (result, &error);
  SalonExportPaper **held = NULL;

  if (paper == NULL) {
    give_up (self, error);
    return;
  }
  held = g_memdup2 (&paper, sizeof paper);
  if (from != NULL)
    salon_paper_print (from, self->pages, (SalonSaved){ on_printed, held, paper_free });
  else
    paper_free (held);
  out_free (self);
}

static void
on_pages (GObject *source, GAsyncResult *result, gpointer data)
{
  Out *self = data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);

  if (from != NULL && names_people (self)) {
    salon_export_begin_paper (self->session,
                              salon_export_order_new_report (self->answer->table, self->answer->spec, SALON_EXPORT_PAPER, NULL),
                              on_paper_begun, self);
    return;
  }
  if (from != NULL)
    salon_paper_print (from, self->pages, (SalonSaved){ NULL, NULL, NULL });
  out_free (self);
}

static void
lay_out_aside (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Out *self = data;

  self->pages = salon_report_paper (self->answer->table, self->salon, self->now);
  g_task_return_boolean (task, TRUE);
}

static void
print (Out *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_pages, self);

  g_task_set_task_data (task, self, NULL);
  salon_run_aside (task, lay_out_aside);
}

/* ---- whether one may */

static void
on_leave (GObject *source, GAsyncResult *result, gpointer data)
{
  Out *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSettings) settings = salon_session_query_finish (SALON_SESSION (source), result, &error);
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);

  if (settings == NULL || (self->way == QUICK && !find_path (self, &error))) {
    give_up (self, error);
    return;
  }
  self->salon = g_strdup (settings->name);
  if (self->way == PRINT)
    print (self);
  else if (self->way == QUICK)
    make_file (self);
  else if (from != NULL)
    ask_file (self, from);
  else
    out_free (self);
}

/* What is pressed twice leaves once. */
static void
start (GtkWidget *from, SalonSession *session, SalonReportAnswer *answer, SalonReportFile kind, Way way)
{
  Out *self = NULL;

  if (g_object_get_data (G_OBJECT (from), KEY_OF_BUSY) != NULL)
    return;
  self = g_new0 (Out, 1);
  g_object_set_data (G_OBJECT (from), KEY_OF_BUSY, self);
  g_weak_ref_init (&self->from, from);
  self->session = g_object_ref (session);
  self->answer = g_object_ref (answer);
  self->kind = kind;
  self->way = way;
  self->now = salon_clock_wall_minute (salon_session_clock (session));
  salon_session_query (session, &salon_query_report_leave, SALON_LANE_INTERACTIVE, salon_report_leave_new (names_people (self)), NULL,
                       on_leave, self);
}

/**
 * salon_report_out_quick:
 * @from: the view of the report
 *
 * Writes it beside the one before, under a name that no file has, and tells where it is.  PNG and SVG are the chart alone: only
 * of an answer that has one.
 */
void
salon_report_out_quick (GtkWidget *from, SalonSession *session, SalonReportAnswer *answer, SalonReportFile kind)
{
  start (from, session, answer, kind, QUICK);
}

/**
 * salon_report_out_save:
 * @from: the view of the report
 * @kind: suggested; the end of the name that is typed decides
 *
 * Asks where the file shall be, writes it and tells where it is.
 */
void
salon_report_out_save (GtkWidget *from, SalonSession *session, SalonReportAnswer *answer, SalonReportFile kind)
{
  start (from, session, answer, kind, ASK);
}

/**
 * salon_report_out_print:
 * @from: the view of the report
 *
 * Opens the print dialog.
 */
void
salon_report_out_print (GtkWidget *from, SalonSession *session, SalonReportAnswer *answer)
{
  start (from, session, answer, SALON_REPORT_FILE_PDF, PRINT);
}
