#pragma once
/* One visit in the list of a day: read aloud whole, with the same verbs as on the board. */
#include "model/rules/board.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_AGENDA_ROW (salon_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonAgendaRow, salon_agenda_row, SALON, AGENDA_ROW, GtkListBoxRow)

GtkWidget *salon_agenda_row_new (SalonSession *session, const SalonBoard *board, const SalonBoardVisit *visit);
void salon_agenda_row_set (SalonAgendaRow *self, const SalonBoard *board, const SalonBoardVisit *visit);
gint64 salon_agenda_row_get_visit (SalonAgendaRow *self);
gint64 salon_agenda_row_get_line (SalonAgendaRow *self);
gint64 salon_agenda_row_get_start (SalonAgendaRow *self);
SalonDay salon_agenda_row_get_day (SalonAgendaRow *self);

G_END_DECLS
