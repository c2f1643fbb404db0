#pragma once
/* The season tickets of a client: what is left of each and until when, freezing, extending, how it came about. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_TICKETS (salon_client_tickets_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientTickets, salon_client_tickets, SALON, CLIENT_TICKETS, GtkWidget)

GtkWidget *salon_client_tickets_new (SalonClientModel *model);

G_END_DECLS
