#pragma once
/* Where an arrow key leads from one block or free slot of the board. */
#include "gui/widgets/schedule-grid.h"

G_BEGIN_DECLS

gboolean salon_schedule_walk (SalonScheduleGrid *grid, GtkDirectionType direction, int *goal);
gboolean salon_schedule_land (SalonScheduleGrid *grid, guint column, gint64 minute);

G_END_DECLS
