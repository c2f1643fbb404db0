/* For every minute at which the visit may begin, the best arrangement is searched: which task is next, who does it, in
 * which room.  Each task begins as soon as it can, which is as good as any later start: nothing that follows could begin
 * earlier.  What cannot be better than the best found so far is not looked at further.
 *
 * When a task may begin with whom and where is known beforehand (slot-starts), so that trying one is a look into a set. */
#include "model/rules/visit-solver.h"

#include <string.h>

#define MINUTES_A_DAY 1440
#define MOST_ROOMS    64
#define MOST_NODES    4000 /* arrangements begun for one start; more there are only with many who can do the same */

/* Somebody who may do a task: when she is free, and when she is and a room is for each line, too. */
typedef struct {
  gint64 id;
  int position;
  gboolean preferred;
  GArray *free;
  GArray *starts;
} Master;

typedef struct {
  const SalonSolverTask *task;
  SalonStartsScope scope;
  int length;
  gboolean has_room;
  GArray *masters;                     /* of Master, best first */
  GArray *rooms[SALON_SLOT_MAX_LINES]; /* of SalonStarter, best first; NULL if none is needed */
  GArray *starts;                      /* with anybody, anywhere */
  GArray *anybody;                     /* with anybody, also where there is no room of its own kind */
  GArray *whole[MOST_ROOMS];           /* when all its lines can be done in that room; made when needed */
  guint before;                        /* the tasks that must have begun before it, as bits */
  guint beside;                        /* the tasks that may be done at the same time, as bits */
  int least_others;
  int least_position;
} Unit;

#define ROOM_NONE  0  /* it needs none */
#define ROOM_MIXED -1 /* its lines are in different rooms: nobody can join */

typedef struct {
  guint unit;
  const Master *master;
  gint64 start;
  gint64 end;
  gint64 room;
  gint64 rooms[SALON_SLOT_MAX_LINES];
} Placed;

typedef struct {
  const SalonSolverQuery *query;
  Unit units[SALON_SOLVER_MAX_TASKS];
  const SalonSlotRoom *rooms[MOST_ROOMS];
  guint n_rooms;
  int shortest; /* no visit is shorter */
  int most_distance; /* between two tasks of one employee */

  /* the start that is looked at */
  gint64 start;
  gint64 deadline; /* the client has to be somewhere else then */
  guint nodes;
  Placed placed[SALON_SOLVER_MAX_TASKS];
  guint n_placed;
  guint used; /* as bits */
  guint n_together;
  SalonSolverCost cost; /* of what is placed */
  SalonSolverProposal best;
  gboolean found;

  /* over all starts */
  GArray *pending; /* of SalonSolverProposal: what a later start may still beat, best first */
  GArray *proposals;
  gint64 newest; /* the latest start that was decided on */
} Search;

static void try_next (Search *search);

/**
 * salon_solver_cost_compare:
 *
 * Returns: < 0 if @a is better
 */
int
salon_solver_cost_compare (const SalonSolverCost *a, const SalonSolverCost *b)
{
  if (a->end != b->end)
    return a->end < b->end ? -1 : 1;
  if (a->waiting != b->waiting)
    return a->waiting < b->waiting ? -1 : 1;
  if (a->others != b->others)
    return a->others < b->others ? -1 : 1;
  return (a->positions > b->positions) - (a->positions < b->positions);
}

/**
 * salon_solver_may_overlap:
 *
 * Returns: whether two employees may work at the client at the same time with these
 */
gboolean
salon_solver_may_overlap (const SalonSolverTask *a, const SalonSolverTask *b)
{
  return a->parallel && b->parallel && (a->zone == 0 || a->zone != b->zone);
}

/* ---- what is known beforehand */

static void
master_clear (gpointer data)
{
  g_array_unref (((Master *) data)->free);
  g_array_unref (((Master *) data)->starts);
}

/* When there is a room for each line. */
static GArray *
find_rooms (Search *search, Unit *unit)
{
  GArray *starts = salon_intervals_new ();

  salon_intervals_add (starts, unit->scope.earliest, unit->scope.end);
  for (guint line = 0; line < unit->task->n_lines; line++) {
    g_autoptr (GArray) before = starts;
    g_autoptr (GArray) somewhere = NULL;

    unit->rooms[line] = salon_starters_of_rooms (&unit->scope, line, search->query->preferred_room);
    somewhere = unit->rooms[line] != NULL ? salon_starters_union (unit->rooms[line]) : g_array_ref (starts);
    unit->has_room |= unit->rooms[line] != NULL;
    starts = salon_intervals_intersect (before, somewhere);
  }
  return starts;
}

static void
find_masters (Search *search, Unit *unit, const GArray *somewhere)
{
  g_autoptr (GArray) starters = salon_starters_of_employees (&unit->scope, unit->task->employees, unit->task->n_employees,
                                                             search->query->preferred_employee);

  unit->masters = g_array_sized_new (FALSE, FALSE, sizeof (Master), starters->len);
  g_array_set_clear_func (unit->masters, master_clear);
  unit->starts = salon_intervals_new ();
  unit->anybody = salon_starters_union (starters);
  unit->least_others = search->query->preferred_employee != 0;
  unit->least_position = G_MAXINT;
  for (guint i = 0; i < starters->len; i++) {
    const SalonStarter *starter = &g_array_index (starters, SalonStarter, i);
    Master master = { starter->id, starter->position, starter->preferred, g_array_ref (starter->starts),
                      salon_intervals_intersect (starter->starts, somewhere) };

    g_array_append_val (unit->masters, master);
    g_array_append_vals (unit->starts, master.starts->data, master.starts->len);
    unit->least_position = MIN (unit->least_position, master.position);
    if (master.preferred)
      unit->least_others = 0;
  }
  salon_intervals_normalize (unit->starts);
}

static void
note_rooms (Search *search, const SalonSolverTask *task)
{
  for (guint line = 0; line < task->n_lines; line++)
    for (guint i = 0; task->lines[line].needs_room && i < task->lines[line].n_rooms; i++) {
      const SalonSlotRoom *room = &task->lines[line].rooms[i];
      guint k = 0;

      while (k < search->n_rooms && search->rooms[k]->id != room->id)
        k++;
      if (k == search->n_rooms && k < MOST_ROOMS)
        search->rooms[search->n_rooms++] = room;
    }
}

static void
find_neighbours (Search *search, guint index)
{
  Unit *unit = &search->units[index];

  for (guint i = 0; i < search->query->n_tasks; i++) {
    if (i < index && unit->task->zone != 0 && unit->task->zone == search->query->tasks[i].zone)
      unit->before |= 1u << i;
    if (i != index && search->query->wish != SALON_SOLVER_CHAIN
        && salon_solver_may_overlap (unit->task, &search->query->tasks[i]))
      unit->beside |= 1u << i;
  }
}

static void
prepare_unit (Search *search, guint index, gint64 horizon)
{
  const SalonSolverQuery *query = search->query;
  Unit *unit = &search->units[index];
  g_autoptr (GArray) somewhere = NULL;

  unit->task = &query->tasks[index];
  unit->scope = (SalonStartsScope){
    unit->task->lines, unit->task->n_lines, query->buffer_rule, query->ignore_visit, query->earliest, horizon,
  };
  somewhere = find_rooms (search, unit);
  find_masters (search, unit, somewhere);
  find_neighbours (search, index);
}

static int
task_length (const SalonSolverTask *task)
{
  const SalonSlotLine *last = &task->lines[task->n_lines - 1];

  return last->offset + salon_line_length (&last->shape);
}

/**
 * salon_solver_reach:
 * @tasks: (array length=n_tasks): their rooms and employees are not looked at
 *
 * Between two tasks there is the waiting and, if one employee does both, what their buffers keep free.
 *
 * Returns: minutes; no arrangement takes longer
 */
int
salon_solver_reach (const SalonSolverTask *tasks, guint n_tasks, int most_waiting)
{
  int minutes = most_waiting;

  if (n_tasks == 1)
    return task_length (&tasks[0]);
  for (guint i = 0; i < n_tasks; i++)
    minutes += task_length (&tasks[i]) + tasks[i].lines[0].shape.buffer_before
               + tasks[i].lines[tasks[i].n_lines - 1].shape.buffer_after;
  return minutes;
}

/* How far tasks may lie behind the last start. */
static int
spread (const SalonSolverQuery *query)
{
  return query->n_tasks > 1 ? salon_solver_reach (query->tasks, query->n_tasks, query->most_waiting) : 0;
}

static void
search_begin (Search *search, const SalonSolverQuery *query)
{
  gint64 horizon = query->end + spread (query);
  int before = 0;
  int after = 0;

  *search = (Search){ .query = query, .newest = G_MININT64 };
  search->pending = g_array_new (FALSE, FALSE, sizeof (SalonSolverProposal));
  search->proposals = g_array_new (FALSE, FALSE, sizeof (SalonSolverProposal));
  for (guint i = 0; i < query->n_tasks; i++) {
    const SalonSolverTask *task = &query->tasks[i];
    int length = task_length (task);

    before = MAX (before, task->lines[0].shape.buffer_before);
    after = MAX (after, task->lines[task->n_lines - 1].shape.buffer_after);
    search->units[i].length = length;
    search->shortest = query->wish == SALON_SOLVER_CHAIN ? search->shortest + length : MAX (search->shortest, length);
    note_rooms (search, &query->tasks[i]);
  }
  search->most_distance = before + after;
  for (guint i = 0; i < query->n_tasks; i++)
    prepare_unit (search, i, horizon);
}

static void
search_end (Search *search)
{
  for (guint i = 0; i < search->query->n_tasks; i++) {
    Unit *unit = &search->units[i];

    g_array_unref (unit->masters);
    g_array_unref (unit->starts);
    g_array_unref (unit->anybody);
    for (guint line = 0; line < unit->task->n_lines; line++)
      g_clear_pointer (&unit->rooms[line], g_array_unref);
    for (guint room = 0; room < search->n_rooms; room++)
      g_clear_pointer (&unit->whole[room], g_array_unref);
  }
  g_array_unref (search->pending);
}

/* When all lines of the task that need a room can be done in this one, of whatever kind it is. */
static const GArray *
whole_in (Search *search, Unit *unit, gint64 room_id)
{
  guint index = 0;

  while (index < search->n_rooms && search->rooms[index]->id != room_id)
    index++;
  g_return_val_if_fail (index < search->n_rooms, unit->starts);
  if (unit->whole[index] != NULL)
    return unit->whole[index];
  unit->whole[index] = salon_intervals_new ();
  salon_intervals_add (unit->whole[index], unit->scope.earliest, unit->scope.end);
  for (guint line = 0; line < unit->task->n_lines; line++) {
    g_autoptr (GArray) before = NULL;
    g_autoptr (GArray) starts = NULL;

    if (!unit->task->lines[line].needs_room)
      continue;
    before = unit->whole[index];
    starts = salon_starts_of_room (&unit->scope, line, search->rooms[index]);
    unit->whole[index] = salon_intervals_intersect (before, starts);
  }
  return unit->whole[index];
}

static gint64
next_common (const GArray *a, const GArray *b, gint64 minute)
{
  gint64 other = G_MININT64;

  while (minute != G_MAXINT64 && minute != other) {
    other = salon_starts_next (a, minute, 1);
    minute = other != G_MAXINT64 ? salon_starts_next (b, other, 1) : G_MAXINT64;
  }
  return minute;
}

/* ---- one start */

/* What the rest cannot be better than. */
static SalonSolverCost
least_cost (const Search *search)
{
  SalonSolverCost cost = search->cost;
  gint64 begun = search->placed[search->n_placed - 1].start;
  int longest = 0;
  int sum = 0;

  for (guint i = 0; i < search->query->n_tasks; i++) {
    const Unit *unit = &search->units[i];

    if ((search->used & 1u << i) != 0)
      continue;
    longest = MAX (longest, unit->length);
    sum += unit->length;
    cost.others += unit->least_others;
    cost.positions += unit->least_position;
  }
  if (search->query->wish == SALON_SOLVER_CHAIN)
    cost.end += sum;
  else
    cost.end = MAX (cost.end, begun + longest);
  return cost;
}

static void
take_best (Search *search)
{
  SalonSolverProposal *best = &search->best;

  if (search->query->wish == SALON_SOLVER_PARALLEL && search->n_together == 0 && search->query->n_tasks > 1)
    return;
  search->found = TRUE;
  best->start = search->start;
  best->cost = search->cost;
  best->n_places = search->n_placed;
  for (guint i = 0; i < search->n_placed; i++) {
    const Placed *placed = &search->placed[i];

    best->places[i] = (SalonSolverPlace){ placed->unit, placed->start, placed->end, placed->master->id, { 0 } };
    memcpy (best->places[i].rooms, placed->rooms, sizeof placed->rooms);
  }
}

/* Places one task more, looks at what can follow, and takes it away again. */
static void
go_on_with (Search *search, const Placed *placed, int waiting, gboolean together)
{
  const SalonSolverCost before = search->cost;
  SalonSolverCost least;

  search->placed[search->n_placed++] = *placed;
  search->used |= 1u << placed->unit;
  search->n_together += together ? 1 : 0;
  search->cost.end = MAX (before.end, placed->end);
  search->cost.waiting += waiting;
  search->cost.others += search->query->preferred_employee != 0 && !placed->master->preferred;
  search->cost.positions += placed->master->position;
  least = least_cost (search);
  if (!search->found || salon_solver_cost_compare (&least, &search->best.cost) < 0) {
    if (search->n_placed == search->query->n_tasks)
      take_best (search);
    else
      try_next (search);
  }
  search->cost = before;
  search->n_together -= together ? 1 : 0;
  search->used &= ~(1u << placed->unit);
  search->n_placed--;
}

static gboolean
is_free_for (const Unit *unit, gint64 room, gint64 start)
{
  for (guint line = 0; line < unit->task->n_lines; line++) {
    gboolean is_free = unit->rooms[line] == NULL;

    for (guint i = 0; !is_free && i < unit->rooms[line]->len; i++) {
      const SalonStarter *starter = &g_array_index (unit->rooms[line], SalonStarter, i);

      is_free = starter->id == room && salon_intervals_contain (starter->starts, start, start + 1);
    }
    if (!is_free)
      return FALSE;
  }
  return TRUE;
}

/* The room of the line before if it is free, else the first that is. */
static void
choose_rooms (const Search *search, Placed *placed)
{
  const Unit *unit = &search->units[placed->unit];
  gint64 same = search->n_placed > 0 ? search->placed[search->n_placed - 1].rooms[0] : 0;

  placed->room = ROOM_NONE;
  for (guint line = 0; line < unit->task->n_lines; line++) {
    same = unit->rooms[line] != NULL ? salon_starters_best (unit->rooms[line], placed->start, same) : 0;
    placed->rooms[line] = same;
    if (same != 0)
      placed->room = placed->room == ROOM_NONE || placed->room == same ? same : ROOM_MIXED;
  }
}

static void
sit_in (const Search *search, Placed *placed, gint64 room)
{
  const Unit *unit = &search->units[placed->unit];

  placed->room = unit->has_room ? room : ROOM_NONE;
  for (guint line = 0; line < unit->task->n_lines; line++)
    placed->rooms[line] = unit->rooms[line] != NULL ? room : 0;
}

/* What another may join is tried in every room, the best first. */
static void
try_rooms (Search *search, Placed *placed, int waiting, gboolean together)
{
  const Unit *unit = &search->units[placed->unit];
  gboolean may_be_joined = (unit->beside & ~search->used) != 0;
  gint64 best = 0;

  choose_rooms (search, placed);
  go_on_with (search, placed, waiting, together);
  best = placed->room;
  for (guint i = 0; may_be_joined && unit->has_room && i < search->n_rooms; i++)
    if (search->rooms[i]->id != best && is_free_for (unit, search->rooms[i]->id, placed->start)) {
      sit_in (search, placed, search->rooms[i]->id);
      go_on_with (search, placed, waiting, together);
    }
}

static void
try_at (Search *search, guint index, const Master *master, gint64 start, int waiting, gboolean together)
{
  Placed placed = { index, master, start, start + search->units[index].length, ROOM_NONE, { 0 } };

  if (placed.end <= search->deadline)
    try_rooms (search, &placed, waiting, together);
}

/* The first minute at which one employee can go on to this task after what she has done of the visit. */
static gint64
free_after_own (const Search *search, const Unit *unit, const Master *master, gint64 minute)
{
  for (guint i = 0; i < search->n_placed; i++) {
    const Placed *placed = &search->placed[i];
    const SalonSolverTask *task = search->units[placed->unit].task;
    int distance = salon_overlap_distance (task->lines[task->n_lines - 1].shape.buffer_after,
                                           unit->task->lines[0].shape.buffer_before, search->query->buffer_rule);

    if (placed->master->id == master->id)
      minute = MAX (minute, placed->end + distance);
  }
  return minute;
}

static void
try_after (Search *search, guint index)
{
  Unit *unit = &search->units[index];

  for (guint i = 0; i < unit->masters->len; i++) {
    const Master *master = &g_array_index (unit->masters, Master, i);
    gint64 from = free_after_own (search, unit, master, search->cost.end);
    gint64 start = salon_starts_next (master->starts, from, 1);

    if (start != G_MAXINT64 && search->cost.waiting + start - from <= search->query->most_waiting)
      try_at (search, index, master, start, (int) (start - from), FALSE);
  }
}

/* The one task at the client that another may join, or NULL; *@from is the first minute at which it is the only one. */
static const Placed *
task_to_join (const Search *search, gint64 *from)
{
  const Placed *last = &search->placed[0];

  *from = search->placed[search->n_placed - 1].start;
  for (guint i = 1; i < search->n_placed; i++) {
    const Placed *placed = &search->placed[i];
    const Placed *shorter = placed->end > last->end ? last : placed;

    last = placed->end > last->end ? placed : last;
    *from = MAX (*from, shorter->end);
  }
  return *from < last->end ? last : NULL;
}

/* The client sits in one place: who joins comes into the room where she sits.  Nobody joins herself: she is free only
 * after her own task. */
static void
join_in_room (Search *search, guint index, const Master *master, const Placed *host, gint64 from)
{
  Unit *unit = &search->units[index];
  Placed placed = { index, master, next_common (master->free, whole_in (search, unit, host->room), from), 0, host->room, { 0 } };

  if (placed.start >= host->end)
    return;
  placed.end = placed.start + unit->length;
  sit_in (search, &placed, host->room);
  if (placed.end <= search->deadline)
    go_on_with (search, &placed, 0, TRUE);
}

static void
try_together (Search *search, guint index)
{
  Unit *unit = &search->units[index];
  gint64 begun = 0;
  const Placed *host = unit->beside != 0 ? task_to_join (search, &begun) : NULL;

  if (host == NULL || (unit->beside & 1u << host->unit) == 0 || (unit->has_room && host->room == ROOM_MIXED))
    return;
  for (guint i = 0; i < unit->masters->len; i++) {
    const Master *master = &g_array_index (unit->masters, Master, i);
    gint64 from = free_after_own (search, unit, master, begun);
    gint64 start = 0;

    if (unit->has_room && host->room != ROOM_NONE) {
      join_in_room (search, index, master, host, from);
      continue;
    }
    start = salon_starts_next (master->starts, from, 1);
    if (start < host->end)
      try_at (search, index, master, start, 0, TRUE);
  }
}

/* Whether each task that is left can still begin before the client has waited too long, taken by itself. */
static gboolean
rest_may_follow (const Search *search)
{
  gint64 from = search->cost.end;
  gint64 latest = search->cost.end + search->query->most_waiting - search->cost.waiting;

  if (search->query->wish != SALON_SOLVER_CHAIN && search->n_placed > 0)
    from = search->placed[search->n_placed - 1].start;
  for (guint i = 0; i < search->query->n_tasks; i++)
    if ((search->used & 1u << i) == 0)
      latest += search->units[i].length + search->most_distance;
  for (guint i = 0; i < search->query->n_tasks; i++) {
    const Unit *unit = &search->units[i];
    gint64 start = 0;

    if ((search->used & 1u << i) != 0)
      continue;
    start = salon_starts_next (unit->beside != 0 ? unit->anybody : unit->starts, from, 1);
    if (start == G_MAXINT64 || start + unit->length > latest)
      return FALSE;
  }
  return TRUE;
}

static void
try_next (Search *search)
{
  if (search->nodes++ > MOST_NODES || !rest_may_follow (search))
    return;
  for (guint i = 0; i < search->query->n_tasks; i++) {
    const Unit *unit = &search->units[i];

    if ((search->used & 1u << i) != 0 || (unit->before & ~search->used) != 0)
      continue;
    try_together (search, i);
    try_after (search, i);
  }
}

static void
try_first (Search *search, guint index)
{
  Unit *unit = &search->units[index];

  if (unit->before != 0 || !salon_intervals_contain (unit->starts, search->start, search->start + 1))
    return;
  for (guint i = 0; i < unit->masters->len; i++) {
    const Master *master = &g_array_index (unit->masters, Master, i);

    if (salon_intervals_contain (master->starts, search->start, search->start + 1))
      try_at (search, index, master, search->start, 0, FALSE);
  }
}

/* Returns: when the client has to be somewhere else after @start; @start itself if she is elsewhere then */
static gint64
deadline_at (const GArray *client_busy, gint64 start)
{
  guint i = client_busy != NULL ? salon_intervals_find (client_busy, start) : 0;

  if (client_busy == NULL || i >= client_busy->len)
    return G_MAXINT64;
  return MAX (start, g_array_index (client_busy, SalonInterval, i).from);
}

static gboolean
solve_at (Search *search, gint64 start)
{
  search->start = start;
  search->deadline = deadline_at (search->query->client_busy, start);
  search->found = FALSE;
  search->nodes = 0;
  search->cost = (SalonSolverCost){ start, 0, 0, 0 };
  if (search->deadline - start < search->shortest || !rest_may_follow (search))
    return FALSE;
  for (guint i = 0; i < search->query->n_tasks; i++)
    try_first (search, i);
  return search->found;
}

/* ---- all starts */

static gint64
next_start (const Search *search, gint64 minute)
{
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < search->query->n_tasks; i++)
    if (search->units[i].before == 0)
      first = MIN (first, salon_starts_next (search->units[i].starts, minute, search->query->step));
  return first < search->query->end ? first : G_MAXINT64;
}

static gint64
day_of (gint64 minute)
{
  return minute / MINUTES_A_DAY - (minute % MINUTES_A_DAY < 0);
}

static gboolean
is_welcome (const Search *search, const SalonSolverProposal *proposal)
{
  const SalonSolverQuery *query = search->query;
  guint of_day = 0;

  if (search->proposals->len >= query->count)
    return FALSE;
  for (guint i = search->proposals->len; i-- > 0;) {
    gint64 other = g_array_index (search->proposals, SalonSolverProposal, i).start;

    if (ABS (proposal->start - other) < query->spacing)
      return FALSE;
    of_day += day_of (proposal->start) == day_of (other);
  }
  return query->per_day == 0 || of_day < query->per_day;
}

/* Decides on what no later start can beat any more: what begins earlier than another and ends no earlier is of no use,
 * but for the very start that was asked for. */
static void
decide (Search *search, gint64 ended_before)
{
  guint n = 0;

  for (; n < search->pending->len; n++) {
    const SalonSolverProposal *proposal = &g_array_index (search->pending, SalonSolverProposal, n);

    if (proposal->cost.end >= ended_before)
      break;
    if (proposal->start < search->newest && proposal->start != search->query->earliest)
      continue;
    search->newest = MAX (search->newest, proposal->start);
    if (is_welcome (search, proposal))
      g_array_append_val (search->proposals, *proposal);
  }
  if (n > 0)
    g_array_remove_range (search->pending, 0, n);
}

/* Of two that end together the one that begins later comes first. */
static void
keep (Search *search, const SalonSolverProposal *proposal)
{
  guint at = search->pending->len;

  while (at > 0) {
    const SalonSolverProposal *other = &g_array_index (search->pending, SalonSolverProposal, at - 1);

    if (other->cost.end < proposal->cost.end)
      break;
    at--;
  }
  g_array_insert_val (search->pending, at, *proposal);
}

static gboolean
is_sound (const SalonSolverQuery *query)
{
  if (query->n_tasks < 1 || query->n_tasks > SALON_SOLVER_MAX_TASKS || query->step < 1
      || MINUTES_A_DAY % query->step != 0)
    return FALSE;
  for (guint i = 0; i < query->n_tasks; i++) {
    if (query->tasks[i].n_lines < 1 || query->tasks[i].n_lines > SALON_SLOT_MAX_LINES)
      return FALSE;
    for (guint line = 0; line < query->tasks[i].n_lines; line++)
      if (query->tasks[i].lines[line].shape.work1 < 1)
        return FALSE;
  }
  return TRUE;
}

/**
 * salon_solver_find:
 *
 * Each beginning is offered once, with the arrangement that ends first, then has the least waiting, then the client's
 * preferred employee, then those first in the order of the staff.  A beginning is left out if a later one ends no later.
 *
 * Returns: (transfer full) (element-type SalonSolverProposal): what ends first comes first; fewer than wanted if there
 *   are no more
 */
GArray *
salon_solver_find (const SalonSolverQuery *query)
{
  Search search;
  gint64 start = 0;

  g_return_val_if_fail (is_sound (query), g_array_new (FALSE, FALSE, sizeof (SalonSolverProposal)));
  search_begin (&search, query);
  start = next_start (&search, query->earliest);
  while (start != G_MAXINT64 && search.proposals->len < query->count) {
    decide (&search, start + search.shortest);
    if (solve_at (&search, start))
      keep (&search, &search.best);
    start = next_start (&search, start + 1);
  }
  decide (&search, G_MAXINT64);
  search_end (&search);
  return search.proposals;
}
