#pragma once
/* Every visit of a client as a table, and the one that is chosen beside it. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CARD_VISITS (salon_card_visits_get_type ())
G_DECLARE_FINAL_TYPE (SalonCardVisits, salon_card_visits, SALON, CARD_VISITS, GtkWidget)

GtkWidget *salon_card_visits_new (SalonClientModel *model);
void salon_card_visits_open (SalonCardVisits *self, gint64 visit_id);
gboolean salon_card_visits_back (SalonCardVisits *self);

G_END_DECLS
