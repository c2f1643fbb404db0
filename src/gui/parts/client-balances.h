#pragma once
/* What a client has, in one line: account, season tickets, bonus, certificates. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_BALANCES (salon_client_balances_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientBalances, salon_client_balances, SALON, CLIENT_BALANCES, GtkWidget)

GtkWidget *salon_client_balances_new (SalonClientModel *model);

G_END_DECLS
