#pragma once
/* When and by whom a filter is asked: from the transaction and the settings. */
#include "model/store/filter-sql.h"

G_BEGIN_DECLS

gboolean salon_filter_scope_load (SalonTx *tx, SalonFilterScope *scope, GError **error);

G_END_DECLS
