#pragma once
/* Lists of people go into the archive with the segments that ask for them. */
#include "model/services/use-case.h"

G_BEGIN_DECLS

gboolean salon_people_lists_follow (SalonTx *tx, gint64 segment_id, GError **error);

G_END_DECLS
