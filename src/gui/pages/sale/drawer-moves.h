#pragma once
/* Cash that is put into a drawer or taken out of it, and what was. */
#include "base/day.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_DRAWER_MOVES (salon_drawer_moves_get_type ())
G_DECLARE_FINAL_TYPE (SalonDrawerMoves, salon_drawer_moves, SALON, DRAWER_MOVES, GtkWidget)

char *salon_drawer_time_text (gint64 at, SalonDay today);
GtkWidget *salon_drawer_moves_new (SalonSession *session);
void salon_drawer_moves_show (SalonDrawerMoves *self, const GPtrArray *moves);

G_END_DECLS
