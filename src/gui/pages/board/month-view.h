#pragma once
/* A month at a glance: how full each day is, how many visits it has, when the salon is closed and why. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_MONTH_VIEW (salon_month_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonMonthView, salon_month_view, SALON, MONTH_VIEW, GtkWidget)

/* Signals:
 *   day (int SalonDay)    this day shall be opened
 *   moved (int SalonDay)  the chosen day is another one, perhaps of another month */

GtkWidget *salon_month_view_new (SalonSession *session);
void salon_month_view_set_day (SalonMonthView *self, SalonDay day);
void salon_month_view_set_employee (SalonMonthView *self, gint64 employee_id);
void salon_month_view_set_active (SalonMonthView *self, gboolean active);
void salon_month_view_focus (SalonMonthView *self);

G_END_DECLS
