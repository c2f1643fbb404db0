/* What the board knows, its columns and its blocks.
 *
 * A working day may run past midnight: what begins between midnight and 02:00 stands at the foot of the evening's
 * column if the hours of that evening last so long, or if it belongs to a visit that began there.  On a board without
 * that evening it stands at the top of its own day, so that nothing is missing and nothing is drawn twice. */
#include "model/rules/board.h"
#include "model/rules/verbs.h"

/* A working day lasts to 02:00 of the next at most. */
#define NIGHT        (SALON_SCHEDULE_LAST_MINUTE - SALON_MINUTES_A_DAY)
#define HOUR         60
#define DEFAULT_FROM (8 * HOUR)
#define DEFAULT_TO   (20 * HOUR)
#define DEFAULT_STEP 15

/* ---- what the board knows */

static void
line_free (gpointer data)
{
  SalonBoardLine *line = data;

  g_free (line->service);
  g_free (line);
}

static void
visit_free (gpointer data)
{
  SalonBoardVisit *visit = data;

  g_free (visit->client);
  g_free (visit->note);
  g_free (visit->reason);
  g_ptr_array_unref (visit->lines);
  g_free (visit);
}

static void
employee_free (gpointer data)
{
  SalonBoardEmployee *employee = data;

  g_free (employee->name);
  g_clear_pointer (&employee->thumb, g_bytes_unref);
  salon_schedule_times_free (employee->times);
  g_array_unref (employee->services);
  g_free (employee);
}

static void
room_free (gpointer data)
{
  SalonBoardRoom *room = data;

  g_free (room->name);
  g_free (room);
}

static void
service_free (gpointer data)
{
  SalonBoardService *service = data;

  g_free (service->name);
  g_free (service);
}

/**
 * salon_board_new:
 * @n_days: at least 1
 *
 * Returns: (transfer full): a board of nobody, to be filled and then given to salon_board_finish()
 */
SalonBoard *
salon_board_new (SalonDay first_day, int n_days)
{
  SalonBoard *self = g_new0 (SalonBoard, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->first_day = first_day;
  self->n_days = n_days;
  self->today = first_day;
  self->step = DEFAULT_STEP;
  self->from_minute = DEFAULT_FROM;
  self->to_minute = DEFAULT_TO;
  self->opening = salon_intervals_new ();
  self->jumps = salon_intervals_new ();
  self->employees = g_ptr_array_new_with_free_func (employee_free);
  self->others = g_ptr_array_new_with_free_func (employee_free);
  self->taken = g_array_new (FALSE, FALSE, sizeof (SalonBoardTaken));
  self->rooms = g_ptr_array_new_with_free_func (room_free);
  self->services = g_ptr_array_new_with_free_func (service_free);
  self->visits = g_ptr_array_new_with_free_func (visit_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

/**
 * salon_board_ref:
 *
 * Returns: (transfer full): @self
 */
SalonBoard *
salon_board_ref (SalonBoard *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * salon_board_unref:
 * @self: (transfer full):
 */
void
salon_board_unref (SalonBoard *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->opening);
  g_array_unref (self->jumps);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->employees);
  g_ptr_array_unref (self->others);
  g_array_unref (self->taken);
  g_ptr_array_unref (self->rooms);
  g_ptr_array_unref (self->services);
  g_ptr_array_unref (self->visits);
  g_free (self);
}

static SalonBoardEmployee *
add_employee (GPtrArray *list, gint64 id, const char *name)
{
  SalonBoardEmployee *employee = g_new0 (SalonBoardEmployee, 1);

  employee->id = id;
  employee->name = g_strdup (name);
  employee->bookable = TRUE;
  employee->times = salon_schedule_times_new (&(SalonScheduleInput){ 0 }, 0, -1);
  employee->services = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (list, employee);
  return employee;
}

/**
 * salon_board_add_employee:
 *
 * Returns: (transfer none): one who takes bookings, never works and does nothing, to be filled in
 */
SalonBoardEmployee *
salon_board_add_employee (SalonBoard *self, gint64 id, const char *name)
{
  return add_employee (self->employees, id, name);
}

/**
 * salon_board_add_other:
 *
 * Returns: (transfer none): as salon_board_add_employee(), but one without a column
 */
SalonBoardEmployee *
salon_board_add_other (SalonBoard *self, gint64 id, const char *name)
{
  return add_employee (self->others, id, name);
}

/**
 * salon_board_add_room:
 *
 * Returns: (transfer none): a room for one, to be filled in
 */
SalonBoardRoom *
salon_board_add_room (SalonBoard *self, gint64 id, const char *name)
{
  SalonBoardRoom *room = g_new0 (SalonBoardRoom, 1);

  room->id = id;
  room->name = g_strdup (name);
  room->capacity = 1;
  g_ptr_array_add (self->rooms, room);
  return room;
}

/**
 * salon_board_add_service:
 *
 * Returns: (transfer none): to be filled in
 */
SalonBoardService *
salon_board_add_service (SalonBoard *self, gint64 id, const char *name)
{
  SalonBoardService *service = g_new0 (SalonBoardService, 1);

  service->id = id;
  service->name = g_strdup (name);
  g_ptr_array_add (self->services, service);
  return service;
}

/**
 * salon_board_add_visit:
 *
 * Returns: (transfer none): booked, without lines, to be filled in
 */
SalonBoardVisit *
salon_board_add_visit (SalonBoard *self, gint64 visit_id, gint64 client_id, const char *client)
{
  SalonBoardVisit *visit = g_new0 (SalonBoardVisit, 1);

  visit->visit_id = visit_id;
  visit->client_id = client_id;
  visit->client = g_strdup (client);
  visit->state = SALON_VISIT_BOOKED;
  visit->lines = g_ptr_array_new_with_free_func (line_free);
  g_ptr_array_add (self->visits, visit);
  g_hash_table_insert (self->by_id, &visit->visit_id, visit);
  return visit;
}

/**
 * salon_board_add_line:
 *
 * Returns: (transfer none): to be filled in
 */
SalonBoardLine *
salon_board_add_line (SalonBoardVisit *visit, gint64 line_id, gint64 service_id, const char *service)
{
  SalonBoardLine *line = g_new0 (SalonBoardLine, 1);

  line->line_id = line_id;
  line->visit_id = visit->visit_id;
  line->service_id = service_id;
  line->service = g_strdup (service);
  g_ptr_array_add (visit->lines, line);
  return line;
}

static const SalonBoardEmployee *
employee_of (const GPtrArray *list, gint64 id)
{
  for (guint i = 0; i < list->len; i++)
    if (((SalonBoardEmployee *) list->pdata[i])->id == id)
      return list->pdata[i];
  return NULL;
}

/**
 * salon_board_find_employee:
 *
 * Returns: (transfer none) (nullable): the employee
 */
const SalonBoardEmployee *
salon_board_find_employee (const SalonBoard *self, gint64 id)
{
  return employee_of (self->employees, id);
}

/**
 * salon_board_know_employee:
 *
 * Returns: (transfer none) (nullable): the employee, whether she has a column or not
 */
const SalonBoardEmployee *
salon_board_know_employee (const SalonBoard *self, gint64 id)
{
  const SalonBoardEmployee *employee = employee_of (self->employees, id);

  return employee != NULL ? employee : employee_of (self->others, id);
}

/**
 * salon_board_find_room:
 *
 * Returns: (transfer none) (nullable): the room
 */
const SalonBoardRoom *
salon_board_find_room (const SalonBoard *self, gint64 id)
{
  for (guint i = 0; i < self->rooms->len; i++)
    if (((SalonBoardRoom *) self->rooms->pdata[i])->id == id)
      return self->rooms->pdata[i];
  return NULL;
}

/**
 * salon_board_find_service:
 *
 * Returns: (transfer none) (nullable): the service; one that is not offered any more is not there
 */
const SalonBoardService *
salon_board_find_service (const SalonBoard *self, gint64 id)
{
  for (guint i = 0; i < self->services->len; i++)
    if (((SalonBoardService *) self->services->pdata[i])->id == id)
      return self->services->pdata[i];
  return NULL;
}

/**
 * salon_board_find_visit:
 *
 * Returns: (transfer none) (nullable): the visit
 */
const SalonBoardVisit *
salon_board_find_visit (const SalonBoard *self, gint64 visit_id)
{
  return g_hash_table_lookup (self->by_id, &visit_id);
}

/**
 * salon_board_find_line:
 *
 * Returns: (transfer none) (nullable): the line
 */
const SalonBoardLine *
salon_board_find_line (const SalonBoard *self, gint64 line_id)
{
  for (guint i = 0; i < self->visits->len; i++) {
    const SalonBoardVisit *visit = self->visits->pdata[i];

    for (guint k = 0; k < visit->lines->len; k++)
      if (((SalonBoardLine *) visit->lines->pdata[k])->line_id == line_id)
        return visit->lines->pdata[k];
  }
  return NULL;
}

/* ---- the working day of a minute */

static gint64
minute_of (SalonDay day, int minute)
{
  return (gint64) day * SALON_MINUTES_A_DAY + minute;
}

static SalonDay
calendar_day (gint64 minute)
{
  return (SalonDay) (minute / SALON_MINUTES_A_DAY - (minute % SALON_MINUTES_A_DAY < 0));
}

/* Whether @minute lies in hours that began before midnight and end in this night. */
static gboolean
is_night_of (const GArray *set, gint64 minute)
{
  gint64 midnight = minute_of (calendar_day (minute), 0);
  guint i = salon_intervals_find (set, minute);
  const SalonInterval *hours = i < set->len ? &g_array_index (set, SalonInterval, i) : NULL;

  return hours != NULL && hours->from < midnight && minute < hours->to && hours->to <= midnight + NIGHT;
}

static SalonDay
day_of_start (const SalonBoard *self, const SalonBoardLine *line)
{
  SalonDay day = calendar_day (line->start);
  const SalonBoardEmployee *employee = NULL;

  if (line->start >= minute_of (day, NIGHT))
    return day;
  if (is_night_of (self->opening, line->start))
    return day - 1;
  employee = salon_board_find_employee (self, line->employee_id);
  return employee != NULL && is_night_of (employee->times->working, line->start) ? day - 1 : day;
}

static const SalonBoardLine *
first_line (const SalonBoardVisit *visit)
{
  const SalonBoardLine *first = NULL;

  for (guint i = 0; i < visit->lines->len; i++) {
    const SalonBoardLine *line = visit->lines->pdata[i];

    if (first == NULL || line->start < first->start)
      first = line;
  }
  return first;
}

/* The working day in whose column the line stands; one that the board does not show if it stands nowhere. */
static SalonDay
day_of_line (const SalonBoard *self, const SalonBoardVisit *visit, const SalonBoardLine *line)
{
  SalonDay day = day_of_start (self, first_line (visit));

  if (line->start >= minute_of (day, SALON_SCHEDULE_LAST_MINUTE))
    day = day_of_start (self, line);
  if (day == self->first_day - 1 && line->start + salon_line_length (&line->shape) > minute_of (self->first_day, 0))
    return self->first_day;
  return day;
}

static gboolean
has_day (const SalonBoard *self, SalonDay day)
{
  return day >= self->first_day && day < self->first_day + self->n_days;
}

/* ---- what of the day is shown */

static void
widen (SalonBoard *self, SalonDay day, gint64 from, gint64 to, gboolean *any)
{
  int first = (int) (CLAMP (from - minute_of (day, 0), 0, SALON_SCHEDULE_LAST_MINUTE) / HOUR * HOUR);
  int last = (int) ((CLAMP (to - minute_of (day, 0), 0, SALON_SCHEDULE_LAST_MINUTE) + HOUR - 1) / HOUR * HOUR);

  if (first >= last)
    return;
  self->from_minute = *any ? MIN (self->from_minute, first) : first;
  self->to_minute = *any ? MAX (self->to_minute, last) : last;
  *any = TRUE;
}

/* Hours that end in the night belong to the evening, those that go on to both days. */
static void
widen_by_hours (SalonBoard *self, const GArray *set, gboolean *any)
{
  for (guint i = 0; i < set->len; i++) {
    const SalonInterval *hours = &g_array_index (set, SalonInterval, i);

    for (SalonDay day = self->first_day; day < self->first_day + self->n_days; day++) {
      gint64 midnight = minute_of (day, 0);
      gint64 next = minute_of (day + 1, 0);

      if (hours->to <= midnight || hours->from >= next || (hours->from < midnight && hours->to <= midnight + NIGHT))
        continue;
      widen (self, day, MAX (hours->from, midnight), hours->to <= next + NIGHT ? hours->to : next, any);
    }
  }
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const SalonBoardVisit *one = *(SalonBoardVisit *const *) a;
  const SalonBoardVisit *other = *(SalonBoardVisit *const *) b;
  gint64 start = one->lines->len > 0 ? first_line (one)->start : 0;
  gint64 other_start = other->lines->len > 0 ? first_line (other)->start : 0;

  if (start != other_start)
    return start < other_start ? -1 : 1;
  return (one->visit_id > other->visit_id) - (one->visit_id < other->visit_id);
}

/**
 * salon_board_finish:
 *
 * To be called once when all is filled in: puts the visits in order and says from when to when the day is shown, so
 * that all opening hours, working hours and visits are in it.
 */
void
salon_board_finish (SalonBoard *self)
{
  gboolean any = FALSE;

  g_ptr_array_sort (self->visits, compare_visits);
  widen_by_hours (self, self->opening, &any);
  for (guint i = 0; i < self->employees->len; i++)
    widen_by_hours (self, ((SalonBoardEmployee *) self->employees->pdata[i])->times->working, &any);
  for (guint i = 0; i < self->visits->len; i++) {
    const SalonBoardVisit *visit = self->visits->pdata[i];

    for (guint k = 0; k < visit->lines->len; k++) {
      const SalonBoardLine *line = visit->lines->pdata[k];
      SalonDay day = day_of_line (self, visit, line);

      if (has_day (self, day))
        widen (self, day, line->start, line->start + salon_line_length (&line->shape), &any);
    }
  }
}

/* ---- columns */

static gboolean
works_on (const SalonBoardEmployee *employee, SalonDay day)
{
  const GArray *working = employee->times->working;
  guint i = salon_intervals_find (working, minute_of (day, 0));
  const SalonInterval *hours = i < working->len ? &g_array_index (working, SalonInterval, i) : NULL;

  if (hours != NULL && hours->from < minute_of (day, 0) && hours->to <= minute_of (day, NIGHT))
    hours = ++i < working->len ? &g_array_index (working, SalonInterval, i) : NULL;
  return hours != NULL && hours->from < minute_of (day + 1, 0);
}

static gboolean
has_line_on (const SalonBoard *self, gint64 employee_id, SalonDay day)
{
  for (guint i = 0; i < self->visits->len; i++) {
    const SalonBoardVisit *visit = self->visits->pdata[i];

    for (guint k = 0; k < visit->lines->len; k++) {
      const SalonBoardLine *line = visit->lines->pdata[k];

      if (line->employee_id == employee_id && day_of_line (self, visit, line) == day)
        return TRUE;
    }
  }
  return FALSE;
}

static void
add_column (GArray *columns, SalonResourceKind kind, gint64 id, SalonDay day)
{
  SalonBoardColumn column = { kind, id, day };

  g_array_append_val (columns, column);
}

static void
add_employees (const SalonBoard *self, SalonDay day, GArray *columns)
{
  for (guint i = 0; i < self->employees->len; i++) {
    const SalonBoardEmployee *employee = self->employees->pdata[i];

    if (works_on (employee, day) || has_line_on (self, employee->id, day))
      add_column (columns, SALON_RESOURCE_EMPLOYEE, employee->id, day);
  }
}

/**
 * salon_board_columns:
 * @employee_id: whose days, of %SALON_BOARD_DAYS
 *
 * Of a board of several days the views by employees and by rooms show the days one after the other.
 *
 * Returns: (transfer full) (element-type SalonBoardColumn): from left to right
 */
GArray *
salon_board_columns (const SalonBoard *self, SalonBoardView view, gint64 employee_id)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (SalonBoardColumn));

  for (SalonDay day = self->first_day; day < self->first_day + self->n_days; day++) {
    if (view == SALON_BOARD_DAYS)
      add_column (columns, SALON_RESOURCE_EMPLOYEE, employee_id, day);
    if (view == SALON_BOARD_EMPLOYEES || view == SALON_BOARD_BOTH)
      add_employees (self, day, columns);
    for (guint i = 0; i < self->rooms->len && (view == SALON_BOARD_ROOMS || view == SALON_BOARD_BOTH); i++)
      add_column (columns, SALON_RESOURCE_ROOM, ((SalonBoardRoom *) self->rooms->pdata[i])->id, day);
  }
  return columns;
}

/* ---- blocks */

static gboolean
is_in_column (const SalonBoard *self, const SalonBoardColumn *column, const SalonBoardVisit *visit,
              const SalonBoardLine *line)
{
  return (column->kind == SALON_RESOURCE_EMPLOYEE ? line->employee_id : line->room_id) == column->resource_id
         && day_of_line (self, visit, line) == column->day;
}

/* What the line takes of an employee or of a room, cleanup and buffers aside: one part, or two with a pocket. */
static guint
parts_of (SalonResourceKind kind, const SalonBoardLine *line, SalonBoardBlock parts[2])
{
  gint64 end = line->start + salon_line_length (&line->shape);
  gint64 rest = line->start + line->shape.work1;

  for (guint i = 0; i < 2; i++)
    parts[i] = (SalonBoardBlock){ .visit_id = line->visit_id, .line_id = line->line_id, .n_lines = 1, .part = i };
  parts[0].start = line->start;
  parts[0].end = end;
  if (kind == SALON_RESOURCE_ROOM || line->shape.gap == 0)
    return 1;
  parts[0].end = rest;
  parts[0].pocket_end = rest + line->shape.gap;
  parts[1].start = parts[0].pocket_end;
  parts[1].end = end;
  return line->shape.work2 > 0 ? 2 : 1;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const SalonBoardBlock *one = a;
  const SalonBoardBlock *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->end != other->end)
    return one->end > other->end ? -1 : 1;
  if (one->line_id != other->line_id)
    return one->line_id < other->line_id ? -1 : 1;
  return (one->part > other->part) - (one->part < other->part);
}

/* Joins @part to the block of the same visit that ends where it begins.  Returns: whether there is one. */
static gboolean
join (GArray *blocks, guint from, const SalonBoardBlock *part)
{
  for (guint i = from; i < blocks->len; i++) {
    SalonBoardBlock *block = &g_array_index (blocks, SalonBoardBlock, i);

    if (block->end != part->start || block->pocket_end != 0)
      continue;
    block->end = part->end;
    block->pocket_end = part->pocket_end;
    block->n_lines++;
    return TRUE;
  }
  return FALSE;
}

/* Cuts the block to what the column shows.  Returns: whether anything is left. */
static gboolean
cut (const SalonBoard *self, const SalonBoardColumn *column, SalonBoardBlock *block)
{
  gint64 first = minute_of (column->day, self->from_minute);
  gint64 last = minute_of (column->day, self->to_minute);

  block->cut_before = block->start < first;
  block->cut_after = block->end > last;
  block->start = MAX (block->start, first);
  block->end = MIN (block->end, last);
  if (block->pocket_end != 0)
    block->pocket_end = MIN (block->pocket_end, last);
  if (block->pocket_end <= block->end)
    block->pocket_end = 0;
  return block->start < block->end;
}

static void
add_blocks (const SalonBoard *self, const SalonBoardColumn *column, guint index, const SalonBoardVisit *visit, GArray *blocks)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SalonBoardBlock));
  g_autoptr (GArray) joined = g_array_new (FALSE, FALSE, sizeof (SalonBoardBlock));

  for (guint i = 0; i < visit->lines->len; i++) {
    SalonBoardBlock both[2];

    if (is_in_column (self, column, visit, visit->lines->pdata[i]))
      g_array_append_vals (parts, both, parts_of (column->kind, visit->lines->pdata[i], both));
  }
  g_array_sort (parts, compare_parts);
  for (guint i = 0; i < parts->len; i++) {
    SalonBoardBlock *part = &g_array_index (parts, SalonBoardBlock, i);

    part->column = index;
    if (!join (joined, 0, part))
      g_array_append_val (joined, *part);
  }
  for (guint i = 0; i < joined->len; i++)
    if (cut (self, column, &g_array_index (joined, SalonBoardBlock, i)))
      g_array_append_val (blocks, g_array_index (joined, SalonBoardBlock, i));
}

static gboolean
touches_column (const SalonBoardColumn *column, const SalonBoardVisit *visit)
{
  for (guint i = 0; i < visit->lines->len; i++) {
    const SalonBoardLine *line = visit->lines->pdata[i];

    if ((column->kind == SALON_RESOURCE_EMPLOYEE ? line->employee_id : line->room_id) == column->resource_id)
      return TRUE;
  }
  return FALSE;
}

static void
place_blocks (GArray *blocks)
{
  g_autofree SalonLayoutItem *items = g_new (SalonLayoutItem, blocks->len);
  g_autofree SalonLayoutPlace *places = g_new (SalonLayoutPlace, blocks->len);

  for (guint i = 0; i < blocks->len; i++) {
    const SalonBoardBlock *block = &g_array_index (blocks, SalonBoardBlock, i);

    items[i] = (SalonLayoutItem){ block->line_id * 2 + block->part, block->column, block->start, block->end };
  }
  salon_schedule_layout (items, blocks->len, places);
  for (guint i = 0; i < blocks->len; i++)
    g_array_index (blocks, SalonBoardBlock, i).place = places[i];
}

/**
 * salon_board_blocks:
 * @columns: (element-type SalonBoardColumn): from salon_board_columns()
 * @with_cancelled: also visits that were cancelled; those that were missed are always shown
 *
 * A processing gap is free: a visit in it fills its column.
 *
 * Returns: (transfer full) (element-type SalonBoardBlock): what is drawn, by column, then by visit
 */
GArray *
salon_board_blocks (const SalonBoard *self, const GArray *columns, gboolean with_cancelled)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (SalonBoardBlock));

  for (guint i = 0; i < columns->len; i++) {
    const SalonBoardColumn *column = &g_array_index (columns, SalonBoardColumn, i);

    for (guint k = 0; k < self->visits->len; k++) {
      const SalonBoardVisit *visit = self->visits->pdata[k];

      if ((with_cancelled || visit->state != SALON_VISIT_CANCELLED) && touches_column (column, visit))
        add_blocks (self, column, i, visit, blocks);
    }
  }
  place_blocks (blocks);
  return blocks;
}

/* ---- load */

/**
 * salon_board_hours:
 *
 * The working day of a column: hours that began before its midnight are the evening's before.
 *
 * Returns: (transfer full) (element-type SalonInterval): when the employee works, or the salon of the room is open
 */
GArray *
salon_board_hours (const SalonBoard *self, const SalonBoardColumn *column)
{
  const SalonBoardEmployee *employee = NULL;
  g_autoptr (GArray) day = salon_intervals_new ();
  g_autoptr (GArray) both = NULL;
  GArray *hours = salon_intervals_new ();

  if (column->kind == SALON_RESOURCE_EMPLOYEE)
    employee = salon_board_find_employee (self, column->resource_id);
  else
    both = g_array_ref (self->opening);
  if (both == NULL)
    both = employee != NULL ? g_array_ref (employee->times->working) : salon_intervals_new ();
  for (guint i = 0; i < both->len; i++) {
    const SalonInterval *part = &g_array_index (both, SalonInterval, i);
    gint64 midnight = minute_of (column->day, 0);
    gint64 next = minute_of (column->day + 1, 0);

    if (part->to <= midnight || part->from >= next || (part->from < midnight && part->to <= midnight + NIGHT))
      continue;
    salon_intervals_add (hours, MAX (part->from, midnight), part->to <= next + NIGHT ? part->to : next);
  }
  return hours;
}

/**
 * salon_board_load:
 *
 * Cancelled and missed visits take nothing.  Two at once in a room for several take two places.
 *
 * Returns: taken work by working time (of a room by opening hours and places): 0 = free, 1 = full, more if work lies
 *   outside; of a day without working time 1 if anything is taken, else 0
 */
double
salon_board_load (const SalonBoard *self, const SalonBoardColumn *column)
{
  g_autoptr (GArray) hours = salon_board_hours (self, column);
  g_autoptr (GArray) taken = salon_intervals_new ();
  const SalonBoardRoom *room = column->kind == SALON_RESOURCE_ROOM ? salon_board_find_room (self, column->resource_id) : NULL;
  gint64 places = room != NULL ? room->capacity : 1;
  gint64 work = 0;
  gint64 time = salon_intervals_length (hours) * places;

  for (guint i = 0; i < self->visits->len; i++) {
    const SalonBoardVisit *visit = self->visits->pdata[i];

    for (guint k = 0; k < visit->lines->len && salon_visit_state_holds_time (visit->state); k++) {
      SalonBoardBlock parts[2];
      guint n = is_in_column (self, column, visit, visit->lines->pdata[k])
                    ? parts_of (column->kind, visit->lines->pdata[k], parts)
                    : 0;

      for (guint part = 0; part < n; part++)
        salon_intervals_add (taken, parts[part].start, parts[part].end);
    }
  }
  if (places > 1)
    work = salon_intervals_length (taken);
  salon_intervals_normalize (taken);
  if (places == 1)
    work = salon_intervals_length (taken);
  if (time == 0)
    return work > 0 ? 1 : 0;
  return (double) work / (double) time;
}
