#pragma once
/* What is exported, and as what: formats and columns; then how far it has come. */
#include "gui/parts/export-source.h"
#include "model/entities/export-entry.h"
#include "model/services/session.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define SALON_TYPE_EXPORT_CHOICE (salon_export_choice_get_type ())
G_DECLARE_FINAL_TYPE (SalonExportChoice, salon_export_choice, SALON, EXPORT_CHOICE, AdwWindow)

GtkWidget *salon_export_choice_new (GtkWindow *parent, SalonSession *session, const SalonExportScope *scope);
void salon_export_choice_set_format (SalonExportChoice *self, SalonExportFormat format);
void salon_export_choice_choose_all (SalonExportChoice *self, gboolean all);
char **salon_export_choice_get_columns (SalonExportChoice *self);
void salon_export_choice_show_progress (SalonExportChoice *self, gint64 done, gint64 total);
void salon_export_choice_show_error (SalonExportChoice *self, const char *sentence);

G_END_DECLS
