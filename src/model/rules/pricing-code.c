/* Promo codes: why one that was named takes nothing off. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/pricing-code.h"

static gboolean
refuse (GError **error, const char *text)
{
  salon_set_field_error (error, "code", "%s", text);
  return FALSE;
}

static const SalonPricingRule *
rule_of (const SalonPricing *self, const char *code)
{
  for (guint i = 0; i < self->rules->len; i++) {
    const SalonPricingRule *rule = self->rules->pdata[i];

    if (!rule->rule->archived && g_strcmp0 (rule->rule->code, code) == 0)
      return rule;
  }
  return NULL;
}

static gboolean
check_days (const SalonPriceRule *rule, const SalonPricingFacts *facts, GError **error)
{
  g_autofree char *day = NULL;

  if (rule->from_day != 0 && facts->day < rule->from_day) {
    day = salon_day_format ((SalonDay) rule->from_day);
    salon_set_field_error (error, "code", _("This promo code is good from %s on."), day);
    return FALSE;
  }
  if (rule->to_day != 0 && facts->day > rule->to_day) {
    day = salon_day_format ((SalonDay) rule->to_day);
    salon_set_field_error (error, "code", _("This promo code has ended: its last day was %s."), day);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_uses (const SalonPricingRule *self, GError **error)
{
  if (self->rule->in_all > 0 && self->used_in_all >= self->rule->in_all)
    return refuse (error, _("This promo code was used as often as it may be."));
  if (self->rule->per_client > 0 && self->used_by_client >= self->rule->per_client)
    return refuse (error, _("This client has used this promo code already."));
  return TRUE;
}

static gboolean
check_client (const SalonPricingRule *self, const SalonPricingFacts *facts, GError **error)
{
  if (salon_pricing_rule_fits_client (self, facts))
    return TRUE;
  return refuse (error, facts->client_id == 0 ? _("This promo code asks who the client is.")
                                              : _("This promo code is not for this client."));
}

/* Whether it would take anything off if there were nothing else. */
static gboolean
check_lines (const SalonPricing *self, const SalonPricingRule *rule, const GArray *lines, GError **error)
{
  SalonPricing alone = { .facts = self->facts };
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  g_autoptr (GArray) basket = g_array_copy ((GArray *) lines);

  g_ptr_array_add (rules, (gpointer) rule);
  alone.rules = rules;
  alone.facts.discount_bp = 0;
  for (guint i = 0; i < basket->len; i++) {
    g_array_index (basket, SalonPricedLine, i).manual_bp = 0;
    g_array_index (basket, SalonPricedLine, i).manual_discount = 0;
  }
  salon_pricing_apply (&alone, basket);
  for (guint i = 0; i < basket->len; i++)
    if (g_array_index (basket, SalonPricedLine, i).discount > 0)
      return TRUE;
  return refuse (error, _("This promo code takes nothing off what is on the bill."));
}

/**
 * salon_pricing_check_code:
 * @self: with the code that was named, if there is one
 * @lines: (element-type SalonPricedLine):
 * @error: %SALON_ERROR_VALIDATION of "code" with the reason
 *
 * Returns: whether the code is one, and good for this client, this day and something on the bill.  It stays good when
 *   another discount is better
 */
gboolean
salon_pricing_check_code (const SalonPricing *self, const GArray *lines, GError **error)
{
  g_autofree char *code = salon_pricing_code (self->facts.code);
  const SalonPricingRule *rule = code != NULL ? rule_of (self, code) : NULL;

  if (code == NULL)
    return TRUE;
  if (rule == NULL || !rule->rule->active)
    return refuse (error, _("There is no such promo code."));
  return check_days (rule->rule, &self->facts, error) && check_uses (rule, error) && check_client (rule, &self->facts, error)
         && check_lines (self, rule, lines, error);
}
