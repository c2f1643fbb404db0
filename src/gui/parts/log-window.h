#pragma once
/* Who changed what of a card or of a visit, and when. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_log_window_present (GtkWidget *from, SalonSession *session, const SalonQuery *query, gint64 id,
                               const char *title);

G_END_DECLS
