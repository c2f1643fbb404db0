#pragma once
/* For merging and separating clients alone: of one kind of plastic card a client has one in use. */
#include "model/entities/plastic-card.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

gboolean salon_card_merge (SalonTx *tx, SalonPlasticCard *moved, GError **error);
gboolean salon_card_unmerged (SalonTx *tx, gpointer row, GError **error);
gboolean salon_card_has_place (SalonTx *tx, gpointer row, gint64 client_id, gboolean *place, GError **error);

G_END_DECLS
