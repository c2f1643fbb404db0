#pragma once
/* What generated clients and the salon said to each other, what the clients thought of it, and what they allowed. */
#include "model/entities/client.h"
#include "model/entities/visit.h"
#include "model/services/generate-cards.h"
#include "model/services/generate-demand.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

typedef struct _SalonGenerateHistory SalonGenerateHistory;

/**
 * SalonGeneratedVisit:
 * @visit: as it was written
 * @employee_id: of its first line
 * @start_us: UTC microseconds
 * @end_us: UTC microseconds
 */
typedef struct {
  const SalonVisit *visit;
  gint64 employee_id;
  gint64 start_us;
  gint64 end_us;
} SalonGeneratedVisit;

SalonGenerateHistory *salon_generate_history_new (SalonCardMaker *cards, SalonDay today, gint64 now_us, guint64 seed);
void salon_generate_history_free (SalonGenerateHistory *self);
gboolean salon_generate_history_visit (SalonGenerateHistory *self, SalonTx *tx, const SalonGeneratedVisit *visit, GError **error);
gboolean salon_generate_history_client (SalonGenerateHistory *self, SalonTx *tx, gint64 client_id, SalonDay created, GError **error);

G_END_DECLS
