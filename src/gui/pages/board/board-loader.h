#pragma once
/* Boards of days, read before they are needed. */
#include "model/rules/board.h"
#include "model/services/session.h"

G_BEGIN_DECLS

#define SALON_TYPE_BOARD_LOADER (salon_board_loader_get_type ())
G_DECLARE_FINAL_TYPE (SalonBoardLoader, salon_board_loader, SALON, BOARD_LOADER, GObject)

SalonBoardLoader *salon_board_loader_new (SalonSession *session);
void salon_board_loader_show (SalonBoardLoader *self, SalonDay first_day, int n_days);
void salon_board_loader_set_active (SalonBoardLoader *self, gboolean active);

G_END_DECLS
