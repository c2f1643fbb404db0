/* Heads are used again for other columns. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/widgets/schedule-heads.h"
#include "gui/widgets/build.h"
#include "gui/widgets/schedule-head.h"

struct _SalonScheduleHeads {
  GtkWidget parent_instance;

  const SalonScheduleGeometry *geometry; /* of the grid, which lives as long */
  GtkAdjustment *across;
};

enum { MENU, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonScheduleHeads, salon_schedule_heads, GTK_TYPE_WIDGET)

static void
salon_schedule_heads_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min, int *nat, int *min_base,
                              int *nat_base)
{
  *min = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int most = 0;

    gtk_widget_measure (child, orientation, -1, NULL, &most, NULL, NULL);
    *min = MAX (*min, most);
  }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *min = 0;
  *nat = *min;
  *min_base = *nat_base = -1;
}

static void
salon_schedule_heads_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SalonScheduleHeads *self = SALON_SCHEDULE_HEADS (widget);
  SalonScheduleGeometry geometry = *self->geometry;
  guint i = 0;

  /* the same width as the field below, which may not have been allocated yet */
  geometry.width = MAX (width, salon_schedule_min_width (&geometry));
  geometry.rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child), i++) {
    int x = 0;
    int wide = 0;

    if (geometry.columns == NULL || i >= geometry.columns->len)
      break;
    salon_schedule_column_span (&geometry, i, &x, &wide);
    gtk_widget_size_allocate (
        child, &(GtkAllocation){ x - (int) gtk_adjustment_get_value (self->across), 0, wide, height }, -1);
  }
}

static void
on_menu (SalonScheduleHead *head, double x, double y, SalonScheduleHeads *self)
{
  g_signal_emit (self, signals[MENU], 0, head, x, y);
}

static void
salon_schedule_heads_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_schedule_heads_parent_class)->dispose (object);
}

static void
salon_schedule_heads_class_init (SalonScheduleHeadsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_schedule_heads_dispose;
  widget_class->measure = salon_schedule_heads_measure;
  widget_class->size_allocate = salon_schedule_heads_size_allocate;

  /**
   * SalonScheduleHeads::menu: what can be done with a column shall be shown
   * @head: a #SalonScheduleHead
   * @x: place in it
   * @y: place in it
   */
  signals[MENU] = g_signal_new ("menu", SALON_TYPE_SCHEDULE_HEADS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                GTK_TYPE_WIDGET, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "scheduleheads");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_schedule_heads_init (SalonScheduleHeads *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  salon_set_accessible_label (self, _("Columns"));
}

/**
 * salon_schedule_heads_new:
 * @geometry: of the field; it lives longer
 * @across: of the field
 *
 * Returns: (transfer floating): a row of heads
 */
GtkWidget *
salon_schedule_heads_new (const SalonScheduleGeometry *geometry, GtkAdjustment *across)
{
  SalonScheduleHeads *self = g_object_new (SALON_TYPE_SCHEDULE_HEADS, NULL);

  self->geometry = geometry;
  self->across = across;
  g_signal_connect_object (across, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * salon_schedule_heads_set_board:
 * @board: what the field shows
 * @by_day: the columns are days of one employee
 */
void
salon_schedule_heads_set_board (SalonScheduleHeads *self, const SalonBoard *board, gboolean by_day)
{
  const GArray *columns = self->geometry->columns;
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_return_if_fail (SALON_IS_SCHEDULE_HEADS (self));

  for (guint i = 0; columns != NULL && i < columns->len; i++) {
    if (child == NULL) {
      child = salon_schedule_head_new ();
      g_signal_connect (child, "menu", G_CALLBACK (on_menu), self);
      gtk_widget_set_parent (child, GTK_WIDGET (self));
    }
    salon_schedule_head_set (SALON_SCHEDULE_HEAD (child), board, &g_array_index (columns, SalonBoardColumn, i), by_day);
    child = gtk_widget_get_next_sibling (child);
  }
  while (child != NULL) {
    GtkWidget *next = gtk_widget_get_next_sibling (child);

    gtk_widget_unparent (child);
    child = next;
  }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
