/* Whether a visit may go where it is dragged, answered from what the board knows.
 *
 * The same is checked when it is dropped, in the transaction that writes it; only that knows of visits on other days
 * and of changes made since the board was read. */
#include "model/rules/board.h"
#include "model/rules/slot-text.h"
#include "model/rules/together.h"
#include "model/rules/verbs.h"

#define MAX_WORK 720 /* minutes, of the only or first work of a line */
#define MAX_REST 480 /* of the work after a processing gap */

/* A line as it is to be. */
typedef struct {
  gint64 service_id;
  gint64 employee_id;
  gint64 room_id;
  gint64 start;
  SalonLineShape shape;
} Planned;

typedef struct {
  const SalonBoard *board;
  const SalonBoard *origin;     /* where the visit is taken from; knows what is not in use any more, too */
  const SalonBoardVisit *visit; /* NULL = a new one */
  gint64 client_id;
  GArray *lines;    /* Planned */
  GArray *together; /* SalonTogetherLine: the same as their neighbours see them */
  GArray *problems;
} Check;

static const SalonBoardService *
find_service (const Check *check, gint64 id)
{
  const SalonBoardService *service = salon_board_find_service (check->board, id);

  return service != NULL ? service : salon_board_find_service (check->origin, id);
}

static const SalonBoardRoom *
find_room (const Check *check, gint64 id)
{
  const SalonBoardRoom *room = salon_board_find_room (check->board, id);

  return room != NULL ? room : salon_board_find_room (check->origin, id);
}

static const SalonBoardEmployee *
find_employee (const Check *check, gint64 id)
{
  const SalonBoardEmployee *employee = salon_board_know_employee (check->board, id);

  return employee != NULL ? employee : salon_board_know_employee (check->origin, id);
}

static gint64
end_of (const Planned *line)
{
  return line->start + salon_line_length (&line->shape);
}

static SalonDay
day_of (gint64 minute)
{
  return (SalonDay) (minute / SALON_MINUTES_A_DAY - (minute % SALON_MINUTES_A_DAY < 0));
}

/* ---- the lines as they are to be */

static Planned
planned_of_line (const SalonBoardLine *line)
{
  return (Planned){ line->service_id, line->employee_id, line->room_id, line->start, line->shape };
}

static const SalonBoardLine *
taken_line (const SalonBoardVisit *visit, gint64 line_id)
{
  const SalonBoardLine *first = NULL;

  for (guint i = 0; i < visit->lines->len; i++) {
    const SalonBoardLine *line = visit->lines->pdata[i];

    if (line->line_id == line_id)
      return line;
    if (first == NULL || line->start < first->start)
      first = line;
  }
  return line_id == 0 ? first : NULL;
}

static void
plan_move (Check *check, const SalonBoardMove *move, const SalonBoardLine *taken)
{
  gint64 longer = move->minutes > 0 ? move->minutes - salon_line_last_work (&taken->shape) : 0;
  gint64 end = taken->start + salon_line_length (&taken->shape);

  for (guint i = 0; i < check->visit->lines->len; i++) {
    const SalonBoardLine *old = check->visit->lines->pdata[i];
    Planned line = planned_of_line (old);

    line.start += move->start - taken->start + (old->start >= end ? longer : 0);
    if (old == taken && move->minutes > 0)
      salon_line_set_work (&line.shape, move->minutes);
    if (move->employee_id != 0 && old->employee_id == taken->employee_id)
      line.employee_id = move->employee_id;
    if (move->room_id >= 0 && old->room_id == taken->room_id)
      line.room_id = move->room_id;
    g_array_append_val (check->lines, line);
  }
}

/* ---- time taken */

static SalonLineLayout
layout_of (const SalonBoard *board, const SalonBoardLine *line)
{
  const SalonBoardRoom *room = salon_board_find_room (board, line->room_id);
  SalonLineShape shape = line->shape;
  SalonLineLayout layout;

  shape.cleanup = room != NULL ? room->cleanup : 0;
  salon_line_layout (&shape, line->start, line->visit_id, &layout);
  return layout;
}

static GArray *
busy_of (const SalonBoard *board, SalonResourceKind kind, gint64 id)
{
  const SalonBoardRoom *room = kind == SALON_RESOURCE_ROOM ? salon_board_find_room (board, id) : NULL;
  GArray *busy = g_array_new (FALSE, FALSE, sizeof (SalonBusy));

  for (guint i = 0; i < board->visits->len; i++) {
    const SalonBoardVisit *visit = board->visits->pdata[i];

    for (guint k = 0; k < visit->lines->len && salon_visit_state_holds_time (visit->state); k++) {
      const SalonBoardLine *line = visit->lines->pdata[k];
      SalonLineLayout layout;

      if ((kind == SALON_RESOURCE_ROOM ? line->room_id : line->employee_id) != id)
        continue;
      layout = layout_of (board, line);
      if (kind == SALON_RESOURCE_ROOM)
        g_array_append_val (busy, layout.room);
      else
        g_array_append_vals (busy, layout.work, layout.n_work);
    }
  }
  for (guint i = 0; i < board->taken->len; i++) {
    const SalonBoardTaken *taken = &g_array_index (board->taken, SalonBoardTaken, i);

    if (taken->client_id == 0 && taken->kind == kind && taken->resource_id == id)
      g_array_append_val (busy, taken->busy);
  }
  return room != NULL && room->capacity > 1 ? salon_overlap_places (busy) : busy;
}

static gboolean
is_free (const Check *check, const SalonBoardRoom *room, const Planned *line)
{
  g_autoptr (GArray) busy = busy_of (check->board, SALON_RESOURCE_ROOM, room->id);
  SalonLineShape shape = line->shape;
  SalonLineLayout layout;

  shape.cleanup = room->cleanup;
  salon_line_layout (&shape, line->start, 0, &layout);
  return salon_overlap_find_room ((const SalonBusy *) (gconstpointer) busy->data, busy->len, room->capacity, &layout.room,
                                  check->board->buffer_rule)
         < 0;
}

/* As the booking does it when nobody names a room: the first of the kind that is free; if none is, the first. */
static gint64
choose_room (const Check *check, const SalonBoardService *service, const Planned *line)
{
  gint64 first = 0;

  for (guint i = 0; i < check->board->rooms->len; i++) {
    const SalonBoardRoom *room = check->board->rooms->pdata[i];

    if (room->archived || room->kind_id != service->room_kind_id)
      continue;
    if (is_free (check, room, line))
      return room->id;
    first = first == 0 ? room->id : first;
  }
  return first;
}

static void
plan_new (Check *check, const SalonBoardMove *move)
{
  const SalonBoardService *service = salon_board_find_service (check->board, move->service_id);
  Planned line = { move->service_id, move->employee_id, MAX (move->room_id, 0), move->start, { 0 } };

  if (service != NULL)
    line.shape = service->shape;
  if (move->minutes > 0)
    salon_line_set_work (&line.shape, move->minutes);
  if (move->room_id < 0 && service != NULL && service->room_kind_id != 0)
    line.room_id = choose_room (check, service, &line);
  g_array_append_val (check->lines, line);
}

/* ---- what speaks against it */

static void
add_problem (Check *check, SalonSlotProblemKind kind, gint64 other, gint64 from, gint64 to, const Planned *line)
{
  SalonSlotProblem problem = { kind, other, from, to, 0, 0, 0 };

  if (line != NULL) {
    problem.employee = line->employee_id;
    problem.room = line->room_id;
    problem.service = line->service_id;
  }
  g_array_append_val (check->problems, problem);
}

static gboolean
does_service (const SalonBoardEmployee *employee, gint64 service_id)
{
  for (guint i = 0; employee != NULL && i < employee->services->len; i++)
    if (g_array_index (employee->services, gint64, i) == service_id)
      return TRUE;
  return service_id == 0;
}

static gboolean
joins_another (const Check *check, guint index, const SalonBoardRoom *room)
{
  const SalonTogetherLine *lines = (const SalonTogetherLine *) (gconstpointer) check->together->data;

  return room != NULL && salon_together_joins (lines, check->together->len, index, room->kind_id);
}

static void
place_room (const Check *check, guint index, const GArray *busy, SalonSlotPlacement *placement)
{
  const Planned *line = &g_array_index (check->lines, Planned, index);
  const SalonBoardRoom *room = find_room (check, line->room_id);
  const SalonBoardService *service = find_service (check, line->service_id);

  placement->room = line->room_id;
  placement->room_fits =
      service == NULL || service->room_kind_id == 0 || (room != NULL && service->room_kind_id == room->kind_id)
      || joins_another (check, index, room);
  placement->room_capacity = room != NULL ? room->capacity : 1;
  placement->room_cleanup = room != NULL ? room->cleanup : 0;
  placement->room_busy = (const SalonBusy *) (gconstpointer) busy->data;
  placement->n_room_busy = busy->len;
}

/* What is said of the employee names the room, too. */
static gboolean
is_said (const GArray *problems, const SalonSlotProblem *problem)
{
  for (guint i = 0; i < problems->len; i++) {
    const SalonSlotProblem *other = &g_array_index (problems, SalonSlotProblem, i);

    if (problem->kind == SALON_SLOT_ROOM_BUSY && other->kind == SALON_SLOT_EMPLOYEE_BUSY && other->other == problem->other)
      return TRUE;
    if (other->kind == problem->kind && other->other == problem->other && other->from == problem->from
        && other->employee == problem->employee && other->service == problem->service)
      return TRUE;
  }
  return FALSE;
}

static void
check_slot (Check *check, guint index)
{
  const Planned *line = &g_array_index (check->lines, Planned, index);
  const SalonBoardEmployee *employee = find_employee (check, line->employee_id);
  g_autoptr (GArray) busy = busy_of (check->board, SALON_RESOURCE_EMPLOYEE, line->employee_id);
  g_autoptr (GArray) room_busy = busy_of (check->board, SALON_RESOURCE_ROOM, line->room_id);
  g_autoptr (GArray) problems = NULL;
  SalonSlotPlacement placement = {
    .shape = line->shape,
    .start = line->start,
    .visit = check->visit != NULL ? check->visit->visit_id : 0,
    .employee = line->employee_id,
    .does_service = does_service (employee, line->service_id),
    .employee_busy = (const SalonBusy *) (gconstpointer) busy->data,
    .n_employee_busy = busy->len,
    .buffer_rule = check->board->buffer_rule,
  };

  if (salon_board_know_employee (check->board, line->employee_id) != NULL) {
    placement.working = employee->times->working;
    placement.away = employee->times->away;
    placement.closed = employee->times->closed;
  }
  if (line->room_id != 0)
    place_room (check, index, room_busy, &placement);
  problems = salon_slots_check (&placement);
  for (guint i = 0; i < problems->len; i++) {
    SalonSlotProblem *problem = &g_array_index (problems, SalonSlotProblem, i);

    problem->service = line->service_id;
    if (!is_said (check->problems, problem))
      g_array_append_val (check->problems, *problem);
  }
}

static void
check_line (Check *check, guint index)
{
  const Planned *line = &g_array_index (check->lines, Planned, index);
  const SalonBoardService *service = find_service (check, line->service_id);

  check_slot (check, index);
  if (line->room_id == 0 && service != NULL && service->room_kind_id != 0)
    add_problem (check, SALON_SLOT_NO_ROOM, 0, line->start, end_of (line), line);
}

static gboolean
is_possible (const SalonLineShape *shape)
{
  return shape->work1 >= SALON_LINE_LEAST_WORK && shape->work1 <= MAX_WORK && shape->work2 >= 0 && shape->work2 <= MAX_REST
         && salon_line_length (shape) <= SALON_MINUTES_A_DAY;
}

static void
check_length (Check *check)
{
  gint64 start = G_MAXINT64;
  gint64 end = G_MININT64;
  gboolean possible = TRUE;

  for (guint i = 0; i < check->lines->len; i++) {
    const Planned *line = &g_array_index (check->lines, Planned, i);

    start = MIN (start, line->start);
    end = MAX (end, end_of (line));
    possible = possible && is_possible (&line->shape);
  }
  if (!possible || end - start > SALON_MINUTES_A_DAY)
    add_problem (check, SALON_SLOT_TOO_LONG, 0, start, end, NULL);
}

static void
build_together (Check *check)
{
  for (guint i = 0; i < check->lines->len; i++) {
    const Planned *line = &g_array_index (check->lines, Planned, i);
    const SalonBoardService *service = find_service (check, line->service_id);
    SalonTogetherLine together = { .employee_id = line->employee_id,
                                   .room_id = line->room_id,
                                   .room_kind_id = service != NULL ? service->room_kind_id : 0,
                                   .start = line->start,
                                   .shape = line->shape,
                                   .along = service != NULL && service->parallel };

    g_array_append_val (check->together, together);
  }
}

/* The first two that one employee would have to do at once. */
static void
check_own_lines (Check *check)
{
  for (guint i = 0; i < check->lines->len; i++)
    for (guint k = i + 1; k < check->lines->len; k++) {
      const Planned *one = &g_array_index (check->lines, Planned, i);
      const Planned *other = &g_array_index (check->lines, Planned, k);

      if (!salon_together_clash (&g_array_index (check->together, SalonTogetherLine, i),
                                 &g_array_index (check->together, SalonTogetherLine, k), check->board->buffer_rule))
        continue;
      add_problem (check, SALON_SLOT_OWN_LINES, other->service_id, MAX (one->start, other->start),
                   MIN (end_of (one), end_of (other)), one);
      return;
    }
}

static void
check_pairs (Check *check)
{
  for (guint i = 0; i < check->lines->len; i++)
    for (guint k = i + 1; k < check->lines->len; k++) {
      const Planned *line = &g_array_index (check->lines, Planned, i);
      SalonSlotProblemKind kind = salon_together_problem (&g_array_index (check->together, SalonTogetherLine, i),
                                                          &g_array_index (check->together, SalonTogetherLine, k));

      if (kind != 0)
        add_problem (check, kind, g_array_index (check->lines, Planned, k).service_id, line->start, end_of (line), line);
    }
}

/* Her visits that may not be seen. */
static void
check_client_taken (Check *check, gint64 start, gint64 end)
{
  for (guint i = 0; i < check->board->taken->len; i++) {
    const SalonBoardTaken *taken = &g_array_index (check->board->taken, SalonBoardTaken, i);

    if (taken->client_id == check->client_id && taken->busy.from < end && start < taken->busy.to)
      add_problem (check, SALON_SLOT_CLIENT_BUSY, taken->busy.id, taken->busy.from, taken->busy.to, NULL);
  }
}

static void
check_client (Check *check)
{
  gint64 start = G_MAXINT64;
  gint64 end = G_MININT64;

  for (guint i = 0; i < check->lines->len; i++) {
    start = MIN (start, g_array_index (check->lines, Planned, i).start);
    end = MAX (end, end_of (&g_array_index (check->lines, Planned, i)));
  }
  for (guint i = 0; i < check->board->visits->len && check->client_id != 0; i++) {
    const SalonBoardVisit *visit = check->board->visits->pdata[i];
    gint64 from = G_MAXINT64;
    gint64 to = G_MININT64;

    if ((check->visit != NULL && visit->visit_id == check->visit->visit_id) || visit->client_id != check->client_id || !salon_visit_state_holds_time (visit->state))
      continue;
    for (guint k = 0; k < visit->lines->len; k++) {
      Planned line = planned_of_line (visit->lines->pdata[k]);

      from = MIN (from, line.start);
      to = MAX (to, end_of (&line));
    }
    if (from < end && start < to)
      add_problem (check, SALON_SLOT_CLIENT_BUSY, visit->visit_id, from, to, NULL);
  }
  if (check->client_id != 0)
    check_client_taken (check, start, end);
}

static void
check_times (Check *check)
{
  for (guint i = 0; i < check->lines->len; i++) {
    const Planned *line = &g_array_index (check->lines, Planned, i);
    guint at = salon_intervals_find (check->board->jumps, line->start);

    if (salon_intervals_meet (check->board->jumps, line->start, line->start + 1))
      add_problem (check, SALON_SLOT_NO_SUCH_TIME, 0, line->start, g_array_index (check->board->jumps, SalonInterval, at).to,
                   line);
  }
}

/* Who and where somebody names must be in use, also if it is as it was. */
static void
check_target (Check *check, const SalonBoardMove *move, gint64 start)
{
  const SalonBoardEmployee *employee = find_employee (check, move->employee_id);
  const SalonBoardRoom *room = move->room_id > 0 ? find_room (check, move->room_id) : NULL;

  if (employee != NULL && !employee->bookable)
    add_problem (check, SALON_SLOT_NO_BOOKINGS, employee->id, start, start, &(Planned){ .employee_id = employee->id });
  if (room != NULL && room->archived)
    add_problem (check, SALON_SLOT_ROOM_NOT_IN_USE, room->id, start, start, &(Planned){ .room_id = room->id });
}

static void
check_forbidden (Check *check, const SalonBoardMove *move, gint64 distance)
{
  gint64 start = g_array_index (check->lines, Planned, 0).start;

  for (guint i = 1; i < check->lines->len; i++)
    start = MIN (start, g_array_index (check->lines, Planned, i).start);
  if (check->visit != NULL && !salon_visit_state_is_open (check->visit->state))
    add_problem (check, SALON_SLOT_VISIT_OVER, check->visit->visit_id, start, start, NULL);
  else if (check->visit != NULL && distance != 0 && salon_visit_state_counts (check->visit->state)
           && day_of (start) > check->board->today)
    add_problem (check, SALON_SLOT_CLIENT_HERE, check->visit->visit_id, start, start, NULL);
  check_target (check, move, start);
  if (check->visit == NULL || distance != 0)
    check_times (check);
  if (move->minutes > 0 && move->minutes < SALON_LINE_LEAST_WORK)
    add_problem (check, SALON_SLOT_TOO_SHORT, 0, start, start + move->minutes, NULL);
  else
    check_length (check);
}

static int
rank_of (const SalonSlotProblem *problem)
{
  if (salon_slot_problem_forbids (problem))
    return 0;
  return salon_slot_problem_refuses (problem) ? 1 : 2;
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const SalonSlotProblem *one = a;
  const SalonSlotProblem *other = b;

  if (rank_of (one) != rank_of (other))
    return rank_of (one) - rank_of (other);
  if (one->kind != other->kind)
    return (int) one->kind - (int) other->kind;
  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return (one->other > other->other) - (one->other < other->other);
}

static gboolean
is_where_it_was (const SalonBoardMove *move, const SalonBoardLine *taken)
{
  return move->start == taken->start && (move->employee_id == 0 || move->employee_id == taken->employee_id)
         && (move->room_id < 0 || move->room_id == taken->room_id)
         && (move->minutes == 0 || move->minutes == salon_line_last_work (&taken->shape));
}

static void
find_problems (Check *check, const SalonBoardMove *move, gint64 distance)
{
  build_together (check);
  check_forbidden (check, move, distance);
  for (guint i = 0; i < check->lines->len; i++)
    check_line (check, i);
  check_own_lines (check);
  check_pairs (check);
  check_client (check);
  g_array_sort (check->problems, compare_problems);
}

/**
 * salon_board_check_from:
 * @self: of the days to which it is moved
 * @origin: on which its visit and line are; may be @self
 * @move: where it is about to go
 *
 * A visit that stays where it is has no problems, be it overbooked, unless it is over: nothing is written then.
 *
 * Returns: (transfer full) (element-type SalonSlotProblem): all that speaks against it: what forbids it, what refuses
 *   it, warnings; empty if nothing does
 */
GArray *
salon_board_check_from (const SalonBoard *self, const SalonBoard *origin, const SalonBoardMove *move)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Planned));
  g_autoptr (GArray) together = g_array_new (FALSE, FALSE, sizeof (SalonTogetherLine));
  GArray *problems = g_array_new (FALSE, FALSE, sizeof (SalonSlotProblem));
  Check check = { self, origin, salon_board_find_visit (origin, move->visit_id), move->client_id, lines, together, problems };
  const SalonBoardLine *taken = check.visit != NULL ? taken_line (check.visit, move->line_id) : NULL;

  if (move->visit_id != 0 && taken == NULL)
    return problems;
  if (taken == NULL) {
    plan_new (&check, move);
    find_problems (&check, move, 0);
    return problems;
  }
  if (is_where_it_was (move, taken) && salon_visit_state_is_open (check.visit->state)) {
    check_target (&check, move, taken->start);
    return problems;
  }
  check.client_id = check.visit->client_id;
  plan_move (&check, move, taken);
  find_problems (&check, move, move->start - taken->start);
  return problems;
}

/**
 * salon_board_check:
 * @move: its visit and line are on the board
 *
 * Returns: (transfer full) (element-type SalonSlotProblem): as salon_board_check_from()
 */
GArray *
salon_board_check (const SalonBoard *self, const SalonBoardMove *move)
{
  return salon_board_check_from (self, self, move);
}

/* ---- sentences */

/* What of the visit in the way lies with that employee, or in that room.  Of one that may not be seen nothing is told. */
static void
tell_other (const SalonBoard *self, const SalonSlotProblem *problem, SalonSlotWords *words)
{
  const SalonBoardVisit *visit = salon_board_find_visit (self, problem->other);
  gboolean is_room = problem->kind == SALON_SLOT_ROOM_BUSY;
  const SalonBoardLine *first = NULL;

  for (guint i = 0; visit != NULL && i < visit->lines->len; i++) {
    const SalonBoardLine *line = visit->lines->pdata[i];
    gint64 end = line->start + salon_line_length (&line->shape);

    if ((is_room ? line->room_id : line->employee_id) != (is_room ? problem->room : problem->employee))
      continue;
    words->from = first == NULL ? line->start : MIN (words->from, line->start);
    words->to = first == NULL ? end : MAX (words->to, end);
    first = first == NULL ? line : first;
  }
  if (first == NULL)
    return;
  words->client = visit->client;
  if (is_room)
    words->employee = salon_board_know_employee (self, first->employee_id) != NULL
                          ? salon_board_know_employee (self, first->employee_id)->name
                          : "–";
  if (!is_room)
    words->room = first->room_id != 0 && salon_board_find_room (self, first->room_id) != NULL
                      ? salon_board_find_room (self, first->room_id)->name
                      : NULL;
}

/**
 * salon_board_problem_text:
 * @problem: from salon_board_check()
 *
 * Returns: (transfer full): a whole sentence with names and times, the same that is said when it is dropped
 */
char *
salon_board_problem_text (const SalonBoard *self, const SalonSlotProblem *problem)
{
  const SalonBoardEmployee *employee = salon_board_know_employee (self, problem->employee);
  const SalonBoardRoom *room = salon_board_find_room (self, problem->room);
  const SalonBoardService *service = salon_board_find_service (self, problem->service);
  const SalonBoardService *other = NULL;
  SalonSlotWords words = { .kind = problem->kind, .from = problem->from, .to = problem->to, .today = self->today };

  words.employee = employee != NULL ? employee->name : "";
  words.room = room != NULL ? room->name : NULL;
  words.service = service != NULL ? service->name : "";
  if (problem->kind == SALON_SLOT_EMPLOYEE_BUSY || problem->kind == SALON_SLOT_ROOM_BUSY)
    tell_other (self, problem, &words);
  if (problem->kind == SALON_SLOT_OWN_LINES || problem->kind == SALON_SLOT_NOT_TOGETHER || problem->kind == SALON_SLOT_TWO_ROOMS)
    other = salon_board_find_service (self, problem->other);
  words.other_service = other != NULL ? other->name : words.service;
  return salon_slot_text (&words);
}
