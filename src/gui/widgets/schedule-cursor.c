/* One frame with the time in it; "schedule.book" books there. */
#include "gui/widgets/schedule-cursor.h"
#include "gui/widgets/build.h"
#include "gui/widgets/menu.h"

struct _SalonScheduleCursor {
  GtkWidget parent_instance;

  GtkLabel *time;
};

enum { BOOK, MENU, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonScheduleCursor, salon_schedule_cursor, GTK_TYPE_WIDGET)

static void
action_book (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[BOOK], 0);
}

static void
action_menu (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[MENU], 0, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

static void
salon_schedule_cursor_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_schedule_cursor_parent_class)->dispose (object);
}

static void
salon_schedule_cursor_class_init (SalonScheduleCursorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_schedule_cursor_dispose;

  /**
   * SalonScheduleCursor::book: a visit shall begin here
   */
  signals[BOOK] = g_signal_new ("book", SALON_TYPE_SCHEDULE_CURSOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonScheduleCursor::menu: what can be done here shall be shown
   * @x: place in the cursor
   * @y: place in the cursor
   */
  signals[MENU] = g_signal_new ("menu", SALON_TYPE_SCHEDULE_CURSOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_install_action (widget_class, "schedule.book", NULL, action_book);
  gtk_widget_class_install_action (widget_class, "schedule.menu", NULL, action_menu);
  salon_menu_add_keys (widget_class, "schedule.menu");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "schedulecursor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
salon_schedule_cursor_init (SalonScheduleCursor *self)
{
  self->time = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->time, 0);
  gtk_widget_set_valign (GTK_WIDGET (self->time), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->time), GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * salon_schedule_cursor_new:
 */
GtkWidget *
salon_schedule_cursor_new (void)
{
  return g_object_new (SALON_TYPE_SCHEDULE_CURSOR, NULL);
}

/**
 * salon_schedule_cursor_set_text:
 * @time: when it begins
 * @spoken: what a screen reader says: "10:00, free, Maria"
 */
void
salon_schedule_cursor_set_text (SalonScheduleCursor *self, const char *time, const char *spoken)
{
  g_return_if_fail (SALON_IS_SCHEDULE_CURSOR (self));

  gtk_label_set_text (self->time, time);
  salon_set_accessible_label (self, spoken);
}
