/* plain-driver FILE MANNER SEED: adds pairs of rows to a plain database until it is killed.  Only "honest" does it as
   one ought to; the other manners show that the harness finds out. */
#include <glib.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

static void
say (const char *word, gint64 n)
{
  g_autofree char *line = g_strdup_printf ("%s %" G_GINT64_FORMAT "\n", word, n);
  gsize length = strlen (line);

  if (write (STDOUT_FILENO, line, length) != (gssize) length)
    _exit (1);
}

static void
run (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

static void
add (sqlite3 *db, const char *table, gint64 n)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO %s VALUES (%" G_GINT64_FORMAT ", randomblob (3000))", table, n);

  run (db, sql);
}

static gint64
next_number (sqlite3 *db)
{
  sqlite3_stmt *stmt = NULL;
  gint64 n = 0;

  if (sqlite3_prepare_v2 (db, "SELECT coalesce (max (n), 0) + 1 FROM one", -1, &stmt, NULL) == SQLITE_OK
      && sqlite3_step (stmt) == SQLITE_ROW)
    n = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  return n;
}

int
main (int argc, char **argv)
{
  sqlite3 *db = NULL;
  gboolean hasty = argc == 4 && strcmp (argv[2], "hasty") == 0;
  gboolean halves = argc == 4 && strcmp (argv[2], "halves") == 0;

  if (argc != 4 || sqlite3_open (argv[1], &db) != SQLITE_OK)
    return 2;
  if (strcmp (argv[2], "quitter") == 0)
    return sqlite3_close (db);
  run (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; CREATE TABLE IF NOT EXISTS one (n INTEGER PRIMARY KEY,"
           " body BLOB); CREATE TABLE IF NOT EXISTS two (n INTEGER PRIMARY KEY, body BLOB)");
  for (gint64 n = next_number (db);; n++) {
    say ("TRY", n);
    if (hasty)
      say ("ACK", n);
    if (!halves)
      run (db, "BEGIN");
    add (db, "one", n);
    add (db, "two", n);
    if (!halves)
      run (db, "COMMIT");
    if (!hasty)
      say ("ACK", n);
  }
}
