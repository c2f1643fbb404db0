/* Whether a rule of discounts can be kept: what its reason needs is said, and nothing is impossible. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "base/error.h"
#include "base/money.h"
#include "model/entities/enums.h"
#include "model/rules/field-check.h"
#include "model/rules/validate-price-rule.h"

#define MOST_DAYS     182 /* around a birthday */
#define MOST_TIMES    1000000
#define MOST_PRIORITY 1000
#define WHOLE_BP      10000
#define ALL_WEEKDAYS  127

static gboolean
need (gboolean is_said, const char *field, const char *sentence, GError **error)
{
  if (!is_said)
    salon_set_field_error (error, field, "%s", sentence);
  return is_said;
}

/* Without it a rule of that reason would be for everybody. */
static gboolean
check_reason (const SalonPriceRule *rule, GError **error)
{
  switch ((SalonDiscountSource) rule->source) {
  case SALON_DISCOUNT_CATEGORY:
    return need (rule->category_id > 0, "category_id", _("Choose the category of clients."), error);
  case SALON_DISCOUNT_SEGMENT:
    return need (rule->segment_id > 0, "segment_id", _("Choose the segment."), error);
  case SALON_DISCOUNT_TIER:
    return need (rule->tier_by != SALON_TIER_NONE, "tier_by", _("Choose what the discount grows by."), error)
           && need (rule->tier_from > 0, "tier_from", _("Say from how much on the client has the discount."), error);
  case SALON_DISCOUNT_HAPPY_HOURS:
    return need ((rule->weekdays > 0 && rule->weekdays < ALL_WEEKDAYS) || rule->to_min > 0, "to_min",
                 _("Choose weekdays or hours: otherwise it would always be cheaper."), error);
  case SALON_DISCOUNT_CODE:
    return need (rule->code != NULL, "code", _("Say which code the client names."), error);
  case SALON_DISCOUNT_BIRTHDAY:
  case SALON_DISCOUNT_FIRST_VISIT:
  case SALON_DISCOUNT_PROMOTION:
    return TRUE;
  case SALON_DISCOUNT_NONE:
  case SALON_DISCOUNT_PERSONAL:
  case SALON_DISCOUNT_CARD:
  case SALON_DISCOUNT_MANUAL:
  default:
    return need (FALSE, "source", _("Choose the reason of the discount."), error);
  }
}

static gboolean
check_reduction (const SalonPriceRule *rule, GError **error)
{
  if (rule->kind < SALON_REDUCE_FIRST || rule->kind > SALON_REDUCE_LAST)
    return need (FALSE, "kind", _("Choose how much less is said how."), error);
  if (rule->kind == SALON_REDUCE_PERCENT)
    return need (rule->value > 0 && rule->value <= WHOLE_BP, "value", _("A discount must be more than 0 and at most 100 percent."),
                 error);
  if (rule->value > SALON_MONEY_MAX)
    return need (FALSE, "value", _("That is too much."), error);
  return need (rule->kind == SALON_REDUCE_PRICE ? rule->value >= 0 : rule->value > 0, "value",
               _("An amount of money is needed, for example 5.00."), error);
}

static gboolean
check_time (const SalonPriceRule *rule, GError **error)
{
  if (!salon_check_range (rule, "weekdays", 0, ALL_WEEKDAYS, error)
      || !salon_check_range (rule, "from_min", 0, SALON_MINUTES_A_DAY, error)
      || !salon_check_range (rule, "to_min", 0, SALON_MINUTES_A_DAY, error))
    return FALSE;
  if (!need ((rule->from_min == 0 && rule->to_min == 0) || rule->from_min < rule->to_min, "to_min",
             _("The end must come after the beginning."), error))
    return FALSE;
  if ((rule->from_day != 0 && !salon_check_day (rule, "from_day", error))
      || (rule->to_day != 0 && !salon_check_day (rule, "to_day", error)))
    return FALSE;
  return need (rule->from_day == 0 || rule->to_day == 0 || rule->from_day <= rule->to_day, "to_day",
               _("The last day cannot be before the first."), error);
}

/**
 * salon_validate_price_rule:
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Returns: whether the rule can be kept: with what its reason needs, more than nothing and not more than the whole price
 *   off, an end after its beginning
 */
gboolean
salon_validate_price_rule (const SalonPriceRule *rule, GError **error)
{
  return salon_check_fields (rule, error) && check_reason (rule, error) && check_reduction (rule, error)
         && check_time (rule, error) && salon_check_range (rule, "tier_from", 0, SALON_MONEY_MAX, error)
         && salon_check_range (rule, "birthday_days", 0, MOST_DAYS, error)
         && salon_check_range (rule, "per_client", 0, MOST_TIMES, error)
         && salon_check_range (rule, "in_all", 0, MOST_TIMES, error)
         && salon_check_range (rule, "priority", -MOST_PRIORITY, MOST_PRIORITY, error);
}
