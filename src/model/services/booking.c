/* Books a visit: makes its lines from the services as they are offered now, checks them, and writes
 * them, with a new client if there is one, in one transaction. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "model/entities/client.h"
#include "model/rules/permission.h"
#include "model/rules/validate-visit.h"
#include "model/services/booking-check.h"
#include "model/services/booking-lines.h"
#include "model/services/booking.h"
#include "model/services/clients.h"
#include "model/services/merge.h"
#include "model/services/wall-time.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

#define MAX_NOTE 4000

/* ---- the client */

static gint64
make_client (SalonTx *tx, const SalonBookingRequest *request, GError **error)
{
  g_autoptr (SalonClient) client = salon_client_new ();
  g_autoptr (SalonClientDraft) draft = NULL;
  g_autofree char *name = salon_text_clean (request->new_name != NULL ? request->new_name : "", 0);
  char *space = strrchr (name, ' ');
  gint64 id = 0;

  if (space != NULL) { /* "Irina Kalniņa" */
    *space = '\0';
    client->surname = g_strdup (space + 1);
  }
  client->first_name = *name != '\0' ? g_strdup (name) : NULL;
  draft = salon_client_draft_new (NULL, client);
  draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  if (request->new_phone != NULL && *request->new_phone != '\0')
    g_ptr_array_add (draft->phones, salon_phone_draft_new (0, request->new_phone, NULL));
  return salon_client_save (tx, draft, &id, error) ? id : 0;
}

/* A card that is still open somewhere may have been merged meanwhile. */
static SalonClient *
load_survivor (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonClient) client = salon_repo_get (tx, salon_client_get_type (), id, error);

  if (client == NULL || client->merged_into_id == 0)
    return g_steal_pointer (&client);
  return salon_client_survivor (tx, id, &id, error) ? salon_repo_get (tx, salon_client_get_type (), id, error) : NULL;
}

static SalonClient *
find_client (SalonTx *tx, const SalonBookingRequest *request, GError **error)
{
  gint64 id = request->client_id != 0 ? request->client_id : make_client (tx, request, error);
  g_autoptr (SalonClient) client = id != 0 ? load_survivor (tx, id, error) : NULL;

  if (client == NULL || client->archived_at == 0)
    return g_steal_pointer (&client);
  salon_set_field_error (error, "client_id", _("The client is in the archive. Take her out of it to book her."));
  return NULL;
}

/* Asked last: by then there is nothing else to ask. */
static gboolean
check_alert (const SalonBookingRequest *request, const SalonClient *client, GError **error)
{
  if (client->alert == NULL || request->accept_alert)
    return TRUE;
  g_set_error_literal (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_ALERT, client->alert);
  return FALSE;
}

/* ---- the visit */

static SalonVisit *
make_visit (SalonTx *tx, const SalonBookingRequest *request, const SalonClient *client, const GPtrArray *lines)
{
  SalonVisit *visit = salon_visit_new ();
  g_autofree char *note = request->note != NULL ? salon_text_clean_lines (request->note, MAX_NOTE) : NULL;

  visit->client_id = salon_entity_get_id (client);
  visit->state = SALON_VISIT_BOOKED;
  visit->source = request->source;
  visit->note = note != NULL && *note != '\0' ? g_steal_pointer (&note) : NULL;
  visit->created_at = salon_clock_now_us (salon_tx_clock (tx));
  visit->created_by_id = salon_tx_actor (tx)->user_id;
  salon_visit_set_span (visit, lines);
  return visit;
}

/**
 * salon_booking_book:
 * @visit_id: (out): the new visit
 * @error: %SALON_BOOKING_ERROR for what one key can answer: a clash (with the three nearest free
 *   times), then warnings, then the client's alert; else %SALON_ERROR_VALIDATION with the field,
 *   _PERMISSION or _NOT_FOUND
 *
 * Prices are those that the services have now, and so are the lengths that are not asked for.  The trigger checks for clashes once more
 * when the time is taken.
 */
gboolean
salon_booking_book (SalonTx *tx, const SalonBookingRequest *request, gint64 *visit_id, GError **error)
{
  g_autoptr (SalonBookingFacts) facts = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (SalonClient) client = NULL;
  g_autoptr (SalonVisit) visit = NULL;
  SalonBookingPlan plan = { NULL, NULL, NULL, request->override_reason, request->accept_warnings };

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return FALSE;
  facts = salon_booking_facts_new (tx, error);
  lines = facts != NULL ? salon_booking_lines_make (tx, request->lines, facts, error) : NULL;
  if (lines == NULL || !salon_booking_lines_choose_rooms (tx, lines, facts, error))
    return FALSE;
  client = find_client (tx, request, error);
  if (client == NULL)
    return FALSE;
  visit = make_visit (tx, request, client, lines);
  plan.visit = visit;
  plan.lines = lines;
  plan.facts = facts;
  if (!salon_booking_check (tx, &plan, error) || !check_alert (request, client, error)
      || !salon_booking_lines_insert (tx, visit, request->lines, lines, error))
    return FALSE;
  *visit_id = salon_entity_get_id (visit);
  return TRUE;
}

SALON_DEFINE_COMMAND (salon_command_book, "booking.book", SALON_N ("Visit booked"), salon_booking_book,
                      SalonBookingRequest, salon_booking_request_free)
