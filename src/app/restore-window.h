#pragma once
/* Chooses a backup: when it was made, the last visit and the number of clients in it. */
#include "base/clock.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define SALON_TYPE_RESTORE_WINDOW (salon_restore_window_get_type ())
G_DECLARE_FINAL_TYPE (SalonRestoreWindow, salon_restore_window, SALON, RESTORE_WINDOW, AdwWindow)

GtkWidget *salon_restore_window_new (GtkWindow *parent, const char *database, SalonClock *clock);

G_END_DECLS
