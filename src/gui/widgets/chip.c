/* A small rounded label with an icon and a colour that means something.  With an explanation it is a button that
 * opens it: "3 visits since 15 March: permanent." */
#include "gui/widgets/chip.h"
#include "gui/widgets/build.h"

struct _SalonChip {
  GtkWidget parent_instance;

  SalonTone tone;
  GtkWidget *content;
  GtkImage *icon;
  GtkLabel *text;
  GtkMenuButton *button; /* only with an explanation */
  GtkLabel *explanation;
};

G_DEFINE_FINAL_TYPE (SalonChip, salon_chip, GTK_TYPE_WIDGET)

static void
add_button (SalonChip *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *label = salon_wrapped_label_new (NULL, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 42);
  gtk_widget_add_css_class (popover, "salon-explanation");
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  self->explanation = GTK_LABEL (label);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_popover (self->button, popover);
  g_object_ref (self->content);
  gtk_widget_unparent (self->content);
  gtk_menu_button_set_child (self->button, self->content);
  g_object_unref (self->content);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  salon_set_accessible_label (self->button, gtk_label_get_text (self->text));
}

static void
salon_chip_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_chip_parent_class)->dispose (object);
}

static void
salon_chip_class_init (SalonChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_chip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_chip_init (SalonChip *self)
{
  self->content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (self->content, "content");
  gtk_image_set_pixel_size (self->icon, 12);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->text));
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), salon_tone_css_class (self->tone));
}

/**
 * salon_chip_new:
 * @icon_name: (nullable): a symbolic icon
 * @text: a translated word
 */
GtkWidget *
salon_chip_new (SalonTone tone, const char *icon_name, const char *text)
{
  SalonChip *self = g_object_new (SALON_TYPE_CHIP, NULL);

  salon_chip_set (self, tone, icon_name, text);
  return GTK_WIDGET (self);
}

/**
 * salon_chip_new_for_look:
 * @look: of a status or a visit state
 */
GtkWidget *
salon_chip_new_for_look (const SalonLook *look)
{
  return salon_chip_new (look->tone, look->icon_name, salon_look_label (look));
}

/**
 * salon_chip_set:
 * @icon_name: (nullable): a symbolic icon
 * @text: a translated word
 */
void
salon_chip_set (SalonChip *self, SalonTone tone, const char *icon_name, const char *text)
{
  g_return_if_fail (SALON_IS_CHIP (self));

  gtk_widget_remove_css_class (GTK_WIDGET (self), salon_tone_css_class (self->tone));
  self->tone = tone;
  gtk_widget_add_css_class (GTK_WIDGET (self), salon_tone_css_class (tone));
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
  gtk_label_set_text (self->text, text);
  salon_set_accessible_label (self, text);
  if (self->button != NULL)
    salon_set_accessible_label (self->button, text);
}

/**
 * salon_chip_set_look:
 * @look: of a status or a visit state
 */
void
salon_chip_set_look (SalonChip *self, const SalonLook *look)
{
  salon_chip_set (self, look->tone, look->icon_name, salon_look_label (look));
}

/**
 * salon_chip_set_explanation:
 * @explanation: (nullable): whole translated sentences; once given, the chip is a button that shows them
 */
void
salon_chip_set_explanation (SalonChip *self, const char *explanation)
{
  g_return_if_fail (SALON_IS_CHIP (self));

  if (self->button == NULL && explanation != NULL)
    add_button (self);
  if (self->button == NULL)
    return;
  gtk_label_set_text (self->explanation, explanation != NULL ? explanation : "");
  salon_set_tooltip (GTK_WIDGET (self), explanation);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), explanation != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  explanation != NULL ? explanation : "", -1);
}

/**
 * salon_chip_get_text:
 *
 * Returns: (transfer none): the word it shows
 */
const char *
salon_chip_get_text (SalonChip *self)
{
  g_return_val_if_fail (SALON_IS_CHIP (self), NULL);

  return gtk_label_get_text (self->text);
}
