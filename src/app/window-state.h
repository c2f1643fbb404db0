#pragma once
/* The window comes back as large as it was left. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _SalonWindowState SalonWindowState;

SalonWindowState *salon_window_state_new (GtkWindow *window);
void salon_window_state_save (SalonWindowState *self);
void salon_window_state_free (SalonWindowState *self);

G_END_DECLS
