/* What it costs to read a list of 100,000 clients from XLSX: bench-import [JSON]
 *
 * Read alone, and taken over into an empty salon.  The floor of reading is to unpack the sheet and the texts and nothing
 * else; they are unpacked twice, as the reader does it; the floor of taking over is to read.  The file is written by another
 * process, so that the memory is that of reading. */
#include "bench.h"
#include "exchange/create-writer.h"
#include "exchange/open-source.h"
#include "exchange/package.h"
#include "model/services/import.h"
#include "model/services/session.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_ROWS  100000
#define N_TIMES 3

static const SalonColumnHead heads[] = {
  { "first_name", "First name", SALON_CELL_TEXT }, { "surname", "Surname", SALON_CELL_TEXT }, { "phone", "Phone", SALON_CELL_TEXT },
  { "email", "E-mail", SALON_CELL_TEXT },          { "birth_date", "Born", SALON_CELL_DAY },  { "note", "Note", SALON_CELL_TEXT },
  { "visits", "Visits", SALON_CELL_INTEGER },      { "paid", "Paid", SALON_CELL_MONEY },      { "last", "Last visit", SALON_CELL_MINUTE },
  { "tags", "Tags", SALON_CELL_TEXT },
};

static void
fill (GArray *cells, int i)
{
  SalonCell *cell = NULL;

  g_array_set_size (cells, G_N_ELEMENTS (heads));
  cell = &g_array_index (cells, SalonCell, 0);
  salon_cell_take_text (&cell[0], g_strdup_printf ("Анна %d", i % 700));
  salon_cell_take_text (&cell[1], g_strdup_printf ("Bērziņa-%d", i));
  salon_cell_take_text (&cell[2], g_strdup_printf ("+371 29%06d", i));
  salon_cell_take_text (&cell[3], g_strdup_printf ("client%d@example.org", i));
  salon_cell_set_integer (&cell[4], SALON_CELL_DAY, i % 20000);
  salon_cell_set_text (&cell[5], i % 3 == 0 ? "Prefers mornings; allergic to acetone" : NULL);
  salon_cell_set_integer (&cell[6], SALON_CELL_INTEGER, i % 40);
  salon_cell_set_integer (&cell[7], SALON_CELL_MONEY, i * 7);
  salon_cell_set_integer (&cell[8], SALON_CELL_MINUTE, 20000 * 1440 + i);
  salon_cell_set_text (&cell[9], i % 5 == 0 ? "VIP, nails" : NULL);
}

static void
make_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRowWriter) writer
      = salon_exchange_create (path, SALON_EXCHANGE_XLSX, salon_currency_by_code ("EUR"), "Clients", &error);
  g_autoptr (GArray) cells = salon_cells_new ();

  g_assert_no_error (error);
  g_assert_true (salon_row_writer_begin (writer, heads, G_N_ELEMENTS (heads), &error));
  for (int i = 0; i < N_ROWS; i++) {
    fill (cells, i);
    g_assert_true (salon_row_writer_row (writer, cells, &error));
  }
  g_assert_true (salon_row_writer_finish (writer, &error));
}

static void
make_elsewhere (const char *path)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0) {
    make_file (path);
    _exit (0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
unpack (const char *path)
{
  static char block[65536];
  g_autoptr (SalonInput) input = salon_input_open (path, NULL);
  g_autoptr (SalonPackage) package = salon_package_open (input, NULL);

  for (int i = 0; i < 2; i++) {
    g_autoptr (SalonPart) part = salon_part_open (package, "xl/worksheets/sheet1.xml", NULL);

    while (salon_part_read (part, block, sizeof block, NULL) > 0)
      continue;
  }
}

static void
read_rows (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRowSource) source = salon_exchange_open (path, &error);
  g_autoptr (GArray) cells = salon_cells_new ();
  gboolean end = FALSE;
  gint64 line = 0;
  int n = 0;

  g_assert_no_error (error);
  for (; !end; n++)
    g_assert_true (salon_row_source_next (source, cells, &line, &end, &error));
  g_assert_cmpint (n, ==, N_ROWS + 2);
}

static double
peak_memory (void)
{
  struct rusage used;

  getrusage (RUSAGE_SELF, &used);
  return (double) used.ru_maxrss / 1024;
}

/* ---- taken over */

static SalonRowSource *
open_file (gpointer path, GError **error)
{
  return salon_exchange_open (path, error);
}

static SalonSession *
open_salon (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonClock) clock = salon_clock_new_at (salon_day_from_ymd (2025, 6, 16), 10 * 60, "Europe/Riga");
  SalonSession *session = NULL;

  g_assert_true (salon_session_create (path, &error));
  session = salon_session_open (path, clock, SALON_SESSION_WRITE, &error);
  g_assert_no_error (error);
  return session;
}

/* As salonctl does it: the columns are guessed, then the list is worked off in chunks. */
static void
take_over (SalonSession *session, const char *path)
{
  g_autoptr (GError) error = NULL;
  SalonImportRequest *request = salon_import_request_new (SALON_IMPORT_CLIENTS, "clients.xlsx", open_file, g_strdup (path), g_free);
  g_autoptr (SalonImportPreview) preview = salon_session_query_sync (session, &salon_query_import_preview, request, &error);
  g_autoptr (SalonImportRun) run = NULL;
  SalonJobResult result = { 0 };

  g_assert_no_error (error);
  salon_import_layout_free (request->layout);
  request->layout = g_steal_pointer (&preview->layout);
  run = salon_import_run_new (request);
  g_assert_true (salon_import_run_open (run, &error));
  g_assert_true (salon_job_run_sync (session, salon_job_run_new (&salon_job_import, salon_import_run_ref (run)), NULL, NULL, NULL,
                                     NULL, &result, &error));
  g_assert_cmpint (salon_import_run_report (run)->counts[SALON_IMPORT_NEW], ==, N_ROWS);
}

/* One round: it takes long enough that another would say the same. */
static void
measure_taking_over (BenchReport *report, const char *folder, const char *path, double reading, double before)
{
  g_autofree char *salon = g_build_filename (folder, "salon.db", NULL);
  SalonSession *session = open_salon (salon);
  gint64 worked = bench_cpu_now ();
  gint64 since = bench_now ();

  take_over (session, path);
  bench_report_add (report, "import.whole", (double) (bench_now () - since), "us", reading);
  bench_report_add (report, "import.whole.worked", (double) (bench_cpu_now () - worked), "us", reading);
  bench_report_add (report, "import.whole.memory", peak_memory () - before, "MiB", 0);
  bench_report_goal (report, "100,000 rows taken over: at most 20 s of work", bench_cpu_now () - worked <= 20 * G_USEC_PER_SEC);
  g_object_unref (session);
}

static void
clear_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "clients.xlsx", NULL);
  g_autoptr (BenchSamples) reading = bench_samples_new ();
  g_autoptr (BenchSamples) floor = bench_samples_new ();
  BenchReport *report = bench_report_new ("100,000 rows of XLSX");
  double before = 0;

  make_elsewhere (path);
  before = peak_memory ();
  for (int i = 0; i < N_TIMES; i++) {
    gint64 since = bench_now ();

    unpack (path);
    bench_samples_add (floor, since);
    since = bench_now ();
    read_rows (path);
    bench_samples_add (reading, since);
  }
  bench_report_add (report, "import.read", bench_median (reading), "us", bench_median (floor));
  bench_report_add (report, "import.memory", peak_memory () - before, "MiB", 0);
  bench_report_goal (report, "100,000 rows read: at most 20 s", bench_median (reading) <= 20e6);
  measure_taking_over (report, folder, path, bench_median (reading), before);
  bench_report_finish (report, argc > 1 ? argv[1] : NULL);
  clear_folder (folder);
  return 0;
}
