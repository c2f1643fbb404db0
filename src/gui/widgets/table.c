/* A table over a list model whose order is made elsewhere (in the database): a press on a head does not sort the
 * rows but says so by "sort-changed".  Rows have one height: rows of mixed height make GTK's lists jump.
 *
 * Items may come later than their rows: an item with a property "item" is shown again when that is notified. */
#include "config.h"
#include "gui/widgets/table.h"
#include "gui/widgets/build.h"
#include "gui/widgets/column-chooser.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/table-column.h"
#include "gui/widgets/table-ticks.h"
#include <glib/gi18n-lib.h>

#define LEAST_REST 170 /* of a column that has as much as is left */
#define EDGES      84  /* the ticks, and the button for the columns */

struct _SalonTable {
  GtkWidget parent_instance;

  GtkOverlay *overlay;
  GtkColumnView *view;
  GtkSingleSelection *selection;
  SalonColumnChooser *chooser;
  GtkAdjustment *hadjustment; /* its page is the room for the columns */
  GPtrArray *columns; /* SalonTableColumn, as the program gave them */
  SalonTableTicks *ticks;
  SalonTableColumn *probed; /* the column whose sorter was asked last */
  char *sort;               /* by what the model is sorted */
  gboolean descending;
  gboolean is_own; /* the user chose the columns; until then there are as many as fit */
  gboolean is_measured;
  guint fit_source;
  gboolean setting;
};

enum { ACTIVATE, SORT_CHANGED, SELECTION_CHANGED, LAYOUT_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonTable, salon_table, GTK_TYPE_WIDGET)

static SalonTableColumn *
find_column (SalonTable *self, const char *id)
{
  for (guint i = 0; i < self->columns->len; i++) {
    SalonTableColumn *column = self->columns->pdata[i];

    if (g_strcmp0 (column->spec.id, id) == 0)
      return column;
  }
  return NULL;
}

/* The column of ticks is none of these. */
static SalonTableColumn *
column_at (SalonTable *self, guint position)
{
  g_autoptr (GtkColumnViewColumn) wanted = g_list_model_get_item (gtk_column_view_get_columns (self->view), position);

  for (guint i = 0; wanted != NULL && i < self->columns->len; i++) {
    SalonTableColumn *column = self->columns->pdata[i];

    if (column->column == wanted)
      return column;
  }
  return NULL;
}

static guint
n_shown (SalonTable *self)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (self->view));
}

/* ---- order ---- */

/* GTK 4.8 does not tell which head was pressed.  But its sorter asks that of the column pressed last first, and
 * turns the answer round when the order is descending: one comparison tells both. */
static int
probe (gconstpointer a, gconstpointer b, gpointer data)
{
  SalonTable *self = g_object_get_data (data, "salon-table");

  if (self->probed == NULL)
    self->probed = g_object_get_data (data, "salon-column");
  return -1;
}

static void
tell_sort (SalonTable *self, const char *id, gboolean descending)
{
  g_free (self->sort);
  self->sort = g_strdup (id);
  self->descending = descending;
  g_signal_emit (self, signals[SORT_CHANGED], 0, id, descending);
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
    tell_sort (self, self->probed->spec.id, ordering == GTK_ORDERING_LARGER);
}

static void
show_sort (SalonTable *self)
{
  SalonTableColumn *column = find_column (self, self->sort);

  self->setting = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  if (column != NULL && column->shown)
    gtk_column_view_sort_by_column (self->view, column->column,
                                    self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->setting = FALSE;
}

/* Numbers and days begin with the largest, texts with A. */
static void
on_sort_chosen (SalonColumnChooser *chooser, const char *id, SalonTable *self)
{
  SalonTableColumn *column = find_column (self, id);
  gboolean again = g_strcmp0 (id, self->sort) == 0;

  tell_sort (self, column->spec.id, again ? !self->descending : column->spec.xalign > 0.5f);
  show_sort (self);
}

/* ---- rows ---- */

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

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonTable *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->ticks == NULL || (keyval != GDK_KEY_space && keyval != GDK_KEY_KP_Space)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !salon_has_focus (GTK_WIDGET (self->view)))
    return FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    salon_table_ticks_toggle (self->ticks, position, (state & GDK_SHIFT_MASK) != 0);
  return TRUE;
}

/* ---- columns ---- */

static void
align_heads (SalonTable *self)
{
  for (guint i = 0; i < n_shown (self); i++) {
    SalonTableColumn *column = column_at (self, i);

    salon_compat_set_header (self->view, i, column != NULL ? column->spec.xalign : 0, column != NULL ? column->spec.hint : NULL);
  }
}

static void
tell_layout (SalonTable *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

static void
on_width_changed (GtkColumnViewColumn *column, GParamSpec *pspec, SalonTable *self)
{
  self->is_own = self->is_own || !self->setting;
  tell_layout (self);
}

/* Ticks stay at the left, wherever a head was dragged to. */
static gboolean
put_ticks_first (gpointer data)
{
  SalonTable *self = data;
  GtkColumnViewColumn *ticks = self->ticks != NULL ? salon_table_ticks_get_column (self->ticks) : NULL;
  g_autoptr (GtkColumnViewColumn) first = NULL;

  if (ticks == NULL) /* the table is gone meanwhile */
    return G_SOURCE_REMOVE;
  first = g_list_model_get_item (gtk_column_view_get_columns (self->view), 0);
  if (first == ticks)
    return G_SOURCE_REMOVE;
  self->setting = TRUE;
  gtk_column_view_insert_column (self->view, 0, ticks);
  self->setting = FALSE;
  align_heads (self);
  return G_SOURCE_REMOVE;
}

static void
on_columns_changed (GListModel *columns, guint position, guint removed, guint added, SalonTable *self)
{
  if (self->setting)
    return;
  self->is_own = TRUE;
  align_heads (self);
  if (self->ticks != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, put_ticks_first, g_object_ref (self), g_object_unref);
  tell_layout (self);
}

static void
put_column (SalonTable *self, SalonTableColumn *column, guint position)
{
  column->shown = TRUE;
  gtk_column_view_insert_column (self->view, position, column->column);
}

static void
take_column (SalonTable *self, SalonTableColumn *column)
{
  column->shown = FALSE;
  gtk_column_view_remove_column (self->view, column->column);
}

static void
add_column (SalonTable *self, const SalonColumn *spec)
{
  SalonTableColumn *column = salon_table_column_new (spec, GTK_WIDGET (self));

  g_ptr_array_add (self->columns, column);
  if (spec->sortable) {
    GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (probe, column->column, NULL));

    g_object_set_data (G_OBJECT (column->column), "salon-table", self);
    g_object_set_data (G_OBJECT (column->column), "salon-column", column);
    gtk_column_view_column_set_sorter (column->column, sorter);
    g_object_unref (sorter);
  }
  g_signal_connect_object (column->column, "notify::fixed-width", G_CALLBACK (on_width_changed), self, 0);
}

/* How wide a column is at least; the one that takes the rest has to say so in its cells. */
static int
least_width (SalonTable *self, const SalonTableColumn *column)
{
  return column->width > 0 ? column->width : salon_scale_to_text (GTK_WIDGET (self), LEAST_REST);
}

/* The columns that are there at first, in the order of the program, but no more than there is room for. */
static void
show_usual (SalonTable *self, gpointer data)
{
  int room = (int) gtk_adjustment_get_page_size (self->hadjustment) - salon_scale_to_text (GTK_WIDGET (self), EDGES);

  for (guint i = 0; i < self->columns->len; i++) {
    SalonTableColumn *column = self->columns->pdata[i];

    if (column->shown)
      take_column (self, column);
    gtk_column_view_column_set_fixed_width (column->column, column->width > 0 ? column->width : -1);
  }
  for (guint i = 0; i < self->columns->len; i++) {
    SalonTableColumn *column = self->columns->pdata[i];

    column->is_awaited = FALSE;
    if ((i > 0 && column->spec.extra) || column->barred)
      continue;
    room -= least_width (self, column);
    if (i == 0 || room >= 0 || !self->is_measured)
      put_column (self, column, n_shown (self));
  }
}

static void
arrange (SalonTable *self, void (*how) (SalonTable *self, gpointer data), gpointer data)
{
  self->setting = TRUE;
  how (self, data);
  self->setting = FALSE;
  align_heads (self);
  show_sort (self);
}

static guint
count_that_fit (SalonTable *self)
{
  int room = (int) gtk_adjustment_get_page_size (self->hadjustment) - salon_scale_to_text (GTK_WIDGET (self), EDGES);
  guint count = 0;

  for (guint i = 0; i < self->columns->len; i++) {
    SalonTableColumn *column = self->columns->pdata[i];

    if ((i > 0 && column->spec.extra) || column->barred)
      continue;
    room -= least_width (self, column);
    if (i == 0 || room >= 0)
      count++;
  }
  return count;
}

static gboolean
fit (gpointer data)
{
  SalonTable *self = data;
  guint n_ticks = self->ticks != NULL ? 1 : 0;

  self->fit_source = 0;
  self->is_measured = TRUE;
  if (!self->is_own && count_that_fit (self) + n_ticks != n_shown (self))
    arrange (self, show_usual, NULL);
  return G_SOURCE_REMOVE;
}

/* Columns cannot be changed while they get their places. */
static void
on_room_changed (GtkAdjustment *adjustment, SalonTable *self)
{
  if (self->fit_source == 0 && !self->is_own && gtk_adjustment_get_page_size (adjustment) > 1)
    self->fit_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit, self, NULL);
}

/* ---- the chooser ---- */

static void
on_fill (SalonColumnChooser *chooser, SalonTable *self)
{
  salon_column_chooser_clear (chooser);
  for (guint i = 0; i < self->columns->len; i++) {
    SalonTableColumn *column = self->columns->pdata[i];

    if (!column->barred)
      salon_column_chooser_append (chooser, column->spec.id, column->spec.title, column->shown, i == 0,
                                   column->spec.sortable);
  }
}

static void
toggle_column (SalonTable *self, gpointer data)
{
  SalonTableColumn *column = data;

  if (column->shown)
    take_column (self, column);
  else
    put_column (self, column, n_shown (self));
}

static void
on_shown (SalonColumnChooser *chooser, const char *id, gboolean shown, SalonTable *self)
{
  SalonTableColumn *column = find_column (self, id);

  if (column == NULL || column->shown == shown)
    return;
  self->is_own = TRUE;
  arrange (self, toggle_column, column);
  tell_layout (self);
}

static void
on_reset (SalonColumnChooser *chooser, SalonTable *self)
{
  self->is_own = FALSE;
  arrange (self, show_usual, NULL);
  tell_layout (self);
}

/* ---- overrides ---- */

static gboolean
focus_stop (SalonTable *self, GtkWidget *stop, GtkDirectionType direction)
{
  if (stop == NULL || !gtk_widget_get_mapped (stop) || !gtk_widget_is_sensitive (stop))
    return FALSE;
  if (stop != GTK_WIDGET (self->view))
    return gtk_widget_child_focus (stop, direction);
  return gtk_widget_grab_focus (stop) || gtk_widget_child_focus (stop, GTK_DIR_TAB_FORWARD);
}

/* GTK 4.8 stops at each row on the way by Tab: here the ticks, the rows and the columns are three stops. */
static gboolean
salon_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SalonTable *self = SALON_TABLE (widget);
  GtkWidget *stops[] = { self->ticks != NULL ? salon_table_ticks_get_head (self->ticks) : NULL, GTK_WIDGET (self->view),
                         GTK_WIDGET (self->chooser) };
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  int i = step > 0 ? -1 : (int) G_N_ELEMENTS (stops);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return salon_focus (widget, direction);
  for (guint k = 0; k < G_N_ELEMENTS (stops); k++)
    if (stops[k] != NULL && salon_has_focus (stops[k]))
      i = (int) k;
  for (i += step; i >= 0 && i < (int) G_N_ELEMENTS (stops); i += step)
    if (focus_stop (self, stops[i], direction))
      return TRUE;
  return FALSE;
}

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
  g_clear_handle_id (&self->fit_source, g_source_remove);
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->selection);
  g_clear_object (&self->ticks);
  G_OBJECT_CLASS (salon_table_parent_class)->dispose (object);
}

static void
salon_table_finalize (GObject *object)
{
  g_ptr_array_unref (SALON_TABLE (object)->columns);
  g_free (SALON_TABLE (object)->sort);
  G_OBJECT_CLASS (salon_table_parent_class)->finalize (object);
}

static void
salon_table_class_init (SalonTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = salon_table_dispose;
  object_class->finalize = salon_table_finalize;
  widget_class->focus = salon_table_focus;
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

  /**
   * SalonTable::layout-changed: the user took a column in or out, dragged or widened one
   */
  signals[LAYOUT_CHANGED] = g_signal_new ("layout-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "salontable");
}

static void
add_chooser (SalonTable *self)
{
  self->chooser = SALON_COLUMN_CHOOSER (salon_column_chooser_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->chooser), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self->chooser), GTK_ALIGN_START);
  g_signal_connect (self->chooser, "fill", G_CALLBACK (on_fill), self);
  g_signal_connect (self->chooser, "shown", G_CALLBACK (on_shown), self);
  g_signal_connect (self->chooser, "sort", G_CALLBACK (on_sort_chosen), self);
  g_signal_connect (self->chooser, "reset", G_CALLBACK (on_reset), self);
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->chooser));
}

static void
salon_table_init (SalonTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_table_column_free);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, 0);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "salon-table");
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_sorter_changed), self, 0);
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed", G_CALLBACK (on_columns_changed), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  self->hadjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_signal_connect_object (self->hadjustment, "changed", G_CALLBACK (on_room_changed), self, 0);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, TRUE);
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  gtk_overlay_set_child (self->overlay, scroller);
  add_chooser (self);
  gtk_widget_set_parent (GTK_WIDGET (self->overlay), GTK_WIDGET (self));
}

/**
 * salon_table_new:
 * @label: what is listed, for screen readers
 * @columns: (array length=n_columns): some eight that are not extra keep scrolling quick; the texts of the specs must
 *   live on
 */
GtkWidget *
salon_table_new (const char *label, const SalonColumn *columns, guint n_columns)
{
  SalonTable *self = g_object_new (SALON_TYPE_TABLE, NULL);

  salon_set_accessible_label (self->view, label);
  for (guint i = 0; i < n_columns; i++)
    add_column (self, &columns[i]);
  arrange (self, show_usual, NULL);
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

  if (self->ticks != NULL)
    salon_table_ticks_set_model (self->ticks, model);
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
  g_return_if_fail (SALON_IS_TABLE (self));

  if (column != self->sort) {
    g_free (self->sort);
    self->sort = g_strdup (column);
  }
  self->descending = descending;
  show_sort (self);
}

/**
 * salon_table_set_plain: all columns are always there, however narrow it is, and none is chosen; for few columns
 */
void
salon_table_set_plain (SalonTable *self)
{
  g_return_if_fail (SALON_IS_TABLE (self));

  self->is_own = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "plain");
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), FALSE);
}

/**
 * salon_table_set_row_label:
 * @label: gives what a screen reader says for a whole row; (transfer full)
 */
void
salon_table_set_row_label (SalonTable *self, char *(*label) (gpointer item))
{
  SalonTableColumn *first = NULL;

  g_return_if_fail (SALON_IS_TABLE (self) && self->columns->len > 0);

  first = self->columns->pdata[0];
  first->row_label = label;
}

static void
put_ticks (SalonTable *self, gpointer data)
{
  gtk_column_view_insert_column (self->view, 0, salon_table_ticks_get_column (self->ticks));
}

/**
 * salon_table_set_ticks:
 * @ticks: (transfer none): the ids of the rows that are ticked
 * @id_at: the id of a row of a model, without making the row
 *
 * Gives each row a check, to be called once.  Space ticks the row with the focus, Shift all from the last one to it.
 */
void
salon_table_set_ticks (SalonTable *self, SalonTicks *ticks, gint64 (*id_at) (GListModel *model, guint position))
{
  GtkWidget *head = NULL;

  g_return_if_fail (SALON_IS_TABLE (self) && self->ticks == NULL);

  self->ticks = salon_table_ticks_new (ticks, id_at);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "ticks");
  arrange (self, put_ticks, NULL);
  salon_table_ticks_set_model (self->ticks, gtk_single_selection_get_model (self->selection));
  head = salon_table_ticks_get_head (self->ticks);
  gtk_widget_set_halign (head, GTK_ALIGN_START);
  gtk_widget_set_valign (head, GTK_ALIGN_START);
  gtk_widget_add_css_class (head, "salon-tick-all");
  gtk_overlay_add_overlay (self->overlay, head);
}

static void
apply_layout (SalonTable *self, gpointer data)
{
  GVariantIter iter;
  const char *id = NULL;
  int width = 0;
  gboolean shown = FALSE;

  g_variant_iter_init (&iter, data);
  while (g_variant_iter_next (&iter, "(&sib)", &id, &width, &shown)) {
    SalonTableColumn *column = find_column (self, id);

    if (column == NULL)
      continue;
    if (column->shown)
      take_column (self, column);
    if (width > 0)
      gtk_column_view_column_set_fixed_width (column->column, width);
    column->is_awaited = shown && column->barred;
    if ((shown && !column->barred) || column == self->columns->pdata[0])
      put_column (self, column, n_shown (self));
  }
}

/**
 * salon_table_set_layout:
 * @layout: of the format %SALON_TABLE_LAYOUT_FORMAT, as salon_table_get_layout() gave it; columns that it does not
 *   know stay as they are
 */
void
salon_table_set_layout (SalonTable *self, GVariant *layout)
{
  g_return_if_fail (SALON_IS_TABLE (self));

  if (g_variant_n_children (layout) == 0)
    return;
  self->is_own = TRUE;
  arrange (self, apply_layout, layout);
}

static void
add_to_layout (GVariantBuilder *builder, const SalonTableColumn *column)
{
  int width = gtk_column_view_column_get_fixed_width (column->column);

  g_variant_builder_add (builder, "(sib)", column->spec.id, width == column->width || width < 0 ? 0 : width,
                         column->shown || column->is_awaited);
}

/**
 * salon_table_get_layout:
 *
 * Returns: (transfer floating): which columns there are, in what order, how wide; empty while they are the usual ones
 */
GVariant *
salon_table_get_layout (SalonTable *self)
{
  GVariantBuilder builder;

  g_return_val_if_fail (SALON_IS_TABLE (self), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (SALON_TABLE_LAYOUT_FORMAT));
  for (guint i = 0; i < n_shown (self) && self->is_own; i++) {
    SalonTableColumn *column = column_at (self, i);

    if (column != NULL)
      add_to_layout (&builder, column);
  }
  for (guint i = 0; i < self->columns->len && self->is_own; i++) {
    SalonTableColumn *column = self->columns->pdata[i];

    if (!column->shown)
      add_to_layout (&builder, column);
  }
  return g_variant_builder_end (&builder);
}

static void
bar_column (SalonTable *self, gpointer data)
{
  SalonTableColumn *column = data;

  if (!self->is_own)
    show_usual (self, NULL);
  else if (column->barred && column->shown) {
    take_column (self, column);
    column->is_awaited = TRUE;
  } else if (!column->barred && column->is_awaited) {
    put_column (self, column, MIN (n_shown (self), self->ticks != NULL ? 2 : 1));
    column->is_awaited = FALSE;
  }
}

/**
 * salon_table_set_barred:
 * @id: a column, not the first
 * @barred: whether there is nothing in it for this user: it is neither shown nor offered until there is
 */
void
salon_table_set_barred (SalonTable *self, const char *id, gboolean barred)
{
  SalonTableColumn *column = NULL;

  g_return_if_fail (SALON_IS_TABLE (self));

  column = find_column (self, id);
  g_return_if_fail (column != NULL && column != self->columns->pdata[0]);
  if (column->barred == barred)
    return;
  column->barred = barred;
  arrange (self, bar_column, column);
}

/**
 * salon_table_shows:
 *
 * Returns: whether the column @id is in the table now
 */
gboolean
salon_table_shows (SalonTable *self, const char *id)
{
  const SalonTableColumn *column = NULL;

  g_return_val_if_fail (SALON_IS_TABLE (self), FALSE);

  column = find_column (self, id);
  return column != NULL && column->shown;
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
