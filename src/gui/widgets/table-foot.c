/* The cells get the places of the heads above them, also while a column is made wider or the table is scrolled sideways.
 * GtkColumnView has no foot. */
#include "gui/widgets/table-foot.h"
#include "gui/widgets/build.h"

struct _SalonTableFoot {
  GtkWidget parent_instance;

  GtkWidget *view; /* not owned: the GtkColumnView */
};

G_DEFINE_FINAL_TYPE (SalonTableFoot, salon_table_foot, GTK_TYPE_WIDGET)

static GtkWidget *
find_view (GtkWidget *root)
{
  GtkWidget *found = GTK_IS_COLUMN_VIEW (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_view (child);
  return found;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *min_base, int *nat_base)
{
  *minimum = *natural = 0;
  *min_base = *nat_base = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int least = 0;
    int usual = 0;

    gtk_widget_measure (child, orientation, -1, &least, &usual, NULL, NULL);
    *minimum = MAX (*minimum, least);
    *natural = MAX (*natural, usual);
  }
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SalonTableFoot *self = SALON_TABLE_FOOT (widget);
  GtkWidget *header = self->view != NULL ? gtk_widget_get_first_child (self->view) : NULL;
  GtkWidget *head = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
    int least = 0;

    while (head != NULL && !gtk_widget_get_visible (head))
      head = gtk_widget_get_next_sibling (head);
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    if (head != NULL && gtk_widget_compute_bounds (head, widget, &bounds))
      gtk_widget_size_allocate (child,
                                &(GtkAllocation){ (int) bounds.origin.x, 0, MAX (least, (int) bounds.size.width), height }, -1);
    head = head != NULL ? gtk_widget_get_next_sibling (head) : NULL;
  }
}

static void
salon_table_foot_dispose (GObject *object)
{
  g_clear_weak_pointer (&SALON_TABLE_FOOT (object)->view);
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_table_foot_parent_class)->dispose (object);
}

static void
salon_table_foot_class_init (SalonTableFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_table_foot_dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  gtk_widget_class_set_css_name (widget_class, "tablefoot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_table_foot_init (SalonTableFoot *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
follow (gpointer source, const char *signal, SalonTableFoot *self)
{
  g_signal_connect_object (source, signal, G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
}

/**
 * salon_table_foot_new:
 * @table: the #SalonTable above it, with its columns, in the same box
 */
GtkWidget *
salon_table_foot_new (GtkWidget *table)
{
  SalonTableFoot *self = g_object_new (SALON_TYPE_TABLE_FOOT, NULL);
  GtkAdjustment *across = NULL;
  GListModel *columns = NULL;

  g_set_weak_pointer (&self->view, find_view (table));
  columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));
  follow (columns, "items-changed", self);
  follow (across, "value-changed", self);
  follow (across, "changed", self);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

    follow (column, "notify::fixed-width", self);
  }
  return GTK_WIDGET (self);
}

/**
 * salon_table_foot_append:
 * @cell: (transfer floating): under the next column
 */
void
salon_table_foot_append (SalonTableFoot *self, GtkWidget *cell)
{
  g_return_if_fail (SALON_IS_TABLE_FOOT (self));

  gtk_widget_set_parent (cell, GTK_WIDGET (self));
}
