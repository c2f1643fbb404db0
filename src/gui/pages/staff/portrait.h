#pragma once
/* The photo of an employee: a picture file can be chosen or dropped on it. */
#include "base/image-decode.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_PORTRAIT (salon_portrait_get_type ())
G_DECLARE_FINAL_TYPE (SalonPortrait, salon_portrait, SALON, PORTRAIT, GtkWidget)

GtkWidget *salon_portrait_new (void);
void salon_portrait_show (SalonPortrait *self, gint64 id, const char *name, GBytes *thumb);
void salon_portrait_take_file (SalonPortrait *self, GFile *file);
void salon_portrait_set_editable (SalonPortrait *self, gboolean editable);

G_END_DECLS
