#pragma once
/* The log of cards, on paper. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_card_log_print (GtkWidget *from, SalonSession *session, const GPtrArray *events, const char *asked);

G_END_DECLS
