#pragma once
/* What can be changed of a line of the sale: how many, the price, the discount, who did it. */
#include <gtk/gtk.h>

#include "gui/pages/sale/sale-draft.h"

G_BEGIN_DECLS

#define SALON_TYPE_SALE_LINE_FORM (salon_sale_line_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleLineForm, salon_sale_line_form, SALON, SALE_LINE_FORM, GtkWidget)

GtkWidget *salon_sale_line_form_new (SalonSession *session, SalonSaleDraft *draft, guint index);
gboolean salon_sale_line_form_fits (SalonSaleLineForm *self);
void salon_sale_line_form_fill (SalonSaleLineForm *self);

G_END_DECLS
