/* Inflow and outflow against the status of every client on every day. */
#include "model/rules/inflow.h"

#define DAYS                   25
#define CLIENTS                30
#define YMD(year, month, mday) salon_day_from_ymd (year, month, mday)

static const SalonStatusParams preset_1c = { 3, 3, 3, 1, FALSE };
static const SalonStatusParams preset_1c_two = { 3, 3, 3, 2, FALSE };

static void
assert_events (const SalonDay *days,
               guint n,
               const SalonStatusParams *params,
               SalonDay until,
               const SalonInflowEvent *expected,
               guint n_expected)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (SalonInflowEvent));

  salon_inflow_events (days, n, params, until, events);
  g_assert_cmpuint (events->len, ==, n_expected);
  for (guint i = 0; i < n_expected; i++) {
    g_assert_cmpint (g_array_index (events, SalonInflowEvent, i).day, ==, expected[i].day);
    g_assert_cmpint (g_array_index (events, SalonInflowEvent, i).kind, ==, expected[i].kind);
  }
}

static void
test_events (void)
{
  const SalonDay days[] = { YMD (2024, 1, 10), YMD (2024, 2, 10), YMD (2024, 9, 1) };
  const SalonInflowEvent all[] = { { days[0], SALON_INFLOW_NEW },
                                   { YMD (2024, 5, 11), SALON_INFLOW_LOST },
                                   { days[2], SALON_INFLOW_RETURNED },
                                   { YMD (2024, 12, 2), SALON_INFLOW_LOST } };

  assert_events (days, 3, &preset_1c, YMD (2025, 1, 1), all, 4);
  assert_events (days, 3, &preset_1c, YMD (2024, 12, 1), all, 3);
  assert_events (days, 3, &preset_1c, YMD (2024, 5, 10), all, 1);
  assert_events (days, 3, &preset_1c, YMD (2024, 1, 9), NULL, 0);
  assert_events (days, 1, &preset_1c_two, YMD (2025, 1, 1), all, 1);
  assert_events (NULL, 0, &preset_1c, YMD (2025, 1, 1), NULL, 0);
}

/* Seen again on the very day on which she would have been lost: she was not. */
static void
test_back_in_time (void)
{
  const SalonDay days[] = { YMD (2024, 1, 10), YMD (2024, 4, 11) };
  const SalonInflowEvent all[] = { { days[0], SALON_INFLOW_NEW }, { YMD (2024, 7, 12), SALON_INFLOW_LOST } };

  g_assert_cmpint (salon_status_lost_on (days[0], &preset_1c), ==, days[1]);
  assert_events (days, 2, &preset_1c, YMD (2025, 1, 1), all, 2);
}

static void
assert_bucket (const GArray *buckets, guint i, SalonDay first, SalonDay last)
{
  g_assert_cmpuint (buckets->len, >, i);
  g_assert_cmpint (g_array_index (buckets, SalonInflowBucket, i).first, ==, first);
  g_assert_cmpint (g_array_index (buckets, SalonInflowBucket, i).last, ==, last);
}

static void
test_buckets (void)
{
  SalonDay first = YMD (2024, 2, 15);
  SalonDay last = YMD (2025, 1, 10);
  g_autoptr (GArray) days = salon_inflow_buckets (first, first + 1, SALON_INFLOW_DAY, 1);
  g_autoptr (GArray) weeks = salon_inflow_buckets (first, last, SALON_INFLOW_WEEK, 1);
  g_autoptr (GArray) from_sunday = salon_inflow_buckets (first, last, SALON_INFLOW_WEEK, 7);
  g_autoptr (GArray) months = salon_inflow_buckets (first, last, SALON_INFLOW_MONTH, 1);
  g_autoptr (GArray) quarters = salon_inflow_buckets (first, last, SALON_INFLOW_QUARTER, 1);
  g_autoptr (GArray) years = salon_inflow_buckets (first, last, SALON_INFLOW_YEAR, 1);

  assert_bucket (days, 1, first + 1, first + 1);
  g_assert_cmpuint (days->len, ==, 2);
  assert_bucket (weeks, 0, first, YMD (2024, 2, 18));
  assert_bucket (weeks, 1, YMD (2024, 2, 19), YMD (2024, 2, 25));
  assert_bucket (from_sunday, 0, first, YMD (2024, 2, 17));
  assert_bucket (months, 0, first, YMD (2024, 2, 29));
  assert_bucket (months, 11, YMD (2025, 1, 1), last);
  g_assert_cmpuint (months->len, ==, 12);
  assert_bucket (quarters, 0, first, YMD (2024, 3, 31));
  assert_bucket (quarters, 3, YMD (2024, 10, 1), YMD (2024, 12, 31));
  assert_bucket (years, 0, first, YMD (2024, 12, 31));
  assert_bucket (years, 1, YMD (2025, 1, 1), last);
  g_assert_cmpuint (years->len, ==, 2);
}

/* The whole unit that a day lies in, and the bucket of a day. */
static void
test_units (void)
{
  SalonDay leap = YMD (2024, 2, 29);
  g_autoptr (GArray) months = salon_inflow_buckets (leap, YMD (2024, 12, 31), SALON_INFLOW_MONTH, 1);

  g_assert_cmpint (salon_inflow_unit_start (leap, SALON_INFLOW_DAY, 1), ==, leap);
  g_assert_cmpint (salon_inflow_unit_start (leap, SALON_INFLOW_WEEK, 1), ==, YMD (2024, 2, 26));
  g_assert_cmpint (salon_inflow_unit_start (leap, SALON_INFLOW_WEEK, 7), ==, YMD (2024, 2, 25));
  g_assert_cmpint (salon_inflow_unit_start (leap, SALON_INFLOW_MONTH, 1), ==, YMD (2024, 2, 1));
  g_assert_cmpint (salon_inflow_unit_start (leap, SALON_INFLOW_QUARTER, 1), ==, YMD (2024, 1, 1));
  g_assert_cmpint (salon_inflow_unit_start (YMD (2024, 12, 31), SALON_INFLOW_YEAR, 1), ==, YMD (2024, 1, 1));
  g_assert_cmpint (salon_inflow_unit_end (leap, SALON_INFLOW_MONTH, 1), ==, leap);
  g_assert_cmpint (salon_inflow_unit_end (leap, SALON_INFLOW_YEAR, 1), ==, YMD (2024, 12, 31));
  g_assert_cmpint (salon_inflow_find (months, leap - 1), ==, -1);
  g_assert_cmpint (salon_inflow_find (months, leap), ==, 0);
  g_assert_cmpint (salon_inflow_find (months, leap + 1), ==, 1);
  g_assert_cmpint (salon_inflow_find (months, YMD (2024, 12, 31)), ==, 10);
  g_assert_cmpint (salon_inflow_find (months, YMD (2025, 1, 1)), ==, -1);
}

/* Some clients with visits over three years. */
typedef struct {
  SalonDay days[CLIENTS][DAYS];
  guint n[CLIENTS];
} Base;

static void
base_init (Base *base, GRand *rand)
{
  for (int i = 0; i < CLIENTS; i++) {
    SalonDay day = YMD (2022, 1, 1) + g_rand_int_range (rand, 0, 500);

    base->n[i] = (guint) g_rand_int_range (rand, 0, DAYS);
    for (guint k = 0; k < base->n[i]; k++) {
      day += g_rand_int_range (rand, 1, 150);
      base->days[i][k] = day;
    }
  }
}

static guint
count_active (const Base *base, const SalonStatusParams *params, SalonDay day)
{
  guint active = 0;

  for (int i = 0; i < CLIENTS; i++) {
    SalonStatus status = salon_status_on (base->days[i], base->n[i], params, day);

    active += status == SALON_STATUS_NEW || status == SALON_STATUS_PERMANENT;
  }
  return active;
}

static void
test_balance (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (101);

  for (int round = 0; round < 100; round++) {
    Base base = { 0 };
    SalonStatusParams params = { g_rand_int_range (rand, 0, 6), g_rand_int_range (rand, 1, 5),
                                 g_rand_int_range (rand, 1, 7), g_rand_int_range (rand, 1, 4),
                                 g_rand_boolean (rand) };
    SalonDay first = YMD (2022, 1, 1) + g_rand_int_range (rand, 0, 700);
    SalonDay last = first + g_rand_int_range (rand, 0, 900);
    g_autoptr (GArray) buckets =
        salon_inflow_buckets (first, last, g_rand_int_range (rand, 0, 5), g_rand_int_range (rand, 1, 8));

    base_init (&base, rand);
    for (int i = 0; i < CLIENTS; i++) {
      g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (SalonInflowEvent));

      salon_inflow_events (base.days[i], base.n[i], &params, last, events);
      salon_inflow_add (buckets, events);
    }
    salon_inflow_close (buckets);
    g_assert_true (salon_inflow_balances (buckets));
    for (guint i = 0; i < buckets->len; i++) {
      const SalonInflowBucket *bucket = &g_array_index (buckets, SalonInflowBucket, i);

      g_assert_cmpuint (bucket->active_at_start, ==, count_active (&base, &params, bucket->first - 1));
      g_assert_cmpuint (bucket->active_at_end, ==, count_active (&base, &params, bucket->last));
    }
  }
}

/* Every event is a change of status from one day to the next, and every such change is an event. */
static void
test_events_are_changes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (102);

  for (int round = 0; round < 20; round++) {
    Base base = { 0 };
    SalonStatusParams params = { 3, 3, g_rand_int_range (rand, 1, 7), g_rand_int_range (rand, 1, 4), FALSE };

    base_init (&base, rand);
    for (int i = 0; i < CLIENTS; i++) {
      g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (SalonInflowEvent));
      SalonStatus before = SALON_STATUS_POTENTIAL;
      guint next = 0;

      salon_inflow_events (base.days[i], base.n[i], &params, YMD (2026, 1, 1), events);
      for (SalonDay day = YMD (2022, 1, 1); day <= YMD (2026, 1, 1); day++) {
        SalonStatus status = salon_status_on (base.days[i], base.n[i], &params, day);
        gboolean went = status == SALON_STATUS_LOST && before != SALON_STATUS_LOST;
        gboolean came = status != SALON_STATUS_LOST && before == SALON_STATUS_LOST;
        gboolean began = status != SALON_STATUS_POTENTIAL && before == SALON_STATUS_POTENTIAL;

        before = status;
        if (!went && !came && !began)
          continue;
        g_assert_cmpuint (next, <, events->len);
        g_assert_cmpint (g_array_index (events, SalonInflowEvent, next).day, ==, day);
        g_assert_cmpint (g_array_index (events, SalonInflowEvent, next).kind, ==,
                         went   ? SALON_INFLOW_LOST
                         : came ? SALON_INFLOW_RETURNED
                                : SALON_INFLOW_NEW);
        next++;
      }
      g_assert_cmpuint (next, ==, events->len);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inflow/events", test_events);
  g_test_add_func ("/inflow/back-in-time", test_back_in_time);
  g_test_add_func ("/inflow/buckets", test_buckets);
  g_test_add_func ("/inflow/units", test_units);
  g_test_add_func ("/inflow/balance", test_balance);
  g_test_add_func ("/inflow/events-are-changes", test_events_are_changes);
  return g_test_run ();
}
