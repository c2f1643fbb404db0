/* Chooses a place for each visit of a sick day.
 *
 * What somebody chose stands.  Of the others the visit with the fewest places left comes first and gets the best of
 * them; where that leaves another without any, it is tried otherwise, up to a limit of steps: of all that was tried
 * the plan that moves the most visits is taken.  On the days that a salon has, the limit is not met. */
#include "model/rules/sick-day-plan.h"

#define MOST_STEPS 2000

typedef struct {
  const SalonSickPlan *plan;
  int *now;   /* the options taken on the way, or -1 */
  int *best;
  guint n_now;
  guint n_best;
  gboolean *done; /* decided on the way */
  guint n_visits;
  guint steps;
} Search;

static void
option_clear (gpointer data)
{
  g_array_unref (((SalonSickOption *) data)->takings);
}

static void
visit_clear (gpointer data)
{
  g_array_unref (((SalonSickVisit *) data)->options);
}

static void
resource_clear (gpointer data)
{
  g_array_unref (((SalonSickResource *) data)->busy);
}

static SalonSickVisit *
visit_at (const SalonSickPlan *plan, guint visit)
{
  return &g_array_index (plan->visits, SalonSickVisit, visit);
}

static const SalonSickOption *
option_at (const SalonSickPlan *plan, guint visit, int option)
{
  return &g_array_index (visit_at (plan, visit)->options, SalonSickOption, (guint) option);
}

/* ---- what is in the way */

/* The time of @resource that the others chose. */
static GArray *
chosen_of (const SalonSickPlan *plan, const int *chosen, guint except, guint resource)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (SalonBusy));

  for (guint i = 0; i < plan->visits->len; i++) {
    const GArray *takings = i != except && chosen[i] >= 0 ? option_at (plan, i, chosen[i])->takings : NULL;

    for (guint k = 0; takings != NULL && k < takings->len; k++) {
      const SalonSickTaking *taking = &g_array_index (takings, SalonSickTaking, k);

      if (taking->resource == resource)
        g_array_append_val (taken, taking->busy);
    }
  }
  return taken;
}

static gboolean
is_taken (const SalonSickPlan *plan, const SalonSickResource *resource, const GArray *chosen, const SalonBusy *wanted)
{
  g_autoptr (GArray) all = NULL;
  const GArray *busy = resource->busy;

  if (resource->capacity <= 1)
    return salon_overlap_find ((const SalonBusy *) (gpointer) busy->data, busy->len, wanted, plan->buffers) >= 0
           || salon_overlap_find ((const SalonBusy *) (gpointer) chosen->data, chosen->len, wanted, plan->buffers) >= 0;
  all = g_array_copy (resource->busy);
  if (chosen->len > 0)
    g_array_append_vals (all, chosen->data, chosen->len);
  return salon_overlap_find_room ((const SalonBusy *) (gpointer) all->data, all->len, resource->capacity, wanted,
                                  plan->buffers)
         >= 0;
}

/**
 * salon_sick_plan_fits:
 * @chosen: the option of each visit, or a negative number
 *
 * Returns: whether @option of @visit is free beside what the others chose
 */
gboolean
salon_sick_plan_fits (const SalonSickPlan *self, const int *chosen, guint visit, guint option)
{
  const GArray *takings = option_at (self, visit, (int) option)->takings;

  for (guint i = 0; i < takings->len; i++) {
    const SalonSickTaking *taking = &g_array_index (takings, SalonSickTaking, i);
    g_autoptr (GArray) of_others = chosen_of (self, chosen, visit, taking->resource);

    if (is_taken (self, &g_array_index (self->resources, SalonSickResource, taking->resource), of_others, &taking->busy))
      return FALSE;
  }
  return TRUE;
}

/* ---- the search */

static guint
count_options (const Search *search, guint visit)
{
  guint n = 0;

  for (guint i = 0; i < visit_at (search->plan, visit)->options->len; i++)
    n += !option_at (search->plan, visit, (int) i)->by_hand && salon_sick_plan_fits (search->plan, search->now, visit, i);
  return n;
}

/* Least freedom first; the first among equals.  -1 when all are decided. */
static int
next_visit (const Search *search)
{
  guint fewest = G_MAXUINT;
  int found = -1;

  for (guint i = 0; i < search->n_visits; i++) {
    guint n = search->done[i] ? G_MAXUINT : count_options (search, i);

    if (n < fewest) {
      fewest = n;
      found = (int) i;
    }
  }
  return found;
}

static guint
n_open (const Search *search)
{
  guint n = 0;

  for (guint i = 0; i < search->n_visits; i++)
    n += !search->done[i];
  return n;
}

static void
keep_if_better (Search *search)
{
  if (search->n_now <= search->n_best)
    return;
  search->n_best = search->n_now;
  for (guint i = 0; i < search->n_visits; i++)
    search->best[i] = search->now[i];
}

/* Whether nothing that follows can be better than what was found. */
static gboolean
is_hopeless (const Search *search)
{
  return search->n_now + n_open (search) <= search->n_best;
}

static void
descend (Search *search)
{
  int visit = -1;

  if (is_hopeless (search) || search->steps++ > MOST_STEPS)
    return;
  visit = next_visit (search);
  if (visit < 0) {
    keep_if_better (search);
    return;
  }
  search->done[visit] = TRUE;
  for (guint i = 0; i < visit_at (search->plan, (guint) visit)->options->len; i++) {
    const SalonSickOption *option = option_at (search->plan, (guint) visit, (int) i);

    if (option->by_hand || !salon_sick_plan_fits (search->plan, search->now, (guint) visit, i))
      continue;
    search->now[visit] = (int) i;
    search->n_now++;
    descend (search);
    search->n_now--;
    search->now[visit] = -1;
  }
  descend (search); /* without it: somebody else may need the place more */
  search->done[visit] = FALSE;
}

static void
take_wishes (Search *search)
{
  for (guint i = 0; i < search->n_visits; i++) {
    int wanted = visit_at (search->plan, i)->wanted;

    search->now[i] = wanted >= 0 ? wanted : -1;
    search->done[i] = wanted != SALON_SICK_PROPOSE;
    search->best[i] = search->now[i];
  }
  for (guint i = 0; i < search->n_visits; i++)
    if (!search->done[i])
      search->done[i] = count_options (search, i) == 0;
}

/**
 * salon_sick_plan_solve:
 * @chosen: (out) (array): room for as many as there are visits; for each visit the index of an option, or -1
 *
 * What was wanted is taken as it is.  Of the rest no two are in each other's way, nor in that of what stands.
 */
void
salon_sick_plan_solve (const SalonSickPlan *self, int *chosen)
{
  guint n = self->visits->len;
  g_autofree int *now = g_new0 (int, n + 1);
  g_autofree gboolean *done = g_new0 (gboolean, n + 1);
  Search search = { .plan = self, .now = now, .best = chosen, .done = done, .n_visits = n };

  take_wishes (&search);
  descend (&search);
}

/* ---- making a plan */

/**
 * salon_sick_plan_new:
 *
 * Returns: (transfer full): an empty plan
 */
SalonSickPlan *
salon_sick_plan_new (SalonBufferRule buffers)
{
  SalonSickPlan *self = g_new0 (SalonSickPlan, 1);

  self->buffers = buffers;
  self->resources = g_array_new (FALSE, FALSE, sizeof (SalonSickResource));
  self->visits = g_array_new (FALSE, FALSE, sizeof (SalonSickVisit));
  g_array_set_clear_func (self->resources, resource_clear);
  g_array_set_clear_func (self->visits, visit_clear);
  return self;
}

/**
 * salon_sick_plan_free:
 * @self: (transfer full):
 */
void
salon_sick_plan_free (SalonSickPlan *self)
{
  g_array_unref (self->resources);
  g_array_unref (self->visits);
  g_free (self);
}

/**
 * salon_sick_plan_add_resource:
 * @busy: (array length=n_busy): time taken already
 *
 * Returns: its number
 */
guint
salon_sick_plan_add_resource (SalonSickPlan *self, int capacity, const SalonBusy *busy, guint n_busy)
{
  SalonSickResource resource = { capacity, g_array_new (FALSE, FALSE, sizeof (SalonBusy)) };

  if (n_busy > 0)
    g_array_append_vals (resource.busy, busy, n_busy);
  g_array_append_val (self->resources, resource);
  return self->resources->len - 1;
}

/**
 * salon_sick_plan_add_visit:
 *
 * Returns: its number
 */
guint
salon_sick_plan_add_visit (SalonSickPlan *self)
{
  SalonSickVisit visit = { g_array_new (FALSE, FALSE, sizeof (SalonSickOption)), SALON_SICK_PROPOSE };

  g_array_set_clear_func (visit.options, option_clear);
  g_array_append_val (self->visits, visit);
  return self->visits->len - 1;
}

/**
 * salon_sick_plan_add_option:
 * @cost: not below 0; options are added the best first
 *
 * Returns: its number among those of @visit
 */
guint
salon_sick_plan_add_option (SalonSickPlan *self, guint visit, gint64 cost, gboolean by_hand)
{
  SalonSickOption option = { cost, by_hand, g_array_new (FALSE, FALSE, sizeof (SalonSickTaking)) };
  GArray *options = visit_at (self, visit)->options;

  g_array_append_val (options, option);
  return options->len - 1;
}

/**
 * salon_sick_plan_take:
 * @busy: time that the option needs of @resource
 */
void
salon_sick_plan_take (SalonSickPlan *self, guint visit, guint option, guint resource, const SalonBusy *busy)
{
  SalonSickTaking taking = { resource, *busy };

  g_array_append_val (g_array_index (visit_at (self, visit)->options, SalonSickOption, option).takings, taking);
}
