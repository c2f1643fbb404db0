/* Inflow and outflow: by hand, and every row of random salons against the status of everybody on every day.
 *
 * Some periods and groupings of 60 histories; of 400 with SALON_TEST_FULL=1. */
#include "people-salon.h"

#include "base/error.h"
#include <string.h>

#define YMD(year, month, mday) salon_day_from_ymd (year, month, mday)
#define TODAY                  SALON_FIXTURE_TODAY
#define BY(...)                ((const char *const[]){ __VA_ARGS__, NULL })

typedef struct {
  gint64 start, came, returned, lost, end, cards;
} Counts;

static void
assert_counts (const SalonReportTable *table, guint row, Counts expected)
{
  const SalonReportRow *one = salon_report_table_row (table, row);

  g_assert_cmpint (people_value (table, one, "start"), ==, expected.start);
  g_assert_cmpint (people_value (table, one, "new"), ==, expected.came);
  g_assert_cmpint (people_value (table, one, "returned"), ==, expected.returned);
  g_assert_cmpint (people_value (table, one, "lost"), ==, expected.lost);
  g_assert_cmpint (people_value (table, one, "end"), ==, expected.end);
  g_assert_cmpint (people_value (table, one, "cards"), ==, expected.cards);
}

static SalonReportTable *
run (PeopleSalon *s, SalonDay from, SalonDay to, const char *const *by)
{
  g_autoptr (SalonReportSpec) spec = people_spec ("inflow", from, to, by);
  g_autoptr (GError) error = NULL;
  SalonReportTable *table = people_run (s, spec, &error);

  g_assert_no_error (error);
  return table;
}

static void
come (PeopleSalon *s, PeopleClient *client, SalonDay day)
{
  people_client_visit (client, day, SALON_VISIT_DONE, s->masters[0], 1000, day);
}

/* Preset 1C.  One comes twice in winter and again in May, after she was lost; one comes once, on 29 February; one never. */
static PeopleSalon *
by_hand (void)
{
  PeopleSalon *s = people_salon_new (NULL, 0);
  PeopleClient *back = people_salon_add (s);
  PeopleClient *leap = people_salon_add (s);
  PeopleClient *never = people_salon_add (s);

  back->gender = SALON_GENDER_FEMALE;
  back->source_id = s->sources[0];
  back->added = YMD (2023, 12, 1);
  come (s, back, YMD (2023, 12, 31));
  come (s, back, YMD (2024, 1, 31)); /* lost on 1 May 2024: 30 April less 3 months is 30 January */
  come (s, back, YMD (2024, 5, 20));
  leap->source_id = s->sources[0];
  leap->added = YMD (2024, 2, 29);
  come (s, leap, YMD (2024, 2, 29)); /* lost on 1 June 2024: 31 May less 3 months is 29 February */
  never->added = YMD (2024, 3, 3);
  people_client_visit (never, YMD (2024, 4, 1), SALON_VISIT_CANCELLED, s->masters[0], 1000, YMD (2024, 3, 3));
  people_salon_write (s);
  return s;
}

static void
test_by_hand (void)
{
  g_autoptr (PeopleSalon) s = by_hand ();
  g_autoptr (SalonReportTable) months = run (s, YMD (2024, 1, 1), YMD (2024, 6, 30), NULL);
  g_autoptr (SalonReportTable) total = run (s, YMD (2024, 1, 1), YMD (2024, 6, 30), BY (NULL));
  g_autoptr (SalonReportTable) leap_day = run (s, YMD (2024, 2, 29), YMD (2024, 2, 29), BY ("day"));
  const Counts expected[] = { { 1, 0, 0, 0, 1, 0 }, { 1, 1, 0, 0, 2, 1 }, { 2, 0, 0, 0, 2, 1 }, { 2, 0, 0, 0, 2, 0 },
                              { 2, 0, 1, 1, 2, 0 }, { 2, 0, 0, 1, 1, 0 }, { 1, 1, 1, 2, 1, 2 } };

  g_assert_cmpuint (months->rows->len, ==, 7);
  for (guint i = 0; i < 7; i++)
    assert_counts (months, i, expected[i]);
  g_assert_cmpint (salon_report_table_row (months, 0)->path[0], ==, YMD (2024, 1, 1));
  g_assert_cmpuint (total->rows->len, ==, 1);
  assert_counts (total, 0, expected[6]);
  g_assert_null (total->chart);
  g_assert_cmpuint (leap_day->rows->len, ==, 2);
  assert_counts (leap_day, 0, (Counts){ 1, 1, 0, 0, 2, 1 });
}

static void
assert_behind (PeopleSalon *s, SalonDay day, const char *column, int client)
{
  g_autoptr (SalonReportSpec) spec = people_spec ("inflow", day, day, BY ("day"));
  g_autoptr (SalonReportTable) table = people_run (s, spec, NULL);
  g_autoptr (GArray) ids = people_behind (s, spec, salon_report_table_row (table, 0), column);

  g_assert_cmpuint (ids->len, ==, client >= 0 ? 1 : 0);
  if (client >= 0)
    g_assert_cmpint (g_array_index (ids, gint64, 0), ==, ((const PeopleClient *) s->clients->pdata[client])->id);
}

/* On the very day of each thing, and not on the day before or after. */
static void
test_behind (void)
{
  g_autoptr (PeopleSalon) s = by_hand ();

  assert_behind (s, YMD (2024, 2, 28), "new", -1);
  assert_behind (s, YMD (2024, 2, 29), "new", 1);
  assert_behind (s, YMD (2024, 2, 29), "start", 0);
  assert_behind (s, YMD (2024, 3, 1), "new", -1);
  assert_behind (s, YMD (2024, 4, 30), "lost", -1);
  assert_behind (s, YMD (2024, 5, 1), "lost", 0);
  assert_behind (s, YMD (2024, 5, 2), "start", 1);
  assert_behind (s, YMD (2024, 5, 20), "returned", 0);
  assert_behind (s, YMD (2024, 6, 1), "lost", 1);
  assert_behind (s, YMD (2024, 6, 1), "end", 0);
  assert_behind (s, YMD (2024, 3, 3), "cards", 2);
}

/* Lost stand below the line; a click opens the cell that they came from. */
static void
test_chart (void)
{
  g_autoptr (PeopleSalon) s = by_hand ();
  g_autoptr (SalonReportTable) months = run (s, YMD (2024, 1, 1), YMD (2024, 6, 30), NULL);
  g_autoptr (SalonReportSpec) spec = people_spec ("inflow", YMD (2024, 1, 1), YMD (2024, 6, 30), NULL);
  g_autoptr (SalonReportSpec) fall = salon_report_spec_with_chart (spec, SALON_CHART_WATERFALL);
  g_autoptr (SalonReportTable) waterfall = people_run (s, fall, NULL);
  const gint64 steps[] = { 1, 1, 1, -2, 1 };
  const SalonChartValue *lost = salon_chart_value (months->chart, 2, 4);

  g_assert_cmpint (months->chart->kind, ==, SALON_CHART_STACKED);
  g_assert_cmpuint (months->chart->series->len, ==, 3);
  g_assert_cmpuint (months->chart->categories->len, ==, 6);
  g_assert_cmpint (lost->value, ==, -1);
  g_assert_cmpint (lost->row, ==, 4);
  g_assert_cmpint (lost->column, ==, salon_report_table_find_column (months, "lost"));
  g_assert_cmpint (salon_chart_series (months->chart, 2)->tone, ==, SALON_CHART_TONE_LOSS);
  g_assert_cmpint (waterfall->chart->kind, ==, SALON_CHART_WATERFALL);
  for (guint i = 0; i < 5; i++) {
    g_assert_cmpint (salon_chart_value (waterfall->chart, 0, i)->value, ==, steps[i]);
    g_assert_cmpint (salon_chart_value (waterfall->chart, 0, i)->is_sum, ==, i == 0 || i == 4);
  }
}

/* The balance stands below, with its numbers. */
static void
test_note (void)
{
  g_autoptr (PeopleSalon) s = by_hand ();
  g_autoptr (SalonReportTable) months = run (s, YMD (2024, 1, 1), YMD (2024, 6, 30), NULL);

  g_assert_cmpstr (months->notes->pdata[0], ==,
                   "Active at the end = active at the start + new + returned − lost: 1 = 1 + 1 + 1 − 2.");
}

static void
assert_before (const SalonReportTable *table, guint row, Counts now, Counts before)
{
  static const char *const keys[] = { "start.before", "new.before", "returned.before", "lost.before", "end.before", "cards.before" };
  const gint64 expected[] = { before.start, before.came, before.returned, before.lost, before.end, before.cards };

  assert_counts (table, row, now);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_cmpint (people_value (table, salon_report_table_row (table, row), keys[i]), ==, expected[i]);
}

static void
assert_one_behind (PeopleSalon *s, SalonReportSpec *spec, const SalonReportTable *table, guint row, const char *column, guint client)
{
  g_autoptr (GArray) ids = people_behind (s, spec, salon_report_table_row (table, row), column);

  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, ((const PeopleClient *) s->clients->pdata[client])->id);
}

/* The first half of 2024 beside that of 2025, in which nothing happened any more; it is the 16th of June. */
static void
test_year_before (void)
{
  g_autoptr (PeopleSalon) s = by_hand ();
  g_autoptr (SalonReportSpec) plain = people_spec ("inflow", YMD (2025, 1, 1), YMD (2025, 6, 30), NULL);
  g_autoptr (SalonReportSpec) spec = salon_report_spec_with_compare (plain, SALON_COMPARE_YEAR);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReportTable) table = people_run (s, spec, &error);
  const Counts none = { 0 };
  const Counts before[] = { { 1, 0, 0, 0, 1, 0 }, { 1, 1, 0, 0, 2, 1 }, { 2, 0, 0, 0, 2, 1 }, { 2, 0, 0, 0, 2, 0 },
                            { 2, 0, 1, 1, 2, 0 }, { 2, 0, 0, 1, 1, 0 }, { 1, 1, 1, 2, 1, 2 } };

  g_assert_no_error (error);
  g_assert_cmpuint (table->rows->len, ==, 7);
  for (guint i = 0; i < 7; i++)
    assert_before (table, i, none, before[i]);
  g_assert_cmpint (salon_report_table_row (table, 0)->path[0], ==, YMD (2025, 1, 1));
  g_assert_cmpstr (table->notes->pdata[1], ==, "In the period it is compared with: 1 = 1 + 1 + 1 − 2.");
  g_assert_cmpstr (table->notes->pdata[table->notes->len - 1], ==, "The period is not over: it is compared with as many days.");
  assert_one_behind (s, spec, table, 1, "new.before", 1);
  assert_one_behind (s, spec, table, 4, "returned.before", 0);
  assert_one_behind (s, spec, table, 5, "lost.before", 1);
  g_assert_cmpuint (table->chart->series->len, ==, 2);
  g_assert_true (salon_chart_series (table->chart, 1)->is_before);
  g_assert_cmpint (salon_chart_value (table->chart, 1, 1)->value, ==, 1);
  g_assert_cmpint (salon_chart_value (table->chart, 1, 1)->column, ==, salon_report_table_find_column (table, "new.before"));
}

/* May beside April: the change is told where there was something before. */
static void
test_month_before (void)
{
  g_autoptr (PeopleSalon) s = by_hand ();
  g_autoptr (SalonReportSpec) plain = people_spec ("inflow", YMD (2024, 5, 1), YMD (2024, 5, 31), NULL);
  g_autoptr (SalonReportSpec) spec = salon_report_spec_with_compare (plain, SALON_COMPARE_PREVIOUS);
  g_autoptr (SalonReportTable) table = people_run (s, spec, NULL);

  assert_before (table, 0, (Counts){ 2, 0, 1, 1, 2, 0 }, (Counts){ 2, 0, 0, 0, 2, 0 });
  g_assert_cmpint (people_value (table, salon_report_table_row (table, 0), "end.change"), ==, 0);
  g_assert_cmpint (people_value_or (table, salon_report_table_row (table, 0), "lost.change", -1), ==, -1);
}

static void
assert_refused (PeopleSalon *s, SalonDay from, SalonDay to, const char *const *by, const char *field, const char *part)
{
  g_autoptr (SalonReportSpec) spec = people_spec ("inflow", from, to, by);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReportTable) table = people_run (s, spec, &error);

  g_assert_null (table);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_refused (void)
{
  g_autoptr (PeopleSalon) s = by_hand ();

  assert_refused (s, TODAY - 30, TODAY, BY ("status"), "by", "it is the status that changes");
  assert_refused (s, TODAY - 30, TODAY, BY ("month", "status"), "by", "it is the status that changes");
  assert_refused (s, TODAY - 30, TODAY, BY ("service"), "by", "service");
  assert_refused (s, TODAY - 30, TODAY, BY ("month", "year"), "by", "one length of time");
  assert_refused (s, TODAY - 30, TODAY, BY ("source", "source"), "by", "only once");
  assert_refused (s, TODAY, TODAY - 1, NULL, "period", "before it begins");
  assert_refused (s, TODAY - 366 * 201, TODAY, NULL, "period", "200");
  assert_refused (s, TODAY - 366 * 199, TODAY, BY ("day", "source", "gender", "age"), "by", "too many lines");
}

static void
assert_empty (SalonReportTable *table)
{
  g_assert_cmpuint (table->rows->len, ==, 0);
  g_assert_cmpuint (table->columns->len, ==, 7);
  g_assert_null (table->chart);
  salon_report_table_free (table);
}

/* An empty base, a period before the first visit, one in the future: no rows, no chart. */
static void
test_nothing (void)
{
  g_autoptr (PeopleSalon) s = by_hand ();
  g_autoptr (PeopleSalon) nobody = people_salon_new (NULL, 0);

  assert_empty (run (nobody, TODAY - 100, TODAY, NULL));
  assert_empty (run (s, YMD (2020, 1, 1), YMD (2020, 12, 31), NULL));
  assert_empty (run (s, TODAY + 10, TODAY + 100, NULL));
}

/* ---- random */

/* Status of everybody on every day, reckoned once. */
typedef struct {
  SalonDay first;
  SalonDay last;
  guint8 *status;
} Calendar;

static Calendar
calendar_new (const PeopleSalon *s, SalonDay first, SalonDay last)
{
  gsize days = (gsize) (last - first + 1);
  Calendar self = { first, last, g_new0 (guint8, days * s->clients->len) };

  for (guint i = 0; i < s->clients->len; i++)
    for (SalonDay day = first; day <= last; day++)
      self.status[i * days + (gsize) (day - first)] = (guint8) people_status (s, s->clients->pdata[i], day);
  return self;
}

static SalonStatus
status_on (const Calendar *self, guint client, SalonDay day)
{
  return (SalonStatus) self->status[client * (gsize) (self->last - self->first + 1) + (gsize) (day - self->first)];
}

static gboolean
is_active (SalonStatus status)
{
  return status == SALON_STATUS_NEW || status == SALON_STATUS_PERMANENT;
}

static Counts
count_client (const PeopleSalon *s, const Calendar *calendar, guint index, SalonDay from, SalonDay to)
{
  const PeopleClient *client = s->clients->pdata[index];
  SalonDay first = people_first_day (client, to);
  Counts counts = { 0 };

  counts.start = is_active (status_on (calendar, index, from - 1));
  counts.end = is_active (status_on (calendar, index, to));
  counts.came = first != SALON_DAY_NONE && first >= from;
  counts.cards = client->added >= from && client->added <= to;
  for (SalonDay day = from; day <= to; day++) {
    SalonStatus before = status_on (calendar, index, day - 1);

    counts.returned += before == SALON_STATUS_LOST && people_days (client, day, day) > 0;
    counts.lost += before != SALON_STATUS_LOST && status_on (calendar, index, day) == SALON_STATUS_LOST;
  }
  return counts;
}

/* The last day of the time that begins on @first. */
static SalonDay
end_of (const char *unit, SalonDay first)
{
  int year = 0, month = 0;

  salon_day_to_ymd (first, &year, &month, NULL);
  if (strcmp (unit, "day") == 0)
    return first;
  if (strcmp (unit, "week") == 0)
    return first + 6;
  if (strcmp (unit, "year") == 0)
    return YMD (year, 12, 31);
  month += strcmp (unit, "quarter") == 0 ? 3 : 1;
  return YMD (month > 12 ? year + 1 : year, month > 12 ? month - 12 : month, 1) - 1;
}

static gboolean
is_time (const char *by)
{
  return strcmp (by, "day") == 0 || strcmp (by, "week") == 0 || strcmp (by, "month") == 0 || strcmp (by, "quarter") == 0
         || strcmp (by, "year") == 0;
}

/* What a row should say, and who stands behind "returned". */
static Counts
expected_row (const PeopleSalon *s, const Calendar *calendar, const char *const *by, const SalonReportRow *row, SalonDay from, SalonDay until,
              GArray *returned)
{
  Counts sum = { 0 };

  for (guint level = 0; level < row->level; level++)
    if (is_time (by[level])) {
      until = MIN (until, end_of (by[level], (SalonDay) row->path[level]));
      from = MAX (from, (SalonDay) row->path[level]);
    }
  for (guint i = 0; i < s->clients->len; i++) {
    const PeopleClient *client = s->clients->pdata[i];
    gboolean fits = TRUE;
    Counts own = { 0 };

    for (guint level = 0; level < row->level; level++)
      fits = fits && (is_time (by[level]) || people_is (s, client, by[level], row->path[level], calendar->last));
    if (!fits)
      continue;
    own = count_client (s, calendar, i, from, until);
    sum = (Counts){ sum.start + own.start, sum.came + own.came, sum.returned + own.returned, sum.lost + own.lost, sum.end + own.end,
                    sum.cards + own.cards };
    if (own.returned > 0)
      g_array_append_val (returned, client->id);
  }
  return sum;
}

static gint64
sum_of_leaves (const SalonReportTable *table, const char *key)
{
  gint64 sum = 0;

  for (guint i = 0; i < table->rows->len; i++) {
    const SalonReportRow *row = salon_report_table_row (table, i);

    sum += row->kind == SALON_REPORT_LEAF ? people_value (table, row, key) : 0;
  }
  return sum;
}

static gboolean
has (const char *const *by, const char *word)
{
  return g_strv_contains (by, word);
}

static void
check_table (PeopleSalon *s, const Calendar *calendar, GRand *rand, SalonDay from, SalonDay to, const char *const *by)
{
  g_autoptr (SalonReportSpec) spec = people_spec ("inflow", from, to, by);
  g_autoptr (SalonReportTable) table = run (s, from, to, by);
  const SalonReportRow *total = NULL;

  for (guint i = 0; i < table->rows->len; i++) {
    const SalonReportRow *row = salon_report_table_row (table, i);
    g_autoptr (GArray) returned = g_array_new (FALSE, FALSE, sizeof (gint64));

    assert_counts (table, i, expected_row (s, calendar, by, row, from, MIN (to, TODAY), returned));
    if (g_rand_int_range (rand, 0, 20) == 0) {
      g_autoptr (GArray) behind = people_behind (s, spec, row, "returned");

      g_assert_cmpuint (behind->len, ==, returned->len);
      for (guint k = 0; k < behind->len; k++)
        g_assert_cmpint (g_array_index (behind, gint64, k), ==, g_array_index (returned, gint64, k));
    }
  }
  if (table->rows->len == 0)
    return;
  total = salon_report_table_row (table, table->rows->len - 1);
  g_assert_cmpint (total->kind, ==, SALON_REPORT_TOTAL);
  if (!has (by, "segment") && by[0] != NULL) {
    g_assert_cmpint (sum_of_leaves (table, "new"), ==, people_value (table, total, "new"));
    g_assert_cmpint (sum_of_leaves (table, "lost"), ==, people_value (table, total, "lost"));
    g_assert_cmpint (sum_of_leaves (table, "cards"), ==, people_value (table, total, "cards"));
  }
}

static const char *const *const groupings[] = {
  BY ("month"),    BY ("week"),  BY ("quarter"),       BY ("year"),
  BY ("day"),      BY (NULL),    BY ("source"),        BY ("gender"),
  BY ("age"),      BY ("segment"), BY ("first_employee"), BY ("month", "source"),
  BY ("source", "month"), BY ("gender", "quarter", "source"), BY ("segment", "year"), BY ("month", "segment", "gender"),
  BY ("year", "first_employee", "age", "source"),
};

/* Any days, one day, a leap day, ends of months. */
static void
random_period (GRand *rand, guint i, SalonDay *from, SalonDay *to)
{
  const SalonDay ends[] = { YMD (2022, 12, 31), YMD (2023, 2, 28), YMD (2024, 2, 29), YMD (2024, 1, 31), YMD (2024, 5, 31) };

  *from = i % 3 == 0 ? ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (ends))] : TODAY - g_rand_int_range (rand, 0, 900);
  *to = i % 4 == 3 ? *from : *from + g_rand_int_range (rand, 0, 500);
}

static void
check_salon (GRand *rand, guint n_clients, guint n_params, guint n_tables)
{
  g_autoptr (PeopleSalon) s = people_salon_new (rand, n_clients);

  for (guint p = 0; p < n_params; p++) {
    SalonStatusParams params;
    SalonDay from = 0, to = 0;

    salon_status_params_preset (p % 2 == 0 ? SALON_STATUS_PRESET_1C : SALON_STATUS_PRESET_LATVIAN, &params);
    params.sticky = p % 4 >= 2;
    params.least_visits = g_rand_int_range (rand, 1, 3);
    people_salon_set_params (s, &params);
    for (guint i = 0; i < n_tables; i++) {
      Calendar calendar = { 0 };

      random_period (rand, i, &from, &to);
      calendar = calendar_new (s, from - 1, MIN (to, TODAY));
      check_table (s, &calendar, rand, from, to, groupings[(p * n_tables + i) % G_N_ELEMENTS (groupings)]);
      g_free (calendar.status);
    }
  }
}

static void
test_random (void)
{
  gboolean full = g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240229);

  for (guint i = 0; i < (full ? 4 : 1); i++)
    check_salon (rand, full ? 100 : 60, 4, full ? 40 : 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-inflow/by-hand", test_by_hand);
  g_test_add_func ("/report-inflow/behind", test_behind);
  g_test_add_func ("/report-inflow/chart", test_chart);
  g_test_add_func ("/report-inflow/note", test_note);
  g_test_add_func ("/report-inflow/year-before", test_year_before);
  g_test_add_func ("/report-inflow/month-before", test_month_before);
  g_test_add_func ("/report-inflow/refused", test_refused);
  g_test_add_func ("/report-inflow/nothing", test_nothing);
  g_test_add_func ("/report-inflow/random", test_random);
  return g_test_run ();
}
