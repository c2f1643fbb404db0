#pragma once
/* A small board for tests of what shows it. */
#include "model/rules/board.h"

G_BEGIN_DECLS

#define DAY      20255 /* a Monday */
#define AT(h, m) ((gint64) DAY * 1440 + (h) * 60 + (m))

enum { MARIA = 1, JANA, ANNA, ROOM = 10, HALL, NAILS = 20, COLOUR };

SalonBoard *ui_board_small (gboolean with_olga);
SalonBoardLine *ui_board_book (SalonBoard *board, gint64 id, const char *client, SalonVisitState state, gint64 employee,
                               gint64 room, gint64 start);

G_END_DECLS
