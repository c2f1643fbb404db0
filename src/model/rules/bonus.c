/* Bonus.
 *
 * What was used is the sum of the lots less the balance.  It is laid upon the lots in the order of their ends, so what
 * ended comes first and what was taken away at its end is never taken twice. */
#include "model/rules/bonus.h"

static int
compare_lots (gconstpointer a, gconstpointer b)
{
  const SalonBonusLotFacts *one = a;
  const SalonBonusLotFacts *other = b;
  SalonDay end_one = one->expires_day == SALON_DAY_NONE ? SALON_DAY_MAX : one->expires_day;
  SalonDay end_other = other->expires_day == SALON_DAY_NONE ? SALON_DAY_MAX : other->expires_day;

  if (end_one != end_other)
    return end_one < end_other ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

/**
 * salon_bonus_spread:
 * @lots: (element-type SalonBonusLotFacts): are put in the order in which they are used, and get their rests
 * @balance: of the client by the ledger, credit positive
 *
 * Returns: what is in the balance beyond the lots: less than 0 if more was used than there is; else 0, or what no lot
 *   accounts for and never ends
 */
SalonMoney
salon_bonus_spread (GArray *lots, SalonMoney balance)
{
  SalonMoney used = -balance;

  g_array_sort (lots, compare_lots);
  for (guint i = 0; i < lots->len; i++)
    used += g_array_index (lots, SalonBonusLotFacts, i).amount;
  for (guint i = 0; i < lots->len; i++) {
    SalonBonusLotFacts *lot = &g_array_index (lots, SalonBonusLotFacts, i);
    SalonMoney taken = CLAMP (used, 0, MAX (lot->amount, 0));

    lot->rest = MAX (lot->amount, 0) - taken;
    used -= taken;
  }
  return -used;
}

static SalonMoney
sum_of_rests (GArray *lots, SalonDay day, gboolean ended)
{
  SalonMoney sum = 0;

  for (guint i = 0; i < lots->len; i++) {
    const SalonBonusLotFacts *lot = &g_array_index (lots, SalonBonusLotFacts, i);

    if ((lot->expires_day != SALON_DAY_NONE && lot->expires_day < day) == ended)
      sum += lot->rest;
  }
  return sum;
}

/**
 * salon_bonus_available:
 * @lots: (element-type SalonBonusLotFacts): get their rests
 *
 * Returns: what can be used on @day; never less than 0
 */
SalonMoney
salon_bonus_available (GArray *lots, SalonMoney balance, SalonDay day)
{
  SalonMoney beyond = salon_bonus_spread (lots, balance);

  return MAX (sum_of_rests (lots, day, FALSE) + beyond, 0);
}

/**
 * salon_bonus_overdue:
 * @lots: (element-type SalonBonusLotFacts): get their rests
 *
 * Returns: what ended before @day and is still in the balance
 */
SalonMoney
salon_bonus_overdue (GArray *lots, SalonMoney balance, SalonDay day)
{
  salon_bonus_spread (lots, balance);
  return sum_of_rests (lots, day, TRUE);
}

/**
 * salon_bonus_payable:
 * @bill: what is to be paid, after discount
 * @share_bp: at most this share of it, basis points
 * @available: what she has
 *
 * Returns: so much of the bill may be paid by bonus
 */
SalonMoney
salon_bonus_payable (SalonMoney bill, int share_bp, SalonMoney available)
{
  return MAX (MIN (salon_money_percent (bill, CLAMP (share_bp, 0, 10000)), available), 0);
}

/**
 * salon_bonus_earned:
 * @paid_with_money: cash, card, transfer and account: not bonus, tickets and certificates
 * @earn_bp: basis points
 *
 * Returns: what she earns
 */
SalonMoney
salon_bonus_earned (SalonMoney paid_with_money, int earn_bp)
{
  return paid_with_money > 0 ? salon_money_percent (paid_with_money, CLAMP (earn_bp, 0, 10000)) : 0;
}

static SalonMoney
share_of (SalonMoney earned, SalonMoney paid, SalonMoney refunded)
{
  SalonMoney share = 0;

  if (paid <= 0 || !salon_money_mul_div (earned, CLAMP (refunded, 0, paid), paid, &share))
    return 0;
  return share;
}

/**
 * salon_bonus_taken_back:
 * @earned: by the sale
 * @paid: with money, in the sale
 * @refunded_before: of it, by earlier refunds
 * @refunded_now: of it
 *
 * Returns: what is taken back of @earned now; all refunds of a sale together take back exactly what it brought
 */
SalonMoney
salon_bonus_taken_back (SalonMoney earned, SalonMoney paid, SalonMoney refunded_before, SalonMoney refunded_now)
{
  return share_of (earned, paid, refunded_before + refunded_now) - share_of (earned, paid, refunded_before);
}
