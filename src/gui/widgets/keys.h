#pragma once
/* Keys that mean the same under every keyboard layout. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

guint salon_keys_latin (guint keyval, guint keycode);
char *salon_keys_accel (guint keyval, guint keycode, GdkModifierType state);
gboolean salon_keys_is_text (guint keyval, GdkModifierType state);

G_END_DECLS
