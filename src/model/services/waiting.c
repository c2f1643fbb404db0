/* Entries of the waiting list: put down, changed, withdrawn, booked. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "model/entities/client.h"
#include "model/entities/employee.h"
#include "model/entities/service.h"
#include "model/entities/waiting-service.h"
#include "model/rules/permission.h"
#include "model/services/merge.h"
#include "model/services/price-list.h"
#include "model/services/waiting.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

#define MAX_NOTE 4000

/**
 * salon_waiting_draft_new:
 * @orig: (transfer full) (nullable): the entry as it was opened
 * @curr: (transfer full): as it is to be
 */
SalonWaitingDraft *
salon_waiting_draft_new (SalonWaiting *orig, SalonWaiting *curr, const GArray *wishes)
{
  SalonWaitingDraft *self = g_new0 (SalonWaitingDraft, 1);

  self->orig = orig;
  self->curr = curr;
  self->wishes = g_array_new (FALSE, FALSE, sizeof (SalonServiceWish));
  if (wishes != NULL)
    g_array_append_vals (self->wishes, wishes->data, wishes->len);
  return self;
}

/**
 * salon_waiting_draft_free: frees one
 */
void
salon_waiting_draft_free (SalonWaitingDraft *self)
{
  g_clear_object (&self->orig);
  g_clear_object (&self->curr);
  g_array_unref (self->wishes);
  g_free (self);
}

/**
 * salon_waiting_booking_new:
 * @booking: (transfer full): its client is that of the entry
 */
SalonWaitingBooking *
salon_waiting_booking_new (gint64 waiting_id, SalonBookingRequest *booking)
{
  SalonWaitingBooking *self = g_new0 (SalonWaitingBooking, 1);

  self->waiting_id = waiting_id;
  self->booking = booking;
  return self;
}

/**
 * salon_waiting_booking_free: frees one
 */
void
salon_waiting_booking_free (SalonWaitingBooking *self)
{
  g_clear_pointer (&self->booking, salon_booking_request_free);
  g_free (self);
}

/* ---- saving */

static gboolean
check_person (SalonTx *tx, SalonWaiting *waiting, GError **error)
{
  g_autoptr (SalonClient) client = NULL;

  /* a card that is still open somewhere may have been merged meanwhile */
  if (!salon_client_survivor (tx, waiting->client_id, &waiting->client_id, error))
    return FALSE;
  client = salon_repo_get (tx, salon_client_get_type (), waiting->client_id, error);
  if (client != NULL && client->archived_at != 0)
    salon_set_field_error (error, "client_id", _("The client is in the archive. Take her out of it to book her."));
  return client != NULL && client->archived_at == 0;
}

static gboolean
check_wishes (SalonTx *tx, const SalonWaitingDraft *draft, GError **error)
{
  for (guint i = 0; i < draft->wishes->len; i++) {
    const SalonServiceWish *wish = &g_array_index (draft->wishes, SalonServiceWish, i);
    g_autoptr (SalonService) service = salon_repo_get (tx, salon_service_get_type (), wish->service_id, error);

    if (service == NULL || !salon_service_variant_check (tx, wish->service_id, wish->variant_id, error))
      return FALSE;
  }
  if (draft->curr->employee_id != 0) {
    g_autoptr (SalonEmployee) employee = salon_repo_get (tx, salon_employee_get_type (), draft->curr->employee_id, error);

    return employee != NULL;
  }
  return TRUE;
}

static gboolean
same_services (const GPtrArray *old, const GArray *wanted)
{
  if (old->len != wanted->len)
    return FALSE;
  for (guint i = 0; i < old->len; i++) {
    const SalonWaitingService *service = old->pdata[i];
    const SalonServiceWish *wish = &g_array_index (wanted, SalonServiceWish, i);

    if (service->service_id != wish->service_id || service->variant_id != wish->variant_id)
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_services (SalonTx *tx, gint64 waiting_id, const GArray *wanted, GError **error)
{
  g_autoptr (GPtrArray) old = salon_repo_find (tx, salon_waiting_service_get_type (), "waiting_id", waiting_id, error);

  if (old == NULL || same_services (old, wanted))
    return old != NULL;
  for (guint i = 0; i < old->len; i++)
    if (!salon_repo_delete (tx, old->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < wanted->len; i++) {
    g_autoptr (SalonWaitingService) service = salon_waiting_service_new ();

    service->waiting_id = waiting_id;
    service->position = i;
    service->service_id = g_array_index (wanted, SalonServiceWish, i).service_id;
    service->variant_id = g_array_index (wanted, SalonServiceWish, i).variant_id;
    if (!salon_repo_insert (tx, service, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_waiting (SalonTx *tx, const SalonWaitingDraft *draft, SalonWaiting *waiting, GError **error)
{
  if (draft->orig != NULL)
    return salon_repo_update_draft (tx, draft->orig, waiting, error);
  waiting->state = SALON_WAITING_OPEN;
  waiting->visit_id = 0;
  waiting->created_at = salon_clock_now_us (salon_tx_clock (tx));
  waiting->created_by_id = salon_tx_actor (tx)->user_id;
  return salon_repo_insert (tx, waiting, error);
}

/**
 * salon_waiting_save:
 * @id: (out): the entry
 * @error: %SALON_ERROR_VALIDATION with the field
 */
gboolean
salon_waiting_save (SalonTx *tx, const SalonWaitingDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (SalonWaiting) waiting = salon_waiting_copy (draft->curr);
  g_autofree char *note = waiting->note != NULL ? salon_text_clean_lines (waiting->note, MAX_NOTE) : NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error)
      || !salon_waiting_validate (waiting, draft->wishes->len, salon_clock_today (salon_tx_clock (tx)), error)
      || !check_person (tx, waiting, error) || !check_wishes (tx, draft, error))
    return FALSE;
  g_free (waiting->note);
  waiting->note = note != NULL && *note != '\0' ? g_steal_pointer (&note) : NULL;
  if (!write_waiting (tx, draft, waiting, error)
      || !write_services (tx, salon_entity_get_id (waiting), draft->wishes, error))
    return FALSE;
  *id = salon_entity_get_id (waiting);
  return TRUE;
}

/* ---- ending */

/* Who still waits; an entry is answered but once. */
static SalonWaiting *
load_open (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonWaiting) waiting = salon_repo_get (tx, salon_waiting_get_type (), id, error);

  if (waiting == NULL || waiting->state == SALON_WAITING_OPEN)
    return g_steal_pointer (&waiting);
  salon_set_error (error, SALON_ERROR_CONFLICT, "%s",
                   waiting->state == SALON_WAITING_BOOKED ? _("The client was booked from the waiting list already.")
                                                          : _("The client does not wait any more."));
  return NULL;
}

/**
 * salon_waiting_withdraw:
 * @request: the entry
 * @id: (out): the entry
 *
 * She does not wait any more; the entry stays to be looked at.
 */
gboolean
salon_waiting_withdraw (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonWaiting) old = NULL;
  g_autoptr (SalonWaiting) waiting = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return FALSE;
  old = load_open (tx, request->id, error);
  if (old == NULL)
    return FALSE;
  waiting = salon_waiting_copy (old);
  waiting->state = SALON_WAITING_WITHDRAWN;
  *id = request->id;
  return salon_repo_update (tx, waiting, error);
}

/**
 * salon_waiting_book:
 * @visit_id: (out): the new visit
 * @error: as for salon_booking_book(); %SALON_ERROR_CONFLICT if she does not wait any more
 *
 * Books the visit and ends the entry; one Undo takes both back.
 */
gboolean
salon_waiting_book (SalonTx *tx, const SalonWaitingBooking *request, gint64 *visit_id, GError **error)
{
  g_autoptr (SalonBookingRequest) booking = salon_booking_request_copy (request->booking);
  g_autoptr (SalonWaiting) old = NULL;
  g_autoptr (SalonWaiting) waiting = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return FALSE;
  old = load_open (tx, request->waiting_id, error);
  if (old == NULL)
    return FALSE;
  booking->client_id = old->client_id;
  if (booking->note == NULL)
    booking->note = g_strdup (old->note);
  if (!salon_booking_book (tx, booking, visit_id, error))
    return FALSE;
  waiting = salon_waiting_copy (old);
  waiting->state = SALON_WAITING_BOOKED;
  waiting->visit_id = *visit_id;
  return salon_repo_update (tx, waiting, error);
}

SALON_DEFINE_COMMAND (salon_command_waiting_save, "waiting.save", SALON_N ("Waiting list changed"), salon_waiting_save,
                      SalonWaitingDraft, salon_waiting_draft_free)
SALON_DEFINE_COMMAND (salon_command_waiting_withdraw, "waiting.withdraw", SALON_N ("Taken off the waiting list"),
                      salon_waiting_withdraw, SalonIdRequest, g_free)
SALON_DEFINE_COMMAND (salon_command_waiting_book, "waiting.book", SALON_N ("Booked from the waiting list"), salon_waiting_book,
                      SalonWaitingBooking, salon_waiting_booking_free)
