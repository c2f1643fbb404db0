/* Finds the free slots nearest to a wish, for one employee's lines at fixed distances.  The slots that come next, for
 * several employees too, are found by visit-solver. */
#include "model/rules/slots.h"

#define MINUTES_A_DAY 1440

typedef struct {
  const SalonSlotQuery *query;
  GArray *employees;                    /* of SalonStarter, best first */
  GArray *rooms[SALON_SLOT_MAX_LINES];  /* of SalonStarter, best first; NULL if none is needed */
  GArray *starts;                       /* where somebody and for each line some room are free */
} Search;

/* Of the starts found so far only those stay that @operation leaves. */
static void
narrow (Search *search, GArray *(*operation) (const GArray *, const GArray *), const GArray *others)
{
  g_autoptr (GArray) before = search->starts;

  search->starts = operation (before, others);
}

static void
find_rooms (Search *search, const SalonStartsScope *scope, guint line)
{
  g_autoptr (GArray) starts = NULL;

  search->rooms[line] = salon_starters_of_rooms (scope, line, search->query->preferred_room);
  if (search->rooms[line] == NULL)
    return;
  starts = salon_starters_union (search->rooms[line]);
  narrow (search, salon_intervals_intersect, starts);
}

static void
leave_client_in_peace (Search *search)
{
  const GArray *busy = search->query->client_busy;
  g_autoptr (GArray) blocked = salon_intervals_new ();
  gint64 end = 0;

  for (guint line = 0; line < search->query->n_lines; line++)
    end = MAX (end, search->query->lines[line].offset + salon_line_length (&search->query->lines[line].shape));
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
  SalonStartsScope scope = {
    query->lines, query->n_lines, query->buffer_rule, query->ignore_visit, query->earliest, query->end,
  };

  *search = (Search){ .query = query };
  search->employees =
      salon_starters_of_employees (&scope, query->employees, query->n_employees, query->preferred_employee);
  search->starts = salon_starters_union (search->employees);
  for (guint line = 0; line < query->n_lines; line++)
    find_rooms (search, &scope, line);
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

static void
add_slot (const Search *search, GArray *slots, gint64 start)
{
  SalonSlot slot = { start, 0, { 0 } };

  slot.employee = salon_starters_best (search->employees, start, 0);
  for (guint line = 0; line < search->query->n_lines; line++)
    if (search->rooms[line] != NULL)
      slot.rooms[line] = salon_starters_best (search->rooms[line], start, line > 0 ? slot.rooms[line - 1] : 0);
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
 * salon_slot_query_find_nearest:
 * @wanted: the minute that would have been wished
 *
 * The slots nearest to @wanted, on both sides of it.  Each beginning is offered once: with the preferred employee if she
 * is free then, else with the first in the order of the staff; the same for the rooms.
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
  before = salon_starts_previous (search.starts, wanted, query->step);
  after = salon_starts_next (search.starts, wanted + 1, query->step);
  while (slots->len < query->count && (before != G_MININT64 || after != G_MAXINT64)) {
    if (after == G_MAXINT64 || (before != G_MININT64 && wanted - before <= after - wanted)) {
      add_slot (&search, slots, before);
      before = salon_starts_previous (search.starts, before - 1, query->step);
    } else {
      add_slot (&search, slots, after);
      after = salon_starts_next (search.starts, after + 1, query->step);
    }
  }
  search_end (&search);
  return slots;
}
