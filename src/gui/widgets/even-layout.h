#pragma once
/* Children in columns of the same width, row after row: what stands in two such widgets of one width lines up. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_EVEN_LAYOUT (salon_even_layout_get_type ())
G_DECLARE_FINAL_TYPE (SalonEvenLayout, salon_even_layout, SALON, EVEN_LAYOUT, GtkLayoutManager)

GtkLayoutManager *salon_even_layout_new (int min_width, int row_height);
void salon_even_layout_set_columns (SalonEvenLayout *self, int n_columns);
int salon_even_layout_column_at (SalonEvenLayout *self, int width, double x);
int salon_even_layout_row_at (SalonEvenLayout *self, double y);

G_END_DECLS
