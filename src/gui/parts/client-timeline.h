#pragma once
/* The visits of a client, newest first. */
#include "gui/parts/client-model.h"
#include "gui/parts/timeline-items.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_TIMELINE (salon_client_timeline_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientTimeline, salon_client_timeline, SALON, CLIENT_TIMELINE, GtkWidget)

GtkWidget *salon_client_timeline_new (SalonClientModel *model);
GtkWidget *salon_client_timeline_new_of (SalonClientModel *model, SalonTimelineFilter filter, const char *title);

G_END_DECLS
