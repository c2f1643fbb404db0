#pragma once
/* The log of exports and the files that it keeps.  Neither is journalled: what left the salon cannot be undone. */
#include "model/entities/export-entry.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

gboolean salon_export_store_add (SalonTx *tx, SalonExportEntry *entry, GError **error);
gboolean salon_export_store_complete (SalonTx *tx, const SalonExportEntry *entry, GError **error);
gboolean salon_export_store_get (SalonTx *tx, gint64 id, SalonExportEntry **entry, GError **error);
GPtrArray *salon_export_store_list (SalonTx *tx, gint64 user_id, guint limit, GError **error);
gboolean salon_export_store_remove (SalonTx *tx, gint64 id, GError **error);
gboolean salon_export_store_set_removed (SalonTx *tx, gint64 id, gint64 at, gint64 user_id, GError **error);
gboolean salon_export_store_due (SalonTx *tx, gint64 kept_since, gint64 begun_since, gint64 *id, GError **error);

gboolean salon_export_store_add_part (SalonTx *tx, gint64 id, gint64 part, GBytes *data, GError **error);
gboolean salon_export_store_part (SalonTx *tx, gint64 id, gint64 part, GBytes **data, GError **error);
gboolean salon_export_store_drop_parts (SalonTx *tx, gint64 id, guint limit, guint *n, GError **error);

G_END_DECLS
