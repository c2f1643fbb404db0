#pragma once
/* What stands behind the visits: free time, closed hours, lines, pockets; and the line of now. */
#include "gui/widgets/schedule-geometry.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SCHEDULE_PAINT (salon_schedule_paint_get_type ())
G_DECLARE_FINAL_TYPE (SalonSchedulePaint, salon_schedule_paint, SALON, SCHEDULE_PAINT, GObject)

SalonSchedulePaint *salon_schedule_paint_new (GtkWidget *grid);
GskRenderNode *salon_schedule_paint_back (SalonSchedulePaint *self, const SalonScheduleGeometry *geometry, const SalonBoard *board,
                                          const GArray *blocks);
void salon_schedule_paint_now (SalonSchedulePaint *self, GtkSnapshot *snapshot, const SalonScheduleGeometry *geometry,
                               gint64 now);

G_END_DECLS
