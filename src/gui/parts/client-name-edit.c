/* The name as a title; a click or Enter makes it three fields.  Enter or going elsewhere saves them, Esc takes the
 * old name back.  SalonInlineEdit holds one text: a name has three parts that lists and messages need apart. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/parts/client-name-edit.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"

#define N_PARTS   3
#define MAX_LINES 3 /* of the title; a longer name is nonsense */

struct _SalonClientNameEdit {
  GtkWidget parent_instance;

  SalonClientModel *model;
  GtkWidget *button;
  GtkLabel *title;
  GtkWidget *fields;
  GtkEditable *parts[N_PARTS]; /* first name, patronymic, surname */
  GtkLabel *error;
  gint64 client;
  gboolean leaving; /* the fields lose the focus because they go: that is no wish to save */
};

G_DEFINE_FINAL_TYPE (SalonClientNameEdit, salon_client_name_edit, GTK_TYPE_WIDGET)

static const char *const columns[N_PARTS] = { "first_name", "patronymic", "surname" };

/* ---- rendering */

static char **
member (SalonClient *client, guint part)
{
  char **const members[N_PARTS] = { &client->first_name, &client->patronymic, &client->surname };

  return members[part];
}

static gboolean
is_editing (SalonClientNameEdit *self)
{
  return gtk_widget_get_visible (self->fields);
}

static void
show_error (SalonClientNameEdit *self, const GError *error)
{
  const char *field = error != NULL ? salon_error_get_field (error) : NULL;

  gtk_label_set_text (self->error, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  for (guint i = 0; i < N_PARTS; i++)
    salon_set_css_class (GTK_WIDGET (self->parts[i]), "error", g_strcmp0 (field, columns[i]) == 0);
}

static char *
full_name (const SalonClientPanel *panel)
{
  const SalonClient *client = panel->client;

  if (client->first_name == NULL || client->patronymic == NULL)
    return g_strdup (panel->name);
  return g_strjoin (" ", client->first_name, client->patronymic, client->surname, NULL);
}

static void
show_title (SalonClientNameEdit *self, const SalonClientPanel *panel)
{
  g_autofree char *name = full_name (panel);

  gtk_label_set_text (self->title, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  gtk_widget_set_sensitive (self->button,
                            (salon_client_model_get_verbs (self->model) & SALON_CLIENT_VERB_EDIT) != 0);
}

/* ---- editing */

static void
fill (SalonClientNameEdit *self, const SalonClient *client)
{
  for (guint i = 0; i < N_PARTS; i++) {
    const char *text = *member ((SalonClient *) client, i);

    salon_editable_set_text (self->parts[i], text);
  }
}

static void
start (SalonClientNameEdit *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (self->model);

  if (panel == NULL || is_editing (self))
    return;
  fill (self, panel->client);
  show_error (self, NULL);
  gtk_widget_set_visible (self->fields, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->parts[0]));
  gtk_widget_set_visible (self->button, FALSE);
}

static void
stop (SalonClientNameEdit *self)
{
  self->leaving = TRUE;
  show_error (self, NULL);
  gtk_widget_set_visible (self->button, TRUE);
  if (salon_has_focus (self->fields))
    gtk_widget_grab_focus (self->button);
  gtk_widget_set_visible (self->fields, FALSE);
  self->leaving = FALSE;
}

typedef struct {
  SalonClientNameEdit *edit;
  gint64 client;
  SalonClient *typed;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->edit);
  g_object_unref (saving->typed);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  SalonClientNameEdit *self = saving->edit;
  g_autoptr (GError) error = NULL;

  if (salon_client_model_save_finish (SALON_CLIENT_MODEL (source), result, &error) || self->model == NULL)
    return;
  if (salon_client_model_get_client (self->model) != saving->client || salon_client_model_peek (self->model) == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  show_title (self, salon_client_model_peek (self->model));
  start (self);
  fill (self, saving->typed);
  show_error (self, error);
}

/* Whether something differs from what is there. */
static gboolean
take_typed (SalonClientNameEdit *self, SalonClient *client)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < N_PARTS; i++) {
    g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->parts[i])));
    char **where = member (client, i);

    if (g_strcmp0 (*where != NULL ? *where : "", text) == 0)
      continue;
    differs = TRUE;
    g_free (*where);
    *where = *text != '\0' ? g_strdup (text) : NULL;
  }
  return differs;
}

static void
commit (SalonClientNameEdit *self)
{
  g_autoptr (SalonClientDraft) draft = salon_client_model_draft (self->model);
  g_autofree char *note = NULL;
  Saving *saving = NULL;

  if (self->leaving || !is_editing (self) || draft == NULL)
    return;
  if (!take_typed (self, draft->curr)) {
    stop (self);
    return;
  }
  saving = g_new0 (Saving, 1);
  saving->edit = g_object_ref (self);
  saving->client = self->client;
  saving->typed = g_object_ref (draft->curr);
  /* Translators: a note: the name of a client was saved; her name as it was */
  note = g_strdup_printf (_("Name saved: %s"), salon_client_model_peek (self->model)->name);
  salon_client_model_save (self->model, g_steal_pointer (&draft), note, on_saved, saving);
  stop (self);
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                SalonClientNameEdit *self)
{
  if (keyval == GDK_KEY_Escape)
    stop (self);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    commit (self);
  else
    return FALSE;
  return TRUE;
}

static void
on_focus_leave (GtkEventControllerFocus *focus, SalonClientNameEdit *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->error)))
    commit (self);
}

static void
on_changed (GtkEditable *editable, SalonClientNameEdit *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->error)))
    show_error (self, NULL);
}

static void
on_loaded (SalonClientModel *model, SalonClientNameEdit *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (model);

  if (self->client != salon_client_model_get_client (model) && is_editing (self))
    stop (self);
  self->client = salon_client_model_get_client (model);
  if (panel != NULL)
    show_title (self, panel);
}

/* ---- overrides */

static gboolean
salon_client_name_edit_grab_focus (GtkWidget *widget)
{
  SalonClientNameEdit *self = SALON_CLIENT_NAME_EDIT (widget);

  return gtk_widget_grab_focus (is_editing (self) ? GTK_WIDGET (self->parts[0]) : self->button);
}

static void
salon_client_name_edit_dispose (GObject *object)
{
  SalonClientNameEdit *self = SALON_CLIENT_NAME_EDIT (object);

  self->leaving = TRUE;
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_client_name_edit_parent_class)->dispose (object);
}

static void
salon_client_name_edit_class_init (SalonClientNameEditClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_name_edit_dispose;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_client_name_edit_grab_focus;
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "inlineedit");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
build_button (SalonClientNameEdit *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *pencil = gtk_image_new_from_icon_name ("salon-pencil-symbolic");

  self->title = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-title"));
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (self->title, MAX_LINES);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_image_set_pixel_size (GTK_IMAGE (pencil), 12);
  gtk_widget_add_css_class (pencil, "pencil");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), pencil);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  salon_set_accessible_label (self->button, _("Name"));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (start), self);
  return self->button;
}

static GtkWidget *
build_fields (SalonClientNameEdit *self)
{
  const char *const labels[N_PARTS] = { _("First name"), _("Patronymic"), _("Surname") };
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (self->fields), TRUE);
  for (guint i = 0; i < N_PARTS; i++) {
    GtkWidget *entry = gtk_entry_new ();

    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), labels[i]);
    gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
    salon_set_tooltip (entry, labels[i]);
    salon_set_accessible_label (entry, labels[i]);
    g_signal_connect (entry, "changed", G_CALLBACK (on_changed), self);
    gtk_box_append (GTK_BOX (self->fields), entry);
    self->parts[i] = GTK_EDITABLE (entry);
  }
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (self->fields, keys);
  gtk_widget_add_controller (self->fields, focus);
  gtk_widget_set_visible (self->fields, FALSE);
  return self->fields;
}

static void
salon_client_name_edit_init (SalonClientNameEdit *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (build_button (self), GTK_WIDGET (self));
  gtk_widget_set_parent (build_fields (self), GTK_WIDGET (self));
  self->error = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-error-text"));
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->error), GTK_WIDGET (self));
}

/**
 * salon_client_name_edit_new:
 *
 * Returns: (transfer floating): the name of the client of @model
 */
GtkWidget *
salon_client_name_edit_new (SalonClientModel *model)
{
  SalonClientNameEdit *self = g_object_new (SALON_TYPE_CLIENT_NAME_EDIT, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  on_loaded (model, self);
  return GTK_WIDGET (self);
}
