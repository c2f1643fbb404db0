/* A temporary salon for tests of the services and of everything above them. */
#include "support/salon-fixture.h"

#include "base/phone.h"
#include "model/entities/client-phone.h"
#include "model/entities/client.h"
#include "model/entities/employee-service.h"
#include "model/entities/employee.h"
#include "model/entities/registry.h"
#include "model/entities/room.h"
#include "model/entities/service.h"
#include "model/entities/user.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/entities/work-hours.h"
#include "model/entities/zone.h"
#include "model/services/undo.h"
#include "model/store/repo.h"
#include "model/store/tx.h"
#include "support/store-fixture.h"

#define ZONE "Europe/Riga"

typedef struct {
  SalonFixtureFunc func;
  gpointer data;
  gint64 id;
} Call;

static gboolean
run_call (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const Call *call = request;

  return call->func (tx, call->data, id, error);
}

static gpointer
run_read (SalonTx *tx, gconstpointer request, GError **error)
{
  Call *call = (Call *) request;

  return call->func (tx, call->data, &call->id, error) ? call : NULL;
}

static const SalonCommand call_command = { "test.prepare", "Prepared", run_call, NULL };
static const SalonQuery call_query = { "test.read", run_read, NULL, NULL };

static void
open_session (SalonFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->session = salon_session_open (self->path, self->clock, SALON_SESSION_WRITE, &error);
  g_assert_no_error (error);
}

/* What was announced holds the session; somebody must listen before it can go. */
static void
close_session (SalonFixture *self)
{
  g_autoptr (GError) error = NULL;

  salon_session_close (self->session, &error);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&self->session));
}

/**
 * salon_fixture_new:
 *
 * Returns: (transfer full): an empty salon in which the owner works
 */
SalonFixture *
salon_fixture_new (void)
{
  SalonFixture *self = g_new0 (SalonFixture, 1);
  g_autoptr (GError) error = NULL;

  self->folder = store_make_folder ();
  self->path = g_build_filename (self->folder, "salon.db", NULL);
  self->clock = salon_clock_new_at (SALON_FIXTURE_TODAY, SALON_FIXTURE_MINUTE, ZONE);
  salon_session_create (self->path, &error);
  g_assert_no_error (error);
  open_session (self);
  salon_fixture_act_as (self, SALON_ROLE_OWNER, 0);
  return self;
}

/**
 * salon_fixture_free: closes the salon and removes its folder
 */
void
salon_fixture_free (SalonFixture *self)
{
  close_session (self);
  store_remove_folder (self->folder);
  g_clear_object (&self->clock);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

/**
 * salon_fixture_reopen: closes the salon and opens it again, as the program does on the next day
 */
void
salon_fixture_reopen (SalonFixture *self)
{
  SalonActor actor = *salon_session_actor (self->session);

  close_session (self);
  open_session (self);
  salon_session_set_actor (self->session, &actor);
}

/**
 * salon_fixture_set_time:
 * @minute: of the day, wall time in Riga
 */
void
salon_fixture_set_time (SalonFixture *self, SalonDay day, int minute)
{
  g_autoptr (SalonClock) clock = salon_clock_new_at (day, minute, ZONE);

  salon_clock_set_fixed (self->clock, salon_clock_now_us (clock));
}

/**
 * salon_fixture_act_as:
 * @employee_id: for a master, who she is; 0 = nobody
 *
 * From now on a user of this role works with the program; the user is made when there is none.
 */
void
salon_fixture_act_as (SalonFixture *self, SalonRole role, gint64 employee_id)
{
  g_autoptr (GPtrArray) users = salon_fixture_find (self, salon_user_get_type (), "role", role);
  SalonActor actor = { 0, role, employee_id };
  SalonUser *user = NULL;

  if (users->len > 0) {
    actor.user_id = salon_entity_get_id (users->pdata[0]);
  } else {
    user = salon_user_new ();
    user->name = g_strdup (role == SALON_ROLE_OWNER ? "Olga" : role == SALON_ROLE_ADMINISTRATOR ? "Anna" : "Maria");
    user->role = role;
    user->employee_id = employee_id;
    actor.user_id = salon_fixture_insert (self, user);
  }
  salon_session_set_actor (self->session, &actor);
}

/**
 * salon_fixture_write:
 * @func: done on the writing thread in one operation, with derived values after it
 *
 * Returns: what @func answered
 */
gint64
salon_fixture_write (SalonFixture *self, SalonFixtureFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Call call = { func, data, 0 };
  SalonDone done;

  salon_session_submit_sync (self->session, &call_command, &call, NULL, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

/**
 * salon_fixture_read:
 * @func: done on the reading thread
 *
 * Returns: what @func answered
 */
gint64
salon_fixture_read (SalonFixture *self, SalonFixtureFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Call call = { func, data, 0 };

  salon_session_query_sync (self->session, &call_query, &call, &error);
  g_assert_no_error (error);
  return call.id;
}

static gboolean
insert (SalonTx *tx, gpointer entity, gint64 *id, GError **error)
{
  if (!salon_repo_insert (tx, entity, error))
    return FALSE;
  *id = salon_entity_get_id (entity);
  return TRUE;
}

/**
 * salon_fixture_insert:
 * @entity: (transfer full): of any kind
 *
 * Returns: its id
 */
gint64
salon_fixture_insert (SalonFixture *self, gpointer entity)
{
  gint64 id = salon_fixture_write (self, insert, entity);

  g_object_unref (entity);
  return id;
}

typedef struct {
  GType type;
  const char *column;
  gint64 value;
  GPtrArray *rows;
} Find;

static gboolean
find (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  Find *self = data;

  self->rows = self->column != NULL ? salon_repo_find (tx, self->type, self->column, self->value, error)
                                    : salon_repo_all (tx, self->type, error);
  return self->rows != NULL;
}

/**
 * salon_fixture_find:
 * @column: (nullable): %NULL for all rows
 *
 * Returns: (transfer full) (element-type SalonEntity): the rows as they are stored
 */
GPtrArray *
salon_fixture_find (SalonFixture *self, GType type, const char *column, gint64 value)
{
  Find call = { type, column, value, NULL };

  salon_fixture_read (self, find, &call);
  return call.rows;
}

/**
 * salon_fixture_get:
 *
 * Returns: (transfer full) (nullable): the row as it is stored
 */
gpointer
salon_fixture_get (SalonFixture *self, GType type, gint64 id)
{
  g_autoptr (GPtrArray) rows = salon_fixture_find (self, type, "id", id);

  return rows->len > 0 ? g_object_ref (rows->pdata[0]) : NULL;
}

/**
 * salon_fixture_count:
 *
 * Returns: how many rows of this kind there are
 */
guint
salon_fixture_count (SalonFixture *self, GType type)
{
  g_autoptr (GPtrArray) rows = salon_fixture_find (self, type, NULL, 0);

  return rows->len;
}

typedef struct {
  const char *name;
  const char *phone;
} NewClient;

static gboolean
add_phone (SalonTx *tx, gint64 client_id, const char *typed, GError **error)
{
  g_autoptr (SalonClientPhone) phone = salon_client_phone_new ();
  g_autofree char *e164 = salon_phone_to_e164 (typed, "LV", NULL);

  phone->client_id = client_id;
  phone->typed = g_strdup (typed);
  if (e164 != NULL && *e164 == '+')
    phone->e164 = g_steal_pointer (&e164);
  return salon_repo_insert (tx, phone, error);
}

static gboolean
add_client (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  const NewClient *new_client = data;
  g_auto (GStrv) names = g_strsplit (new_client->name != NULL ? new_client->name : "", " ", 3);
  guint n = g_strv_length (names);
  g_autoptr (SalonClient) client = salon_client_new ();

  client->first_name = n > 0 && *names[0] != '\0' ? g_strdup (names[0]) : NULL;
  client->surname = n > 1 ? g_strdup (names[n - 1]) : NULL;
  client->patronymic = n > 2 ? g_strdup (names[1]) : NULL;
  client->created_at = salon_clock_now_us (salon_tx_clock (tx));
  client->created_by_id = salon_tx_actor (tx)->user_id;
  return insert (tx, client, id, error)
         && (new_client->phone == NULL || add_phone (tx, *id, new_client->phone, error));
}

/**
 * salon_fixture_add_client:
 * @name: (nullable): "Irina Kalniņa", "Irina" or "Irina Petrovna Kalniņa"
 * @phone: (nullable): in any writing
 *
 * Returns: her id
 */
gint64
salon_fixture_add_client (SalonFixture *self, const char *name, const char *phone)
{
  NewClient new_client = { name, phone };

  return salon_fixture_write (self, add_client, &new_client);
}

/**
 * salon_fixture_add_employee:
 *
 * Returns: id of an employee without hours and services; see salon_fixture_add_hours(), _add_skill()
 */
gint64
salon_fixture_add_employee (SalonFixture *self, const char *name)
{
  SalonEmployee *employee = salon_employee_new ();

  employee->first_name = g_strdup (name);
  employee->bookable = 1;
  employee->position = salon_fixture_count (self, salon_employee_get_type ());
  return salon_fixture_insert (self, employee);
}

/**
 * salon_fixture_add_room:
 *
 * Returns: id of a room of no kind and without cleanup
 */
gint64
salon_fixture_add_room (SalonFixture *self, const char *name, int capacity)
{
  SalonRoom *room = salon_room_new ();

  room->name = g_strdup (name);
  room->capacity = capacity;
  room->position = salon_fixture_count (self, salon_room_get_type ());
  return salon_fixture_insert (self, room);
}

/**
 * salon_fixture_add_zone:
 *
 * Returns: its id
 */
gint64
salon_fixture_add_zone (SalonFixture *self, const char *name)
{
  SalonZone *zone = salon_zone_new ();

  zone->name = g_strdup (name);
  zone->position = salon_fixture_count (self, salon_zone_get_type ());
  return salon_fixture_insert (self, zone);
}

/**
 * salon_fixture_add_service:
 * @minutes: of work, without gap and buffers
 * @price: minor units
 *
 * Returns: id of a service of no category, no zone, and for any room
 */
gint64
salon_fixture_add_service (SalonFixture *self, const char *name, int minutes, gint64 price)
{
  SalonService *service = salon_service_new ();

  service->name = g_strdup (name);
  service->work1_min = minutes;
  service->price = price;
  service->position = salon_fixture_count (self, salon_service_get_type ());
  return salon_fixture_insert (self, service);
}

/**
 * salon_fixture_add_hours:
 * @employee_id: 0 = the salon
 * @from_min: minute of the day
 * @to_min: minute of the day
 *
 * Gives the same hours on all seven days of the week.
 */
void
salon_fixture_add_hours (SalonFixture *self, gint64 employee_id, int from_min, int to_min)
{
  for (int weekday = 1; weekday <= 7; weekday++) {
    SalonWorkHours *hours = salon_work_hours_new ();

    hours->employee_id = employee_id;
    hours->weekday = weekday;
    hours->from_min = from_min;
    hours->to_min = to_min;
    salon_fixture_insert (self, hours);
  }
}

/**
 * salon_fixture_add_skill: the employee does the service
 */
void
salon_fixture_add_skill (SalonFixture *self, gint64 employee_id, gint64 service_id)
{
  SalonEmployeeService *skill = salon_employee_service_new ();

  skill->employee_id = employee_id;
  skill->service_id = service_id;
  salon_fixture_insert (self, skill);
}

static gboolean
add_visit (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  gpointer *parts = data;
  SalonVisit *visit = parts[0];
  SalonVisitLine *line = parts[1];

  if (!insert (tx, visit, id, error))
    return FALSE;
  line->visit_id = *id;
  return salon_repo_insert (tx, line, error);
}

/**
 * salon_fixture_add_visit:
 * @minute: of @day
 * @room_id: 0 = none
 *
 * Past the rules of booking; only the triggers refuse it.
 *
 * Returns: id of a visit with one line at the service's length and price
 */
gint64
salon_fixture_add_visit (SalonFixture *self, gint64 client_id, SalonDay day, int minute, SalonVisitState state,
                         gint64 service_id, gint64 employee_id, gint64 room_id)
{
  g_autoptr (SalonService) service = salon_fixture_get (self, salon_service_get_type (), service_id);
  g_autoptr (SalonVisit) visit = salon_visit_new ();
  g_autoptr (SalonVisitLine) line = salon_visit_line_new ();
  gpointer parts[] = { visit, line };

  visit->client_id = client_id;
  visit->state = state;
  visit->source = SALON_VISIT_SOURCE_PHONE;
  visit->day = day;
  visit->start_min = (gint64) day * SALON_MINUTES_A_DAY + minute;
  visit->end_min = visit->start_min + service->work1_min + service->gap_min + service->work2_min;
  visit->created_at = salon_clock_now_us (self->clock);
  line->service_id = service_id;
  line->employee_id = employee_id;
  line->room_id = room_id;
  line->start_min = visit->start_min;
  line->work1_min = service->work1_min;
  line->gap_min = service->gap_min;
  line->work2_min = service->work2_min;
  line->buffer_before_min = service->buffer_before_min;
  line->buffer_after_min = service->buffer_after_min;
  line->price = service->price;
  return salon_fixture_write (self, add_visit, parts);
}

/**
 * salon_fixture_submit:
 * @done: (out) (optional): what was done
 *
 * Runs the command under test as a new operation.
 */
gboolean
salon_fixture_submit (SalonFixture *self, const SalonCommand *command, gconstpointer request, SalonDone *done,
                      GError **error)
{
  return salon_session_submit_sync (self->session, command, request, NULL, done, error);
}

/**
 * salon_fixture_undo: takes @operation back; with the operation of an undo it is a redo
 */
gboolean
salon_fixture_undo (SalonFixture *self, gint64 operation, SalonDone *done, GError **error)
{
  SalonIdRequest request = { operation };

  return salon_session_submit_sync (self->session, &salon_command_undo, &request, NULL, done, error);
}

static gboolean
dump (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  GString *text = data;
  guint n_types = 0;
  const GType *types = salon_entity_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    const char *name = salon_entity_type_info (types[i])->name;
    g_autoptr (GPtrArray) rows = salon_repo_all (tx, types[i], error);

    if (rows == NULL)
      return FALSE;
    for (guint j = 0; j < rows->len; j++) {
      g_autofree char *json = salon_entity_to_json (rows->pdata[j]);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %s\n", name, salon_entity_get_id (rows->pdata[j]), json);
    }
  }
  return TRUE;
}

/**
 * salon_fixture_dump:
 *
 * To tell whether something changed: equal texts, equal salons.  Pictures are left out, as they are
 * in the journal.
 *
 * Returns: (transfer full): every row of every entity, one a line
 */
char *
salon_fixture_dump (SalonFixture *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  salon_fixture_read (self, dump, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
