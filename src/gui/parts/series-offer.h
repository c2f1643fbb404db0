#pragma once
/* After one visit of a series was moved or cancelled: the later ones, too? */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_series_offer (GtkWidget *from, SalonSession *session, const SalonDone *done);

G_END_DECLS
