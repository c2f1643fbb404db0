#pragma once
/* Says who could come when a time becomes free, and books her. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_WAITING_OFFER (salon_waiting_offer_get_type ())
G_DECLARE_FINAL_TYPE (SalonWaitingOffer, salon_waiting_offer, SALON, WAITING_OFFER, GtkWidget)

GtkWidget *salon_waiting_offer_new (SalonSession *session);

G_END_DECLS
