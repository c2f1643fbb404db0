#pragma once
/* The note of a visit, changed where it stands. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_VISIT_NOTE (salon_visit_note_get_type ())
G_DECLARE_FINAL_TYPE (SalonVisitNote, salon_visit_note, SALON, VISIT_NOTE, GtkWidget)

GtkWidget *salon_visit_note_new (SalonSession *session);
void salon_visit_note_show (SalonVisitNote *self, gint64 visit_id, const char *note);

G_END_DECLS
