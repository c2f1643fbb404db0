#pragma once
/* What each column of the sheet is: its heading, what stands in it, and the field that it goes to. */
#include "model/rules/import-layout.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_IMPORT_MAPPING (salon_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (SalonImportMapping, salon_import_mapping, SALON, IMPORT_MAPPING, GtkWidget)

GtkWidget *salon_import_mapping_new (void);
void salon_import_mapping_set (SalonImportMapping *self, const SalonImportLayout *layout, const GPtrArray *rows,
                               const GPtrArray *custom_names, gboolean is_remembered);
void salon_import_mapping_update (SalonImportMapping *self, const SalonImportLayout *layout);

G_END_DECLS
