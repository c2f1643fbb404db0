/* What a client has at the salon, put together from the parts that know: account, tickets, certificates, bonus, promotions. */
#include "config.h"

#include "model/entities/client.h"
#include "model/entities/price-rule.h"
#include "model/rules/permission.h"
#include "model/services/merge-name.h"
#include "model/services/merge.h"
#include "model/services/purse.h"
#include "model/store/repo.h"
#include "model/store/ticket-history-store.h"
#include "model/store/tx.h"

/**
 * salon_purse_request_new:
 *
 * Returns: (transfer full): a request; free with g_free()
 */
SalonPurseRequest *
salon_purse_request_new (gint64 client_id, gboolean whole)
{
  SalonPurseRequest *self = g_new0 (SalonPurseRequest, 1);

  *self = (SalonPurseRequest){ client_id, whole };
  return self;
}

static void
ticket_free (SalonPurseTicket *self)
{
  g_clear_pointer (&self->view, salon_ticket_view_free);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self);
}

/**
 * salon_purse_free: frees an answer, also one that was only half made
 */
void
salon_purse_free (SalonPurse *self)
{
  g_free (self->payer);
  g_free (self->pays_for);
  g_clear_pointer (&self->statement, salon_account_statement_free);
  g_clear_pointer (&self->tickets, g_ptr_array_unref);
  g_clear_pointer (&self->certificates, g_ptr_array_unref);
  g_clear_pointer (&self->promotions, g_ptr_array_unref);
  g_free (self);
}

/* ---- the account */

static gboolean
read_own (SalonTx *tx, SalonPurse *self, GError **error)
{
  g_autoptr (SalonClient) client = salon_repo_get (tx, salon_client_get_type (), self->client_id, error);
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  if (client != NULL)
    others = salon_repo_find (tx, salon_client_get_type (), "payer_id", self->client_id, error);
  if (others == NULL)
    return FALSE;
  self->credit_limit = client->credit_limit;
  for (guint i = 0; i < others->len; i++) {
    g_autofree char *name = salon_merge_name (tx, salon_entity_get_id (others->pdata[i]));

    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
  }
  self->pays_for = names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
  return TRUE;
}

static gboolean
read_account (SalonTx *tx, SalonPurse *self, gboolean whole, GError **error)
{
  const SalonAccountPeriod ever = { self->client_id, G_MININT32, G_MAXINT32 };
  g_autoptr (SalonAccountStatement) statement = NULL;

  if (!read_own (tx, self, error) || !salon_account_state_load (tx, self->client_id, &self->account, error))
    return FALSE;
  if (self->account.payer_id != self->client_id)
    self->payer = salon_merge_name (tx, self->account.payer_id);
  statement = salon_account_statement_load (tx, &ever, error);
  if (statement == NULL)
    return FALSE;
  self->balance = statement->closing;
  if (whole)
    self->statement = g_steal_pointer (&statement);
  return TRUE;
}

/* ---- tickets and certificates */

static gboolean
read_tickets (SalonTx *tx, SalonPurse *self, gboolean whole, GError **error)
{
  g_autoptr (SalonTicketsRequest) request = salon_tickets_request_new (self->client_id);
  g_autoptr (GPtrArray) views = NULL;

  request->with_old = whole;
  views = salon_tickets_load (tx, request, error);
  if (views == NULL)
    return FALSE;
  g_ptr_array_set_free_func (views, NULL);
  self->tickets = g_ptr_array_new_with_free_func ((GDestroyNotify) ticket_free);
  for (guint i = 0; i < views->len; i++) {
    SalonPurseTicket *ticket = g_new0 (SalonPurseTicket, 1);

    ticket->view = views->pdata[i];
    g_ptr_array_add (self->tickets, ticket);
  }
  for (guint i = 0; whole && i < self->tickets->len; i++) {
    SalonPurseTicket *ticket = self->tickets->pdata[i];

    ticket->events = salon_ticket_store_history (tx, salon_entity_get_id (ticket->view->ticket), error);
    if (ticket->events == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_certificates (SalonTx *tx, SalonPurse *self, gboolean whole, GError **error)
{
  g_autoptr (SalonCertificatesRequest) request = salon_certificates_request_new (NULL);

  request->client_id = self->client_id;
  request->with_old = whole;
  self->certificates = salon_certificates_load (tx, request, error);
  return self->certificates != NULL;
}

/* ---- promotions */

static gboolean
is_told (GPtrArray *told, gint64 rule_id)
{
  for (guint i = 0; i < told->len; i++)
    if (((SalonParticipation *) told->pdata[i])->rule_id == rule_id)
      return TRUE;
  return FALSE;
}

/* Only of a promotion is one told before she comes; the other discounts are simply there. */
static gboolean
could_be_offered (const SalonPriceRule *rule, SalonDay today)
{
  return rule->source == SALON_DISCOUNT_PROMOTION && rule->active != 0 && rule->archived == 0
         && (rule->to_day == 0 || rule->to_day >= today);
}

static gboolean
read_promotions (SalonTx *tx, SalonPurse *self, GError **error)
{
  const SalonIdRequest request = { self->client_id };
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  g_autoptr (GPtrArray) rules = NULL;

  self->promotions = salon_participations_load (tx, &request, error);
  rules = self->promotions != NULL ? salon_repo_all (tx, salon_price_rule_get_type (), error) : NULL;
  for (guint i = 0; rules != NULL && i < rules->len; i++) {
    const SalonPriceRule *rule = rules->pdata[i];
    SalonParticipation *one = NULL;

    if (!could_be_offered (rule, today) || is_told (self->promotions, salon_entity_get_id (rule)))
      continue;
    one = g_new0 (SalonParticipation, 1);
    one->rule_id = salon_entity_get_id (rule);
    one->name = g_strdup (rule->name);
    one->day = SALON_DAY_NONE;
    g_ptr_array_add (self->promotions, one);
  }
  return rules != NULL;
}

/**
 * salon_purse_load:
 *
 * Returns: (transfer full) (nullable): what the client of a card has, also by cards that were merged into hers
 */
SalonPurse *
salon_purse_load (SalonTx *tx, const SalonPurseRequest *request, GError **error)
{
  g_autoptr (SalonPurse) self = g_new0 (SalonPurse, 1);

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error)
      || !salon_client_survivor (tx, request->client_id, &self->client_id, error)
      || !read_account (tx, self, request->whole, error) || !read_tickets (tx, self, request->whole, error)
      || !read_certificates (tx, self, request->whole, error)
      || !salon_bonus_state_load (tx, self->client_id, &self->bonus, error))
    return NULL;
  if (request->whole && !read_promotions (tx, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

SALON_DEFINE_QUERY (salon_query_purse, "client.purse", salon_purse_load, SalonPurseRequest, g_free, salon_purse_free)
