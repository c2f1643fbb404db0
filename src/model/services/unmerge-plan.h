#pragma once
/* For separating alone: what is written, besides what is told. */
#include "model/entities/client-merge.h"
#include "model/services/merge.h"

G_BEGIN_DECLS

/**
 * SalonUnmerge:
 * @writes: (element-type SalonEntity): rows as they are to be
 */
typedef struct {
  SalonClientMerge *merge;
  SalonUnmergePlan *told;
  GPtrArray *writes;
} SalonUnmerge;

SalonUnmerge *salon_unmerge_new (SalonTx *tx, gint64 merge_id, GError **error);
gboolean salon_unmerge_follow (SalonTx *tx, SalonUnmerge *self, GError **error);
void salon_unmerge_free (SalonUnmerge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonUnmerge, salon_unmerge_free)

G_END_DECLS
