/* What a salon leaves beside its file. */
#include <glib/gstdio.h>

#include "model/services/session.h"

/**
 * salon_session_remove_traces:
 * @path: a file that was moved away or is not wanted
 *
 * Removes it with what lies beside it: log, lock and index of a salon that is closed.
 */
void
salon_session_remove_traces (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", ".lock", ".readers" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

    g_unlink (name);
  }
}
