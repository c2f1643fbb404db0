#pragma once
/* A card for somebody new: only a name or a phone is needed. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_NEW_CLIENT_FORM (salon_new_client_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonNewClientForm, salon_new_client_form, SALON, NEW_CLIENT_FORM, GtkWidget)

GtkWidget *salon_new_client_form_new (SalonSession *session);
void salon_new_client_form_open (SalonNewClientForm *self, const char *typed);

G_END_DECLS
