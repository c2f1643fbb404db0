#pragma once
/* A segment in the settings: its name, what it asks for, how many are in it. */
#include "gui/parts/order-row.h"
#include "model/services/segments.h"

G_BEGIN_DECLS

#define SALON_TYPE_SEGMENT_ROW (salon_segment_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonSegmentRow, salon_segment_row, SALON, SEGMENT_ROW, SalonOrderRow)

GtkWidget *salon_segment_row_new (SalonSession *session);
void salon_segment_row_set_segment (SalonSegmentRow *self, const SalonSegmentInfo *segment);
void salon_segment_row_set_editable (SalonSegmentRow *self, gboolean editable);

G_END_DECLS
