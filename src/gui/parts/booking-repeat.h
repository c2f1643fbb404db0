#pragma once
/* Whether what is about to be booked repeats, and when it would be. */
#include "gui/parts/booking-draft.h"
#include "model/rules/recurrence.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOOKING_REPEAT (salon_booking_repeat_get_type ())
G_DECLARE_FINAL_TYPE (SalonBookingRepeat, salon_booking_repeat, SALON, BOOKING_REPEAT, GtkWidget)

GtkWidget *salon_booking_repeat_new (SalonSession *session);
void salon_booking_repeat_set_booking (SalonBookingRepeat *self, const SalonBookingDraft *draft, const SalonFreeSlot *slot);
void salon_booking_repeat_close (SalonBookingRepeat *self);
gboolean salon_booking_repeat_is_settled (SalonBookingRepeat *self);
guint salon_booking_repeat_count (SalonBookingRepeat *self);
GArray *salon_booking_repeat_get (SalonBookingRepeat *self, SalonRecurrence *recurrence);

G_END_DECLS
