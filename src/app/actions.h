#pragma once
/* The keys of the program. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_actions_set_accels (GtkApplication *app);
gboolean salon_actions_run_key (GtkApplication *app, GtkWidget *const *targets, const char *accel);

G_END_DECLS
