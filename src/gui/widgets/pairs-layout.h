#pragma once
/* Children one below the other, or in two columns where there is room for two. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_PAIRS_LAYOUT (salon_pairs_layout_get_type ())
G_DECLARE_FINAL_TYPE (SalonPairsLayout, salon_pairs_layout, SALON, PAIRS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *salon_pairs_layout_new (int column_width, int column_spacing, int row_spacing);

G_END_DECLS
