#pragma once
/* One row of the search's results. */
#include "gui/widgets/search-hit.h"

G_BEGIN_DECLS

#define SALON_TYPE_SEARCH_ROW (salon_search_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonSearchRow, salon_search_row, SALON, SEARCH_ROW, GtkWidget)

GtkWidget *salon_search_row_new (void);
void salon_search_row_bind (SalonSearchRow *self, SalonSearchHit *hit, gboolean first_of_group);

G_END_DECLS
