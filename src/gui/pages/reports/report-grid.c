/* Another answer with other columns gets another table.  By keyboard: rows by Up and Down, the column that Enter opens by
 * Left and Right; the cell where both meet is marked. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/reports/report-cell.h"
#include "gui/pages/reports/report-grid.h"
#include "gui/pages/reports/report-order.h"
#include "gui/widgets/build.h"
#include "gui/widgets/table-foot.h"
#include "gui/widgets/table.h"
#include "model/services/reports.h"

#define LABEL_WIDTH 140
#define LEAST_FIRST 152 /* a long month with its year */
#define MOST_FIRST  320
#define MOST_LABEL  240
#define CELL_PADDING 20
#define LABEL_PERCENT 110 /* other letters may be wider, those of sums are */
#define MEASURED    2000 /* rows whose labels the first column fits */
#define MONEY_WIDTH 118
#define VALUE_WIDTH 84

struct _SalonReportGrid {
  GtkWidget parent_instance;

  SalonTable *table;
  GtkWidget *foot;
  SalonReportAnswer *answer;
  GPtrArray *headings; /* the table needs them as long as it lives */
  int sort;            /* a column, or SALON_REPORT_UNSORTED */
  gboolean descending;
  guint current; /* the column of the keyboard */
  int first_width; /* of the labels in the first column */
};

enum { LAYOUT_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonReportGrid, salon_report_grid, GTK_TYPE_WIDGET)

static const SalonReportTable *
table_of (SalonReportGrid *self)
{
  return self->answer->table;
}

static const SalonReportColumn *
column_of (SalonReportGrid *self, guint column)
{
  return salon_report_table_column (table_of (self), column);
}

/* ---- rows */

static void
fill (SalonReportGrid *self)
{
  GArray *order = salon_report_order (table_of (self), self->sort, self->descending);
  g_autoptr (SalonReportRows) rows = salon_report_rows_new (self->answer, order);

  salon_table_set_model (self->table, G_LIST_MODEL (rows));
}

static char *
row_label (gpointer item)
{
  SalonReportRowItem *row = item;
  const SalonReportTable *table = row->answer->table;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++) {
    g_autofree char *value = salon_report_table_cell_text (table, row->row, i);

    if (*value == '\0')
      continue;
    if (text->len > 0)
      g_string_append (text, ", ");
    if (salon_report_table_column (table, i)->role != SALON_REPORT_LABEL)
      g_string_append_printf (text, "%s ", salon_report_table_column (table, i)->heading);
    g_string_append (text, value);
  }
  return g_strdup (text->str);
}

/* ---- the column of the keyboard */

static void
mark_cells (SalonReportGrid *self, GtkWidget *root)
{
  if (SALON_IS_REPORT_CELL (root)) {
    salon_set_css_class (root, "current", salon_report_cell_get_column (SALON_REPORT_CELL (root)) == self->current);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    mark_cells (self, child);
}

static gboolean
step (SalonReportGrid *self, int by)
{
  int column = (int) self->current + by;

  while (column >= 0 && column < (int) table_of (self)->columns->len && column_of (self, (guint) column)->role == SALON_REPORT_LABEL)
    column += by;
  if (column < 0 || column >= (int) table_of (self)->columns->len)
    return FALSE;
  self->current = (guint) column;
  mark_cells (self, GTK_WIDGET (self->table));
  return TRUE;
}

/* The list has a use of its own for the keys that change the period. */
static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonReportGrid *self)
{
  GdkModifierType with = state & gtk_accelerator_get_default_mod_mask ();

  if (with == GDK_CONTROL_MASK && (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Page_Down))
    return gtk_widget_activate_action (GTK_WIDGET (self), keyval == GDK_KEY_Page_Up ? "reports.before" : "reports.after", NULL);
  if (with != 0 || self->answer == NULL)
    return FALSE;
  if (keyval != GDK_KEY_Left && keyval != GDK_KEY_Right)
    return FALSE;
  step (self, keyval == GDK_KEY_Left ? -1 : 1);
  return TRUE;
}

/* ---- callbacks */

static void
on_sort_changed (SalonTable *table, const char *id, gboolean descending, SalonReportGrid *self)
{
  self->sort = salon_report_table_find_column (table_of (self), id);
  self->descending = descending;
  fill (self);
}

static void
on_layout_changed (SalonTable *table, SalonReportGrid *self)
{
  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

static void
on_activate (SalonTable *table, SalonReportRowItem *item, SalonReportGrid *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "report.open-cell", "(uu)", item->row, self->current);
}

/* ---- columns */

static void
bind_cell (GtkWidget *cell, gpointer item, gpointer data)
{
  guint column = GPOINTER_TO_UINT (data);
  GtkWidget *grid = gtk_widget_get_ancestor (cell, SALON_TYPE_REPORT_GRID);

  salon_report_cell_set_least (SALON_REPORT_CELL (cell), column == 0 && grid != NULL ? SALON_REPORT_GRID (grid)->first_width : 0);
  salon_report_cell_show (SALON_REPORT_CELL (cell), item, column);
  salon_set_css_class (cell, "current", grid != NULL && SALON_REPORT_GRID (grid)->current == column);
}

/* What the longest label of a column needs: a date or a name is not cut where there is room for it. */
static int
width_of_labels (SalonReportGrid *self, guint column)
{
  g_autofree char *longest = g_strdup ("");
  g_autoptr (PangoLayout) layout = NULL;
  int width = 0;

  for (guint i = 0; i < MIN (table_of (self)->rows->len, MEASURED); i++) {
    g_autofree char *text = salon_report_cell_text (table_of (self), i, column);

    if (g_utf8_strlen (text, -1) > g_utf8_strlen (longest, -1)) {
      g_free (longest);
      longest = g_steal_pointer (&text);
    }
  }
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), longest);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width * LABEL_PERCENT / 100;
}

/* At the usual size of text. */
static int
width_of (SalonReportGrid *self, guint column)
{
  SalonReportUnit unit = column_of (self, column)->unit;

  if (unit == SALON_REPORT_TEXT)
    return CLAMP (width_of_labels (self, column) * 100 / salon_scale_to_text (GTK_WIDGET (self), 100) + CELL_PADDING, LABEL_WIDTH, MOST_LABEL);
  if (unit == SALON_REPORT_DAY)
    return LABEL_WIDTH;
  return unit == SALON_REPORT_MONEY || unit == SALON_REPORT_MINUTES ? MONEY_WIDTH : VALUE_WIDTH;
}

static void
add_spec (SalonReportGrid *self, GArray *specs, guint column)
{
  const SalonReportColumn *shown = column_of (self, column);
  SalonColumn spec = { 0 };

  g_ptr_array_add (self->headings, g_strdup (shown->heading));
  spec.title = self->headings->pdata[self->headings->len - 1];
  g_ptr_array_add (self->headings, g_strdup (shown->key));
  spec.id = self->headings->pdata[self->headings->len - 1];
  if (shown->role == SALON_REPORT_VALUE && self->answer->spec != NULL)
    spec.hint = salon_report_measure_hint (salon_report_spec_report (self->answer->spec), shown->key);
  spec.xalign = salon_report_is_number (table_of (self), column) ? 1 : 0;
  spec.width = column == 0 ? 0 : width_of (self, column);
  spec.sortable = TRUE;
  spec.create = salon_report_cell_new;
  spec.bind_to = bind_cell;
  spec.data = GUINT_TO_POINTER (column);
  g_array_append_val (specs, spec);
}

static void
remove_table (SalonReportGrid *self)
{
  g_clear_pointer (&self->foot, gtk_widget_unparent);
  if (self->table != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->table));
  self->table = NULL;
  g_ptr_array_set_size (self->headings, 0);
}

static void
create_table (SalonReportGrid *self, GVariant *layout)
{
  g_autoptr (GArray) specs = g_array_new (FALSE, FALSE, sizeof (SalonColumn));

  remove_table (self);
  for (guint i = 0; i < table_of (self)->columns->len; i++)
    add_spec (self, specs, i);
  self->table = SALON_TABLE (salon_table_new (table_of (self)->title, (const SalonColumn *) specs->data, specs->len));
  salon_table_set_plain (self->table);
  salon_table_set_row_label (self->table, row_label);
  if (layout != NULL)
    salon_table_set_layout (self->table, layout);
  g_signal_connect (self->table, "sort-changed", G_CALLBACK (on_sort_changed), self);
  g_signal_connect (self->table, "layout-changed", G_CALLBACK (on_layout_changed), self);
  g_signal_connect (self->table, "activate-item", G_CALLBACK (on_activate), self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->table), GTK_WIDGET (self));
}

static gboolean
has_columns (SalonReportAnswer *answer, SalonReportAnswer *before)
{
  if (before == NULL || before->table->columns->len != answer->table->columns->len)
    return FALSE;
  for (guint i = 0; i < answer->table->columns->len; i++)
    if (g_strcmp0 (salon_report_table_column (answer->table, i)->key, salon_report_table_column (before->table, i)->key) != 0
        || g_strcmp0 (salon_report_table_column (answer->table, i)->heading, salon_report_table_column (before->table, i)->heading) != 0)
      return FALSE;
  return TRUE;
}

/* ---- the total */

static void
show_foot (SalonReportGrid *self)
{
  guint n = table_of (self)->rows->len;
  g_autoptr (SalonReportRowItem) total = NULL;
  g_autofree char *label = NULL;

  g_clear_pointer (&self->foot, gtk_widget_unparent);
  if (n == 0 || salon_report_table_row (table_of (self), n - 1)->kind != SALON_REPORT_TOTAL)
    return;
  total = salon_report_row_item_new (self->answer, n - 1);
  self->foot = salon_table_foot_new (GTK_WIDGET (self->table));
  for (guint i = 0; i < table_of (self)->columns->len; i++) {
    GtkWidget *cell = salon_report_cell_new ();

    salon_report_cell_set_least (SALON_REPORT_CELL (cell), i == 0 ? self->first_width : 0);
    salon_report_cell_show (SALON_REPORT_CELL (cell), total, i);
    salon_table_foot_append (SALON_TABLE_FOOT (self->foot), cell);
  }
  label = row_label (total);
  salon_set_accessible_label (self->foot, label);
  gtk_widget_set_parent (self->foot, GTK_WIDGET (self));
}

/* ---- object */

static void
salon_report_grid_dispose (GObject *object)
{
  SalonReportGrid *self = SALON_REPORT_GRID (object);

  remove_table (self);
  g_clear_object (&self->answer);
  G_OBJECT_CLASS (salon_report_grid_parent_class)->dispose (object);
}

static void
salon_report_grid_finalize (GObject *object)
{
  g_ptr_array_unref (SALON_REPORT_GRID (object)->headings);
  G_OBJECT_CLASS (salon_report_grid_parent_class)->finalize (object);
}

static gboolean
salon_report_grid_grab_focus (GtkWidget *widget)
{
  SalonReportGrid *self = SALON_REPORT_GRID (widget);

  return self->table != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
salon_report_grid_class_init (SalonReportGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_report_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_report_grid_finalize;
  widget_class->grab_focus = salon_report_grid_grab_focus;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonReportGrid::layout-changed: a column is wider or narrower
   */
  signals[LAYOUT_CHANGED] = g_signal_new ("layout-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reportgrid");
}

static void
salon_report_grid_init (SalonReportGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->sort = SALON_REPORT_UNSORTED;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * salon_report_grid_new:
 */
GtkWidget *
salon_report_grid_new (void)
{
  return g_object_new (SALON_TYPE_REPORT_GRID, NULL);
}

static guint
first_value (const SalonReportTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (salon_report_table_column (table, i)->role == SALON_REPORT_VALUE)
      return i;
  return 0;
}

/**
 * salon_report_grid_show:
 * @layout: (nullable): how wide the columns were left, as salon_report_grid_get_layout() gave it
 *
 * An answer with the same columns keeps the order that was chosen.
 */
void
salon_report_grid_show (SalonReportGrid *self, SalonReportAnswer *answer, GVariant *layout)
{
  gboolean same = has_columns (answer, self->answer);

  g_return_if_fail (SALON_IS_REPORT_GRID (self));

  g_set_object (&self->answer, answer);
  if (table_of (self)->columns->len > 0)
    self->first_width = CLAMP (width_of_labels (self, 0), salon_scale_to_text (GTK_WIDGET (self), LEAST_FIRST),
                               salon_scale_to_text (GTK_WIDGET (self), MOST_FIRST));
  if (!same) {
    self->sort = SALON_REPORT_UNSORTED;
    self->current = first_value (answer->table);
    create_table (self, layout);
  }
  fill (self);
  show_foot (self);
}

/**
 * salon_report_grid_get_layout:
 *
 * Returns: (transfer floating) (nullable): how wide the columns are
 */
GVariant *
salon_report_grid_get_layout (SalonReportGrid *self)
{
  return self->table != NULL ? salon_table_get_layout (self->table) : NULL;
}

/**
 * salon_report_grid_sort: by the column of the keyboard; once more turns the order round
 */
void
salon_report_grid_sort (SalonReportGrid *self)
{
  const char *id = NULL;

  if (self->answer == NULL)
    return;
  self->descending = self->sort == (int) self->current ? !self->descending : TRUE;
  self->sort = (int) self->current;
  id = column_of (self, self->current)->key;
  salon_table_set_sort (self->table, id, self->descending);
  fill (self);
}

static void
append_row (GString *text, const SalonReportTable *table, guint row)
{
  for (guint i = 0; i < table->columns->len; i++) {
    g_autofree char *value = salon_report_table_cell_text (table, row, i);

    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", value);
  }
  g_string_append_c (text, '\n');
}

/**
 * salon_report_grid_copy:
 *
 * Returns: (transfer full) (nullable): the table as it is sorted, with tabs between the columns, as a spreadsheet takes it
 */
char *
salon_report_grid_copy (SalonReportGrid *self)
{
  GString *text = g_string_new (NULL);
  const SalonReportTable *table = self->answer != NULL ? table_of (self) : NULL;
  g_autoptr (GArray) order = table != NULL ? salon_report_order (table, self->sort, self->descending) : NULL;

  for (guint i = 0; table != NULL && i < table->columns->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", salon_report_table_column (table, i)->heading);
  g_string_append_c (text, '\n');
  for (guint i = 0; order != NULL && i < order->len; i++)
    append_row (text, table, g_array_index (order, guint, i));
  for (guint i = order != NULL ? order->len : 0; table != NULL && i < table->rows->len; i++)
    append_row (text, table, i);
  return g_string_free (text, FALSE);
}

/**
 * salon_report_grid_get_current:
 * @row: (out): the chosen row
 * @column: (out): the column of the keyboard
 *
 * Returns: whether a row is chosen
 */
gboolean
salon_report_grid_get_current (SalonReportGrid *self, guint *row, guint *column)
{
  SalonReportRowItem *item = self->table != NULL ? salon_table_get_selected (self->table) : NULL;

  if (item == NULL)
    return FALSE;
  *row = item->row;
  *column = self->current;
  return TRUE;
}
