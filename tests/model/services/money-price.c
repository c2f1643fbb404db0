/* What a bill comes to, by trying every way there is: list prices, discounts, tax. */
#include "money-model.h"

/* ---- discounts */

static GDate
date_of (gint64 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + 719163)); /* 1 January 1970 */
  return date;
}

/* Born on 29 February: kept on 28. */
static gint64
birthday_in (const MoneyPerson *person, int year)
{
  GDate date;
  int mday = person->birth_mday;

  g_date_clear (&date, 1);
  if (person->birth_month == 2 && mday == 29 && !g_date_is_leap_year ((GDateYear) year))
    mday = 28;
  g_date_set_dmy (&date, (GDateDay) mday, (GDateMonth) person->birth_month, (GDateYear) year);
  return (gint64) g_date_get_julian (&date) - 719163;
}

static gboolean
is_near_birthday (const MoneyWorld *w, const MoneyPerson *person, int days)
{
  GDate today = date_of (w->day);
  gboolean near = FALSE;

  if (person->birth_month == 0)
    return FALSE;
  for (int year = g_date_get_year (&today) - 1; year <= g_date_get_year (&today) + 1; year++)
    near |= ABS (birthday_in (person, year) - w->day) <= days;
  return near;
}

/* Blanks and small letters do not matter. */
static gboolean
is_code (const char *typed, const char *code)
{
  for (; *typed != '\0'; typed++)
    if (*typed != ' ' && g_ascii_toupper (*typed) != *code++)
      return FALSE;
  return *code == '\0';
}

static gboolean
is_for_client (const MoneyWorld *w, const MoneySale *sale, int index)
{
  const MoneyRule *rule = &w->rules[index];
  const MoneyPerson *person = sale->person >= 0 ? &w->people[sale->person] : NULL;
  gboolean asks = rule->for_regulars || rule->tier_by != 0 || rule->per_client > 0 || rule->source == SALON_DISCOUNT_BIRTHDAY;

  if (rule->code != NULL && (sale->code == NULL || !is_code (sale->code, rule->code)))
    return FALSE;
  if (rule->in_all > 0 && rule->uses >= rule->in_all)
    return FALSE;
  if (!asks)
    return TRUE;
  return person != NULL && (!rule->for_regulars || person->regular)
         && (rule->per_client == 0 || person->uses[index] < rule->per_client)
         && (rule->tier_by != SALON_TIER_SOLD || person->sold >= rule->tier_from)
         && (rule->tier_by != SALON_TIER_PAID || person->paid >= rule->tier_from)
         && (rule->source != SALON_DISCOUNT_BIRTHDAY || is_near_birthday (w, person, rule->birthday_days));
}

static gboolean
is_now (const MoneyWorld *w, const MoneyRule *rule)
{
  GDate today = date_of (w->day);

  return (rule->weekdays == 0 || (rule->weekdays & (1 << (g_date_get_weekday (&today) - G_DATE_MONDAY))) != 0)
         && (rule->to_min == 0 || (rule->from_min <= w->minute && w->minute < rule->to_min));
}

static gboolean
is_target (const MoneyRule *rule, const MoneyLine *line)
{
  switch (rule->target) {
  case SALON_PRICE_TARGET_SERVICES:
    return line->kind == SALON_SALE_LINE_SERVICE;
  case SALON_PRICE_TARGET_GOODS:
    return line->kind == SALON_SALE_LINE_ITEM;
  case SALON_PRICE_TARGET_ITEM:
    return line->kind == SALON_SALE_LINE_ITEM && line->thing == 0;
  default:
    return TRUE;
  }
}

static gboolean
can_cost_less (const MoneyWorld *w, const MoneyLine *line)
{
  if (line->list <= 0 || line->ticket != MONEY_NONE)
    return FALSE;
  if (line->kind == SALON_SALE_LINE_SERVICE || line->kind == SALON_SALE_LINE_ITEM)
    return !w->things[line->thing].fixed;
  return line->kind == SALON_SALE_LINE_TICKET;
}

static gint64
by_rule (const MoneyRule *rule, const MoneyLine *line)
{
  gint64 of_all = MIN (money_rounded (line->quantity, rule->value, MONEY_ONE), line->list);

  if (rule->kind == SALON_REDUCE_PERCENT)
    return money_rounded (line->list, rule->value, 10000);
  return rule->kind == SALON_REDUCE_AMOUNT ? of_all : line->list - of_all;
}

/* One way to price a bill: what is taken off each line, and by which rule (MONEY_NONE: by none). */
typedef struct {
  gint64 off[MONEY_LINES];
  int source[MONEY_LINES];
  int rule[MONEY_LINES];
} Way;

static gint64
sum_of (const Way *way)
{
  gint64 sum = 0;

  for (int i = 0; i < MONEY_LINES; i++)
    sum += way->off[i];
  return sum;
}

static void
offer (Way *way, int i, gint64 off, int source, int rule)
{
  if (off <= way->off[i])
    return;
  way->off[i] = off;
  way->source[i] = source;
  way->rule[i] = rule;
}

/* Rules are asked in the order of their priority, then of their age; the personal discount is the oldest of priority 0.
 * So the first one wins where two come to the same. */
static void
offer_rules (const MoneyWorld *w, const MoneySale *sale, Way *way, int only)
{
  for (int priority = 9; priority >= 0; priority--) {
    for (int i = 0; only == MONEY_NONE && priority == 0 && sale->person >= 0 && i < sale->n_lines; i++)
      if (can_cost_less (w, &sale->lines[i]) && sale->lines[i].kind != SALON_SALE_LINE_TICKET)
        offer (way, i, money_rounded (sale->lines[i].list, w->people[sale->person].discount_bp, 10000), SALON_DISCOUNT_PERSONAL,
               MONEY_NONE);
    for (int r = 0; r < MONEY_RULES; r++) {
      const MoneyRule *rule = &w->rules[r];

      if (rule->priority != priority || (only != MONEY_NONE ? r != only : rule->exclusive) || !is_for_client (w, sale, r)
          || !is_now (w, rule))
        continue;
      for (int i = 0; i < sale->n_lines; i++)
        if (can_cost_less (w, &sale->lines[i]) && sale->lines[i].kind != SALON_SALE_LINE_TICKET
            && is_target (rule, &sale->lines[i]))
          offer (way, i, by_rule (rule, &sale->lines[i]), rule->source, r);
    }
  }
}

static void
offer_by_hand (const MoneyWorld *w, const MoneySale *sale, Way *way)
{
  for (int i = 0; i < sale->n_lines; i++)
    if (can_cost_less (w, &sale->lines[i]))
      offer (way, i, money_rounded (sale->lines[i].list, sale->lines[i].by_hand_bp, 10000), SALON_DISCOUNT_MANUAL, MONEY_NONE);
}

/* Shares of @whole by @weights: rounded down, and one more to those that lost most. */
static void
share_out (gint64 whole, const gint64 *weights, int n, gint64 *parts)
{
  gint64 rests[MONEY_LINES];
  gint64 sum = 0;
  gint64 left = whole;

  for (int i = 0; i < n; i++)
    sum += weights[i];
  for (int i = 0; i < n; i++) {
    parts[i] = whole * weights[i] / sum;
    rests[i] = weights[i] > 0 ? whole * weights[i] % sum : -1;
    left -= parts[i];
  }
  for (; left > 0; left--) {
    int best = 0;

    for (int i = 1; i < n; i++)
      if (rests[i] > rests[best])
        best = i;
    parts[best]++;
    rests[best] = -1;
  }
}

static void
offer_whole (const MoneyWorld *w, const MoneySale *sale, Way *way)
{
  gint64 weights[MONEY_LINES] = { 0 };
  gint64 parts[MONEY_LINES] = { 0 };
  gint64 sum = 0;

  for (int i = 0; i < sale->n_lines; i++)
    sum += weights[i] = can_cost_less (w, &sale->lines[i]) ? sale->lines[i].list : 0;
  if (sum == 0 || sale->whole <= 0)
    return;
  share_out (MIN (sale->whole, sum), weights, sale->n_lines, parts);
  for (int i = 0; i < sale->n_lines; i++)
    offer (way, i, parts[i], SALON_DISCOUNT_MANUAL, MONEY_NONE);
}

static void
take_better (Way *best, const Way *other)
{
  if (sum_of (other) > sum_of (best))
    *best = *other;
}

static void
discount (const MoneyWorld *w, MoneySale *sale)
{
  Way best = { 0 };

  offer_rules (w, sale, &best, MONEY_NONE);
  offer_by_hand (w, sale, &best);
  for (int priority = 9; priority >= 0; priority--)
    for (int r = 0; r < MONEY_RULES; r++) {
      Way alone = { 0 };

      if (!w->rules[r].exclusive || w->rules[r].priority != priority)
        continue;
      offer_rules (w, sale, &alone, r);
      take_better (&best, &alone);
    }
  if (sale->whole > 0) {
    Way whole = { 0 };

    offer_whole (w, sale, &whole);
    take_better (&best, &whole);
  }
  for (int i = 0; i < sale->n_lines; i++) {
    MoneyLine *line = &sale->lines[i];

    line->discount = best.off[i];
    line->amount = line->list - line->discount;
    line->source = line->discount > 0 ? best.source[i] : 0;
    line->rule = line->discount > 0 && line->source != SALON_DISCOUNT_MANUAL && line->source != SALON_DISCOUNT_PERSONAL
                     ? best.rule[i]
                     : MONEY_NONE;
  }
}

/* ---- tax */

static gboolean
is_taxed (const MoneyLine *line)
{
  return line->kind == SALON_SALE_LINE_SERVICE || line->kind == SALON_SALE_LINE_ITEM;
}

static void
tax (MoneySale *sale, gint64 bp)
{
  gint64 weights[MONEY_LINES] = { 0 };
  gint64 parts[MONEY_LINES] = { 0 };
  gint64 sum = 0;

  for (int i = 0; i < sale->n_lines; i++)
    sum += weights[i] = is_taxed (&sale->lines[i]) && sale->lines[i].bp == bp ? sale->lines[i].amount : 0;
  if (sum == 0)
    return;
  share_out (money_rounded (sum, bp, 10000 + bp), weights, sale->n_lines, parts);
  for (int i = 0; i < sale->n_lines; i++)
    if (weights[i] > 0)
      sale->lines[i].vat = parts[i];
}

/* ---- the bill */

static void
list_price (MoneyWorld *w, MoneySale *sale, int index)
{
  MoneyLine *line = &sale->lines[index];

  line->units = 0;
  line->bp = is_taxed (line) ? w->things[line->thing].bp : 0;
  if (is_taxed (line))
    line->list = money_rounded (w->things[line->thing].price, line->quantity, MONEY_ONE);
  else if (line->kind == SALON_SALE_LINE_TICKET)
    line->list = w->kinds[line->thing].price;
  else
    line->list = line->typed;
}

/* What the units are worth that a ticket gives for it, after what it gave for the lines before. */
static void
price_by_ticket (MoneyWorld *w, MoneySale *sale, int index)
{
  MoneyLine *line = &sale->lines[index];
  MoneyTicket ticket = *MONEY_TICKET (w, line->ticket);

  for (int i = 0; i < index; i++)
    if (sale->lines[i].ticket == line->ticket)
      money_ticket_take (w, &ticket, sale->lines[i].thing - MONEY_GOODS, sale->lines[i].units);
  line->units = money_ticket_units (w, &ticket, line);
  line->list = money_ticket_take (w, &ticket, line->thing - MONEY_GOODS, line->units);
}

/**
 * money_price: says what every line comes to
 */
void
money_price (MoneyWorld *w, MoneySale *sale)
{
  static const gint64 rates[] = { 2100, 1200, 500 };

  sale->total = sale->of_tickets = 0;
  for (int i = 0; i < sale->n_lines; i++)
    list_price (w, sale, i);
  for (int i = 0; i < sale->n_lines; i++)
    if (sale->lines[i].ticket != MONEY_NONE)
      price_by_ticket (w, sale, i);
  discount (w, sale);
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    tax (sale, rates[i]);
  for (int i = 0; i < sale->n_lines; i++) {
    sale->total += sale->lines[i].amount;
    sale->of_tickets += sale->lines[i].ticket != MONEY_NONE ? sale->lines[i].amount : 0;
  }
}

/* A code that is named must be good for something on the bill, even if another discount is better then. */
static const char *
refuses_code (const MoneyWorld *w, const MoneySale *sale)
{
  if (sale->code == NULL)
    return NULL;
  for (int r = 0; r < MONEY_RULES; r++) {
    MoneySale alone = *sale;
    Way way = { 0 };

    if (w->rules[r].code == NULL || !is_code (sale->code, w->rules[r].code))
      continue;
    if (!is_for_client (w, sale, r))
      return "the code is not for this client";
    offer_rules (w, &alone, &way, r);
    return sum_of (&way) > 0 ? NULL : "the code takes nothing off";
  }
  return "there is no such code";
}

/**
 * money_refuses_price:
 *
 * Returns: what speaks against the code that is named, and against taking so much off by hand; %NULL = nothing
 */
const char *
money_refuses_price (MoneyWorld *w, const MoneySale *sale)
{
  gint64 sum = 0;

  for (int i = 0; i < sale->n_lines; i++) {
    const MoneyLine *line = &sale->lines[i];

    sum += can_cost_less (w, line) ? line->list : 0;
    if (line->by_hand_bp == 0)
      continue;
    if (!can_cost_less (w, line))
      return "it is never cheaper";
    if (line->by_hand_bp > w->limit_bp)
      return "more than may be taken off by hand";
  }
  if (sale->whole > 0 && (sale->whole > sum || sale->whole > money_rounded (sum, w->limit_bp, 10000)))
    return "more than may be taken off the whole by hand";
  return refuses_code (w, sale);
}
