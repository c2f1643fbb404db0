#pragma once
/* The days above the month of shifts.  A click on one, or a drag over several, is about the whole salon on these days. */
#include "model/services/roster.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_ROSTER_HEAD (salon_roster_head_get_type ())
G_DECLARE_FINAL_TYPE (SalonRosterHead, salon_roster_head, SALON, ROSTER_HEAD, GtkWidget)

GtkWidget *salon_roster_head_new (int cell_width, int height);
void salon_roster_head_show (SalonRosterHead *self, const SalonRoster *roster);

G_END_DECLS
