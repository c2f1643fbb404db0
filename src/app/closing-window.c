/* Makes the last backup of the day and goes when it is made, or when it is not wanted: then nothing is left of the
 * copy, and the earlier ones stay. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/closing-window.h"
#include "gui/widgets/build.h"
#include "model/services/backups.h"

struct _SalonClosingWindow {
  AdwApplicationWindow parent_instance;
  GCancellable *cancellable;
  GtkWidget *leave_out;
};

G_DEFINE_FINAL_TYPE (SalonClosingWindow, salon_closing_window, ADW_TYPE_APPLICATION_WINDOW)

static void
on_backup (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonClosingWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonBackup) backup = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (backup == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_printerr ("salon-desk: %s\n", error->message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
leave_out (SalonClosingWindow *self)
{
  gtk_widget_set_sensitive (self->leave_out, FALSE);
  g_cancellable_cancel (self->cancellable);
}

/* It goes when the backup has ended, which is soon. */
static gboolean
salon_closing_window_close_request (GtkWindow *window)
{
  leave_out (SALON_CLOSING_WINDOW (window));
  return TRUE;
}

static void
salon_closing_window_finalize (GObject *object)
{
  g_object_unref (SALON_CLOSING_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (salon_closing_window_parent_class)->finalize (object);
}

static void
salon_closing_window_class_init (SalonClosingWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_closing_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = salon_closing_window_close_request;
}

static void
salon_closing_window_init (SalonClosingWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *spinner = gtk_spinner_new ();

  self->cancellable = g_cancellable_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon");
  gtk_window_set_title (GTK_WINDOW (self), _("Salon Desk"));
  gtk_window_set_resizable (GTK_WINDOW (self), FALSE);
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_spinner_start (GTK_SPINNER (spinner));
  self->leave_out = gtk_button_new_with_label (_("Close without a backup"));
  g_signal_connect_swapped (self->leave_out, "clicked", G_CALLBACK (leave_out), self);
  gtk_widget_set_margin_start (box, 36);
  gtk_widget_set_margin_end (box, 36);
  gtk_widget_set_margin_top (box, 36);
  gtk_widget_set_margin_bottom (box, 36);
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (_("Everything is saved. A backup of today’s work is being made …"), NULL));
  gtk_box_append (GTK_BOX (box), self->leave_out);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), box);
}

/**
 * salon_closing_window_new:
 * @session: stays open until the window is gone
 *
 * Begins the backup at once.
 *
 * Returns: (transfer none): a window, to be presented; it destroys itself
 */
GtkWidget *
salon_closing_window_new (GtkApplication *app, SalonSession *session)
{
  SalonClosingWindow *self = g_object_new (SALON_TYPE_CLOSING_WINDOW, "application", app, NULL);

  salon_session_query (session, &salon_query_backup, SALON_LANE_BACKGROUND,
                       salon_backup_request_new (salon_session_path (session), TRUE), self->cancellable, on_backup,
                       g_object_ref (self));
  return GTK_WIDGET (self);
}
