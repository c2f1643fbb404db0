/* Season tickets as they are looked at: those of a client, the one with a number, those that could pay for a service. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/service.h"
#include "model/rules/permission.h"
#include "model/rules/ticket-text.h"
#include "model/services/merge.h"
#include "model/services/settings.h"
#include "model/services/tickets.h"
#include "model/store/repo.h"
#include "model/store/ticket-store.h"
#include "model/store/tx.h"

/**
 * salon_tickets_request_new:
 *
 * Returns: (transfer full): a request for what a client can use
 */
SalonTicketsRequest *
salon_tickets_request_new (gint64 client_id)
{
  SalonTicketsRequest *self = g_new0 (SalonTicketsRequest, 1);

  self->client_id = client_id;
  return self;
}

/**
 * salon_tickets_request_free: frees a request
 */
void
salon_tickets_request_free (SalonTicketsRequest *self)
{
  g_free (self->number);
  g_free (self);
}

/**
 * salon_ticket_view_free: frees a view
 */
void
salon_ticket_view_free (SalonTicketView *self)
{
  g_clear_object (&self->ticket);
  g_clear_pointer (&self->facts, salon_ticket_facts_free);
  g_free (self->text);
  g_free (self);
}

/**
 * salon_ticket_text:
 * @facts: what is left of it
 *
 * Returns: (transfer full): "Manicure × 5: 3 visits left until 24 Dec"
 */
char *
salon_ticket_text (const SalonTicket *ticket, const SalonTicketFacts *facts, SalonDay today, const SalonSettings *settings)
{
  g_autofree char *units = salon_ticket_units_text (facts->unit, MAX (salon_ticket_rest (facts), 0),
                                                    salon_settings_currency (settings));
  SalonDay last = salon_ticket_last_day (facts);
  g_autofree char *end = last != SALON_DAY_NONE ? salon_day_format (last) : NULL;

  switch (salon_ticket_state (facts, today)) {
  case SALON_TICKET_USED_UP:
    return g_strdup_printf (_("%s: used up"), ticket->name);
  case SALON_TICKET_REFUNDED:
    return g_strdup_printf (_("%s: given back"), ticket->name);
  case SALON_TICKET_EXPIRED:
    return g_strdup_printf (_("%s: expired on %s"), ticket->name, end != NULL ? end : "");
  case SALON_TICKET_NOT_STARTED:
  case SALON_TICKET_ACTIVE:
  case SALON_TICKET_FROZEN:
  default:
    break;
  }
  if (end == NULL)
    return g_strdup_printf (_("%s: %s left"), ticket->name, units);
  return g_strdup_printf (_("%s: %s left until %s"), ticket->name, units, end);
}

static SalonTicketView *
view_of (SalonTx *tx, SalonTicket *ticket, const SalonSettings *settings, GError **error)
{
  SalonTicketFacts *facts = salon_ticket_facts_load (tx, salon_entity_get_id (ticket), error);
  SalonTicketView *view = NULL;

  if (facts == NULL)
    return NULL;
  view = g_new0 (SalonTicketView, 1);
  view->ticket = g_object_ref (ticket);
  view->facts = facts;
  view->state = salon_ticket_state (facts, salon_clock_today (salon_tx_clock (tx)));
  view->first_day = salon_ticket_first_day (facts);
  view->last_day = salon_ticket_last_day (facts);
  view->text = salon_ticket_text (ticket, facts, salon_clock_today (salon_tx_clock (tx)), settings);
  return view;
}

static GPtrArray *
one_ticket (SalonTx *tx, gint64 id, GError **error)
{
  SalonTicket *ticket = salon_repo_get (tx, salon_ticket_get_type (), id, error);
  GPtrArray *tickets = NULL;

  if (ticket == NULL)
    return NULL;
  tickets = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (tickets, ticket);
  return tickets;
}

static GPtrArray *
candidates (SalonTx *tx, const SalonTicketsRequest *request, GError **error)
{
  gint64 id = request->ticket_id;
  gint64 client_id = 0;

  if (request->number != NULL && !salon_ticket_store_find (tx, request->number, &id, error))
    return NULL;
  if (request->number != NULL && id == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);
  if (id != 0)
    return one_ticket (tx, id, error);
  if (request->client_id == 0)
    return salon_repo_all (tx, salon_ticket_get_type (), error);
  if (!salon_client_survivor (tx, request->client_id, &client_id, error))
    return NULL;
  return salon_repo_find (tx, salon_ticket_get_type (), "client_id", client_id, error);
}

/* Whether it could pay for the service once, today. */
static gboolean
could_pay (const SalonTicketFacts *facts, const SalonService *service, SalonDay today)
{
  int minutes = (int) (service->work1_min + service->gap_min + service->work2_min);
  gint64 units = 0;

  return salon_ticket_units_for (facts->unit, 1000, minutes, service->price, &units)
         && (units > 0 ? salon_ticket_check (facts, today, salon_entity_get_id (service), units, NULL) : FALSE);
}

static gboolean
is_wanted (const SalonTicketsRequest *request, const SalonTicketView *view, const SalonService *service, SalonDay today)
{
  if (service != NULL)
    return could_pay (view->facts, service, today);
  return request->with_old || request->ticket_id != 0 || request->number != NULL || view->state <= SALON_TICKET_FROZEN;
}

static int
compare_views (gconstpointer a, gconstpointer b, gpointer today)
{
  const SalonTicketView *one = *(const SalonTicketView *const *) a;
  const SalonTicketView *other = *(const SalonTicketView *const *) b;
  int order = salon_ticket_compare (one->facts, other->facts, GPOINTER_TO_INT (today));
  gint64 id_one = salon_entity_get_id (one->ticket);
  gint64 id_other = salon_entity_get_id (other->ticket);

  return order != 0 ? order : (id_one > id_other) - (id_one < id_other);
}

static GPtrArray *
load_views (SalonTx *tx, const SalonTicketsRequest *request, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_ticket_view_free);
  g_autoptr (SalonSettings) settings = NULL;
  g_autoptr (SalonService) service = NULL;
  g_autoptr (GPtrArray) tickets = NULL;

  settings = salon_settings_load (tx, NULL, error);
  if (settings != NULL && request->service_id != 0)
    service = salon_repo_get (tx, salon_service_get_type (), request->service_id, error);
  if (settings == NULL || (request->service_id != 0 && service == NULL))
    return NULL;
  tickets = candidates (tx, request, error);
  for (guint i = 0; tickets != NULL && i < tickets->len; i++) {
    g_autoptr (SalonTicketView) view = view_of (tx, tickets->pdata[i], settings, error);

    if (view == NULL)
      return NULL;
    if (is_wanted (request, view, service, today))
      g_ptr_array_add (views, g_steal_pointer (&view));
  }
  g_ptr_array_sort_with_data (views, compare_views, GINT_TO_POINTER (today));
  return tickets != NULL ? g_steal_pointer (&views) : NULL;
}

static char *
refuse_expired (const SalonTicketView *self)
{
  g_autofree char *day = self->last_day != SALON_DAY_NONE ? salon_day_format (self->last_day) : NULL;

  return day != NULL ? g_strdup_printf (_("The season ticket has expired: its last day was %s."), day)
                     : g_strdup (_("The season ticket has expired."));
}

/**
 * salon_ticket_view_refuse:
 *
 * Returns: (transfer full) (nullable): why it pays for nothing today, a whole sentence; %NULL = it can pay
 */
char *
salon_ticket_view_refuse (const SalonTicketView *self)
{
  switch (self->state) {
  case SALON_TICKET_FROZEN:
    return g_strdup (_("The season ticket rests.  Let it go on first: on the card of the client, Account and tickets."));
  case SALON_TICKET_USED_UP:
    return g_strdup (_("Nothing is left of the season ticket."));
  case SALON_TICKET_EXPIRED:
    return refuse_expired (self);
  case SALON_TICKET_REFUNDED:
    return g_strdup (_("The season ticket was given back."));
  case SALON_TICKET_NOT_STARTED:
  case SALON_TICKET_ACTIVE:
  default:
    return NULL;
  }
}

/**
 * salon_tickets_load:
 *
 * Returns: (transfer full) (element-type SalonTicketView): the one to use first at the head: it ends soonest, else the
 *   least is left of it
 */
GPtrArray *
salon_tickets_load (SalonTx *tx, const SalonTicketsRequest *request, GError **error)
{
  return salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error) ? load_views (tx, request, error) : NULL;
}

/**
 * salon_tickets_text:
 * @text: (out) (transfer full) (nullable): what she can use, in the order of salon_tickets_load(); %NULL = nothing
 *
 * What a list says of a client; the right to see her is the caller's matter.
 */
gboolean
salon_tickets_text (SalonTx *tx, gint64 client_id, char **text, GError **error)
{
  SalonTicketsRequest request = { .client_id = client_id };
  g_autoptr (GPtrArray) views = load_views (tx, &request, error);
  g_autoptr (GString) joined = g_string_new (NULL);

  *text = NULL;
  if (views == NULL)
    return FALSE;
  for (guint i = 0; i < views->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " · " : "", ((const SalonTicketView *) views->pdata[i])->text);
  if (views->len > 0)
    *text = g_strdup (joined->str);
  return TRUE;
}

SALON_DEFINE_QUERY (salon_query_tickets, "ticket.list", salon_tickets_load, SalonTicketsRequest, salon_tickets_request_free,
                    g_ptr_array_unref)
