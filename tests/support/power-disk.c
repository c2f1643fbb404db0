/* Records what happens to the files of one folder.
 *
 * A name (creation, deletion, renaming) is certain only after its folder was synced.  SQLite does that itself with
 * the first sync of a new journal or write-ahead log; for the database file it leaves it to the program. */
#include "tests/support/power-record.h"
#include "tests/support/watch-vfs.h"
#include <sqlite3.h>
#include <string.h>

typedef struct {
  GMutex mutex; /* writer and readers work at the same time */
  PowerRecord *record;
  GHashTable *files;   /* path → number + 1 */
  GHashTable *synced;  /* path: synced by the program, not by SQLite */
  GHashTable *unnamed; /* path: a new journal, not synced yet */
} Recorder;

static Recorder recorder;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->data, g_bytes_unref);
  g_free (step->name);
  g_free (step->old_name);
  g_free (step);
}

static void
add (StepKind kind, guint file, gint64 offset, GBytes *data, const char *path)
{
  Step *step = g_new0 (Step, 1);

  step->kind = kind;
  step->file = file;
  step->offset = offset;
  step->data = data;
  step->name = path != NULL ? g_path_get_basename (path) : NULL;
  g_ptr_array_add (recorder.record->steps, step);
}

static guint
new_file (const char *path)
{
  guint file = recorder.record->n_files++;

  g_hash_table_insert (recorder.files, g_strdup (path), GUINT_TO_POINTER (file + 1));
  return file;
}

static guint
find_file (const char *path)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (recorder.files, path));
}

/* A file that was there before the recording, or that the program wrote without SQLite.  In the second case it is
   safe only if the program synced it. */
static guint
known_file (const char *path, gboolean was_there)
{
  guint file = find_file (path);
  char *content = NULL;
  gsize length = 0;
  gboolean certain = was_there || g_hash_table_contains (recorder.synced, path);

  if (file > 0)
    return file - 1;
  file = new_file (path);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  add (certain ? STEP_CONTENT : STEP_WRITE, file, 0, g_bytes_new_take (content, length), NULL);
  if (was_there) {
    add (STEP_NAME, file, 0, NULL, path);
    add (STEP_SYNC_NAMES, file, 0, NULL, NULL);
  }
  return file;
}

static gboolean
is_journal (const char *path)
{
  return g_str_has_suffix (path, "-wal") || g_str_has_suffix (path, "-journal");
}

static void
on_open (const WatchOp *op)
{
  if (!op->created) {
    known_file (op->path, TRUE);
    return;
  }
  add (STEP_NAME, new_file (op->path), 0, NULL, op->path);
  if (is_journal (op->path))
    g_hash_table_add (recorder.unnamed, g_strdup (op->path));
}

static void
on_sync (const WatchOp *op)
{
  guint file = known_file (op->path, TRUE);

  add (STEP_SYNC, file, 0, NULL, NULL);
  if (g_hash_table_remove (recorder.unnamed, op->path))
    add (STEP_SYNC_NAMES, file, 0, NULL, NULL);
}

static void
on_delete (const WatchOp *op)
{
  add (STEP_UNNAME, 0, 0, NULL, op->path);
  g_hash_table_remove (recorder.files, op->path);
  if (op->durable)
    add (STEP_SYNC_NAMES, 0, 0, NULL, NULL);
}

static void
after_operation (const WatchOp *op, gpointer data)
{
  if (op->path == NULL)
    return;
  g_mutex_lock (&recorder.mutex);
  switch (op->kind) {
  case WATCH_OPEN:
    on_open (op);
    break;
  case WATCH_WRITE:
    add (STEP_WRITE, known_file (op->path, TRUE), op->offset, g_bytes_new (op->data, (gsize) op->length), NULL);
    break;
  case WATCH_TRUNCATE:
    add (STEP_TRUNCATE, known_file (op->path, TRUE), op->length, NULL, NULL);
    break;
  case WATCH_SYNC:
    on_sync (op);
    break;
  case WATCH_DELETE:
    on_delete (op);
    break;
  case WATCH_READ:
  case WATCH_SHM:
  default:
    break;
  }
  g_mutex_unlock (&recorder.mutex);
}

/**
 * power_disk_install:
 *
 * Records from here.  All files of the workflow lie in one folder.  No connection may be open.
 */
void
power_disk_install (void)
{
  recorder.record = g_new0 (PowerRecord, 1);
  recorder.record->steps = g_ptr_array_new_with_free_func (step_free);
  recorder.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  recorder.synced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  recorder.unnamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  watch_vfs_install (NULL, after_operation, NULL);
}

/**
 * power_disk_mark:
 *
 * From here on the user was told that @mark is done.
 */
void
power_disk_mark (gint64 mark)
{
  g_mutex_lock (&recorder.mutex);
  add (STEP_MARK, 0, mark, NULL, NULL);
  g_mutex_unlock (&recorder.mutex);
}

/**
 * power_disk_link: the program gave the file another name, not through SQLite
 */
void
power_disk_link (const char *from, const char *to)
{
  g_mutex_lock (&recorder.mutex);
  add (STEP_NAME, known_file (from, FALSE), 0, NULL, to);
  g_hash_table_insert (recorder.files, g_strdup (to), GUINT_TO_POINTER (find_file (from)));
  g_mutex_unlock (&recorder.mutex);
}

/**
 * power_disk_rename: call it when the file has its new name
 */
void
power_disk_rename (const char *from, const char *to)
{
  guint file = 0;

  g_mutex_lock (&recorder.mutex);
  if (find_file (from) == 0 && g_hash_table_contains (recorder.synced, from))
    g_hash_table_add (recorder.synced, g_strdup (to));
  g_hash_table_remove (recorder.files, to);
  file = find_file (from);
  if (file > 0)
    g_hash_table_insert (recorder.files, g_strdup (to), GUINT_TO_POINTER (file));
  add (STEP_MOVE, known_file (to, FALSE), 0, NULL, to);
  ((Step *) g_ptr_array_index (recorder.record->steps, recorder.record->steps->len - 1))->old_name
      = g_path_get_basename (from);
  g_hash_table_remove (recorder.files, from);
  g_mutex_unlock (&recorder.mutex);
}

/**
 * power_disk_unlink: the program removed the file, not through SQLite
 */
void
power_disk_unlink (const char *path)
{
  g_mutex_lock (&recorder.mutex);
  add (STEP_UNNAME, 0, 0, NULL, path);
  g_hash_table_remove (recorder.files, path);
  g_mutex_unlock (&recorder.mutex);
}

/**
 * power_disk_sync: the program synced a file or a folder, not through SQLite
 */
void
power_disk_sync (const char *path)
{
  g_mutex_lock (&recorder.mutex);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    add (STEP_SYNC_NAMES, 0, 0, NULL, NULL);
  else if (find_file (path) > 0)
    add (STEP_SYNC, find_file (path) - 1, 0, NULL, NULL);
  else
    g_hash_table_add (recorder.synced, g_strdup (path));
  g_mutex_unlock (&recorder.mutex);
}

/**
 * power_disk_remove:
 *
 * Ends the recording.  No connection may be open.
 *
 * Returns: (transfer full): the record
 */
PowerRecord *
power_disk_remove (void)
{
  watch_vfs_remove ();
  g_clear_pointer (&recorder.files, g_hash_table_unref);
  g_clear_pointer (&recorder.synced, g_hash_table_unref);
  g_clear_pointer (&recorder.unnamed, g_hash_table_unref);
  return g_steal_pointer (&recorder.record);
}

/**
 * power_record_length:
 *
 * Returns: how many steps there are; a moment is the number of steps that were done
 */
gsize
power_record_length (PowerRecord *self)
{
  return self->steps->len;
}

void
power_record_free (PowerRecord *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}
