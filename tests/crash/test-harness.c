/* Does the harness find what it is there to find?  On a plain database: an honest program passes, one that
   acknowledges too early, or does one thing in two transactions, is found out. */
#include "tests/crash/harness.h"
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  char *folder;
  char *path;
  int rounds;
} Plain;

static void
remove_database (Plain *plain)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *path = g_strconcat (plain->path, suffixes[i], NULL);

    (void) g_unlink (path);
  }
}

static gboolean
prepare (gboolean fresh, gpointer data, GError **error)
{
  Plain *plain = data;

  plain->rounds++;
  if (fresh)
    remove_database (plain);
  return TRUE;
}

static gint64
number (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  gint64 value = 0;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW)
    value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  return value;
}

static gboolean
check (GPtrArray *lines, gpointer data, GError **error)
{
  Plain *plain = data;
  sqlite3 *db = NULL;
  gint64 acked = 0;
  gint64 one = 0;
  gint64 two = 0;

  for (guint i = 0; i < lines->len; i++)
    if (g_str_has_prefix (lines->pdata[i], "ACK "))
      acked = g_ascii_strtoll ((const char *) lines->pdata[i] + 4, NULL, 10);
  g_assert_cmpint (sqlite3_open (plain->path, &db), ==, SQLITE_OK);
  one = number (db, "SELECT max (n) FROM one");
  two = number (db, "SELECT max (n) FROM two");
  sqlite3_close (db);
  if (one < acked)
    g_set_error (error, G_FILE_ERROR, 0, "lost: %d of %d", (int) one, (int) acked);
  else if (one != two)
    g_set_error (error, G_FILE_ERROR, 1, "half: %d and %d", (int) one, (int) two);
  return one >= acked && one == two;
}

/* Returns: what was found; NULL = nothing */
static char *
torment (const char *manner, guint kills, int *rounds, const char *progress)
{
  g_autofree char *driver = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "crash", "plain-driver", NULL);
  Plain plain = { g_dir_make_tmp ("salon-XXXXXX", NULL), NULL, 0 };
  const char *argv[] = { driver, NULL, manner, NULL };
  CrashWorkflow workflow = { argv, prepare, check, &plain };
  CrashRun run = { (guint32) g_test_rand_int (), kills, 0, 0, progress };
  g_autoptr (GError) error = NULL;

  plain.path = g_build_filename (plain.folder, "plain.db", NULL);
  argv[1] = plain.path;
  g_assert_cmpint (crash_run (&workflow, &run, &error), ==, error == NULL);
  if (error == NULL)
    g_assert_cmpuint (run.acked, >, 0);
  if (rounds != NULL)
    *rounds = plain.rounds;
  remove_database (&plain);
  g_assert_cmpint (g_rmdir (plain.folder), ==, 0);
  g_free (plain.folder);
  g_free (plain.path);
  return error != NULL ? g_strdup (error->message) : NULL;
}

static void
assert_finds (const char *manner, const char *finding)
{
  g_autofree char *found = torment (manner, 400, NULL, NULL);

  g_assert_nonnull (found);
  g_assert_nonnull (strstr (found, finding));
}

static void
test_honest (void)
{
  g_autofree char *found = torment ("honest", 30, NULL, NULL);

  g_assert_cmpstr (found, ==, NULL);
}

static void
test_hasty (void)
{
  assert_finds ("hasty", "lost");
}

static void
test_halves (void)
{
  assert_finds ("halves", "half");
}

static void
test_quitter (void)
{
  assert_finds ("quitter", "ended by itself");
}

/* A run that was broken off after 20 of 30 rounds does the last ten. */
static void
test_resumed (void)
{
  g_autofree char *progress = NULL;
  g_autofree char *found = NULL;
  int rounds = 0;

  g_assert_cmpint (g_file_open_tmp ("salon-XXXXXX", &progress, NULL), >=, 0);
  g_assert_true (g_file_set_contents (progress, "[run]\nseed=7\nkills=30\ndone=20\nacked=1\n", -1, NULL));
  found = torment ("honest", 30, &rounds, progress);
  g_assert_cmpstr (found, ==, NULL);
  g_assert_cmpint (rounds, ==, 10);
  g_assert_cmpint (g_unlink (progress), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/harness/honest", test_honest);
  g_test_add_func ("/harness/hasty", test_hasty);
  g_test_add_func ("/harness/halves", test_halves);
  g_test_add_func ("/harness/quitter", test_quitter);
  g_test_add_func ("/harness/resumed", test_resumed);
  return g_test_run ();
}
