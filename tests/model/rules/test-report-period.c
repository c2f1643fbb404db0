/* Periods that are compared, and buckets of time: by hand, and against the calendar day by day. */
#include "model/rules/report-period.h"

#define D(year, month, day) salon_day_from_ymd (year, month, day)

typedef struct {
  SalonDay from;
  SalonDay to;
  SalonDay until;
  SalonCompare compare;
  SalonDay before_from;
  SalonDay before_to;
} Case;

/* Whole months move by months, other periods by their days; a year is a year. */
static void
test_before (void)
{
  const Case cases[] = {
    { D (2025, 6, 1), D (2025, 6, 30), D (2025, 7, 9), SALON_COMPARE_PREVIOUS, D (2025, 5, 1), D (2025, 5, 31) },
    { D (2025, 3, 1), D (2025, 3, 31), D (2025, 4, 1), SALON_COMPARE_PREVIOUS, D (2025, 2, 1), D (2025, 2, 28) },
    { D (2025, 1, 1), D (2025, 12, 31), D (2026, 1, 1), SALON_COMPARE_PREVIOUS, D (2024, 1, 1), D (2024, 12, 31) },
    { D (2025, 1, 1), D (2025, 12, 31), D (2026, 1, 1), SALON_COMPARE_YEAR, D (2024, 1, 1), D (2024, 12, 31) },
    { D (2024, 2, 1), D (2024, 2, 29), D (2024, 3, 1), SALON_COMPARE_YEAR, D (2023, 2, 1), D (2023, 2, 28) },
    { D (2025, 2, 1), D (2025, 2, 28), D (2025, 3, 1), SALON_COMPARE_YEAR, D (2024, 2, 1), D (2024, 2, 29) },
    { D (2025, 6, 9), D (2025, 6, 15), D (2025, 7, 1), SALON_COMPARE_PREVIOUS, D (2025, 6, 2), D (2025, 6, 8) },
    { D (2025, 6, 9), D (2025, 6, 15), D (2025, 7, 1), SALON_COMPARE_YEAR, D (2024, 6, 9), D (2024, 6, 15) },
    { D (2025, 6, 15), D (2025, 6, 15), D (2025, 6, 15), SALON_COMPARE_PREVIOUS, D (2025, 6, 14), D (2025, 6, 14) },
    /* Not over: as many days. */
    { D (2025, 6, 1), D (2025, 6, 30), D (2025, 6, 10), SALON_COMPARE_PREVIOUS, D (2025, 5, 1), D (2025, 5, 10) },
    { D (2025, 1, 1), D (2025, 12, 31), D (2025, 6, 16), SALON_COMPARE_YEAR, D (2024, 1, 1), D (2024, 6, 16) },
    { D (2025, 3, 1), D (2025, 3, 31), D (2025, 3, 30), SALON_COMPARE_PREVIOUS, D (2025, 2, 1), D (2025, 2, 28) },
    /* Not begun: its first day. */
    { D (2025, 7, 1), D (2025, 7, 31), D (2025, 6, 16), SALON_COMPARE_PREVIOUS, D (2025, 6, 1), D (2025, 6, 1) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SalonDay from = 0;
    SalonDay to = 0;

    g_assert_true (salon_report_period_before (cases[i].from, cases[i].to, cases[i].until, cases[i].compare, &from, &to));
    g_assert_cmpint (from, ==, cases[i].before_from);
    g_assert_cmpint (to, ==, cases[i].before_to);
  }
}

static void
test_none (void)
{
  SalonDay from = 0;
  SalonDay to = 0;

  g_assert_false (salon_report_period_before (D (2025, 6, 1), D (2025, 6, 30), D (2025, 7, 1), SALON_COMPARE_NONE, &from, &to));
  g_assert_cmpint (from, ==, SALON_DAY_NONE);
}

/* A day of the other period stands beside a day of the own one, in their order. */
static void
test_forward (void)
{
  g_assert_cmpint (salon_report_period_forward (D (2025, 5, 10), D (2025, 6, 1), D (2025, 6, 30), SALON_COMPARE_PREVIOUS), ==,
                   D (2025, 6, 10));
  g_assert_cmpint (salon_report_period_forward (D (2025, 5, 31), D (2025, 6, 1), D (2025, 6, 30), SALON_COMPARE_PREVIOUS), ==,
                   D (2025, 6, 30));
  g_assert_cmpint (salon_report_period_forward (D (2024, 2, 29), D (2025, 1, 1), D (2025, 12, 31), SALON_COMPARE_YEAR), ==,
                   D (2025, 2, 28));
  g_assert_cmpint (salon_report_period_forward (D (2025, 6, 2), D (2025, 6, 9), D (2025, 6, 15), SALON_COMPARE_PREVIOUS), ==,
                   D (2025, 6, 9));
}

static void
test_forward_keeps_order (void)
{
  for (int i = 0; i < 2000; i++) {
    SalonDay from = D (1999, 1, 1) + g_test_rand_int_range (0, 12000);
    SalonDay to = from + g_test_rand_int_range (0, 800);
    SalonCompare compare = g_test_rand_int_range (0, 2) == 0 ? SALON_COMPARE_PREVIOUS : SALON_COMPARE_YEAR;
    SalonDay before_from = 0;
    SalonDay before_to = 0;
    SalonDay last = from;

    g_assert_true (salon_report_period_before (from, to, to, compare, &before_from, &before_to));
    g_assert_cmpint (before_from, <, from);
    g_assert_cmpint (before_from, <=, before_to);
    for (SalonDay day = before_from; day <= before_to; day++) {
      SalonDay beside = salon_report_period_forward (day, from, to, compare);

      g_assert_cmpint (beside, >=, last);
      g_assert_cmpint (beside, <=, to);
      last = beside;
    }
  }
}

/* The days beside a part of the period are those that stand beside one of its days, looked for one by one. */
static void
test_beside (void)
{
  for (int i = 0; i < 2000; i++) {
    SalonDay from = D (1999, 1, 1) + g_test_rand_int_range (0, 12000);
    SalonDay to = from + g_test_rand_int_range (0, 400);
    SalonDay until = g_test_rand_int_range (0, 2) == 0 ? to : from + g_test_rand_int_range (0, to - from + 1);
    SalonCompare compare = g_test_rand_int_range (0, 2) == 0 ? SALON_COMPARE_PREVIOUS : SALON_COMPARE_YEAR;
    SalonDay first = from + g_test_rand_int_range (-40, to - from + 1);
    SalonDay last = first + g_test_rand_int_range (0, 60);
    SalonDay own_first = first, own_last = last, before_from = 0, before_to = 0;
    int n = 0;

    g_assert_true (salon_report_period_before (from, to, until, compare, &before_from, &before_to));
    salon_report_period_beside (from, to, compare, before_from, before_to, &own_first, &own_last);
    for (SalonDay day = before_from; day <= before_to; day++) {
      SalonDay beside = salon_report_period_forward (day, from, to, compare);

      n += beside >= first && beside <= last;
      g_assert_cmpint (day >= own_first && day <= own_last, ==, beside >= first && beside <= last);
    }
    g_assert_cmpint (MAX (own_last - own_first + 1, 0), ==, n);
  }
}

/* ---- buckets */

static gboolean
starts (SalonDay day, SalonBucket bucket)
{
  int month = 0;
  int mday = 0;

  salon_day_to_ymd (day, NULL, &month, &mday);
  switch (bucket) {
  case SALON_BUCKET_WEEK:
    return salon_day_weekday (day) == 1;
  case SALON_BUCKET_MONTH:
    return mday == 1;
  case SALON_BUCKET_QUARTER:
    return mday == 1 && month % 3 == 1;
  case SALON_BUCKET_YEAR:
    return mday == 1 && month == 1;
  case SALON_BUCKET_DAY:
  default:
    return TRUE;
  }
}

static void
test_buckets (void)
{
  for (SalonBucket bucket = SALON_BUCKET_DAY; bucket <= SALON_BUCKET_YEAR; bucket++) {
    SalonDay first = SALON_DAY_NONE;

    for (SalonDay day = D (2019, 1, 1); day <= D (2025, 3, 1); day++) {
      if (starts (day, bucket)) {
        if (first != SALON_DAY_NONE)
          g_assert_cmpint (salon_bucket_next (first, bucket), ==, day);
        first = day;
      }
      if (first != SALON_DAY_NONE)
        g_assert_cmpint (salon_bucket_of (day, bucket, 1), ==, first);
    }
  }
  g_assert_cmpint (salon_bucket_of (D (2025, 6, 15), SALON_BUCKET_WEEK, 7), ==, D (2025, 6, 15)); /* a Sunday */
  g_assert_cmpint (salon_bucket_of (D (2025, 6, 14), SALON_BUCKET_WEEK, 7), ==, D (2025, 6, 8));
}

static void
test_check (void)
{
  g_assert_true (salon_report_period_check (D (2025, 6, 15), D (2025, 6, 15), NULL));
  g_assert_true (salon_report_period_check (D (1825, 6, 15), D (2025, 6, 14), NULL));
  g_assert_false (salon_report_period_check (D (2025, 6, 15), D (2025, 6, 14), NULL));
  g_assert_false (salon_report_period_check (D (1824, 1, 1), D (2025, 6, 15), NULL));
  g_assert_false (salon_report_period_check (SALON_DAY_NONE, D (2025, 6, 15), NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-period/before", test_before);
  g_test_add_func ("/report-period/none", test_none);
  g_test_add_func ("/report-period/forward", test_forward);
  g_test_add_func ("/report-period/forward-keeps-order", test_forward_keeps_order);
  g_test_add_func ("/report-period/beside", test_beside);
  g_test_add_func ("/report-period/buckets", test_buckets);
  g_test_add_func ("/report-period/check", test_check);
  return g_test_run ();
}
