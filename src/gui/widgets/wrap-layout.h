#pragma once
/* Children in a row of their natural widths that goes on in the next line, like words. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_WRAP_LAYOUT (salon_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (SalonWrapLayout, salon_wrap_layout, SALON, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *salon_wrap_layout_new (int column_spacing, int row_spacing);

G_END_DECLS
