#pragma once
/* One service of a visit that is being changed: when, how long, for how much, with whom, where. */
#include "gui/parts/directory.h"
#include "model/services/booking-edit.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_VISIT_LINE_ROW (salon_visit_line_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonVisitLineRow, salon_visit_line_row, SALON, VISIT_LINE_ROW, GtkWidget)

GtkWidget *salon_visit_line_row_new (SalonDirectory *directory, const SalonEditLine *line);
gboolean salon_visit_line_row_read (SalonVisitLineRow *self, SalonEditLine *line);
void salon_visit_line_row_set_start (SalonVisitLineRow *self, gint64 start_min);
void salon_visit_line_row_set_addons (SalonVisitLineRow *self, const GArray *addon_ids);
GArray *salon_visit_line_row_get_addons (SalonVisitLineRow *self);

G_END_DECLS
