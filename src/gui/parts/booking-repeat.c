/* Closed as a rule.  Open, it shows every date of the booking before it is made, with what stands in the way; the dates follow
 * the time that is chosen in the panel. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/parts/booking-repeat.h"
#include "gui/parts/recurrence-form.h"
#include "gui/parts/series-dates.h"
#include "gui/widgets/build.h"
#include "model/services/series.h"

struct _SalonBookingRepeat {
  GtkWidget parent_instance;

  GtkExpander *expander;
  SalonRecurrenceForm *form;
  SalonSeriesDates *dates;

  SalonSession *session;
  SalonBookingRequest *booking; /* NULL = no time is chosen */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SalonBookingRepeat, salon_booking_repeat, GTK_TYPE_WIDGET)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_open (SalonBookingRepeat *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self)) && gtk_expander_get_expanded (self->expander);
}

/* ---- the dates */

static void
on_plan (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonBookingRepeat) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *plan = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_clear_pointer (&plan, g_ptr_array_unref);
    return;
  }
  if (plan != NULL)
    salon_series_dates_show (self->dates, plan, salon_clock_today (salon_session_clock (self->session)));
  else
    salon_series_dates_refuse (self->dates, error->message);
}

/* What is known is forgotten at once: it is of another booking. */
static void
ask (SalonBookingRepeat *self)
{
  SalonRecurrence recurrence = salon_recurrence_form_get (self->form);
  SalonSeriesRequest *request = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  salon_series_dates_clear (self->dates);
  if (!is_open (self) || self->booking == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  request = salon_series_request_new (0, &recurrence);
  request->booking = salon_booking_request_copy (self->booking);
  salon_session_query (self->session, &salon_query_series_plan, SALON_LANE_INTERACTIVE, request, self->cancellable, on_plan,
                       g_object_ref (self));
}

static gboolean
same_booking (const SalonBookingRequest *a, const SalonBookingRequest *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->client_id == b->client_id && a->lines->len == b->lines->len
         && memcmp (a->lines->data, b->lines->data, a->lines->len * sizeof (SalonBookingLine)) == 0;
}

/* ---- callbacks */

static void
on_form (SalonRecurrenceForm *form, SalonBookingRepeat *self)
{
  ask (self);
}

static void
on_expanded (GtkExpander *expander, GParamSpec *spec, SalonBookingRepeat *self)
{
  if (self->session != NULL)
    ask (self);
}

static void
on_dates (SalonSeriesDates *dates, SalonBookingRepeat *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonBookingRepeat *self)
{
  if (is_open (self) && (salon_change_set_touches (changes, "visit") || salon_change_set_touches (changes, "work-hours")))
    ask (self);
}

/* ---- building */

static void
salon_booking_repeat_dispose (GObject *object)
{
  SalonBookingRepeat *self = SALON_BOOKING_REPEAT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->booking, salon_booking_request_free);
  G_OBJECT_CLASS (salon_booking_repeat_parent_class)->dispose (object);
}

static void
salon_booking_repeat_class_init (SalonBookingRepeatClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_booking_repeat_dispose;

  /**
   * SalonBookingRepeat::changed: other dates than before, or none
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_BOOKING_REPEAT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_booking_repeat_init (SalonBookingRepeat *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->expander = GTK_EXPANDER (gtk_expander_new (C_ ("visit", "Repeat …")));
  self->form = SALON_RECURRENCE_FORM (salon_recurrence_form_new ());
  self->dates = SALON_SERIES_DATES (salon_series_dates_new ());
  gtk_widget_set_margin_top (box, 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->dates));
  gtk_expander_set_child (self->expander, box);
  gtk_widget_set_parent (GTK_WIDGET (self->expander), GTK_WIDGET (self));
  g_signal_connect (self->expander, "notify::expanded", G_CALLBACK (on_expanded), self);
  g_signal_connect (self->form, "changed", G_CALLBACK (on_form), self);
  g_signal_connect (self->dates, "changed", G_CALLBACK (on_dates), self);
}

/**
 * salon_booking_repeat_new:
 *
 * Returns: (transfer floating): closed: the booking is made once
 */
GtkWidget *
salon_booking_repeat_new (SalonSession *session)
{
  SalonBookingRepeat *self = g_object_new (SALON_TYPE_BOOKING_REPEAT, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_booking_repeat_set_booking:
 * @slot: (nullable): the time that is chosen
 *
 * A visit that gets another time does not repeat by that.
 */
void
salon_booking_repeat_set_booking (SalonBookingRepeat *self, const SalonBookingDraft *draft, const SalonFreeSlot *slot)
{
  SalonBookingRequest *booking = slot != NULL ? salon_booking_draft_request (draft, slot) : NULL;
  gboolean shown = draft->moved_visit == 0 && !salon_booking_draft_is_empty (draft);

  if (shown == gtk_widget_get_visible (GTK_WIDGET (self)) && same_booking (self->booking, booking)) {
    g_clear_pointer (&booking, salon_booking_request_free);
    return;
  }
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  g_clear_pointer (&self->booking, salon_booking_request_free);
  self->booking = booking;
  ask (self);
}

/**
 * salon_booking_repeat_close: the next booking is made once
 */
void
salon_booking_repeat_close (SalonBookingRepeat *self)
{
  gtk_expander_set_expanded (self->expander, FALSE);
}

/**
 * salon_booking_repeat_is_settled:
 *
 * Returns: whether all dates are known: nothing is booked that was not seen
 */
gboolean
salon_booking_repeat_is_settled (SalonBookingRepeat *self)
{
  return !is_open (self) || salon_series_dates_is_planned (self->dates);
}

/**
 * salon_booking_repeat_count:
 *
 * Returns: how many visits follow the first
 */
guint
salon_booking_repeat_count (SalonBookingRepeat *self)
{
  return is_open (self) ? salon_series_dates_count (self->dates) : 0;
}

/**
 * salon_booking_repeat_get:
 * @recurrence: (out): how it repeats
 *
 * Returns: (transfer full) (nullable) (element-type gint64): absolute wall minutes of the visits after the first; %NULL if
 *   there are none
 */
GArray *
salon_booking_repeat_get (SalonBookingRepeat *self, SalonRecurrence *recurrence)
{
  *recurrence = salon_recurrence_form_get (self->form);
  return salon_booking_repeat_count (self) > 0 ? salon_series_dates_get_starts (self->dates) : NULL;
}
