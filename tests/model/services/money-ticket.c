/* Season tickets, bonus and certificates: what is left of them, and what ends. */
#include "money-model.h"

/* ---- season tickets */

/**
 * money_ticket_rest:
 *
 * Returns: units that are left; none of what was given back
 */
gint64
money_ticket_rest (const MoneyTicket *ticket)
{
  return ticket->given_back ? 0 : ticket->units - ticket->used - ticket->expired;
}

static gint64
first_day (const MoneyWorld *w, const MoneyTicket *ticket, gint64 first_use)
{
  const MoneyKind *kind = &w->kinds[ticket->kind];
  gint64 latest = kind->start_days > 0 ? ticket->sold_day + kind->start_days : MONEY_NO_DAY;

  if (kind->starts == SALON_TICKET_STARTS_AT_SALE)
    return ticket->sold_day;
  if (kind->starts == SALON_TICKET_STARTS_AFTER_DAYS)
    return ticket->sold_day + kind->start_days;
  if (latest == MONEY_NO_DAY)
    return first_use;
  return first_use == MONEY_NO_DAY ? latest : MIN (first_use, latest);
}

/**
 * money_ticket_last_day:
 *
 * Returns: the last day on which it is good; %MONEY_NO_DAY: it has no end, or has not begun
 */
gint64
money_ticket_last_day (const MoneyWorld *w, const MoneyTicket *ticket, gint64 first_use)
{
  gint64 first = first_day (w, ticket, first_use);
  int valid = w->kinds[ticket->kind].valid_days;

  return first == MONEY_NO_DAY || valid == 0 ? MONEY_NO_DAY : first + valid - 1;
}

/**
 * money_ticket_is_over:
 *
 * Returns: its last day has passed
 */
gboolean
money_ticket_is_over (const MoneyWorld *w, const MoneyTicket *ticket)
{
  gint64 last = money_ticket_last_day (w, ticket, ticket->first_use);

  return last != MONEY_NO_DAY && last < w->day;
}

static gboolean
is_good_for (const MoneyKind *kind, int service)
{
  gboolean for_some = FALSE;

  for (int i = 0; i < MONEY_SERVICES; i++)
    for_some |= kind->good[i];
  return !for_some || kind->good[service];
}

/**
 * money_ticket_refuses:
 *
 * Returns: why it cannot pay so much of a service today; %NULL = it can
 */
const char *
money_ticket_refuses (const MoneyWorld *w, const MoneyTicket *ticket, int service, gint64 units)
{
  const MoneyKind *kind = &w->kinds[ticket->kind];
  gint64 first = first_day (w, ticket, ticket->first_use);

  if (ticket->given_back)
    return "the season ticket was given back";
  if (money_ticket_rest (ticket) <= 0)
    return "nothing is left on the season ticket";
  if (money_ticket_is_over (w, ticket))
    return "the season ticket expired";
  if (kind->starts != SALON_TICKET_STARTS_FIRST_VISIT && first > w->day)
    return "the season ticket has not begun";
  if (!is_good_for (kind, service))
    return "the season ticket is not for this service";
  if (units <= 0 || units > money_ticket_rest (ticket)
      || (kind->per_service && units > kind->units[service] - ticket->used_of[service]))
    return "not enough is left on the season ticket";
  return NULL;
}

/**
 * money_ticket_units:
 *
 * Returns: what it counts for a line
 */
gint64
money_ticket_units (const MoneyWorld *w, const MoneyTicket *ticket, const MoneyLine *line)
{
  switch (w->kinds[ticket->kind].unit) {
  case SALON_TICKET_UNIT_MINUTES:
    return line->quantity * w->things[line->thing].minutes;
  case SALON_TICKET_UNIT_MONEY:
    return line->quantity * w->things[line->thing].price;
  default:
    return line->quantity;
  }
}

/**
 * money_ticket_take:
 *
 * Takes units from it.
 *
 * Returns: what they are worth: after u of n units the price less u / n of it is left, and nothing after the last
 */
gint64
money_ticket_take (const MoneyWorld *w, MoneyTicket *ticket, int service, gint64 units)
{
  gint64 after = ticket->paid - money_rounded (ticket->paid, MIN (ticket->used + units, ticket->units), ticket->units);
  gint64 worth = 0;

  if (units >= money_ticket_rest (ticket))
    after = 0;
  worth = CLAMP (ticket->rest - after, 0, ticket->rest);
  ticket->rest -= worth;
  ticket->used += units;
  ticket->used_of[service] += units;
  if (ticket->first_use == MONEY_NO_DAY || w->day < ticket->first_use)
    ticket->first_use = w->day;
  return worth;
}

/**
 * money_ticket_goes_before:
 *
 * Returns: whether @a is to be used first: it would end sooner if it were used today, else less is left of it
 */
gboolean
money_ticket_goes_before (const MoneyWorld *w, const MoneyTicket *a, const MoneyTicket *b)
{
  gint64 end_a = money_ticket_last_day (w, a, a->first_use != MONEY_NO_DAY ? a->first_use : w->day);
  gint64 end_b = money_ticket_last_day (w, b, b->first_use != MONEY_NO_DAY ? b->first_use : w->day);

  if (end_a != end_b)
    return end_b == MONEY_NO_DAY || (end_a != MONEY_NO_DAY && end_a < end_b);
  if (w->kinds[a->kind].unit != w->kinds[b->kind].unit && a->rest != b->rest)
    return a->rest < b->rest;
  return money_ticket_rest (a) < money_ticket_rest (b);
}

/**
 * money_ticket_best:
 *
 * Returns: her ticket that is to pay for the line; %MONEY_NONE: none can
 */
int
money_ticket_best (const MoneyWorld *w, int person, const MoneyLine *line)
{
  int best = MONEY_NONE;

  for (int i = 0; i < (int) w->tickets->len; i++) {
    const MoneyTicket *ticket = MONEY_TICKET (w, i);

    if (ticket->person != person
        || money_ticket_refuses (w, ticket, line->thing - MONEY_GOODS, money_ticket_units (w, ticket, line)) != NULL)
      continue;
    if (best == MONEY_NONE || money_ticket_goes_before (w, ticket, MONEY_TICKET (w, best)))
      best = i;
  }
  return best;
}

/**
 * money_expire_tickets: what is left of those whose last day has passed is breakage
 */
void
money_expire_tickets (MoneyWorld *w)
{
  for (guint i = 0; i < w->tickets->len; i++) {
    MoneyTicket *ticket = MONEY_TICKET (w, i);
    gint64 rest = money_ticket_rest (ticket);

    if (rest <= 0 || !money_ticket_is_over (w, ticket))
      continue;
    money_move (w, SALON_ACCOUNT_TICKET, ticket->id, ticket->rest);
    money_move (w, SALON_ACCOUNT_BREAKAGE, ticket->id, -ticket->rest);
    money_move (w, SALON_ACCOUNT_TICKET_UNITS, ticket->id, -rest);
    money_move (w, SALON_ACCOUNT_UNITS_EXPIRED, ticket->id, rest);
    ticket->expired += rest;
    ticket->rest = 0;
  }
}

/* ---- bonus */

/* Lots in the order of their ends, the older first. */
static GArray *
lots_of (const MoneyWorld *w, int person)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (MoneyLot));

  for (guint i = 0; i < w->lots->len; i++) {
    MoneyLot lot = *MONEY_LOT (w, i);
    guint at = order->len;

    if (lot.person != person)
      continue;
    if (lot.expires_day == MONEY_NO_DAY)
      lot.expires_day = G_MAXINT32;
    while (at > 0 && g_array_index (order, MoneyLot, at - 1).expires_day > lot.expires_day)
      at--;
    g_array_insert_val (order, at, lot);
  }
  return order;
}

/* What was used is laid upon the lots in the order of their ends.  @ended: what ended before today; else what did not. */
static gint64
left_of (const MoneyWorld *w, int person, gboolean ended)
{
  g_autoptr (GArray) lots = lots_of (w, person);
  gint64 used = -w->people[person].bonus;
  gint64 left = 0;

  for (guint i = 0; i < lots->len; i++)
    used += g_array_index (lots, MoneyLot, i).amount;
  for (guint i = 0; i < lots->len; i++) {
    const MoneyLot *lot = &g_array_index (lots, MoneyLot, i);
    gint64 taken = CLAMP (used, 0, lot->amount);

    used -= taken;
    left += (lot->expires_day < w->day) == ended ? lot->amount - taken : 0;
  }
  return ended ? left : MAX (left - used, 0);
}

/**
 * money_bonus_available:
 *
 * Returns: what she can use today
 */
gint64
money_bonus_available (const MoneyWorld *w, int person)
{
  return left_of (w, person, FALSE);
}

/**
 * money_expire_bonus: what ended before today is taken away
 */
void
money_expire_bonus (MoneyWorld *w)
{
  for (int i = 0; i < MONEY_PEOPLE; i++) {
    gint64 ended = left_of (w, i, TRUE);

    w->people[i].bonus -= ended;
    money_move (w, SALON_ACCOUNT_BONUS, w->people[i].id, ended);
    money_move (w, SALON_ACCOUNT_BONUS_COST, 0, -ended);
  }
}

/* ---- certificates */

/**
 * money_expire_certificates: what is left of those whose last day has passed is breakage
 */
void
money_expire_certificates (MoneyWorld *w)
{
  for (guint i = 0; i < w->certificates->len; i++) {
    MoneyCertificate *certificate = MONEY_CERTIFICATE (w, i);

    if (certificate->rest == 0 || certificate->expires_day == MONEY_NO_DAY || certificate->expires_day >= w->day)
      continue;
    money_move (w, SALON_ACCOUNT_CERTIFICATE, certificate->id, certificate->rest);
    money_move (w, SALON_ACCOUNT_BREAKAGE, certificate->id, -certificate->rest);
    certificate->rest = 0;
  }
}
