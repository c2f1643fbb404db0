/* What the window costs, as a person sees it: bench-window PROGRAM EMPTY CLOCK DATABASE [JSON]
 *
 * PROGRAM is salon-desk, EMPTY the window with nothing in it (the floor of a start, in turns with it), CLOCK the
 * library that sets the calendar to the day on which DATABASE was generated.  DATABASE is copied beside itself.
 * To be run in tests/support/with-display --wm. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include "bench-display.h"
#include "bench-salon.h"

#define N_STARTS 7
#define QUIET_MS 600 /* longer than the caretaker waits before its first work */
#define KEY_MS   250
#define N_SCANS  100
#define N_FIRST  5

typedef struct {
  const char *program;
  const char *empty;
  char *folder;
  char *path;
  GStrv environment;
  GPtrArray *names; /* of clients, to type */
  BenchDisplay *display;
} Bench;

/* ---- programs */

static GPid
start (Bench *bench, gboolean empty)
{
  char *salon[] = { (char *) bench->program, (char *) "--database", bench->path, NULL };
  char *nothing[] = { (char *) bench->empty, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid = 0;

  if (!g_spawn_async (NULL, empty ? nothing : salon, bench->environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error))
    g_error ("%s", error->message);
  return pid;
}

/* The watch begins before the program does: what is on the screen before it counts as nothing. */
static BenchPainted
start_and_watch (Bench *bench, gboolean empty, GPid *pid)
{
  bench_display_begin (bench->display);
  *pid = start (bench, empty);
  bench_display_follow (bench->display, *pid);
  return bench_display_settle (bench->display, QUIET_MS);
}

/* Returns how long the closing took, in microseconds. */
static double
end (Bench *bench, GPid pid)
{
  gint64 since = g_get_monotonic_time ();
  int status = 0;

  bench_display_close_window (bench->display);
  if (waitpid (pid, &status, 0) != pid || status != 0)
    g_error ("The program ended with status %d", status);
  return (double) (g_get_monotonic_time () - since);
}

/* ---- memory */

typedef struct {
  double rss;
  double pss;
  double own; /* private */
} Memory;

static double
kilobytes (const char *rollup, const char *name)
{
  const char *at = strstr (rollup, name);

  return at != NULL ? g_ascii_strtod (at + strlen (name), NULL) : 0;
}

static Memory
memory_of (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("%s cannot be read", path);
  return (Memory){ kilobytes (text, "\nRss:") / 1024, kilobytes (text, "\nPss:") / 1024,
                   (kilobytes (text, "\nPrivate_Clean:") + kilobytes (text, "\nPrivate_Dirty:")) / 1024 };
}

static void
report_memory (BenchReport *report, const char *when, const Memory *now, const Memory *floor)
{
  g_autofree char *rss = g_strdup_printf ("memory.%s.rss", when);
  g_autofree char *pss = g_strdup_printf ("memory.%s.pss", when);
  g_autofree char *own = g_strdup_printf ("memory.%s.private", when);

  bench_report_add (report, rss, now->rss, "MiB", floor->rss);
  bench_report_add (report, pss, now->pss, "MiB", floor->pss);
  bench_report_add (report, own, now->own, "MiB", floor->own);
}

/* ---- start */

typedef struct {
  BenchSamples *first;
  BenchSamples *whole;
  BenchSamples *cpu;
} Starts;

static Starts
starts_new (void)
{
  return (Starts){ bench_samples_new (), bench_samples_new (), bench_samples_new () };
}

static void
starts_clear (Starts *starts)
{
  g_array_unref (starts->first);
  g_array_unref (starts->whole);
  g_array_unref (starts->cpu);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Starts, starts_clear)

static void
add_value (BenchSamples *samples, double value)
{
  gint64 rounded = (gint64) value;

  g_array_append_val (samples, rounded);
}

static void
starts_add (Starts *starts, const BenchPainted *painted)
{
  add_value (starts->first, painted->first);
  add_value (starts->whole, painted->whole);
  add_value (starts->cpu, painted->cpu);
}

static void
measure_starts (Bench *bench, BenchReport *report, Memory *floor)
{
  g_auto (Starts) salon = starts_new ();
  g_auto (Starts) empty = starts_new ();
  g_autoptr (BenchSamples) closing = bench_samples_new ();
  GPid pid = 0;

  start_and_watch (bench, FALSE, &pid); /* makes the backup of the day, and brings the program into memory */
  end (bench, pid);
  for (int i = 0; i < N_STARTS; i++) {
    BenchPainted painted = start_and_watch (bench, TRUE, &pid);

    *floor = memory_of (pid);
    end (bench, pid);
    starts_add (&empty, &painted);
    painted = start_and_watch (bench, FALSE, &pid);
    add_value (closing, end (bench, pid));
    starts_add (&salon, &painted);
  }
  bench_report_add (report, "start.first-paint", bench_median (salon.first) / 1000, "ms", bench_median (empty.first) / 1000);
  bench_report_add (report, "start.usable", bench_median (salon.whole) / 1000, "ms", bench_median (empty.whole) / 1000);
  bench_report_add (report, "start.usable.best", bench_percentile (salon.whole, 0) / 1000, "ms", bench_percentile (empty.whole, 0) / 1000);
  bench_report_add (report, "start.usable.cpu", bench_median (salon.cpu) / 1000, "ms", bench_median (empty.cpu) / 1000);
  bench_report_add (report, "close", bench_median (closing) / 1000, "ms", 0);
  bench_report_goal (report, "a usable window: at most 1.5 empty ones", bench_median (salon.whole) <= 1.5 * bench_median (empty.whole));
}

/* ---- a key press */

static double
press (Bench *bench, const char *key, int quiet_ms)
{
  bench_display_begin (bench->display);
  bench_display_key (bench->display, key);
  return bench_display_settle (bench->display, quiet_ms).whole;
}

static void
type_name (Bench *bench, const char *name, BenchSamples *opening, BenchSamples *following)
{
  for (const char *letter = name; *letter != '\0'; letter++) {
    char key[2] = { *letter, '\0' };

    add_value (letter == name ? opening : following, press (bench, key, KEY_MS));
  }
}

/* The last one closes the list. */
static void
take_back (Bench *bench, const char *name, BenchSamples *following)
{
  for (gsize left = strlen (name); left > 1; left--)
    add_value (following, press (bench, "BackSpace", KEY_MS));
  press (bench, "BackSpace", KEY_MS);
}

/* Types beginnings of names from the desk and takes them back; the last one opens its client.  Returns the time of the
 * least that is painted by a key, in microseconds. */
static double
measure_keys (Bench *bench, BenchReport *report, const Memory *floor)
{
  g_autoptr (BenchSamples) opening = bench_samples_new ();
  g_autoptr (BenchSamples) following = bench_samples_new ();
  Memory desk;
  Memory client;
  double panel = 0;
  GPid pid = 0;

  start_and_watch (bench, FALSE, &pid);
  desk = memory_of (pid);
  for (guint i = 0; i < bench->names->len; i++) {
    type_name (bench, bench->names->pdata[i], opening, following);
    if (i + 1 < bench->names->len)
      take_back (bench, bench->names->pdata[i], following);
  }
  panel = press (bench, "Return", QUIET_MS);
  client = memory_of (pid);
  end (bench, pid);
  bench_report_add (report, "key.first-letter.painted", bench_median (opening) / 1000, "ms", 0);
  bench_report_add (report, "key.painted", bench_median (following) / 1000, "ms", 0);
  bench_report_add (report, "key.painted.p99", bench_percentile (following, 99) / 1000, "ms", 0);
  bench_report_goal (report, "key press to painted results, p99: at most 50 ms", bench_percentile (following, 99) <= 50000);
  bench_report_add (report, "client.opened.painted", panel / 1000, "ms", 0);
  report_memory (report, "desk", &desk, floor);
  report_memory (report, "client", &client, floor);
  bench_report_goal (report, "memory with the desk and a client: at most 150 MiB", client.rss <= 150);
  return bench_median (following);
}

/* ---- a scan */

/* A kind of cards, and one for each of some clients without a visit on the day: the number is that of the client. */
static void
give_cards (Bench *bench)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO card_kind (name, code) VALUES ('Bench', 0);"
      "INSERT INTO plastic_card (number, card_kind_id, client_id, state, own, issued_day)"
      " SELECT printf ('77%%06d', row_number () OVER ()), (SELECT max (id) FROM card_kind), id, 3, 1, 0 FROM"
      " (SELECT id FROM client WHERE archived_at IS NULL ORDER BY (id * 7919) %% 100003 LIMIT %d)", N_FIRST + N_SCANS);
  sqlite3 *file = NULL;
  char *why = NULL;

  if (sqlite3_open (bench->path, &file) != SQLITE_OK || sqlite3_exec (file, sql, NULL, NULL, &why) != SQLITE_OK)
    g_error ("%s", why != NULL ? why : sqlite3_errmsg (file));
  sqlite3_close (file);
}

/* The time counts from the last key, by which it is known what was scanned. */
static double
scan (Bench *bench, guint number)
{
  g_autofree char *code = g_strdup_printf ("77%06u", number);

  for (const char *digit = code; *digit != '\0'; digit++) {
    char key[2] = { *digit, '\0' };

    bench_display_key (bench->display, key);
  }
  return press (bench, "Return", KEY_MS);
}

/* All that the program's threads have taken, in microseconds. */
static double
cpu_of (GPid pid)
{
  struct timespec used = { 0, 0 };
  clockid_t clock = CLOCK_PROCESS_CPUTIME_ID;

  if (clock_getcpuclockid (pid, &clock) != 0 || clock_gettime (clock, &used) != 0)
    g_error ("The program takes no time");
  return (double) used.tv_sec * G_USEC_PER_SEC + (double) used.tv_nsec / 1000;
}

static void
measure_scans (Bench *bench, BenchReport *report, double floor)
{
  g_autoptr (BenchSamples) panels = bench_samples_new ();
  double cpu = 0;
  GPid pid = 0;

  give_cards (bench);
  start_and_watch (bench, FALSE, &pid);
  for (guint i = 1; i <= N_FIRST; i++) /* what the program does by itself after its start ends meanwhile */
    scan (bench, i);
  cpu = cpu_of (pid);
  for (guint i = N_FIRST + 1; i <= N_FIRST + N_SCANS; i++)
    add_value (panels, scan (bench, i));
  cpu = cpu_of (pid) - cpu;
  end (bench, pid);
  bench_report_add (report, "scan.panel.painted", bench_median (panels) / 1000, "ms", floor / 1000);
  bench_report_add (report, "scan.panel.painted.p99", bench_percentile (panels, 99) / 1000, "ms", floor / 1000);
  bench_report_add (report, "scan.cpu", cpu / N_SCANS / 1000, "ms", 0);
  bench_report_goal (report, "scan to painted panel, p99: at most 50 ms", bench_percentile (panels, 99) <= 50000);
}

/* ---- setting up */

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  if (!g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

/* What ui.py sets, too: no blinking, and no frame that only a display without a compositor has. */
static void
write_look (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "gtk-4.0", NULL);
  g_autofree char *settings = g_build_filename (folder, "settings.ini", NULL);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (settings, "[Settings]\ngtk-cursor-blink=0\n", -1, NULL));
}

/* Reads what is needed of the salon; 11:20 on the day on which it was generated becomes now. */
static void
prepare (Bench *bench, const char *clock, const char *database)
{
  BenchSalon *salon = bench_salon_open (database);
  g_autofree char *parent = g_path_get_dirname (database);
  g_autofree char *shift = NULL;
  gint64 now = 0;
  int valid = 0;

  bench->names = bench_salon_texts (salon, "SELECT substr (names, 3, 6) FROM client_search WHERE names GLOB '??[a-z][a-z][a-z][a-z][a-z][a-z]*'"
                                           " ORDER BY (client_id * 7919) % 100003 LIMIT 8");
  g_assert_cmpuint (bench->names->len, >, 0);
  salon_clock_wall_to_utc (salon->clock, salon->today, 11 * 60 + 20, &now, &valid);
  bench_salon_close (salon);
  bench->folder = g_build_filename (parent, "bench-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (bench->folder));
  bench->path = g_build_filename (bench->folder, "salon.db", NULL);
  copy_file (database, bench->path);
  bench->environment = g_get_environ ();
  bench->environment = g_environ_setenv (bench->environment, "TZ", "Europe/Riga", TRUE);
  bench->environment = g_environ_setenv (bench->environment, "LD_PRELOAD", clock, TRUE);
  shift = g_strdup_printf ("%" G_GINT64_FORMAT, (now - g_get_real_time ()) / G_USEC_PER_SEC);
  bench->environment = g_environ_setenv (bench->environment, "BENCH_CLOCK_SHIFT", shift, TRUE);
  write_look ();
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR))
      remove_folder (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

static void
bench_clear (Bench *bench)
{
  remove_folder (bench->folder);
  g_ptr_array_unref (bench->names);
  g_strfreev (bench->environment);
  g_free (bench->path);
  g_free (bench->folder);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  BenchReport *report = NULL;
  Memory floor = { 0 };

  if (argc < 5) {
    g_printerr ("usage: bench-window PROGRAM EMPTY CLOCK DATABASE [JSON]\n");
    return 2;
  }
  bench.program = argv[1];
  bench.empty = argv[2];
  prepare (&bench, argv[3], argv[4]);
  bench.display = bench_display_open ();
  report = bench_report_new (argv[4]);
  measure_starts (&bench, report, &floor);
  measure_scans (&bench, report, measure_keys (&bench, report, &floor));
  bench_report_finish (report, argc > 5 ? argv[5] : NULL);
  bench_display_close (bench.display);
  bench_clear (&bench);
  return 0;
}
