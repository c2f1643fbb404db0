/* A line of small buttons above the properties. */
#include "config.h"
#include "gui/pages/settings/design-arrange.h"

#include <glib/gi18n-lib.h>

#include "gui/widgets/build.h"

#define DOWN   (SALON_CARD_ALIGN_BOTTOM + 2)
#define ACROSS (SALON_CARD_ALIGN_BOTTOM + 1)

static const struct {
  int verb; /* a SalonCardAlign, or one of the two above */
  const char *icon_name;
  const char *label;
} verbs[] = {
  { SALON_CARD_ALIGN_LEFT, "salon-edge-left-symbolic", N_("Left edges on one line") },
  { SALON_CARD_ALIGN_CENTRE, "salon-edge-centre-symbolic", N_("Centred from left to right") },
  { SALON_CARD_ALIGN_RIGHT, "salon-edge-right-symbolic", N_("Right edges on one line") },
  { SALON_CARD_ALIGN_TOP, "salon-edge-top-symbolic", N_("Upper edges on one line") },
  { SALON_CARD_ALIGN_MIDDLE, "salon-edge-middle-symbolic", N_("Centred from top to bottom") },
  { SALON_CARD_ALIGN_BOTTOM, "salon-edge-bottom-symbolic", N_("Lower edges on one line") },
  { ACROSS, "salon-spread-across-symbolic", N_("The same gaps from left to right") },
  { DOWN, "salon-spread-down-symbolic", N_("The same gaps from top to bottom") },
};

struct _SalonDesignArrange {
  GtkWidget parent_instance;

  SalonDesignModel *model;
  GtkWidget *buttons[G_N_ELEMENTS (verbs)];
};

G_DEFINE_FINAL_TYPE (SalonDesignArrange, salon_design_arrange, GTK_TYPE_WIDGET)

static void
on_clicked (GtkWidget *button, SalonDesignArrange *self)
{
  SalonCardEditing *editing = salon_design_model_editing (self->model);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++) {
    if (self->buttons[i] != button)
      continue;
    if (verbs[i].verb <= SALON_CARD_ALIGN_BOTTOM)
      salon_card_editing_align (editing, (SalonCardAlign) verbs[i].verb);
    else
      salon_card_editing_distribute (editing, verbs[i].verb == DOWN);
  }
  salon_design_model_touch (self->model);
}

static void
on_model (SalonDesignModel *model, SalonDesignArrange *self)
{
  guint n = 0;

  salon_card_editing_selection (salon_design_model_editing (model), &n);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_set_sensitive (self->buttons[i], verbs[i].verb <= SALON_CARD_ALIGN_BOTTOM || n > 2);
}

static void
salon_design_arrange_dispose (GObject *object)
{
  salon_design_arrange_set_model (SALON_DESIGN_ARRANGE (object), NULL);
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_design_arrange_parent_class)->dispose (object);
}

static void
salon_design_arrange_class_init (SalonDesignArrangeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_design_arrange_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "designarrange");
}

static void
salon_design_arrange_init (SalonDesignArrange *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++) {
    self->buttons[i] = salon_icon_button_new (verbs[i].icon_name, _(verbs[i].label));
    gtk_widget_set_hexpand (self->buttons[i], TRUE);
    g_signal_connect (self->buttons[i], "clicked", G_CALLBACK (on_clicked), self);
    gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
  }
}

/**
 * salon_design_arrange_new:
 */
GtkWidget *
salon_design_arrange_new (void)
{
  return g_object_new (SALON_TYPE_DESIGN_ARRANGE, NULL);
}

/**
 * salon_design_arrange_set_model:
 * @model: (transfer none) (nullable):
 */
void
salon_design_arrange_set_model (SalonDesignArrange *self, SalonDesignModel *model)
{
  g_return_if_fail (SALON_IS_DESIGN_ARRANGE (self));

  salon_design_model_follow (&self->model, model, (SalonDesignFollower) on_model, self);
}
