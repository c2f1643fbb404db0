/* print-probe QUEUE FILE.pdf: sends a document of the size of a card to a printer and writes each step of the job on a line. */
#include "gui/parts/print-watch.h"

static const char *const words[] = { NULL, "sending", "queued", "stopped", "printing", "done", "refused", "broken", "cancelled" };

typedef struct {
  GMainLoop *loop;
  GPtrArray *printers;
} Probe;

static void
on_printers (GObject *source, GAsyncResult *result, gpointer data)
{
  Probe *self = data;

  self->printers = salon_print_queues_find_finish (result);
  g_main_loop_quit (self->loop);
}

static void
on_changed (SalonPrintWatch *watch, Probe *self)
{
  SalonPrintStep step = salon_print_watch_get_step (watch);

  g_print ("%s\n", words[step]);
  if (salon_print_is_over (step))
    g_main_loop_quit (self->loop);
}

static GtkPrinter *
find (Probe *self, const char *name)
{
  for (guint i = 0; i < self->printers->len; i++)
    if (g_str_equal (gtk_printer_get_name (self->printers->pdata[i]), name))
      return self->printers->pdata[i];
  return NULL;
}

static int
send (Probe *self, GtkPrinter *printer, const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) pdf = g_mapped_file_get_bytes (file);
  g_autoptr (SalonPrintTicket) ticket = salon_print_ticket_new (NULL, 17, 0);
  SalonPrintDocument document = { "Card", pdf, 85.6, 53.98, TRUE, ticket };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonPrintWatch) watch = salon_print_watch_send (printer, &document, &error);

  g_assert_no_error (error);
  g_signal_connect (watch, "changed", G_CALLBACK (on_changed), self);
  g_main_loop_run (self->loop);
  return 0;
}

int
main (int argc, char **argv)
{
  Probe self = { NULL, NULL };
  GtkPrinter *printer = NULL;
  int status = 0;

  gtk_init ();
  setvbuf (stdout, NULL, _IOLBF, 0);
  self.loop = g_main_loop_new (NULL, FALSE);
  salon_print_queues_find (on_printers, &self);
  g_main_loop_run (self.loop);
  printer = find (&self, argv[1]);
  if (printer == NULL)
    g_print ("no printer\n");
  else
    status = send (&self, printer, argv[2]);
  g_ptr_array_unref (self.printers);
  g_main_loop_unref (self.loop);
  return status;
}
