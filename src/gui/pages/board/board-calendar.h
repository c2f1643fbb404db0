#pragma once
/* A month of days, each with a bar that tells how full it is. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOARD_CALENDAR (salon_board_calendar_get_type ())
G_DECLARE_FINAL_TYPE (SalonBoardCalendar, salon_board_calendar, SALON, BOARD_CALENDAR, GtkWidget)

GtkWidget *salon_board_calendar_new (SalonSession *session);
void salon_board_calendar_set_day (SalonBoardCalendar *self, SalonDay day);
void salon_board_calendar_set_active (SalonBoardCalendar *self, gboolean active);

G_END_DECLS
