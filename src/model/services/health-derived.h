#pragma once
/* What is counted once a day, made again: places, classes, who is in which segment, categories by rule. */
#include "model/store/tx.h"

G_BEGIN_DECLS

gboolean salon_health_derived_check (SalonTx *tx, GPtrArray *findings, GError **error);

G_END_DECLS
