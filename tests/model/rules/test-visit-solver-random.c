/* The solver against a plain search that knows of each minute whether somebody may begin then, and tries all orders,
 * employees, rooms and minutes.  1,000 random days; 20,000 with SALON_TEST_FULL=1. */
#include "model/rules/visit-solver.h"

#include <string.h>

#define MINUTES   2000 /* of a day with hours to two in the morning, and what follows */
#define EMPLOYEES 3
#define ROOMS     4
#define TASKS     3
#define LINES     2
#define MOST_BUSY 9
#define LISTED    200

/* A small salon; minute 0 of its day is absolute minute @base. */
typedef struct {
  gint64 base;
  SalonSlotEmployee staff[EMPLOYEES];
  SalonBusy busy[EMPLOYEES][MOST_BUSY];
  GArray *working[EMPLOYEES];
  SalonSlotRoom rooms[ROOMS];
  SalonBusy room_busy[ROOMS][MOST_BUSY];
  GArray *client_busy;
  SalonSlotEmployee may_do[TASKS][EMPLOYEES];
  SalonSlotRoom kinds[TASKS][ROOMS]; /* the rooms that a task's lines may be done in */
  SalonSlotLine lines[TASKS][LINES];
  SalonSolverTask tasks[TASKS];
  SalonSolverQuery query;
} Day;

/* ---- a random day */

static int
fives (GRand *rand, int from, int to)
{
  return g_rand_int_range (rand, from, to) * 5;
}

static guint
random_busy (GRand *rand, gint64 base, SalonBusy *busy, gboolean apart)
{
  guint n = (guint) g_rand_int_range (rand, 0, MOST_BUSY);
  gint64 at = base + 480;

  for (guint i = 0; i < n; i++) {
    gint64 from = apart ? at + fives (rand, 0, 30) : base + fives (rand, 96, 320);

    busy[i] = (SalonBusy){ from, from + fives (rand, 3, 20), fives (rand, 0, 3), fives (rand, 0, 3),
                           g_rand_int_range (rand, 1, 40) };
    at = busy[i].to + 15;
  }
  return n;
}

/* A shift with a break, now and then none at all, now and then one until two in the morning. */
static GArray *
random_working (GRand *rand, gint64 base)
{
  GArray *set = salon_intervals_new ();
  gint64 from = base + g_rand_int_range (rand, 8, 15) * 60;
  gint64 middle = from + fives (rand, 12, 60);
  gint64 end = g_rand_int_range (rand, 0, 4) == 0 ? base + 1560 : base + g_rand_int_range (rand, 18, 23) * 60;

  if (g_rand_int_range (rand, 0, 7) == 0)
    return set;
  salon_intervals_add (set, from, middle);
  salon_intervals_add (set, middle + fives (rand, 0, 9), end);
  salon_intervals_normalize (set);
  return set;
}

static void
random_line (GRand *rand, Day *day, int task, int line)
{
  SalonSlotLine *wanted = &day->lines[task][line];
  guint n_rooms = (guint) day->tasks[task].n_lines; /* set before: how many rooms are of its kind */

  wanted->shape = (SalonLineShape){ .work1 = fives (rand, 3, 16), .buffer_before = fives (rand, 0, 3),
                                    .buffer_after = fives (rand, 0, 4) };
  if (g_rand_int_range (rand, 0, 3) == 0) {
    wanted->shape.gap = fives (rand, 1, 9);
    wanted->shape.work2 = fives (rand, 1, 9);
  }
  wanted->needs_room = g_rand_int_range (rand, 0, 4) > 0;
  wanted->rooms = day->kinds[task];
  wanted->n_rooms = n_rooms;
  if (line > 0)
    wanted->offset = salon_slot_next_offset (wanted - 1, &wanted->shape, 0, day->query.buffer_rule);
}

static void
random_task (GRand *rand, Day *day, int task)
{
  SalonSolverTask *wanted = &day->tasks[task];
  guint first_room = (guint) g_rand_int_range (rand, 0, 2) * (ROOMS / 2);
  guint n_rooms = g_rand_boolean (rand) ? ROOMS / 2 : 1;
  guint n_lines = g_rand_int_range (rand, 0, 3) == 0 ? 2 : 1;

  for (guint i = 0; i < n_rooms; i++)
    day->kinds[task][i] = day->rooms[first_room + i];
  wanted->n_lines = n_rooms;
  for (guint i = 0; i < n_lines; i++)
    random_line (rand, day, task, (int) i);
  wanted->lines = day->lines[task];
  wanted->n_lines = n_lines;
  wanted->employees = day->may_do[task];
  for (int i = 0; i < EMPLOYEES; i++)
    if (g_rand_int_range (rand, 0, 3) > 0)
      day->may_do[task][wanted->n_employees++] = day->staff[i];
  wanted->zone = g_rand_int_range (rand, 0, 4);
  wanted->parallel = g_rand_int_range (rand, 0, 3) > 0;
}

static void
random_salon (GRand *rand, Day *day)
{
  static const int capacities[ROOMS] = { 1, 3, 1, 1 };

  for (int i = 0; i < EMPLOYEES; i++) {
    day->working[i] = random_working (rand, day->base);
    day->staff[i] = (SalonSlotEmployee){ 100 + i, g_rand_int_range (rand, 0, 3), day->working[i], day->busy[i], 0 };
    day->staff[i].n_busy = random_busy (rand, day->base, day->busy[i], g_rand_boolean (rand));
  }
  for (int i = 0; i < ROOMS; i++) {
    day->rooms[i] = (SalonSlotRoom){ 200 + i, i, capacities[i], fives (rand, 0, 3), day->room_busy[i], 0 };
    day->rooms[i].n_busy = random_busy (rand, day->base, day->room_busy[i], FALSE);
  }
  day->client_busy = salon_intervals_new ();
  if (g_rand_int_range (rand, 0, 3) == 0) /* an hour that is not there, or another visit of hers */
    salon_intervals_add (day->client_busy, day->base + 780, day->base + 840);
}

static void
day_init (Day *day, GRand *rand)
{
  static const int steps[] = { 5, 15, 30 };

  *day = (Day){ .base = (gint64) g_rand_int_range (rand, 19000, 21000) * 1440 };
  day->query.buffer_rule = g_rand_boolean (rand) ? SALON_BUFFERS_SUM : SALON_BUFFERS_LARGER;
  random_salon (rand, day);
  day->query.n_tasks = (guint) g_rand_int_range (rand, 1, TASKS + 1);
  for (guint i = 0; i < day->query.n_tasks; i++)
    random_task (rand, day, (int) i);
  day->query.tasks = day->tasks;
  day->query.wish = (SalonSolverWish) g_rand_int_range (rand, 0, 3);
  day->query.most_waiting = fives (rand, 0, 9);
  day->query.preferred_employee = g_rand_boolean (rand) ? 101 : 0;
  day->query.client_busy = day->client_busy;
  day->query.ignore_visit = g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 40) : 0;
  day->query.earliest = day->base + fives (rand, 90, 200);
  day->query.end = day->base + 1500;
  day->query.step = steps[g_rand_int_range (rand, 0, 3)];
  day->query.count = g_rand_boolean (rand) ? 3 : 50;
  day->query.spacing = g_rand_boolean (rand) ? fives (rand, 0, 24) : 0;
  day->query.per_day = g_rand_boolean (rand) ? (guint) g_rand_int_range (rand, 1, 6) : 0;
}

static void
day_clear (Day *day)
{
  for (int i = 0; i < EMPLOYEES; i++)
    g_array_unref (day->working[i]);
  g_array_unref (day->client_busy);
}

/* ---- what one minute allows, asked of each entry */

typedef struct {
  gint64 from;
  gint64 to;
  int before;
  int after;
} Span;

/* Free minutes between two that do not touch must be as many as the rule wants. */
static gboolean
spans_clash (const Span *a, const Span *b, SalonBufferRule rule)
{
  const Span *first = a->from < b->from ? a : b;
  const Span *second = first == a ? b : a;
  gint64 between = second->from - first->to;
  int wanted = rule == SALON_BUFFERS_SUM ? first->after + second->before : MAX (first->after, second->before);

  return between < 0 || between < wanted;
}

static guint
parts_of (const SalonLineShape *shape, gint64 start, Span parts[2])
{
  gint64 second = start + shape->work1 + shape->gap;

  parts[0] = (Span){ start, start + shape->work1, shape->buffer_before, shape->work2 > 0 ? 0 : shape->buffer_after };
  parts[1] = (Span){ second, second + shape->work2, 0, shape->buffer_after };
  return shape->work2 > 0 ? 2 : 1;
}

static gboolean
works (const GArray *working, const Span *part)
{
  for (guint i = 0; i < working->len; i++)
    if (g_array_index (working, SalonInterval, i).from <= part->from
        && part->to <= g_array_index (working, SalonInterval, i).to)
      return TRUE;
  return FALSE;
}

static gboolean
employee_may (const Day *day, const SalonSolverTask *task, const SalonSlotEmployee *employee, gint64 start)
{
  for (guint line = 0; line < task->n_lines; line++) {
    Span parts[2];
    guint n = parts_of (&task->lines[line].shape, start + task->lines[line].offset, parts);

    for (guint k = 0; k < n; k++) {
      if (!works (employee->working, &parts[k]))
        return FALSE;
      for (guint i = 0; i < employee->n_busy; i++) {
        Span busy = { employee->busy[i].from, employee->busy[i].to, employee->busy[i].before, employee->busy[i].after };

        if ((day->query.ignore_visit == 0 || employee->busy[i].id != day->query.ignore_visit)
            && spans_clash (&parts[k], &busy, day->query.buffer_rule))
          return FALSE;
      }
    }
  }
  return TRUE;
}

/* How many are in the room at the fullest minute of @span. */
static int
fullest (const Day *day, const SalonSlotRoom *room, const Span *span)
{
  int most = 0;

  for (gint64 minute = span->from - span->before; minute < span->to + span->after; minute++) {
    int present = 0;

    for (guint i = 0; i < room->n_busy; i++)
      present += (day->query.ignore_visit == 0 || room->busy[i].id != day->query.ignore_visit)
                 && room->busy[i].from - room->busy[i].before <= minute
                 && minute < room->busy[i].to + room->busy[i].after;
    most = MAX (most, present);
  }
  return most;
}

static gboolean
room_may (const Day *day, const SalonSlotLine *line, const SalonSlotRoom *room, gint64 start)
{
  gint64 from = start + line->offset;
  Span span = { from, from + line->shape.work1 + line->shape.gap + line->shape.work2, line->shape.buffer_before,
                line->shape.buffer_after + room->cleanup };

  if (room->capacity > 1)
    return fullest (day, room, &span) < room->capacity;
  for (guint i = 0; i < room->n_busy; i++) {
    Span busy = { room->busy[i].from, room->busy[i].to, room->busy[i].before, room->busy[i].after };

    if ((day->query.ignore_visit == 0 || room->busy[i].id != day->query.ignore_visit)
        && spans_clash (&span, &busy, day->query.buffer_rule))
      return FALSE;
  }
  return TRUE;
}

/* ---- the plain search */

typedef struct {
  const Day *day;
  gboolean employee_may[TASKS][EMPLOYEES][MINUTES];
  gboolean all_in[TASKS][ROOMS][MINUTES];    /* all lines that need a room, in this one, whatever its kind */
  gboolean own_in[TASKS][ROOMS][MINUTES];    /* the same, in one of its kind */
  gboolean somewhere[TASKS][MINUTES];        /* each line in some room of its kind */
  gboolean needs_room[TASKS];
  gint64 length[TASKS];
  gint64 start;

  guint n;
  guint used;
  struct {
    guint task;
    guint employee;
    gint64 start;
    gint64 end;
    int room; /* -1: none needed; -2: left open, nobody joins */
  } at[TASKS];
  gboolean together;
  int waiting;

  gboolean found;
  SalonSolverCost best;
} Plain;

static void
know_task (Plain *plain, guint t)
{
  const Day *day = plain->day;
  const SalonSolverTask *task = &day->tasks[t];
  const SalonSlotLine *last = &task->lines[task->n_lines - 1];

  plain->length[t] = last->offset + last->shape.work1 + last->shape.gap + last->shape.work2;
  for (guint line = 0; line < task->n_lines; line++)
    plain->needs_room[t] = plain->needs_room[t] || task->lines[line].needs_room;
  for (gint64 minute = 0; minute < MINUTES; minute++) {
    for (guint e = 0; e < task->n_employees; e++)
      plain->employee_may[t][e][minute] = employee_may (day, task, &task->employees[e], day->base + minute);
    plain->somewhere[t][minute] = TRUE;
    for (guint r = 0; r < ROOMS; r++)
      plain->all_in[t][r][minute] = TRUE;
    for (guint line = 0; line < task->n_lines; line++) {
      gboolean somewhere = !task->lines[line].needs_room;

      for (guint r = 0; r < ROOMS && task->lines[line].needs_room; r++) {
        gboolean may = room_may (day, &task->lines[line], &day->rooms[r], day->base + minute);
        gboolean own = FALSE;

        for (guint i = 0; i < task->lines[line].n_rooms; i++)
          own = own || task->lines[line].rooms[i].id == day->rooms[r].id;
        plain->all_in[t][r][minute] = plain->all_in[t][r][minute] && may;
        plain->own_in[t][r][minute] = own;
        somewhere = somewhere || (own && may);
      }
      plain->somewhere[t][minute] = plain->somewhere[t][minute] && somewhere;
    }
    for (guint r = 0; r < ROOMS; r++)
      plain->own_in[t][r][minute] = plain->own_in[t][r][minute] && plain->all_in[t][r][minute];
  }
}

static gint64
end_of_all (const Plain *plain)
{
  gint64 end = plain->start;

  for (guint i = 0; i < plain->n; i++)
    end = MAX (end, plain->at[i].end);
  return end;
}

static gboolean
client_is_free (const Day *day, gint64 from, gint64 to)
{
  for (guint i = 0; i < day->client_busy->len; i++)
    if (g_array_index (day->client_busy, SalonInterval, i).from - day->base < to
        && from < g_array_index (day->client_busy, SalonInterval, i).to - day->base)
      return FALSE;
  return TRUE;
}

static void
judge (Plain *plain)
{
  const Day *day = plain->day;
  SalonSolverCost cost = { day->base + end_of_all (plain), plain->waiting, 0, 0 };

  if ((day->query.wish == SALON_SOLVER_PARALLEL && !plain->together && day->query.n_tasks > 1)
      || !client_is_free (day, plain->start, end_of_all (plain)))
    return;
  for (guint i = 0; i < plain->n; i++) {
    const SalonSlotEmployee *employee = &day->tasks[plain->at[i].task].employees[plain->at[i].employee];

    cost.others += day->query.preferred_employee != 0 && employee->id != day->query.preferred_employee;
    cost.positions += employee->position;
  }
  if (!plain->found || salon_solver_cost_compare (&cost, &plain->best) < 0)
    plain->best = cost;
  plain->found = TRUE;
}

static void plain_next (Plain *plain);

static void
plain_put (Plain *plain, guint t, guint e, gint64 minute, int room, int waiting, gboolean together)
{
  gboolean before = plain->together;

  plain->at[plain->n].task = t;
  plain->at[plain->n].employee = e;
  plain->at[plain->n].start = minute;
  plain->at[plain->n].end = minute + plain->length[t];
  plain->at[plain->n].room = room;
  plain->n++;
  plain->used |= 1u << t;
  plain->waiting += waiting;
  plain->together = before || together;
  if (plain->n == plain->day->query.n_tasks)
    judge (plain);
  else
    plain_next (plain);
  plain->together = before;
  plain->waiting -= waiting;
  plain->used &= ~(1u << t);
  plain->n--;
}

/* In every room of its kind, or in whichever there is. */
static void
plain_put_somewhere (Plain *plain, guint t, guint e, gint64 minute, int waiting, gboolean together)
{
  if (!plain->needs_room[t]) {
    plain_put (plain, t, e, minute, -1, waiting, together);
    return;
  }
  if (plain->somewhere[t][minute])
    plain_put (plain, t, e, minute, -2, waiting, together);
  for (int r = 0; r < ROOMS; r++)
    if (plain->own_in[t][r][minute])
      plain_put (plain, t, e, minute, r, waiting, together);
}

/* What her own tasks of this visit leave. */
static gint64
after_own (const Plain *plain, guint t, guint e, gint64 minute)
{
  const Day *day = plain->day;

  for (guint i = 0; i < plain->n; i++) {
    const SalonSolverTask *other = &day->tasks[plain->at[i].task];
    int after = other->lines[other->n_lines - 1].shape.buffer_after;
    int before = day->tasks[t].lines[0].shape.buffer_before;
    int distance = day->query.buffer_rule == SALON_BUFFERS_SUM ? after + before : MAX (after, before);

    if (other->employees[plain->at[i].employee].id == day->tasks[t].employees[e].id)
      minute = MAX (minute, plain->at[i].end + distance);
  }
  return minute;
}

/* After all others: at every minute that the waiting allows. */
static void
plain_after (Plain *plain, guint t, guint e)
{
  gint64 from = after_own (plain, t, e, end_of_all (plain));

  for (gint64 minute = from; minute < MINUTES && minute - from + plain->waiting <= plain->day->query.most_waiting; minute++)
    if (plain->employee_may[t][e][minute] && plain->somewhere[t][minute]) {
      plain_put_somewhere (plain, t, e, minute, (int) (minute - from), FALSE);
      if (plain->day->query.wish != SALON_SOLVER_CHAIN && plain->day->query.n_tasks > 2)
        return; /* with others at the same time each begins as soon as it can */
    }
}

static gboolean
may_join (const Plain *plain, guint t, guint e, guint i, gint64 minute)
{
  const SalonSolverTask *one = &plain->day->tasks[t];
  const SalonSolverTask *other = &plain->day->tasks[plain->at[i].task];

  if (!one->parallel || !other->parallel || (one->zone != 0 && one->zone == other->zone)
      || one->employees[e].id == other->employees[plain->at[i].employee].id)
    return FALSE;
  if (!plain->needs_room[t] || plain->at[i].room == -1)
    return plain->somewhere[t][minute];
  return plain->at[i].room >= 0 && plain->all_in[t][plain->at[i].room][minute];
}

/* While exactly one other is at work: as soon as it can. */
static void
plain_join (Plain *plain, guint t, guint e)
{
  for (gint64 minute = plain->at[plain->n - 1].start; minute < end_of_all (plain); minute++) {
    int present = 0;
    guint host = 0;

    for (guint i = 0; i < plain->n; i++)
      if (minute < plain->at[i].end) {
        present++;
        host = i;
      }
    if (present != 1 || !plain->employee_may[t][e][minute] || minute < after_own (plain, t, e, minute)
        || !may_join (plain, t, e, host, minute))
      continue;
    if (plain->needs_room[t] && plain->at[host].room >= 0)
      plain_put (plain, t, e, minute, plain->at[host].room, 0, TRUE);
    else
      plain_put_somewhere (plain, t, e, minute, 0, TRUE);
    if (plain->day->query.n_tasks > 2)
      return;
  }
}

static gboolean
may_be_next (const Plain *plain, guint t)
{
  for (guint i = 0; i < t; i++)
    if ((plain->used & 1u << i) == 0 && plain->day->tasks[i].zone != 0
        && plain->day->tasks[i].zone == plain->day->tasks[t].zone)
      return FALSE;
  return (plain->used & 1u << t) == 0;
}

static void
plain_next (Plain *plain)
{
  for (guint t = 0; t < plain->day->query.n_tasks; t++)
    for (guint e = 0; may_be_next (plain, t) && e < plain->day->tasks[t].n_employees; e++) {
      if (plain->n == 0) {
        if (plain->employee_may[t][e][plain->start] && plain->somewhere[t][plain->start])
          plain_put_somewhere (plain, t, e, plain->start, 0, FALSE);
        continue;
      }
      plain_after (plain, t, e);
      if (plain->day->query.wish != SALON_SOLVER_CHAIN)
        plain_join (plain, t, e);
    }
}

/* ---- both, side by side */

typedef struct {
  gint64 start;
  SalonSolverCost cost;
} Answer;

static int
compare_answers (gconstpointer a, gconstpointer b)
{
  const Answer *one = a;
  const Answer *other = b;

  if (one->cost.end != other->cost.end)
    return one->cost.end < other->cost.end ? -1 : 1;
  return (one->start < other->start) - (one->start > other->start);
}

/* Of those that end together only the last to begin, and nothing that begins before and ends after another. */
static guint
sift (const Day *day, Answer *all, guint n, Answer *listed)
{
  guint n_listed = 0;
  gint64 newest = -1;

  qsort (all, n, sizeof *all, compare_answers);
  for (guint i = 0; i < n && n_listed < day->query.count; i++) {
    guint of_day = 0;
    gboolean near_another = FALSE;

    if (all[i].start < newest && all[i].start != day->query.earliest)
      continue;
    newest = MAX (newest, all[i].start);
    for (guint k = 0; k < n_listed; k++) {
      near_another = near_another || llabs (listed[k].start - all[i].start) < day->query.spacing;
      of_day += listed[k].start / 1440 == all[i].start / 1440;
    }
    if (!near_another && (day->query.per_day == 0 || of_day < day->query.per_day))
      listed[n_listed++] = all[i];
  }
  return n_listed;
}

static guint
search_plainly (Plain *plain, Answer *listed)
{
  const Day *day = plain->day;
  Answer all[MINUTES];
  guint n = 0;

  for (guint t = 0; t < day->query.n_tasks; t++)
    know_task (plain, t);
  for (gint64 minute = day->query.earliest; minute < day->query.end; minute++) {
    if (minute % day->query.step != 0)
      continue;
    plain->start = minute - day->base;
    plain->found = FALSE;
    plain_next (plain);
    if (plain->found)
      all[n++] = (Answer){ minute, plain->best };
  }
  return sift (day, all, n, listed);
}

static void
assert_equal (const GArray *found, const Answer *expected, guint n)
{
  g_assert_cmpuint (found->len, ==, n);
  for (guint i = 0; i < n; i++) {
    const SalonSolverProposal *proposal = &g_array_index (found, SalonSolverProposal, i);

    g_assert_cmpint (proposal->start, ==, expected[i].start);
    g_assert_cmpint (proposal->cost.end, ==, expected[i].cost.end);
    g_assert_cmpint (proposal->cost.waiting, ==, expected[i].cost.waiting);
    g_assert_cmpint (proposal->cost.others, ==, expected[i].cost.others);
    g_assert_cmpint (proposal->cost.positions, ==, expected[i].cost.positions);
  }
}

/* ---- nothing that is proposed is illegal, whatever it costs */

static const SalonSlotEmployee *
employee_of (const SalonSolverTask *task, gint64 id)
{
  for (guint i = 0; i < task->n_employees; i++)
    if (task->employees[i].id == id)
      return &task->employees[i];
  return NULL;
}

static void
assert_room (const Day *day, const SalonSolverProposal *proposal, guint p, guint line)
{
  const SalonSolverPlace *place = &proposal->places[p];
  const SalonSlotLine *wanted = &day->tasks[place->task].lines[line];
  gboolean known = FALSE;

  if (!wanted->needs_room) {
    g_assert_cmpint (place->rooms[line], ==, 0);
    return;
  }
  for (guint i = 0; i < wanted->n_rooms; i++)
    known = known || wanted->rooms[i].id == place->rooms[line];
  for (guint i = 0; !known && i < proposal->n_places; i++) /* another's room, where she is at that time */
    known = i != p && proposal->places[i].rooms[0] == place->rooms[line] && proposal->places[i].start <= place->start
            && place->start < proposal->places[i].end;
  for (guint i = 0; !known && i < proposal->n_places; i++)
    known = i != p && proposal->places[i].rooms[1] == place->rooms[line] && proposal->places[i].start <= place->start
            && place->start < proposal->places[i].end;
  g_assert_true (known);
  g_assert_true (room_may (day, wanted, &day->rooms[place->rooms[line] - 200], place->start));
}

/* Two tasks of the visit: one after the other with the buffers of one employee between, or both allow it. */
static void
assert_pair (const Day *day, const SalonSolverPlace *a, const SalonSolverPlace *b)
{
  const SalonSolverTask *one = &day->tasks[a->task];
  const SalonSolverTask *other = &day->tasks[b->task];

  for (guint i = 0; i < one->n_lines && a->employee == b->employee; i++)
    for (guint k = 0; k < other->n_lines; k++) {
      Span first[2];
      Span second[2];
      guint n = parts_of (&one->lines[i].shape, a->start + one->lines[i].offset, first);
      guint m = parts_of (&other->lines[k].shape, b->start + other->lines[k].offset, second);

      for (guint x = 0; x < n; x++)
        for (guint y = 0; y < m; y++)
          g_assert_false (spans_clash (&first[x], &second[y], day->query.buffer_rule));
    }
  if (one->zone != 0 && one->zone == other->zone)
    g_assert_true ((a->task < b->task) == (a->start < b->start));
  if (a->end <= b->start || b->end <= a->start)
    return;
  g_assert_cmpint (day->query.wish, !=, SALON_SOLVER_CHAIN);
  g_assert_true (one->parallel && other->parallel && (one->zone == 0 || one->zone != other->zone));
  g_assert_cmpint (a->employee, !=, b->employee);
  for (guint i = 0; i < one->n_lines; i++)
    for (guint k = 0; k < other->n_lines; k++)
      g_assert_true (a->rooms[i] == 0 || b->rooms[k] == 0 || a->rooms[i] == b->rooms[k]);
}

static void
assert_legal (const Day *day, const SalonSolverProposal *proposal)
{
  guint seen = 0;
  int idle = 0;
  gboolean together = FALSE;

  g_assert_cmpuint (proposal->n_places, ==, day->query.n_tasks);
  g_assert_cmpint (proposal->start, ==, proposal->places[0].start);
  g_assert_cmpint (proposal->start % day->query.step, ==, 0);
  g_assert_true (client_is_free (day, proposal->start - day->base, proposal->cost.end - day->base));
  for (guint p = 0; p < proposal->n_places; p++) {
    const SalonSolverPlace *place = &proposal->places[p];
    const SalonSolverTask *task = &day->tasks[place->task];
    const SalonSlotEmployee *employee = employee_of (task, place->employee);

    seen |= 1u << place->task;
    g_assert_nonnull (employee);
    g_assert_true (employee_may (day, task, employee, place->start));
    g_assert_cmpint (place->end, <=, proposal->cost.end);
    for (guint line = 0; line < task->n_lines; line++)
      assert_room (day, proposal, p, line);
    for (guint other = 0; other < p; other++)
      assert_pair (day, &proposal->places[other], place);
  }
  g_assert_cmpuint (seen, ==, (1u << day->query.n_tasks) - 1);
  for (gint64 minute = proposal->start; minute < proposal->cost.end; minute++) {
    int present = 0;

    for (guint p = 0; p < proposal->n_places; p++)
      present += proposal->places[p].start <= minute && minute < proposal->places[p].end;
    g_assert_cmpint (present, <=, 2);
    together = together || present == 2;
    idle += present == 0;
  }
  g_assert_cmpint (idle, >=, proposal->cost.waiting);
  g_assert_cmpint (proposal->cost.waiting, <=, day->query.most_waiting);
  g_assert_true (together || day->query.wish != SALON_SOLVER_PARALLEL || day->query.n_tasks == 1);
}

static guint
n_days (void)
{
  return g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0 ? 20000 : 1000;
}

static void
test_random_days (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (61);
  g_autofree Plain *plain = g_new (Plain, 1);
  Answer expected[LISTED];
  guint n_found[SALON_SOLVER_SOONEST + 1] = { 0 };
  guint n_together = 0;

  for (guint round = 0; round < n_days (); round++) {
    Day day;
    g_autoptr (GArray) found = NULL;
    guint n = 0;

    day_init (&day, rand);
    *plain = (Plain){ .day = &day };
    found = salon_solver_find (&day.query);
    for (guint i = 0; i < found->len; i++) {
      const SalonSolverProposal *proposal = &g_array_index (found, SalonSolverProposal, i);

      assert_legal (&day, proposal);
      n_together += proposal->n_places > 1 && proposal->places[1].start < proposal->places[0].end;
    }
    n = search_plainly (plain, expected);
    assert_equal (found, expected, n);
    n_found[day.query.wish] += day.query.n_tasks > 1 ? n : 0;
    day_clear (&day);
  }
  g_test_message ("%u days: %u chains, %u parallel, %u soonest, %u of them together", n_days (), n_found[0], n_found[1],
                  n_found[2], n_together);
  for (int wish = 0; wish <= SALON_SOLVER_SOONEST; wish++)
    g_assert_cmpuint (n_found[wish], >, n_days () / 10);
  g_assert_cmpuint (n_together, >, n_days () / 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visit-solver/random-days", test_random_days);
  return g_test_run ();
}
