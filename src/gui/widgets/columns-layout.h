#pragma once
/* Columns side by side: those at the sides within limits, the one in the middle with the rest. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_COLUMNS_LAYOUT (salon_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (SalonColumnsLayout, salon_columns_layout, SALON, COLUMNS_LAYOUT, GtkLayoutManager)

/* A child that is not the first or the last takes the rest. */
typedef struct {
  int min;     /* pixels at the usual text size */
  int max;     /* pixels at the usual text size */
  int percent; /* of the whole width, between the limits */
} SalonSideColumn;

GtkLayoutManager *salon_columns_layout_new (int spacing, SalonSideColumn first, SalonSideColumn last);

G_END_DECLS
