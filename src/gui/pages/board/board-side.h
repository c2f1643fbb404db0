#pragma once
/* What stands beside the board: the chosen visit, or a booking that is being made. */
#include "model/entities/occupancy.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOARD_SIDE (salon_board_side_get_type ())
G_DECLARE_FINAL_TYPE (SalonBoardSide, salon_board_side, SALON, BOARD_SIDE, GtkWidget)

GtkWidget *salon_board_side_new (SalonSession *session);
void salon_board_side_show_visit (SalonBoardSide *self, gint64 visit_id);
gboolean salon_board_side_ask (SalonBoardSide *self, const char *what, gint64 visit_id);
void salon_board_side_cancel_visit (SalonBoardSide *self, gint64 visit_id);
gboolean salon_board_side_check_out (SalonBoardSide *self);
void salon_board_side_focus_visit (SalonBoardSide *self);
void salon_board_side_begin_booking (SalonBoardSide *self, SalonResourceKind kind, gint64 resource_id, gint64 start,
                                     int minutes, gint64 inquiry_id);
void salon_board_side_book_for (SalonBoardSide *self, gint64 client_id, const char *name);
gboolean salon_board_side_take_client (SalonBoardSide *self, gint64 client_id);
void salon_board_side_book_unknown (SalonBoardSide *self, const char *typed);
gboolean salon_board_side_is_booking (SalonBoardSide *self);
gboolean salon_board_side_back (SalonBoardSide *self);
gboolean salon_board_side_is_empty (SalonBoardSide *self);

G_END_DECLS
