#pragma once
/* A rule by which something costs less: who, when, how much, how often. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonPriceRule, salon_price_rule)

struct _SalonPriceRule {
  SalonEntity parent;
  char *name;
  gint64 source; /* SalonDiscountSource */
  gint64 active;
  gint64 category_id; /* 0 = everybody */
  gint64 segment_id; /* 0 = everybody */
  gint64 tier_by; /* SalonTierBy */
  gint64 tier_from; /* minor units or visits */
  gint64 birthday_days; /* before and after it */
  gint64 offered_only; /* a promotion for whom it was offered to */
  gint64 from_day; /* 0 = since ever */
  gint64 to_day; /* the last; 0 = for ever */
  gint64 weekdays; /* bit 0 = Monday; 0 = every day */
  gint64 from_min; /* of the day */
  gint64 to_min; /* 0 = all day */
  char *code; /* in capitals; NULL = none is asked for */
  gint64 kind; /* SalonReduceKind */
  gint64 value; /* basis points or minor units */
  gint64 per_client; /* receipts; 0 = without limit */
  gint64 in_all; /* the same of all clients */
  gint64 exclusive; /* the whole receipt by this rule or none of it */
  gint64 priority; /* the higher goes first where two come to the same */
  gint64 position;
  gint64 archived;
};

G_END_DECLS
