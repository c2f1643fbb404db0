#pragma once
/* The designer of plastic cards: a page of its own within the settings. */
#include <gtk/gtk.h>

#include "model/services/session.h"

G_BEGIN_DECLS

#define SALON_TYPE_DESIGNER (salon_designer_get_type ())
G_DECLARE_FINAL_TYPE (SalonDesigner, salon_designer, SALON, DESIGNER, GtkWidget)

GtkWidget *salon_designer_new (SalonSession *session);
void salon_designer_open (SalonDesigner *self, gint64 design);
void salon_designer_close (SalonDesigner *self);
gboolean salon_designer_step_back (SalonDesigner *self);

G_END_DECLS
