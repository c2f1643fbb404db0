#pragma once
/* What a client has, for all parts of her card that show it: read when she is, renewed when it changes. */
#include "gui/parts/client-model.h"
#include "model/rules/permission.h"
#include "model/services/purse.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_PURSE (salon_client_purse_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientPurse, salon_client_purse, SALON, CLIENT_PURSE, GObject)

SalonClientPurse *salon_client_purse_of (SalonClientModel *model);
void salon_client_purse_want_whole (SalonClientPurse *self);
const SalonPurse *salon_client_purse_peek (SalonClientPurse *self);
gboolean salon_client_purse_may (SalonClientPurse *self, SalonPermission permission);

void salon_client_purse_on_done (GObject *source, GAsyncResult *result, gpointer widget);

G_END_DECLS
