#pragma once
/* A photo of a person: the live picture, what of it will be kept, and a second look before it is used. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SalonPhotoTaken:
 * @photo: what somebody wants to keep
 */
typedef void (*SalonPhotoTaken) (GdkTexture *photo, gpointer data);

void salon_camera_photo_present (GtkWidget *from, const char *whose, SalonPhotoTaken taken, gpointer data,
                                 GDestroyNotify free_data);

G_END_DECLS
