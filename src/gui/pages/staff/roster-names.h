#pragma once
/* The names at the left of the month of shifts, with what each works. */
#include "model/services/roster.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_roster_names_show (GtkWidget *box, const SalonRoster *roster, int row_height);

G_END_DECLS
