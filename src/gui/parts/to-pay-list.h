#pragma once
/* Visits that were done and are not paid yet. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_TO_PAY_LIST (salon_to_pay_list_get_type ())
G_DECLARE_FINAL_TYPE (SalonToPayList, salon_to_pay_list, SALON, TO_PAY_LIST, GtkWidget)

GtkWidget *salon_to_pay_list_new (SalonSession *session);
void salon_to_pay_list_set_active (SalonToPayList *self, gboolean active);
guint salon_to_pay_list_get_count (SalonToPayList *self);

G_END_DECLS
