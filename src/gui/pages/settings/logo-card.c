/* The picture comes a moment after the settings that name it; until then the place is empty. */
#include "config.h"
#include "gui/pages/settings/logo-card.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/parts/picture-source.h"
#include "gui/parts/question.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/keys.h"
#include "gui/widgets/textures.h"
#include "model/services/salon-logo.h"

#define WIDTH  180
#define HEIGHT 96

struct _SalonLogoCard {
  GtkWidget parent_instance;

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  SalonQuestion question;
  GCancellable *cancellable;
  char *name; /* of the picture that is shown; NULL = nothing known yet */

  GtkWidget *picture;
  GtkWidget *nothing;
  GtkWidget *choose;
  GtkWidget *remove;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (SalonLogoCard, salon_logo_card, GTK_TYPE_WIDGET)

/* ---- showing */

static void
show_texture (SalonLogoCard *self, GdkTexture *texture, const char *instead)
{
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->picture, texture != NULL);
  gtk_widget_set_visible (self->nothing, texture == NULL);
  gtk_label_set_label (GTK_LABEL (self->nothing), instead);
}

static void
on_picture (gpointer owner, gpointer answer, const GError *error)
{
  SalonLogoCard *self = owner;
  g_autoptr (SalonCardPicture) picture = answer;
  g_autoptr (GdkTexture) texture = picture != NULL ? salon_texture_of_bytes (picture->bytes) : NULL;

  show_texture (self, texture, _("The picture cannot be read. Choose it again."));
}

static void
on_directory (SalonDirectory *directory, SalonLogoCard *self)
{
  const SalonSettings *settings = salon_directory_settings (directory);
  const char *name = settings->logo != NULL ? settings->logo : "";
  gboolean has_logo = *name != '\0';

  if (g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  gtk_button_set_label (GTK_BUTTON (self->choose), has_logo ? _("Another picture …") : _("Choose a picture …"));
  gtk_widget_set_visible (self->remove, has_logo);
  salon_question_drop (&self->question);
  show_texture (self, NULL, has_logo ? "" : _("No logo yet"));
  if (has_logo)
    salon_question_ask (&self->question, self, self->session, &salon_query_card_picture, SALON_LANE_INTERACTIVE,
                        salon_card_picture_request_new (name), on_picture);
}

/* ---- saving */

static void
submit (SalonLogoCard *self, SalonCardPictureRequest *request, const char *note)
{
  salon_note_submit (GTK_WIDGET (self), self->session, &salon_command_logo, request, g_strdup (note));
}

typedef struct {
  SalonLogoCard *card;
  GdkDrop *drop; /* to be finished; NULL = none */
} Decoding;

static Decoding *
decoding_new (SalonLogoCard *self, GdkDrop *drop)
{
  Decoding *decoding = g_new0 (Decoding, 1);

  decoding->card = g_object_ref (self);
  decoding->drop = drop != NULL ? g_object_ref (drop) : NULL;
  gtk_spinner_set_spinning (self->spinner, TRUE);
  return decoding;
}

static void
decoding_free (Decoding *decoding)
{
  g_clear_object (&decoding->drop);
  g_object_unref (decoding->card);
  g_free (decoding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Decoding, decoding_free)

static void
on_decoded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Decoding) decoding = data;
  SalonLogoCard *self = decoding->card;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonImage) image = salon_picture_finish (result, &error);

  if (decoding->drop != NULL)
    gdk_drop_finish (decoding->drop, image != NULL ? GDK_ACTION_COPY : 0);
  if (self->session == NULL)
    return;
  gtk_spinner_set_spinning (self->spinner, FALSE);
  if (image != NULL)
    submit (self, salon_card_picture_keep_new (image->view, image->width, image->height), _("Logo saved."));
  else
    salon_note_error (GTK_WIDGET (self), error);
}

/**
 * salon_logo_card_take_file:
 * @file: a picture
 *
 * Makes it the logo, if it can be read.
 */
void
salon_logo_card_take_file (SalonLogoCard *self, GFile *file)
{
  salon_picture_from_file (file, self->cancellable, on_decoded, decoding_new (self, NULL));
}

/* ---- callbacks */

static void
on_file (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonLogoCard) self = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);

  if (file != NULL && self->session != NULL)
    salon_logo_card_take_file (self, file);
}

static void
on_choose (GtkButton *button, SalonLogoCard *self)
{
  salon_picture_ask_file (GTK_WIDGET (self), _("Choose a picture"), on_file, g_object_ref (self));
}

static void
on_remove (GtkButton *button, SalonLogoCard *self)
{
  submit (self, salon_card_picture_request_new (NULL), _("Logo taken off."));
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonLogoCard *self)
{
  if ((state & GDK_CONTROL_MASK) == 0 || salon_keys_latin (keyval, keycode) != GDK_KEY_v)
    return FALSE;
  salon_picture_from_clipboard (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable, on_decoded, decoding_new (self, NULL));
  return TRUE;
}

static gboolean
on_drop (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, SalonLogoCard *self)
{
  if (!gtk_widget_is_sensitive (GTK_WIDGET (self)))
    return FALSE;
  salon_picture_from_drop (drop, self->cancellable, on_decoded, decoding_new (self, drop));
  return TRUE;
}

/* ---- object */

static void
salon_logo_card_dispose (GObject *object)
{
  SalonLogoCard *self = SALON_LOGO_CARD (object);

  g_cancellable_cancel (self->cancellable);
  salon_question_drop (&self->question);
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (salon_logo_card_parent_class)->dispose (object);
}

static void
salon_logo_card_class_init (SalonLogoCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_logo_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "logocard");
}

static GtkWidget *
build_view (SalonLogoCard *self)
{
  GtkWidget *view = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->picture = gtk_picture_new ();
  self->nothing = salon_label_new ("", "dim-label");
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_widget_set_vexpand (self->picture, TRUE);
  gtk_widget_set_vexpand (self->nothing, TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->nothing), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0.5f);
  gtk_widget_add_css_class (view, "salon-logo");
  gtk_widget_set_size_request (view, WIDTH, HEIGHT);
  gtk_widget_set_valign (view, GTK_ALIGN_START);
  gtk_widget_set_overflow (view, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (view), self->picture);
  gtk_box_append (GTK_BOX (view), self->nothing);
  salon_set_accessible_label (self->picture, _("Logo of the salon"));
  return view;
}

static GtkWidget *
build_verbs (SalonLogoCard *self)
{
  GtkWidget *verbs = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *explanation = salon_wrapped_label_new (_("Stands on cards whose design has a place for it, and on receipts on A4. A picture on white comes out best."),
                                            "dim-label");

  self->choose = gtk_button_new_with_label (_("Choose a picture …"));
  self->remove = gtk_button_new_with_label (_("Remove the picture"));
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_label_set_width_chars (GTK_LABEL (explanation), 20);
  gtk_widget_add_css_class (explanation, "caption");
  gtk_widget_add_css_class (self->remove, "salon-quiet");
  salon_set_tooltip (self->choose, _("A picture can also be dropped here, or pasted by Ctrl+V"));
  gtk_widget_set_halign (self->choose, GTK_ALIGN_START);
  gtk_widget_set_halign (self->remove, GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self->spinner), GTK_ALIGN_START);
  gtk_widget_set_hexpand (verbs, TRUE);
  gtk_box_append (GTK_BOX (verbs), explanation);
  gtk_box_append (GTK_BOX (verbs), self->choose);
  gtk_box_append (GTK_BOX (verbs), self->remove);
  gtk_box_append (GTK_BOX (verbs), GTK_WIDGET (self->spinner));
  g_signal_connect (self->choose, "clicked", G_CALLBACK (on_choose), self);
  g_signal_connect (self->remove, "clicked", G_CALLBACK (on_remove), self);
  return verbs;
}

static void
salon_logo_card_init (SalonLogoCard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTargetAsync *target = gtk_drop_target_async_new (salon_picture_formats (), GDK_ACTION_COPY);
  GtkWidget *card = salon_card_new (_("Logo"));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->cancellable = g_cancellable_new ();
  gtk_box_append (GTK_BOX (row), build_view (self));
  gtk_box_append (GTK_BOX (row), build_verbs (self));
  salon_card_set_child (SALON_CARD (card), row);
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * salon_logo_card_new:
 *
 * Returns: (transfer floating): the logo of the salon of @session
 */
GtkWidget *
salon_logo_card_new (SalonSession *session)
{
  SalonLogoCard *self = g_object_new (SALON_TYPE_LOGO_CARD, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  if (salon_directory_is_ready (self->directory))
    on_directory (self->directory, self);
  return GTK_WIDGET (self);
}
