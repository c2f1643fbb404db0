#pragma once
/* Times that a visit can begin at: in the years that the salon keeps, and not while the clocks jump. */
#include "model/rules/interval.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

gboolean salon_wall_time_check (SalonTx *tx, gint64 start_min, GError **error);
void salon_wall_time_add_jumps (SalonTx *tx, gint64 from_min, gint64 to_min, GArray *set);

G_END_DECLS
