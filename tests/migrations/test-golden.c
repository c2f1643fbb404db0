/* Files of every released version are brought to the schema of today: nothing is missing then, everything that is
 * derived holds, and the schema is that of a fresh file.
 *
 * A released step and its golden data are never changed; the numbers below were counted when the data were made. */
#include "base/error.h"
#include "model/services/backups.h"
#include "model/services/health.h"
#include "model/services/session.h"
#include "model/services/undo.h"
#include "model/services/upkeep.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

typedef struct {
  const char *data;
  const char *steps[8]; /* of the schema as it was then */
  int n_clients;
  int n_visits;
  int n_journal;
} Golden;

static const Golden golden[] = {
  { "0001.sql", { "0001-foundation.sql" }, 26, 233, 17 },
};

static char *
read_text (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
run (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
}

static char *
make_file (const char *folder, const Golden *case_)
{
  char *path = g_build_filename (folder, "old.salon", NULL);
  g_autofree char *data = read_text ("migrations", case_->data);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (guint i = 0; case_->steps[i] != NULL; i++) {
    g_autofree char *step = read_text ("../data/sql/sqlite", case_->steps[i]);

    run (db, step);
  }
  run (db, "BEGIN");
  run (db, data);
  run (db, "COMMIT");
  sqlite3_close (db);
  return path;
}

/* One text for all rows of one column. */
static char *
tell (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  GString *text = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_string_append_printf (text, "%s\n", (const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

static void
assert_number (const char *path, const char *sql, int expected)
{
  g_autofree char *text = tell (path, sql);

  g_assert_cmpint (atoi (text), ==, expected);
}

static void
assert_sound (SalonSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  salon_upkeep_run (session, &error);
  g_assert_no_error (error);
  findings = salon_session_query_sync (session, &salon_query_full_health, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* The first line that differs: all of it is too long to read. */
G_GNUC_NORETURN static void
tell_difference (const char *got, const char *expected)
{
  while (*got != '\0' && *got == *expected) {
    got++;
    expected++;
  }
  g_error ("the schema differs from a fresh one: “%.200s” instead of “%.200s”", got, expected);
}

static void
assert_schema_is_fresh (const char *folder, const char *path)
{
  static const char sql[] = "SELECT type || ' ' || name || ' ' || coalesce (sql, '') FROM sqlite_schema"
                            " WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name";
  g_autofree char *fresh = g_build_filename (folder, "fresh.salon", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *got = NULL;

  salon_session_create (fresh, &error);
  g_assert_no_error (error);
  expected = tell (fresh, sql);
  got = tell (path, sql);
  if (!g_str_equal (got, expected))
    tell_difference (got, expected);
  salon_session_remove_traces (fresh);
}

/* What was done before the file was brought up to date can be taken back still: operation 2 changed a note. */
static void
assert_undo (SalonSession *session)
{
  g_autoptr (GError) error = NULL;
  SalonIdRequest request = { 2 };

  salon_session_submit_sync (session, &salon_command_undo, &request, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_golden (gconstpointer data)
{
  const Golden *case_ = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("salon-golden-XXXXXX", &error);
  g_autofree char *path = make_file (folder, case_);
  g_autoptr (SalonClock) clock = salon_clock_new_at (20255, 600, "Europe/Riga");
  g_autoptr (SalonSession) session = NULL;
  gboolean due = FALSE;

  salon_backup_migration_is_due (path, &due, &error);
  g_assert_no_error (error);
  g_assert_true (due);
  session = salon_session_open (path, clock, SALON_SESSION_READ_ONLY, &error);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_READ_ONLY);
  g_assert_null (session);
  g_clear_error (&error);
  session = salon_session_open (path, clock, SALON_SESSION_WRITE, &error);
  g_assert_no_error (error);
  assert_sound (session);
  assert_undo (session);
  assert_sound (session);
  salon_session_close (session, &error);
  g_assert_no_error (error);
  assert_number (path, "SELECT count (*) FROM client", case_->n_clients);
  assert_number (path, "SELECT count (*) FROM visit", case_->n_visits);
  assert_number (path, "SELECT count (*) FROM journal WHERE operation_id <= 3", case_->n_journal);
  assert_schema_is_fresh (folder, path);
  salon_session_remove_traces (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (golden); i++) {
    g_autofree char *name = g_strconcat ("/migrations/", golden[i].data, NULL);

    g_test_add_data_func (name, &golden[i], test_golden);
  }
  return g_test_run ();
}
