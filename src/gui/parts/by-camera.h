#pragma once
/* What is done by a camera.  A program built without one has the same functions: they say that there is none. */
#include "gui/parts/camera-photo.h"

G_BEGIN_DECLS

gboolean salon_by_camera_is_built (void);
void salon_by_camera_take_photo (GtkWidget *from, const char *whose, SalonPhotoTaken taken, gpointer data,
                                 GDestroyNotify free_data);
void salon_by_camera_scan (GtkWidget *from);
GtkWidget *salon_by_camera_choice_new (void);

G_END_DECLS
