#pragma once
/* The first cell of a row that can be ticked. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_TICK_CELL (salon_tick_cell_get_type ())
G_DECLARE_FINAL_TYPE (SalonTickCell, salon_tick_cell, SALON, TICK_CELL, GtkWidget)

GtkWidget *salon_tick_cell_new (const char *label);
void salon_tick_cell_set_active (SalonTickCell *self, gboolean active);

G_END_DECLS
