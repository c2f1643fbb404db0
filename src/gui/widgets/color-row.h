#pragma once
/* A colour out of a small palette. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_COLOR_ROW (salon_color_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonColorRow, salon_color_row, SALON, COLOR_ROW, GtkWidget)

GtkWidget *salon_color_row_new (void);
void salon_color_row_set_rgb (SalonColorRow *self, guint32 rgb);
guint32 salon_color_row_get_rgb (SalonColorRow *self);
guint32 salon_color_suggest (guint n);

G_END_DECLS
