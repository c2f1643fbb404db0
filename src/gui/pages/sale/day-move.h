#pragma once
/* Asks on which day and when a visit shall be instead. */
#include "model/services/desk.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_DAY_MOVE (salon_day_move_get_type ())
G_DECLARE_FINAL_TYPE (SalonDayMove, salon_day_move, SALON, DAY_MOVE, GtkWidget)

GtkWidget *salon_day_move_new (SalonSession *session, SalonDeskVisit *visit);

G_END_DECLS
