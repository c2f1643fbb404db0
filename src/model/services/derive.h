#pragma once
/* Brings everything derived up to date: occupancy, visit figures, the search index. */
#include "model/services/use-case.h"

G_BEGIN_DECLS

void salon_derive_watch (SalonTx *tx, gpointer before, gpointer after);
void salon_derive_note_money (SalonTx *tx, gint64 client_id);
gboolean salon_derive (SalonTx *tx, GError **error);
gboolean salon_derive_client (SalonTx *tx, gint64 client_id, GError **error);
gboolean salon_derive_visit (SalonTx *tx, gint64 visit_id, GError **error);

G_END_DECLS
