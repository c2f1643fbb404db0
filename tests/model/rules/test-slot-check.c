/* What speaks against a placement, and who is named. */
#include "model/rules/slot-check.h"

/* A placement at 10:00 for an hour, to which nothing is to be said. */
typedef struct {
  GArray *working;
  GArray *away;
  GArray *closed;
  SalonSlotPlacement placement;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->working = salon_intervals_new ();
  fixture->away = salon_intervals_new ();
  fixture->closed = salon_intervals_new ();
  salon_intervals_add (fixture->working, 540, 1080);
  fixture->placement = (SalonSlotPlacement){
    .shape = { .work1 = 60, .buffer_after = 10 },
    .start = 600,
    .visit = 1,
    .employee = 20,
    .does_service = TRUE,
    .working = fixture->working,
    .away = fixture->away,
    .closed = fixture->closed,
    .room = 30,
    .room_fits = TRUE,
    .room_capacity = 1,
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_array_unref (fixture->working);
  g_array_unref (fixture->away);
  g_array_unref (fixture->closed);
}

/* The problems as text, "kind:other@from-to …". */
static char *
tell (const SalonSlotPlacement *placement)
{
  g_autoptr (GArray) problems = salon_slots_check (placement);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    const SalonSlotProblem *problem = &g_array_index (problems, SalonSlotProblem, i);

    g_string_append_printf (text, "%s%d:%d@%d-%d", i > 0 ? " " : "", (int) problem->kind,
                            (int) problem->other, (int) problem->from, (int) problem->to);
  }
  return g_string_free (text, FALSE);
}

#define assert_problems(placement, expected)                                                                 \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *_text = tell (placement);                                                               \
    g_assert_cmpstr (_text, ==, expected);                                                                   \
  }                                                                                                          \
  G_STMT_END

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  assert_problems (&fixture->placement, "");
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  const SalonBusy busy[] = { { 690, 720, 0, 0, 5 }, { 669, 680, 0, 0, 4 }, { 500, 601, 0, 0, 3 },
                             { 600, 660, 0, 0, 1 }, { 500, 600, 0, 0, 2 }, { 630, 640, 0, 0, 3 } };

  fixture->placement.employee_busy = busy;
  fixture->placement.n_employee_busy = G_N_ELEMENTS (busy);
  assert_problems (&fixture->placement, "1:3@500-640 1:4@669-680");
  fixture->placement.employee = 0;
  assert_problems (&fixture->placement, "");
}

static void
test_room (Fixture *fixture, gconstpointer data)
{
  const SalonBusy busy[] = { { 670, 720, 0, 0, 5 }, { 540, 610, 0, 0, 6 } };

  fixture->placement.room_busy = busy;
  fixture->placement.n_room_busy = 2;
  assert_problems (&fixture->placement, "2:6@540-610");
  fixture->placement.room_cleanup = 1;
  assert_problems (&fixture->placement, "2:6@540-610 2:5@670-720");
  fixture->placement.room_capacity = 2;
  assert_problems (&fixture->placement, "");
  fixture->placement.room_fits = FALSE;
  assert_problems (&fixture->placement, "7:30@600-660");
  fixture->placement.room = 0;
  assert_problems (&fixture->placement, "");
}

static void
test_full_room (Fixture *fixture, gconstpointer data)
{
  const SalonBusy busy[] = { { 540, 650, 0, 0, 5 }, { 640, 700, 0, 0, 6 }, { 500, 580, 0, 0, 7 } };

  fixture->placement.room_busy = busy;
  fixture->placement.n_room_busy = 3;
  fixture->placement.room_capacity = 2;
  assert_problems (&fixture->placement, "2:5@540-650 2:6@640-700");
  fixture->placement.visit = 6;
  assert_problems (&fixture->placement, "");
}

static void
test_not_at_work (Fixture *fixture, gconstpointer data)
{
  fixture->placement.start = 1050;
  assert_problems (&fixture->placement, "3:20@1050-1110");
  salon_intervals_add (fixture->away, 1060, 1200);
  assert_problems (&fixture->placement, "4:20@1060-1110");
  salon_intervals_add (fixture->closed, 0, 1440);
  assert_problems (&fixture->placement, "4:20@1060-1110 5:0@1050-1110");
  fixture->placement.employee = 0;
  assert_problems (&fixture->placement, "5:0@1050-1110");
  fixture->placement.working = NULL;
  fixture->placement.away = NULL;
  fixture->placement.closed = NULL;
  assert_problems (&fixture->placement, "");
}

/* The employee may be gone during the gap. */
static void
test_break_in_the_gap (Fixture *fixture, gconstpointer data)
{
  fixture->placement.shape = (SalonLineShape){ .work1 = 30, .gap = 30, .work2 = 30 };
  g_array_set_size (fixture->working, 0);
  salon_intervals_add (fixture->working, 540, 630);
  salon_intervals_add (fixture->working, 660, 1080);
  assert_problems (&fixture->placement, "");
  fixture->placement.start = 605;
  assert_problems (&fixture->placement, "3:20@605-635");
}

static void
test_not_skilled (Fixture *fixture, gconstpointer data)
{
  fixture->placement.does_service = FALSE;
  assert_problems (&fixture->placement, "6:20@600-660");
}

static void
test_client (Fixture *fixture, gconstpointer data)
{
  const SalonBusy busy[] = { { 660, 700, 30, 0, 8 }, { 600, 660, 0, 0, 1 }, { 640, 700, 0, 0, 9 } };

  fixture->placement.client_busy = busy;
  fixture->placement.n_client_busy = 3;
  assert_problems (&fixture->placement, "8:9@640-700");
}

static void
test_refusals (void)
{
  for (int kind = SALON_SLOT_EMPLOYEE_BUSY; kind <= SALON_SLOT_CLIENT_BUSY; kind++) {
    g_autoptr (GArray) problems = g_array_new (FALSE, FALSE, sizeof (SalonSlotProblem));
    SalonSlotProblem problem = { kind, 0, 0, 0 };
    gboolean refuses = kind == SALON_SLOT_EMPLOYEE_BUSY || kind == SALON_SLOT_ROOM_BUSY;

    g_assert_false (salon_slot_problems_refuse (problems));
    g_array_append_val (problems, problem);
    g_assert_cmpint (salon_slot_problems_refuse (problems), ==, refuses);
  }
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/slot-check/nothing", test_nothing);
  add ("/slot-check/busy", test_busy);
  add ("/slot-check/room", test_room);
  add ("/slot-check/full-room", test_full_room);
  add ("/slot-check/not-at-work", test_not_at_work);
  add ("/slot-check/break-in-the-gap", test_break_in_the_gap);
  add ("/slot-check/not-skilled", test_not_skilled);
  add ("/slot-check/client", test_client);
  g_test_add_func ("/slot-check/refusals", test_refusals);
  return g_test_run ();
}
