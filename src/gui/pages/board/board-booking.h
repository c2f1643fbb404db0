#pragma once
/* Booking from the board: whom, above what and when. */
#include "model/entities/occupancy.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOARD_BOOKING (salon_board_booking_get_type ())
G_DECLARE_FINAL_TYPE (SalonBoardBooking, salon_board_booking, SALON, BOARD_BOOKING, GtkWidget)

GtkWidget *salon_board_booking_new (SalonSession *session);
void salon_board_booking_begin (SalonBoardBooking *self, SalonResourceKind kind, gint64 resource_id, gint64 start, int minutes,
                                gint64 inquiry_id);
void salon_board_booking_set_client (SalonBoardBooking *self, gint64 client_id, const char *name);
void salon_board_booking_set_unknown (SalonBoardBooking *self, const char *typed);
gint64 salon_board_booking_get_client (SalonBoardBooking *self);
void salon_board_booking_move_visit (SalonBoardBooking *self, gint64 visit_id, const GArray *service_ids, gint64 employee_id);
void salon_board_booking_keep_moving (SalonBoardBooking *self, gint64 visit_id);
void salon_board_booking_focus (SalonBoardBooking *self);

G_END_DECLS
