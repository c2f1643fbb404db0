/* "She will be 15 minutes late": the visit moves if that is free; if not, it is said who waits. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/client-name.h"
#include "model/rules/late.h"
#include "model/rules/permission.h"
#include "model/rules/timing.h"
#include "model/rules/validate-visit.h"
#include "model/services/booking-check.h"
#include "model/services/booking.h"
#include "model/services/diary.h"
#include "model/services/late.h"
#include "model/store/desk-store.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

/**
 * salon_late_request_new:
 *
 * Returns: (transfer full): free with g_free()
 */
SalonLateRequest *
salon_late_request_new (gint64 visit_id, int minutes, gboolean shift)
{
  SalonLateRequest *self = g_new0 (SalonLateRequest, 1);

  self->visit_id = visit_id;
  self->minutes = minutes;
  self->shift = shift;
  return self;
}

/**
 * salon_late_plan_free: frees one
 */
void
salon_late_plan_free (SalonLatePlan *self)
{
  g_free (self->problem);
  g_free (self->pushes);
  g_free (self);
}

static gboolean
check_request (SalonTx *tx, const SalonLateRequest *request, const SalonVisit *visit, GError **error)
{
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return FALSE;
  if (request->minutes < 0 || request->minutes > SALON_LATE_MOST_MINUTES) {
    salon_set_field_error (error, "late_min", _("A client can be 0 to %d minutes late."), SALON_LATE_MOST_MINUTES);
    return FALSE;
  }
  if (visit->state == SALON_VISIT_BOOKED || visit->state == SALON_VISIT_CONFIRMED)
    return TRUE;
  salon_set_field_error (error, "state", _("Only who has not come yet can be late."));
  return FALSE;
}

/* ---- who waits */

/* Her last work in the visit. */
static SalonBusy
last_work (const GPtrArray *lines, gint64 employee_id, gint64 visit_id)
{
  SalonBusy last = { 0 };

  for (guint i = 0; i < lines->len; i++) {
    const SalonVisitLine *line = lines->pdata[i];
    SalonLineShape shape = { 0 };
    SalonLineLayout layout = { 0 };

    salon_line_shape_of_visit_line (line, &shape);
    salon_line_layout (&shape, line->start_min, visit_id, &layout);
    if (line->employee_id == employee_id && layout.work[layout.n_work - 1].to > last.to)
      last = layout.work[layout.n_work - 1];
  }
  return last;
}

static gboolean
say_push (SalonTx *tx, const SalonLatePush *push, const SalonSettings *settings, GString *text, GError **error)
{
  SalonDeskScope scope = { .visit_id = push->visit_id, .with_cancelled = TRUE };
  g_autoptr (GPtrArray) rows = salon_desk_store_visits (tx, &scope, error);
  const SalonDeskVisitRow *row = NULL;
  g_autofree char *phone = NULL;
  g_autofree char *name = NULL;
  g_autofree char *time = NULL;

  if (rows == NULL || rows->len == 0)
    return rows != NULL;
  row = rows->pdata[0];
  phone = salon_client_phone_text (row->phone_e164, row->phone_typed, settings->country);
  name = salon_client_name (row->first_name, row->surname, phone);
  time = salon_minute_format ((int) (row->start_min % SALON_MINUTES_A_DAY));
  /* Translators: a client, the time of her visit, minutes */
  g_string_append_printf (text, ngettext ("%1$s at %2$s would wait %3$d minute.", "%1$s at %2$s would wait %3$d minutes.",
                                          (gulong) push->minutes),
                          name, time, (int) push->minutes);
  g_string_append_c (text, ' ');
  return TRUE;
}

static gboolean
say_pushes_of (SalonTx *tx, const SalonDiary *diary, gint64 employee_id, const SalonBusy *work, int minutes,
               const SalonSettings *settings, GString *text, GError **error)
{
  const GArray *busy = salon_diary_employee_busy (diary, employee_id);
  g_autoptr (GArray) pushes = salon_late_pushes ((const SalonBusy *) (gconstpointer) busy->data, busy->len, work, minutes,
                                                 settings->buffers);

  for (guint i = 0; i < pushes->len; i++)
    if (!say_push (tx, &g_array_index (pushes, SalonLatePush, i), settings, text, error))
      return FALSE;
  return TRUE;
}

static gboolean
say_pushes (SalonTx *tx, const SalonVisit *visit, const GPtrArray *lines, int minutes, const SalonSettings *settings,
            char **said, GError **error)
{
  g_autoptr (GArray) employees = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) no_rooms = g_ptr_array_new ();
  SalonDiaryScope scope = { visit->start_min, (visit->day + 2) * SALON_MINUTES_A_DAY, employees, no_rooms, NULL };
  g_autoptr (SalonDiary) diary = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_array_append_val (employees, ((SalonVisitLine *) lines->pdata[i])->employee_id);
  diary = salon_diary_load (tx, &scope, error);
  if (diary == NULL)
    return FALSE;
  for (guint i = 0; i < employees->len; i++) {
    gint64 id = g_array_index (employees, gint64, i);
    SalonBusy work = last_work (lines, id, salon_entity_get_id (visit));
    gboolean again = FALSE;

    for (guint k = 0; k < i && !again; k++)
      again = g_array_index (employees, gint64, k) == id;
    if (!again && !say_pushes_of (tx, diary, id, &work, minutes, settings, text, error))
      return FALSE;
  }
  if (text->len > 0)
    *said = g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
  return TRUE;
}

/* ---- the later time */

static gboolean
check_shift (SalonTx *tx, const SalonVisit *visit, const GPtrArray *lines, SalonBookingFacts *facts, SalonLatePlan *plan)
{
  g_autoptr (SalonVisit) moved = salon_visit_copy (visit);
  g_autoptr (GPtrArray) moved_lines = g_ptr_array_new_with_free_func (g_object_unref);
  SalonBookingPlan booking = { moved, moved_lines, facts, NULL, FALSE };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < lines->len; i++) {
    SalonVisitLine *line = salon_visit_line_copy (lines->pdata[i]);

    line->start_min += plan->minutes;
    g_ptr_array_add (moved_lines, line);
  }
  salon_visit_set_span (moved, moved_lines);
  plan->can_shift = salon_booking_check_quietly (tx, &booking, &error);
  if (!plan->can_shift)
    plan->problem = g_strdup (error->message);
  return plan->can_shift;
}

/**
 * salon_late_plan:
 *
 * Returns: (transfer full) (nullable): whether the visit can begin so much later, and else who would wait
 */
SalonLatePlan *
salon_late_plan (SalonTx *tx, const SalonLateRequest *request, GError **error)
{
  g_autoptr (SalonVisit) visit = salon_repo_get (tx, salon_visit_get_type (), request->visit_id, error);
  g_autoptr (SalonLatePlan) plan = g_new0 (SalonLatePlan, 1);
  g_autoptr (SalonBookingFacts) facts = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (visit == NULL || !check_request (tx, request, visit, error))
    return NULL;
  facts = salon_booking_facts_new (tx, error);
  lines = facts != NULL ? salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", request->visit_id, error) : NULL;
  if (lines == NULL)
    return NULL;
  plan->visit_id = request->visit_id;
  plan->minutes = request->minutes;
  plan->start_min = visit->start_min + request->minutes;
  if (!check_shift (tx, visit, lines, facts, plan)
      && !say_pushes (tx, visit, lines, request->minutes, salon_booking_facts_settings (facts), &plan->pushes, error))
    return NULL;
  return g_steal_pointer (&plan);
}

/**
 * salon_late_note:
 * @visit_id: (out): the visit
 * @error: as for salon_booking_move() when it is shifted
 *
 * Keeps how late she will be; a visit that is shifted is not late any more.
 */
gboolean
salon_late_note (SalonTx *tx, const SalonLateRequest *request, gint64 *visit_id, GError **error)
{
  g_autoptr (SalonVisit) old = salon_repo_get (tx, salon_visit_get_type (), request->visit_id, error);
  g_autoptr (SalonVisit) visit = NULL;

  if (old == NULL || !check_request (tx, request, old, error))
    return FALSE;
  *visit_id = request->visit_id;
  if (request->shift) {
    g_autoptr (SalonMoveRequest) move = salon_move_request_new (request->visit_id, old->start_min + request->minutes);

    if (!salon_booking_move (tx, move, visit_id, error))
      return FALSE;
    g_clear_object (&old);
    old = salon_repo_get (tx, salon_visit_get_type (), request->visit_id, error);
    if (old == NULL)
      return FALSE;
  }
  visit = salon_visit_copy (old);
  visit->late_min = request->shift ? 0 : request->minutes;
  return salon_entity_equal ((SalonEntity *) old, (SalonEntity *) visit) || salon_repo_update (tx, visit, error);
}

SALON_DEFINE_QUERY (salon_query_late_plan, "visit.late-plan", salon_late_plan, SalonLateRequest, g_free, salon_late_plan_free)
SALON_DEFINE_COMMAND (salon_command_late, "visit.late", SALON_N ("Late client noted"), salon_late_note, SalonLateRequest, g_free)
