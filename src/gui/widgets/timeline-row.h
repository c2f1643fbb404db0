#pragma once
/* One row of a client's story. */
#include "gui/widgets/timeline-item.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_TIMELINE_ROW (salon_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonTimelineRow, salon_timeline_row, SALON, TIMELINE_ROW, GtkWidget)

GtkWidget *salon_timeline_row_new (void);
void salon_timeline_row_bind (SalonTimelineRow *self, SalonTimelineItem *item);

G_END_DECLS
