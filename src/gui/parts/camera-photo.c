/* One window, two moments: "live" with the frame around what will be kept, "still" with the photo as it will be.  Only the
 * live picture is mirrored; what is kept shows the person as others see her. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/parts/camera-live.h"
#include "gui/parts/camera-photo.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"

#define WIDTH    680
#define HEIGHT   600
#define GAP      12
#define PHOTO_KEY "salon-camera-photo"

/* It lives as long as its window. */
typedef struct {
  GtkWindow *window;
  GtkStack *verbs;
  SalonCameraLive *live;
  SalonCameraView *still;
  GtkWidget *take;
  GtkWidget *use;
  SalonCrop crop;
  SalonPhotoTaken taken;
  gpointer data;
  GDestroyNotify free_data;
} Photo;

static void
photo_free (gpointer data)
{
  Photo *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

/* ---- taking */

/* The rows are shared with the picture of the camera, not copied. */
static GdkTexture *
crop (const SalonCameraFrame *frame, SalonCrop shape)
{
  g_autoptr (GBytes) rows = NULL;
  GdkRectangle area;

  salon_crop_area (shape, frame->width, frame->height, &area);
  rows = g_bytes_new_from_bytes (frame->rgb, frame->stride * (gsize) area.y + 3 * (gsize) area.x,
                                 frame->stride * ((gsize) area.height - 1) + 3 * (gsize) area.width);
  return gdk_memory_texture_new (area.width, area.height, GDK_MEMORY_R8G8B8, rows, frame->stride);
}

static void
show_moment (Photo *self, const char *name, GtkWidget *focus)
{
  gtk_widget_set_visible (GTK_WIDGET (self->still), g_str_equal (name, "still"));
  gtk_stack_set_visible_child_name (self->verbs, name);
  gtk_widget_grab_focus (focus);
}

static void
take (Photo *self)
{
  SalonCameraFrame *frame = salon_camera_live_get_frame (self->live);
  g_autoptr (GdkTexture) texture = NULL;

  if (frame == NULL)
    return;
  texture = crop (frame, self->crop);
  salon_camera_view_set_texture (self->still, texture);
  show_moment (self, "still", self->use);
}

static void
use (Photo *self)
{
  g_autoptr (GdkTexture) texture = g_object_ref (salon_camera_view_get_texture (self->still));
  SalonPhotoTaken taken = g_steal_pointer (&self->taken);

  if (taken == NULL)
    return;
  taken (texture, self->data);
  gtk_window_close (self->window);
}

/* ---- callbacks */

static void
on_take (GtkButton *button, Photo *self)
{
  take (self);
}

static void
on_use (GtkButton *button, Photo *self)
{
  use (self);
}

static void
on_again (GtkButton *button, Photo *self)
{
  show_moment (self, "live", self->take);
}

static void
on_changed (SalonCameraLive *live, Photo *self)
{
  gboolean can_take = salon_camera_live_is_live (live);

  gtk_widget_set_sensitive (self->take, can_take);
  if (can_take && g_str_equal (gtk_stack_get_visible_child_name (self->verbs), "live"))
    gtk_widget_grab_focus (self->take);
}

static void
on_shape (GtkToggleButton *portrait, Photo *self)
{
  self->crop = gtk_toggle_button_get_active (portrait) ? SALON_CROP_PORTRAIT : SALON_CROP_SQUARE;
  salon_camera_view_set_crop (salon_camera_live_get_view (self->live), self->crop);
}

/* What no widget took: the one thing to do now. */
static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, Photo *self)
{
  if (keyval != GDK_KEY_space && keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  if (g_str_equal (gtk_stack_get_visible_child_name (self->verbs), "still"))
    use (self);
  else if (salon_camera_live_is_live (self->live))
    take (self);
  return TRUE;
}

/* ---- building */

static GtkWidget *
build_shapes (Photo *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *portrait = gtk_toggle_button_new_with_label ("3 : 4");
  GtkWidget *square = gtk_toggle_button_new_with_label ("1 : 1");

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (square), GTK_TOGGLE_BUTTON (portrait));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (portrait), TRUE);
  salon_set_tooltip (portrait, _("An upright photo"));
  salon_set_tooltip (square, _("A square photo"));
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), portrait);
  gtk_box_append (GTK_BOX (box), square);
  g_signal_connect (portrait, "toggled", G_CALLBACK (on_shape), self);
  on_shape (GTK_TOGGLE_BUTTON (portrait), self);
  return box;
}

static GtkWidget *
verb_new (const char *label, const char *tooltip, const char *css_class, GCallback clicked, Photo *self)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
verbs_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "salon-verbs");
  gtk_widget_set_margin_start (box, GAP);
  gtk_widget_set_margin_end (box, GAP);
  gtk_widget_set_margin_top (box, GAP);
  gtk_widget_set_margin_bottom (box, GAP);
  return box;
}

static GtkWidget *
build_verbs (Photo *self)
{
  GtkWidget *live = verbs_box ();
  GtkWidget *still = verbs_box ();
  GtkWidget *again = verb_new (_("Take Another One"), NULL, "salon-outlined", G_CALLBACK (on_again), self);

  self->verbs = GTK_STACK (gtk_stack_new ());
  self->take = verb_new (_("Take the Photo"), _("Space or Enter"), "suggested-action", G_CALLBACK (on_take), self);
  self->use = verb_new (_("Use This Photo"), _("Space or Enter"), "suggested-action", G_CALLBACK (on_use), self);
  gtk_widget_set_sensitive (self->take, FALSE);
  gtk_box_append (GTK_BOX (live), build_shapes (self));
  gtk_box_append (GTK_BOX (live), self->take);
  gtk_widget_set_hexpand (again, TRUE);
  gtk_widget_set_halign (again, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (still), again);
  gtk_box_append (GTK_BOX (still), self->use);
  gtk_stack_add_named (self->verbs, live, "live");
  gtk_stack_add_named (self->verbs, still, "still");
  salon_compat_hide_unseen_pages (self->verbs);
  return GTK_WIDGET (self->verbs);
}

/* The camera goes on behind the photo that was taken, so that another one needs no waiting. */
static GtkWidget *
build_pictures (Photo *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->live = SALON_CAMERA_LIVE (salon_camera_live_new ());
  self->still = SALON_CAMERA_VIEW (salon_camera_view_new ());
  salon_camera_view_set_mirrored (salon_camera_live_get_view (self->live), TRUE);
  salon_set_accessible_label (self->still, _("The photo that was taken"));
  gtk_widget_set_visible (GTK_WIDGET (self->still), FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->live));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->still));
  gtk_widget_set_vexpand (overlay, TRUE);
  g_signal_connect (self->live, "changed", G_CALLBACK (on_changed), self);
  return overlay;
}

static GtkWidget *
build_content (Photo *self, const char *whose)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_("Take a Photo"), whose));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), build_pictures (self));
  gtk_box_append (GTK_BOX (box), build_verbs (self));
  return box;
}

static void
add_keys (Photo *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
  salon_close_by_escape (GTK_WIDGET (self->window));
}

/**
 * salon_camera_photo_present:
 * @from: any widget of the window in front of which it opens
 * @whose: the name of the person
 * @taken: called at most once, when a photo is to be kept
 * @free_data: (nullable): called in any case, when the window is gone
 */
void
salon_camera_photo_present (GtkWidget *from, const char *whose, SalonPhotoTaken taken, gpointer data, GDestroyNotify free_data)
{
  Photo *self = g_new0 (Photo, 1);

  self->window = GTK_WINDOW (adw_window_new ());
  self->taken = taken;
  self->data = data;
  self->free_data = free_data;
  g_object_set_data_full (G_OBJECT (self->window), PHOTO_KEY, self, photo_free);
  adw_window_set_content (ADW_WINDOW (self->window), build_content (self, whose));
  gtk_window_set_title (self->window, _("Take a Photo"));
  gtk_window_set_transient_for (self->window, GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_default_size (self->window, WIDTH, HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (self->window), "salon");
  add_keys (self);
  gtk_window_present (self->window);
}
