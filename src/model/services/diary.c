/* Loads what the rules of booking look at.
 *
 * Six queries for the working time, one for each employee and each room for the time taken. */
#include "config.h"

#include "base/ids.h"
#include "model/entities/occupancy.h"
#include "model/services/diary.h"
#include "model/store/visit-store.h"

#define ROWS_EXPECTED 128 /* of one employee or room; more are taken, too */

struct _SalonDiary {
  GHashTable *times;         /* gint64 → SalonScheduleTimes */
  GHashTable *employee_busy; /* gint64 → GArray of SalonBusy */
  GHashTable *room_busy;     /* gint64 → GArray of SalonBusy */
};

/* Where the rows of each array are that come next, for employees in ascending order. */
typedef struct {
  const GArray *rows;
  guint at;
} Cursor;

static gint64 *
key_new (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static GHashTable *
table_new (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static gint64
floor_day (gint64 minute)
{
  return minute / SALON_MINUTES_A_DAY - (minute % SALON_MINUTES_A_DAY < 0);
}

/* ---- working time */

static const SalonScheduleRow *
next_of (Cursor *cursor, gint64 employee_id)
{
  const SalonScheduleRow *row = NULL;

  while (cursor->at < cursor->rows->len
         && g_array_index (cursor->rows, SalonScheduleRow, cursor->at).employee_id < employee_id)
    cursor->at++;
  if (cursor->at == cursor->rows->len)
    return NULL;
  row = &g_array_index (cursor->rows, SalonScheduleRow, cursor->at);
  if (row->employee_id != employee_id)
    return NULL;
  cursor->at++;
  return row;
}

static GArray *
weekly_of (Cursor *cursor, gint64 employee_id)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (SalonScheduleWeekly));
  const SalonScheduleRow *row = NULL;

  while ((row = next_of (cursor, employee_id)) != NULL) {
    SalonScheduleWeekly part = { row->first, row->from, row->to };

    g_array_append_val (parts, part);
  }
  return parts;
}

static GArray *
dated_of (Cursor *cursor, gint64 employee_id)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (SalonScheduleDated));
  const SalonScheduleRow *row = NULL;

  while ((row = next_of (cursor, employee_id)) != NULL) {
    SalonScheduleDated part = { row->first, row->from, row->to };

    g_array_append_val (parts, part);
  }
  return parts;
}

static GArray *
away_of (Cursor *cursor, gint64 employee_id)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (SalonScheduleAway));
  const SalonScheduleRow *row = NULL;

  while ((row = next_of (cursor, employee_id)) != NULL) {
    SalonScheduleAway part = { row->first, row->last, row->from, row->to };

    g_array_append_val (parts, part);
  }
  return parts;
}

typedef struct {
  Cursor hours;
  Cursor shifts;
  Cursor breaks;
  Cursor weekly_breaks;
  Cursor absences;
  const GArray *holidays; /* SalonScheduleAway */
  SalonDay first_day;
  SalonDay last_day;
} Calendar;

static SalonScheduleTimes *
times_of (Calendar *calendar, gint64 employee_id)
{
  g_autoptr (GArray) weekly = weekly_of (&calendar->hours, employee_id);
  g_autoptr (GArray) shifts = dated_of (&calendar->shifts, employee_id);
  g_autoptr (GArray) breaks = dated_of (&calendar->breaks, employee_id);
  g_autoptr (GArray) weekly_breaks = weekly_of (&calendar->weekly_breaks, employee_id);
  g_autoptr (GArray) absences = away_of (&calendar->absences, employee_id);
  SalonScheduleInput input = {
    .weekly = (const SalonScheduleWeekly *) (gpointer) weekly->data,
    .n_weekly = weekly->len,
    .shifts = (const SalonScheduleDated *) (gpointer) shifts->data,
    .n_shifts = shifts->len,
    .weekly_breaks = (const SalonScheduleWeekly *) (gpointer) weekly_breaks->data,
    .n_weekly_breaks = weekly_breaks->len,
    .breaks = (const SalonScheduleDated *) (gpointer) breaks->data,
    .n_breaks = breaks->len,
    .absences = (const SalonScheduleAway *) (gpointer) absences->data,
    .n_absences = absences->len,
    .holidays = (const SalonScheduleAway *) (gpointer) calendar->holidays->data,
    .n_holidays = calendar->holidays->len,
  };

  return salon_schedule_times_new (&input, calendar->first_day, calendar->last_day);
}

/* Rows are read for one employee, or for everybody. */
static gint64
only_one (const GArray *ids)
{
  return ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

/* A shift that began the day before may run into the span. */
static SalonDay
first_day (gint64 from_min)
{
  return (SalonDay) floor_day (from_min) - 1;
}

static SalonDay
last_day (gint64 to_min)
{
  return (SalonDay) floor_day (to_min - 1);
}

static void
make_times (SalonDiary *self, const SalonDiaryScope *scope, const SalonScheduleRows *rows, const GArray *ids)
{
  Calendar calendar = { .first_day = first_day (scope->from_min), .last_day = last_day (scope->to_min) };
  g_autoptr (GArray) holidays = away_of (&(Cursor){ rows->holidays, 0 }, 0);

  calendar.hours.rows = rows->hours;
  calendar.shifts.rows = rows->shifts;
  calendar.breaks.rows = rows->breaks;
  calendar.weekly_breaks.rows = rows->weekly_breaks;
  calendar.absences.rows = rows->absences;
  calendar.holidays = holidays;
  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);

    if (!g_hash_table_contains (self->times, &id))
      g_hash_table_insert (self->times, key_new (id), times_of (&calendar, id));
  }
}

static gboolean
load_times (SalonDiary *self, SalonTx *tx, const SalonDiaryScope *scope, const GArray *ids, GError **error)
{
  g_autoptr (SalonScheduleRows) own = NULL;
  SalonScheduleRows *rows = scope->schedule;

  if (ids->len == 0)
    return TRUE;
  if (rows == NULL)
    rows = own = salon_diary_load_schedule (tx, scope->from_min, scope->to_min, ids, error);
  if (rows == NULL
      || !salon_schedule_store_load_days (tx, rows, only_one (ids), first_day (scope->from_min), last_day (scope->to_min),
                                          error))
    return FALSE;
  make_times (self, scope, rows, ids);
  return TRUE;
}

/* ---- time taken */

static GArray *
busy_of_rows (const GArray *rows)
{
  GArray *busy = g_array_sized_new (FALSE, FALSE, sizeof (SalonBusy), rows->len);

  for (guint i = 0; i < rows->len; i++) {
    const SalonOccupancy *row = &g_array_index (rows, SalonOccupancy, i);
    SalonBusy part = { row->from_min, row->to_min, (int) row->before_min, (int) row->after_min, row->visit_id };

    g_array_append_val (busy, part);
  }
  return busy;
}

static GArray *
load_busy (SalonTx *tx, SalonResourceKind kind, gint64 id, const SalonDiaryScope *scope, GError **error)
{
  g_autoptr (GArray) rows = g_array_sized_new (FALSE, FALSE, sizeof (SalonOccupancy), ROWS_EXPECTED);

  if (!salon_visit_store_occupancy_of (tx, kind, id, scope->from_min, scope->to_min, rows, error))
    return NULL;
  return busy_of_rows (rows);
}

static gboolean
load_employees (SalonDiary *self, SalonTx *tx, const SalonDiaryScope *scope, GError **error)
{
  for (guint i = 0; i < scope->employee_ids->len; i++) {
    gint64 id = g_array_index (scope->employee_ids, gint64, i);
    GArray *busy = NULL;

    if (g_hash_table_contains (self->employee_busy, &id))
      continue;
    busy = load_busy (tx, SALON_RESOURCE_EMPLOYEE, id, scope, error);
    if (busy == NULL)
      return FALSE;
    g_hash_table_insert (self->employee_busy, key_new (id), busy);
  }
  return TRUE;
}

static gboolean
load_rooms (SalonDiary *self, SalonTx *tx, const SalonDiaryScope *scope, GError **error)
{
  for (guint i = 0; i < scope->rooms->len; i++) {
    const SalonRoom *room = scope->rooms->pdata[i];
    gint64 id = salon_entity_get_id (room);
    GArray *busy = NULL;

    if (g_hash_table_contains (self->room_busy, &id))
      continue;
    busy = load_busy (tx, SALON_RESOURCE_ROOM, id, scope, error);
    if (busy == NULL)
      return FALSE;
    g_hash_table_insert (self->room_busy, key_new (id), room->capacity > 1 ? salon_overlap_places (busy) : busy);
  }
  return TRUE;
}

/**
 * salon_diary_load_schedule:
 * @employee_ids: (element-type gint64): of all diaries that are given it
 *
 * For a span that is looked at in parts: what changes seldom is read once.
 *
 * Returns: (transfer full): for #SalonDiaryScope.schedule
 */
SalonScheduleRows *
salon_diary_load_schedule (SalonTx *tx, gint64 from_min, gint64 to_min, const GArray *employee_ids, GError **error)
{
  return salon_schedule_store_load (tx, only_one (employee_ids), first_day (from_min), last_day (to_min), error);
}

static SalonDiary *
diary_new (void)
{
  SalonDiary *self = g_new0 (SalonDiary, 1);

  self->times = table_new ((GDestroyNotify) salon_schedule_times_free);
  self->employee_busy = table_new ((GDestroyNotify) g_array_unref);
  self->room_busy = table_new ((GDestroyNotify) g_array_unref);
  return self;
}

/**
 * salon_diary_load_times:
 *
 * As salon_diary_load(), for those who know what is taken, or do not ask.
 *
 * Returns: (transfer full): working time of the employees that @scope names
 */
SalonDiary *
salon_diary_load_times (SalonTx *tx, const SalonDiaryScope *scope, GError **error)
{
  g_autoptr (SalonDiary) self = diary_new ();
  g_autoptr (GArray) ids = g_array_copy ((GArray *) scope->employee_ids);

  g_array_sort (ids, salon_ids_compare);
  return load_times (self, tx, scope, ids, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * salon_diary_load:
 *
 * Returns: (transfer full): working time and time taken of all that @scope names
 */
SalonDiary *
salon_diary_load (SalonTx *tx, const SalonDiaryScope *scope, GError **error)
{
  g_autoptr (SalonDiary) self = diary_new ();
  g_autoptr (GArray) ids = g_array_copy ((GArray *) scope->employee_ids);

  g_array_sort (ids, salon_ids_compare);
  if (!load_times (self, tx, scope, ids, error) || !load_employees (self, tx, scope, error)
      || !load_rooms (self, tx, scope, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * salon_diary_free:
 * @self: (transfer full):
 */
void
salon_diary_free (SalonDiary *self)
{
  g_hash_table_unref (self->times);
  g_hash_table_unref (self->employee_busy);
  g_hash_table_unref (self->room_busy);
  g_free (self);
}

/**
 * salon_diary_times:
 *
 * Returns: (transfer none): when she works, and why not; %NULL for one that the scope did not name
 */
const SalonScheduleTimes *
salon_diary_times (const SalonDiary *self, gint64 employee_id)
{
  return g_hash_table_lookup (self->times, &employee_id);
}

/**
 * salon_diary_employee_busy:
 *
 * Returns: (transfer none) (element-type SalonBusy): her time taken, by visit
 */
const GArray *
salon_diary_employee_busy (const SalonDiary *self, gint64 employee_id)
{
  return g_hash_table_lookup (self->employee_busy, &employee_id);
}

/**
 * salon_diary_room_busy:
 *
 * Returns: (transfer none) (element-type SalonBusy): its time taken; in a room for several with the
 *   buffers in it, one entry for what a visit takes at a time
 */
const GArray *
salon_diary_room_busy (const SalonDiary *self, gint64 room_id)
{
  return g_hash_table_lookup (self->room_busy, &room_id);
}

/**
 * salon_diary_slot_employee:
 *
 * Returns: what the slot finder wants to know of her; points into the diary
 */
SalonSlotEmployee
salon_diary_slot_employee (const SalonDiary *self, const SalonEmployee *employee)
{
  gint64 id = salon_entity_get_id (employee);
  const GArray *busy = salon_diary_employee_busy (self, id);

  return (SalonSlotEmployee){
    .id = id,
    .position = (int) employee->position,
    .working = salon_diary_times (self, id)->working,
    .busy = (const SalonBusy *) (gconstpointer) busy->data,
    .n_busy = busy->len,
  };
}

/**
 * salon_diary_slot_room:
 *
 * Returns: what the slot finder wants to know of it; points into the diary
 */
SalonSlotRoom
salon_diary_slot_room (const SalonDiary *self, const SalonRoom *room)
{
  gint64 id = salon_entity_get_id (room);
  const GArray *busy = salon_diary_room_busy (self, id);

  return (SalonSlotRoom){
    .id = id,
    .position = (int) room->position,
    .capacity = (int) room->capacity,
    .cleanup = (int) room->cleanup_min,
    .busy = (const SalonBusy *) (gconstpointer) busy->data,
    .n_busy = busy->len,
  };
}
