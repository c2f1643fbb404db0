#pragma once
/* Writes a receipt of any kind: its rows, its entry in the ledger, its row in the journal of changes. */
#include "model/entities/sale.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* The name under which receipts stand in the journal of changes. */
#define SALON_SALE_ROW "sale"

gboolean salon_sale_post (SalonTx *tx, SalonSale *sale, gint64 reverses_id, GError **error);

G_END_DECLS
