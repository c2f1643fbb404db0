#pragma once
/* What a discount is for: categories, single services and goods, or everything. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_DISCOUNT_TARGETS (salon_discount_targets_get_type ())
G_DECLARE_FINAL_TYPE (SalonDiscountTargets, salon_discount_targets, SALON, DISCOUNT_TARGETS, GtkWidget)

GtkWidget *salon_discount_targets_new (SalonSession *session);
void salon_discount_targets_set (SalonDiscountTargets *self, const GArray *targets);
GArray *salon_discount_targets_get (SalonDiscountTargets *self);

G_END_DECLS
