/* Columns side by side.  GtkBox would give the sides their natural width, which changes with every name in them:
 * here it follows from the width of the window alone, so nothing jumps. */
#include "gui/widgets/columns-layout.h"
#include "gui/widgets/build.h"

/* Large text widens a side column, but never beyond this part of the whole. */
#define MAX_PERCENT 28

struct _SalonColumnsLayout {
  GtkLayoutManager parent_instance;

  int spacing;
  SalonSideColumn first;
  SalonSideColumn last;
};

G_DEFINE_FINAL_TYPE (SalonColumnsLayout, salon_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static gboolean
is_shown (GtkWidget *child)
{
  return child != NULL && gtk_widget_should_layout (child);
}

/* What a side column gets of that width; its content may need more than its limits say. */
static int
side_width (const SalonSideColumn *side, GtkWidget *child, int width)
{
  int least = MIN (salon_scale_to_text (child, side->min), MAX (side->min, width * MAX_PERCENT / 100));
  int most = salon_scale_to_text (child, side->max);
  int min;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
  return MAX (min, CLAMP (width * side->percent / 100, least, most));
}

/* Widths of the children in their order; 0 for the hidden ones. */
static void
share_out (SalonColumnsLayout *self, GtkWidget *widget, int width, int *first, int *middle, int *last)
{
  GtkWidget *a = gtk_widget_get_first_child (widget);
  GtkWidget *z = gtk_widget_get_last_child (widget);

  *first = is_shown (a) ? side_width (&self->first, a, width) : 0;
  *last = is_shown (z) && z != a ? side_width (&self->last, z, width) : 0;
  *middle = width - *first - *last - (*first > 0 ? self->spacing : 0) - (*last > 0 ? self->spacing : 0);
}

static int
width_of (GtkWidget *widget, GtkWidget *child, int first, int middle, int last)
{
  if (child == gtk_widget_get_first_child (widget))
    return first;
  return child == gtk_widget_get_last_child (widget) ? last : middle;
}

static void
measure_width (SalonColumnsLayout *self, GtkWidget *widget, int *min, int *nat)
{
  int n = 0;

  *min = *nat = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int child_min;

    if (!is_shown (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_min, NULL, NULL, NULL);
    if (child == gtk_widget_get_first_child (widget))
      child_min = MAX (child_min, self->first.min);
    else if (child == gtk_widget_get_last_child (widget))
      child_min = MAX (child_min, self->last.min);
    *min += child_min + (n++ > 0 ? self->spacing : 0);
  }
  *nat = *min;
}

static void
salon_columns_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                              int *min, int *nat, int *min_base, int *nat_base)
{
  SalonColumnsLayout *self = SALON_COLUMNS_LAYOUT (manager);
  int width_min;
  int width_nat;
  int first;
  int middle;
  int last;

  *min_base = *nat_base = -1;
  measure_width (self, widget, &width_min, &width_nat);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *min = width_min;
    *nat = width_nat;
    return;
  }
  share_out (self, widget, MAX (for_size, width_min), &first, &middle, &last);
  *min = *nat = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int child_min;
    int child_nat;

    if (!is_shown (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width_of (widget, child, first, middle, last), &child_min,
                        &child_nat, NULL, NULL);
    *min = MAX (*min, child_min);
    *nat = MAX (*nat, child_nat);
  }
}

static void
salon_columns_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  SalonColumnsLayout *self = SALON_COLUMNS_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;
  int first;
  int middle;
  int last;

  share_out (self, widget, width, &first, &middle, &last);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int w = width_of (widget, child, first, middle, last);

    if (!is_shown (child))
      continue;
    gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - x - w : x, 0, w, height }, -1);
    x += w + self->spacing;
  }
}

static GtkSizeRequestMode
salon_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
salon_columns_layout_class_init (SalonColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = salon_columns_layout_measure;
  layout_class->allocate = salon_columns_layout_allocate;
  layout_class->get_request_mode = salon_columns_layout_get_request_mode;
}

static void
salon_columns_layout_init (SalonColumnsLayout *self)
{
}

/**
 * salon_columns_layout_new:
 * @spacing: between the columns, pixels
 * @first: limits of the first child
 * @last: limits of the last child
 *
 * For up to three children; a hidden one leaves its place to the middle.
 */
GtkLayoutManager *
salon_columns_layout_new (int spacing, SalonSideColumn first, SalonSideColumn last)
{
  SalonColumnsLayout *self = g_object_new (SALON_TYPE_COLUMNS_LAYOUT, NULL);

  self->spacing = spacing;
  self->first = first;
  self->last = last;
  return GTK_LAYOUT_MANAGER (self);
}
