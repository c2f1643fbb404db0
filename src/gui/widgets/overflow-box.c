/* A line that shows whole children only.  A scrolled line would cut one in the middle and hide that there are more. */
#include "gui/widgets/overflow-box.h"
#include "gui/widgets/build.h"

#define SPACING 6

struct _SalonOverflowBox {
  GtkWidget parent_instance;

  GtkWidget *more; /* the last child */
};

G_DEFINE_FINAL_TYPE (SalonOverflowBox, salon_overflow_box, GTK_TYPE_WIDGET)

static int
natural_width (GtkWidget *child)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
total_width (SalonOverflowBox *self)
{
  int total = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != self->more;
       child = gtk_widget_get_next_sibling (child))
    total += natural_width (child) + (total > 0 ? SPACING : 0);
  return total;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *min_base, int *nat_base)
{
  SalonOverflowBox *self = SALON_OVERFLOW_BOX (widget);

  *minimum = *natural = 0;
  *min_base = *nat_base = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = natural_width (self->more);
    *natural = MAX (total_width (self), *minimum);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int least = 0;
    int usual = 0;

    gtk_widget_measure (child, orientation, -1, &least, &usual, NULL, NULL);
    *minimum = MAX (*minimum, least);
    *natural = MAX (*natural, usual);
  }
}

static void
place (GtkWidget *widget, GtkWidget *child, int x, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? gtk_widget_get_width (widget) - x - width : x, 0, width, height }, -1);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SalonOverflowBox *self = SALON_OVERFLOW_BOX (widget);
  int more = natural_width (self->more);
  gboolean all_fit = total_width (self) <= width;
  int room = all_fit ? width : width - more;
  gboolean full = FALSE;
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != self->more; child = gtk_widget_get_next_sibling (child)) {
    int wanted = natural_width (child);

    full = full || x + wanted > room;
    if (full) {
      gtk_widget_set_child_visible (child, FALSE);
      continue;
    }
    place (widget, child, x, wanted, height);
    x += wanted + SPACING;
  }
  if (all_fit)
    gtk_widget_set_child_visible (self->more, FALSE);
  else
    place (widget, self->more, x, more, height);
}

static void
salon_overflow_box_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  SALON_OVERFLOW_BOX (object)->more = NULL;
  G_OBJECT_CLASS (salon_overflow_box_parent_class)->dispose (object);
}

static void
salon_overflow_box_class_init (SalonOverflowBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_overflow_box_dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = allocate;
  gtk_widget_class_set_css_name (widget_class, "overflowbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_overflow_box_init (SalonOverflowBox *self)
{
}

/**
 * salon_overflow_box_new:
 * @more: (transfer floating): stands at the end when not all children have room
 */
GtkWidget *
salon_overflow_box_new (GtkWidget *more)
{
  SalonOverflowBox *self = g_object_new (SALON_TYPE_OVERFLOW_BOX, NULL);

  self->more = more;
  gtk_widget_set_parent (more, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * salon_overflow_box_append:
 * @child: (transfer floating): shown if there is room
 */
void
salon_overflow_box_append (SalonOverflowBox *self, GtkWidget *child)
{
  g_return_if_fail (SALON_IS_OVERFLOW_BOX (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), self->more);
}

/**
 * salon_overflow_box_clear:
 *
 * Takes all children out; the button at the end stays.
 */
void
salon_overflow_box_clear (SalonOverflowBox *self)
{
  GtkWidget *child = NULL;

  g_return_if_fail (SALON_IS_OVERFLOW_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != self->more)
    gtk_widget_unparent (child);
}
