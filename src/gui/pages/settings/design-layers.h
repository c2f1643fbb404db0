#pragma once
/* The elements of one side of a card as a list, the uppermost first: what lies above what, by drag and by keys. */
#include <gtk/gtk.h>

#include "gui/pages/settings/design-model.h"

G_BEGIN_DECLS

#define SALON_TYPE_DESIGN_LAYERS (salon_design_layers_get_type ())
G_DECLARE_FINAL_TYPE (SalonDesignLayers, salon_design_layers, SALON, DESIGN_LAYERS, GtkWidget)

GtkWidget *salon_design_layers_new (void);
void salon_design_layers_set_model (SalonDesignLayers *self, SalonDesignModel *model);
const char *salon_design_icon (SalonCardElementKind kind);
char *salon_design_title (const SalonCardElement *element);

G_END_DECLS
