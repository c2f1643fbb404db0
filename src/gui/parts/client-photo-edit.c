/* The photo on the card.  A press shows it large with what can be done; a picture or a file can be dropped on it, and
 * Ctrl+V pastes one while it has the focus. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/by-camera.h"
#include "gui/parts/client-photo-edit.h"
#include "gui/parts/notes.h"
#include "gui/parts/picture-source.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/keys.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/textures.h"

#define SIZE      96
#define VIEW_SIZE 320

struct _SalonClientPhotoEdit {
  GtkWidget parent_instance;

  SalonClientModel *model;
  GtkMenuButton *button;
  SalonPhoto *photo;
  GtkSpinner *spinner;
  GtkWidget *badge;
  GtkWidget *view;
  GCancellable *cancellable;
  guint n_decoding;
  gint64 client;
};

G_DEFINE_FINAL_TYPE (SalonClientPhotoEdit, salon_client_photo_edit, GTK_TYPE_WIDGET)

/* ---- rendering */

static gboolean
may_change (SalonClientPhotoEdit *self)
{
  return (salon_client_model_get_verbs (self->model) & SALON_CLIENT_VERB_NOTES) != 0;
}

static void
update_actions (SalonClientPhotoEdit *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (self->model);
  gboolean free_to_change = may_change (self) && self->n_decoding == 0;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "photo.choose", free_to_change);
  gtk_widget_action_set_enabled (widget, "photo.paste", free_to_change);
  gtk_widget_action_set_enabled (widget, "photo.take", free_to_change);
  gtk_widget_action_set_enabled (widget, "photo.remove", free_to_change && panel != NULL && panel->thumb != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->n_decoding > 0);
  gtk_spinner_set_spinning (self->spinner, self->n_decoding > 0);
  gtk_widget_set_visible (self->badge, may_change (self) && panel != NULL && panel->thumb == NULL && self->n_decoding == 0);
}

static void
on_loaded (SalonClientModel *model, SalonClientPhotoEdit *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (model);
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *label = NULL;

  if (panel != NULL) {
    texture = salon_texture_of_bytes (panel->thumb);
    salon_photo_set_person (self->photo, salon_client_model_get_client (model), panel->name);
    salon_photo_set_texture (self->photo, texture);
    /* Translators: the name of the button with the photo, for screen readers; %s is a client */
    label = g_strdup_printf (_("Photo of %s"), panel->name);
    salon_set_accessible_label (self->button, label);
  }
  if (self->client != salon_client_model_get_client (model))
    gtk_menu_button_popdown (self->button);
  self->client = salon_client_model_get_client (model);
  update_actions (self);
}

/* The large picture is made when somebody looks. */
static void
on_popover_show (GtkPopover *popover, SalonClientPhotoEdit *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (self->model);
  g_autoptr (GdkTexture) texture = NULL;

  if (panel != NULL && panel->view != NULL)
    texture = gdk_texture_new_from_bytes (panel->view, NULL);
  gtk_picture_set_paintable (GTK_PICTURE (self->view), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->view, texture != NULL);
}

/* ---- saving */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonClientPhotoEdit) self = data;
  g_autoptr (GError) error = NULL;

  if (!salon_client_model_save_finish (SALON_CLIENT_MODEL (source), result, &error) && self->model != NULL)
    salon_note_error (GTK_WIDGET (self), error);
}

static void
save (SalonClientPhotoEdit *self, gint64 client, const char *name, const SalonImage *image)
{
  SalonClientPhoto *request = g_new0 (SalonClientPhoto, 1);
  g_autofree char *note = NULL;

  request->client_id = client;
  if (image != NULL) {
    request->thumb = g_bytes_ref (image->thumb);
    request->view = g_bytes_ref (image->view);
    request->width = image->width;
    request->height = image->height;
  }
  /* Translators: %s is a client */
  note = g_strdup_printf (image != NULL ? _("Photo saved: %s") : _("Photo taken off: %s"), name);
  salon_client_model_submit (self->model, &salon_command_client_photo, request, note, on_saved, g_object_ref (self));
}

/* ---- decoding; the picture belongs to the client who was shown when it was given */

typedef struct {
  SalonClientPhotoEdit *edit;
  gint64 client;
  char *name;
  GdkDrop *drop; /* to be finished; NULL = none */
} Decoding;

static Decoding *
decoding_for_shown (SalonClientPhotoEdit *self)
{
  Decoding *decoding = g_new0 (Decoding, 1);

  decoding->edit = g_object_ref (self);
  decoding->client = salon_client_model_get_client (self->model);
  decoding->name = g_strdup (salon_client_model_peek (self->model)->name);
  return decoding;
}

static Decoding *
begin (Decoding *decoding)
{
  decoding->edit->n_decoding++;
  update_actions (decoding->edit);
  return decoding;
}

static Decoding *
decoding_new (SalonClientPhotoEdit *self, GdkDrop *drop)
{
  Decoding *decoding = decoding_for_shown (self);

  decoding->drop = drop != NULL ? g_object_ref (drop) : NULL;
  return begin (decoding);
}

static void
decoding_free (Decoding *decoding)
{
  g_clear_object (&decoding->drop);
  g_object_unref (decoding->edit);
  g_free (decoding->name);
  g_free (decoding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Decoding, decoding_free)

static void
on_decoded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Decoding) decoding = data;
  SalonClientPhotoEdit *self = decoding->edit;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonImage) image = salon_picture_finish (result, &error);

  self->n_decoding--;
  if (decoding->drop != NULL)
    gdk_drop_finish (decoding->drop, image != NULL ? GDK_ACTION_COPY : 0);
  if (self->model == NULL)
    return;
  update_actions (self);
  if (image != NULL)
    save (self, decoding->client, decoding->name, image);
  else
    salon_note_error (GTK_WIDGET (self), error);
}

/**
 * salon_client_photo_edit_take_file:
 * @file: a picture
 *
 * Makes a file the photo of the client who is shown.
 */
void
salon_client_photo_edit_take_file (SalonClientPhotoEdit *self, GFile *file)
{
  if (may_change (self))
    salon_picture_from_file (file, self->cancellable, on_decoded, decoding_new (self, NULL));
}

/* ---- actions */

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonClientPhotoEdit) self = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);

  if (file != NULL && self->model != NULL && salon_client_model_peek (self->model) != NULL)
    salon_client_photo_edit_take_file (self, file);
}

static void
action_choose (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientPhotoEdit *self = SALON_CLIENT_PHOTO_EDIT (widget);

  gtk_menu_button_popdown (self->button);
  salon_picture_ask_file (widget, _("Choose a Photo"), on_file_chosen, g_object_ref (self));
}

static void
action_paste (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientPhotoEdit *self = SALON_CLIENT_PHOTO_EDIT (widget);

  gtk_menu_button_popdown (self->button);
  salon_picture_from_clipboard (gtk_widget_get_clipboard (widget), self->cancellable, on_decoded, decoding_new (self, NULL));
}

/* The photo is of who was shown when the camera was opened; the call of another client may come meanwhile. */
static void
on_taken (GdkTexture *photo, gpointer data)
{
  const Decoding *whose = data;
  Decoding *decoding = NULL;

  if (whose->edit->model == NULL)
    return;
  decoding = g_new0 (Decoding, 1);
  decoding->edit = g_object_ref (whose->edit);
  decoding->client = whose->client;
  decoding->name = g_strdup (whose->name);
  salon_picture_from_texture (photo, whose->edit->cancellable, on_decoded, begin (decoding));
}

static void
action_take (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientPhotoEdit *self = SALON_CLIENT_PHOTO_EDIT (widget);
  Decoding *whose = NULL;

  if (salon_client_model_peek (self->model) == NULL)
    return;
  gtk_menu_button_popdown (self->button);
  whose = decoding_for_shown (self);
  salon_by_camera_take_photo (widget, whose->name, on_taken, whose, (GDestroyNotify) decoding_free);
}

static void
action_remove (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientPhotoEdit *self = SALON_CLIENT_PHOTO_EDIT (widget);

  gtk_menu_button_popdown (self->button);
  save (self, salon_client_model_get_client (self->model), salon_client_model_peek (self->model)->name, NULL);
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                SalonClientPhotoEdit *self)
{
  if ((state & GDK_CONTROL_MASK) == 0 || salon_keys_latin (keyval, keycode) != GDK_KEY_v)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "photo.paste", NULL);
}

/* ---- drop */

static gboolean
on_accept (GtkDropTargetAsync *target, GdkDrop *drop, SalonClientPhotoEdit *self)
{
  return self->n_decoding == 0 && may_change (self)
         && gdk_content_formats_match (gdk_drop_get_formats (drop), gtk_drop_target_async_get_formats (target));
}

static gboolean
on_drop (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, SalonClientPhotoEdit *self)
{
  if (salon_client_model_peek (self->model) == NULL)
    return FALSE;
  salon_picture_from_drop (drop, self->cancellable, on_decoded, decoding_new (self, drop));
  return TRUE;
}

/* ---- overrides */

static void
salon_client_photo_edit_dispose (GObject *object)
{
  SalonClientPhotoEdit *self = SALON_CLIENT_PHOTO_EDIT (object);

  g_cancellable_cancel (self->cancellable);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->cancellable);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_client_photo_edit_parent_class)->dispose (object);
}

static void
salon_client_photo_edit_class_init (SalonClientPhotoEditClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_photo_edit_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "photoedit");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "photo.choose", NULL, action_choose);
  gtk_widget_class_install_action (widget_class, "photo.take", NULL, action_take);
  gtk_widget_class_install_action (widget_class, "photo.paste", NULL, action_paste);
  gtk_widget_class_install_action (widget_class, "photo.remove", NULL, action_remove);
}

static GtkWidget *
verb_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "salon-choice");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  return button;
}

static GtkWidget *
build_popover (SalonClientPhotoEdit *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->view = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->view), TRUE);
  gtk_widget_set_size_request (self->view, VIEW_SIZE, VIEW_SIZE);
  gtk_widget_add_css_class (self->view, "salon-photo-view");
  gtk_box_append (GTK_BOX (box), self->view);
  if (salon_by_camera_is_built ())
    gtk_box_append (GTK_BOX (box), verb_button (_("Take a Photo …"), "photo.take"));
  gtk_box_append (GTK_BOX (box), verb_button (_("Choose a Picture …"), "photo.choose"));
  gtk_box_append (GTK_BOX (box), verb_button (_("Paste a Copied Picture"), "photo.paste"));
  gtk_box_append (GTK_BOX (box), verb_button (_("Take the Photo Off"), "photo.remove"));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  g_signal_connect (popover, "show", G_CALLBACK (on_popover_show), self);
  return popover;
}

static GtkWidget *
build_face (SalonClientPhotoEdit *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->photo = SALON_PHOTO (salon_photo_new (SIZE));
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->badge = gtk_image_new_from_icon_name ("salon-camera-symbolic");
  gtk_widget_add_css_class (self->badge, "badge");
  gtk_widget_set_halign (self->badge, GTK_ALIGN_END);
  gtk_widget_set_valign (self->badge, GTK_ALIGN_END);
  gtk_widget_set_halign (GTK_WIDGET (self->spinner), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->spinner), GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (self->spinner), 32, 32);
  salon_set_accessible_label (self->spinner, _("The picture is being read"));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->photo));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->badge);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->spinner));
  return overlay;
}

static void
salon_client_photo_edit_init (SalonClientPhotoEdit *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTargetAsync *target = gtk_drop_target_async_new (salon_picture_formats (), GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, build_face (self));
  gtk_menu_button_set_popover (self->button, build_popover (self));
  salon_set_tooltip (GTK_WIDGET (self->button), _("Photo: press, drop a picture here, or paste one by Ctrl+V"));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (target, "accept", G_CALLBACK (on_accept), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * salon_client_photo_edit_new:
 *
 * Returns: (transfer floating): the photo of the client of @model
 */
GtkWidget *
salon_client_photo_edit_new (SalonClientModel *model)
{
  SalonClientPhotoEdit *self = g_object_new (SALON_TYPE_CLIENT_PHOTO_EDIT, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  on_loaded (model, self);
  return GTK_WIDGET (self);
}
