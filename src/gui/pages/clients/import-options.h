#pragma once
/* How an import deals with those who are there already, and with what a list of visits names that is not there. */
#include "model/services/import.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_IMPORT_OPTIONS (salon_import_options_get_type ())
G_DECLARE_FINAL_TYPE (SalonImportOptions, salon_import_options, SALON, IMPORT_OPTIONS, GtkWidget)

GtkWidget *salon_import_options_new (void);
void salon_import_options_set_subject (SalonImportOptions *self, SalonImportSubject subject);
void salon_import_options_write (SalonImportOptions *self, SalonImportRequest *request);

G_END_DECLS
