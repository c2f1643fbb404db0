/* Children one below the other, or in two columns where there is room for two.  GtkFlowBox leaves holes where a child
 * is hidden, and asks wrapped texts for their width by height, which they cannot tell. */
#include "gui/widgets/pairs-layout.h"

struct _SalonPairsLayout {
  GtkLayoutManager parent_instance;

  int column_width; /* two columns only if each is at least so wide */
  int column_spacing;
  int row_spacing;
};

G_DEFINE_FINAL_TYPE (SalonPairsLayout, salon_pairs_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_child (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
child_height (GtkWidget *child, int width)
{
  int nat = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &nat, NULL, NULL);
  return nat;
}

/* Whether every child fits into a half; at a large text size they need more than the designer thought. */
static gboolean
fits (GtkWidget *widget, int width)
{
  for (GtkWidget *child = next_child (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_child (gtk_widget_get_next_sibling (child))) {
    int min = 0;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
    if (min > width)
      return FALSE;
  }
  return TRUE;
}

/* Lays the children out in that width, or only finds the height that they need. */
static int
run (SalonPairsLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  int half = (width - self->column_spacing) / 2;
  gboolean two = half >= self->column_width && fits (widget, half);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = two ? half : width;
  int y = 0;

  for (GtkWidget *first = next_child (gtk_widget_get_first_child (widget)); first != NULL;) {
    GtkWidget *second = two ? next_child (gtk_widget_get_next_sibling (first)) : NULL;
    int height = MAX (child_height (first, column), second != NULL ? child_height (second, column) : 0);

    y += y > 0 ? self->row_spacing : 0;
    if (allocate)
      gtk_widget_size_allocate (first, &(GtkAllocation){ rtl ? width - column : 0, y, column, height }, -1);
    if (allocate && second != NULL)
      gtk_widget_size_allocate (second, &(GtkAllocation){ rtl ? 0 : width - column, y, column, height }, -1);
    y += height;
    first = next_child (gtk_widget_get_next_sibling (second != NULL ? second : first));
  }
  return y;
}

static void
salon_pairs_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *min, int *nat, int *min_base, int *nat_base)
{
  SalonPairsLayout *self = SALON_PAIRS_LAYOUT (manager);
  int width_min = 0;
  int width_nat = 0;

  *min_base = *nat_base = -1;
  for (GtkWidget *child = next_child (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_child (gtk_widget_get_next_sibling (child))) {
    int child_min = 0;
    int child_nat = 0;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_min, &child_nat, NULL, NULL);
    width_min = MAX (width_min, child_min);
    width_nat = MAX (width_nat, child_nat);
  }
  *min = width_min;
  *nat = width_nat;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *min = *nat = run (self, widget, for_size < 0 ? width_nat : MAX (for_size, width_min), FALSE);
}

static void
salon_pairs_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  run (SALON_PAIRS_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
salon_pairs_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
salon_pairs_layout_class_init (SalonPairsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = salon_pairs_layout_measure;
  layout_class->allocate = salon_pairs_layout_allocate;
  layout_class->get_request_mode = salon_pairs_layout_get_request_mode;
}

static void
salon_pairs_layout_init (SalonPairsLayout *self)
{
}

/**
 * salon_pairs_layout_new:
 * @column_width: two columns only if each is at least so wide, in pixels
 * @column_spacing: between them
 * @row_spacing: between two rows
 */
GtkLayoutManager *
salon_pairs_layout_new (int column_width, int column_spacing, int row_spacing)
{
  SalonPairsLayout *self = g_object_new (SALON_TYPE_PAIRS_LAYOUT, NULL);

  self->column_width = column_width;
  self->column_spacing = column_spacing;
  self->row_spacing = row_spacing;
  return GTK_LAYOUT_MANAGER (self);
}
