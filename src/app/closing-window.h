#pragma once
/* At the end of the work on a large salon: says that the last backup is made, and lets it be left out. */
#include "model/services/session.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLOSING_WINDOW (salon_closing_window_get_type ())
G_DECLARE_FINAL_TYPE (SalonClosingWindow, salon_closing_window, SALON, CLOSING_WINDOW, AdwApplicationWindow)

GtkWidget *salon_closing_window_new (GtkApplication *app, SalonSession *session);

G_END_DECLS
