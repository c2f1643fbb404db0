/* Free slots: what is offered, to whom, and what is refused. */
#include "base/error.h"
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

/* ---- cases */

static void
assert_slot (const GPtrArray *slots, guint index, gint64 start, gint64 employee, gint64 room)
{
  const SalonFreeSlot *slot = slots->pdata[index];

  g_assert_cmpint (slot->start_min, ==, start);
  g_assert_cmpint (slot->employee_id, ==, employee);
  g_assert_cmpint (slot->room_id, ==, room);
}

static void
test_next_three (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSlotsRequest) request = salon_slots_request_new (s->manicure, 0, 3);
  g_autoptr (GPtrArray) slots = NULL;
  const SalonFreeSlot *slot = NULL;

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (10, 0));
  slots = find (s->salon, request);
  g_assert_cmpuint (slots->len, ==, 3);
  assert_slot (slots, 0, AT (10, 0), s->jana, s->room2);
  assert_slot (slots, 1, AT (10, 15), s->jana, s->room2);
  slot = slots->pdata[0];
  g_assert_cmpstr (slot->employee, ==, "Jana");
  g_assert_cmpstr (slot->room, ==, "Room 2");
  g_assert_cmpuint (slot->lines->len, ==, 1);
  g_assert_true (g_array_index (slot->lines, SalonBookingLine, 0).any_master);
}

/* What is offered can be booked as it is. */
static void
test_can_be_booked (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSlotsRequest) slots_request = salon_slots_request_new (s->tidy, s->maria, 30);
  g_autoptr (GPtrArray) slots = NULL;
  guint n = 0;

  salon_slots_request_add (slots_request, s->polish, s->maria, FALSE);
  salon_slots_request_add (slots_request, s->tidy, s->maria, FALSE);
  slots = find (s->salon, slots_request);
  for (guint i = 0; i < slots->len; i++) {
    const SalonFreeSlot *slot = slots->pdata[i];
    g_autoptr (SalonBookingRequest) request = salon_booking_request_new (s->irina, SALON_VISIT_SOURCE_PHONE);
    g_autoptr (GError) error = NULL;

    g_array_append_vals (request->lines, slot->lines->data, slot->lines->len);
    if (small_salon_try (s, request, NULL, &error))
      n++;
    else
      g_assert_error (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH); /* with the one booked before */
  }
  g_assert_cmpuint (n, >=, 3);
}

static void
assert_line (const SalonFreeSlot *slot, guint i, gint64 service, gint64 employee, gint64 room, gint64 start)
{
  const SalonBookingLine *line = &g_array_index (slot->lines, SalonBookingLine, i);

  g_assert_cmpint (line->service_id, ==, service);
  g_assert_cmpint (line->employee_id, ==, employee);
  g_assert_cmpint (line->room_id, ==, room);
  g_assert_cmpint (line->start_min, ==, start);
}

static void
book_slot (SmallSalon *s, gint64 client, const SalonFreeSlot *slot)
{
  g_autoptr (SalonBookingRequest) request = salon_booking_request_new (client, SALON_VISIT_SOURCE_PHONE);
  g_autoptr (GError) error = NULL;

  g_array_append_vals (request->lines, slot->lines->data, slot->lines->len);
  small_salon_try (s, request, NULL, &error);
  g_assert_no_error (error);
}

/* Colouring by Maria (90 minutes), manicure by Jana (60): one after another, at the same time, and add-ons. */
static void
test_two_masters (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSlotsRequest) request = salon_slots_request_new (s->colour, 0, 1);
  g_autoptr (GPtrArray) chain = NULL;
  g_autoptr (GPtrArray) together = NULL;
  g_autoptr (GPtrArray) later = NULL;
  const SalonFreeSlot *slot = NULL;

  salon_slots_request_add (request, s->manicure, s->jana, FALSE);
  salon_slots_request_add (request, s->polish, s->jana, TRUE);
  g_array_index (request->items, SalonSlotsItem, 1).master_matters = TRUE;
  request->from_min = AT (11, 0);
  chain = find (s->salon, request);
  slot = chain->pdata[0];
  g_assert_cmpint (slot->start_min, ==, AT (11, 0));
  g_assert_cmpint (slot->end_min, ==, AT (14, 0)); /* 90, 60, 30 */
  g_assert_cmpstr (slot->employee, ==, "Maria, Jana");
  g_assert_cmpstr (slot->room, ==, "Room 1");
  assert_line (slot, 0, s->colour, s->maria, 0, AT (11, 0));
  assert_line (slot, 1, s->manicure, s->jana, s->room1, AT (12, 30));
  assert_line (slot, 2, s->polish, s->jana, s->room1, AT (13, 30));
  g_assert_cmpuint (g_array_index (slot->lines, SalonBookingLine, 2).addon_of, ==, 2);
  g_assert_true (g_array_index (slot->lines, SalonBookingLine, 0).any_master);
  g_assert_false (g_array_index (slot->lines, SalonBookingLine, 0).master_matters);
  g_assert_true (g_array_index (slot->lines, SalonBookingLine, 1).master_matters);
  request->wish = SALON_SOLVER_PARALLEL;
  together = find (s->salon, request);
  slot = together->pdata[0];
  assert_line (slot, 0, s->colour, s->maria, 0, AT (11, 0));
  assert_line (slot, 1, s->manicure, s->jana, s->room1, AT (11, 0));
  g_assert_cmpint (slot->end_min, ==, AT (12, 30));
  book_slot (s, s->irina, slot);
  later = find (s->salon, request);
  slot = later->pdata[0];
  g_assert_cmpint (slot->start_min, ==, AT (12, 30));
  book_slot (s, s->olga, slot);
}

static void
test_addon_alone (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSlotsRequest) first = salon_slots_request_new (s->polish, 0, 1);
  g_autoptr (GError) error = NULL;

  g_array_index (first->items, SalonSlotsItem, 0).is_addon = TRUE;
  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_slots, first, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
}

static void
test_not_in_the_past (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSlotsRequest) request = salon_slots_request_new (s->manicure, s->maria, 1);
  g_autoptr (GPtrArray) slots = NULL;

  request->from_min = AT (9, 0);
  salon_fixture_set_time (s->salon, TODAY, 11 * 60 + 1);
  slots = find (s->salon, request);
  assert_slot (slots, 0, AT (11, 15), s->maria, s->room1);
}

static void
test_preferred_master (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSlotsRequest) request = salon_slots_request_new (s->manicure, 0, 1);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  request->client_id = s->irina;
  before = find (s->salon, request);
  assert_slot (before, 0, AT (10, 0), s->maria, s->room1);
  salon_fixture_add_visit (s->salon, s->irina, TODAY - 30, 700, SALON_VISIT_DONE, s->manicure, s->jana, 0);
  after = find (s->salon, request);
  assert_slot (after, 0, AT (10, 0), s->jana, s->room1);
}

static void
test_client_elsewhere (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSlotsRequest) request = salon_slots_request_new (s->polish, s->jana, 1);
  g_autoptr (GPtrArray) slots = NULL;

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (10, 15));
  request->client_id = s->irina;
  slots = find (s->salon, request);
  assert_slot (slots, 0, AT (11, 15), s->jana, s->room1);
}

static void
test_per_day (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSlotsRequest) request = salon_slots_request_new (s->manicure, s->maria, 5);
  g_autoptr (GPtrArray) slots = NULL;

  request->per_day = 2;
  slots = find (s->salon, request);
  g_assert_cmpuint (slots->len, ==, 5);
  assert_slot (slots, 0, AT (10, 0), s->maria, s->room1);
  assert_slot (slots, 1, AT (11, 0), s->maria, s->room1);
  assert_slot (slots, 2, AT (24 + 9, 0), s->maria, s->room1);
  assert_slot (slots, 3, AT (24 + 10, 0), s->maria, s->room1);
  assert_slot (slots, 4, AT (48 + 9, 0), s->maria, s->room1);
}

static void
test_nobody (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSlotsRequest) not_hers = salon_slots_request_new (s->colour, s->jana, 3);
  g_autoptr (SalonSlotsRequest) wrong_room = salon_slots_request_new (s->manicure, 0, 3);
  g_autoptr (SalonSlotsRequest) none_wanted = salon_slots_request_new (s->manicure, 0, 0);
  g_autoptr (GPtrArray) one = find (s->salon, not_hers);
  g_autoptr (GPtrArray) other = NULL;
  g_autoptr (GPtrArray) none = find (s->salon, none_wanted);

  wrong_room->room_id = s->hall;
  other = find (s->salon, wrong_room);
  g_assert_cmpuint (one->len, ==, 0);
  g_assert_cmpuint (other->len, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_bad_requests (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSlotsRequest) request = salon_slots_request_new (4711, 0, 3);
  g_autoptr (GError) error = NULL;

  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_slots, request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_array_set_size (request->items, 0);
  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_slots, request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_clear_error (&error);
  salon_slots_request_add (request, s->manicure, 0, FALSE);
  request->from_min = G_MAXINT64;
  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_slots, request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
}

/* A master may ask about herself alone. */
static void
test_permission (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSlotsRequest) hers = salon_slots_request_new (s->manicure, s->maria, 1);
  g_autoptr (SalonSlotsRequest) any = salon_slots_request_new (s->manicure, 0, 1);
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GError) error = NULL;

  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  slots = find (s->salon, hers);
  g_assert_cmpuint (slots->len, ==, 1);
  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_slots, any, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
}

/* Nothing is offered in the hour that does not exist. */
static void
test_spring_gap (SmallSalon *s, gconstpointer data)
{
  SalonDay day = salon_day_from_ymd (2026, 3, 29);
  gint64 night = small_salon_add_employee (s, "Night", 0, 360);
  g_autoptr (SalonSlotsRequest) request = salon_slots_request_new (s->polish, night, 100);
  g_autoptr (GPtrArray) slots = NULL;
  gint64 gap = (gint64) day * DAY + 180;

  salon_fixture_set_time (s->salon, day, 0);
  request->n_days = 1;
  slots = find (s->salon, request);
  g_assert_cmpuint (slots->len, >, 10);
  for (guint i = 0; i < slots->len; i++) {
    gint64 start = ((SalonFreeSlot *) slots->pdata[i])->start_min;

    g_assert_true (start + 30 <= gap || start >= gap + 60);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/slots-query/two-masters", test_two_masters);
  ADD_TEST ("/slots-query/addon-alone", test_addon_alone);
  ADD_TEST ("/slots-query/next-three", test_next_three);
  ADD_TEST ("/slots-query/can-be-booked", test_can_be_booked);
  ADD_TEST ("/slots-query/not-in-the-past", test_not_in_the_past);
  ADD_TEST ("/slots-query/preferred-master", test_preferred_master);
  ADD_TEST ("/slots-query/client-elsewhere", test_client_elsewhere);
  ADD_TEST ("/slots-query/per-day", test_per_day);
  ADD_TEST ("/slots-query/nobody", test_nobody);
  ADD_TEST ("/slots-query/bad-requests", test_bad_requests);
  ADD_TEST ("/slots-query/permission", test_permission);
  ADD_TEST ("/slots-query/spring-gap", test_spring_gap);
  return g_test_run ();
}
