/* Opens a generated salon for reading, on the day on which it was generated. */
#include "bench-salon.h"

static void
must (sqlite3 *db, int code)
{
  if (code != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
}

sqlite3_stmt *
bench_salon_prepare (BenchSalon *self, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  must (self->bare, sqlite3_prepare_v3 (self->bare, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL));
  return stmt;
}

/* Runs a statement to its end and makes it ready again. */
void
bench_salon_run (sqlite3_stmt *stmt)
{
  while (sqlite3_step (stmt) == SQLITE_ROW)
    ;
  sqlite3_reset (stmt);
}

gint64
bench_salon_number (BenchSalon *self, const char *sql)
{
  sqlite3_stmt *stmt = bench_salon_prepare (self, sql);
  gint64 value = sqlite3_step (stmt) == SQLITE_ROW ? sqlite3_column_int64 (stmt, 0) : 0;

  sqlite3_finalize (stmt);
  return value;
}

GArray *
bench_salon_ids (BenchSalon *self, const char *sql)
{
  sqlite3_stmt *stmt = bench_salon_prepare (self, sql);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (sqlite3_step (stmt) == SQLITE_ROW) {
    gint64 id = sqlite3_column_int64 (stmt, 0);

    g_array_append_val (ids, id);
  }
  sqlite3_finalize (stmt);
  return ids;
}

GPtrArray *
bench_salon_texts (BenchSalon *self, const char *sql)
{
  sqlite3_stmt *stmt = bench_salon_prepare (self, sql);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
  sqlite3_finalize (stmt);
  return texts;
}

BenchSalon *
bench_salon_open (const char *database)
{
  BenchSalon *self = g_new0 (BenchSalon, 1);
  g_autoptr (GError) error = NULL;

  if (sqlite3_open_v2 (database, &self->bare, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s cannot be opened", database);
  sqlite3_exec (self->bare, "PRAGMA cache_size = -16384", NULL, NULL, NULL);
  self->today = (SalonDay) bench_salon_number (self, "SELECT max (day) FROM visit WHERE state = 5");
  self->clock = salon_clock_new_at (self->today, 10 * 60, "Europe/Riga");
  self->session = salon_session_open (database, self->clock, SALON_SESSION_READ_ONLY, &error);
  if (self->session == NULL)
    g_error ("%s", error->message);
  self->random = g_rand_new_with_seed (1);
  return self;
}

void
bench_salon_close (BenchSalon *self)
{
  salon_session_close (self->session, NULL);
  g_object_unref (self->session);
  g_object_unref (self->clock);
  sqlite3_close (self->bare);
  g_rand_free (self->random);
  g_free (self);
}

gpointer
bench_salon_query (BenchSalon *self, const SalonQuery *query, gconstpointer request)
{
  g_autoptr (GError) error = NULL;
  gpointer result = salon_session_query_sync (self->session, query, request, &error);

  if (result == NULL)
    g_error ("%s: %s", query->name, error->message);
  return result;
}
