#pragma once
/* The personal account of a client: what is there, on what terms, what moved it; topping up, transfer, correction. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_ACCOUNT (salon_client_account_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientAccount, salon_client_account, SALON, CLIENT_ACCOUNT, GtkWidget)

GtkWidget *salon_client_account_new (SalonClientModel *model);

G_END_DECLS
