#pragma once
/* A visit that is open when the day is closed, with what it can become. */
#include "model/services/desk.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_DAY_CLOSE_ROW (salon_day_close_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonDayCloseRow, salon_day_close_row, SALON, DAY_CLOSE_ROW, GtkListBoxRow)

GtkWidget *salon_day_close_row_new (SalonSession *session, SalonDeskVisit *visit);
SalonDeskVisit *salon_day_close_row_get_visit (SalonDayCloseRow *self);
gboolean salon_day_close_row_take_over (SalonDayCloseRow *self, SalonDayCloseRow *old);

G_END_DECLS
