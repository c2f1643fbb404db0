/* Season tickets within a sale: postings for what is sold, redeemed and given back; and what expires. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/ticket-kind-service.h"
#include "model/entities/ticket-service.h"
#include "model/rules/ean13.h"
#include "model/services/ledger.h"
#include "model/services/merge.h"
#include "model/services/tickets.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/ticket-store.h"
#include "model/store/tx.h"

#define MOST_TRIES 100 /* for a number that is free */

/* ---- the ticket itself */

/**
 * salon_ticket_free_number:
 *
 * Returns: (transfer full): a number that no ticket has yet
 */
char *
salon_ticket_free_number (SalonTx *tx, GError **error)
{
  for (int i = 0; i < MOST_TRIES; i++) {
    g_autofree char *number = salon_ean13_make (SALON_EAN13_TICKET, salon_ean13_random_body ());
    gint64 other = 0;

    if (!salon_ticket_store_find (tx, number, &other, error))
      return NULL;
    if (other == 0)
      return g_steal_pointer (&number);
  }
  salon_set_error (error, SALON_ERROR_INTERNAL, "There is no free number for a season ticket.");
  return NULL;
}

static gboolean
check_issue (const SalonTicketIssue *issue, const SalonTicketKind *kind, GError **error)
{
  if (kind->archived) {
    salon_set_field_error (error, "subject_id", _("“%s” is not sold any more."), kind->name);
    return FALSE;
  }
  if (issue->client_id == 0 && !kind->bearer) {
    salon_set_field_error (error, "client_id", _("“%s” is made out to a client. Say to whom."), kind->name);
    return FALSE;
  }
  if (issue->paid < 0) {
    salon_set_field_error (error, "amount", _("A season ticket cannot cost less than nothing."));
    return FALSE;
  }
  return TRUE;
}

static SalonTicket *
ticket_of (SalonTx *tx, const SalonTicketIssue *issue, const SalonTicketKind *kind, GPtrArray *services)
{
  SalonTicket *ticket = salon_ticket_new ();

  ticket->ticket_kind_id = issue->kind_id;
  ticket->client_id = issue->client_id;
  ticket->name = g_strdup (kind->name);
  ticket->unit = kind->unit;
  ticket->split = kind->split;
  ticket->bearer = kind->bearer;
  ticket->units = kind->units;
  ticket->paid = issue->paid;
  ticket->sold_day = salon_clock_today (salon_tx_clock (tx));
  ticket->valid_days = kind->valid_days;
  ticket->starts = kind->starts;
  ticket->start_days = kind->start_days;
  ticket->freeze_days = kind->freeze_days;
  for (guint i = 0; kind->split == SALON_TICKET_PER_SERVICE && i < services->len; i++)
    ticket->units += ((SalonTicketKindService *) services->pdata[i])->units;
  return ticket;
}

/**
 * salon_ticket_issue:
 * @ticket_id: (out): for the line of the receipt
 *
 * Makes a ticket as its kind is now.  It is worth nothing until salon_ticket_sell().
 */
gboolean
salon_ticket_issue (SalonTx *tx, const SalonTicketIssue *issue, gint64 *ticket_id, GError **error)
{
  g_autoptr (SalonTicketKind) kind = salon_repo_get (tx, salon_ticket_kind_get_type (), issue->kind_id, error);
  g_autoptr (GPtrArray) services = NULL;
  g_autoptr (SalonTicket) ticket = NULL;

  if (kind == NULL || !check_issue (issue, kind, error))
    return FALSE;
  services = salon_repo_find (tx, salon_ticket_kind_service_get_type (), "ticket_kind_id", issue->kind_id, error);
  if (services == NULL)
    return FALSE;
  ticket = ticket_of (tx, issue, kind, services);
  ticket->number = issue->number != NULL ? g_strdup (issue->number) : salon_ticket_free_number (tx, error);
  if (ticket->number == NULL || !salon_repo_insert (tx, ticket, error))
    return FALSE;
  *ticket_id = salon_entity_get_id (ticket);
  for (guint i = 0; i < services->len; i++) {
    const SalonTicketKindService *of_kind = services->pdata[i];
    g_autoptr (SalonTicketService) service = salon_ticket_service_new ();

    service->ticket_id = *ticket_id;
    service->service_id = of_kind->service_id;
    service->units = of_kind->units;
    if (!salon_repo_insert (tx, service, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- what the ledger says of it */

static gboolean
add_shares (SalonTx *tx, gint64 ticket_id, SalonTicketFacts *facts, GError **error)
{
  g_autoptr (GPtrArray) services = salon_repo_find (tx, salon_ticket_service_get_type (), "ticket_id", ticket_id, error);
  g_autoptr (GArray) used = services != NULL ? salon_ticket_store_used (tx, ticket_id, error) : NULL;

  if (used == NULL)
    return FALSE;
  for (guint i = 0; i < services->len; i++) {
    const SalonTicketService *service = services->pdata[i];
    SalonTicketShare share = { service->service_id, service->units, 0 };

    for (guint k = 0; k < used->len; k++)
      if (g_array_index (used, SalonTicketUsed, k).service_id == share.service_id)
        share.used = g_array_index (used, SalonTicketUsed, k).units;
    g_array_append_val (facts->shares, share);
  }
  return TRUE;
}

static gboolean
add_days (SalonTx *tx, gint64 ticket_id, SalonTicketFacts *facts, GError **error)
{
  g_autoptr (GPtrArray) freezes = salon_repo_find (tx, salon_ticket_freeze_get_type (), "ticket_id", ticket_id, error);
  g_autoptr (GPtrArray) extensions = NULL;

  if (freezes == NULL)
    return FALSE;
  for (guint i = 0; i < freezes->len; i++) {
    const SalonTicketFreeze *freeze = freezes->pdata[i];
    SalonTicketPause pause = { (SalonDay) freeze->first_day, (SalonDay) freeze->last_day };

    g_array_append_val (facts->pauses, pause);
  }
  g_array_sort (facts->pauses, salon_ticket_pause_compare);
  extensions = salon_repo_find (tx, salon_ticket_extension_get_type (), "ticket_id", ticket_id, error);
  for (guint i = 0; extensions != NULL && i < extensions->len; i++)
    facts->extended += (int) ((SalonTicketExtension *) extensions->pdata[i])->days;
  return extensions != NULL;
}

static void
take_terms (SalonTicketFacts *facts, const SalonTicket *ticket)
{
  facts->unit = (SalonTicketUnit) ticket->unit;
  facts->split = (SalonTicketSplit) ticket->split;
  facts->starts = (SalonTicketStart) ticket->starts;
  facts->units = ticket->units;
  facts->paid = ticket->paid;
  facts->sold_day = (SalonDay) ticket->sold_day;
  facts->start_days = (int) ticket->start_days;
  facts->valid_days = (int) ticket->valid_days;
  facts->freeze_days = (int) ticket->freeze_days;
}

/**
 * salon_ticket_facts_of_sale:
 * @issue: what is being sold
 * @ticket: (out) (transfer full): as it will be; it has no number and no id yet
 *
 * Returns: (transfer full): what will be known of the ticket once it is sold, for the rules
 */
SalonTicketFacts *
salon_ticket_facts_of_sale (SalonTx *tx, const SalonTicketIssue *issue, SalonTicket **ticket, GError **error)
{
  g_autoptr (SalonTicketKind) kind = salon_repo_get (tx, salon_ticket_kind_get_type (), issue->kind_id, error);
  g_autoptr (GPtrArray) services = NULL;
  SalonTicketFacts *facts = NULL;

  if (kind == NULL)
    return NULL;
  services = salon_repo_find (tx, salon_ticket_kind_service_get_type (), "ticket_kind_id", issue->kind_id, error);
  if (services == NULL)
    return NULL;
  *ticket = ticket_of (tx, issue, kind, services);
  facts = salon_ticket_facts_new ();
  take_terms (facts, *ticket);
  facts->first_use = SALON_DAY_NONE;
  facts->issued = (*ticket)->units;
  facts->rest_money = issue->paid;
  for (guint i = 0; i < services->len; i++) {
    const SalonTicketKindService *of_kind = services->pdata[i];
    SalonTicketShare share = { of_kind->service_id, of_kind->units, 0 };

    g_array_append_val (facts->shares, share);
  }
  return facts;
}

static SalonTicketFacts *
facts_of (SalonTx *tx, const SalonTicket *ticket, GError **error)
{
  g_autoptr (SalonTicketFacts) facts = salon_ticket_facts_new ();
  SalonTicketSums sums;

  if (!salon_ticket_store_sums (tx, salon_entity_get_id (ticket), &sums, error)
      || !add_shares (tx, salon_entity_get_id (ticket), facts, error)
      || !add_days (tx, salon_entity_get_id (ticket), facts, error))
    return NULL;
  take_terms (facts, ticket);
  facts->first_use = sums.first_use;
  facts->issued = sums.issued;
  facts->used = sums.used;
  facts->expired = sums.expired;
  facts->rest_money = sums.money;
  return g_steal_pointer (&facts);
}

/**
 * salon_ticket_facts_load:
 *
 * Returns: (transfer full): what the ledger says of a ticket, for the rules
 */
SalonTicketFacts *
salon_ticket_facts_load (SalonTx *tx, gint64 ticket_id, GError **error)
{
  g_autoptr (SalonTicket) ticket = salon_repo_get (tx, salon_ticket_get_type (), ticket_id, error);

  return ticket != NULL ? facts_of (tx, ticket, error) : NULL;
}

/**
 * salon_ticket_check_client:
 * @client_id: who wants to use it; 0 = somebody unknown
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION of field "ticket_id" when it is made out to somebody else
 */
gboolean
salon_ticket_check_client (SalonTx *tx, gint64 ticket_id, gint64 client_id, GError **error)
{
  g_autoptr (SalonTicket) ticket = salon_repo_get (tx, salon_ticket_get_type (), ticket_id, error);
  gint64 present = 0;

  if (ticket == NULL || (client_id != 0 && !salon_client_survivor (tx, client_id, &present, error)))
    return FALSE;
  if (ticket->bearer || ticket->client_id == present)
    return TRUE;
  salon_set_field_error (error, "ticket_id", _("This season ticket is made out to somebody else."));
  return FALSE;
}

/* ---- postings */

static void
post (SalonLedgerEntry *entry, SalonAccount account, gint64 ticket_id, gint64 amount, gint64 client_id, gint64 sale_line_id)
{
  SalonPosting *posting = salon_ledger_entry_add (entry, account, ticket_id, amount);

  if (posting == NULL)
    return;
  posting->client_id = client_id;
  posting->sale_line_id = sale_line_id;
}

/**
 * salon_ticket_sell:
 *
 * Adds what a ticket that was just made is worth: the price that was paid is owed, and so are its units.
 */
gboolean
salon_ticket_sell (SalonTx *tx, SalonLedgerEntry *entry, gint64 ticket_id, gint64 sale_line_id, GError **error)
{
  g_autoptr (SalonTicket) ticket = salon_repo_get (tx, salon_ticket_get_type (), ticket_id, error);

  if (ticket == NULL)
    return FALSE;
  post (entry, SALON_ACCOUNT_TICKET, ticket_id, -ticket->paid, ticket->client_id, sale_line_id);
  post (entry, SALON_ACCOUNT_TICKET_UNITS, ticket_id, ticket->units, ticket->client_id, sale_line_id);
  post (entry, SALON_ACCOUNT_UNITS_ISSUED, ticket_id, -ticket->units, ticket->client_id, sale_line_id);
  return TRUE;
}

/**
 * salon_ticket_redeem:
 * @units: thousandths; less than 0 gives them back
 * @worth: what salon_ticket_take() said; of what is given back, what it was worth when it was redeemed
 * @client_id: who used it; 0 = somebody unknown
 * @sale_line_id: of the service: it says which service the units were used for
 *
 * Adds that a ticket pays for a line.
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION of field "ticket_id" when so much is not left, also counting what the
 *   entry sells and takes already, or when more is given back than was used
 */
gboolean
salon_ticket_redeem (SalonTx *tx, SalonLedgerEntry *entry, gint64 ticket_id, gint64 units, SalonMoney worth, gint64 client_id,
                     gint64 sale_line_id, GError **error)
{
  SalonTicketSums sums;
  gint64 issued = 0;
  gint64 used = 0;
  SalonMoney money = 0;

  if (!salon_ticket_store_sums (tx, ticket_id, &sums, error))
    return FALSE;
  used = sums.used + salon_ledger_entry_sum_of (entry, SALON_ACCOUNT_UNITS_USED, ticket_id) + units;
  money = sums.money - salon_ledger_entry_sum_of (entry, SALON_ACCOUNT_TICKET, ticket_id) - worth;
  issued = sums.issued - salon_ledger_entry_sum_of (entry, SALON_ACCOUNT_UNITS_ISSUED, ticket_id);
  if (used < 0 || used > issued - sums.expired || money < 0) {
    salon_set_field_error (error, "ticket_id", _("Not enough is left on this season ticket."));
    return FALSE;
  }
  post (entry, SALON_ACCOUNT_TICKET, ticket_id, worth, client_id, sale_line_id);
  post (entry, SALON_ACCOUNT_TICKET_UNITS, ticket_id, -units, client_id, sale_line_id);
  post (entry, SALON_ACCOUNT_UNITS_USED, ticket_id, units, client_id, sale_line_id);
  return TRUE;
}

/**
 * salon_ticket_check_return:
 *
 * Returns: %FALSE with a %SALON_ERROR_CONFLICT when units cannot go back to a ticket, because it was given back itself
 */
gboolean
salon_ticket_check_return (SalonTx *tx, gint64 ticket_id, GError **error)
{
  g_autoptr (SalonTicketFacts) facts = salon_ticket_facts_load (tx, ticket_id, error);

  if (facts == NULL)
    return FALSE;
  if (facts->issued >= facts->units)
    return TRUE;
  salon_set_error (error, SALON_ERROR_CONFLICT, _("A season ticket paid for this, and that ticket was given back since."));
  return FALSE;
}

/**
 * salon_ticket_refund_load:
 * @units: (out): thousandths that are left; nothing of one whose last day has passed
 * @amount: (out): what the client gets back for them
 */
gboolean
salon_ticket_refund_load (SalonTx *tx, gint64 ticket_id, gint64 *units, SalonMoney *amount, GError **error)
{
  g_autoptr (SalonTicketFacts) facts = salon_ticket_facts_load (tx, ticket_id, error);

  if (facts == NULL)
    return FALSE;
  salon_ticket_refund (facts, salon_clock_today (salon_tx_clock (tx)), units, amount);
  return TRUE;
}

/**
 * salon_ticket_take_back:
 *
 * Adds that a sold ticket is given back: all that is left of it, as salon_ticket_refund_load() says, and what the entry
 * gives back to it.
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION of field "ticket_id" when nothing is left
 */
gboolean
salon_ticket_take_back (SalonTx *tx, SalonLedgerEntry *entry, gint64 ticket_id, gint64 sale_line_id, GError **error)
{
  g_autoptr (SalonTicket) ticket = salon_repo_get (tx, salon_ticket_get_type (), ticket_id, error);
  gint64 units = 0;
  SalonMoney amount = 0;

  if (ticket == NULL || !salon_ticket_refund_load (tx, ticket_id, &units, &amount, error))
    return FALSE;
  units -= salon_ledger_entry_sum_of (entry, SALON_ACCOUNT_UNITS_USED, ticket_id);
  amount -= salon_ledger_entry_sum_of (entry, SALON_ACCOUNT_TICKET, ticket_id);
  if (units == 0) {
    salon_set_field_error (error, "ticket_id", _("Nothing is left of this season ticket, so it cannot be given back."));
    return FALSE;
  }
  post (entry, SALON_ACCOUNT_TICKET, ticket_id, amount, ticket->client_id, sale_line_id);
  post (entry, SALON_ACCOUNT_TICKET_UNITS, ticket_id, -units, ticket->client_id, sale_line_id);
  post (entry, SALON_ACCOUNT_UNITS_ISSUED, ticket_id, units, ticket->client_id, sale_line_id);
  return TRUE;
}

/* ---- what expires */

static gboolean
expire_one (SalonTx *tx, gint64 ticket_id, SalonDay today, gint64 *n, GError **error)
{
  g_autoptr (SalonTicketFacts) facts = salon_ticket_facts_load (tx, ticket_id, error);
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_TICKET);
  SalonDay last = SALON_DAY_NONE;

  if (facts == NULL)
    return FALSE;
  last = salon_ticket_last_day (facts);
  if (last == SALON_DAY_NONE || last >= today || salon_ticket_rest (facts) <= 0)
    return TRUE;
  salon_ledger_entry_add (entry, SALON_ACCOUNT_TICKET, ticket_id, facts->rest_money);
  salon_ledger_entry_add (entry, SALON_ACCOUNT_BREAKAGE, ticket_id, -facts->rest_money);
  salon_ledger_entry_add (entry, SALON_ACCOUNT_TICKET_UNITS, ticket_id, -salon_ticket_rest (facts));
  salon_ledger_entry_add (entry, SALON_ACCOUNT_UNITS_EXPIRED, ticket_id, salon_ticket_rest (facts));
  (*n)++;
  salon_tx_changed (tx, "ticket", ticket_id);
  return salon_ledger_write_unlogged (tx, entry, error);
}

/**
 * salon_tickets_expire:
 * @n: (inout): grows by the number of tickets that expired
 *
 * What is left of tickets whose last day has passed is owed no more.  Done by upkeep, once a day; extending a ticket
 * brings it back.
 */
gboolean
salon_tickets_expire (SalonTx *tx, gint64 *n, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  g_autoptr (GArray) balances = salon_ledger_store_balances (tx, SALON_ACCOUNT_TICKET_UNITS, error);

  for (guint i = 0; balances != NULL && i < balances->len; i++)
    if (!expire_one (tx, g_array_index (balances, SalonSubjectBalance, i).subject_id, today, n, error))
      return FALSE;
  return balances != NULL;
}
