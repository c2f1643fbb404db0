#pragma once
/* The orders of lists of clients. */
#include "model/store/client-store.h"
#include "model/store/filter-sql.h"

G_BEGIN_DECLS

void salon_filter_order_add_words (SalonSqlText *sql, const SalonFilterScope *scope, SalonClientOrder order, gboolean everybody);
GArray *salon_filter_order_read (SalonTx *tx, SalonStmt *stmt, SalonClientOrder order, gboolean everybody, gboolean descending,
                                 GError **error);

G_END_DECLS
