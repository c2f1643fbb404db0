/* Finds the free slots of the salon.
 *
 * What is taken is loaded for a few days at first and for more only as long as slots are missing: as a
 * rule the next ones are near. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/entities/enums.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/permission.h"
#include "model/services/booking-facts.h"
#include "model/services/booking.h"
#include "model/services/diary.h"
#include "model/services/slots-query.h"
#include "model/services/wall-time.h"
#include "model/store/repo.h"
#include "model/store/tx.h"
#include "model/store/visit-store.h"

#define MOST_DAYS     120
#define MOST_SLOTS    1000
#define USUAL_DAYS    60
#define FIRST_WINDOW  2 /* days */
#define WINDOW_GROWTH 3 /* each further window is so many times as long */
#define HABIT_MONTHS  12

typedef struct {
  SalonTx *tx;
  const SalonSlotsRequest *request;
  SalonBookingFacts *facts;
  GPtrArray *services;  /* SalonService for each item */
  GPtrArray *rooms;     /* GPtrArray of SalonRoom for each item */
  GPtrArray *staff;     /* GPtrArray of SalonEmployee for each task: who may do all of it */
  GArray *employee_ids; /* of all tasks; may name one twice */
  GPtrArray *all_rooms; /* SalonRoom; may name one twice */
  gint64 preferred;     /* employee */
  gint64 earliest;
  gint64 end;
  SalonSolverTask tasks[SALON_SOLVER_MAX_TASKS];
  guint first_items[SALON_SOLVER_MAX_TASKS + 1]; /* the item with which each task begins, and the end */
  guint n_tasks;
  SalonLineShape *shapes; /* for each item: as long as is asked for */
  SalonSlotLine *lines; /* for each item */
  int length;           /* minutes of the shortest arrangement */
  int reach;            /* no arrangement takes longer */
  GArray *found;        /* SalonSolverProposal */
  SalonScheduleRows *schedule;
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->facts, salon_booking_facts_free);
  g_ptr_array_unref (search->services);
  g_ptr_array_unref (search->rooms);
  g_ptr_array_unref (search->staff);
  g_array_unref (search->employee_ids);
  g_ptr_array_unref (search->all_rooms);
  g_array_unref (search->found);
  g_free (search->shapes);
  g_free (search->lines);
  g_clear_pointer (&search->schedule, salon_schedule_rows_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static const SalonSlotsItem *
item_at (const Search *search, guint i)
{
  return &g_array_index (search->request->items, SalonSlotsItem, i);
}

/* ---- what is to be done */

static gboolean
check_count (const Search *search, GError **error)
{
  if (search->n_tasks >= 1 && search->n_tasks <= SALON_SOLVER_MAX_TASKS)
    return TRUE;
  salon_set_field_error (error, "service_ids",
                         ngettext ("Choose at least one service, and at most %d.",
                                   "Choose at least one service, and at most %d.", SALON_SOLVER_MAX_TASKS),
                         SALON_SOLVER_MAX_TASKS);
  return FALSE;
}

/* An add-on has no time of its own: it belongs to what it is added to. */
static gboolean
check_addon (const Search *search, guint i, const SalonService *service, GError **error)
{
  if (!item_at (search, i)->is_addon && service->is_addon == 0)
    return TRUE;
  if (item_at (search, i)->is_addon && i > 0 && i - search->first_items[search->n_tasks - 1] < SALON_SLOT_MAX_LINES)
    return TRUE;
  if (item_at (search, i)->is_addon && i > 0)
    salon_set_field_error (error, "service_ids", _("There are too many add-ons to “%s”."),
                           ((SalonService *) search->services->pdata[search->first_items[search->n_tasks - 1]])->name);
  else
    salon_set_field_error (error, "service_ids", _("“%s” is an add-on: choose the service that it goes with."), service->name);
  return FALSE;
}

static gboolean
load_services (Search *search, GError **error)
{
  const GArray *items = search->request->items;

  for (guint i = 0; i < items->len; i++) {
    SalonService *service = salon_booking_facts_service (search->facts, item_at (search, i)->service_id, error);

    if (service == NULL || !check_addon (search, i, service, error))
      return FALSE;
    g_ptr_array_add (search->services, service);
    if (item_at (search, i)->is_addon)
      continue;
    if (search->n_tasks < SALON_SOLVER_MAX_TASKS)
      search->first_items[search->n_tasks] = i;
    search->n_tasks++;
  }
  if (!check_count (search, error))
    return FALSE;
  search->first_items[search->n_tasks] = items->len;
  return TRUE;
}

/* The first line of that service which no item before stands for. */
static const SalonVisitLine *
agreed_line (const Search *search, const GPtrArray *agreed, guint item)
{
  guint n_before = 0;

  for (guint i = 0; i < item; i++)
    n_before += item_at (search, i)->service_id == item_at (search, item)->service_id;
  for (guint i = 0; i < agreed->len; i++)
    if (((SalonVisitLine *) agreed->pdata[i])->service_id == item_at (search, item)->service_id && n_before-- == 0)
      return agreed->pdata[i];
  return NULL;
}

/* How long each is, and that it can be so long. */
static gboolean
shape_items (Search *search, GError **error)
{
  gint64 visit_id = search->request->visit_id;
  g_autoptr (GPtrArray) agreed = visit_id != 0 ? salon_repo_find (search->tx, salon_visit_line_get_type (), "visit_id", visit_id, error)
                                               : g_ptr_array_new ();

  if (agreed == NULL)
    return FALSE;
  search->shapes = g_new0 (SalonLineShape, search->services->len);
  for (guint i = 0; i < search->services->len; i++) {
    const SalonVisitLine *line = item_at (search, i)->minutes == 0 ? agreed_line (search, agreed, i) : NULL;

    if (line != NULL)
      salon_line_shape_of_visit_line (line, &search->shapes[i]);
    else if (!salon_booking_facts_shape (search->facts, item_at (search, i)->service_id, item_at (search, i)->variant_id,
                                         &search->shapes[i], error))
      return FALSE;
    if (!salon_line_fit (&search->shapes[i], item_at (search, i)->minutes, error))
      return FALSE;
  }
  return TRUE;
}

/* How many services of the task each employee does. */
static GHashTable *
count_skills (Search *search, guint task, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = search->first_items[task]; i < search->first_items[task + 1]; i++) {
    gint64 service_id = salon_entity_get_id (search->services->pdata[i]);
    g_autoptr (GArray) skilled = salon_schedule_store_employees_for (search->tx, service_id, error);

    if (skilled == NULL)
      return NULL;
    for (guint k = 0; k < skilled->len; k++) {
      gint64 id = g_array_index (skilled, gint64, k);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &id));

      g_hash_table_insert (counts, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (n + 1));
    }
  }
  return g_steal_pointer (&counts);
}

static int
compare_staff (gconstpointer a, gconstpointer b)
{
  SalonEmployee *one = *(SalonEmployee *const *) a;
  SalonEmployee *other = *(SalonEmployee *const *) b;
  gint64 ids[2] = { salon_entity_get_id (one), salon_entity_get_id (other) };

  if (one->position != other->position)
    return one->position < other->position ? -1 : 1;
  return (ids[0] > ids[1]) - (ids[0] < ids[1]);
}

static void
add_to_staff (Search *search, GPtrArray *staff, SalonEmployee *employee)
{
  gint64 id = salon_entity_get_id (employee);

  if (employee->archived != 0 || employee->bookable == 0)
    return;
  g_ptr_array_add (staff, g_object_ref (employee));
  g_array_append_val (search->employee_ids, id);
}

static gboolean
load_staff (Search *search, guint task, GError **error)
{
  g_autoptr (GHashTable) counts = count_skills (search, task, error);
  GPtrArray *staff = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_items = search->first_items[task + 1] - search->first_items[task];
  gint64 chosen = item_at (search, search->first_items[task])->employee_id;
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer count = NULL;

  g_ptr_array_add (search->staff, staff);
  if (counts == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &count)) {
    gint64 id = *(const gint64 *) key;
    SalonEmployee *employee = NULL;

    if (GPOINTER_TO_UINT (count) < n_items || (chosen != 0 && chosen != id))
      continue;
    employee = salon_booking_facts_employee (search->facts, id, error);
    if (employee == NULL)
      return FALSE;
    add_to_staff (search, staff, employee);
  }
  g_ptr_array_sort (staff, compare_staff);
  return TRUE;
}

static gboolean
load_employees (Search *search, GError **error)
{
  for (guint task = 0; task < search->n_tasks; task++)
    if (!load_staff (search, task, error))
      return FALSE;
  return TRUE;
}

/* The room that was asked for, for all services that may be done in it. */
static gboolean
keep_asked_room (Search *search, gint64 room_id, SalonService *service, GPtrArray *rooms, GError **error)
{
  SalonRoom *room = NULL;

  if (room_id == 0)
    return TRUE;
  room = salon_booking_facts_room (search->facts, room_id, error);
  if (room == NULL)
    return FALSE;
  if (service->room_kind_id == 0 || room->room_kind_id == service->room_kind_id) {
    g_ptr_array_set_size (rooms, 0);
    if (room->archived == 0)
      g_ptr_array_add (rooms, room);
  }
  return TRUE;
}

static gboolean
load_rooms (Search *search, GError **error)
{
  for (guint i = 0; i < search->services->len; i++) {
    SalonService *service = search->services->pdata[i];
    gint64 own = item_at (search, i)->room_id;
    g_autoptr (GPtrArray) rooms = salon_booking_facts_rooms_for (search->facts, service, error);

    if (rooms == NULL || !keep_asked_room (search, own != 0 ? own : search->request->room_id, service, rooms, error))
      return FALSE;
    for (guint k = 0; k < rooms->len; k++)
      g_ptr_array_add (search->all_rooms, rooms->pdata[k]);
    g_ptr_array_add (search->rooms, g_steal_pointer (&rooms));
  }
  return TRUE;
}

/* A room that was asked for, and that no service wants, leaves nothing to offer. */
static gboolean
asked_room_serves (const Search *search)
{
  if (search->request->room_id == 0)
    return TRUE;
  for (guint i = 0; i < search->all_rooms->len; i++)
    if (salon_entity_get_id (search->all_rooms->pdata[i]) == search->request->room_id)
      return TRUE;
  return FALSE;
}

/* The most frequent master of twelve months; the newest breaks ties. */
static gboolean
load_preferred (Search *search, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (search->tx));
  g_autoptr (GArray) habits = NULL;

  if (search->request->client_id == 0)
    return TRUE;
  habits = salon_visit_store_habits (search->tx, search->request->client_id, SALON_RESOURCE_EMPLOYEE,
                                     salon_day_add_months (today, -HABIT_MONTHS), today, error);
  if (habits == NULL)
    return FALSE;
  if (habits->len > 0)
    search->preferred = g_array_index (habits, SalonHabit, 0).id;
  return TRUE;
}

/* The lines of a task: the service, and its add-ons directly after it. */
static void
chain_lines (Search *search, guint task)
{
  SalonBufferRule rule = salon_booking_facts_settings (search->facts)->buffers;
  guint first = search->first_items[task];

  for (guint i = first; i < search->first_items[task + 1]; i++) {
    const SalonService *service = search->services->pdata[i];
    SalonSlotLine *line = &search->lines[i];

    line->shape = search->shapes[i];
    if (i > first)
      line->offset = salon_slot_next_offset (line - 1, &line->shape, 0, rule);
    line->needs_room = service->room_kind_id != 0 || ((GPtrArray *) search->rooms->pdata[i])->len > 0;
  }
}

static void
make_tasks (Search *search)
{
  search->lines = g_new0 (SalonSlotLine, search->services->len);
  for (guint task = 0; task < search->n_tasks; task++) {
    guint first = search->first_items[task];
    const SalonService *service = search->services->pdata[first];
    const SalonSlotLine *last = &search->lines[search->first_items[task + 1] - 1];
    int length = 0;

    chain_lines (search, task);
    length = last->offset + salon_line_length (&last->shape);
    search->tasks[task].lines = &search->lines[first];
    search->tasks[task].n_lines = search->first_items[task + 1] - first;
    search->tasks[task].zone = service->zone_id;
    search->tasks[task].parallel = service->parallel != 0;
    search->length = search->request->wish == SALON_SOLVER_CHAIN ? search->length + length : MAX (search->length, length);
  }
  search->reach = salon_solver_reach (search->tasks, search->n_tasks,
                                      salon_booking_facts_settings (search->facts)->most_waiting_min);
}

/* ---- one window of days */

/* When the client is somewhere else in the salon or cannot come, and when the clocks jump. */
static GArray *
closed_times (const Search *search, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GArray) closed = salon_intervals_new ();
  g_autoptr (GArray) visits = NULL;

  salon_wall_time_add_jumps (search->tx, from, to, closed);
  if (search->request->closed != NULL)
    g_array_append_vals (closed, search->request->closed->data, search->request->closed->len);
  if (search->request->client_id != 0) {
    visits = salon_visit_store_client_overlaps (search->tx, search->request->client_id, from, to + search->reach,
                                               search->request->visit_id, error);
    if (visits == NULL)
      return NULL;
    for (guint i = 0; i < visits->len; i++) {
      gint64 id = g_array_index (visits, gint64, i);
      g_autoptr (SalonVisit) visit = salon_repo_get (search->tx, salon_visit_get_type (), id, error);

      if (visit == NULL)
        return NULL;
      salon_intervals_add (closed, visit->start_min, visit->end_min);
    }
  }
  salon_intervals_normalize (closed);
  return g_steal_pointer (&closed);
}

static SalonSlotRoom *
slot_rooms (const GPtrArray *rooms, const SalonDiary *diary)
{
  SalonSlotRoom *slot_rooms = g_new0 (SalonSlotRoom, rooms->len);

  for (guint i = 0; i < rooms->len; i++)
    slot_rooms[i] = salon_diary_slot_room (diary, rooms->pdata[i]);
  return slot_rooms;
}

static SalonSlotEmployee *
slot_employees (const GPtrArray *staff, const SalonDiary *diary)
{
  SalonSlotEmployee *employees = g_new0 (SalonSlotEmployee, staff->len);

  for (guint i = 0; i < staff->len; i++)
    employees[i] = salon_diary_slot_employee (diary, staff->pdata[i]);
  return employees;
}

/* Slots of one day are offered at different times, not side by side, when only some of a day are wanted. */
static int
spacing (const Search *search)
{
  return search->request->per_day > 0 ? search->length : 0;
}

static gint64
first_minute (const Search *search, gint64 from)
{
  gint64 last = G_MININT64;

  for (guint i = 0; i < search->found->len; i++)
    last = MAX (last, g_array_index (search->found, SalonSolverProposal, i).start);
  return search->found->len == 0 ? from : MAX (from, last + spacing (search));
}

static void
fill_from_diary (Search *search, const SalonDiary *diary)
{
  for (guint i = 0; i < search->services->len; i++) {
    const GPtrArray *rooms = search->rooms->pdata[i];

    search->lines[i].rooms = slot_rooms (rooms, diary);
    search->lines[i].n_rooms = rooms->len;
  }
  for (guint task = 0; task < search->n_tasks; task++) {
    const GPtrArray *staff = search->staff->pdata[task];

    search->tasks[task].employees = slot_employees (staff, diary);
    search->tasks[task].n_employees = staff->len;
  }
}

static void
forget_diary (Search *search)
{
  for (guint i = 0; i < search->services->len; i++)
    g_clear_pointer ((gpointer *) &search->lines[i].rooms, g_free);
  for (guint task = 0; task < search->n_tasks; task++)
    g_clear_pointer ((gpointer *) &search->tasks[task].employees, g_free);
}

static void
ask (Search *search, const SalonDiary *diary, const GArray *closed, gint64 from, gint64 to)
{
  g_autoptr (GArray) found = NULL;
  const SalonSettings *settings = salon_booking_facts_settings (search->facts);
  SalonSolverQuery query = {
    .tasks = search->tasks,
    .n_tasks = search->n_tasks,
    .wish = search->request->wish,
    .most_waiting = settings->most_waiting_min,
    .preferred_employee = search->preferred,
    .client_busy = closed,
    .buffer_rule = settings->buffers,
    .ignore_visit = search->request->visit_id,
    .earliest = first_minute (search, from),
    .end = to,
    .step = settings->step_min,
    .count = (guint) MIN (search->request->count, MOST_SLOTS) - search->found->len,
    .spacing = spacing (search),
    .per_day = (guint) MAX (search->request->per_day, 0),
  };

  fill_from_diary (search, diary);
  found = salon_solver_find (&query);
  g_array_append_vals (search->found, found->data, found->len);
  forget_diary (search);
}

static gboolean
look_at (Search *search, gint64 from, gint64 to, GError **error)
{
  SalonDiaryScope scope = { from, to + search->reach, search->employee_ids, search->all_rooms, search->schedule };
  g_autoptr (SalonDiary) diary = salon_diary_load (search->tx, &scope, error);
  g_autoptr (GArray) closed = diary != NULL ? closed_times (search, from, to, error) : NULL;

  if (closed == NULL)
    return FALSE;
  ask (search, diary, closed, from, to);
  return TRUE;
}

/* Windows end at midnight, so that what is wanted of one day is counted in one. */
static gboolean
look_ahead (Search *search, GError **error)
{
  gint64 from = search->earliest;
  gint64 days = FIRST_WINDOW;

  search->schedule = salon_diary_load_schedule (search->tx, from, search->end + search->reach, search->employee_ids, error);
  if (search->schedule == NULL)
    return FALSE;
  while (from < search->end && (int) search->found->len < MIN (search->request->count, MOST_SLOTS)) {
    gint64 to = MIN (search->end, (from / SALON_MINUTES_A_DAY + days) * SALON_MINUTES_A_DAY);

    if (!look_at (search, from, to, error))
      return FALSE;
    from = to;
    days *= WINDOW_GROWTH;
  }
  return TRUE;
}

/* ---- the answer */

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const SalonSolverProposal *one = a;
  const SalonSolverProposal *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

static void
add_lines (const Search *search, const SalonSolverPlace *place, GArray *lines)
{
  guint first = search->first_items[place->task];
  guint parent = lines->len + 1;

  for (guint i = 0; i < search->tasks[place->task].n_lines; i++) {
    const SalonSlotsItem *item = item_at (search, first);
    SalonBookingLine line = {
      .service_id = salon_entity_get_id (search->services->pdata[first + i]),
      .employee_id = place->employee,
      .room_id = place->rooms[i],
      .start_min = place->start + search->lines[first + i].offset,
      .any_master = item->employee_id == 0,
      .master_matters = item->employee_id != 0 && item->master_matters,
      .addon_of = i > 0 ? parent : 0,
      .minutes = item_at (search, first + i)->minutes,
      .variant_id = item_at (search, first + i)->variant_id,
    };

    g_array_append_val (lines, line);
  }
}

static void
add_name (GString *names, GArray *named, gint64 id, const char *name)
{
  for (guint i = 0; i < named->len; i++)
    if (g_array_index (named, gint64, i) == id)
      return;
  g_array_append_val (named, id);
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

/* Who and where, each once. */
static gboolean
name_all (const Search *search, SalonFreeSlot *slot, GError **error)
{
  g_autoptr (GString) employees = g_string_new (NULL);
  g_autoptr (GString) rooms = g_string_new (NULL);
  g_autoptr (GArray) named_employees = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) named_rooms = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < slot->lines->len; i++) {
    const SalonBookingLine *line = &g_array_index (slot->lines, SalonBookingLine, i);
    const SalonEmployee *employee = salon_booking_facts_employee (search->facts, line->employee_id, error);
    const SalonRoom *room = NULL;
    g_autofree char *name = NULL;

    if (employee == NULL)
      return FALSE;
    name = salon_booking_facts_employee_name (employee);
    add_name (employees, named_employees, line->employee_id, name);
    if (line->room_id == 0)
      continue;
    room = salon_booking_facts_room (search->facts, line->room_id, error);
    if (room == NULL)
      return FALSE;
    add_name (rooms, named_rooms, line->room_id, room->name);
  }
  slot->employee = g_strdup (employees->str);
  slot->room = rooms->len > 0 ? g_strdup (rooms->str) : NULL;
  return TRUE;
}

static SalonFreeSlot *
answer_of (const Search *search, const SalonSolverProposal *proposal, GError **error)
{
  SalonFreeSlot *answer = g_new0 (SalonFreeSlot, 1);

  answer->start_min = proposal->start;
  answer->end_min = proposal->cost.end;
  answer->waiting = proposal->cost.waiting;
  answer->employee_id = proposal->places[0].employee;
  answer->room_id = proposal->places[0].rooms[0];
  answer->lines = g_array_new (FALSE, FALSE, sizeof (SalonBookingLine));
  for (guint i = 0; i < proposal->n_places; i++)
    add_lines (search, &proposal->places[i], answer->lines);
  if (name_all (search, answer, error))
    return answer;
  salon_free_slot_free (answer);
  return NULL;
}

static GPtrArray *
answer (const Search *search, GError **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_free_slot_free);

  g_array_sort (search->found, compare_starts);
  for (guint i = 0; i < search->found->len; i++) {
    SalonFreeSlot *slot = answer_of (search, &g_array_index (search->found, SalonSolverProposal, i), error);

    if (slot == NULL)
      return NULL;
    g_ptr_array_add (answers, slot);
  }
  return g_steal_pointer (&answers);
}

/* A master may ask when she herself is free. */
static gboolean
may_ask (SalonTx *tx, const SalonSlotsRequest *request, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);
  gboolean own = actor->employee_id != 0;

  for (guint i = 0; i < request->items->len && own; i++) {
    const SalonSlotsItem *item = &g_array_index (request->items, SalonSlotsItem, i);

    own = item->is_addon || item->employee_id == actor->employee_id;
  }
  return own || salon_permission_check (actor, SALON_PERMISSION_DAY_VIEW, error);
}

static gboolean
set_span (Search *search, GError **error)
{
  gint64 now = salon_clock_wall_minute (salon_tx_clock (search->tx));
  gint64 from = search->request->from_min;
  gint64 n_days = CLAMP (search->request->n_days, 1, MOST_DAYS);

  /* Noon is there on every day, also when the clocks jump. */
  if (from > now && !salon_wall_time_check (search->tx, from - from % SALON_MINUTES_A_DAY + SALON_MINUTES_A_DAY / 2, error))
    return FALSE;
  search->earliest = MAX (now, from);
  search->end = (search->earliest / SALON_MINUTES_A_DAY + n_days) * SALON_MINUTES_A_DAY;
  return TRUE;
}

static gboolean
somebody_does_each (const Search *search)
{
  for (guint task = 0; task < search->n_tasks; task++)
    if (((GPtrArray *) search->staff->pdata[task])->len == 0)
      return FALSE;
  return TRUE;
}

/**
 * salon_slots_find:
 * @request: with per_day, the slots of a day are at least the length of the visit apart
 *
 * Free slots with employees who do the services, in rooms of the kinds that these want, on the salon's grid of
 * minutes, not in the past, not when the client is somewhere else in the salon.  Among those that end together the
 * client waits least, and then the client's usual master comes first, then the order of the staff.
 *
 * Returns: (transfer full) (nullable) (element-type SalonFreeSlot): by start; empty if there are none
 */
GPtrArray *
salon_slots_find (SalonTx *tx, const SalonSlotsRequest *request, GError **error)
{
  g_auto (Search) search = {
    .tx = tx,
    .request = request,
    .services = g_ptr_array_new (),
    .rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
    .staff = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
    .employee_ids = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .all_rooms = g_ptr_array_new (),
    .found = g_array_new (FALSE, FALSE, sizeof (SalonSolverProposal)),
  };

  if (!may_ask (tx, request, error) || !set_span (&search, error))
    return NULL;
  search.facts = salon_booking_facts_new (tx, error);
  if (search.facts == NULL || !load_services (&search, error) || !shape_items (&search, error) || !load_employees (&search, error)
      || !load_rooms (&search, error) || !load_preferred (&search, error))
    return NULL;
  make_tasks (&search);
  if (somebody_does_each (&search) && asked_room_serves (&search) && !look_ahead (&search, error))
    return NULL;
  return answer (&search, error);
}

/**
 * salon_free_slot_free:
 * @self: (transfer full):
 */
void
salon_free_slot_free (SalonFreeSlot *self)
{
  g_free (self->employee);
  g_free (self->room);
  g_array_unref (self->lines);
  g_free (self);
}

/**
 * salon_slots_request_new:
 * @service_id: the first service; add() more
 *
 * Returns: (transfer full): from now on for 60 days, in any room, one after another
 */
SalonSlotsRequest *
salon_slots_request_new (gint64 service_id, gint64 employee_id, int count)
{
  SalonSlotsRequest *self = g_new0 (SalonSlotsRequest, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (SalonSlotsItem));
  salon_slots_request_add (self, service_id, employee_id, FALSE);
  self->n_days = USUAL_DAYS;
  self->count = count;
  return self;
}

/**
 * salon_slots_request_new_wished:
 * @wishes: (element-type SalonServiceWish): one after another; not empty
 * @employee_id: who does all of it; 0 = any master
 *
 * Returns: (transfer full): as salon_slots_request_new()
 */
SalonSlotsRequest *
salon_slots_request_new_wished (const GArray *wishes, gint64 employee_id, int count)
{
  SalonSlotsRequest *self = salon_slots_request_new (0, employee_id, count);

  g_array_set_size (self->items, 0);
  for (guint i = 0; i < wishes->len; i++) {
    const SalonServiceWish *wish = &g_array_index (wishes, SalonServiceWish, i);
    SalonSlotsItem item = { .service_id = wish->service_id, .variant_id = wish->variant_id, .employee_id = employee_id };

    g_array_append_val (self->items, item);
  }
  return self;
}

/**
 * salon_slots_request_add:
 * @employee_id: 0 = any master
 * @is_addon: belongs to what was added before
 */
void
salon_slots_request_add (SalonSlotsRequest *self, gint64 service_id, gint64 employee_id, gboolean is_addon)
{
  SalonSlotsItem item = { .service_id = service_id, .employee_id = employee_id, .is_addon = is_addon };

  g_array_append_val (self->items, item);
}

/**
 * salon_slots_request_free:
 * @self: (transfer full):
 */
void
salon_slots_request_free (SalonSlotsRequest *self)
{
  g_array_unref (self->items);
  g_clear_pointer (&self->closed, g_array_unref);
  g_free (self);
}

SALON_DEFINE_QUERY (salon_query_slots, "slots.find", salon_slots_find, SalonSlotsRequest, salon_slots_request_free,
                    g_ptr_array_unref)
