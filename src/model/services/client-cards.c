/* One question, so that what is shown together was true at one moment. */
#include "config.h"

#include "model/rules/permission.h"
#include "model/services/card-log.h"
#include "model/services/catalogue.h"
#include "model/services/client-cards.h"
#include "model/services/merge.h"
#include "model/store/tx.h"

/**
 * salon_client_cards_free:
 * @self: (nullable) (transfer full)
 */
void
salon_client_cards_free (SalonClientCards *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
load_events (SalonTx *tx, gint64 client_id, guint kinds, guint limit, GError **error)
{
  g_autofree SalonCardLogRequest *request = salon_card_log_request_new ();

  request->client_id = client_id;
  request->kinds = kinds;
  request->limit = limit;
  return salon_card_log_load (tx, request, error);
}

static gboolean
read_last_kind (SalonTx *tx, SalonClientCards *self, GError **error)
{
  g_autoptr (GPtrArray) given = load_events (tx, 0, 1u << SALON_CARD_EVENT_ISSUED, 1, error);

  if (given != NULL && given->len > 0)
    self->last_kind_id = ((const SalonCardEvent *) given->pdata[0])->card_kind_id;
  return given != NULL;
}

/**
 * salon_client_cards_load:
 *
 * Returns: (transfer full) (nullable): the cards of a client, also those that came with cards merged into hers
 */
SalonClientCards *
salon_client_cards_load (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  const SalonEntityListRequest kinds = { salon_card_kind_get_type (), FALSE };
  g_autoptr (SalonClientCards) self = g_new0 (SalonClientCards, 1);
  g_autoptr (SalonCardsRequest) cards = salon_cards_request_new (request->id);

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CARDS_ISSUE, error)
      || !salon_client_survivor (tx, request->id, &self->client_id, error))
    return NULL;
  self->kinds = salon_catalogue_list (tx, &kinds, error);
  self->cards = self->kinds != NULL ? salon_cards_load (tx, cards, error) : NULL;
  self->events = self->cards != NULL ? load_events (tx, self->client_id, 0, 0, error) : NULL;
  return self->events != NULL && read_last_kind (tx, self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * salon_client_cards_find_kind:
 *
 * Returns: (transfer none) (nullable): a kind that can be given out
 */
const SalonCardKind *
salon_client_cards_find_kind (const SalonClientCards *self, gint64 card_kind_id)
{
  for (guint i = 0; i < self->kinds->len; i++)
    if (salon_entity_get_id (self->kinds->pdata[i]) == card_kind_id)
      return self->kinds->pdata[i];
  return NULL;
}

/**
 * salon_client_cards_find:
 *
 * Returns: (transfer none) (nullable): a card of hers
 */
const SalonPlasticCardView *
salon_client_cards_find (const SalonClientCards *self, gint64 card_id)
{
  for (guint i = 0; i < self->cards->len; i++) {
    const SalonPlasticCardView *view = self->cards->pdata[i];

    if (salon_entity_get_id (view->card) == card_id)
      return view;
  }
  return NULL;
}

/**
 * salon_client_cards_find_active:
 *
 * Returns: (transfer none) (nullable): her card of a kind that another one would take the place of: in use, else blocked
 */
const SalonPlasticCardView *
salon_client_cards_find_active (const SalonClientCards *self, gint64 card_kind_id)
{
  const SalonPlasticCardView *blocked = NULL;

  for (guint i = 0; i < self->cards->len; i++) {
    const SalonPlasticCardView *view = self->cards->pdata[i];

    if (view->card->card_kind_id != card_kind_id)
      continue;
    if (view->card->state == SALON_CARD_ISSUED)
      return view;
    if (view->card->state == SALON_CARD_BLOCKED && blocked == NULL)
      blocked = view;
  }
  return blocked;
}

SALON_DEFINE_QUERY (salon_query_client_cards, "client.cards", salon_client_cards_load, SalonIdRequest, g_free, salon_client_cards_free)
