#pragma once
/* How many cards of a batch came out of the printer, and what was ruined. */
#include "model/services/card-prints.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CARD_OUTCOME (salon_card_outcome_get_type ())
G_DECLARE_FINAL_TYPE (SalonCardOutcome, salon_card_outcome, SALON, CARD_OUTCOME, GtkWidget)

GtkWidget *salon_card_outcome_new (void);
void salon_card_outcome_set_total (SalonCardOutcome *self, guint n_cards);
void salon_card_outcome_mark (SalonCardOutcome *self, const GError *error);

void salon_card_outcome_ask (GtkWidget *window, SalonSession *session, const SalonCardPrint *print);

G_END_DECLS
