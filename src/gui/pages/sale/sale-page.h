#pragma once
/* The sale: what is sold at the left, who buys and how she pays at the right, then the receipt and the next visit. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SALE_PAGE (salon_sale_page_get_type ())
G_DECLARE_FINAL_TYPE (SalonSalePage, salon_sale_page, SALON, SALE_PAGE, GtkWidget)

GtkWidget *salon_sale_page_new (SalonSession *session);

G_END_DECLS
