#pragma once
/* What is sold, line by line; what to do, while there is none. */
#include <gtk/gtk.h>

#include "gui/pages/sale/sale-draft.h"

G_BEGIN_DECLS

#define SALON_TYPE_SALE_LINES (salon_sale_lines_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleLines, salon_sale_lines, SALON, SALE_LINES, GtkWidget)

GtkWidget *salon_sale_lines_new (SalonSession *session, SalonSaleDraft *draft);
gboolean salon_sale_lines_ask (SalonSaleLines *self);
void salon_sale_lines_ask_last (SalonSaleLines *self);
gboolean salon_sale_lines_mark (SalonSaleLines *self, const GError *error);

G_END_DECLS
