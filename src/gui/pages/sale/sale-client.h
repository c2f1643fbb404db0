#pragma once
/* Who buys: picked by the search, with what she has to pay with; nobody is somebody unknown. */
#include "gui/pages/sale/sale-draft.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SALE_CLIENT (salon_sale_client_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleClient, salon_sale_client, SALON, SALE_CLIENT, GtkWidget)

GtkWidget *salon_sale_client_new (SalonSession *session, SalonSaleDraft *draft);
void salon_sale_client_popup (SalonSaleClient *self);
void salon_sale_client_ask_alert (SalonSaleClient *self);

G_END_DECLS
