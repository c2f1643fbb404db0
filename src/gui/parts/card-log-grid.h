#pragma once
/* What happened to plastic cards, as lines of a table. */
#include "model/services/card-log.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *salon_card_log_grid_new (void);
void salon_card_log_grid_fill (GtkWidget *grid, const GPtrArray *events, SalonSession *session, gboolean with_client);

G_END_DECLS
