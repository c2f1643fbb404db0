/* Are the disks that fail and the disk that loses power worth anything?  Judged on a plain database: with the
 * settings of the program nothing that was acknowledged is ever lost, with weaker ones the same test finds losses.
 *
 * SALON_TEST_FULL=1 tries 100,000 states instead of a sample. */
#include "tests/support/fault-vfs.h"
#include "tests/support/power-disk.h"
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define N_COMMITS 40

typedef struct {
  char *folder;
  char *path;
} Fixture;

/* What was found in many states. */
typedef struct {
  int states;
  int lost;    /* something acknowledged is missing */
  int half;    /* half of a transaction is there */
  int damaged; /* SQLite itself says so */
} Findings;

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_assert_cmpint (g_unlink (path), ==, 0);
  }
}

/* In memory where there is some: thousands of syncs, and none of them needs to be true. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *base = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();

  fixture->folder = g_build_filename (base, "salon-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (fixture->folder));
  fixture->path = g_build_filename (fixture->folder, "plain.db", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  empty_folder (fixture->folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static int
run (sqlite3 *db, const char *sql)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL);
}

static gint64
number (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  gint64 value = -1;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW)
    value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  return value;
}

/* @settings: pragmas.  Checkpoints come often, so that a record holds several. */
static sqlite3 *
open_plain (const char *path, const char *settings)
{
  sqlite3 *db = NULL;

  if (sqlite3_open (path, &db) == SQLITE_OK && run (db, settings) == SQLITE_OK
      && run (db, "PRAGMA wal_autocheckpoint = 25") == SQLITE_OK)
    return db;
  sqlite3_close (db);
  return NULL;
}

static void
make_plain (const char *path, const char *settings)
{
  sqlite3 *db = open_plain (path, settings);

  g_assert_nonnull (db);
  g_assert_cmpint (run (db, "CREATE TABLE row (n INTEGER PRIMARY KEY, body BLOB); CREATE INDEX by_body ON row (body);"
                            "CREATE TABLE total (n INTEGER, bytes INTEGER); INSERT INTO total VALUES (0, 0)"),
                   ==, SQLITE_OK);
  sqlite3_close (db);
}

/* One transaction: the @n-th row, and the totals that must agree with the rows. */
static int
add_row (sqlite3 *db, int n)
{
  int size = 1 + 100 * (n % 30);
  g_autofree char *sql
      = g_strdup_printf ("BEGIN IMMEDIATE; INSERT INTO row VALUES (%d, randomblob (%d));"
                         "UPDATE total SET n = n + 1, bytes = bytes + %d; COMMIT", n, size, size);
  int code = run (db, sql);

  if (!sqlite3_get_autocommit (db))
    run (db, "ROLLBACK");
  return code;
}

static gboolean
is_sound (sqlite3 *db)
{
  sqlite3_stmt *stmt = NULL;
  gboolean sound = FALSE;

  if (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &stmt, NULL) == SQLITE_OK
      && sqlite3_step (stmt) == SQLITE_ROW)
    sound = g_strcmp0 ((const char *) sqlite3_column_text (stmt, 0), "ok") == 0;
  sqlite3_finalize (stmt);
  return sound;
}

static gboolean
totals_agree (sqlite3 *db)
{
  return number (db, "SELECT (SELECT n FROM total) = count (*) AND (SELECT bytes FROM total) ="
                     " coalesce (sum (length (body)), 0) AND coalesce (max (n), 0) = count (*) FROM row") == 1;
}

/* @mark: how many rows were acknowledged. */
static void
judge (const char *path, gint64 mark, Findings *findings)
{
  sqlite3 *db = NULL;

  findings->states++;
  /* What the judge writes need not be safe: that is ten times as quick. */
  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
      || run (db, "PRAGMA synchronous = OFF") != SQLITE_OK || !is_sound (db))
    findings->damaged++;
  else if (!totals_agree (db))
    findings->half++;
  else if (number (db, "SELECT count (*) FROM row") < mark)
    findings->lost++;
  sqlite3_close (db);
}

static PowerRecord *
record (Fixture *fixture, const char *settings)
{
  const char *path = fixture->path;
  sqlite3 *db = NULL;

  make_plain (path, settings);
  power_disk_install (fixture->folder);
  db = open_plain (path, settings);
  g_assert_nonnull (db);
  power_disk_mark (0);
  for (int n = 1; n <= N_COMMITS; n++) {
    g_assert_cmpint (add_row (db, n), ==, SQLITE_OK);
    power_disk_mark (n);
  }
  sqlite3_close (db);
  return power_disk_remove ();
}

static int
by_moment (gconstpointer a, gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

static Findings
lose_power (Fixture *fixture, const char *settings, int states)
{
  g_autoptr (PowerRecord) power_record = record (fixture, settings);
  g_autoptr (PowerReplay) replay = power_replay_new (power_record);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (guint));
  Findings findings = { 0 };

  for (int i = 0; i < states; i++) {
    guint moment = (guint) g_rand_int_range (rand, (int) power_record_start (power_record),
                                              (int) power_record_length (power_record) + 1);

    g_array_append_val (moments, moment);
  }
  g_array_sort (moments, by_moment);
  for (guint i = 0; i < moments->len; i++) {
    gint64 mark = power_replay_advance (replay, g_array_index (moments, guint, i));

    empty_folder (fixture->folder);
    power_replay_crash (replay, rand, fixture->folder);
    if (mark >= 0)
      judge (fixture->path, mark, &findings);
  }
  g_test_message ("%s: %d states, %d lost, %d half, %d damaged", settings, findings.states, findings.lost,
                  findings.half, findings.damaged);
  return findings;
}

static int
n_states (int sample, int full)
{
  return g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0 ? full : sample;
}

static void
test_full_loses_nothing (Fixture *fixture, gconstpointer data)
{
  Findings findings
      = lose_power (fixture, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", n_states (1000, 100000));

  g_assert_cmpint (findings.states, >, 900);
  g_assert_cmpint (findings.lost + findings.half + findings.damaged, ==, 0);
}

static void
test_normal_loses (Fixture *fixture, gconstpointer data)
{
  Findings findings
      = lose_power (fixture, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL", n_states (250, 10000));

  g_assert_cmpint (findings.lost, >, findings.states / 10);
  g_assert_cmpint (findings.half + findings.damaged, ==, 0);
}

/* Without a write-ahead log a transaction is done when its journal is gone: only EXTRA syncs the folder after that. */
static void
test_rollback_journal (Fixture *fixture, gconstpointer data)
{
  Findings extra
      = lose_power (fixture, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA", n_states (250, 10000));
  Findings full = { 0 };
  Findings off = { 0 };

  g_assert_cmpint (extra.lost + extra.half + extra.damaged, ==, 0);
  empty_folder (fixture->folder);
  full = lose_power (fixture, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL", n_states (250, 10000));
  g_assert_cmpint (full.lost, >, full.states / 20);
  g_assert_cmpint (full.half + full.damaged, ==, 0);
  empty_folder (fixture->folder);
  off = lose_power (fixture, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF", n_states (250, 10000));
  g_assert_cmpint (off.damaged, >, off.states / 20);
}

static gboolean
survives (PowerRecord *power_record, const char *folder, const char *name)
{
  g_autoptr (PowerReplay) replay = power_replay_new (power_record);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gboolean always = TRUE;

  power_replay_advance (replay, power_record_length (power_record));
  for (int i = 0; i < 50; i++) {
    g_autofree char *text = NULL;

    empty_folder (folder);
    power_replay_crash (replay, rand, folder);
    always = always && g_file_get_contents (path, &text, NULL, NULL) && g_str_equal (text, "new content");
  }
  return always;
}

/* A file that was written beside and renamed is certain only when it and then its folder were synced. */
static void
test_renamed_file (Fixture *fixture, gconstpointer data)
{
  for (int synced = 0; synced < 4; synced++) {
    g_autofree char *draft = g_build_filename (fixture->folder, "draft", NULL);
    g_autofree char *final = g_build_filename (fixture->folder, "final", NULL);
    g_autoptr (PowerRecord) power_record = NULL;

    power_disk_install (fixture->folder);
    g_assert_true (g_file_set_contents (draft, "new content", -1, NULL));
    if (synced & 1)
      power_disk_sync (draft);
    power_disk_know (draft);
    g_assert_cmpint (g_rename (draft, final), ==, 0);
    power_disk_rename (draft, final);
    if (synced & 2)
      power_disk_sync (fixture->folder);
    power_record = power_disk_remove ();
    g_assert_cmpint (survives (power_record, fixture->folder, "final"), ==, synced == 3);
  }
}

/* The rows until the first failure; then the disk is well again, and what was acknowledged must be there.
 * Returns: how many operations the disk was asked for until then */
static gint64
fail_once (Fixture *fixture, const Fault *fault)
{
  const char *settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";
  sqlite3 *db = NULL;
  int done = 0;
  gint64 found = 0;
  gint64 count = 0;

  empty_folder (fixture->folder);
  make_plain (fixture->path, settings);
  fault_vfs_arm (fault);
  db = open_plain (fixture->path, settings);
  while (db != NULL && done < N_COMMITS && add_row (db, done + 1) == SQLITE_OK)
    done++;
  g_assert_true (done == N_COMMITS || fault_vfs_fired ());
  count = fault_vfs_disarm ();
  if (db != NULL && !fault->sticky && done < N_COMMITS)
    g_assert_cmpint (add_row (db, done + 1), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_true (is_sound (db));
  g_assert_true (totals_agree (db));
  found = number (db, "SELECT count (*) FROM row");
  g_assert_cmpint (found, >=, done);
  g_assert_cmpint (found, <=, done + 1);
  sqlite3_close (db);
  return count;
}

static void
test_every_failure (Fixture *fixture, gconstpointer data)
{
  static const Fault faults[] = {
    { WATCH_WRITE | WATCH_SYNC | WATCH_TRUNCATE, 0, 0, FALSE, FALSE },
    { WATCH_WRITE | WATCH_SYNC | WATCH_TRUNCATE, 0, 0, TRUE, FALSE },
    { WATCH_WRITE, 0, SQLITE_FULL, TRUE, TRUE },
    { WATCH_READ, 0, 0, FALSE, FALSE },
    { WATCH_OPEN | WATCH_SHM | WATCH_DELETE, 0, 0, FALSE, FALSE },
  };
  int step = n_states (5, 1);

  fault_vfs_install ();
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++) {
    Fault fault = faults[i];
    gint64 count = fail_once (fixture, &fault);

    g_assert_cmpint (count, >, 0);
    for (fault.k = 1 + g_test_rand_int_range (0, MIN (step, (int) count)); fault.k <= count; fault.k += step)
      fail_once (fixture, &fault);
  }
  fault_vfs_remove ();
}

/* A commit that failed is refused, and a disk that failed once works again. */
static void
test_failed_commit (Fixture *fixture, gconstpointer data)
{
  const Fault fault = { WATCH_SYNC, 1, 0, FALSE, FALSE };
  sqlite3 *db = NULL;

  fault_vfs_install ();
  make_plain (fixture->path, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  db = open_plain (fixture->path, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  fault_vfs_arm (&fault);
  g_assert_cmpint (add_row (db, 1) & 0xff, ==, SQLITE_IOERR);
  g_assert_true (fault_vfs_fired ());
  g_assert_cmpint (number (db, "SELECT count (*) FROM row"), ==, 0);
  g_assert_cmpint (add_row (db, 1), ==, SQLITE_OK);
  sqlite3_close (db);
  fault_vfs_disarm ();
  fault_vfs_remove ();
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/disks/failed-commit", test_failed_commit);
  ADD ("/disks/every-failure", test_every_failure);
  ADD ("/disks/full-loses-nothing", test_full_loses_nothing);
  ADD ("/disks/normal-loses", test_normal_loses);
  ADD ("/disks/rollback-journal", test_rollback_journal);
  ADD ("/disks/renamed-file", test_renamed_file);
  return g_test_run ();
}
