#pragma once
/* The day board: the screen on which an administrator spends the day. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOARD_PAGE (salon_board_page_get_type ())
G_DECLARE_FINAL_TYPE (SalonBoardPage, salon_board_page, SALON, BOARD_PAGE, GtkWidget)

GtkWidget *salon_board_page_new (SalonSession *session);

G_END_DECLS
