#pragma once
/* The number of a gift certificate, typed or scanned: it pays.  That of a season ticket does, too. */
#include "gui/pages/sale/sale-draft.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SALE_CODE (salon_sale_code_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleCode, salon_sale_code, SALON, SALE_CODE, GtkWidget)

GtkWidget *salon_sale_code_new (SalonSession *session, SalonSaleDraft *draft);
void salon_sale_code_ask (SalonSaleCode *self);
void salon_sale_code_try (SalonSaleCode *self, const char *text);

G_END_DECLS
