/* The price list read like the salon reads it: the most exact line wins. */
#include "config.h"

#include "model/rules/price-of.h"

/**
 * salon_level_price_find:
 * @prices: (element-type SalonServicePrice): of any services
 * @variant_id: 0 = the service as such
 *
 * Returns: (transfer none) (nullable): the price of that level, if there is one of its own
 */
const SalonServicePrice *
salon_level_price_find (const GPtrArray *prices, gint64 service_id, gint64 variant_id, gint64 level_id)
{
  for (guint i = 0; i < prices->len && level_id != 0; i++) {
    const SalonServicePrice *price = prices->pdata[i];

    if (price->service_id == service_id && price->variant_id == variant_id && price->level_id == level_id)
      return price;
  }
  return NULL;
}

/**
 * salon_price_of_level:
 * @variant: (nullable): as which it is done
 * @level_id: of the employee; 0 = of none
 * @prices: (element-type SalonServicePrice): prices of levels
 *
 * What the level takes for the variant, or else the variant; without a variant what the level takes for the service, or
 * else the service.  A price of the level for the service says nothing about its variants.
 *
 * Returns: minor units, with tax
 */
SalonMoney
salon_price_of_level (const SalonService *service, const SalonServiceVariant *variant, gint64 level_id, const GPtrArray *prices)
{
  gint64 variant_id = variant != NULL ? salon_entity_get_id (variant) : 0;
  const SalonServicePrice *own = salon_level_price_find (prices, salon_entity_get_id (service), variant_id, level_id);

  if (own != NULL)
    return own->price;
  return variant != NULL ? variant->price : service->price;
}

/**
 * salon_vat_on:
 * @periods: (element-type SalonVatRatePeriod): of any rates, in any order
 *
 * Before its first period a rate is what the first period says: nothing else is known of that time.
 *
 * Returns: basis points on @day; 0 of a rate without periods
 */
int
salon_vat_on (const GPtrArray *periods, gint64 vat_rate_id, SalonDay day)
{
  const SalonVatRatePeriod *best = NULL;

  for (guint i = 0; i < periods->len; i++) {
    const SalonVatRatePeriod *period = periods->pdata[i];
    gboolean begun = period->from_day <= day;

    if (period->vat_rate_id != vat_rate_id)
      continue;
    if (best == NULL || (begun && (best->from_day > day || period->from_day > best->from_day))
        || (!begun && best->from_day > day && period->from_day < best->from_day))
      best = period;
  }
  return best != NULL ? (int) best->rate_bp : 0;
}

/**
 * salon_service_text:
 * @variant: (nullable): of @service
 *
 * Returns: (transfer full): "Haircut", "Haircut, long hair"
 */
char *
salon_service_text (const SalonService *service, const SalonServiceVariant *variant)
{
  return variant != NULL ? g_strdup_printf ("%s, %s", service->name, variant->name) : g_strdup (service->name);
}
