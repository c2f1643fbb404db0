#pragma once
/* Changes the services of a visit in place; hidden while no visit is being changed. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_VISIT_LINES_EDITOR (salon_visit_lines_editor_get_type ())
G_DECLARE_FINAL_TYPE (SalonVisitLinesEditor, salon_visit_lines_editor, SALON, VISIT_LINES_EDITOR, GtkWidget)

GtkWidget *salon_visit_lines_editor_new (SalonSession *session);
void salon_visit_lines_editor_open (SalonVisitLinesEditor *self, gint64 visit_id);
void salon_visit_lines_editor_close (SalonVisitLinesEditor *self);
gint64 salon_visit_lines_editor_get_visit (SalonVisitLinesEditor *self);

G_END_DECLS
