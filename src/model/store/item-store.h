#pragma once
/* What receipts say of the things that are sold: what stands on one must stay. */
#include "model/store/tx.h"

G_BEGIN_DECLS

gboolean salon_item_store_was_sold (SalonTx *tx, gint64 line_kind, gint64 subject_id, gboolean *sold, GError **error);
gboolean salon_item_store_variant_was_sold (SalonTx *tx, gint64 variant_id, gboolean *sold, GError **error);

G_END_DECLS
