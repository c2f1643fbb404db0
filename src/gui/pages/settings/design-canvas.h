#pragma once
/* The card in the middle of the designer: seen as it is printed, and edited by the pointer. */
#include <gtk/gtk.h>

#include "gui/pages/settings/design-model.h"

G_BEGIN_DECLS

#define SALON_TYPE_DESIGN_CANVAS (salon_design_canvas_get_type ())
G_DECLARE_FINAL_TYPE (SalonDesignCanvas, salon_design_canvas, SALON, DESIGN_CANVAS, GtkWidget)

GtkWidget *salon_design_canvas_new (void);
void salon_design_canvas_set_model (SalonDesignCanvas *self, SalonDesignModel *model);
void salon_design_canvas_zoom (SalonDesignCanvas *self, int steps);
void salon_design_canvas_fit (SalonDesignCanvas *self);
double salon_design_canvas_get_zoom (SalonDesignCanvas *self);
gboolean salon_design_canvas_break_off (SalonDesignCanvas *self);
void salon_design_canvas_point (SalonDesignCanvas *self, int x, int y, double *at_x, double *at_y);

G_END_DECLS
