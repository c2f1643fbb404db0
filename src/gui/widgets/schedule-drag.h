#pragma once
/* What the pointer does on the field of the board: choosing, moving, making longer, drawing a new visit, dropping. */
#include "gui/widgets/board-drop.h"
#include "gui/widgets/schedule-grid.h"

G_BEGIN_DECLS

#define SALON_TYPE_SCHEDULE_DRAG (salon_schedule_drag_get_type ())
G_DECLARE_FINAL_TYPE (SalonScheduleDrag, salon_schedule_drag, SALON, SCHEDULE_DRAG, GObject)

SalonScheduleDrag *salon_schedule_drag_new (SalonScheduleGrid *grid, GtkAdjustment *across, GtkAdjustment *down);
gboolean salon_schedule_drag_give_up (SalonScheduleDrag *self);
void salon_schedule_drag_refresh (SalonScheduleDrag *self);

G_END_DECLS
