#pragma once
/* After paying: the receipt, its change, taking it back or lines of it, and when she comes again. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SALE_PAID (salon_sale_paid_get_type ())
G_DECLARE_FINAL_TYPE (SalonSalePaid, salon_sale_paid, SALON, SALE_PAID, GtkWidget)

GtkWidget *salon_sale_paid_new (SalonSession *session);
void salon_sale_paid_show (SalonSalePaid *self, gint64 sale_id, gint64 operation);
gint64 salon_sale_paid_get_sale (SalonSalePaid *self);

G_END_DECLS
