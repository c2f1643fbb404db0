/* A thin layer over GtkPrintOperation: a page is as large as it says it is, and smaller where the paper is.
 *
 * Printing without the dialog crashes GTK 4.8.3; nothing here does that. */
#include "config.h"

#include "gui/widgets/print.h"

typedef struct {
  char *title;
  SalonPrintJob job;
  void (*failed) (GtkWindow *parent, const GError *error);
  GtkWindow *parent; /* weak */
} Running;

static void
running_free (gpointer data)
{
  Running *self = data;

  if (self->job.free_data != NULL)
    self->job.free_data (self->job.data);
  g_clear_weak_pointer (&self->parent);
  g_free (self->title);
  g_free (self);
}

/* A sheet that is not of the salon's paper format gets the page whole, in its middle. */
static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Running *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double scale = MIN (MIN (width / self->job.width, height / self->job.height), 1);

  cairo_save (cr);
  cairo_translate (cr, (width - self->job.width * scale) / 2, (height - self->job.height * scale) / 2);
  cairo_scale (cr, scale, scale);
  self->job.draw (self->job.data, (guint) page, cr);
  cairo_restore (cr);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Running *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && self->job.printed != NULL)
    self->job.printed (self->job.data);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || self->failed == NULL || self->parent == NULL)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    self->failed (self->parent, error);
}

static GtkPageSetup *
page_setup (const SalonPrintJob *job)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  GtkPaperSize *paper = NULL;

  if (ABS (gtk_paper_size_get_width (a4, GTK_UNIT_POINTS) - job->width) < 1
      && ABS (gtk_paper_size_get_height (a4, GTK_UNIT_POINTS) - job->height) < 1)
    paper = gtk_paper_size_copy (a4);
  else
    paper = gtk_paper_size_new_custom ("salon", job->title, job->width, job->height, GTK_UNIT_POINTS);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_paper_size_free (a4);
  return setup;
}

static GtkPrintOperation *
make_operation (Running *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup (&self->job);

  gtk_print_operation_set_job_name (operation, self->title);
  gtk_print_operation_set_n_pages (operation, (int) self->job.n_pages);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), self);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), self);
  g_object_set_data_full (G_OBJECT (operation), "salon-print", self, running_free);
  return operation;
}

static Running *
running_new (const SalonPrintJob *job)
{
  Running *self = g_new0 (Running, 1);

  self->title = g_strdup (job->title);
  self->job = *job;
  self->job.title = self->title;
  return self;
}

/**
 * salon_print_operation_new:
 * @job: its data is taken over
 *
 * Returns: (transfer full): an operation to be run with the dialog, or to export a file
 */
GtkPrintOperation *
salon_print_operation_new (const SalonPrintJob *job)
{
  return make_operation (running_new (job));
}

/**
 * salon_print_ask:
 * @job: its data is taken over
 * @failed: (nullable): told why a printer did not take it
 *
 * Opens the dialog in which printer, pages and copies are chosen, and prints.
 */
void
salon_print_ask (GtkWindow *parent, const SalonPrintJob *job, void (*failed) (GtkWindow *parent, const GError *error))
{
  Running *self = running_new (job);
  g_autoptr (GtkPrintOperation) operation = make_operation (self);

  self->failed = failed;
  g_set_weak_pointer (&self->parent, parent);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
