#pragma once
/* Prints of which nobody has said how they ended, because the program or the printer stopped before: asked about at the foot of
 * the window. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_card_prints_ask (GtkWidget *window, SalonSession *session, gint64 print_id);

G_END_DECLS
