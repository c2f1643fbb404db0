#pragma once
/* The line above the board: which day, what the columns are, what is shown. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOARD_HEADER (salon_board_header_get_type ())
G_DECLARE_FINAL_TYPE (SalonBoardHeader, salon_board_header, SALON, BOARD_HEADER, GtkWidget)

GtkWidget *salon_board_header_new (SalonSession *session);
void salon_board_header_set_days (SalonBoardHeader *self, SalonDay first_day, int n_days);
void salon_board_header_set_month (SalonBoardHeader *self, SalonDay day);
void salon_board_header_set_employee (SalonBoardHeader *self, gint64 employee_id, gboolean shown);

G_END_DECLS
