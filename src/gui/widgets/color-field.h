#pragma once
/* Any colour: a button that shows it and drops down a palette and a place to write it. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_COLOR_FIELD (salon_color_field_get_type ())
G_DECLARE_FINAL_TYPE (SalonColorField, salon_color_field, SALON, COLOR_FIELD, GtkWidget)

GtkWidget *salon_color_field_new (const char *label, const char *none);
void salon_color_field_set_rgba (SalonColorField *self, guint32 rgba);
guint32 salon_color_field_get_rgba (SalonColorField *self);
void salon_color_field_set_used (SalonColorField *self, const guint32 *colors, guint n_colors);
gboolean salon_color_parse (const char *text, guint32 *rgba);
char *salon_color_format (guint32 rgba);

G_END_DECLS
