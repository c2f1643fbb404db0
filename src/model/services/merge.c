/* Merging two cards: single fields by choice, everything that belongs to the other moves, the other goes into the archive
 * and says where she is now.
 *
 * Nothing is removed: what the card that stays has already (a number, a tag) stays with the other, so that a separation
 * finds it there.  A merge of more than two cards is several merges. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/client-merge.h"
#include "model/entities/client-not-same.h"
#include "model/entities/client-phone.h"
#include "model/entities/custom-value.h"
#include "model/rules/permission.h"
#include "model/rules/validate-client.h"
#include "model/services/card-merge.h"
#include "model/services/merge-name.h"
#include "model/services/merge.h"
#include "model/store/repo.h"

#define MAX_CHAIN 1000 /* merges one after another; a file with a circle must not hang the program */

/* ---- requests */

/**
 * salon_merge_request_new:
 *
 * Returns: (transfer full): a request with the usual choice in each field
 */
SalonMergeRequest *
salon_merge_request_new (gint64 survivor_id, gint64 other_id)
{
  SalonMergeRequest *self = g_new0 (SalonMergeRequest, 1);

  self->survivor_id = survivor_id;
  self->other_id = other_id;
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * salon_merge_request_choose:
 * @name: of a field, or "custom.ID"
 */
void
salon_merge_request_choose (SalonMergeRequest *self, const char *name, SalonMergeChoice choice)
{
  g_hash_table_insert (self->choices, g_strdup (name), GINT_TO_POINTER (choice));
}

/**
 * salon_merge_request_free: frees a request
 */
void
salon_merge_request_free (SalonMergeRequest *self)
{
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_free (self);
}

/**
 * salon_pair_request_new:
 *
 * Returns: (transfer full): two clients; free with g_free()
 */
SalonPairRequest *
salon_pair_request_new (gint64 one, gint64 other)
{
  SalonPairRequest *self = g_new0 (SalonPairRequest, 1);

  self->one = one;
  self->other = other;
  return self;
}

/* ---- who may, and what can be merged */

static gboolean
may_merge (SalonTx *tx, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);

  return salon_permission_check (actor, SALON_PERMISSION_CLIENTS_EDIT, error)
         && salon_permission_check (actor, SALON_PERMISSION_CLIENTS_CONTACTS, error)
         && salon_permission_check (actor, SALON_PERMISSION_CLIENTS_ARCHIVE, error);
}

static gboolean
is_own_card (SalonTx *tx, const SalonClient *client, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *survivor = NULL;

  if (client->merged_into_id == 0)
    return TRUE;
  name = salon_merge_name (tx, salon_entity_get_id (client));
  survivor = salon_merge_name (tx, client->merged_into_id);
  salon_set_error (error, SALON_ERROR_CONFLICT, _("“%s” was merged with “%s” before. Use that card."), name, survivor);
  return FALSE;
}

static gboolean
can_merge (SalonTx *tx, const SalonClient *survivor, const SalonClient *other, GError **error)
{
  if (salon_entity_get_id (survivor) == salon_entity_get_id (other)) {
    salon_set_error (error, SALON_ERROR_VALIDATION, _("A client cannot be merged with herself."));
    return FALSE;
  }
  if (!is_own_card (tx, survivor, error) || !is_own_card (tx, other, error))
    return FALSE;
  if (survivor->archived_at == 0)
    return TRUE;
  salon_set_error (error, SALON_ERROR_CONFLICT,
                   _("The card that is to stay is in the archive. Take it out of there, or let the other one stay."));
  return FALSE;
}

/* ---- what belongs to the other */

/* What the moving of rows is done with. */
typedef struct {
  SalonTx *tx;
  const SalonMergeRequest *request;
  gint64 next_position; /* of phones */
} Mover;

static const SalonField *
field_of (GType type, const char *column)
{
  return salon_entity_info_find (salon_entity_type_info (type), column);
}

static SalonEntity *
find_value (GPtrArray *rows, const SalonField *field, gint64 value)
{
  for (guint i = 0; i < rows->len; i++)
    if (salon_entity_get_int (rows->pdata[i], field) == value)
      return rows->pdata[i];
  return NULL;
}

static gboolean
has_number (GPtrArray *rows, const SalonClientPhone *phone)
{
  for (guint i = 0; i < rows->len; i++) {
    const SalonClientPhone *known = rows->pdata[i];

    if (g_strcmp0 (known->typed, phone->typed) == 0 || (known->e164 != NULL && g_strcmp0 (known->e164, phone->e164) == 0))
      return TRUE;
  }
  return FALSE;
}

static gboolean
choice_of_value (Mover *self, gint64 field_id, SalonMergeChoice usual, SalonMergeChoice *choice)
{
  g_autofree char *name = g_strdup_printf ("custom.%" G_GINT64_FORMAT, field_id);
  gpointer chosen = NULL;

  *choice = usual;
  if (self->request->choices != NULL && g_hash_table_lookup_extended (self->request->choices, name, NULL, &chosen))
    *choice = (SalonMergeChoice) GPOINTER_TO_INT (chosen);
  return *choice == SALON_MERGE_TAKE;
}

/* The value of an own field is chosen like a single field: it moves where there is none, and is copied where there is. */
static gboolean
merge_value (Mover *self, SalonCustomValue *row, SalonCustomValue *known, gboolean *moves, GError **error)
{
  g_autoptr (SalonCustomValue) changed = NULL;
  SalonMergeChoice choice;

  *moves = choice_of_value (self, row->field_id, known == NULL ? SALON_MERGE_TAKE : SALON_MERGE_KEEP, &choice) && known == NULL;
  if (known == NULL || choice != SALON_MERGE_TAKE)
    return TRUE;
  changed = salon_custom_value_copy (known);
  g_free (changed->value);
  changed->value = g_strdup (row->value);
  return salon_repo_update (self->tx, changed, error);
}

/* Whether the row moves; what the survivor has already does not. */
static gboolean
decide (Mover *self, const SalonClientOwned *owned, SalonEntity *row, GPtrArray *there, gboolean *moves, GError **error)
{
  const SalonField *unique = owned->unique != NULL ? field_of (owned->type (), owned->unique) : NULL;
  SalonEntity *known = unique != NULL ? find_value (there, unique, salon_entity_get_int (row, unique)) : NULL;
  gint64 id = salon_entity_get_id (row);

  *moves = known == NULL;
  if (owned->kind == SALON_OWNED_VALUES)
    return merge_value (self, (SalonCustomValue *) row, (SalonCustomValue *) known, moves, error);
  if (owned->kind == SALON_OWNED_PHONES)
    *moves = !has_number (there, (SalonClientPhone *) row);
  else if (owned->kind == SALON_OWNED_REFERRALS) /* of the two cards themselves the choice of fields decides */
    *moves = id != self->request->survivor_id && id != self->request->other_id;
  return TRUE;
}

static gboolean
move_row (Mover *self, const SalonClientOwned *owned, SalonEntity *row, GPtrArray *there, GError **error)
{
  g_autoptr (SalonEntity) moved = salon_entity_copy (row);

  salon_entity_put_int (moved, field_of (owned->type (), owned->column), self->request->survivor_id);
  if (owned->kind == SALON_OWNED_PHONES) {
    ((SalonClientPhone *) moved)->position = self->next_position++;
    g_ptr_array_add (there, g_object_ref (moved)); /* no number twice */
  }
  if (owned->kind == SALON_OWNED_CARDS)
    return salon_card_merge (self->tx, (SalonPlasticCard *) moved, error);
  return salon_repo_update (self->tx, moved, error);
}

static gint64
position_after (GPtrArray *phones)
{
  gint64 position = 0;

  for (guint i = 0; i < phones->len; i++)
    position = MAX (position, ((SalonClientPhone *) phones->pdata[i])->position + 1);
  return position;
}

static gboolean
move_owned (Mover *self, const SalonClientOwned *owned, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_repo_find (self->tx, owned->type (), owned->column, self->request->other_id, error);
  g_autoptr (GPtrArray) there = NULL;

  if (rows == NULL)
    return FALSE;
  if (rows->len == 0)
    return TRUE;
  there = salon_repo_find (self->tx, owned->type (), owned->column, self->request->survivor_id, error);
  if (there == NULL)
    return FALSE;
  if (owned->kind == SALON_OWNED_PHONES)
    self->next_position = position_after (there);
  for (guint i = 0; i < rows->len; i++) {
    gboolean moves = FALSE;

    if (!decide (self, owned, rows->pdata[i], there, &moves, error)
        || (moves && !move_row (self, owned, rows->pdata[i], there, error)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
move_all (SalonTx *tx, const SalonMergeRequest *request, GError **error)
{
  Mover mover = { tx, request, 0 };
  guint n = 0;
  const SalonClientOwned *owned = salon_client_owned (&n);

  for (guint i = 0; i < n; i++)
    if (!move_owned (&mover, &owned[i], error))
      return FALSE;
  return TRUE;
}

/* ---- the cards themselves */

static gboolean
write_survivor (SalonTx *tx, const SalonMergeRequest *request, const SalonClient *survivor, const SalonClient *other, GError **error)
{
  g_autoptr (SalonClient) merged = salon_merge_cards (survivor, other, request->choices);
  g_autoptr (GPtrArray) phones = salon_repo_find (tx, salon_client_phone_get_type (), "client_id", request->survivor_id, error);

  return phones != NULL
         && salon_validate_client (merged, phones->len, salon_clock_today (salon_tx_clock (tx)), error)
         && salon_repo_update (tx, merged, error);
}

static gboolean
write_other (SalonTx *tx, const SalonMergeRequest *request, const SalonClient *other, GError **error)
{
  g_autoptr (SalonClient) archived = salon_client_copy (other);

  if (archived->archived_at == 0)
    archived->archived_at = salon_clock_now_us (salon_tx_clock (tx));
  archived->merged_into_id = request->survivor_id;
  return salon_repo_update (tx, archived, error);
}

static gboolean
write_merge (SalonTx *tx, const SalonMergeRequest *request, GError **error)
{
  g_autoptr (SalonClientMerge) merge = salon_client_merge_new ();

  merge->operation_id = salon_tx_operation (tx);
  merge->client_id = request->survivor_id;
  merge->other_id = request->other_id;
  merge->at = salon_clock_now_us (salon_tx_clock (tx));
  return salon_repo_insert (tx, merge, error);
}

/**
 * salon_client_merge:
 * @id: (out): the card that stays
 *
 * Makes one card of two: single fields by the choices, and everything that belongs to the other moves.  The other goes
 * into the archive and leads to the one that stays.
 *
 * Returns: %FALSE with %SALON_ERROR_CONFLICT when one of them was merged already or the one that stays is archived,
 *   %SALON_ERROR_VALIDATION when the choices leave neither a name nor a phone
 */
gboolean
salon_client_merge (SalonTx *tx, const SalonMergeRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonClient) survivor = NULL;
  g_autoptr (SalonClient) other = NULL;

  if (!may_merge (tx, error))
    return FALSE;
  survivor = salon_repo_get (tx, salon_client_get_type (), request->survivor_id, error);
  if (survivor != NULL)
    other = salon_repo_get (tx, salon_client_get_type (), request->other_id, error);
  if (other == NULL || !can_merge (tx, survivor, other, error))
    return FALSE;
  *id = request->survivor_id;
  return move_all (tx, request, error) && write_survivor (tx, request, survivor, other, error)
         && write_other (tx, request, other, error) && write_merge (tx, request, error);
}

/* ---- not the same */

static gboolean
is_known_pair (SalonTx *tx, gint64 one, gint64 other, gboolean *known, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, salon_client_not_same_get_type (), "client_id", one, error);

  *known = FALSE;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (((SalonClientNotSame *) rows->pdata[i])->other_id == other)
      *known = TRUE;
  return rows != NULL;
}

/**
 * salon_client_not_the_same:
 * @id: (out): the client of the two with the smaller id
 *
 * Says that two cards are two people; they are not offered as duplicates again.
 */
gboolean
salon_client_not_the_same (SalonTx *tx, const SalonPairRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonClientNotSame) row = salon_client_not_same_new ();
  gboolean known = FALSE;

  row->client_id = MIN (request->one, request->other);
  row->other_id = MAX (request->one, request->other);
  row->at = salon_clock_now_us (salon_tx_clock (tx));
  *id = row->client_id;
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_EDIT, error))
    return FALSE;
  if (row->client_id == row->other_id) {
    salon_set_error (error, SALON_ERROR_VALIDATION, _("These are not two clients."));
    return FALSE;
  }
  if (!is_known_pair (tx, row->client_id, row->other_id, &known, error))
    return FALSE;
  return known || salon_repo_insert (tx, row, error);
}

/* ---- where she is now */

/**
 * salon_client_survivor:
 * @survivor: (out): the card on which the client is now: @id itself unless it was merged
 *
 * Follows merges one after another (B into A, then A into C: B leads to C).
 */
gboolean
salon_client_survivor (SalonTx *tx, gint64 id, gint64 *survivor, GError **error)
{
  *survivor = id;
  for (int i = 0; i < MAX_CHAIN; i++) {
    g_autoptr (SalonClient) client = salon_repo_get (tx, salon_client_get_type (), *survivor, error);

    if (client == NULL)
      return FALSE;
    if (client->merged_into_id == 0)
      return TRUE;
    *survivor = client->merged_into_id;
  }
  salon_set_error (error, SALON_ERROR_CORRUPT, _("The cards that were merged lead in a circle."));
  return FALSE;
}

static SalonIdRequest *
survivor_of (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  gint64 survivor = 0;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error)
      || !salon_client_survivor (tx, request->id, &survivor, error))
    return NULL;
  return salon_id_request_new (survivor);
}

SALON_DEFINE_COMMAND (salon_command_client_merge, "client.merge", SALON_N ("Clients merged"), salon_client_merge,
                      SalonMergeRequest, salon_merge_request_free)
SALON_DEFINE_COMMAND (salon_command_client_not_same, "client.not-same", SALON_N ("Marked as two people"),
                      salon_client_not_the_same, SalonPairRequest, g_free)
SALON_DEFINE_QUERY (salon_query_client_survivor, "client.survivor", survivor_of, SalonIdRequest, g_free, g_free)
