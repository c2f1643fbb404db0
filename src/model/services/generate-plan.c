/* The frame of a generated salon, made before the first visit: staff and rooms so many that the visits
 * find place, seasons, growth, holidays, and from these the number of visits of each day. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "model/entities/enums.h"
#include "model/services/generate-plan.h"

/* columns of services.tsv */
enum {
  SERVICE_CATEGORY,
  SERVICE_ZONE,
  SERVICE_ROOM_KIND,
  SERVICE_PROFESSION,
  SERVICE_WORK1,
  SERVICE_GAP,
  SERVICE_WORK2,
  SERVICE_BEFORE,
  SERVICE_AFTER,
  SERVICE_PERIOD,
  SERVICE_PRICE,
  SERVICE_POPULARITY,
  SERVICE_SEX,
};

typedef struct {
  guint n_clients;
  gint64 n_visits;
  int years;
  guint n_employees;
  int growth; /* the last days have so many times the visits of the first, in hundredths */
  int step;
  int short_visits;
  int cancelled;
} Measure;

static const Measure measures[] = {
  [SALON_GENERATE_DEMO] = { 600, 7600, 2, 8, 300, 15, 0, 100 },
  [SALON_GENERATE_SALON] = { 10000, 150000, 5, 8, 115, 5, 1, 140 },
  [SALON_GENERATE_LARGE] = { 100000, 1000000, 10, 80, 200, 15, 0, 110 },
  [SALON_GENERATE_HUGE] = { 1000000, 5000000, 20, 200, 220, 15, 0, 110 },
};

#define BOOKED_AHEAD_DAYS 56
#define LUNCH_PAST_DAYS   7
#define LUNCH_NEXT_DAYS   21
#define OPENING_DAYS      90
#define PRESENT_TODAY     5 /* who looks at the demo salon on a Sunday sees a working day, too */

/* How much is wanted in each month, in hundredths. */
static const int seasons[12] = { 84, 92, 103, 106, 111, 106, 90, 94, 103, 100, 102, 124 };
static const int weekdays[7] = { 88, 95, 100, 106, 116, 112, 90 };

static void
load_services (SalonPlan *self)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("services.tsv", -1);
  g_autoptr (SalonDemoTable) kinds = salon_demo_table_load ("room-kinds.tsv", -1);
  g_autoptr (SalonDemoTable) professions = salon_demo_table_load ("professions.tsv", -1);
  g_autoptr (SalonDemoTable) categories = salon_demo_table_load ("service-categories.tsv", -1);
  g_autoptr (SalonDemoTable) zones = salon_demo_table_load ("zones.tsv", -1);
  g_autoptr (SalonDemoTable) addons = salon_demo_table_load ("addons.tsv", -1);

  for (guint i = 0; i < salon_demo_table_size (table); i++) {
    SalonPlanService service = {
      .shape = { salon_demo_table_int (table, i, SERVICE_WORK1), salon_demo_table_int (table, i, SERVICE_GAP),
                 salon_demo_table_int (table, i, SERVICE_WORK2), salon_demo_table_int (table, i, SERVICE_BEFORE),
                 salon_demo_table_int (table, i, SERVICE_AFTER), 0 },
      .profession = salon_demo_table_find (professions, 0, salon_demo_table_get (table, i, SERVICE_PROFESSION)),
      .room_kind = salon_demo_table_find (kinds, 0, salon_demo_table_get (table, i, SERVICE_ROOM_KIND)),
      .category = salon_demo_table_find (categories, 0, salon_demo_table_get (table, i, SERVICE_CATEGORY)),
      .zone = salon_demo_table_find (zones, 0, salon_demo_table_get (table, i, SERVICE_ZONE)),
      .period = salon_demo_table_int (table, i, SERVICE_PERIOD),
      .popularity = salon_demo_table_int (table, i, SERVICE_POPULARITY),
      .sex = salon_demo_table_get (table, i, SERVICE_SEX)[0],
      .price = salon_demo_table_int (table, i, SERVICE_PRICE),
      .is_addon = salon_demo_table_has (addons, SALON_DEMO_ADDON, salon_demo_table_get (table, i, SALON_DEMO_SERVICE_NAME)),
    };

    service.parallel = salon_demo_table_int (categories, (guint) service.category, SALON_DEMO_CATEGORY_PARALLEL);

    g_array_append_val (self->services, service);
  }
}

/* "9-18 - 11-20": hours of the seven days; long days where so many visits must find place. */
static void
parse_week (const char *text, gboolean long_days, SalonPlanHours week[7])
{
  g_auto (GStrv) days = g_strsplit (text, " ", -1);

  g_assert (g_strv_length (days) == 7);
  for (int i = 0; i < 7; i++) {
    const char *dash = strchr (days[i], '-');

    week[i] = (SalonPlanHours){ SALON_PLAN_MINUTES_NONE, SALON_PLAN_MINUTES_NONE };
    if (long_days && (i < 6 || dash != days[i]))
      week[i] = (SalonPlanHours){ 8 * 60, 21 * 60 };
    else if (dash != days[i])
      week[i] = (SalonPlanHours){ atoi (days[i]) * 60, atoi (dash + 1) * 60 };
  }
}

static void
add_away (GArray *away, SalonDay first_day, int days, SalonAbsenceKind kind)
{
  SalonPlanAway entry = { first_day, first_day + days - 1, kind };

  g_array_append_val (away, entry);
}

/* Two weeks in summer, one in winter, a cold now and then, a course a year. */
static GArray *
absences (const SalonPlan *self, SalonDice *dice, gboolean full)
{
  GArray *away = g_array_new (FALSE, FALSE, sizeof (SalonPlanAway));
  int first_year = 0;
  int last_year = 0;
  int month = 0;
  int mday = 0;

  salon_day_to_ymd (self->first_day, &first_year, &month, &mday);
  salon_day_to_ymd (self->last_day, &last_year, &month, &mday);
  for (int year = first_year; year <= last_year; year++) {
    add_away (away, salon_day_from_ymd (year, salon_dice_between (dice, 6, 8), salon_dice_between (dice, 1, 16)),
              full ? 7 : 14, SALON_ABSENCE_HOLIDAY);
    add_away (away, salon_day_from_ymd (year, salon_dice_between (dice, 1, 3), salon_dice_between (dice, 5, 20)), 7,
              SALON_ABSENCE_HOLIDAY);
    if (salon_dice_chance (dice, 600))
      add_away (away, salon_day_from_ymd (year, salon_dice_between (dice, 9, 11), salon_dice_between (dice, 1, 24)),
                salon_dice_between (dice, 2, 4), SALON_ABSENCE_SICK);
    if (salon_dice_chance (dice, 500))
      add_away (away, salon_day_from_ymd (year, salon_dice_between (dice, 4, 5), salon_dice_between (dice, 1, 26)), 2,
                SALON_ABSENCE_TRAINING);
  }
  return away;
}

static void
hire (SalonPlan *self, guint n, SalonDice *dice)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("employees.tsv", -1);
  g_autoptr (SalonDemoTable) professions = salon_demo_table_load ("professions.tsv", -1);
  guint n_models = salon_demo_table_size (table);

  for (guint i = 0; i < n; i++) {
    SalonPlanEmployee employee = { .model = (int) (i % n_models), .named = i < n_models };

    employee.profession = salon_demo_table_find (professions, 0, salon_demo_table_get (table, i % n_models, 0));
    parse_week (salon_demo_table_get (table, i % n_models, self->size == SALON_GENERATE_DEMO ? 3 : 4), self->short_visits, employee.week);
    employee.away = absences (self, dice, self->short_visits);
    g_array_append_val (self->employees, employee);
  }
}

static void
call_in (SalonPlan *self, SalonPlanEmployee *who)
{
  for (guint i = who->away->len; i > 0; i--) {
    const SalonPlanAway *away = &g_array_index (who->away, SalonPlanAway, i - 1);

    if (self->today >= away->first_day && self->today <= away->last_day)
      g_array_remove_index (who->away, i - 1);
  }
  if (who->week[salon_day_weekday (self->today) - 1].from == SALON_PLAN_MINUTES_NONE)
    who->week[salon_day_weekday (self->today) - 1] = (SalonPlanHours){ 10 * 60, 18 * 60 };
}

static void
staff_today (SalonPlan *self)
{
  SalonPlanHours hours;
  guint present = 0;

  for (guint i = 0; i < self->employees->len; i++)
    present += salon_plan_hours (self, i, self->today, &hours) && hours.to - hours.from >= 7 * 60;
  for (guint i = 0; i < self->employees->len && present < PRESENT_TODAY; i++) {
    if (salon_plan_hours (self, i, self->today, &hours))
      continue;
    call_in (self, &g_array_index (self->employees, SalonPlanEmployee, i));
    present++;
  }
}

/* One set of rooms for every eight employees; cabins for each who works in one. */
static void
furnish (SalonPlan *self, guint n_employees)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("rooms.tsv", -1);
  g_autoptr (SalonDemoTable) kinds = salon_demo_table_load ("room-kinds.tsv", -1);

  for (guint set = 0; set * 8 < n_employees; set++)
    for (guint i = 0; i < salon_demo_table_size (table); i++) {
      SalonPlanRoom room = {
        .model = (int) i,
        .number = (int) set + 1,
        .kind = salon_demo_table_find (kinds, 0, salon_demo_table_get (table, i, 0)),
        .capacity = salon_demo_table_int (table, i, 1),
        .cleanup = salon_demo_table_int (table, i, 2),
      };

      g_array_append_val (self->rooms, room);
    }
}

static void
close_on_holidays (SalonPlan *self)
{
  g_autoptr (SalonDemoTable) texts = salon_demo_table_load ("texts.tsv", -1);
  g_autoptr (SalonDemoTable) table = salon_demo_table_select (texts, 0, "holiday");
  int year = 0;
  int last_year = 0;
  int month = 0;
  int mday = 0;

  salon_day_to_ymd (self->first_day, &year, &month, &mday);
  salon_day_to_ymd (self->last_day, &last_year, &month, &mday);
  for (; year <= last_year; year++)
    for (guint i = 0; i < salon_demo_table_size (table); i++) {
      const char *date = salon_demo_table_get (table, i, 2);
      SalonDay day = salon_day_from_ymd (year, atoi (date), atoi (strchr (date, '-') + 1));

      if (day >= self->first_day && day <= self->last_day && day != self->today)
        g_array_append_val (self->holidays, day);
    }
}

/* How full the coming days are already: nearly as usual tomorrow, hardly anything in two months. */
static int
booked_ahead (int days)
{
  if (days <= 0)
    return 100;
  if (days <= 14)
    return 108 - days;
  return MAX (0, 90 - (days - 14) * 90 / (BOOKED_AHEAD_DAYS - 14));
}

/* What a day weighs among all days: who works, season, weekday, growth of the salon. */
static gint64
weight_of_day (const SalonPlan *self, SalonDay day, int growth)
{
  gint64 minutes = 0;
  int year = 0;
  int month = 0;
  int mday = 0;
  int grown = 100 + (int) ((gint64) (growth - 100) * MIN (day - self->first_day, self->today - self->first_day)
                           / MAX (1, self->today - self->first_day));

  if (salon_plan_is_holiday (self, day))
    return 0;
  for (guint i = 0; i < self->employees->len; i++) {
    SalonPlanHours hours;

    if (salon_plan_hours (self, i, day, &hours))
      minutes += hours.to - hours.from;
  }
  salon_day_to_ymd (day, &year, &month, &mday);
  return minutes * seasons[month - 1] * weekdays[salon_day_weekday (day) - 1] * grown / 10000
         * booked_ahead (day - self->today) / 100;
}

static void
share_out (GArray *shares, const GArray *weights, guint n, gint64 total)
{
  gint64 sum = 0;
  gint64 so_far = 0;
  gint64 given = 0;

  for (guint i = 0; i < n; i++)
    sum += g_array_index (weights, gint64, i);
  for (guint i = 0; i < weights->len; i++) {
    int share = 0;

    so_far += i < n ? g_array_index (weights, gint64, i) : 0;
    share = (int) ((gint64) ((double) so_far / (double) MAX (sum, 1) * (double) total + 0.5) - given);
    given += share;
    g_array_append_val (shares, share);
  }
}

/* In the first months a salon that opens is discovered: many new clients, as few are there to come again. */
static void
count_days (SalonPlan *self, int growth)
{
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) news = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (SalonDay day = self->first_day; day <= self->last_day; day++) {
    gint64 weight = weight_of_day (self, day, growth);
    int age = day - self->first_day;
    gint64 new_weight = weight * 10 * 100 / (100 + (growth - 100) * age / (self->today - self->first_day));

    if (age < OPENING_DAYS)
      new_weight = new_weight * (OPENING_DAYS + 3 * (OPENING_DAYS - age)) / OPENING_DAYS;
    g_array_append_val (weights, weight);
    g_array_append_val (news, new_weight);
  }
  share_out (self->visits, weights, weights->len, self->n_visits);
  share_out (self->arrivals, news, (guint) (self->today - self->first_day), self->n_clients);
}

static SalonDemoLanguage
language_of (const char *text)
{
  if (g_strcmp0 (text, "ru") == 0)
    return SALON_DEMO_RU;
  return g_strcmp0 (text, "lv") == 0 ? SALON_DEMO_LV : SALON_DEMO_EN;
}

static void
employee_clear (gpointer data)
{
  SalonPlanEmployee *self = data;

  g_clear_pointer (&self->away, g_array_unref);
}

/**
 * salon_plan_new:
 * @language: (nullable): of the catalogue: "en", "ru" or "lv"
 * @now: minute of @today
 *
 * Returns: (transfer full): the frame of such a salon
 */
SalonPlan *
salon_plan_new (SalonGenerateSize size, guint64 seed, const char *language, SalonDay today, int now)
{
  const Measure *measure = &measures[size];
  SalonPlan *self = g_new0 (SalonPlan, 1);
  SalonDice dice = { seed ^ G_GUINT64_CONSTANT (0x5a10) };

  self->size = size;
  self->language = language_of (language);
  self->n_clients = measure->n_clients;
  self->n_visits = measure->n_visits;
  self->today = today;
  self->now = now;
  self->first_day = salon_day_add_months (today, -12 * measure->years);
  self->last_day = today + BOOKED_AHEAD_DAYS;
  self->step = measure->step;
  self->short_visits = measure->short_visits;
  self->cancelled = measure->cancelled;
  self->missed = 35;
  self->services = g_array_new (FALSE, FALSE, sizeof (SalonPlanService));
  self->employees = g_array_new (FALSE, FALSE, sizeof (SalonPlanEmployee));
  self->rooms = g_array_new (FALSE, FALSE, sizeof (SalonPlanRoom));
  self->holidays = g_array_new (FALSE, FALSE, sizeof (SalonDay));
  self->visits = g_array_new (FALSE, FALSE, sizeof (int));
  self->arrivals = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_set_clear_func (self->employees, employee_clear);
  load_services (self);
  hire (self, measure->n_employees, &dice);
  staff_today (self);
  furnish (self, measure->n_employees);
  close_on_holidays (self);
  count_days (self, measure->growth);
  return self;
}

/**
 * salon_plan_free: frees a plan
 */
void
salon_plan_free (SalonPlan *self)
{
  g_array_unref (self->services);
  g_array_unref (self->employees);
  g_array_unref (self->rooms);
  g_array_unref (self->holidays);
  g_array_unref (self->visits);
  g_array_unref (self->arrivals);
  g_free (self);
}

/**
 * salon_plan_is_holiday:
 *
 * Returns: whether the salon is closed all day
 */
gboolean
salon_plan_is_holiday (const SalonPlan *self, SalonDay day)
{
  for (guint i = 0; i < self->holidays->len; i++)
    if (g_array_index (self->holidays, SalonDay, i) == day)
      return TRUE;
  return FALSE;
}

/**
 * salon_plan_hours:
 * @employee: index
 * @hours: (out): minutes of the day
 *
 * Returns: whether she works that day
 */
gboolean
salon_plan_hours (const SalonPlan *self, guint employee, SalonDay day, SalonPlanHours *hours)
{
  const SalonPlanEmployee *who = &g_array_index (self->employees, SalonPlanEmployee, employee);

  *hours = who->week[salon_day_weekday (day) - 1];
  if (hours->from == SALON_PLAN_MINUTES_NONE)
    return FALSE;
  for (guint i = 0; i < who->away->len; i++) {
    const SalonPlanAway *away = &g_array_index (who->away, SalonPlanAway, i);

    if (day >= away->first_day && day <= away->last_day)
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_plan_lunch:
 * @from: (out): minute of the day
 * @to: (out): minute of the day
 *
 * Returns: whether the employee has a lunch break that day; only days around today have them
 */
gboolean
salon_plan_lunch (const SalonPlan *self, guint employee, SalonDay day, int *from, int *to)
{
  SalonPlanHours hours;

  if (day < self->today - LUNCH_PAST_DAYS || day > self->today + LUNCH_NEXT_DAYS || self->short_visits
      || salon_plan_is_holiday (self, day) || !salon_plan_hours (self, employee, day, &hours) || hours.to - hours.from < 8 * 60)
    return FALSE;
  *from = hours.from + 4 * 60 + (int) (employee % 3) * 30;
  *to = *from + 30;
  return TRUE;
}
