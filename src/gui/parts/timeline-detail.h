#pragma once
/* What stands below a row of a client's history when it is opened: everything about it, and what can be done. */
#include "gui/parts/client-model.h"
#include "gui/widgets/timeline-item.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_TIMELINE_DETAIL (salon_timeline_detail_get_type ())
G_DECLARE_FINAL_TYPE (SalonTimelineDetail, salon_timeline_detail, SALON, TIMELINE_DETAIL, GtkWidget)

GtkWidget *salon_timeline_detail_new (SalonClientModel *model, SalonTimelineKind kind, gint64 id);
gboolean salon_timeline_detail_is_current (SalonTimelineDetail *self);

G_END_DECLS
