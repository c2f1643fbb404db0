/* Hours of employees and rooms as facts.  An employee is open while she works by her shifts, a room while the salon is
 * open, as often as it has places; what was done outside counts as taken all the same. */
#include "config.h"

#include "model/entities/employee.h"
#include "model/entities/room.h"
#include "model/services/diary.h"
#include "model/services/opening-times.h"
#include "model/services/report-hours.h"
#include "model/store/repo.h"
#include "model/store/tx.h"
#include "model/store/visit-store.h"

/* So many days are looked at together. */
#define CHUNK_DAYS 31
#define MINUTES_AN_HOUR 60

enum { TAKEN, OPEN };

typedef struct {
  SalonTx *tx;
  SalonDay from;
  SalonDay to;
  GPtrArray *employees;
  GPtrArray *rooms;
  GArray *ids; /* of employees */
  SalonScheduleRows *schedule;
  SalonReportTakeHour take;
  gpointer data;
} Walk;

static void
walk_clear (Walk *walk)
{
  g_clear_pointer (&walk->employees, g_ptr_array_unref);
  g_clear_pointer (&walk->rooms, g_ptr_array_unref);
  g_clear_pointer (&walk->ids, g_array_unref);
  g_clear_pointer (&walk->schedule, salon_schedule_rows_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

/* One stretch of minutes as facts of single hours, cut to the days of the chunk. */
static void
give (const Walk *walk, SalonFact *fact, gint64 from, gint64 to, int what, gint64 times)
{
  from = MAX (from, (gint64) walk->from * SALON_MINUTES_A_DAY);
  to = MIN (to, (gint64) (walk->to + 1) * SALON_MINUTES_A_DAY);
  while (from < to) {
    gint64 next = MIN (to, (from / MINUTES_AN_HOUR + 1) * MINUTES_AN_HOUR);

    fact->day = (SalonDay) (from / SALON_MINUTES_A_DAY);
    fact->minute = (int) (from % SALON_MINUTES_A_DAY);
    fact->amounts[TAKEN] = what == TAKEN ? (next - from) * times : 0;
    fact->amounts[OPEN] = what == OPEN ? (next - from) * times : 0;
    walk->take (fact, walk->data);
    from = next;
  }
}

static void
give_open (const Walk *walk, SalonFact *fact, const SalonScheduleTimes *times, gint64 places)
{
  for (guint i = 0; times != NULL && i < times->working->len; i++) {
    const SalonInterval *part = &g_array_index (times->working, SalonInterval, i);

    give (walk, fact, part->from, part->to, OPEN, places);
  }
}

static gboolean
give_taken (const Walk *walk, SalonFact *fact, SalonResourceKind kind, gint64 id, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SalonOccupancy));

  if (!salon_visit_store_occupancy_of (walk->tx, kind, id, (gint64) walk->from * SALON_MINUTES_A_DAY,
                                       (gint64) (walk->to + 1) * SALON_MINUTES_A_DAY, rows, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const SalonOccupancy *row = &g_array_index (rows, SalonOccupancy, i);

    give (walk, fact, row->from_min, row->to_min, TAKEN, 1);
  }
  return TRUE;
}

static gboolean
walk_employees (const Walk *walk, GError **error)
{
  g_autoptr (GPtrArray) no_rooms = g_ptr_array_new ();
  SalonDiaryScope scope = { .from_min = (gint64) walk->from * SALON_MINUTES_A_DAY,
                            .to_min = (gint64) (walk->to + 1) * SALON_MINUTES_A_DAY,
                            .employee_ids = walk->ids,
                            .rooms = no_rooms,
                            .schedule = walk->schedule };
  g_autoptr (SalonDiary) diary = salon_diary_load_times (walk->tx, &scope, error);

  if (diary == NULL)
    return FALSE;
  for (guint i = 0; i < walk->employees->len; i++) {
    gint64 id = salon_entity_get_id (walk->employees->pdata[i]);
    SalonFact fact = { .employee_id = id };

    give_open (walk, &fact, salon_diary_times (diary, id), 1);
    if (!give_taken (walk, &fact, SALON_RESOURCE_EMPLOYEE, id, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
walk_rooms (const Walk *walk, GError **error)
{
  gboolean known = FALSE;
  g_autoptr (SalonScheduleTimes) times = salon_opening_times (walk->tx, walk->from - 1, walk->to, TRUE, &known, error);

  if (times == NULL)
    return FALSE;
  for (guint i = 0; i < walk->rooms->len; i++) {
    const SalonRoom *room = walk->rooms->pdata[i];
    SalonFact fact = { .room_id = salon_entity_get_id (room) };

    give_open (walk, &fact, times, room->capacity);
    if (!give_taken (walk, &fact, SALON_RESOURCE_ROOM, fact.room_id, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
begin (Walk *walk, SalonTx *tx, SalonDay from, SalonDay to, GError **error)
{
  walk->tx = tx;
  walk->employees = salon_repo_all (tx, salon_employee_get_type (), error);
  walk->rooms = walk->employees != NULL ? salon_repo_all (tx, salon_room_get_type (), error) : NULL;
  if (walk->rooms == NULL)
    return FALSE;
  walk->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < walk->employees->len; i++) {
    gint64 id = salon_entity_get_id (walk->employees->pdata[i]);

    g_array_append_val (walk->ids, id);
  }
  walk->schedule = salon_diary_load_schedule (tx, (gint64) from * SALON_MINUTES_A_DAY, (gint64) (to + 1) * SALON_MINUTES_A_DAY,
                                              walk->ids, error);
  return walk->schedule != NULL;
}

/**
 * salon_report_hours:
 * @rooms: of rooms; otherwise of employees
 * @take: is given facts with day, minute, employee or room; amounts: minutes taken, minutes open
 *
 * Returns: whether everything was read
 */
gboolean
salon_report_hours (SalonTx *tx, SalonDay from, SalonDay to, gboolean rooms, SalonReportTakeHour take, gpointer data,
                    GError **error)
{
  g_auto (Walk) walk = { .take = take, .data = data };

  if (!begin (&walk, tx, from, to, error))
    return FALSE;
  for (SalonDay day = from; day <= to; day += CHUNK_DAYS) {
    walk.from = day;
    walk.to = MIN (to, day + CHUNK_DAYS - 1);
    if (!(rooms ? walk_rooms (&walk, error) : walk_employees (&walk, error)))
      return FALSE;
  }
  return TRUE;
}
