/* What selling costs: bench-sale DATABASE [JSON]
 *
 * DATABASE is a generated salon (salonctl generate --size salon|large|huge); it is copied beside itself first.  A sale of ten
 * lines, paid in cash by a client, is compared with one row into one table of an own file with the same safety, between
 * two sales. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "bench.h"
#include "model/services/sale.h"
#include "model/services/session.h"

#define N_SALES 400
#define N_LINES 10
#define N_CLIENTS 300 /* every salon has so many */

typedef struct {
  char *folder;
  char *path;
  SalonClock *clock;
  SalonSession *session;
  sqlite3 *bare;
  sqlite3_stmt *insert;
  gint64 first_item;
} Bench;

static void
run_sql (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
}

/* Goods and an open drawer, whatever is there. */
static void
prepare_file (Bench *bench)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert (sqlite3_open (bench->path, &db) == SQLITE_OK);
  for (int i = 0; i < N_LINES; i++)
    run_sql (db, "INSERT INTO item (name, price, position) VALUES ('Bench', 1299, 9999)");
  g_assert (sqlite3_prepare_v2 (db, "SELECT max (id) FROM item", -1, &stmt, NULL) == SQLITE_OK);
  sqlite3_step (stmt);
  bench->first_item = sqlite3_column_int64 (stmt, 0) - N_LINES + 1;
  sqlite3_finalize (stmt);
  run_sql (db, "INSERT INTO cash_drawer (name) VALUES ('Bench')");
  run_sql (db, "INSERT INTO cash_shift (drawer_id, day, opened_at, opened_by_id, opening)"
               " SELECT max (id), 20255, 0, 0, 0 FROM cash_drawer");
  sqlite3_close (db);
}

static void
prepare_bare (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->folder, "bare.db", NULL);

  g_assert (sqlite3_open (path, &bench->bare) == SQLITE_OK);
  run_sql (bench->bare, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER)");
  g_assert (sqlite3_prepare_v2 (bench->bare, "INSERT INTO t (x) VALUES (1)", -1, &bench->insert, NULL) == SQLITE_OK);
}

static void
bench_open (Bench *bench, const char *from)
{
  g_autofree char *parent = g_path_get_dirname (from);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;

  bench->folder = g_build_filename (parent, "bench-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (bench->folder));
  bench->path = g_build_filename (bench->folder, "salon.db", NULL);
  target = g_file_new_for_path (bench->path);
  if (!g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  prepare_file (bench);
  prepare_bare (bench);
  bench->clock = salon_clock_new_system ();
  bench->session = salon_session_open (bench->path, bench->clock, SALON_SESSION_WRITE, &error);
  if (bench->session == NULL)
    g_error ("%s", error->message);
}

static void
bench_close (Bench *bench)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  sqlite3_finalize (bench->insert);
  sqlite3_close (bench->bare);
  salon_session_close (bench->session, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (bench->session);
  g_object_unref (bench->clock);
  dir = g_dir_open (bench->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (bench->folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (bench->folder);
  g_free (bench->folder);
  g_free (bench->path);
}

static SalonSaleRequest *
sale_of (Bench *bench, gint64 client_id)
{
  SalonSaleRequest *request = salon_sale_request_new (client_id);

  for (int i = 0; i < N_LINES; i++)
    salon_sale_request_add (request, SALON_SALE_LINE_ITEM, bench->first_item + i);
  salon_sale_request_pay (request, SALON_PAY_CASH, SALON_PAY_REST);
  return request;
}

static void
measure (Bench *bench, BenchReport *report)
{
  g_autoptr (BenchSamples) sold = bench_samples_new ();
  g_autoptr (BenchSamples) quoted = bench_samples_new ();
  g_autoptr (BenchSamples) bare = bench_samples_new ();
  g_autoptr (BenchSamples) cpu = bench_samples_new ();
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < N_SALES; i++) {
    g_autoptr (SalonSaleRequest) request = sale_of (bench, 1 + i % N_CLIENTS);
    g_autoptr (SalonSaleQuote) quote = NULL;
    gint64 since = bench_now ();
    gint64 used = 0;

    quote = salon_session_query_sync (bench->session, &salon_query_sale_quote, request, &error);
    bench_samples_add (quoted, since);
    used = bench_cpu_now ();
    since = bench_now ();
    if (!salon_session_submit_sync (bench->session, &salon_command_sale_complete, request, NULL, NULL, &error))
      g_error ("%s", error->message);
    bench_samples_add (sold, since);
    used = bench_cpu_now () - used;
    g_array_append_val (cpu, used);
    since = bench_now ();
    sqlite3_step (bench->insert);
    bench_samples_add (bare, since);
    sqlite3_reset (bench->insert);
  }
  bench_report_add (report, "sale.quote", bench_median (quoted), "us", 0);
  bench_report_add (report, "sale.commit", bench_median (sold), "us", bench_median (bare));
  bench_report_add (report, "sale.commit.p99", bench_percentile (sold, 99), "us", bench_percentile (bare, 99));
  bench_report_add (report, "sale.commit.cpu", bench_median (cpu), "us", 0);
  bench_report_goal (report, "a sale of ten lines, committed: at most 3 bare FULL commits",
                     bench_median (sold) <= 3 * bench_median (bare));
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  BenchReport *report = NULL;

  if (argc < 2)
    g_error ("bench-sale DATABASE [JSON]");
  bench_open (&bench, argv[1]);
  report = bench_report_new (argv[1]);
  measure (&bench, report);
  bench_report_finish (report, argc > 2 ? argv[2] : NULL);
  bench_close (&bench);
  return 0;
}
