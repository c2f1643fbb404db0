/* Makes and fills the cells of a column.  Items may come later than their rows: an item with a property "item" is shown
 * again when that is notified. */
#include "gui/widgets/table-column.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"

#define COLUMN_KEY   "salon-column"
#define HEAD_PADDING 20 /* left and right of a title, with a little air */
#define HEAD_ARROW   22 /* shows the order */
#define HEAD_PERCENT 92 /* heads are a little smaller than the rest */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, SalonTableColumn *self)
{
  GtkWidget *cell;

  if (self->spec.create != NULL) {
    cell = self->spec.create ();
  } else {
    cell = salon_label_new (NULL, self->spec.xalign > 0.5f ? "salon-num" : NULL);
    gtk_label_set_xalign (GTK_LABEL (cell), self->spec.xalign);
  }
  gtk_list_item_set_child (item, cell);
}

static void
show_item (GtkListItem *item, SalonTableColumn *self)
{
  gpointer object = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = self->spec.text != NULL ? self->spec.text (object) : NULL;

  if (self->spec.bind_to != NULL)
    self->spec.bind_to (cell, object, self->spec.data);
  else if (self->spec.bind != NULL)
    self->spec.bind (cell, object);
  else
    gtk_label_set_text (GTK_LABEL (cell), text);
  if (self->row_label != NULL) {
    g_autofree char *label = self->row_label (object);

    salon_compat_label_row (gtk_widget_get_parent (cell), label);
  }
}

/* What comes a moment after its row: the cell is filled again. */
static void
on_item_arrived (GObject *object, GParamSpec *pspec, GtkListItem *item)
{
  SalonTableColumn *self = g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), COLUMN_KEY);

  show_item (item, self);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, SalonTableColumn *self)
{
  GObject *object = gtk_list_item_get_item (item);

  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), COLUMN_KEY, self);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (object), "item") != NULL)
    g_signal_connect (object, "notify::item", G_CALLBACK (on_item_arrived), item);
  show_item (item, self);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, SalonTableColumn *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_item_arrived, item);
}

/* The width that the head needs for its title, in any language and size of text. */
static int
title_width (GtkWidget *table, const SalonColumn *spec)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (table, spec->title);
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();
  int width = 0;

  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_layout_set_attributes (layout, bold);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width * HEAD_PERCENT / 100 + HEAD_PADDING + (spec->sortable ? HEAD_ARROW : 0);
}

/**
 * salon_table_column_new:
 * @spec: its texts must live on
 * @table: whose text size the widths follow
 */
SalonTableColumn *
salon_table_column_new (const SalonColumn *spec, GtkWidget *table)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  SalonTableColumn *self = g_new0 (SalonTableColumn, 1);

  self->spec = *spec;
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  self->column = gtk_column_view_column_new (spec->title, factory);
  gtk_column_view_column_set_resizable (self->column, TRUE);
  gtk_column_view_column_set_expand (self->column, spec->width == 0);
  if (spec->width > 0) {
    self->width = MAX (salon_scale_to_text (table, spec->width), title_width (table, spec));
    gtk_column_view_column_set_fixed_width (self->column, self->width);
  }
  return self;
}

/**
 * salon_table_column_free:
 */
void
salon_table_column_free (SalonTableColumn *self)
{
  g_object_unref (self->column);
  g_free (self);
}
