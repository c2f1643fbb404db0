#pragma once
/* The strip at the foot of the window: long work that runs, with its progress, and work that waits for a word. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_WORK_BAR (salon_work_bar_get_type ())
G_DECLARE_FINAL_TYPE (SalonWorkBar, salon_work_bar, SALON, WORK_BAR, GtkWidget)

#define SALON_TYPE_WORK_ROW (salon_work_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonWorkRow, salon_work_row, SALON, WORK_ROW, GtkWidget)

SalonWorkBar *salon_work_bar_of (GtkWidget *from);
SalonWorkRow *salon_work_bar_add (SalonWorkBar *self, const char *text);

void salon_work_row_set_progress (SalonWorkRow *self, gint64 done, gint64 total);
GtkWidget *salon_work_row_add_button (SalonWorkRow *self, const char *label);
void salon_work_row_remove (SalonWorkRow *self);

G_END_DECLS
