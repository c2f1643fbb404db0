#pragma once
/* Jobs: how far long work has come that goes in chunks under one operation. */
#include "model/entities/enums.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonJobRow:
 * @cursor: where the next chunk begins, in the counting of the kind
 * @done: things worked off; @skipped of them were left as they are
 * @total: 0 = not known beforehand
 * @request: (nullable): what is needed to go on
 */
typedef struct {
  gint64 operation;
  char *kind;
  SalonJobState state;
  gint64 cursor;
  gint64 done;
  gint64 skipped;
  gint64 total;
  char *request;
} SalonJobRow;

void salon_job_row_free (SalonJobRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonJobRow, salon_job_row_free)

gboolean salon_job_store_add (SalonTx *tx, const SalonJobRow *row, GArray *ids, GError **error);
gboolean salon_job_store_update (SalonTx *tx, const SalonJobRow *row, GError **error);
gboolean salon_job_store_get (SalonTx *tx, gint64 operation, SalonJobRow **row, GError **error);
GArray *salon_job_store_ids (SalonTx *tx, gint64 operation, GError **error);
GArray *salon_job_store_running (SalonTx *tx, GError **error);

G_END_DECLS
