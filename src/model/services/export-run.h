#pragma once
/* A whole export: log, file, kept file.  It succeeds as a whole or leaves nothing. */
#include "model/services/exports.h"
#include "model/services/session.h"

G_BEGIN_DECLS

/**
 * SalonExportDone: what was exported
 */
typedef struct {
  gint64 id; /* in the log */
  gint64 n_rows;
  gint64 size; /* bytes */
} SalonExportDone;

void salon_export_start (SalonSession *session, SalonExportOrder *order, SalonRowWriter *writer, GCancellable *cancellable,
                         SalonExportProgress progress, gpointer progress_data, GAsyncReadyCallback callback, gpointer data);
gboolean salon_export_finish (SalonSession *session, GAsyncResult *result, SalonExportDone *done, GError **error);
/**
 * SalonExportMaking: how a file is made
 * @make: writes it to @path, whole or not at all; on some thread
 */
typedef struct {
  gboolean (*make) (gpointer data, const char *path, GCancellable *cancellable, GError **error);
  gpointer data;
  GDestroyNotify free_data;
} SalonExportMaking;

void salon_export_start_made (SalonSession *session, SalonExportOrder *order, SalonExportMaking making, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);
gboolean salon_export_make_sync (SalonSession *session, SalonExportOrder *order, SalonExportMaking making, GCancellable *cancellable,
                                 SalonExportDone *done, GError **error);

gboolean salon_export_run_sync (SalonSession *session, SalonExportOrder *order, SalonRowWriter *writer,
                                GCancellable *cancellable, SalonExportDone *done, GError **error);

G_END_DECLS
