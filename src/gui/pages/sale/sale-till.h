#pragma once
/* The right column of the sale: what it comes to, how it is paid, what is left. */
#include "gui/pages/sale/sale-draft.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SALE_TILL (salon_sale_till_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleTill, salon_sale_till, SALON, SALE_TILL, GtkWidget)

GtkWidget *salon_sale_till_new (SalonSession *session, SalonSaleDraft *draft);
GtkWidget *salon_sale_till_get_end (SalonSaleTill *self);
void salon_sale_till_pay (SalonSaleTill *self, SalonPayMethod method);
void salon_sale_till_take_number (SalonSaleTill *self, const char *text);
void salon_sale_till_mark (SalonSaleTill *self, const GError *error);

G_END_DECLS
