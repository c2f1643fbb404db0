#pragma once
/* Who has the time that is wanted: sentences that name client, time and room of the other. */
#include "base/day.h"
#include "model/entities/occupancy.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

char *salon_clash_text (SalonTx *tx, SalonResourceKind kind, gint64 resource_id, gint64 visit_id, GError **error);
char *salon_clash_text_of (SalonTx *tx, const SalonOccupancy *row);

G_END_DECLS
