#pragma once
/* What a test of an own field of the salon becomes. */
#include "model/store/filter-writer.h"

G_BEGIN_DECLS

gboolean salon_filter_own_write (SalonFilterWriter *self, const SalonFilterTest *test, GError **error);

G_END_DECLS
