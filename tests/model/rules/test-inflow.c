/* Inflow and outflow against the status of every client on every day. */
#include "model/rules/inflow.h"
#include "model/rules/report-period.h"
#include "model/rules/tally.h"

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
    g_assert_cmpint (salon_inflow_is_active (base->days[i], base->n[i], params, day), ==,
                     status == SALON_STATUS_NEW || status == SALON_STATUS_PERMANENT);
  }
  return active;
}

enum { NEW, RETURNED, LOST, START, END, N_VALUES };

static void
add_client (SalonTally *tally, const Base *base, int i, const SalonStatusParams *params, SalonDay first, SalonDay last, SalonBucket unit)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (SalonInflowEvent));
  gint64 opening[N_VALUES] = { 0 };
  gint64 bucket = salon_bucket_of (first, unit, 1);

  salon_inflow_events (base->days[i], base->n[i], params, last, events);
  for (guint k = 0; k < events->len; k++) {
    const SalonInflowEvent *event = &g_array_index (events, SalonInflowEvent, k);
    gint64 values[N_VALUES] = { 0 };

    values[event->kind] = 1;
    if (event->day < first)
      opening[START] = event->kind != SALON_INFLOW_LOST;
    else
      salon_tally_add (tally, (const gint64[]){ salon_bucket_of (event->day, unit, 1) }, values);
  }
  salon_tally_add (tally, &bucket, opening);
}

static void
check_row (const Base *base, const SalonStatusParams *params, const SalonTallyRow *row, SalonDay from, SalonDay to)
{
  const gint64 *values = row->values;

  g_assert_cmpint (values[END], ==, values[START] + values[NEW] + values[RETURNED] - values[LOST]);
  g_assert_cmpint (values[START], ==, count_active (base, params, from - 1));
  g_assert_cmpint (values[END], ==, count_active (base, params, to));
}

/* The balance of every step of time, and of all together, against the status of everybody. */
static void
test_balance (void)
{
  const gint64 signs[N_VALUES] = { 1, 1, -1, 1, 0 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (101);

  for (int round = 0; round < 100; round++) {
    Base base = { 0 };
    SalonStatusParams params = { g_rand_int_range (rand, 0, 6), g_rand_int_range (rand, 1, 5),
                                 g_rand_int_range (rand, 1, 7), g_rand_int_range (rand, 1, 4),
                                 g_rand_boolean (rand) };
    SalonDay first = YMD (2022, 1, 1) + g_rand_int_range (rand, 0, 700);
    SalonDay last = first + g_rand_int_range (rand, 0, 900);
    SalonBucket unit = (SalonBucket) g_rand_int_range (rand, SALON_BUCKET_DAY, SALON_BUCKET_YEAR + 1);
    g_autoptr (SalonTally) tally = salon_tally_new (1, N_VALUES, FALSE);
    g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autoptr (GPtrArray) rows = NULL;

    for (gint64 day = salon_bucket_of (first, unit, 1); day <= last; day = salon_bucket_next ((SalonDay) day, unit))
      g_array_append_val (steps, day);
    salon_tally_set_steps (tally, 0, (const gint64 *) (gpointer) steps->data, steps->len);
    salon_tally_set_way (tally, START, SALON_TALLY_FIRST);
    salon_tally_set_way (tally, END, SALON_TALLY_LAST);
    base_init (&base, rand);
    for (int i = 0; i < CLIENTS; i++)
      add_client (tally, &base, i, &params, first, last, unit);
    g_assert_true (salon_tally_run (tally, START, END, signs, 10000));
    rows = salon_tally_rows (tally);
    g_assert_cmpuint (rows->len, ==, steps->len + 1);
    for (guint i = 0; i < steps->len; i++) {
      SalonDay step = (SalonDay) g_array_index (steps, gint64, i);

      check_row (&base, &params, rows->pdata[i], MAX (step, first), MIN (salon_bucket_next (step, unit) - 1, last));
    }
    check_row (&base, &params, rows->pdata[steps->len], first, last);
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
  g_test_add_func ("/inflow/balance", test_balance);
  g_test_add_func ("/inflow/events-are-changes", test_events_are_changes);
  return g_test_run ();
}
