#pragma once
/* What a single test of a filter becomes. */
#include "model/store/filter-writer.h"

G_BEGIN_DECLS

#define SALON_FILTER_WEIGHT_MAX 7

gboolean salon_filter_piece_write (SalonFilterWriter *self, const SalonFilterTest *test, GError **error);
guint salon_filter_piece_weight (const SalonFilterTest *test);
gboolean salon_filter_piece_looks_at_lines (SalonFilterWriter *self, const SalonFilterTest *test);
void salon_filter_piece_write_looks (SalonFilterWriter *self, GPtrArray *tests);

G_END_DECLS
