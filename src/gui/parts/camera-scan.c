/* One picture at a time is looked at beside the main thread; those that come meanwhile are only shown. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/executor.h"
#include "device/code-reader.h"
#include "gui/parts/camera-scan.h"
#include "gui/widgets/build.h"

#define WIDTH  560
#define HEIGHT 520
#define GAP    12

struct _SalonCameraScan {
  GtkWidget parent_instance;

  GtkWidget *hint;
  SalonCodeReader *reader;
  gboolean is_reading;
};

enum { READ, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonCameraScan, salon_camera_scan, GTK_TYPE_WIDGET)

/* ---- reading; the task keeps the reader alive */

static void
run_read (GTask *task, gpointer source, gpointer frame, GCancellable *cancellable)
{
  g_task_return_pointer (task, salon_code_reader_read (SALON_CAMERA_SCAN (source)->reader, frame), g_free);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  SalonCameraScan *self = SALON_CAMERA_SCAN (source);
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_reading = FALSE;
  if (text != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    g_signal_emit (self, signals[READ], 0, text);
}

static void
on_frame (SalonCameraLive *live, SalonCameraFrame *frame, SalonCameraScan *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->is_reading)
    return;
  self->is_reading = TRUE;
  task = g_task_new (self, NULL, on_read, NULL);
  g_task_set_task_data (task, salon_camera_frame_ref (frame), (GDestroyNotify) salon_camera_frame_unref);
  salon_run_aside (task, run_read);
}

/* There is nothing to hold anything before while there is no picture; its place stays. */
static void
on_changed (SalonCameraLive *live, SalonCameraScan *self)
{
  gtk_widget_set_opacity (self->hint, salon_camera_live_is_live (live) ? 1 : 0);
}

/* ---- overrides */

static void
salon_camera_scan_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_camera_scan_parent_class)->dispose (object);
}

static void
salon_camera_scan_finalize (GObject *object)
{
  salon_code_reader_free (SALON_CAMERA_SCAN (object)->reader);
  G_OBJECT_CLASS (salon_camera_scan_parent_class)->finalize (object);
}

static void
salon_camera_scan_class_init (SalonCameraScanClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_camera_scan_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_camera_scan_finalize;

  /**
   * SalonCameraScan::read:
   * @text: of a code that came into view
   */
  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_camera_scan_init (SalonCameraScan *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *live = salon_camera_live_new ();
  GtkWidget *hint = self->hint = salon_wrapped_label_new (_("Hold the code of a card, a ticket or a product before the camera."), "salon-secondary");

  self->reader = salon_code_reader_new ();
  salon_camera_view_set_mirrored (salon_camera_live_get_view (SALON_CAMERA_LIVE (live)), TRUE);
  gtk_widget_set_vexpand (live, TRUE);
  gtk_label_set_justify (GTK_LABEL (hint), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (hint), 0.5f);
  gtk_widget_set_margin_start (hint, GAP);
  gtk_widget_set_margin_end (hint, GAP);
  gtk_widget_set_margin_bottom (hint, GAP + 6);
  gtk_box_append (GTK_BOX (box), live);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_opacity (hint, 0);
  g_signal_connect (live, "frame", G_CALLBACK (on_frame), self);
  g_signal_connect (live, "changed", G_CALLBACK (on_changed), self);
}

/**
 * salon_camera_scan_new:
 *
 * Returns: (transfer floating): the live picture, looked at for codes
 */
GtkWidget *
salon_camera_scan_new (void)
{
  return g_object_new (SALON_TYPE_CAMERA_SCAN, NULL);
}

/* ---- the window */

/* The window is gone before anything opens for the code. */
static void
on_window_read (SalonCameraScan *scan, const char *text, GtkWindow *window)
{
  g_autoptr (GtkWidget) owner = g_object_ref (GTK_WIDGET (gtk_window_get_transient_for (window)));

  gtk_window_destroy (window);
  gtk_widget_activate_action (owner, "win.scan", "s", text);
}

/**
 * salon_camera_scan_present:
 * @from: any widget of the window whose win.scan gets what was read, as if a scanner had read it
 *
 * Shows what the camera sees until it sees a code.
 */
void
salon_camera_scan_present (GtkWidget *from)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scan = salon_camera_scan_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_("Scan with the Camera"), NULL));
  gtk_widget_set_vexpand (scan, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scan);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (window, _("Scan with the Camera"));
  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_set_modal (window, TRUE);
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (window), "salon");
  salon_close_by_escape (GTK_WIDGET (window));
  g_signal_connect (scan, "read", G_CALLBACK (on_window_read), window);
  gtk_window_present (window);
}
