#pragma once
/* Certificates and season tickets that were shown before there was anything that they could pay for. */
#include "gui/pages/sale/sale-draft.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SALE_READY (salon_sale_ready_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleReady, salon_sale_ready, SALON, SALE_READY, GtkWidget)

GtkWidget *salon_sale_ready_new (SalonSession *session, SalonSaleDraft *draft);

G_END_DECLS
