#pragma once
/* "She will be late": how much, whether the visit can begin later, and who would wait. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_LATE_VIEW (salon_late_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonLateView, salon_late_view, SALON, LATE_VIEW, GtkWidget)

GtkWidget *salon_late_view_new (SalonSession *session);
void salon_late_view_set_visit (SalonLateView *self, gint64 visit_id);

G_END_DECLS
