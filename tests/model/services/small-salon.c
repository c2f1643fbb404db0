#include "small-salon.h"

#include "model/entities/room-kind.h"
#include "model/entities/room.h"
#include "model/entities/service.h"
#include "model/store/settings-store.h"

static gint64
add_kind (SmallSalon *self, const char *name)
{
  SalonRoomKind *kind = salon_room_kind_new ();

  kind->name = g_strdup (name);
  return salon_fixture_insert (self->salon, kind);
}

static gint64
add_room (SmallSalon *self, const char *name, gint64 kind, gint64 capacity, gint64 cleanup_min)
{
  SalonRoom *room = salon_room_new ();

  room->name = g_strdup (name);
  room->room_kind_id = kind;
  room->capacity = capacity;
  room->cleanup_min = cleanup_min;
  room->position = salon_fixture_count (self->salon, salon_room_get_type ());
  return salon_fixture_insert (self->salon, room);
}

static gint64
add_service (SmallSalon *self, const char *name, gint64 kind, const int parts[5], gint64 price, gboolean parallel)
{
  SalonService *service = salon_service_new ();

  service->name = g_strdup (name);
  service->room_kind_id = kind;
  service->work1_min = parts[0];
  service->gap_min = parts[1];
  service->work2_min = parts[2];
  service->buffer_before_min = parts[3];
  service->buffer_after_min = parts[4];
  service->price = price;
  service->parallel = parallel;
  return salon_fixture_insert (self->salon, service);
}

gint64
small_salon_add_employee (SmallSalon *self, const char *name, int from_min, int to_min)
{
  gint64 services[] = { self->manicure, self->polish, self->tidy, self->bath };
  gint64 id = salon_fixture_add_employee (self->salon, name);

  salon_fixture_add_hours (self->salon, id, from_min, to_min);
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    salon_fixture_add_skill (self->salon, id, services[i]);
  return id;
}

void
small_salon_set_up (SmallSalon *self, gconstpointer data)
{
  self->salon = salon_fixture_new ();
  self->nails = add_kind (self, "Nails");
  self->spa = add_kind (self, "Spa");
  self->room1 = add_room (self, "Room 1", self->nails, 1, 0);
  self->room2 = add_room (self, "Room 2", self->nails, 1, 10);
  self->hall = add_room (self, "Hall", self->spa, 3, 0);
  self->manicure = add_service (self, "Manicure", self->nails, (int[5]){ 60, 0, 0, 0, 0 }, 3000, TRUE);
  self->polish = add_service (self, "Polish", self->nails, (int[5]){ 30, 0, 0, 0, 0 }, 1500, TRUE);
  self->colour = add_service (self, "Colouring", 0, (int[5]){ 30, 40, 20, 0, 0 }, 8000, TRUE);
  self->tidy = add_service (self, "Pedicure", self->nails, (int[5]){ 30, 0, 0, 5, 10 }, 4000, FALSE);
  self->bath = add_service (self, "Bath", self->spa, (int[5]){ 45, 0, 0, 0, 0 }, 2000, FALSE);
  self->maria = small_salon_add_employee (self, "Maria", 9 * 60, 18 * 60);
  salon_fixture_add_skill (self->salon, self->maria, self->colour);
  self->jana = small_salon_add_employee (self, "Jana", 10 * 60, 20 * 60);
  self->irina = salon_fixture_add_client (self->salon, "Irina Kalniņa", "29123456");
  self->olga = salon_fixture_add_client (self->salon, "Olga Petrova", "26555666");
  salon_fixture_act_as (self->salon, SALON_ROLE_ADMINISTRATOR, 0);
}

void
small_salon_tear_down (SmallSalon *self, gconstpointer data)
{
  salon_fixture_free (self->salon);
}

SalonBookingRequest *
small_salon_request (SmallSalon *self, gint64 client, gint64 service, gint64 employee, gint64 room, gint64 start_min)
{
  SalonBookingRequest *request = salon_booking_request_new (client, SALON_VISIT_SOURCE_PHONE);

  salon_booking_request_add (request, service, employee, room, start_min, FALSE);
  return request;
}

gboolean
small_salon_try (SmallSalon *self, const SalonBookingRequest *request, SalonDone *done, GError **error)
{
  return salon_fixture_submit (self->salon, &salon_command_book, request, done, error);
}

/* Books what must succeed. */
gint64
small_salon_book (SmallSalon *self, gint64 client, gint64 service, gint64 employee, gint64 room, gint64 start_min)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (self, client, service, employee, room, start_min);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  small_salon_try (self, request, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

/* The request is refused, its message has @part in it, and nothing was changed. */
void
small_salon_refused (SmallSalon *self, const SalonBookingRequest *request, GQuark domain, int code, const char *part)
{
  g_autofree char *before = salon_fixture_dump (self->salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (small_salon_try (self, request, NULL, &error));
  g_assert_error (error, domain, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  after = salon_fixture_dump (self->salon);
  g_assert_cmpstr (before, ==, after);
}

gboolean
small_salon_set_state (SmallSalon *self, gint64 visit, SalonVisitState state, const char *reason, SalonDone *done,
                       GError **error)
{
  SalonStateRequest *request = salon_state_request_new (visit, state, reason);
  gboolean ok = salon_fixture_submit (self->salon, &salon_command_set_state, request, done, error);

  salon_state_request_free (request);
  return ok;
}

SalonVisit *
small_salon_visit (SmallSalon *self, gint64 id)
{
  return salon_fixture_get (self->salon, salon_visit_get_type (), id);
}

/* The first line of the visit. */
SalonVisitLine *
small_salon_line (SmallSalon *self, gint64 visit_id)
{
  g_autoptr (GPtrArray) lines = salon_fixture_find (self->salon, salon_visit_line_get_type (), "visit_id", visit_id);

  g_assert_cmpuint (lines->len, >, 0);
  return g_object_ref (lines->pdata[0]);
}

typedef struct {
  const char *key;
  const char *value;
} Setting;

static gboolean
put_setting (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  const Setting *setting = data;

  return salon_settings_store_put (tx, setting->key, setting->value, error);
}

void
small_salon_set_setting (SmallSalon *self, const char *key, const char *value)
{
  Setting setting = { key, value };

  salon_fixture_write (self->salon, put_setting, &setting);
}
