/* Free times in a grid.  Of a visit of several services the line below says who does what when and where. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/day.h"
#include "gui/parts/booking-slots.h"
#include "gui/widgets/build.h"
#include "gui/widgets/slot-grid.h"
#include "model/entities/employee.h"
#include "model/entities/room.h"
#include "model/entities/service.h"
#include "model/services/booking.h"

#define SLOTS_HEIGHT       150 /* pixels at least: three days */
#define SLOTS_HEIGHT_SMALL 108 /* beside several services */

struct _SalonBookingSlots {
  GtkWidget parent_instance;

  SalonSlotGrid *grid;
  GtkWidget *scroll;
  GtkLabel *detail;

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  GPtrArray *found;          /* SalonFreeSlot */
};

G_DEFINE_FINAL_TYPE (SalonBookingSlots, salon_booking_slots, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SELECTED, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SIGNAL_ACTIVATE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- what is said */

static const char *
name_of_service (SalonBookingSlots *self, gint64 id)
{
  const SalonService *service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, id);

  return service != NULL ? service->name : "";
}

/* "10:00 Manicure · Jana Vītola · Manicure room" */
static char *
line_text (SalonBookingSlots *self, const SalonBookingLine *line)
{
  g_autofree char *time = salon_minute_format ((int) (line->start_min % SALON_MINUTES_A_DAY));
  const SalonEmployee *employee = salon_directory_find (self->directory, SALON_DIRECTORY_EMPLOYEES, line->employee_id);
  const SalonRoom *room = salon_directory_find (self->directory, SALON_DIRECTORY_ROOMS, line->room_id);
  g_autofree char *what = g_strdup_printf ("%s %s", time, name_of_service (self, line->service_id));

  return g_strjoin (" · ", what, employee != NULL ? employee->first_name : "", room != NULL ? room->name : NULL, NULL);
}

/* Returns: (nullable): nothing for a single service: the button says all there is to say */
static char *
detail_of (SalonBookingSlots *self, const SalonFreeSlot *slot)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (slot == NULL || slot->lines->len < 2)
    return NULL;
  for (guint i = 0; i < slot->lines->len; i++) {
    g_autofree char *line = line_text (self, &g_array_index (slot->lines, SalonBookingLine, i));

    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
  }
  if (slot->waiting > 0) {
    g_autofree char *waiting = g_strdup_printf (ngettext ("The client waits %d minute in between.",
                                                          "The client waits %d minutes in between.", slot->waiting),
                                                slot->waiting);

    g_string_append_printf (text, "\n%s", waiting);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
tooltip_of (SalonBookingSlots *self, const SalonFreeSlot *slot)
{
  char *detail = detail_of (self, slot);

  return detail != NULL ? detail : g_strjoin (" · ", slot->employee, slot->room, NULL);
}

static void
update_detail (SalonBookingSlots *self)
{
  g_autofree char *detail = detail_of (self, salon_booking_slots_get_chosen (self));

  gtk_label_set_text (self->detail, detail != NULL ? detail : "");
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroll),
                                              detail != NULL ? SLOTS_HEIGHT_SMALL : SLOTS_HEIGHT);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
}

/* ---- callbacks */

static void
on_selected (SalonSlotGrid *grid, GParamSpec *spec, SalonBookingSlots *self)
{
  update_detail (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
on_activate (SalonSlotGrid *grid, gint64 start, SalonBookingSlots *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

/* ---- overrides */

static void
salon_booking_slots_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_SELECTED)
    g_value_set_int64 (value, salon_booking_slots_get_selected (SALON_BOOKING_SLOTS (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static gboolean
salon_booking_slots_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_BOOKING_SLOTS (widget)->grid));
}

static void
salon_booking_slots_dispose (GObject *object)
{
  SalonBookingSlots *self = SALON_BOOKING_SLOTS (object);

  g_signal_handlers_disconnect_by_data (self->grid, self);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  G_OBJECT_CLASS (salon_booking_slots_parent_class)->dispose (object);
}

static void
salon_booking_slots_class_init (SalonBookingSlotsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = salon_booking_slots_get_property;
  object_class->dispose = salon_booking_slots_dispose;
  widget_class->grab_focus = salon_booking_slots_grab_focus;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonBookingSlots:selected: start of the chosen time, or %SALON_SLOT_NONE
   */
  props[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, G_MININT64, G_MAXINT64, SALON_SLOT_NONE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * SalonBookingSlots::activate: the chosen time is meant
   */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", SALON_TYPE_BOOKING_SLOTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bookingslots");
}

static void
salon_booking_slots_init (SalonBookingSlots *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->grid = SALON_SLOT_GRID (salon_slot_grid_new ());
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), GTK_WIDGET (self->grid));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroll), SLOTS_HEIGHT);
  gtk_widget_set_vexpand (self->scroll, TRUE);
  self->detail = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-slot-detail"));
  gtk_widget_set_visible (GTK_WIDGET (self->detail), FALSE);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->detail), GTK_WIDGET (self));
  g_signal_connect (self->grid, "notify::selected", G_CALLBACK (on_selected), self);
  g_signal_connect (self->grid, "activate", G_CALLBACK (on_activate), self);
}

/**
 * salon_booking_slots_new:
 *
 * Returns: (transfer floating): no times yet
 */
GtkWidget *
salon_booking_slots_new (SalonSession *session)
{
  SalonBookingSlots *self = g_object_new (SALON_TYPE_BOOKING_SLOTS, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  return GTK_WIDGET (self);
}

static void
append_day (SalonBookingSlots *self, SalonDay day)
{
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  g_autofree char *title = salon_day_format_relative (day, today);

  salon_slot_grid_append_day (self->grid, title, NULL);
}

/**
 * salon_booking_slots_fill:
 * @found: (transfer full) (element-type SalonFreeSlot): by start
 *
 * None of them is chosen then.
 */
void
salon_booking_slots_fill (SalonBookingSlots *self, GPtrArray *found)
{
  SalonDay day = SALON_DAY_NONE;

  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = found;
  salon_slot_grid_begin (self->grid);
  for (guint i = 0; i < found->len; i++) {
    const SalonFreeSlot *slot = found->pdata[i];
    g_autofree char *time = salon_minute_format ((int) (slot->start_min % SALON_MINUTES_A_DAY));
    g_autofree char *tooltip = tooltip_of (self, slot);

    if (day != (SalonDay) (slot->start_min / SALON_MINUTES_A_DAY)) {
      day = (SalonDay) (slot->start_min / SALON_MINUTES_A_DAY);
      append_day (self, day);
    }
    salon_slot_grid_append_slot (self->grid, slot->start_min, time, tooltip);
  }
  salon_slot_grid_end (self->grid);
  update_detail (self);
}

/**
 * salon_booking_slots_clear: no times are known any more
 */
void
salon_booking_slots_clear (SalonBookingSlots *self)
{
  g_clear_pointer (&self->found, g_ptr_array_unref);
  salon_slot_grid_clear (self->grid);
  update_detail (self);
}

/**
 * salon_booking_slots_is_empty:
 *
 * Returns: whether there is nothing to choose
 */
gboolean
salon_booking_slots_is_empty (SalonBookingSlots *self)
{
  return self->found == NULL || self->found->len == 0;
}

/**
 * salon_booking_slots_select:
 * @start: absolute wall minute, or %SALON_SLOT_NONE
 */
void
salon_booking_slots_select (SalonBookingSlots *self, gint64 start)
{
  salon_slot_grid_select (self->grid, start);
}

/**
 * salon_booking_slots_select_first: and shows it
 */
void
salon_booking_slots_select_first (SalonBookingSlots *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));

  if (salon_booking_slots_is_empty (self))
    return;
  salon_slot_grid_select (self->grid, ((SalonFreeSlot *) self->found->pdata[0])->start_min);
  gtk_adjustment_set_value (adjustment, 0);
}

/**
 * salon_booking_slots_get_selected:
 *
 * Returns: absolute wall minute, or %SALON_SLOT_NONE
 */
gint64
salon_booking_slots_get_selected (SalonBookingSlots *self)
{
  return salon_slot_grid_get_selected (self->grid);
}

/**
 * salon_booking_slots_get_chosen:
 *
 * Returns: (transfer none) (nullable): the chosen time with its lines
 */
const SalonFreeSlot *
salon_booking_slots_get_chosen (SalonBookingSlots *self)
{
  gint64 start = salon_slot_grid_get_selected (self->grid);

  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    if (((SalonFreeSlot *) self->found->pdata[i])->start_min == start)
      return self->found->pdata[i];
  return NULL;
}
