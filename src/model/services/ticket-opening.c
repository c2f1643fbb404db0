/* Season tickets that were sold before the salon used this program: what is left of them comes into the ledger. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/ticket-kind-service.h"
#include "model/entities/ticket-service.h"
#include "model/rules/permission.h"
#include "model/services/ledger.h"
#include "model/services/merge.h"
#include "model/services/tickets.h"
#include "model/store/repo.h"
#include "model/store/ticket-store.h"
#include "model/store/tx.h"

#define MOST_UNITS   G_GINT64_CONSTANT (1000000000000)
#define MOST_WORTH   G_GINT64_CONSTANT (100000000000)
#define MOST_DAYS    3660
#define NUMBER_CHARS 40
#define REASON_CHARS 400

/**
 * salon_ticket_opening_new:
 *
 * Returns: (transfer full): a request for one that is worth nothing and has no end
 */
SalonTicketOpening *
salon_ticket_opening_new (gint64 kind_id, gint64 client_id)
{
  SalonTicketOpening *self = g_new0 (SalonTicketOpening, 1);

  self->kind_id = kind_id;
  self->client_id = client_id;
  self->services = g_array_new (FALSE, FALSE, sizeof (SalonTicketKindUnits));
  self->last_day = SALON_DAY_NONE;
  return self;
}

/**
 * salon_ticket_opening_free: frees a request
 */
void
salon_ticket_opening_free (SalonTicketOpening *self)
{
  g_array_unref (self->services);
  g_free (self->number);
  g_free (self->reason);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *field, const char *text)
{
  salon_set_field_error (error, field, "%s", text);
  return FALSE;
}

/* So many of a service are left: as it is said, else as many as it is sold with. */
static gint64
units_of (const SalonTicketOpening *self, const SalonTicketKindService *of_kind)
{
  for (guint i = 0; i < self->services->len; i++)
    if (g_array_index (self->services, SalonTicketKindUnits, i).service_id == of_kind->service_id)
      return g_array_index (self->services, SalonTicketKindUnits, i).units;
  return self->services->len == 0 ? of_kind->units : 0;
}

static gboolean
is_of_kind (const GPtrArray *of_kind, gint64 service_id)
{
  for (guint i = 0; i < of_kind->len; i++)
    if (((const SalonTicketKindService *) of_kind->pdata[i])->service_id == service_id)
      return TRUE;
  return FALSE;
}

static gboolean
check_services (const SalonTicketOpening *self, const SalonTicketKind *kind, const GPtrArray *of_kind, GError **error)
{
  for (guint i = 0; i < self->services->len; i++) {
    const SalonTicketKindUnits *units = &g_array_index (self->services, SalonTicketKindUnits, i);

    if (kind->split == SALON_TICKET_POOL || !is_of_kind (of_kind, units->service_id))
      return refuse (error, "services", _("This season ticket is not good for this service."));
    if (units->units < 0 || units->units > MOST_UNITS)
      return refuse (error, "services", _("Say how many are left."));
  }
  return TRUE;
}

static gboolean
check (const SalonTicketOpening *self, const SalonTicketKind *kind, SalonDay today, GError **error)
{
  if (self->client_id == 0 && !kind->bearer) {
    salon_set_field_error (error, "client_id", _("“%s” is made out to a client. Say to whom."), kind->name);
    return FALSE;
  }
  if (self->worth < 0 || self->worth > MOST_WORTH)
    return refuse (error, "worth", _("What is left of the price cannot be less than nothing, nor that much."));
  if (self->last_day != SALON_DAY_NONE && (self->last_day < today || self->last_day - today >= MOST_DAYS))
    return refuse (error, "last_day", _("The last day is today or later, at most ten years from now."));
  return TRUE;
}

/* It is one that is sold today with what is left: the price of each unit and its end follow by themselves. */
static SalonTicket *
ticket_of (const SalonTicketOpening *self, const SalonTicketKind *kind, const GPtrArray *of_kind, gint64 client_id, SalonDay today)
{
  SalonTicket *ticket = salon_ticket_new ();

  ticket->ticket_kind_id = self->kind_id;
  ticket->client_id = client_id;
  ticket->name = g_strdup (kind->name);
  ticket->unit = kind->unit;
  ticket->split = kind->split;
  ticket->bearer = kind->bearer;
  ticket->units = kind->split == SALON_TICKET_POOL ? self->units : 0;
  ticket->paid = self->worth;
  ticket->sold_day = today;
  ticket->valid_days = self->last_day != SALON_DAY_NONE ? self->last_day - today + 1 : 0;
  ticket->starts = SALON_TICKET_STARTS_AT_SALE;
  ticket->freeze_days = kind->freeze_days;
  for (guint i = 0; kind->split == SALON_TICKET_PER_SERVICE && i < of_kind->len; i++)
    ticket->units += units_of (self, of_kind->pdata[i]);
  return ticket;
}

static gboolean
take_number (SalonTx *tx, const SalonTicketOpening *self, SalonTicket *ticket, GError **error)
{
  gint64 other = 0;

  ticket->number = salon_text_clean_or_null (self->number, NUMBER_CHARS);
  if (ticket->number == NULL) {
    ticket->number = salon_ticket_free_number (tx, error);
    return ticket->number != NULL;
  }
  if (!salon_ticket_store_find (tx, ticket->number, &other, error))
    return FALSE;
  return other == 0 || refuse (error, "number", _("There is a season ticket with this number already."));
}

static gboolean
insert_services (SalonTx *tx, const SalonTicketOpening *self, const SalonTicketKind *kind, const GPtrArray *of_kind, gint64 ticket_id,
                 GError **error)
{
  for (guint i = 0; i < of_kind->len; i++) {
    g_autoptr (SalonTicketService) service = salon_ticket_service_new ();

    service->ticket_id = ticket_id;
    service->service_id = ((const SalonTicketKindService *) of_kind->pdata[i])->service_id;
    service->units = kind->split == SALON_TICKET_PER_SERVICE ? units_of (self, of_kind->pdata[i]) : 0;
    if (!salon_repo_insert (tx, service, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
post (SalonTx *tx, const SalonTicketOpening *self, gint64 ticket_id, GError **error)
{
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_TICKET);

  entry->note = salon_text_clean_or_null (self->reason, REASON_CHARS);
  salon_ledger_entry_add (entry, SALON_ACCOUNT_OPENING, 0, self->worth);
  return salon_ticket_sell (tx, entry, ticket_id, 0, error) && salon_ledger_write (tx, entry, error);
}

static gboolean
load_kind (SalonTx *tx, const SalonTicketOpening *self, SalonTicketKind **kind, GPtrArray **of_kind, GError **error)
{
  *of_kind = NULL;
  *kind = salon_repo_get (tx, salon_ticket_kind_get_type (), self->kind_id, error);
  if (*kind != NULL)
    *of_kind = salon_repo_find (tx, salon_ticket_kind_service_get_type (), "ticket_kind_id", self->kind_id, error);
  return *of_kind != NULL && check (self, *kind, salon_clock_today (salon_tx_clock (tx)), error)
         && check_services (self, *kind, *of_kind, error);
}

static gboolean
check_units (const SalonTicket *ticket, GError **error)
{
  return (ticket->units > 0 && ticket->units <= MOST_UNITS) || refuse (error, "units", _("Say how many are left."));
}

/**
 * salon_ticket_open_check:
 * @opening: its client need not be there yet
 *
 * Returns: whether such a ticket could be brought in; its number is not looked at
 */
gboolean
salon_ticket_open_check (SalonTx *tx, const SalonTicketOpening *opening, GError **error)
{
  g_autoptr (SalonTicketKind) kind = NULL;
  g_autoptr (GPtrArray) of_kind = NULL;
  g_autoptr (SalonTicket) ticket = NULL;

  if (!load_kind (tx, opening, &kind, &of_kind, error))
    return FALSE;
  ticket = ticket_of (opening, kind, of_kind, opening->client_id, salon_clock_today (salon_tx_clock (tx)));
  return check_units (ticket, error);
}

/**
 * salon_ticket_open:
 * @id: (out): the ticket
 *
 * Brings in a ticket that was sold elsewhere, with what is left of it.
 */
gboolean
salon_ticket_open (SalonTx *tx, const SalonTicketOpening *opening, gint64 *id, GError **error)
{
  g_autoptr (SalonTicketKind) kind = NULL;
  g_autoptr (GPtrArray) of_kind = NULL;
  g_autoptr (SalonTicket) ticket = NULL;
  gint64 client_id = 0;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_ACCOUNT_CORRECT, error)
      || !load_kind (tx, opening, &kind, &of_kind, error)
      || (opening->client_id != 0 && !salon_client_survivor (tx, opening->client_id, &client_id, error)))
    return FALSE;
  ticket = ticket_of (opening, kind, of_kind, client_id, salon_clock_today (salon_tx_clock (tx)));
  if (!check_units (ticket, error) || !take_number (tx, opening, ticket, error) || !salon_repo_insert (tx, ticket, error))
    return FALSE;
  *id = salon_entity_get_id (ticket);
  return insert_services (tx, opening, kind, of_kind, *id, error) && post (tx, opening, *id, error);
}

SALON_DEFINE_COMMAND (salon_command_ticket_open, "ticket.open", SALON_N ("Season ticket brought in"), salon_ticket_open,
                      SalonTicketOpening, salon_ticket_opening_free)
