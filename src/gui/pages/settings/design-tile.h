#pragma once
/* A design in the list of designs: its front, its name, and what can be done with it. */
#include <gtk/gtk.h>

#include "model/entities/stored-design.h"
#include "model/services/session.h"

G_BEGIN_DECLS

#define SALON_TYPE_DESIGN_TILE (salon_design_tile_get_type ())
G_DECLARE_FINAL_TYPE (SalonDesignTile, salon_design_tile, SALON, DESIGN_TILE, GtkWidget)

GtkWidget *salon_design_tile_new (SalonSession *session);
void salon_design_tile_set_design (SalonDesignTile *self, SalonStoredDesign *stored);
void salon_design_tile_set_editable (SalonDesignTile *self, gboolean editable);
gint64 salon_design_tile_get_id (SalonDesignTile *self);

G_END_DECLS
