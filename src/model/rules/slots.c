/* Finds the free slots for a service.
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
  GArray *employees; /* of Candidate, best first */
  GArray *rooms;     /* of Candidate, best first; empty if none is needed */
  GArray *starts;    /* where somebody and some room are free */
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

/* The starts at which all working parts lie within the working time. */
static GArray *
starts_at_work (const SalonSlotQuery *query, const SalonLineLayout *layout, const GArray *working)
{
  GArray *starts = salon_intervals_new ();

  salon_intervals_add (starts, query->earliest, query->end);
  for (guint part = 0; part < layout->n_work; part++) {
    g_autoptr (GArray) before = starts;
    g_autoptr (GArray) fitting = salon_intervals_new ();

    for (guint i = salon_intervals_find (working, query->earliest); i < working->len; i++) {
      const SalonInterval *shift = &g_array_index (working, SalonInterval, i);

      salon_intervals_add (fitting, shift->from - layout->work[part].from, shift->to - layout->work[part].to + 1);
    }
    starts = salon_intervals_intersect (before, fitting);
  }
  return starts;
}

static GArray *
starts_of_employee (const SalonSlotQuery *query, const SalonLineLayout *layout, const SalonSlotEmployee *employee)
{
  g_autoptr (GArray) at_work = starts_at_work (query, layout, employee->working);
  g_autoptr (GArray) blocked = salon_intervals_new ();

  for (guint part = 0; part < layout->n_work && at_work->len > 0; part++)
    for (guint i = 0; i < employee->n_busy; i++)
      if (may_matter (query, &employee->busy[i]))
        add_blocked (blocked, &layout->work[part], &employee->busy[i], query->buffer_rule);
  salon_intervals_normalize (blocked);
  return salon_intervals_subtract (at_work, blocked);
}

static GArray *
starts_of_room (const SalonSlotQuery *query, const SalonLineLayout *layout, const SalonSlotRoom *room)
{
  g_autoptr (GArray) any = salon_intervals_new ();
  g_autoptr (GArray) blocked = salon_intervals_new ();
  SalonBusy part = layout->room;

  part.after += room->cleanup;
  salon_intervals_add (any, query->earliest, query->end);
  if (room->capacity <= 1) {
    for (guint i = 0; i < room->n_busy; i++)
      if (may_matter (query, &room->busy[i]))
        add_blocked (blocked, &part, &room->busy[i], query->buffer_rule);
  } else {
    g_autoptr (GArray) full = salon_overlap_full (room->busy, room->n_busy, room->capacity, query->ignore_visit);

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

static void
search_begin (Search *search, const SalonSlotQuery *query)
{
  SalonLineLayout layout = { 0 };

  salon_line_layout (&query->shape, 0, 0, &layout);
  search->employees = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (search->employees, candidate_clear);
  search->rooms = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (search->rooms, candidate_clear);
  for (guint i = 0; i < query->n_employees; i++)
    add_candidate (search->employees, query->employees[i].id, query->employees[i].position,
                   query->preferred_employee, starts_of_employee (query, &layout, &query->employees[i]));
  g_array_sort (search->employees, compare_candidates);
  for (guint i = 0; query->needs_room && i < query->n_rooms; i++)
    add_candidate (search->rooms, query->rooms[i].id, query->rooms[i].position, query->preferred_room,
                   starts_of_room (query, &layout, &query->rooms[i]));
  g_array_sort (search->rooms, compare_candidates);

  search->starts = union_of_starts (search->employees);
  if (query->needs_room) {
    g_autoptr (GArray) of_employees = search->starts;
    g_autoptr (GArray) of_rooms = union_of_starts (search->rooms);

    search->starts = salon_intervals_intersect (of_employees, of_rooms);
  }
  if (query->client_busy != NULL) {
    g_autoptr (GArray) of_salon = search->starts;
    g_autoptr (GArray) blocked = salon_intervals_new ();

    for (guint i = 0; i < query->client_busy->len; i++) {
      const SalonInterval *interval = &g_array_index (query->client_busy, SalonInterval, i);

      salon_intervals_add (blocked, interval->from - layout.end + 1, interval->to);
    }
    salon_intervals_normalize (blocked);
    search->starts = salon_intervals_subtract (of_salon, blocked);
  }
}

static void
search_end (Search *search)
{
  g_array_unref (search->employees);
  g_array_unref (search->rooms);
  g_array_unref (search->starts);
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

/* The best of @candidates that may begin at @start, or 0. */
static gint64
best_at (const GArray *candidates, gint64 start)
{
  for (guint i = 0; i < candidates->len; i++) {
    const Candidate *candidate = &g_array_index (candidates, Candidate, i);

    if (salon_intervals_contain (candidate->starts, start, start + 1))
      return candidate->id;
  }
  return 0;
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
add_slot (const Search *search, const SalonSlotQuery *query, GArray *slots, gint64 start)
{
  SalonSlot slot = { start, best_at (search->employees, start), best_at (search->rooms, start) };

  if (is_welcome (query, slots, start))
    g_array_append_val (slots, slot);
}

static gboolean
is_sound (const SalonSlotQuery *query)
{
  return query->shape.work1 > 0 && query->step > 0 && MINUTES_A_DAY % query->step == 0;
}

/**
 * salon_slots_find:
 *
 * Each beginning is offered once: with the preferred employee if she is free then, else with the first in the order
 * of the staff; the same for the room.
 *
 * Returns: (transfer full) (element-type SalonSlot): the next free slots, earliest first; fewer than wanted if there
 *   are no more
 */
GArray *
salon_slots_find (const SalonSlotQuery *query)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (SalonSlot));
  Search search = { 0 };
  gint64 start = 0;

  g_return_val_if_fail (is_sound (query), slots);
  search_begin (&search, query);
  start = next_start (&search, query->earliest, query->step);
  while (start != G_MAXINT64 && slots->len < query->count) {
    add_slot (&search, query, slots, start);
    start = next_start (&search, start + 1, query->step);
  }
  search_end (&search);
  return slots;
}

/**
 * salon_slots_find_nearest:
 * @wanted: the minute that would have been wished
 *
 * As salon_slots_find(), but the slots nearest to @wanted, on both sides of it.
 *
 * Returns: (transfer full) (element-type SalonSlot): nearest first, of two equally near the earlier
 */
GArray *
salon_slots_find_nearest (const SalonSlotQuery *query, gint64 wanted)
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
      add_slot (&search, query, slots, before);
      before = previous_start (&search, before - 1, query->step);
    } else {
      add_slot (&search, query, slots, after);
      after = next_start (&search, after + 1, query->step);
    }
  }
  search_end (&search);
  return slots;
}
