#pragma once
/* What stands at the start of the board: the month, lists that wait, whose columns are shown. */
#include "gui/parts/side-lists.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOARD_STRIP (salon_board_strip_get_type ())
G_DECLARE_FINAL_TYPE (SalonBoardStrip, salon_board_strip, SALON, BOARD_STRIP, GtkWidget)

GtkWidget *salon_board_strip_new (SalonSession *session);
void salon_board_strip_set_day (SalonBoardStrip *self, SalonDay day);
void salon_board_strip_set_active (SalonBoardStrip *self, gboolean active);
SalonSideLists *salon_board_strip_get_lists (SalonBoardStrip *self);
GArray *salon_board_strip_get_hidden (SalonBoardStrip *self);

G_END_DECLS
