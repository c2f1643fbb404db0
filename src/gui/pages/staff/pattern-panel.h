#pragma once
/* Shifts of a span of days by a pattern: five of seven, two and two, odd days, every third. */
#include "model/services/roster.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_PATTERN_PANEL (salon_pattern_panel_get_type ())
G_DECLARE_FINAL_TYPE (SalonPatternPanel, salon_pattern_panel, SALON, PATTERN_PANEL, GtkWidget)

GtkWidget *salon_pattern_panel_new (SalonDay today);
void salon_pattern_panel_start (SalonPatternPanel *self, const SalonRoster *roster, gint64 employee_id, SalonDay first_day,
                                SalonDay last_day, const SalonHours *part);
SalonShiftsRequest *salon_pattern_panel_read (SalonPatternPanel *self, GError **error);
void salon_pattern_panel_refuse (SalonPatternPanel *self, const GError *error);

G_END_DECLS
