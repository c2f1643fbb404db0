#pragma once
/* The menus of the board: of a visit, of free time, of the head of a column. */
#include "gui/widgets/schedule-view.h"
#include "model/services/session.h"

G_BEGIN_DECLS

void salon_board_menus_popup (GtkWidget *at, SalonSession *session, SalonBoardView view, double x, double y);

G_END_DECLS
