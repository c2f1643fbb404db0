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
  GHashTable *foreign; /* path: the program wrote it without SQLite */
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

static Step *
last_step (void)
{
  return g_ptr_array_index (recorder.record->steps, recorder.record->steps->len - 1);
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

static GBytes *
content_of (const char *path)
{
  char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

/* A file that the program wrote without SQLite, seen for the first time: nothing of it is certain. */
static guint
known_file (const char *path)
{
  guint file = find_file (path);

  if (file > 0)
    return file - 1;
  file = new_file (path);
  add (STEP_NAME, file, 0, NULL, path);
  add (STEP_WRITE, file, 0, content_of (path), NULL);
  g_hash_table_add (recorder.foreign, g_strdup (path));
  return file;
}

/* Files that are there before the recording are safe. */
static void
know_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    guint file = 0;

    if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
      continue;
    file = new_file (path);
    add (STEP_CONTENT, file, 0, content_of (path), NULL);
    add (STEP_NAME, file, 0, NULL, path);
  }
  add (STEP_SYNC_NAMES, 0, 0, NULL, NULL);
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
    known_file (op->path);
    return;
  }
  add (STEP_NAME, new_file (op->path), 0, NULL, op->path);
  if (is_journal (op->path))
    g_hash_table_add (recorder.unnamed, g_strdup (op->path));
}

static void
on_sync (const WatchOp *op)
{
  guint file = known_file (op->path);

  add (g_str_has_suffix (op->path, "-wal") ? STEP_SYNC_LOG : STEP_SYNC, file, 0, NULL, NULL);
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
    add (STEP_WRITE, known_file (op->path), op->offset, g_bytes_new (op->data, (gsize) op->length), NULL);
    break;
  case WATCH_TRUNCATE:
    add (STEP_TRUNCATE, known_file (op->path), op->length, NULL, NULL);
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
 * @folder: what is in it now is safe
 *
 * Records from here.  All files of the workflow lie in @folder, or in folders in it that do not repeat a name.  No
 * connection may be open.
 */
void
power_disk_install (const char *folder)
{
  recorder.record = g_new0 (PowerRecord, 1);
  recorder.record->steps = g_ptr_array_new_with_free_func (step_free);
  recorder.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  recorder.foreign = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  recorder.unnamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  know_folder (folder);
  recorder.record->start = recorder.record->steps->len;
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
  if (recorder.record == NULL)
    return;
  g_mutex_lock (&recorder.mutex);
  add (STEP_MARK, 0, mark, NULL, NULL);
  g_mutex_unlock (&recorder.mutex);
}

static gboolean
begin (void)
{
  if (recorder.record == NULL)
    return FALSE;
  g_mutex_lock (&recorder.mutex);
  return TRUE;
}

/* A file that is of no concern (a lock) need not be known. */
static void
give_name (const char *path, guint file)
{
  g_hash_table_insert (recorder.files, g_strdup (path), GUINT_TO_POINTER (file + 1));
}

static void
move_mark (const char *from, const char *to)
{
  if (g_hash_table_remove (recorder.foreign, from))
    g_hash_table_add (recorder.foreign, g_strdup (to));
}

/**
 * power_disk_know:
 * @path: a file that the program is about to give another name, not through SQLite
 *
 * To be called before it does: afterwards nobody would know what it is.
 */
void
power_disk_know (const char *path)
{
  if (!begin ())
    return;
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    known_file (path);
  g_mutex_unlock (&recorder.mutex);
}

/**
 * power_disk_link: the program gave a file a second name
 */
void
power_disk_link (const char *from, const char *to)
{
  if (!begin ())
    return;
  add (STEP_NAME, find_file (from) - 1, 0, NULL, to);
  give_name (to, find_file (from) - 1);
  g_mutex_unlock (&recorder.mutex);
}

/**
 * power_disk_rename: the program gave a file another name; a file that had that name is gone
 */
void
power_disk_rename (const char *from, const char *to)
{
  if (!begin ())
    return;
  add (STEP_MOVE, find_file (from) - 1, 0, NULL, to);
  last_step ()->old_name = g_path_get_basename (from);
  give_name (to, find_file (from) - 1);
  g_hash_table_remove (recorder.files, from);
  move_mark (from, to);
  g_mutex_unlock (&recorder.mutex);
}

/**
 * power_disk_exchange: the program gave two files the name of the other
 */
void
power_disk_exchange (const char *one, const char *other)
{
  guint file = 0;

  if (!begin ())
    return;
  file = find_file (one) - 1;
  give_name (one, find_file (other) - 1);
  give_name (other, file);
  move_mark (one, other);
  add (STEP_EXCHANGE, file, 0, NULL, other);
  last_step ()->old_name = g_path_get_basename (one);
  g_mutex_unlock (&recorder.mutex);
}

/**
 * power_disk_unlink: the program removed a file, not through SQLite
 */
void
power_disk_unlink (const char *path)
{
  if (!begin ())
    return;
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
  guint file = 0;

  if (!begin ())
    return;
  if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    add (STEP_SYNC_NAMES, 0, 0, NULL, NULL);
  } else {
    file = known_file (path);
    if (g_hash_table_contains (recorder.foreign, path)) {
      add (STEP_TRUNCATE, file, 0, NULL, NULL);
      add (STEP_WRITE, file, 0, content_of (path), NULL);
    }
    add (STEP_SYNC, file, 0, NULL, NULL);
  }
  g_mutex_unlock (&recorder.mutex);
}

/**
 * power_disk_remove:
 *
 * Ends the recording.  No connection may be open.  Other calls than power_disk_install() do nothing from here.
 *
 * Returns: (transfer full): the record
 */
PowerRecord *
power_disk_remove (void)
{
  watch_vfs_remove ();
  g_clear_pointer (&recorder.files, g_hash_table_unref);
  g_clear_pointer (&recorder.foreign, g_hash_table_unref);
  g_clear_pointer (&recorder.unnamed, g_hash_table_unref);
  return g_steal_pointer (&recorder.record);
}

/**
 * power_record_start:
 *
 * Returns: the first moment: only what was there before the recording is there
 */
gsize
power_record_start (PowerRecord *self)
{
  return self->start;
}

/**
 * power_record_length:
 *
 * Returns: the last moment; a moment is the number of steps that were done
 */
gsize
power_record_length (PowerRecord *self)
{
  return self->steps->len;
}

/**
 * power_record_next_mark:
 *
 * Returns: the moment right after the first mark from @moment on; the end if there is none
 */
gsize
power_record_next_mark (PowerRecord *self, gsize moment)
{
  while (moment < self->steps->len && ((Step *) self->steps->pdata[moment])->kind != STEP_MARK)
    moment++;
  return MIN (moment + 1, self->steps->len);
}

void
power_record_free (PowerRecord *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}
