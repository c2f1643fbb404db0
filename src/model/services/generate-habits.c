/* Draws habits so that every profession gets as much work as it has people. */
#include "config.h"

#include "model/services/generate-habits.h"

enum { WOMEN, MEN, N_SEXES };

/* Things to draw from, with weights added up. */
typedef struct {
  GArray *values; /* int */
  GArray *sums;   /* guint */
} Urn;

struct _SalonHabitMaker {
  const SalonPlan *plan;
  Urn professions[N_SEXES];
  Urn services[N_SEXES][SALON_PLAN_PROFESSIONS];
  Urn haircuts[N_SEXES]; /* what goes with a colouring */
};

static void
urn_init (Urn *urn)
{
  urn->values = g_array_new (FALSE, FALSE, sizeof (int));
  urn->sums = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
urn_clear (Urn *urn)
{
  g_array_unref (urn->values);
  g_array_unref (urn->sums);
}

static guint
urn_sum (const Urn *urn)
{
  return urn->sums->len > 0 ? g_array_index (urn->sums, guint, urn->sums->len - 1) : 0;
}

static void
urn_add (Urn *urn, int value, guint weight)
{
  guint sum = urn_sum (urn) + weight;

  if (weight == 0)
    return;
  g_array_append_val (urn->values, value);
  g_array_append_val (urn->sums, sum);
}

static int
urn_draw (const Urn *urn, SalonDice *dice)
{
  guint wanted = salon_dice_below (dice, urn_sum (urn));
  guint i = 0;

  while (g_array_index (urn->sums, guint, i) <= wanted)
    i++;
  return g_array_index (urn->values, int, i);
}

static gboolean
is_for (const SalonPlanService *service, int sex)
{
  return service->sex == 'a' || service->sex == (sex == MEN ? 'm' : 'f');
}

static guint
weight_of (const SalonPlan *plan, const SalonPlanService *service)
{
  int minutes = salon_line_length (&service->shape);

  if (!plan->short_visits)
    return (guint) service->popularity * 100;
  return (guint) (service->popularity * 100 * 900 / (minutes * minutes / 2));
}

static void
fill_services (SalonHabitMaker *self, int sex)
{
  for (guint i = 0; i < self->plan->services->len; i++) {
    const SalonPlanService *service = &g_array_index (self->plan->services, SalonPlanService, i);
    guint weight = weight_of (self->plan, service);

    if (!is_for (service, sex))
      continue;
    urn_add (&self->services[sex][service->profession], (int) i, weight);
    if (service->profession == 0 && service->shape.gap == 0 && service->shape.work1 <= 60 && service->category == 0)
      urn_add (&self->haircuts[sex], (int) i, weight);
  }
}

/* Mean minutes of a visit, with buffers. */
static guint
mean_minutes (SalonHabitMaker *self, int sex, int profession)
{
  const Urn *urn = &self->services[sex][profession];
  gint64 sum = 0;
  guint before = 0;

  for (guint i = 0; i < urn->values->len; i++) {
    const SalonLineShape *shape = &g_array_index (self->plan->services, SalonPlanService, g_array_index (urn->values, int, i)).shape;
    guint weight = g_array_index (urn->sums, guint, i) - before;

    before += weight;
    sum += (gint64) weight * (shape->work1 + shape->work2 + shape->buffer_after);
  }
  return (guint) (sum / MAX (1, urn_sum (urn)));
}

/* Women by who works here, men mostly to the hairdresser. */
static void
fill_professions (SalonHabitMaker *self)
{
  static const guint men[SALON_PLAN_PROFESSIONS] = { 70, 9, 4, 0, 17 };
  guint n[SALON_PLAN_PROFESSIONS] = { 0 };

  for (guint i = 0; i < self->plan->employees->len; i++)
    n[g_array_index (self->plan->employees, SalonPlanEmployee, i).profession]++;
  for (int i = 0; i < SALON_PLAN_PROFESSIONS; i++) {
    guint minutes = MAX (1, mean_minutes (self, WOMEN, i));

    urn_add (&self->professions[WOMEN], i, n[i] * 100000 / minutes);
    urn_add (&self->professions[MEN], i, n[i] > 0 && urn_sum (&self->services[MEN][i]) > 0 ? men[i] : 0);
  }
}

/**
 * salon_habit_maker_new:
 * @plan: borrowed; outlives the maker
 */
SalonHabitMaker *
salon_habit_maker_new (const SalonPlan *plan)
{
  SalonHabitMaker *self = g_new0 (SalonHabitMaker, 1);

  self->plan = plan;
  for (int sex = 0; sex < N_SEXES; sex++) {
    urn_init (&self->professions[sex]);
    urn_init (&self->haircuts[sex]);
    for (int i = 0; i < SALON_PLAN_PROFESSIONS; i++)
      urn_init (&self->services[sex][i]);
    fill_services (self, sex);
  }
  fill_professions (self);
  return self;
}

/**
 * salon_habit_maker_free: frees a maker
 */
void
salon_habit_maker_free (SalonHabitMaker *self)
{
  for (int sex = 0; sex < N_SEXES; sex++) {
    urn_clear (&self->professions[sex]);
    urn_clear (&self->haircuts[sex]);
    for (int i = 0; i < SALON_PLAN_PROFESSIONS; i++)
      urn_clear (&self->services[sex][i]);
  }
  g_free (self);
}

static int
sex_of (const SalonHabits *client)
{
  return (client->flags & SALON_HABIT_MALE) != 0 ? MEN : WOMEN;
}

/* Mother and daughter, wife and husband: they share a phone and a surname. */
static void
maybe_family (SalonDice *dice, guint index, SalonHabits *client)
{
  client->family = -1;
  client->referred_by = -1;
  if (index > 20 && salon_dice_chance (dice, 110)) {
    client->family = (gint32) (index - 1 - salon_dice_below (dice, MIN (index, 3000)));
    if (salon_dice_chance (dice, 300))
      client->flags |= SALON_HABIT_MALE;
    if (salon_dice_chance (dice, 400))
      client->age = (guint8) salon_dice_between (dice, 13, 24);
  } else if (index > 20 && salon_dice_chance (dice, 120)) {
    client->referred_by = (gint32) salon_dice_below (dice, index);
  }
}

static int
draw_rhythm (SalonHabitMaker *self, SalonDice *dice, const SalonHabits *client)
{
  int period = g_array_index (self->plan->services, SalonPlanService, client->usual[0]).period;

  if (period == 0 || period > 120)
    period = 60;
  period = period * salon_dice_between (dice, 45, 95) / 100;
  if (client->usual[1] != SALON_HABITS_NOTHING)
    period = period * 8 / 10;
  return CLAMP (period, 7, 200);
}

/**
 * salon_habit_maker_make:
 * @day: on which the salon hears of her first
 * @index: how many clients there were before
 * @client: (out caller-allocates): the new one
 */
void
salon_habit_maker_make (SalonHabitMaker *self, SalonDice *dice, SalonDay day, guint index, SalonHabits *client)
{
  int second = 0;
  int daypart = 0;
  int age = 0;

  client->created = day;
  client->flags = salon_dice_chance (dice, 120) ? SALON_HABIT_MALE : 0;
  age = salon_dice_around (dice, 39, 24);
  client->age = (guint8) CLAMP (age, 14, 82);
  maybe_family (dice, index, client);
  client->usual[0] = (guint8) urn_draw (&self->services[sex_of (client)][urn_draw (&self->professions[sex_of (client)], dice)], dice);
  client->usual[1] = SALON_HABITS_NOTHING;
  second = urn_draw (&self->professions[sex_of (client)], dice);
  if (second != g_array_index (self->plan->services, SalonPlanService, client->usual[0]).profession && salon_dice_chance (dice, 550))
    client->usual[1] = (guint8) urn_draw (&self->services[sex_of (client)][second], dice);
  client->master[0] = client->master[1] = G_MAXUINT16;
  client->rhythm = (guint8) draw_rhythm (self, dice, client);
  daypart = (int) salon_dice_below (dice, 100);
  client->daypart = daypart < 36 ? 0 : daypart < 66 ? 1 : 2;
  if (salon_dice_chance (dice, 300))
    client->flags |= SALON_HABIT_ONCE;
  if (salon_dice_chance (dice, 110))
    client->flags |= SALON_HABIT_UNRELIABLE;
}

/**
 * salon_habit_maker_service:
 *
 * Returns: another service of the profession of @like that suits her
 */
int
salon_habit_maker_service (SalonHabitMaker *self, SalonDice *dice, int like, const SalonHabits *client)
{
  int profession = g_array_index (self->plan->services, SalonPlanService, like).profession;

  return urn_draw (&self->services[sex_of (client)][profession], dice);
}

/**
 * salon_habit_maker_haircut:
 *
 * Returns: a haircut that goes with a colouring
 */
int
salon_habit_maker_haircut (SalonHabitMaker *self, SalonDice *dice, const SalonHabits *client)
{
  return urn_draw (&self->haircuts[sex_of (client)], dice);
}
