#pragma once
/* A dot of any colour: of a category, of an employee. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SWATCH (salon_swatch_get_type ())
G_DECLARE_FINAL_TYPE (SalonSwatch, salon_swatch, SALON, SWATCH, GtkWidget)

GtkWidget *salon_swatch_new (int size, guint32 rgb);
void salon_swatch_set_rgb (SalonSwatch *self, guint32 rgb);
void salon_swatch_set_outlined (SalonSwatch *self);

G_END_DECLS
