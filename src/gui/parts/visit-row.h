#pragma once
/* One visit of the day's queue: time, who, what, with whom, how far. */
#include "model/services/desk.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_VISIT_ROW (salon_visit_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonVisitRow, salon_visit_row, SALON, VISIT_ROW, GtkListBoxRow)

GtkWidget *salon_visit_row_new (SalonSession *session, SalonDeskVisit *visit);
void salon_visit_row_update_late (SalonVisitRow *self);
void salon_visit_row_fill (SalonVisitRow *self);
SalonDeskVisit *salon_visit_row_get_visit (SalonVisitRow *self);
void salon_visit_row_set_in_view (SalonVisitRow *self, gboolean in_view);

G_END_DECLS
