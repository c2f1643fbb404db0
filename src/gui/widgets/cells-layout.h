#pragma once
/* Children in equal columns, as many as there is room for. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CELLS_LAYOUT (salon_cells_layout_get_type ())
G_DECLARE_FINAL_TYPE (SalonCellsLayout, salon_cells_layout, SALON, CELLS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *salon_cells_layout_new (int column_width, int max_columns, int column_spacing, int row_spacing);

G_END_DECLS
