#pragma once
/* The services of a kind of season ticket: which, and how many of each where they are counted one by one. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_TICKET_SERVICES (salon_ticket_services_get_type ())
G_DECLARE_FINAL_TYPE (SalonTicketServices, salon_ticket_services, SALON, TICKET_SERVICES, GtkWidget)

GtkWidget *salon_ticket_services_new (SalonSession *session);
void salon_ticket_services_set (SalonTicketServices *self, const GArray *services);
void salon_ticket_services_set_counted (SalonTicketServices *self, gboolean counted, gint64 unit);
GArray *salon_ticket_services_get (SalonTicketServices *self, gboolean *readable);

G_END_DECLS
