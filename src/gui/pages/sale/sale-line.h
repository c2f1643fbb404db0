#pragma once
/* A line of the sale: what it is, how many, its price, and why it costs that; the rest opens below it. */
#include "gui/pages/sale/sale-draft.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SALE_LINE_ROW (salon_sale_line_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleLineRow, salon_sale_line_row, SALON, SALE_LINE_ROW, GtkListBoxRow)

GtkWidget *salon_sale_line_row_new (SalonSession *session, SalonSaleDraft *draft, guint index);
void salon_sale_line_row_show (SalonSaleLineRow *self);
gboolean salon_sale_line_row_mark (SalonSaleLineRow *self, const GError *error);
void salon_sale_line_row_unfold (SalonSaleLineRow *self);
gboolean salon_sale_line_row_ask (SalonSaleLineRow *self);

G_END_DECLS
