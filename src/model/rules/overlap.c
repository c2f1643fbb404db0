/* When two bookings of one employee or one room clash.
 *
 * Intervals are half-open: 10 to 11 and 11 to 12 do not clash.  Between neighbours the larger buffer counts, or the
 * sum of both by setting.  A room that holds more than one client is full at an instant when as many bookings as it
 * holds cover it, each with its buffers.
 *
 * The same predicate stands in the trigger of the database.
 */
#include "model/rules/overlap.h"
#include "model/rules/interval.h"

/* One end of a booking's time: +1 where it begins, -1 where it ends. */
typedef struct {
  gint64 minute;
  int change;
} Edge;

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *one = a;
  const Edge *other = b;

  return (one->minute > other->minute) - (one->minute < other->minute);
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const SalonBusy *one = a;
  const SalonBusy *other = b;

  if (one->id != other->id)
    return one->id < other->id ? -1 : 1;
  return (one->from > other->from) - (one->from < other->from);
}

/* Whether @a is to be named before @b. */
static gboolean
comes_first (const SalonBusy *a, const SalonBusy *b)
{
  return a->from < b->from || (a->from == b->from && a->id < b->id);
}

static gboolean
is_own (const SalonBusy *busy, gint64 id)
{
  return id != 0 && busy->id == id;
}

/**
 * salon_overlap_distance:
 * @after: minutes to keep free after the first of two neighbours
 * @before: minutes to keep free before the second
 *
 * Returns: how many free minutes must lie between them
 */
int
salon_overlap_distance (int after, int before, SalonBufferRule rule)
{
  return rule == SALON_BUFFERS_SUM ? after + before : MAX (after, before);
}

/**
 * salon_overlap_clash:
 *
 * Returns: whether both cannot stand for one employee, or in one room that holds one client
 */
gboolean
salon_overlap_clash (const SalonBusy *a, const SalonBusy *b, SalonBufferRule rule)
{
  return a->from < b->to + salon_overlap_distance (b->after, a->before, rule)
         && b->from < a->to + salon_overlap_distance (a->after, b->before, rule);
}

/**
 * salon_overlap_find:
 * @busy: (array length=n_busy): time taken, in any order
 * @wanted: what is to be placed; entries with its own id (if not 0) do not stand in its way
 *
 * Returns: the index of the clashing entry that begins first (of those the one with the lowest id), or -1
 */
int
salon_overlap_find (const SalonBusy *busy, guint n_busy, const SalonBusy *wanted, SalonBufferRule rule)
{
  int found = -1;

  for (guint i = 0; i < n_busy; i++) {
    if (is_own (&busy[i], wanted->id) || !salon_overlap_clash (&busy[i], wanted, rule))
      continue;
    if (found < 0 || comes_first (&busy[i], &busy[found]))
      found = (int) i;
  }
  return found;
}

/**
 * salon_overlap_full:
 * @busy: (array length=n_busy): time taken in a room, in any order
 * @capacity: how many clients the room holds
 * @ignore_id: the entries of this id do not count; 0 = all count
 *
 * Returns: (transfer full): the set of #SalonInterval in which the room takes nobody more, buffers included
 */
GArray *
salon_overlap_full (const SalonBusy *busy, guint n_busy, int capacity, gint64 ignore_id)
{
  g_autoptr (GArray) edges = g_array_sized_new (FALSE, FALSE, sizeof (Edge), 2 * n_busy);
  GArray *full = salon_intervals_new ();
  int present = 0;

  for (guint i = 0; i < n_busy; i++) {
    Edge begin = { busy[i].from - busy[i].before, 1 };
    Edge end = { busy[i].to + busy[i].after, -1 };

    if (is_own (&busy[i], ignore_id))
      continue;
    g_array_append_val (edges, begin);
    g_array_append_val (edges, end);
  }
  g_array_sort (edges, compare_edges);
  for (guint i = 0; i + 1 < edges->len; i++) {
    present += g_array_index (edges, Edge, i).change;
    if (present >= capacity)
      salon_intervals_add (full, g_array_index (edges, Edge, i).minute,
                           g_array_index (edges, Edge, i + 1).minute);
  }
  salon_intervals_normalize (full);
  return full;
}

/**
 * salon_overlap_room_clash:
 *
 * Returns: whether both want the room at the same time: in a room for one by salon_overlap_clash(), in a larger one
 *   if the times with their buffers meet
 */
gboolean
salon_overlap_room_clash (const SalonBusy *a, const SalonBusy *b, int capacity, SalonBufferRule rule)
{
  if (capacity <= 1)
    return salon_overlap_clash (a, b, rule);
  return a->from - a->before < b->to + b->after && b->from - b->before < a->to + a->after;
}

/**
 * salon_overlap_find_room:
 * @capacity: how many clients the room holds
 *
 * As salon_overlap_find(), for a room.  A room for several refuses only where it is full, and names one of those who
 * fill it.
 *
 * Returns: the index of the clashing entry that begins first, or -1
 */
int
salon_overlap_find_room (const SalonBusy *busy,
                         guint n_busy,
                         int capacity,
                         const SalonBusy *wanted,
                         SalonBufferRule rule)
{
  g_autoptr (GArray) full = NULL;
  int found = -1;

  if (capacity <= 1)
    return salon_overlap_find (busy, n_busy, wanted, rule);
  full = salon_overlap_full (busy, n_busy, capacity, wanted->id);
  for (guint i = 0; i < n_busy; i++) {
    gint64 from = MAX (busy[i].from - busy[i].before, wanted->from - wanted->before);
    gint64 to = MIN (busy[i].to + busy[i].after, wanted->to + wanted->after);

    if (is_own (&busy[i], wanted->id) || !salon_intervals_meet (full, from, to))
      continue;
    if (found < 0 || comes_first (&busy[i], &busy[found]))
      found = (int) i;
  }
  return found;
}

/**
 * salon_overlap_places:
 * @busy: (transfer full): time taken in a room for several
 *
 * There a visit takes one place, however many lines it has: buffers become part of the time, and what of one visit
 * touches is one.
 *
 * Returns: (transfer full) (element-type SalonBusy): the places taken, by visit
 */
GArray *
salon_overlap_places (GArray *busy)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (SalonBusy), busy->len);

  for (guint i = 0; i < busy->len; i++) {
    SalonBusy *part = &g_array_index (busy, SalonBusy, i);

    *part = (SalonBusy){ part->from - part->before, part->to + part->after, 0, 0, part->id };
  }
  g_array_sort (busy, compare_visits);
  for (guint i = 0; i < busy->len; i++) {
    const SalonBusy *part = &g_array_index (busy, SalonBusy, i);
    SalonBusy *last = places->len > 0 ? &g_array_index (places, SalonBusy, places->len - 1) : NULL;

    if (last != NULL && last->id == part->id && part->from <= last->to)
      last->to = MAX (last->to, part->to);
    else
      g_array_append_val (places, *part);
  }
  g_array_unref (busy);
  return places;
}
