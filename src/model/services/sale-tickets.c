/* The season tickets of a bill: those that pay for lines, and those that could. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/ticket-kind.h"
#include "model/services/sale-bill.h"
#include "model/services/tickets.h"
#include "model/store/repo.h"

/**
 * salon_bill_ticket_free: frees a ticket of a bill
 */
void
salon_bill_ticket_free (SalonBillTicket *self)
{
  g_clear_object (&self->ticket);
  g_clear_pointer (&self->facts, salon_ticket_facts_free);
  g_free (self);
}

static void
refuse (SalonBill *self, guint index, const char *text)
{
  salon_bill_refuse (self, g_strdup_printf ("lines.%u.ticket_id", index), g_strdup (text));
}

static SalonBillTicket *
known (const SalonBill *self, gint64 ticket_id)
{
  for (guint i = 0; i < self->tickets->len; i++) {
    SalonBillTicket *ticket = self->tickets->pdata[i];

    if (ticket->id == ticket_id)
      return ticket;
  }
  return NULL;
}

/* The ticket and its facts are handed over. */
static SalonBillTicket *
add_ticket (SalonBill *self, gint64 id, SalonTicket *ticket, SalonTicketFacts *facts, GError **error)
{
  g_autoptr (SalonTicketKind) kind = salon_repo_get (self->tx, salon_ticket_kind_get_type (), ticket->ticket_kind_id, error);
  SalonBillTicket *added = g_new0 (SalonBillTicket, 1);

  *added = (SalonBillTicket){ .id = id, .ticket = ticket, .facts = facts, .vat_rate_id = kind != NULL ? kind->vat_rate_id : 0 };
  g_ptr_array_add (self->tickets, added);
  return kind != NULL ? added : NULL;
}

/* Of a line that can be sold.  What was paid for it is known when the discounts are. */
static SalonBillTicket *
find_sold (SalonBill *self, guint index, GError **error)
{
  const SalonSaleLine *line = self->lines->pdata[index];
  gint64 id = salon_sale_ticket_of (index);
  SalonTicketIssue issue = { line->subject_id, self->client != NULL ? salon_entity_get_id (self->client) : 0, line->amount, NULL };
  SalonBillTicket *found = known (self, id);
  g_autoptr (SalonTicket) ticket = NULL;
  SalonTicketFacts *facts = found == NULL ? salon_ticket_facts_of_sale (self->tx, &issue, &ticket, error) : NULL;

  return facts != NULL ? add_ticket (self, id, g_steal_pointer (&ticket), facts, error) : found;
}

static gboolean
sells_ticket (const SalonBill *self, guint index)
{
  const SalonSaleLine *line = index < self->lines->len ? self->lines->pdata[index] : NULL;

  return line != NULL && line->kind == SALON_SALE_LINE_TICKET && line->quantity == SALON_QUANTITY_ONE
         && ((const SalonQuoteLine *) self->quote->lines->pdata[index])->is_found;
}

/* %NULL without an error: there is none, or it is somebody else's, and that was said. */
static SalonBillTicket *
find (SalonBill *self, guint index, gint64 ticket_id, GError **error)
{
  SalonBillTicket *found = known (self, ticket_id);
  g_autoptr (SalonTicket) ticket = NULL;
  g_autoptr (GError) failure = NULL;
  SalonTicketFacts *facts = NULL;

  if (found != NULL)
    return found;
  ticket = salon_repo_find_one (self->tx, salon_ticket_get_type (), "id", ticket_id, &failure);
  if (ticket != NULL
      && salon_ticket_check_client (self->tx, ticket_id, self->client != NULL ? salon_entity_get_id (self->client) : 0, &failure)) {
    facts = salon_ticket_facts_load (self->tx, ticket_id, error);
    if (facts == NULL)
      return NULL;
    found = add_ticket (self, ticket_id, g_steal_pointer (&ticket), facts, error);
  } else if (failure == NULL || g_error_matches (failure, SALON_ERROR, SALON_ERROR_VALIDATION)) {
    refuse (self, index, failure != NULL ? failure->message : _("There is no such season ticket."));
  } else {
    g_propagate_error (error, g_steal_pointer (&failure));
  }
  return found;
}

static gboolean
units_of (const SalonBill *self, guint index, const SalonTicketFacts *facts, gint64 *units)
{
  const SalonSaleLine *line = self->lines->pdata[index];

  return salon_ticket_units_for (facts->unit, line->quantity, g_array_index (self->minutes, int, index), line->unit_price, units);
}

/* What a ticket pays is worth its units: that is what counts as sold. */
static void
set_worth (SalonBill *self, guint index, SalonBillTicket *ticket, gint64 units, SalonMoney worth)
{
  SalonSaleLine *line = self->lines->pdata[index];
  SalonQuoteLine *quote = self->quote->lines->pdata[index];

  line->ticket_id = ticket->id;
  line->ticket_units = units;
  line->list_amount = worth;
  line->amount = worth;
  ticket->worth += worth;
  quote->no_discount = TRUE;
  /* Translators: why a line of a receipt costs what it costs; %s is the name of a season ticket */
  quote->why = g_strdup_printf (_("Paid by the season ticket “%s”"), ticket->ticket->name);
}

/* One that is sold here pays nothing before it is known what it costs. */
static void
await (SalonBill *self, guint index)
{
  SalonSaleLine *line = self->lines->pdata[index];

  line->ticket_id = salon_sale_request_line (self->request, index)->ticket_id;
  line->list_amount = line->amount = 0;
  ((SalonQuoteLine *) self->quote->lines->pdata[index])->no_discount = TRUE;
}

/* A kind with a rate of its own is taxed by it, whatever service it pays for. */
static gboolean
take_from (SalonBill *self, guint index, SalonBillTicket *ticket, GError **error)
{
  SalonSaleLine *line = self->lines->pdata[index];
  g_autoptr (GError) failure = NULL;
  SalonMoney worth = 0;
  gint64 units = 0;

  if (!units_of (self, index, ticket->facts, &units))
    refuse (self, index, _("Not enough is left on this season ticket."));
  else if (!salon_ticket_take (ticket->facts, self->today, line->subject_id, units, &worth, &failure))
    refuse (self, index, failure->message);
  else
    set_worth (self, index, ticket, units, worth);
  return ticket->vat_rate_id == 0 || salon_bill_tax (self, ticket->vat_rate_id, &line->vat_bp, error);
}

/**
 * salon_bill_use_ticket:
 * @index: of a line that names a season ticket and whose price is known
 *
 * Lets the ticket pay for it, with what lines before it left of the ticket.  One that is sold here pays later:
 * salon_bill_use_sold_tickets().
 *
 * Returns: %FALSE only when the file cannot be read
 */
gboolean
salon_bill_use_ticket (SalonBill *self, guint index, GError **error)
{
  gint64 ticket_id = salon_sale_request_line (self->request, index)->ticket_id;
  SalonBillTicket *ticket = NULL;
  g_autoptr (GError) failure = NULL;

  if (((const SalonSaleLine *) self->lines->pdata[index])->kind != SALON_SALE_LINE_SERVICE) {
    refuse (self, index, _("A season ticket pays for services only."));
    return TRUE;
  }
  if (ticket_id < 0) {
    await (self, index);
    return TRUE;
  }
  ticket = find (self, index, ticket_id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  return ticket == NULL || take_from (self, index, ticket, error);
}

/**
 * salon_bill_use_sold_tickets:
 *
 * Lets season tickets that this sale sells pay for services of it: each unit is worth its share of what the ticket costs
 * here, after discount.
 *
 * Returns: %FALSE only when the file cannot be read
 */
gboolean
salon_bill_use_sold_tickets (SalonBill *self, GError **error)
{
  for (guint i = 0; i < self->lines->len; i++) {
    const SalonSaleLine *line = self->lines->pdata[i];
    guint sold = (guint) (-1 - line->ticket_id);
    SalonBillTicket *ticket = NULL;

    if (line->ticket_id >= 0)
      continue;
    if (!sells_ticket (self, sold)) {
      refuse (self, i, _("There is no such season ticket."));
      continue;
    }
    ticket = find_sold (self, sold, error);
    if (ticket == NULL || !take_from (self, i, ticket, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- those that could pay */

static void
offer (SalonBill *self, guint index, gint64 id, const SalonTicket *ticket, const SalonTicketFacts *unused)
{
  const SalonSaleLine *line = self->lines->pdata[index];
  const SalonBillTicket *used = known (self, id);
  const SalonTicketFacts *facts = used != NULL ? used->facts : unused;
  SalonTicketOffer *offered = NULL;
  gint64 units = 0;

  if (!units_of (self, index, facts, &units) || !salon_ticket_check (facts, self->today, line->subject_id, units, NULL))
    return;
  offered = g_new0 (SalonTicketOffer, 1);
  offered->line = index;
  offered->ticket_id = id;
  offered->text = salon_ticket_text (ticket, facts, self->today, self->settings);
  offered->units = units;
  g_ptr_array_add (self->quote->offers, offered);
}

static gboolean
could_be_paid (const SalonBill *self, guint index)
{
  const SalonSaleLine *line = self->lines->pdata[index];

  return line->kind == SALON_SALE_LINE_SERVICE && line->ticket_id == 0;
}

static void
offer_view (SalonBill *self, guint index, const SalonTicketView *view)
{
  offer (self, index, salon_entity_get_id (view->ticket), view->ticket, view->facts);
}

/* What she has is used before what she buys now. */
static gboolean
offer_sold (SalonBill *self, GError **error)
{
  for (guint sold = 0; sold < self->lines->len; sold++) {
    SalonBillTicket *ticket = NULL;

    if (!sells_ticket (self, sold))
      continue;
    ticket = find_sold (self, sold, error);
    if (ticket == NULL)
      return FALSE;
    for (guint i = 0; i < self->lines->len; i++)
      if (could_be_paid (self, i))
        offer (self, i, ticket->id, ticket->ticket, ticket->facts);
  }
  return TRUE;
}

/**
 * salon_bill_offer_tickets:
 *
 * Proposes tickets of the client for the services that none pays for yet: that one first that ends soonest, else of which
 * the least is left; then those that this sale sells.
 */
gboolean
salon_bill_offer_tickets (SalonBill *self, GError **error)
{
  g_autoptr (SalonTicketsRequest) request = NULL;
  g_autoptr (GPtrArray) views = NULL;

  if (self->client == NULL)
    return offer_sold (self, error);
  request = salon_tickets_request_new (salon_entity_get_id (self->client));
  views = salon_tickets_load (self->tx, request, error);
  if (views == NULL)
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++)
    for (guint k = 0; could_be_paid (self, i) && k < views->len; k++)
      offer_view (self, i, views->pdata[k]);
  return offer_sold (self, error);
}
