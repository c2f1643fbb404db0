#pragma once
/* The log of cards as a table for other programs. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_card_log_save (GtkWidget *from, SalonSession *session, GPtrArray *events);

G_END_DECLS
