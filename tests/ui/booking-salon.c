/* A salon for the tests of booking parts. */
#include "booking-salon.h"
#include "model/entities/service-addon.h"
#include "model/entities/service.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"

static gint64
add_service (BookingSalon *test, const char *name, int minutes, gint64 price, gboolean is_addon)
{
  SalonService *service = salon_service_new ();

  service->name = g_strdup (name);
  service->work1_min = minutes;
  service->price = price;
  service->parallel = 1;
  service->is_addon = is_addon;
  service->position = salon_fixture_count (test->fixture, salon_service_get_type ());
  return salon_fixture_insert (test->fixture, service);
}

static gint64
add_master (BookingSalon *test, const char *name, gint64 first, gint64 second)
{
  gint64 id = salon_fixture_add_employee (test->fixture, name);

  salon_fixture_add_hours (test->fixture, id, 9 * 60, 18 * 60);
  salon_fixture_add_skill (test->fixture, id, first);
  if (second != 0)
    salon_fixture_add_skill (test->fixture, id, second);
  return id;
}

void
booking_salon_set_up (BookingSalon *test, gconstpointer data)
{
  SalonServiceAddon *pair = salon_service_addon_new ();

  test->fixture = salon_fixture_new ();
  test->irina = salon_fixture_add_client (test->fixture, "Irina Kalniņa", NULL);
  test->hair = add_service (test, "Haircut", 60, 4500, FALSE);
  test->mask = add_service (test, "Mask", 15, 1800, TRUE);
  test->nails = add_service (test, "Manicure", 45, 3000, FALSE);
  test->maria = add_master (test, "Maria", test->hair, test->mask);
  test->jana = add_master (test, "Jana", test->nails, 0);
  pair->service_id = test->hair;
  pair->addon_id = test->mask;
  salon_fixture_insert (test->fixture, pair);
}

void
booking_salon_tear_down (BookingSalon *test, gconstpointer data)
{
  if (test->widget != NULL)
    ui_close (test->widget);
  salon_fixture_free (test->fixture);
}

gint64
booking_salon_add_visit (BookingSalon *test, gint64 client, gint64 start_min, gint64 service, gint64 employee)
{
  return salon_fixture_add_visit (test->fixture, client, (SalonDay) (start_min / 1440), (int) (start_min % 1440), SALON_VISIT_BOOKED,
                                  service, employee, 0);
}

/* One line more, so many minutes after the beginning of the visit; the mask goes with the first line. */
void
booking_salon_add_line (BookingSalon *test, gint64 visit, gint64 service, gint64 employee, int after, int minutes)
{
  g_autoptr (GPtrArray) lines = salon_fixture_find (test->fixture, salon_visit_line_get_type (), "visit_id", visit);
  SalonVisitLine *line = salon_visit_line_copy (lines->pdata[0]);

  line->parent_line_id = service == test->mask ? salon_entity_get_id (line) : 0;
  salon_entity_set_id (line, 0);
  line->position = lines->len;
  line->service_id = service;
  line->employee_id = employee;
  line->start_min += after;
  line->work1_min = minutes;
  salon_fixture_insert (test->fixture, line);
}

SalonBookingSlots *
booking_salon_slots (BookingSalon *test)
{
  return SALON_BOOKING_SLOTS (ui_find (test->widget, SALON_TYPE_BOOKING_SLOTS));
}

const SalonFreeSlot *
booking_salon_chosen (BookingSalon *test)
{
  return salon_booking_slots_get_chosen (booking_salon_slots (test));
}

/* Whether that is the time that is chosen. */
gboolean
booking_salon_offers (BookingSalon *test, guint n_lines, gint64 start, gint64 end)
{
  const SalonFreeSlot *slot = booking_salon_chosen (test);

  return slot != NULL && slot->lines->len == n_lines && slot->start_min == start && slot->end_min == end;
}
