/* The camera is open while this can be seen, and not a moment longer: its light tells people that they are looked at. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/camera-live.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/memory.h"

struct _SalonCameraLive {
  GtkWidget parent_instance;

  GtkStack *stack; /* "wait", "live", "failed" */
  SalonCameraView *view;
  GtkSpinner *spinner;
  SalonEmptyState *problem;

  SalonCamera *camera; /* while this is mapped */
  SalonCameraFrame *frame;
};

enum { FRAME, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonCameraLive, salon_camera_live, GTK_TYPE_WIDGET)

/* ---- the camera */

static void
on_frame (SalonCamera *camera, SalonCameraFrame *frame, SalonCameraLive *self)
{
  g_autoptr (GdkTexture) texture =
      gdk_memory_texture_new (frame->width, frame->height, GDK_MEMORY_R8G8B8, frame->rgb, frame->stride);

  g_clear_pointer (&self->frame, salon_camera_frame_unref);
  self->frame = salon_camera_frame_ref (frame);
  salon_camera_view_set_texture (self->view, texture);
  g_signal_emit (self, signals[FRAME], 0, frame);
}

static void
show_state (SalonCameraLive *self)
{
  static const char *const pages[] = { "wait", "wait", "live", "failed" };
  SalonCameraState state = self->camera != NULL ? salon_camera_get_state (self->camera) : SALON_CAMERA_STATE_OFF;

  if (state == SALON_CAMERA_STATE_FAILED)
    salon_empty_state_set_text (self->problem, _("No picture"), salon_camera_get_error (self->camera)->message);
  gtk_spinner_set_spinning (self->spinner, state == SALON_CAMERA_STATE_OPENING);
  gtk_stack_set_visible_child_name (self->stack, pages[state]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_changed (SalonCamera *camera, SalonCameraLive *self)
{
  show_state (self);
}

static SalonCamera *
chosen_camera (void)
{
  g_autoptr (GSettings) memory = salon_memory_open ();
  g_autofree char *name = memory != NULL ? g_settings_get_string (memory, "camera") : NULL;
  g_autofree char *pipeline = memory != NULL ? g_settings_get_string (memory, "camera-pipeline") : NULL;

  return salon_camera_new (name, pipeline);
}

static void
let_go (SalonCameraLive *self)
{
  if (self->camera == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->camera, self);
  salon_camera_stop (self->camera);
  g_clear_object (&self->camera);
  g_clear_pointer (&self->frame, salon_camera_frame_unref);
}

static void
open_camera (SalonCameraLive *self)
{
  self->camera = chosen_camera ();
  g_signal_connect (self->camera, "frame", G_CALLBACK (on_frame), self);
  g_signal_connect (self->camera, "changed", G_CALLBACK (on_changed), self);
  salon_camera_start (self->camera);
}

static void
action_retry (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_camera_live_reopen (SALON_CAMERA_LIVE (widget));
}

/* ---- overrides */

static void
salon_camera_live_map (GtkWidget *widget)
{
  SalonCameraLive *self = SALON_CAMERA_LIVE (widget);

  GTK_WIDGET_CLASS (salon_camera_live_parent_class)->map (widget);
  if (self->camera == NULL)
    open_camera (self);
}

static void
salon_camera_live_unmap (GtkWidget *widget)
{
  SalonCameraLive *self = SALON_CAMERA_LIVE (widget);

  let_go (self);
  GTK_WIDGET_CLASS (salon_camera_live_parent_class)->unmap (widget);
}

static void
salon_camera_live_dispose (GObject *object)
{
  let_go (SALON_CAMERA_LIVE (object));
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_camera_live_parent_class)->dispose (object);
}

static void
salon_camera_live_class_init (SalonCameraLiveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_camera_live_dispose;
  widget_class->map = salon_camera_live_map;
  widget_class->unmap = salon_camera_live_unmap;

  /**
   * SalonCameraLive::frame:
   * @frame: (type SalonCameraFrame): what is shown from now on
   */
  signals[FRAME] = g_signal_new ("frame", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 SALON_TYPE_CAMERA_FRAME | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * SalonCameraLive::changed: there is a picture now, or none any more
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "cameralive");
  gtk_widget_class_install_action (widget_class, "camera.retry", NULL, action_retry);
}

static GtkWidget *
build_wait (SalonCameraLive *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->spinner), 32, 32);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("The camera is being opened …")));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
salon_camera_live_init (SalonCameraLive *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->view = SALON_CAMERA_VIEW (salon_camera_view_new ());
  self->problem = SALON_EMPTY_STATE (salon_empty_state_new ("salon-camera-symbolic", _("No picture"), NULL));
  salon_empty_state_set_action (self->problem, _("Try again"), "camera.retry");
  salon_set_accessible_label (self->view, _("What the camera sees"));
  gtk_stack_add_named (self->stack, build_wait (self), "wait");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "live");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->problem), "failed");
  salon_compat_hide_unseen_pages (self->stack);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/* ---- public */

/**
 * salon_camera_live_new:
 *
 * Returns: (transfer floating): the picture of the camera that this computer uses
 */
GtkWidget *
salon_camera_live_new (void)
{
  return g_object_new (SALON_TYPE_CAMERA_LIVE, NULL);
}

/**
 * salon_camera_live_get_view:
 *
 * Returns: (transfer none): to mirror and to frame the picture
 */
SalonCameraView *
salon_camera_live_get_view (SalonCameraLive *self)
{
  return self->view;
}

/**
 * salon_camera_live_get_frame:
 *
 * Returns: (transfer none) (nullable): what is shown now
 */
SalonCameraFrame *
salon_camera_live_get_frame (SalonCameraLive *self)
{
  return self->frame;
}

/**
 * salon_camera_live_is_live:
 *
 * Returns: whether there is a picture
 */
gboolean
salon_camera_live_is_live (SalonCameraLive *self)
{
  return self->camera != NULL && salon_camera_get_state (self->camera) == SALON_CAMERA_STATE_LIVE;
}

/**
 * salon_camera_live_reopen:
 *
 * Tries again, perhaps with another camera.
 */
void
salon_camera_live_reopen (SalonCameraLive *self)
{
  let_go (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    open_camera (self);
}
