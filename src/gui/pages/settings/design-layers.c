/* The list mirrors the card: whoever cannot see it finds every element here, by name. */
#include "config.h"
#include "gui/pages/settings/design-layers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/parts/order-row.h"
#include "gui/widgets/build.h"

#define SALON_TYPE_DESIGN_LAYER (salon_design_layer_get_type ())
G_DECLARE_FINAL_TYPE (SalonDesignLayer, salon_design_layer, SALON, DESIGN_LAYER, SalonOrderRow)

struct _SalonDesignLayer {
  SalonOrderRow parent_instance;

  guint id;
  GtkImage *icon;
  GtkLabel *title;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (SalonDesignLayer, salon_design_layer, SALON_TYPE_ORDER_ROW)

struct _SalonDesignLayers {
  GtkWidget parent_instance;

  SalonDesignModel *model;
  GtkListBox *list;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (SalonDesignLayers, salon_design_layers, GTK_TYPE_WIDGET)

/* ---- a row */

static const char *const icons[] = {
  NULL, "salon-text-symbolic", "salon-barcode-symbolic", "salon-user-symbolic", "salon-star-symbolic",
  "salon-picture-symbolic", "salon-rect-symbolic", "salon-ellipse-symbolic", "salon-line-symbolic",
};

/**
 * salon_design_icon:
 *
 * Returns: (transfer none): the icon of elements of that kind
 */
const char *
salon_design_icon (SalonCardElementKind kind)
{
  return icons[kind];
}

/* The label of the field that the braces at @text name. */
static const char *
field_at (const char *text, gsize *length)
{
  guint n = 0;
  const SalonCardField *fields = salon_card_fields (&n);

  for (guint i = 0; i < n; i++) {
    *length = strlen (fields[i].name) + 2;
    if (strncmp (text + 1, fields[i].name, *length - 2) == 0 && text[*length - 1] == '}')
      return _(fields[i].label);
  }
  return NULL;
}

/**
 * salon_design_title:
 *
 * Returns: (transfer full): what an element is called for people, in one line: a field by its name, between words in braces
 */
char *
salon_design_title (const SalonCardElement *element)
{
  g_autofree char *title = salon_card_element_title (element);
  GString *text = g_string_new (NULL);
  gsize whole = 0;

  if (*title == '{' && field_at (title, &whole) != NULL && title[whole] == '\0')
    return g_string_free (g_string_append (text, field_at (title, &whole)), FALSE);
  for (const char *at = title; *at != '\0';) {
    gsize length = 1;
    const char *label = *at == '{' ? field_at (at, &length) : NULL;

    if (label != NULL)
      g_string_append_printf (text, "{%s}", label);
    else
      g_string_append_len (text, *at == '\n' ? " " : at, (gssize) (length = (gsize) (g_utf8_next_char (at) - at)));
    at += length;
  }
  return g_string_free (text, FALSE);
}

static gint64
get_id (SalonOrderRow *row)
{
  return SALON_DESIGN_LAYER (row)->id;
}

static void
salon_design_layer_class_init (SalonDesignLayerClass *klass)
{
  SALON_ORDER_ROW_CLASS (klass)->get_id = get_id;
}

static void
salon_design_layer_init (SalonDesignLayer *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *handle = gtk_image_new_from_icon_name ("salon-drag-symbolic");

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->title = GTK_LABEL (salon_label_new (NULL, NULL));
  self->problem = gtk_image_new_from_icon_name ("salon-alert-symbolic");
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (self->problem, "problem");
  gtk_widget_add_css_class (handle, "handle");
  salon_set_tooltip (handle, _("Drag, or Alt+Up and Alt+Down"));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (line), self->problem);
  gtk_box_append (GTK_BOX (line), handle);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
  salon_order_row_set_handle (SALON_ORDER_ROW (self), handle);
}

static const char *
problem_of (GPtrArray *problems, guint id)
{
  for (guint i = 0; i < problems->len; i++) {
    const SalonCardProblem *problem = problems->pdata[i];

    if (problem->element == id)
      return problem->sentence;
  }
  return NULL;
}

static void
show_element (SalonDesignLayer *self, const SalonCardElement *element, const char *problem)
{
  g_autofree char *title = salon_design_title (element);

  gtk_image_set_from_icon_name (self->icon, salon_design_icon ((SalonCardElementKind) element->kind));
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (self->problem, problem != NULL);
  salon_set_tooltip (self->problem, problem);
  salon_set_accessible_label (self, title);
}

/* ---- the list */

static void
on_moved (SalonOrderRow *row, SalonDesignLayers *self)
{
  SalonCardEditing *editing = salon_design_model_editing (self->model);
  guint n = salon_card_design_n_elements (salon_card_editing_design (editing), salon_card_editing_side (editing));

  salon_card_editing_place (editing, (guint) salon_order_row_get_id (row),
                            n - 1 - (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  salon_design_model_touch (self->model);
}

static SalonDesignLayer *
row_at (SalonDesignLayers *self, guint id, int index)
{
  SalonDesignLayer *row = salon_order_row_settle (self->list, id, index);

  if (row != NULL)
    return row;
  row = g_object_new (SALON_TYPE_DESIGN_LAYER, NULL);
  row->id = id;
  g_signal_connect (row, "moved", G_CALLBACK (on_moved), self);
  gtk_list_box_insert (self->list, GTK_WIDGET (row), index);
  return row;
}

static void
show_layers (SalonDesignLayers *self)
{
  SalonCardEditing *editing = salon_design_model_editing (self->model);
  SalonCardDesign *design = salon_card_editing_design (editing);
  SalonCardSide side = salon_card_editing_side (editing);
  GPtrArray *problems = salon_design_model_problems (self->model);
  guint n = salon_card_design_n_elements (design, side);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++) {
    gint64 id = salon_card_design_element (design, side, i)->id;

    g_array_append_val (ids, id);
  }
  self->showing = TRUE;
  salon_order_keep (self->list, ids);
  for (guint i = 0; i < n; i++) {
    const SalonCardElement *element = salon_card_design_element (design, side, n - 1 - i);
    SalonDesignLayer *row = row_at (self, element->id, (int) i);

    show_element (row, element, problem_of (problems, element->id));
    if (salon_card_editing_is_selected (editing, element->id))
      gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
    else
      gtk_list_box_unselect_row (self->list, GTK_LIST_BOX_ROW (row));
  }
  self->showing = FALSE;
}

static void
add_id (GtkListBox *list, GtkListBoxRow *row, gpointer ids)
{
  guint id = SALON_DESIGN_LAYER (row)->id;

  g_array_append_val (ids, id);
}

static void
on_selected (GtkListBox *list, SalonDesignLayers *self)
{
  g_autoptr (GArray) ids = NULL;

  if (self->showing || self->model == NULL)
    return;
  ids = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_list_box_selected_foreach (list, add_id, ids);
  salon_card_editing_select_many (salon_design_model_editing (self->model), (const guint *) (gconstpointer) ids->data, ids->len, FALSE);
  salon_design_model_touch (self->model);
}

static void
on_model (SalonDesignModel *model, SalonDesignLayers *self)
{
  show_layers (self);
}

/* ---- object */

static void
salon_design_layers_dispose (GObject *object)
{
  salon_design_layers_set_model (SALON_DESIGN_LAYERS (object), NULL);
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_design_layers_parent_class)->dispose (object);
}

static void
salon_design_layers_class_init (SalonDesignLayersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_design_layers_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_design_layers_init (SalonDesignLayers *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_MULTIPLE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_list_box_set_placeholder (self->list, salon_wrapped_label_new (_("Nothing is on this side yet. Add a text, a photo or a code."), "salon-nothing"));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-layers");
  salon_set_accessible_label (self->list, _("Layers"));
  g_signal_connect (self->list, "selected-rows-changed", G_CALLBACK (on_selected), self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

/**
 * salon_design_layers_new:
 */
GtkWidget *
salon_design_layers_new (void)
{
  return g_object_new (SALON_TYPE_DESIGN_LAYERS, NULL);
}

/**
 * salon_design_layers_set_model:
 * @model: (transfer none) (nullable):
 */
void
salon_design_layers_set_model (SalonDesignLayers *self, SalonDesignModel *model)
{
  g_return_if_fail (SALON_IS_DESIGN_LAYERS (self));

  salon_design_model_follow (&self->model, model, (SalonDesignFollower) on_model, self);
}
