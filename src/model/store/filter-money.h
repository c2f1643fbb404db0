#pragma once
/* What a test of money, season tickets and promotions becomes. */
#include "model/store/filter-writer.h"

G_BEGIN_DECLS

gboolean salon_filter_money_write_sum (SalonFilterWriter *self, const SalonFilterTest *test, GError **error);
gboolean salon_filter_money_write_ticket (SalonFilterWriter *self, const SalonFilterTest *test, GError **error);
gboolean salon_filter_money_write_used (SalonFilterWriter *self, const SalonFilterTest *test, GError **error);

G_END_DECLS
