/* What an export of all clients costs, in time and in memory: bench-export DATABASE [JSON]
 *
 * All columns there are, and the usual ones, as XLSX; the usual ones as CSV.  The floor is to read every client and her
 * figures, and nothing else. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "bench-salon.h"
#include "exchange/create-writer.h"
#include "model/services/clients.h"
#include "model/services/export-columns.h"
#include "model/services/exports.h"

#define FLOOR "SELECT * FROM client c JOIN client_stat s ON s.client_id = c.id"

/* The highest use of memory since the last call of forget_peak(), kB; -1 where the system does not tell. */
static double
peak_kb (void)
{
  g_autofree char *status = NULL;
  const char *line = NULL;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return -1;
  line = strstr (status, "VmHWM:");
  return line != NULL ? (double) g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10) : -1;
}

static void
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

static char **
columns_of (BenchSalon *salon, gboolean all)
{
  g_autoptr (GPtrArray) columns = bench_salon_query (salon, &salon_query_export_columns, NULL);
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = 0; i < columns->len; i++) {
    const SalonExportColumn *column = columns->pdata[i];

    if (all || column->is_preset)
      g_ptr_array_add (keys, g_strdup (column->key));
  }
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (keys, FALSE);
}

static void
write_once (BenchSalon *salon, GArray *ids, char **columns, SalonExchangeFormat format, const char *path)
{
  g_autoptr (SalonExportOrder) order = salon_export_order_new (ids, (const char *const *) columns, SALON_EXPORT_XLSX, path);
  g_autoptr (GError) error = NULL;
  SalonRowWriter *writer = salon_exchange_create (path, format, salon_currency_by_code ("EUR"), "Clients", &error);
  SalonExportWrite *request = NULL;
  g_autofree gint64 *n = NULL;

  g_assert_no_error (error);
  request = salon_export_write_new (order, writer);
  n = bench_salon_query (salon, &salon_query_export_write, request);
  g_assert_cmpint (*n, ==, ids->len);
  salon_export_write_free (request);
}

static void
measure (BenchSalon *salon, BenchReport *report, GArray *ids, gboolean all, SalonExchangeFormat format, const char *name,
         double floor)
{
  g_auto (GStrv) columns = columns_of (salon, all);
  g_autofree char *path = g_strdup_printf ("%s/salon-bench-%d%s", g_get_tmp_dir (), g_random_int_range (0, 1 << 30),
                                           salon_exchange_format_get_suffix (format));
  g_autofree char *memory = g_strconcat (name, ".peak-memory", NULL);
  g_autoptr (BenchSamples) samples = bench_samples_new ();
  double before = 0;
  double more = 0;

  for (int i = 0; i < 3; i++) {
    gint64 since = 0;

    forget_peak ();
    before = peak_kb ();
    since = bench_now ();
    write_once (salon, ids, columns, format, path);
    bench_samples_add (samples, since);
    more = MAX (more, peak_kb () - before);
  }
  (void) g_unlink (path);
  bench_report_add (report, name, bench_median (samples), "us", floor);
  bench_report_add (report, memory, more, "kB", 0);
  bench_report_goal (report, "an export of 100,000 clients: at most 15 s", bench_median (samples) <= 150.0 * ids->len + 1e6);
  bench_report_goal (report, "its memory does not grow with the clients: at most 64 MB", more <= 64 * 1024);
}

int
main (int argc, char **argv)
{
  BenchSalon *salon = NULL;
  BenchReport *report = NULL;
  g_autoptr (GArray) ids = NULL;
  sqlite3_stmt *stmt = NULL;
  SalonClientListRequest request = { SALON_CLIENT_SORT_NAME, FALSE, NULL, NULL };
  gint64 since = 0;
  double floor = 0;

  if (argc < 2) {
    g_printerr ("usage: bench-export DATABASE [JSON]\n");
    return 2;
  }
  salon = bench_salon_open (argv[1]);
  report = bench_report_new (argv[1]);
  ids = bench_salon_query (salon, &salon_query_client_ids, &request);
  stmt = bench_salon_prepare (salon, FLOOR);
  since = bench_now ();
  bench_salon_run (stmt);
  floor = (double) (bench_now () - since);
  sqlite3_finalize (stmt);
  measure (salon, report, ids, FALSE, SALON_EXCHANGE_CSV, "export.csv", floor);
  measure (salon, report, ids, FALSE, SALON_EXCHANGE_XLSX, "export.xlsx", floor);
  measure (salon, report, ids, TRUE, SALON_EXCHANGE_XLSX, "export.xlsx.all-columns", floor);
  bench_report_finish (report, argc > 2 ? argv[2] : NULL);
  bench_salon_close (salon);
  return 0;
}
