#pragma once
/* The client base as a list: every client, in any order, narrowed by typing. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENTS_PAGE (salon_clients_page_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientsPage, salon_clients_page, SALON, CLIENTS_PAGE, GtkWidget)

GtkWidget *salon_clients_page_new (SalonSession *session);

G_END_DECLS
