#pragma once
/* One service of a booking: with whom, where, how long, and what is added to it. */
#include "gui/parts/booking-draft.h"
#include "gui/parts/directory.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOOKING_ITEM (salon_booking_item_get_type ())
G_DECLARE_FINAL_TYPE (SalonBookingItem, salon_booking_item, SALON, BOOKING_ITEM, GtkWidget)

GtkWidget *salon_booking_item_new (SalonDirectory *directory);
void salon_booking_item_renew (SalonBookingItem *self);
void salon_booking_item_show (SalonBookingItem *self, const SalonBookingDraft *draft, guint index);

G_END_DECLS
