#pragma once
/* What the sale comes to: without discount, what is taken off and why, tax, and what is to be paid. */
#include <gtk/gtk.h>

#include "gui/pages/sale/sale-draft.h"

G_BEGIN_DECLS

#define SALON_TYPE_SALE_SUMS (salon_sale_sums_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleSums, salon_sale_sums, SALON, SALE_SUMS, GtkWidget)

GtkWidget *salon_sale_sums_new (SalonSession *session);
void salon_sale_sums_show (SalonSaleSums *self, const SalonSaleQuote *quote);

G_END_DECLS
