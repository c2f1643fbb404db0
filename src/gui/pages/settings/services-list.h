#pragma once
/* The price list: services by category with a search, and the editor of the chosen one beside it. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SERVICES_LIST (salon_services_list_get_type ())
G_DECLARE_FINAL_TYPE (SalonServicesList, salon_services_list, SALON, SERVICES_LIST, GtkWidget)

GtkWidget *salon_services_list_new (SalonSession *session);
void salon_services_list_set_editable (SalonServicesList *self, gboolean editable);

G_END_DECLS
