/* Children in equal columns, as many as there is room for; each row is as high as its highest child.  GtkFlowBox
 * leaves holes where a child is hidden, and asks wrapped texts for their width by height, which they cannot tell. */
#include "gui/widgets/cells-layout.h"

struct _SalonCellsLayout {
  GtkLayoutManager parent_instance;

  int column_width; /* a column more only if each is at least so wide */
  int max_columns;
  int column_spacing;
  int row_spacing;
};

G_DEFINE_FINAL_TYPE (SalonCellsLayout, salon_cells_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
first_shown (GtkWidget *widget)
{
  return shown (gtk_widget_get_first_child (widget));
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  return shown (gtk_widget_get_next_sibling (child));
}

static int
widest (GtkWidget *widget)
{
  int width = 0;

  for (GtkWidget *child = first_shown (widget); child != NULL; child = next_shown (child)) {
    int min = 0;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
    width = MAX (width, min);
  }
  return width;
}

/* At a large text size the children may need more than the designer thought. */
static int
n_columns (SalonCellsLayout *self, GtkWidget *widget, int width)
{
  int least = MAX (self->column_width, widest (widget));
  int n = (width + self->column_spacing) / (least + self->column_spacing);

  return CLAMP (n, 1, self->max_columns);
}

static int
row_height (GtkWidget *first, int n, int width)
{
  int height = 0;

  for (GtkWidget *child = first; child != NULL && n > 0; child = next_shown (child), n--) {
    int nat = 0;

    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &nat, NULL, NULL);
    height = MAX (height, nat);
  }
  return height;
}

/* Lays the children out in that width, or only finds the height that they need. */
static int
run (SalonCellsLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n = n_columns (self, widget, width);
  int column = (width - (n - 1) * self->column_spacing) / n;
  GtkWidget *child = first_shown (widget);
  int y = 0;

  while (child != NULL) {
    int height = row_height (child, n, column);

    y += y > 0 ? self->row_spacing : 0;
    for (int i = 0; i < n && child != NULL; i++, child = next_shown (child)) {
      int x = i * (column + self->column_spacing);

      if (allocate)
        gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - x - column : x, y, column, height }, -1);
    }
    y += height;
  }
  return y;
}

static void
salon_cells_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *min, int *nat, int *min_base, int *nat_base)
{
  SalonCellsLayout *self = SALON_CELLS_LAYOUT (manager);
  int width = widest (widget);

  *min_base = *nat_base = -1;
  *min = width;
  *nat = first_shown (widget) != NULL ? MAX (width, self->column_width) : width;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *min = *nat = run (self, widget, MAX (for_size, *nat), FALSE);
}

static void
salon_cells_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  run (SALON_CELLS_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
salon_cells_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
salon_cells_layout_class_init (SalonCellsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = salon_cells_layout_measure;
  layout_class->allocate = salon_cells_layout_allocate;
  layout_class->get_request_mode = salon_cells_layout_get_request_mode;
}

static void
salon_cells_layout_init (SalonCellsLayout *self)
{
}

/**
 * salon_cells_layout_new:
 * @column_width: a column more only if each is at least so wide, in pixels
 * @max_columns: at most so many
 * @column_spacing: between two columns
 * @row_spacing: between two rows
 */
GtkLayoutManager *
salon_cells_layout_new (int column_width, int max_columns, int column_spacing, int row_spacing)
{
  SalonCellsLayout *self = g_object_new (SALON_TYPE_CELLS_LAYOUT, NULL);

  self->column_width = column_width;
  self->max_columns = max_columns;
  self->column_spacing = column_spacing;
  self->row_spacing = row_spacing;
  return GTK_LAYOUT_MANAGER (self);
}
