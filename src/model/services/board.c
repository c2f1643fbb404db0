/* The board of some days: a dozen statements, however many visits there are. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/ids.h"
#include "model/entities/room.h"
#include "model/entities/service-category.h"
#include "model/entities/service.h"
#include "model/entities/visit.h"
#include "model/rules/birth.h"
#include "model/rules/client-name.h"
#include "model/rules/late.h"
#include "model/rules/together.h"
#include "model/rules/verbs.h"
#include "model/services/board.h"
#include "model/services/opening-times.h"
#include "model/services/desk.h"
#include "model/services/diary.h"
#include "model/services/settings.h"
#include "model/services/staff.h"
#include "model/services/wall-time.h"
#include "model/store/board-store.h"
#include "model/store/desk-store.h"
#include "model/store/repo.h"
#include "model/store/tx.h"
#include "model/store/visit-store.h"

#define MOST_DAYS 31
#define NIGHT     (SALON_SCHEDULE_LAST_MINUTE - SALON_MINUTES_A_DAY)

/* What a board is made of while it is loaded. */
typedef struct {
  SalonTx *tx;
  SalonBoard *board;
  SalonBoardScope scope;
  SalonSettings *settings;
  gint64 now; /* absolute wall minute */
  GHashTable *used_employees;
  GHashTable *used_rooms;
  GHashTable *used_services;
  GPtrArray *services;   /* SalonService, all */
  GHashTable *by_id;     /* the same by their id */
  GHashTable *colors;    /* SalonServiceCategory by its id */
} Load;

static void
load_clear (Load *load)
{
  g_clear_pointer (&load->board, salon_board_unref);
  g_clear_pointer (&load->settings, salon_settings_free);
  g_clear_pointer (&load->used_employees, g_hash_table_unref);
  g_clear_pointer (&load->used_rooms, g_hash_table_unref);
  g_clear_pointer (&load->used_services, g_hash_table_unref);
  g_clear_pointer (&load->by_id, g_hash_table_unref);
  g_clear_pointer (&load->colors, g_hash_table_unref);
  g_clear_pointer (&load->services, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Load, load_clear)

/* Also of a request that nobody checked. */
static gboolean
check_days (const SalonBoardRequest *request, GError **error)
{
  gboolean known = request->first_day == SALON_DAY_NONE
                   || (request->first_day > SALON_DAY_MIN && request->first_day < SALON_DAY_MAX - MOST_DAYS);

  if (known && request->n_days >= 1 && request->n_days <= MOST_DAYS)
    return TRUE;
  salon_set_field_error (error, known ? "n_days" : "first_day",
                         ngettext ("The board shows from one day to %d day.", "The board shows from one day to %d days.", MOST_DAYS),
                         MOST_DAYS);
  return FALSE;
}

/* ---- visits */

static guint
flags_of (const Load *load, const SalonDeskVisitRow *row)
{
  SalonBirth birth = { 0, (int) row->birth_month, (int) row->birth_mday };
  gboolean is_today = row->day == load->board->today || row->day == load->board->today - 1;
  guint flags = 0;

  if (row->first_day == SALON_DAY_NONE || row->first_day >= row->day)
    flags |= SALON_BOARD_FLAG_NEW_CLIENT;
  if (birth.month != 0 && birth.mday != 0 && salon_birth_days_ahead (&birth, (SalonDay) row->day) == 0)
    flags |= SALON_BOARD_FLAG_BIRTHDAY;
  if (row->has_alert)
    flags |= SALON_BOARD_FLAG_ALERT;
  if (row->note != NULL)
    flags |= SALON_BOARD_FLAG_NOTE;
  if (row->series_id != 0)
    flags |= SALON_BOARD_FLAG_SERIES;
  if (salon_visit_state_is_unpaid ((SalonVisitState) row->state, row->settled))
    flags |= SALON_BOARD_FLAG_UNPAID;
  if (is_today && row->end_min > load->now
      && salon_visit_is_late ((SalonVisitState) row->state, row->start_min, MAX (load->settings->late_min, row->late_min), load->now))
    flags |= SALON_BOARD_FLAG_LATE;
  return flags;
}

static void
take_visit (Load *load, const SalonDeskVisitRow *row)
{
  g_autofree char *phone = salon_client_phone_text (row->phone_e164, row->phone_typed, load->settings->country);
  g_autofree char *client = salon_client_name (row->first_name, row->surname, phone);
  SalonBoardVisit *visit = salon_board_add_visit (load->board, row->visit_id, row->client_id, client);

  visit->state = (SalonVisitState) row->state;
  visit->settled = row->settled;
  visit->flags = flags_of (load, row);
  visit->note = g_strdup (row->note);
  visit->reason = g_strdup (row->cancel_reason);
}

static void
note_used (GHashTable *set, gint64 id)
{
  if (id != 0 && !g_hash_table_contains (set, &id))
    g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static gint64
color_of (const Load *load, const SalonService *service)
{
  const SalonServiceCategory *category = g_hash_table_lookup (load->colors, &service->service_category_id);

  return category != NULL ? category->color : 0;
}

static void
take_line (Load *load, const SalonBoardLineRow *row)
{
  SalonBoardVisit *visit = g_hash_table_lookup (load->board->by_id, &row->visit_id);
  const SalonService *service = g_hash_table_lookup (load->by_id, &row->service_id);
  SalonBoardLine *line = NULL;

  if (visit == NULL || service == NULL)
    return;
  line = salon_board_add_line (visit, row->line_id, row->service_id, service->name);
  line->employee_id = row->employee_id;
  line->room_id = row->room_id;
  line->start = row->start_min;
  line->shape = (SalonLineShape){ .work1 = (int) row->work1_min,
                                  .gap = (int) row->gap_min,
                                  .work2 = (int) row->work2_min,
                                  .buffer_before = (int) row->buffer_before_min,
                                  .buffer_after = (int) row->buffer_after_min };
  line->color = color_of (load, service);
  line->price = row->price;
  line->any_master = row->any_master;
  line->master_matters = row->master_matters;
  line->override = row->override;
  if (row->override)
    visit->flags |= SALON_BOARD_FLAG_OVERRIDE;
  note_used (load->used_employees, row->employee_id);
  note_used (load->used_rooms, row->room_id);
  note_used (load->used_services, row->service_id);
}

static gboolean
load_visits (Load *load, GError **error)
{
  g_autoptr (GPtrArray) visits = salon_desk_store_visits_between (load->tx, &load->scope, error);
  g_autoptr (GArray) lines = visits != NULL ? salon_board_store_lines (load->tx, &load->scope, error) : NULL;

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < visits->len; i++)
    take_visit (load, visits->pdata[i]);
  for (guint i = 0; i < lines->len; i++)
    take_line (load, &g_array_index (lines, SalonBoardLineRow, i));
  return TRUE;
}

/* ---- employees */

static GArray *
all_ids (const GPtrArray *rows)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), rows->len);

  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (ids, ((const SalonBoardEmployeeRow *) rows->pdata[i])->id);
  return ids;
}

/* What lies between the beginning of the evening before and the end of the night after. */
static GArray *
within (const Load *load, const GArray *set)
{
  g_autoptr (GArray) span = salon_intervals_new ();
  gint64 from = load->scope.from_min - SALON_MINUTES_A_DAY;

  salon_intervals_add (span, from, load->scope.to_min);
  return salon_intervals_intersect (set, span);
}

static SalonScheduleTimes *
times_within (const Load *load, const SalonScheduleTimes *times)
{
  SalonScheduleTimes *copy = g_new0 (SalonScheduleTimes, 1);

  copy->working = within (load, times->working);
  copy->away = within (load, times->away);
  copy->closed = within (load, times->closed);
  return copy;
}

static gboolean
is_shown (const Load *load, const SalonBoardEmployeeRow *row, const SalonScheduleTimes *times)
{
  if (load->scope.employee_id != 0 && row->id != load->scope.employee_id)
    return FALSE;
  return g_hash_table_contains (load->used_employees, &row->id) || load->scope.employee_id == row->id
         || (row->bookable && salon_intervals_meet (times->working, load->scope.from_min, load->scope.to_min));
}

/* Of one whose visits may not all be seen, who does a line of a visit of hers with her. */
static gboolean
is_asked_about (const Load *load, const SalonBoardEmployeeRow *row)
{
  return load->scope.employee_id == 0 || g_hash_table_contains (load->used_employees, &row->id);
}

static void
take_employee (Load *load, SalonBoardEmployee *employee, const SalonBoardEmployeeRow *row, const SalonScheduleTimes *times,
               const GArray *skills)
{
  employee->bookable = row->bookable;
  salon_schedule_times_free (employee->times);
  employee->times = times_within (load, times);
  for (guint i = 0; i < skills->len; i++) {
    const SalonBoardSkill *skill = &g_array_index (skills, SalonBoardSkill, i);

    if (skill->employee_id == row->id)
      g_array_append_val (employee->services, skill->service_id);
  }
}

static gboolean
load_employees (Load *load, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_board_store_employees (load->tx, error);
  g_autoptr (GArray) skills = rows != NULL ? salon_board_store_skills (load->tx, error) : NULL;
  g_autoptr (GArray) ids = skills != NULL ? all_ids (rows) : NULL;
  g_autoptr (GPtrArray) rooms = g_ptr_array_new ();
  SalonDiaryScope scope = { load->scope.from_min, load->scope.to_min, ids, rooms, NULL };
  g_autoptr (SalonDiary) diary = ids != NULL ? salon_diary_load_times (load->tx, &scope, error) : NULL;

  if (diary == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const SalonBoardEmployeeRow *row = rows->pdata[i];
    const SalonScheduleTimes *times = salon_diary_times (diary, row->id);

    if (is_shown (load, row, times)) {
      SalonBoardEmployee *shown = salon_board_add_employee (load->board, row->id, row->name);

      shown->thumb = row->thumb != NULL ? g_bytes_ref (row->thumb) : NULL;
      shown->color = row->color;
      take_employee (load, shown, row, times, skills);
    } else if (is_asked_about (load, row)) {
      take_employee (load, salon_board_add_other (load->board, row->id, row->name), row, times, skills);
    }
  }
  return TRUE;
}

/* ---- rooms, services */

static gboolean
load_rooms (Load *load, GError **error)
{
  g_autoptr (GPtrArray) rooms = salon_repo_all (load->tx, salon_room_get_type (), error);

  for (guint i = 0; rooms != NULL && i < rooms->len; i++) {
    const SalonRoom *room = rooms->pdata[i];
    gint64 id = salon_entity_get_id (room);
    SalonBoardRoom *shown = NULL;

    if (room->archived != 0 && !g_hash_table_contains (load->used_rooms, &id))
      continue;
    shown = salon_board_add_room (load->board, id, room->name);
    shown->kind_id = room->room_kind_id;
    shown->archived = room->archived != 0;
    shown->capacity = (int) room->capacity;
    shown->cleanup = (int) room->cleanup_min;
  }
  return rooms != NULL;
}

static GHashTable *
by_id_of (const GPtrArray *entities)
{
  GHashTable *table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  for (guint i = 0; i < entities->len; i++) {
    gint64 id = salon_entity_get_id (entities->pdata[i]);

    g_hash_table_insert (table, g_memdup2 (&id, sizeof id), g_object_ref (entities->pdata[i]));
  }
  return table;
}

static gboolean
read_services (Load *load, GError **error)
{
  g_autoptr (GPtrArray) categories = salon_repo_all (load->tx, salon_service_category_get_type (), error);

  if (categories != NULL)
    load->services = salon_repo_all (load->tx, salon_service_get_type (), error);
  if (load->services == NULL)
    return FALSE;
  load->by_id = by_id_of (load->services);
  load->colors = by_id_of (categories);
  return TRUE;
}

static void
take_services (Load *load)
{
  for (guint i = 0; i < load->services->len; i++) {
    const SalonService *service = load->services->pdata[i];
    gint64 id = salon_entity_get_id (service);
    SalonBoardService *shown = NULL;

    if (service->archived != 0 && !g_hash_table_contains (load->used_services, &id))
      continue;
    shown = salon_board_add_service (load->board, id, service->name);
    shown->room_kind_id = service->room_kind_id;
    shown->parallel = salon_service_goes_along (service);
    salon_line_shape_of_service (service, &shown->shape);
  }
}

/* ---- what is taken by visits that may not be seen */

/* What stands for a visit where its own id would tell too much. */
static gint64
nameless_id (GHashTable *ids, gint64 visit_id)
{
  gint64 *id = g_hash_table_lookup (ids, &visit_id);

  if (id == NULL) {
    id = g_new (gint64, 1);
    *id = -1 - (gint64) g_hash_table_size (ids);
    g_hash_table_insert (ids, g_memdup2 (&visit_id, sizeof visit_id), id);
  }
  return *id;
}

static gboolean
take_resource (Load *load, SalonResourceKind kind, gint64 resource_id, GHashTable *ids, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SalonOccupancy));

  if (!salon_visit_store_occupancy_of (load->tx, kind, resource_id, load->scope.from_min, load->scope.to_min, rows, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const SalonOccupancy *row = &g_array_index (rows, SalonOccupancy, i);
    SalonBoardTaken taken = { kind, resource_id, 0, { row->from_min, row->to_min, (int) row->before_min, (int) row->after_min, 0 } };

    if (g_hash_table_contains (load->board->by_id, &row->visit_id))
      continue;
    taken.busy.id = nameless_id (ids, row->visit_id);
    g_array_append_val (load->board->taken, taken);
  }
  return TRUE;
}

static gboolean
take_client (Load *load, gint64 client_id, GHashTable *ids, GError **error)
{
  g_autoptr (GArray) others = salon_visit_store_client_overlaps (load->tx, client_id, load->scope.from_min, load->scope.to_min, 0, error);

  for (guint i = 0; others != NULL && i < others->len; i++) {
    gint64 visit_id = g_array_index (others, gint64, i);
    g_autoptr (SalonVisit) visit = NULL;
    SalonBoardTaken taken = { .client_id = client_id };

    if (g_hash_table_contains (load->board->by_id, &visit_id))
      continue;
    visit = salon_repo_get (load->tx, salon_visit_get_type (), visit_id, error);
    if (visit == NULL)
      return FALSE;
    taken.busy = (SalonBusy){ visit->start_min, visit->end_min, 0, 0, nameless_id (ids, visit_id) };
    g_array_append_val (load->board->taken, taken);
  }
  return others != NULL;
}

/* Only who sees one employee's visits is told that there are others. */
static gboolean
load_taken (Load *load, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) clients = g_hash_table_new (g_int64_hash, g_int64_equal);
  const SalonBoard *board = load->board;

  if (load->scope.employee_id == 0)
    return TRUE;
  for (guint i = 0; i < board->rooms->len; i++)
    if (!take_resource (load, SALON_RESOURCE_ROOM, ((SalonBoardRoom *) board->rooms->pdata[i])->id, ids, error))
      return FALSE;
  for (guint i = 0; i < board->others->len; i++)
    if (!take_resource (load, SALON_RESOURCE_EMPLOYEE, ((SalonBoardEmployee *) board->others->pdata[i])->id, ids, error))
      return FALSE;
  for (guint i = 0; i < board->visits->len; i++) {
    SalonBoardVisit *visit = board->visits->pdata[i];

    if (g_hash_table_add (clients, &visit->client_id) && !take_client (load, visit->client_id, ids, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- the salon */

static gboolean
load_salon (Load *load, GError **error)
{
  SalonBoard *board = load->board;
  gboolean known = FALSE;
  g_autoptr (SalonScheduleTimes) times =
      salon_opening_times (load->tx, board->first_day - 1, board->first_day + board->n_days - 1, TRUE, &known, error);

  if (times == NULL)
    return FALSE;
  board->buffer_rule = load->settings->buffers;
  board->step = load->settings->step_min;
  g_array_unref (board->opening);
  board->opening = within (load, times->working);
  salon_wall_time_add_jumps (load->tx, load->scope.from_min, load->scope.to_min, board->jumps);
  salon_intervals_normalize (board->jumps);
  return TRUE;
}

static void
start_load (Load *load, SalonTx *tx, const SalonBoardRequest *request)
{
  SalonClock *clock = salon_tx_clock (tx);
  SalonDay today = salon_clock_today (clock);
  SalonDay first = request->first_day == SALON_DAY_NONE ? today : (SalonDay) request->first_day;

  load->tx = tx;
  load->board = salon_board_new (first, request->n_days);
  load->board->today = today;
  load->now = salon_clock_wall_minute (clock);
  load->scope.from_min = (gint64) first * SALON_MINUTES_A_DAY;
  load->scope.to_min = (gint64) (first + request->n_days) * SALON_MINUTES_A_DAY + NIGHT;
  load->scope.with_cancelled = request->with_cancelled;
  load->used_employees = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  load->used_rooms = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  load->used_services = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* Whose visits are wanted and may be seen. */
static gboolean
choose_employee (SalonTx *tx, gint64 wanted, gint64 *employee_id, GError **error)
{
  if (!salon_desk_visible_employee (tx, employee_id, error))
    return FALSE;
  if (*employee_id == 0)
    *employee_id = wanted;
  return TRUE;
}

/**
 * salon_board_request_new:
 *
 * Returns: (transfer full): free with g_free()
 */
SalonBoardRequest *
salon_board_request_new (gint64 first_day, int n_days, gint64 employee_id, gboolean with_cancelled)
{
  SalonBoardRequest *self = g_new0 (SalonBoardRequest, 1);

  self->first_day = first_day;
  self->n_days = n_days;
  self->employee_id = employee_id;
  self->with_cancelled = with_cancelled;
  return self;
}

/**
 * salon_board_query:
 * @error: %SALON_ERROR_VALIDATION with the field, %SALON_ERROR_PERMISSION
 *
 * Who may not see the visits of others sees her own column and her own visits, and of the others when they take what
 * she might want, but not whose they are and for what.
 *
 * Returns: (transfer full) (nullable): the board
 */
SalonBoard *
salon_board_query (SalonTx *tx, const SalonBoardRequest *request, GError **error)
{
  g_auto (Load) load = { 0 };
  gint64 employee_id = 0;

  if (!check_days (request, error) || !choose_employee (tx, request->employee_id, &employee_id, error))
    return NULL;
  start_load (&load, tx, request);
  load.scope.employee_id = employee_id;
  load.settings = salon_settings_load (tx, NULL, error);
  if (load.settings == NULL || !read_services (&load, error) || !load_visits (&load, error) || !load_employees (&load, error)
      || !load_rooms (&load, error) || !load_taken (&load, error) || !load_salon (&load, error))
    return NULL;
  take_services (&load);
  salon_board_finish (load.board);
  return g_steal_pointer (&load.board);
}

/* ---- a month at a glance */

static gint64
minutes_on (const GArray *set, SalonDay day)
{
  g_autoptr (GArray) span = salon_intervals_new ();
  g_autoptr (GArray) part = NULL;
  gint64 midnight = (gint64) day * SALON_MINUTES_A_DAY;

  salon_intervals_add (span, midnight, midnight + SALON_MINUTES_A_DAY);
  part = salon_intervals_intersect (set, span);
  return salon_intervals_length (part);
}

/* The minutes that all work on each day.  After midnight they count to the day on which they are. */
static gboolean
add_working (SalonTx *tx, GArray *days, gint64 employee_id, GError **error)
{
  SalonDay first = g_array_index (days, SalonBoardMonthDay, 0).day;
  g_autoptr (GPtrArray) rows = salon_board_store_employees (tx, error);
  g_autoptr (GPtrArray) rooms = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  SalonDiaryScope scope = { (gint64) first * SALON_MINUTES_A_DAY, (gint64) (first + (SalonDay) days->len) * SALON_MINUTES_A_DAY,
                            ids, rooms, NULL };
  g_autoptr (SalonDiary) diary = NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    const SalonBoardEmployeeRow *row = rows->pdata[i];

    if (row->bookable && (employee_id == 0 || row->id == employee_id))
      g_array_append_val (ids, row->id);
  }
  diary = rows != NULL ? salon_diary_load_times (tx, &scope, error) : NULL;
  for (guint i = 0; diary != NULL && i < ids->len; i++) {
    const SalonScheduleTimes *times = salon_diary_times (diary, g_array_index (ids, gint64, i));

    for (guint k = 0; k < days->len; k++) {
      SalonBoardMonthDay *day = &g_array_index (days, SalonBoardMonthDay, k);

      day->working += minutes_on (times->working, day->day);
    }
  }
  return diary != NULL;
}

static gboolean
add_closed (SalonTx *tx, GArray *days, GError **error)
{
  SalonDay first = g_array_index (days, SalonBoardMonthDay, 0).day;
  SalonDay last = g_array_index (days, SalonBoardMonthDay, days->len - 1).day;
  gboolean known = FALSE;
  g_autoptr (SalonScheduleTimes) open = salon_opening_times (tx, first, last, FALSE, &known, error);
  g_autoptr (SalonScheduleTimes) left = open != NULL ? salon_opening_times (tx, first, last, TRUE, &known, error) : NULL;

  for (guint i = 0; left != NULL && i < days->len; i++) {
    SalonBoardMonthDay *day = &g_array_index (days, SalonBoardMonthDay, i);
    gboolean opens = minutes_on (open->working, day->day) > 0;

    day->holiday = minutes_on (left->closed, day->day) > 0;
    day->closed = day->holiday || (known && !opens);
  }
  return left != NULL;
}

static gboolean
add_booked (SalonTx *tx, GArray *days, gint64 employee_id, GError **error)
{
  SalonDay first = g_array_index (days, SalonBoardMonthDay, 0).day;
  g_autoptr (GArray) sums = salon_board_store_sums (tx, first, first + (SalonDay) days->len - 1, employee_id, error);

  for (guint i = 0; sums != NULL && i < sums->len; i++) {
    const SalonBoardDaySum *sum = &g_array_index (sums, SalonBoardDaySum, i);
    SalonBoardMonthDay *day = &g_array_index (days, SalonBoardMonthDay, sum->day - first);

    day->booked = sum->booked;
    day->visits = sum->visits;
  }
  return sums != NULL;
}

/**
 * salon_board_month:
 * @request: its @with_cancelled does not matter
 *
 * Returns: (transfer full) (nullable) (element-type SalonBoardMonthDay): every day, by day
 */
GArray *
salon_board_month (SalonTx *tx, const SalonBoardRequest *request, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (SalonBoardMonthDay));
  SalonDay first = request->first_day == SALON_DAY_NONE ? salon_clock_today (salon_tx_clock (tx)) : (SalonDay) request->first_day;
  gint64 employee_id = 0;

  if (!check_days (request, error) || !choose_employee (tx, request->employee_id, &employee_id, error))
    return NULL;
  for (int i = 0; i < request->n_days; i++) {
    SalonBoardMonthDay day = { .day = first + i };

    g_array_append_val (days, day);
  }
  return add_working (tx, days, employee_id, error) && add_closed (tx, days, error) && add_booked (tx, days, employee_id, error)
             ? g_steal_pointer (&days)
             : NULL;
}

SALON_DEFINE_QUERY (salon_query_board, "board.days", salon_board_query, SalonBoardRequest, g_free, salon_board_unref)
SALON_DEFINE_QUERY (salon_query_board_month, "board.month", salon_board_month, SalonBoardRequest, g_free, g_array_unref)
