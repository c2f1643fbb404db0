#pragma once
/* The keys of a visit on the board. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean salon_schedule_keys_run (GtkWidget *block, guint key, GdkModifierType state);

G_END_DECLS
