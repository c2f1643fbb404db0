#pragma once
/* The segments above the list of clients. */
#include "model/entities/filter.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SEGMENT_STRIP (salon_segment_strip_get_type ())
G_DECLARE_FINAL_TYPE (SalonSegmentStrip, salon_segment_strip, SALON, SEGMENT_STRIP, GtkWidget)

GtkWidget *salon_segment_strip_new (SalonSession *session);
void salon_segment_strip_set_filter (SalonSegmentStrip *self, SalonFilter *filter);
void salon_segment_strip_load (SalonSegmentStrip *self);

G_END_DECLS
