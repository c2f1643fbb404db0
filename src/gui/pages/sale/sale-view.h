#pragma once
/* A sale while it is entered: lines, client and till, and those that were put aside. */
#include <gtk/gtk.h>

#include "gui/pages/sale/sale-draft.h"

G_BEGIN_DECLS

#define SALON_TYPE_SALE_VIEW (salon_sale_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleView, salon_sale_view, SALON, SALE_VIEW, GtkWidget)

GtkWidget *salon_sale_view_new (SalonSession *session);
SalonSaleDraft *salon_sale_view_get_draft (SalonSaleView *self);
void salon_sale_view_add (SalonSaleView *self, SalonSaleLineKind kind, gint64 id);
void salon_sale_view_take_number (SalonSaleView *self, const char *number);
void salon_sale_view_take (SalonSaleView *self, SalonSaleRequest *request);
void salon_sale_view_take_back (SalonSaleView *self);
void salon_sale_view_pay (SalonSaleView *self, SalonPayMethod method);
void salon_sale_view_ask_client (SalonSaleView *self);
void salon_sale_view_find (SalonSaleView *self);
gboolean salon_sale_view_forward_key (SalonSaleView *self, GtkEventControllerKey *keys);
gboolean salon_sale_view_back (SalonSaleView *self);

G_END_DECLS
