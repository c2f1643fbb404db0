#pragma once
/* The phones on the card: each edited in place, one added, one removed. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_PHONES (salon_client_phones_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientPhones, salon_client_phones, SALON, CLIENT_PHONES, GtkWidget)

GtkWidget *salon_client_phones_new (SalonClientModel *model);
void salon_client_phones_add (SalonClientPhones *self);
gboolean salon_client_phones_can_add (SalonClientPhones *self);

G_END_DECLS
