#pragma once
/* Who is on a list of people, without its rows. */
#include "model/store/tx.h"

G_BEGIN_DECLS

gboolean salon_people_list_store_count (SalonTx *tx, gint64 list_id, gint64 *n, GError **error);
gboolean salon_people_list_store_has (SalonTx *tx, gint64 list_id, gint64 client_id, gboolean *has, GError **error);

G_END_DECLS
