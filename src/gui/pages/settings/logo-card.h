#pragma once
/* The salon's logo: shown, chosen, dropped, pasted, taken off. */
#include "gui/widgets/card.h"
#include "model/services/session.h"

G_BEGIN_DECLS

#define SALON_TYPE_LOGO_CARD (salon_logo_card_get_type ())
G_DECLARE_FINAL_TYPE (SalonLogoCard, salon_logo_card, SALON, LOGO_CARD, GtkWidget)

GtkWidget *salon_logo_card_new (SalonSession *session);
void salon_logo_card_take_file (SalonLogoCard *self, GFile *file);

G_END_DECLS
