/* What reports cost: bench-reports DATABASE [JSON]
 *
 * The floor of those about clients is one scan of the index of visits by client, in its order; of those about sales one scan
 * of the index of postings by day and employee.  Goal: inflow and outflow of ten years by month, and sales by employee by month,
 * in two scans. */
#include "bench-salon.h"
#include "model/services/reports.h"

#define ROUNDS 5
#define YEARS  10

#define SQL_VISITS "SELECT client_id, day FROM visit INDEXED BY visit_client WHERE state BETWEEN 3 AND 5 ORDER BY client_id, day"
#define SQL_SALES  "SELECT employee_id, sold FROM posting INDEXED BY posting_report WHERE sold <> 0 ORDER BY day"

static double
floor_of (BenchSalon *salon, const char *sql)
{
  g_autoptr (BenchSamples) samples = bench_samples_new ();
  sqlite3_stmt *stmt = bench_salon_prepare (salon, sql);
  gint64 sum = 0;

  for (int i = 0; i < ROUNDS; i++) {
    gint64 since = bench_now ();

    while (sqlite3_step (stmt) == SQLITE_ROW)
      sum += sqlite3_column_int64 (stmt, 0) + sqlite3_column_int64 (stmt, 1);
    sqlite3_reset (stmt);
    bench_samples_add (samples, since);
  }
  sqlite3_finalize (stmt);
  g_print ("# sum %" G_GINT64_FORMAT "\n", sum);
  return bench_median (samples);
}

static double
time_report (BenchSalon *salon, const char *text)
{
  g_autoptr (BenchSamples) samples = bench_samples_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReportSpec) spec = salon_report_spec_parse (text, &error);
  SalonReportRequest request = { .spec = spec };

  if (spec == NULL)
    g_error ("%s: %s", text, error->message);
  for (int i = 0; i < ROUNDS; i++) {
    gint64 since = bench_now ();
    g_autoptr (SalonReportTable) table = bench_salon_query (salon, &salon_query_report, &request);

    bench_samples_add (samples, since);
  }
  return bench_median (samples);
}

static char *
period_text (const BenchSalon *salon, int years)
{
  g_autofree char *from = salon_day_format_iso (salon_day_add_months (salon->today, -12 * years));
  g_autofree char *to = salon_day_format_iso (salon->today);

  return g_strdup_printf ("%s..%s", from, to);
}

static double
measure (BenchSalon *salon, BenchReport *report, const char *name, const char *words, int years, double floor)
{
  g_autofree char *period = period_text (salon, years);
  g_autofree char *text = g_strdup_printf ("%s during %s", words, period);
  double time = time_report (salon, text);

  bench_report_add (report, name, time, "us", floor);
  return time;
}

int
main (int argc, char **argv)
{
  BenchSalon *salon = NULL;
  BenchReport *report = NULL;
  double floor = 0;
  double floor_of_sales = 0;
  double inflow = 0;
  double sales = 0;

  if (argc < 2) {
    g_printerr ("usage: bench-reports DATABASE [JSON]\n");
    return 2;
  }
  salon = bench_salon_open (argv[1]);
  report = bench_report_new (argv[1]);
  floor = floor_of (salon, SQL_VISITS);
  inflow = measure (salon, report, "inflow.ten-years.by-month", "inflow by month", YEARS, floor);
  measure (salon, report, "inflow.ten-years.by-day", "inflow by day", YEARS, floor);
  measure (salon, report, "inflow.ten-years.by-month-source-gender", "inflow by month, source, gender", YEARS, floor);
  measure (salon, report, "base.by-source", "base by source", 1, floor);
  measure (salon, report, "abc", "abc", 1, floor);
  measure (salon, report, "rfm", "rfm", 1, floor);
  measure (salon, report, "retention.ten-years", "retention by month", YEARS, floor);
  measure (salon, report, "return-rate.ten-years", "return-rate by month", YEARS, floor);
  measure (salon, report, "rebooking.ten-years", "rebooking by month", YEARS, floor);
  measure (salon, report, "new-clients.ten-years", "new-clients by month, first_employee", YEARS, floor);
  measure (salon, report, "clients-by-master.year", "clients-by-master by employee", 1, floor);
  floor_of_sales = floor_of (salon, SQL_SALES);
  sales = measure (salon, report, "sold.ten-years.by-employee-month", "sales by employee, month show sold", YEARS, floor_of_sales);
  measure (salon, report, "sales.ten-years.by-employee-month", "sales-by-employee by employee, month", YEARS, floor_of_sales);
  measure (salon, report, "sales.ten-years.by-month-kind", "sales by month, kind", YEARS, floor_of_sales);
  measure (salon, report, "sales.ten-years.by-client", "sales-by-client by client", YEARS, floor_of_sales);
  measure (salon, report, "sales.ten-years.by-service", "services by service_category, service", YEARS, floor_of_sales);
  measure (salon, report, "visits.ten-years.by-month", "visits by month", YEARS, floor);
  bench_report_goal (report, "sales by employee by month of ten years in two scans of the postings by day",
                     sales <= 2 * floor_of_sales);
  bench_report_goal (report, "inflow of ten years by month in two scans of the visits by client", inflow <= 2 * floor);
  bench_report_finish (report, argc > 2 ? argv[2] : NULL);
  bench_salon_close (salon);
  return 0;
}
