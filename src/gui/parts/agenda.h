#pragma once
/* The day as a list by time: the same visits as on the board, each a row that is read aloud whole and has the same verbs. */
#include "model/rules/board.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_AGENDA (salon_agenda_get_type ())
G_DECLARE_FINAL_TYPE (SalonAgenda, salon_agenda, SALON, AGENDA, GtkWidget)

/* Signals, as those of the board (gui/widgets/schedule-view.h):
 *   select (gint64 visit_id, gint64 line_id)     a visit was chosen; 0 = none any more
 *   activate (gint64 visit_id)                   it shall be opened
 *   verb (gint64 visit_id, guint SalonVisitVerbs)  one verb that changes the state */

GtkWidget *salon_agenda_new (SalonSession *session);
void salon_agenda_set_board (SalonAgenda *self, SalonBoard *board);
void salon_agenda_set_employee (SalonAgenda *self, gint64 employee_id);
void salon_agenda_set_hidden (SalonAgenda *self, const GArray *employee_ids);
void salon_agenda_set_cancelled_shown (SalonAgenda *self, gboolean shown);
void salon_agenda_set_now (SalonAgenda *self, gint64 minute);
void salon_agenda_select (SalonAgenda *self, gint64 visit_id);
gint64 salon_agenda_get_selected (SalonAgenda *self);
void salon_agenda_focus (SalonAgenda *self);

G_END_DECLS
