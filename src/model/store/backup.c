/* A copy is made of a snapshot, beside its final name, opened and checked, flushed, and then renamed.
 *
 * sqlite3_backup and not VACUUM INTO: the latter does not run on a connection that only queries. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/durable.h"
#include "model/store/backup.h"
#include "model/store/connection.h"
#include "model/store/stmt.h"

#define PAGES_A_STEP  512
#define STEPS_A_FLUSH 32 /* 64 MiB */

#define SQL_INFO                                                                                  \
  "SELECT (SELECT count (*) FROM client), (SELECT count (*) FROM visit),"                         \
  "       (SELECT max (day) FROM visit WHERE state BETWEEN 3 AND 5), (SELECT max (at) FROM operation)"

static gboolean
is_cancelled (SalonDb *source)
{
  return source->cancellable != NULL && g_cancellable_is_cancelled (source->cancellable);
}

/* A large file that is flushed at its end alone makes everybody who writes wait, and cannot be cancelled meanwhile. */
static int
flush (sqlite3 *target)
{
  sqlite3_file *file = NULL;
  int code = sqlite3_file_control (target, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  if (code != SQLITE_OK || file->pMethods == NULL)
    return code;
  return file->pMethods->xSync (file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
}

static int
step_to_end (SalonDb *source, sqlite3 *target, sqlite3_backup *backup)
{
  int code = SQLITE_OK;

  for (int n = 1; code == SQLITE_OK; n++) {
    if (is_cancelled (source))
      return SQLITE_INTERRUPT;
    code = sqlite3_backup_step (backup, PAGES_A_STEP);
    if (code == SQLITE_OK && n % STEPS_A_FLUSH == 0)
      code = flush (target);
  }
  return code;
}

static gboolean
copy_pages (SalonDb *source, sqlite3 *target, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", source->handle, "main");
  int code = SQLITE_OK;

  if (backup == NULL) {
    salon_db_set_error (source, sqlite3_extended_errcode (target), error);
    return FALSE;
  }
  code = step_to_end (source, target, backup);
  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;
  salon_db_set_error (source, code, error);
  return FALSE;
}

/* A copy stands alone: without a write-ahead log it can be opened where nothing may be written. */
static gboolean
write_copy (SalonDb *source, const char *path, GError **error)
{
  sqlite3 *target = NULL;
  int code = sqlite3_open_v2 (path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
  gboolean ok = FALSE;

  if (code == SQLITE_OK)
    ok = copy_pages (source, target, error);
  else
    salon_db_set_error (source, code, error);
  if (ok && (code = sqlite3_exec (target, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL)) != SQLITE_OK) {
    salon_db_set_error (source, code, error);
    ok = FALSE;
  }
  sqlite3_close (target);
  return ok;
}

static gboolean
read_info (SalonDb *db, SalonBackupInfo *info, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int code = SQLITE_OK;

  if (!salon_db_pragma_int (db, "user_version", &info->version, error))
    return FALSE;
  code = sqlite3_prepare_v2 (db->handle, SQL_INFO, -1, &stmt, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (stmt);
  if (code == SQLITE_ROW) {
    info->n_clients = sqlite3_column_int64 (stmt, 0);
    info->n_visits = sqlite3_column_int64 (stmt, 1);
    info->last_visit_day = sqlite3_column_type (stmt, 2) == SQLITE_NULL ? SALON_DAY_NONE : sqlite3_column_int (stmt, 2);
    info->last_change_at = sqlite3_column_int64 (stmt, 3);
  } else {
    salon_db_set_error (db, code, error);
  }
  sqlite3_finalize (stmt);
  return code == SQLITE_ROW;
}

/* @cancellable: (nullable): the check of a large copy takes minutes */
static gboolean
open_and_look (const char *path, SalonBackupInfo *info, gboolean whole, GCancellable *cancellable, GError **error)
{
  SalonDb *db = salon_db_open (path, SALON_DB_COPY, error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  gboolean ok = FALSE;

  if (db != NULL)
    salon_db_set_cancellable (db, cancellable);
  ok = db != NULL && read_info (db, info, error) && (!whole || salon_db_full_check (db, findings, error));
  if (db != NULL)
    salon_db_close (db, NULL);
  if (!ok || findings->len == 0)
    return ok;
  salon_set_error (error, SALON_ERROR_CORRUPT, _("The copy “%s” is damaged (%s)."), path, (char *) findings->pdata[0]);
  return FALSE;
}

/**
 * salon_backup_inspect: reads what a copy holds, without the whole check
 */
gboolean
salon_backup_inspect (const char *path, SalonBackupInfo *info, GError **error)
{
  return open_and_look (path, info, FALSE, NULL, error);
}

/**
 * salon_backup_verify: opens a copy and checks every page and every reference in it
 */
gboolean
salon_backup_verify (const char *path, SalonBackupInfo *info, GError **error)
{
  return open_and_look (path, info, TRUE, NULL, error);
}

/**
 * salon_backup_copy:
 * @tx: whose snapshot is copied
 * @target: the copy's name, which must be free; nothing is left there on failure
 * @info: (out): what the copy holds
 *
 * Writes a copy, proves it, flushes it, and only then gives it its name.
 *
 * Returns: %FALSE with @error; %G_IO_ERROR_CANCELLED soon after the cancellable of the connection was cancelled
 */
gboolean
salon_backup_copy (SalonTx *tx, const char *target, SalonBackupInfo *info, GError **error)
{
  SalonDb *source = salon_tx_db (tx);
  g_autofree char *draft = g_strconcat (target, SALON_BACKUP_DRAFT, NULL);

  g_unlink (draft);
  if (write_copy (source, draft, error) && open_and_look (draft, info, TRUE, source->cancellable, error)
      && salon_durable_add (draft, target, error))
    return TRUE;
  g_unlink (draft);
  return FALSE;
}
