#pragma once
/* One visit of a sick day: who, what, where it could go; a click chooses. */
#include "model/services/sick-day.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is chosen for a visit, besides the index of a choice. */
enum {
  SALON_SICK_CALL_FIRST = -1,
  SALON_SICK_GIVE_UP = -2, /* cancelled */
};

#define SALON_TYPE_SICK_DAY_ROW (salon_sick_day_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonSickDayRow, salon_sick_day_row, SALON, SICK_DAY_ROW, GtkWidget)

GtkWidget *salon_sick_day_row_new (const SalonSickItem *item, SalonDay today, gboolean with_day);
void salon_sick_day_row_choose (SalonSickDayRow *self, int choice);
int salon_sick_day_row_get_choice (SalonSickDayRow *self);
void salon_sick_day_row_set_free (SalonSickDayRow *self, const gboolean *fits);
const char *salon_sick_day_row_get_reason (SalonSickDayRow *self);

G_END_DECLS
