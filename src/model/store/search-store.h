#pragma once
/* The search index: one folded text a client, matched by trigrams.
 *
 * This file belongs to the engine (FTS5). */
#include "base/day.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

gboolean salon_search_store_put (SalonTx *tx, gint64 client_id, const char *names, const char *phones,
                                 const char *others, SalonDay last_visit, GError **error);
gboolean salon_search_store_remove (SalonTx *tx, gint64 client_id, GError **error);
GArray *salon_search_store_find (SalonTx *tx, GPtrArray *variants, gboolean names_only, guint limit, GError **error);
GArray *salon_search_store_all (SalonTx *tx, GPtrArray *variants, gboolean names_only, GError **error);
gboolean salon_search_store_check (SalonTx *tx, GPtrArray *findings, GError **error);
gboolean salon_search_store_forget (SalonTx *tx, GError **error);

G_END_DECLS
