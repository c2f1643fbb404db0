/* The ground of the side that is shown. */
#include "config.h"
#include "gui/pages/settings/design-ground.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/design-palette.h"
#include "gui/widgets/build.h"
#include "gui/widgets/color-field.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/picker.h"

struct _SalonDesignGround {
  GtkWidget parent_instance;

  SalonDesignModel *model;
  SalonColorField *fill;
  SalonColorField *fill_to;
  SalonPicker *gradient;
  GtkWidget *gradient_field;
  GtkWidget *choose;
  GtkWidget *remove;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (SalonDesignGround, salon_design_ground, GTK_TYPE_WIDGET)

static SalonCardBackground
ground_of (SalonDesignModel *model)
{
  SalonCardEditing *editing = salon_design_model_editing (model);

  return salon_card_design_background (salon_card_editing_design (editing), salon_card_editing_side (editing));
}

static void
take (SalonDesignModel *model, const SalonCardBackground *ground, const char *merge)
{
  SalonCardEditing *editing = salon_design_model_editing (model);

  salon_card_editing_apply (editing,
                            salon_card_design_set_background (salon_card_editing_design (editing), salon_card_editing_side (editing), ground, NULL),
                            merge);
}

static void
on_changed (SalonDesignGround *self)
{
  SalonCardBackground ground;

  if (self->showing || self->model == NULL)
    return;
  ground = ground_of (self->model);
  ground.fill = salon_color_field_get_rgba (self->fill) | 0xff;
  ground.fill_to = salon_color_field_get_rgba (self->fill_to);
  ground.gradient = (int) salon_picker_get_selected (self->gradient) - 1;
  take (self->model, &ground, "ground");
  salon_design_model_touch (self->model);
}

static void
on_picture (SalonDesignModel *model, const char *name)
{
  SalonCardBackground ground = ground_of (model);

  ground.picture = name;
  take (model, &ground, SALON_DESIGN_PICTURE);
}

static void
on_choose (GtkButton *button, SalonDesignGround *self)
{
  salon_design_choose_picture (GTK_WIDGET (self), self->model, on_picture);
}

static void
on_remove (GtkButton *button, SalonDesignGround *self)
{
  on_picture (self->model, "");
  salon_design_model_touch (self->model);
}

static void
on_model (SalonDesignModel *model, SalonDesignGround *self)
{
  SalonCardBackground ground = ground_of (model);
  gboolean has_picture = *ground.picture != '\0';

  self->showing = TRUE;
  salon_color_field_set_rgba (self->fill, ground.fill);
  salon_color_field_set_rgba (self->fill_to, ground.fill_to);
  salon_picker_set_selected (self->gradient, ground.gradient + 1);
  gtk_widget_set_visible (self->gradient_field, (ground.fill_to & 0xff) != 0);
  gtk_widget_set_visible (self->remove, has_picture);
  gtk_button_set_label (GTK_BUTTON (self->choose), has_picture ? _("Another picture …") : _("Choose a picture …"));
  self->showing = FALSE;
}

/* ---- object */

static void
salon_design_ground_dispose (GObject *object)
{
  salon_design_ground_set_model (SALON_DESIGN_GROUND (object), NULL);
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_design_ground_parent_class)->dispose (object);
}

static void
salon_design_ground_class_init (SalonDesignGroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_design_ground_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
gradient_new (SalonDesignGround *self)
{
  static const char *const labels[] = { N_("To the right"), N_("Downwards"), N_("Diagonally") };
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (i + 1, _(labels[i]), NULL, SALON_PICK_NO_COLOR);

    g_list_store_append (items, item);
  }
  self->gradient = SALON_PICKER (salon_picker_new (_("Direction"), NULL));
  salon_picker_set_items (self->gradient, G_LIST_MODEL (items));
  self->gradient_field = salon_form_field_new ("gradient", _("Direction"), GTK_WIDGET (self->gradient));
  return self->gradient_field;
}

static GtkWidget *
picture_new (SalonDesignGround *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->choose = gtk_button_new_with_label (_("Choose a picture …"));
  self->remove = gtk_button_new_with_label (_("Remove the picture"));
  gtk_widget_add_css_class (self->remove, "salon-quiet");
  gtk_box_append (GTK_BOX (box), self->choose);
  gtk_box_append (GTK_BOX (box), self->remove);
  g_signal_connect (self->choose, "clicked", G_CALLBACK (on_choose), self);
  g_signal_connect (self->remove, "clicked", G_CALLBACK (on_remove), self);
  return salon_form_field_new ("picture", _("Picture over the whole side"), box);
}

static void
salon_design_ground_init (SalonDesignGround *self)
{
  GtkWidget *grid = gtk_grid_new ();

  self->fill = SALON_COLOR_FIELD (salon_color_field_new (_("Ground"), NULL));
  self->fill_to = SALON_COLOR_FIELD (salon_color_field_new (_("Fades to"), _("Plain")));
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  gtk_grid_attach (GTK_GRID (grid), salon_form_field_new ("fill", _("Ground"), GTK_WIDGET (self->fill)), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), salon_form_field_new ("fill_to", _("Fades to"), GTK_WIDGET (self->fill_to)), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), gradient_new (self), 0, 1, 2, 1);
  gtk_grid_attach (GTK_GRID (grid), picture_new (self), 0, 2, 2, 1);
  g_signal_connect_swapped (self->fill, "notify::rgba", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->fill_to, "notify::rgba", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->gradient, "notify::selected", G_CALLBACK (on_changed), self);
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
}

/**
 * salon_design_ground_new:
 */
GtkWidget *
salon_design_ground_new (void)
{
  return g_object_new (SALON_TYPE_DESIGN_GROUND, NULL);
}

/**
 * salon_design_ground_set_model:
 * @model: (transfer none) (nullable):
 */
void
salon_design_ground_set_model (SalonDesignGround *self, SalonDesignModel *model)
{
  g_return_if_fail (SALON_IS_DESIGN_GROUND (self));

  salon_design_model_follow (&self->model, model, (SalonDesignFollower) on_model, self);
}

/**
 * salon_design_ground_set_used: the colours that are offered first
 */
void
salon_design_ground_set_used (SalonDesignGround *self, const guint32 *colors, guint n_colors)
{
  g_return_if_fail (SALON_IS_DESIGN_GROUND (self));

  salon_color_field_set_used (self->fill, colors, n_colors);
  salon_color_field_set_used (self->fill_to, colors, n_colors);
}
