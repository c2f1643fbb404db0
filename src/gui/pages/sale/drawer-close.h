#pragma once
/* The blind count of a drawer: what was counted, then what it differs by and why, then it is closed. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_DRAWER_CLOSE (salon_drawer_close_get_type ())
G_DECLARE_FINAL_TYPE (SalonDrawerClose, salon_drawer_close, SALON, DRAWER_CLOSE, GtkWidget)

GtkWidget *salon_drawer_close_new (SalonSession *session);
void salon_drawer_close_set_shift (SalonDrawerClose *self, gint64 shift_id, const char *since);

G_END_DECLS
