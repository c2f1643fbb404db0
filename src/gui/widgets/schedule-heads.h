#pragma once
/* The row of heads above the board, which scrolls sideways with it. */
#include "gui/widgets/schedule-geometry.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SCHEDULE_HEADS (salon_schedule_heads_get_type ())
G_DECLARE_FINAL_TYPE (SalonScheduleHeads, salon_schedule_heads, SALON, SCHEDULE_HEADS, GtkWidget)

GtkWidget *salon_schedule_heads_new (const SalonScheduleGeometry *geometry, GtkAdjustment *across);
void salon_schedule_heads_set_board (SalonScheduleHeads *self, const SalonBoard *board, gboolean by_day);

G_END_DECLS
