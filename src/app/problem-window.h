#pragma once
/* What stands instead of the window when the database cannot be opened: what happened, and what can be done. */
#include <adwaita.h>

G_BEGIN_DECLS

#define SALON_TYPE_PROBLEM_WINDOW (salon_problem_window_get_type ())
G_DECLARE_FINAL_TYPE (SalonProblemWindow, salon_problem_window, SALON, PROBLEM_WINDOW, AdwApplicationWindow)

GtkWidget *salon_problem_window_new (GtkApplication *app, const GError *error);

G_END_DECLS
