/* The slot finder, for one employee, against a model that tries every minute and looks at every minute of the day. */
#include "model/rules/slot-check.h"
#include "model/rules/slots.h"
#include "model/rules/visit-solver.h"

#define DAY       1440
#define DAYS      2
#define EMPLOYEES 4
#define ROOMS     3
#define MOST_BUSY 10
#define LINES     3

/* A small salon, random; minute 0 of its first day is absolute minute @base. */
typedef struct {
  gint64 base;
  SalonSlotEmployee employees[EMPLOYEES];
  SalonBusy employee_busy[EMPLOYEES][MOST_BUSY];
  SalonSlotRoom rooms[ROOMS];
  SalonBusy room_busy[ROOMS][MOST_BUSY];
  GArray *working[EMPLOYEES];
  GArray *client_busy;
  SalonSlotLine lines[LINES];
  SalonSlotQuery query;
  int spacing;
  guint per_day;
} Salon;

static guint
random_busy (GRand *rand, gint64 base, SalonBusy *busy)
{
  guint n = (guint) g_rand_int_range (rand, 0, MOST_BUSY);

  for (guint i = 0; i < n; i++) {
    gint64 from = base + g_rand_int_range (rand, 0, DAYS * DAY / 5 - 40) * 5;

    busy[i] = (SalonBusy){ from, from + g_rand_int_range (rand, 1, 36) * 5, g_rand_int_range (rand, 0, 3) * 5,
                           g_rand_int_range (rand, 0, 3) * 5, g_rand_int_range (rand, 0, 30) };
  }
  return n;
}

static GArray *
random_working (GRand *rand, gint64 base)
{
  GArray *set = salon_intervals_new ();

  for (int day = 0; day < DAYS; day++) {
    gint64 from = base + day * DAY + g_rand_int_range (rand, 6, 14) * 60;
    gint64 middle = from + g_rand_int_range (rand, 1, 30) * 10;
    gint64 to = middle + g_rand_int_range (rand, 0, 50) * 10;

    if (g_rand_int_range (rand, 0, 6) == 0)
      continue;
    salon_intervals_add (set, from, middle);
    salon_intervals_add (set, middle + 30, to);
  }
  salon_intervals_normalize (set);
  return set;
}

static SalonLineShape
random_shape (GRand *rand)
{
  SalonLineShape shape = { .work1 = g_rand_int_range (rand, 1, 30) * 5 };

  if (g_rand_boolean (rand))
    shape.gap = g_rand_int_range (rand, 0, 10) * 5;
  if (g_rand_boolean (rand))
    shape.work2 = g_rand_int_range (rand, 0, 10) * 5;
  shape.buffer_before = g_rand_int_range (rand, 0, 3) * 5;
  shape.buffer_after = g_rand_int_range (rand, 0, 3) * 5;
  shape.cleanup = g_rand_int_range (rand, 0, 3) * 5;
  return shape;
}

/* One line, or a chain of two or three. */
static guint
random_lines (GRand *rand, Salon *salon)
{
  guint n = g_rand_boolean (rand) ? 1 : (guint) g_rand_int_range (rand, 2, LINES + 1);

  for (guint i = 0; i < n; i++) {
    salon->lines[i] = (SalonSlotLine){
      .shape = random_shape (rand),
      .needs_room = g_rand_boolean (rand),
      .rooms = salon->rooms,
      .n_rooms = (guint) g_rand_int_range (rand, g_rand_int_range (rand, 0, 2), ROOMS + 1),
    };
    if (i > 0)
      salon->lines[i].offset =
          salon_slot_next_offset (&salon->lines[i - 1], &salon->lines[i].shape,
                                  g_rand_int_range (rand, 0, 2) * 5, SALON_BUFFERS_LARGER);
  }
  return n;
}

static void
salon_init (Salon *salon, GRand *rand)
{
  static const int steps[] = { 5, 10, 15, 30 };

  *salon = (Salon){ .base = (gint64) g_rand_int_range (rand, 19000, 21000) * DAY };
  for (int i = 0; i < EMPLOYEES; i++) {
    salon->working[i] = random_working (rand, salon->base);
    salon->employees[i] = (SalonSlotEmployee){ 100 + i, g_rand_int_range (rand, 0, 3), salon->working[i],
                                               salon->employee_busy[i], 0 };
    salon->employees[i].n_busy = random_busy (rand, salon->base, salon->employee_busy[i]);
  }
  for (int i = 0; i < ROOMS; i++) {
    salon->rooms[i] = (SalonSlotRoom){ 200 + i,
                                       g_rand_int_range (rand, 0, 2),
                                       g_rand_int_range (rand, 1, 4),
                                       g_rand_int_range (rand, 0, 3) * 5,
                                       salon->room_busy[i],
                                       0 };
    salon->rooms[i].n_busy = random_busy (rand, salon->base, salon->room_busy[i]);
  }
  salon->client_busy = salon_intervals_new ();
  if (g_rand_boolean (rand))
    salon_intervals_add (salon->client_busy, salon->base + 660, salon->base + 720);
  salon->query = (SalonSlotQuery){
    .lines = salon->lines,
    .n_lines = random_lines (rand, salon),
    .employees = salon->employees,
    .n_employees = (guint) g_rand_int_range (rand, 1, EMPLOYEES + 1),
    .preferred_employee = g_rand_boolean (rand) ? 101 : 0,
    .preferred_room = g_rand_boolean (rand) ? 201 : 0,
    .client_busy = g_rand_boolean (rand) ? salon->client_busy : NULL,
    .buffer_rule = g_rand_boolean (rand) ? SALON_BUFFERS_SUM : SALON_BUFFERS_LARGER,
    .ignore_visit = g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 30) : 0,
    .earliest = salon->base + g_rand_int_range (rand, 0, 900),
    .end = salon->base + DAYS * DAY,
    .step = steps[g_rand_int_range (rand, 0, (int) G_N_ELEMENTS (steps))],
    .count = (guint) g_rand_int_range (rand, 1, 60),
  };
  salon->spacing = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 120) : 0;
  salon->per_day = g_rand_boolean (rand) ? (guint) g_rand_int_range (rand, 1, 5) : 0;
}

static void
salon_clear (Salon *salon)
{
  for (int i = 0; i < EMPLOYEES; i++)
    g_array_unref (salon->working[i]);
  g_array_unref (salon->client_busy);
}

/* Looks at every minute. */
static gboolean
bodies_touch (gint64 from, gint64 to, const SalonBusy *busy)
{
  for (gint64 minute = from; minute < to; minute++)
    if (busy->from <= minute && minute < busy->to)
      return TRUE;
  return FALSE;
}

/* Free minutes between [from, to) and @busy, which do not touch; *second tells whether @busy comes after. */
static gint64
minutes_between (gint64 from, gint64 to, const SalonBusy *busy, gboolean *second)
{
  *second = busy->from >= to;
  return *second ? busy->from - to : from - busy->to;
}

static gboolean
model_parts_clash (gint64 from, gint64 to, int before, int after, const SalonBusy *busy, SalonBufferRule rule)
{
  gboolean second = FALSE;
  gint64 between = 0;
  int one = 0, other = 0;

  if (bodies_touch (from, to, busy))
    return TRUE;
  between = minutes_between (from, to, busy, &second);
  one = second ? after : busy->after;
  other = second ? busy->before : before;
  return between < (rule == SALON_BUFFERS_SUM ? one + other : one > other ? one : other);
}

static gboolean
model_works (const GArray *working, gint64 from, gint64 to)
{
  for (gint64 minute = from; minute < to; minute++) {
    gboolean works = FALSE;

    for (guint i = 0; i < working->len; i++) {
      const SalonInterval *shift = &g_array_index (working, SalonInterval, i);

      works = works || (shift->from <= minute && minute < shift->to);
    }
    if (!works)
      return FALSE;
  }
  return TRUE;
}

static gboolean
model_line_free (const SalonSlotQuery *query,
                 const SalonLineShape *shape,
                 const SalonSlotEmployee *employee,
                 gint64 start)
{
  gint64 second = start + shape->work1 + shape->gap;
  gboolean two = shape->work2 > 0;

  if (!model_works (employee->working, start, start + shape->work1)
      || !model_works (employee->working, second, second + shape->work2))
    return FALSE;
  for (guint i = 0; i < employee->n_busy; i++) {
    const SalonBusy *busy = &employee->busy[i];

    if (query->ignore_visit != 0 && busy->id == query->ignore_visit)
      continue;
    if (model_parts_clash (start, start + shape->work1, shape->buffer_before, two ? 0 : shape->buffer_after,
                           busy, query->buffer_rule))
      return FALSE;
    if (two
        && model_parts_clash (second, second + shape->work2, 0, shape->buffer_after, busy,
                              query->buffer_rule))
      return FALSE;
  }
  return TRUE;
}

static gboolean
model_employee_free (const SalonSlotQuery *query, const SalonSlotEmployee *employee, gint64 start)
{
  for (guint i = 0; i < query->n_lines; i++)
    if (!model_line_free (query, &query->lines[i].shape, employee, start + query->lines[i].offset))
      return FALSE;
  return TRUE;
}

static gboolean
model_room_free (const SalonSlotQuery *query,
                 const SalonLineShape *shape,
                 const SalonSlotRoom *room,
                 gint64 start)
{
  gint64 end = start + shape->work1 + shape->gap + shape->work2;
  int after = shape->buffer_after + shape->cleanup + room->cleanup;

  for (guint i = 0; room->capacity == 1 && i < room->n_busy; i++)
    if ((query->ignore_visit == 0 || room->busy[i].id != query->ignore_visit)
        && model_parts_clash (start, end, shape->buffer_before, after, &room->busy[i], query->buffer_rule))
      return FALSE;
  for (gint64 minute = start - shape->buffer_before; room->capacity > 1 && minute < end + after; minute++) {
    int present = 0;

    for (guint i = 0; i < room->n_busy; i++)
      present += (query->ignore_visit == 0 || room->busy[i].id != query->ignore_visit)
                 && minute >= room->busy[i].from - room->busy[i].before
                 && minute < room->busy[i].to + room->busy[i].after;
    if (present >= room->capacity)
      return FALSE;
  }
  return TRUE;
}

/* The best of those who are free, by asking all. */
static gint64
model_employee (const SalonSlotQuery *query, gint64 start)
{
  const SalonSlotEmployee *best = NULL;

  for (guint i = 0; i < query->n_employees; i++) {
    const SalonSlotEmployee *employee = &query->employees[i];

    if (!model_employee_free (query, employee, start))
      continue;
    if (employee->id == query->preferred_employee)
      return employee->id;
    if (best == NULL || employee->position < best->position)
      best = employee;
  }
  return best != NULL ? best->id : 0;
}

/* Preferred room, else @same, else the first in the order. */
static gint64
model_room (const SalonSlotQuery *query, const SalonSlotLine *line, gint64 start, gint64 same)
{
  gint64 best = 0;
  int best_rank = G_MAXINT;

  for (guint i = 0; i < line->n_rooms; i++) {
    const SalonSlotRoom *room = &line->rooms[i];
    int rank = room->id == query->preferred_room ? -2
               : room->id == same                ? -1
                                                 : room->position * 1000 + (int) i;

    if (rank < best_rank && model_room_free (query, &line->shape, room, start + line->offset)) {
      best = room->id;
      best_rank = rank;
    }
  }
  return best;
}

static gboolean
model_slot (const SalonSlotQuery *query, gint64 start, SalonSlot *slot)
{
  *slot = (SalonSlot){ start, model_employee (query, start), { 0 } };
  for (guint k = 0; k < query->n_lines; k++) {
    const SalonSlotLine *line = &query->lines[k];
    gint64 end = start + line->offset + line->shape.work1 + line->shape.gap + line->shape.work2;

    if (line->needs_room)
      slot->rooms[k] = model_room (query, line, start, k > 0 ? slot->rooms[k - 1] : 0);
    if (line->needs_room && slot->rooms[k] == 0)
      return FALSE;
    for (guint i = 0; query->client_busy != NULL && i < query->client_busy->len; i++) {
      const SalonInterval *busy = &g_array_index (query->client_busy, SalonInterval, i);

      if (start < busy->to && busy->from < end)
        return FALSE;
    }
  }
  return slot->employee != 0;
}

static gboolean
model_welcome (const SalonSlot *slots, guint n, gint64 start, int spacing, guint per_day)
{
  guint of_day = 0;

  for (guint i = 0; i < n; i++) {
    if (llabs (slots[i].start - start) < spacing)
      return FALSE;
    of_day += slots[i].start / DAY == start / DAY;
  }
  return per_day == 0 || of_day < per_day;
}

static void
assert_same_slots (const GArray *found, const SalonSlot *expected, guint n)
{
  g_assert_cmpuint (found->len, ==, n);
  for (guint i = 0; i < n; i++) {
    const SalonSlot *slot = &g_array_index (found, SalonSlot, i);

    g_assert_cmpint (slot->start, ==, expected[i].start);
    g_assert_cmpint (slot->employee, ==, expected[i].employee);
    for (int line = 0; line < SALON_SLOT_MAX_LINES; line++)
      g_assert_cmpint (slot->rooms[line], ==, expected[i].rooms[line]);
  }
}

/* The slots that come next: what the solver finds for a single task. */
static GArray *
find_next (const SalonSlotQuery *query, int spacing, guint per_day)
{
  SalonSolverTask task = { query->lines, query->n_lines, query->employees, query->n_employees, 0, FALSE };
  SalonSolverQuery solver_query = {
    .tasks = &task,
    .n_tasks = 1,
    .preferred_employee = query->preferred_employee,
    .preferred_room = query->preferred_room,
    .client_busy = query->client_busy,
    .buffer_rule = query->buffer_rule,
    .ignore_visit = query->ignore_visit,
    .earliest = query->earliest,
    .end = query->end,
    .step = query->step,
    .count = query->count,
    .spacing = spacing,
    .per_day = per_day,
  };
  g_autoptr (GArray) proposals = salon_solver_find (&solver_query);
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (SalonSlot));

  for (guint i = 0; i < proposals->len; i++) {
    const SalonSolverProposal *proposal = &g_array_index (proposals, SalonSolverProposal, i);
    SalonSlot slot = { proposal->start, proposal->places[0].employee, { 0 } };

    g_assert_cmpuint (proposal->n_places, ==, 1);
    g_assert_cmpint (proposal->places[0].start, ==, proposal->start);
    memcpy (slot.rooms, proposal->places[0].rooms, sizeof slot.rooms);
    g_array_append_val (slots, slot);
  }
  return slots;
}

static guint
check_next (const Salon *salon)
{
  const SalonSlotQuery *query = &salon->query;
  g_autoptr (GArray) found = find_next (query, salon->spacing, salon->per_day);
  SalonSlot expected[60] = { 0 };
  guint n = 0;

  for (gint64 minute = query->earliest; minute < query->end && n < query->count; minute++) {
    SalonSlot slot = { 0 };

    if (minute % query->step == 0 && model_welcome (expected, n, minute, salon->spacing, salon->per_day)
        && model_slot (query, minute, &slot))
      expected[n++] = slot;
  }
  assert_same_slots (found, expected, n);
  return n;
}

static void
check_nearest (const SalonSlotQuery *query, gint64 wanted)
{
  g_autoptr (GArray) found = salon_slot_query_find_nearest (query, wanted);
  SalonSlot expected[60] = { 0 };
  guint n = 0;

  for (gint64 distance = 0; distance < DAYS * DAY && n < query->count; distance++)
    for (int side = -1; side <= 1; side += 2) {
      gint64 minute = wanted + side * distance;
      SalonSlot slot = { 0 };

      if ((distance == 0 && side > 0) || minute < query->earliest || minute >= query->end
          || n == query->count)
        continue;
      if (minute % query->step == 0 && model_slot (query, minute, &slot))
        expected[n++] = slot;
    }
  assert_same_slots (found, expected, n);
}

static void
test_random_days (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);
  guint n_slots = 0;

  for (int round = 0; round < 1000; round++) {
    Salon salon;

    salon_init (&salon, rand);
    n_slots += check_next (&salon);
    check_nearest (&salon.query, salon.base + g_rand_int_range (rand, 0, DAYS * DAY));
    salon_clear (&salon);
  }
  g_assert_cmpuint (n_slots, >, 3000);
}

/* What the finder offers, the check accepts; what it does not offer on its grid, the check objects to. */
static void
test_check_agrees (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (int round = 0; round < 300; round++) {
    Salon salon;

    salon_init (&salon, rand);
    salon.query.n_employees = 1;
    salon.query.n_lines = 1;
    salon.lines[0].n_rooms = 1;
    salon.lines[0].needs_room = TRUE;
    salon.query.client_busy = NULL;
    for (int i = 0; i < 40; i++) {
      gint64 start = salon.base + g_rand_int_range (rand, 60, DAYS * DAY - 60);
      SalonSlotPlacement placement = {
        .shape = salon.lines[0].shape,
        .start = start,
        .visit = salon.query.ignore_visit,
        .employee = 100,
        .does_service = TRUE,
        .working = salon.working[0],
        .employee_busy = salon.employee_busy[0],
        .n_employee_busy = salon.employees[0].n_busy,
        .room = 200,
        .room_fits = TRUE,
        .room_capacity = salon.rooms[0].capacity,
        .room_cleanup = salon.rooms[0].cleanup,
        .room_busy = salon.room_busy[0],
        .n_room_busy = salon.rooms[0].n_busy,
        .buffer_rule = salon.query.buffer_rule,
      };
      g_autoptr (GArray) problems = salon_slots_check (&placement);
      SalonSlot slot = { 0 };

      g_assert_cmpint (problems->len == 0, ==, model_slot (&salon.query, start, &slot));
    }
    salon_clear (&salon);
  }
}

static void
test_nobody_and_nowhere (void)
{
  g_autoptr (GArray) working = salon_intervals_new ();
  SalonSlotEmployee employee = { 1, 0, working, NULL, 0 };
  SalonSlotLine line = { .shape = { .work1 = 60 } };
  SalonSlotQuery query = { .lines = &line, .n_lines = 1, .earliest = 0, .end = DAY, .step = 15, .count = 3 };
  g_autoptr (GArray) nobody = find_next (&query, 0, 0);
  g_autoptr (GArray) nowhere = NULL;
  g_autoptr (GArray) found = NULL;

  g_assert_cmpuint (nobody->len, ==, 0);
  salon_intervals_add (working, 605, 740);
  query.employees = &employee;
  query.n_employees = 1;
  line.needs_room = TRUE;
  nowhere = find_next (&query, 0, 0);
  g_assert_cmpuint (nowhere->len, ==, 0);
  line.needs_room = FALSE;
  found = find_next (&query, 0, 0);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpint (g_array_index (found, SalonSlot, 0).start, ==, 615);
  g_assert_cmpint (g_array_index (found, SalonSlot, 2).start, ==, 645);
  g_assert_cmpint (g_array_index (found, SalonSlot, 0).rooms[0], ==, 0);
}

/* The gap of one client is time for another: 30 minutes of work fit between two parts with 40 minutes of gap. */
static void
test_work_in_the_gap (void)
{
  g_autoptr (GArray) working = salon_intervals_new ();
  SalonLineShape colouring = { 30, 40, 20, 0, 0, 0 };
  SalonLineLayout layout = { 0 };
  SalonSlotEmployee employee = { 1, 0, working, layout.work, 2 };
  SalonSlotLine line = { .shape = { .work1 = 30 } };
  SalonSlotQuery query = {
    .lines = &line, .n_lines = 1, .employees = &employee, .n_employees = 1, .end = DAY, .step = 5, .count = 3
  };
  g_autoptr (GArray) found = NULL;

  salon_line_layout (&colouring, 600, 9, &layout);
  salon_intervals_add (working, 600, 690);
  found = find_next (&query, 0, 0);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpint (g_array_index (found, SalonSlot, 0).start, ==, 630);
  g_assert_cmpint (g_array_index (found, SalonSlot, 2).start, ==, 640);
}

/* Hair, then nails, by one person: with ten minutes of buffer between them, in the room of the first if it is free. */
static void
test_chain (void)
{
  g_autoptr (GArray) working = salon_intervals_new ();
  const SalonBusy taken = { 700, 720, 0, 0, 5 };
  SalonSlotRoom rooms[] = { { 31, 0, 1, 0, NULL, 0 }, { 32, 1, 1, 0, NULL, 0 } };
  SalonSlotEmployee employee = { 1, 0, working, NULL, 0 };
  SalonSlotLine lines[] = {
    { .shape = { .work1 = 60, .buffer_after = 10 }, .needs_room = TRUE, .rooms = &rooms[1], .n_rooms = 1 },
    { .shape = { .work1 = 30 }, .needs_room = TRUE, .rooms = rooms, .n_rooms = 2 }
  };
  SalonSlotQuery query = {
    .lines = lines, .n_lines = 2, .employees = &employee, .n_employees = 1, .end = DAY, .step = 10, .count = 9
  };
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) found_later = NULL;

  salon_intervals_add (working, 600, 720);
  lines[1].offset = salon_slot_next_offset (&lines[0], &lines[1].shape, 0, SALON_BUFFERS_LARGER);
  g_assert_cmpint (lines[1].offset, ==, 70);
  found = find_next (&query, 0, 0);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpint (g_array_index (found, SalonSlot, 0).start, ==, 600);
  g_assert_cmpint (g_array_index (found, SalonSlot, 0).rooms[0], ==, 32);
  g_assert_cmpint (g_array_index (found, SalonSlot, 0).rooms[1], ==, 32);
  rooms[1].busy = &taken;
  rooms[1].n_busy = 1;
  found_later = find_next (&query, 0, 0);
  g_assert_cmpuint (found_later->len, ==, 3);
  g_assert_cmpint (g_array_index (found_later, SalonSlot, 0).rooms[1], ==, 32);
  g_assert_cmpint (g_array_index (found_later, SalonSlot, 1).start, ==, 610);
  g_assert_cmpint (g_array_index (found_later, SalonSlot, 1).rooms[1], ==, 31);
}

/* A full salon of 30 employees and 12 rooms on 60 days; the figure is printed, the benchmark suite judges it. */
static void
test_large (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (43);
  static SalonBusy busy[30][60 * 12], room_busy[12][60 * 20];
  SalonSlotEmployee employees[30];
  SalonSlotRoom rooms[12];
  SalonSlotLine line = {
    .shape = { 45, 20, 25, 5, 5, 10 }, .needs_room = TRUE, .rooms = rooms, .n_rooms = 12
  };
  SalonSlotQuery query = { .lines = &line,
                           .n_lines = 1,
                           .employees = employees,
                           .n_employees = 30,
                           .end = 60 * DAY,
                           .step = 5,
                           .count = 3 };
  gint64 begin = 0;
  g_autoptr (GArray) found = NULL;

  for (int i = 0; i < 30; i++) {
    GArray *working = salon_intervals_new ();

    for (int day = 0; day < 60; day++) {
      salon_intervals_add (working, day * DAY + 540, day * DAY + 1260);
      for (int k = 0; k < 12; k++)
        busy[i][day * 12 + k] =
            (SalonBusy){ day * DAY + 540 + k * 60, day * DAY + 580 + k * 60, 5, 5, k + 1 };
    }
    employees[i] = (SalonSlotEmployee){ i + 1, i, working, busy[i], 60 * 12 };
  }
  for (int i = 0; i < 12; i++) {
    for (int k = 0; k < 60 * 20; k++) {
      gint64 from = k * 72 + g_rand_int_range (rand, 0, 30);

      room_busy[i][k] = (SalonBusy){ from, from + 40, 0, 10, k + 1 };
    }
    rooms[i] = (SalonSlotRoom){ i + 1, i, i % 3 + 1, 5, room_busy[i], 60 * 20 };
  }
  begin = g_get_monotonic_time ();
  found = find_next (&query, 0, 0);
  g_test_message ("30 employees, 12 rooms, 60 full days: %.2f ms",
                  (double) (g_get_monotonic_time () - begin) / 1000);
  g_assert_cmpuint (found->len, ==, 0);
  for (int i = 0; i < 30; i++)
    g_array_unref ((GArray *) employees[i].working);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slots/random-days", test_random_days);
  g_test_add_func ("/slots/check-agrees", test_check_agrees);
  g_test_add_func ("/slots/nobody-and-nowhere", test_nobody_and_nowhere);
  g_test_add_func ("/slots/work-in-the-gap", test_work_in_the_gap);
  g_test_add_func ("/slots/chain", test_chain);
  g_test_add_func ("/slots/large", test_large);
  return g_test_run ();
}
