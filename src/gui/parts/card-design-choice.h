#pragma once
/* How a card that is printed looks: what the kind of card says, until somebody chooses another one. */
#include <gtk/gtk.h>

#include "card/design.h"
#include "model/services/session.h"

G_BEGIN_DECLS

#define SALON_TYPE_CARD_DESIGN_CHOICE (salon_card_design_choice_get_type ())
G_DECLARE_FINAL_TYPE (SalonCardDesignChoice, salon_card_design_choice, SALON, CARD_DESIGN_CHOICE, GtkWidget)

GtkWidget *salon_card_design_choice_new (SalonSession *session);
void salon_card_design_choice_set_ordered (SalonCardDesignChoice *self, gint64 design);
void salon_card_design_choice_set_kind (SalonCardDesignChoice *self, gint64 kind);
gint64 salon_card_design_choice_get_id (SalonCardDesignChoice *self);
SalonCardDesign *salon_card_design_choice_load (SalonCardDesignChoice *self, GError **error);

G_END_DECLS
