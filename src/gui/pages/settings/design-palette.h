#pragma once
/* What can be put on a card, one button each. */
#include <gtk/gtk.h>

#include "gui/pages/settings/design-model.h"

G_BEGIN_DECLS

#define SALON_DESIGN_PICTURE "picture" /* what was done, see salon_card_editing_apply() */

#define SALON_TYPE_DESIGN_PALETTE (salon_design_palette_get_type ())
G_DECLARE_FINAL_TYPE (SalonDesignPalette, salon_design_palette, SALON, DESIGN_PALETTE, GtkWidget)

GtkWidget *salon_design_palette_new (void);
void salon_design_palette_set_model (SalonDesignPalette *self, SalonDesignModel *model);
void salon_design_take_picture (GtkWidget *from, SalonDesignModel *model, GFile *file, void (*done) (SalonDesignModel *model, const char *name));
void salon_design_choose_picture (GtkWidget *from, SalonDesignModel *model, void (*done) (SalonDesignModel *model, const char *name));

G_END_DECLS
