/* Finds the free slots for one service or several in a chain.
 *
 * For each employee and each room the set of minutes at which the line may begin is computed by interval arithmetic,
 * in one sweep over the time taken: nothing is tried out minute by minute.  Their unions meet where a slot is. */
#include "model/rules/slots.h"

#define MINUTES_A_DAY 1440

/* An employee or a room with the minutes at which the line may begin. */
typedef struct {
  gint64 id;
  int position;
  gboolean preferred;
  GArray *starts;
} Candidate;

typedef struct {
  const SalonSlotQuery *query;
  SalonLineLayout layouts[SALON_SLOT_MAX_LINES]; /* as if the first line began at minute 0 */
  GArray *employees;                             /* of Candidate, best first */
  GArray *rooms[SALON_SLOT_MAX_LINES];           /* of Candidate, best first; NULL if none is needed */
  GArray *starts;                                /* where somebody and for each line some room are free */
} Search;

static void
candidate_clear (gpointer data)
{
  g_array_unref (((Candidate *) data)->starts);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->preferred != other->preferred)
    return one->preferred ? -1 : 1;
  if (one->position != other->position)
    return one->position < other->position ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

static gboolean
may_matter (const SalonSlotQuery *query, const SalonBusy *busy)
{
  return query->ignore_visit == 0 || busy->id != query->ignore_visit;
}

/* Adds to @blocked every start at which @part (placed as if the line began at minute 0) clashes with @busy:
 * the predicate of salon_overlap_clash() solved for the start. */
static void
add_blocked (GArray *blocked, const SalonBusy *part, const SalonBusy *busy, SalonBufferRule rule)
{
  gint64 after_part = salon_overlap_distance (part->after, busy->before, rule);
  gint64 before_part = salon_overlap_distance (busy->after, part->before, rule);

  salon_intervals_add (blocked, busy->from - part->to - after_part + 1, busy->to + before_part - part->from);
}

/* The starts at which @part lies within the working time. */
static GArray *
starts_at_work (const SalonBusy *part, const GArray *working, gint64 earliest)
{
  GArray *starts = salon_intervals_new ();

  for (guint i = salon_intervals_find (working, earliest); i < working->len; i++) {
    const SalonInterval *shift = &g_array_index (working, SalonInterval, i);

    salon_intervals_add (starts, shift->from - part->from, shift->to - part->to + 1);
  }
  return starts;
}

static GArray *
all_starts (const SalonSlotQuery *query)
{
  GArray *starts = salon_intervals_new ();

  salon_intervals_add (starts, query->earliest, query->end);
  return starts;
}

static GArray *
starts_of_employee (const Search *search, const SalonSlotEmployee *employee)
{
  const SalonSlotQuery *query = search->query;
  g_autoptr (GArray) at_work = all_starts (query);
  g_autoptr (GArray) blocked = salon_intervals_new ();

  for (guint line = 0; line < query->n_lines; line++)
    for (guint k = 0; k < search->layouts[line].n_work && at_work->len > 0; k++) {
      const SalonBusy *part = &search->layouts[line].work[k];
      g_autoptr (GArray) before = at_work;
      g_autoptr (GArray) fitting = starts_at_work (part, employee->working, query->earliest);

      at_work = salon_intervals_intersect (before, fitting);
      for (guint i = 0; i < employee->n_busy; i++)
        if (may_matter (query, &employee->busy[i]))
          add_blocked (blocked, part, &employee->busy[i], query->buffer_rule);
    }
  salon_intervals_normalize (blocked);
  return salon_intervals_subtract (at_work, blocked);
}

static GArray *
starts_of_room (const SalonSlotQuery *query, const SalonBusy *needed, const SalonSlotRoom *room)
{
  g_autoptr (GArray) any = all_starts (query);
  g_autoptr (GArray) blocked = salon_intervals_new ();
  SalonBusy part = *needed;

  part.after += room->cleanup;
  if (room->capacity <= 1) {
    for (guint i = 0; i < room->n_busy; i++)
      if (may_matter (query, &room->busy[i]))
        add_blocked (blocked, &part, &room->busy[i], query->buffer_rule);
  } else {
    g_autoptr (GArray) full =
        salon_overlap_full (room->busy, room->n_busy, room->capacity, query->ignore_visit);

    for (guint i = 0; i < full->len; i++) {
      const SalonInterval *interval = &g_array_index (full, SalonInterval, i);
      SalonBusy nobody_more = { interval->from, interval->to, 0, 0, 0 };

      add_blocked (blocked, &part, &nobody_more, SALON_BUFFERS_SUM);
    }
  }
  salon_intervals_normalize (blocked);
  return salon_intervals_subtract (any, blocked);
}

static GArray *
union_of_starts (const GArray *candidates)
{
  GArray *all = salon_intervals_new ();

  for (guint i = 0; i < candidates->len; i++) {
    const GArray *starts = g_array_index (candidates, Candidate, i).starts;

    g_array_append_vals (all, starts->data, starts->len);
  }
  salon_intervals_normalize (all);
  return all;
}

static void
add_candidate (GArray *candidates, gint64 id, int position, gint64 preferred, GArray *starts)
{
  Candidate candidate = { id, position, id == preferred, starts };

  if (starts->len > 0)
    g_array_append_val (candidates, candidate);
  else
    g_array_unref (starts);
}

static GArray *
candidates_new (void)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (candidates, candidate_clear);
  return candidates;
}

/* Of the starts found so far only those stay that @operation leaves. */
static void
narrow (Search *search, GArray *(*operation) (const GArray *, const GArray *), const GArray *others)
{
  g_autoptr (GArray) before = search->starts;

  search->starts = operation (before, others);
}

static void
find_employees (Search *search)
{
  const SalonSlotQuery *query = search->query;

  search->employees = candidates_new ();
  for (guint i = 0; i < query->n_employees; i++)
    add_candidate (search->employees, query->employees[i].id, query->employees[i].position,
                   query->preferred_employee, starts_of_employee (search, &query->employees[i]));
  g_array_sort (search->employees, compare_candidates);
  search->starts = union_of_starts (search->employees);
}

static void
find_rooms (Search *search, guint line)
{
  const SalonSlotLine *wanted = &search->query->lines[line];
  g_autoptr (GArray) starts = NULL;

  if (!wanted->needs_room)
    return;
  search->rooms[line] = candidates_new ();
  for (guint i = 0; i < wanted->n_rooms; i++)
    add_candidate (search->rooms[line], wanted->rooms[i].id, wanted->rooms[i].position,
                   search->query->preferred_room,
                   starts_of_room (search->query, &search->layouts[line].room, &wanted->rooms[i]));
  g_array_sort (search->rooms[line], compare_candidates);
  starts = union_of_starts (search->rooms[line]);
  narrow (search, salon_intervals_intersect, starts);
}

static void
leave_client_in_peace (Search *search)
{
  const GArray *busy = search->query->client_busy;
  g_autoptr (GArray) blocked = salon_intervals_new ();
  gint64 end = 0;

  for (guint line = 0; line < search->query->n_lines; line++)
    end = MAX (end, search->layouts[line].end);
  for (guint i = 0; busy != NULL && i < busy->len; i++) {
    const SalonInterval *interval = &g_array_index (busy, SalonInterval, i);

    salon_intervals_add (blocked, interval->from - end + 1, interval->to);
  }
  salon_intervals_normalize (blocked);
  narrow (search, salon_intervals_subtract, blocked);
}

static void
search_begin (Search *search, const SalonSlotQuery *query)
{
  *search = (Search){ .query = query };
  for (guint line = 0; line < query->n_lines; line++)
    salon_line_layout (&query->lines[line].shape, query->lines[line].offset, 0, &search->layouts[line]);
  find_employees (search);
  for (guint line = 0; line < query->n_lines; line++)
    find_rooms (search, line);
  leave_client_in_peace (search);
}

static void
search_end (Search *search)
{
  g_array_unref (search->employees);
  g_array_unref (search->starts);
  for (guint line = 0; line < search->query->n_lines; line++)
    g_clear_pointer (&search->rooms[line], g_array_unref);
}

static gint64
floor_to (gint64 minute, int step)
{
  gint64 rest = minute % step;

  return minute - (rest < 0 ? rest + step : rest);
}

/* The first start on the grid that is not before @minute, or G_MAXINT64. */
static gint64
next_start (const Search *search, gint64 minute, int step)
{
  for (guint i = salon_intervals_find (search->starts, minute); i < search->starts->len; i++) {
    const SalonInterval *interval = &g_array_index (search->starts, SalonInterval, i);
    gint64 start = floor_to (MAX (minute, interval->from) + step - 1, step);

    if (start < interval->to)
      return start;
  }
  return G_MAXINT64;
}

/* The last start on the grid that is not after @minute, or G_MININT64. */
static gint64
previous_start (const Search *search, gint64 minute, int step)
{
  guint i = MIN (salon_intervals_find (search->starts, minute) + 1, search->starts->len);

  while (i-- > 0) {
    const SalonInterval *interval = &g_array_index (search->starts, SalonInterval, i);
    gint64 start = floor_to (MIN (minute, interval->to - 1), step);

    if (start >= interval->from)
      return start;
  }
  return G_MININT64;
}

/* The best of @candidates that may begin at @start, or 0; @same comes before all but a preferred one. */
static gint64
best_at (const GArray *candidates, gint64 start, gint64 same)
{
  const Candidate *best = NULL;

  for (guint i = 0; i < candidates->len; i++) {
    const Candidate *candidate = &g_array_index (candidates, Candidate, i);

    if (!salon_intervals_contain (candidate->starts, start, start + 1))
      continue;
    if (same == 0 || candidate->preferred || candidate->id == same)
      return candidate->id;
    if (best == NULL)
      best = candidate;
  }
  return best != NULL ? best->id : 0;
}

/* Whether one more slot at @start is wanted beside those found so far. */
static gboolean
is_welcome (const SalonSlotQuery *query, const GArray *slots, gint64 start)
{
  guint of_day = 0;

  for (guint i = slots->len; i-- > 0;) {
    gint64 other = g_array_index (slots, SalonSlot, i).start;

    if (ABS (start - other) < query->spacing)
      return FALSE;
    of_day += floor_to (start, MINUTES_A_DAY) == floor_to (other, MINUTES_A_DAY);
  }
  return query->per_day == 0 || of_day < query->per_day;
}

static void
add_slot (const Search *search, GArray *slots, gint64 start)
{
  SalonSlot slot = { start, 0, { 0 } };

  if (!is_welcome (search->query, slots, start))
    return;
  slot.employee = best_at (search->employees, start, 0);
  for (guint line = 0; line < search->query->n_lines; line++)
    if (search->rooms[line] != NULL)
      slot.rooms[line] = best_at (search->rooms[line], start, line > 0 ? slot.rooms[line - 1] : 0);
  g_array_append_val (slots, slot);
}

static gboolean
is_sound (const SalonSlotQuery *query)
{
  if (query->n_lines < 1 || query->n_lines > SALON_SLOT_MAX_LINES || query->step < 1
      || MINUTES_A_DAY % query->step != 0)
    return FALSE;
  for (guint line = 0; line < query->n_lines; line++)
    if (query->lines[line].shape.work1 < 1)
      return FALSE;
  return TRUE;
}

/**
 * salon_slot_next_offset:
 * @line: a line of a chain
 * @next: what follows it
 * @room_cleanup: minutes that the room needs after @line if both may be in one room; else 0
 *
 * Lines of one visit keep the same distance as those of different clients.
 *
 * Returns: the offset of the next line of the chain
 */
int
salon_slot_next_offset (const SalonSlotLine *line,
                        const SalonLineShape *next,
                        int room_cleanup,
                        SalonBufferRule rule)
{
  int after = line->shape.buffer_after + line->shape.cleanup + room_cleanup;

  return line->offset + salon_line_length (&line->shape)
         + salon_overlap_distance (after, next->buffer_before, rule);
}

/**
 * salon_slot_query_find:
 *
 * Each beginning is offered once: with the preferred employee if she is free then, else with the first in the order
 * of the staff; the same for the rooms.
 *
 * Returns: (transfer full) (element-type SalonSlot): the next free slots, earliest first; fewer than wanted if there
 *   are no more
 */
GArray *
salon_slot_query_find (const SalonSlotQuery *query)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (SalonSlot));
  Search search = { 0 };
  gint64 start = 0;

  g_return_val_if_fail (is_sound (query), slots);
  search_begin (&search, query);
  start = next_start (&search, query->earliest, query->step);
  while (start != G_MAXINT64 && slots->len < query->count) {
    add_slot (&search, slots, start);
    start = next_start (&search, start + 1, query->step);
  }
  search_end (&search);
  return slots;
}

/**
 * salon_slot_query_find_nearest:
 * @wanted: the minute that would have been wished
 *
 * As salon_slot_query_find(), but the slots nearest to @wanted, on both sides of it.
 *
 * Returns: (transfer full) (element-type SalonSlot): nearest first, of two equally near the earlier
 */
GArray *
salon_slot_query_find_nearest (const SalonSlotQuery *query, gint64 wanted)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (SalonSlot));
  Search search = { 0 };
  gint64 before = 0;
  gint64 after = 0;

  g_return_val_if_fail (is_sound (query), slots);
  search_begin (&search, query);
  before = previous_start (&search, wanted, query->step);
  after = next_start (&search, wanted + 1, query->step);
  while (slots->len < query->count && (before != G_MININT64 || after != G_MAXINT64)) {
    if (after == G_MAXINT64 || (before != G_MININT64 && wanted - before <= after - wanted)) {
      add_slot (&search, slots, before);
      before = previous_start (&search, before - 1, query->step);
    } else {
      add_slot (&search, slots, after);
      after = next_start (&search, after + 1, query->step);
    }
  }
  search_end (&search);
  return slots;
}
