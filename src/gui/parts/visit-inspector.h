#pragma once
/* One visit with everything that can be done with it, beside the client and not in front of her. */
#include "model/services/desk.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_VISIT_INSPECTOR (salon_visit_inspector_get_type ())
G_DECLARE_FINAL_TYPE (SalonVisitInspector, salon_visit_inspector, SALON, VISIT_INSPECTOR, GtkWidget)

GtkWidget *salon_visit_inspector_new (SalonSession *session);
void salon_visit_inspector_show_client (SalonVisitInspector *self);
void salon_visit_inspector_set_visit (SalonVisitInspector *self, gint64 visit_id);
gboolean salon_visit_inspector_check_out (SalonVisitInspector *self);
void salon_visit_inspector_focus (SalonVisitInspector *self);
SalonDeskVisit *salon_visit_inspector_get_visit (SalonVisitInspector *self);

G_END_DECLS
