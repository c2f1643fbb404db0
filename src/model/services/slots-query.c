/* Finds the free slots of the salon.
 *
 * What is taken is loaded for a few days at first and for more only as long as slots are missing: as a
 * rule the next ones are near. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/entities/employee-service.h"
#include "model/entities/enums.h"
#include "model/entities/visit.h"
#include "model/rules/permission.h"
#include "model/rules/slots.h"
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
  GPtrArray *services;   /* SalonService, in their order */
  GPtrArray *employees;  /* SalonEmployee who may do all of it */
  GArray *employee_ids;  /* the same */
  GPtrArray *rooms;      /* GPtrArray of SalonRoom for each service */
  GPtrArray *all_rooms;  /* SalonRoom */
  gint64 preferred;      /* employee */
  gint64 earliest;
  gint64 end;
  SalonSlotLine lines[SALON_SLOT_MAX_LINES];
  int length; /* minutes from the first line to the end of the last */
  GArray *found; /* SalonSlot */
  SalonScheduleRows *schedule;
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->facts, salon_booking_facts_free);
  g_ptr_array_unref (search->services);
  g_ptr_array_unref (search->employees);
  g_array_unref (search->employee_ids);
  g_ptr_array_unref (search->rooms);
  g_ptr_array_unref (search->all_rooms);
  g_array_unref (search->found);
  g_clear_pointer (&search->schedule, salon_schedule_rows_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* ---- what may do */

static gboolean
load_services (Search *search, GError **error)
{
  const GArray *ids = search->request->service_ids;

  if (ids->len == 0 || ids->len > SALON_SLOT_MAX_LINES) {
    salon_set_field_error (error, "service_ids",
                           ngettext ("Choose at least one service, and at most %d.",
                                     "Choose at least one service, and at most %d.", SALON_SLOT_MAX_LINES),
                           SALON_SLOT_MAX_LINES);
    return FALSE;
  }
  for (guint i = 0; i < ids->len; i++) {
    SalonService *service = salon_booking_facts_service (search->facts, g_array_index (ids, gint64, i), error);

    if (service == NULL)
      return FALSE;
    g_ptr_array_add (search->services, service);
  }
  return TRUE;
}

/* How many of the wanted services each employee does. */
static GHashTable *
count_skills (Search *search, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < search->services->len; i++) {
    gint64 service_id = salon_entity_get_id (search->services->pdata[i]);
    g_autoptr (GPtrArray) skills = salon_repo_find (search->tx, salon_employee_service_get_type (), "service_id", service_id,
                                                    error);

    if (skills == NULL)
      return NULL;
    for (guint k = 0; k < skills->len; k++) {
      gint64 id = ((SalonEmployeeService *) skills->pdata[k])->employee_id;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &id));

      g_hash_table_insert (counts, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (n + 1));
    }
  }
  return g_steal_pointer (&counts);
}

static gboolean
load_employees (Search *search, GError **error)
{
  g_autoptr (GHashTable) counts = count_skills (search, error);
  g_autoptr (GPtrArray) all = counts != NULL ? salon_repo_all (search->tx, salon_employee_get_type (), error) : NULL;

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++) {
    SalonEmployee *employee = all->pdata[i];
    gint64 id = salon_entity_get_id (employee);

    if (employee->archived != 0 || employee->bookable == 0
        || (search->request->employee_id != 0 && search->request->employee_id != id)
        || GPOINTER_TO_UINT (g_hash_table_lookup (counts, &id)) < search->services->len)
      continue;
    g_ptr_array_add (search->employees, g_object_ref (employee));
    g_array_append_val (search->employee_ids, id);
  }
  return TRUE;
}

/* The room that was asked for, for all services that may be done in it. */
static gboolean
keep_asked_room (Search *search, SalonService *service, GPtrArray *rooms, GError **error)
{
  SalonRoom *room = NULL;

  if (search->request->room_id == 0)
    return TRUE;
  room = salon_booking_facts_room (search->facts, search->request->room_id, error);
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
    g_autoptr (GPtrArray) rooms = salon_booking_facts_rooms_for (search->facts, service, error);

    if (rooms == NULL || !keep_asked_room (search, service, rooms, error))
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

static void
chain_services (Search *search)
{
  SalonBufferRule rule = salon_booking_facts_settings (search->facts)->buffers;

  for (guint i = 0; i < search->services->len; i++) {
    const SalonService *service = search->services->pdata[i];
    SalonSlotLine *line = &search->lines[i];

    salon_line_shape_of_service (service, &line->shape);
    if (i > 0)
      line->offset = salon_slot_next_offset (line - 1, &line->shape, 0, rule);
    line->needs_room = service->room_kind_id != 0 || ((GPtrArray *) search->rooms->pdata[i])->len > 0;
    search->length = line->offset + salon_line_length (&line->shape);
  }
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
    visits = salon_visit_store_client_overlaps (search->tx, search->request->client_id, from, to + search->length, 0, error);
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

static GArray *
slot_employees (const Search *search, const SalonDiary *diary)
{
  GArray *employees = g_array_new (FALSE, FALSE, sizeof (SalonSlotEmployee));

  for (guint i = 0; i < search->employees->len; i++) {
    SalonSlotEmployee employee = salon_diary_slot_employee (diary, search->employees->pdata[i]);

    g_array_append_val (employees, employee);
  }
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
  const SalonSlot *last = NULL;

  if (search->found->len == 0)
    return from;
  last = &g_array_index (search->found, SalonSlot, search->found->len - 1);
  return MAX (from, last->start + spacing (search));
}

static void
ask (Search *search, const SalonDiary *diary, const GArray *closed, gint64 from, gint64 to)
{
  g_autoptr (GArray) employees = slot_employees (search, diary);
  g_autoptr (GArray) found = NULL;
  const SalonSettings *settings = salon_booking_facts_settings (search->facts);
  SalonSlotQuery query = {
    .lines = search->lines,
    .n_lines = search->services->len,
    .employees = (const SalonSlotEmployee *) (gpointer) employees->data,
    .n_employees = employees->len,
    .preferred_employee = search->preferred,
    .client_busy = closed,
    .buffer_rule = settings->buffers,
    .earliest = first_minute (search, from),
    .end = to,
    .step = settings->step_min,
    .count = (guint) MIN (search->request->count, MOST_SLOTS) - search->found->len,
    .spacing = spacing (search),
    .per_day = (guint) MAX (search->request->per_day, 0),
  };

  for (guint i = 0; i < query.n_lines; i++) {
    const GPtrArray *rooms = search->rooms->pdata[i];

    search->lines[i].rooms = slot_rooms (rooms, diary);
    search->lines[i].n_rooms = rooms->len;
  }
  found = salon_slot_query_find (&query);
  g_array_append_vals (search->found, found->data, found->len);
  for (guint i = 0; i < query.n_lines; i++)
    g_free ((gpointer) search->lines[i].rooms);
}

static gboolean
look_at (Search *search, gint64 from, gint64 to, GError **error)
{
  SalonDiaryScope scope = { from, to + search->length, search->employee_ids, search->all_rooms, search->schedule };
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

  search->schedule = salon_diary_load_schedule (search->tx, from, search->end + search->length, search->employee_ids, error);
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

static void
add_lines (const Search *search, const SalonSlot *slot, GArray *lines)
{
  for (guint i = 0; i < search->services->len; i++) {
    SalonBookingLine line = {
      .service_id = salon_entity_get_id (search->services->pdata[i]),
      .employee_id = slot->employee,
      .room_id = slot->rooms[i],
      .start_min = slot->start + search->lines[i].offset,
      .any_master = search->request->employee_id == 0,
    };

    g_array_append_val (lines, line);
  }
}

static SalonFreeSlot *
answer_of (const Search *search, const SalonSlot *slot, GError **error)
{
  const SalonEmployee *employee = salon_booking_facts_employee (search->facts, slot->employee, error);
  const SalonRoom *room = slot->rooms[0] != 0 ? salon_booking_facts_room (search->facts, slot->rooms[0], error) : NULL;
  SalonFreeSlot *answer = NULL;

  if (employee == NULL || (slot->rooms[0] != 0 && room == NULL))
    return NULL;
  answer = g_new0 (SalonFreeSlot, 1);
  answer->start_min = slot->start;
  answer->employee_id = slot->employee;
  answer->employee = salon_booking_facts_employee_name (employee);
  answer->room_id = slot->rooms[0];
  answer->room = room != NULL ? g_strdup (room->name) : NULL;
  answer->lines = g_array_new (FALSE, FALSE, sizeof (SalonBookingLine));
  add_lines (search, slot, answer->lines);
  return answer;
}

static GPtrArray *
answer (const Search *search, GError **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_free_slot_free);

  for (guint i = 0; i < search->found->len; i++) {
    SalonFreeSlot *slot = answer_of (search, &g_array_index (search->found, SalonSlot, i), error);

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

  return (request->employee_id != 0 && request->employee_id == actor->employee_id)
         || salon_permission_check (actor, SALON_PERMISSION_DAY_VIEW, error);
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

/**
 * salon_slots_find:
 * @request: with per_day, the slots of a day are at least the length of the visit apart
 *
 * Free slots with employees who do all the services, in rooms of the kinds that these want, on the
 * salon's grid of minutes, not in the past, not when the client is somewhere else in the salon.  Among
 * those who are free at the same time the client's usual master comes first, then the order of the staff.
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
    .employees = g_ptr_array_new_with_free_func (g_object_unref),
    .employee_ids = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
    .all_rooms = g_ptr_array_new (),
    .found = g_array_new (FALSE, FALSE, sizeof (SalonSlot)),
  };

  if (!may_ask (tx, request, error) || !set_span (&search, error))
    return NULL;
  search.facts = salon_booking_facts_new (tx, error);
  if (search.facts == NULL || !load_services (&search, error) || !load_employees (&search, error)
      || !load_rooms (&search, error) || !load_preferred (&search, error))
    return NULL;
  chain_services (&search);
  if (search.employees->len > 0 && asked_room_serves (&search) && !look_ahead (&search, error))
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
 * @service_id: the first service; append more to service_ids for a chain
 *
 * Returns: (transfer full): from now on for 60 days, in any room
 */
SalonSlotsRequest *
salon_slots_request_new (gint64 service_id, gint64 employee_id, int count)
{
  SalonSlotsRequest *self = g_new0 (SalonSlotsRequest, 1);

  self->service_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->service_ids, service_id);
  self->employee_id = employee_id;
  self->n_days = USUAL_DAYS;
  self->count = count;
  return self;
}

/**
 * salon_slots_request_free:
 * @self: (transfer full):
 */
void
salon_slots_request_free (SalonSlotsRequest *self)
{
  g_array_unref (self->service_ids);
  g_clear_pointer (&self->closed, g_array_unref);
  g_free (self);
}

SALON_DEFINE_QUERY (salon_query_slots, "slots.find", salon_slots_find, SalonSlotsRequest, salon_slots_request_free,
                    g_ptr_array_unref)
