#pragma once
/* Repeating a visit: how often, and a preview of every date before anything is booked. */
#include "model/services/desk.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SERIES_VIEW (salon_series_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonSeriesView, salon_series_view, SALON, SERIES_VIEW, GtkWidget)

GtkWidget *salon_series_view_new (SalonSession *session);
void salon_series_view_set_visit (SalonSeriesView *self, gint64 visit_id);

G_END_DECLS
