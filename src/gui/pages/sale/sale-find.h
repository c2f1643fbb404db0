#pragma once
/* The field into which goods and services are typed or scanned; what is found lies over what stands below it. */
#include "model/entities/enums.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SALE_FIND (salon_sale_find_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleFind, salon_sale_find, SALON, SALE_FIND, GtkWidget)

GtkWidget *salon_sale_find_new (SalonSession *session, GtkWidget *below);
GMenuModel *salon_sale_find_get_menu (SalonSaleFind *self);
gboolean salon_sale_find_back (SalonSaleFind *self);
gboolean salon_sale_find_forward_key (SalonSaleFind *self, GtkEventControllerKey *keys);

G_END_DECLS
