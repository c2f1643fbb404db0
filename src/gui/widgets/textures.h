#pragma once
/* Pictures for the screen, each decoded once. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkTexture *salon_texture_of_bytes (GBytes *jpeg);

G_END_DECLS
