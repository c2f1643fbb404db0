#pragma once
/* Notes at the bottom of the window for what a command did or refused. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_note_done (GtkWidget *from, const char *text, const SalonDone *done);
void salon_note_submit (GtkWidget *from, SalonSession *session, const SalonCommand *command, gpointer request, char *text);
void salon_note_final (GtkWidget *from, const char *text, const SalonDone *done);
void salon_note_error (GtkWidget *from, const GError *error);

G_END_DECLS
