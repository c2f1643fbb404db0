#pragma once
/* Rows of any entity, by its field table.  Every change is journalled and noted in the transaction. */
#include "model/entities/entity.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/* So many values at once, at most, for salon_repo_find_any(). */
#define SALON_REPO_MOST_VALUES 256

gpointer salon_repo_get (SalonTx *tx, GType type, gint64 id, GError **error);
gpointer salon_repo_find_one (SalonTx *tx, GType type, const char *column, gint64 value, GError **error);
GPtrArray *salon_repo_all (SalonTx *tx, GType type, GError **error);
GPtrArray *salon_repo_find (SalonTx *tx, GType type, const char *column, gint64 value, GError **error);
GPtrArray *salon_repo_find_any (SalonTx *tx, GType type, const char *column, const gint64 *values, guint n, GError **error);
GPtrArray *salon_repo_between (SalonTx *tx, GType type, const char *column, gint64 from, gint64 to, GError **error);

gboolean salon_repo_insert (SalonTx *tx, gpointer entity, GError **error);
gboolean salon_repo_update (SalonTx *tx, gpointer entity, GError **error);
gboolean salon_repo_update_draft (SalonTx *tx, gpointer orig, gpointer curr, GError **error);
gboolean salon_repo_delete (SalonTx *tx, gpointer entity, GError **error);
gboolean salon_repo_restore (SalonTx *tx, GType type, gint64 id, const char *expected, const char *wanted, GError **error);

gboolean salon_repo_load (SalonTx *tx, gpointer entity, GError **error);
gboolean salon_repo_reload (SalonTx *tx, gpointer entity, GError **error);

G_END_DECLS
