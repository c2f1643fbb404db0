#pragma once
/* A file layer for SQLite that lets a test watch, and refuse, every single operation on a file. */
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  WATCH_OPEN = 1 << 0,
  WATCH_READ = 1 << 1,
  WATCH_WRITE = 1 << 2,
  WATCH_TRUNCATE = 1 << 3,
  WATCH_SYNC = 1 << 4,
  WATCH_DELETE = 1 << 5,
  WATCH_SHM = 1 << 6, /* the shared memory of the write-ahead log is mapped */
} WatchKind;

#define WATCH_ALL 0x7f

/**
 * WatchOp:
 * @path: full path; %NULL for a temporary file without a name
 * @created: of %WATCH_OPEN: the file did not exist before
 * @durable: of %WATCH_DELETE: the folder is synced, too
 * @partial: a watcher that refuses a write may let this many bytes of it through
 */
typedef struct {
  WatchKind kind;
  const char *path;
  gint64 offset;
  const void *data;
  gint64 length;
  gboolean created;
  gboolean durable;
  gint64 partial;
} WatchOp;

/* Both are called on the thread that works with the file, several at a time perhaps. */
typedef int (*WatchBefore) (WatchOp *op, gpointer data);
typedef void (*WatchAfter) (const WatchOp *op, gpointer data);

void watch_vfs_install (WatchBefore before, WatchAfter after, gpointer data);
void watch_vfs_remove (void);

G_END_DECLS
