#pragma once
/* Giving a line of a receipt back, or taking the receipt back: how much, how it is paid back, and why. */
#include "model/services/sale.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SALE_BACK (salon_sale_back_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleBack, salon_sale_back, SALON, SALE_BACK, GtkWidget)

char *salon_sale_return_text (SalonSaleKind kind, gint64 of_number, const char *note);

GtkWidget *salon_sale_back_new (SalonSession *session, GtkWidget *next);
void salon_sale_back_ask_line (SalonSaleBack *self, const SalonSale *sale, const SalonSaleLine *line);
void salon_sale_back_ask_all (SalonSaleBack *self, const SalonSale *sale);
void salon_sale_back_close (SalonSaleBack *self);

G_END_DECLS
