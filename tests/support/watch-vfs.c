/* A file layer for SQLite around its own one: it becomes the default, so that a test needs no other way to open a
   database than the program has. */
#include "tests/support/watch-vfs.h"
#include <sqlite3.h>
#include <string.h>

typedef struct {
  sqlite3_file base;
  char *path;
  sqlite3_file *real; /* lies behind this struct */
} WatchFile;

/* One at a time: SQLite has one default file layer, too. */
typedef struct {
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  WatchBefore before;
  WatchAfter after;
  gpointer data;
} Watch;

static Watch watch;

static WatchFile *
watch_file (sqlite3_file *file)
{
  return (WatchFile *) file;
}

static int
ask (WatchOp *op)
{
  return watch.before != NULL ? watch.before (op, watch.data) : SQLITE_OK;
}

static int
tell (const WatchOp *op, int code)
{
  if (code == SQLITE_OK && watch.after != NULL)
    watch.after (op, watch.data);
  return code;
}

static int
on_close (sqlite3_file *file)
{
  WatchFile *self = watch_file (file);
  int code = self->real->pMethods->xClose (self->real);

  g_clear_pointer (&self->path, g_free);
  return code;
}

static int
on_read (sqlite3_file *file, void *buffer, int length, sqlite3_int64 offset)
{
  WatchFile *self = watch_file (file);
  WatchOp op = { .kind = WATCH_READ, .path = self->path, .offset = offset, .length = length };
  int code = ask (&op);

  if (code != SQLITE_OK)
    return code;
  return tell (&op, self->real->pMethods->xRead (self->real, buffer, length, offset));
}

static int
on_write (sqlite3_file *file, const void *buffer, int length, sqlite3_int64 offset)
{
  WatchFile *self = watch_file (file);
  WatchOp op = { .kind = WATCH_WRITE, .path = self->path, .offset = offset, .data = buffer, .length = length };
  int code = ask (&op);

  if (code == SQLITE_OK)
    return tell (&op, self->real->pMethods->xWrite (self->real, buffer, length, offset));
  if (op.partial > 0 && op.partial < length) {
    op.length = op.partial;
    tell (&op, self->real->pMethods->xWrite (self->real, buffer, (int) op.partial, offset));
  }
  return code;
}

static int
on_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  WatchFile *self = watch_file (file);
  WatchOp op = { .kind = WATCH_TRUNCATE, .path = self->path, .length = size };
  int code = ask (&op);

  if (code != SQLITE_OK)
    return code;
  return tell (&op, self->real->pMethods->xTruncate (self->real, size));
}

static int
on_sync (sqlite3_file *file, int flags)
{
  WatchFile *self = watch_file (file);
  WatchOp op = { .kind = WATCH_SYNC, .path = self->path };
  int code = ask (&op);

  if (code != SQLITE_OK)
    return code;
  return tell (&op, self->real->pMethods->xSync (self->real, flags));
}

static int
on_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return watch_file (file)->real->pMethods->xFileSize (watch_file (file)->real, size);
}

static int
on_lock (sqlite3_file *file, int level)
{
  return watch_file (file)->real->pMethods->xLock (watch_file (file)->real, level);
}

static int
on_unlock (sqlite3_file *file, int level)
{
  return watch_file (file)->real->pMethods->xUnlock (watch_file (file)->real, level);
}

static int
on_check_reserved_lock (sqlite3_file *file, int *result)
{
  return watch_file (file)->real->pMethods->xCheckReservedLock (watch_file (file)->real, result);
}

static int
on_file_control (sqlite3_file *file, int op, void *argument)
{
  return watch_file (file)->real->pMethods->xFileControl (watch_file (file)->real, op, argument);
}

static int
on_sector_size (sqlite3_file *file)
{
  return watch_file (file)->real->pMethods->xSectorSize (watch_file (file)->real);
}

static int
on_device_characteristics (sqlite3_file *file)
{
  return watch_file (file)->real->pMethods->xDeviceCharacteristics (watch_file (file)->real);
}

static int
on_shm_map (sqlite3_file *file, int page, int page_size, int extend, void volatile **memory)
{
  WatchFile *self = watch_file (file);
  WatchOp op = { .kind = WATCH_SHM, .path = self->path, .length = page_size };
  int code = ask (&op);

  if (code != SQLITE_OK)
    return code;
  return self->real->pMethods->xShmMap (self->real, page, page_size, extend, memory);
}

static int
on_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return watch_file (file)->real->pMethods->xShmLock (watch_file (file)->real, offset, n, flags);
}

static void
on_shm_barrier (sqlite3_file *file)
{
  watch_file (file)->real->pMethods->xShmBarrier (watch_file (file)->real);
}

static int
on_shm_unmap (sqlite3_file *file, int remove)
{
  return watch_file (file)->real->pMethods->xShmUnmap (watch_file (file)->real, remove);
}

/* Version 2: no memory mapping of the database itself, which nobody could watch. */
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = on_close,
  .xRead = on_read,
  .xWrite = on_write,
  .xTruncate = on_truncate,
  .xSync = on_sync,
  .xFileSize = on_file_size,
  .xLock = on_lock,
  .xUnlock = on_unlock,
  .xCheckReservedLock = on_check_reserved_lock,
  .xFileControl = on_file_control,
  .xSectorSize = on_sector_size,
  .xDeviceCharacteristics = on_device_characteristics,
  .xShmMap = on_shm_map,
  .xShmLock = on_shm_lock,
  .xShmBarrier = on_shm_barrier,
  .xShmUnmap = on_shm_unmap,
};

static int
on_open (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  WatchFile *self = watch_file (file);
  WatchOp op = { .kind = WATCH_OPEN, .path = path };
  int exists = 1;
  int code = SQLITE_OK;

  memset (self, 0, sizeof *self);
  if (path != NULL)
    watch.real->xAccess (watch.real, path, SQLITE_ACCESS_EXISTS, &exists);
  op.created = !exists;
  code = ask (&op);
  if (code != SQLITE_OK)
    return code;
  self->real = (sqlite3_file *) (self + 1);
  code = watch.real->xOpen (watch.real, path, self->real, flags, out_flags);
  if (code != SQLITE_OK)
    return code;
  self->path = g_strdup (path);
  self->base.pMethods = &methods;
  return tell (&op, SQLITE_OK);
}

static int
on_delete (sqlite3_vfs *vfs, const char *path, int sync_folder)
{
  WatchOp op = { .kind = WATCH_DELETE, .path = path, .durable = sync_folder != 0 };
  int code = ask (&op);

  if (code != SQLITE_OK)
    return code;
  return tell (&op, watch.real->xDelete (watch.real, path, sync_folder));
}

/**
 * watch_vfs_install:
 * @before: (nullable): may refuse an operation by an SQLite result code, SQLITE_OK lets it happen
 * @after: (nullable): told of every operation that happened
 *
 * From now on every connection that is opened is watched.  No connection may be open.
 */
void
watch_vfs_install (WatchBefore before, WatchAfter after, gpointer data)
{
  g_assert (watch.real == NULL);
  watch.real = sqlite3_vfs_find (NULL);
  watch.before = before;
  watch.after = after;
  watch.data = data;
  watch.vfs = *watch.real;
  watch.vfs.pNext = NULL;
  watch.vfs.zName = "watch";
  watch.vfs.szOsFile = (int) sizeof (WatchFile) + watch.real->szOsFile;
  watch.vfs.xOpen = on_open;
  watch.vfs.xDelete = on_delete;
  g_assert_cmpint (sqlite3_vfs_register (&watch.vfs, 1), ==, SQLITE_OK);
}

/**
 * watch_vfs_remove:
 *
 * SQLite's own file layer is the default again.  No connection may be open.
 */
void
watch_vfs_remove (void)
{
  sqlite3_vfs_unregister (&watch.vfs);
  sqlite3_vfs_register (watch.real, 1);
  memset (&watch, 0, sizeof watch);
}
