/* Brings a file to the schema of this program: one transaction a step, user_version inside it.
 *
 * The steps are data/sql/sqlite/NNNN-name.sql in the resource; a released step is never edited. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "model/store/connection.h"
#include "model/store/migrate.h"

#define SQL_FOLDER "/org/salondesk/SalonDesk/sql/"
#define SQL_JOURNAL_TABLE                                                                         \
  "CREATE TABLE IF NOT EXISTS schema_migration ("                                                 \
  " version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT"
#define SQL_NOTE_STEP  "INSERT INTO schema_migration (version, name, sha256) VALUES ($1, $2, $3)"
#define SQL_KNOWN_STEP "SELECT sha256 FROM schema_migration WHERE version = $1"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GStrv
step_names (void)
{
  GStrv names = g_resources_enumerate_children (SQL_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (names == NULL)
    g_error ("The program was built without its migrations");
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  return names;
}

static GBytes *
step_text (const char *name)
{
  g_autofree char *path = g_strconcat (SQL_FOLDER, name, NULL);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static gboolean
note_step (SalonDb *db, int version, const char *name, const char *sha256, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v2 (db->handle, SQL_NOTE_STEP, -1, &stmt, NULL);

  if (code == SQLITE_OK) {
    sqlite3_bind_int (stmt, 1, version);
    sqlite3_bind_text (stmt, 2, name, -1, SQLITE_STATIC);
    sqlite3_bind_text (stmt, 3, sha256, -1, SQLITE_STATIC);
    code = sqlite3_step (stmt);
  }
  if (code != SQLITE_DONE)
    salon_db_set_error (db, code, error);
  sqlite3_finalize (stmt);
  return code == SQLITE_DONE;
}

static gboolean
run_step (SalonDb *db, const char *name, GError **error)
{
  g_autoptr (GBytes) text = step_text (name);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);
  g_autofree char *sql = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  int version = atoi (name);
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", version);

  if (!salon_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (salon_db_exec (db, SQL_JOURNAL_TABLE, error) && salon_db_exec (db, sql, error)
      && note_step (db, version, name, sha256, error) && salon_db_exec (db, mark, error)
      && salon_db_exec (db, "COMMIT", error))
    return TRUE;
  salon_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
check_step (SalonDb *db, const char *name, GError **error)
{
  g_autoptr (GBytes) text = step_text (name);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v2 (db->handle, SQL_KNOWN_STEP, -1, &stmt, NULL);
  gboolean same = FALSE;

  if (code == SQLITE_OK) {
    sqlite3_bind_int (stmt, 1, atoi (name));
    code = sqlite3_step (stmt);
    same = code == SQLITE_ROW && g_strcmp0 ((const char *) sqlite3_column_text (stmt, 0), sha256) == 0;
  }
  sqlite3_finalize (stmt);
  if (!same)
    salon_set_error (error, SALON_ERROR_FOREIGN, _("The database was made by another build of Salon Desk (step %s differs)."), name);
  return same;
}

/**
 * salon_migrate_head_version:
 *
 * Returns: the schema version of this program
 */
int
salon_migrate_head_version (void)
{
  g_auto (GStrv) names = step_names ();

  return atoi (names[g_strv_length (names) - 1]);
}

/**
 * salon_migrate:
 *
 * Runs the steps that @db lacks, each as one transaction; a failed step leaves the version before
 * it.  Steps that ran are compared by checksum.
 */
gboolean
salon_migrate (SalonDb *db, GError **error)
{
  g_auto (GStrv) names = step_names ();
  gint64 version = 0;

  if (!salon_db_pragma_int (db, "user_version", &version, error))
    return FALSE;
  for (char **name = names; *name != NULL; name++) {
    gboolean ran = atoi (*name) <= version;

    if (ran ? !check_step (db, *name, error) : !run_step (db, *name, error))
      return FALSE;
  }
  return TRUE;
}
