#pragma once
/* The first run: one page that asks what a salon needs, or leads to the demo salon. */
#include "model/services/setup.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define SALON_TYPE_FIRST_RUN_WINDOW (salon_first_run_window_get_type ())
G_DECLARE_FINAL_TYPE (SalonFirstRunWindow, salon_first_run_window, SALON, FIRST_RUN_WINDOW, AdwApplicationWindow)

GtkWidget *salon_first_run_window_new (GtkApplication *app);
SalonSetupRequest *salon_first_run_window_read (SalonFirstRunWindow *self);
const char *salon_first_run_window_get_list (SalonFirstRunWindow *self);
void salon_first_run_window_set_error (SalonFirstRunWindow *self, const GError *error);
void salon_first_run_window_set_busy (SalonFirstRunWindow *self, gboolean busy);

G_END_DECLS
