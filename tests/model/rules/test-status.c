/* Status rule: the written vectors, the ends of months, and the derived row against a day by day model. */
#include "base/error.h"
#include "model/rules/status.h"
#include <stdio.h>

#define DAYS 40

static const SalonStatusParams preset_1c = { 3, 3, 3, 1, FALSE };
static const SalonStatusParams preset_1c_sticky = { 3, 3, 3, 1, TRUE };
static const SalonStatusParams preset_1c_two = { 3, 3, 3, 2, FALSE };
static const SalonStatusParams preset_latvian = { 0, 2, 3, 1, FALSE };

/* Reads "2025-06-01 2025-05-02"; the order does not matter. */
static guint
read_days (const char *text, SalonDay *days)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    int year = 0, month = 0, mday = 0;
    guint at = n;

    if (*words[i] == '\0')
      continue;
    g_assert_cmpint (sscanf (words[i], "%d-%d-%d", &year, &month, &mday), ==, 3);
    g_assert_cmpuint (n, <, DAYS);
    for (; at > 0 && days[at - 1] > salon_day_from_ymd (year, month, mday); at--)
      days[at] = days[at - 1];
    days[at] = salon_day_from_ymd (year, month, mday);
    n++;
  }
  return n;
}

static SalonDay
read_day (const char *text)
{
  SalonDay day = SALON_DAY_NONE;

  g_assert_cmpuint (read_days (text, &day), ==, 1);
  return day;
}

#define TWENTY_IN_2024                                                                                       \
  "2024-01-08 2024-01-22 2024-02-05 2024-02-19 2024-03-04 2024-03-18 2024-04-01 2024-04-15 2024-04-29 "      \
  "2024-05-13 2024-05-27 2024-06-10 2024-06-24 2024-07-08 2024-07-22 2024-08-05 2024-08-19 2024-09-02 "      \
  "2024-09-16 2024-09-30"
#define HALF_A_YEAR "2024-12-01 2025-01-05 2025-02-09 2025-03-16 2025-04-20 2025-05-25"

static const struct {
  const SalonStatusParams *params;
  const char *visits;
  const char *day;
  SalonStatus status;
} vectors[] = {
  { &preset_1c, "", "2025-06-15", SALON_STATUS_POTENTIAL },
  { &preset_1c, "2025-06-01", "2025-06-15", SALON_STATUS_NEW },
  { &preset_1c, "2025-06-01 2025-05-02", "2025-06-15", SALON_STATUS_NEW },
  { &preset_1c, "2025-06-01 2025-05-02 2025-04-03", "2025-06-15", SALON_STATUS_PERMANENT },
  { &preset_1c, "2025-06-01 2025-05-02 2025-03-15", "2025-06-15", SALON_STATUS_PERMANENT },
  { &preset_1c, "2025-06-01 2025-05-02 2025-03-14", "2025-06-15", SALON_STATUS_NEW },
  { &preset_1c, "2025-03-15", "2025-06-15", SALON_STATUS_NEW },
  { &preset_1c, "2025-03-14", "2025-06-15", SALON_STATUS_LOST },
  { &preset_1c, "2025-01-10 2025-02-10 2025-03-10", "2025-06-15", SALON_STATUS_LOST },
  { &preset_1c, TWENTY_IN_2024 " 2025-06-01", "2025-06-15", SALON_STATUS_NEW },
  { &preset_1c_sticky, TWENTY_IN_2024 " 2025-06-01", "2025-06-15", SALON_STATUS_NEW },
  { &preset_1c, HALF_A_YEAR, "2025-06-15", SALON_STATUS_PERMANENT },
  { &preset_1c, HALF_A_YEAR, "2025-06-16", SALON_STATUS_PERMANENT },
  { &preset_1c, HALF_A_YEAR, "2025-06-17", SALON_STATUS_NEW },
  { &preset_1c_sticky, HALF_A_YEAR, "2025-06-17", SALON_STATUS_PERMANENT },
  { &preset_1c_sticky, HALF_A_YEAR, "2025-08-25", SALON_STATUS_PERMANENT },
  { &preset_1c_sticky, HALF_A_YEAR, "2025-08-26", SALON_STATUS_LOST },
  { &preset_1c_two, "2025-01-10", "2025-06-15", SALON_STATUS_NEW },
  { &preset_1c_two, "2025-01-10 2025-03-14", "2025-06-15", SALON_STATUS_LOST },
  { &preset_latvian, "2020-01-01 2025-05-01", "2025-06-15", SALON_STATUS_PERMANENT },
  { &preset_latvian, "2020-01-01 2025-03-14", "2025-06-15", SALON_STATUS_LOST },
  { &preset_latvian, "2025-05-01", "2025-06-15", SALON_STATUS_NEW },
  /* Visits after the day asked for are not known on it. */
  { &preset_1c, "2025-06-16", "2025-06-15", SALON_STATUS_POTENTIAL },
  { &preset_1c, "2025-03-14 2025-06-16", "2025-06-15", SALON_STATUS_LOST },
  { &preset_1c, "2025-03-14 2025-06-16", "2025-06-16", SALON_STATUS_NEW },
  /* 31, 30 and 29 May less three months are all 28 February. */
  { &preset_1c, "2025-02-28", "2025-05-28", SALON_STATUS_NEW },
  { &preset_1c, "2025-02-28", "2025-05-31", SALON_STATUS_NEW },
  { &preset_1c, "2025-02-28", "2025-06-01", SALON_STATUS_LOST },
  { &preset_1c, "2025-02-27", "2025-05-28", SALON_STATUS_LOST },
  /* In a leap year there is one day more. */
  { &preset_1c, "2024-02-29", "2024-05-29", SALON_STATUS_NEW },
  { &preset_1c, "2024-02-29", "2024-05-31", SALON_STATUS_NEW },
  { &preset_1c, "2024-02-29", "2024-06-01", SALON_STATUS_LOST },
  { &preset_1c, "2024-02-28", "2024-05-29", SALON_STATUS_LOST },
  { &preset_1c, "2024-11-30", "2025-02-28", SALON_STATUS_NEW },
  { &preset_1c, "2024-11-30", "2025-03-01", SALON_STATUS_LOST },
  { &preset_1c, "2024-11-27", "2025-02-28", SALON_STATUS_LOST },
};

static void
test_vectors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
    SalonDay days[DAYS] = { 0 };
    guint n = read_days (vectors[i].visits, days);
    SalonDay day = read_day (vectors[i].day);
    SalonStatusFacts facts = { 0 };

    g_test_message ("vector %u: [%s] on %s", i, vectors[i].visits, vectors[i].day);
    g_assert_cmpint (salon_status_on (days, n, vectors[i].params, day), ==, vectors[i].status);
    salon_status_explain (days, n, vectors[i].params, day, &facts);
    g_assert_cmpint (facts.status, ==, vectors[i].status);
  }
}

static void
test_presets (void)
{
  SalonStatusParams params = { 0 };

  salon_status_params_preset (SALON_STATUS_PRESET_1C, &params);
  g_assert_true (salon_status_params_equal (&params, &preset_1c));
  g_assert_false (salon_status_params_equal (&params, &preset_1c_sticky));
  g_assert_true (salon_status_params_validate (&params, NULL));
  salon_status_params_preset (SALON_STATUS_PRESET_LATVIAN, &params);
  g_assert_true (salon_status_params_equal (&params, &preset_latvian));
  g_assert_true (salon_status_params_validate (&params, NULL));
}

static void
test_params_refused (void)
{
  static const struct {
    SalonStatusParams params;
    const char *field;
  } wrong[] = {
    { { -1, 3, 3, 1, FALSE }, "window_months" },    { { 121, 3, 3, 1, FALSE }, "window_months" },
    { { 3, 0, 3, 1, FALSE }, "n_permanent" },       { { 3, 101, 3, 1, FALSE }, "n_permanent" },
    { { 3, 3, 0, 1, FALSE }, "lost_after_months" }, { { 3, 3, 121, 1, FALSE }, "lost_after_months" },
    { { 3, 3, 3, 0, FALSE }, "least_visits" },      { { 3, 3, 3, 101, FALSE }, "least_visits" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (salon_status_params_validate (&wrong[i].params, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_cmpstr (salon_error_get_field (error), ==, wrong[i].field);
  }
}

static void
test_facts (void)
{
  SalonDay days[DAYS] = { 0 };
  SalonStatusFacts facts = { 0 };
  guint n = read_days ("2025-03-20 2025-04-20 2025-06-01", days);

  /* "3 visits since 15 March: permanent.  Becomes lost on 2 September unless seen." */
  salon_status_explain (days, n, &preset_1c, read_day ("2025-06-15"), &facts);
  g_assert_cmpint (facts.status, ==, SALON_STATUS_PERMANENT);
  g_assert_cmpint (facts.n_in_window, ==, 3);
  g_assert_cmpint (facts.since, ==, read_day ("2025-03-15"));
  g_assert_cmpint (facts.lost_on, ==, read_day ("2025-09-02"));
  g_assert_cmpint (facts.permanent_until, ==, read_day ("2025-06-20"));
  g_assert_cmpint (facts.n_missing, ==, 0);
  g_assert_false (facts.kept);
  g_assert_false (facts.was_lost);

  salon_status_explain (days, n, &preset_1c, read_day ("2025-06-21"), &facts);
  g_assert_cmpint (facts.status, ==, SALON_STATUS_NEW);
  g_assert_cmpint (facts.n_missing, ==, 1);
  g_assert_cmpint (facts.permanent_until, ==, SALON_DAY_NONE);
  salon_status_explain (days, n, &preset_1c_sticky, read_day ("2025-06-21"), &facts);
  g_assert_cmpint (facts.status, ==, SALON_STATUS_PERMANENT);
  g_assert_true (facts.kept);
  g_assert_cmpint (facts.permanent_until, ==, SALON_DAY_NEVER);

  n = read_days ("2024-01-01 2025-06-01", days);
  salon_status_explain (days, n, &preset_1c, read_day ("2025-06-15"), &facts);
  g_assert_true (facts.was_lost);
  g_assert_cmpint (facts.n_days, ==, 2);
  salon_status_explain (days, n, &preset_latvian, read_day ("2025-06-15"), &facts);
  g_assert_cmpint (facts.since, ==, read_day ("2024-01-01"));
  g_assert_cmpint (facts.n_in_window, ==, 2);

  salon_status_explain (days, n, &preset_1c, read_day ("2023-12-31"), &facts);
  g_assert_cmpint (facts.status, ==, SALON_STATUS_POTENTIAL);
  g_assert_cmpint (facts.n_missing, ==, 3);
  g_assert_cmpint (facts.lost_on, ==, SALON_DAY_NONE);
  salon_status_explain (days, 1, &preset_1c_two, read_day ("2025-06-15"), &facts);
  g_assert_cmpint (facts.lost_on, ==, SALON_DAY_NONE);
}

/* The rule once more, lived day by day: what a person with a calendar would do. */
typedef struct {
  SalonStatus status;
  gboolean permanent_since_lost;
} Life;

static void
live_one_day (Life *life, const SalonDay *days, guint n_days, const SalonStatusParams *params, SalonDay today)
{
  int n = 0;
  int n_window = 0;
  SalonDay last = SALON_DAY_NONE;

  for (guint i = 0; i < n_days && days[i] <= today; i++) {
    last = days[i];
    n++;
    if (params->window_months == 0 || days[i] >= salon_day_add_months (today, -params->window_months))
      n_window++;
  }
  if (n == 0) {
    life->status = SALON_STATUS_POTENTIAL;
  } else if (n >= params->least_visits && last < salon_day_add_months (today, -params->lost_after_months)) {
    life->status = SALON_STATUS_LOST;
    life->permanent_since_lost = FALSE;
  } else if (n_window >= params->n_permanent || (params->sticky && life->permanent_since_lost)) {
    life->status = SALON_STATUS_PERMANENT;
    life->permanent_since_lost = TRUE;
  } else {
    life->status = SALON_STATUS_NEW;
  }
}

static guint
random_days (GRand *rand, SalonDay start, SalonDay *days)
{
  guint n = (guint) g_rand_int_range (rand, 0, DAYS);
  int longest = g_rand_int_range (rand, 2, 200);
  SalonDay day = start;

  for (guint i = 0; i < n; i++) {
    day += g_rand_int_range (rand, 1, longest);
    days[i] = day;
  }
  return n;
}

static void
check_life (const SalonDay *days, guint n, const SalonStatusParams *params, SalonDay from, SalonDay to)
{
  Life life = { SALON_STATUS_POTENTIAL, FALSE };
  SalonStatusDerived derived = { 0 };
  SalonDay permanent_from = SALON_DAY_NONE;

  salon_status_derive (days, n, params, &derived);
  for (SalonDay day = from; day <= to; day++) {
    SalonStatus before = life.status;

    live_one_day (&life, days, n, params, day);
    g_assert_cmpint (salon_status_on (days, n, params, day), ==, life.status);
    if (life.status == SALON_STATUS_PERMANENT && before != SALON_STATUS_PERMANENT)
      permanent_from = day;
    if (n == 0 || day >= derived.last_day)
      g_assert_cmpint (salon_status_of_derived (&derived, day), ==, life.status);
    if (n > 0 && day == derived.last_day && life.status == SALON_STATUS_PERMANENT)
      g_assert_cmpint (derived.permanent_from, ==, permanent_from);
    if (n > 0 && day == derived.last_day && life.status != SALON_STATUS_PERMANENT)
      g_assert_cmpint (derived.permanent_from, ==, SALON_DAY_NONE);
  }
}

static void
test_derived_is_the_rule (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20250615);
  SalonDay start = salon_day_from_ymd (2023, 1, 1);

  for (int round = 0; round < 400; round++) {
    SalonDay days[DAYS] = { 0 };
    guint n = random_days (rand, start, days);
    SalonStatusParams params = {
      .window_months = g_rand_int_range (rand, 0, 8),
      .n_permanent = g_rand_int_range (rand, 1, 6),
      .lost_after_months = g_rand_int_range (rand, 1, 8),
      .least_visits = g_rand_int_range (rand, 1, 5),
      .sticky = g_rand_boolean (rand),
    };

    check_life (days, n, &params, start, (n > 0 ? days[n - 1] : start) + 400);
  }
}

static void
test_derived_row (void)
{
  SalonDay days[DAYS] = { 0 };
  SalonStatusDerived derived = { 0 };

  salon_status_derive (days, 0, &preset_1c, &derived);
  g_assert_cmpint (derived.first_day, ==, SALON_DAY_NONE);
  g_assert_cmpint (derived.last_day, ==, SALON_DAY_NONE);
  g_assert_cmpint (derived.lost_on, ==, SALON_DAY_NONE);
  g_assert_cmpint (derived.permanent_until, ==, SALON_DAY_NONE);
  salon_status_derive (days, read_days (HALF_A_YEAR, days), &preset_1c, &derived);
  g_assert_cmpint (derived.first_day, ==, read_day ("2024-12-01"));
  g_assert_cmpint (derived.last_day, ==, read_day ("2025-05-25"));
  g_assert_cmpint (derived.n_days, ==, 6);
  g_assert_cmpint (derived.lost_on, ==, read_day ("2025-08-26"));
  g_assert_cmpint (derived.permanent_from, ==, read_day ("2025-05-25"));
  g_assert_cmpint (derived.permanent_until, ==, read_day ("2025-06-16"));
  salon_status_derive (days, 6, &preset_latvian, &derived);
  g_assert_cmpint (derived.permanent_from, ==, read_day ("2025-01-05"));
  g_assert_cmpint (derived.permanent_until, ==, SALON_DAY_NEVER);
}

/* For every day of eight years: the day named is lost, the day before is not. */
static void
test_lost_on_every_day (void)
{
  for (int months = 1; months <= 14; months++) {
    SalonStatusParams params = { 3, 3, months, 1, FALSE };

    for (SalonDay day = salon_day_from_ymd (2023, 1, 1); day < salon_day_from_ymd (2031, 1, 1); day++) {
      SalonDay lost_on = salon_status_lost_on (day, &params);

      g_assert_cmpint (salon_status_on (&day, 1, &params, lost_on), ==, SALON_STATUS_LOST);
      g_assert_cmpint (salon_status_on (&day, 1, &params, lost_on - 1), !=, SALON_STATUS_LOST);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/status/vectors", test_vectors);
  g_test_add_func ("/status/presets", test_presets);
  g_test_add_func ("/status/params-refused", test_params_refused);
  g_test_add_func ("/status/facts", test_facts);
  g_test_add_func ("/status/derived-row", test_derived_row);
  g_test_add_func ("/status/derived-is-the-rule", test_derived_is_the_rule);
  g_test_add_func ("/status/lost-on-every-day", test_lost_on_every_day);
  return g_test_run ();
}
