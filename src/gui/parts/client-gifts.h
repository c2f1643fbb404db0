#pragma once
/* The gift certificates that a client bought, her bonus, and the promotions that she was told of. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_GIFTS (salon_client_gifts_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientGifts, salon_client_gifts, SALON, CLIENT_GIFTS, GtkWidget)

GtkWidget *salon_client_gifts_new (SalonClientModel *model);

G_END_DECLS
