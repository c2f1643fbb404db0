#pragma once
/* Lists that are tried, imported and rolled back. */
#include "model/entities/client.h"
#include "model/services/import.h"
#include "small-salon.h"

SalonRowSource *open_text (gpointer text, GError **error);
SalonImportRequest *request_of (SmallSalon *s, SalonImportSubject subject, const char *text);
SalonImportReport *plan (SmallSalon *s, const SalonImportRequest *request);
gboolean try_run (SmallSalon *s, SalonImportRun *run, gint64 *operation, GError **error);
gint64 import (SmallSalon *s, SalonImportRequest *request, const gint64 counts[4]);
gint64 import_text (SmallSalon *s, const char *text, SalonImportStrategy strategy, gint64 n_new, gint64 n_updated, gint64 n_duplicates,
                    gint64 n_rejected);
SalonClient *client_called (SmallSalon *s, const char *first_name);
gboolean roll_back (SmallSalon *s, gint64 operation, SalonImportUndo **undo, GError **error);
void assert_healthy (SmallSalon *s);
