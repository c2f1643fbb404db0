#pragma once
/* What is to be booked: the services, one more, and in which order. */
#include "gui/parts/booking-draft.h"
#include "gui/parts/directory.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOOKING_ITEMS (salon_booking_items_get_type ())
G_DECLARE_FINAL_TYPE (SalonBookingItems, salon_booking_items, SALON, BOOKING_ITEMS, GtkWidget)

GtkWidget *salon_booking_items_new (SalonDirectory *directory);
void salon_booking_items_show (SalonBookingItems *self, const SalonBookingDraft *draft);
void salon_booking_items_add (SalonBookingItems *self);

G_END_DECLS
