/* Rows are written as the ledger and the receipts hold them, by no service: what follows from them is the matter of the
 * test. */
#include "filter-purse.h"

#include "model/entities/cash-drawer.h"
#include "model/entities/card-kind.h"
#include "model/entities/certificate.h"
#include "model/entities/plastic-card.h"
#include "model/entities/ledger-entry.h"
#include "model/entities/price-rule.h"
#include "model/entities/promotion-use.h"
#include "model/entities/sale.h"
#include "model/entities/ticket-extension.h"
#include "model/entities/ticket-freeze.h"
#include "model/entities/ticket-kind.h"
#include "model/entities/ticket.h"
#include "model/services/ledger.h"
#include "model/store/cash-store.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/sale-store.h"
#include "support/salon-fixture.h"

static void
ticket_clear (gpointer data)
{
  salon_ticket_facts_free (((PurseTicket *) data)->facts);
}

Purse *
purse_new (void)
{
  Purse *self = g_new0 (Purse, 1);

  self->tickets = g_array_new (FALSE, FALSE, sizeof (PurseTicket));
  self->cards = g_array_new (FALSE, FALSE, sizeof (PurseCard));
  self->sayings = g_array_new (FALSE, FALSE, sizeof (PurseSaying));
  g_array_set_clear_func (self->tickets, ticket_clear);
  return self;
}

void
purse_free (gpointer data)
{
  Purse *self = data;

  g_array_unref (self->tickets);
  g_array_unref (self->cards);
  g_array_unref (self->sayings);
  g_free (self);
}

/* What follows a merged card: money and used promotions.  Tickets, certificates and what was said are moved by the merge
 * itself, which is not played here. */
void
purse_add (Purse *self, const Purse *other)
{
  self->paid += other->paid;
  self->balance += other->balance;
  self->bonus += other->bonus;
  self->discounted += other->discounted;
  self->certificate += other->certificate;
  for (guint i = 0; i < other->sayings->len; i++)
    if (g_array_index (other->sayings, PurseSaying, i).state == SALON_PROMOTION_USED)
      g_array_append_val (self->sayings, g_array_index (other->sayings, PurseSaying, i));
}

/* ---- making */

static gboolean
add_card_kinds (PurseMaker *self)
{
  for (int i = 1; i <= N_CARD_KINDS; i++) {
    g_autoptr (SalonCardKind) kind = salon_card_kind_new ();

    kind->name = g_strdup_printf ("card %d", i);
    kind->purpose = SALON_CARD_CLUB;
    kind->length = 13;
    if (!salon_repo_insert (self->tx, kind, self->error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_lists (PurseMaker *self)
{
  for (int i = 1; i <= N_TICKET_KINDS; i++) {
    g_autoptr (SalonTicketKind) kind = salon_ticket_kind_new ();
    g_autoptr (SalonPriceRule) rule = salon_price_rule_new ();

    kind->name = g_strdup_printf ("kind %d", i);
    kind->unit = SALON_TICKET_UNIT_VISITS;
    kind->split = SALON_TICKET_POOL;
    kind->units = 5000;
    kind->starts = SALON_TICKET_STARTS_AT_SALE;
    rule->name = g_strdup_printf ("promotion %d", 4 - i);
    rule->source = SALON_DISCOUNT_PROMOTION;
    rule->kind = SALON_REDUCE_PERCENT;
    rule->value = 500;
    if (!salon_repo_insert (self->tx, kind, self->error) || !salon_repo_insert (self->tx, rule, self->error))
      return FALSE;
  }
  return TRUE;
}

gboolean
purse_maker_init (PurseMaker *self, SalonTx *tx, GRand *rand, GError **error)
{
  g_autoptr (SalonCashDrawer) drawer = salon_cash_drawer_new ();
  SalonCashShift shift = { .day = SALON_FIXTURE_TODAY };

  *self = (PurseMaker){ tx, rand, error, 0, 0 };
  drawer->name = g_strdup ("Desk");
  if (!salon_repo_insert (tx, drawer, error) || !add_lists (self) || !add_card_kinds (self))
    return FALSE;
  shift.drawer_id = salon_entity_get_id (drawer);
  if (!salon_cash_store_add (tx, &shift, error))
    return FALSE;
  self->shift_id = shift.id;
  return TRUE;
}

static int
below (PurseMaker *self, int n)
{
  return g_rand_int_range (self->rand, 0, n);
}

/* Moves money between an account of the client and where it came from. */
static gboolean
post (PurseMaker *self, SalonAccount account, gint64 subject_id, SalonMoney credit, SalonDay day)
{
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_ACCOUNT);

  if (credit == 0)
    return TRUE;
  entry->day = day;
  salon_ledger_entry_add (entry, account, subject_id, -credit);
  salon_ledger_entry_add (entry, SALON_ACCOUNT_OPENING, 0, credit);
  return salon_ledger_store_write (self->tx, entry, self->error);
}

static gboolean
fill_account (PurseMaker *self, Purse *purse, gint64 client_id)
{
  for (int i = 0; i < 2; i++) {
    SalonMoney amount = 500 * (below (self, 30) - 12);

    if (!post (self, SALON_ACCOUNT_CLIENT, client_id, amount, SALON_FIXTURE_TODAY - below (self, 90)))
      return FALSE;
    purse->balance += amount;
  }
  return TRUE;
}

static gboolean
fill_bonus (PurseMaker *self, Purse *purse, gint64 client_id)
{
  SalonMoney amount = 100 * below (self, 40);

  purse->bonus += amount;
  return post (self, SALON_ACCOUNT_BONUS, client_id, amount, SALON_FIXTURE_TODAY - 5);
}

static gboolean
fill_certificate (PurseMaker *self, Purse *purse, gint64 client_id)
{
  g_autoptr (SalonCertificate) certificate = salon_certificate_new ();
  SalonMoney left = 500 * below (self, 11);

  self->n++;
  certificate->number = g_strdup_printf ("C%u", self->n);
  certificate->barcode = g_strdup_printf ("%013u", self->n);
  certificate->client_id = client_id;
  certificate->value = 5000;
  certificate->sold_day = SALON_FIXTURE_TODAY - 60;
  certificate->expires_day = below (self, 3) == 0 ? 0 : SALON_FIXTURE_TODAY + below (self, 5) - 2;
  certificate->blocked_reason = below (self, 5) == 0 ? g_strdup ("lost") : NULL;
  if (certificate->blocked_reason == NULL
      && (certificate->expires_day == 0 || certificate->expires_day >= SALON_FIXTURE_TODAY))
    purse->certificate += left;
  return salon_repo_insert (self->tx, certificate, self->error)
         && post (self, SALON_ACCOUNT_CERTIFICATE, salon_entity_get_id (certificate), left, SALON_FIXTURE_TODAY - 60);
}

/* ---- season tickets */

static gboolean
move_units (PurseMaker *self, gint64 ticket_id, SalonAccount to, gint64 units, SalonDay day)
{
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_TICKET);

  if (units == 0)
    return TRUE;
  entry->day = day;
  salon_ledger_entry_add (entry, SALON_ACCOUNT_TICKET_UNITS, ticket_id, -units);
  salon_ledger_entry_add (entry, to, ticket_id, units);
  return salon_ledger_store_write (self->tx, entry, self->error);
}

static SalonTicket *
ticket_of (PurseMaker *self, gint64 client_id)
{
  SalonTicket *ticket = salon_ticket_new ();

  ticket->number = g_strdup_printf ("T%u", ++self->n);
  ticket->ticket_kind_id = 1 + below (self, N_TICKET_KINDS);
  ticket->client_id = client_id;
  ticket->name = g_strdup ("ticket");
  ticket->unit = below (self, 4) == 0 ? SALON_TICKET_UNIT_MINUTES : SALON_TICKET_UNIT_VISITS;
  ticket->split = SALON_TICKET_POOL;
  ticket->units = 5000;
  ticket->sold_day = SALON_FIXTURE_TODAY - below (self, 60);
  ticket->valid_days = below (self, 5) == 0 ? 0 : 10 + below (self, 80);
  ticket->starts = 1 + below (self, 3);
  ticket->start_days = below (self, 2) == 0 ? 0 : below (self, 40);
  ticket->freeze_days = 60;
  return ticket;
}

static gboolean
add_pauses (PurseMaker *self, SalonTicketFacts *facts, gint64 ticket_id)
{
  for (int i = below (self, 4); i > 0; i--) {
    g_autoptr (SalonTicketFreeze) freeze = salon_ticket_freeze_new ();
    SalonTicketPause pause = { 0 };

    freeze->ticket_id = ticket_id;
    freeze->first_day = facts->sold_day + below (self, 70) - 5;
    freeze->last_day = freeze->first_day + below (self, 12);
    pause = (SalonTicketPause){ (SalonDay) freeze->first_day, (SalonDay) freeze->last_day };
    g_array_append_val (facts->pauses, pause);
    if (!salon_repo_insert (self->tx, freeze, self->error))
      return FALSE;
  }
  g_array_sort (facts->pauses, salon_ticket_pause_compare);
  for (int i = below (self, 3); i > 0; i--) {
    g_autoptr (SalonTicketExtension) extension = salon_ticket_extension_new ();

    extension->ticket_id = ticket_id;
    extension->days = 1 + below (self, 20);
    extension->reason = g_strdup ("ill");
    facts->extended += (int) extension->days;
    if (!salon_repo_insert (self->tx, extension, self->error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
fill_ticket (PurseMaker *self, Purse *purse, gint64 client_id)
{
  g_autoptr (SalonTicket) ticket = ticket_of (self, client_id);
  PurseTicket one = { ticket->ticket_kind_id, salon_ticket_facts_new () };
  SalonTicketFacts *facts = one.facts;
  gint64 given_back = 0;
  gint64 id = 0;

  g_array_append_val (purse->tickets, one);
  facts->unit = (SalonTicketUnit) ticket->unit;
  facts->starts = (SalonTicketStart) ticket->starts;
  facts->units = ticket->units;
  facts->sold_day = (SalonDay) ticket->sold_day;
  facts->start_days = (int) ticket->start_days;
  facts->valid_days = (int) ticket->valid_days;
  facts->used = 500 * below (self, 11);
  facts->first_use = facts->used > 0 ? facts->sold_day + below (self, 20) : SALON_DAY_NONE;
  facts->expired = below (self, 8) == 0 ? 5000 - facts->used : 0;
  given_back = facts->expired == 0 && below (self, 8) == 0 ? 5000 - facts->used : 0;
  facts->issued = 5000 - given_back;
  if (!salon_repo_insert (self->tx, ticket, self->error))
    return FALSE;
  id = salon_entity_get_id (ticket);
  return move_units (self, id, SALON_ACCOUNT_UNITS_ISSUED, -5000, facts->sold_day)
         && move_units (self, id, SALON_ACCOUNT_UNITS_USED, facts->used > 0 ? 500 : 0, facts->first_use)
         && move_units (self, id, SALON_ACCOUNT_UNITS_USED, MAX (facts->used - 500, 0), facts->first_use + 3)
         && move_units (self, id, SALON_ACCOUNT_UNITS_EXPIRED, facts->expired, SALON_FIXTURE_TODAY)
         && move_units (self, id, SALON_ACCOUNT_UNITS_ISSUED, given_back, SALON_FIXTURE_TODAY) && add_pauses (self, facts, id);
}

/* ---- receipts and promotions */

static gboolean
say (PurseMaker *self, Purse *purse, gint64 client_id)
{
  g_autoptr (SalonPromotionUse) use = salon_promotion_use_new ();
  PurseSaying saying = { 1 + below (self, N_PROMOTIONS), 1 + below (self, 3), SALON_FIXTURE_TODAY - below (self, 200) };

  use->client_id = client_id;
  use->price_rule_id = saying.rule_id;
  use->state = saying.state;
  use->day = saying.day;
  g_array_append_val (purse->sayings, saying);
  return salon_repo_insert (self->tx, use, self->error);
}

static void
add_line (SalonSale *sale, SalonMoney list, SalonMoney discount, gint64 rule_id, SalonDiscountSource source)
{
  SalonSaleLine *line = salon_sale_line_new (SALON_SALE_LINE_ITEM, 1);

  line->text = g_strdup ("thing");
  line->quantity = list < 0 ? -1000 : 1000;
  line->unit_price = ABS (list);
  line->list_amount = list;
  line->discount = discount;
  line->discount_rule_id = rule_id;
  line->discount_source = source;
  line->amount = list - discount;
  g_ptr_array_add (sale->lines, line);
  sale->list_total += list;
  sale->discount += discount;
  sale->total += line->amount;
}

static gboolean
write_sale (PurseMaker *self, Purse *purse, SalonSale *sale, gint64 client_id, SalonPayMethod method)
{
  SalonSalePayment payment = { method, 0, sale->total, 0 };

  sale->client_id = client_id;
  sale->shift_id = self->shift_id;
  sale->operation_id = salon_tx_operation (self->tx);
  g_array_append_val (sale->payments, payment);
  purse->discounted += sale->discount;
  if (method <= SALON_PAY_TRANSFER)
    purse->paid += sale->total;
  return salon_sale_store_write (self->tx, sale, self->error) && salon_ledger_note_client (self->tx, client_id, self->error);
}

/* The other way round: the whole, or what stands on a receipt of its own. */
static gboolean
take_back (PurseMaker *self, Purse *purse, const SalonSale *sale, gint64 client_id, SalonSaleKind kind)
{
  g_autoptr (SalonSale) back = salon_sale_new (kind);

  back->of_sale_id = sale->id;
  back->day = sale->day + 1;
  for (guint i = 0; i < sale->lines->len; i++) {
    const SalonSaleLine *line = sale->lines->pdata[i];

    add_line (back, -line->list_amount, -line->discount, line->discount_rule_id, line->discount_source);
  }
  return write_sale (self, purse, back, client_id, SALON_PAY_CASH);
}

static gboolean
fill_sale (PurseMaker *self, Purse *purse, gint64 client_id)
{
  g_autoptr (SalonSale) sale = salon_sale_new (SALON_SALE_SALE);
  gboolean by_rule = below (self, 2) == 0;
  gint64 rule_id = 1 + below (self, N_PROMOTIONS);
  SalonDiscountSource source = by_rule ? SALON_DISCOUNT_PROMOTION : SALON_DISCOUNT_PERSONAL; /* no rule: its id says nothing */
  PurseSaying saying = { rule_id, SALON_PROMOTION_USED, SALON_FIXTURE_TODAY - below (self, 200) };
  int back = below (self, 6);

  sale->day = saying.day;
  add_line (sale, 100 * (1 + below (self, 100)), 0, 0, SALON_DISCOUNT_NONE);
  add_line (sale, 2000, 100 * below (self, 5), rule_id, source);
  if (!write_sale (self, purse, sale, client_id, (SalonPayMethod) (1 + below (self, 4))))
    return FALSE;
  if (by_rule && back != 0)
    g_array_append_val (purse->sayings, saying);
  if (back > 1)
    return TRUE;
  return take_back (self, purse, sale, client_id, back == 0 ? SALON_SALE_VOID : SALON_SALE_REFUND);
}

/* Of letters that nobody searches for. */
static char *
card_number (guint n)
{
  GString *number = g_string_new (NULL);

  for (int bit = 0; bit < 20; bit++)
    g_string_append_c (number, (n >> bit & 1) != 0 ? 'Q' : 'W');
  return g_string_free (number, FALSE);
}

/* One of a kind in use, and others of the kind in other states. */
static gboolean
fill_card (PurseMaker *self, Purse *purse, gint64 client_id)
{
  static const gint64 states[] = { SALON_CARD_ISSUED, SALON_CARD_ISSUED, SALON_CARD_BLOCKED, SALON_CARD_REPLACED, SALON_CARD_RETURNED, SALON_CARD_EXPIRED };
  g_autoptr (SalonPlasticCard) card = salon_plastic_card_new ();
  PurseCard one = { 1 + below (self, N_CARD_KINDS), states[below (self, G_N_ELEMENTS (states))],
                    below (self, 2) == 0 ? 0 : SALON_FIXTURE_TODAY - 2 + below (self, 5) };

  for (guint i = 0; i < purse->cards->len; i++) {
    const PurseCard *other = &g_array_index (purse->cards, PurseCard, i);

    if (other->kind_id == one.kind_id && other->state == SALON_CARD_ISSUED && one.state == SALON_CARD_ISSUED)
      return TRUE;
  }
  card->number = card_number (++self->n);
  card->card_kind_id = one.kind_id;
  card->client_id = client_id;
  card->state = one.state;
  card->expires_day = one.last_day;
  g_array_append_val (purse->cards, one);
  return salon_repo_insert (self->tx, card, self->error);
}

typedef gboolean (*FillFunc) (PurseMaker *self, Purse *purse, gint64 client_id);

gboolean
purse_maker_fill (PurseMaker *self, Purse *purse, gint64 client_id)
{
  static const struct {
    FillFunc fill;
    int one_in;
    int most;
  } ways[] = {
    { fill_account, 4, 1 }, { fill_bonus, 5, 1 }, { fill_certificate, 5, 2 }, { fill_ticket, 3, 3 }, { say, 2, 4 }, { fill_sale, 2, 4 },
    { fill_card, 2, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    int n = below (self, ways[i].one_in) == 0 ? 1 + below (self, ways[i].most) : 0;

    for (; n > 0; n--)
      if (!ways[i].fill (self, purse, client_id))
        return FALSE;
  }
  return TRUE;
}
