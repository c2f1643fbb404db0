#pragma once
/* The receipts of the last weeks, newest first, to be looked at, printed again or given back. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SALE_RECEIPTS (salon_sale_receipts_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleReceipts, salon_sale_receipts, SALON, SALE_RECEIPTS, GtkWidget)

GtkWidget *salon_sale_receipts_new (SalonSession *session);
void salon_sale_receipts_set_active (SalonSaleReceipts *self, gboolean active);

G_END_DECLS
