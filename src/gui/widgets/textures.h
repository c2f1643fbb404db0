#pragma once
/* Pictures for the screen, each decoded once. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkTexture *salon_texture_of_bytes (GBytes *jpeg);
GdkTexture *salon_texture_of_size (GdkTexture *texture, int pixels);
GdkTexture *salon_texture_of_icon (GtkWidget *widget, const char *name, int size, const GdkRGBA *color);

G_END_DECLS
