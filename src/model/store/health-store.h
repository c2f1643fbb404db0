#pragma once
/* Invariants between tables that no constraint can state. */
#include "model/store/tx.h"

G_BEGIN_DECLS

gboolean salon_health_store_check (SalonTx *tx, GPtrArray *findings, GError **error);
GArray *salon_health_store_touched (SalonTx *tx, gint64 since, gboolean *others, GError **error);
gboolean salon_health_store_check_places (SalonTx *tx, gint64 since, gboolean untouched, GPtrArray *findings, GError **error);

G_END_DECLS
