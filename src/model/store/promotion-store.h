#pragma once
/* Figures that discounts go by: what was sold to a client, and how often a rule was used. */
#include "base/day.h"
#include "base/money.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

gboolean salon_promotion_store_sold (SalonTx *tx, gint64 client_id, SalonMoney *sold, GError **error);
gboolean salon_promotion_store_uses (SalonTx *tx, gint64 rule_id, gint64 client_id, gint64 *n, GError **error);

G_END_DECLS
