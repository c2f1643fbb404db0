/* A code is looked for among cards first, then among what is paid with, then among goods: each question is one look into an
 * index, but for goods, of which there are a few thousand at most. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/day.h"
#include "base/error.h"
#include "base/text.h"
#include "model/entities/client.h"
#include "model/rules/client-name.h"
#include "model/rules/permission.h"
#include "model/services/cards.h"
#include "model/services/certificates.h"
#include "model/services/desk.h"
#include "model/services/items.h"
#include "model/services/scan.h"
#include "model/services/settings.h"
#include "model/services/tickets.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

#define MAX_CODE 200

/**
 * salon_scan_request_new:
 *
 * Returns: (transfer full): a request
 */
SalonScanRequest *
salon_scan_request_new (const char *code)
{
  SalonScanRequest *self = g_new0 (SalonScanRequest, 1);

  self->code = g_strdup (code);
  return self;
}

/**
 * salon_scan_request_free: frees a request
 */
void
salon_scan_request_free (SalonScanRequest *self)
{
  g_free (self->code);
  g_free (self);
}

/**
 * salon_scan_found_free: frees an answer
 */
void
salon_scan_found_free (SalonScanFound *self)
{
  g_free (self->code);
  g_free (self->client);
  g_free (self->number);
  g_free (self->text);
  g_free (self->refusal);
  g_free (self);
}

/* ---- people */

static gboolean
take_client (SalonTx *tx, SalonScanFound *found, gint64 client_id, GError **error)
{
  g_autoptr (SalonClient) client = NULL;

  if (client_id == 0)
    return TRUE;
  client = salon_repo_get (tx, salon_client_get_type (), client_id, error);
  if (client == NULL)
    return FALSE;
  found->client_id = client_id;
  found->client = salon_client_name (client->first_name, client->surname, NULL);
  return TRUE;
}

/* Her visit of today that a card is about.  Who may see no visits is told of none. */
static gboolean
take_visit (SalonTx *tx, SalonScanFound *found, GError **error)
{
  SalonDeskRequest request = { SALON_DAY_NONE, FALSE };
  g_autoptr (GArray) hers = g_array_new (FALSE, FALSE, sizeof (SalonScanVisit));
  g_autoptr (GError) failure = NULL;
  g_autoptr (SalonDeskDay) day = salon_desk_day_load (tx, &request, &failure);
  int at = -1;

  if (day == NULL && g_error_matches (failure, SALON_ERROR, SALON_ERROR_PERMISSION))
    return TRUE;
  if (day == NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  for (guint i = 0; i < day->visits->len; i++) {
    const SalonDeskVisit *visit = day->visits->pdata[i];
    SalonScanVisit one = { visit->visit_id, (SalonVisitState) visit->state, visit->start_min, visit->settled };

    if (visit->client_id == found->client_id)
      g_array_append_val (hers, one);
  }
  at = salon_scan_choose_visit ((const SalonScanVisit *) (gpointer) hers->data, hers->len, salon_clock_wall_minute (salon_tx_clock (tx)));
  if (at < 0)
    return TRUE;
  found->facts.visit = g_array_index (hers, SalonScanVisit, at).state;
  found->visit_id = g_array_index (hers, SalonScanVisit, at).visit_id;
  found->visit_min = g_array_index (hers, SalonScanVisit, at).start_min;
  return TRUE;
}

/* ---- season tickets */

static SalonScanState
state_of_ticket (SalonTicketState state)
{
  switch (state) {
  case SALON_TICKET_FROZEN:
    return SALON_SCAN_RESTS;
  case SALON_TICKET_USED_UP:
    return SALON_SCAN_EMPTY;
  case SALON_TICKET_EXPIRED:
    return SALON_SCAN_EXPIRED;
  case SALON_TICKET_REFUNDED:
    return SALON_SCAN_RETURNED;
  case SALON_TICKET_NOT_STARTED:
  case SALON_TICKET_ACTIVE:
  default:
    return SALON_SCAN_GOOD;
  }
}

static gboolean
find_ticket (SalonTx *tx, SalonScanFound *found, SalonTicketsRequest *request, gboolean *is_one, GError **error)
{
  g_autoptr (GPtrArray) views = NULL;
  const SalonTicketView *view = NULL;

  request->with_old = TRUE;
  views = salon_tickets_load (tx, request, error);
  *is_one = views != NULL && views->len > 0;
  if (!*is_one)
    return views != NULL;
  view = views->pdata[0];
  found->facts.kind = SALON_SCAN_TICKET;
  found->facts.state = state_of_ticket (view->state);
  found->subject_id = salon_entity_get_id (view->ticket);
  found->number = g_strdup (view->ticket->number);
  found->text = g_strdup (view->text);
  found->refusal = salon_ticket_view_refuse (view);
  return take_client (tx, found, view->ticket->client_id, error);
}

static gboolean
find_ticket_number (SalonTx *tx, SalonScanFound *found, gboolean *is_one, GError **error)
{
  g_autoptr (SalonTicketsRequest) request = salon_tickets_request_new (0);

  request->number = g_strdup (found->code);
  return find_ticket (tx, found, request, is_one, error);
}

/* ---- certificates */

static SalonScanState
state_of_certificate (const SalonCertificateView *view)
{
  if (view->certificate->blocked_reason != NULL)
    return SALON_SCAN_BLOCKED;
  if (view->expired)
    return SALON_SCAN_EXPIRED;
  return view->rest > 0 ? SALON_SCAN_GOOD : SALON_SCAN_EMPTY;
}

/* Why it cannot pay: the words of the sale itself. */
static char *
refusal_of_certificate (SalonTx *tx, gint64 id)
{
  g_autoptr (GError) why = NULL;
  SalonMoney rest = 0;

  return salon_certificate_check (tx, id, &rest, &why) ? NULL : g_strdup (why->message);
}

static gboolean
take_certificate (SalonTx *tx, SalonScanFound *found, const SalonCertificateView *view, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  g_autofree char *rest = settings != NULL ? salon_money_format (view->rest, salon_settings_currency (settings)) : NULL;

  if (rest == NULL)
    return FALSE;
  found->facts.kind = SALON_SCAN_CERTIFICATE;
  found->facts.state = state_of_certificate (view);
  found->subject_id = salon_entity_get_id (view->certificate);
  found->number = g_strdup (view->certificate->number);
  /* Translators: the number of a gift certificate, and an amount of money */
  found->text = g_strdup_printf (_("Gift certificate %s: %s left"), view->certificate->number, rest);
  if (found->facts.state != SALON_SCAN_GOOD)
    found->refusal = refusal_of_certificate (tx, found->subject_id);
  return take_client (tx, found, view->certificate->client_id, error);
}

static gboolean
find_certificate_by (SalonTx *tx, SalonScanFound *found, const char *code, gboolean *is_one, GError **error)
{
  g_autoptr (SalonCertificatesRequest) request = salon_certificates_request_new (code);
  g_autoptr (GPtrArray) views = NULL;

  request->with_old = TRUE;
  views = salon_certificates_load (tx, request, error);
  *is_one = views != NULL && views->len > 0;
  if (!*is_one)
    return views != NULL;
  return take_certificate (tx, found, views->pdata[0], error);
}

static gboolean
find_certificate (SalonTx *tx, SalonScanFound *found, gboolean *is_one, GError **error)
{
  return find_certificate_by (tx, found, found->code, is_one, error);
}

/* ---- goods */

/* What is sold comes before what was. */
static gboolean
find_goods (SalonTx *tx, SalonScanFound *found, gboolean *is_one, GError **error)
{
  g_autoptr (SalonItemsRequest) request = salon_items_request_new (found->code, TRUE, 0);
  g_autoptr (GPtrArray) items = NULL;
  const SalonItem *item = NULL;

  request->with_archived = TRUE;
  items = salon_items_find (tx, request, error);
  *is_one = items != NULL && items->len > 0;
  if (!*is_one)
    return items != NULL;
  for (guint i = 0; i < items->len && (item == NULL || item->archived != 0); i++)
    item = ((const SalonOfferedItem *) items->pdata[i])->item;
  found->facts.kind = SALON_SCAN_GOODS;
  found->facts.state = item->archived != 0 ? SALON_SCAN_NOT_SOLD : SALON_SCAN_GOOD;
  found->subject_id = salon_entity_get_id (item);
  found->text = g_strdup (item->name);
  if (item->archived != 0)
    found->refusal = g_strdup_printf (_("“%s” is not sold any more."), item->name);
  return TRUE;
}

/* ---- cards */

static SalonScanState
state_of_card (SalonCardVerdict verdict)
{
  switch (verdict) {
  case SALON_CARD_NOT_GIVEN:
    return SALON_SCAN_NOT_GIVEN_OUT;
  case SALON_CARD_DAMAGED:
    return SALON_SCAN_DAMAGED;
  case SALON_CARD_IS_BLOCKED:
    return SALON_SCAN_BLOCKED;
  case SALON_CARD_IS_REPLACED:
    return SALON_SCAN_REPLACED;
  case SALON_CARD_IS_RETURNED:
    return SALON_SCAN_RETURNED;
  case SALON_CARD_IS_OVER:
    return SALON_SCAN_EXPIRED;
  case SALON_CARD_AT_PRINTER:
  case SALON_CARD_IS_SPOILED:
    return SALON_SCAN_SPOILED;
  case SALON_CARD_ACCEPTED:
  case SALON_CARD_UNKNOWN:
  default:
    return SALON_SCAN_GOOD;
  }
}

/* The card is what it opens. */
static gboolean
open_by_card (SalonTx *tx, SalonScanFound *found, const SalonPlasticCard *card, gboolean *is_one, GError **error)
{
  g_autoptr (SalonTicketsRequest) request = NULL;
  g_autoptr (SalonCertificate) certificate = NULL;

  *is_one = FALSE;
  if (card->ticket_id != 0) {
    request = salon_tickets_request_new (0);
    request->ticket_id = card->ticket_id;
    return find_ticket (tx, found, request, is_one, error);
  }
  if (card->certificate_id == 0)
    return TRUE;
  certificate = salon_repo_get (tx, salon_certificate_get_type (), card->certificate_id, error);
  return certificate != NULL && find_certificate_by (tx, found, certificate->number, is_one, error);
}

static gboolean
take_card (SalonTx *tx, SalonScanFound *found, const SalonCardFound *card, GError **error)
{
  const SalonPlasticCardView *view = card->view;
  gboolean opens = FALSE;

  found->facts.kind = SALON_SCAN_CLIENT;
  found->facts.state = state_of_card (card->verdict);
  if (card->verdict == SALON_CARD_ACCEPTED && !open_by_card (tx, found, view->card, &opens, error))
    return FALSE;
  if (opens)
    return TRUE;
  found->subject_id = salon_entity_get_id (view->card);
  found->refusal = found->facts.state != SALON_SCAN_NOT_GIVEN_OUT ? g_strdup (card->why) : NULL;
  if (!take_client (tx, found, view->client_id, error))
    return FALSE;
  /* Translators: a kind of card, and the name of a client */
  found->text = found->client != NULL ? g_strdup_printf (_("Card “%s” of %s"), view->kind->name, found->client)
                                      : g_strdup_printf (_("Card “%s”"), view->kind->name);
  return found->facts.state != SALON_SCAN_GOOD || take_visit (tx, found, error);
}

/* ---- finding */

static void
take_unknown (SalonScanFound *found, const SalonCardFound *card)
{
  found->facts.state = state_of_card (card->verdict);
  found->text = g_strdup (_("An unknown code"));
  if (found->facts.state == SALON_SCAN_DAMAGED)
    found->refusal = g_strdup (card->why);
}

/* Who may not sell learns nothing of what is paid with. */
static gboolean
find (SalonTx *tx, SalonScanFound *found, gboolean may_sell, GError **error)
{
  static gboolean (*const finders[]) (SalonTx *, SalonScanFound *, gboolean *, GError **) = {
    find_certificate,
    find_ticket_number,
    find_goods,
  };

  const SalonCardFindRequest request = { found->code };
  g_autoptr (SalonCardFound) card = salon_card_find (tx, &request, error);

  if (card == NULL || card->view != NULL)
    return card != NULL && take_card (tx, found, card, error);
  for (guint i = may_sell ? 0 : G_N_ELEMENTS (finders); i < G_N_ELEMENTS (finders); i++) {
    gboolean is_one = FALSE;

    if (!finders[i](tx, found, &is_one, error))
      return FALSE;
    if (is_one)
      return TRUE;
  }
  take_unknown (found, card);
  return TRUE;
}

/**
 * salon_scan_find:
 * @error: %SALON_ERROR_VALIDATION of "code" when there is none; _PERMISSION
 *
 * Returns: (transfer full) (nullable): what the code is; also what is not known or not accepted is an answer
 */
SalonScanFound *
salon_scan_find (SalonTx *tx, const SalonScanRequest *request, GError **error)
{
  g_autoptr (SalonScanFound) found = g_new0 (SalonScanFound, 1);
  const SalonActor *actor = salon_tx_actor (tx);
  gboolean may_sell = salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_SELL);

  found->code = salon_text_clean_or_null (request->code, MAX_CODE);
  if (found->code == NULL) {
    salon_set_field_error (error, "code", _("Scan or type a code."));
    return NULL;
  }
  if (!salon_permission_check (actor, SALON_PERMISSION_CLIENTS_VIEW, error) || !find (tx, found, may_sell, error))
    return NULL;
  return g_steal_pointer (&found);
}

SALON_DEFINE_QUERY (salon_query_scan, "scan", salon_scan_find, SalonScanRequest, salon_scan_request_free, salon_scan_found_free)
