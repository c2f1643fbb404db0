/* Reports about clients: by hand, and random salons counted once more from their visits. */
#include "people-salon.h"

#include "base/error.h"
#include "model/entities/rfm.h"
#include "model/services/settings.h"
#include <string.h>

#define YMD(year, month, mday) salon_day_from_ymd (year, month, mday)
#define TODAY                  SALON_FIXTURE_TODAY
#define BY(...)                ((const char *const[]){ __VA_ARGS__, NULL })

/* Whether a client counts for a row, and with what: the other way of counting. */
typedef gint64 (*Count) (const PeopleSalon *s, const PeopleClient *client, gint64 key, SalonDay from, SalonDay to);

static SalonReportTable *
run (PeopleSalon *s, const char *report, SalonDay from, SalonDay to, const char *const *by)
{
  g_autoptr (SalonReportSpec) spec = people_spec (report, from, to, by);
  g_autoptr (GError) error = NULL;
  SalonReportTable *table = people_run (s, spec, &error);

  g_assert_no_error (error);
  return table;
}

static const SalonReportRow *
total_of (const SalonReportTable *table)
{
  const SalonReportRow *row = salon_report_table_row (table, table->rows->len - 1);

  g_assert_cmpint (row->kind, ==, SALON_REPORT_TOTAL);
  return row;
}

static gint64
sum (const PeopleSalon *s, Count count, gint64 key, SalonDay from, SalonDay to)
{
  gint64 all = 0;

  for (guint i = 0; i < s->clients->len; i++)
    all += count (s, s->clients->pdata[i], key, from, to);
  return all;
}

/* Each row of one grouping and the total, G_MININT64, against @count; and the people behind those that count. */
static void
check_column (PeopleSalon *s, const char *report, SalonDay from, SalonDay to, const char *by, const char *column, Count count)
{
  const char *const words[] = { by, NULL };
  g_autoptr (SalonReportSpec) spec = people_spec (report, from, to, words);
  g_autoptr (SalonReportTable) table = run (s, report, from, to, words);

  g_assert_cmpuint (table->rows->len, >, 1);
  for (guint i = 0; i < table->rows->len; i++) {
    const SalonReportRow *row = salon_report_table_row (table, i);
    gint64 key = row->level > 0 ? row->path[0] : G_MININT64;
    g_autoptr (GArray) behind = people_behind (s, spec, row, column);
    guint n = 0;

    g_assert_cmpint (people_value (table, row, column), ==, sum (s, count, key, from, to));
    for (guint k = 0; k < s->clients->len; k++) {
      const PeopleClient *client = s->clients->pdata[k];

      if (count (s, client, key, from, to) == 0)
        continue;
      g_assert_cmpuint (n, <, behind->len);
      g_assert_cmpint (g_array_index (behind, gint64, n++), ==, client->id);
    }
    g_assert_cmpuint (n, ==, behind->len);
  }
}

static gboolean
is_row (const PeopleSalon *s, const PeopleClient *client, const char *dimension, gint64 key, SalonDay until)
{
  return key == G_MININT64 || people_is (s, client, dimension, key, until);
}

/* ---- counts */

static gint64
count_base_lost (const PeopleSalon *s, const PeopleClient *client, gint64 key, SalonDay from, SalonDay to)
{
  return !client->archived && people_status (s, client, to) == SALON_STATUS_LOST && is_row (s, client, "source", key, to);
}

static gint64
count_base (const PeopleSalon *s, const PeopleClient *client, gint64 key, SalonDay from, SalonDay to)
{
  gboolean was_there = client->added <= to || people_days (client, SALON_DAY_MIN, to) > 0;

  return !client->archived && was_there && is_row (s, client, "status", key, to);
}

static gboolean
is_new (const PeopleClient *client, SalonDay from, SalonDay to)
{
  SalonDay first = people_first_day (client, to);

  return first != SALON_DAY_NONE && first >= from;
}

static gint64
count_new (const PeopleSalon *s, const PeopleClient *client, gint64 key, SalonDay from, SalonDay to)
{
  return is_new (client, from, to) && is_row (s, client, "first_employee", key, to);
}

static gint64
count_again (const PeopleSalon *s, const PeopleClient *client, gint64 key, SalonDay from, SalonDay to)
{
  return is_new (client, from, to) && people_days (client, from, to) > 1 && is_row (s, client, "first_employee", key, to);
}

/* By month: to the end of the month in which she came first. */
static gint64
count_sold_month (const PeopleSalon *s, const PeopleClient *client, gint64 key, SalonDay from, SalonDay to)
{
  SalonDay first = people_first_day (client, to);
  SalonDay start = is_new (client, from, to) ? first - (salon_day_first_of_month (first) == first ? 0 : first - salon_day_first_of_month (first)) : 0;
  SalonDay end = start;
  int month = 0, other = 0;

  if (!is_new (client, from, to) || (key != G_MININT64 && start != key))
    return 0;
  salon_day_to_ymd (start, NULL, &month, NULL);
  for (other = month; other == month; salon_day_to_ymd (end, NULL, &other, NULL))
    end++;
  return people_sold (client, first, MIN (end - 1, to));
}

static gint64
count_sold (const PeopleSalon *s, const PeopleClient *client, gint64 key, SalonDay from, SalonDay to)
{
  return is_row (s, client, "source", key, to) ? people_sold (client, from, to) : 0;
}

static gint64
count_cards (const PeopleSalon *s, const PeopleClient *client, gint64 key, SalonDay from, SalonDay to)
{
  return client->added >= from && client->added <= to && is_row (s, client, "source", key, to);
}

/* Days on which that employee served her. */
static gint64
count_with (const PeopleSalon *s, const PeopleClient *client, gint64 key, SalonDay from, SalonDay to)
{
  SalonDay seen = SALON_DAY_NONE;
  gint64 n = 0;

  for (guint i = 0; i < client->visits->len; i++) {
    const PeopleVisit *visit = &g_array_index (client->visits, PeopleVisit, i);

    if (!people_counts (visit) || visit->day < from || visit->day > to || visit->day == seen
        || (key != G_MININT64 && visit->employee_id != key))
      continue;
    seen = visit->day;
    n++;
  }
  return n;
}

static gint64
count_served (const PeopleSalon *s, const PeopleClient *client, gint64 key, SalonDay from, SalonDay to)
{
  return count_with (s, client, key, from, to) > 0;
}

static void
test_counts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  gboolean full = g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0;
  g_autoptr (PeopleSalon) s = people_salon_new (rand, full ? 300 : 60);
  const SalonDay periods[][2] = { { TODAY - 300, TODAY }, { YMD (2024, 2, 29), YMD (2024, 5, 31) }, { TODAY - 600, TODAY - 20 } };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++) {
    SalonDay from = periods[i][0];
    SalonDay to = periods[i][1];

    check_column (s, "base", from, to, "source", "lost", count_base_lost);
    check_column (s, "base", from, to, "status", "clients", count_base);
    check_column (s, "new-clients", from, to, "first_employee", "clients", count_new);
    check_column (s, "new-clients", from, to, "first_employee", "again", count_again);
    check_column (s, "new-client-revenue", from, to, "month", "sold_time", count_sold_month);
    check_column (s, "sources", from, to, "source", "sold", count_sold);
    check_column (s, "sources", from, to, "source", "cards", count_cards);
    check_column (s, "clients-by-master", from, to, "employee", "clients", count_served);
    check_column (s, "clients-by-master", from, to, "employee", "visits", count_with);
  }
}

/* ---- classes */

static SalonDay
months_from (SalonDay to)
{
  return people_months_before (to + 1, 12);
}

static int
class_of (const PeopleSalon *s, const PeopleClient *client, SalonDay to)
{
  SalonDay from = months_from (to);
  gint64 sold = people_sold (client, from, to);
  gint64 above = 0, total = 0;

  for (guint i = 0; i < s->clients->len; i++) {
    gint64 other = people_sold (s->clients->pdata[i], from, to);

    total += other;
    above += other > sold ? other : 0;
  }
  if (client->pin != 0)
    return client->pin;
  return sold == 0 ? 0 : above * 100 < total * 80 ? 1 : above * 100 < total * 95 ? 2 : 3;
}

static gint64
count_class (const PeopleSalon *s, const PeopleClient *client, gint64 key, SalonDay from, SalonDay to)
{
  SalonDay last = MIN (to, TODAY - 1);
  int class = class_of (s, client, last);

  if (class == 0 || (key != G_MININT64 && class != key))
    return 0;
  return 1;
}

static gint64
count_recency (const PeopleSalon *s, const PeopleClient *client, gint64 key, SalonDay from, SalonDay to)
{
  static const int limits[] = { 30, 60, 90, 180 };
  int mark = 5;
  SalonDay day = to;

  if (client->archived || people_days (client, SALON_DAY_MIN, to) == 0)
    return 0;
  while (people_days (client, day, day) == 0)
    day--;
  for (int i = 0; i < 4 && to - day > limits[i]; i++)
    mark--;
  return key == G_MININT64 || 6 - mark == key;
}

static gboolean
load_settings (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  *(SalonSettings **) data = salon_settings_load (tx, NULL, error);
  return *(SalonSettings **) data != NULL;
}

static void
test_classes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (PeopleSalon) s = people_salon_new (rand, 60);
  SalonSettings *settings = NULL;
  g_autoptr (SalonReportTable) slices = run (s, "abc", TODAY - 10, TODAY, NULL);
  g_autoptr (SalonReportTable) matrix = run (s, "rfm", TODAY - 10, TODAY, NULL);

  salon_fixture_read (s->salon, load_settings, &settings);
  settings->rfm = (SalonRfmLimits){ { 30, 60, 90, 180 }, { 12, 8, 4, 2 }, { 80000, 40000, 20000, 10000 } };
  g_free (settings->name);
  settings->name = g_strdup ("Salon");
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_settings_save, settings, NULL, NULL));
  salon_settings_free (settings);
  check_column (s, "abc", TODAY - 10, TODAY, "class", "clients", count_class);
  check_column (s, "abc", TODAY - 200, TODAY - 100, "class", "clients", count_class);
  check_column (s, "rfm", TODAY - 10, TODAY, "recency", "clients", count_recency);
  check_column (s, "rfm", TODAY - 200, TODAY - 100, "recency", "clients", count_recency);
  g_assert_cmpint (slices->chart->kind, ==, SALON_CHART_PARETO);
  g_assert_cmpint (salon_chart_value (slices->chart, 1, slices->chart->categories->len - 1)->value, ==, 10000);
  g_assert_cmpint (matrix->chart->kind, ==, SALON_CHART_HEAT);
  g_assert_cmpuint (matrix->chart->categories->len, <=, 5);
}

/* ---- cohorts */

/* Two who came first in January 2025: one in February and March again, the other in May to another master.  One in May. */
static PeopleSalon *
cohorts (void)
{
  PeopleSalon *s = people_salon_new (NULL, 0);
  PeopleClient *often = people_salon_add (s);
  PeopleClient *seldom = people_salon_add (s);
  PeopleClient *young = people_salon_add (s);

  people_client_visit (often, YMD (2025, 1, 10), SALON_VISIT_DONE, s->masters[0], 1000, YMD (2025, 1, 1));
  people_client_visit (often, YMD (2025, 2, 9), SALON_VISIT_DONE, s->masters[0], 1000, YMD (2025, 1, 10));
  people_client_visit (often, YMD (2025, 3, 9), SALON_VISIT_DONE, s->masters[1], 1000, YMD (2025, 2, 13));
  people_client_visit (seldom, YMD (2025, 1, 31), SALON_VISIT_DONE, s->masters[1], 1000, YMD (2025, 1, 31));
  people_client_visit (seldom, YMD (2025, 5, 1), SALON_VISIT_DONE, s->masters[0], 1000, YMD (2025, 4, 30));
  people_client_visit (young, YMD (2025, 5, 20), SALON_VISIT_DONE, s->masters[0], 1000, YMD (2025, 5, 20));
  people_salon_write (s);
  return s;
}

static void
test_retention (void)
{
  g_autoptr (PeopleSalon) s = cohorts ();
  g_autoptr (SalonReportTable) table = run (s, "retention", YMD (2025, 1, 1), TODAY, NULL);
  const SalonReportRow *january = salon_report_table_row (table, 0);
  const SalonReportRow *may = salon_report_table_row (table, 4);
  const gint64 of_january[] = { 5000, 5000, 0, 5000, 0 };

  g_assert_cmpuint (table->rows->len, ==, 7); /* January to June, and all */
  g_assert_cmpint (people_value (table, january, "clients"), ==, 2);
  for (int i = 0; i < 5; i++) {
    g_autofree char *key = g_strdup_printf ("m%d", i + 1);

    g_assert_cmpint (people_value (table, january, key), ==, of_january[i]);
  }
  g_assert_cmpint (people_value_or (table, january, "m6", -1), ==, -1); /* July has not begun */
  g_assert_cmpint (people_value (table, may, "m1"), ==, 0);
  g_assert_false (may->is_incomplete);
  g_assert_true (salon_report_table_row (table, 5)->is_incomplete); /* June itself */
  g_assert_cmpint (people_value_or (table, may, "m2", -1), ==, -1);
  /* Of May, June is not over: only January counts. */
  g_assert_cmpint (people_value (table, total_of (table), "m1"), ==, 5000);
  g_assert_cmpint (table->chart->kind, ==, SALON_CHART_COHORTS);
  g_assert_cmpuint (table->chart->series->len, ==, 6);
  g_assert_cmpuint (table->chart->categories->len, ==, 12);
  g_assert_false (salon_chart_value (table->chart, 0, 0)->is_incomplete);
  g_assert_true (salon_chart_value (table->chart, 4, 0)->is_incomplete);
  g_assert_true (salon_chart_value (table->chart, 4, 1)->is_empty);
}

static void
test_return (void)
{
  const char *const shown[] = { "again30", "again60", "again90", "twice60", "twice90", "master30", "master60", "master90", NULL };
  const gint64 of_january[] = { 5000, 5000, 10000, 5000, 5000, 5000, 5000, 5000 };
  g_autoptr (PeopleSalon) s = cohorts ();
  g_autoptr (SalonReportSpec) plain = people_spec ("return-rate", YMD (2025, 1, 1), TODAY, NULL);
  g_autoptr (SalonReportSpec) spec = salon_report_spec_with_measures (plain, shown);
  g_autoptr (SalonReportTable) table = people_run (s, spec, NULL);
  const SalonReportRow *january = salon_report_table_row (table, 0);
  const SalonReportRow *may = salon_report_table_row (table, 4);
  g_autoptr (GArray) behind = people_behind (s, spec, january, "master90");

  for (int i = 0; shown[i] != NULL; i++)
    g_assert_cmpint (people_value (table, january, shown[i]), ==, of_january[i]);
  g_assert_false (january->is_incomplete);
  g_assert_true (may->is_incomplete);
  g_assert_cmpint (people_value (table, may, "again30"), ==, 0);
  g_assert_cmpint (people_value (table, total_of (table), "again90"), ==, 10000); /* May is too young */
  g_assert_cmpuint (behind->len, ==, 1);
  g_assert_cmpint (g_array_index (behind, gint64, 0), ==, ((PeopleClient *) s->clients->pdata[0])->id);
}

/* Six visits: one was booked again on the day, one four days later, one 89 days later, three never. */
static void
test_rebooking (void)
{
  g_autoptr (PeopleSalon) s = cohorts ();
  g_autoptr (SalonReportTable) table = run (s, "rebooking", YMD (2025, 1, 1), TODAY, BY (NULL));
  const SalonReportRow *all = total_of (table);
  g_autoptr (SalonReportTable) masters = run (s, "rebooking", YMD (2025, 1, 1), YMD (2025, 1, 31), BY ("employee"));

  g_assert_cmpint (people_value (table, all, "visits"), ==, 6);
  g_assert_cmpint (people_value (table, all, "same_day"), ==, 1667); /* 1 of 6 */
  g_assert_cmpint (people_value (table, all, "in_7_days"), ==, 3333);     /* 2 of 6 */
  g_assert_cmpint (people_value (table, all, "in_30_days"), ==, 4000);    /* 2 of 5: of 20 May the 30 days are not over */
  g_assert_cmpuint (masters->rows->len, ==, 3);
  g_assert_cmpint (people_value (masters, total_of (masters), "same_day"), ==, 5000);
}

/* ---- lists */

static PeopleClient *
born (PeopleSalon *s, int year, int month, int mday)
{
  PeopleClient *client = people_salon_add (s);

  client->birth_year = year;
  client->birth_month = month;
  client->birth_mday = mday;
  return client;
}

/* Over the end of the year, on a leap day, without the year; who is archived has none. */
static void
test_birthdays (void)
{
  g_autoptr (PeopleSalon) s = people_salon_new (NULL, 0);
  g_autoptr (SalonReportTable) nobody = run (s, "birthdays", TODAY, TODAY + 30, NULL);
  g_autoptr (SalonReportTable) winter = NULL;
  g_autoptr (SalonReportTable) leap = NULL;
  const PeopleClient *january = born (s, 1990, 1, 2);
  const PeopleClient *december = born (s, 0, 12, 31);
  const PeopleClient *leap_day = born (s, 2000, 2, 29);

  born (s, 1980, 12, 31)->archived = TRUE;
  born (s, 1980, 6, 1);
  people_salon_write (s);
  g_assert_cmpuint (nobody->rows->len, ==, 0);
  g_assert_null (nobody->chart);
  winter = run (s, "birthdays", YMD (2025, 12, 15), YMD (2026, 2, 28), NULL);
  g_assert_cmpuint (winter->rows->len, ==, 3);
  g_assert_cmpint (salon_report_table_row (winter, 0)->opens_id, ==, december->id);
  g_assert_cmpint (people_value (winter, salon_report_table_row (winter, 0), "day"), ==, YMD (2025, 12, 31));
  g_assert_cmpint (people_value_or (winter, salon_report_table_row (winter, 0), "age", -1), ==, -1);
  g_assert_cmpint (salon_report_table_row (winter, 1)->opens_id, ==, january->id);
  g_assert_cmpint (people_value (winter, salon_report_table_row (winter, 1), "age"), ==, 36);
  g_assert_cmpint (salon_report_table_row (winter, 2)->opens_id, ==, leap_day->id);
  g_assert_cmpint (people_value (winter, salon_report_table_row (winter, 2), "day"), ==, YMD (2026, 2, 28));
  leap = run (s, "birthdays", YMD (2028, 2, 29), YMD (2028, 2, 29), NULL);
  g_assert_cmpuint (leap->rows->len, ==, 1);
  g_assert_cmpint (people_value (leap, salon_report_table_row (leap, 0), "age"), ==, 28);
}

/* Who has no booking stands first; everybody behind the list is a client of it. */
static void
test_monitor (void)
{
  g_autoptr (PeopleSalon) s = people_salon_new (NULL, 0);
  PeopleClient *booked = people_salon_add (s);
  PeopleClient *waiting = people_salon_add (s);
  PeopleClient *fresh = people_salon_add (s);
  PeopleClient *old = people_salon_add (s);
  g_autoptr (SalonReportTable) table = NULL;

  booked->added = TODAY - 20;
  people_client_visit (booked, TODAY + 5, SALON_VISIT_BOOKED, s->masters[0], 1000, TODAY - 20);
  waiting->added = TODAY - 10;
  fresh->added = TODAY - 400;
  people_client_visit (fresh, TODAY - 3, SALON_VISIT_DONE, s->masters[0], 1000, TODAY - 3);
  old->added = TODAY - 400;
  people_client_visit (old, TODAY - 200, SALON_VISIT_DONE, s->masters[0], 1000, TODAY - 200);
  people_salon_write (s);
  table = run (s, "new-and-potential", TODAY - 30, TODAY, NULL);
  g_assert_cmpuint (table->rows->len, ==, 3);
  g_assert_cmpint (salon_report_table_row (table, 0)->opens_id, ==, waiting->id);
  g_assert_cmpint (people_value (table, salon_report_table_row (table, 0), "since"), ==, 10);
  g_assert_cmpint (salon_report_table_row (table, 1)->opens_id, ==, fresh->id);
  g_assert_cmpint (people_value (table, salon_report_table_row (table, 1), "since"), ==, 3);
  g_assert_cmpint (salon_report_table_row (table, 2)->opens_id, ==, booked->id);
  g_assert_cmpint (people_value (table, salon_report_table_row (table, 2), "booked"), ==, TODAY + 5);
  /* nobody of these is permanent or lost: no empty places for them */
  g_assert_cmpuint (table->chart->categories->len, ==, 2);
  g_assert_cmpint (salon_chart_value (table->chart, 0, 0)->value, ==, 1); /* potential and booked */
  g_assert_cmpint (salon_chart_value (table->chart, 1, 0)->value, ==, 1); /* potential, not booked */
  g_assert_cmpint (salon_chart_value (table->chart, 0, 1)->value, ==, 0);
  g_assert_cmpint (salon_chart_value (table->chart, 1, 1)->value, ==, 1); /* new */
}

/* ---- every report */

static void
check_report (PeopleSalon *s, const SalonReport *report, SalonDay from, SalonDay to)
{
  g_autoptr (SalonReportSpec) spec = people_spec (salon_report_key (report), from, to, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReportTable) table = people_run (s, spec, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (table->columns->len, >, 0);
  g_assert_true (table->rows->len > 0 || table->chart == NULL);
  for (guint i = 0; i < table->rows->len; i++)
    g_assert_cmpuint (salon_report_table_row (table, i)->cells->len, ==, table->columns->len);
  if (table->chart == NULL)
    return;
  for (guint i = 0; i < table->chart->series->len; i++)
    g_assert_cmpuint (salon_chart_series (table->chart, i)->values->len, ==, table->chart->categories->len);
}

/* With every grouping that it offers, alone and with another, and every kind of chart. */
static void
check_choices (PeopleSalon *s, const SalonReport *report)
{
  g_autoptr (GArray) words = salon_report_dimensions (report);

  for (guint i = 0; i < words->len; i++) {
    const char *first = g_array_index (words, SalonReportWord, i).key;
    const char *second = g_array_index (words, SalonReportWord, (i + 5) % words->len).key;
    const char *const by[] = { first, i % 2 == 0 || strcmp (first, second) == 0 ? NULL : second, NULL };
    g_autoptr (SalonReportSpec) plain = people_spec (salon_report_key (report), TODAY - 100, TODAY, by);
    g_autoptr (SalonReportSpec) spec = salon_report_spec_with_chart (plain, (int) i % SALON_N_CHART_KINDS);
    g_autoptr (GError) error = NULL;
    g_autoptr (SalonReportTable) table = people_run (s, spec, &error);

    if (g_error_matches (error, SALON_ERROR, SALON_ERROR_VALIDATION) && strstr (error->message, "one length of time") != NULL)
      continue;
    g_assert_no_error (error);
    for (guint k = 0; table->chart != NULL && k < table->chart->series->len; k++)
      g_assert_cmpuint (salon_chart_series (table->chart, k)->values->len, ==, table->chart->categories->len);
  }
}

static void
test_every (void)
{
  static const char *const keys[] = { "inflow", "base", "clients-by-master", "new-clients", "new-client-revenue", "sources", "return-rate",
                                      "retention", "rebooking", "abc", "rfm", "new-and-potential", "birthdays" };
  const SalonDay periods[][2] = { { TODAY, TODAY }, { YMD (2024, 2, 29), YMD (2024, 2, 29) }, { TODAY - 400, TODAY + 40 },
                                  { YMD (2015, 1, 1), YMD (2015, 12, 31) }, { TODAY + 1, TODAY + 30 }, { YMD (1900, 1, 1), TODAY } };
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (PeopleSalon) s = people_salon_new (rand, 25);
  g_autoptr (PeopleSalon) nobody = people_salon_new (NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    const SalonReport *report = salon_report_find (keys[i]);

    g_assert_nonnull (report);
    for (guint k = 0; k < G_N_ELEMENTS (periods); k++) {
      check_report (s, report, periods[k][0], periods[k][1]);
      check_report (nobody, report, periods[k][0], periods[k][1]);
    }
    check_choices (s, report);
  }
}

static gboolean
opens (PeopleSalon *s, SalonReportSpec *spec, const SalonReportRow *row, gboolean people)
{
  SalonBehindRequest *request = salon_behind_request_new (spec, row, NULL, people);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReportTable) table = salon_session_query_sync (s->salon->session, &salon_query_report_behind, request, &error);

  salon_behind_request_free (request);
  return table != NULL;
}

/* The answer says whether it can be asked who or what stands behind its numbers. */
static void
test_behind_is_told (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (PeopleSalon) s = people_salon_new (rand, 25);
  guint n_all = 0;
  guint n_open = 0;
  guint n_shut = 0;
  const SalonReport *const *reports = salon_reports (&n_all);

  for (guint i = 0; i < n_all; i++) {
    g_autoptr (SalonReportSpec) spec = people_spec (salon_report_key (reports[i]), TODAY - 100, TODAY, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (SalonReportTable) table = people_run (s, spec, &error);
    const SalonReportRow *row = NULL;

    g_assert_no_error (error);
    if (table->rows->len == 0)
      continue;
    row = salon_report_table_row (table, 0);
    g_assert_true (table->has_behind == (opens (s, spec, row, TRUE) || opens (s, spec, row, FALSE)));
    n_open += table->has_behind;
    n_shut += !table->has_behind;
  }
  g_assert_cmpuint (n_open, >, 12);
  g_assert_cmpuint (n_shut, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-people/counts", test_counts);
  g_test_add_func ("/report-people/classes", test_classes);
  g_test_add_func ("/report-people/retention", test_retention);
  g_test_add_func ("/report-people/return", test_return);
  g_test_add_func ("/report-people/rebooking", test_rebooking);
  g_test_add_func ("/report-people/birthdays", test_birthdays);
  g_test_add_func ("/report-people/monitor", test_monitor);
  g_test_add_func ("/report-people/every", test_every);
  g_test_add_func ("/report-people/behind-is-told", test_behind_is_told);
  return g_test_run ();
}
