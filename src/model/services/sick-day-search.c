/* Finds the places for one visit: another master at the same time, her own on the days after, another master at another
 * time of the day.  Lines of others stay with them, and move along when the visit does. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "model/rules/slot-check.h"
#include "model/rules/validate-visit.h"
#include "model/rules/verbs.h"
#include "model/services/sick-day-search.h"
#include "model/services/wall-time.h"
#include "model/store/tx.h"
#include "model/store/visit-store.h"

#define COST_OTHER_DAY    10000
#define COST_A_DAY        1440
#define COST_OTHER_TIME   100000
#define TIMES_OF_DAY      2
#define NIGHT             (SALON_SCHEDULE_LAST_MINUTE - SALON_MINUTES_A_DAY)

/* One visit that is looked after. */
typedef struct {
  SalonSickSearch *all;
  const SalonVisit *visit;
  const GPtrArray *lines;
  SalonSickItem *item;
  guint number; /* in the plan */
  GPtrArray *hers;  /* SalonVisitLine that she was to do, the earliest first */
  GPtrArray *rooms; /* GPtrArray of SalonRoom for each of them */
  SalonSlotLine slot_lines[SALON_SLOT_MAX_LINES];
  GArray *client_busy;
} Search;

static void
search_clear (Search *search)
{
  g_ptr_array_unref (search->hers);
  g_ptr_array_unref (search->rooms);
  for (guint i = 0; i < SALON_SLOT_MAX_LINES; i++)
    g_free ((gpointer) search->slot_lines[i].rooms);
  g_clear_pointer (&search->client_busy, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* ---- what it needs */

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const SalonVisitLine *one = *(SalonVisitLine *const *) a;
  const SalonVisitLine *other = *(SalonVisitLine *const *) b;

  return (one->start_min > other->start_min) - (one->start_min < other->start_min);
}

/* The rooms of the kind that the service wants; a line without a room goes without one. */
static GPtrArray *
rooms_for (Search *search, const SalonVisitLine *line, GError **error)
{
  SalonService *service = salon_booking_facts_service (search->all->facts, line->service_id, error);
  g_autoptr (GPtrArray) rooms = service != NULL ? salon_booking_facts_rooms_for (search->all->facts, service, error) : NULL;
  SalonRoom *chosen = NULL;

  if (rooms == NULL)
    return NULL;
  if (line->room_id == 0)
    g_ptr_array_set_size (rooms, 0);
  if (line->room_id == 0 || rooms->len > 0)
    return g_steal_pointer (&rooms);
  chosen = salon_booking_facts_room (search->all->facts, line->room_id, error);
  if (chosen == NULL)
    return NULL;
  g_ptr_array_add (rooms, chosen);
  return g_steal_pointer (&rooms);
}

static void
make_slot_line (Search *search, guint i)
{
  const SalonVisitLine *line = search->hers->pdata[i];
  const SalonVisitLine *first = search->hers->pdata[0];
  const GPtrArray *rooms = search->rooms->pdata[i];
  SalonSlotRoom *slot_rooms = g_new0 (SalonSlotRoom, rooms->len + 1);
  SalonSlotLine *slot_line = &search->slot_lines[i];

  for (guint k = 0; k < rooms->len; k++)
    slot_rooms[k] = salon_diary_slot_room (search->all->diary, rooms->pdata[k]);
  salon_line_shape_of_visit_line (line, &slot_line->shape);
  slot_line->offset = (int) (line->start_min - first->start_min);
  slot_line->needs_room = line->room_id != 0;
  slot_line->rooms = slot_rooms;
  slot_line->n_rooms = rooms->len;
}

/* When the client is somewhere else in the salon, and when the clocks jump. */
static GArray *
client_busy (Search *search, gint64 to, GError **error)
{
  g_autoptr (GArray) busy = salon_intervals_new ();
  gint64 from = search->all->earliest;
  g_autoptr (GArray) others = salon_visit_store_client_overlaps (search->all->tx, search->visit->client_id, from, to,
                                                                 salon_entity_get_id ((gpointer) search->visit), error);

  if (others == NULL)
    return NULL;
  for (guint i = 0; i < others->len; i++) {
    g_autoptr (GArray) rows = salon_visit_store_occupancy_of_visit (search->all->tx, g_array_index (others, gint64, i), error);

    if (rows == NULL)
      return NULL;
    for (guint k = 0; k < rows->len; k++) {
      const SalonOccupancy *row = &g_array_index (rows, SalonOccupancy, k);

      salon_intervals_add (busy, row->from_min, row->to_min);
    }
  }
  salon_wall_time_add_jumps (search->all->tx, from, to, busy);
  salon_intervals_normalize (busy);
  return g_steal_pointer (&busy);
}

static gint64
last_minute (const Search *search)
{
  return ((gint64) search->all->day->last_day + SALON_SICK_DAYS_AFTER + 1) * SALON_MINUTES_A_DAY;
}

/* Returns: whether the visit can be looked after at all; on failure @error is set, too */
static gboolean
prepare (Search *search, GError **error)
{
  for (guint i = 0; i < search->lines->len; i++)
    if (((SalonVisitLine *) search->lines->pdata[i])->employee_id == search->all->day->employee_id)
      g_ptr_array_add (search->hers, search->lines->pdata[i]);
  g_ptr_array_sort (search->hers, compare_starts);
  if (search->hers->len == 0 || search->hers->len > SALON_SLOT_MAX_LINES)
    return FALSE;
  for (guint i = 0; i < search->hers->len; i++) {
    GPtrArray *rooms = rooms_for (search, search->hers->pdata[i], error);

    if (rooms == NULL)
      return FALSE;
    g_ptr_array_add (search->rooms, rooms);
    make_slot_line (search, i);
  }
  search->client_busy = client_busy (search, last_minute (search), error);
  return search->client_busy != NULL;
}

static gboolean
does_all (Search *search, gint64 employee_id, gboolean *does, GError **error)
{
  *does = TRUE;
  for (guint i = 0; i < search->hers->len && *does; i++)
    if (!salon_booking_facts_does (search->all->facts, employee_id, ((SalonVisitLine *) search->hers->pdata[i])->service_id,
                                   does, error))
      return FALSE;
  return TRUE;
}

/* ---- one place */

static gboolean
is_hers (const Search *search, const SalonVisitLine *line)
{
  return line->employee_id == search->all->day->employee_id;
}

/* The lines as they would be. */
static GPtrArray *
lines_at (const Search *search, const SalonSlot *slot)
{
  GPtrArray *moved = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 distance = slot->start - ((SalonVisitLine *) search->hers->pdata[0])->start_min;

  for (guint i = 0; i < search->lines->len; i++) {
    SalonVisitLine *line = salon_visit_line_copy (search->lines->pdata[i]);
    guint at = 0;

    g_ptr_array_add (moved, line);
    line->start_min += distance;
    if (!is_hers (search, search->lines->pdata[i]))
      continue;
    g_ptr_array_find (search->hers, search->lines->pdata[i], &at);
    line->employee_id = slot->employee;
    line->room_id = slot->rooms[at];
  }
  return moved;
}

/* Whether a line of another employee can move along: nothing at all speaks against it. */
static gboolean
other_fits (const Search *search, const SalonVisitLine *line, GError **error)
{
  SalonDiary *diary = search->all->diary;
  const SalonScheduleTimes *times = salon_diary_times (diary, line->employee_id);
  const GArray *busy = salon_diary_employee_busy (diary, line->employee_id);
  SalonSlotPlacement placement = {
    .start = line->start_min,
    .visit = salon_entity_get_id ((gpointer) search->visit),
    .employee = line->employee_id,
    .does_service = TRUE,
    .room_fits = TRUE,
    .buffer_rule = salon_booking_facts_settings (search->all->facts)->buffers,
  };
  g_autoptr (GArray) problems = NULL;

  if (times == NULL || busy == NULL)
    return FALSE;
  placement.working = times->working;
  placement.employee_busy = (const SalonBusy *) (gconstpointer) busy->data;
  placement.n_employee_busy = busy->len;
  salon_line_shape_of_visit_line (line, &placement.shape);
  if (line->room_id != 0) {
    SalonRoom *room = salon_booking_facts_room (search->all->facts, line->room_id, error);
    SalonSlotRoom taken;

    if (room == NULL || salon_diary_room_busy (diary, line->room_id) == NULL)
      return FALSE;
    taken = salon_diary_slot_room (diary, room);
    placement.room = taken.id;
    placement.room_capacity = taken.capacity;
    placement.room_cleanup = taken.cleanup;
    placement.room_busy = taken.busy;
    placement.n_room_busy = taken.n_busy;
  }
  problems = salon_slots_check (&placement);
  return problems->len == 0;
}

static gboolean
others_fit (const Search *search, const GPtrArray *moved)
{
  for (guint i = 0; i < moved->len; i++) {
    const SalonVisitLine *old = search->lines->pdata[i];
    const SalonVisitLine *line = moved->pdata[i];

    if (!is_hers (search, old) && line->start_min != old->start_min && !other_fits (search, line, NULL))
      return FALSE;
  }
  return TRUE;
}

static gboolean
client_is_free (const Search *search, const GPtrArray *moved)
{
  for (guint i = 0; i < moved->len; i++) {
    const SalonVisitLine *line = moved->pdata[i];
    gint64 end = line->start_min + line->work1_min + line->gap_min + line->work2_min;

    if (salon_intervals_meet (search->client_busy, line->start_min, end))
      return FALSE;
  }
  return TRUE;
}

/* ---- into the plan */

static guint
resource_of (SalonSickSearch *self, const char *kind, gint64 id, int capacity, const GArray *busy)
{
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, kind, id);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->resources, key));

  if (number != 0)
    return number - 1;
  number = salon_sick_plan_add_resource (self->day->plan, capacity, busy != NULL ? (const SalonBusy *) (gconstpointer) busy->data : NULL,
                                         busy != NULL ? busy->len : 0);
  g_hash_table_insert (self->resources, g_steal_pointer (&key), GUINT_TO_POINTER (number + 1));
  return number;
}

static void
take_room (Search *search, guint option, const SalonVisitLine *line, const SalonBusy *busy)
{
  SalonSickSearch *all = search->all;
  const SalonRoom *room = line->room_id != 0 ? salon_booking_facts_room (all->facts, line->room_id, NULL) : NULL;
  const GArray *taken = room != NULL ? salon_diary_room_busy (all->diary, line->room_id) : NULL;

  if (taken != NULL)
    salon_sick_plan_take (all->day->plan, search->number, option,
                          resource_of (all, "room", line->room_id, (int) room->capacity, taken), busy);
}

static void
take_line (Search *search, guint option, const SalonVisitLine *line)
{
  SalonSickSearch *all = search->all;
  const SalonRoom *room = line->room_id != 0 ? salon_booking_facts_room (all->facts, line->room_id, NULL) : NULL;
  const GArray *busy = salon_diary_employee_busy (all->diary, line->employee_id);
  SalonBusy client = { .id = salon_entity_get_id ((gpointer) search->visit) };
  SalonLineShape shape = { 0 };
  SalonLineLayout layout = { 0 };

  salon_line_shape_of_visit_line (line, &shape);
  shape.cleanup += room != NULL ? (int) room->cleanup_min : 0;
  salon_line_layout (&shape, line->start_min, client.id, &layout);
  for (guint i = 0; i < layout.n_work; i++)
    salon_sick_plan_take (all->day->plan, search->number, option, resource_of (all, "employee", line->employee_id, 1, busy),
                          &layout.work[i]);
  take_room (search, option, line, &layout.room);
  client.from = layout.start;
  client.to = layout.end;
  salon_sick_plan_take (all->day->plan, search->number, option, resource_of (all, "client", search->visit->client_id, 1, NULL),
                        &client);
}

static SalonSickChoice *
choice_of (const Search *search, const SalonSlot *slot, const GPtrArray *moved, gboolean by_hand)
{
  SalonSickChoice *choice = g_new0 (SalonSickChoice, 1);
  const SalonEmployee *employee = salon_booking_facts_employee (search->all->facts, slot->employee, NULL);
  const SalonRoom *room = slot->rooms[0] != 0 ? salon_booking_facts_room (search->all->facts, slot->rooms[0], NULL) : NULL;

  choice->start_min = slot->start;
  choice->employee_id = slot->employee;
  choice->employee = employee != NULL ? salon_booking_facts_employee_name (employee) : g_strdup ("");
  choice->room = room != NULL ? g_strdup (room->name) : NULL;
  choice->by_hand = by_hand;
  choice->lines = g_array_new (FALSE, FALSE, sizeof (SalonSickLine));
  for (guint i = 0; i < moved->len; i++) {
    const SalonVisitLine *line = moved->pdata[i];
    SalonSickLine to = { salon_entity_get_id (search->lines->pdata[i]), line->employee_id, line->room_id, line->start_min };

    g_array_append_val (choice->lines, to);
  }
  return choice;
}

static void
offer (Search *search, const SalonSlot *slot, gint64 cost, gboolean by_hand)
{
  g_autoptr (GPtrArray) moved = lines_at (search, slot);
  guint first = 0;
  guint second = 0;
  guint option = 0;

  if (search->item->choices->len >= SALON_SICK_MOST_CHOICES
      || salon_visit_lines_clash (moved, salon_booking_facts_settings (search->all->facts)->buffers, &first, &second)
      || !others_fit (search, moved) || !client_is_free (search, moved))
    return;
  option = salon_sick_plan_add_option (search->all->day->plan, search->number, cost, by_hand);
  for (guint i = 0; i < moved->len; i++)
    take_line (search, option, moved->pdata[i]);
  g_ptr_array_add (search->item->choices, choice_of (search, slot, moved, by_hand));
}

/* ---- the three ways */

/* The free times of @employee between two minutes, the nearest to @wanted first. */
static GArray *
find (const Search *search, const SalonEmployee *employee, gint64 from, gint64 to, gint64 wanted, guint count)
{
  const SalonSettings *settings = salon_booking_facts_settings (search->all->facts);
  SalonSlotEmployee slot_employee = salon_diary_slot_employee (search->all->diary, employee);
  SalonSlotQuery query = {
    .lines = search->slot_lines,
    .n_lines = search->hers->len,
    .employees = &slot_employee,
    .n_employees = 1,
    .preferred_room = ((SalonVisitLine *) search->hers->pdata[0])->room_id,
    .client_busy = search->client_busy,
    .buffer_rule = settings->buffers,
    .ignore_visit = salon_entity_get_id ((gpointer) search->visit),
    .earliest = MAX (from, search->all->earliest),
    .end = to,
    .step = to - from == 1 ? 1 : settings->step_min,
    .count = count,
  };

  return salon_slot_query_find_nearest (&query, wanted);
}

static gint64
wanted_start (const Search *search)
{
  return ((SalonVisitLine *) search->hers->pdata[0])->start_min;
}

static gboolean
for_others (Search *search, gboolean same_time, gint64 cost, GError **error)
{
  gint64 wanted = wanted_start (search);
  gint64 midnight = wanted - wanted % SALON_MINUTES_A_DAY;

  for (guint i = 0; i < search->all->employees->len; i++) {
    const SalonEmployee *employee = search->all->employees->pdata[i];
    gint64 id = salon_entity_get_id ((gpointer) employee);
    g_autoptr (GArray) found = NULL;
    gboolean does = FALSE;

    if (!does_all (search, id, &does, error))
      return FALSE;
    if (id == search->all->day->employee_id || !does)
      continue;
    found = same_time ? find (search, employee, wanted, wanted + 1, wanted, 1)
                      : find (search, employee, midnight, midnight + SALON_MINUTES_A_DAY, wanted, TIMES_OF_DAY + 1);
    for (guint k = 0; k < found->len; k++) {
      const SalonSlot *slot = &g_array_index (found, SalonSlot, k);

      if ((slot->start == wanted) == same_time)
        offer (search, slot, cost + i + ABS (slot->start - wanted), search->item->wants_her);
    }
  }
  return TRUE;
}

/* One time a day, the nearest to that of the visit; the tail of the last day's shift is away, too. */
static void
for_her (Search *search)
{
  const SalonSickDay *day = search->all->day;
  gint64 wanted = wanted_start (search);
  const SalonEmployee *her = salon_booking_facts_employee (search->all->facts, day->employee_id, NULL);

  for (SalonDay d = day->last_day + 1; her != NULL && d <= day->last_day + SALON_SICK_DAYS_AFTER; d++) {
    gint64 midnight = (gint64) d * SALON_MINUTES_A_DAY;
    gint64 from = d == day->last_day + 1 ? midnight + NIGHT : midnight;
    gint64 same = midnight + wanted % SALON_MINUTES_A_DAY;
    g_autoptr (GArray) found = find (search, her, from, midnight + SALON_MINUTES_A_DAY, same, 1);

    if (found->len > 0) {
      const SalonSlot *slot = &g_array_index (found, SalonSlot, 0);

      offer (search, slot, COST_OTHER_DAY + (gint64) (d - day->last_day) * COST_A_DAY + ABS (slot->start - same), FALSE);
    }
  }
}

/**
 * salon_sick_search_visit:
 * @item: gets the choices
 *
 * Finds where the visit could go.  A client who wants her own master is moved to a day on which she is there; others
 * are offered only.  A client who is here already stays today.
 */
gboolean
salon_sick_search_visit (SalonSickSearch *self, const SalonVisit *visit, const GPtrArray *lines, SalonSickItem *item,
                         GError **error)
{
  g_auto (Search) search = {
    .all = self,
    .visit = visit,
    .lines = lines,
    .item = item,
    .hers = g_ptr_array_new (),
    .rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
  };
  GError *failure = NULL;
  gboolean stays_today = FALSE;

  search.number = salon_sick_plan_add_visit (self->day->plan);
  if (!prepare (&search, &failure)) {
    if (failure != NULL)
      g_propagate_error (error, failure);
    return failure == NULL;
  }
  stays_today = salon_visit_state_counts ((SalonVisitState) visit->state);
  if (item->wants_her && !stays_today)
    for_her (&search);
  if (!for_others (&search, TRUE, 0, error))
    return FALSE;
  if (!item->wants_her && !stays_today)
    for_her (&search);
  return for_others (&search, FALSE, COST_OTHER_TIME, error);
}
