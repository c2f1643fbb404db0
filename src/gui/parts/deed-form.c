/* Invisible until something is asked.  A refusal stands at its field and what was typed stays. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-picker.h"
#include "gui/parts/deed-form.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/value-entry.h"

struct _SalonDeedForm {
  GtkWidget parent_instance;

  SalonClientModel *model;
  GtkLabel *title;
  GtkGrid *grid;
  GtkWidget *controls[SALON_DEED_ASKS];
  GtkButton *verb;
  GtkWidget *asked_from; /* weak: where the focus goes back to */

  const SalonDeed *deed; /* NULL = closed */
  gint64 subject;
  gint64 client; /* whose card was open */
  guint number;  /* of the opening: an answer to an older one does not close the form */
};

G_DEFINE_FINAL_TYPE (SalonDeedForm, salon_deed_form, GTK_TYPE_WIDGET)

static gboolean
asks_client (const SalonAsk *ask)
{
  return ask->kind == SALON_ASK_PICK && ask->items == NULL;
}

/* ---- reading */

static gboolean
read_control (GtkWidget *control, gint64 *value, const char **text)
{
  g_autoptr (GError) error = NULL;

  *value = SALON_VALUE_NONE;
  if (SALON_IS_PICKER (control)) {
    *value = salon_picker_get_selected (SALON_PICKER (control));
  } else if (SALON_IS_CLIENT_PICKER (control)) {
    *value = salon_client_picker_get_client (SALON_CLIENT_PICKER (control));
  } else if (SALON_IS_VALUE_ENTRY (control)) {
    if (salon_value_entry_read (SALON_VALUE_ENTRY (control), value, &error))
      return TRUE;
    salon_value_entry_set_error (SALON_VALUE_ENTRY (control), error->message);
    gtk_widget_grab_focus (control);
    return FALSE;
  } else {
    *text = gtk_editable_get_text (GTK_EDITABLE (control));
  }
  return TRUE;
}

/* ---- doing it */

typedef struct {
  SalonDeedForm *form; /* strong */
  guint number;
} Asked;

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonDeedForm) self = asked->form;
  g_autoptr (GError) error = NULL;
  gboolean ok = salon_client_model_save_finish (SALON_CLIENT_MODEL (source), result, &error);

  if (self->model == NULL || asked->number != self->number)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->verb), TRUE);
  if (ok)
    salon_deed_form_close (self);
  else if (!salon_form_mark (GTK_WIDGET (self), error))
    salon_note_error (GTK_WIDGET (self), error);
}

static void
do_it (SalonDeedForm *self)
{
  SalonDeedAnswers answers = { 0 };
  Asked *asked = NULL;

  if (self->deed == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->verb)))
    return;
  salon_form_clear_errors (GTK_WIDGET (self));
  for (guint i = 0; i < self->deed->n_asks; i++)
    if (!read_control (self->controls[i], &answers.values[i], &answers.texts[i]))
      return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->verb), FALSE);
  asked = g_new0 (Asked, 1);
  *asked = (Asked){ g_object_ref (self), self->number };
  salon_client_model_submit (self->model, self->deed->command, self->deed->request (self->subject, &answers), _(self->deed->done),
                             on_done, asked);
}

static void
on_verb (GtkButton *button, SalonDeedForm *self)
{
  do_it (self);
}

static void
on_enter (GtkEntry *entry, SalonDeedForm *self)
{
  do_it (self);
}

static void
on_cancel (GtkButton *button, SalonDeedForm *self)
{
  salon_deed_form_close (self);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonDeedForm *self)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  salon_deed_form_close (self);
  return TRUE;
}

/* Another client is on the card now: what was asked about the one before is over. */
static void
on_loaded (SalonClientModel *model, SalonDeedForm *self)
{
  if (self->deed != NULL && salon_client_model_get_client (model) != self->client)
    salon_deed_form_close (self);
}

/* ---- building */

static GtkWidget *
create_control (SalonDeedForm *self, const SalonAsk *ask)
{
  SalonSession *session = salon_client_model_get_session (self->model);
  GtkWidget *control = NULL;

  if (asks_client (ask))
    return salon_client_picker_new (session, _(ask->label), C_ ("client", "nobody chosen"));
  control = salon_entity_control_new (ask, session);
  if (SALON_IS_VALUE_ENTRY (control)) {
    g_signal_connect_after (salon_value_entry_get_entry (SALON_VALUE_ENTRY (control)), "activate", G_CALLBACK (on_enter), self);
    return control;
  }
  if (SALON_IS_PICKER (control))
    return control;
  gtk_accessible_reset_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL); /* its field names it */
  g_signal_connect (control, "activate", G_CALLBACK (on_enter), self);
  return control;
}

static void
fill_control (GtkWidget *control, gint64 value, const char *text)
{
  if (SALON_IS_PICKER (control))
    salon_picker_set_selected (SALON_PICKER (control), MAX (value, SALON_PICK_NONE));
  else if (SALON_IS_CLIENT_PICKER (control))
    salon_client_picker_set_client (SALON_CLIENT_PICKER (control), MAX (value, 0), text);
  else if (SALON_IS_VALUE_ENTRY (control))
    salon_value_entry_set_value (SALON_VALUE_ENTRY (control), value);
  else
    gtk_editable_set_text (GTK_EDITABLE (control), text != NULL ? text : "");
}

static void
clear_fields (SalonDeedForm *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
build_fields (SalonDeedForm *self, const SalonDeedAnswers *first)
{
  int line = 0;
  int column = 0;

  clear_fields (self);
  for (guint i = 0; i < self->deed->n_asks; i++) {
    const SalonAsk *ask = &self->deed->asks[i];
    GtkWidget *field = NULL;

    self->controls[i] = create_control (self, ask);
    fill_control (self->controls[i], first != NULL ? first->values[i] : SALON_VALUE_NONE, first != NULL ? first->texts[i] : NULL);
    field = salon_form_field_new (ask->field, _(ask->label), self->controls[i]);
    if (ask->hint != NULL)
      salon_form_field_set_hint (SALON_FORM_FIELD (field), _(ask->hint));
    if (!ask->half && column == 1)
      line++, column = 0;
    gtk_grid_attach (self->grid, field, column, line, ask->half ? 1 : 2, 1);
    column = ask->half && column == 0 ? 1 : 0;
    line += column == 0;
  }
}

static void
salon_deed_form_dispose (GObject *object)
{
  SalonDeedForm *self = SALON_DEED_FORM (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_weak_pointer (&self->asked_from);
  g_clear_object (&self->model);
  self->deed = NULL;
  G_OBJECT_CLASS (salon_deed_form_parent_class)->dispose (object);
}

static void
salon_deed_form_class_init (SalonDeedFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_deed_form_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
  gtk_widget_class_set_css_name (widget_class, "deedform");
}

static GtkWidget *
build_buttons (SalonDeedForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_label (_("Cancel"));

  self->verb = GTK_BUTTON (gtk_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->verb), "suggested-action");
  gtk_widget_add_css_class (cancel, "salon-outlined");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->verb));
  g_signal_connect (cancel, "clicked", G_CALLBACK (on_cancel), self);
  g_signal_connect (self->verb, "clicked", G_CALLBACK (on_verb), self);
  return box;
}

static void
salon_deed_form_init (SalonDeedForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->title = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-heading"));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 9);
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_widget_set_parent (build_buttons (self), GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * salon_deed_form_new:
 *
 * Returns: (transfer floating): invisible until something is asked
 */
GtkWidget *
salon_deed_form_new (SalonClientModel *model)
{
  SalonDeedForm *self = g_object_new (SALON_TYPE_DEED_FORM, "visible", FALSE, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_deed_form_inset: for a card whose content reaches to its edges
 */
void
salon_deed_form_inset (SalonDeedForm *self)
{
  gtk_widget_set_margin_start (GTK_WIDGET (self), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);
}

/* The focus goes to the first question and comes back to where it was. */
static void
remember_focus (SalonDeedForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->asked_from, focus);
}

/**
 * salon_deed_form_open:
 * @deed: lives as long as the program
 * @subject: what it is done to
 * @title: what is asked, as a heading
 * @first: (nullable): what the questions begin with
 */
void
salon_deed_form_open (SalonDeedForm *self, const SalonDeed *deed, gint64 subject, const char *title, const SalonDeedAnswers *first)
{
  remember_focus (self);
  self->deed = deed;
  self->subject = subject;
  self->client = salon_client_model_get_client (self->model);
  self->number++;
  build_fields (self, first);
  gtk_label_set_text (self->title, title);
  salon_set_accessible_label (self, title);
  gtk_button_set_label (self->verb, _(deed->verb));
  gtk_widget_set_sensitive (GTK_WIDGET (self->verb), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->controls[0]);
}

/**
 * salon_deed_form_close: asks nothing any more
 */
void
salon_deed_form_close (SalonDeedForm *self)
{
  if (self->deed == NULL)
    return;
  self->deed = NULL;
  self->number++;
  if (self->asked_from != NULL && gtk_widget_get_mapped (self->asked_from))
    gtk_widget_grab_focus (self->asked_from);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  clear_fields (self);
}

/**
 * salon_deed_form_is_open:
 *
 * Returns: whether something is asked
 */
gboolean
salon_deed_form_is_open (SalonDeedForm *self)
{
  return self->deed != NULL;
}
