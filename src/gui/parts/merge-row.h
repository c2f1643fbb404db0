#pragma once
/* One field of two cards: a cell for each value, of which one is chosen. */
#include "model/services/merge-compare.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_MERGE_ROW (salon_merge_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonMergeRow, salon_merge_row, SALON, MERGE_ROW, GtkWidget)

GtkWidget *salon_merge_row_new (const SalonComparedField *field);
const char *salon_merge_row_get_name (SalonMergeRow *self);
gboolean salon_merge_row_is_open (SalonMergeRow *self);
void salon_merge_row_choose (SalonMergeRow *self, gboolean one, gboolean other);
void salon_merge_row_get_chosen (SalonMergeRow *self, gboolean *one, gboolean *other);
void salon_merge_row_step (SalonMergeRow *self, int direction);

G_END_DECLS
