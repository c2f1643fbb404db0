/* Selling: what can be paid how, and what moves. */
#include "money-model.h"

/* ---- the world */

/**
 * money_world_init: nothing was sold yet
 */
void
money_world_init (MoneyWorld *w)
{
  w->tickets = g_array_new (FALSE, TRUE, sizeof (MoneyTicket));
  w->certificates = g_array_new (FALSE, TRUE, sizeof (MoneyCertificate));
  w->lots = g_array_new (FALSE, TRUE, sizeof (MoneyLot));
  w->sales = g_array_new (FALSE, TRUE, sizeof (MoneySale));
  w->uses = g_array_new (FALSE, TRUE, sizeof (MoneyUse));
  w->moves = g_array_new (FALSE, TRUE, sizeof (MoneyMove));
  w->sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/**
 * money_world_clear: forgets it
 */
void
money_world_clear (MoneyWorld *w)
{
  g_clear_pointer (&w->tickets, g_array_unref);
  g_clear_pointer (&w->certificates, g_array_unref);
  g_clear_pointer (&w->lots, g_array_unref);
  g_clear_pointer (&w->sales, g_array_unref);
  g_clear_pointer (&w->uses, g_array_unref);
  g_clear_pointer (&w->moves, g_array_unref);
  g_clear_pointer (&w->sums, g_hash_table_unref);
}

/**
 * money_rounded:
 *
 * Returns: value × by ÷ divisor of what is not negative, rounded once, half up
 */
gint64
money_rounded (gint64 value, gint64 by, gint64 divisor)
{
  return (2 * value * by + divisor) / (2 * divisor);
}

/**
 * money_coins:
 *
 * Returns: what coins can make of it
 */
gint64
money_coins (gint64 value)
{
  return money_rounded (value, 1, MONEY_STEP) * MONEY_STEP;
}

/**
 * money_begin: from here on moves are counted anew
 */
void
money_begin (MoneyWorld *w)
{
  g_array_set_size (w->moves, 0);
}

static MoneyMove *
sum_of (MoneyWorld *w, int account, gint64 subject)
{
  gint64 key = account * G_GINT64_CONSTANT (1000000000) + subject;
  MoneyMove *sum = g_hash_table_lookup (w->sums, &key);

  if (sum != NULL)
    return sum;
  sum = g_new0 (MoneyMove, 1);
  *sum = (MoneyMove){ account, subject, 0 };
  g_hash_table_insert (w->sums, g_memdup2 (&key, sizeof key), sum);
  return sum;
}

/**
 * money_move:
 * @amount: debit positive
 */
void
money_move (MoneyWorld *w, int account, gint64 subject, gint64 amount)
{
  sum_of (w, account, subject)->amount += amount;
  for (guint i = 0; i < w->moves->len; i++) {
    MoneyMove *move = &g_array_index (w->moves, MoneyMove, i);

    if (move->account == account && move->subject == subject) {
      move->amount += amount;
      return;
    }
  }
  g_array_append_val (w->moves, ((MoneyMove){ account, subject, amount }));
}

/**
 * money_moved:
 *
 * Returns: by how much since money_begin()
 */
gint64
money_moved (const MoneyWorld *w, int account, gint64 subject)
{
  for (guint i = 0; i < w->moves->len; i++) {
    const MoneyMove *move = &g_array_index (w->moves, MoneyMove, i);

    if (move->account == account && move->subject == subject)
      return move->amount;
  }
  return 0;
}

/* ---- how it is paid */

static int
payer_of (const MoneyWorld *w, int person)
{
  return person >= 0 && w->people[person].payer >= 0 ? w->people[person].payer : person;
}

static gint64
sum_of_lines (const MoneySale *sale, int kind)
{
  gint64 sum = 0;

  for (int i = 0; i < sale->n_lines; i++)
    sum += sale->lines[i].kind == kind && sale->lines[i].ticket == MONEY_NONE ? sale->lines[i].amount : 0;
  return sum;
}

static gint64
sum_of_pays (const MoneySale *sale, int method)
{
  gint64 sum = 0;

  for (int i = 0; i < sale->n_pays; i++)
    sum += sale->pays[i].method == method ? sale->pays[i].amount : 0;
  return sum;
}

/* Bonus pays services and goods; certificates season tickets, too. */
static gint64
for_bonus (const MoneySale *sale)
{
  return sum_of_lines (sale, SALON_SALE_LINE_SERVICE) + sum_of_lines (sale, SALON_SALE_LINE_ITEM);
}

static gint64
for_certificates (const MoneySale *sale)
{
  return for_bonus (sale) + sum_of_lines (sale, SALON_SALE_LINE_TICKET);
}

static const char *
refuses_lines (MoneyWorld *w, const MoneySale *sale)
{
  for (int i = 0; i < sale->n_lines; i++) {
    const MoneyLine *line = &sale->lines[i];
    MoneyTicket ticket;
    const char *why = NULL;

    if (line->kind == SALON_SALE_LINE_TICKET && sale->person < 0 && !w->kinds[line->thing].bearer)
      return "the season ticket is nobody's";
    if (line->kind == SALON_SALE_LINE_TOP_UP && sale->person < 0)
      return "nobody's account";
    if (line->ticket == MONEY_NONE)
      continue;
    ticket = *MONEY_TICKET (w, line->ticket);
    if (!w->kinds[ticket.kind].bearer && ticket.person != sale->person)
      return "the season ticket is somebody else's";
    for (int k = 0; k < i; k++)
      if (sale->lines[k].ticket == line->ticket)
        money_ticket_take (w, &ticket, sale->lines[k].thing - MONEY_GOODS, sale->lines[k].units);
    why = money_ticket_refuses (w, &ticket, line->thing - MONEY_GOODS, line->units);
    if (why != NULL)
      return why;
  }
  return NULL;
}

static const char *
refuses_account (const MoneyWorld *w, const MoneySale *sale)
{
  int payer = payer_of (w, sale->person);
  gint64 wanted = sum_of_pays (sale, SALON_PAY_ACCOUNT);
  gint64 has = 0;

  if (wanted == 0)
    return NULL;
  if (payer < 0)
    return "nobody has no account";
  has = w->people[payer].balance + (payer == sale->person ? sum_of_lines (sale, SALON_SALE_LINE_TOP_UP) : 0);
  return has - wanted < -w->people[payer].limit ? "the account is too empty" : NULL;
}

static const char *
refuses_bonus (const MoneyWorld *w, const MoneySale *sale)
{
  gint64 wanted = sum_of_pays (sale, SALON_PAY_BONUS);

  if (wanted == 0)
    return NULL;
  if (sale->person < 0)
    return "nobody has no bonus";
  if (wanted > money_rounded (for_bonus (sale), w->share_bp, 10000))
    return "more than the share that bonus may pay";
  return wanted > money_bonus_available (w, sale->person) ? "so much bonus is not there" : NULL;
}

static const char *
refuses_certificates (const MoneyWorld *w, const MoneySale *sale)
{
  for (int i = 0; i < sale->n_pays; i++) {
    const MoneyPay *pay = &sale->pays[i];
    const MoneyCertificate *certificate = NULL;

    if (pay->method != SALON_PAY_CERTIFICATE)
      continue;
    certificate = MONEY_CERTIFICATE (w, pay->subject);
    if (certificate->blocked)
      return "the certificate is blocked";
    if (certificate->expires_day != MONEY_NO_DAY && certificate->expires_day < w->day)
      return "the certificate expired";
    if (certificate->rest < pay->amount)
      return "so much is not left on the certificate";
  }
  if (sum_of_pays (sale, SALON_PAY_CERTIFICATE) + sum_of_pays (sale, SALON_PAY_BONUS) > for_certificates (sale))
    return "certificates and bonus do not pay what is only owed";
  return NULL;
}

/* What is left after all else is paid in cash, rounded; without cash it must be nothing. */
static const char *
settle (MoneySale *sale)
{
  gint64 left = sale->total - sale->of_tickets;
  gboolean in_cash = FALSE;

  for (int i = 0; i < sale->n_pays; i++) {
    in_cash |= sale->pays[i].method == SALON_PAY_CASH;
    left -= sale->pays[i].method == SALON_PAY_CASH ? 0 : sale->pays[i].amount;
  }
  if (left < 0)
    return "more is paid than it costs";
  if (left > 0 && !in_cash)
    return "something is left to pay";
  sale->due = left;
  sale->cash = money_coins (left);
  return NULL;
}

/**
 * money_refuses_sale:
 * @sale: priced; what is paid in cash is filled in
 *
 * Returns: what speaks against it; %NULL = nothing
 */
const char *
money_refuses_sale (MoneyWorld *w, MoneySale *sale)
{
  const char *why = w->open ? money_refuses_price (w, sale) : "the drawer is closed";

  if (why == NULL)
    why = refuses_lines (w, sale);
  if (why == NULL)
    why = settle (sale);
  if (why == NULL)
    why = refuses_account (w, sale);
  if (why == NULL)
    why = refuses_bonus (w, sale);
  return why != NULL ? why : refuses_certificates (w, sale);
}

/* ---- booking it */

static void
sell_ticket (MoneyWorld *w, const MoneySale *sale, MoneyLine *line)
{
  const MoneyKind *kind = &w->kinds[line->thing];
  MoneyTicket *ticket = MONEY_TICKET (w, line->made);

  ticket->kind = line->thing;
  ticket->person = sale->person;
  ticket->paid = ticket->rest = line->amount;
  ticket->units = kind->pool;
  for (int i = 0; kind->per_service && i < MONEY_SERVICES; i++)
    ticket->units += kind->units[i];
  ticket->sold_day = w->day;
  ticket->first_use = MONEY_NO_DAY;
  money_move (w, SALON_ACCOUNT_TICKET, ticket->id, -ticket->paid);
  money_move (w, SALON_ACCOUNT_TICKET_UNITS, ticket->id, ticket->units);
  money_move (w, SALON_ACCOUNT_UNITS_ISSUED, ticket->id, -ticket->units);
}

static void
use_ticket (MoneyWorld *w, const MoneySale *sale, const MoneyLine *line)
{
  MoneyTicket *ticket = MONEY_TICKET (w, line->ticket);
  MoneyUse use = { line->ticket, (int) w->sales->len, (int) (line - sale->lines), w->day };

  g_array_append_val (w->uses, use);
  money_ticket_take (w, ticket, line->thing - MONEY_GOODS, line->units);
  money_move (w, SALON_ACCOUNT_TICKET, ticket->id, line->amount);
  money_move (w, SALON_ACCOUNT_TICKET_UNITS, ticket->id, -line->units);
  money_move (w, SALON_ACCOUNT_UNITS_USED, ticket->id, line->units);
}

static void
sell_line (MoneyWorld *w, MoneySale *sale, MoneyLine *line)
{
  MoneyPerson *person = sale->person >= 0 ? &w->people[sale->person] : NULL;
  gboolean is_service = line->kind == SALON_SALE_LINE_SERVICE;

  switch (line->kind) {
  case SALON_SALE_LINE_SERVICE:
  case SALON_SALE_LINE_ITEM:
    money_move (w, is_service ? SALON_ACCOUNT_SERVICES : SALON_ACCOUNT_GOODS, w->things[line->thing].id, line->vat - line->list);
    money_move (w, SALON_ACCOUNT_VAT, line->bp, -line->vat);
    money_move (w, SALON_ACCOUNT_DISCOUNT, line->source, line->discount);
    if (person != NULL)
      person->sold += line->amount;
    if (line->ticket != MONEY_NONE)
      use_ticket (w, sale, line);
    break;
  case SALON_SALE_LINE_TICKET:
    sell_ticket (w, sale, line);
    break;
  case SALON_SALE_LINE_CERTIFICATE:
    MONEY_CERTIFICATE (w, line->made)->value = MONEY_CERTIFICATE (w, line->made)->rest = line->amount;
    money_move (w, SALON_ACCOUNT_CERTIFICATE, MONEY_CERTIFICATE (w, line->made)->id, -line->amount);
    break;
  case SALON_SALE_LINE_TOP_UP:
    money_move (w, SALON_ACCOUNT_CLIENT, person->id, -line->amount);
    person->balance += line->amount;
    break;
  default:
    money_move (w, SALON_ACCOUNT_TIPS, w->employee, -line->amount);
  }
}

static void
use_rules (MoneyWorld *w, const MoneySale *sale, int by)
{
  for (int r = 0; r < MONEY_RULES; r++) {
    gboolean used = FALSE;

    for (int i = 0; i < sale->n_lines; i++)
      used |= sale->lines[i].rule == r;
    if (!used)
      continue;
    w->rules[r].uses += by;
    if (sale->person >= 0)
      w->people[sale->person].uses[r] += by;
  }
}

/* @amount: less than 0 is given back */
static void
pay (MoneyWorld *w, const MoneySale *sale, const MoneyPay *paid, gint64 amount)
{
  MoneyPerson *person = sale->person >= 0 ? &w->people[sale->person] : NULL;

  switch (paid->method) {
  case SALON_PAY_CARD:
  case SALON_PAY_TRANSFER:
    money_move (w, paid->method == SALON_PAY_CARD ? SALON_ACCOUNT_CARD_TERMINAL : SALON_ACCOUNT_TRANSFER, 0, amount);
    if (person != NULL)
      person->paid += amount;
    break;
  case SALON_PAY_ACCOUNT:
    money_move (w, SALON_ACCOUNT_CLIENT, w->people[paid->subject].id, amount);
    w->people[paid->subject].balance -= amount;
    break;
  case SALON_PAY_BONUS:
    money_move (w, SALON_ACCOUNT_BONUS, person->id, amount);
    person->bonus -= amount;
    break;
  case SALON_PAY_CERTIFICATE:
    money_move (w, SALON_ACCOUNT_CERTIFICATE, MONEY_CERTIFICATE (w, paid->subject)->id, amount);
    MONEY_CERTIFICATE (w, paid->subject)->rest -= amount;
    break;
  default:
    break;
  }
}

static void
pay_cash (MoneyWorld *w, const MoneySale *sale, gint64 cash, gint64 due)
{
  money_move (w, SALON_ACCOUNT_CASH, w->drawer, cash);
  money_move (w, SALON_ACCOUNT_ROUNDING, 0, due - cash);
  if (sale->person >= 0)
    w->people[sale->person].paid += cash;
}

/* Of what is paid with money for services, goods and season tickets. */
static void
earn (MoneyWorld *w, MoneySale *sale, int index)
{
  gint64 earned = 0;

  sale->earning = for_certificates (sale) - sum_of_pays (sale, SALON_PAY_CERTIFICATE) - sum_of_pays (sale, SALON_PAY_BONUS);
  if (sale->person >= 0)
    earned = money_rounded (sale->earning, w->earn_bp, 10000);
  sale->earned = earned;
  if (earned == 0)
    return;
  g_array_append_val (w->lots, ((MoneyLot){ sale->person, index, earned, w->bonus_days > 0 ? w->day + w->bonus_days : MONEY_NO_DAY }));
  w->people[sale->person].bonus += earned;
  money_move (w, SALON_ACCOUNT_BONUS, w->people[sale->person].id, -earned);
  money_move (w, SALON_ACCOUNT_BONUS_COST, 0, earned);
}

/**
 * money_sell:
 * @sale: (inout): not refused, with the ids of what it made; is kept
 */
void
money_sell (MoneyWorld *w, MoneySale *sale)
{
  money_begin (w);
  for (int i = 0; i < sale->n_pays; i++)
    pay (w, sale, &sale->pays[i], sale->pays[i].amount);
  pay_cash (w, sale, sale->cash, sale->due);
  for (int i = 0; i < sale->n_lines; i++)
    sell_line (w, sale, &sale->lines[i]);
  earn (w, sale, (int) w->sales->len);
  use_rules (w, sale, 1);
  g_array_append_vals (w->sales, sale, 1);
}

/* ---- giving back */

static gint64
part_of (gint64 amount, const MoneyLine *line, gint64 quantity)
{
  return money_rounded (amount, line->back + quantity, line->quantity) - money_rounded (amount, line->back, line->quantity);
}

static gboolean
is_only_owed (const MoneyLine *line)
{
  return line->kind == SALON_SALE_LINE_TOP_UP || line->kind == SALON_SALE_LINE_TIP || line->kind == SALON_SALE_LINE_CERTIFICATE;
}

/* Its units go back to it. */
static const char *
refuses_units (const MoneyWorld *w, const MoneyLine *line)
{
  return MONEY_TICKET (w, line->ticket)->given_back ? "the season ticket that paid was given back" : NULL;
}

static const char *
take_part (MoneyWorld *w, MoneyBack *back)
{
  const MoneyLine *line = &MONEY_SALE (w, back->sale)->lines[back->line];
  MoneyLine *part = &back->part;

  *part = *line;
  part->list = part_of (line->list, line, back->quantity);
  part->amount = part_of (line->amount, line, back->quantity);
  part->discount = part->list - part->amount;
  part->vat = part_of (line->vat, line, back->quantity);
  part->units = part_of (line->units, line, back->quantity);
  if (line->ticket != MONEY_NONE)
    return refuses_units (w, line);
  if (line->kind == SALON_SALE_LINE_TICKET) {
    part->amount = MONEY_TICKET (w, line->made)->rest;
    if (money_ticket_is_over (w, MONEY_TICKET (w, line->made)))
      return "the season ticket expired";
    return money_ticket_rest (MONEY_TICKET (w, line->made)) <= 0 ? "nothing is left on the season ticket" : NULL;
  }
  if (line->kind == SALON_SALE_LINE_CERTIFICATE) {
    part->amount = MONEY_CERTIFICATE (w, line->made)->rest;
    return part->amount <= 0 ? "nothing is left on the certificate" : NULL;
  }
  return NULL;
}

/* @method: bonus, certificate, or 0 for money but cash */
static void
back_by (const MoneySale *sale, MoneyBack *back, gint64 *left, int method)
{
  for (int i = sale->n_pays; i > 0; i--) {
    const MoneyPay *paid = &sale->pays[i - 1];
    gboolean is_money = paid->method != SALON_PAY_BONUS && paid->method != SALON_PAY_CERTIFICATE;

    if (paid->method == SALON_PAY_CASH || (method != 0 ? paid->method != method : !is_money))
      continue;
    back->backs[i - 1] = MIN (*left, paid->amount - paid->back);
    *left -= back->backs[i - 1];
  }
}

/* Bonus and certificates first, for what they could pay; then the last payment first; then cash. */
static void
share_back (const MoneySale *sale, MoneyBack *back)
{
  gint64 left = back->part.ticket != MONEY_NONE ? 0 : back->part.amount;

  if (!is_only_owed (&back->part)) {
    if (back->part.kind != SALON_SALE_LINE_TICKET)
      back_by (sale, back, &left, SALON_PAY_BONUS);
    back_by (sale, back, &left, SALON_PAY_CERTIFICATE);
    back->earning = left;
  }
  back_by (sale, back, &left, 0);
  back->due = left;
  back->cash = left == sale->due - sale->due_back
                   ? sale->cash - sale->cash_back
                   : CLAMP (money_coins (sale->due_back + left) - money_coins (sale->due_back), 0, sale->cash - sale->cash_back);
}

/* What an account has when this was given back. */
static const char *
refuses_top_up (const MoneyWorld *w, const MoneySale *sale, gint64 top_up, const gint64 *backs)
{
  const MoneyPerson *person = &w->people[sale->person];
  gint64 balance = person->balance - top_up;

  for (int i = 0; i < sale->n_pays; i++)
    if (sale->pays[i].method == SALON_PAY_ACCOUNT && sale->pays[i].subject == sale->person)
      balance += backs != NULL ? backs[i] : sale->pays[i].amount;
  return balance < -person->limit ? "what was paid into the account was used" : NULL;
}

/**
 * money_refuses_refund:
 * @back: with sale, line and quantity; all else is filled in
 *
 * Returns: what speaks against it; %NULL = nothing
 */
const char *
money_refuses_refund (MoneyWorld *w, MoneyBack *back)
{
  const MoneySale *sale = MONEY_SALE (w, back->sale);
  const MoneyLine *line = &sale->lines[back->line];
  const char *why = NULL;

  if (!w->open)
    return "the drawer is closed";
  if (sale->is_void)
    return "it was taken back";
  if (line->back + back->quantity > line->quantity)
    return "more than was sold";
  why = take_part (w, back);
  if (why != NULL)
    return why;
  share_back (sale, back);
  return line->kind == SALON_SALE_LINE_TOP_UP ? refuses_top_up (w, sale, back->part.amount, back->backs) : NULL;
}

static void
give_ticket_units_back (MoneyWorld *w, const MoneyLine *part)
{
  MoneyTicket *ticket = MONEY_TICKET (w, part->ticket);

  ticket->used -= part->units;
  ticket->used_of[part->thing - MONEY_GOODS] -= part->units;
  ticket->rest += part->amount;
  money_move (w, SALON_ACCOUNT_TICKET, ticket->id, -part->amount);
  money_move (w, SALON_ACCOUNT_TICKET_UNITS, ticket->id, part->units);
  money_move (w, SALON_ACCOUNT_UNITS_USED, ticket->id, -part->units);
}

/* What was given back as a whole was no use. */
static void
renew_first_use (MoneyWorld *w, int index)
{
  MoneyTicket *ticket = MONEY_TICKET (w, index);

  ticket->first_use = MONEY_NO_DAY;
  for (guint i = 0; i < w->uses->len; i++) {
    const MoneyUse *use = &g_array_index (w->uses, MoneyUse, i);
    const MoneySale *sale = MONEY_SALE (w, use->sale);
    const MoneyLine *line = &sale->lines[use->line];

    if (use->ticket != index || sale->is_void || line->back == line->quantity)
      continue;
    if (ticket->first_use == MONEY_NO_DAY || use->day < ticket->first_use)
      ticket->first_use = use->day;
  }
}

static void
give_ticket_back (MoneyWorld *w, const MoneyLine *part)
{
  MoneyTicket *ticket = MONEY_TICKET (w, part->made);

  money_move (w, SALON_ACCOUNT_TICKET, ticket->id, part->amount);
  money_move (w, SALON_ACCOUNT_TICKET_UNITS, ticket->id, -money_ticket_rest (ticket));
  money_move (w, SALON_ACCOUNT_UNITS_ISSUED, ticket->id, money_ticket_rest (ticket));
  ticket->given_back = TRUE;
  ticket->rest -= part->amount;
}

static void
give_line_back (MoneyWorld *w, const MoneySale *sale, const MoneyLine *part)
{
  MoneyPerson *person = sale->person >= 0 ? &w->people[sale->person] : NULL;
  gboolean is_service = part->kind == SALON_SALE_LINE_SERVICE;

  switch (part->kind) {
  case SALON_SALE_LINE_SERVICE:
  case SALON_SALE_LINE_ITEM:
    money_move (w, is_service ? SALON_ACCOUNT_SERVICES : SALON_ACCOUNT_GOODS, w->things[part->thing].id, part->list - part->vat);
    money_move (w, SALON_ACCOUNT_VAT, part->bp, part->vat);
    money_move (w, SALON_ACCOUNT_DISCOUNT, part->source, -part->discount);
    if (person != NULL)
      person->sold -= part->amount;
    if (part->ticket != MONEY_NONE)
      give_ticket_units_back (w, part);
    break;
  case SALON_SALE_LINE_TICKET:
    give_ticket_back (w, part);
    break;
  case SALON_SALE_LINE_CERTIFICATE:
    money_move (w, SALON_ACCOUNT_CERTIFICATE, MONEY_CERTIFICATE (w, part->made)->id, part->amount);
    MONEY_CERTIFICATE (w, part->made)->rest -= part->amount;
    break;
  case SALON_SALE_LINE_TOP_UP:
    money_move (w, SALON_ACCOUNT_CLIENT, person->id, part->amount);
    person->balance -= part->amount;
    break;
  default:
    money_move (w, SALON_ACCOUNT_TIPS, w->employee, part->amount);
  }
}

/* The share of what it brought that was paid with what is given back. */
static void
unearn (MoneyWorld *w, MoneySale *sale, int index, gint64 earning)
{
  gint64 taken = 0;

  if (sale->earned == 0 || sale->earning <= 0)
    return;
  taken = money_rounded (sale->earned, sale->earning_back + earning, sale->earning)
          - money_rounded (sale->earned, sale->earning_back, sale->earning);
  sale->earning_back += earning;
  for (guint i = 0; i < w->lots->len; i++)
    if (MONEY_LOT (w, i)->sale == index)
      MONEY_LOT (w, i)->amount -= taken;
  w->people[sale->person].bonus -= taken;
  money_move (w, SALON_ACCOUNT_BONUS, w->people[sale->person].id, taken);
  money_move (w, SALON_ACCOUNT_BONUS_COST, 0, -taken);
}

/**
 * money_refund:
 * @back: not refused
 */
void
money_refund (MoneyWorld *w, MoneyBack *back)
{
  MoneySale *sale = MONEY_SALE (w, back->sale);

  money_begin (w);
  give_line_back (w, sale, &back->part);
  for (int i = 0; i < sale->n_pays; i++) {
    pay (w, sale, &sale->pays[i], -back->backs[i]);
    sale->pays[i].back += back->backs[i];
  }
  pay_cash (w, sale, -back->cash, -back->due);
  sale->cash_back += back->cash;
  sale->due_back += back->due;
  unearn (w, sale, back->sale, back->earning);
  sale->lines[back->line].back += back->quantity;
  if (back->part.ticket != MONEY_NONE)
    renew_first_use (w, back->part.ticket);
  sale->returned = TRUE;
}

/* ---- taking back */

static const char *
refuses_unsold (const MoneyWorld *w, const MoneyLine *line)
{
  if (line->ticket != MONEY_NONE)
    return refuses_units (w, line);
  if (line->kind == SALON_SALE_LINE_TICKET) {
    const MoneyTicket *ticket = MONEY_TICKET (w, line->made);

    if (money_ticket_is_over (w, ticket))
      return "the season ticket expired";
    return money_ticket_rest (ticket) < ticket->units ? "the season ticket was used" : NULL;
  }
  if (line->kind != SALON_SALE_LINE_CERTIFICATE)
    return NULL;
  return MONEY_CERTIFICATE (w, line->made)->rest < MONEY_CERTIFICATE (w, line->made)->value ? "the certificate was used" : NULL;
}

/**
 * money_refuses_void:
 *
 * Returns: what speaks against taking a receipt back as a whole; %NULL = nothing
 */
const char *
money_refuses_void (MoneyWorld *w, const MoneySale *sale)
{
  gint64 top_up = sum_of_lines (sale, SALON_SALE_LINE_TOP_UP);

  if (!w->open)
    return "the drawer is closed";
  if (sale->is_void)
    return "it was taken back";
  if (sale->returned)
    return "a part of it was given back";
  for (int i = 0; i < sale->n_lines; i++) {
    const char *why = refuses_unsold (w, &sale->lines[i]);

    if (why != NULL)
      return why;
  }
  return top_up > 0 ? refuses_top_up (w, sale, top_up, NULL) : NULL;
}

/**
 * money_take_back: as if it had not been
 */
void
money_take_back (MoneyWorld *w, MoneySale *sale)
{
  int index = (int) (sale - MONEY_SALE (w, 0));

  money_begin (w);
  for (int i = 0; i < sale->n_lines; i++)
    give_line_back (w, sale, &sale->lines[i]);
  for (int i = 0; i < sale->n_pays; i++)
    pay (w, sale, &sale->pays[i], -sale->pays[i].amount);
  pay_cash (w, sale, -sale->cash, -sale->due);
  unearn (w, sale, index, sale->earning);
  use_rules (w, sale, -1);
  sale->is_void = TRUE;
  for (int i = 0; i < sale->n_lines; i++)
    if (sale->lines[i].ticket != MONEY_NONE)
      renew_first_use (w, sale->lines[i].ticket);
}
