#pragma once
/* The month of shifts with its brushes, patterns and copies. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SHIFTS_VIEW (salon_shifts_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonShiftsView, salon_shifts_view, SALON, SHIFTS_VIEW, GtkWidget)

GtkWidget *salon_shifts_view_new (SalonSession *session);
void salon_shifts_view_load (SalonShiftsView *self);
void salon_shifts_view_open (SalonShiftsView *self, gint64 employee_id, SalonDay day);
gboolean salon_shifts_view_back (SalonShiftsView *self);

G_END_DECLS
