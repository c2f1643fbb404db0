#pragma once
/* What the salon does at such a visit, to be ticked. */
#include "model/services/session.h"
#include "model/services/visit-details.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_VISIT_CHECKLIST (salon_visit_checklist_get_type ())
G_DECLARE_FINAL_TYPE (SalonVisitChecklist, salon_visit_checklist, SALON, VISIT_CHECKLIST, GtkWidget)

GtkWidget *salon_visit_checklist_new (SalonSession *session);
void salon_visit_checklist_show (SalonVisitChecklist *self, const SalonVisitDetails *details, gboolean own);

G_END_DECLS
