/* The planner of a sick day against all combinations, on small random days. */
#include "model/rules/sick-day-plan.h"

#define MOST_VISITS 5
#define MOST_OPTIONS 4
#define N_DAYS 1500

typedef struct {
  SalonSickPlan *plan;
  guint n_visits;
  int tried[MOST_VISITS];
  guint best;
} World;

static const SalonSickOption *
option_of (const SalonSickPlan *plan, guint visit, int option)
{
  const SalonSickVisit *of = &g_array_index (plan->visits, SalonSickVisit, visit);

  return &g_array_index (of->options, SalonSickOption, (guint) option);
}

/* Minute by minute: how many use the resource, buffers as the salon counts them. */
static gboolean
pair_clashes (const SalonBusy *a, const SalonBusy *b)
{
  return a->from < b->to + MAX (b->after, a->before) && b->from < a->to + MAX (a->after, b->before);
}

/* All that uses @resource under @chosen, and what stood there before; @own is left out of what stands for a visit's own id. */
static gboolean
resource_holds (const World *world, const int *chosen, guint resource)
{
  const SalonSickResource *of = &g_array_index (world->plan->resources, SalonSickResource, resource);
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (SalonBusy));

  for (guint i = 0; i < world->n_visits; i++)
    for (guint k = 0; chosen[i] >= 0 && k < option_of (world->plan, i, chosen[i])->takings->len; k++) {
      const SalonSickTaking *taking = &g_array_index (option_of (world->plan, i, chosen[i])->takings, SalonSickTaking, k);

      if (taking->resource == resource)
        g_array_append_val (moved, taking->busy);
    }
  for (guint i = 0; i < moved->len; i++) {
    const SalonBusy *one = &g_array_index (moved, SalonBusy, i);

    if (of->capacity == 1) {
      for (guint k = 0; k < of->busy->len; k++)
        if (g_array_index (of->busy, SalonBusy, k).id != one->id && pair_clashes (one, &g_array_index (of->busy, SalonBusy, k)))
          return FALSE;
      for (guint k = 0; k < i; k++)
        if (pair_clashes (one, &g_array_index (moved, SalonBusy, k)))
          return FALSE;
      continue;
    }
    for (gint64 minute = one->from - one->before; minute < one->to + one->after; minute++) {
      int n = 0;

      for (guint k = 0; k < of->busy->len; k++) {
        const SalonBusy *busy = &g_array_index (of->busy, SalonBusy, k);

        n += busy->id != one->id && minute >= busy->from - busy->before && minute < busy->to + busy->after;
      }
      for (guint k = 0; k < moved->len; k++) {
        const SalonBusy *busy = &g_array_index (moved, SalonBusy, k);

        n += minute >= busy->from - busy->before && minute < busy->to + busy->after;
      }
      if (n > of->capacity)
        return FALSE;
    }
  }
  return TRUE;
}

static gboolean
all_hold (const World *world, const int *chosen)
{
  for (guint i = 0; i < world->plan->resources->len; i++)
    if (!resource_holds (world, chosen, i))
      return FALSE;
  return TRUE;
}

/* Every combination; remembers how many visits can be moved at most. */
static void
try_all (World *world, guint visit)
{
  const SalonSickVisit *of = NULL;
  guint n = 0;

  if (visit == world->n_visits) {
    for (guint i = 0; i < world->n_visits; i++)
      n += world->tried[i] >= 0;
    if (n > world->best && all_hold (world, world->tried))
      world->best = n;
    return;
  }
  of = &g_array_index (world->plan->visits, SalonSickVisit, visit);
  world->tried[visit] = of->wanted >= 0 ? of->wanted : -1;
  try_all (world, visit + 1);
  if (of->wanted != SALON_SICK_PROPOSE)
    return;
  for (guint i = 0; i < of->options->len; i++)
    if (!option_of (world->plan, visit, (int) i)->by_hand) {
      world->tried[visit] = (int) i;
      try_all (world, visit + 1);
    }
  world->tried[visit] = -1;
}

static SalonBusy
random_busy (GRand *rand, gint64 id)
{
  gint64 from = g_rand_int_range (rand, 0, 24) * 5;

  return (SalonBusy){ from, from + g_rand_int_range (rand, 2, 9) * 5, g_rand_int_range (rand, 0, 3) * 5,
                      g_rand_int_range (rand, 0, 3) * 5, id };
}

/* Two masters, a room for one and one for two, some of it taken. */
static void
fill (World *world, GRand *rand)
{
  for (guint i = 0; i < 4; i++) {
    guint n = (guint) g_rand_int_range (rand, 0, 3);
    SalonBusy busy[3];

    for (guint k = 0; k < n; k++)
      busy[k] = random_busy (rand, 100 + 10 * i + k);
    salon_sick_plan_add_resource (world->plan, i == 3 ? 2 : 1, busy, n);
  }
  world->n_visits = (guint) g_rand_int_range (rand, 1, MOST_VISITS + 1);
  for (guint i = 0; i < world->n_visits; i++) {
    guint visit = salon_sick_plan_add_visit (world->plan);
    guint n = (guint) g_rand_int_range (rand, 0, MOST_OPTIONS + 1);

    for (guint k = 0; k < n; k++) {
      guint option = salon_sick_plan_add_option (world->plan, visit, k, g_rand_int_range (rand, 0, 6) == 0);
      SalonBusy busy = random_busy (rand, i + 1);

      salon_sick_plan_take (world->plan, visit, option, (guint) g_rand_int_range (rand, 0, 2), &busy);
      salon_sick_plan_take (world->plan, visit, option, 2 + (guint) g_rand_int_range (rand, 0, 2), &busy);
    }
  }
}

static void
check_day (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (SalonSickPlan) plan = salon_sick_plan_new (SALON_BUFFERS_LARGER);
  World world = { .plan = plan };
  int chosen[MOST_VISITS];
  guint n = 0;

  fill (&world, rand);
  for (guint i = 0; i < MOST_VISITS; i++)
    world.tried[i] = -1;
  try_all (&world, 0);
  salon_sick_plan_solve (plan, chosen);
  for (guint i = 0; i < world.n_visits; i++) {
    n += chosen[i] >= 0;
    if (chosen[i] >= 0 && option_of (plan, i, chosen[i])->by_hand)
      g_error ("day %u: visit %u is proposed what is offered only", seed, i);
  }
  if (!all_hold (&world, chosen))
    g_error ("day %u: two proposals are in each other's way", seed);
  if (n != world.best)
    g_error ("day %u: %u visits are moved, %u could be", seed, n, world.best);
}

static void
test_random (void)
{
  for (guint32 i = 0; i < N_DAYS; i++)
    check_day (i);
}

/* ---- by hand */

static void
offer (SalonSickPlan *plan, guint visit, guint resource, gint64 from, gboolean by_hand)
{
  SalonBusy busy = { from, from + 60, 0, 0, visit + 1 };
  guint option = salon_sick_plan_add_option (plan, visit, from, by_hand);

  salon_sick_plan_take (plan, visit, option, resource, &busy);
}

/* The first could have the only place of the second: it takes another. */
static void
test_least_freedom_first (void)
{
  g_autoptr (SalonSickPlan) plan = salon_sick_plan_new (SALON_BUFFERS_LARGER);
  guint jana = salon_sick_plan_add_resource (plan, 1, NULL, 0);
  int chosen[2];

  salon_sick_plan_add_visit (plan);
  salon_sick_plan_add_visit (plan);
  offer (plan, 0, jana, 600, FALSE);
  offer (plan, 0, jana, 700, FALSE);
  offer (plan, 1, jana, 610, FALSE);
  salon_sick_plan_solve (plan, chosen);
  g_assert_cmpint (chosen[0], ==, 1);
  g_assert_cmpint (chosen[1], ==, 0);
}

/* What was chosen by hand stands, also a place that is offered only; the rest keeps free of it. */
static void
test_wishes (void)
{
  g_autoptr (SalonSickPlan) plan = salon_sick_plan_new (SALON_BUFFERS_LARGER);
  guint jana = salon_sick_plan_add_resource (plan, 1, NULL, 0);
  int chosen[2];

  salon_sick_plan_add_visit (plan);
  salon_sick_plan_add_visit (plan);
  offer (plan, 0, jana, 600, TRUE);
  offer (plan, 1, jana, 600, FALSE);
  offer (plan, 1, jana, 660, FALSE);
  salon_sick_plan_solve (plan, chosen);
  g_assert_cmpint (chosen[0], ==, -1);
  g_assert_cmpint (chosen[1], ==, 0);
  g_array_index (plan->visits, SalonSickVisit, 0).wanted = 0;
  salon_sick_plan_solve (plan, chosen);
  g_assert_cmpint (chosen[0], ==, 0);
  g_assert_cmpint (chosen[1], ==, 1);
  g_assert_false (salon_sick_plan_fits (plan, (int[]){ 0, -1 }, 1, 0));
  g_assert_true (salon_sick_plan_fits (plan, (int[]){ -1, -1 }, 1, 0));
  g_array_index (plan->visits, SalonSickVisit, 1).wanted = SALON_SICK_NONE;
  salon_sick_plan_solve (plan, chosen);
  g_assert_cmpint (chosen[1], ==, -1);
}

static void
test_empty (void)
{
  g_autoptr (SalonSickPlan) plan = salon_sick_plan_new (SALON_BUFFERS_SUM);
  int chosen[1] = { 7 };

  salon_sick_plan_solve (plan, chosen);
  salon_sick_plan_add_visit (plan);
  salon_sick_plan_solve (plan, chosen);
  g_assert_cmpint (chosen[0], ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sick-day-plan/random", test_random);
  g_test_add_func ("/sick-day-plan/least-freedom-first", test_least_freedom_first);
  g_test_add_func ("/sick-day-plan/wishes", test_wishes);
  g_test_add_func ("/sick-day-plan/empty", test_empty);
  return g_test_run ();
}
