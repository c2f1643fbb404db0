#pragma once
/* What leaves the program on paper or as a file for other programs, as actions of the window. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_papers_run (GtkWidget *window, SalonSession *session, const char *action, GVariant *target);

G_END_DECLS
