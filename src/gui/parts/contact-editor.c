/* Where a contact is written down.  It stands below the card and leaves the card in view.  Ctrl+Enter saves from anywhere,
 * Enter from every field of one line; Esc closes it and keeps what was typed, for each client apart. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/parts/contact-editor.h"
#include "gui/parts/notes.h"
#include "gui/parts/timeline-items.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/number-entry.h"
#include "gui/widgets/wrap-layout.h"
#include "model/rules/labels.h"
#include "model/rules/validate-contact.h"
#include "model/services/contacts.h"

#define N_KINDS SALON_CONTACT_KIND_LAST
#define CALL_ROW_HEIGHT 36 /* a field with a unit is one pixel higher in a given width than without one */

struct _SalonContactEditor {
  GtkWidget parent_instance;

  SalonClientModel *model;
  gint64 client;      /* for whom it is open; 0 = closed */
  SalonContact *orig; /* what is changed; NULL for a new one */
  GHashTable *drafts; /* gint64 * id of a client → SalonContact that was not saved */
  gboolean saving;

  GtkLabel *title;
  GtkToggleButton *kinds[N_KINDS];
  GtkWidget *outcome_box;
  GtkToggleButton *outcomes[SALON_OUTCOME_LAST];
  GtkTextView *text;
  GtkWidget *text_frame;
  GtkWidget *call_row; /* length and recording */
  GtkWidget *minutes;
  GtkEntry *recording;
  GtkLabel *error;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (SalonContactEditor, salon_contact_editor, GTK_TYPE_WIDGET)

/* ---- reading what is typed */

static gint64
chosen_kind (SalonContactEditor *self)
{
  for (int i = 0; i < N_KINDS; i++)
    if (gtk_toggle_button_get_active (self->kinds[i]))
      return i + 1;
  return SALON_CONTACT_NOTE;
}

static gint64
chosen_outcome (SalonContactEditor *self)
{
  for (int i = 0; i < SALON_OUTCOME_LAST; i++)
    if (gtk_toggle_button_get_active (self->outcomes[i]) && gtk_widget_get_visible (GTK_WIDGET (self->outcomes[i])))
      return i + 1;
  return SALON_OUTCOME_NONE;
}

static char *
typed_text (SalonContactEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* A length that is no number is told of when it is saved, and kept out of a draft. */
static gboolean
read_contact (SalonContactEditor *self, SalonContact **contact, GError **error)
{
  SalonContact *read = self->orig != NULL ? salon_contact_copy (self->orig) : salon_contact_new ();
  gint64 minutes = SALON_VALUE_NONE;
  gboolean ok = salon_value_entry_read (SALON_VALUE_ENTRY (self->minutes), &minutes, error);

  read->client_id = self->client;
  read->kind = chosen_kind (self);
  read->outcome = chosen_outcome (self);
  g_free (read->text);
  read->text = typed_text (self);
  g_free (read->recording);
  read->recording = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->recording)));
  if (!salon_contact_is_call (read->kind))
    read->seconds = 0;
  else if (ok && (minutes == SALON_VALUE_NONE ? 0 : minutes) != read->seconds / 60)
    read->seconds = minutes == SALON_VALUE_NONE ? 0 : CLAMP (minutes, -1, 100000) * 60;
  *contact = read;
  return ok;
}

/* ---- showing */

static void
show_kind (SalonContactEditor *self)
{
  SalonOutcomes outcomes = salon_contact_outcomes (chosen_kind (self));

  for (int i = 0; i < SALON_OUTCOME_LAST; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->outcomes[i]), (outcomes & SALON_OUTCOME_BIT (i + 1)) != 0);
  gtk_widget_set_visible (self->outcome_box, outcomes != 0);
  gtk_widget_set_visible (self->call_row, salon_contact_is_call (chosen_kind (self)));
}

static void
show_error (SalonContactEditor *self, const char *sentence)
{
  gtk_label_set_text (self->error, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), sentence != NULL);
}

static void
show_contact (SalonContactEditor *self, const SalonContact *contact)
{
  gtk_toggle_button_set_active (self->kinds[contact->kind - 1], TRUE);
  for (int i = 0; i < SALON_OUTCOME_LAST; i++)
    gtk_toggle_button_set_active (self->outcomes[i], contact->outcome == i + 1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), contact->text != NULL ? contact->text : "", -1);
  salon_value_entry_set_value (SALON_VALUE_ENTRY (self->minutes), contact->seconds > 0 ? contact->seconds / 60 : SALON_VALUE_NONE);
  salon_editable_set_text (GTK_EDITABLE (self->recording), contact->recording);
  gtk_label_set_text (self->title, self->orig != NULL ? _("Change the Contact") : _("New Contact"));
  show_error (self, NULL);
  show_kind (self);
}

/* Who may not note calls has two kinds to choose from. */
static void
show_rights (SalonContactEditor *self)
{
  gboolean calls = (salon_client_model_get_verbs (self->model) & SALON_CLIENT_VERB_CALL) != 0;

  for (int i = 0; i < N_KINDS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->kinds[i]), calls || salon_contact_is_inner (i + 1));
}

/* ---- drafts */

static void
keep_draft (SalonContactEditor *self)
{
  SalonContact *draft = NULL;

  if (self->client == 0 || self->orig != NULL)
    return;
  read_contact (self, &draft, NULL);
  if (salon_contact_is_empty (draft)) {
    g_hash_table_remove (self->drafts, &self->client);
    g_object_unref (draft);
  } else {
    g_hash_table_replace (self->drafts, g_memdup2 (&self->client, sizeof self->client), draft);
  }
}

static void
open_with (SalonContactEditor *self, const SalonContact *contact)
{
  self->client = salon_client_model_get_client (self->model);
  show_rights (self);
  show_contact (self, contact);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
leave (SalonContactEditor *self)
{
  gboolean focus = salon_has_focus (GTK_WIDGET (self));

  self->client = 0;
  g_clear_object (&self->orig);
  if (focus)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* ---- saving */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonContactEditor) self = data;
  g_autoptr (GError) error = NULL;
  gboolean ok = salon_client_model_save_finish (SALON_CLIENT_MODEL (source), result, &error);

  self->saving = FALSE;
  if (self->model == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (ok) {
    g_hash_table_remove (self->drafts, &self->client);
    leave (self);
    return;
  }
  show_error (self, error->message);
  if (g_strcmp0 (salon_error_get_field (error), "recording") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->recording));
}

static const char *
note_of (SalonContactEditor *self, gint64 kind)
{
  if (self->orig != NULL)
    return _("The contact was changed.");
  if (salon_contact_is_call (kind))
    return _("The call was noted.");
  return kind == SALON_CONTACT_NOTE ? _("The note was saved.") : _("The contact was noted.");
}

static void
save (SalonContactEditor *self)
{
  g_autoptr (SalonContact) contact = NULL;
  g_autoptr (GError) error = NULL;

  if (self->saving || self->client == 0 || self->client != salon_client_model_get_client (self->model))
    return;
  if (!read_contact (self, &contact, &error)) {
    show_error (self, error->message);
    return;
  }
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->save, FALSE);
  salon_client_model_submit (self->model, &salon_command_contact_save, salon_entity_draft_new (self->orig, contact),
                             note_of (self, contact->kind), on_saved, g_object_ref (self));
}

/* ---- callbacks */

static void
on_kind (GtkToggleButton *button, SalonContactEditor *self)
{
  if (gtk_toggle_button_get_active (button))
    show_kind (self);
}

/* An outcome is taken back by pressing it again. */
static void
on_outcome (GtkToggleButton *button, SalonContactEditor *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < SALON_OUTCOME_LAST; i++)
    if (self->outcomes[i] != button)
      gtk_toggle_button_set_active (self->outcomes[i], FALSE);
}

static void
on_activate (GtkEntry *entry, SalonContactEditor *self)
{
  save (self);
}

/* The text view would take Ctrl+Enter for a new line. */
static gboolean
on_text_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonContactEditor *self)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (keyval == GDK_KEY_Escape)
    salon_contact_editor_close (self);
  else if (enter && (state & GDK_CONTROL_MASK) != 0)
    save (self);
  else
    return FALSE;
  return TRUE;
}

static void
action_save (GtkWidget *widget, const char *name, GVariant *target)
{
  save (SALON_CONTACT_EDITOR (widget));
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_contact_editor_close (SALON_CONTACT_EDITOR (widget));
}

static void
take_file (SalonContactEditor *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *uri = path == NULL ? g_file_get_uri (file) : NULL;

  salon_editable_set_text (GTK_EDITABLE (self->recording), path != NULL ? path : uri);
  gtk_editable_set_position (GTK_EDITABLE (self->recording), -1);
}

static void
on_file (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonContactEditor) self = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);

  if (file != NULL && self->model != NULL)
    take_file (self, file);
}

static void
on_choose (GtkButton *button, SalonContactEditor *self)
{
  salon_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_OPEN,
                            _("Recording of the Call"), NULL, NULL, on_file, g_object_ref (self));
}

/* Whatever is dropped here is the recording of a call. */
static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, SalonContactEditor *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  if (!salon_contact_is_call (chosen_kind (self)))
    gtk_toggle_button_set_active (self->kinds[SALON_CONTACT_CALL_IN - 1], TRUE);
  take_file (self, files->data);
  return TRUE;
}

/* Another client: what was typed stays with the one for whom it was typed. */
static void
on_loaded (SalonClientModel *model, SalonContactEditor *self)
{
  if (self->client != 0 && self->client != salon_client_model_get_client (model))
    salon_contact_editor_close (self);
}

/* ---- building */

static void
salon_contact_editor_dispose (GObject *object)
{
  SalonContactEditor *self = SALON_CONTACT_EDITOR (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->orig);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_contact_editor_parent_class)->dispose (object);
}

static void
salon_contact_editor_finalize (GObject *object)
{
  g_hash_table_unref (SALON_CONTACT_EDITOR (object)->drafts);
  G_OBJECT_CLASS (salon_contact_editor_parent_class)->finalize (object);
}

static void
salon_contact_editor_class_init (SalonContactEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_contact_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_contact_editor_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "contact.save", NULL, action_save);
  gtk_widget_class_install_action (widget_class, "contact.close", NULL, action_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "contact.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "contact.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "contact.close", NULL);
}

static GtkWidget *
toggle_new (const char *icon_name, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (content), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (button), content);
  salon_set_accessible_label (button, label);
  gtk_widget_add_css_class (button, "salon-small-toggle");
  return button;
}

static GtkWidget *
wrap_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, salon_wrap_layout_new (4, 4));
  return box;
}

static GtkWidget *
build_kinds (SalonContactEditor *self)
{
  GtkWidget *box = wrap_new ();

  for (int i = 0; i < N_KINDS; i++) {
    const SalonLook *look = salon_look_of_contact ((SalonContactKind) (i + 1));

    self->kinds[i] = GTK_TOGGLE_BUTTON (toggle_new (look->icon_name, salon_look_label (look)));
    if (i > 0)
      gtk_toggle_button_set_group (self->kinds[i], self->kinds[0]);
    g_signal_connect (self->kinds[i], "toggled", G_CALLBACK (on_kind), self);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->kinds[i]));
  }
  return box;
}

static GtkWidget *
build_outcomes (SalonContactEditor *self)
{
  self->outcome_box = wrap_new ();
  salon_set_accessible_label (self->outcome_box, _("Outcome"));
  for (int i = 0; i < SALON_OUTCOME_LAST; i++) {
    self->outcomes[i] = GTK_TOGGLE_BUTTON (toggle_new (NULL, salon_outcome_label (i + 1)));
    g_signal_connect (self->outcomes[i], "toggled", G_CALLBACK (on_outcome), self);
    gtk_box_append (GTK_BOX (self->outcome_box), GTK_WIDGET (self->outcomes[i]));
  }
  return self->outcome_box;
}

static GtkWidget *
build_text (SalonContactEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text_frame = gtk_scrolled_window_new ();
  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_text_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  salon_set_accessible_label (self->text, _("What was said"));
  salon_set_tooltip (GTK_WIDGET (self->text), _("What was said (Ctrl+Enter saves)"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->text_frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->text_frame), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->text_frame), 110);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->text_frame), GTK_WIDGET (self->text));
  return self->text_frame;
}

static GtkWidget *
build_call (SalonContactEditor *self)
{
  GtkWidget *file = gtk_button_new_with_label (C_ ("recording", "File …"));

  gtk_widget_add_css_class (file, "salon-outlined");
  salon_set_tooltip (file, _("Choose the file of the recording, or drop it here"));
  self->call_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_size_request (self->call_row, -1, CALL_ROW_HEIGHT);
  self->minutes = salon_number_entry_new (_("min"), 0);
  salon_value_entry_set_label (SALON_VALUE_ENTRY (self->minutes), _("Length of the call in minutes"));
  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (self->minutes))), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (self->minutes))), 4);
  gtk_widget_set_hexpand (GTK_WIDGET (salon_value_entry_get_entry (SALON_VALUE_ENTRY (self->minutes))), FALSE);
  gtk_widget_set_hexpand (self->minutes, FALSE);
  g_signal_connect (salon_value_entry_get_entry (SALON_VALUE_ENTRY (self->minutes)), "activate", G_CALLBACK (on_activate), self);
  self->recording = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->recording, _("Recording: file or address"));
  salon_set_accessible_label (self->recording, _("Recording: file or address"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->recording), 10);
  gtk_widget_set_hexpand (GTK_WIDGET (self->recording), TRUE);
  g_signal_connect (self->recording, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (file, "clicked", G_CALLBACK (on_choose), self);
  gtk_box_append (GTK_BOX (self->call_row), self->minutes);
  gtk_box_append (GTK_BOX (self->call_row), GTK_WIDGET (self->recording));
  gtk_box_append (GTK_BOX (self->call_row), file);
  return self->call_row;
}

static GtkWidget *
build_header (SalonContactEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = salon_icon_button_new ("salon-close-symbolic", _("Close; what was typed is kept (Esc)"));

  self->title = GTK_LABEL (salon_label_new (NULL, "salon-heading"));
  self->save = gtk_button_new_with_label (C_ ("verb", "Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  salon_set_tooltip (self->save, _("Save (Ctrl+Enter)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "contact.save");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "contact.close");
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), self->save);
  gtk_box_append (GTK_BOX (box), close);
  return box;
}

static void
salon_contact_editor_init (SalonContactEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 7);
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-composer");
  salon_set_accessible_label (self, _("New Contact"));
  gtk_widget_set_parent (build_header (self), GTK_WIDGET (self));
  gtk_widget_set_parent (build_kinds (self), GTK_WIDGET (self));
  gtk_widget_set_parent (build_text (self), GTK_WIDGET (self));
  gtk_widget_set_parent (build_outcomes (self), GTK_WIDGET (self));
  gtk_widget_set_parent (build_call (self), GTK_WIDGET (self));
  self->error = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-error-text"));
  gtk_widget_set_parent (GTK_WIDGET (self->error), GTK_WIDGET (self));
  g_signal_connect (drop, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_contact_editor_new:
 *
 * Returns: (transfer floating): closed
 */
GtkWidget *
salon_contact_editor_new (SalonClientModel *model)
{
  SalonContactEditor *self = g_object_new (SALON_TYPE_CONTACT_EDITOR, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_contact_editor_open:
 * @kind: of the new contact
 *
 * Opens it for the client of the model.  A draft that was kept comes back, as a contact of @kind.
 */
void
salon_contact_editor_open (SalonContactEditor *self, gint64 kind)
{
  gint64 client = salon_client_model_get_client (self->model);
  g_autoptr (SalonContact) contact = NULL;
  SalonContact *draft = NULL;

  if (client == 0 || self->saving)
    return;
  keep_draft (self);
  g_clear_object (&self->orig);
  draft = g_hash_table_lookup (self->drafts, &client);
  contact = draft != NULL ? salon_contact_copy (draft) : salon_contact_new ();
  contact->kind = kind;
  open_with (self, contact);
}

static SalonContact *
entity_of (const SalonToldContact *told)
{
  SalonContact *contact = salon_contact_new ();

  salon_entity_set_id (contact, told->id);
  contact->client_id = told->client_id;
  contact->kind = told->kind;
  contact->outcome = told->outcome;
  contact->at = told->at;
  contact->seconds = told->seconds;
  contact->text = g_strdup (told->text);
  contact->recording = g_strdup (told->recording);
  contact->employee_id = told->employee_id;
  contact->user_id = told->user_id;
  contact->visit_id = told->visit_id;
  return contact;
}

/**
 * salon_contact_editor_change:
 * @contact_id: of the client of the model
 *
 * Opens a contact that was noted.
 */
void
salon_contact_editor_change (SalonContactEditor *self, gint64 contact_id)
{
  const SalonClientPanel *panel = salon_client_model_peek (self->model);
  const SalonToldContact *told = panel != NULL ? salon_timeline_find_contact (panel, contact_id) : NULL;

  if (told == NULL || self->saving)
    return;
  keep_draft (self);
  g_clear_object (&self->orig);
  self->orig = entity_of (told);
  open_with (self, self->orig);
}

/**
 * salon_contact_editor_close: closes it; what was typed for a new contact is kept
 */
void
salon_contact_editor_close (SalonContactEditor *self)
{
  keep_draft (self);
  leave (self);
}

/**
 * salon_contact_editor_is_open:
 *
 * Returns: whether it is
 */
gboolean
salon_contact_editor_is_open (SalonContactEditor *self)
{
  return self->client != 0;
}
