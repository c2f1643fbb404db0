/* Cards of two clients who are one: both keep their log, and one of a kind stays in use. */
#include "config.h"

#include "model/entities/enums.h"
#include "model/services/card-make.h"
#include "model/services/card-merge.h"
#include "model/store/card-log-store.h"
#include "model/store/card-store.h"
#include "model/store/repo.h"

/**
 * salon_card_merge:
 * @moved: of the client who goes, with the other as its client
 *
 * If she has a card of the kind in use, that one stays, and @moved counts as replaced.
 */
gboolean
salon_card_merge (SalonTx *tx, SalonPlasticCard *moved, GError **error)
{
  gint64 active = 0;

  if (moved->state != SALON_CARD_ISSUED)
    return salon_repo_update (tx, moved, error);
  if (!salon_card_store_active (tx, moved->client_id, moved->card_kind_id, &active, error))
    return FALSE;
  if (active == 0)
    return salon_repo_update (tx, moved, error);
  moved->state = SALON_CARD_REPLACED;
  return salon_repo_update (tx, moved, error) && salon_card_note (tx, moved, SALON_CARD_EVENT_MERGED, 0, NULL, error);
}

/**
 * salon_card_has_place:
 * @row: as it is to be, of any type
 * @client_id: who gets it back
 * @place: (inout): becomes %FALSE if it is a card and she got another one of the kind meanwhile
 */
gboolean
salon_card_has_place (SalonTx *tx, gpointer row, gint64 client_id, gboolean *place, GError **error)
{
  const SalonPlasticCard *card = row;
  gint64 active = 0;

  if (G_OBJECT_TYPE (row) != salon_plastic_card_get_type () || card->state != SALON_CARD_ISSUED)
    return TRUE;
  if (!salon_card_store_active (tx, client_id, card->card_kind_id, &active, error))
    return FALSE;
  if (active != 0 && active != salon_entity_get_id (card))
    *place = FALSE;
  return TRUE;
}

/**
 * salon_card_unmerged:
 * @row: of any type, as it went back
 *
 * Of a card that is in use again, the log says that its replacement was undone.
 */
gboolean
salon_card_unmerged (SalonTx *tx, gpointer row, GError **error)
{
  gint64 event_id = 0;

  if (G_OBJECT_TYPE (row) != salon_plastic_card_get_type () || ((SalonPlasticCard *) row)->state != SALON_CARD_ISSUED)
    return TRUE;
  if (!salon_card_log_store_standing (tx, salon_entity_get_id (row), SALON_CARD_EVENT_MERGED, &event_id, error))
    return FALSE;
  return event_id == 0 || salon_card_event_undo (tx, event_id, error);
}
