#pragma once
/* The free times of a booking, and who does what where at the one that is chosen. */
#include "gui/parts/directory.h"
#include "model/services/slots-query.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOOKING_SLOTS (salon_booking_slots_get_type ())
G_DECLARE_FINAL_TYPE (SalonBookingSlots, salon_booking_slots, SALON, BOOKING_SLOTS, GtkWidget)

GtkWidget *salon_booking_slots_new (SalonSession *session);
void salon_booking_slots_fill (SalonBookingSlots *self, GPtrArray *found);
void salon_booking_slots_clear (SalonBookingSlots *self);
gboolean salon_booking_slots_is_empty (SalonBookingSlots *self);
void salon_booking_slots_select (SalonBookingSlots *self, gint64 start);
void salon_booking_slots_select_first (SalonBookingSlots *self);
gint64 salon_booking_slots_get_selected (SalonBookingSlots *self);
const SalonFreeSlot *salon_booking_slots_get_chosen (SalonBookingSlots *self);

G_END_DECLS
