#pragma once
/* One day of the month overview: its number, how many visits, how full, and why it is closed. */
#include "model/services/board.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_MONTH_CELL (salon_month_cell_get_type ())
G_DECLARE_FINAL_TYPE (SalonMonthCell, salon_month_cell, SALON, MONTH_CELL, GtkButton)

/* How a day stands beside the others. */
typedef enum {
  SALON_MONTH_CELL_PLAIN = 0,
  SALON_MONTH_CELL_TODAY = 1 << 0,
  SALON_MONTH_CELL_CHOSEN = 1 << 1,
} SalonMonthCellMarks;

GtkWidget *salon_month_cell_new (void);
void salon_month_cell_set_day (SalonMonthCell *self, SalonDay day, SalonMonthCellMarks marks);
void salon_month_cell_set_load (SalonMonthCell *self, const SalonBoardMonthDay *load, const char *holiday);
SalonDay salon_month_cell_get_day (SalonMonthCell *self);

G_END_DECLS
