/* What filters, segments and sort orders of the list cost: bench-filters DATABASE [JSON]
 *
 * The floor is one scan of the table of clients.  Goals: all filters at once, number and first page, in two scans. */
#include "bench-salon.h"
#include "model/entities/filter-text.h"
#include "model/services/clients.h"
#include "model/services/filters.h"
#include "model/services/segments.h"

#define ROUNDS       5
#define FLOOR_ROUNDS 25

/* All kinds at once, none of which lets the others be skipped by an index. */
#define EVERYTHING                                                                                \
  "status in (new, permanent, lost) and not gender = male and (age 20..70 or not birthday) and visits >= 1"     \
  " and sold >= 1 and not tag in (1, 2) and not category = 1 and last_visit before today and added before today" \
  " and not booking 2024-01-01..2024-01-07 and not upcoming = 1 and phone and not booked_online"  \
  " and (master in (1, 2, 3, 4, 5) or service in (1, 2, 3, 4, 5, 6, 7, 8)) and no_shows <= 5 and discount <= 50" \
  " and importance in (none, a, b, c) and not archived"

static double
floor_of (BenchSalon *salon)
{
  g_autoptr (BenchSamples) samples = bench_samples_new ();
  sqlite3_stmt *stmt = bench_salon_prepare (salon, "SELECT sum (length (coalesce (note, ''))) FROM client");

  for (int i = 0; i < FLOOR_ROUNDS; i++) {
    gint64 since = bench_now ();

    bench_salon_run (stmt);
    bench_samples_add (samples, since);
  }
  sqlite3_finalize (stmt);
  return bench_median (samples);
}

static double
time_ids (BenchSalon *salon, SalonFilter *filter, SalonClientSort sort)
{
  g_autoptr (BenchSamples) samples = bench_samples_new ();
  SalonClientListRequest request = { sort, TRUE, NULL, filter };

  for (int i = 0; i < ROUNDS; i++) {
    gint64 since = bench_now ();
    g_autoptr (GArray) ids = bench_salon_query (salon, &salon_query_client_ids, &request);

    bench_samples_add (samples, since);
  }
  return bench_median (samples);
}

static double
time_count (BenchSalon *salon, SalonFilter *filter)
{
  g_autoptr (BenchSamples) samples = bench_samples_new ();
  SalonFilterRequest request = { filter, NULL, 0 };

  for (int i = 0; i < ROUNDS; i++) {
    gint64 since = bench_now ();
    g_autoptr (SalonFilterPreview) preview = bench_salon_query (salon, &salon_query_filter_preview, &request);

    bench_samples_add (samples, since);
  }
  return bench_median (samples);
}

static void
measure_filter (BenchSalon *salon, BenchReport *report, const char *name, const char *text, double floor)
{
  g_autoptr (SalonFilter) filter = salon_filter_parse (text, NULL);
  g_autofree char *count_name = g_strconcat (name, ".count", NULL);
  g_autofree char *ids_name = g_strconcat (name, ".ids", NULL);
  double count = time_count (salon, filter);
  double ids = time_ids (salon, filter, SALON_CLIENT_SORT_FREQUENT);

  bench_report_add (report, count_name, count, "us", floor);
  bench_report_add (report, ids_name, ids, "us", floor);
  bench_report_goal (report, "all filters at once, number and list: each at most two scans", MAX (count, ids) <= 2 * floor);
}

static void
measure_sorts (BenchSalon *salon, BenchReport *report, double floor)
{
  for (int sort = 0; sort < SALON_CLIENT_N_SORTS; sort++) {
    g_autofree char *name = g_strconcat ("sort.", salon_client_sort_word ((SalonClientSort) sort), NULL);

    bench_report_add (report, name, time_ids (salon, NULL, (SalonClientSort) sort), "us", floor);
  }
}

/* How many are in the segment whose count takes longest, and in all of them, as the list of segments shows them.  A salon
 * on which the program never ran has none. */
static void
measure_segments (BenchSalon *salon, BenchReport *report, double floor)
{
  g_autoptr (BenchSamples) samples = bench_samples_new ();
  SalonSegmentListRequest bare = { FALSE, FALSE };
  SalonSegmentListRequest counted = { FALSE, TRUE };
  g_autoptr (GPtrArray) segments = bench_salon_query (salon, &salon_query_segments, &bare);
  double slowest = 0;

  if (segments->len == 0) {
    g_print ("# no segments\n");
    return;
  }
  for (guint i = 0; i < segments->len; i++)
    slowest = MAX (slowest, time_count (salon, ((const SalonSegmentInfo *) segments->pdata[i])->filter));
  bench_report_add (report, "segment.slowest.count", slowest, "us", floor);
  for (int i = 0; i < ROUNDS; i++) {
    gint64 since = bench_now ();
    g_autoptr (GPtrArray) infos = bench_salon_query (salon, &salon_query_segments, &counted);

    bench_samples_add (samples, since);
  }
  bench_report_add (report, "segment.all.count", bench_median (samples), "us", floor * segments->len);
  bench_report_goal (report, "members of a segment in two scans, of all in two scans each",
                     MAX (slowest, bench_median (samples) / segments->len) <= 2 * floor);
}

int
main (int argc, char **argv)
{
  BenchSalon *salon = NULL;
  BenchReport *report = NULL;
  double floor = 0;

  if (argc < 2) {
    g_printerr ("usage: bench-filters DATABASE [JSON]\n");
    return 2;
  }
  salon = bench_salon_open (argv[1]);
  report = bench_report_new (argv[1]);
  floor = floor_of (salon);
  measure_filter (salon, report, "filter.everything", EVERYTHING, floor);
  measure_filter (salon, report, "filter.lost-top-fifth", "status = lost and top_share <= 20", floor);
  measure_filter (salon, report, "filter.no-second-booking", "status = new and visits = 1 and not upcoming", floor);
  measure_filter (salon, report, "filter.master-last-month", "master = 1 within last_month", floor);
  measure_filter (salon, report, "filter.birthday", "birthday today..today+7", floor);
  measure_segments (salon, report, floor);
  measure_sorts (salon, report, floor);
  bench_report_finish (report, argc > 2 ? argv[2] : NULL);
  bench_salon_close (salon);
  return 0;
}
