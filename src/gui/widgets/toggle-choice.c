/* One of a few.  A value that none of the buttons stands for leaves them all up. */
#include "gui/widgets/toggle-choice.h"

#include "gui/widgets/build.h"

#define VALUE_KEY "salon-value"

struct _SalonToggleChoice {
  GtkWidget parent_instance;

  gint64 selected;
  gboolean setting;
};

enum { PROP_0, PROP_SELECTED, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SalonToggleChoice, salon_toggle_choice, GTK_TYPE_WIDGET)

static gint64
value_of (GtkWidget *button)
{
  return *(const gint64 *) g_object_get_data (G_OBJECT (button), VALUE_KEY);
}

static void
show (SalonToggleChoice *self)
{
  self->setting = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), value_of (child) == self->selected);
  self->setting = FALSE;
}

static void
on_toggled (GtkToggleButton *button, SalonToggleChoice *self)
{
  if (self->setting)
    return;
  if (!gtk_toggle_button_get_active (button))
    show (self); /* pressed once more: it stays down */
  else
    salon_toggle_choice_set_selected (self, value_of (GTK_WIDGET (button)));
}

static void
salon_toggle_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int64 (value, SALON_TOGGLE_CHOICE (object)->selected);
}

static void
salon_toggle_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  salon_toggle_choice_set_selected (SALON_TOGGLE_CHOICE (object), g_value_get_int64 (value));
}

static void
salon_toggle_choice_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_toggle_choice_parent_class)->dispose (object);
}

static void
salon_toggle_choice_class_init (SalonToggleChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = salon_toggle_choice_get_property;
  object_class->set_property = salon_toggle_choice_set_property;
  object_class->dispose = salon_toggle_choice_dispose;
  props[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, G_MININT64, G_MAXINT64, G_MININT64,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "togglechoice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
salon_toggle_choice_init (SalonToggleChoice *self)
{
  self->selected = G_MININT64;
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-toggles");
}

/**
 * salon_toggle_choice_new:
 * @label: what is chosen, for who cannot see it
 */
GtkWidget *
salon_toggle_choice_new (const char *label)
{
  GtkWidget *self = g_object_new (SALON_TYPE_TOGGLE_CHOICE, NULL);

  salon_set_accessible_label (self, label);
  return self;
}

/**
 * salon_toggle_choice_append:
 * @icon_name: (nullable): instead of the text, which is its tooltip then
 * @text: translated
 */
void
salon_toggle_choice_append (SalonToggleChoice *self, gint64 value, const char *icon_name, const char *text)
{
  GtkWidget *button = gtk_toggle_button_new ();

  g_return_if_fail (SALON_IS_TOGGLE_CHOICE (self));

  if (icon_name != NULL) {
    gtk_button_set_icon_name (GTK_BUTTON (button), icon_name);
    salon_set_tooltip (button, text);
  } else {
    gtk_button_set_label (GTK_BUTTON (button), text);
  }
  salon_set_accessible_label (button, text);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "salon-small-toggle");
  g_object_set_data_full (G_OBJECT (button), VALUE_KEY, g_memdup2 (&value, sizeof value), g_free);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), value == self->selected);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

/**
 * salon_toggle_choice_set_offered:
 * @offered: whether the value can be chosen now
 */
void
salon_toggle_choice_set_offered (SalonToggleChoice *self, gint64 value, gboolean offered)
{
  g_return_if_fail (SALON_IS_TOGGLE_CHOICE (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (value_of (child) == value)
      gtk_widget_set_visible (child, offered);
}

/**
 * salon_toggle_choice_set_selected:
 */
void
salon_toggle_choice_set_selected (SalonToggleChoice *self, gint64 value)
{
  g_return_if_fail (SALON_IS_TOGGLE_CHOICE (self));

  if (self->selected == value)
    return;
  self->selected = value;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

/**
 * salon_toggle_choice_get_selected:
 *
 * Returns: the value of the button that is down
 */
gint64
salon_toggle_choice_get_selected (SalonToggleChoice *self)
{
  g_return_val_if_fail (SALON_IS_TOGGLE_CHOICE (self), 0);

  return self->selected;
}
