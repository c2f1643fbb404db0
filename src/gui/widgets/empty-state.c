/* What stands where nothing is yet.  AdwStatusPage fills a whole page with a 128 px icon; this one also fits
 * into a card. */
#include "gui/widgets/empty-state.h"

struct _SalonEmptyState {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *text;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (SalonEmptyState, salon_empty_state, GTK_TYPE_WIDGET)

static GtkLabel *
append_label (SalonEmptyState *self, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (label, 46);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (label));
  return label;
}

static void
salon_empty_state_dispose (GObject *object)
{
  SalonEmptyState *self = SALON_EMPTY_STATE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (salon_empty_state_parent_class)->dispose (object);
}

static void
salon_empty_state_class_init (SalonEmptyStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = salon_empty_state_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_empty_state_init (SalonEmptyState *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_halign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-empty");
}

/**
 * salon_empty_state_new:
 * @icon_name: (nullable): a symbolic icon
 * @title: what is not there, a short translated phrase
 * @text: (nullable): what to do next, a whole translated sentence
 */
GtkWidget *
salon_empty_state_new (const char *icon_name, const char *title, const char *text)
{
  SalonEmptyState *self = g_object_new (SALON_TYPE_EMPTY_STATE, NULL);
  GtkWidget *icon;

  if (icon_name != NULL) {
    icon = gtk_image_new_from_icon_name (icon_name);
    gtk_image_set_pixel_size (GTK_IMAGE (icon), 32);
    gtk_widget_set_halign (icon, GTK_ALIGN_CENTER);
    gtk_widget_set_margin_bottom (icon, 6);
    gtk_widget_add_css_class (icon, "salon-medallion");
    gtk_box_append (GTK_BOX (self->box), icon);
  }
  self->title = append_label (self, "salon-title");
  self->text = append_label (self, "salon-secondary");
  salon_empty_state_set_text (self, title, text);
  return GTK_WIDGET (self);
}

/**
 * salon_empty_state_set_text:
 * @title: what is not there
 * @text: (nullable): what to do next
 */
void
salon_empty_state_set_text (SalonEmptyState *self, const char *title, const char *text)
{
  g_return_if_fail (SALON_IS_EMPTY_STATE (self));

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/**
 * salon_empty_state_set_action:
 * @label: (nullable): the words of the button; %NULL takes it away
 * @detailed_action: the action with its target, as in "clients.new"
 *
 * The one thing to do from here, as a button.
 */
void
salon_empty_state_set_action (SalonEmptyState *self, const char *label, const char *detailed_action)
{
  g_return_if_fail (SALON_IS_EMPTY_STATE (self));

  if (self->button != NULL) {
    gtk_box_remove (GTK_BOX (self->box), GTK_WIDGET (self->button));
    self->button = NULL;
  }
  if (label == NULL)
    return;
  self->button = GTK_BUTTON (gtk_button_new_with_label (label));
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (GTK_WIDGET (self->button), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "pill");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), detailed_action);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->button));
}
