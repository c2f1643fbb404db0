#pragma once
/* One day of one employee in the month of shifts. */
#include "model/services/roster.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SalonRosterLook:
 * @day: what is known of the day
 * @rgb: colour of the kind of shift; -1 = none
 * @pending: as it would be; not written yet
 * @chosen: among those that a key acts on
 */
typedef struct {
  SalonRosterDay day;
  gint64 rgb;
  gboolean pending;
  gboolean today;
  gboolean weekend;
  gboolean holiday;
  gboolean chosen;
} SalonRosterLook;

#define SALON_TYPE_ROSTER_CELL (salon_roster_cell_get_type ())
G_DECLARE_FINAL_TYPE (SalonRosterCell, salon_roster_cell, SALON, ROSTER_CELL, GtkWidget)

GtkWidget *salon_roster_cell_new (void);
void salon_roster_cell_show (SalonRosterCell *self, const SalonRosterLook *look, const char *label);
const char *salon_absence_kind_name (gint64 kind);

G_END_DECLS
