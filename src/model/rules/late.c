/* A visit is late when its time has come and the client has not; who said she would be later, when that has passed. */
#include "config.h"

#include "model/rules/late.h"

/**
 * salon_visit_is_late:
 * @start_min: absolute wall minute at which it was to begin
 * @late_min: so many minutes nobody asks: what the salon allows, or what the client announced if that is more
 * @now: absolute wall minute
 *
 * Returns: whether somebody should ask where she is
 */
gboolean
salon_visit_is_late (SalonVisitState state, gint64 start_min, gint64 late_min, gint64 now)
{
  return (state == SALON_VISIT_BOOKED || state == SALON_VISIT_CONFIRMED) && now >= start_min + late_min;
}

static int
by_start (gconstpointer a, gconstpointer b)
{
  const SalonBusy *one = a;
  const SalonBusy *other = b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

static gboolean
is_pushed (const GArray *pushes, gint64 visit_id)
{
  for (guint i = 0; i < pushes->len; i++)
    if (g_array_index (pushes, SalonLatePush, i).visit_id == visit_id)
      return TRUE;
  return FALSE;
}

/**
 * salon_late_pushes:
 * @busy: (array length=n_busy): the employee's time, in any order
 * @work: the late visit's own last work
 * @minutes: so much later it begins and ends
 *
 * One after the other: who comes next waits until the late one is done, and makes the one after her wait.
 *
 * Returns: (transfer full) (element-type SalonLatePush): who has to wait, in order
 */
GArray *
salon_late_pushes (const SalonBusy *busy, guint n_busy, const SalonBusy *work, gint64 minutes, SalonBufferRule rule)
{
  GArray *pushes = g_array_new (FALSE, FALSE, sizeof (SalonLatePush));
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (SalonBusy));
  SalonBusy before = *work;

  for (guint i = 0; i < n_busy; i++)
    if (busy[i].id != work->id && busy[i].from >= work->to)
      g_array_append_val (later, busy[i]);
  g_array_sort (later, by_start);
  before.from += minutes;
  before.to += minutes;
  for (guint i = 0; i < later->len; i++) {
    SalonBusy next = g_array_index (later, SalonBusy, i);
    gint64 delay = before.to + salon_overlap_distance (before.after, next.before, rule) - next.from;
    SalonLatePush push = { next.id, delay };

    if (delay <= 0)
      break;
    if (!is_pushed (pushes, next.id))
      g_array_append_val (pushes, push);
    next.from += delay;
    next.to += delay;
    before = next;
  }
  return pushes;
}
