#pragma once
/* What is selected on a card, in figures and words; with nothing selected, the ground of the side. */
#include <gtk/gtk.h>

#include "gui/pages/settings/design-model.h"

G_BEGIN_DECLS

#define SALON_TYPE_DESIGN_PROPERTIES (salon_design_properties_get_type ())
G_DECLARE_FINAL_TYPE (SalonDesignProperties, salon_design_properties, SALON, DESIGN_PROPERTIES, GtkWidget)

GtkWidget *salon_design_properties_new (void);
void salon_design_properties_set_model (SalonDesignProperties *self, SalonDesignModel *model);
void salon_design_properties_take_file (SalonDesignProperties *self, GFile *file);
void salon_design_properties_edit (SalonDesignProperties *self);

G_END_DECLS
