/* What booking costs: bench-booking DATABASE [JSON]
 *
 * DATABASE is a generated salon (salonctl generate --size salon|large|huge); it is copied beside itself
 * first.  The floor of a commit is one row into one table of an own file with the same safety, between
 * two bookings; the floor of the slots is a bare statement over the time taken of those who do the service
 * and of the rooms for it, up to the last slot that was found. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "bench.h"
#include "model/entities/service.h"
#include "model/services/booking.h"
#include "model/services/desk.h"
#include "model/services/session.h"
#include "model/services/slots-query.h"

#define N_BOOKINGS 400
#define N_QUERIES  400

typedef struct {
  char *folder;
  char *path;
  SalonSession *session;
  SalonClock *clock;
  sqlite3 *reader; /* of the copy, for the floor and to pick from */
  sqlite3 *bare;   /* the file of the bare commit */
  sqlite3_stmt *bare_insert;
  GArray *services; /* gint64 that somebody does */
  gint64 n_clients;
  SalonDay today;
  GRand *random;
} Bench;

static void
must (sqlite3 *db, int code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (db));
}

static gint64
read_number (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  gint64 value = 0;

  must (db, sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL));
  must (db, sqlite3_step (stmt));
  value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  return value;
}

static GArray *
read_ids (sqlite3 *db, const char *sql)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *stmt = NULL;

  must (db, sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL));
  while (sqlite3_step (stmt) == SQLITE_ROW) {
    gint64 id = sqlite3_column_int64 (stmt, 0);

    g_array_append_val (ids, id);
  }
  sqlite3_finalize (stmt);
  return ids;
}

static void
copy_database (Bench *bench, const char *from)
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
}

static void
open_bare (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->folder, "bare.db", NULL);

  must (NULL, sqlite3_open (path, &bench->bare));
  sqlite3_exec (bench->bare, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)",
                NULL, NULL, NULL);
  must (bench->bare, sqlite3_prepare_v2 (bench->bare, "INSERT INTO t (a) VALUES ('one short row')", -1, &bench->bare_insert, NULL));
}

static void
bench_open (Bench *bench, const char *database)
{
  g_autoptr (GError) error = NULL;

  copy_database (bench, database);
  must (NULL, sqlite3_open_v2 (bench->path, &bench->reader, SQLITE_OPEN_READONLY, NULL));
  bench->today = (SalonDay) read_number (bench->reader, "SELECT max (day) FROM visit WHERE state = 5");
  bench->n_clients = read_number (bench->reader, "SELECT max (id) FROM client");
  sqlite3_close (bench->reader);
  bench->clock = salon_clock_new_at (bench->today, 10 * 60, "Europe/Riga");
  bench->session = salon_session_open (bench->path, bench->clock, SALON_SESSION_WRITE, &error);
  if (bench->session == NULL)
    g_error ("%s", error->message);
  must (NULL, sqlite3_open_v2 (bench->path, &bench->reader, SQLITE_OPEN_READONLY, NULL));
  bench->services = read_ids (bench->reader, "SELECT DISTINCT service_id FROM employee_service JOIN service s ON s.id = service_id"
                                             " WHERE s.archived = 0 AND s.is_addon = 0 ORDER BY 1");
  open_bare (bench);
  bench->random = g_rand_new_with_seed (1);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}

static void
bench_close (Bench *bench)
{
  sqlite3_finalize (bench->bare_insert);
  sqlite3_close (bench->bare);
  sqlite3_close (bench->reader);
  salon_session_close (bench->session, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (bench->session);
  g_object_unref (bench->clock);
  g_array_unref (bench->services);
  g_rand_free (bench->random);
  remove_folder (bench->folder);
  g_free (bench->path);
  g_free (bench->folder);
}

static gint64
random_service (Bench *bench)
{
  return g_array_index (bench->services, gint64, (guint) g_rand_int_range (bench->random, 0, (gint32) bench->services->len));
}

static gint64
random_client (Bench *bench)
{
  return g_rand_int_range (bench->random, 1, (gint32) bench->n_clients + 1);
}

static GPtrArray *
find_slots (Bench *bench, const SalonSlotsRequest *request)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *slots = salon_session_query_sync (bench->session, &salon_query_slots, request, &error);

  if (slots == NULL)
    g_error ("%s", error->message);
  return slots;
}

/* ---- commit */

/* A booking that should succeed, in the next two weeks. */
static SalonBookingRequest *
random_booking (Bench *bench)
{
  SalonBookingRequest *request = salon_booking_request_new (random_client (bench), SALON_VISIT_SOURCE_PHONE);
  g_autoptr (SalonSlotsRequest) wanted = salon_slots_request_new (random_service (bench), 0, 1);
  g_autoptr (GPtrArray) slots = NULL;
  const SalonFreeSlot *slot = NULL;

  wanted->from_min = (gint64) (bench->today + g_rand_int_range (bench->random, 0, 14)) * 1440 + 600;
  slots = find_slots (bench, wanted);
  if (slots->len > 0) {
    slot = slots->pdata[0];
    g_array_append_vals (request->lines, slot->lines->data, slot->lines->len);
  }
  request->accept_warnings = TRUE;
  request->accept_alert = TRUE;
  return request;
}

static void
bare_commit (Bench *bench, BenchSamples *samples)
{
  gint64 since = bench_now ();

  must (bench->bare, sqlite3_step (bench->bare_insert));
  bench_samples_add (samples, since);
  sqlite3_reset (bench->bare_insert);
}

static void
measure_commit (Bench *bench, BenchReport *report)
{
  g_autoptr (BenchSamples) booked = bench_samples_new ();
  g_autoptr (BenchSamples) refused = bench_samples_new ();
  g_autoptr (BenchSamples) bare = bench_samples_new ();
  g_autoptr (BenchSamples) cpu = bench_samples_new ();
  double ratio = 0;

  for (int i = 0; i < N_BOOKINGS; i++) {
    g_autoptr (SalonBookingRequest) request = random_booking (bench);
    gint64 cpu_since = bench_cpu_now ();
    gint64 since = bench_now ();
    gint64 used = 0;

    if (!salon_session_submit_sync (bench->session, &salon_command_book, request, NULL, NULL, NULL))
      continue;
    bench_samples_add (booked, since);
    used = bench_cpu_now () - cpu_since;
    g_array_append_val (cpu, used);
    bare_commit (bench, bare);
    since = bench_now ();
    g_assert_false (salon_session_submit_sync (bench->session, &salon_command_book, request, NULL, NULL, NULL));
    bench_samples_add (refused, since);
  }
  ratio = bench_median (booked) / bench_median (bare);
  bench_report_add (report, "booking.commit", bench_median (booked), "us", bench_median (bare));
  bench_report_add (report, "booking.commit.p99", bench_percentile (booked, 99), "us", bench_percentile (bare, 99));
  bench_report_add (report, "booking.commit.cpu", bench_median (cpu), "us", 0);
  bench_report_goal (report, "a booking, committed: at most 3 bare FULL commits", ratio <= 3);
  bench_report_add (report, "booking.refused", bench_median (refused), "us", 0);
}

/* ---- slots */

#define SQL_TAKEN                                                                                 \
  "SELECT o.from_min, o.to_min, o.before_min, o.after_min FROM employee_service e JOIN occupancy o" \
  " ON o.kind = 1 AND o.resource_id = e.employee_id AND o.from_min BETWEEN ?2 AND ?3 WHERE e.service_id = ?1" \
  " UNION ALL "                                                                                   \
  "SELECT o.from_min, o.to_min, o.before_min, o.after_min FROM service s JOIN room r ON r.room_kind_id = s.room_kind_id" \
  " JOIN occupancy o ON o.kind = 2 AND o.resource_id = r.id AND o.from_min BETWEEN ?2 AND ?3 WHERE s.id = ?1"

/* The least that must be looked at. */
static void
scan (Bench *bench, sqlite3_stmt *stmt, gint64 service, const GPtrArray *slots, BenchSamples *samples)
{
  gint64 last = (gint64) (bench->today + 60) * 1440;
  gint64 since = bench_now ();

  if (slots->len > 0)
    last = ((const SalonFreeSlot *) slots->pdata[slots->len - 1])->start_min;
  sqlite3_bind_int64 (stmt, 1, service);
  sqlite3_bind_int64 (stmt, 2, (gint64) bench->today * 1440);
  sqlite3_bind_int64 (stmt, 3, last);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  bench_samples_add (samples, since);
}

typedef struct {
  BenchSamples *wall;
  BenchSamples *cpu;
  BenchSamples *floor;
} Times;

static void
times_clear (Times *times)
{
  g_array_unref (times->wall);
  g_array_unref (times->cpu);
  g_array_unref (times->floor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Times, times_clear)

typedef struct {
  int n_services;
  SalonSolverWish wish;
  int count;
  int per_day;
} Wanted;

static Times
time_slots (Bench *bench, const Wanted *wanted, int n)
{
  Times times = { bench_samples_new (), bench_samples_new (), bench_samples_new () };
  sqlite3_stmt *stmt = NULL;

  must (bench->reader, sqlite3_prepare_v2 (bench->reader, SQL_TAKEN, -1, &stmt, NULL));
  for (int i = 0; i < n; i++) {
    g_autoptr (SalonSlotsRequest) request = salon_slots_request_new (random_service (bench), 0, wanted->count);
    g_autoptr (GPtrArray) slots = NULL;
    gint64 since = 0;
    gint64 cpu_since = 0;
    gint64 cpu = 0;

    request->client_id = random_client (bench);
    request->per_day = wanted->per_day;
    request->wish = wanted->wish;
    for (int k = 1; k < wanted->n_services; k++)
      salon_slots_request_add (request, random_service (bench), 0, FALSE);
    since = bench_now ();
    cpu_since = bench_cpu_now ();
    slots = find_slots (bench, request);
    cpu = bench_cpu_now () - cpu_since;
    bench_samples_add (times.wall, since);
    g_array_append_val (times.cpu, cpu);
    scan (bench, stmt, g_array_index (request->items, SalonSlotsItem, 0).service_id, slots, times.floor);
  }
  sqlite3_finalize (stmt);
  return times;
}

static void
report_slots (BenchReport *report, const char *name, Times *times)
{
  g_autofree char *cpu = g_strconcat (name, ".cpu", NULL);
  g_autofree char *p99 = g_strconcat (name, ".p99", NULL);
  g_autofree char *cpu_p99 = g_strconcat (name, ".cpu.p99", NULL);
  double floor = bench_median (times->floor);

  bench_report_add (report, name, bench_median (times->wall), "us", floor);
  bench_report_add (report, cpu, bench_median (times->cpu), "us", floor);
  bench_report_add (report, p99, bench_percentile (times->wall, 99), "us", bench_percentile (times->floor, 99));
  bench_report_add (report, cpu_p99, bench_percentile (times->cpu, 99), "us", bench_percentile (times->floor, 99));
}

static void
measure_slots (Bench *bench, BenchReport *report)
{
  const Wanted any = { 1, SALON_SOLVER_CHAIN, 3, 0 };
  const Wanted at_the_desk = { 1, SALON_SOLVER_CHAIN, 9, 3 };
  const Wanted all_days = { 1, SALON_SOLVER_CHAIN, G_MAXINT, 1 };
  const Wanted pair = { 2, SALON_SOLVER_CHAIN, 3, 0 };
  const Wanted pair_soonest = { 2, SALON_SOLVER_SOONEST, 3, 0 };
  const Wanted many = { 4, SALON_SOLVER_CHAIN, 3, 0 };
  g_auto (Times) three = time_slots (bench, &any, N_QUERIES);
  g_auto (Times) desk = time_slots (bench, &at_the_desk, N_QUERIES);
  g_auto (Times) all = time_slots (bench, &all_days, 40);
  g_auto (Times) two = time_slots (bench, &pair, N_QUERIES);
  g_auto (Times) soonest = time_slots (bench, &pair_soonest, N_QUERIES);
  g_auto (Times) four = time_slots (bench, &many, N_QUERIES);

  report_slots (report, "slots.3.any.60days", &three);
  bench_report_goal (report, "3 slots, any master, 60 days: at most 10 ms", bench_percentile (three.wall, 99) <= 10000);
  report_slots (report, "slots.desk.3-a-day", &desk);
  report_slots (report, "slots.all-60-days", &all);
  report_slots (report, "slots.3.two-services.any.60days", &two);
  bench_report_goal (report, "3 proposals for 2 services, any master, 60 days: at most 10 ms",
                     bench_percentile (two.wall, 99) <= 10000);
  report_slots (report, "slots.3.two-services.soonest", &soonest);
  report_slots (report, "slots.3.four-services.any", &four);
}

/* ---- the desk */

static void
measure_desk (Bench *bench, BenchReport *report)
{
  g_autoptr (BenchSamples) day = bench_samples_new ();
  g_autoptr (BenchSamples) last = bench_samples_new ();

  for (int i = 0; i < 100; i++) {
    g_autofree SalonDeskRequest *request = salon_desk_request_new (bench->today - i % 30, FALSE);
    SalonIdRequest client = { random_client (bench) };
    gint64 since = bench_now ();

    salon_desk_day_free (salon_session_query_sync (bench->session, &salon_query_desk_day, request, NULL));
    bench_samples_add (day, since);
    since = bench_now ();
    salon_as_last_time_free (salon_session_query_sync (bench->session, &salon_query_as_last_time, &client, NULL));
    bench_samples_add (last, since);
  }
  bench_report_add (report, "desk.day", bench_median (day), "us", 0);
  bench_report_add (report, "client.as-last-time", bench_median (last), "us", 0);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  BenchReport *report = NULL;

  if (argc < 2) {
    g_printerr ("usage: bench-booking DATABASE [JSON]\n");
    return 2;
  }
  bench_open (&bench, argv[1]);
  report = bench_report_new (argv[1]);
  measure_commit (&bench, report);
  measure_slots (&bench, report);
  measure_desk (&bench, report);
  bench_report_finish (report, argc > 2 ? argv[2] : NULL);
  bench_close (&bench);
  return 0;
}
