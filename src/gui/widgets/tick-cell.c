/* A check that is pressed anywhere in its cell and tells whether Shift was held.  It does not take the focus: in a
 * table with a focus that walks by rows the keyboard ticks with the space bar. */
#include "gui/widgets/tick-cell.h"
#include "gui/widgets/build.h"

struct _SalonTickCell {
  GtkWidget parent_instance;

  GtkCheckButton *check;
  gboolean setting;
};

enum { TICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonTickCell, salon_tick_cell, GTK_TYPE_WIDGET)

static void
tell (SalonTickCell *self, gboolean ticked, gboolean with_shift)
{
  g_signal_emit (self, signals[TICKED], 0, ticked, with_shift);
}

/* Pressed through accessibility. */
static void
on_toggled (GtkCheckButton *check, SalonTickCell *self)
{
  if (!self->setting)
    tell (self, gtk_check_button_get_active (check), FALSE);
}

/* A press belongs to the tick: it neither selects the row nor opens it. */
static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, SalonTickCell *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  tell (self, !gtk_check_button_get_active (self->check), (state & GDK_SHIFT_MASK) != 0);
}

static void
salon_tick_cell_dispose (GObject *object)
{
  SALON_TICK_CELL (object)->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_tick_cell_parent_class)->dispose (object);
}

static void
salon_tick_cell_class_init (SalonTickCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_tick_cell_dispose;

  /**
   * SalonTickCell::ticked:
   * @ticked: what it is to be
   * @with_shift: whether everything from the last one to here is meant
   */
  signals[TICKED] = g_signal_new ("ticked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tickcell");
}

static void
salon_tick_cell_init (SalonTickCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_focusable (GTK_WIDGET (self->check), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self->check), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  g_signal_connect (self->check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_widget_set_parent (GTK_WIDGET (self->check), GTK_WIDGET (self));
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * salon_tick_cell_new:
 * @label: what ticking means, for screen readers
 */
GtkWidget *
salon_tick_cell_new (const char *label)
{
  SalonTickCell *self = g_object_new (SALON_TYPE_TICK_CELL, NULL);

  salon_set_accessible_label (self->check, label);
  return GTK_WIDGET (self);
}

/**
 * salon_tick_cell_set_active:
 *
 * Shows whether the row is ticked; SalonTickCell::ticked is not emitted.
 */
void
salon_tick_cell_set_active (SalonTickCell *self, gboolean active)
{
  self->setting = TRUE;
  gtk_check_button_set_active (self->check, active);
  self->setting = FALSE;
}
