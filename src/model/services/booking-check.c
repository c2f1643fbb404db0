/* Checks a visit before it is written, in the transaction that writes it.
 *
 * A clash is refused; with the right and a reason it is accepted, and the reason stays with the visit.
 * Warnings are told all at once, so that one key accepts them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "model/rules/permission.h"
#include "model/rules/slot-check.h"
#include "model/rules/slot-text.h"
#include "model/rules/together.h"
#include "model/rules/validate-visit.h"
#include "model/services/booking-check.h"
#include "model/services/booking-error.h"
#include "model/services/clash-text.h"
#include "model/services/diary.h"
#include "model/services/nearest-slots.h"
#include "model/store/desk-store.h"
#include "model/store/tx.h"
#include "model/store/visit-store.h"

#define MAX_REASON 500

typedef struct {
  SalonTx *tx;
  const SalonBookingPlan *plan;
  SalonDiary *diary;
  GArray *together; /* SalonTogetherLine */
  SalonDay today;
  GPtrArray *clashes;  /* sentences */
  GPtrArray *warnings; /* sentences */
  gboolean quietly;    /* without the nearest free times */
} Check;

static void
check_clear (Check *check)
{
  g_clear_pointer (&check->diary, salon_diary_free);
  g_clear_pointer (&check->together, g_array_unref);
  g_ptr_array_unref (check->clashes);
  g_ptr_array_unref (check->warnings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

/* A visit of several lines says nothing twice. */
static void
take_sentence (GPtrArray *sentences, char *sentence)
{
  if (g_ptr_array_find_with_equal_func (sentences, sentence, g_str_equal, NULL))
    g_free (sentence);
  else
    g_ptr_array_add (sentences, sentence);
}

static char *
join_sentences (GPtrArray *sentences)
{
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* ---- what is said */

/* What is no clash: everything about it is in the line. */
static char *
warning_of (const Check *check, const SalonSlotProblem *problem, const SalonVisitLine *line, GError **error)
{
  SalonBookingFacts *facts = check->plan->facts;
  const SalonEmployee *employee = salon_booking_facts_employee (facts, line->employee_id, error);
  const SalonService *service = employee != NULL ? salon_booking_facts_service (facts, line->service_id, error) : NULL;
  const SalonRoom *room = service != NULL && line->room_id != 0 ? salon_booking_facts_room (facts, line->room_id, error) : NULL;
  SalonSlotWords words = { .kind = problem->kind, .from = problem->from, .to = problem->to, .today = check->today };
  g_autofree char *name = NULL;

  if (service == NULL || (line->room_id != 0 && room == NULL))
    return NULL;
  words.employee = name = salon_booking_facts_employee_name (employee);
  words.service = service->name;
  words.room = room != NULL ? room->name : NULL;
  return salon_slot_text (&words);
}

static char *
sentence_of (const Check *check, const SalonSlotProblem *problem, const SalonVisitLine *line, GError **error)
{
  if (problem->kind == SALON_SLOT_EMPLOYEE_BUSY)
    return salon_clash_text (check->tx, SALON_RESOURCE_EMPLOYEE, line->employee_id, problem->other, error);
  if (problem->kind == SALON_SLOT_ROOM_BUSY)
    return salon_clash_text (check->tx, SALON_RESOURCE_ROOM, line->room_id, problem->other, error);
  return warning_of (check, problem, line, error);
}

/* ---- what is found */

static gboolean
place_line (const Check *check, const SalonVisitLine *line, SalonSlotPlacement *placement, GError **error)
{
  const SalonService *service = salon_booking_facts_service (check->plan->facts, line->service_id, error);
  const SalonScheduleTimes *times = salon_diary_times (check->diary, line->employee_id);
  const GArray *busy = salon_diary_employee_busy (check->diary, line->employee_id);

  if (service == NULL
      || !salon_booking_facts_does (check->plan->facts, line->employee_id, line->service_id, &placement->does_service, error))
    return FALSE;
  salon_line_shape_of_visit_line (line, &placement->shape);
  placement->start = line->start_min;
  placement->visit = salon_entity_get_id (check->plan->visit);
  placement->employee = line->employee_id;
  placement->working = times->working;
  placement->away = times->away;
  placement->closed = times->closed;
  placement->employee_busy = (const SalonBusy *) (gconstpointer) busy->data;
  placement->n_employee_busy = busy->len;
  placement->buffer_rule = salon_booking_facts_settings (check->plan->facts)->buffers;
  return TRUE;
}

/* The lines of the visit as its other lines see them. */
static GArray *
together_of (const SalonBookingPlan *plan, GError **error)
{
  g_autoptr (GArray) lines = g_array_sized_new (FALSE, TRUE, sizeof (SalonTogetherLine), plan->lines->len);

  for (guint i = 0; i < plan->lines->len; i++) {
    const SalonVisitLine *line = plan->lines->pdata[i];
    const SalonService *service = salon_booking_facts_service (plan->facts, line->service_id, error);
    SalonTogetherLine together = { .employee_id = line->employee_id, .room_id = line->room_id, .start = line->start_min };

    if (service == NULL)
      return NULL;
    salon_line_shape_of_visit_line (line, &together.shape);
    together.room_kind_id = service->room_kind_id;
    together.along = salon_service_goes_along (service);
    g_array_append_val (lines, together);
  }
  return g_steal_pointer (&lines);
}

static gboolean
joins_another (const Check *check, guint line, const SalonRoom *room)
{
  const SalonTogetherLine *lines = (const SalonTogetherLine *) (gconstpointer) check->together->data;

  return salon_together_joins (lines, check->together->len, line, room->room_kind_id);
}

static gboolean
place_room (const Check *check, guint index, SalonSlotPlacement *placement, GError **error)
{
  const SalonVisitLine *line = check->plan->lines->pdata[index];
  const SalonService *service = salon_booking_facts_service (check->plan->facts, line->service_id, error);
  const SalonRoom *room = NULL;
  SalonSlotRoom taken;

  if (line->room_id == 0)
    return TRUE;
  room = salon_booking_facts_room (check->plan->facts, line->room_id, error);
  if (service == NULL || room == NULL)
    return FALSE;
  taken = salon_diary_slot_room (check->diary, room);
  placement->room = line->room_id;
  placement->room_fits = service->room_kind_id == 0 || service->room_kind_id == room->room_kind_id
                         || joins_another (check, index, room);
  placement->room_capacity = taken.capacity;
  placement->room_cleanup = taken.cleanup;
  placement->room_busy = taken.busy;
  placement->n_room_busy = taken.n_busy;
  return TRUE;
}

static gboolean
check_needs_room (Check *check, const SalonVisitLine *line, GError **error)
{
  const SalonService *service = salon_booking_facts_service (check->plan->facts, line->service_id, error);

  if (service == NULL)
    return FALSE;
  if (line->room_id == 0 && service->room_kind_id != 0)
    take_sentence (check->warnings, salon_slot_text (&(SalonSlotWords){ .kind = SALON_SLOT_NO_ROOM, .service = service->name }));
  return TRUE;
}

/* The sentence about the employee names the room, too. */
static gboolean
is_said (const GArray *problems, const SalonSlotProblem *problem)
{
  for (guint i = 0; i < problems->len && problem->kind == SALON_SLOT_ROOM_BUSY; i++) {
    const SalonSlotProblem *other = &g_array_index (problems, SalonSlotProblem, i);

    if (other->kind == SALON_SLOT_EMPLOYEE_BUSY && other->other == problem->other)
      return TRUE;
  }
  return FALSE;
}

static gboolean
check_line (Check *check, guint index, GError **error)
{
  const SalonVisitLine *line = check->plan->lines->pdata[index];
  SalonSlotPlacement placement = { 0 };
  g_autoptr (GArray) problems = NULL;

  if (!place_line (check, line, &placement, error) || !place_room (check, index, &placement, error)
      || !check_needs_room (check, line, error))
    return FALSE;
  problems = salon_slots_check (&placement);
  for (guint i = 0; i < problems->len; i++) {
    const SalonSlotProblem *problem = &g_array_index (problems, SalonSlotProblem, i);
    char *sentence = NULL;

    if (is_said (problems, problem))
      continue;
    sentence = sentence_of (check, problem, line, error);
    if (sentence == NULL)
      return FALSE;
    take_sentence (salon_slot_problem_refuses (problem) ? check->clashes : check->warnings, sentence);
  }
  return TRUE;
}

/* One employee cannot do two lines of the visit at once. */
static gboolean
check_own_lines (Check *check, GError **error)
{
  const SalonBookingPlan *plan = check->plan;
  guint first = 0;
  guint second = 0;
  const SalonEmployee *employee = NULL;
  const SalonService *services[2] = { NULL };
  SalonSlotWords words;
  g_autofree char *name = NULL;

  if (!salon_visit_lines_clash (plan->lines, salon_booking_facts_settings (plan->facts)->buffers, &first, &second))
    return TRUE;
  employee = salon_booking_facts_employee (plan->facts, ((SalonVisitLine *) plan->lines->pdata[first])->employee_id, error);
  services[0] = salon_booking_facts_service (plan->facts, ((SalonVisitLine *) plan->lines->pdata[first])->service_id, error);
  services[1] = salon_booking_facts_service (plan->facts, ((SalonVisitLine *) plan->lines->pdata[second])->service_id, error);
  if (employee == NULL || services[0] == NULL || services[1] == NULL)
    return FALSE;
  name = salon_booking_facts_employee_name (employee);
  words = (SalonSlotWords){ .kind = SALON_SLOT_OWN_LINES,
                            .employee = name,
                            .service = services[0]->name,
                            .other_service = services[1]->name };
  take_sentence (check->clashes, salon_slot_text (&words));
  return TRUE;
}

static gboolean
check_pair (Check *check, guint a, guint b, GError **error)
{
  const SalonBookingPlan *plan = check->plan;
  SalonSlotWords words = { 0 };
  const SalonService *one = NULL;
  const SalonService *other = NULL;

  words.kind = salon_together_problem (&g_array_index (check->together, SalonTogetherLine, a),
                                       &g_array_index (check->together, SalonTogetherLine, b));
  if (words.kind == 0)
    return TRUE;
  one = salon_booking_facts_service (plan->facts, ((const SalonVisitLine *) plan->lines->pdata[a])->service_id, error);
  other = salon_booking_facts_service (plan->facts, ((const SalonVisitLine *) plan->lines->pdata[b])->service_id, error);
  if (one == NULL || other == NULL)
    return FALSE;
  words.service = one->name;
  words.other_service = other->name;
  take_sentence (check->warnings, salon_slot_text (&words));
  return TRUE;
}

static gboolean
check_pairs (Check *check, GError **error)
{
  for (guint i = 0; i < check->together->len; i++)
    for (guint k = i + 1; k < check->together->len; k++)
      if (!check_pair (check, i, k, error))
        return FALSE;
  return TRUE;
}

static gboolean
check_client_elsewhere (Check *check, GError **error)
{
  const SalonVisit *visit = check->plan->visit;
  g_autoptr (GArray) others = salon_visit_store_client_overlaps (check->tx, visit->client_id, visit->start_min,
                                                                 visit->end_min, salon_entity_get_id (visit), error);

  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++) {
    SalonDeskScope scope = { g_array_index (others, gint64, i), SALON_DAY_NONE, 0, FALSE };
    g_autoptr (GPtrArray) rows = salon_desk_store_visits (check->tx, &scope, error);
    const SalonDeskVisitRow *row = NULL;
    SalonSlotWords words = { .kind = SALON_SLOT_CLIENT_BUSY, .today = check->today };

    if (rows == NULL)
      return FALSE;
    if (rows->len == 0)
      continue;
    row = rows->pdata[0];
    words.from = row->start_min;
    words.to = row->end_min;
    take_sentence (check->warnings, salon_slot_text (&words));
  }
  return TRUE;
}

static gboolean
load_diary (Check *check, GError **error)
{
  const SalonBookingPlan *plan = check->plan;
  g_autoptr (GArray) employees = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rooms = g_ptr_array_new ();
  SalonDiaryScope scope = { plan->visit->start_min, plan->visit->end_min, employees, rooms, NULL };

  for (guint i = 0; i < plan->lines->len; i++) {
    const SalonVisitLine *line = plan->lines->pdata[i];
    SalonRoom *room = NULL;

    g_array_append_val (employees, line->employee_id);
    if (line->room_id == 0)
      continue;
    room = salon_booking_facts_room (plan->facts, line->room_id, error);
    if (room == NULL)
      return FALSE;
    g_ptr_array_add (rooms, room);
  }
  check->diary = salon_diary_load (check->tx, &scope, error);
  return check->diary != NULL;
}

static gboolean
find_problems (Check *check, GError **error)
{
  check->together = together_of (check->plan, error);
  if (check->together == NULL || !load_diary (check, error))
    return FALSE;
  for (guint i = 0; i < check->plan->lines->len; i++)
    if (!check_line (check, i, error))
      return FALSE;
  return check_own_lines (check, error) && check_pairs (check, error) && check_client_elsewhere (check, error);
}

/* ---- what follows */

static void
set_clash_error (Check *check, GError **error)
{
  g_autofree char *nearest = NULL;
  g_autofree char *text = NULL;

  if (!check->quietly) {
    nearest = salon_nearest_slots_text (check->tx, check->plan->visit, check->plan->lines, check->plan->facts, error);
    if (nearest == NULL)
      return;
    g_ptr_array_add (check->clashes, g_steal_pointer (&nearest));
  }
  text = join_sentences (check->clashes);
  g_set_error_literal (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH, text);
}

/* The reason stays with the visit as long as it is needed. */
static gboolean
decide_clash (Check *check, GError **error)
{
  SalonVisit *visit = check->plan->visit;
  g_autofree char *reason = NULL;

  g_clear_pointer (&visit->override_reason, g_free);
  if (check->clashes->len == 0)
    return TRUE;
  if (check->plan->override_reason != NULL)
    reason = salon_text_clean (check->plan->override_reason, MAX_REASON);
  if (reason == NULL || *reason == '\0') {
    set_clash_error (check, error);
    return FALSE;
  }
  if (!salon_permission_check (salon_tx_actor (check->tx), SALON_PERMISSION_BOOK_OVERRIDE, error))
    return FALSE;
  visit->override_reason = g_steal_pointer (&reason);
  return TRUE;
}

static gboolean
decide_warnings (Check *check, GError **error)
{
  g_autofree char *text = NULL;

  if (check->warnings->len == 0 || check->plan->accept_warnings)
    return TRUE;
  text = join_sentences (check->warnings);
  g_set_error_literal (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_WARNING, text);
  return FALSE;
}

static gboolean
check_plan (SalonTx *tx, const SalonBookingPlan *plan, gboolean quietly, GError **error)
{
  g_auto (Check) check = {
    .tx = tx,
    .plan = plan,
    .today = salon_clock_today (salon_tx_clock (tx)),
    .clashes = g_ptr_array_new_with_free_func (g_free),
    .warnings = g_ptr_array_new_with_free_func (g_free),
    .quietly = quietly,
  };

  return salon_validate_visit (plan->visit, plan->lines, error) && find_problems (&check, error)
         && decide_clash (&check, error) && decide_warnings (&check, error);
}

/**
 * salon_booking_check:
 * @plan: on success its visit has the reason of the override if there is a clash, else none
 * @error: %SALON_ERROR_VALIDATION with the field, %SALON_BOOKING_ERROR_CLASH with the three nearest
 *   free times, %SALON_BOOKING_ERROR_WARNING, or %SALON_ERROR_PERMISSION
 *
 * Returns: whether the visit may be written as it is
 */
gboolean
salon_booking_check (SalonTx *tx, const SalonBookingPlan *plan, GError **error)
{
  return check_plan (tx, plan, FALSE, error);
}

/**
 * salon_booking_check_quietly:
 *
 * As salon_booking_check(), but a clash does not tell the nearest free times: they are shown in another way.
 */
gboolean
salon_booking_check_quietly (SalonTx *tx, const SalonBookingPlan *plan, GError **error)
{
  return check_plan (tx, plan, TRUE, error);
}
