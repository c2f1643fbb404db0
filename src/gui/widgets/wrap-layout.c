/* Children in a row of their natural widths that goes on in the next line.  GtkFlowBox puts them into columns of
 * one width, which tears tags of different length apart; AdwWrapBox came with libadwaita 1.7. */
#include "gui/widgets/wrap-layout.h"

struct _SalonWrapLayout {
  GtkLayoutManager parent_instance;

  int column_spacing;
  int row_spacing;
};

G_DEFINE_FINAL_TYPE (SalonWrapLayout, salon_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct {
  int x;
  int y;
  int width;      /* the room there is */
  int row_height; /* of every row */
} Pen;

/* Moves on to the place of a child of that width. */
static void
pen_place (Pen *pen, const SalonWrapLayout *self, int width)
{
  if (pen->x == 0 || pen->x + width <= pen->width)
    return;
  pen->x = 0;
  pen->y += pen->row_height + self->row_spacing;
}

static int
child_width (GtkWidget *child, int room)
{
  int min;
  int nat;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
  return MAX (min, MIN (nat, room));
}

static int
child_height (GtkWidget *child, int width)
{
  int nat;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &nat, NULL, NULL);
  return nat;
}

static int
tallest_child (GtkWidget *widget, int room)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      height = MAX (height, child_height (child, child_width (child, room)));
  return height;
}

/* Lays the children out in that width, or only finds the height that they need.
 *
 * A child stands in the middle of its row.  All rows are as high as the tallest child: with rows of their own heights a wider layout could be the higher one, and GTK,
 * which looks for the least width of a height by halves, would then look without an end. */
static int
run (SalonWrapLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pen pen = { 0, 0, width, tallest_child (widget, width) };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int w;

    if (!gtk_widget_should_layout (child))
      continue;
    w = child_width (child, width);
    pen_place (&pen, self, w);
    if (allocate) {
      int height = child_height (child, w);

      gtk_widget_size_allocate (
          child, &(GtkAllocation){ rtl ? width - pen.x - w : pen.x, pen.y + (pen.row_height - height) / 2, w, height }, -1);
    }
    pen.x += w + self->column_spacing;
  }
  return pen.y + pen.row_height;
}

static void
measure_width (SalonWrapLayout *self, GtkWidget *widget, int *min, int *nat)
{
  *min = 0;
  *nat = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int child_min;
    int child_nat;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_min, &child_nat, NULL, NULL);
    *min = MAX (*min, child_min);
    *nat += child_nat + (*nat > 0 ? self->column_spacing : 0);
  }
}

static void
salon_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *min, int *nat, int *min_base, int *nat_base)
{
  SalonWrapLayout *self = SALON_WRAP_LAYOUT (manager);
  int width_min;
  int width_nat;

  *min_base = *nat_base = -1;
  measure_width (self, widget, &width_min, &width_nat);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *min = width_min;
    *nat = width_nat;
    return;
  }
  *min = *nat = run (self, widget, for_size < 0 ? width_nat : MAX (for_size, width_min), FALSE);
}

static void
salon_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  run (SALON_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
salon_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
salon_wrap_layout_class_init (SalonWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = salon_wrap_layout_measure;
  layout_class->allocate = salon_wrap_layout_allocate;
  layout_class->get_request_mode = salon_wrap_layout_get_request_mode;
}

static void
salon_wrap_layout_init (SalonWrapLayout *self)
{
}

/**
 * salon_wrap_layout_new:
 * @column_spacing: between neighbours, pixels
 * @row_spacing: between lines, pixels
 */
GtkLayoutManager *
salon_wrap_layout_new (int column_spacing, int row_spacing)
{
  SalonWrapLayout *self = g_object_new (SALON_TYPE_WRAP_LAYOUT, NULL);

  self->column_spacing = column_spacing;
  self->row_spacing = row_spacing;
  return GTK_LAYOUT_MANAGER (self);
}
