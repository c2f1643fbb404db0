#pragma once
/* The hours of one weekday: a row of the week editor. */
#include "gui/widgets/week-span.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_WEEK_ROW (salon_week_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonWeekRow, salon_week_row, SALON, WEEK_ROW, GObject)

SalonWeekRow *salon_week_row_new (GtkGrid *grid, int line, int weekday, const char *closed, gboolean with_copy);
void salon_week_row_set (SalonWeekRow *self, const SalonWeekSpan *spans, guint n_spans);
void salon_week_row_copy (SalonWeekRow *self, SalonWeekRow *from);
gboolean salon_week_row_read (SalonWeekRow *self, GArray *spans, GError **error);

G_END_DECLS
