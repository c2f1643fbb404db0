#pragma once
/* What stands in a column of a sheet, to be shown. */
#include "model/rules/import-layout.h"

G_BEGIN_DECLS

char *salon_import_sample_heading (const SalonImportColumn *column, guint index);
char *salon_import_sample_name (const SalonImportLayout *layout, const GArray *cells);
char *salon_import_sample_text (const GPtrArray *rows, guint n_above, guint column);

G_END_DECLS
