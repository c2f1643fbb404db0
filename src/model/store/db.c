/* Opening, checking and closing one SQLite connection.
 *
 * This file belongs to the engine: pragmas, open flags and limits stand here and nowhere else.
 * SQLite 3.7.0–3.51.2 can damage a write-ahead log when two connections write or checkpoint at the
 * same instant; therefore one writer alone checkpoints, and readers never do. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/durable.h"
#include "model/store/connection.h"
#include "model/store/db.h"
#include "model/store/migrate.h"
#include "model/store/stmt.h"

#define PROGRESS_STEPS 4000

/* Pages of the write-ahead log (4 KiB each): from so many on it is emptied when nothing waits, from so many on by the
 * commit that finds them. */
#define WAL_GROWN    1000
#define WAL_TOO_LONG 16000

/* Magic numbers of statfs(2) for file systems whose locks and shared memory cannot be trusted. */
static const long network_file_systems[] = {
  0x6969 /* NFS */, 0x517b /* SMB */, (long) 0xff534d42 /* CIFS */, (long) 0xfe534d42 /* SMB2 */,
  0x5346414f /* AFS */, 0x01021997 /* 9P */, 0x65735546 /* FUSE: sshfs and the like */,
};

static int
on_progress (gpointer data)
{
  SalonDb *self = data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/* SQLite asks on_progress() between the steps of a statement, but to check the structure of a whole file is one step:
 * minutes on a large one.  Only its reads can be refused. */
static int
read_unless_cancelled (sqlite3_file *file, void *buffer, int size, sqlite3_int64 offset)
{
  const SalonFileMethods *ours = (const SalonFileMethods *) (gconstpointer) file->pMethods;

  return on_progress (ours->db) ? SQLITE_INTERRUPT : ours->original->xRead (file, buffer, size, offset);
}

static sqlite3_file *
main_file (SalonDb *self)
{
  sqlite3_file *file = NULL;

  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  return file != NULL && file->pMethods != NULL ? file : NULL;
}

static void
let_reads_be_cancelled (SalonDb *self)
{
  sqlite3_file *file = main_file (self);

  if (file == NULL)
    return;
  self->file = (SalonFileMethods){ *file->pMethods, file->pMethods, self };
  self->file.methods.xRead = read_unless_cancelled;
  file->pMethods = &self->file.methods;
}

static void
restore_reads (SalonDb *self)
{
  sqlite3_file *file = self->file.original != NULL ? main_file (self) : NULL;

  if (file != NULL)
    file->pMethods = self->file.original;
}

static void
checkpoint (SalonDb *self)
{
  self->wal_tried = self->wal_pages;
  sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

/* After each commit, instead of SQLite's own hook, which would bring the log into the file before the answer.  What is
 * in the log is safe there: it was flushed. */
static int
on_wal (gpointer data, sqlite3 *handle, const char *schema, int n_pages)
{
  SalonDb *self = data;

  if (n_pages < self->wal_pages) /* it began anew */
    self->wal_tried = 0;
  self->wal_pages = n_pages;
  if (n_pages - self->wal_tried >= WAL_TOO_LONG)
    checkpoint (self);
  return SQLITE_OK;
}

static gboolean
check_file_system (const char *path, GError **error)
{
  struct statfs fs;

  if (statfs (path, &fs) != 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (network_file_systems); i++)
    if ((long) fs.f_type == network_file_systems[i]) {
      salon_set_error (error, SALON_ERROR_IO,
                       _("“%s” lies on a network drive. A database there can be damaged; choose a folder of this computer."), path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_file (const char *path, GError **error)
{
  struct stat st;

  if (stat (path, &st) != 0) {
    salon_set_error (error, errno == ENOENT ? SALON_ERROR_NOT_FOUND : SALON_ERROR_IO,
                     _("“%s” cannot be opened: %s."), path, g_strerror (errno));
    return FALSE;
  }
  if (!S_ISREG (st.st_mode)) {
    salon_set_error (error, SALON_ERROR_FOREIGN, _("“%s” is not a file."), path);
    return FALSE;
  }
  if (st.st_size == 0) {
    salon_set_error (error, SALON_ERROR_CORRUPT, _("“%s” is empty: its content was lost."), path);
    return FALSE;
  }
  if (st.st_nlink > 1) {
    salon_set_error (error, SALON_ERROR_FOREIGN, _("“%s” has a second name (hard link). Such a file is not opened."), path);
    return FALSE;
  }
  return check_file_system (path, error);
}

/* A number of the file header, big-endian. */
static guint32
header_number (const guint8 *header, gsize offset)
{
  guint32 value = 0;

  memcpy (&value, header + offset, sizeof value);
  return GUINT32_FROM_BE (value);
}

/* What a shorter file lacks stays 0. */
static gboolean
read_header (const char *path, guint8 *header, gsize size, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  gboolean good = fd >= 0 && read (fd, header, size) >= 0;

  if (!good)
    salon_set_error (error, SALON_ERROR_IO, _("“%s” cannot be opened: %s."), path, g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return good;
}

/* What is not ours is told by its first hundred bytes, before SQLite opens it: SQLite would make files beside it, and
 * bring its write-ahead log into it at the close.  Readers do not ask: to close a file a second time would take the
 * locks of this process away, and the writer has asked before. */
static gboolean
check_header (const char *path, GError **error)
{
  guint8 header[100] = { 0 };

  if (!read_header (path, header, sizeof header, error))
    return FALSE;
  if (memcmp (header, "SQLite format 3", 16) != 0
      || header_number (header, 68) != SALON_APPLICATION_ID) {
    salon_set_error (error, SALON_ERROR_FOREIGN, _("“%s” is not a Salon Desk database."), path);
    return FALSE;
  }
  if (header_number (header, 60) <= (guint32) salon_migrate_head_version ())
    return TRUE;
  salon_set_error (error, SALON_ERROR_NEWER,
                   _("“%s” was written by a newer version of Salon Desk. Update the program to open it."), path);
  return FALSE;
}

static void
harden (sqlite3 *handle)
{
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
}

/* Before the engine begins: nobody asks how much memory it has, and to count that takes a lock at each piece. */
static void
stop_counting_memory (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  g_once_init_leave (&done, 1);
}

static gboolean
open_handle (SalonDb *self, int flags, GError **error)
{
  int code = SQLITE_OK;

  stop_counting_memory ();
  code = sqlite3_open_v2 (self->path, &self->handle,
                          flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE, NULL);

  if (code != SQLITE_OK) {
    salon_db_set_error (self, code, error);
    return FALSE;
  }
  harden (self->handle);
  sqlite3_busy_timeout (self->handle, 5000);
  sqlite3_progress_handler (self->handle, PROGRESS_STEPS, on_progress, self);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  return TRUE;
}

static gboolean
check_identity (SalonDb *self, GError **error)
{
  gint64 id = 0;
  gint64 version = 0;

  if (!salon_db_pragma_int (self, "application_id", &id, error))
    return FALSE;
  if (id != SALON_APPLICATION_ID) {
    salon_set_error (error, SALON_ERROR_FOREIGN, _("“%s” is not a Salon Desk database."), self->path);
    return FALSE;
  }
  if (!salon_db_pragma_int (self, "user_version", &version, error))
    return FALSE;
  if (version <= salon_migrate_head_version ())
    return TRUE;
  salon_set_error (error, SALON_ERROR_NEWER,
                   _("“%s” was written by a newer version of Salon Desk. Update the program to open it."), self->path);
  return FALSE;
}

static gboolean
enable_foreign_keys (SalonDb *self, GError **error)
{
  gint64 on = 0;

  if (!salon_db_exec (self, "PRAGMA foreign_keys = ON", error)
      || !salon_db_pragma_int (self, "foreign_keys", &on, error))
    return FALSE;
  if (on == 1)
    return TRUE;
  salon_set_error (error, SALON_ERROR_INTERNAL, "This SQLite cannot check foreign keys.");
  return FALSE;
}

static gboolean
configure (SalonDb *self, GError **error)
{
  if (!salon_db_exec (self, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;"
                            "PRAGMA cache_size = -16384", error)
      || !enable_foreign_keys (self, error))
    return FALSE;
  if (self->role == SALON_DB_WRITER) {
    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    sqlite3_wal_hook (self->handle, on_wal, self);
    return salon_db_exec (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", error);
  }
  let_reads_be_cancelled (self);
  /* the cards and the figures of 100,000 clients, which each filter reads, take 24 MB: with less room each reads all of them anew */
  return salon_db_exec (self, "PRAGMA wal_autocheckpoint = 0; PRAGMA query_only = ON; PRAGMA cache_size = -32768", error);
}

static SalonDb *
db_new (const char *path, SalonDbRole role)
{
  SalonDb *self = g_new0 (SalonDb, 1);

  self->path = g_strdup (path);
  self->role = role;
  self->owner = g_thread_self ();
  self->statements = g_hash_table_new (salon_stmt_hash, g_str_equal);
  self->repo_sql = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_strfreev);
  return self;
}

static char *
resolve (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char *real = realpath (folder, NULL);
  char *result = NULL;

  if (real == NULL) {
    salon_set_error (error, SALON_ERROR_IO, _("The folder “%s” cannot be opened: %s."), folder, g_strerror (errno));
    return NULL;
  }
  result = g_build_filename (real, name, NULL);
  free (real);
  return result;
}

/* What is still in the log would be lost with the name of the draft. */
static gboolean
empty_log (SalonDb *self, GError **error)
{
  int code = sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

  if (code != SQLITE_OK)
    salon_db_set_error (self, code, error);
  return code == SQLITE_OK;
}

/**
 * salon_db_create:
 * @path: must not exist
 *
 * Makes an empty salon.  It is built beside @path and gets its name when it is whole, so that a
 * crash leaves either nothing or a good file.
 *
 * Returns: %FALSE with @error; nothing is left at @path then
 */
gboolean
salon_db_create (const char *path, GError **error)
{
  g_autofree char *real = resolve (path, error);
  g_autofree char *draft = real != NULL ? g_strconcat (real, ".new", NULL) : NULL;
  g_autofree char *folder = real != NULL ? g_path_get_dirname (real) : NULL;
  SalonDb *self = NULL;
  gboolean ok = FALSE;

  if (real == NULL || !check_file_system (folder, error))
    return FALSE;
  g_unlink (draft);
  self = db_new (draft, SALON_DB_WRITER);
  ok = open_handle (self, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error)
       && salon_db_exec (self, "PRAGMA page_size = 4096; PRAGMA application_id = 0x53414c4e", error)
       && configure (self, error) && salon_migrate (self, error);
  ok = ok && empty_log (self, error);
  ok = salon_db_close (self, ok ? error : NULL) && ok;
  ok = ok && salon_durable_add (draft, real, error);
  if (!ok)
    g_unlink (draft);
  return ok;
}

/**
 * salon_db_open:
 * @path: an existing database; it is never made here
 *
 * Must be called on the thread that will own the connection.  A writer migrates an older file; the
 * caller made a verified backup before (see salon_db_migration_is_due()).
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL with
 *   %SALON_ERROR_NOT_FOUND, _CORRUPT, _FOREIGN, _NEWER, _READ_ONLY or _IO
 */
SalonDb *
salon_db_open (const char *path, SalonDbRole role, GError **error)
{
  g_autofree char *real = resolve (path, error);
  SalonDb *self = NULL;
  int flags = role == SALON_DB_COPY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;

  if (real == NULL || !check_file (real, error) || (role != SALON_DB_READER && !check_header (real, error)))
    return NULL;
  if (role == SALON_DB_WRITER && g_access (real, W_OK) != 0) {
    salon_set_error (error, SALON_ERROR_READ_ONLY, _("“%s” cannot be written: %s."), real, g_strerror (errno));
    return NULL;
  }
  self = db_new (real, role);
  if (open_handle (self, flags, error) && check_identity (self, error)
      && configure (self, error) && (role != SALON_DB_WRITER || salon_migrate (self, error)))
    return self;
  self->role = SALON_DB_COPY; /* what was refused is left as it is */
  salon_db_close (self, NULL);
  return NULL;
}

/**
 * salon_db_treat_as_draft:
 *
 * For a file that is being made and thrown away if that fails: nothing is waited for until it is closed,
 * and more of it is kept in memory.  Closing brings everything to the disk.
 */
gboolean
salon_db_treat_as_draft (SalonDb *self, GError **error)
{
  g_assert (self->role == SALON_DB_WRITER);
  self->draft = TRUE;
  return salon_db_exec (self, "PRAGMA synchronous = OFF; PRAGMA cache_size = -131072; PRAGMA wal_autocheckpoint = 8192", error);
}

static void
finish_draft (SalonDb *self)
{
  sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  sqlite3_exec (self->handle, "PRAGMA synchronous = FULL", NULL, NULL, NULL);
}

/**
 * salon_db_tidy:
 *
 * Brings the write-ahead log into the file when it has grown: after the answers were given and while nothing waits.
 * What a reader still looks at stays for the next time.  A failure loses nothing: the log is kept, and the close tries
 * again.
 */
void
salon_db_tidy (SalonDb *self)
{
  salon_db_assert_owner (self);
  if (self->wal_pages - self->wal_tried >= WAL_GROWN)
    checkpoint (self);
}

/**
 * salon_db_close:
 * @self: (transfer full)
 *
 * The writer optimises and empties the write-ahead log before; it closes last.
 */
gboolean
salon_db_close (SalonDb *self, GError **error)
{
  int code = SQLITE_OK;

  salon_db_assert_owner (self);
  if (self->handle != NULL && self->role == SALON_DB_WRITER) {
    sqlite3_progress_handler (self->handle, 0, NULL, NULL);
    if (self->draft)
      finish_draft (self);
    sqlite3_exec (self->handle, "PRAGMA optimize", NULL, NULL, NULL);
    sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  }
  salon_stmt_cache_clear (self);
  if (self->handle != NULL)
    restore_reads (self);
  if (self->handle != NULL)
    code = sqlite3_close (self->handle);
  if (code != SQLITE_OK) {
    salon_set_error (error, SALON_ERROR_INTERNAL, "A statement was still open at the close.");
    sqlite3_close_v2 (self->handle); /* goes with the last statement */
  }
  g_hash_table_unref (self->statements);
  g_hash_table_unref (self->repo_sql);
  g_free (self->path);
  g_free (self);
  return code == SQLITE_OK;
}

/**
 * salon_db_path:
 *
 * Returns: (transfer none): the real path of the file
 */
const char *
salon_db_path (SalonDb *self)
{
  return self->path;
}

/**
 * salon_db_set_derive: what brings derived values up to date before each outermost COMMIT
 */
void
salon_db_set_derive (SalonDb *self, SalonDeriveFunc derive)
{
  self->derive = derive;
}

/**
 * salon_db_set_watch: who is told each row that is written
 */
void
salon_db_set_watch (SalonDb *self, SalonWatchFunc watch)
{
  self->watch = watch;
}

/**
 * salon_db_set_cancellable:
 * @cancellable: (transfer none) (nullable): asked every few thousand steps; must outlive the job
 */
void
salon_db_set_cancellable (SalonDb *self, GCancellable *cancellable)
{
  self->cancellable = cancellable;
}

/**
 * salon_db_check_cancelled:
 *
 * For work between statements that takes its time.
 *
 * Returns: %TRUE with %G_IO_ERROR_CANCELLED when nobody waits for the answer any more
 */
gboolean
salon_db_check_cancelled (SalonDb *self, GError **error)
{
  if (!on_progress (self))
    return FALSE;
  salon_db_set_error (self, SQLITE_INTERRUPT, error);
  return TRUE;
}

static gboolean
collect (SalonDb *self, const char *sql, GPtrArray *findings, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v2 (self->handle, sql, -1, &stmt, NULL);

  while (code == SQLITE_OK && (code = sqlite3_step (stmt)) == SQLITE_ROW) {
    const char *text = (const char *) sqlite3_column_text (stmt, 0);

    code = SQLITE_OK;
    if (g_strcmp0 (text, "ok") != 0)
      g_ptr_array_add (findings, g_strdup (text));
  }
  if (code == SQLITE_DONE && on_progress (self)) /* what was found then is that nothing could be read */
    code = SQLITE_INTERRUPT;
  if (code != SQLITE_DONE)
    salon_db_set_error (self, code, error);
  sqlite3_finalize (stmt);
  return code == SQLITE_DONE;
}

/**
 * salon_db_quick_check:
 *
 * Returns: whether the file's structure is sound; %SALON_ERROR_CORRUPT otherwise
 */
gboolean
salon_db_quick_check (SalonDb *self, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (!collect (self, "PRAGMA quick_check (5)", findings, error))
    return FALSE;
  if (findings->len == 0)
    return TRUE;
  salon_set_error (error, SALON_ERROR_CORRUPT, _("The database file is damaged (%s)."), (char *) findings->pdata[0]);
  return FALSE;
}

/**
 * salon_db_full_check:
 * @findings: (element-type utf8): gets one line for each finding
 *
 * The whole integrity check and every foreign key.
 *
 * Returns: %FALSE with @error when the check itself could not run
 */
gboolean
salon_db_full_check (SalonDb *self, GPtrArray *findings, GError **error)
{
  return collect (self, "PRAGMA integrity_check (50)", findings, error)
         && collect (self, "SELECT 'foreign key: ' || \"table\" || ' row ' || rowid FROM pragma_foreign_key_check LIMIT 50",
                     findings, error);
}

/**
 * salon_db_migration_is_due:
 * @due: (out): whether opening @path for writing would change its schema
 *
 * Opens @path for reading only.
 */
gboolean
salon_db_migration_is_due (const char *path, gboolean *due, GError **error)
{
  SalonDb *db = salon_db_open (path, SALON_DB_COPY, error);
  gint64 version = 0;
  gboolean ok = db != NULL && salon_db_pragma_int (db, "user_version", &version, error);

  *due = ok && version < salon_migrate_head_version ();
  if (db != NULL)
    salon_db_close (db, NULL);
  return ok;
}
