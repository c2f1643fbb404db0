#pragma once
/* Which camera this computer uses. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *salon_camera_choice_new (void);

G_END_DECLS
