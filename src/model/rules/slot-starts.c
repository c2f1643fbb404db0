/* For each employee and each room the set of minutes at which the lines may begin is computed by interval arithmetic,
 * in one sweep over the time taken: nothing is tried out minute by minute.  Where their unions meet is a slot. */
#include "model/rules/slot-starts.h"

static void
starter_clear (gpointer data)
{
  g_array_unref (((SalonStarter *) data)->starts);
}

static int
compare_starters (gconstpointer a, gconstpointer b)
{
  const SalonStarter *one = a;
  const SalonStarter *other = b;

  if (one->preferred != other->preferred)
    return one->preferred ? -1 : 1;
  if (one->position != other->position)
    return one->position < other->position ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

static gboolean
may_matter (const SalonStartsScope *scope, const SalonBusy *busy)
{
  return scope->ignore_visit == 0 || busy->id != scope->ignore_visit;
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
all_starts (const SalonStartsScope *scope)
{
  GArray *starts = salon_intervals_new ();

  salon_intervals_add (starts, scope->earliest, scope->end);
  return starts;
}

/**
 * salon_starts_of_employee:
 *
 * Returns: (transfer full) (element-type SalonInterval): the minutes at which she can begin with the first line and then
 *   do all the others at their offsets
 */
GArray *
salon_starts_of_employee (const SalonStartsScope *scope, const SalonSlotEmployee *employee)
{
  g_autoptr (GArray) at_work = all_starts (scope);
  g_autoptr (GArray) blocked = salon_intervals_new ();

  for (guint line = 0; line < scope->n_lines; line++) {
    SalonLineLayout layout = { 0 };

    salon_line_layout (&scope->lines[line].shape, scope->lines[line].offset, 0, &layout);
    for (guint k = 0; k < layout.n_work && at_work->len > 0; k++) {
      const SalonBusy *part = &layout.work[k];
      g_autoptr (GArray) before = at_work;
      g_autoptr (GArray) fitting = starts_at_work (part, employee->working, scope->earliest);

      at_work = salon_intervals_intersect (before, fitting);
      for (guint i = 0; i < employee->n_busy; i++)
        if (may_matter (scope, &employee->busy[i]))
          add_blocked (blocked, part, &employee->busy[i], scope->buffer_rule);
    }
  }
  salon_intervals_normalize (blocked);
  return salon_intervals_subtract (at_work, blocked);
}

/**
 * salon_starts_of_room:
 * @line: index of the line that is to be done there
 *
 * Returns: (transfer full) (element-type SalonInterval): the minutes at which the first line may begin so that the room
 *   has a place for @line
 */
GArray *
salon_starts_of_room (const SalonStartsScope *scope, guint line, const SalonSlotRoom *room)
{
  g_autoptr (GArray) any = all_starts (scope);
  g_autoptr (GArray) blocked = salon_intervals_new ();
  SalonLineLayout layout = { 0 };
  SalonBusy part;

  salon_line_layout (&scope->lines[line].shape, scope->lines[line].offset, 0, &layout);
  part = layout.room;
  part.after += room->cleanup;
  if (room->capacity <= 1) {
    for (guint i = 0; i < room->n_busy; i++)
      if (may_matter (scope, &room->busy[i]))
        add_blocked (blocked, &part, &room->busy[i], scope->buffer_rule);
  } else {
    g_autoptr (GArray) full = salon_overlap_full (room->busy, room->n_busy, room->capacity, scope->ignore_visit);

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
starters_new (void)
{
  GArray *starters = g_array_new (FALSE, FALSE, sizeof (SalonStarter));

  g_array_set_clear_func (starters, starter_clear);
  return starters;
}

/* Takes @starts. */
static void
add_starter (GArray *starters, gint64 id, int position, gint64 preferred, GArray *starts)
{
  SalonStarter starter = { id, position, id == preferred, starts };

  if (starts->len > 0)
    g_array_append_val (starters, starter);
  else
    g_array_unref (starts);
}

/**
 * salon_starters_of_employees:
 * @preferred: comes first; 0 = nobody
 *
 * Returns: (transfer full) (element-type SalonStarter): who can do all the lines at some minute, the best first
 */
GArray *
salon_starters_of_employees (const SalonStartsScope *scope,
                             const SalonSlotEmployee *employees,
                             guint n_employees,
                             gint64 preferred)
{
  GArray *starters = starters_new ();

  for (guint i = 0; i < n_employees; i++)
    add_starter (starters, employees[i].id, employees[i].position, preferred,
                 salon_starts_of_employee (scope, &employees[i]));
  g_array_sort (starters, compare_starters);
  return starters;
}

/**
 * salon_starters_of_rooms:
 * @preferred: comes first; 0 = none
 *
 * Returns: (transfer full) (nullable) (element-type SalonStarter): where @line can be done at some minute, the best
 *   first; %NULL if it needs no room
 */
GArray *
salon_starters_of_rooms (const SalonStartsScope *scope, guint line, gint64 preferred)
{
  const SalonSlotLine *wanted = &scope->lines[line];
  GArray *starters = NULL;

  if (!wanted->needs_room)
    return NULL;
  starters = starters_new ();
  for (guint i = 0; i < wanted->n_rooms; i++)
    add_starter (starters, wanted->rooms[i].id, wanted->rooms[i].position, preferred,
                 salon_starts_of_room (scope, line, &wanted->rooms[i]));
  g_array_sort (starters, compare_starters);
  return starters;
}

/**
 * salon_starters_union:
 *
 * Returns: (transfer full) (element-type SalonInterval): the minutes at which at least one of them may begin
 */
GArray *
salon_starters_union (const GArray *starters)
{
  GArray *all = salon_intervals_new ();

  for (guint i = 0; i < starters->len; i++) {
    const GArray *starts = g_array_index (starters, SalonStarter, i).starts;

    g_array_append_vals (all, starts->data, starts->len);
  }
  salon_intervals_normalize (all);
  return all;
}

/**
 * salon_starters_best:
 * @same: comes before all but a preferred one; 0 = none
 *
 * Returns: the id of the best that may begin at @start, or 0
 */
gint64
salon_starters_best (const GArray *starters, gint64 start, gint64 same)
{
  const SalonStarter *best = NULL;

  for (guint i = 0; i < starters->len; i++) {
    const SalonStarter *starter = &g_array_index (starters, SalonStarter, i);

    if (!salon_intervals_contain (starter->starts, start, start + 1))
      continue;
    if (same == 0 || starter->preferred || starter->id == same)
      return starter->id;
    if (best == NULL)
      best = starter;
  }
  return best != NULL ? best->id : 0;
}

static gint64
floor_to (gint64 minute, int step)
{
  gint64 rest = minute % step;

  return minute - (rest < 0 ? rest + step : rest);
}

/**
 * salon_starts_next:
 * @step: only multiples of so many minutes
 *
 * Returns: the first start that is not before @minute, or %G_MAXINT64
 */
gint64
salon_starts_next (const GArray *starts, gint64 minute, int step)
{
  for (guint i = salon_intervals_find (starts, minute); i < starts->len; i++) {
    const SalonInterval *interval = &g_array_index (starts, SalonInterval, i);
    gint64 start = floor_to (MAX (minute, interval->from) + step - 1, step);

    if (start < interval->to)
      return start;
  }
  return G_MAXINT64;
}

/**
 * salon_starts_previous:
 * @step: only multiples of so many minutes
 *
 * Returns: the last start that is not after @minute, or %G_MININT64
 */
gint64
salon_starts_previous (const GArray *starts, gint64 minute, int step)
{
  guint i = MIN (salon_intervals_find (starts, minute) + 1, starts->len);

  while (i-- > 0) {
    const SalonInterval *interval = &g_array_index (starts, SalonInterval, i);
    gint64 start = floor_to (MIN (minute, interval->to - 1), step);

    if (start >= interval->from)
      return start;
  }
  return G_MININT64;
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
