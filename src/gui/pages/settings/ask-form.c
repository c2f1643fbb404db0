/* The frame of a form that is saved by a button: a grid of questions, what follows from them in words, Save and Remove. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/ask-form.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"

typedef struct {
  GtkGrid *grid;
  GtkWidget **fields;
  GtkWidget **controls;
  GtkWidget *save;
  GtkWidget *remove;

  SalonSession *session;
  SalonEntity *entity; /* as it is saved, or the first values of a new one */
  gboolean filling;
} SalonAskFormPrivate;

enum { SIGNAL_SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SalonAskForm, salon_ask_form, GTK_TYPE_WIDGET)

static SalonAskFormPrivate *
private_of (SalonAskForm *self)
{
  return salon_ask_form_get_instance_private (self);
}

static gboolean
is_asked (const SalonAskPlace *place, gconstpointer entity)
{
  return place->applies == NULL || place->applies (entity);
}

/* ---- reading and showing */

static gpointer
as_asked (SalonAskForm *self)
{
  SalonEntity *entity = salon_entity_copy (private_of (self)->entity);

  if (SALON_ASK_FORM_GET_CLASS (self)->to_asked != NULL)
    SALON_ASK_FORM_GET_CLASS (self)->to_asked (entity);
  return entity;
}

static gpointer
read_answers (SalonAskForm *self, gboolean *readable)
{
  SalonAskFormPrivate *p = private_of (self);
  SalonAskFormClass *klass = SALON_ASK_FORM_GET_CLASS (self);
  gpointer entity = as_asked (self);

  *readable = TRUE;
  for (guint i = 0; i < klass->n_asks; i++)
    if (is_asked (&klass->asks[i], entity))
      *readable = salon_entity_control_read (p->controls[i], &klass->asks[i].ask, entity, NULL) && *readable;
  if (klass->to_kept != NULL)
    klass->to_kept (self, entity);
  return entity;
}

/**
 * salon_ask_form_update: asks what matters now, and shows what follows
 */
void
salon_ask_form_update (SalonAskForm *self)
{
  SalonAskFormPrivate *p = private_of (self);
  SalonAskFormClass *klass = SALON_ASK_FORM_GET_CLASS (self);
  gboolean readable = FALSE;
  g_autoptr (GObject) entity = NULL;

  if (p->entity == NULL || p->filling)
    return;
  entity = read_answers (self, &readable);
  for (guint i = 0; i < klass->n_asks; i++)
    gtk_widget_set_visible (p->fields[i], is_asked (&klass->asks[i], entity));
  klass->follow (self, entity, readable);
}

static void
on_answered (gpointer data)
{
  salon_ask_form_update (data);
}

/**
 * salon_ask_form_show:
 * @entity: (transfer full): as it is saved, or the first values of a new one
 */
void
salon_ask_form_show (SalonAskForm *self, gpointer entity)
{
  SalonAskFormPrivate *p = private_of (self);
  SalonAskFormClass *klass = SALON_ASK_FORM_GET_CLASS (self);
  g_autoptr (GObject) asked = NULL;

  g_clear_object (&p->entity);
  p->entity = entity;
  asked = as_asked (self);
  p->filling = TRUE;
  for (guint i = 0; i < klass->n_asks; i++)
    if (is_asked (&klass->asks[i], asked))
      salon_entity_control_show (p->controls[i], &klass->asks[i].ask, asked);
  gtk_button_set_label (GTK_BUTTON (p->save), salon_ask_form_get_id (self) != 0 ? C_ ("verb", "Save") : C_ ("verb", "Add"));
  gtk_widget_set_visible (p->remove, salon_ask_form_get_id (self) != 0);
  salon_form_clear_errors (GTK_WIDGET (self));
  p->filling = FALSE;
  salon_ask_form_update (self);
}

/* ---- saving */

/* The field that is seen is marked, of those that ask for the same. */
static void
finish (SalonAskForm *taken, GAsyncResult *result, GObject *source, const char *text)
{
  g_autoptr (SalonAskForm) self = taken;
  SalonAskFormPrivate *p = private_of (self);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (p->session == NULL)
    return;
  gtk_widget_set_sensitive (p->save, TRUE);
  if (!ok) {
    if (!salon_form_mark (GTK_WIDGET (self), error))
      salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  salon_note_done (GTK_WIDGET (self), text, &done);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, done.id);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  finish (data, result, source, _(SALON_ASK_FORM_GET_CLASS (data)->saved));
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  finish (data, result, source, _(SALON_ASK_FORM_GET_CLASS (data)->removed));
}

static void
on_save (GtkButton *button, SalonAskForm *self)
{
  SalonAskFormPrivate *p = private_of (self);
  gboolean readable = FALSE;
  g_autoptr (GObject) curr = p->entity != NULL ? read_answers (self, &readable) : NULL;

  if (!readable)
    return;
  salon_form_clear_errors (GTK_WIDGET (self));
  if (SALON_ASK_FORM_GET_CLASS (self)->save (self, salon_ask_form_get_id (self) != 0 ? p->entity : NULL, curr, on_saved))
    gtk_widget_set_sensitive (p->save, FALSE);
}

static void
on_remove (GtkButton *button, SalonAskForm *self)
{
  if (salon_ask_form_get_id (self) != 0)
    SALON_ASK_FORM_GET_CLASS (self)->remove (self, private_of (self)->entity, on_removed);
}

/* ---- building */

static void
on_directory (SalonDirectory *directory, SalonAskForm *self)
{
  SalonAskFormPrivate *p = private_of (self);
  SalonAskFormClass *klass = SALON_ASK_FORM_GET_CLASS (self);

  p->filling = TRUE;
  for (guint i = 0; i < klass->n_asks; i++)
    salon_entity_control_renew (p->controls[i], &klass->asks[i].ask, directory);
  p->filling = FALSE;
}

static void
salon_ask_form_dispose (GObject *object)
{
  SalonAskFormPrivate *p = private_of (SALON_ASK_FORM (object));

  p->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&p->session);
  g_clear_object (&p->entity);
  G_OBJECT_CLASS (salon_ask_form_parent_class)->dispose (object);
}

static void
salon_ask_form_finalize (GObject *object)
{
  SalonAskFormPrivate *p = private_of (SALON_ASK_FORM (object));

  g_free (p->fields);
  g_free (p->controls);
  G_OBJECT_CLASS (salon_ask_form_parent_class)->finalize (object);
}

static void
salon_ask_form_class_init (SalonAskFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_ask_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_ask_form_finalize;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonAskForm::saved:
   * @id: of what was changed, made or removed
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", SALON_TYPE_ASK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
salon_ask_form_init (SalonAskForm *self)
{
  SalonAskFormPrivate *p = private_of (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  p->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (p->grid, 12);
  gtk_grid_set_row_spacing (p->grid, 12);
  gtk_grid_set_column_homogeneous (p->grid, TRUE);
}

static void
add_asks (SalonAskForm *self)
{
  SalonAskFormPrivate *p = private_of (self);
  SalonAskFormClass *klass = SALON_ASK_FORM_GET_CLASS (self);

  p->fields = g_new0 (GtkWidget *, klass->n_asks);
  p->controls = g_new0 (GtkWidget *, klass->n_asks);
  for (guint i = 0; i < klass->n_asks; i++) {
    const SalonAskPlace *place = &klass->asks[i];
    const SalonAsk *ask = &place->ask;

    p->controls[i] = salon_entity_control_new (ask, p->session);
    salon_entity_control_watch (p->controls[i], ask, on_answered, self);
    p->fields[i] = ask->kind == SALON_ASK_YES_NO ? p->controls[i] : salon_form_field_new (ask->field, _(ask->label), p->controls[i]);
    if (ask->hint != NULL)
      salon_form_field_set_hint (SALON_FORM_FIELD (p->fields[i]), _(ask->hint));
    gtk_grid_attach (p->grid, p->fields[i], place->column, place->line, place->width, 1);
  }
}

static void
add_buttons (SalonAskForm *self)
{
  SalonAskFormPrivate *p = private_of (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  p->save = gtk_button_new_with_label (C_ ("verb", "Save"));
  p->remove = gtk_button_new_with_label (C_ ("verb", "Remove"));
  gtk_widget_add_css_class (p->save, "suggested-action");
  gtk_widget_add_css_class (p->remove, "flat");
  gtk_widget_add_css_class (p->remove, "salon-quiet");
  gtk_widget_set_hexpand (p->save, TRUE);
  gtk_widget_set_halign (p->save, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), p->remove);
  gtk_box_append (GTK_BOX (box), p->save);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect (p->save, "clicked", G_CALLBACK (on_save), self);
  g_signal_connect (p->remove, "clicked", G_CALLBACK (on_remove), self);
}

/**
 * salon_ask_form_build:
 * @example: (transfer floating): stands below the questions
 *
 * Makes the questions; to be called once, when a form is made.
 */
void
salon_ask_form_build (SalonAskForm *self, SalonSession *session, GtkLabel *example)
{
  SalonAskFormPrivate *p = private_of (self);

  p->session = g_object_ref (session);
  add_asks (self);
  gtk_widget_set_parent (GTK_WIDGET (p->grid), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (example), GTK_WIDGET (self));
  add_buttons (self);
  g_signal_connect_object (salon_directory_of (session), "changed", G_CALLBACK (on_directory), self, 0);
}

/**
 * salon_ask_form_attach:
 * @control: (transfer floating): takes a whole line
 *
 * Asks for something that is no field of the entity.
 */
void
salon_ask_form_attach (SalonAskForm *self, const char *field, const char *label, GtkWidget *control, int line)
{
  gtk_grid_attach (private_of (self)->grid, salon_form_field_new (field, label, control), 0, line, 2, 1);
}

/**
 * salon_ask_form_get_entity:
 *
 * Returns: (transfer none) (nullable): as it is saved, or the first values of a new one
 */
gpointer
salon_ask_form_get_entity (SalonAskForm *self)
{
  return private_of (self)->entity;
}

/**
 * salon_ask_form_get_id:
 *
 * Returns: of what is shown; 0 = a new one, or nothing
 */
gint64
salon_ask_form_get_id (SalonAskForm *self)
{
  SalonAskFormPrivate *p = private_of (self);

  return p->entity != NULL ? salon_entity_get_id (p->entity) : 0;
}

/**
 * salon_ask_form_get_session:
 *
 * Returns: (transfer none): where it saves
 */
SalonSession *
salon_ask_form_get_session (SalonAskForm *self)
{
  return private_of (self)->session;
}

/**
 * salon_ask_form_get_control:
 *
 * Returns: (transfer none) (nullable): the first that asks for @field
 */
GtkWidget *
salon_ask_form_get_control (SalonAskForm *self, const char *field)
{
  SalonAskFormClass *klass = SALON_ASK_FORM_GET_CLASS (self);

  for (guint i = 0; i < klass->n_asks; i++)
    if (g_str_equal (klass->asks[i].ask.field, field))
      return private_of (self)->controls[i];
  return NULL;
}

/**
 * salon_ask_form_set_filling: what is changed now is not the user's answer
 */
void
salon_ask_form_set_filling (SalonAskForm *self, gboolean filling)
{
  private_of (self)->filling = filling;
}
