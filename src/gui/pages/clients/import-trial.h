#pragma once
/* What an import would do, or did: counts that can be clicked, and the rows behind each. */
#include "model/services/import.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_IMPORT_TRIAL (salon_import_trial_get_type ())
G_DECLARE_FINAL_TYPE (SalonImportTrial, salon_import_trial, SALON, IMPORT_TRIAL, GtkWidget)

GtkWidget *salon_import_trial_new (const char *title);
void salon_import_trial_set_busy (SalonImportTrial *self, gboolean busy);
void salon_import_trial_set_share (SalonImportTrial *self, int permille);
void salon_import_trial_set_report (SalonImportTrial *self, const SalonImportReport *report, const SalonImportLayout *layout,
                                    gboolean done);
void salon_import_trial_set_error (SalonImportTrial *self, const char *sentence);

G_END_DECLS
