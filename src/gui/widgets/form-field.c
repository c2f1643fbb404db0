/* A place in a form.  The name of a field is that of the field table, so that a refusal of the services finds its
 * place by itself: salon_form_mark(). */
#include "gui/widgets/form-field.h"
#include "base/error.h"
#include "gui/widgets/build.h"

struct _SalonFormField {
  GtkWidget parent_instance;

  char *name;
  GtkLabel *label;
  GtkWidget *control;
  GtkLabel *hint;
  GtkLabel *error;
};

enum { PROP_0, PROP_NAME, PROP_LABEL, PROP_HINT, N_PROPS };

static void salon_form_field_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SalonFormField, salon_form_field, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, salon_form_field_buildable_init))

static void
set_control (SalonFormField *self, GtkWidget *control)
{
  self->control = control;
  gtk_label_set_mnemonic_widget (self->label, control);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL, -1);
  gtk_widget_insert_after (control, GTK_WIDGET (self), GTK_WIDGET (self->label));
}

static void
salon_form_field_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  GtkBuildableIface *parent = g_type_interface_peek_parent (GTK_BUILDABLE_GET_IFACE (buildable));

  if (type == NULL && GTK_IS_WIDGET (child))
    set_control (SALON_FORM_FIELD (buildable), GTK_WIDGET (child));
  else
    parent->add_child (buildable, builder, child, type);
}

static void
salon_form_field_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = salon_form_field_add_child;
}

static gboolean
salon_form_field_grab_focus (GtkWidget *widget)
{
  SalonFormField *self = SALON_FORM_FIELD (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* who is typing goes on where she is: nothing becomes selected */
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    return TRUE;
  return self->control != NULL && gtk_widget_grab_focus (self->control);
}

static void
salon_form_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SalonFormField *self = SALON_FORM_FIELD (object);

  if (id == PROP_NAME)
    g_value_set_string (value, self->name);
  else
    g_value_set_string (value, gtk_label_get_text (id == PROP_LABEL ? self->label : self->hint));
}

static void
salon_form_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SalonFormField *self = SALON_FORM_FIELD (object);

  if (id == PROP_NAME) {
    g_free (self->name);
    self->name = g_value_dup_string (value);
  } else if (id == PROP_LABEL) {
    gtk_label_set_text (self->label, g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
  } else {
    salon_form_field_set_hint (self, g_value_get_string (value));
  }
}

static void
salon_form_field_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_form_field_parent_class)->dispose (object);
}

static void
salon_form_field_finalize (GObject *object)
{
  g_free (SALON_FORM_FIELD (object)->name);
  G_OBJECT_CLASS (salon_form_field_parent_class)->finalize (object);
}

static void
salon_form_field_class_init (SalonFormFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const char *const names[] = { NULL, "field", "label", "hint" };

  object_class->get_property = salon_form_field_get_property;
  object_class->set_property = salon_form_field_set_property;
  object_class->dispose = salon_form_field_dispose;
  object_class->finalize = salon_form_field_finalize;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_form_field_grab_focus;

  for (guint i = 1; i < N_PROPS; i++)
    g_object_class_install_property (object_class, i,
                                     g_param_spec_string (names[i], NULL, NULL, NULL,
                                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "formfield");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_form_field_init (SalonFormField *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->label = GTK_LABEL (salon_wrapped_label_new (NULL, "label"));
  self->error = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-error-text"));
  self->hint = GTK_LABEL (salon_wrapped_label_new (NULL, "hint"));
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->error), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->hint), GTK_WIDGET (self));
}

static void
each_field (GtkWidget *widget, void (*visit) (SalonFormField *field, gpointer data), gpointer data)
{
  if (SALON_IS_FORM_FIELD (widget))
    visit (SALON_FORM_FIELD (widget), data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    each_field (child, visit, data);
}

static void
clear_error (SalonFormField *field, gpointer data)
{
  salon_form_field_set_error (field, NULL);
}

typedef struct {
  const char *name;
  const char *sentence;
  gboolean found;
} Mark;

static void
mark_if_named (SalonFormField *field, gpointer data)
{
  Mark *mark = data;

  if (mark->found || g_strcmp0 (field->name, mark->name) != 0 || !gtk_widget_get_visible (GTK_WIDGET (field)))
    return;
  mark->found = TRUE;
  salon_form_field_set_error (field, mark->sentence);
  gtk_widget_grab_focus (GTK_WIDGET (field));
}

/**
 * salon_form_field_new:
 * @name: (nullable): of the field table ("birth_year")
 * @label: what is asked, translated
 * @control: (transfer floating): what answers
 */
GtkWidget *
salon_form_field_new (const char *name, const char *label, GtkWidget *control)
{
  SalonFormField *self = g_object_new (SALON_TYPE_FORM_FIELD, "field", name, "label", label, NULL);

  set_control (self, control);
  return GTK_WIDGET (self);
}

/**
 * salon_form_field_set_hint:
 * @hint: (nullable): what helps to fill it, a whole sentence
 */
void
salon_form_field_set_hint (SalonFormField *self, const char *hint)
{
  g_return_if_fail (SALON_IS_FORM_FIELD (self));

  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

/**
 * salon_form_field_set_error:
 * @sentence: (nullable): what is wrong
 */
void
salon_form_field_set_error (SalonFormField *self, const char *sentence)
{
  g_return_if_fail (SALON_IS_FORM_FIELD (self));

  gtk_label_set_text (self->error, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), sentence != NULL);
  salon_set_css_class (GTK_WIDGET (self), "error", sentence != NULL);
}

/**
 * salon_form_field_get_error:
 *
 * Returns: (transfer none) (nullable): what is said to be wrong
 */
const char *
salon_form_field_get_error (SalonFormField *self)
{
  g_return_val_if_fail (SALON_IS_FORM_FIELD (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->error)) ? gtk_label_get_text (self->error) : NULL;
}

/**
 * salon_form_field_get_name:
 *
 * Returns: (transfer none) (nullable): the name of the field table
 */
const char *
salon_form_field_get_name (SalonFormField *self)
{
  g_return_val_if_fail (SALON_IS_FORM_FIELD (self), NULL);

  return self->name;
}

/**
 * salon_form_field_get_control:
 *
 * Returns: (transfer none): what answers
 */
GtkWidget *
salon_form_field_get_control (SalonFormField *self)
{
  g_return_val_if_fail (SALON_IS_FORM_FIELD (self), NULL);

  return self->control;
}

/**
 * salon_form_mark:
 * @form: any widget with fields in it
 * @error: a refusal
 *
 * Shows a refusal at the field that it concerns and puts the focus there; older marks go.  Of several fields of one name it
 * is the one that is shown.
 *
 * Returns: whether the field was found; if not, the caller shows the message elsewhere
 */
gboolean
salon_form_mark (GtkWidget *form, const GError *error)
{
  Mark mark = { salon_error_get_field (error), error->message, FALSE };

  salon_form_clear_errors (form);
  if (mark.name != NULL)
    each_field (form, mark_if_named, &mark);
  return mark.found;
}

/**
 * salon_form_clear_errors:
 * @form: any widget with fields in it
 */
void
salon_form_clear_errors (GtkWidget *form)
{
  each_field (form, clear_error, NULL);
}
