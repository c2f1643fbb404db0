#pragma once
/* Requests for visits that came from outside. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REQUEST_LIST (salon_request_list_get_type ())
G_DECLARE_FINAL_TYPE (SalonRequestList, salon_request_list, SALON, REQUEST_LIST, GtkWidget)

GtkWidget *salon_request_list_new (SalonSession *session);
void salon_request_list_set_active (SalonRequestList *self, gboolean active);
gboolean salon_request_list_accept_at (SalonRequestList *self, gint64 inquiry_id, gint64 employee_id, gint64 room_id,
                                       gint64 start_min);
guint salon_request_list_get_count (SalonRequestList *self);

G_END_DECLS
