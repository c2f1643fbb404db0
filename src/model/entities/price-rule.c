/* The fields of a rule of discounts. */
#include "model/entities/price-rule.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonPriceRule, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Name")),
  SALON_FIELD (SalonPriceRule, source, ENUM, SALON_FIELD_REQUIRED, SALON_N ("Reason")),
  SALON_FIELD (SalonPriceRule, active, BOOL, SALON_FIELD_PLAIN, SALON_N ("In use")),
  SALON_FIELD (SalonPriceRule, category_id, REF, SALON_FIELD_PLAIN, SALON_N ("Category of clients")),
  SALON_FIELD (SalonPriceRule, segment_id, REF, SALON_FIELD_PLAIN, SALON_N ("Segment")),
  SALON_FIELD (SalonPriceRule, tier_by, ENUM, SALON_FIELD_PLAIN, SALON_N ("Grows by")),
  SALON_FIELD (SalonPriceRule, tier_from, INT, SALON_FIELD_PLAIN, SALON_N ("Reached from")),
  SALON_FIELD (SalonPriceRule, birthday_days, INT, SALON_FIELD_PLAIN, SALON_N ("Days around the birthday")),
  SALON_FIELD (SalonPriceRule, offered_only, BOOL, SALON_FIELD_PLAIN, SALON_N ("Only to whom it was offered")),
  SALON_FIELD (SalonPriceRule, from_day, DAY, SALON_FIELD_OPTIONAL, SALON_N ("From")),
  SALON_FIELD (SalonPriceRule, to_day, DAY, SALON_FIELD_OPTIONAL, SALON_N ("Last day")),
  SALON_FIELD (SalonPriceRule, weekdays, INT, SALON_FIELD_PLAIN, SALON_N ("Weekdays")),
  SALON_FIELD (SalonPriceRule, from_min, MINUTE, SALON_FIELD_PLAIN, SALON_N ("From the time")),
  SALON_FIELD (SalonPriceRule, to_min, MINUTE, SALON_FIELD_PLAIN, SALON_N ("Until the time")),
  SALON_FIELD (SalonPriceRule, code, TEXT, SALON_FIELD_PLAIN, SALON_N ("Code")),
  SALON_FIELD (SalonPriceRule, kind, ENUM, SALON_FIELD_REQUIRED, SALON_N ("Kind of discount")),
  SALON_FIELD (SalonPriceRule, value, INT, SALON_FIELD_PLAIN, SALON_N ("Value")),
  SALON_FIELD (SalonPriceRule, per_client, INT, SALON_FIELD_PLAIN, SALON_N ("Times per client")),
  SALON_FIELD (SalonPriceRule, in_all, INT, SALON_FIELD_PLAIN, SALON_N ("Times in all")),
  SALON_FIELD (SalonPriceRule, exclusive, BOOL, SALON_FIELD_PLAIN, SALON_N ("Nothing beside it")),
  SALON_FIELD (SalonPriceRule, priority, INT, SALON_FIELD_PLAIN, SALON_N ("Priority")),
  SALON_FIELD (SalonPriceRule, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonPriceRule, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonPriceRule, salon_price_rule, "price-rule", "price_rule")
