/* Where backups lie, which are kept, and how one takes the place of the database.
 *
 * They lie beside the database in a folder of its name: "salon backups/salon 20261122-181500.db"; the second of one
 * second is "salon 20261122-181500-2.db". */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/durable.h"
#include "model/rules/permission.h"
#include "model/services/backups.h"
#include "model/store/db.h"
#include "model/store/lock.h"
#include "model/store/tx.h"

#define N_KEPT 7
#define ENDING ".db"

/**
 * salon_backup_free: frees one entry
 */
void
salon_backup_free (SalonBackup *self)
{
  g_free (self->path);
  g_free (self->problem);
  g_free (self);
}

/**
 * salon_backup_request_new:
 *
 * Returns: (transfer full): a request to back @database up
 */
SalonBackupRequest *
salon_backup_request_new (const char *database, gboolean automatic)
{
  SalonBackupRequest *self = g_new0 (SalonBackupRequest, 1);

  self->database = g_strdup (database);
  self->automatic = automatic;
  return self;
}

/**
 * salon_backup_request_free: frees a request
 */
void
salon_backup_request_free (SalonBackupRequest *self)
{
  g_free (self->database);
  g_free (self);
}

static char *
stem_of (const char *database)
{
  char *name = g_path_get_basename (database);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

/**
 * salon_backup_folder:
 *
 * Returns: (transfer full): the folder of the backups of @database; it need not exist
 */
char *
salon_backup_folder (const char *database)
{
  g_autofree char *folder = g_path_get_dirname (database);
  g_autofree char *stem = stem_of (database);
  g_autofree char *name = g_strconcat (stem, " backups", NULL);

  return g_build_filename (folder, name, NULL);
}

static char *
stamp_of (gint64 utc_us)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (utc_us / G_USEC_PER_SEC);

  return g_date_time_format (at, "%Y%m%d-%H%M%S");
}

/* Returns: whether @name is one that a backup has */
static gboolean
read_name (const char *name, SalonBackup *backup)
{
  const char *stamp = strrchr (name, ' ');
  int y = 0, m = 0, d = 0, h = 0, min = 0, s = 0, used = 0;
  g_autoptr (GDateTime) at = NULL;

  if (stamp == NULL || sscanf (stamp, " %4d%2d%2d-%2d%2d%2d%n", &y, &m, &d, &h, &min, &s, &used) != 6)
    return FALSE;
  stamp += used;
  backup->number = 1;
  if (sscanf (stamp, "-%d%n", &backup->number, &used) == 1)
    stamp += used;
  at = g_date_time_new_utc (y, m, d, h, min, s);
  backup->made_at = at != NULL ? g_date_time_to_unix (at) * G_USEC_PER_SEC : 0;
  return at != NULL && g_str_equal (stamp, ENDING);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const SalonBackup *x = *(SalonBackup *const *) a;
  const SalonBackup *y = *(SalonBackup *const *) b;

  if (x->made_at != y->made_at)
    return x->made_at > y->made_at ? -1 : 1;
  return y->number - x->number;
}

static GPtrArray *
names_only (const char *database)
{
  g_autofree char *folder = salon_backup_folder (database);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_backup_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autoptr (SalonBackup) backup = g_new0 (SalonBackup, 1);

    if (!read_name (name, backup))
      continue;
    backup->path = g_build_filename (folder, name, NULL);
    g_ptr_array_add (list, g_steal_pointer (&backup));
  }
  g_ptr_array_sort (list, newest_first);
  return list;
}

/**
 * salon_backup_list:
 *
 * Blocks while it looks into each copy; call it on a worker thread.
 *
 * Returns: (transfer full) (element-type SalonBackup): newest first; what cannot be used says why
 */
GPtrArray *
salon_backup_list (const char *database, GError **error)
{
  GPtrArray *list = names_only (database);

  for (guint i = 0; i < list->len; i++) {
    SalonBackup *backup = list->pdata[i];
    g_autoptr (GError) problem = NULL;
    GStatBuf st;

    backup->size = g_stat (backup->path, &st) == 0 ? st.st_size : 0;
    if (!salon_backup_inspect (backup->path, &backup->info, &problem))
      backup->problem = g_strdup (problem->message);
  }
  return list;
}

/**
 * salon_backup_is_due:
 *
 * Returns: whether there is no backup of today yet
 */
gboolean
salon_backup_is_due (const char *database, SalonClock *clock)
{
  g_autoptr (GPtrArray) list = names_only (database);

  if (list->len == 0)
    return TRUE;
  return salon_clock_day_of (clock, ((SalonBackup *) list->pdata[0])->made_at, NULL) != salon_clock_today (clock);
}

static void
rotate (const char *database)
{
  g_autoptr (GPtrArray) list = names_only (database);

  for (guint i = N_KEPT; i < list->len; i++)
    g_unlink (((SalonBackup *) list->pdata[i])->path);
}

/* A name that nothing has yet: @start and @ending, between them a number from @number on unless that is 1. */
static char *
free_name (const char *start, const char *ending, int *number)
{
  char *name = *number == 1 ? g_strconcat (start, ending, NULL) : g_strdup_printf ("%s-%d%s", start, *number, ending);

  while (g_file_test (name, G_FILE_TEST_EXISTS)) {
    g_free (name);
    name = g_strdup_printf ("%s-%d%s", start, ++*number, ending);
  }
  return name;
}

/* Later than all of its second, also than one that was removed since: numbers tell the order. */
static int
next_number (const char *database, gint64 made_at)
{
  g_autoptr (GPtrArray) list = names_only (database);

  for (guint i = 0; i < list->len; i++) {
    const SalonBackup *other = list->pdata[i];

    if (other->made_at / G_USEC_PER_SEC == made_at / G_USEC_PER_SEC)
      return other->number + 1;
  }
  return 1;
}

static char *
new_name (const char *database, SalonBackup *backup)
{
  g_autofree char *folder = salon_backup_folder (database);
  g_autofree char *stem = stem_of (database);
  g_autofree char *stamp = stamp_of (backup->made_at);
  g_autofree char *name = g_strdup_printf ("%s %s", stem, stamp);
  g_autofree char *start = g_build_filename (folder, name, NULL);

  backup->number = next_number (database, backup->made_at);
  return free_name (start, ENDING, &backup->number);
}

/* What a program that was killed had begun: one copy is made at a time. */
static void
remove_drafts (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (strstr (name, ENDING SALON_BACKUP_DRAFT) != NULL) /* with its journal */
      g_unlink (path);
  }
}

/**
 * salon_backup_make:
 *
 * Copies the snapshot of @tx, proves the copy, and only then removes the oldest beyond seven.  When the cancellable of
 * the query is cancelled it ends soon, with %G_IO_ERROR_CANCELLED, and nothing is left of the copy.
 *
 * Returns: (transfer full) (nullable): the backup; %NULL with @error, and the older ones stay
 */
SalonBackup *
salon_backup_make (SalonTx *tx, const SalonBackupRequest *request, GError **error)
{
  g_autofree char *folder = salon_backup_folder (request->database);
  g_autoptr (SalonBackup) backup = g_new0 (SalonBackup, 1);

  if (!request->automatic && !salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BACKUP, error))
    return NULL;
  if (g_mkdir_with_parents (folder, 0700) != 0) {
    salon_set_error (error, SALON_ERROR_IO, _("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));
    return NULL;
  }
  remove_drafts (folder);
  backup->made_at = salon_clock_now_us (salon_tx_clock (tx));
  backup->path = new_name (request->database, backup);
  if (!salon_backup_copy (tx, backup->path, &backup->info, error))
    return NULL;
  rotate (request->database);
  return g_steal_pointer (&backup);
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) failure = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &failure))
    return TRUE;
  salon_set_error (error, SALON_ERROR_IO, _("“%s” cannot be written: %s."), to, failure->message);
  return FALSE;
}

/**
 * salon_backup_migration_is_due:
 * @due: (out): whether opening @database would change its schema
 */
gboolean
salon_backup_migration_is_due (const char *database, gboolean *due, GError **error)
{
  return salon_db_migration_is_due (database, due, error);
}

/**
 * salon_backup_file:
 *
 * Backs up a salon that is not open, and proves the copy: before its schema is changed.
 */
gboolean
salon_backup_file (const char *database, SalonClock *clock, GError **error)
{
  SalonTxOptions options = { SALON_TX_READ, { 0 }, clock, NULL, NULL, 0 };
  SalonBackupRequest request = { (char *) database, TRUE };
  g_autoptr (SalonBackup) backup = NULL;
  SalonDb *db = salon_db_open (database, SALON_DB_COPY, error);
  SalonTx *tx = db != NULL ? salon_tx_begin (db, &options, error) : NULL;

  if (tx != NULL) {
    backup = salon_backup_make (tx, &request, error);
    salon_tx_rollback (tx);
  }
  if (db != NULL)
    salon_db_close (db, NULL);
  return backup != NULL;
}

/**
 * salon_backup_before_migration:
 *
 * Backs up a salon that is not open if opening it would change its schema.
 */
gboolean
salon_backup_before_migration (const char *database, SalonClock *clock, GError **error)
{
  gboolean due = FALSE;

  if (!salon_backup_migration_is_due (database, &due, error))
    return FALSE;
  return !due || salon_backup_file (database, clock, error);
}

/* The write-ahead log belongs to the file that goes: it goes with it, and before it, so that it can never meet the
 * file that comes. */
static gboolean
set_log_aside (const char *database, const char *kept, GError **error)
{
  static const char *const parts[] = { "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *from = g_strconcat (database, parts[i], NULL);
    g_autofree char *to = g_strconcat (kept, parts[i], NULL);

    if (g_file_test (from, G_FILE_TEST_EXISTS) && g_rename (from, to) != 0) {
      salon_set_error (error, SALON_ERROR_IO, _("“%s” cannot be set aside: %s."), from, g_strerror (errno));
      return FALSE;
    }
  }
  return TRUE;
}

/* @draft: holds the copy; afterwards the file that was there before */
static gboolean
take_place (const char *draft, const char *database, GError **error)
{
  if (g_file_test (database, G_FILE_TEST_EXISTS))
    return set_log_aside (database, draft, error) && salon_durable_exchange (draft, database, error);
  return salon_durable_add (draft, database, error);
}

/**
 * salon_backup_restore:
 * @backup: one of salon_backup_list(), or any copy
 * @database: its salon must be closed
 * @kept: (out): (transfer full): where the present file was set aside
 *
 * Proves the copy first.  The two change places at one instant: the present file is kept under the name that the
 * copy was prepared under.
 */
gboolean
salon_backup_restore (const char *backup, const char *database, SalonClock *clock, char **kept, GError **error)
{
  g_autoptr (SalonLock) lock = salon_lock_take (database, error);
  g_autofree char *stamp = stamp_of (salon_clock_now_us (clock));
  g_autofree char *start = g_strdup_printf ("%s.before-%s", database, stamp);
  int number = 1;
  g_autofree char *aside = free_name (start, "", &number);
  SalonBackupInfo info;

  if (lock == NULL || !salon_backup_verify (backup, &info, error) || !copy_file (backup, aside, error))
    return FALSE;
  if (!salon_backup_verify (aside, &info, error)) {
    g_unlink (aside);
    return FALSE;
  }
  if (!take_place (aside, database, error))
    return FALSE;
  *kept = g_steal_pointer (&aside);
  return TRUE;
}

SALON_DEFINE_QUERY (salon_query_backup, "backup.make", salon_backup_make, SalonBackupRequest, salon_backup_request_free,
                    salon_backup_free)
