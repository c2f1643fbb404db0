#pragma once
/* Receipts in the file: they are added and read, never changed. */
#include "model/entities/sale.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

gboolean salon_sale_store_drawer_of (SalonTx *tx, gint64 shift_id, gint64 *drawer_id, GError **error);

gboolean salon_sale_store_write (SalonTx *tx, SalonSale *sale, GError **error);
gboolean salon_sale_store_set_fiscal_number (SalonTx *tx, gint64 id, const char *number, GError **error);
SalonSale *salon_sale_store_get (SalonTx *tx, gint64 id, GError **error);
GPtrArray *salon_sale_store_returns (SalonTx *tx, gint64 sale_id, GError **error);
gboolean salon_sale_store_number (SalonTx *tx, gint64 sale_id, gint64 *number, gint64 *void_number, GError **error);
GPtrArray *salon_sale_store_list (SalonTx *tx, const SalonReceiptsRequest *request, GError **error);
GPtrArray *salon_sale_store_reasons (SalonTx *tx, SalonSaleKind kind, guint most, GError **error);

G_END_DECLS
