#pragma once
/* Who fits a filter: ids in an order, numbers by status. */
#include "model/store/client-store.h"
#include "model/store/filter-sql.h"

G_BEGIN_DECLS

GArray *salon_filter_store_ids (SalonTx *tx, const SalonFilter *filter, const SalonFilterScope *scope, SalonClientOrder order,
                                gboolean descending, GError **error);
GArray *salon_filter_store_range (SalonTx *tx, const SalonFilter *filter, const SalonFilterScope *scope, gint64 after, gint64 to,
                                  GError **error);
GArray *salon_filter_store_due (SalonTx *tx, const SalonFilter *filter, const SalonFilterScope *scope, gint64 category_id,
                                const GArray *ids, guint limit, GError **error);
gboolean salon_filter_store_split (SalonTx *tx, const SalonFilter *filter, const SalonFilterScope *scope,
                                   gint64 counts[SALON_N_STATUSES], GError **error);

G_END_DECLS
