/* A card for somebody new.  Esc leaves it and keeps what was typed until the program ends; who opens the form again
 * without typing anybody else finds it there. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/directory.h"
#include "gui/parts/duplicates.h"
#include "gui/parts/new-client-draft.h"
#include "gui/parts/new-client-form.h"
#include "gui/parts/notes.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/cells-layout.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/picker.h"
#include "model/entities/source.h"
#include "model/services/catalogue.h"
#include "model/services/clients.h"

#define COLUMN_WIDTH 190

typedef enum { FIRST_NAME, SURNAME, PATRONYMIC, PHONE, EMAIL, N_ENTRIES } Entry;

struct _SalonNewClientForm {
  GtkWidget parent_instance;

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  GtkEditable *entries[N_ENTRIES];
  SalonPicker *source;
  GtkTextBuffer *note;
  SalonBanner *banner;
  SalonDuplicates *duplicates;
  char *uuid; /* of the client who is being made: a second Enter makes nobody else */
  gboolean filling;
  gboolean saving;
};

enum { CREATED, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonNewClientForm, salon_new_client_form, GTK_TYPE_WIDGET)

/* ---- between the draft and the fields */

static char **
member (SalonNewClientDraft *draft, Entry entry)
{
  char **const members[N_ENTRIES] = { &draft->first_name, &draft->surname, &draft->patronymic, &draft->phone, &draft->email };

  return members[entry];
}

static void
fill (SalonNewClientForm *self, const SalonNewClientDraft *draft)
{
  self->filling = TRUE;
  for (Entry i = 0; i < N_ENTRIES; i++)
    salon_editable_set_text (self->entries[i], *member ((SalonNewClientDraft *) draft, i));
  gtk_text_buffer_set_text (self->note, draft->note, -1);
  salon_picker_set_selected (self->source, draft->source_id);
  self->filling = FALSE;
}

static char *
note_text (SalonNewClientForm *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->note, &start, &end);
  return gtk_text_buffer_get_text (self->note, &start, &end, FALSE);
}

static SalonNewClientDraft *
read_fields (SalonNewClientForm *self)
{
  SalonNewClientDraft *draft = salon_new_client_draft_new ();

  for (Entry i = 0; i < N_ENTRIES; i++) {
    char **where = member (draft, i);

    g_free (*where);
    *where = g_strstrip (g_strdup (gtk_editable_get_text (self->entries[i])));
  }
  g_free (draft->note);
  draft->note = g_strstrip (note_text (self));
  draft->source_id = salon_picker_get_selected (self->source);
  return draft;
}

/* ---- saving */

static char *
text_or_null (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

static SalonClientDraft *
request_of (const SalonNewClientDraft *draft)
{
  g_autoptr (SalonClient) client = salon_client_new ();
  SalonClientDraft *request = NULL;

  client->first_name = text_or_null (draft->first_name);
  client->patronymic = text_or_null (draft->patronymic);
  client->surname = text_or_null (draft->surname);
  client->email = text_or_null (draft->email);
  client->note = text_or_null (draft->note);
  client->source_id = draft->source_id;
  request = salon_client_draft_new (NULL, client);
  request->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  if (*draft->phone != '\0')
    g_ptr_array_add (request->phones, salon_phone_draft_new (0, draft->phone, NULL));
  return request;
}

static void
show_refusal (SalonNewClientForm *self, const GError *error)
{
  if (!salon_form_mark (GTK_WIDGET (self), error))
    salon_banner_show (self->banner, SALON_TONE_RED, error->message);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonNewClientForm) self = data;
  g_autoptr (SalonNewClientDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *note = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  self->saving = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-client.save", TRUE);
  if (!ok) {
    show_refusal (self, error);
    return;
  }
  draft = read_fields (self);
  name = salon_new_client_draft_name (draft);
  /* Translators: a note; %s is a client */
  note = g_strdup_printf (_("New client: %s"), name);
  salon_note_done (GTK_WIDGET (self), note, &done);
  salon_new_client_draft_keep (self->session, NULL);
  salon_new_client_form_open (self, NULL);
  g_signal_emit (self, signals[CREATED], 0, done.id);
}

static void
save (SalonNewClientForm *self)
{
  g_autoptr (SalonNewClientDraft) draft = read_fields (self);

  if (self->saving)
    return;
  self->saving = TRUE;
  salon_form_clear_errors (GTK_WIDGET (self));
  salon_banner_hide (self->banner);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-client.save", FALSE);
  salon_session_submit (self->session, &salon_command_client_save, request_of (draft), self->uuid, NULL, on_saved,
                        g_object_ref (self));
}

static void
leave (SalonNewClientForm *self)
{
  g_autoptr (SalonNewClientDraft) draft = read_fields (self);

  if (!salon_new_client_draft_is_empty (draft))
    salon_new_client_draft_keep (self->session, draft);
  g_signal_emit (self, signals[LEFT], 0);
}

/* ---- actions and callbacks */

static void
action_save (GtkWidget *widget, const char *name, GVariant *target)
{
  save (SALON_NEW_CLIENT_FORM (widget));
}

static void
action_leave (GtkWidget *widget, const char *name, GVariant *target)
{
  leave (SALON_NEW_CLIENT_FORM (widget));
}

static void
action_restore (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonNewClientForm *self = SALON_NEW_CLIENT_FORM (widget);
  const SalonNewClientDraft *kept = salon_new_client_draft_kept (self->session);

  salon_banner_hide (self->banner);
  if (kept == NULL)
    return;
  fill (self, kept);
  salon_duplicates_ask (self->duplicates, kept->first_name, kept->phone, kept->email);
}

static void
ask_duplicates (SalonNewClientForm *self)
{
  g_autoptr (SalonNewClientDraft) draft = read_fields (self);
  g_autofree char *name = g_strjoin (" ", draft->first_name, draft->surname, NULL);

  salon_duplicates_ask (self->duplicates, g_strstrip (name), draft->phone, draft->email);
}

static void
on_changed (GtkEditable *editable, SalonNewClientForm *self)
{
  if (self->filling)
    return;
  salon_form_clear_errors (GTK_WIDGET (self));
  ask_duplicates (self);
}

static void
on_directory (SalonDirectory *directory, SalonNewClientForm *self)
{
  g_autoptr (GListModel) sources = salon_items_of_entities (salon_directory_list (directory, SALON_DIRECTORY_SOURCES));

  salon_picker_set_items (self->source, sources);
}

static void
on_source_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonNewClientForm) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  if (ok)
    salon_picker_set_selected (self->source, done.id);
  else
    salon_note_error (GTK_WIDGET (self), error);
}

static void
on_create_source (SalonPicker *picker, guint which, const char *text, SalonNewClientForm *self)
{
  g_autoptr (SalonSource) source = salon_source_new ();

  source->name = g_strdup (text);
  salon_session_submit (self->session, &salon_command_catalogue_save, salon_entity_draft_new (NULL, source), NULL, NULL,
                        on_source_made, g_object_ref (self));
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                SalonNewClientForm *self)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (keyval == GDK_KEY_Escape)
    leave (self);
  else if (enter && (state & GDK_CONTROL_MASK) != 0)
    save (self);
  else
    return FALSE;
  return TRUE;
}

/* ---- overrides */

static gboolean
salon_new_client_form_grab_focus (GtkWidget *widget)
{
  SalonNewClientForm *self = SALON_NEW_CLIENT_FORM (widget);
  Entry order[] = { FIRST_NAME, PHONE };

  /* the first that is empty of what is asked for, with the cursor at the end of nothing */
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (*gtk_editable_get_text (self->entries[order[i]]) == '\0')
      return gtk_widget_grab_focus (GTK_WIDGET (self->entries[order[i]]));
  return gtk_widget_grab_focus (GTK_WIDGET (self->entries[FIRST_NAME]));
}

static void
salon_new_client_form_dispose (GObject *object)
{
  SalonNewClientForm *self = SALON_NEW_CLIENT_FORM (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_pointer (&self->uuid, g_free);
  G_OBJECT_CLASS (salon_new_client_form_parent_class)->dispose (object);
}

static void
salon_new_client_form_class_init (SalonNewClientFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_new_client_form_dispose;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_new_client_form_grab_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonNewClientForm::created:
   * @id: of the client who was made
   */
  signals[CREATED] = g_signal_new ("created", SALON_TYPE_NEW_CLIENT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * SalonNewClientForm::left: Esc: what was typed is kept
   */
  signals[LEFT] = g_signal_new ("left", SALON_TYPE_NEW_CLIENT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "newclient");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
  gtk_widget_class_install_action (widget_class, "new-client.save", NULL, action_save);
  gtk_widget_class_install_action (widget_class, "new-client.leave", NULL, action_leave);
  gtk_widget_class_install_action (widget_class, "new-client.restore", NULL, action_restore);
}

static GtkWidget *
build_entry (SalonNewClientForm *self, Entry which, const char *field, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  self->entries[which] = GTK_EDITABLE (entry);
  g_signal_connect (entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (save), self);
  return salon_form_field_new (field, label, entry);
}

static GtkWidget *
build_source (SalonNewClientForm *self)
{
  const char *const creators[] = { _("New source “%s”"), NULL };

  self->source = SALON_PICKER (salon_picker_new (_("Source"), _("not said")));
  salon_picker_set_creators (self->source, creators);
  g_signal_connect (self->source, "create", G_CALLBACK (on_create_source), self);
  return salon_form_field_new ("source_id", _("Source"), GTK_WIDGET (self->source));
}

static GtkWidget *
build_note (SalonNewClientForm *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *field = NULL;

  self->note = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 60);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_add_css_class (scroller, "salon-text");
  salon_set_accessible_label (view, _("Note"));
  field = salon_form_field_new ("note", _("Note"), scroller);
  gtk_widget_set_margin_top (field, 12);
  return field;
}

static GtkWidget *
build_fields (SalonNewClientForm *self)
{
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (fields, salon_cells_layout_new (COLUMN_WIDTH, 2, 12, 12));
  gtk_box_append (GTK_BOX (fields), build_entry (self, FIRST_NAME, "first_name", _("First name")));
  gtk_box_append (GTK_BOX (fields), build_entry (self, SURNAME, "surname", _("Surname")));
  gtk_box_append (GTK_BOX (fields), build_entry (self, PHONE, "phone", _("Phone")));
  gtk_box_append (GTK_BOX (fields), build_entry (self, EMAIL, "email", _("E-mail")));
  gtk_box_append (GTK_BOX (fields), build_entry (self, PATRONYMIC, "patronymic", _("Patronymic")));
  gtk_box_append (GTK_BOX (fields), build_source (self));
  return fields;
}

static GtkWidget *
build_verbs (SalonNewClientForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *hint = salon_wrapped_label_new (_("A name or a phone is enough."), "salon-secondary");
  GtkWidget *cancel = gtk_button_new_with_label (C_ ("new client", "Leave"));
  GtkWidget *make = gtk_button_new_with_label (C_ ("new client", "Save"));

  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_hexpand (hint, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "new-client.leave");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (make), "new-client.save");
  salon_set_tooltip (cancel, _("Leave; what was typed is kept (Esc)"));
  salon_set_tooltip (make, _("Save the client (Enter)"));
  gtk_widget_add_css_class (cancel, "salon-outlined");
  gtk_widget_add_css_class (make, "suggested-action");
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), make);
  return box;
}

static void
build (SalonNewClientForm *self)
{
  GtkWidget *card = salon_card_new (_("New client"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->banner = SALON_BANNER (salon_banner_new ());
  self->duplicates = SALON_DUPLICATES (salon_duplicates_new (self->session));
  gtk_widget_add_css_class (GTK_WIDGET (self->banner), "above");
  gtk_widget_add_css_class (GTK_WIDGET (self->duplicates), "below");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (box), build_fields (self));
  gtk_box_append (GTK_BOX (box), build_note (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->duplicates));
  gtk_box_append (GTK_BOX (box), build_verbs (self));
  salon_card_set_child (SALON_CARD (card), box);
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
salon_new_client_form_init (SalonNewClientForm *self)
{
}

/**
 * salon_new_client_form_new:
 *
 * Returns: (transfer floating): a form that waits for salon_new_client_form_open()
 */
GtkWidget *
salon_new_client_form_new (SalonSession *session)
{
  SalonNewClientForm *self = g_object_new (SALON_TYPE_NEW_CLIENT_FORM, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  self->uuid = salon_session_new_uuid ();
  build (self);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  if (salon_directory_is_ready (self->directory))
    on_directory (self->directory, self);
  return GTK_WIDGET (self);
}

static void
offer_kept (SalonNewClientForm *self, const SalonNewClientDraft *kept)
{
  g_autofree char *name = salon_new_client_draft_name (kept);
  /* Translators: %s is a client whom somebody began to type */
  g_autofree char *text = g_strdup_printf (_("A client who was not saved is kept: %s."), name);

  salon_banner_show (self->banner, SALON_TONE_BLUE, text);
  salon_banner_set_button (self->banner, _("Take her up again"), "new-client.restore");
}

/**
 * salon_new_client_form_open:
 * @typed: (nullable): what was typed in the search: a name, a phone, or both
 *
 * Begins a new card.  What was left by Esc before is taken up again when nothing was typed, and offered otherwise.
 */
void
salon_new_client_form_open (SalonNewClientForm *self, const char *typed)
{
  const SalonNewClientDraft *kept = salon_new_client_draft_kept (self->session);
  g_autoptr (SalonNewClientDraft) draft = salon_new_client_draft_new_typed (typed != NULL ? typed : "");

  g_return_if_fail (SALON_IS_NEW_CLIENT_FORM (self));

  g_free (self->uuid);
  self->uuid = salon_session_new_uuid ();
  salon_form_clear_errors (GTK_WIDGET (self));
  salon_banner_hide (self->banner);
  salon_banner_set_button (self->banner, NULL, NULL);
  if (kept != NULL && salon_new_client_draft_is_empty (draft))
    fill (self, kept);
  else
    fill (self, draft);
  if (kept != NULL && !salon_new_client_draft_is_empty (draft))
    offer_kept (self, kept);
  ask_duplicates (self);
}
