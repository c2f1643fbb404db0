#pragma once
/* Imports: the list of them, remembered columns, and the questions that find whom a row is about. */
#include "base/day.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonImportBatch: one import
 * @subject: 1 = clients, 2 = visits
 * @ended_at: 0 = broken off
 * @rolled_back_at: 0 = stands
 * @n_kept: clients and visits that the roll back left as they were
 */
typedef struct {
  gint64 id;
  gint64 operation;
  char *file_name;
  gint64 subject;
  gint64 strategy;
  char *origin;
  char *mapping;
  gint64 user_id;
  gint64 begun_at;
  gint64 ended_at;
  gint64 counts[5]; /* new, updated, duplicates, rejected, empty */
  gint64 rolled_back_at;
  gint64 n_kept;
} SalonImportBatch;

void salon_import_batch_free (SalonImportBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonImportBatch, salon_import_batch_free)

gboolean salon_import_store_add (SalonTx *tx, SalonImportBatch *batch, GError **error);
gboolean salon_import_store_progress (SalonTx *tx, const SalonImportBatch *batch, GError **error);
gboolean salon_import_store_rolled_back (SalonTx *tx, const SalonImportBatch *batch, GError **error);
GPtrArray *salon_import_store_batches (SalonTx *tx, GError **error);
gboolean salon_import_store_batch_of (SalonTx *tx, gint64 operation, SalonImportBatch **batch, GError **error);

gboolean salon_import_store_remember (SalonTx *tx, const char *signature, const char *mapping, gint64 now, GError **error);
gboolean salon_import_store_recall (SalonTx *tx, const char *signature, char **mapping, GError **error);

GArray *salon_import_store_with_phone (SalonTx *tx, const char *e164, GError **error);
GArray *salon_import_store_with_email (SalonTx *tx, const char *email, GError **error);
GArray *salon_import_store_with_name (SalonTx *tx, const char *name_key, GError **error);
gboolean salon_import_store_with_external_id (SalonTx *tx, const char *origin, const char *value, gint64 *client_id, GError **error);
gboolean salon_import_store_has_external_id (SalonTx *tx, gint64 client_id, const char *origin, gboolean *has, GError **error);
gboolean salon_import_store_has_line (SalonTx *tx, gint64 client_id, SalonDay day, gint64 start_min, gint64 service_id,
                                      gboolean *found, GError **error);

GArray *salon_import_store_touched (SalonTx *tx, gint64 operation, const char *entity, GError **error);
GPtrArray *salon_import_store_changes (SalonTx *tx, gint64 operation, const char *entity, gint64 id, GError **error);
gboolean salon_import_store_n_visits (SalonTx *tx, gint64 client_id, gint64 except_operation, gint64 *n, GError **error);

G_END_DECLS
