#pragma once
/* The add-ons of a service, or the services that an add-on goes with; each change is saved at once. */
#include "gui/parts/directory.h"
#include "model/entities/service.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SERVICE_ADDONS (salon_service_addons_get_type ())
G_DECLARE_FINAL_TYPE (SalonServiceAddons, salon_service_addons, SALON, SERVICE_ADDONS, GtkWidget)

GtkWidget *salon_service_addons_new (SalonSession *session);
void salon_service_addons_show (SalonServiceAddons *self, SalonService *service);
void salon_service_addons_set_editable (SalonServiceAddons *self, gboolean editable);

G_END_DECLS
