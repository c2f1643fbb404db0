/* GtkPrintJob sends and then looks after the job; whether the queue was stopped meanwhile it does not say, so the printers
 * are asked for again while the job waits; and who ended it, the printer or a person, the queue is asked for. */
#include "config.h"
#include "gui/parts/print-watch.h"

#include <glib/gstdio.h>

#define LOOK_AGAIN_S 2

struct _SalonPrintWatch {
  GObject parent_instance;

  GtkPrintJob *job;
  SalonPrintTicket *ticket;
  char *message;
  SalonPrintSigns signs;
  SalonPrintStep step;
  gboolean left;
  guint look_again;
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonPrintWatch, salon_print_watch, G_TYPE_OBJECT)

static void
update (SalonPrintWatch *self)
{
  SalonPrintStep step = salon_print_step (self->step, &self->signs);

  if (step == self->step)
    return;
  self->step = step;
  if (salon_print_is_over (step))
    g_clear_handle_id (&self->look_again, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- the job */

static void
on_fate (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonPrintWatch) self = data;
  SalonPrintFate fate = salon_print_fate_ask_finish (result);

  self->signs.heard = fate == SALON_PRINT_FATE_CANCELLED ? SALON_PRINT_HEARD_CANCELLED : SALON_PRINT_HEARD_ABORTED;
  update (self);
}

static void
on_status (GtkPrintJob *job, SalonPrintWatch *self)
{
  switch (gtk_print_job_get_status (job)) {
  case GTK_PRINT_STATUS_PENDING:
  case GTK_PRINT_STATUS_PENDING_ISSUE:
    self->signs.heard = SALON_PRINT_HEARD_PENDING;
    break;
  case GTK_PRINT_STATUS_PRINTING:
    self->signs.heard = SALON_PRINT_HEARD_PRINTING;
    break;
  case GTK_PRINT_STATUS_FINISHED:
    self->signs.heard = SALON_PRINT_HEARD_FINISHED;
    break;
  case GTK_PRINT_STATUS_FINISHED_ABORTED:
    salon_print_fate_ask (self->ticket, FALSE, on_fate, g_object_ref (self));
    break;
  case GTK_PRINT_STATUS_INITIAL:
  case GTK_PRINT_STATUS_PREPARING:
  case GTK_PRINT_STATUS_GENERATING_DATA:
  case GTK_PRINT_STATUS_SENDING_DATA:
  default:
    break;
  }
  update (self);
}

static void
on_sent (GtkPrintJob *job, gpointer data, const GError *error)
{
  g_autoptr (SalonPrintWatch) self = g_object_ref (data);

  self->signs.sent = error == NULL;
  self->signs.refused = error != NULL;
  if (error != NULL) {
    g_free (self->message);
    self->message = g_strdup (error->message);
  }
  update (self);
}

/* ---- the queue */

static void
on_queues (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonPrintWatch) self = data;
  g_autoptr (GPtrArray) printers = salon_print_queues_find_finish (result);

  for (guint i = 0; i < printers->len; i++)
    if (g_str_equal (gtk_printer_get_name (printers->pdata[i]), self->ticket->printer)) {
      self->signs.paused = gtk_printer_is_paused (printers->pdata[i]);
      update (self);
    }
}

static gboolean
on_look_again (gpointer data)
{
  SalonPrintWatch *self = data;

  salon_print_queues_find (on_queues, g_object_ref (self));
  return G_SOURCE_CONTINUE;
}

/* ---- sending */

/* The job opens the file at once; its name is not needed any longer then. */
static gboolean
set_document (GtkPrintJob *job, GBytes *pdf, GError **error)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("salon-print-XXXXXX", &path, error);
  gboolean set = FALSE;

  if (fd < 0)
    return FALSE;
  g_close (fd, NULL);
  set = g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), error)
        && gtk_print_job_set_source_file (job, path, error);
  g_unlink (path);
  return set;
}

static GtkPageSetup *
page_setup (const SalonPrintDocument *document)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = NULL;

  /* Paper is fed with its short edge first; what is wider than high is turned by the printer. */
  if (document->width > document->height)
    paper = gtk_paper_size_new_custom ("card", document->title, document->height, document->width, GTK_UNIT_MM);
  else
    paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_page_setup_set_orientation (setup, document->width > document->height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                            : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  return setup;
}

static GtkPrintSettings *
print_settings (const SalonPrintDocument *document)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();

  gtk_print_settings_set_n_copies (settings, 1);
  gtk_print_settings_set (settings, "cups-print-color-mode", "color");
  if (document->both_sides)
    gtk_print_settings_set (settings, "cups-sides", "two-sided-long-edge");
  return settings;
}

/**
 * salon_print_watch_send:
 *
 * Sends a document to a printer and follows it.
 *
 * Returns: (transfer full) (nullable): emits "changed" when the job gets further; %NULL with @error if it was not sent
 */
SalonPrintWatch *
salon_print_watch_send (GtkPrinter *printer, const SalonPrintDocument *document, GError **error)
{
  g_autoptr (SalonPrintWatch) self = NULL;
  g_autoptr (GtkPageSetup) setup = page_setup (document);
  g_autoptr (GtkPrintSettings) settings = print_settings (document);
  g_autofree char *title = salon_print_ticket_title (document->ticket, document->title);

  self = g_object_new (SALON_TYPE_PRINT_WATCH, NULL);
  self->ticket = salon_print_ticket_new (gtk_printer_get_name (printer), document->ticket->number, document->ticket->since);
  self->signs.paused = gtk_printer_is_paused (printer);
  self->job = gtk_print_job_new (title, printer, settings, setup);
  gtk_print_job_set_track_print_status (self->job, TRUE);
  if (!set_document (self->job, document->pdf, error))
    return NULL;
  g_signal_connect_object (self->job, "status-changed", G_CALLBACK (on_status), self, 0);
  gtk_print_job_send (self->job, on_sent, g_object_ref (self), g_object_unref);
  self->look_again = g_timeout_add_seconds (LOOK_AGAIN_S, on_look_again, self);
  return g_steal_pointer (&self);
}

/* ---- taking it back */

static void
on_cancelled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonPrintWatch) self = data;

  SalonPrintFate fate = salon_print_fate_ask_finish (result);

  self->left = fate == SALON_PRINT_FATE_OPEN || fate == SALON_PRINT_FATE_UNKNOWN;
  switch (fate) {
  case SALON_PRINT_FATE_DONE:
    self->signs.sent = TRUE;
    self->signs.heard = SALON_PRINT_HEARD_FINISHED;
    break;
  case SALON_PRINT_FATE_ABORTED:
    self->signs.heard = SALON_PRINT_HEARD_ABORTED;
    break;
  case SALON_PRINT_FATE_CANCELLED:
  case SALON_PRINT_FATE_OPEN:
  case SALON_PRINT_FATE_UNKNOWN:
  default:
    self->signs.heard = SALON_PRINT_HEARD_CANCELLED;
    break;
  }
  update (self);
}

/**
 * salon_print_watch_cancel:
 *
 * Takes the job out of the queue of the printer.  If the printer was faster it is done; else it is cancelled, even if the queue
 * cannot be asked.
 */
void
salon_print_watch_cancel (SalonPrintWatch *self)
{
  g_return_if_fail (SALON_IS_PRINT_WATCH (self));

  salon_print_fate_ask (self->ticket, TRUE, on_cancelled, g_object_ref (self));
}

/* ---- object */

static void
salon_print_watch_finalize (GObject *object)
{
  SalonPrintWatch *self = SALON_PRINT_WATCH (object);

  g_clear_handle_id (&self->look_again, g_source_remove);
  g_clear_object (&self->job);
  g_clear_pointer (&self->ticket, salon_print_ticket_free);
  g_free (self->message);
  G_OBJECT_CLASS (salon_print_watch_parent_class)->finalize (object);
}

static void
salon_print_watch_class_init (SalonPrintWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_print_watch_finalize;

  /**
   * SalonPrintWatch::changed:
   *
   * The job got further, or came to its end.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_PRINT_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
salon_print_watch_init (SalonPrintWatch *self)
{
  self->step = SALON_PRINT_SENDING;
}

/**
 * salon_print_watch_get_step:
 *
 * Returns: how far it is
 */
SalonPrintStep
salon_print_watch_get_step (SalonPrintWatch *self)
{
  g_return_val_if_fail (SALON_IS_PRINT_WATCH (self), SALON_PRINT_BROKEN);

  return self->step;
}

/**
 * salon_print_watch_left_job:
 *
 * Returns: whether the queue may still have the job that was taken back
 */
gboolean
salon_print_watch_left_job (SalonPrintWatch *self)
{
  g_return_val_if_fail (SALON_IS_PRINT_WATCH (self), FALSE);

  return self->left;
}

/**
 * salon_print_watch_get_message:
 *
 * Returns: (transfer none) (nullable): what the print system said when it refused the job
 */
const char *
salon_print_watch_get_message (SalonPrintWatch *self)
{
  g_return_val_if_fail (SALON_IS_PRINT_WATCH (self), NULL);

  return self->message;
}
