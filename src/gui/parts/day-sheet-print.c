/* The session tells the day, another thread sets the pages; then they go where they were asked to go. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/durable.h"
#include "base/executor.h"
#include "gui/parts/day-sheet-print.h"
#include "gui/parts/notes.h"
#include "gui/parts/paper-out.h"
#include "gui/parts/save-file.h"
#include "gui/widgets/compat.h"
#include "model/services/day-sheets.h"
#include "report/day-sheet.h"

typedef enum {
  WAY_PRINT,
  WAY_PREVIEW,
  WAY_SAVE,
} Way;

typedef struct {
  GWeakRef from;
  Way way;
  SalonDay day;
  gint64 now; /* absolute wall minute */
  GPtrArray *sheets;
  SalonPages *pages;
  GBytes *pdf; /* not for a printer */
  char *path;  /* of the preview */
} Sheet;

static void
sheet_free (Sheet *self)
{
  g_weak_ref_clear (&self->from);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->pages, salon_pages_unref);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_free (self->path);
  g_free (self);
}

static GtkWindow *
window_of (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* ---- beside the main thread */

/* For the eyes of this user, and gone when the session of the computer ends. */
static gboolean
write_preview (Sheet *self, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "salon-sheet-XXXXXX.pdf", NULL);
  int fd = g_mkstemp (path);

  if (fd >= 0)
    g_close (fd, NULL);
  if (!salon_durable_write (path, self->pdf, error))
    return FALSE;
  self->path = g_steal_pointer (&path);
  return TRUE;
}

static void
set_pages (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Sheet *self = data;
  GError *error = NULL;

  self->pages = salon_report_day_sheets (self->sheets, self->now);
  if (self->way != WAY_PRINT)
    self->pdf = salon_pages_to_pdf (self->pages, &error);
  if (self->way == WAY_PREVIEW && self->pdf != NULL)
    write_preview (self, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* ---- where they go */

static void
save (const Sheet *self, GtkWidget *from)
{
  const SalonDaySheet *first = self->sheets->pdata[0];
  g_autofree char *day = salon_day_format_iso (self->day);
  g_autofree char *middle = self->sheets->len == 1 ? g_strconcat (day, "-", first->employee, NULL) : g_strdup (day);
  /* Translators: how a file is called: day-2026-11-22.pdf */
  g_autofree char *name = salon_save_file_name (C_ ("file name", "day"), middle, ".pdf");

  salon_save_file (from, _("Save the sheet of the day"), name, self->pdf);
}

static void
on_set (GObject *source, GAsyncResult *result, gpointer data)
{
  const Sheet *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GtkWidget) from = g_weak_ref_get ((GWeakRef *) &self->from);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = self->path != NULL ? g_filename_to_uri (self->path, NULL, NULL) : NULL;

  if (from == NULL)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    salon_note_error (from, error);
  else if (self->way == WAY_PRINT)
    salon_paper_print (from, self->pages, (SalonSaved){ NULL, NULL, NULL });
  else if (self->way == WAY_SAVE)
    save (self, from);
  else if (uri != NULL)
    salon_compat_open_uri (window_of (from), uri);
}

/* ---- what is asked */

static void
on_sheets (GObject *source, GAsyncResult *result, gpointer data)
{
  Sheet *self = data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;
  GTask *task = NULL;

  self->sheets = salon_session_query_finish (SALON_SESSION (source), result, &error);
  if (self->sheets == NULL || from == NULL) {
    if (from != NULL)
      salon_note_error (from, error);
    sheet_free (self);
    return;
  }
  self->day = ((const SalonDaySheet *) self->sheets->pdata[0])->day;
  task = g_task_new (NULL, NULL, on_set, NULL);
  g_task_set_task_data (task, self, (GDestroyNotify) sheet_free);
  salon_run_aside (task, set_pages);
  g_object_unref (task);
}

static void
start (GtkWidget *from, SalonSession *session, SalonDay day, gint64 employee_id, Way way)
{
  Sheet *self = g_new0 (Sheet, 1);

  g_weak_ref_init (&self->from, from);
  self->way = way;
  self->now = salon_clock_wall_minute (salon_session_clock (session));
  salon_session_query (session, &salon_query_day_sheets, SALON_LANE_INTERACTIVE, salon_day_sheet_request_new (day, employee_id),
                       NULL, on_sheets, self);
}

/**
 * salon_day_sheet_print:
 * @from: any widget of the window; what is refused is told there
 * @day: %SALON_DAY_NONE = today
 * @employee_id: 0 = everybody who works on that day
 *
 * Opens the print dialog with the sheets of a day.
 */
void
salon_day_sheet_print (GtkWidget *from, SalonSession *session, SalonDay day, gint64 employee_id)
{
  start (from, session, day, employee_id, WAY_PRINT);
}

/**
 * salon_day_sheet_preview:
 *
 * As salon_day_sheet_print(), but shows the pages in the program that this computer has for PDF files.
 */
void
salon_day_sheet_preview (GtkWidget *from, SalonSession *session, SalonDay day, gint64 employee_id)
{
  start (from, session, day, employee_id, WAY_PREVIEW);
}

/**
 * salon_day_sheet_save:
 *
 * As salon_day_sheet_print(), but asks for a file and writes a PDF.
 */
void
salon_day_sheet_save (GtkWidget *from, SalonSession *session, SalonDay day, gint64 employee_id)
{
  start (from, session, day, employee_id, WAY_SAVE);
}
