/* What the panel, the list and the overview of clients cost: bench-clients DATABASE [JSON]
 *
 * The floor of the panel is to read all visits of the client and nothing else; of the list, a scan of the index of its
 * order; of the overview by the rule, a scan of the index of all visits. */
#include "bench-salon.h"
#include "model/services/client-panel.h"
#include "model/services/clients.h"
#include "model/services/overview.h"

#define N_PANELS 400
#define PAGE     64

static BenchSamples *
time_bare (BenchSalon *salon, const char *sql, GArray *ids, int n)
{
  BenchSamples *samples = bench_samples_new ();
  sqlite3_stmt *stmt = bench_salon_prepare (salon, sql);

  for (int i = 0; i < n; i++) {
    gint64 since = bench_now ();

    if (ids != NULL)
      sqlite3_bind_int64 (stmt, 1, g_array_index (ids, gint64, (guint) i % ids->len));
    bench_salon_run (stmt);
    bench_samples_add (samples, since);
  }
  sqlite3_finalize (stmt);
  return samples;
}

static BenchSamples *
time_panels (BenchSalon *salon, GArray *ids)
{
  BenchSamples *samples = bench_samples_new ();

  for (guint i = 0; i < ids->len; i++) {
    SalonPanelRequest request = { g_array_index (ids, gint64, i), SALON_DAY_NONE };
    gint64 since = bench_now ();
    g_autoptr (SalonClientPanel) panel = bench_salon_query (salon, &salon_query_client_panel, &request);

    bench_samples_add (samples, since);
  }
  return samples;
}

static void
report_panels (BenchSalon *salon, BenchReport *report, const char *name, const char *sql)
{
  g_autoptr (GArray) ids = bench_salon_ids (salon, sql);
  g_autoptr (BenchSamples) floor = time_bare (salon, "SELECT * FROM visit WHERE client_id = ?1", ids, (int) ids->len);
  g_autoptr (BenchSamples) panel = time_panels (salon, ids);
  g_autofree char *p99 = g_strconcat (name, ".p99", NULL);

  bench_report_add (report, name, bench_median (panel), "us", bench_median (floor));
  bench_report_add (report, p99, bench_percentile (panel, 99), "us", bench_percentile (floor, 99));
  bench_report_goal (report, "a panel with everything in it: at most 5 ms", bench_percentile (panel, 99) <= 5000);
}

static void
measure_panel (BenchSalon *salon, BenchReport *report)
{
  g_autofree char *any = g_strdup_printf ("SELECT id FROM client WHERE archived_at IS NULL ORDER BY (id * 7919) %% 100003 LIMIT %d", N_PANELS);
  g_autofree char *busiest = g_strdup_printf ("SELECT client_id FROM client_stat ORDER BY visit_days DESC LIMIT %d", N_PANELS);

  report_panels (salon, report, "panel.any", any);
  report_panels (salon, report, "panel.busiest", busiest);
}

static void
measure_order (BenchSalon *salon, BenchReport *report, SalonClientSort sort, const char *name, const char *floor_sql, gint64 n)
{
  g_autoptr (BenchSamples) floor = time_bare (salon, floor_sql, NULL, 5);
  g_autoptr (BenchSamples) samples = bench_samples_new ();
  SalonClientListRequest request = { sort, TRUE, NULL };

  for (int i = 0; i < 5; i++) {
    gint64 since = bench_now ();
    g_autoptr (GArray) ids = bench_salon_query (salon, &salon_query_client_ids, &request);

    bench_samples_add (samples, since);
  }
  bench_report_add (report, name, bench_median (samples), "us", bench_median (floor));
  bench_report_goal (report, "ids of 100,000 clients in order: at most 100 ms", bench_median (samples) <= MAX (n, 1000));
}

static void
measure_rows (BenchSalon *salon, BenchReport *report)
{
  SalonClientListRequest request = { SALON_CLIENT_SORT_NAME, FALSE, NULL };
  g_autoptr (GArray) ids = bench_salon_query (salon, &salon_query_client_ids, &request);
  g_autoptr (BenchSamples) samples = bench_samples_new ();

  for (guint i = 0; i < 200; i++) {
    guint from = (guint) g_rand_int_range (salon->random, 0, (gint32) MAX (ids->len, PAGE + 1) - PAGE);
    g_autoptr (GArray) page = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autoptr (GPtrArray) rows = NULL;
    gint64 since = bench_now ();

    g_array_append_vals (page, &g_array_index (ids, gint64, from), MIN (PAGE, ids->len - from));
    rows = bench_salon_query (salon, &salon_query_client_rows, page);
    bench_samples_add (samples, since);
  }
  bench_report_add (report, "list.page-of-64", bench_median (samples), "us", 0);
  bench_report_add (report, "list.page-of-64.p99", bench_percentile (samples, 99), "us", 0);
}

static void
measure_narrowed (BenchSalon *salon, BenchReport *report, const char *text, const char *name)
{
  SalonClientListRequest request = { SALON_CLIENT_SORT_NAME, FALSE, (char *) text };
  g_autoptr (BenchSamples) samples = bench_samples_new ();

  for (int i = 0; i < 10; i++) {
    gint64 since = bench_now ();
    g_autoptr (GArray) ids = bench_salon_query (salon, &salon_query_client_ids, &request);

    bench_samples_add (samples, since);
  }
  bench_report_add (report, name, bench_median (samples), "us", 0);
}

static void
measure_list (BenchSalon *salon, BenchReport *report)
{
  gint64 n = bench_salon_number (salon, "SELECT count(*) FROM client");

  measure_order (salon, report, SALON_CLIENT_SORT_FREQUENT, "list.by-visits",
                 "SELECT client_id FROM client_stat WHERE archived = 0 ORDER BY visit_days", n);
  measure_order (salon, report, SALON_CLIENT_SORT_NAME, "list.by-name",
                 "SELECT client_id FROM client_stat WHERE archived = 0 ORDER BY name_key", n);
  measure_order (salon, report, SALON_CLIENT_SORT_ADDED, "list.by-added",
                 "SELECT id FROM client WHERE archived_at IS NULL ORDER BY created_at", n);
  measure_rows (salon, report);
  measure_narrowed (salon, report, "a", "list.narrowed-by-one-letter");
  measure_narrowed (salon, report, "kalnina", "list.narrowed-by-a-name");
}

static void
measure_overview (BenchSalon *salon, BenchReport *report)
{
  g_autoptr (BenchSamples) floor = time_bare (salon, "SELECT sum (day + state) FROM visit INDEXED BY visit_client", NULL, 3);
  g_autoptr (BenchSamples) today = bench_samples_new ();
  g_autoptr (BenchSamples) as_of = bench_samples_new ();
  SalonSplitRequest now = { SALON_DAY_NONE, NULL };
  SalonSplitRequest then = { salon->today - 100, NULL };

  for (int i = 0; i < 3; i++) {
    g_autofree SalonSplit *by_figures = NULL;
    g_autofree SalonSplit *by_rule = NULL;
    gint64 since = bench_now ();

    by_figures = bench_salon_query (salon, &salon_query_split, &now);
    bench_samples_add (today, since);
    since = bench_now ();
    by_rule = bench_salon_query (salon, &salon_query_split, &then);
    bench_samples_add (as_of, since);
  }
  bench_report_add (report, "overview.today", bench_median (today), "us", 0);
  bench_report_add (report, "overview.another-day", bench_median (as_of), "us", bench_median (floor));
}

int
main (int argc, char **argv)
{
  BenchSalon *salon = NULL;
  BenchReport *report = NULL;

  if (argc < 2) {
    g_printerr ("usage: bench-clients DATABASE [JSON]\n");
    return 2;
  }
  salon = bench_salon_open (argv[1]);
  report = bench_report_new (argv[1]);
  measure_panel (salon, report);
  measure_list (salon, report);
  measure_overview (salon, report);
  bench_report_finish (report, argc > 2 ? argv[2] : NULL);
  bench_salon_close (salon);
  return 0;
}
