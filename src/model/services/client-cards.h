#pragma once
/* The plastic cards of one client, and what is needed to give her another one. */
#include "model/entities/card-event.h"
#include "model/services/cards.h"

G_BEGIN_DECLS

/**
 * SalonClientCards:
 * @client_id: whose, after merges
 * @kinds: (element-type SalonCardKind): that can be given out
 * @cards: (element-type SalonPlasticCardView): hers, those in use first
 * @events: (element-type SalonCardEvent): what happened to them, the latest first
 * @last_kind_id: the kind that was given out last in the salon; 0 = none was yet
 */
typedef struct {
  gint64 client_id;
  GPtrArray *kinds;
  GPtrArray *cards;
  GPtrArray *events;
  gint64 last_kind_id;
} SalonClientCards;

void salon_client_cards_free (SalonClientCards *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonClientCards, salon_client_cards_free)
SalonClientCards *salon_client_cards_load (SalonTx *tx, const SalonIdRequest *request, GError **error);
const SalonCardKind *salon_client_cards_find_kind (const SalonClientCards *self, gint64 card_kind_id);
const SalonPlasticCardView *salon_client_cards_find (const SalonClientCards *self, gint64 card_id);
const SalonPlasticCardView *salon_client_cards_find_active (const SalonClientCards *self, gint64 card_kind_id);

extern const SalonQuery salon_query_client_cards; /* SalonIdRequest → SalonClientCards */

G_END_DECLS
