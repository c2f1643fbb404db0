#pragma once
/* A person's photo, or her initials on a colour of her own. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_PHOTO (salon_photo_get_type ())
G_DECLARE_FINAL_TYPE (SalonPhoto, salon_photo, SALON, PHOTO, GtkWidget)

GtkWidget *salon_photo_new (int size);
void salon_photo_set_person (SalonPhoto *self, gint64 id, const char *name);
void salon_photo_set_texture (SalonPhoto *self, GdkTexture *texture);
GdkTexture *salon_photo_get_texture (SalonPhoto *self);
char *salon_photo_initials (const char *name);

G_END_DECLS
