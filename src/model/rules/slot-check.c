/* What speaks against one given placement.
 *
 * A clash of the employee or the room is refused (an override needs the right and a reason).  Outside the shift,
 * absence, holiday, an employee who does not do the service, the wrong kind of room, the same client twice at once:
 * warnings that one key accepts. */
#include "model/rules/slot-check.h"

static void
add_problem (GArray *problems, SalonSlotProblemKind kind, gint64 other, gint64 from, gint64 to)
{
  SalonSlotProblem problem = { .kind = kind, .other = other, .from = from, .to = to };

  g_array_append_val (problems, problem);
}

/* A visit of several lines is named once. */
static void
add_clash (GArray *problems, SalonSlotProblemKind kind, const SalonBusy *busy)
{
  for (guint i = 0; i < problems->len; i++) {
    SalonSlotProblem *problem = &g_array_index (problems, SalonSlotProblem, i);

    if (problem->kind != kind || problem->other != busy->id)
      continue;
    problem->from = MIN (problem->from, busy->from);
    problem->to = MAX (problem->to, busy->to);
    return;
  }
  add_problem (problems, kind, busy->id, busy->from, busy->to);
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const SalonSlotProblem *one = a;
  const SalonSlotProblem *other = b;

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return (one->other > other->other) - (one->other < other->other);
}

static gboolean
is_own (const SalonSlotPlacement *placement, const SalonBusy *busy)
{
  return placement->visit != 0 && busy->id == placement->visit;
}

static void
check_employee_busy (const SalonSlotPlacement *placement, const SalonLineLayout *layout, GArray *problems)
{
  for (guint i = 0; i < placement->n_employee_busy; i++) {
    const SalonBusy *busy = &placement->employee_busy[i];

    if (is_own (placement, busy))
      continue;
    for (guint part = 0; part < layout->n_work; part++)
      if (salon_overlap_clash (busy, &layout->work[part], placement->buffer_rule)) {
        add_clash (problems, SALON_SLOT_EMPLOYEE_BUSY, busy);
        break;
      }
  }
}

/* In a room for several all those are named who fill it at a time that is wanted. */
static void
check_room_busy (const SalonSlotPlacement *placement, const SalonLineLayout *layout, GArray *problems)
{
  g_autoptr (GArray) full = NULL;
  SalonBusy wanted = layout->room;

  wanted.after += placement->room_cleanup;
  if (placement->room_capacity > 1)
    full = salon_overlap_full (placement->room_busy, placement->n_room_busy, placement->room_capacity,
                               placement->visit);
  for (guint i = 0; i < placement->n_room_busy; i++) {
    const SalonBusy *busy = &placement->room_busy[i];
    gboolean clash = FALSE;

    if (is_own (placement, busy))
      continue;
    if (full == NULL)
      clash = salon_overlap_clash (busy, &wanted, placement->buffer_rule);
    else
      clash = salon_intervals_meet (full, MAX (busy->from - busy->before, wanted.from - wanted.before),
                                    MIN (busy->to + busy->after, wanted.to + wanted.after));
    if (clash)
      add_clash (problems, SALON_SLOT_ROOM_BUSY, busy);
  }
}

/* Returns: whether any working part meets @set; tells it once, with the first minutes in common */
static gboolean
check_set (const SalonLineLayout *layout,
           const GArray *set,
           SalonSlotProblemKind kind,
           gint64 other,
           GArray *problems)
{
  for (guint part = 0; set != NULL && part < layout->n_work; part++) {
    const SalonBusy *work = &layout->work[part];
    const SalonInterval *met = NULL;

    if (!salon_intervals_meet (set, work->from, work->to))
      continue;
    met = &g_array_index (set, SalonInterval, salon_intervals_find (set, work->from));
    add_problem (problems, kind, other, MAX (met->from, work->from), MIN (met->to, work->to));
    return TRUE;
  }
  return FALSE;
}

static void
check_shift (const SalonSlotPlacement *placement, const SalonLineLayout *layout, GArray *problems)
{
  if (placement->working == NULL)
    return;
  for (guint part = 0; part < layout->n_work; part++) {
    const SalonBusy *work = &layout->work[part];

    if (salon_intervals_contain (placement->working, work->from, work->to))
      continue;
    add_problem (problems, SALON_SLOT_OUTSIDE_SHIFT, placement->employee, work->from, work->to);
    return;
  }
}

static void
check_employee (const SalonSlotPlacement *placement, const SalonLineLayout *layout, GArray *problems)
{
  gboolean explained = FALSE;

  check_employee_busy (placement, layout, problems);
  if (check_set (layout, placement->closed, SALON_SLOT_HOLIDAY, 0, problems))
    explained = TRUE;
  if (check_set (layout, placement->away, SALON_SLOT_ABSENCE, placement->employee, problems))
    explained = TRUE;
  if (!explained)
    check_shift (placement, layout, problems);
  if (!placement->does_service)
    add_problem (problems, SALON_SLOT_NOT_SKILLED, placement->employee, layout->start, layout->end);
}

/**
 * salon_slots_check:
 *
 * Outside the shift is not told besides a holiday or an absence, which explain it.
 *
 * Returns: (transfer full) (element-type SalonSlotProblem): all that speaks against it, refusals first, then by
 *   minute; empty if nothing does
 */
GArray *
salon_slots_check (const SalonSlotPlacement *placement)
{
  GArray *problems = g_array_new (FALSE, FALSE, sizeof (SalonSlotProblem));
  SalonLineLayout layout = { 0 };

  salon_line_layout (&placement->shape, placement->start, placement->visit, &layout);
  if (placement->employee != 0)
    check_employee (placement, &layout, problems);
  else
    check_set (&layout, placement->closed, SALON_SLOT_HOLIDAY, 0, problems);
  if (placement->room != 0) {
    check_room_busy (placement, &layout, problems);
    if (!placement->room_fits)
      add_problem (problems, SALON_SLOT_WRONG_ROOM_KIND, placement->room, layout.start, layout.end);
  }
  for (guint i = 0; i < placement->n_client_busy; i++) {
    const SalonBusy *busy = &placement->client_busy[i];

    if (!is_own (placement, busy) && busy->from < layout.end && layout.start < busy->to)
      add_clash (problems, SALON_SLOT_CLIENT_BUSY, busy);
  }
  for (guint i = 0; i < problems->len; i++) {
    g_array_index (problems, SalonSlotProblem, i).employee = placement->employee;
    g_array_index (problems, SalonSlotProblem, i).room = placement->room;
  }
  g_array_sort (problems, compare_problems);
  return problems;
}

/**
 * salon_slot_problem_refuses:
 *
 * Returns: whether it needs an override with a reason; a warning needs one key
 */
gboolean
salon_slot_problem_refuses (const SalonSlotProblem *problem)
{
  return problem->kind == SALON_SLOT_EMPLOYEE_BUSY || problem->kind == SALON_SLOT_ROOM_BUSY
         || problem->kind == SALON_SLOT_OWN_LINES;
}

/**
 * salon_slot_problem_forbids:
 *
 * Returns: whether nothing helps against it
 */
gboolean
salon_slot_problem_forbids (const SalonSlotProblem *problem)
{
  return problem->kind >= SALON_SLOT_NO_SUCH_TIME;
}

/**
 * salon_slot_problems_refuse:
 * @problems: (element-type SalonSlotProblem): from salon_slots_check()
 *
 * Returns: whether one of them refuses
 */
gboolean
salon_slot_problems_refuse (const GArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    if (salon_slot_problem_refuses (&g_array_index (problems, SalonSlotProblem, i)))
      return TRUE;
  return FALSE;
}

/**
 * salon_slot_problems_forbid:
 * @problems: (element-type SalonSlotProblem):
 *
 * Returns: whether one of them forbids
 */
gboolean
salon_slot_problems_forbid (const GArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    if (salon_slot_problem_forbids (&g_array_index (problems, SalonSlotProblem, i)))
      return TRUE;
  return FALSE;
}
