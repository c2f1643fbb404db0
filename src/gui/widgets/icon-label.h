#pragma once
/* The face of a button that has a picture and a word. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *salon_icon_label_new (const char *icon_name, const char *text);

G_END_DECLS
