/* A form made of a list of questions.
 *
 * What was changed elsewhere while the form is open comes in; a field that is being edited stays as typed.
 * Savings go one after the other: each begins where the one before has ended. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/parts/entity-form.h"
#include "gui/parts/notes.h"
#include "gui/parts/stranded-ask.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/value-entry.h"
#include "model/services/catalogue.h"
#include "model/services/items.h"

struct _SalonEntityForm {
  GtkWidget parent_instance;

  GtkGrid *grid;
  GtkWidget **controls;
  GtkWidget *new_buttons;
  GtkWidget *remove;
  SalonStrandedAsk *stranded;

  SalonSession *session;
  const SalonAsk *asks;
  guint n_asks;
  const SalonCommand *command;
  SalonSaveRequest request;

  SalonEntity *entity; /* as it is saved, or the first values of a new one */
  gboolean is_new;
  gboolean filling;
  gboolean busy;
  SalonEntity *refused; /* what was not saved because of visits; NULL = nothing */
  char *doubted;  /* barcode whose last digit does not fit; NULL = none */
  gboolean insist; /* Enter was pressed again: it is meant so */
  gboolean again; /* something was changed while it was being saved */
};

enum { SIGNAL_SAVED, SIGNAL_REMOVED, SIGNAL_CANCELLED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonEntityForm, salon_entity_form, GTK_TYPE_WIDGET)

/* A saving under way. */
typedef struct {
  SalonEntityForm *form; /* strong */
  SalonEntity *curr;
  gboolean is_new;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->form);
  g_object_unref (saving->curr);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static gpointer
entity_request (gpointer orig, gpointer curr)
{
  return salon_entity_draft_new (orig, curr);
}

/* ---- saving */

/* One key more takes the barcode as it is; leaving the field does not. */
static gboolean
doubt_barcode (SalonEntityForm *self, const GError *error)
{
  g_autoptr (GError) mark = NULL;

  g_clear_pointer (&self->doubted, g_free);
  if (!g_error_matches (error, SALON_ITEM_ERROR, SALON_ITEM_ERROR_CHECK_DIGIT))
    return FALSE;
  self->doubted = g_strdup (salon_entity_get_text (self->refused, salon_entity_info_find (salon_entity_info (self->refused), "barcode")));
  /* Translators: %s is a sentence that says what is wrong with the barcode */
  salon_set_field_error (&mark, "barcode", _("%s Enter once more keeps it as it is."), error->message);
  return salon_form_mark (GTK_WIDGET (self), mark);
}

static void
show_refusal (SalonEntityForm *self, const GError *error)
{
  if (doubt_barcode (self, error))
    return;
  if (!salon_stranded_ask_show (self->stranded, error) && !salon_form_mark (GTK_WIDGET (self), error))
    salon_note_error (GTK_WIDGET (self), error);
}

static void
say_saved (SalonEntityForm *self, const Saving *saving, const SalonDone *done)
{
  g_autofree char *title = salon_entity_title (saving->curr);
  g_autofree char *text = NULL;

  if (title == NULL)
    text = g_strdup (saving->is_new ? _("Added.") : _("Saved."));
  else
    text = g_strdup_printf (saving->is_new ? _("“%s” added.") : _("“%s” saved."), title);
  salon_note_done (GTK_WIDGET (self), text, done);
}

static void
take_saved (SalonEntityForm *self, const Saving *saving, const SalonDone *done)
{
  if (saving->is_new) {
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, done->id);
    return;
  }
  if (!self->is_new && salon_entity_get_id (self->entity) == done->id)
    g_set_object (&self->entity, saving->curr);
  salon_form_clear_errors (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, done->id);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  SalonEntityForm *self = saving->form;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean saved = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  self->busy = FALSE;
  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (self->new_buttons, TRUE);
  if (saved) {
    say_saved (self, saving, &done);
    take_saved (self, saving, &done);
  } else if (!self->again) {
    g_set_object (&self->refused, saving->curr);
    show_refusal (self, error);
  }
  if (self->again) {
    self->again = FALSE;
    salon_entity_form_commit (self);
  }
}

static void
submit (SalonEntityForm *self, SalonEntity *curr)
{
  Saving *saving = g_new0 (Saving, 1);
  gpointer request = NULL;

  saving->form = g_object_ref (self);
  saving->curr = g_object_ref (curr);
  saving->is_new = self->is_new;
  self->busy = TRUE;
  request = self->request (self->is_new ? NULL : self->entity, curr);
  if (self->command == &salon_command_catalogue_save)
    ((SalonEntityDraft *) request)->keep_barcode = self->insist;
  self->insist = FALSE;
  salon_session_submit (self->session, self->command, request, NULL, NULL, on_saved, saving);
}

/* The visits stay where they are. */
static void
on_keep (SalonStrandedAsk *ask, SalonEntityForm *self)
{
  Saving *saving = NULL;
  SalonEntityDraft *draft = NULL;

  if (self->refused == NULL || self->busy || self->command != &salon_command_catalogue_save)
    return;
  saving = g_new0 (Saving, 1);
  saving->form = g_object_ref (self);
  saving->curr = g_object_ref (self->refused);
  saving->is_new = self->is_new;
  draft = salon_entity_draft_new (self->is_new ? NULL : self->entity, self->refused);
  draft->keep_visits = TRUE;
  self->busy = TRUE;
  salon_session_submit (self->session, self->command, draft, NULL, NULL, on_saved, saving);
}

/* What exists stays as it is saved; what is new stays typed. */
static void
on_give_up (SalonStrandedAsk *ask, SalonEntityForm *self)
{
  g_clear_object (&self->refused);
  if (self->is_new || self->entity == NULL)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < self->n_asks; i++)
    salon_entity_control_show (self->controls[i], &self->asks[i], self->entity);
  self->filling = FALSE;
}

/* A field that cannot be read keeps what is saved; its control says why. */
static SalonEntity *
read_all (SalonEntityForm *self, gboolean *readable)
{
  SalonEntity *curr = salon_entity_copy (self->entity);

  *readable = TRUE;
  for (guint i = 0; i < self->n_asks; i++) {
    g_autoptr (GError) error = NULL;

    if (salon_entity_control_read (self->controls[i], &self->asks[i], curr, &error))
      continue;
    *readable = FALSE;
    if (SALON_IS_VALUE_ENTRY (self->controls[i]))
      salon_value_entry_set_error (SALON_VALUE_ENTRY (self->controls[i]), error->message);
  }
  return curr;
}

static void
on_answered (gpointer data)
{
  SalonEntityForm *self = data;

  if (!self->filling && !self->is_new)
    salon_entity_form_commit (self);
}

/* ---- a new thing */

static void
add (SalonEntityForm *self)
{
  gboolean readable = FALSE;
  g_autoptr (SalonEntity) curr = read_all (self, &readable);

  if (!readable || self->busy || !self->is_new)
    return;
  salon_form_clear_errors (GTK_WIDGET (self));
  gtk_widget_set_sensitive (self->new_buttons, FALSE);
  submit (self, curr);
}

static void
on_add (GtkButton *button, SalonEntityForm *self)
{
  add (self);
}

static void
on_cancel (GtkButton *button, SalonEntityForm *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static void
on_enter (GtkEntry *entry, SalonEntityForm *self)
{
  self->insist = self->doubted != NULL && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), self->doubted);
  if (self->is_new)
    add (self);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonEntityForm *self)
{
  if (keyval != GDK_KEY_Escape || !self->is_new)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
  return TRUE;
}

/* ---- removing */

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = salon_entity_title (saving->curr);
  g_autofree char *text = title != NULL ? g_strdup_printf (_("“%s” removed."), title) : g_strdup (_("Removed."));
  SalonDone done = { 0 };

  if (!salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    if (saving->form->session != NULL)
      show_refusal (saving->form, error);
    return;
  }
  if (saving->form->session == NULL)
    return;
  salon_note_done (GTK_WIDGET (saving->form), text, &done);
  g_signal_emit (saving->form, signals[SIGNAL_REMOVED], 0);
}

static void
on_remove (GtkButton *button, SalonEntityForm *self)
{
  salon_entity_form_remove (self);
}

/* ---- building */

static GtkWidget *
create_field (SalonEntityForm *self, guint i)
{
  const SalonAsk *ask = &self->asks[i];
  GtkWidget *control = salon_entity_control_new (ask, self->session);
  GtkWidget *field = NULL;

  self->controls[i] = control;
  salon_entity_control_watch (control, ask, on_answered, self);
  if (GTK_IS_ENTRY (control))
    g_signal_connect (control, "activate", G_CALLBACK (on_enter), self);
  else if (SALON_IS_VALUE_ENTRY (control))
    g_signal_connect_after (salon_value_entry_get_entry (SALON_VALUE_ENTRY (control)), "activate", G_CALLBACK (on_enter), self);
  if (ask->kind == SALON_ASK_YES_NO)
    return control;
  field = salon_form_field_new (ask->field, _(ask->label), control);
  if (ask->hint != NULL)
    salon_form_field_set_hint (SALON_FORM_FIELD (field), _(ask->hint));
  return field;
}

static void
build_fields (SalonEntityForm *self)
{
  int line = 0;
  int column = 0;

  for (guint i = 0; i < self->n_asks; i++) {
    GtkWidget *field = create_field (self, i);

    if (!self->asks[i].half && column == 1)
      line++, column = 0;
    gtk_grid_attach (self->grid, field, column, line, self->asks[i].half ? 1 : 2, 1);
    column = self->asks[i].half && column == 0 ? 1 : 0;
    line += column == 0;
  }
}

static void
build_buttons (SalonEntityForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_label (_("Cancel"));
  GtkWidget *add_button = gtk_button_new_with_label (C_ ("verb", "Add"));

  self->new_buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (add_button, "suggested-action");
  gtk_box_append (GTK_BOX (self->new_buttons), cancel);
  gtk_box_append (GTK_BOX (self->new_buttons), add_button);
  gtk_widget_set_hexpand (self->new_buttons, TRUE);
  gtk_widget_set_halign (self->new_buttons, GTK_ALIGN_END);
  self->remove = gtk_button_new_with_label (C_ ("verb", "Remove"));
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_add_css_class (self->remove, "salon-quiet");
  gtk_widget_set_hexpand (self->remove, TRUE);
  gtk_widget_set_halign (self->remove, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), self->remove);
  gtk_box_append (GTK_BOX (box), self->new_buttons);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect (cancel, "clicked", G_CALLBACK (on_cancel), self);
  g_signal_connect (add_button, "clicked", G_CALLBACK (on_add), self);
  g_signal_connect (self->remove, "clicked", G_CALLBACK (on_remove), self);
}

static void
on_directory (SalonDirectory *directory, SalonEntityForm *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->n_asks; i++)
    salon_entity_control_renew (self->controls[i], &self->asks[i], directory);
  self->filling = FALSE;
}

static void
salon_entity_form_dispose (GObject *object)
{
  SalonEntityForm *self = SALON_ENTITY_FORM (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_object (&self->entity);
  g_clear_object (&self->refused);
  g_clear_pointer (&self->doubted, g_free);
  g_clear_pointer (&self->controls, g_free);
  self->n_asks = 0;
  G_OBJECT_CLASS (salon_entity_form_parent_class)->dispose (object);
}

static gboolean
salon_entity_form_grab_focus (GtkWidget *widget)
{
  SalonEntityForm *self = SALON_ENTITY_FORM (widget);

  if (self->n_asks == 0)
    return FALSE;
  if (GTK_IS_ENTRY (self->controls[0]))
    return gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->controls[0]));
  return gtk_widget_grab_focus (self->controls[0]);
}

static void
salon_entity_form_class_init (SalonEntityFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_entity_form_dispose;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_entity_form_grab_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonEntityForm::saved:
   * @id: of the thing that was changed or made
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", SALON_TYPE_ENTITY_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        1, G_TYPE_INT64);

  /**
   * SalonEntityForm::removed: the thing is in use no more
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", SALON_TYPE_ENTITY_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  /**
   * SalonEntityForm::cancelled: the new thing is not wanted
   */
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", SALON_TYPE_ENTITY_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entityform");
}

static void
salon_entity_form_init (SalonEntityForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->command = &salon_command_catalogue_save;
  self->request = entity_request;
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 12);
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  self->stranded = SALON_STRANDED_ASK (salon_stranded_ask_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->stranded), GTK_WIDGET (self));
  g_signal_connect (self->stranded, "keep", G_CALLBACK (on_keep), self);
  g_signal_connect (self->stranded, "give-up", G_CALLBACK (on_give_up), self);
  build_buttons (self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * salon_entity_form_new:
 * @asks: (array length=n_asks): static; all fields of one type of entity
 *
 * Returns: (transfer floating): a form; give it something by set_entity() or start()
 */
GtkWidget *
salon_entity_form_new (SalonSession *session, const SalonAsk *asks, guint n_asks)
{
  SalonEntityForm *self = g_object_new (SALON_TYPE_ENTITY_FORM, NULL);

  self->session = g_object_ref (session);
  self->asks = asks;
  self->n_asks = n_asks;
  self->controls = g_new0 (GtkWidget *, n_asks);
  self->filling = TRUE;
  build_fields (self);
  self->filling = FALSE;
  g_signal_connect_object (salon_directory_of (session), "changed", G_CALLBACK (on_directory), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_entity_form_set_saver:
 * @command: saves instead of the command for all master data
 */
void
salon_entity_form_set_saver (SalonEntityForm *self, const SalonCommand *command, SalonSaveRequest request)
{
  self->command = command;
  self->request = request;
}

static gboolean
is_other (SalonEntityForm *self, SalonEntity *entity)
{
  return self->entity == NULL || self->is_new || salon_entity_get_id (self->entity) != salon_entity_get_id (entity);
}

/**
 * salon_entity_form_set_entity:
 * @entity: (type SalonEntity): as it is saved
 *
 * Another thing fills the whole form; of the same thing only those fields that have changed.
 */
void
salon_entity_form_set_entity (SalonEntityForm *self, gpointer entity)
{
  gboolean other = is_other (self, entity);
  const SalonEntityInfo *info = salon_entity_info (entity);

  if (other && self->entity != NULL && !self->is_new)
    salon_entity_form_commit (self);
  self->filling = TRUE;
  if (other) {
    salon_form_clear_errors (GTK_WIDGET (self));
    salon_stranded_ask_hide (self->stranded);
  }
  for (guint i = 0; i < self->n_asks; i++)
    if (other || !salon_entity_field_equal (self->entity, entity, salon_entity_info_find (info, self->asks[i].field)))
      salon_entity_control_show (self->controls[i], &self->asks[i], entity);
  g_set_object (&self->entity, SALON_ENTITY (entity));
  self->is_new = FALSE;
  self->filling = FALSE;
  gtk_widget_set_visible (self->new_buttons, FALSE);
  gtk_widget_set_visible (self->remove, TRUE);
}

/**
 * salon_entity_form_start:
 * @initial: (type SalonEntity) (transfer none): the first values of a new thing
 */
void
salon_entity_form_start (SalonEntityForm *self, gpointer initial)
{
  self->filling = TRUE;
  g_set_object (&self->entity, SALON_ENTITY (initial));
  self->is_new = TRUE;
  salon_form_clear_errors (GTK_WIDGET (self));
  salon_stranded_ask_hide (self->stranded);
  for (guint i = 0; i < self->n_asks; i++)
    salon_entity_control_show (self->controls[i], &self->asks[i], initial);
  self->filling = FALSE;
  gtk_widget_set_visible (self->new_buttons, TRUE);
  gtk_widget_set_visible (self->remove, FALSE);
}

/**
 * salon_entity_form_set_editable: whether anything can be changed; it can be read in any case
 */
void
salon_entity_form_set_editable (SalonEntityForm *self, gboolean editable)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_sensitive (child, editable);
}

/**
 * salon_entity_form_commit: saves what differs
 */
void
salon_entity_form_commit (SalonEntityForm *self)
{
  gboolean readable = FALSE;
  g_autoptr (SalonEntity) curr = NULL;

  if (self->entity == NULL || self->is_new || self->filling)
    return;
  if (self->busy) {
    self->again = TRUE;
    return;
  }
  curr = read_all (self, &readable);
  if (!salon_entity_equal (self->entity, curr))
    submit (self, curr);
  else if (readable)
    salon_form_clear_errors (GTK_WIDGET (self));
}

/**
 * salon_entity_form_remove: takes the thing out of use
 */
void
salon_entity_form_remove (SalonEntityForm *self)
{
  Saving *saving = NULL;

  if (self->entity == NULL || self->is_new)
    return;
  saving = g_new0 (Saving, 1);
  saving->form = g_object_ref (self);
  saving->curr = g_object_ref (self->entity);
  salon_session_submit (self->session, &salon_command_catalogue_archive, salon_entity_draft_new (NULL, self->entity), NULL,
                        NULL, on_removed, saving);
}

/**
 * salon_entity_title:
 * @entity: (type SalonEntity): anything
 *
 * Returns: (transfer full) (nullable): what it is called
 */
char *
salon_entity_title (gpointer entity)
{
  const SalonEntityInfo *info = salon_entity_info (entity);
  const SalonField *name = salon_entity_info_find (info, "name");
  const SalonField *first = salon_entity_info_find (info, "first_name");
  const SalonField *surname = salon_entity_info_find (info, "surname");

  if (name != NULL)
    return g_strdup (salon_entity_get_text (entity, name));
  if (first == NULL)
    return NULL;
  if (surname == NULL || salon_entity_get_text (entity, surname) == NULL)
    return g_strdup (salon_entity_get_text (entity, first));
  return g_strdup_printf ("%s %s", salon_entity_get_text (entity, first), salon_entity_get_text (entity, surname));
}
