#pragma once
/* The day as a list by time: the same visits as on the board, each a row that is read aloud whole and has the same verbs. */
#include "model/rules/board.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_AGENDA (salon_agenda_get_type ())
G_DECLARE_FINAL_TYPE (SalonAgenda, salon_agenda, SALON, AGENDA, GtkWidget)

GtkWidget *salon_agenda_new (SalonSession *session);
void salon_agenda_set_board (SalonAgenda *self, SalonBoard *board);

G_END_DECLS
