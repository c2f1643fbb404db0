/* One thing to know.  Across: name at the left, value beside it, for lists of facts.  Upright: a small name above a
 * large value, for balances and counts. */
#include "gui/widgets/fact.h"
#include "gui/widgets/build.h"

#define NAME_WIDTH_CHARS 11

struct _SalonFact {
  GtkWidget parent_instance;

  GtkOrientation orientation;
  GtkLabel *name;
  GtkLabel *value;
  GtkWidget *widget;
};

enum { PROP_0, PROP_ORIENTATION, PROP_NAME, PROP_VALUE, N_PROPS };

G_DEFINE_FINAL_TYPE_WITH_CODE (SalonFact, salon_fact, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ORIENTABLE, NULL))

static void
update_accessible (SalonFact *self)
{
  /* read as one: "Bonus 120" */
  g_autofree char *text = g_strdup_printf ("%s %s", gtk_label_get_text (self->name), gtk_label_get_text (self->value));

  salon_set_accessible_label (self, text);
}

static void
set_orientation (SalonFact *self, GtkOrientation orientation)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gboolean upright = orientation == GTK_ORIENTATION_VERTICAL;

  self->orientation = orientation;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), orientation);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), upright ? 1 : 12);
  salon_set_css_class (GTK_WIDGET (self), "upright", upright);
  gtk_label_set_width_chars (self->name, upright ? -1 : NAME_WIDTH_CHARS);
  gtk_label_set_max_width_chars (self->name, upright ? -1 : NAME_WIDTH_CHARS);
  gtk_widget_set_valign (GTK_WIDGET (self->name), upright ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->value), upright ? GTK_ALIGN_FILL : GTK_ALIGN_START);
}

static void
salon_fact_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SalonFact *self = SALON_FACT (object);

  if (id == PROP_ORIENTATION)
    g_value_set_enum (value, self->orientation);
  else
    g_value_set_string (value, gtk_label_get_text (id == PROP_NAME ? self->name : self->value));
}

static void
salon_fact_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SalonFact *self = SALON_FACT (object);

  if (id == PROP_ORIENTATION) {
    set_orientation (self, g_value_get_enum (value));
  } else if (id == PROP_NAME) {
    gtk_label_set_text (self->name, g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
    update_accessible (self);
  } else {
    salon_fact_set_value (self, g_value_get_string (value));
  }
}

static void
salon_fact_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_fact_parent_class)->dispose (object);
}

static void
salon_fact_class_init (SalonFactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = salon_fact_get_property;
  object_class->set_property = salon_fact_set_property;
  object_class->dispose = salon_fact_dispose;

  g_object_class_override_property (object_class, PROP_ORIENTATION, "orientation");
  g_object_class_install_property (object_class, PROP_NAME,
                                   g_param_spec_string ("label", NULL, NULL, NULL,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_VALUE,
                                   g_param_spec_string ("value", NULL, NULL, NULL,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "fact");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_fact_init (SalonFact *self)
{
  self->name = GTK_LABEL (salon_wrapped_label_new (NULL, "name"));
  self->value = GTK_LABEL (salon_wrapped_label_new (NULL, "value"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->value), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->name), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->value), GTK_WIDGET (self));
  set_orientation (self, GTK_ORIENTATION_HORIZONTAL);
}

/**
 * salon_fact_new:
 * @name: what it is, translated
 */
GtkWidget *
salon_fact_new (GtkOrientation orientation, const char *name)
{
  return g_object_new (SALON_TYPE_FACT, "orientation", orientation, "label", name, NULL);
}

/**
 * salon_fact_set_value:
 * @value: (nullable): how it stands; %NULL shows a dash
 */
void
salon_fact_set_value (SalonFact *self, const char *value)
{
  g_return_if_fail (SALON_IS_FACT (self));

  gtk_label_set_text (self->value, value != NULL ? value : "–");
  salon_set_css_class (GTK_WIDGET (self->value), "salon-secondary", value == NULL);
  update_accessible (self);
}

/**
 * salon_fact_set_widget:
 * @widget: (transfer floating): stands in the place of the value, as a field that is edited in place
 */
void
salon_fact_set_widget (SalonFact *self, GtkWidget *widget)
{
  g_return_if_fail (SALON_IS_FACT (self));

  g_clear_pointer (&self->widget, gtk_widget_unparent);
  self->widget = widget;
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_valign (widget, GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self->value), FALSE);
  gtk_widget_insert_before (widget, GTK_WIDGET (self), NULL);
}

/**
 * salon_fact_get_value:
 *
 * Returns: (transfer none): the text that is shown
 */
const char *
salon_fact_get_value (SalonFact *self)
{
  g_return_val_if_fail (SALON_IS_FACT (self), NULL);

  return gtk_label_get_text (self->value);
}
