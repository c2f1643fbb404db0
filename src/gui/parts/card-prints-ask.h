#pragma once
/* Prints of which nobody knows how they ended, because the program did before: asked about at the foot of the window. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_card_prints_ask (GtkWidget *window, SalonSession *session);

G_END_DECLS
