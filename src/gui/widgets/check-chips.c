/* A line of toggles that goes on in the next line. */
#include "gui/widgets/check-chips.h"
#include "gui/widgets/build.h"
#include "gui/widgets/wrap-layout.h"

#define VALUE_KEY "salon-value"

struct _SalonCheckChips {
  GtkWidget parent_instance;

  gboolean setting;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonCheckChips, salon_check_chips, GTK_TYPE_WIDGET)

static gint64
value_of (GtkWidget *chip)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (chip), VALUE_KEY);
}

static void
on_toggled (GtkToggleButton *chip, SalonCheckChips *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
salon_check_chips_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_check_chips_parent_class)->dispose (object);
}

static void
salon_check_chips_class_init (SalonCheckChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_check_chips_dispose;

  /**
   * SalonCheckChips::changed: the user chose one more or one less
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "checkchips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_check_chips_init (SalonCheckChips *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), salon_wrap_layout_new (6, 6));
}

/**
 * salon_check_chips_new:
 * @label: what is chosen, for screen readers
 */
GtkWidget *
salon_check_chips_new (const char *label)
{
  SalonCheckChips *self = g_object_new (SALON_TYPE_CHECK_CHIPS, NULL);

  salon_set_accessible_label (self, label);
  return GTK_WIDGET (self);
}

/**
 * salon_check_chips_append:
 * @text: translated
 */
void
salon_check_chips_append (SalonCheckChips *self, gint64 value, const char *text)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (text);

  g_return_if_fail (SALON_IS_CHECK_CHIPS (self));

  g_object_set_data_full (G_OBJECT (chip), VALUE_KEY, g_memdup2 (&value, sizeof value), g_free);
  g_signal_connect (chip, "toggled", G_CALLBACK (on_toggled), self);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
}

/**
 * salon_check_chips_set_values:
 * @values: (nullable) (array length=n_values): those that are chosen; SalonCheckChips::changed is not emitted
 */
void
salon_check_chips_set_values (SalonCheckChips *self, const gint64 *values, guint n_values)
{
  g_return_if_fail (SALON_IS_CHECK_CHIPS (self));

  self->setting = TRUE;
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip)) {
    gboolean found = FALSE;

    for (guint i = 0; i < n_values && !found; i++)
      found = values[i] == value_of (chip);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), found);
  }
  self->setting = FALSE;
}

/**
 * salon_check_chips_get_values:
 *
 * Returns: (transfer full) (element-type gint64): the chosen ones in their order
 */
GArray *
salon_check_chips_get_values (SalonCheckChips *self)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (SALON_IS_CHECK_CHIPS (self), values);

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip)) {
    gint64 value = value_of (chip);

    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
      g_array_append_val (values, value);
  }
  return values;
}
