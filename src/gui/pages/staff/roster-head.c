/* Weekday, number, and whether the salon is closed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/staff/roster-head.h"
#include "gui/widgets/build.h"
#include "gui/widgets/even-layout.h"

struct _SalonRosterHead {
  GtkWidget parent_instance;

  SalonEvenLayout *layout;
  guint n_days;
  guint anchor; /* where the drag began */
  guint cursor;
  gboolean dragging;
};

enum { SIGNAL_DAYS, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonRosterHead, salon_roster_head, GTK_TYPE_WIDGET)

/* ---- showing */

static char *
tooltip_of (const SalonRoster *roster, guint day)
{
  g_autofree char *date = salon_day_format (roster->first_day + (SalonDay) day);

  if (roster->holidays[day] != NULL)
    return g_strdup_printf ("%s\n%s", date, roster->holidays[day]->name);
  /* Translators: a date, and what a click on it does */
  return g_strdup_printf (_("%s\nClick to close the salon on this day"), date);
}

static GtkWidget *
cell_new (const SalonRoster *roster, guint day)
{
  SalonDay at = roster->first_day + (SalonDay) day;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  int mday = 0;
  g_autofree char *number = NULL;
  g_autofree char *tooltip = tooltip_of (roster, day);

  salon_day_to_ymd (at, NULL, NULL, &mday);
  number = g_strdup_printf ("%d", mday);
  gtk_box_append (GTK_BOX (box), salon_label_new (salon_weekday_short_name (salon_day_weekday (at)), "salon-roster-weekday"));
  gtk_box_append (GTK_BOX (box), salon_label_new (number, "salon-num"));
  gtk_widget_set_halign (gtk_widget_get_first_child (box), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (gtk_widget_get_last_child (box), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "salon-roster-head");
  salon_set_css_class (box, "today", at == roster->today);
  salon_set_css_class (box, "weekend", (salon_weekend () & (1u << salon_day_weekday (at))) != 0);
  salon_set_css_class (box, "holiday", roster->holidays[day] != NULL);
  salon_set_css_class (box, "week", salon_day_weekday (at) == salon_first_weekday () && day > 0);
  gtk_widget_set_tooltip_text (box, tooltip);
  return box;
}

static void
show_chosen (SalonRosterHead *self)
{
  guint first = MIN (self->anchor, self->cursor);
  guint last = MAX (self->anchor, self->cursor);
  guint day = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self)); cell != NULL; cell = gtk_widget_get_next_sibling (cell)) {
    salon_set_css_class (cell, "chosen", self->dragging && day >= first && day <= last);
    day++;
  }
}

/* ---- the pointer */

static guint
day_at (SalonRosterHead *self, double x)
{
  int day = salon_even_layout_column_at (self->layout, gtk_widget_get_width (GTK_WIDGET (self)), x);

  return (guint) CLAMP (day, 0, (int) self->n_days - 1);
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, SalonRosterHead *self)
{
  if (self->n_days == 0)
    return;
  self->dragging = TRUE;
  self->anchor = self->cursor = day_at (self, x);
  show_chosen (self);
}

static void
on_drag_update (GtkGestureDrag *drag, double offset_x, double offset_y, SalonRosterHead *self)
{
  double x = 0;
  guint day = 0;

  if (!self->dragging || !gtk_gesture_drag_get_start_point (drag, &x, NULL))
    return;
  day = day_at (self, x + offset_x);
  if (day == self->cursor)
    return;
  self->cursor = day;
  show_chosen (self);
}

static void
on_drag_end (GtkGestureDrag *drag, double offset_x, double offset_y, SalonRosterHead *self)
{
  if (!self->dragging)
    return;
  self->dragging = FALSE;
  show_chosen (self);
  g_signal_emit (self, signals[SIGNAL_DAYS], 0, MIN (self->anchor, self->cursor), MAX (self->anchor, self->cursor));
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, SalonRosterHead *self)
{
  self->dragging = FALSE;
  show_chosen (self);
}

/* ---- building */

static void
salon_roster_head_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_roster_head_parent_class)->dispose (object);
}

static void
salon_roster_head_class_init (SalonRosterHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_roster_head_dispose;

  /**
   * SalonRosterHead::days:
   * @first: number of the first day that was chosen
   * @last: of the last
   */
  signals[SIGNAL_DAYS] = g_signal_new ("days", SALON_TYPE_ROSTER_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                       G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "rosterhead");
}

static void
salon_roster_head_init (SalonRosterHead *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * salon_roster_head_new:
 * @cell_width: of a day, at least
 *
 * Returns: (transfer floating): a head without days
 */
GtkWidget *
salon_roster_head_new (int cell_width, int height)
{
  SalonRosterHead *self = g_object_new (SALON_TYPE_ROSTER_HEAD, NULL);

  self->layout = SALON_EVEN_LAYOUT (salon_even_layout_new (cell_width, height));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), GTK_LAYOUT_MANAGER (self->layout));
  return GTK_WIDGET (self);
}

/**
 * salon_roster_head_show: shows the days of a month
 */
void
salon_roster_head_show (SalonRosterHead *self, const SalonRoster *roster)
{
  salon_dispose_children (GTK_WIDGET (self));
  self->n_days = roster->n_days;
  self->dragging = FALSE;
  for (guint day = 0; day < roster->n_days; day++)
    gtk_widget_set_parent (cell_new (roster, day), GTK_WIDGET (self));
  salon_even_layout_set_columns (self->layout, (int) roster->n_days);
}
