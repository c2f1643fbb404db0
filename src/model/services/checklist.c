/* Steps are few and are compared here; those that were done at a visit stay with it when the list changes. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/entities/checklist-step.h"
#include "model/entities/service.h"
#include "model/entities/user.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit-step.h"
#include "model/entities/visit.h"
#include "model/rules/permission.h"
#include "model/services/checklist.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

/**
 * salon_tick_request_new:
 *
 * Returns: (transfer full): free with g_free()
 */
SalonTickRequest *
salon_tick_request_new (gint64 visit_id, gint64 step_id, gboolean done)
{
  SalonTickRequest *self = g_new0 (SalonTickRequest, 1);

  self->visit_id = visit_id;
  self->step_id = step_id;
  self->done = done;
  return self;
}

/**
 * salon_told_step_free:
 * @self: (transfer full):
 */
void
salon_told_step_free (SalonToldStep *self)
{
  g_free (self->name);
  g_free (self->done_by);
  g_free (self);
}

/* ---- what a visit shows */

static gboolean
is_for (const SalonChecklistStep *step, const GPtrArray *services)
{
  if (step->service_id == 0 && step->service_category_id == 0)
    return TRUE;
  for (guint i = 0; i < services->len; i++) {
    const SalonService *service = services->pdata[i];

    if (step->service_id == salon_entity_get_id (service)
        || (step->service_category_id != 0 && step->service_category_id == service->service_category_id))
      return TRUE;
  }
  return FALSE;
}

static const SalonVisitStep *
find_tick (const GPtrArray *ticks, gint64 step_id)
{
  for (guint i = 0; i < ticks->len; i++)
    if (((const SalonVisitStep *) ticks->pdata[i])->step_id == step_id)
      return ticks->pdata[i];
  return NULL;
}

static GPtrArray *
load_services (SalonTx *tx, const GPtrArray *lines, GError **error)
{
  g_autoptr (GPtrArray) services = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++) {
    SalonService *service =
        salon_repo_get (tx, salon_service_get_type (), ((const SalonVisitLine *) lines->pdata[i])->service_id, error);

    if (service == NULL)
      return NULL;
    g_ptr_array_add (services, service);
  }
  return g_steal_pointer (&services);
}

static SalonToldStep *
tell (SalonTx *tx, const SalonChecklistStep *step, const SalonVisitStep *tick)
{
  SalonToldStep *told = g_new0 (SalonToldStep, 1);
  g_autoptr (SalonUser) user = NULL;

  told->step_id = salon_entity_get_id (step);
  told->name = g_strdup (step->name);
  told->state = step->state;
  if (tick == NULL)
    return told;
  told->done_at = tick->done_at;
  if (tick->done_by_id != 0)
    user = salon_repo_find_one (tx, salon_user_get_type (), "id", tick->done_by_id, NULL);
  told->done_by = user != NULL ? g_strdup (user->name) : NULL;
  return told;
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const SalonChecklistStep *one = *(SalonChecklistStep *const *) a;
  const SalonChecklistStep *other = *(SalonChecklistStep *const *) b;

  if (one->state != other->state)
    return one->state < other->state ? -1 : 1;
  if (one->position != other->position)
    return one->position < other->position ? -1 : 1;
  return (salon_entity_get_id (one) > salon_entity_get_id (other)) - (salon_entity_get_id (one) < salon_entity_get_id (other));
}

/**
 * salon_checklist_of_visit:
 * @lines: (element-type SalonVisitLine): its lines
 *
 * Returns: (transfer full) (element-type SalonToldStep): what is due at it or was done, by state, then in the order of
 *   the list
 */
GPtrArray *
salon_checklist_of_visit (SalonTx *tx, gint64 visit_id, const GPtrArray *lines, GError **error)
{
  g_autoptr (GPtrArray) steps = salon_repo_all (tx, salon_checklist_step_get_type (), error);
  g_autoptr (GPtrArray) services = steps != NULL ? load_services (tx, lines, error) : NULL;
  g_autoptr (GPtrArray) ticks =
      services != NULL ? salon_repo_find (tx, salon_visit_step_get_type (), "visit_id", visit_id, error) : NULL;
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_told_step_free);

  if (ticks == NULL)
    return NULL;
  g_ptr_array_sort (steps, compare_steps);
  for (guint i = 0; i < steps->len; i++) {
    const SalonChecklistStep *step = steps->pdata[i];
    const SalonVisitStep *tick = find_tick (ticks, salon_entity_get_id (step));

    if (tick != NULL || (step->archived == 0 && is_for (step, services)))
      g_ptr_array_add (told, tell (tx, step, tick));
  }
  return g_steal_pointer (&told);
}

/* ---- ticking */

static gboolean
check_actor (SalonTx *tx, gint64 visit_id, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);
  g_autoptr (GPtrArray) lines = NULL;

  if (salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_VISIT_STATE))
    return TRUE;
  if (!salon_permission_check (actor, SALON_PERMISSION_VISIT_STATE_OWN, error))
    return FALSE;
  lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", visit_id, error);
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len && actor->employee_id != 0; i++)
    if (((const SalonVisitLine *) lines->pdata[i])->employee_id == actor->employee_id)
      return TRUE;
  return salon_permission_check (actor, SALON_PERMISSION_VISIT_STATE, error);
}

static gboolean
add_tick (SalonTx *tx, const SalonTickRequest *request, GError **error)
{
  g_autoptr (SalonChecklistStep) step = salon_repo_get (tx, salon_checklist_step_get_type (), request->step_id, error);
  g_autoptr (SalonVisitStep) tick = salon_visit_step_new ();

  if (step == NULL)
    return FALSE;
  tick->visit_id = request->visit_id;
  tick->step_id = request->step_id;
  tick->done_at = salon_clock_now_us (salon_tx_clock (tx));
  tick->done_by_id = salon_tx_actor (tx)->user_id;
  return salon_repo_insert (tx, tick, error);
}

/**
 * salon_checklist_tick:
 * @id: (out): the visit
 * @error: %SALON_ERROR_PERMISSION, %SALON_ERROR_NOT_FOUND
 *
 * A master ticks at visits with a line of hers.  What is so already stays so.
 */
gboolean
salon_checklist_tick (SalonTx *tx, const SalonTickRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonVisit) visit = salon_repo_get (tx, salon_visit_get_type (), request->visit_id, error);
  g_autoptr (GPtrArray) ticks = NULL;
  const SalonVisitStep *tick = NULL;

  if (visit == NULL || !check_actor (tx, request->visit_id, error))
    return FALSE;
  ticks = salon_repo_find (tx, salon_visit_step_get_type (), "visit_id", request->visit_id, error);
  if (ticks == NULL)
    return FALSE;
  *id = request->visit_id;
  tick = find_tick (ticks, request->step_id);
  if (request->done)
    return tick != NULL || add_tick (tx, request, error);
  return tick == NULL || salon_repo_delete (tx, (gpointer) tick, error);
}

SALON_DEFINE_COMMAND (salon_command_tick, "visit.tick", SALON_N ("Checklist"), salon_checklist_tick, SalonTickRequest, g_free)
