/* The solver on days that can be reckoned by hand, and how long it takes on sixty full days. */
#include "model/rules/visit-solver.h"

/* ---- by hand: hair with one, nails with another; hair takes 60 minutes, nails 45 */

typedef struct {
  GArray *working[3];
  SalonSlotEmployee staff[3];
  SalonSlotRoom hall;
  SalonSlotLine lines[2];
  SalonSolverTask tasks[2];
  SalonSolverQuery query;
} Pair;

static void
pair_init (Pair *pair)
{
  *pair = (Pair){ .hall = { 31, 0, 3, 0, NULL, 0 } };
  for (int i = 0; i < 3; i++) {
    pair->working[i] = salon_intervals_new ();
    pair->staff[i] = (SalonSlotEmployee){ i + 1, i, pair->working[i], NULL, 0 };
  }
  for (int i = 0; i < 2; i++) {
    pair->lines[i] = (SalonSlotLine){ .shape = { .work1 = i == 0 ? 60 : 45 }, .needs_room = TRUE, .rooms = &pair->hall,
                                      .n_rooms = 1 };
    pair->tasks[i] = (SalonSolverTask){ &pair->lines[i], 1, &pair->staff[i], 1, i + 1, TRUE };
  }
  pair->query = (SalonSolverQuery){ .tasks = pair->tasks, .n_tasks = 2, .most_waiting = 30, .end = 1440, .step = 15,
                                    .count = 3 };
}

static void
pair_clear (Pair *pair)
{
  for (int i = 0; i < 3; i++)
    g_array_unref (pair->working[i]);
}

static SalonSolverProposal
first_of (const Pair *pair)
{
  g_autoptr (GArray) found = salon_solver_find (&pair->query);

  g_assert_cmpuint (found->len, >, 0);
  return g_array_index (found, SalonSolverProposal, 0);
}

static void
assert_place (const SalonSolverPlace *place, guint task, gint64 employee, gint64 start, gint64 end)
{
  g_assert_cmpuint (place->task, ==, task);
  g_assert_cmpint (place->employee, ==, employee);
  g_assert_cmpint (place->start, ==, start);
  g_assert_cmpint (place->end, ==, end);
  g_assert_cmpint (place->rooms[0], ==, 31);
}

/* She who does nails comes at ten, the hairdresser at 10:45: nails first. */
static void
test_other_order (void)
{
  Pair pair;
  SalonSolverProposal first;

  pair_init (&pair);
  salon_intervals_add (pair.working[0], 645, 900);
  salon_intervals_add (pair.working[1], 600, 900);
  first = first_of (&pair);
  assert_place (&first.places[0], 1, 2, 600, 645);
  assert_place (&first.places[1], 0, 1, 645, 705);
  pair.tasks[1].zone = 1; /* both of one zone: hair was chosen first */
  first = first_of (&pair);
  assert_place (&first.places[0], 0, 1, 645, 705);
  assert_place (&first.places[1], 1, 2, 705, 750);
  pair_clear (&pair);
}

static void
test_at_the_same_time (void)
{
  Pair pair;
  SalonSolverProposal first;

  pair_init (&pair);
  salon_intervals_add (pair.working[0], 600, 900);
  salon_intervals_add (pair.working[1], 610, 900);
  pair.query.wish = SALON_SOLVER_PARALLEL;
  first = first_of (&pair);
  assert_place (&first.places[0], 0, 1, 600, 660);
  assert_place (&first.places[1], 1, 2, 610, 655);
  pair.tasks[1].parallel = FALSE;
  {
    g_autoptr (GArray) none = salon_solver_find (&pair.query);

    g_assert_cmpuint (none->len, ==, 0);
  }
  pair.query.wish = SALON_SOLVER_SOONEST;
  first = first_of (&pair);
  assert_place (&first.places[0], 0, 1, 600, 660);
  assert_place (&first.places[1], 1, 2, 660, 705);
  pair_clear (&pair);
}

/* Nobody for nails between 11:00 and 11:40: hair at 10:40 rather than to wait forty minutes, and at ten only if she may. */
static void
test_waiting (void)
{
  const SalonBusy busy = { 600, 700, 0, 0, 9 };
  Pair pair;
  SalonSolverProposal first;

  pair_init (&pair);
  salon_intervals_add (pair.working[0], 600, 660);
  salon_intervals_add (pair.working[0], 720, 900);
  salon_intervals_add (pair.working[1], 600, 900);
  pair.staff[1].busy = &busy;
  pair.staff[1].n_busy = 1;
  first = first_of (&pair);
  g_assert_cmpint (first.start, ==, 705); /* nails, then hair */
  pair.query.most_waiting = 40;
  first = first_of (&pair);
  g_assert_cmpint (first.start, ==, 600);
  g_assert_cmpint (first.cost.waiting, ==, 40);
  assert_place (&first.places[1], 1, 2, 700, 745);
  pair_clear (&pair);
}

/* Two can do nails at that time: the client's own first, else the first in the order of the staff. */
static void
test_who (void)
{
  Pair pair;
  SalonSolverProposal first;

  pair_init (&pair);
  for (int i = 0; i < 3; i++)
    salon_intervals_add (pair.working[i], 600, 900);
  pair.tasks[1].n_employees = 2; /* the second and the third */
  first = first_of (&pair);
  assert_place (&first.places[1], 1, 2, 660, 705);
  pair.query.preferred_employee = 3;
  first = first_of (&pair);
  assert_place (&first.places[1], 1, 3, 660, 705);
  pair_clear (&pair);
}

/* Six services that six people can do, on sixty days on which it nearly fits; the figure is printed. */
static void
test_large (void)
{
  static SalonBusy busy[6][60 * 6];
  SalonSlotEmployee staff[6];
  SalonSlotLine lines[6];
  SalonSolverTask tasks[6];
  SalonSolverQuery query = { .tasks = tasks, .n_tasks = 6, .wish = SALON_SOLVER_SOONEST, .most_waiting = 30,
                             .end = 60 * 1440, .step = 15, .count = 3 };
  gint64 begin = 0;
  g_autoptr (GArray) found = NULL;

  for (int i = 0; i < 6; i++) {
    GArray *working = salon_intervals_new ();

    for (int day = 0; day < 60; day++) {
      salon_intervals_add (working, day * 1440 + 540, day * 1440 + 1260);
      for (int k = 0; k < 6; k++) {
        gint64 from = day * 1440 + 540 + k * 110 + i * 15;

        busy[i][day * 6 + k] = (SalonBusy){ from, from + 60, 5, 5, k + 1 };
      }
    }
    staff[i] = (SalonSlotEmployee){ i + 1, i, working, busy[i], 60 * 6 };
    lines[i] = (SalonSlotLine){ .shape = { .work1 = 45 + i } };
    tasks[i] = (SalonSolverTask){ &lines[i], 1, staff, 6, 0, i % 2 == 0 };
  }
  begin = g_get_monotonic_time ();
  found = salon_solver_find (&query);
  g_test_message ("6 services, 6 people, 60 full days: %.2f ms, %u found", (double) (g_get_monotonic_time () - begin) / 1000,
                  found->len);
  for (int i = 0; i < 6; i++)
    g_array_unref ((GArray *) staff[i].working);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visit-solver/other-order", test_other_order);
  g_test_add_func ("/visit-solver/at-the-same-time", test_at_the_same_time);
  g_test_add_func ("/visit-solver/waiting", test_waiting);
  g_test_add_func ("/visit-solver/who", test_who);
  g_test_add_func ("/visit-solver/large", test_large);
  return g_test_run ();
}
