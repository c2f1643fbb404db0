#pragma once
/* The line above an import: back, the file, what it is, how it is read. */
#include "gui/pages/clients/import-file.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_IMPORT_HEAD (salon_import_head_get_type ())
G_DECLARE_FINAL_TYPE (SalonImportHead, salon_import_head, SALON, IMPORT_HEAD, GtkWidget)

GtkWidget *salon_import_head_new (void);
void salon_import_head_set_file (SalonImportHead *self, const char *path, const SalonExchangeLook *look);
void salon_import_head_set_locked (SalonImportHead *self, gboolean locked);
SalonImportFile *salon_import_head_read (SalonImportHead *self);

G_END_DECLS
