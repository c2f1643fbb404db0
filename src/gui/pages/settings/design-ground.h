#pragma once
/* What lies below the elements of a side: a colour, a gradient, a picture. */
#include <gtk/gtk.h>

#include "gui/pages/settings/design-model.h"

G_BEGIN_DECLS

#define SALON_TYPE_DESIGN_GROUND (salon_design_ground_get_type ())
G_DECLARE_FINAL_TYPE (SalonDesignGround, salon_design_ground, SALON, DESIGN_GROUND, GtkWidget)

GtkWidget *salon_design_ground_new (void);
void salon_design_ground_set_model (SalonDesignGround *self, SalonDesignModel *model);
void salon_design_ground_set_used (SalonDesignGround *self, const guint32 *colors, guint n_colors);

G_END_DECLS
