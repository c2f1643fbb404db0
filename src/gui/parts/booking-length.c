/* The length of a service as it is offered until another is asked for.  What does not suit the service is told at the field
 * and goes no further. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/booking-length.h"
#include "gui/widgets/build.h"
#include "gui/widgets/time-entry.h"
#include "model/rules/timing.h"

#define WIDTH 9 /* characters: "1 h 30 min" */

struct _SalonBookingLength {
  GtkWidget parent_instance;

  SalonValueEntry *entry;
  SalonLineShape shape; /* as the service is offered */
  int minutes;          /* as it is shown; 0 = as it is offered */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonBookingLength, salon_booking_length, GTK_TYPE_WIDGET)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static int
own_length (const SalonBookingLength *self)
{
  return salon_line_length (&self->shape);
}

/* Returns: whether it suits the service */
static gboolean
check (SalonBookingLength *self, int minutes)
{
  SalonLineShape shape = self->shape;
  g_autoptr (GError) error = NULL;

  if (salon_line_fit (&shape, minutes, &error))
    return TRUE;
  salon_value_entry_set_error (self->entry, error->message);
  return FALSE;
}

static void
take (SalonBookingLength *self, int minutes)
{
  int asked = minutes == own_length (self) ? 0 : minutes;

  if (asked == self->minutes || !check (self, asked))
    return;
  self->minutes = asked;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, asked);
}

/* What cannot be read says so itself; an empty field is the length as it is offered. */
static void
commit (SalonBookingLength *self)
{
  gint64 value = 0;

  if (self->filling || !salon_value_entry_read (self->entry, &value, NULL))
    return;
  if (value == SALON_VALUE_NONE || value == 0) {
    value = own_length (self);
    salon_value_entry_set_value (self->entry, value);
  }
  take (self, (int) value);
}

static void
step (SalonBookingLength *self, int by)
{
  gint64 value = 0;
  SalonLineShape shape = self->shape;
  int minutes = 0;

  if (!salon_value_entry_read (self->entry, &value, NULL) || value == SALON_VALUE_NONE)
    value = own_length (self);
  minutes = (int) (value - value % SALON_LINE_LENGTH_STEP) + (by < 0 && value % SALON_LINE_LENGTH_STEP != 0 ? 0 : by);
  if (!salon_line_fit (&shape, minutes, NULL) || minutes < SALON_LINE_LEAST_WORK)
    return;
  salon_value_entry_set_value (self->entry, minutes);
  take (self, minutes);
}

/* ---- callbacks */

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType modifiers, SalonBookingLength *self)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up || key == GDK_KEY_plus || key == GDK_KEY_KP_Add)
    step (self, SALON_LINE_LENGTH_STEP);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down || key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract)
    step (self, -SALON_LINE_LENGTH_STEP);
  else
    return FALSE;
  return TRUE;
}

static void
on_activate (GtkEntry *entry, SalonBookingLength *self)
{
  commit (self);
}

static void
on_leave (GtkEventControllerFocus *focus, SalonBookingLength *self)
{
  commit (self);
}

/* ---- building */

static void
salon_booking_length_dispose (GObject *object)
{
  SALON_BOOKING_LENGTH (object)->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_booking_length_parent_class)->dispose (object);
}

static void
salon_booking_length_class_init (SalonBookingLengthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_booking_length_dispose;
  widget_class->focus = salon_focus;

  /**
   * SalonBookingLength::changed:
   * @minutes: another length that suits the service; 0 = as it is offered
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_BOOKING_LENGTH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
salon_booking_length_init (SalonBookingLength *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEntry *field = NULL;

  self->entry = SALON_VALUE_ENTRY (salon_duration_entry_new ());
  field = salon_value_entry_get_entry (self->entry);
  salon_value_entry_set_label (self->entry, _("Length"));
  salon_set_tooltip (GTK_WIDGET (self->entry), _("Length (arrow keys: longer, shorter)"));
  gtk_editable_set_width_chars (GTK_EDITABLE (field), WIDTH);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (field), WIDTH);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_after (field, "activate", G_CALLBACK (on_activate), self);
}

/**
 * salon_booking_length_new:
 *
 * Returns: (transfer floating): of no service yet
 */
GtkWidget *
salon_booking_length_new (void)
{
  return g_object_new (SALON_TYPE_BOOKING_LENGTH, NULL);
}

/**
 * salon_booking_length_show:
 * @minutes: 0 = as the service is offered
 *
 * A length that does not suit the service is shown with why.
 */
void
salon_booking_length_show (SalonBookingLength *self, const SalonService *service, int minutes)
{
  self->filling = TRUE;
  salon_line_shape_of_service (service, &self->shape);
  self->minutes = minutes == own_length (self) ? 0 : minutes;
  salon_value_entry_set_value (self->entry, self->minutes != 0 ? self->minutes : own_length (self));
  check (self, self->minutes);
  self->filling = FALSE;
}
