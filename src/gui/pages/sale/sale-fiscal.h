#pragma once
/* The number of the cash register on a receipt: told, or asked for. */
#include "model/entities/sale.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SALE_FISCAL (salon_sale_fiscal_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleFiscal, salon_sale_fiscal, SALON, SALE_FISCAL, GtkWidget)

GtkWidget *salon_sale_fiscal_new (SalonSession *session);
void salon_sale_fiscal_show (SalonSaleFiscal *self, const SalonSale *sale);

G_END_DECLS
