#pragma once
/* Taking an import back from the window, and telling what stays. */
#include "model/services/import.h"
#include "model/services/job.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SalonImportTakenBack:
 * @result: (nullable): %NULL when it failed
 * @kept: (nullable) (element-type SalonImportKept): what was left as it is
 * @error: (nullable): why it failed
 */
typedef void (*SalonImportTakenBack) (const SalonJobResult *result, const GPtrArray *kept, const GError *error, gpointer data);

void salon_import_take_back (GtkWidget *from, SalonSession *session, gint64 operation, SalonImportTakenBack done, gpointer data,
                             GDestroyNotify free_data);
char *salon_import_kept_text (const GPtrArray *kept);

G_END_DECLS
