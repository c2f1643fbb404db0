#pragma once
/* The hours of one day, typed in place. */
#include "model/services/roster.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_HOURS_POPOVER (salon_hours_popover_get_type ())
G_DECLARE_FINAL_TYPE (SalonHoursPopover, salon_hours_popover, SALON, HOURS_POPOVER, GtkPopover)

GtkWidget *salon_hours_popover_new (void);
void salon_hours_popover_open (SalonHoursPopover *self, GtkWidget *at, const char *title, const SalonRosterDay *day);

G_END_DECLS
