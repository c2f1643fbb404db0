#pragma once
/* A disk that fails: the k-th operation of a kind is refused. */
#include "tests/support/watch-vfs.h"

G_BEGIN_DECLS

/**
 * Fault:
 * @kinds: which operations count
 * @k: the first is 1; 0 = none fails, they are only counted
 * @code: what SQLite is told, an extended result code such as SQLITE_IOERR_FSYNC; 0 = what fits the kind
 * @sticky: everything after it fails, too, as on a disk that is full or gone
 * @tear: half of a write that fails is written
 */
typedef struct {
  guint kinds;
  gint64 k;
  int code;
  gboolean sticky;
  gboolean tear;
} Fault;

void fault_vfs_install (void);
void fault_vfs_arm (const Fault *fault);
gint64 fault_vfs_disarm (void);
gboolean fault_vfs_fired (void);
void fault_vfs_remove (void);

G_END_DECLS
