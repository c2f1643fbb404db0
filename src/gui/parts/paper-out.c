/* The file is made beside the main thread; a printer draws the pages on it, which is how GTK prints. */
#include "config.h"

#include "base/executor.h"
#include "gui/parts/notes.h"
#include "gui/parts/paper-out.h"
#include "gui/widgets/print.h"

typedef struct {
  GWeakRef from;
  SalonPages *pages;
  char *title;
  char *name;
  GBytes *pdf;
  SalonSaved done;
} Paper;

static void
paper_free (gpointer data)
{
  Paper *self = data;

  g_weak_ref_clear (&self->from);
  salon_pages_unref (self->pages);
  g_free (self->title);
  g_free (self->name);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  if (self->done.free_data != NULL)
    self->done.free_data (self->done.data);
  g_free (self);
}

static Paper *
paper_new (GtkWidget *from, SalonPages *pages, SalonSaved done)
{
  Paper *self = g_new0 (Paper, 1);

  g_weak_ref_init (&self->from, from);
  self->pages = salon_pages_ref (pages);
  self->done = done;
  return self;
}

/* ---- to a printer */

static void
draw (gpointer data, guint page, cairo_t *cr)
{
  salon_pages_draw (((Paper *) data)->pages, page, cr);
}

static void
on_printed (gpointer data)
{
  const Paper *self = data;

  if (self->done.func != NULL)
    self->done.func (self->done.data);
}

/* Told in the window of the program, not in one that stands before it. */
static void
on_print_failed (GtkWindow *parent, const GError *error)
{
  while (gtk_window_get_transient_for (parent) != NULL)
    parent = gtk_window_get_transient_for (parent);
  salon_note_error (GTK_WIDGET (parent), error);
}

/**
 * salon_paper_print:
 * @from: any widget of the window
 * @done: told when a printer took it; its data is taken over
 *
 * Opens the dialog in which printer, pages and copies are chosen, and prints.
 */
void
salon_paper_print (GtkWidget *from, SalonPages *pages, SalonSaved done)
{
  GtkRoot *root = gtk_widget_get_root (from);
  SalonPrintJob job = {
    .title = salon_pages_title (pages),
    .n_pages = salon_pages_count (pages),
    .width = salon_pages_width (pages),
    .height = salon_pages_height (pages),
    .draw = draw,
    .data = paper_new (from, pages, done),
    .free_data = paper_free,
    .printed = on_printed,
  };

  salon_print_ask (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &job, on_print_failed);
}

/* ---- into a file */

static void
make_pdf (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Paper *self = data;
  GError *error = NULL;

  self->pdf = salon_pages_to_pdf (self->pages, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_pdf (GObject *source, GAsyncResult *result, gpointer data)
{
  Paper *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;

  if (from == NULL)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    salon_note_error (from, error);
    return;
  }
  salon_save_file_then (from, self->title, self->name, self->pdf, self->done);
  self->done = (SalonSaved){ NULL, NULL, NULL };
}

/**
 * salon_paper_save:
 * @from: any widget of the window
 * @title: of the dialog that asks where to
 * @name: suggested for the file, with its end
 * @done: told when the file is there; its data is taken over
 *
 * Asks for a file and writes a PDF.
 */
void
salon_paper_save (GtkWidget *from, SalonPages *pages, const char *title, const char *name, SalonSaved done)
{
  Paper *self = paper_new (from, pages, done);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_pdf, NULL);

  self->title = g_strdup (title);
  self->name = g_strdup (name);
  g_task_set_task_data (task, self, paper_free);
  salon_run_aside (task, make_pdf);
}
