/* Writes a sick day: the absence, and what happens to each visit, in one transaction. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/absence.h"
#include "model/rules/permission.h"
#include "model/rules/validate-visit.h"
#include "model/rules/validate.h"
#include "model/rules/verbs.h"
#include "model/services/booking-check.h"
#include "model/services/booking.h"
#include "model/services/sick-day.h"
#include "model/services/wall-time.h"
#include "model/store/repo.h"

/* ---- requests */

static void
step_free (SalonSickStep *step)
{
  g_clear_pointer (&step->lines, g_array_unref);
  g_free (step->reason);
  g_free (step);
}

/**
 * salon_sick_apply_new:
 *
 * Returns: (transfer full): a request that says nothing of any visit
 */
SalonSickApply *
salon_sick_apply_new (gint64 employee_id, SalonDay first_day, SalonDay last_day, SalonAbsenceKind kind)
{
  SalonSickApply *self = g_new0 (SalonSickApply, 1);

  self->employee_id = employee_id;
  self->first_day = first_day;
  self->last_day = last_day;
  self->kind = kind;
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  return self;
}

/**
 * salon_sick_apply_add:
 * @choice: (transfer none) (nullable): where it goes, for %SALON_SICK_MOVE
 * @reason: (nullable): for %SALON_SICK_CANCEL
 */
void
salon_sick_apply_add (SalonSickApply *self, gint64 visit_id, SalonSickAction action, const SalonSickChoice *choice,
                      const char *reason)
{
  SalonSickStep *step = g_new0 (SalonSickStep, 1);

  step->visit_id = visit_id;
  step->action = action;
  step->lines = choice != NULL ? g_array_copy (choice->lines) : NULL;
  step->reason = g_strdup (reason);
  g_ptr_array_add (self->steps, step);
}

/**
 * salon_sick_apply_free: frees a request
 */
void
salon_sick_apply_free (SalonSickApply *self)
{
  g_free (self->note);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/* ---- the absence */

static gboolean
is_known (const SalonSickApply *request, const GPtrArray *absences)
{
  for (guint i = 0; i < absences->len; i++) {
    const SalonAbsence *absence = absences->pdata[i];

    if (absence->first_day <= request->first_day && absence->last_day >= request->last_day)
      return TRUE;
  }
  return FALSE;
}

static gboolean
write_absence (SalonTx *tx, const SalonSickApply *request, GError **error)
{
  g_autoptr (GPtrArray) known = salon_repo_find (tx, salon_absence_get_type (), "employee_id", request->employee_id, error);
  g_autoptr (SalonAbsence) absence = NULL;

  if (known == NULL)
    return FALSE;
  if (is_known (request, known))
    return TRUE;
  absence = salon_absence_new ();
  absence->employee_id = request->employee_id;
  absence->kind = request->kind;
  absence->first_day = request->first_day;
  absence->last_day = request->last_day;
  absence->note = g_strdup (request->note);
  return salon_validate_absence (absence, error) && salon_repo_insert (tx, absence, error);
}

/* ---- a move */

static const SalonSickLine *
place_of (const SalonSickStep *step, gint64 line_id)
{
  for (guint i = 0; step->lines != NULL && i < step->lines->len; i++) {
    const SalonSickLine *line = &g_array_index (step->lines, SalonSickLine, i);

    if (line->line_id == line_id)
      return line;
  }
  return NULL;
}

static gboolean
place_lines (SalonTx *tx, const SalonSickStep *step, GPtrArray *lines, GPtrArray *moved, GError **error)
{
  for (guint i = 0; i < lines->len; i++) {
    const SalonSickLine *place = place_of (step, salon_entity_get_id (lines->pdata[i]));
    SalonVisitLine *line = salon_visit_line_copy (lines->pdata[i]);

    g_ptr_array_add (moved, line);
    if (place == NULL) {
      salon_set_error (error, SALON_ERROR_CONFLICT, _("The visit was changed meanwhile. Look at the proposals again."));
      return FALSE;
    }
    if (place->start_min != line->start_min && !salon_wall_time_check (tx, place->start_min, error))
      return FALSE;
    line->start_min = place->start_min;
    line->employee_id = place->employee_id;
    line->room_id = place->room_id;
  }
  return TRUE;
}

static gboolean
check_open (SalonTx *tx, const SalonVisit *visit, GError **error)
{
  SalonVisitState state = (SalonVisitState) visit->state;

  if (salon_visit_state_is_open (state)
      && !(salon_visit_state_counts (state) && visit->day > salon_clock_today (salon_tx_clock (tx))))
    return TRUE;
  salon_set_error (error, SALON_ERROR_CONFLICT, _("The visit was changed meanwhile. Look at the proposals again."));
  return FALSE;
}

/* Whoever stays at her time was accepted there with what else there is to say of it. */
static gboolean
move (SalonTx *tx, const SalonSickStep *step, GError **error)
{
  g_autoptr (SalonVisit) visit = salon_repo_get (tx, salon_visit_get_type (), step->visit_id, error);
  g_autoptr (GPtrArray) lines =
      visit != NULL ? salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", step->visit_id, error) : NULL;
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SalonBookingFacts) facts = lines != NULL ? salon_booking_facts_new (tx, error) : NULL;
  SalonBookingPlan plan = { visit, moved, facts, NULL, FALSE };
  gint64 start = visit != NULL ? visit->start_min : 0;

  if (facts == NULL || !place_lines (tx, step, lines, moved, error))
    return FALSE;
  salon_visit_set_span (visit, moved);
  plan.accept_warnings = visit->start_min == start;
  if (!check_open (tx, visit, error) || !salon_booking_check (tx, &plan, error))
    return FALSE;
  for (guint i = 0; i < moved->len; i++)
    if (!salon_repo_update (tx, moved->pdata[i], error))
      return FALSE;
  return salon_repo_update (tx, visit, error);
}

static gboolean
cancel (SalonTx *tx, const SalonSickStep *step, GError **error)
{
  SalonStateRequest request = { step->visit_id, SALON_VISIT_CANCELLED, step->reason };
  gint64 id = 0;

  return salon_booking_set_state (tx, &request, &id, error);
}

/* ---- all */

static gboolean
take_step (SalonTx *tx, const SalonSickStep *step, gint64 *n, GError **error)
{
  if (step->action == SALON_SICK_LEAVE)
    return TRUE;
  (*n)++;
  return step->action == SALON_SICK_MOVE ? move (tx, step, error) : cancel (tx, step, error);
}

static gboolean
check_days (const SalonSickApply *request, GError **error)
{
  if (request->last_day - (gint64) request->first_day < SALON_SICK_MOST_DAYS)
    return TRUE;
  salon_set_field_error (error, "last_day", _("At most %d days at once."), SALON_SICK_MOST_DAYS);
  return FALSE;
}

/**
 * salon_sick_day_apply:
 * @id: (out): how many visits were moved or cancelled
 * @error: as for salon_booking_move(); two that are in each other's way are refused, too
 */
gboolean
salon_sick_day_apply (SalonTx *tx, const SalonSickApply *request, gint64 *id, GError **error)
{
  *id = 0;
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_STAFF_EDIT, error)
      || !salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error) || !check_days (request, error)
      || !write_absence (tx, request, error))
    return FALSE;
  for (guint i = 0; i < request->steps->len; i++)
    if (!take_step (tx, request->steps->pdata[i], id, error))
      return FALSE;
  return TRUE;
}

SALON_DEFINE_COMMAND (salon_command_sick_day, "sick-day.apply", SALON_N ("Sick day arranged"), salon_sick_day_apply,
                      SalonSickApply, salon_sick_apply_free)
