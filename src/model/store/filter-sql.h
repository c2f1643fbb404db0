#pragma once
/* A filter as a condition of SQL over client_stat s and client c. */
#include "model/store/filter-piece.h"

G_BEGIN_DECLS

gboolean salon_filter_sql_condition (SalonSqlText *sql, SalonTx *tx, const SalonFilter *filter, const SalonFilterScope *scope,
                                     SalonFilterUse *use, GError **error);

G_END_DECLS
