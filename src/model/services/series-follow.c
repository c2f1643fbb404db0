/* Later visits of a series go the way of one that was moved or cancelled: by the same distance, to the same employee and room.
 *
 * What became of the one is read from the journal, so it does not matter by what it was moved.  What was taken back did not
 * happen.  A later one that was changed since has gone its own way already. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/permission.h"
#include "model/services/series.h"
#include "model/store/journal.h"
#include "model/store/repo.h"
#include "model/store/tx.h"
#include "model/store/visit-store.h"

#define MOST_ROWS 200

static void
follower_free (gpointer data)
{
  SalonSeriesFollower *self = data;

  g_free (self->problem);
  g_free (self);
}

/**
 * salon_series_follow_free: frees what is told
 */
void
salon_series_follow_free (SalonSeriesFollow *self)
{
  g_free (self->reason);
  g_clear_pointer (&self->followers, g_ptr_array_unref);
  g_free (self);
}

/**
 * salon_series_follow_request_new:
 * @visit_ids: (transfer full) (element-type gint64):
 *
 * Returns: (transfer full): without accepting warnings
 */
SalonSeriesFollowRequest *
salon_series_follow_request_new (gint64 visit_id, GArray *visit_ids)
{
  SalonSeriesFollowRequest *self = g_new0 (SalonSeriesFollowRequest, 1);

  self->visit_id = visit_id;
  self->visit_ids = visit_ids;
  return self;
}

/**
 * salon_series_follow_request_free: frees one
 */
void
salon_series_follow_request_free (SalonSeriesFollowRequest *self)
{
  g_clear_pointer (&self->visit_ids, g_array_unref);
  g_free (self);
}

/* ---- what became of it */

/* What one operation did. */
typedef struct {
  gint64 operation_id;
  gint64 start_min; /* before */
  SalonSeriesFollow *follow;
} Change;

static void
take_visit (Change *self, const SalonVisit *before, const SalonVisit *after)
{
  self->start_min = before->start_min;
  self->follow->distance = after->start_min - before->start_min;
  self->follow->cancelled = after->state == SALON_VISIT_CANCELLED && before->state != SALON_VISIT_CANCELLED;
  g_free (self->follow->reason);
  self->follow->reason = g_strdup (after->cancel_reason);
}

static void
take_line (Change *self, const SalonVisitLine *before, const SalonVisitLine *after)
{
  SalonSeriesFollow *follow = self->follow;

  if (before->employee_id == after->employee_id && before->room_id == after->room_id)
    return;
  follow->from_employee_id = before->employee_id;
  if (before->employee_id != after->employee_id)
    follow->employee_id = after->employee_id;
  if (before->room_id != after->room_id)
    follow->room_id = after->room_id;
}

static gboolean
take_row (Change *self, const SalonJournalRow *row, GError **error)
{
  gboolean is_visit = g_str_equal (row->entity, "visit");
  g_autoptr (SalonEntity) before = NULL;
  g_autoptr (SalonEntity) after = NULL;

  if (row->before == NULL || row->after == NULL || (!is_visit && !g_str_equal (row->entity, "visit-line")))
    return TRUE;
  before = g_object_new (is_visit ? salon_visit_get_type () : salon_visit_line_get_type (), NULL);
  after = g_object_new (G_OBJECT_TYPE (before), NULL);
  if (!salon_entity_from_json (before, row->before, error) || !salon_entity_from_json (after, row->after, error))
    return FALSE;
  if (is_visit)
    take_visit (self, (SalonVisit *) before, (SalonVisit *) after);
  else
    take_line (self, (SalonVisitLine *) before, (SalonVisitLine *) after);
  return TRUE;
}

static gboolean
is_change (const SalonSeriesFollow *follow)
{
  return follow->cancelled || follow->distance != 0 || follow->employee_id != 0 || follow->room_id >= 0;
}

static void
forget (Change *self, const SalonVisit *visit)
{
  self->operation_id = 0;
  self->start_min = visit->start_min;
  self->follow->cancelled = FALSE;
  self->follow->distance = 0;
  self->follow->employee_id = 0;
  self->follow->from_employee_id = 0;
  self->follow->room_id = -1;
}

static gboolean
stands (SalonTx *tx, gint64 operation_id, gboolean *answer, GError **error)
{
  g_autoptr (SalonOperationRow) operation = salon_journal_operation (tx, operation_id, error);

  *answer = operation != NULL && operation->undoes == 0 && operation->undone_by == 0;
  return operation != NULL;
}

/* The newest operation that moved or cancelled it and was not taken back. */
static gboolean
find_change (SalonTx *tx, const SalonVisit *visit, Change *self, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_journal_concerning (tx, "visit", salon_entity_get_id (visit), MOST_ROWS, error);
  guint next = 0;

  forget (self, visit);
  for (guint i = 0; rows != NULL && i < rows->len; i = next) {
    gint64 operation_id = ((SalonJournalRow *) rows->pdata[i])->operation_id;
    gboolean counts = FALSE;

    for (next = i; next < rows->len && ((SalonJournalRow *) rows->pdata[next])->operation_id == operation_id; next++)
      if (!take_row (self, rows->pdata[next], error))
        return FALSE;
    if (is_change (self->follow) && !stands (tx, operation_id, &counts, error))
      return FALSE;
    if (counts) {
      self->operation_id = operation_id;
      return TRUE;
    }
    forget (self, visit);
  }
  return rows != NULL;
}

/* ---- who follows */

static gboolean
was_changed_since (SalonTx *tx, gint64 visit_id, gint64 operation_id, gboolean *answer, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_journal_concerning (tx, "visit", visit_id, MOST_ROWS, error);

  *answer = FALSE;
  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    const SalonJournalRow *row = rows->pdata[i];

    if (row->operation_id <= operation_id)
      break;
    if (!g_str_equal (row->entity, "visit-line"))
      continue;
    if (!stands (tx, row->operation_id, answer, error))
      return FALSE;
    if (*answer)
      break;
  }
  return rows != NULL;
}

static SalonMoveRequest
move_of (const SalonSeriesFollow *follow, const SalonSeriesFollower *follower)
{
  return (SalonMoveRequest){ .visit_id = follower->visit_id,
                             .start_min = follower->wanted,
                             .employee_id = follow->employee_id,
                             .from_employee_id = follow->from_employee_id,
                             .room_id = follow->room_id };
}

static gboolean
add_follower (SalonTx *tx, const Change *change, const SalonSeriesVisit *visit, GError **error)
{
  SalonSeriesFollow *follow = change->follow;
  SalonSeriesFollower *follower = NULL;
  SalonMoveRequest move;
  g_autoptr (GError) problem = NULL;
  gboolean changed = FALSE;

  if (visit->visit_id == follow->visit_id || visit->start_min <= change->start_min
      || (visit->state != SALON_VISIT_BOOKED && visit->state != SALON_VISIT_CONFIRMED))
    return TRUE;
  if (!was_changed_since (tx, visit->visit_id, change->operation_id, &changed, error))
    return FALSE;
  if (changed)
    return TRUE;
  follower = g_new0 (SalonSeriesFollower, 1);
  *follower = (SalonSeriesFollower){ visit->visit_id, visit->start_min, visit->start_min + follow->distance, NULL };
  g_ptr_array_add (follow->followers, follower);
  move = move_of (follow, follower);
  if (!follow->cancelled && !salon_booking_move_check (tx, &move, &problem))
    follower->problem = g_strdup (problem->message);
  return TRUE;
}

/**
 * salon_series_follow_plan:
 * @request: a visit
 *
 * Returns: (transfer full) (nullable): what became of it last, and which later ones could follow; none if it does not repeat
 */
SalonSeriesFollow *
salon_series_follow_plan (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  g_autoptr (SalonSeriesFollow) follow = g_new0 (SalonSeriesFollow, 1);
  g_autoptr (GArray) visits = salon_series_visits (tx, request, error);
  g_autoptr (SalonVisit) visit = visits != NULL ? salon_repo_get (tx, salon_visit_get_type (), request->id, error) : NULL;
  Change change = { 0, 0, follow };

  follow->visit_id = request->id;
  follow->followers = g_ptr_array_new_with_free_func (follower_free);
  if (visit == NULL || !find_change (tx, visit, &change, error))
    return NULL;
  for (guint i = 0; change.operation_id != 0 && i < visits->len; i++)
    if (!add_follower (tx, &change, &g_array_index (visits, SalonSeriesVisit, i), error))
      return NULL;
  return g_steal_pointer (&follow);
}

/* ---- following */

static gboolean
is_chosen (const SalonSeriesFollowRequest *request, const SalonSeriesFollower *follower)
{
  for (guint i = 0; i < request->visit_ids->len; i++)
    if (g_array_index (request->visit_ids, gint64, i) == follower->visit_id)
      return TRUE;
  return FALSE;
}

static gboolean
follow_one (SalonTx *tx, const SalonSeriesFollow *follow, const SalonSeriesFollower *follower, gboolean accept, GError **error)
{
  SalonMoveRequest move = move_of (follow, follower);
  SalonStateRequest state = { follower->visit_id, SALON_VISIT_CANCELLED, follow->reason };
  g_autofree char *day = NULL;
  gint64 id = 0;

  move.accept_warnings = accept;
  if (follow->cancelled ? salon_booking_set_state (tx, &state, &id, error) : salon_booking_move (tx, &move, &id, error))
    return TRUE;
  day = salon_day_format_relative ((SalonDay) (follower->wanted / SALON_MINUTES_A_DAY), salon_clock_today (salon_tx_clock (tx)));
  g_prefix_error (error, "%s: ", day);
  return FALSE;
}

/* Each is about to go; until then none stands in the way of another. */
static gboolean
lift (SalonTx *tx, const SalonSeriesFollow *follow, const SalonSeriesFollowRequest *request, GError **error)
{
  for (guint i = 0; i < follow->followers->len; i++) {
    const SalonSeriesFollower *follower = follow->followers->pdata[i];

    if (is_chosen (request, follower) && !salon_visit_store_clear_occupancy (tx, follower->visit_id, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_series_follow:
 * @visit_id: (out): the visit that they follow
 * @error: as for salon_booking_move(), with the day before the sentence; %SALON_ERROR_CONFLICT if none can follow any more
 *
 * Those of the later ones that were chosen; all or none, with one Undo.
 */
gboolean
salon_series_follow (SalonTx *tx, const SalonSeriesFollowRequest *request, gint64 *visit_id, GError **error)
{
  SalonIdRequest which = { request->visit_id };
  g_autoptr (SalonSeriesFollow) follow = salon_series_follow_plan (tx, &which, error);
  guint n = follow != NULL ? follow->followers->len : 0;
  guint n_done = 0;

  if (follow == NULL || (!follow->cancelled && !lift (tx, follow, request, error)))
    return FALSE;
  for (guint i = 0; i < n; i++) { /* who goes to the place of the next one goes after her */
    const SalonSeriesFollower *follower = follow->followers->pdata[follow->distance > 0 ? n - 1 - i : i];

    if (!is_chosen (request, follower))
      continue;
    if (!follow_one (tx, follow, follower, request->accept_warnings, error))
      return FALSE;
    n_done++;
  }
  *visit_id = request->visit_id;
  if (n_done == request->visit_ids->len && n_done > 0)
    return TRUE;
  salon_set_error (error, SALON_ERROR_CONFLICT, "%s", _("The later visits were changed meanwhile. Look at them again."));
  return FALSE;
}

SALON_DEFINE_QUERY (salon_query_series_follow, "series.follow-plan", salon_series_follow_plan, SalonIdRequest, g_free,
                    salon_series_follow_free)
SALON_DEFINE_COMMAND (salon_command_series_follow, "series.follow", SALON_N ("Later visits changed, too"), salon_series_follow,
                      SalonSeriesFollowRequest, salon_series_follow_request_free)
