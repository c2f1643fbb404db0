#pragma once
/* Below the card: with whom it is looked at, what does not come out as meant, and how large it is seen. */
#include <gtk/gtk.h>

#include "gui/pages/settings/design-canvas.h"

G_BEGIN_DECLS

#define SALON_TYPE_DESIGNER_FOOT (salon_designer_foot_get_type ())
G_DECLARE_FINAL_TYPE (SalonDesignerFoot, salon_designer_foot, SALON, DESIGNER_FOOT, GtkWidget)

GtkWidget *salon_designer_foot_new (SalonSession *session, SalonDesignCanvas *canvas);
void salon_designer_foot_set_model (SalonDesignerFoot *self, SalonDesignModel *model);

G_END_DECLS
