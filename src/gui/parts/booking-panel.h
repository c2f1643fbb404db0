#pragma once
/* Booking beside the client: what, with whom, where, and the times that are free. */
#include "model/entities/occupancy.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOOKING_PANEL (salon_booking_panel_get_type ())
G_DECLARE_FINAL_TYPE (SalonBookingPanel, salon_booking_panel, SALON, BOOKING_PANEL, GtkWidget)

GtkWidget *salon_booking_panel_new (SalonSession *session);
void salon_booking_panel_set_client (SalonBookingPanel *self, gint64 client_id);
void salon_booking_panel_set_new_client (SalonBookingPanel *self, const char *name, const char *phone);
void salon_booking_panel_move_visit (SalonBookingPanel *self, gint64 visit_id, const GArray *service_ids,
                                     gint64 employee_id);
void salon_booking_panel_keep_moving (SalonBookingPanel *self, gint64 visit_id);
void salon_booking_panel_preset (SalonBookingPanel *self, SalonResourceKind kind, gint64 resource_id, gint64 start_min);
void salon_booking_panel_set_inquiry (SalonBookingPanel *self, gint64 inquiry_id);
void salon_booking_panel_set_minutes (SalonBookingPanel *self, int minutes);
void salon_booking_panel_focus (SalonBookingPanel *self);

G_END_DECLS
