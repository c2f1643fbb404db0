/* All that the price of one client on one day follows from, and what a basket would cost. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/client-category.h"
#include "model/entities/client.h"
#include "model/entities/filter-text.h"
#include "model/entities/item.h"
#include "model/entities/promotion-use.h"
#include "model/entities/segment.h"
#include "model/entities/service.h"
#include "model/entities/visit-line.h"
#include "model/rules/permission.h"
#include "model/rules/pricing-text.h"
#include "model/services/cards.h"
#include "model/services/filter-scope.h"
#include "model/services/price-list.h"
#include "model/services/price-rules.h"
#include "model/services/promotions.h"
#include "model/services/settings.h"
#include "model/store/filter-store.h"
#include "model/store/ledger-store.h"
#include "model/store/promotion-store.h"
#include "model/store/repo.h"
#include "model/store/stat-store.h"

#define THOUSANDTH    1000
#define MOST_QUANTITY G_GINT64_CONSTANT (1000000000) /* a million pieces */

/**
 * salon_pricing_request_new:
 * @client_id: 0 = nobody is named
 * @code: (nullable): a promo code
 *
 * Returns: (transfer full): a request
 */
SalonPricingRequest *
salon_pricing_request_new (gint64 client_id, const char *code)
{
  SalonPricingRequest *self = g_new0 (SalonPricingRequest, 1);

  self->client_id = client_id;
  self->code = g_strdup (code);
  return self;
}

/**
 * salon_pricing_request_free: frees a request
 */
void
salon_pricing_request_free (SalonPricingRequest *self)
{
  g_free (self->code);
  g_free (self);
}

/* ---- of the client */

static gboolean
load_categories (SalonTx *tx, SalonPricingFacts *facts, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, salon_client_category_get_type (), "client_id", facts->client_id, error);

  if (rows == NULL)
    return FALSE;
  facts->category_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (facts->category_ids, ((SalonClientCategory *) rows->pdata[i])->category_id);
  return TRUE;
}

static gboolean
is_asked (const SalonPricing *self, SalonTierBy by)
{
  for (guint i = 0; i < self->rules->len; i++) {
    const SalonPriceRule *rule = ((const SalonPricingRule *) self->rules->pdata[i])->rule;

    if (rule->active && rule->tier_by == by)
      return TRUE;
  }
  return FALSE;
}

/* The sum over all that she ever bought is read only if a rule asks for it.  Today's visit is the one that is paid. */
static gboolean
load_figures (SalonTx *tx, SalonPricing *self, GError **error)
{
  SalonPricingFacts *facts = &self->facts;
  SalonClientStat stat = { 0 };

  if (!salon_stat_store_get (tx, facts->client_id, &stat, error)
      || (is_asked (self, SALON_TIER_SOLD) && !salon_promotion_store_sold (tx, facts->client_id, &facts->sold, error)))
    return FALSE;
  facts->paid = stat.paid;
  facts->visits = stat.visit_days - (stat.visit_days > 0 && stat.last_day == facts->day ? 1 : 0);
  facts->first_visit = stat.first_day == SALON_DAY_NONE || stat.first_day >= facts->day;
  return TRUE;
}

/* A filter that cannot be read any more finds nobody: no sale waits for it. */
static gboolean
is_in_segment (SalonTx *tx, const SalonFilterScope *scope, gint64 segment_id, gint64 client_id, gboolean *is_in, GError **error)
{
  g_autoptr (SalonSegment) segment = salon_repo_get (tx, salon_segment_get_type (), segment_id, error);
  g_autoptr (SalonFilter) filter = segment != NULL ? salon_filter_parse (segment->filter, NULL) : NULL;
  g_autoptr (GArray) ids = filter != NULL ? salon_filter_store_range (tx, filter, scope, client_id - 1, client_id, error) : NULL;

  *is_in = ids != NULL && ids->len > 0;
  return segment != NULL && (filter == NULL || ids != NULL);
}

/* Segments find texts in all that a client has, whoever sells. */
static gboolean
load_segments (SalonTx *tx, SalonPricing *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  SalonFilterScope scope = { 0 };

  self->facts.segment_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->rules->len; i++) {
    const SalonPriceRule *rule = ((SalonPricingRule *) self->rules->pdata[i])->rule;
    gboolean is_in = FALSE;

    if (!rule->active || rule->segment_id == 0 || !g_hash_table_add (seen, (gpointer) &rule->segment_id))
      continue;
    if (g_hash_table_size (seen) == 1 && !salon_filter_scope_load (tx, &scope, error))
      return FALSE;
    scope.names_only = FALSE;
    if (!is_in_segment (tx, &scope, rule->segment_id, self->facts.client_id, &is_in, error))
      return FALSE;
    if (is_in)
      g_array_append_val (self->facts.segment_ids, rule->segment_id);
  }
  return TRUE;
}

static gboolean
load_her_uses (SalonTx *tx, SalonPricing *self, GError **error)
{
  for (guint i = 0; i < self->rules->len; i++) {
    SalonPricingRule *rule = self->rules->pdata[i];
    gint64 id = salon_entity_get_id (rule->rule);
    gint64 used = 0;
    SalonPromotionState state = 0;

    if (rule->rule->per_client > 0 && !salon_promotion_store_uses (tx, id, self->facts.client_id, &used, error))
      return FALSE;
    if (rule->rule->offered_only && !salon_promotion_said (tx, id, self->facts.client_id, &state, NULL, error))
      return FALSE;
    rule->used_by_client = (guint) used;
    rule->offered = state == SALON_PROMOTION_OFFERED || state == SALON_PROMOTION_ACCEPTED;
  }
  return TRUE;
}

/* Who was merged is on another card now. */
static gboolean
load_client (SalonTx *tx, SalonPricing *self, gint64 client_id, GError **error)
{
  SalonPricingFacts *facts = &self->facts;
  g_autoptr (SalonClient) client = NULL;

  if (client_id == 0)
    return TRUE;
  if (!salon_ledger_store_present_card (tx, client_id, &facts->client_id, error))
    return FALSE;
  client = salon_repo_get (tx, salon_client_get_type (), facts->client_id, error);
  if (client == NULL)
    return FALSE;
  facts->discount_bp = (int) client->discount_bp;
  if (!salon_card_discount (tx, facts->client_id, &facts->card_bp, &facts->card_name, error))
    return FALSE;
  facts->birth_month = (int) client->birth_month;
  facts->birth_mday = (int) client->birth_mday;
  return load_categories (tx, facts, error) && load_figures (tx, self, error) && load_segments (tx, self, error)
         && load_her_uses (tx, self, error);
}

static gboolean
load_limit (SalonTx *tx, SalonPricing *self, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);

  if (settings == NULL)
    return FALSE;
  self->manual_limit_bp = salon_settings_manual_limit (settings, actor);
  return TRUE;
}

/**
 * salon_pricing_load:
 *
 * Asks for no permission: who may sell, may see what it costs.
 *
 * Returns: (transfer full): everything for salon_pricing_apply() at this moment, and how much who works may take off by hand
 */
SalonPricing *
salon_pricing_load (SalonTx *tx, const SalonPricingRequest *request, GError **error)
{
  g_autoptr (SalonPricing) self = salon_pricing_new ();

  self->facts.day = salon_clock_today (salon_tx_clock (tx));
  self->facts.minute = salon_clock_minute (salon_tx_clock (tx));
  self->facts.code = g_strdup (request->code);
  self->whole_discount = request->whole_discount;
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  self->rules = salon_price_rules_load (tx, FALSE, error);
  if (self->rules == NULL) {
    self->rules = g_ptr_array_new ();
    return NULL;
  }
  if (!load_limit (tx, self, error) || !load_client (tx, self, request->client_id, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* ---- a line */

/**
 * salon_priced_line_load_time:
 * @visit_line_id: the service of a visit, whose time counts for happy hours; 0 = the time of the sale
 */
gboolean
salon_priced_line_load_time (SalonTx *tx, SalonPricedLine *line, gint64 visit_line_id, GError **error)
{
  g_autoptr (SalonVisitLine) visit_line = NULL;

  if (visit_line_id == 0)
    return TRUE;
  visit_line = salon_repo_get (tx, salon_visit_line_get_type (), visit_line_id, error);
  if (visit_line == NULL)
    return FALSE;
  line->weekday = salon_day_weekday ((SalonDay) (visit_line->start_min / SALON_MINUTES_A_DAY));
  line->minute = (int) (visit_line->start_min % SALON_MINUTES_A_DAY);
  return TRUE;
}

/**
 * salon_priced_line_load:
 * @line: (inout): with kind and subject; category and whether there is never a discount are filled in
 * @visit_line_id: see salon_priced_line_load_time()
 */
gboolean
salon_priced_line_load (SalonTx *tx, SalonPricedLine *line, gint64 visit_line_id, GError **error)
{
  if (line->kind == SALON_SALE_LINE_SERVICE) {
    g_autoptr (SalonService) service = salon_repo_get (tx, salon_service_get_type (), line->subject_id, error);

    if (service == NULL)
      return FALSE;
    line->category_id = service->service_category_id;
    line->no_discount = line->no_discount || service->no_discount;
  } else if (line->kind == SALON_SALE_LINE_ITEM) {
    g_autoptr (SalonItem) item = salon_repo_get (tx, salon_item_get_type (), line->subject_id, error);

    if (item == NULL)
      return FALSE;
    line->category_id = item->item_category_id;
    line->no_discount = line->no_discount || item->no_discount;
  }
  return salon_priced_line_load_time (tx, line, visit_line_id, error);
}

/* ---- trying a basket */

/**
 * salon_price_test_request_new:
 *
 * Returns: (transfer full): an empty basket
 */
SalonPriceTestRequest *
salon_price_test_request_new (gint64 client_id, const char *code)
{
  SalonPriceTestRequest *self = g_new0 (SalonPriceTestRequest, 1);

  self->pricing.client_id = client_id;
  self->pricing.code = g_strdup (code);
  self->lines = g_array_new (FALSE, TRUE, sizeof (SalonPricedLine));
  return self;
}

/**
 * salon_price_test_request_add:
 * @kind: a service or an item
 * @quantity: thousandths
 *
 * Puts a line with the price of the list into the basket.
 */
void
salon_price_test_request_add (SalonPriceTestRequest *self, SalonSaleLineKind kind, gint64 subject_id, gint64 quantity)
{
  SalonPricedLine line = { .kind = kind, .subject_id = subject_id, .quantity = quantity, .unit_price = -1 };

  g_array_append_val (self->lines, line);
}

/**
 * salon_price_test_request_free: frees a request
 */
void
salon_price_test_request_free (SalonPriceTestRequest *self)
{
  g_free (self->pricing.code);
  g_array_unref (self->lines);
  g_free (self);
}

static void
test_line_free (SalonPriceTestLine *self)
{
  g_free (self->name);
  g_free (self->why);
  g_free (self);
}

static gboolean
find_price (SalonTx *tx, SalonPricedLine *line, char **name, GError **error)
{
  SalonMoney price = 0;

  if (line->kind == SALON_SALE_LINE_SERVICE) {
    g_autoptr (SalonService) service = salon_repo_get (tx, salon_service_get_type (), line->subject_id, error);

    if (service == NULL || !salon_price_of (tx, line->subject_id, 0, 0, &price, error))
      return FALSE;
    *name = g_strdup (service->name);
  } else {
    g_autoptr (SalonItem) item = salon_repo_get (tx, salon_item_get_type (), line->subject_id, error);

    if (item == NULL)
      return FALSE;
    *name = g_strdup (item->name);
    price = item->price;
  }
  if (line->unit_price < 0)
    line->unit_price = price;
  if (line->quantity > 0 && line->quantity <= MOST_QUANTITY
      && salon_money_mul_div (line->unit_price, line->quantity, THOUSANDTH, &line->list_amount)
      && line->list_amount <= SALON_MONEY_MAX)
    return TRUE;
  salon_set_field_error (error, "quantity", _("The quantity must be more than 0 and at most a million."));
  return FALSE;
}

static SalonPriceTestLine *
test_line (SalonTx *tx, const SalonPricedLine *asked, GError **error)
{
  SalonPriceTestLine *self = g_new0 (SalonPriceTestLine, 1);

  self->line = *asked;
  if (find_price (tx, &self->line, &self->name, error) && salon_priced_line_load (tx, &self->line, 0, error))
    return self;
  test_line_free (self);
  return NULL;
}

static void
apply_to (const SalonPricing *pricing, GPtrArray *tested, const SalonCurrency *currency)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (SalonPricedLine));

  for (guint i = 0; i < tested->len; i++)
    g_array_append_val (lines, ((SalonPriceTestLine *) tested->pdata[i])->line);
  salon_pricing_apply (pricing, lines);
  for (guint i = 0; i < tested->len; i++) {
    SalonPriceTestLine *line = tested->pdata[i];

    line->line = g_array_index (lines, SalonPricedLine, i);
    line->why = salon_pricing_why (&line->line, &pricing->facts, currency);
    line->line.rule = NULL;
  }
}

/**
 * salon_price_test:
 *
 * Returns: (transfer full) (element-type SalonPriceTestLine): what each line would cost today, and why
 */
GPtrArray *
salon_price_test (SalonTx *tx, const SalonPriceTestRequest *request, GError **error)
{
  g_autoptr (GPtrArray) tested = g_ptr_array_new_with_free_func ((GDestroyNotify) test_line_free);
  g_autoptr (SalonPricing) pricing = NULL;
  g_autoptr (SalonSettings) settings = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error))
    return NULL;
  pricing = salon_pricing_load (tx, &request->pricing, error);
  settings = pricing != NULL ? salon_settings_load (tx, NULL, error) : NULL;
  if (settings == NULL)
    return NULL;
  for (guint i = 0; i < request->lines->len; i++) {
    SalonPriceTestLine *line = test_line (tx, &g_array_index (request->lines, SalonPricedLine, i), error);

    if (line == NULL)
      return NULL;
    g_ptr_array_add (tested, line);
  }
  apply_to (pricing, tested, salon_settings_currency (settings));
  return g_steal_pointer (&tested);
}

SALON_DEFINE_QUERY (salon_query_price_test, "price-rules.test", salon_price_test, SalonPriceTestRequest,
                    salon_price_test_request_free, g_ptr_array_unref)
