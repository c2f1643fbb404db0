/* A table over a list model whose order is made elsewhere (in the database): a press on a head does not sort the
 * rows but says so by "sort-changed".  Rows have one height: rows of mixed height make GTK's lists jump.
 *
 * Items may come later than their rows: an item with a property "item" is shown again when that is notified. */
#include "gui/widgets/table.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"

#define COLUMN_KEY "salon-column"

typedef struct {
  SalonTable *table; /* not owned: the table owns the columns */
  SalonColumn spec;
  GtkColumnViewColumn *column; /* not owned */
} Column;

struct _SalonTable {
  GtkWidget parent_instance;

  GtkColumnView *view;
  GtkSingleSelection *selection;
  GPtrArray *columns; /* Column */
  char *(*row_label) (gpointer item);
  const Column *probed; /* the column whose sorter was asked last */
  gboolean setting;
};

enum { ACTIVATE, SORT_CHANGED, SELECTION_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonTable, salon_table, GTK_TYPE_WIDGET)

/* ---- cells ---- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  GtkWidget *cell;

  if (column->spec.create != NULL) {
    cell = column->spec.create ();
  } else {
    cell = salon_label_new (NULL, column->spec.xalign > 0.5f ? "salon-num" : NULL);
    gtk_label_set_xalign (GTK_LABEL (cell), column->spec.xalign);
  }
  gtk_list_item_set_child (item, cell);
}

static void
show_item (GtkListItem *item, Column *column)
{
  gpointer object = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = column->spec.text != NULL ? column->spec.text (object) : NULL;

  if (column->spec.bind != NULL)
    column->spec.bind (cell, object);
  else
    gtk_label_set_text (GTK_LABEL (cell), text);
  if (column->table->row_label != NULL && column == g_ptr_array_index (column->table->columns, 0)) {
    g_autofree char *label = column->table->row_label (object);

    salon_compat_label_row (gtk_widget_get_parent (cell), label);
  }
}

/* What comes a moment after its row: the cell is filled again. */
static void
on_item_arrived (GObject *object, GParamSpec *pspec, GtkListItem *item)
{
  Column *column = g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), COLUMN_KEY);

  show_item (item, column);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  GObject *object = gtk_list_item_get_item (item);

  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), COLUMN_KEY, column);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (object), "item") != NULL)
    g_signal_connect (object, "notify::item", G_CALLBACK (on_item_arrived), item);
  show_item (item, column);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_item_arrived, item);
}

/* ---- order ---- */

/* GTK 4.8 does not tell which head was pressed.  But its sorter asks that of the column pressed last first, and
 * turns the answer round when the order is descending: one comparison tells both. */
static int
probe (gconstpointer a, gconstpointer b, gpointer data)
{
  Column *column = data;

  if (column->table->probed == NULL)
    column->table->probed = column;
  return -1;
}

static void
on_sorter_changed (GtkSorter *sorter, GtkSorterChange change, SalonTable *self)
{
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering ordering;

  if (self->setting)
    return;
  self->probed = NULL;
  ordering = gtk_sorter_compare (sorter, a, b);
  if (self->probed != NULL)
    g_signal_emit (self, signals[SORT_CHANGED], 0, self->probed->spec.id, ordering == GTK_ORDERING_LARGER);
}

static void
on_activate (GtkColumnView *view, guint position, SalonTable *self)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[ACTIVATE], 0, item);
}

static void
on_selected (GtkSingleSelection *selection, GParamSpec *pspec, SalonTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
append_column (SalonTable *self, const SalonColumn *spec)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_new0 (Column, 1);

  column->table = self;
  column->spec = *spec;
  g_ptr_array_add (self->columns, column);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), column);
  column->column = gtk_column_view_column_new (spec->title, factory);
  gtk_column_view_column_set_expand (column->column, spec->width == 0);
  gtk_column_view_column_set_resizable (column->column, TRUE);
  if (spec->width > 0)
    gtk_column_view_column_set_fixed_width (column->column, salon_scale_to_text (GTK_WIDGET (self), spec->width));
  if (spec->sortable) {
    GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (probe, column, NULL));

    gtk_column_view_column_set_sorter (column->column, sorter);
    g_object_unref (sorter);
  }
  gtk_column_view_append_column (self->view, column->column);
  salon_compat_align_header (self->view, self->columns->len - 1, spec->xalign);
  g_object_unref (column->column);
}

/* ---- overrides ---- */

static gboolean
salon_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_TABLE (widget)->view));
}

static void
salon_table_dispose (GObject *object)
{
  SalonTable *self = SALON_TABLE (object);

  self->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (salon_table_parent_class)->dispose (object);
}

static void
salon_table_finalize (GObject *object)
{
  g_ptr_array_unref (SALON_TABLE (object)->columns);
  G_OBJECT_CLASS (salon_table_parent_class)->finalize (object);
}

static void
salon_table_class_init (SalonTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = salon_table_dispose;
  object_class->finalize = salon_table_finalize;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_table_grab_focus;

  /**
   * SalonTable::activate-item:
   * @item: of the model: Enter or a double click
   */
  signals[ACTIVATE] = g_signal_new ("activate-item", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);

  /**
   * SalonTable::sort-changed:
   * @column: the id of the column whose head was pressed
   * @descending: whether the largest comes first
   *
   * The rows do not move by themselves: give the table a model in the new order.
   */
  signals[SORT_CHANGED] = g_signal_new ("sort-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  /**
   * SalonTable::selection-changed:
   */
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "salontable");
}

static void
salon_table_init (SalonTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, 0);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "salon-table");
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_sorter_changed), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

/**
 * salon_table_new:
 * @label: what is listed, for screen readers
 * @columns: (array length=n_columns): at most eight keep scrolling quick; the texts of the specs must live on
 */
GtkWidget *
salon_table_new (const char *label, const SalonColumn *columns, guint n_columns)
{
  SalonTable *self = g_object_new (SALON_TYPE_TABLE, NULL);

  salon_set_accessible_label (self->view, label);
  for (guint i = 0; i < n_columns; i++)
    append_column (self, &columns[i]);
  return GTK_WIDGET (self);
}

/**
 * salon_table_set_model:
 * @model: (nullable) (transfer none): the rows in their order; for a large change give a new model, not one
 *   large "items-changed"
 *
 * Nothing is selected then.
 */
void
salon_table_set_model (SalonTable *self, GListModel *model)
{
  g_return_if_fail (SALON_IS_TABLE (self));

  gtk_single_selection_set_model (self->selection, model);
}

/**
 * salon_table_set_sort:
 * @column: (nullable): the id of a sortable column
 *
 * Shows in the heads how the model is sorted; "sort-changed" is not emitted.
 */
void
salon_table_set_sort (SalonTable *self, const char *column, gboolean descending)
{
  GtkColumnViewColumn *found = NULL;

  g_return_if_fail (SALON_IS_TABLE (self));

  for (guint i = 0; i < self->columns->len; i++) {
    Column *candidate = g_ptr_array_index (self->columns, i);

    if (g_strcmp0 (candidate->spec.id, column) == 0)
      found = candidate->column;
  }
  self->setting = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->view, found, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->setting = FALSE;
}

/**
 * salon_table_set_row_label:
 * @label: gives what a screen reader says for a whole row; (transfer full)
 */
void
salon_table_set_row_label (SalonTable *self, char *(*label) (gpointer item))
{
  g_return_if_fail (SALON_IS_TABLE (self));

  self->row_label = label;
}

/**
 * salon_table_get_selected:
 *
 * Returns: (transfer none) (nullable): the item of the selected row
 */
gpointer
salon_table_get_selected (SalonTable *self)
{
  g_return_val_if_fail (SALON_IS_TABLE (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * salon_table_select:
 * @position: of the row, which is brought into view
 */
void
salon_table_select (SalonTable *self, guint position)
{
  g_return_if_fail (SALON_IS_TABLE (self));

  gtk_single_selection_set_selected (self->selection, position);
  salon_compat_scroll_to (GTK_WIDGET (self->view), position);
}
