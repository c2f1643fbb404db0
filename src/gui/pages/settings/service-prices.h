#pragma once
/* The variants of a service, and what employees of each level take for it and for them; each change is saved at once. */
#include "gui/parts/directory.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SERVICE_PRICES (salon_service_prices_get_type ())
G_DECLARE_FINAL_TYPE (SalonServicePrices, salon_service_prices, SALON, SERVICE_PRICES, GtkWidget)

GtkWidget *salon_service_prices_new (SalonSession *session);
void salon_service_prices_show (GtkWidget *widget, gpointer service);
void salon_service_prices_set_editable (GtkWidget *widget, gboolean editable);

G_END_DECLS
