#pragma once
/* Free times to choose from, one line a day. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SLOT_GRID (salon_slot_grid_get_type ())
G_DECLARE_FINAL_TYPE (SalonSlotGrid, salon_slot_grid, SALON, SLOT_GRID, GtkWidget)

#define SALON_SLOT_NONE G_MININT64

GtkWidget *salon_slot_grid_new (void);
void salon_slot_grid_begin (SalonSlotGrid *self);
void salon_slot_grid_end (SalonSlotGrid *self);
void salon_slot_grid_clear (SalonSlotGrid *self);
void salon_slot_grid_append_day (SalonSlotGrid *self, const char *title, const char *note);
void salon_slot_grid_append_slot (SalonSlotGrid *self, gint64 start, const char *text, const char *tooltip);
void salon_slot_grid_select (SalonSlotGrid *self, gint64 start);
gint64 salon_slot_grid_get_selected (SalonSlotGrid *self);

G_END_DECLS
