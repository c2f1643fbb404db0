#pragma once
/* Filling a draft with many rows at once. */
#include "model/store/tx.h"

G_BEGIN_DECLS

GPtrArray *salon_bulk_put_aside (SalonTx *tx, const char *const *tables, GError **error);
gboolean salon_bulk_put_back (SalonTx *tx, GPtrArray *aside, GError **error);

G_END_DECLS
