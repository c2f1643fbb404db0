#pragma once
/* For separating alone: what merges wrote to one row, one over the other, read from the journal. */
#include "model/entities/client-merge.h"
#include "model/entities/entity.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* What belongs together when it is compared and put back: one field, or the three of a birth date. */
typedef struct {
  const SalonField *parts[3];
  guint n_parts;
  const char *label; /* English; NULL when never shown */
} SalonMergeUnit;

/* A change of the row; by a merge if there is one. */
typedef struct {
  gint64 journal_id;
  gint64 operation_id;
  SalonClientMerge *merge; /* NULL = somebody changed it, undid something or separated cards */
  SalonEntity *before;
  SalonEntity *after;
} SalonMergeLayer;

typedef struct _SalonMergeLayers SalonMergeLayers;

SalonMergeLayers *salon_merge_layers_new (SalonTx *tx);
void salon_merge_layers_free (SalonMergeLayers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonMergeLayers, salon_merge_layers_free)

GArray *salon_merge_units (GType type);
gboolean salon_merge_unit_equal (const SalonMergeUnit *unit, SalonEntity *a, SalonEntity *b);
void salon_merge_unit_put (const SalonMergeUnit *unit, SalonEntity *to, SalonEntity *from);

GPtrArray *salon_merge_layers_of_merge (SalonMergeLayers *self, const SalonClientMerge *merge, GError **error);
gboolean salon_merge_layers_lead_to (SalonMergeLayers *self, const SalonMergeLayer *layer, const SalonMergeUnit *unit,
                                     SalonEntity *now, gboolean carried, gboolean *lead, GError **error);
gboolean salon_merge_layers_below (SalonMergeLayers *self, const SalonMergeLayer *layer, const SalonMergeUnit *unit,
                                   SalonEntity *to, GError **error);

G_END_DECLS
