#pragma once
/* What the program does for segments by itself: those that come with it, and who is in which. */
#include "model/services/use-case.h"

G_BEGIN_DECLS

gboolean salon_segment_upkeep_add_predefined (SalonTx *tx, const char *language, GError **error);
gboolean salon_segment_upkeep_step (SalonTx *tx, gint64 *more, GError **error);

G_END_DECLS
