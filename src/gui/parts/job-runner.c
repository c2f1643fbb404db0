/* Work that is done in a moment shows no progress: the row comes after a third of a second. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/job-runner.h"
#include "gui/parts/notes.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/work-bar.h"

#define SHOW_AFTER_MS 300

typedef struct {
  GtkWidget *from; /* weak */
  SalonWorkRow *row; /* weak */
  GCancellable *cancellable;
  char *text;
  guint show_source;
  gint64 n_done;
  gint64 n_total;
  SalonJobDone done;
  SalonJobNote note;
  gpointer data;
  GDestroyNotify free_data;
} Running;

static void
running_free (Running *self)
{
  g_clear_handle_id (&self->show_source, g_source_remove);
  if (self->row != NULL)
    salon_work_row_remove (self->row);
  g_clear_weak_pointer (&self->row);
  g_clear_weak_pointer (&self->from);
  g_object_unref (self->cancellable);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self->text);
  g_free (self);
}

static void
on_stop (GtkButton *button, GCancellable *cancellable)
{
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  g_cancellable_cancel (cancellable);
}

static gboolean
show_row (gpointer data)
{
  Running *self = data;
  SalonWorkBar *bar = self->from != NULL ? salon_work_bar_of (self->from) : NULL;
  GtkWidget *stop = NULL;

  self->show_source = 0;
  if (bar == NULL)
    return G_SOURCE_REMOVE;
  g_set_weak_pointer (&self->row, salon_work_bar_add (bar, self->text));
  stop = salon_work_row_add_button (self->row, C_ ("work", "Stop"));
  g_signal_connect_object (stop, "clicked", G_CALLBACK (on_stop), self->cancellable, 0);
  salon_work_row_set_progress (self->row, self->n_done, self->n_total);
  return G_SOURCE_REMOVE;
}

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  Running *self = data;

  self->n_done = done;
  self->n_total = total;
  if (self->row != NULL)
    salon_work_row_set_progress (self->row, done, total);
}

static void
tell (Running *self, const SalonJobResult *result, const GError *error)
{
  g_autofree char *text = NULL;

  if (self->done != NULL) {
    self->done (result, error, self->data);
    return;
  }
  if (self->from == NULL)
    return;
  if (result == NULL) {
    salon_note_error (self->from, error);
    return;
  }
  text = self->note (result, self->data);
  salon_note_done (self->from, text, &result->done);
}

static void
on_finished (GObject *source, GAsyncResult *async, gpointer data)
{
  Running *self = data;
  g_autoptr (GError) error = NULL;
  SalonJobResult result = { 0 };
  gboolean ok = salon_job_finish (SALON_SESSION (source), async, &result, &error);

  tell (self, ok ? &result : NULL, error);
  running_free (self);
}

static void
start (GtkWidget *from, SalonSession *session, SalonJobRun *run, const char *text, Running *self)
{
  g_set_weak_pointer (&self->from, salon_shell_of (from));
  self->cancellable = g_cancellable_new ();
  self->text = g_strdup (text);
  self->show_source = g_timeout_add (SHOW_AFTER_MS, show_row, self);
  salon_job_start (session, run, NULL, self->cancellable, on_progress, on_finished, self);
}

/**
 * salon_run_job:
 * @from: a widget of the window, which may be gone before the end
 * @run: (transfer full): what is to be done
 * @text: what is being done, while it lasts
 * @done: told once
 * @free_data: (nullable): frees @data afterwards
 */
void
salon_run_job (GtkWidget *from, SalonSession *session, SalonJobRun *run, const char *text, SalonJobDone done, gpointer data,
               GDestroyNotify free_data)
{
  Running *self = g_new0 (Running, 1);

  self->done = done;
  self->data = data;
  self->free_data = free_data;
  start (from, session, run, text, self);
}

/**
 * salon_run_job_noted:
 * @note: makes the note that is shown afterwards, with Undo
 *
 * As salon_run_job(), when a note is all that is to follow.
 */
void
salon_run_job_noted (GtkWidget *from, SalonSession *session, SalonJobRun *run, const char *text, SalonJobNote note,
                     gpointer data, GDestroyNotify free_data)
{
  Running *self = g_new0 (Running, 1);

  self->note = note;
  self->data = data;
  self->free_data = free_data;
  start (from, session, run, text, self);
}
