#pragma once
/* Takes clients out of the salon as a file: asks what and where to, lets the services write it with a writer of exchange,
 * and tells how it went. */
#include "gui/parts/export-source.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_exporter_run (GtkWindow *window, SalonSession *session, SalonExportScope *scope);
void salon_exporter_save_again (GtkWindow *window, SalonSession *session, gint64 id, const char *file_name);

G_END_DECLS
