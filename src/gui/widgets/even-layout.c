/* GtkGrid shares the pixels that are left over by its own rule; here the n-th edge lies at n/columns of the width. */
#include "gui/widgets/even-layout.h"

struct _SalonEvenLayout {
  GtkLayoutManager parent_instance;

  int min_width;
  int row_height;
  int n_columns;
};

G_DEFINE_FINAL_TYPE (SalonEvenLayout, salon_even_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);
  return n;
}

static void
salon_even_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                           int *natural, int *minimum_baseline, int *natural_baseline)
{
  SalonEvenLayout *self = SALON_EVEN_LAYOUT (layout);
  int n_rows = (count_children (widget) + self->n_columns - 1) / self->n_columns;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->min_width * self->n_columns
                                                                   : self->row_height * n_rows;
}

static int
edge (const SalonEvenLayout *self, int width, int column)
{
  return (int) ((gint64) width * column / self->n_columns);
}

static void
salon_even_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  SalonEvenLayout *self = SALON_EVEN_LAYOUT (layout);
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int left = edge (self, width, i % self->n_columns);
    GtkAllocation place = { left, i / self->n_columns * self->row_height,
                            edge (self, width, i % self->n_columns + 1) - left, self->row_height };

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
    gtk_widget_size_allocate (child, &place, -1);
    i++;
  }
}

static void
salon_even_layout_class_init (SalonEvenLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = salon_even_layout_measure;
  layout_class->allocate = salon_even_layout_allocate;
}

static void
salon_even_layout_init (SalonEvenLayout *self)
{
  self->n_columns = 1;
}

/**
 * salon_even_layout_new:
 * @min_width: of a column, in pixels
 * @row_height: in pixels
 *
 * Returns: (transfer full): a layout of one column
 */
GtkLayoutManager *
salon_even_layout_new (int min_width, int row_height)
{
  SalonEvenLayout *self = g_object_new (SALON_TYPE_EVEN_LAYOUT, NULL);

  self->min_width = min_width;
  self->row_height = row_height;
  return GTK_LAYOUT_MANAGER (self);
}

/**
 * salon_even_layout_set_columns:
 * @n_columns: at least 1
 */
void
salon_even_layout_set_columns (SalonEvenLayout *self, int n_columns)
{
  g_return_if_fail (n_columns >= 1);

  self->n_columns = n_columns;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

/**
 * salon_even_layout_column_at:
 * @width: of the widget
 *
 * Returns: the column at @x; the first or the last beyond the edges
 */
int
salon_even_layout_column_at (SalonEvenLayout *self, int width, double x)
{
  int column = 0;

  while (column < self->n_columns - 1 && x >= edge (self, width, column + 1))
    column++;
  return column;
}

/**
 * salon_even_layout_row_at:
 *
 * Returns: the row at @y, from 0; it may lie beyond the last
 */
int
salon_even_layout_row_at (SalonEvenLayout *self, double y)
{
  return y < 0 ? 0 : (int) y / self->row_height;
}
