/* Who was offered a promotion, who accepted it and who used it.  What was said is kept one row after the other; that it was
 * used, the receipts say. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/client.h"
#include "model/entities/price-rule.h"
#include "model/entities/promotion-use.h"
#include "model/rules/permission.h"
#include "model/services/promotions.h"
#include "model/store/promotion-store.h"
#include "model/store/repo.h"

/**
 * salon_promotion_saying_new:
 *
 * Returns: (transfer full): a request
 */
SalonPromotionSaying *
salon_promotion_saying_new (gint64 rule_id, gint64 client_id, SalonPromotionState state)
{
  SalonPromotionSaying *self = g_new0 (SalonPromotionSaying, 1);

  *self = (SalonPromotionSaying){ rule_id, client_id, state };
  return self;
}

/**
 * salon_promotion_say:
 * @id: (out): of what was noted
 * @error: %SALON_ERROR_VALIDATION of "state"
 *
 * Notes that a promotion was offered to a client, or what she said to it.
 */
gboolean
salon_promotion_say (SalonTx *tx, const SalonPromotionSaying *saying, gint64 *id, GError **error)
{
  g_autoptr (SalonPromotionUse) use = salon_promotion_use_new ();
  g_autoptr (SalonPriceRule) rule = NULL;
  g_autoptr (SalonClient) client = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error))
    return FALSE;
  if (saying->state < SALON_PROMOTION_OFFERED || saying->state > SALON_PROMOTION_REFUSED) {
    salon_set_field_error (error, "state", _("A promotion can be offered, accepted or refused; that it was used, receipts say."));
    return FALSE;
  }
  rule = salon_repo_get (tx, salon_price_rule_get_type (), saying->rule_id, error);
  client = rule != NULL ? salon_repo_get (tx, salon_client_get_type (), saying->client_id, error) : NULL;
  if (client == NULL)
    return FALSE;
  use->price_rule_id = saying->rule_id;
  use->client_id = saying->client_id;
  use->state = saying->state;
  use->day = salon_clock_today (salon_tx_clock (tx));
  if (!salon_repo_insert (tx, use, error))
    return FALSE;
  *id = salon_entity_get_id (use);
  return TRUE;
}

/* The newest row counts. */
static const SalonPromotionUse *
last_of (GPtrArray *rows, gint64 rule_id)
{
  const SalonPromotionUse *last = NULL;

  for (guint i = 0; i < rows->len; i++) {
    const SalonPromotionUse *row = rows->pdata[i];

    if (row->price_rule_id == rule_id && (last == NULL || salon_entity_get_id (row) > salon_entity_get_id (last)))
      last = row;
  }
  return last;
}

static GPtrArray *
rows_of (SalonTx *tx, gint64 client_id, GError **error)
{
  return salon_repo_find (tx, salon_promotion_use_get_type (), "client_id", client_id, error);
}

/**
 * salon_promotion_said:
 * @state: (out): what was said last; 0 = nothing
 * @day: (out) (optional): when; %SALON_DAY_NONE = never
 */
gboolean
salon_promotion_said (SalonTx *tx, gint64 rule_id, gint64 client_id, SalonPromotionState *state, SalonDay *day, GError **error)
{
  g_autoptr (GPtrArray) rows = rows_of (tx, client_id, error);
  const SalonPromotionUse *last = rows != NULL ? last_of (rows, rule_id) : NULL;

  *state = last != NULL ? (SalonPromotionState) last->state : 0;
  if (day != NULL)
    *day = last != NULL ? (SalonDay) last->day : SALON_DAY_NONE;
  return rows != NULL;
}

/**
 * salon_participation_free: frees one
 */
void
salon_participation_free (SalonParticipation *self)
{
  g_free (self->name);
  g_free (self);
}

/**
 * salon_participations_load:
 * @client: whose
 *
 * Returns: (transfer full) (element-type SalonParticipation): of all rules about which something was said to her or that she
 *   used, those in the archive as well
 */
GPtrArray *
salon_participations_load (SalonTx *tx, const SalonIdRequest *client, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_participation_free);
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error))
    return NULL;
  rules = salon_repo_all (tx, salon_price_rule_get_type (), error);
  rows = rules != NULL ? rows_of (tx, client->id, error) : NULL;
  for (guint i = 0; rows != NULL && i < rules->len; i++) {
    const SalonPriceRule *rule = rules->pdata[i];
    const SalonPromotionUse *last = last_of (rows, salon_entity_get_id (rule));
    SalonParticipation *one = NULL;
    gint64 used = 0;

    if (!salon_promotion_store_uses (tx, salon_entity_get_id (rule), client->id, &used, error))
      return NULL;
    if (last == NULL && used == 0)
      continue;
    one = g_new0 (SalonParticipation, 1);
    one->rule_id = salon_entity_get_id (rule);
    one->name = g_strdup (rule->name);
    one->said = last != NULL ? (SalonPromotionState) last->state : 0;
    one->day = last != NULL ? (SalonDay) last->day : SALON_DAY_NONE;
    one->used = used;
    one->state = used > 0 ? SALON_PROMOTION_USED : one->said;
    g_ptr_array_add (list, one);
  }
  return rows != NULL ? g_steal_pointer (&list) : NULL;
}

SALON_DEFINE_COMMAND (salon_command_promotion_say, "promotion.say", SALON_N ("Promotion noted"), salon_promotion_say,
                      SalonPromotionSaying, g_free)
SALON_DEFINE_QUERY (salon_query_participations, "promotions.of-client", salon_participations_load, SalonIdRequest, g_free,
                    g_ptr_array_unref)
