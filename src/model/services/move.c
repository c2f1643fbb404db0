/* Moves a visit to another time, employee or room.  What is refused leaves it where it was. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/rules/permission.h"
#include "model/rules/validate-visit.h"
#include "model/rules/verbs.h"
#include "model/services/booking-check.h"
#include "model/services/booking.h"
#include "model/services/wall-time.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

static gboolean
is_meant (const SalonMoveRequest *request, const SalonVisitLine *line)
{
  return request->from_employee_id == 0 || line->employee_id == request->from_employee_id;
}

static gboolean
check_target (const SalonMoveRequest *request, SalonBookingFacts *facts, GError **error)
{
  const SalonEmployee *employee = NULL;
  const SalonRoom *room = NULL;
  g_autofree char *name = NULL;

  if (request->employee_id != 0) {
    employee = salon_booking_facts_employee (facts, request->employee_id, error);
    if (employee == NULL)
      return FALSE;
    name = salon_booking_facts_employee_name (employee);
    if (employee->archived != 0 || employee->bookable == 0) {
      salon_set_field_error (error, "employee_id", _("%s takes no bookings."), name);
      return FALSE;
    }
  }
  if (request->room_id > 0) {
    room = salon_booking_facts_room (facts, request->room_id, error);
    if (room == NULL)
      return FALSE;
    if (room->archived != 0) {
      salon_set_field_error (error, "room_id", _("“%s” is not in use any more."), room->name);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
check_state (SalonTx *tx, const SalonVisit *visit, const SalonMoveRequest *request, GError **error)
{
  gint64 new_day = request->start_min / SALON_MINUTES_A_DAY;

  if (!salon_visit_state_is_open ((SalonVisitState) visit->state)) {
    salon_set_field_error (error, "state", _("The visit is over; it cannot be moved."));
    return FALSE;
  }
  if (salon_visit_state_counts ((SalonVisitState) visit->state) && new_day > salon_clock_today (salon_tx_clock (tx))) {
    salon_set_field_error (error, "start_min", _("The client is here already; the visit cannot be moved to a later day."));
    return FALSE;
  }
  return TRUE;
}

/* The lines as they are to be; the distances between them stay. */
static GPtrArray *
moved_lines (SalonTx *tx, const GPtrArray *lines, const SalonMoveRequest *request, gint64 distance, GError **error)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++) {
    SalonVisitLine *line = salon_visit_line_copy (lines->pdata[i]);

    g_ptr_array_add (moved, line);
    line->start_min += distance;
    if (distance != 0 && !salon_wall_time_check (tx, line->start_min, error))
      return NULL;
    if (!is_meant (request, lines->pdata[i]))
      continue;
    if (request->employee_id != 0)
      line->employee_id = request->employee_id;
    if (request->room_id >= 0)
      line->room_id = request->room_id;
  }
  return g_steal_pointer (&moved);
}

static gboolean
same_lines (const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; i < a->len; i++)
    if (!salon_entity_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
write_move (SalonTx *tx, SalonVisit *visit, const GPtrArray *lines, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    if (!salon_repo_update (tx, lines->pdata[i], error))
      return FALSE;
  return salon_repo_update (tx, visit, error);
}

static gboolean
move_to (SalonTx *tx, const SalonVisit *old, const GPtrArray *lines, const SalonMoveRequest *request,
         SalonBookingFacts *facts, GError **error)
{
  g_autoptr (SalonVisit) visit = salon_visit_copy (old);
  g_autoptr (GPtrArray) moved = moved_lines (tx, lines, request, request->start_min - old->start_min, error);
  SalonBookingPlan plan = { visit, moved, facts, request->override_reason, request->accept_warnings };

  if (moved == NULL)
    return FALSE;
  if (same_lines (lines, moved))
    return TRUE;
  salon_visit_set_span (visit, moved);
  return salon_booking_check (tx, &plan, error) && write_move (tx, visit, moved, error);
}

/**
 * salon_booking_move:
 * @visit_id: (out): the visit
 * @error: as for salon_booking_book(), but without the alert
 *
 * Only a visit that is still open can be moved.  A move to where it is does nothing.
 */
gboolean
salon_booking_move (SalonTx *tx, const SalonMoveRequest *request, gint64 *visit_id, GError **error)
{
  g_autoptr (SalonBookingFacts) facts = NULL;
  g_autoptr (SalonVisit) visit = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error)
      || !salon_wall_time_check (tx, request->start_min, error))
    return FALSE;
  visit = salon_repo_get (tx, salon_visit_get_type (), request->visit_id, error);
  if (visit == NULL || !check_state (tx, visit, request, error))
    return FALSE;
  lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", request->visit_id, error);
  facts = lines != NULL ? salon_booking_facts_new (tx, error) : NULL;
  if (facts == NULL || !check_target (request, facts, error) || !move_to (tx, visit, lines, request, facts, error))
    return FALSE;
  *visit_id = request->visit_id;
  return TRUE;
}

SALON_DEFINE_COMMAND (salon_command_move, "booking.move", SALON_N ("Visit moved"), salon_booking_move,
                      SalonMoveRequest, salon_move_request_free)
