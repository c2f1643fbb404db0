/* Which card a number leads to, and whose cards there are. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/card-number.h"
#include "model/rules/card-text.h"
#include "model/rules/permission.h"
#include "model/services/cards.h"
#include "model/services/merge-name.h"
#include "model/store/card-log-store.h"
#include "model/store/card-store.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

/* ---- requests and answers */

/**
 * salon_card_find_request_new:
 *
 * Returns: (transfer full): a request
 */
SalonCardFindRequest *
salon_card_find_request_new (const char *number)
{
  SalonCardFindRequest *self = g_new0 (SalonCardFindRequest, 1);

  self->number = g_strdup (number);
  return self;
}

/**
 * salon_card_find_request_free: frees a request
 */
void
salon_card_find_request_free (SalonCardFindRequest *self)
{
  g_free (self->number);
  g_free (self);
}

/**
 * salon_plastic_card_view_free: frees a view
 */
void
salon_plastic_card_view_free (SalonPlasticCardView *self)
{
  g_clear_object (&self->card);
  g_clear_object (&self->kind);
  g_free (self->client);
  g_free (self->newer);
  g_free (self);
}

/**
 * salon_card_found_free: frees an answer
 */
void
salon_card_found_free (SalonCardFound *self)
{
  g_free (self->number);
  g_free (self->why);
  g_clear_pointer (&self->view, salon_plastic_card_view_free);
  g_free (self);
}

/**
 * salon_cards_request_new:
 * @client_id: 0 = anybody's
 *
 * Returns: (transfer full): a request
 */
SalonCardsRequest *
salon_cards_request_new (gint64 client_id)
{
  SalonCardsRequest *self = g_new0 (SalonCardsRequest, 1);

  self->client_id = client_id;
  return self;
}

/**
 * salon_cards_request_free: frees a request
 */
void
salon_cards_request_free (SalonCardsRequest *self)
{
  g_free (self->number);
  g_free (self);
}

/* ---- a view */

static gboolean
load_successor (SalonTx *tx, SalonPlasticCardView *view, GError **error)
{
  g_autoptr (SalonPlasticCard) newer = NULL;
  gint64 id = 0;

  if (view->card->state != SALON_CARD_REPLACED)
    return TRUE;
  if (!salon_card_store_successor (tx, salon_entity_get_id (view->card), &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  newer = salon_repo_get (tx, salon_plastic_card_get_type (), id, error);
  if (newer == NULL)
    return FALSE;
  view->newer = g_strdup (newer->number);
  return TRUE;
}

static SalonPlasticCardView *
load_view (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonPlasticCardView) view = g_new0 (SalonPlasticCardView, 1);

  view->card = salon_repo_get (tx, salon_plastic_card_get_type (), id, error);
  view->kind = view->card != NULL ? salon_repo_get (tx, salon_card_kind_get_type (), view->card->card_kind_id, error) : NULL;
  if (view->kind == NULL || !load_successor (tx, view, error))
    return NULL;
  if (view->card->client_id != 0) {
    if (!salon_ledger_store_present_card (tx, view->card->client_id, &view->client_id, error))
      return NULL;
    view->client = salon_merge_name (tx, view->client_id);
  }
  view->accepted = salon_card_verdict (view->card, salon_clock_today (salon_tx_clock (tx))) == SALON_CARD_ACCEPTED;
  return g_steal_pointer (&view);
}

/* ---- by its number */

static gboolean
blocked_text (SalonTx *tx, SalonCardFound *found, GError **error)
{
  g_autofree char *reason = NULL;
  g_autofree char *text = NULL;
  gint64 why = 0;

  if (!salon_card_log_store_why (tx, salon_entity_get_id (found->view->card), SALON_CARD_EVENT_BLOCKED, &why, &reason, error))
    return FALSE;
  text = salon_card_reason_text (why, reason);
  if (text == NULL)
    return TRUE;
  g_free (found->why);
  /* Translators: the number of a card, and why it is blocked: "Lost" */
  found->why = g_strdup_printf (_("The card %s is blocked: %s."), found->number, text);
  return TRUE;
}

static gboolean
judge (SalonTx *tx, SalonCardFound *found, GError **error)
{
  const SalonPlasticCard *card = found->view != NULL ? found->view->card : NULL;

  found->verdict = salon_card_verdict (card, salon_clock_today (salon_tx_clock (tx)));
  if (card == NULL && salon_card_number_look (found->number) != SALON_CARD_NUMBER_GOOD)
    found->verdict = SALON_CARD_DAMAGED;
  found->why = salon_card_verdict_text (found->verdict, found->number, card != NULL ? (SalonDay) card->expires_day : 0);
  return found->verdict != SALON_CARD_IS_BLOCKED || blocked_text (tx, found, error);
}

/**
 * salon_card_find:
 *
 * What a scanner read may be anything: an answer says what it is, never an error.
 *
 * Returns: (transfer full): the card with this number and whether it is accepted today, or why not
 */
SalonCardFound *
salon_card_find (SalonTx *tx, const SalonCardFindRequest *request, GError **error)
{
  g_autoptr (SalonCardFound) found = NULL;
  gint64 id = 0;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error))
    return NULL;
  found = g_new0 (SalonCardFound, 1);
  found->number = salon_card_number_clean (request->number);
  if (!salon_card_store_find (tx, found->number, &id, error))
    return NULL;
  if (id != 0) {
    found->view = load_view (tx, id, error);
    if (found->view == NULL)
      return NULL;
  }
  return judge (tx, found, error) ? g_steal_pointer (&found) : NULL;
}

/* ---- lists */

/**
 * salon_cards_load:
 *
 * Returns: (transfer full) (element-type SalonPlasticCardView): those in use first, then the latest
 */
GPtrArray *
salon_cards_load (SalonTx *tx, const SalonCardsRequest *request, GError **error)
{
  g_autofree char *number = request->number != NULL ? salon_card_number_clean (request->number) : NULL;
  SalonCardQuery query = { .card_id = request->card_id,
                           .card_kind_id = request->card_kind_id,
                           .states = request->states,
                           .number = number,
                           .limit = request->limit };
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_plastic_card_view_free);
  g_autoptr (GArray) ids = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error)
      || (request->client_id != 0 && !salon_ledger_store_present_card (tx, request->client_id, &query.client_id, error)))
    return NULL;
  ids = salon_card_store_list (tx, &query, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    SalonPlasticCardView *view = load_view (tx, g_array_index (ids, gint64, i), error);

    if (view == NULL)
      return NULL;
    g_ptr_array_add (views, view);
  }
  return ids != NULL ? g_steal_pointer (&views) : NULL;
}

/**
 * salon_cards_text:
 * @client_id: as she is today
 * @text: (out) (transfer full) (nullable): numbers of her cards that are accepted today; %NULL = none
 *
 * What a list says of a client; the right to see her is the caller's matter.
 */
gboolean
salon_cards_text (SalonTx *tx, gint64 client_id, char **text, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  g_autoptr (GPtrArray) cards = salon_repo_find (tx, salon_plastic_card_get_type (), "client_id", client_id, error);
  g_autoptr (GString) joined = g_string_new (NULL);

  *text = NULL;
  if (cards == NULL)
    return FALSE;
  for (guint i = 0; i < cards->len; i++) {
    const SalonPlasticCard *card = cards->pdata[i];

    if (salon_card_verdict (card, today) == SALON_CARD_ACCEPTED)
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", card->number);
  }
  if (joined->len > 0)
    *text = g_strdup (joined->str);
  return TRUE;
}

SALON_DEFINE_QUERY (salon_query_card_find, "card.find", salon_card_find, SalonCardFindRequest, salon_card_find_request_free,
                    salon_card_found_free)
SALON_DEFINE_QUERY (salon_query_cards, "card.cards", salon_cards_load, SalonCardsRequest, salon_cards_request_free, g_ptr_array_unref)
