#pragma once
/* The sick-day helper: all visits of an employee on some days with new places for them, applied at once. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SICK_DAY_VIEW (salon_sick_day_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonSickDayView, salon_sick_day_view, SALON, SICK_DAY_VIEW, GtkWidget)

GtkWidget *salon_sick_day_view_new (SalonSession *session);
void salon_sick_day_view_open (SalonSickDayView *self, gint64 employee_id, gint64 first_day, gint64 last_day);

G_END_DECLS
