#pragma once
/* Writes generated clients and visits into the salon. */
#include "model/services/generate-cards.h"
#include "model/services/generate-demand.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

typedef struct _SalonGenerateWriter SalonGenerateWriter;

SalonGenerateWriter *salon_generate_writer_new (const SalonPlan *plan, SalonClock *clock, guint64 seed);
void salon_generate_writer_free (SalonGenerateWriter *self);
gboolean salon_generate_write_client (SalonGenerateWriter *self, SalonTx *tx, const GArray *clients, guint index, GError **error);
gboolean salon_generate_write_visit (SalonGenerateWriter *self, SalonTx *tx, const SalonComing *coming, GError **error);
gboolean salon_generate_write_faces (SalonGenerateWriter *self, SalonTx *tx, const GArray *clients, const GArray *first, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonGenerateWriter, salon_generate_writer_free)

G_END_DECLS
