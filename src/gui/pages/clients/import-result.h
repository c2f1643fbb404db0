#pragma once
/* What an import has done, and what can be done about it. */
#include "model/services/import.h"
#include "model/services/job.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_IMPORT_RESULT (salon_import_result_get_type ())
G_DECLARE_FINAL_TYPE (SalonImportResult, salon_import_result, SALON, IMPORT_RESULT, GtkWidget)

GtkWidget *salon_import_result_new (SalonSession *session);
void salon_import_result_show (SalonImportResult *self, SalonImportRun *run, const SalonImportLayout *layout,
                               const SalonJobResult *result);

G_END_DECLS
