#pragma once
/* The plastic cards of a client, for all parts of her card that show them: read when one of them is looked at. */
#include "gui/parts/client-model.h"
#include "model/services/client-cards.h"

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_PLASTIC (salon_client_plastic_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientPlastic, salon_client_plastic, SALON, CLIENT_PLASTIC, GObject)

SalonClientPlastic *salon_client_plastic_of (SalonClientModel *model);
void salon_client_plastic_want (SalonClientPlastic *self);
const SalonClientCards *salon_client_plastic_peek (SalonClientPlastic *self);

G_END_DECLS
