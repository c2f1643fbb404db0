#pragma once
/* The keys of the program while a popover is open. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_popover_keys_watch (GtkWindow *window);

G_END_DECLS
