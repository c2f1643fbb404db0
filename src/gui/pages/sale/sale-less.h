#pragma once
/* What makes the whole sale cost less: a discount by hand, a promo code. */
#include <gtk/gtk.h>

#include "gui/pages/sale/sale-draft.h"

G_BEGIN_DECLS

#define SALON_TYPE_SALE_LESS (salon_sale_less_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleLess, salon_sale_less, SALON, SALE_LESS, GtkWidget)

GtkWidget *salon_sale_less_new (SalonSession *session, SalonSaleDraft *draft);
gboolean salon_sale_less_mark (SalonSaleLess *self, const GError *error);

G_END_DECLS
