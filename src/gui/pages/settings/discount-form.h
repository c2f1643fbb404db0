#pragma once
/* A rule of discounts: who, what, when, how much, how often; with an example of what it does. */
#include "model/rules/pricing.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_DISCOUNT_FORM (salon_discount_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonDiscountForm, salon_discount_form, SALON, DISCOUNT_FORM, GtkWidget)

GtkWidget *salon_discount_form_new (SalonSession *session);
void salon_discount_form_show (SalonDiscountForm *self, const SalonPricingRule *rule);
gint64 salon_discount_form_get_id (SalonDiscountForm *self);
void salon_discount_form_set_segments (SalonDiscountForm *self, GPtrArray *segments);

G_END_DECLS
