#pragma once
/* Bonus: lots that end, used in the order of their ends; how much is earned, and how much of a bill it may pay. */
#include "base/day.h"
#include "base/money.h"

G_BEGIN_DECLS

/**
 * SalonBonusLotFacts:
 * @id: of lots that end on the same day the lower one is used first
 * @amount: what was earned, less what was taken back of it; may be less than 0 only by a mistake
 * @expires_day: the last day; %SALON_DAY_NONE = without end
 * @rest: (out): what is left of it
 */
typedef struct {
  gint64 id;
  SalonMoney amount;
  SalonDay expires_day;
  SalonMoney rest;
} SalonBonusLotFacts;

SalonMoney salon_bonus_spread (GArray *lots, SalonMoney balance);
SalonMoney salon_bonus_available (GArray *lots, SalonMoney balance, SalonDay day);
SalonMoney salon_bonus_overdue (GArray *lots, SalonMoney balance, SalonDay day);
SalonMoney salon_bonus_payable (SalonMoney bill, int share_bp, SalonMoney available);
SalonMoney salon_bonus_earned (SalonMoney paid_with_money, int earn_bp);
SalonMoney salon_bonus_taken_back (SalonMoney earned, SalonMoney paid, SalonMoney refunded_before, SalonMoney refunded_now);

G_END_DECLS
