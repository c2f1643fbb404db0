/* Moves a visit to another time, employee or room, or makes one of its lines longer or shorter.  What is refused leaves
 * it as it was. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/rules/permission.h"
#include "model/rules/slot-text.h"
#include "model/rules/timing.h"
#include "model/rules/validate-visit.h"
#include "model/rules/verbs.h"
#include "model/services/booking-check.h"
#include "model/services/booking.h"
#include "model/services/wall-time.h"
#include "model/services/price-list.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

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
check_state (SalonTx *tx, const SalonVisit *visit, gint64 distance, GError **error)
{
  gint64 new_day = (visit->start_min + distance) / SALON_MINUTES_A_DAY;

  if (!salon_visit_state_is_open ((SalonVisitState) visit->state)) {
    salon_set_field_error (error, "state", _("The visit is over; it cannot be moved."));
    return FALSE;
  }
  if (distance != 0 && salon_visit_state_counts ((SalonVisitState) visit->state)
      && new_day > salon_clock_today (salon_tx_clock (tx))) {
    salon_set_field_error (error, "start_min", _("The client is here already; the visit cannot be moved to a later day."));
    return FALSE;
  }
  return TRUE;
}

/* ---- another time, employee or room */

static const SalonVisitLine *
find_line (const GPtrArray *lines, gint64 line_id, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    if (salon_entity_get_id (lines->pdata[i]) == line_id)
      return lines->pdata[i];
  salon_set_error (error, SALON_ERROR_NOT_FOUND, _("This service is not part of the visit any more."));
  return NULL;
}

static gboolean
gets_employee (const SalonMoveRequest *request, const SalonVisitLine *taken, const SalonVisitLine *line)
{
  if (request->employee_id == 0)
    return FALSE;
  if (taken != NULL)
    return line->employee_id == taken->employee_id;
  return request->from_employee_id == 0 || line->employee_id == request->from_employee_id;
}

static gboolean
gets_room (const SalonMoveRequest *request, const SalonVisitLine *taken, const SalonVisitLine *line)
{
  if (request->room_id < 0)
    return FALSE;
  if (taken != NULL)
    return line->room_id == taken->room_id;
  return request->from_employee_id == 0 || line->employee_id == request->from_employee_id;
}

/* The lines as they are to be; the distances between them stay. */
static GPtrArray *
moved_lines (SalonTx *tx, const GPtrArray *lines, const SalonMoveRequest *request, const SalonVisitLine *taken,
             gint64 distance, GError **error)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++) {
    SalonVisitLine *line = salon_visit_line_copy (lines->pdata[i]);

    g_ptr_array_add (moved, line);
    line->start_min += distance;
    if (distance != 0 && !salon_wall_time_check (tx, line->start_min, error))
      return NULL;
    if (gets_employee (request, taken, lines->pdata[i])) {
      if (!salon_price_follow (tx, lines->pdata[i], request->employee_id, &line->price, error))
        return NULL;
      line->employee_id = request->employee_id;
    }
    if (gets_room (request, taken, lines->pdata[i]))
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

/* A change to what is there already writes nothing. */
static gboolean
change_to (SalonTx *tx, const SalonVisit *old, const GPtrArray *lines, GPtrArray *changed, const SalonBookingPlan *wishes,
           GError **error)
{
  g_autoptr (SalonVisit) visit = salon_visit_copy (old);
  SalonBookingPlan plan = *wishes;

  if (same_lines (lines, changed))
    return TRUE;
  plan.visit = visit;
  plan.lines = changed;
  salon_visit_set_span (visit, changed);
  return salon_booking_check (tx, &plan, error) && write_move (tx, visit, changed, error);
}

/* A move that is about to be: the visit as it is, and its lines as they are to be. */
typedef struct {
  SalonBookingFacts *facts;
  SalonVisit *visit;
  GPtrArray *lines;
  GPtrArray *moved;
} Move;

static void
move_clear (Move *self)
{
  g_clear_pointer (&self->facts, salon_booking_facts_free);
  g_clear_object (&self->visit);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->moved, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Move, move_clear)

static gboolean
move_lines (SalonTx *tx, const SalonMoveRequest *request, Move *self, GError **error)
{
  const SalonVisitLine *taken = request->line_id != 0 ? find_line (self->lines, request->line_id, error) : NULL;
  gint64 distance = request->start_min - (taken != NULL ? taken->start_min : self->visit->start_min);

  if ((request->line_id != 0 && taken == NULL) || !check_state (tx, self->visit, distance, error))
    return FALSE;
  self->moved = moved_lines (tx, self->lines, request, taken, distance, error);
  return self->moved != NULL;
}

static gboolean
move_load (SalonTx *tx, const SalonMoveRequest *request, Move *self, GError **error)
{
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error)
      || !salon_wall_time_check (tx, request->start_min, error))
    return FALSE;
  self->visit = salon_repo_get (tx, salon_visit_get_type (), request->visit_id, error);
  if (self->visit == NULL)
    return FALSE;
  self->lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", request->visit_id, error);
  self->facts = self->lines != NULL ? salon_booking_facts_new (tx, error) : NULL;
  return self->facts != NULL && check_target (request, self->facts, error) && move_lines (tx, request, self, error);
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
  g_auto (Move) move = { NULL };
  SalonBookingPlan wishes = { NULL, NULL, NULL, request->override_reason, request->accept_warnings };

  if (!move_load (tx, request, &move, error))
    return FALSE;
  wishes.facts = move.facts;
  if (!change_to (tx, move.visit, move.lines, move.moved, &wishes, error))
    return FALSE;
  *visit_id = request->visit_id;
  return TRUE;
}

/**
 * salon_booking_move_check:
 * @error: as for salon_booking_move(), without the nearest free times
 *
 * Returns: whether the visit could be moved; nothing is written
 */
gboolean
salon_booking_move_check (SalonTx *tx, const SalonMoveRequest *request, GError **error)
{
  g_auto (Move) move = { NULL };
  SalonBookingPlan plan = { .override_reason = request->override_reason, .accept_warnings = request->accept_warnings };

  if (!move_load (tx, request, &move, error))
    return FALSE;
  if (same_lines (move.lines, move.moved))
    return TRUE;
  plan.facts = move.facts;
  plan.visit = move.visit;
  plan.lines = move.moved;
  salon_visit_set_span (move.visit, move.moved);
  return salon_booking_check_quietly (tx, &plan, error);
}

/* ---- longer or shorter */

static void
set_work (SalonVisitLine *line, gint64 minutes)
{
  if (line->work2_min > 0)
    line->work2_min = minutes;
  else
    line->work1_min = minutes;
}

static gint64
end_of (const SalonVisitLine *line)
{
  return line->start_min + line->work1_min + line->gap_min + line->work2_min;
}

static gint64
work_of (const SalonVisitLine *line)
{
  return line->work2_min > 0 ? line->work2_min : line->work1_min;
}

/* The lines as they are to be: what follows the one that was taken keeps its distance. */
static GPtrArray *
resized_lines (SalonTx *tx, const GPtrArray *lines, const SalonVisitLine *taken, gint64 longer, GError **error)
{
  g_autoptr (GPtrArray) resized = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++) {
    SalonVisitLine *line = salon_visit_line_copy (lines->pdata[i]);

    g_ptr_array_add (resized, line);
    if (lines->pdata[i] == taken)
      set_work (line, work_of (taken) + longer);
    if (line->start_min < end_of (taken))
      continue;
    line->start_min += longer;
    if (!salon_wall_time_check (tx, line->start_min, error))
      return NULL;
  }
  return g_steal_pointer (&resized);
}

/* A line whose last work would be 0 would lose it, and the pocket would be its end. */
static gboolean
check_minutes (const SalonVisitLine *taken, gint64 minutes, GError **error)
{
  g_autofree char *text = NULL;

  if (minutes >= SALON_LINE_LEAST_WORK && minutes <= SALON_MINUTES_A_DAY)
    return TRUE;
  text = salon_slot_text (&(SalonSlotWords){ .kind = SALON_SLOT_TOO_SHORT });
  salon_set_field_error (error, taken->work2_min > 0 ? "work2_min" : "work1_min", "%s", text);
  return FALSE;
}

static gboolean
resize_to (SalonTx *tx, const SalonVisit *old, const GPtrArray *lines, const SalonResizeRequest *request, GError **error)
{
  const SalonVisitLine *taken = find_line (lines, request->line_id, error);
  gint64 minutes = request->minutes;
  g_autoptr (SalonBookingFacts) facts = NULL;
  g_autoptr (GPtrArray) resized = NULL;
  SalonBookingPlan wishes = { NULL, NULL, NULL, request->override_reason, request->accept_warnings };

  if (taken == NULL)
    return FALSE;
  if (minutes == 0)
    minutes = work_of (taken) + CLAMP (request->end_min, taken->start_min, end_of (taken) + 2 * SALON_MINUTES_A_DAY) - end_of (taken);
  if (!check_minutes (taken, minutes, error))
    return FALSE;
  resized = resized_lines (tx, lines, taken, minutes - work_of (taken), error);
  wishes.facts = facts = resized != NULL ? salon_booking_facts_new (tx, error) : NULL;
  return facts != NULL && change_to (tx, old, lines, resized, &wishes, error);
}

/**
 * salon_booking_resize:
 * @visit_id: (out): the visit
 * @error: as for salon_booking_move()
 *
 * The work that ends a line becomes longer or shorter, after its processing gap if it has one.
 */
gboolean
salon_booking_resize (SalonTx *tx, const SalonResizeRequest *request, gint64 *visit_id, GError **error)
{
  g_autoptr (SalonVisitLine) line = NULL;
  g_autoptr (SalonVisit) visit = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return FALSE;
  line = salon_repo_get (tx, salon_visit_line_get_type (), request->line_id, error);
  visit = line != NULL ? salon_repo_get (tx, salon_visit_get_type (), line->visit_id, error) : NULL;
  if (visit == NULL || !check_state (tx, visit, 0, error))
    return FALSE;
  lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", line->visit_id, error);
  if (lines == NULL || !resize_to (tx, visit, lines, request, error))
    return FALSE;
  *visit_id = line->visit_id;
  return TRUE;
}

SALON_DEFINE_COMMAND (salon_command_move, "booking.move", SALON_N ("Visit moved"), salon_booking_move,
                      SalonMoveRequest, salon_move_request_free)
SALON_DEFINE_COMMAND (salon_command_resize, "booking.resize", SALON_N ("Length of a visit changed"), salon_booking_resize,
                      SalonResizeRequest, salon_resize_request_free)
