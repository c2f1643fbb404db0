#pragma once
/* A rule of discounts: who, what, when, how much, how often; with an example of what it does. */
#include "gui/pages/settings/ask-form.h"
#include "model/rules/pricing.h"
#include "model/services/session.h"

G_BEGIN_DECLS

#define SALON_TYPE_DISCOUNT_FORM (salon_discount_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonDiscountForm, salon_discount_form, SALON, DISCOUNT_FORM, SalonAskForm)

GtkWidget *salon_discount_form_new (SalonSession *session);
void salon_discount_form_show (SalonDiscountForm *self, const SalonPricingRule *rule);
void salon_discount_form_set_segments (SalonDiscountForm *self, GPtrArray *segments);

G_END_DECLS
