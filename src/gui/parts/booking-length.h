#pragma once
/* How long one service of a booking is: typed, or by the arrow keys. */
#include "model/entities/service.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOOKING_LENGTH (salon_booking_length_get_type ())
G_DECLARE_FINAL_TYPE (SalonBookingLength, salon_booking_length, SALON, BOOKING_LENGTH, GtkWidget)

GtkWidget *salon_booking_length_new (void);
void salon_booking_length_show (SalonBookingLength *self, const SalonService *service, int minutes);

G_END_DECLS
