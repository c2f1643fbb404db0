/* A small simulation.  Every client has services that she usually takes, masters whom she prefers, a rhythm
 * and a time of the day.  Each day takes those who are due, up to the number that the plan gives the day;
 * who finds no place comes some days later, and where people lack, some who had stopped come again. */
#include "config.h"

#include "model/entities/enums.h"
#include "model/services/generate-demand.h"

#define RING 512 /* days ahead that somebody may be due */

struct _SalonDemand {
  const SalonPlan *plan;
  SalonDice dice;
  SalonBook *book;
  SalonHabitMaker *habits;
  GArray *clients;     /* SalonHabits */
  GArray *due[RING];   /* guint32: indices of clients, by day */
  GArray *present;     /* guint32: those of the day at hand */
  gint64 owed;         /* visits that earlier days could not place */
  gint64 flow;         /* millionths of a visit a day that come of those who wait */
  int leaves;          /* how many in a thousand never come again, at present */
};

static SalonHabits *
client_at (SalonDemand *self, guint index)
{
  return &g_array_index (self->clients, SalonHabits, index);
}

static void
wait_until (SalonDemand *self, guint index, SalonDay day)
{
  SalonHabits *client = client_at (self, index);
  guint32 entry = index;

  client->flags |= SALON_HABIT_WAITING;
  self->flow += 1000000 / client->rhythm;
  g_array_append_val (self->due[day % RING], entry);
}

static void
stop_waiting (SalonDemand *self, guint index)
{
  SalonHabits *client = client_at (self, index);

  client->flags &= ~SALON_HABIT_WAITING;
  self->flow -= 1000000 / client->rhythm;
}

/**
 * salon_demand_new:
 * @plan: borrowed; outlives the demand
 */
SalonDemand *
salon_demand_new (const SalonPlan *plan, guint64 seed)
{
  SalonDemand *self = g_new0 (SalonDemand, 1);

  self->plan = plan;
  self->dice.state = seed ^ G_GUINT64_CONSTANT (0xdeda);
  self->book = salon_book_new (plan);
  self->habits = salon_habit_maker_new (plan);
  self->clients = g_array_sized_new (FALSE, FALSE, sizeof (SalonHabits), plan->n_clients);
  self->present = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (int i = 0; i < RING; i++)
    self->due[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

/**
 * salon_demand_free: frees a simulation
 */
void
salon_demand_free (SalonDemand *self)
{
  for (int i = 0; i < RING; i++)
    g_array_unref (self->due[i]);
  g_array_unref (self->present);
  g_array_unref (self->clients);
  salon_habit_maker_free (self->habits);
  salon_book_free (self->book);
  g_free (self);
}

/**
 * salon_demand_clients:
 *
 * Returns: (transfer none) (element-type SalonHabits): everybody so far
 */
const GArray *
salon_demand_clients (const SalonDemand *self)
{
  return self->clients;
}

/* ---- one visit */

static void
choose_services (SalonDemand *self, const SalonHabits *client, int services[2], int *n)
{
  gboolean second = client->usual[1] != SALON_HABITS_NOTHING;
  guint throw = salon_dice_below (&self->dice, 100);
  const SalonPlanService *service = NULL;

  *n = 1;
  services[0] = client->usual[second && throw < 30 ? 1 : 0];
  if (salon_dice_chance (&self->dice, 110))
    services[0] = salon_habit_maker_service (self->habits, &self->dice, services[0], client);
  if (second && throw >= 62 && services[0] == client->usual[0]) {
    services[1] = client->usual[1];
    *n = 2;
  }
  service = &g_array_index (self->plan->services, SalonPlanService, services[0]);
  if (*n == 1 && service->shape.gap > 0 && salon_dice_chance (&self->dice, self->plan->short_visits ? 60 : 380)) {
    services[1] = salon_habit_maker_haircut (self->habits, &self->dice, client);
    *n = 2;
  }
}

static int
preferred (const SalonHabits *client, int service)
{
  if (client->usual[1] != SALON_HABITS_NOTHING && service == client->usual[1])
    return client->master[1];
  return client->master[0];
}

static int
anybody (SalonDemand *self, int profession)
{
  const GArray *present = salon_book_present (self->book, profession);

  if (present->len == 0)
    return -1;
  return g_array_index (present, int, salon_dice_below (&self->dice, present->len));
}

static int
wanted_minute (SalonDemand *self, const SalonHabits *client)
{
  static const int from[] = { 9 * 60, 11 * 60, 15 * 60 };
  static const int to[] = { 11 * 60 + 30, 15 * 60, 19 * 60 + 30 };

  return salon_dice_between (&self->dice, from[client->daypart], to[client->daypart]);
}

/* The first service: with whom she prefers, else with somebody of the same profession. */
static gboolean
place_first (SalonDemand *self, const SalonHabits *client, int service, SalonBookPlace *place)
{
  int profession = g_array_index (self->plan->services, SalonPlanService, service).profession;
  int wanted = wanted_minute (self, client);
  int master = preferred (client, service);
  SalonPlanHours hours;

  place->service = service;
  if (master < (int) self->plan->employees->len
      && g_array_index (self->plan->employees, SalonPlanEmployee, master).profession == profession
      && salon_book_works (self->book, master, &hours) && salon_dice_chance (&self->dice, 930)) {
    place->employee = master;
    if (salon_book_search (self->book, wanted, place))
      return TRUE;
  }
  for (int tries = 0; tries < 3; tries++) {
    place->employee = anybody (self, profession);
    if (place->employee < 0)
      return FALSE;
    if (salon_book_search (self->book, wanted, place))
      return TRUE;
  }
  return FALSE;
}

/* A further service follows the first: with the same master if she does it, else with another. */
static void
place_next (SalonDemand *self, const SalonHabits *client, int service, SalonComing *coming)
{
  const SalonBookPlace *last = &coming->lines[coming->n_lines - 1];
  const SalonPlanService *before = &g_array_index (self->plan->services, SalonPlanService, last->service);
  const SalonPlanService *after = &g_array_index (self->plan->services, SalonPlanService, service);
  gboolean same = before->profession == after->profession;
  SalonBookPlace place = { service, same ? last->employee : preferred (client, service), SALON_BOOK_NO_ROOM, 0 };
  gint64 end = last->start + salon_book_length (self->plan, last->service);
  int tries = same ? 1 : 3;

  if (!same && place.employee >= (int) self->plan->employees->len)
    place.employee = anybody (self, after->profession);
  if (same)
    end += MAX (before->shape.buffer_after, after->shape.buffer_before);
  for (; tries > 0 && place.employee >= 0; tries--) {
    gboolean right = g_array_index (self->plan->employees, SalonPlanEmployee, place.employee).profession == after->profession;

    place.start = (end + 4) / 5 * 5;
    if (right && salon_book_fits (self->book, &place)) {
      coming->lines[coming->n_lines++] = place;
      salon_book_take (self->book, &place);
      return;
    }
    place.employee = anybody (self, after->profession);
  }
}

/* ---- how it went */

static int
state_today (SalonDemand *self, const SalonComing *coming)
{
  const SalonBookPlace *last = &coming->lines[coming->n_lines - 1];
  gint64 midnight = (gint64) self->plan->today * SALON_MINUTES_A_DAY;
  int start = (int) (coming->lines[0].start - midnight);
  int end = (int) (last->start - midnight) + salon_book_length (self->plan, last->service);
  int now = self->plan->now;

  if (end <= now)
    return salon_dice_chance (&self->dice, 40) ? SALON_VISIT_NO_SHOW : SALON_VISIT_DONE;
  if (start + 10 <= now)
    return SALON_VISIT_IN_SERVICE;
  if (start <= now)
    return salon_dice_chance (&self->dice, 500) ? SALON_VISIT_ARRIVED : SALON_VISIT_CONFIRMED;
  if (start <= now + 15)
    return salon_dice_chance (&self->dice, 600) ? SALON_VISIT_ARRIVED : SALON_VISIT_CONFIRMED;
  return salon_dice_chance (&self->dice, 720) ? SALON_VISIT_CONFIRMED : SALON_VISIT_BOOKED;
}

/* Decided before the visit is placed: one that does not happen takes no time. */
static int
outcome (SalonDemand *self, const SalonHabits *client, SalonDay day)
{
  int missed = (client->flags & SALON_HABIT_UNRELIABLE) != 0 ? self->plan->missed * 5 : self->plan->missed / 2;

  if (day > self->plan->today)
    return salon_dice_chance (&self->dice, 40) ? SALON_VISIT_CANCELLED : SALON_VISIT_BOOKED;
  if (salon_dice_chance (&self->dice, self->plan->cancelled))
    return SALON_VISIT_CANCELLED;
  if (day < self->plan->today && salon_dice_chance (&self->dice, missed))
    return SALON_VISIT_NO_SHOW;
  return SALON_VISIT_DONE;
}

static int
final_state (SalonDemand *self, const SalonComing *coming, SalonDay day, int outcome)
{
  int ahead = day - self->plan->today;

  if (outcome == SALON_VISIT_CANCELLED || outcome == SALON_VISIT_NO_SHOW || ahead < 0)
    return outcome;
  if (ahead == 0)
    return state_today (self, coming);
  return salon_dice_chance (&self->dice, ahead == 1 ? 750 : ahead == 2 ? 300 : 80) ? SALON_VISIT_CONFIRMED : SALON_VISIT_BOOKED;
}

/* More and more is booked online; who walks in comes for one thing, now. */
static int
choose_source (SalonDemand *self, const SalonComing *coming, SalonDay day)
{
  int span = MAX (1, self->plan->today - self->plan->first_day);
  int grown = 100 + 200 * (int) (day - self->plan->first_day) / span;
  int throw = (int) salon_dice_below (&self->dice, 1000);

  if (throw < 70)
    return coming->n_lines == 1 && day <= self->plan->today && coming->state >= SALON_VISIT_ARRIVED
                   && coming->state <= SALON_VISIT_DONE ? SALON_VISIT_SOURCE_WALK_IN : SALON_VISIT_SOURCE_PHONE;
  if (throw < 70 + grown)
    return SALON_VISIT_SOURCE_ONLINE;
  return throw < 180 + grown + grown / 2 ? SALON_VISIT_SOURCE_MESSENGER : SALON_VISIT_SOURCE_PHONE;
}

/* When it was booked: on the way out last time, or some days before; never after now. */
static gint64
choose_created (SalonDemand *self, const SalonHabits *client, const SalonComing *coming, SalonDay day)
{
  gint64 start = coming->lines[0].start;
  gint64 latest = MIN (start - 20, (gint64) self->plan->today * SALON_MINUTES_A_DAY + self->plan->now - 3);
  SalonDay booked = day - salon_dice_between (&self->dice, 0, 9);
  gint64 created = 0;

  if (coming->source == SALON_VISIT_SOURCE_WALK_IN)
    return start;
  if (client->last_day > 0 && day - client->last_day < 70 && salon_dice_chance (&self->dice, 350))
    booked = client->last_day;
  booked = MAX (MIN (booked, self->plan->today), client->created);
  created = (gint64) booked * SALON_MINUTES_A_DAY + salon_dice_between (&self->dice, 9 * 60, 20 * 60 + 30);
  return MIN (created, latest);
}

/* ---- the next time */

static void
plan_next (SalonDemand *self, guint index, SalonDay day, int state)
{
  SalonHabits *client = client_at (self, index);
  int next = client->rhythm * salon_dice_between (&self->dice, 82, 122) / 100;

  if (state == SALON_VISIT_CANCELLED) {
    if (salon_dice_chance (&self->dice, 740))
      wait_until (self, index, day + salon_dice_between (&self->dice, 1, 10));
    return;
  }
  if (state == SALON_VISIT_NO_SHOW) {
    if (salon_dice_chance (&self->dice, 450))
      wait_until (self, index, day + salon_dice_between (&self->dice, 5, 25));
    return;
  }
  if ((client->flags & SALON_HABIT_ONCE) != 0 || salon_dice_chance (&self->dice, self->leaves))
    return;
  wait_until (self, index, day + CLAMP (next, 4, RING - 20));
}

static void
remember (SalonDemand *self, guint index, const SalonComing *coming, SalonDay day)
{
  SalonHabits *client = client_at (self, index);
  gboolean counts = coming->state >= SALON_VISIT_ARRIVED && coming->state <= SALON_VISIT_DONE;

  client->last_booked = day;
  if (counts) {
    client->n_visits += client->last_day != day;
    client->last_day = day;
  }
  for (int i = 0; i < coming->n_lines; i++)
    for (int slot = 0; slot < 2; slot++) {
      gboolean stranger = client->master[slot] >= self->plan->employees->len;

      if (client->usual[slot] == coming->lines[i].service && (stranger || salon_dice_chance (&self->dice, 150)))
        client->master[slot] = (guint16) coming->lines[i].employee;
    }
}

static gboolean
come (SalonDemand *self, guint index, SalonDay day, GArray *comings)
{
  SalonHabits client = *client_at (self, index);
  SalonComing coming = { .client = index };
  int services[2] = { 0 };
  int n = 0;
  int went = outcome (self, &client, day);
  gboolean stays_free = went == SALON_VISIT_CANCELLED || went == SALON_VISIT_NO_SHOW;

  choose_services (self, &client, services, &n);
  if (!place_first (self, &client, services[0], &coming.lines[0]))
    return FALSE;
  coming.n_lines = 1;
  if (!stays_free)
    salon_book_take (self->book, &coming.lines[0]);
  if (n > 1 && !stays_free)
    place_next (self, &client, services[1], &coming);
  coming.any_master = coming.lines[0].employee != preferred (&client, services[0]) && salon_dice_chance (&self->dice, 600);
  coming.state = final_state (self, &coming, day, went);
  coming.source = choose_source (self, &coming, day);
  coming.created = choose_created (self, &client, &coming, day);
  remember (self, index, &coming, day);
  plan_next (self, index, day, coming.state);
  g_array_append_val (comings, coming);
  return TRUE;
}

/* ---- one day */

static void
welcome (SalonDemand *self, SalonDay day)
{
  int n = g_array_index (self->plan->arrivals, int, day - self->plan->first_day);

  for (int i = 0; i < n; i++) {
    SalonHabits client = { 0 };
    guint index = self->clients->len;
    int after = salon_dice_between (&self->dice, -3, 8);

    salon_habit_maker_make (self->habits, &self->dice, day, index, &client);
    g_array_append_val (self->clients, client);
    if (salon_dice_chance (&self->dice, 55))
      client_at (self, index)->flags |= SALON_HABIT_ONCE; /* asked and never came */
    else
      wait_until (self, index, day + MAX (0, after));
  }
}

static void
shuffle (SalonDice *dice, GArray *entries)
{
  for (guint i = entries->len; i > 1; i--) {
    guint other = salon_dice_below (dice, i);
    guint32 kept = g_array_index (entries, guint32, i - 1);

    g_array_index (entries, guint32, i - 1) = g_array_index (entries, guint32, other);
    g_array_index (entries, guint32, other) = kept;
  }
}

static int
serve_due (SalonDemand *self, SalonDay day, int wanted, GArray *comings)
{
  GArray *due = self->due[day % RING];
  int placed = 0;

  g_array_set_size (self->present, 0);
  g_array_append_vals (self->present, due->data, due->len);
  g_array_set_size (due, 0);
  shuffle (&self->dice, self->present);
  for (guint i = 0; i < self->present->len; i++) {
    guint32 index = g_array_index (self->present, guint32, i);

    stop_waiting (self, index);
    if (placed < wanted && come (self, index, day, comings))
      placed++;
    else
      wait_until (self, index, day + salon_dice_between (&self->dice, 1, 4));
  }
  return placed;
}

/* The fuller the book, the more go elsewhere: so the number of regulars follows the number of visits. */
static void
balance (SalonDemand *self, SalonDay day)
{
  gint64 wanted = 0;
  int n = 0;

  for (SalonDay d = MAX (day - 14, self->plan->first_day); d <= MIN (day + 14, self->plan->today); d++, n++)
    wanted += g_array_index (self->plan->visits, int, d - self->plan->first_day);
  wanted = MAX (1, wanted * 1000000 / MAX (1, n));
  self->leaves = (int) CLAMP ((self->flow * 1000 / wanted - 1250) / 2, 4, 400);
}

/* Some who had not come for long come again. */
static int
bring_back (SalonDemand *self, SalonDay day, int wanted, GArray *comings)
{
  int placed = 0;

  wanted = MIN (wanted, g_array_index (self->plan->visits, int, day - self->plan->first_day) / 12 + 1);
  for (int tries = wanted * 4; tries > 0 && placed < wanted && self->clients->len > 0; tries--) {
    guint index = salon_dice_below (&self->dice, self->clients->len);
    const SalonHabits *client = client_at (self, index);

    if ((client->flags & SALON_HABIT_WAITING) == 0 && client->last_booked > 0 && client->last_booked < day - 25
        && come (self, index, day, comings))
      placed++;
  }
  return placed;
}

static int
compare_comings (gconstpointer a, gconstpointer b)
{
  const SalonComing *one = a;
  const SalonComing *other = b;

  if (one->lines[0].start != other->lines[0].start)
    return one->lines[0].start < other->lines[0].start ? -1 : 1;
  return one->client < other->client ? -1 : one->client > other->client;
}

/**
 * salon_demand_day:
 * @day: the next one; days are taken in their order
 * @comings: (element-type SalonComing): filled with the visits of the day, by their start
 *
 * New clients of the day are at the end of salon_demand_clients().
 */
void
salon_demand_day (SalonDemand *self, SalonDay day, GArray *comings)
{
  int quota = g_array_index (self->plan->visits, int, day - self->plan->first_day);
  int wanted = quota + (day <= self->plan->today ? (int) (self->owed / 20) : 0);
  int placed = 0;

  g_array_set_size (comings, 0);
  salon_book_open (self->book, day);
  for (guint i = 0; i < self->plan->employees->len; i++) {
    int from = 0;
    int to = 0;

    if (salon_plan_lunch (self->plan, i, day, &from, &to))
      salon_book_pause (self->book, (int) i, from, to);
  }
  balance (self, day);
  welcome (self, day);
  placed = serve_due (self, day, wanted, comings);
  if (placed < wanted)
    placed += bring_back (self, day, wanted - placed, comings);
  self->owed += quota - placed;
  g_array_sort (comings, compare_comings);
}
