/* A disk that fails.  To try every point of a workflow: run it once armed with k = 0, which counts its operations,
   then once for each k from 1 to that count. */
#include "tests/support/fault-vfs.h"
#include <sqlite3.h>

typedef struct {
  GMutex mutex; /* writer and readers work at the same time */
  Fault fault;
  gint64 count;
  gboolean armed;
  gboolean fired;
} Disk;

static Disk disk;

static int
usual_code (WatchKind kind)
{
  switch (kind) {
  case WATCH_OPEN:
    return SQLITE_CANTOPEN;
  case WATCH_READ:
    return SQLITE_IOERR_READ;
  case WATCH_WRITE:
    return SQLITE_IOERR_WRITE;
  case WATCH_TRUNCATE:
    return SQLITE_IOERR_TRUNCATE;
  case WATCH_SYNC:
    return SQLITE_IOERR_FSYNC;
  case WATCH_DELETE:
    return SQLITE_IOERR_DELETE;
  case WATCH_SHM:
  default:
    return SQLITE_IOERR_SHMMAP;
  }
}

static gboolean
fails_now (const WatchOp *op)
{
  if (!disk.armed || (op->kind & disk.fault.kinds) == 0)
    return FALSE;
  disk.count++;
  if (disk.count == disk.fault.k)
    disk.fired = TRUE;
  return disk.fired && (disk.fault.sticky || disk.count == disk.fault.k);
}

static int
on_operation (WatchOp *op, gpointer data)
{
  int code = SQLITE_OK;

  g_mutex_lock (&disk.mutex);
  if (fails_now (op)) {
    code = disk.fault.code != 0 ? disk.fault.code : usual_code (op->kind);
    op->partial = disk.fault.tear ? op->length / 2 : 0;
  }
  g_mutex_unlock (&disk.mutex);
  return code;
}

/**
 * fault_vfs_install: makes the disk that can fail the default; it is not armed
 */
void
fault_vfs_install (void)
{
  disk.armed = FALSE;
  watch_vfs_install (on_operation, NULL, NULL);
}

/**
 * fault_vfs_arm: counts from here
 */
void
fault_vfs_arm (const Fault *fault)
{
  g_mutex_lock (&disk.mutex);
  disk.fault = *fault;
  disk.count = 0;
  disk.fired = FALSE;
  disk.armed = TRUE;
  g_mutex_unlock (&disk.mutex);
}

/**
 * fault_vfs_disarm: the disk is well again
 *
 * Returns: how many operations were counted
 */
gint64
fault_vfs_disarm (void)
{
  gint64 count = 0;

  g_mutex_lock (&disk.mutex);
  disk.armed = FALSE;
  count = disk.count;
  g_mutex_unlock (&disk.mutex);
  return count;
}

/**
 * fault_vfs_fired:
 *
 * Returns: whether the k-th operation came, since the disk was armed
 */
gboolean
fault_vfs_fired (void)
{
  gboolean fired = FALSE;

  g_mutex_lock (&disk.mutex);
  fired = disk.fired;
  g_mutex_unlock (&disk.mutex);
  return fired;
}

/**
 * fault_vfs_remove: SQLite's own file layer is the default again
 */
void
fault_vfs_remove (void)
{
  watch_vfs_remove ();
}
