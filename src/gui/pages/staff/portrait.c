/* The photo of an employee.  A file is decoded by a process of its own, waited for on a thread. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/staff/portrait.h"
#include "gui/parts/picture-source.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/textures.h"

#define SIDE 96

struct _SalonPortrait {
  GtkWidget parent_instance;

  SalonPhoto *photo;
  GtkWidget *choose;
  GtkSpinner *spinner;

  gint64 id; /* whose photo it is */
  gboolean editable;
  GCancellable *cancellable;
};

enum { SIGNAL_TAKEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonPortrait, salon_portrait, GTK_TYPE_WIDGET)

/* ---- decoding */

static void
on_decoded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonPortrait) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonImage) image = salon_picture_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->photo == NULL)
    return;
  gtk_spinner_set_spinning (self->spinner, FALSE);
  if (image == NULL)
    salon_shell_toast (GTK_WIDGET (self), error->message);
  else
    g_signal_emit (self, signals[SIGNAL_TAKEN], 0, image);
}

/* ---- callbacks */

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonPortrait) self = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);

  if (file != NULL && self->photo != NULL)
    salon_portrait_take_file (self, file);
}

static void
on_choose (GtkButton *button, SalonPortrait *self)
{
  salon_picture_ask_file (GTK_WIDGET (self), _("Choose a photo"), on_chosen, g_object_ref (self));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, SalonPortrait *self)
{
  if (!self->editable)
    return FALSE;
  salon_portrait_take_file (self, g_value_get_object (value));
  return TRUE;
}

/* ---- building */

static void
salon_portrait_dispose (GObject *object)
{
  SalonPortrait *self = SALON_PORTRAIT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->photo = NULL;
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_portrait_parent_class)->dispose (object);
}

static void
salon_portrait_class_init (SalonPortraitClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_portrait_dispose;

  /**
   * SalonPortrait::taken:
   * @image: a #SalonImage, valid during the signal
   */
  signals[SIGNAL_TAKEN] = g_signal_new ("taken", SALON_TYPE_PORTRAIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
salon_portrait_init (SalonPortrait *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
  self->editable = TRUE;
  self->photo = SALON_PHOTO (salon_photo_new (SIDE));
  self->choose = gtk_button_new_with_label (_("Choose a photo…"));
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->photo), "salon-photo-large");
  salon_set_tooltip (self->choose, _("A picture can also be dropped here"));
  gtk_widget_set_halign (self->choose, GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self->spinner), GTK_ALIGN_START);
  gtk_widget_set_valign (side, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (side), self->choose);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->spinner));
  gtk_widget_set_parent (GTK_WIDGET (self->photo), GTK_WIDGET (self));
  gtk_widget_set_parent (side, GTK_WIDGET (self));
  g_signal_connect (self->choose, "clicked", G_CALLBACK (on_choose), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * salon_portrait_new:
 *
 * Returns: (transfer floating): nobody's photo
 */
GtkWidget *
salon_portrait_new (void)
{
  return g_object_new (SALON_TYPE_PORTRAIT, NULL);
}

/**
 * salon_portrait_show:
 * @thumb: (nullable): a JPEG
 */
void
salon_portrait_show (SalonPortrait *self, gint64 id, const char *name, GBytes *thumb)
{
  if (self->id != id) {
    g_cancellable_cancel (self->cancellable);
    g_clear_object (&self->cancellable);
    gtk_spinner_set_spinning (self->spinner, FALSE);
  }
  self->id = id;
  salon_photo_set_person (self->photo, id, name);
  salon_photo_set_texture (self->photo, thumb != NULL ? salon_texture_of_bytes (thumb) : NULL);
}

/**
 * salon_portrait_take_file: decodes a picture file, and hands it over by "taken" when it is one
 */
void
salon_portrait_take_file (SalonPortrait *self, GFile *file)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_spinner_set_spinning (self->spinner, TRUE);
  salon_picture_from_file (file, self->cancellable, on_decoded, g_object_ref (self));
}

/**
 * salon_portrait_set_editable: whether another photo can be taken
 */
void
salon_portrait_set_editable (SalonPortrait *self, gboolean editable)
{
  self->editable = editable;
  gtk_widget_set_visible (self->choose, editable);
}
