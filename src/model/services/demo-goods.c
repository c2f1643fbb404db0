/* The tables of data/demo that are about prices, written into a salon. */
#include "config.h"

#include "base/day.h"
#include "model/entities/employee-level.h"
#include "model/entities/enums.h"
#include "model/entities/item-category.h"
#include "model/entities/item.h"
#include "model/entities/service-price.h"
#include "model/entities/service-variant.h"
#include "model/entities/ticket-kind-service.h"
#include "model/entities/ticket-kind.h"
#include "model/entities/vat-rate-period.h"
#include "model/entities/vat-rate.h"
#include "model/services/demo-goods.h"

enum { RATE_KEY, RATE_COUNTRY, RATE_SINCE, RATE_BP, RATE_EN };
enum { CATEGORY_KEY, CATEGORY_EN };
enum { GOODS_CATEGORY, GOODS_BARCODE, GOODS_PRICE, GOODS_LASTS, GOODS_RATE, GOODS_EN };
enum { LEVEL_KEY, LEVEL_PERCENT, LEVEL_EN };
enum { TICKET_SERVICES, TICKET_VISITS, TICKET_PRICE, TICKET_VALID, TICKET_EN };
enum { VARIANT_SERVICE, VARIANT_PRICE, VARIANT_MORE, VARIANT_EN };

#define WHOLE 100 /* prices of levels are whole euros */

static char *
text_of (const SalonDemoTable *table, guint row, int first, SalonDemoLanguage language)
{
  return g_strdup (salon_demo_table_get (table, row, first + (int) language));
}

static void
remember (GHashTable *ids, const char *key, gpointer entity)
{
  gint64 *id = g_new (gint64, 1);

  *id = salon_entity_get_id (entity);
  g_hash_table_insert (ids, g_strdup (key), id);
}

static gint64
id_of (GHashTable *ids, const char *key)
{
  const gint64 *id = g_hash_table_lookup (ids, key);

  return id != NULL ? *id : 0;
}

static gboolean
put_rate (SalonTx *tx, const SalonDemoTable *table, guint row, SalonDemoLanguage language, SalonDemoPut put, GHashTable *ids,
          GError **error)
{
  g_autoptr (SalonVatRate) rate = salon_vat_rate_new ();
  g_autoptr (SalonVatRatePeriod) period = salon_vat_rate_period_new ();
  SalonDay since = 0;

  rate->name = text_of (table, row, RATE_EN, language);
  rate->position = row + 1;
  if (!put (tx, rate, error) || !salon_day_parse (salon_demo_table_get (table, row, RATE_SINCE), &since, error))
    return FALSE;
  remember (ids, salon_demo_table_get (table, row, RATE_KEY), rate);
  period->vat_rate_id = salon_entity_get_id (rate);
  period->from_day = since;
  period->rate_bp = salon_demo_table_int (table, row, RATE_BP);
  return put (tx, period, error);
}

/**
 * salon_demo_put_rates:
 * @country: ISO 3166: of others than those in the table nothing is known
 *
 * Returns: (transfer full): ids of the rates by their key
 */
GHashTable *
salon_demo_put_rates (SalonTx *tx, const char *country, SalonDemoLanguage language, SalonDemoPut put, GError **error)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("vat-rates.tsv", -1);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < salon_demo_table_size (table); i++)
    if (g_strcmp0 (country, salon_demo_table_get (table, i, RATE_COUNTRY)) == 0
        && !put_rate (tx, table, i, language, put, ids, error))
      return NULL;
  return g_steal_pointer (&ids);
}

static gboolean
put_categories (SalonTx *tx, SalonDemoLanguage language, SalonDemoPut put, GHashTable *ids, GError **error)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("goods-categories.tsv", -1);

  for (guint i = 0; i < salon_demo_table_size (table); i++) {
    g_autoptr (SalonItemCategory) category = salon_item_category_new ();

    category->name = text_of (table, i, CATEGORY_EN, language);
    category->position = i + 1;
    if (!put (tx, category, error))
      return FALSE;
    remember (ids, salon_demo_table_get (table, i, CATEGORY_KEY), category);
  }
  return TRUE;
}

/**
 * salon_demo_put_goods:
 * @rates: as salon_demo_put_rates() returned them
 */
gboolean
salon_demo_put_goods (SalonTx *tx, GHashTable *rates, SalonDemoLanguage language, SalonDemoPut put, GError **error)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("goods.tsv", -1);
  g_autoptr (GHashTable) categories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!put_categories (tx, language, put, categories, error))
    return FALSE;
  for (guint i = 0; i < salon_demo_table_size (table); i++) {
    g_autoptr (SalonItem) item = salon_item_new ();

    item->name = text_of (table, i, GOODS_EN, language);
    item->item_category_id = id_of (categories, salon_demo_table_get (table, i, GOODS_CATEGORY));
    item->barcode = g_strdup (salon_demo_table_get (table, i, GOODS_BARCODE));
    item->price = salon_demo_table_int (table, i, GOODS_PRICE);
    item->periodicity_days = salon_demo_table_int (table, i, GOODS_LASTS);
    item->vat_rate_id = id_of (rates, salon_demo_table_get (table, i, GOODS_RATE));
    item->position = i + 1;
    if (!put (tx, item, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_demo_put_levels: the levels of employees, in a salon without any
 */
gboolean
salon_demo_put_levels (SalonTx *tx, SalonDemoLanguage language, SalonDemoPut put, GError **error)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("levels.tsv", -1);

  for (guint i = 0; i < salon_demo_table_size (table); i++) {
    g_autoptr (SalonEmployeeLevel) level = salon_employee_level_new ();

    salon_entity_set_id (level, i + 1);
    level->name = text_of (table, i, LEVEL_EN, language);
    level->position = i + 1;
    if (!put (tx, level, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_level_prices (SalonTx *tx, const SalonServiceVariant *variant, SalonDemoPut put, GError **error)
{
  g_autoptr (SalonDemoTable) levels = salon_demo_table_load ("levels.tsv", -1);

  for (guint i = 0; i < salon_demo_table_size (levels); i++) {
    g_autoptr (SalonServicePrice) price = salon_service_price_new ();

    price->service_id = variant->service_id;
    price->variant_id = salon_entity_get_id (variant);
    price->level_id = i + 1;
    price->price = variant->price * salon_demo_table_int (levels, i, LEVEL_PERCENT) / 100 / WHOLE * WHOLE;
    if (!put (tx, price, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_demo_put_prices: variants of services, and what the levels take for them; services have the ids of their lines
 */
gboolean
salon_demo_put_prices (SalonTx *tx, SalonDemoLanguage language, SalonDemoPut put, GError **error)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("variants.tsv", -1);
  g_autoptr (SalonDemoTable) services = salon_demo_table_load ("services.tsv", -1);

  for (guint i = 0; i < salon_demo_table_size (table); i++) {
    g_autoptr (SalonServiceVariant) variant = salon_service_variant_new ();

    variant->service_id = salon_demo_table_find (services, SALON_DEMO_SERVICE_NAME, salon_demo_table_get (table, i, VARIANT_SERVICE)) + 1;
    variant->name = text_of (table, i, VARIANT_EN, language);
    variant->price = salon_demo_table_int (table, i, VARIANT_PRICE);
    variant->more_min = salon_demo_table_int (table, i, VARIANT_MORE);
    variant->position = i + 1;
    if (!put (tx, variant, error) || !put_level_prices (tx, variant, put, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_ticket_services (SalonTx *tx, const char *names, gint64 kind_id, SalonDemoPut put, GError **error)
{
  g_autoptr (SalonDemoTable) services = salon_demo_table_load ("services.tsv", -1);
  g_auto (GStrv) each = g_strsplit (names, ",", -1);

  for (guint i = 0; each[i] != NULL; i++) {
    g_autoptr (SalonTicketKindService) service = salon_ticket_kind_service_new ();

    service->ticket_kind_id = kind_id;
    service->service_id = salon_demo_table_find (services, SALON_DEMO_SERVICE_NAME, each[i]) + 1;
    if (!put (tx, service, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_demo_put_ticket_kinds: season tickets by visits; services have the ids of their lines
 */
gboolean
salon_demo_put_ticket_kinds (SalonTx *tx, SalonDemoLanguage language, SalonDemoPut put, GError **error)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("ticket-kinds.tsv", -1);

  for (guint i = 0; i < salon_demo_table_size (table); i++) {
    g_autoptr (SalonTicketKind) kind = salon_ticket_kind_new ();

    kind->name = text_of (table, i, TICKET_EN, language);
    kind->unit = SALON_TICKET_UNIT_VISITS;
    kind->split = SALON_TICKET_POOL;
    kind->units = salon_demo_table_int (table, i, TICKET_VISITS) * 1000;
    kind->price = salon_demo_table_int (table, i, TICKET_PRICE);
    kind->valid_days = salon_demo_table_int (table, i, TICKET_VALID);
    kind->starts = SALON_TICKET_STARTS_AT_SALE;
    kind->freeze_days = 30;
    kind->position = i + 1;
    if (!put (tx, kind, error)
        || !put_ticket_services (tx, salon_demo_table_get (table, i, TICKET_SERVICES), salon_entity_get_id (kind), put, error))
      return FALSE;
  }
  return TRUE;
}
