/* Says how far a visit is: confirmed, arrived, in service, done, cancelled, no-show, and back. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "model/rules/verbs.h"
#include "model/services/booking-check.h"
#include "model/services/booking.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

#define MAX_REASON 500

/* Her own is a visit of which all lines are hers. */
static gboolean
is_own (SalonTx *tx, const GPtrArray *lines)
{
  gint64 employee_id = salon_tx_actor (tx)->employee_id;

  if (employee_id == 0)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (((const SalonVisitLine *) lines->pdata[i])->employee_id != employee_id)
      return FALSE;
  return lines->len > 0;
}

static gboolean
check_step (SalonTx *tx, const SalonVisit *visit, const GPtrArray *lines, SalonVisitState to, GError **error)
{
  SalonVisitSelection selection = {
    .state = (SalonVisitState) visit->state,
    .day = (SalonDay) visit->day,
    .today = salon_clock_today (salon_tx_clock (tx)),
    .own = is_own (tx, lines),
  };

  if (visit->settled) {
    salon_set_field_error (error, "state", _("The visit has been checked out. Take the receipt back first."));
    return FALSE;
  }
  return salon_visit_state_check (&selection, to, salon_actor_permissions (salon_tx_actor (tx)), error);
}

/* A visit that comes back takes its time again; warnings were accepted when it was booked. */
static gboolean
take_time_again (SalonTx *tx, SalonVisit *visit, GPtrArray *lines, const char *reason, GError **error)
{
  g_autoptr (SalonBookingFacts) facts = salon_booking_facts_new (tx, error);
  SalonBookingPlan plan = { visit, lines, facts, reason, TRUE };

  return facts != NULL && salon_booking_check (tx, &plan, error);
}

static void
set_state (SalonVisit *visit, const SalonStateRequest *request)
{
  g_autofree char *reason = NULL;

  visit->state = request->state;
  g_clear_pointer (&visit->cancel_reason, g_free);
  if (request->state != SALON_VISIT_CANCELLED || request->reason == NULL)
    return;
  reason = salon_text_clean (request->reason, MAX_REASON);
  if (*reason != '\0')
    visit->cancel_reason = g_steal_pointer (&reason);
}

/**
 * salon_booking_set_state:
 * @visit_id: (out): the visit
 * @error: %SALON_ERROR_VALIDATION of "state" for a step that does not exist, _PERMISSION, or
 *   %SALON_BOOKING_ERROR_CLASH when a visit comes back and its time was given away
 *
 * To the state that it has already, nothing is done.
 */
gboolean
salon_booking_set_state (SalonTx *tx, const SalonStateRequest *request, gint64 *visit_id, GError **error)
{
  g_autoptr (SalonVisit) old = salon_repo_get (tx, salon_visit_get_type (), request->visit_id, error);
  g_autoptr (SalonVisit) visit = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (old == NULL)
    return FALSE;
  *visit_id = request->visit_id;
  lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", request->visit_id, error);
  if (lines == NULL)
    return FALSE;
  if (old->state == (gint64) request->state)
    return TRUE;
  if (!check_step (tx, old, lines, request->state, error))
    return FALSE;
  visit = salon_visit_copy (old);
  set_state (visit, request);
  if (!salon_visit_state_holds_time ((SalonVisitState) old->state)
      && !take_time_again (tx, visit, lines, request->reason, error))
    return FALSE;
  return salon_repo_update (tx, visit, error);
}

SALON_DEFINE_COMMAND (salon_command_set_state, "booking.set-state", SALON_N ("Visit changed"), salon_booking_set_state,
                      SalonStateRequest, salon_state_request_free)
