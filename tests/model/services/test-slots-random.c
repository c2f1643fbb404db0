/* Free slots of random small salons against a model that tries every start and looks at every minute
 * of it.  20 salons; 400 with SALON_TEST_FULL=1. */
#include "model/entities/absence.h"
#include "model/entities/employee-service.h"
#include "model/entities/employee.h"
#include "model/entities/holiday.h"
#include "model/entities/room-kind.h"
#include "model/entities/room.h"
#include "model/entities/service.h"
#include "model/entities/shift.h"
#include "model/entities/work-break.h"
#include "model/entities/work-hours.h"
#include "model/store/repo.h"
#include "model/store/settings-store.h"
#include "small-salon.h"

#define DAY 1440

static GPtrArray *
find (SalonFixture *salon, const SalonSlotsRequest *request)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *slots = salon_session_query_sync (salon->session, &salon_query_slots, request, &error);

  g_assert_no_error (error);
  return slots;
}

/* ---- the model */

typedef struct {
  SalonFixture *salon;
  GPtrArray *employees, *rooms, *services, *skills, *hours, *shifts, *breaks, *absences, *holidays, *visits, *lines;
  gboolean sum;
  int step;
  gint64 now;
} Model;

static GPtrArray *
all (SalonFixture *salon, GType type)
{
  return salon_fixture_find (salon, type, NULL, 0);
}

static void
model_init (Model *m, SalonFixture *salon, gboolean sum, int step)
{
  m->salon = salon;
  m->employees = all (salon, salon_employee_get_type ());
  m->rooms = all (salon, salon_room_get_type ());
  m->services = all (salon, salon_service_get_type ());
  m->skills = all (salon, salon_employee_service_get_type ());
  m->hours = all (salon, salon_work_hours_get_type ());
  m->shifts = all (salon, salon_shift_get_type ());
  m->breaks = all (salon, salon_work_break_get_type ());
  m->absences = all (salon, salon_absence_get_type ());
  m->holidays = all (salon, salon_holiday_get_type ());
  m->visits = all (salon, salon_visit_get_type ());
  m->lines = all (salon, salon_visit_line_get_type ());
  m->sum = sum;
  m->step = step;
  m->now = salon_clock_wall_minute (salon->clock);
}

static void
model_clear (Model *m)
{
  GPtrArray **arrays[] = { &m->employees, &m->rooms, &m->services, &m->skills, &m->hours, &m->shifts,
                           &m->breaks, &m->absences, &m->holidays, &m->visits, &m->lines };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_ptr_array_unref (*arrays[i]);
}

#define EACH(array, Type, row)                                                                    \
  for (guint row##_i = 0; row##_i < (array)->len; row##_i++)                                      \
    for (Type *row = (array)->pdata[row##_i], *row##_once = row; row##_once != NULL; row##_once = NULL)

/* Whether the working day @day has hours at @minute (absolute) and nothing takes them away. */
static gboolean
model_works_by_day (const Model *m, gint64 employee, gint64 day, gint64 minute)
{
  gint64 of_day = minute - day * DAY;
  gboolean has_shift = FALSE;
  gboolean works = FALSE;

  EACH (m->shifts, SalonShift, shift)
    if (shift->employee_id == employee && shift->day == day) {
      has_shift = TRUE;
      works = works || (shift->from_min <= of_day && of_day < shift->to_min);
    }
  if (!has_shift)
    EACH (m->hours, SalonWorkHours, hours)
      if (hours->employee_id == employee && hours->weekday == salon_day_weekday ((SalonDay) day))
        works = works || (hours->from_min <= of_day && of_day < hours->to_min);
  EACH (m->breaks, SalonWorkBreak, pause)
    if (pause->employee_id == employee && pause->day == day && pause->from_min <= of_day && of_day < pause->to_min)
      works = FALSE;
  EACH (m->absences, SalonAbsence, absence)
    if (absence->employee_id == employee && absence->first_day <= day && day <= absence->last_day)
      works = FALSE;
  EACH (m->holidays, SalonHoliday, holiday)
    if (holiday->first_day <= day && day <= holiday->last_day)
      works = FALSE;
  return works;
}

static gboolean
model_works (const Model *m, gint64 employee, gint64 from, gint64 to)
{
  for (gint64 minute = from; minute < to; minute++)
    if (!model_works_by_day (m, employee, minute / DAY, minute)
        && !model_works_by_day (m, employee, minute / DAY - 1, minute))
      return FALSE;
  return TRUE;
}

/* Minutes that must lie between two neighbours. */
static gint64
distance (const Model *m, gint64 after, gint64 before)
{
  return m->sum ? after + before : MAX (after, before);
}

static gboolean
model_apart (const Model *m, gint64 from, gint64 to, gint64 before, gint64 after, gint64 o_from, gint64 o_to,
             gint64 o_before, gint64 o_after)
{
  if (o_from >= to)
    return o_from - to >= distance (m, after, o_before);
  if (from >= o_to)
    return from - o_to >= distance (m, o_after, before);
  return FALSE;
}

static const SalonVisit *
model_visit (const Model *m, gint64 id)
{
  EACH (m->visits, SalonVisit, visit)
    if (salon_entity_get_id (visit) == id)
      return visit;
  g_assert_not_reached ();
}

static gboolean
model_holds (const Model *m, const SalonVisitLine *line)
{
  const SalonVisit *visit = model_visit (m, line->visit_id);

  return visit->state != SALON_VISIT_CANCELLED && visit->state != SALON_VISIT_NO_SHOW;
}

typedef struct {
  gint64 from, to, before, after;
} Part;

/* The master's parts of a service that begins at @start. */
static guint
parts_of (gint64 start, gint64 work1, gint64 gap, gint64 work2, gint64 before, gint64 after, Part parts[2])
{
  parts[0] = (Part){ start, start + work1, before, work2 > 0 ? 0 : after };
  parts[1] = (Part){ start + work1 + gap, start + work1 + gap + work2, 0, after };
  return work2 > 0 ? 2 : 1;
}

static gboolean
model_employee_free (const Model *m, gint64 employee, const SalonService *service, gint64 start)
{
  Part wanted[2];
  Part taken[2];
  guint n = parts_of (start, service->work1_min, service->gap_min, service->work2_min, service->buffer_before_min,
                      service->buffer_after_min, wanted);

  for (guint i = 0; i < n; i++) {
    if (!model_works (m, employee, wanted[i].from, wanted[i].to))
      return FALSE;
    EACH (m->lines, SalonVisitLine, line) {
      guint n_taken = parts_of (line->start_min, line->work1_min, line->gap_min, line->work2_min, line->buffer_before_min,
                                line->buffer_after_min, taken);

      for (guint k = 0; k < n_taken && line->employee_id == employee && model_holds (m, line); k++)
        if (!model_apart (m, wanted[i].from, wanted[i].to, wanted[i].before, wanted[i].after, taken[k].from, taken[k].to,
                          taken[k].before, taken[k].after))
          return FALSE;
    }
  }
  return TRUE;
}

static gint64
end_of_line (const SalonVisitLine *line)
{
  return line->start_min + line->work1_min + line->gap_min + line->work2_min;
}

static gboolean
model_room_free (const Model *m, const SalonRoom *room, const SalonService *service, gint64 start)
{
  gint64 id = salon_entity_get_id (room);
  gint64 end = start + service->work1_min + service->gap_min + service->work2_min;
  gint64 after = service->buffer_after_min + room->cleanup_min;

  EACH (m->lines, SalonVisitLine, line)
    if (room->capacity == 1 && line->room_id == id && model_holds (m, line)
        && !model_apart (m, start, end, service->buffer_before_min, after, line->start_min, end_of_line (line),
                         line->buffer_before_min, line->buffer_after_min + room->cleanup_min))
      return FALSE;
  for (gint64 minute = start - service->buffer_before_min; room->capacity > 1 && minute < end + after; minute++) {
    g_autoptr (GHashTable) there = g_hash_table_new (g_int64_hash, g_int64_equal);

    EACH (m->lines, SalonVisitLine, line)
      if (line->room_id == id && model_holds (m, line) && line->start_min - line->buffer_before_min <= minute
          && minute < end_of_line (line) + line->buffer_after_min + room->cleanup_min)
        g_hash_table_add (there, &line->visit_id);
    if (g_hash_table_size (there) >= room->capacity)
      return FALSE;
  }
  return TRUE;
}

static const SalonService *
model_service (const Model *m, gint64 id)
{
  EACH (m->services, SalonService, service)
    if (salon_entity_get_id (service) == id)
      return service;
  g_assert_not_reached ();
}

static gboolean
model_does (const Model *m, gint64 employee, gint64 service)
{
  EACH (m->skills, SalonEmployeeService, skill)
    if (skill->employee_id == employee && skill->service_id == service)
      return TRUE;
  return FALSE;
}

/* The room for one service: the one of the service before if it will do, else the first in order. */
static gint64
model_room (const Model *m, const SalonSlotsRequest *request, const SalonService *service, gint64 start, gint64 same)
{
  gint64 best = 0;

  EACH (m->rooms, SalonRoom, room) {
    gint64 id = salon_entity_get_id (room);
    gboolean suits = service->room_kind_id != 0 ? room->room_kind_id == service->room_kind_id
                                                : request->room_id != 0 && id == request->room_id;

    if (request->room_id != 0 && id != request->room_id)
      EACH (m->rooms, SalonRoom, asked)
        if (salon_entity_get_id (asked) == request->room_id
            && (service->room_kind_id == 0 || asked->room_kind_id == service->room_kind_id))
          suits = FALSE;
    if (suits && (best == 0 || id == same) && model_room_free (m, room, service, start))
      best = id;
  }
  return best;
}

typedef struct {
  gint64 start;
  gint64 employee;
  gint64 rooms[3];
} Expected;

static gboolean
model_client_there (const Model *m, gint64 client, gint64 from, gint64 to)
{
  EACH (m->visits, SalonVisit, visit)
    if (client != 0 && visit->client_id == client && visit->state <= SALON_VISIT_DONE && visit->start_min < to
        && from < visit->end_min)
      return TRUE;
  return FALSE;
}

/* How often the client had the employee in twelve months, then how lately. */
static gint64
model_habit (const Model *m, gint64 client, gint64 employee)
{
  gint64 count = 0;
  gint64 newest = 0;

  EACH (m->visits, SalonVisit, visit) {
    gboolean had = FALSE;

    EACH (m->lines, SalonVisitLine, line)
      had = had || (line->visit_id == salon_entity_get_id (visit) && line->employee_id == employee);
    if (!had || visit->client_id != client || visit->state < SALON_VISIT_ARRIVED || visit->state > SALON_VISIT_DONE
        || visit->day < salon_day_add_months (TODAY, -12) || visit->day > TODAY)
      continue;
    count++;
    newest = MAX (newest, visit->day);
  }
  return count * 100000 + newest;
}

static gint64
model_preferred (const Model *m, gint64 client)
{
  gint64 best = 0;
  gint64 most = 0;

  for (guint i = 0; client != 0 && i < m->employees->len; i++) {
    gint64 id = salon_entity_get_id (m->employees->pdata[i]);
    gint64 habit = model_habit (m, client, id);

    if (habit > most) {
      best = id;
      most = habit;
    }
  }
  return best;
}

/* Whether @employee can do the whole chain from @start on; fills in the rooms. */
static gboolean
model_fits (const Model *m, const SalonSlotsRequest *request, gint64 employee, gint64 start, Expected *expected)
{
  gint64 at = start;
  const SalonService *before = NULL;

  for (guint i = 0; i < request->items->len; i++) {
    const SalonService *service = model_service (m, g_array_index (request->items, SalonSlotsItem, i).service_id);

    if (before != NULL)
      at += before->work1_min + before->gap_min + before->work2_min
            + distance (m, before->buffer_after_min, service->buffer_before_min);
    expected->rooms[i] = model_room (m, request, service, at, i > 0 ? expected->rooms[i - 1] : 0);
    if (!model_does (m, employee, salon_entity_get_id (service)) || !model_employee_free (m, employee, service, at)
        || (expected->rooms[i] == 0 && (service->room_kind_id != 0 || request->room_id != 0)))
      return FALSE;
    before = service;
  }
  at += before->work1_min + before->gap_min + before->work2_min;
  return !model_client_there (m, request->client_id, start, at);
}

static gboolean
model_slot (const Model *m, const SalonSlotsRequest *request, gint64 start, Expected *expected)
{
  gint64 preferred = model_preferred (m, request->client_id);
  gint64 wanted = g_array_index (request->items, SalonSlotsItem, 0).employee_id;
  gboolean found = FALSE;

  EACH (m->employees, SalonEmployee, employee) {
    gint64 id = salon_entity_get_id (employee);
    Expected mine = { start, id, { 0 } };

    if ((wanted != 0 && wanted != id) || (found && id != preferred)
        || !model_fits (m, request, id, start, &mine))
      continue;
    *expected = mine;
    found = TRUE;
  }
  return found;
}

static int
model_length (const Model *m, const SalonSlotsRequest *request)
{
  gint64 length = 0;
  const SalonService *before = NULL;

  for (guint i = 0; i < request->items->len; i++) {
    const SalonService *service = model_service (m, g_array_index (request->items, SalonSlotsItem, i).service_id);

    if (before != NULL)
      length += distance (m, before->buffer_after_min, service->buffer_before_min);
    length += service->work1_min + service->gap_min + service->work2_min;
    before = service;
  }
  return (int) length;
}

static gboolean
model_welcome (const SalonSlotsRequest *request, const GArray *expected, gint64 start, int length)
{
  int of_day = 0;

  for (guint i = 0; i < expected->len && request->per_day > 0; i++) {
    gint64 other = g_array_index (expected, Expected, i).start;

    of_day += other / DAY == start / DAY;
    if (start - other < length)
      return FALSE;
  }
  return request->per_day == 0 || of_day < request->per_day;
}

static GArray *
model_find (const Model *m, const SalonSlotsRequest *request)
{
  GArray *expected = g_array_new (FALSE, FALSE, sizeof (Expected));
  gint64 from = MAX (m->now, request->from_min);
  gint64 end = (from / DAY + request->n_days) * DAY;

  for (gint64 start = from; start < end && (int) expected->len < request->count; start++) {
    Expected slot;

    if (start % m->step == 0 && model_welcome (request, expected, start, model_length (m, request))
        && model_slot (m, request, start, &slot))
      g_array_append_val (expected, slot);
  }
  return expected;
}

/* ---- random salons */

typedef struct {
  GRand *random;
  gboolean sum;
  int step;
} Plan;

static int
pick (GRand *random, int least, int most)
{
  return g_rand_int_range (random, least, most + 1);
}

/* 0 where the pick is negative. */
static int
pick_or_none (GRand *random, int least, int most)
{
  int picked = pick (random, least, most);

  return MAX (0, picked);
}

static void
must_insert (SalonTx *tx, gpointer entity)
{
  g_autoptr (GError) error = NULL;

  salon_repo_insert (tx, entity, &error);
  g_assert_no_error (error);
}

static void
add_random_staff (SalonTx *tx, GRand *random)
{
  for (int i = 1; i <= 3; i++) {
    g_autoptr (SalonEmployee) employee = salon_employee_new ();

    employee->first_name = g_strdup_printf ("E%d", i);
    employee->bookable = 1;
    employee->position = i;
    must_insert (tx, employee);
    for (int weekday = 1; weekday <= 7; weekday++) {
      g_autoptr (SalonWorkHours) hours = salon_work_hours_new ();

      hours->employee_id = salon_entity_get_id (employee);
      hours->weekday = weekday;
      hours->from_min = pick (random, 8, 12) * 60;
      hours->to_min = hours->from_min + pick (random, 2, 14) * 60;
      if (pick (random, 1, 5) > 1)
        must_insert (tx, hours);
    }
  }
}

static void
add_random_exceptions (SalonTx *tx, GRand *random)
{
  for (int i = 0; i < 6; i++) {
    g_autoptr (SalonShift) shift = salon_shift_new ();
    g_autoptr (SalonWorkBreak) pause = salon_work_break_new ();

    shift->employee_id = pick (random, 1, 3);
    shift->day = TODAY + pick (random, -1, 8);
    shift->from_min = pick (random, 8, 22) * 60;
    shift->to_min = shift->from_min + pick (random, 0, 8) * 60;
    shift->to_min = MIN (1560, shift->to_min);
    must_insert (tx, shift);
    pause->employee_id = pick (random, 1, 3);
    pause->day = TODAY + pick (random, 0, 8);
    pause->from_min = pick (random, 10, 20) * 60;
    pause->to_min = pause->from_min + pick (random, 1, 8) * 15;
    must_insert (tx, pause);
  }
  if (pick (random, 0, 1) == 0) {
    g_autoptr (SalonAbsence) absence = salon_absence_new ();
    g_autoptr (SalonHoliday) holiday = salon_holiday_new ();

    absence->employee_id = pick (random, 1, 3);
    absence->kind = SALON_ABSENCE_SICK;
    absence->first_day = TODAY + pick (random, -1, 5);
    absence->last_day = absence->first_day + pick (random, 0, 2);
    must_insert (tx, absence);
    holiday->name = g_strdup ("Feast");
    holiday->first_day = holiday->last_day = TODAY + pick (random, 0, 6);
    must_insert (tx, holiday);
  }
}

static void
add_random_places (SalonTx *tx, GRand *random)
{
  for (int i = 1; i <= 2; i++) {
    g_autoptr (SalonRoomKind) kind = salon_room_kind_new ();

    kind->name = g_strdup_printf ("K%d", i);
    must_insert (tx, kind);
  }
  for (int i = 1; i <= 4; i++) {
    g_autoptr (SalonRoom) room = salon_room_new ();

    room->name = g_strdup_printf ("R%d", i);
    room->room_kind_id = i % 2 + 1;
    room->capacity = i <= 2 ? 1 : pick (random, 1, 2);
    room->cleanup_min = pick (random, 0, 2) * 5;
    room->position = i;
    must_insert (tx, room);
  }
}

static void
add_random_services (SalonTx *tx, GRand *random)
{
  for (int i = 1; i <= 4; i++) {
    g_autoptr (SalonService) service = salon_service_new ();

    service->name = g_strdup_printf ("S%d", i);
    service->room_kind_id = pick (random, 0, 2);
    service->work1_min = pick (random, 2, 12) * 5;
    if (pick (random, 0, 2) == 0) {
      service->gap_min = pick (random, 1, 6) * 5;
      service->work2_min = pick (random, 0, 4) * 5;
    }
    service->buffer_before_min = pick (random, 0, 2) * 5;
    service->buffer_after_min = pick (random, 0, 2) * 5;
    must_insert (tx, service);
    for (int employee = 1; employee <= 3; employee++) {
      g_autoptr (SalonEmployeeService) skill = salon_employee_service_new ();

      skill->employee_id = employee;
      skill->service_id = i;
      if (pick (random, 0, 4) > 0)
        must_insert (tx, skill);
    }
  }
}

static gboolean
build_random_salon (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  Plan *plan = data;
  g_autofree char *step = g_strdup_printf ("%d", plan->step);

  add_random_staff (tx, plan->random);
  add_random_exceptions (tx, plan->random);
  add_random_places (tx, plan->random);
  add_random_services (tx, plan->random);
  return salon_settings_store_put (tx, "booking.step_min", step, error)
         && salon_settings_store_put (tx, "booking.buffers", plan->sum ? "sum" : "larger", error);
}

/* Visits of today and later as they can be booked, and some done ones of before. */
static void
add_random_visits (SalonFixture *salon, GRand *random)
{
  salon_fixture_add_client (salon, "Client One", NULL);
  salon_fixture_add_client (salon, "Client Two", NULL);
  for (int i = 0; i < 40; i++) {
    g_autoptr (SalonBookingRequest) request = salon_booking_request_new (pick (random, 1, 2), SALON_VISIT_SOURCE_PHONE);
    gint64 start = (gint64) (TODAY + pick (random, 0, 3)) * DAY + pick (random, 8 * 12, 20 * 12) * 5;

    salon_booking_request_add (request, pick (random, 1, 4), pick (random, 1, 3), pick (random, 0, 4), start, FALSE);
    request->accept_warnings = TRUE;
    salon_fixture_submit (salon, &salon_command_book, request, NULL, NULL);
  }
  for (int i = 0; i < 4; i++)
    salon_fixture_add_visit (salon, pick (random, 1, 2), TODAY - 400 + pick (random, 0, 1) * 300 + i * 10, 600,
                             SALON_VISIT_DONE, 1, pick (random, 1, 3), 0);
}

static SalonSlotsRequest *
random_request (GRand *random)
{
  SalonSlotsRequest *request = salon_slots_request_new (pick (random, 1, 4), pick_or_none (random, -3, 3), pick (random, 1, 30));
  int more = pick_or_none (random, -2, 2);

  for (int i = 0; i < more; i++) /* as add-ons: by the same employee, directly after it */
    salon_slots_request_add (request, pick (random, 1, 4), 0, TRUE);
  request->room_id = pick_or_none (random, -6, 4);
  request->client_id = pick (random, 0, 2);
  request->from_min = pick (random, 0, 1) * ((gint64) (TODAY + pick (random, -1, 3)) * DAY + pick (random, 0, 1439));
  request->n_days = pick (random, 1, 9);
  request->per_day = pick_or_none (random, -2, 3);
  return request;
}

/* A room that was asked for must serve at least one of the services. */
static gboolean
room_serves (const Model *m, const SalonSlotsRequest *request)
{
  EACH (m->rooms, SalonRoom, room)
    for (guint i = 0; i < request->items->len; i++) {
      gint64 kind = model_service (m, g_array_index (request->items, SalonSlotsItem, i).service_id)->room_kind_id;

      if (salon_entity_get_id (room) == request->room_id && (kind == 0 || kind == room->room_kind_id))
        return TRUE;
    }
  return request->room_id == 0;
}

static guint
compare_once (const Model *m, GRand *random)
{
  g_autoptr (SalonSlotsRequest) request = random_request (random);
  g_autoptr (GPtrArray) found = find (m->salon, request);
  g_autoptr (GArray) expected = room_serves (m, request) ? model_find (m, request)
                                                         : g_array_new (FALSE, FALSE, sizeof (Expected));

  g_assert_cmpuint (found->len, ==, expected->len);
  for (guint i = 0; i < found->len; i++) {
    const SalonFreeSlot *slot = found->pdata[i];
    const Expected *other = &g_array_index (expected, Expected, i);

    g_assert_cmpint (slot->start_min, ==, other->start);
    g_assert_cmpint (slot->employee_id, ==, other->employee);
    for (guint k = 0; k < slot->lines->len; k++)
      g_assert_cmpint (g_array_index (slot->lines, SalonBookingLine, k).room_id, ==, other->rooms[k]);
  }
  return found->len;
}

static void
test_random_salons (void)
{
  static const int steps[] = { 5, 10, 15, 30 };
  int n_salons = g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0 ? 400 : 20;
  guint n_slots = 0;

  for (int i = 0; i < n_salons; i++) {
    g_autoptr (SalonFixture) salon = salon_fixture_new ();
    g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) (1000 + i));
    Plan plan = { random, pick (random, 0, 1), steps[pick (random, 0, 3)] };
    Model m = { 0 };

    salon_fixture_write (salon, build_random_salon, &plan);
    add_random_visits (salon, random);
    model_init (&m, salon, plan.sum, plan.step);
    for (int k = 0; k < 12; k++)
      n_slots += compare_once (&m, random);
    model_clear (&m);
  }
  g_test_message ("%u slots", n_slots);
  g_assert_cmpuint (n_slots, >, (guint) n_salons * 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slots-random/small-salons", test_random_salons);
  return g_test_run ();
}
