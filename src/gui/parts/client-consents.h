#pragma once
/* What a client allowed, on her card. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_CONSENTS (salon_client_consents_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientConsents, salon_client_consents, SALON, CLIENT_CONSENTS, GtkWidget)

GtkWidget *salon_client_consents_new (SalonClientModel *model);

G_END_DECLS
