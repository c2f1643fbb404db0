/* The free times nearest to the one that was wanted, with the same employees, in the same rooms or
 * others of the kind, up to a week away and not in the past.
 *
 * The slot finder places lines of one employee.  Of a visit of several the lines of her who begins are
 * placed, and those of the others are tried at each time that is found. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "model/rules/slot-check.h"
#include "model/rules/slots.h"
#include "model/services/diary.h"
#include "model/services/nearest-slots.h"
#include "model/services/wall-time.h"
#include "model/store/repo.h"
#include "model/store/tx.h"
#include "model/store/visit-store.h"

#define DAYS_BEFORE 3
#define DAYS_AFTER  7
#define MOST_TRIED  400
#define MOST_OF_DAYS 10000 /* more than there are */

typedef struct {
  SalonTx *tx;
  const SalonVisit *visit;
  const GPtrArray *lines;
  SalonBookingFacts *facts;
  const SalonVisitLine *first; /* the line that begins */
  SalonDiary *diary;
  GPtrArray *rooms; /* GPtrArray of SalonRoom for each line */
  gint64 earliest;
  gint64 end;
  guint count;
  gboolean spares_client; /* not when the client is somewhere else in the salon */
  SalonSlotLine slot_lines[SALON_SLOT_MAX_LINES];
  guint n_slot_lines;
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->diary, salon_diary_free);
  g_ptr_array_unref (search->rooms);
  for (guint i = 0; i < search->n_slot_lines; i++)
    g_free ((gpointer) search->slot_lines[i].rooms);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
is_hers (const Search *search, const SalonVisitLine *line)
{
  return line->employee_id == search->first->employee_id;
}

/* The rooms in which a line may be done: those of the kind, or just the one that was chosen. */
static GPtrArray *
rooms_for (const Search *search, const SalonVisitLine *line, GError **error)
{
  SalonService *service = salon_booking_facts_service (search->facts, line->service_id, error);
  g_autoptr (GPtrArray) rooms = service != NULL ? salon_booking_facts_rooms_for (search->facts, service, error) : NULL;
  SalonRoom *chosen = NULL;

  if (rooms == NULL)
    return NULL;
  if (line->room_id == 0) {
    g_ptr_array_set_size (rooms, 0);
    return g_steal_pointer (&rooms);
  }
  chosen = salon_booking_facts_room (search->facts, line->room_id, error);
  if (chosen == NULL)
    return NULL;
  if (service->room_kind_id == 0 || service->room_kind_id != chosen->room_kind_id) {
    g_ptr_array_set_size (rooms, 0);
    g_ptr_array_add (rooms, chosen);
  }
  return g_steal_pointer (&rooms);
}

static gboolean
load (Search *search, GError **error)
{
  g_autoptr (GArray) employees = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) all_rooms = g_ptr_array_new ();
  SalonDiaryScope scope = { search->earliest, search->end, employees, all_rooms, NULL };

  for (guint i = 0; i < search->lines->len; i++) {
    const SalonVisitLine *line = search->lines->pdata[i];
    GPtrArray *rooms = rooms_for (search, line, error);

    if (rooms == NULL)
      return FALSE;
    g_ptr_array_add (search->rooms, rooms);
    g_array_append_val (employees, line->employee_id);
    for (guint k = 0; k < rooms->len; k++)
      g_ptr_array_add (all_rooms, rooms->pdata[k]);
  }
  search->diary = salon_diary_load (search->tx, &scope, error);
  return search->diary != NULL;
}

static SalonSlotLine
slot_line_of (const Search *search, guint index)
{
  const SalonVisitLine *line = search->lines->pdata[index];
  const GPtrArray *rooms = search->rooms->pdata[index];
  SalonSlotRoom *slot_rooms = g_new0 (SalonSlotRoom, rooms->len);
  SalonSlotLine slot_line = { 0 };

  for (guint i = 0; i < rooms->len; i++)
    slot_rooms[i] = salon_diary_slot_room (search->diary, rooms->pdata[i]);
  salon_line_shape_of_visit_line (line, &slot_line.shape);
  slot_line.offset = (int) (line->start_min - search->visit->start_min);
  slot_line.needs_room = line->room_id != 0;
  slot_line.rooms = slot_rooms;
  slot_line.n_rooms = rooms->len;
  return slot_line;
}

/* The line that begins comes first. */
static gboolean
add_slot_lines (Search *search, gboolean first)
{
  for (guint i = 0; i < search->lines->len; i++) {
    const SalonVisitLine *line = search->lines->pdata[i];

    if (!is_hers (search, line) || (line == search->first) != first)
      continue;
    if (search->n_slot_lines == SALON_SLOT_MAX_LINES)
      return FALSE;
    search->slot_lines[search->n_slot_lines++] = slot_line_of (search, i);
  }
  return TRUE;
}

/* Returns: whether the finder can take all lines of her who begins */
static gboolean
make_slot_lines (Search *search)
{
  return add_slot_lines (search, TRUE) && add_slot_lines (search, FALSE);
}

/* Whether one of the rooms is free for the line of another employee, and she is. */
static gboolean
line_fits (const Search *search, guint index, gint64 start)
{
  const SalonVisitLine *line = search->lines->pdata[index];
  const GPtrArray *rooms = search->rooms->pdata[index];
  const GArray *busy = salon_diary_employee_busy (search->diary, line->employee_id);
  SalonSlotPlacement placement = {
    .start = start + line->start_min - search->visit->start_min,
    .visit = salon_entity_get_id (search->visit),
    .employee = line->employee_id,
    .does_service = TRUE,
    .working = salon_diary_times (search->diary, line->employee_id)->working,
    .employee_busy = (const SalonBusy *) (gconstpointer) busy->data,
    .n_employee_busy = busy->len,
    .room_fits = TRUE,
    .buffer_rule = salon_booking_facts_settings (search->facts)->buffers,
  };
  gboolean fits = FALSE;

  salon_line_shape_of_visit_line (line, &placement.shape);
  for (guint i = 0; i < MAX (rooms->len, 1) && !fits; i++) {
    g_autoptr (GArray) problems = NULL;
    SalonSlotRoom room = { 0 };

    if (rooms->len > 0)
      room = salon_diary_slot_room (search->diary, rooms->pdata[i]);
    placement.room = room.id;
    placement.room_capacity = room.capacity;
    placement.room_cleanup = room.cleanup;
    placement.room_busy = room.busy;
    placement.n_room_busy = room.n_busy;
    problems = salon_slots_check (&placement);
    fits = problems->len == 0;
  }
  return fits;
}

static gboolean
others_fit (const Search *search, gint64 start)
{
  for (guint i = 0; i < search->lines->len; i++)
    if (!is_hers (search, search->lines->pdata[i]) && !line_fits (search, i, start))
      return FALSE;
  return TRUE;
}

static gboolean
is_one_of_hers (const Search *search)
{
  for (guint i = 0; i < search->lines->len; i++)
    if (!is_hers (search, search->lines->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
add_client_visits (const Search *search, GArray *closed, GError **error)
{
  g_autoptr (GArray) visits = NULL;

  if (search->visit->client_id == 0)
    return TRUE;
  visits = salon_visit_store_client_overlaps (search->tx, search->visit->client_id, search->earliest, search->end,
                                              salon_entity_get_id (search->visit), error);
  for (guint i = 0; visits != NULL && i < visits->len; i++) {
    g_autoptr (SalonVisit) other = salon_repo_get (search->tx, salon_visit_get_type (), g_array_index (visits, gint64, i), error);

    if (other == NULL)
      return FALSE;
    salon_intervals_add (closed, other->start_min, other->end_min);
  }
  return visits != NULL;
}

static GArray *
run (const Search *search, GError **error)
{
  SalonEmployee *employee = salon_booking_facts_employee (search->facts, search->first->employee_id, error);
  const SalonSettings *settings = salon_booking_facts_settings (search->facts);
  g_autoptr (GArray) closed = salon_intervals_new ();
  g_autoptr (GArray) found = NULL;
  SalonSlotEmployee slot_employee;
  SalonSlotQuery query = { 0 };

  if (employee == NULL)
    return NULL;
  salon_wall_time_add_jumps (search->tx, search->earliest, search->end, closed);
  if (search->spares_client && !add_client_visits (search, closed, error))
    return NULL;
  salon_intervals_normalize (closed);
  slot_employee = salon_diary_slot_employee (search->diary, employee);
  query.lines = search->slot_lines;
  query.n_lines = search->n_slot_lines;
  query.employees = &slot_employee;
  query.n_employees = 1;
  query.preferred_room = search->first->room_id;
  query.client_busy = closed;
  query.buffer_rule = settings->buffers;
  query.ignore_visit = salon_entity_get_id (search->visit);
  query.earliest = search->earliest;
  query.end = search->end;
  query.step = settings->step_min;
  query.count = is_one_of_hers (search) ? search->count : MOST_TRIED;
  found = salon_slot_query_find_nearest (&query, search->visit->start_min);
  for (guint i = 0; i < found->len;) {
    if (i < search->count && others_fit (search, g_array_index (found, SalonSlot, i).start))
      i++;
    else
      g_array_remove_index (found, i);
  }
  return g_steal_pointer (&found);
}

static const SalonVisitLine *
line_that_begins (const GPtrArray *lines)
{
  const SalonVisitLine *first = lines->pdata[0];

  for (guint i = 1; i < lines->len; i++)
    if (((const SalonVisitLine *) lines->pdata[i])->start_min < first->start_min)
      first = lines->pdata[i];
  return first;
}

static GArray *
search_days (SalonTx *tx, const SalonVisit *visit, const GPtrArray *lines, SalonBookingFacts *facts, gint64 first_day,
             gint64 last_day, guint count, gboolean spares_client, GError **error)
{
  gint64 now = salon_clock_wall_minute (salon_tx_clock (tx));
  g_auto (Search) search = {
    .tx = tx,
    .visit = visit,
    .lines = lines,
    .facts = facts,
    .first = line_that_begins (lines),
    .rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
    .earliest = MAX (now, first_day * SALON_MINUTES_A_DAY),
    .end = (last_day + 1) * SALON_MINUTES_A_DAY,
    .count = count,
    .spares_client = spares_client,
  };

  if (search.end <= search.earliest)
    return g_array_new (FALSE, FALSE, sizeof (SalonSlot));
  if (!load (&search, error))
    return NULL;
  if (!make_slot_lines (&search))
    return g_array_new (FALSE, FALSE, sizeof (SalonSlot));
  return run (&search, error);
}

/**
 * salon_nearest_slots:
 * @visit: where it was wanted; its own time does not stand in its way
 * @lines: (element-type SalonVisitLine): its lines; they keep their employees and distances
 *
 * Returns: (transfer full) (nullable) (element-type SalonSlot): at most three, the nearest first; the
 *   rooms are those of the lines of her who begins
 */
GArray *
salon_nearest_slots (SalonTx *tx, const SalonVisit *visit, const GPtrArray *lines, SalonBookingFacts *facts, GError **error)
{
  return search_days (tx, visit, lines, facts, visit->day - DAYS_BEFORE, visit->day + DAYS_AFTER, SALON_NEAREST_SLOTS, FALSE,
                      error);
}

/**
 * salon_nearest_slots_of_days:
 * @visit: a draft at the time that is wanted; id 0 = a new one
 * @flexible_days: so many days before and after are looked at
 *
 * As salon_nearest_slots(), and not when the client is somewhere else in the salon.
 *
 * Returns: (transfer full) (nullable) (element-type SalonSlot): all times of these days, the nearest first
 */
GArray *
salon_nearest_slots_of_days (SalonTx *tx, const SalonVisit *visit, const GPtrArray *lines, SalonBookingFacts *facts,
                             int flexible_days, GError **error)
{
  return search_days (tx, visit, lines, facts, visit->day - flexible_days, visit->day + flexible_days, MOST_OF_DAYS, TRUE, error);
}
/* "today 11:15", or with the room if it is another than was wanted. */
static char *
slot_text (const SalonSlot *slot, gint64 wanted_room, SalonBookingFacts *facts, SalonDay today, GError **error)
{
  g_autofree char *day = salon_day_format_relative ((SalonDay) (slot->start / SALON_MINUTES_A_DAY), today);
  g_autofree char *time = salon_minute_format ((int) (slot->start % SALON_MINUTES_A_DAY));
  const SalonRoom *room = NULL;

  if (slot->rooms[0] == 0 || slot->rooms[0] == wanted_room)
    /* Translators: a day and a time: "today 10:00" */
    return g_strdup_printf (C_ ("free time", "%1$s %2$s"), day, time);
  room = salon_booking_facts_room (facts, slot->rooms[0], error);
  /* Translators: a day, a time and a room: "today 10:00 (Room 2)" */
  return room != NULL ? g_strdup_printf (C_ ("free time", "%1$s %2$s (%3$s)"), day, time, room->name) : NULL;
}

/**
 * salon_nearest_slots_text:
 *
 * Returns: (transfer full) (nullable): a whole sentence with the times of salon_nearest_slots()
 */
char *
salon_nearest_slots_text (SalonTx *tx, const SalonVisit *visit, const GPtrArray *lines, SalonBookingFacts *facts,
                          GError **error)
{
  g_autoptr (GArray) slots = salon_nearest_slots (tx, visit, lines, facts, error);
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  g_autoptr (GString) list = g_string_new (NULL);

  if (slots == NULL)
    return NULL;
  if (slots->len == 0)
    return g_strdup (_("There is no free time within a week of it."));
  for (guint i = 0; i < slots->len; i++) {
    g_autofree char *text = slot_text (&g_array_index (slots, SalonSlot, i), line_that_begins (lines)->room_id, facts,
                                       today, error);

    if (text == NULL)
      return NULL;
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", text);
  }
  return g_strdup_printf (ngettext ("The nearest free time: %s.", "The nearest free times: %s.", slots->len), list->str);
}
