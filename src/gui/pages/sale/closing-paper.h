#pragma once
/* The report of a shift of a drawer on paper: looked at first, then printed or saved. */
#include "model/entities/closing.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_closing_paper_preview (GtkWidget *from, SalonSession *session, gint64 shift_id);

G_END_DECLS
