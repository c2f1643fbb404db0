#pragma once
/* Puts what is selected in order: one with the card, several with each other. */
#include <gtk/gtk.h>

#include "gui/pages/settings/design-model.h"

G_BEGIN_DECLS

#define SALON_TYPE_DESIGN_ARRANGE (salon_design_arrange_get_type ())
G_DECLARE_FINAL_TYPE (SalonDesignArrange, salon_design_arrange, SALON, DESIGN_ARRANGE, GtkWidget)

GtkWidget *salon_design_arrange_new (void);
void salon_design_arrange_set_model (SalonDesignArrange *self, SalonDesignModel *model);

G_END_DECLS
