#pragma once
/* A report that names clients, printed: in the log of exports, without a file. */
#include "model/services/exports.h"
#include "model/services/session.h"

G_BEGIN_DECLS

/**
 * SalonExportPaper: a row of the log that waits for its printer
 */
typedef struct _SalonExportPaper SalonExportPaper;

void salon_export_begin_paper (SalonSession *session, SalonExportOrder *order, GAsyncReadyCallback callback, gpointer data);
SalonExportPaper *salon_export_begin_paper_finish (GAsyncResult *result, GError **error);
void salon_export_end_paper (SalonExportPaper *self, gboolean printed);

G_END_DECLS
