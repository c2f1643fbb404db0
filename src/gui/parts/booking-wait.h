#pragma once
/* What was about to be booked is waited for instead. */
#include "gui/parts/booking-draft.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOOKING_WAIT (salon_booking_wait_get_type ())
G_DECLARE_FINAL_TYPE (SalonBookingWait, salon_booking_wait, SALON, BOOKING_WAIT, GtkWidget)

GtkWidget *salon_booking_wait_new (SalonSession *session);
void salon_booking_wait_set_draft (SalonBookingWait *self, const SalonBookingDraft *draft);

G_END_DECLS
