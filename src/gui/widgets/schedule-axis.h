#pragma once
/* The hours at the side of the board. */
#include "gui/widgets/schedule-geometry.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SCHEDULE_AXIS (salon_schedule_axis_get_type ())
G_DECLARE_FINAL_TYPE (SalonScheduleAxis, salon_schedule_axis, SALON, SCHEDULE_AXIS, GtkWidget)

GtkWidget *salon_schedule_axis_new (const SalonScheduleGeometry *geometry, GtkAdjustment *down);
void salon_schedule_axis_set_now (SalonScheduleAxis *self, int minute_of_day);

G_END_DECLS
