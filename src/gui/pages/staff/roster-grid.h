#pragma once
/* The month of shifts: employees down, days across; names and days stay in sight.
 *
 * It shows a roster, knows which cells are chosen, and tells what was done to them; it changes nothing itself. */
#include "model/services/roster.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Cells from one corner to the other, both included. */
typedef struct {
  guint first_row;
  guint last_row;
  guint first_day;
  guint last_day;
} SalonRosterArea;

#define SALON_TYPE_ROSTER_GRID (salon_roster_grid_get_type ())
G_DECLARE_FINAL_TYPE (SalonRosterGrid, salon_roster_grid, SALON, ROSTER_GRID, GtkWidget)

GtkWidget *salon_roster_grid_new (void);
void salon_roster_grid_set_roster (SalonRosterGrid *self, SalonRoster *roster);
SalonRoster *salon_roster_grid_get_roster (SalonRosterGrid *self);
void salon_roster_grid_set_brush (SalonRosterGrid *self, gboolean paints, SalonShiftWhat what, const SalonHours *parts, guint n_parts);
void salon_roster_grid_preview (SalonRosterGrid *self, const SalonShiftsRequest *request);
gboolean salon_roster_grid_get_area (SalonRosterGrid *self, SalonRosterArea *area);
GtkWidget *salon_roster_grid_get_cell (SalonRosterGrid *self, guint row, guint day);
void salon_roster_grid_focus_cell (SalonRosterGrid *self);
void salon_roster_grid_choose (SalonRosterGrid *self, gint64 employee_id, SalonDay day);

G_END_DECLS
